"""HTML into rows: paragraphs, rows of data tables on their grid, and preformatted blocks, in document order.

A table that holds tables in its cells is layout: its rows are read as blocks, its cells' own text as paragraphs. What an earnings release
puts into cells of their own for the looks ($, parentheses, %, footnote marks) is one cell with its figure again.
"""

import html
import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.document import Cell, Document, Paragraph, Row
from converter.place import Place
from converter.readers.bounds import bounded
from converter.readers.html.flow import Met, flow
from converter.readers.html.grid import Grid
from converter.readers.html.line import Line
from converter.readers.html.markup import CLOSE_TAGS, Node, parse_html
from converter.readers.html.typed import Typed, is_typed
from converter.readers.paragraphs import paragraph_of_line, paragraphs_of_text
from converter.readers.text import rows_of_text
from converter.sources.source import Source

_HIDDEN_SOURCE: Final = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|title|head)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_PRE_SOURCE: Final = re.compile(r"<pre\b[^<>]*>(.*?)(?:</pre\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG_SOURCE: Final = re.compile(r"</?[A-Za-z!?][^<>]*>")
_CELL_SOURCE: Final = re.compile(r"<t[dh]\b", re.IGNORECASE)
_KEPT_MARK: Final = re.compile(r"</?(?:table|caption|s|c|fn|page|f\d+)>", re.IGNORECASE)


def read_html(source: Source, doubt: Doubt) -> Document:
    """The document that an HTML source prints.

    Its grid is `characters` when most of the text is preformatted, or typed with hard blanks: then the extents that matter are print
    columns.
    Complaints: SOURCE_EMPTY when nothing is visible, SOURCE_TOO_DEEP when part of it lies too deep to be read. Raises Refusal
    (SOURCE_TOO_DEEP) for nesting that would fill the memory.
    """
    printed = pre_text(source.text) is not None or (is_typed(source.text) and _CELL_SOURCE.search(source.text) is None)
    paragraphs: list[Paragraph] = []
    rows = bounded(rows_of_html(source.text, doubt, paragraphs))
    return Document(source, rows, "characters" if printed else "cells", tuple(paragraphs))


def rows_of_html(text: str, doubt: Doubt, paragraphs: list[Paragraph] | None = None) -> Iterator[Row]:
    """The rows of an HTML text in reading order, with extents in grid columns. paragraphs: where running text with numbers is put as well.

    Raises Refusal (SOURCE_TOO_DEEP) for nesting that would fill the memory; nothing else that the text holds is an error.
    """
    root, cut = parse_html(text, looks=True)
    if cut:
        doubt(
            Diagnostic(
                Code.SOURCE_TOO_DEEP,
                "The HTML is nested more than 2,000 levels deep; what lies deeper was not read.",
                hint=CLOSE_TAGS,
            )
        )
    if root is None or not isinstance(root.tag, str):
        doubt(Diagnostic(Code.SOURCE_EMPTY, "The HTML holds no text."))
        return
    empty = True
    typed = Typed() if is_typed(text) else None
    for row in _rows(Node(root, root.tag, None, 1, 0), paragraphs if paragraphs is not None else [], typed):
        empty = False
        yield row
    if empty and not cut:
        hint = "A page made by scripts has to be saved as a browser shows it."
        doubt(Diagnostic(Code.SOURCE_EMPTY, "The HTML shows no text.", hint=hint))


def _rows(top: Node, paragraphs: list[Paragraph], typed: Typed | None) -> Iterator[Row]:
    grids: list[Grid] = []
    number = 0
    loose: tuple[Node | None, Grid] | None = None  # rows without a table around them
    blank = False
    for event in flow(top):
        if isinstance(event, Line):
            yield from _finished(grids, loose)
            loose = None
            if typed is not None and not grids and (print_row := typed.row(event, number + 1, int(event.fresh or blank))) is not None:
                number = max(number, print_row.table)
                blank = False
                yield print_row
                continue
            row = _paragraph(event, top, grids[-1].number if grids else 0, blank)
            blank = row is None
            if row is not None:
                if (paragraph := paragraph_of_line(event)) is not None:
                    paragraphs.append(paragraph)
                yield row
            continue
        met, node = event
        if typed is not None:
            typed.end()
        if met is Met.TABLE:
            yield from _finished(grids, loose)
            loose = None
            number += 1
            grids.append(Grid(number, paragraphs))
        elif met is Met.TABLE_END:
            if grids:
                yield from grids.pop().finish()
            blank = True
        elif met is Met.ROW:
            if grids:
                grids[-1].read(node)
                continue
            if loose is None or loose[0] is not node.parent:
                yield from _finished(grids, loose)
                number += 1
                loose = (node.parent, Grid(number, paragraphs))
            loose[1].read(node)
        else:
            yield from _finished(grids, loose)
            loose = None
            number += 1
            yield from _preformatted(node, number, paragraphs)
            blank = True
    yield from _finished(grids, loose)


def _finished(grids: list[Grid], loose: tuple[Node | None, Grid] | None) -> Iterator[Row]:
    if grids:
        yield from grids[-1].finish()
    if loose is not None:
        yield from loose[1].finish()


def _paragraph(line: Line, top: Node, table: int, blank: bool) -> Row | None:
    raw, text = line.raw, line.text
    if not text:
        return None
    place = line.place(len(raw) - len(raw.lstrip()), len(raw.rstrip()))
    return Row((Cell(text, place, 0, 1),), place.line, line.indent(top), int(line.fresh or blank), table)


def _preformatted(node: Node, number: int, paragraphs: list[Paragraph]) -> Iterator[Row]:
    """The rows of a <pre>, by the reader of fixed-width text. Places count in the text of the element; their line is the printed one."""
    text = "".join(node.element.itertext())
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    first = node.line

    def moved(place: Place) -> Place:
        shift = starts[min(max(place.line - first, 0), len(starts) - 1)]
        return Place(place.line, place.start + shift, place.end + shift, node.path)

    for paragraph in paragraphs_of_text(text, first):
        paragraphs.append(evolve(paragraph, pieces=tuple((at, moved(place)) for at, place in paragraph.pieces)))
    for row in rows_of_text(text, first, part=True):
        yield evolve(row, cells=tuple(evolve(cell, place=moved(cell.place)) for cell in row.cells), table=number)


def pre_text(text: str) -> str | None:
    """The text of an HTML source whose visible text sits mostly in <pre>, to be read as fixed-width text; None for any other source.

    Every line keeps its number: tags vanish, their line breaks stay. SGML marks of filings (`<TABLE>`, `<S>`, `<PAGE>`) stay in place.
    """
    if "<pre" not in text and "<PRE" not in text:
        return None
    text = _HIDDEN_SOURCE.sub(_breaks, text)
    inside = 0
    parts: list[str] = []
    done = 0
    outside = 0
    for match in _PRE_SOURCE.finditer(text):
        between = _plain(text[done : match.start()])
        within = _plain(match.group(1))
        outside += len("".join(between.split()))
        inside += len("".join(within.split()))
        parts += (between, _breaks_of(text[match.start() : match.start(1)]), within)
        done = match.end()
    rest = _plain(text[done:])
    outside += len("".join(rest.split()))
    return None if inside <= outside else "".join([*parts, rest])


def _plain(markup: str) -> str:
    return html.unescape(_TAG_SOURCE.sub(lambda tag: tag.group() if _KEPT_MARK.fullmatch(tag.group()) else _breaks(tag), markup))


def _breaks(match: re.Match[str]) -> str:
    return _breaks_of(match.group())


def _breaks_of(text: str) -> str:
    return "\n" * text.count("\n")
