"""Text in reading order: lines of ink, with the tables, rows and preformatted blocks between them, by one iterative walk over the tree."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from itertools import accumulate
from typing import Final

from lxml import etree

from converter.place import Place
from converter.readers.html.looks import Look, look_of
from converter.readers.html.markup import Node, common, is_unseen

Chunk = tuple[str, int, Node]
"""A run of characters, where it begins (counted like Node.start), and the element whose own text or whose child's tail it is."""

INLINE: Final = frozenset(
    {
        *("a", "abbr", "acronym", "b", "basefont", "bdo", "big", "c", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd"),
        *("label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr"),
    }
)
_SUBMISSION_HEADER: Final = frozenset({"type", "sequence", "filename", "description"})
_NOTE_MARK: Final = re.compile(r"[\s(\[]*(?:\d{1,2}|[A-Za-z]{1,2}|[*†‡§#+^~]{1,4}|\([A-Za-z]{1,3})(?:[,\s]+(?:\d{1,2}|[A-Za-z]))*[\s)\].]*")
_LONGEST_NOTE: Final = 30
_WORDS_RAISED: Final = frozenset({"st", "nd", "rd", "th", "tm", "sm", "r"})
_NO_INK: Final = {ord(c): None for c in "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f¹²³⁰⁴⁵⁶⁷⁸⁹⁽⁾"}
_INKLESS: Final = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad¹²³⁰⁴⁵⁶⁷⁸⁹⁽⁾]")
_ASCII_BLANK: Final = " \t\r\n\f"
_text_length = etree.XPath("string-length()")


