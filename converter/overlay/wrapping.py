"""Elements put around characters of a parsed HTML tree, wherever inner markup splits them."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Mapping
from typing import Final, NamedTuple

from lxml import etree

from converter.overlay.change import Changes
from converter.overlay.editing import discard
from converter.overlay.marks import MARKED, Extent, Mark, disjoint
from converter.place import Place
from converter.readers.html.flow import INLINE
from converter.readers.html.looks import line_of
from converter.readers.html.markup import Element, elements_at

_EMPTIED: Final = INLINE - {"a", "img", "wbr", "basefont"}


def printed_at(root: Element, places: Iterable[Place]) -> dict[Place, str]:
    """The characters at places, those that are nowhere left out."""
    wanted = [place for place in places if place.node]
    elements = elements_at(root, {place.node for place in wanted})
    texts = _texts(elements)
    return {p: texts[p.node][p.start : p.end] for p in wanted if p.node in texts and 0 <= p.start < p.end <= len(texts[p.node])}


def _texts(elements: Mapping[str, Element]) -> dict[str, str]:
    """All the characters in each element, as places count them."""
    return {path: "".join(element.itertext()) for path, element in elements.items()}


def wrap(root: Element, marks: Iterable[Mark], changes: Changes) -> dict[Hashable, Element]:
    """Puts an element around the characters of every mark that can have one, and returns it by the mark's key.

    A mark's characters that several elements hold become one run: in the markup that most of them stood in.
    """
    given: dict[str, list[tuple[Extent, Hashable]]] = {}
    for mark in marks:
        if mark.place.node:
            given.setdefault(mark.place.node, []).append(((mark.place.start, mark.place.end), mark.key))
    found: dict[Hashable, Element] = {}
    elements = elements_at(root, given)
    printed = _texts(elements)
    for path, element in elements.items():
        runs = _Runs(element)
        for extent, keys in reversed(disjoint(given[path])):  # from the last one, so that what is in front keeps its offsets
            wrapped = runs.wrap(extent, printed[path][slice(*extent)], changes)
            if wrapped is not None:
                found.update(dict.fromkeys(keys, wrapped))
    return found


class _Run(NamedTuple):
    """A run of characters: the text of an element, or the tail behind one."""

    holder: Element
    is_tail: bool

    @property
    def text(self) -> str:
        return (self.holder.tail if self.is_tail else self.holder.text) or ""

    def put(self, text: str) -> None:
        if self.is_tail:
            self.holder.tail = text
        else:
            self.holder.text = text


class _Runs:
    """The runs of characters in an element, in document order."""

    def __init__(self, element: Element) -> None:
        self._runs: list[_Run] = []
        self._starts: list[int] = []
        self.length = 0
        for event, step in etree.iterwalk(element, events=("start", "end")):
            if event == "start":
                self._add(_Run(step, False), step.text)
            elif step is not element:
                self._add(_Run(step, True), step.tail)

    def _add(self, run: _Run, text: str | None) -> None:
        if text:
            self._runs.append(run)
            self._starts.append(self.length)
            self.length += len(text)

    def wrap(self, extent: Extent, printed: str, changes: Changes) -> Element | None:
        """Puts an element around an extent in front of all those wrapped before; None where the characters are not there.

        printed: the characters as they were; a mark in an element around this one may have taken some.
        """
        start, end = extent
        if not 0 <= start < end <= self.length:
            return None
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        pieces = [
            (run, max(start - at, 0), min(end - at, len(run.text)))
            for run, at in zip(self._runs[first : last + 1], self._starts[first : last + 1], strict=True)
        ]
        if any(run.holder.tag == MARKED and not run.is_tail for run, _, _ in pieces):
            run, a, b = pieces[0]  # a place in another element has taken them: equal ones share
            return run.holder if len(pieces) == 1 and b - a == len(run.text) else None
        words = "".join(run.text[a:b] for run, a, b in pieces)
        if words != printed:
            return None
        home = max(pieces, key=lambda piece: piece[2] - piece[1])
        if len(pieces) > 1:
            changes.rewritten("markup inside a number", line_of(home[0].holder))
        others = [piece for piece in pieces if piece is not home]
        for run, a, b in others:
            run.put(run.text[:a] + run.text[b:])
        wrapped = _put(*home, words)
        for run, _, _ in others:
            _drop_emptied(run)
        return wrapped


def _put(run: _Run, start: int, end: int, words: str) -> Element:
    """An element with the words in place of the characters start to end of a run."""
    before, after = run.text[:start], run.text[end:]
    wrapped = etree.Element(MARKED)
    run.put(before)
    if run.is_tail:
        run.holder.tail = None
        run.holder.addnext(wrapped)
        run.holder.tail = before
    else:
        run.holder.insert(0, wrapped)
    wrapped.text = words
    wrapped.tail = after
    return wrapped


def _drop_emptied(run: _Run) -> None:
    """Takes out formatting that no longer holds anything."""
    element = run.holder
    if run.is_tail or element.tag not in _EMPTIED or len(element) or element.text or element.get("id"):
        return
    discard(element)
