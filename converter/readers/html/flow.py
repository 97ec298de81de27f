"""Text in reading order: lines of ink, with the tables, rows and preformatted blocks between them, by one iterative walk over the tree."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from lxml import etree

from converter.readers.html.line import Ink, Line
from converter.readers.html.looks import Look, look_of
from converter.readers.html.markup import Node, is_unseen

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
_text_length = etree.XPath("string-length()")


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
    ink = Ink(top.start)
    stack: list[tuple[Node, Iterator[etree._Element]]] = []
    node, children = top, iter(top.element)
    _begin(ink, top)
    while True:
        child = next(children, None)
        if child is None:
            if not _is_inline(node.tag):
                yield from ink.block()
                if node.tag == "table" and not within_cell:
                    yield Met.TABLE_END, node
            if not stack:
                yield from ink.block()
                return
            tail = node.element.tail
            node, children = stack.pop()
            ink.add(tail, node)
            continue
        tag = child.tag
        if not isinstance(tag, str):
            ink.add(child.tail, node)
            continue
        inner = Node(child, tag, node, node.count(tag), ink.position)
        entered = True
        inline = tag in INLINE
        look = look_of(child)
        if inline and not look.unseen and tag != "sup" and not look.raised:
            if len(child) == 0:  # most runs of text: no need to go down
                ink.add(child.text, inner)
                entered = False
        elif tag == "br" or tag == "hr":
            yield ink.line(fresh=tag == "hr")
            entered = len(child) > 0 or bool(child.text)
        elif look.unseen or is_unseen(tag) or (not raised and is_note(child, tag, look)):
            ink.position += _length(child)
            entered = False
        elif not inline and ":" not in tag:
            yield from ink.block()
            if not within_cell and ((tag == "tr" and not _holds_tables(child)) or (tag == "pre" and not _holds_cells(child))):
                yield (Met.ROW if tag == "tr" else Met.PRE), inner
                ink.position += _length(child)
                entered = False
        if not entered:
            ink.add(child.tail, node)
            continue
        stack.append((node, children))
        node, children = inner, iter(child)
        if tag == "table" and not within_cell:
            yield Met.TABLE, node
        _begin(ink, node)


def _begin(ink: Ink, node: Node) -> None:
    """The text that an element begins with; what the header of a submission holds is passed over."""
    text = node.element.text
    if node.tag in _SUBMISSION_HEADER:
        ink.position += len(text or "")
    else:
        ink.add(text, node)


def _is_inline(tag: str) -> bool:
    """Whether the element stands within a line. What Inline XBRL and word processors wrap around words (`ix:`, `o:`) does."""
    return tag in INLINE or ":" in tag


def _length(element: etree._Element) -> int:
    if len(element) == 0:
        return len(element.text or "")
    length = _text_length(element)
    return int(length) if isinstance(length, float) else 0


def _holds_cells(element: etree._Element) -> bool:
    return next(element.iterdescendants("tr", "td", "th"), None) is not None


def _holds_tables(row: etree._Element) -> bool:
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