class Line:
    """Visible characters up to a break. raw: as they stand. text: as words. fresh: a block begins with it, no <br> came before."""

    __slots__ = ("_starts", "chunks", "fresh", "raw", "text")

    def __init__(self, chunks: list[Chunk], fresh: bool) -> None:
        self.chunks = chunks
        self.fresh = fresh
        self.raw = chunks[0][0] if len(chunks) == 1 else "".join([chunk[0] for chunk in chunks])
        self.text = words(self.raw)
        self._starts: list[int] | None = None

    def place(self, start: int, end: int) -> Place:
        """The place of the characters start to end of `raw`, in the innermost element that holds them all."""
        if len(self.chunks) == 1:
            _, position, node = self.chunks[0]
            return node.place(position + start, position + end)
        if end > len(self.raw):
            raise ValueError(f"characters {start} to {end} are not within a line of {len(self.raw)}")
        first, first_node = self._found(start)
        last, last_node = self._found(max(start, end - 1))
        owner = first_node if first_node is last_node else common((first_node, last_node))
        return owner.place(first, last + min(1, end - start))

    def position(self, index: int) -> int:
        """The position of a character of `raw` in the page's text."""
        return self._found(index)[0]

    def _found(self, index: int) -> tuple[int, Node]:
        """The position of a character of `raw`, and the element whose text it is."""
        if self._starts is None:
            self._starts = list(accumulate((len(raw) for raw, _, _ in self.chunks[:-1]), initial=0))
        chunk = bisect_right(self._starts, index) - 1
        _, position, node = self.chunks[chunk]
        return position + index - self._starts[chunk], node

    def indent(self, top: Node) -> int:
        """Points from the left edge of top to the first ink: padding, margin and indent of the elements around it, and hard blanks."""
        raw = self.raw
        lead = raw[: len(raw) - len(raw.lstrip())]
        points = 3000 * (len(lead) - sum(map(lead.count, _ASCII_BLANK)))
        at = len(lead)
        for chunk, _, node in self.chunks:
            if at < len(chunk):
                step: Node | None = node
                while step is not None:
                    points += look_of(step.element).indent
                    step = None if step is top else step.parent
                break
            at -= len(chunk)
        return max(0, points // 1000)


def words(raw: str) -> str:
    """The characters as words with single blanks: hard and thin spaces are blanks, zero-width characters and raised digits are nothing."""
    if not raw.isascii() and _INKLESS.search(raw):
        raw = raw.translate(_NO_INK)
    return " ".join(raw.split())


class Met(Enum):
    """What a walk may meet between lines."""

    TABLE = "table"
    TABLE_END = "/table"
    ROW = "tr"
    PRE = "pre"


Event = Line | tuple[Met, Node]


def flow(top: Node, within_cell: bool = False, raised: bool = False) -> Iterator[Event]:
    """The lines below an element in reading order, and what was met between them.

    Rows without tables inside and preformatted blocks are met and not entered, so that the caller reads them his way; within a cell
    everything is text. raised: superscripts that look like footnote marks are read too.
    """
    position = top.start
    chunks: list[Chunk] = []
    fresh = True
    stack: list[tuple[Node, Iterator[etree._Element]]] = []
    node = top
    children = iter(top.element)
    text = top.element.text
    if text and top.tag not in _SUBMISSION_HEADER:
        chunks.append((text, position, node))
    position += len(text or "")
    while True:
        child = next(children, None)
        if child is None:
            if not is_inline(node.tag):
                if chunks:
                    if _has_ink(chunks):
                        yield Line(chunks, fresh)
                    chunks = []
                fresh = True
                if node.tag == "table" and not within_cell:
                    yield Met.TABLE_END, node
            if not stack:
                if _has_ink(chunks):
                    yield Line(chunks, fresh)
                return
            tail = node.element.tail
            node, children = stack.pop()
            if tail:
                chunks.append((tail, position, node))
                position += len(tail)
            continue
        tag = child.tag
        if not isinstance(tag, str):
            tail = child.tail
            if tail:
                chunks.append((tail, position, node))
                position += len(tail)
            continue
        index = node.count(tag)
        skipped = False
        inline = tag in INLINE
        look = look_of(child)
        if inline and not look.unseen and tag != "sup" and not look.raised:
            if len(child) == 0:  # most runs of text: no need to go down
                text = child.text
                if text:
                    chunks.append((text, position, Node(child, tag, node, index, position)))
                    position += len(text)
                skipped = True
        elif tag == "br" or tag == "hr":
            yield Line(chunks, fresh)
            chunks = []
            fresh = tag == "hr"
            skipped = len(child) == 0 and not child.text
        elif look.unseen or is_unseen(tag) or (not raised and is_note(child, tag, look)):
            position += _length(child)
            skipped = True
        elif not inline and ":" not in tag:
            if chunks:
                if _has_ink(chunks):
                    yield Line(chunks, fresh)
                chunks = []
            fresh = True
            if not within_cell and ((tag == "tr" and not holds_tables(child)) or (tag == "pre" and not _holds_cells(child))):
                yield (Met.ROW if tag == "tr" else Met.PRE), Node(child, tag, node, index, position)
                position += _length(child)
                skipped = True
        if skipped:
            tail = child.tail
            if tail:
                chunks.append((tail, position, node))
                position += len(tail)
            continue
        stack.append((node, children))
        node = Node(child, tag, node, index, position)
        children = iter(child)
        if tag == "table" and not within_cell:
            yield Met.TABLE, node
        text = child.text
        if text:
            if tag not in _SUBMISSION_HEADER:
                chunks.append((text, position, node))
            position += len(text)


def is_inline(tag: str) -> bool:
    """Whether the element stands within a line. What Inline XBRL and word processors wrap around words (`ix:`, `o:`) does."""
    return tag in INLINE or ":" in tag


def _has_ink(chunks: list[Chunk]) -> bool:
    """Whether a block's end closes a line here: hard blanks count, a blank paragraph is a line."""
    for raw, _, _ in chunks:  # noqa: SIM110 (twice as fast as any() here)
        if raw.strip(_ASCII_BLANK):
            return True
    return False


def _length(element: etree._Element) -> int:
    if len(element) == 0:
        return len(element.text or "")
    length = _text_length(element)
    return int(length) if isinstance(length, float) else 0


def _holds_cells(element: etree._Element) -> bool:
    return next(element.iterdescendants("tr", "td", "th"), None) is not None


def holds_tables(row: etree._Element) -> bool:
    """Whether a row is layout: tables, rows or preformatted text lie inside its cells.

    A table of one row in one of several cells is only the frame of a figure.
    """
    inner = next(row.iterdescendants("table", "tr", "pre"), None)
    if inner is None:
        return False
    if inner.tag != "table" or sum(1 for cell in row if len(cell) or (cell.text or "").strip()) < 2:
        return True
    for table in row.iterdescendants("table", "pre"):
        rows = table.iterdescendants("tr", "pre", "table")
        if table.tag == "pre" or next(rows, None) is None or next(rows, None) is not None:
            return True
        if sum(1 for cell in table.iterdescendants("td", "th") if "".join(cell.itertext()).strip()) > 3:
            return True
    return False


def is_note(element: etree._Element, tag: str, look: Look) -> bool:
    """Whether the element is a raised footnote mark, no part of what it is attached to. Ordinals, trade marks and fractions are words."""
    if tag != "sup" and not look.raised:
        return False
    text = ""
    for part in element.itertext():
        text += part
        if len(text) > _LONGEST_NOTE:
            return False
    if not text.strip() or text.strip().casefold() in _WORDS_RAISED:
        return False
    if (element.tail or "").lstrip()[:1] in ("/", "\u2044"):
        return False
    return _NOTE_MARK.fullmatch(text) is not None
