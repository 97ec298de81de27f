"""All that a source prints, in reading order, as strips of text in which every character knows its place.

A strip is what is read together: a paragraph, or in HTML a line of one. Rows serve the recognition of tables and leave out what says
nothing there: prose far from tables, footnote marks, currency signs in cells of their own. Here nothing is left out but what is not seen.
Every character has a position, counted from the source's beginning, by which places of different elements can be compared.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Protocol

from converter.place import Place
from converter.readers.html.flow import Met, flow, is_note
from converter.readers.html.line import Line
from converter.readers.html.looks import look_of
from converter.readers.html.markup import Node, parse_html
from converter.sources.source import Source

Span = tuple[int, int]
"""First position and the one after the last."""

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*){0,200}")
"""Lines without a blank line between them; what runs on further is cut into several."""

_MARK: Final = re.compile(r"</?(?:page|table|caption|s|c|fn|f\d+)>", re.IGNORECASE)


class Strip(Protocol):
    """A run of printed text. raised: the characters, from start to end, that are raised marks of notes."""

    text: str
    raised: tuple[Span, ...]

    def at(self, index: int) -> int:
        """The position of a character of the text; positions grow with the index."""

    def place(self, start: int, end: int) -> Place:
        """The place of some characters of one line."""


class Ink:
    """The strips of a source, to be gone through once, and the positions of places."""

    def __init__(self, strips: Iterable[Strip], starts: Mapping[str, int], lines: Sequence[int]) -> None:
        self.strips = strips
        self._starts = starts
        self._lines = lines

    def span(self, place: Place) -> Span:
        """The positions of a place that a reader of the same source gave."""
        start = self._starts.get(place.node, 0) if place.node else self._lines[place.line - 1]
        return start + place.start, start + place.end


def ink_of(source: Source) -> Ink:
    """What a source prints. Raises Refusal (SOURCE_TOO_DEEP) as the reader does."""
    if source.format == "html":
        root, _ = parse_html(source.text, looks=True)
        if root is None or not isinstance(root.tag, str):
            return Ink((), {}, ())
        starts: dict[str, int] = {}
        return Ink(tuple(_strips_of_html(Node(root, root.tag, None, 1, 0), starts)), starts, ())
    lines = [0, *(match.end() for match in re.finditer("\n", source.text))]
    return Ink((_Paragraph(text, start, lines) for text, start in _paragraphs(source.text)), {}, lines)


def _paragraphs(text: str) -> Iterator[tuple[str, int]]:
    """Paragraphs with where they begin; the SEC's typesetting marks are blanks."""
    for match in _PARAGRAPH.finditer(text):
        paragraph = match[0].replace("\f", " ")
        yield _MARK.sub(lambda mark: " " * len(mark[0]), paragraph) if "<" in paragraph else paragraph, match.start()


class _Paragraph:
    """A paragraph of fixed-width text, or of a preformatted element. first: line of the text's first character; node: as of a Place."""

    __slots__ = ("_base", "_first", "_lines", "_node", "_start", "raised", "text")

    def __init__(self, text: str, start: int, lines: list[int], base: int = 0, first: int = 1, node: str = "") -> None:
        self.text = text
        self.raised: tuple[Span, ...] = ()
        self._start = start
        self._lines = lines
        self._base = base
        self._first = first
        self._node = node

    def at(self, index: int) -> int:
        return self._base + self._start + index

    def place(self, start: int, end: int) -> Place:
        start, end = start + self._start, end + self._start
        line = bisect_right(self._lines, start) - 1
        shift = 0 if self._node else self._lines[line]
        return Place(line + self._first, start - shift, end - shift, self._node)


class _HtmlLine:
    """A line of an HTML page."""

    __slots__ = ("_line", "raised", "text")

    def __init__(self, line: Line) -> None:
        self._line = line
        self.text = line.raw
        self.raised = _raised(line)

    def at(self, index: int) -> int:
        return self._line.position(index)

    def place(self, start: int, end: int) -> Place:
        return self._line.place(start, end)


def _raised(line: Line) -> tuple[Span, ...]:
    found: list[Span] = []
    at = 0
    for raw, _, node in line.chunks:
        if len(raw) < 30 and _is_raised(node):
            found.append((at, at + len(raw)))
        at += len(raw)
    return tuple(found)


def _is_raised(node: Node) -> bool:
    step: Node | None = node
    while step is not None and step.tag not in ("td", "tr", "p", "div", "body"):
        if (step.tag == "sup" or look_of(step.element).raised) and is_note(step.element, step.tag, look_of(step.element)):
            return True
        step = step.parent
    return False


def _strips_of_html(top: Node, starts: dict[str, int]) -> Iterator[Strip]:
    for event in flow(top, raised=True):
        if isinstance(event, Line):
            yield from _strip(event, starts)
            continue
        met, node = event
        if met is Met.ROW:
            for within in flow(node, within_cell=True, raised=True):
                if isinstance(within, Line):
                    yield from _strip(within, starts)
        elif met is Met.PRE:
            yield from _preformatted(node, starts)


def _strip(line: Line, starts: dict[str, int]) -> Iterator[Strip]:
    if not line.text and not any(character.isdigit() for character in line.raw):
        return
    for _, _, node in line.chunks:
        _note(node, starts)
    yield _HtmlLine(line)


def _note(node: Node, starts: dict[str, int]) -> None:
    """Where the text of an element, and of those around it, begins."""
    step: Node | None = node
    while step is not None and step.path not in starts:
        starts[step.path] = step.start
        step = step.parent


def _preformatted(node: Node, starts: dict[str, int]) -> Iterator[Strip]:
    _note(node, starts)
    text = "".join(node.element.itertext())
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    for paragraph, start in _paragraphs(text):
        yield _Paragraph(paragraph, start, lines, node.start, node.line, node.path)
