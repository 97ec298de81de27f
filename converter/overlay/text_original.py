"""A fixed-width original: one `pre` that shows the source as it stands."""

from collections.abc import Collection, Hashable, Iterable, Mapping

from lxml import etree

from converter.overlay.change import Changes
from converter.overlay.characters import permitted
from converter.overlay.marks import Extent, Mark, disjoint
from converter.overlay.page import NO_SPACES, XHTML, Overlay, blank_page
from converter.place import Place
from converter.sources.source import Source


class TextOriginal:
    """The text of a source. What only stands for the rest of a submission is not shown."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def printed(self, places: Iterable[Place]) -> dict[Place, str]:
        wanted = [place for place in places if not place.node]
        lines = self._source.lines(place.line for place in wanted)
        return {place: lines[place.line][place.start : place.end] for place in wanted if _is_within(place, lines)}

    def overlay(self, marks: Iterable[Mark], spaces: Mapping[str, str] = NO_SPACES, reserved: Collection[str] = ()) -> Overlay:
        source = self._source
        changes = Changes()
        text = permitted(source.text, 1, changes)
        root = blank_page(source.name, spaces)
        pre = etree.SubElement(root[1], f"{{{XHTML}}}pre")
        elements: dict[Hashable, etree._Element] = {}
        done = source.lead
        last: etree._Element | None = None
        for (start, end), keys in self._extents(marks):
            if last is None:
                pre.text = text[done:start]
            else:
                last.tail = text[done:start]
            last = etree.SubElement(pre, f"{{{XHTML}}}span")
            last.text = text[start:end]
            elements.update(dict.fromkeys(keys, last))
            done = end
        if last is None:
            pre.text = text[done:]
        else:
            last.tail = text[done:]
        return Overlay(root, elements, changes.listed())

    def _extents(self, marks: Iterable[Mark]) -> list[tuple[Extent, list[Hashable]]]:
        """The marks by where they are in the whole text, in printed order."""
        given = [mark for mark in marks if not mark.place.node]
        lines = self._source.lines(mark.place.line for mark in given)
        starts = self._starts(lines)
        within = [mark for mark in given if _is_within(mark.place, lines)]
        return disjoint((_moved(mark.place, starts[mark.place.line]), mark.key) for mark in within)

    def _starts(self, numbers: Iterable[int]) -> dict[int, int]:
        """Where lines begin in the text."""
        text = self._source.text
        starts: dict[int, int] = {}
        number, start = 1, 0
        for wanted in sorted(numbers):
            while number < wanted:
                number, start = number + 1, text.index("\n", start) + 1
            starts[wanted] = start
        return starts


def _moved(place: Place, start: int) -> Extent:
    return start + place.start, start + place.end


def _is_within(place: Place, lines: Mapping[int, str]) -> bool:
    return place.line in lines and 0 <= place.start < place.end <= len(lines[place.line])
