"""Rows of an HTML table on the grid of columns that colspan and rowspan make (HTML 4.01, 11.2.6), as rows of cells with extents."""

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from converter.document import Paragraph, Row
from converter.readers.bounds import MOST_ROWS, too_many
from converter.readers.html.cells import as_one, cells_amid, lines_of
from converter.readers.html.figures import DIGITS, Piece, Print, cell_of, column_starts, joined, piece_of
from converter.readers.html.line import Line
from converter.readers.html.looks import MAX_SPAN, PLAIN, Look, look_of
from converter.readers.html.markup import Node
from converter.readers.paragraphs import paragraph_of_line

_MAX_HELD: Final = 100
_POINTS_OF_COLUMN: Final = 12
_CELLS_OF_BULLETS: Final = 4
_LEAST_TEXT: Final = 60
"""Characters of a cell that may be a sentence."""

_WORDS, _FIGURE = Piece.WORDS, Piece.FIGURE

Inked = tuple[Node, list[Line], int, int, Look]
"""A cell in which something is printed: its lines, its extent, its look."""
Taken = tuple[list[Inked], list[tuple[int, int, int]], int]


class Printed:
    """One printed row of a table before its figures are joined."""

    __slots__ = ("gap", "indent", "line", "prints")

    def __init__(self, prints: tuple[Print, ...], line: int, indent: int, gap: int) -> None:
        self.prints = prints
        self.line = line
        self.indent = indent
        self.gap = gap


class Grid:
    """A table while it is read: the columns that cells of earlier rows still hold, and the rows that wait for the table's end.

    paragraphs: where text of a row without figures is put as well, which is a table for the looks only (a bullet and its text).
    """

    __slots__ = ("_blank", "_held", "_paragraphs", "_waiting", "number")

    def __init__(self, number: int, paragraphs: list[Paragraph]) -> None:
        self.number = number
        self._paragraphs = paragraphs
        self._held: list[tuple[int, int, int]] = []  # left, right, rows to come
        self._waiting: list[Printed] = []
        self._blank = True

    def read(self, row: Node) -> None:
        """Take in one row that holds no tables."""
        strays: list[Line] = []
        taken = self._take(row, row.element, None)
        if taken is None:
            amid = cells_amid(row, strays)
            taken = self._take(row, amid, amid) or ([], [], 0)
        cells, held, column = taken
        self._held = held
        for line in strays:
            self._add_words(line, row, 0, 1)
        if cells:
            self._add(cells, column)
        elif not strays:
            self._blank = True

    def _take(self, row: Node, children: Iterable[etree._Element], known: dict[etree._Element, Node] | None) -> Taken | None:
        """The cells with something in them, what they hold of the rows to come, and the width; None when other things lie between cells."""
        cells: list[Inked] = []
        held = self._held
        keep: list[tuple[int, int, int]] = []
        column = tds = ths = 0
        text = row.element.text
        if text and known is None and not text.isspace():
            return None
        for element in children:
            tag = element.tag
            if tag == "td":
                tds += 1
                index = tds
            elif tag == "th":
                ths += 1
                index = ths
            else:
                return None
            tail = element.tail
            if tail and known is None and not tail.isspace():
                return None
            look = look_of(element)
            if held:
                for left, right, _ in held:
                    if left <= column < right:
                        column = right
            end = column + look.across
            if look.down > 1 and len(keep) < _MAX_HELD:
                keep.append((column, end, look.down - 1))
            if not look.unseen:
                inside = len(element)
                text = element.text
                if inside or (text and not text.isspace()):
                    cell = Node(element, tag, row, index, 0) if known is None else known[element]
                    lines = lines_of(cell)
                    if lines:
                        cells.append((cell, lines, column, end, look))
            column = end
        if held or keep:
            held = sorted([(left, right, down - 1) for left, right, down in held if down > 1] + keep)[:_MAX_HELD]
        return cells, held, column

    def _add(self, cells: list[Inked], width: int) -> None:
        if len(cells) < _CELLS_OF_BULLETS:
            self._keep_text(cells)
        if max([len(lines) for _, lines, _, _, _ in cells]) == 1:
            self._wait([_print_of(lines[0], left, right, look) for _, lines, left, right, look in cells], cells[0][0], cells[0][1][0])
            return
        cell, lines, left, right, _ = cells[0]
        if len(cells) == 1 and left == 0 and right == width:
            for line in lines:
                self._add_words(line, cell, left, right)
            return
        height = _stacked(cells)
        for level in range(height):
            prints: list[Print] = []
            first: tuple[Node, Line] | None = None
            for cell, lines, left, right, look in cells:
                here = [line for line in (lines if height == 1 else lines[level : level + 1]) if line.text]
                if not here:
                    continue
                line = here[0] if len(here) == 1 else as_one(here)
                prints.append(_print_of(line, left, right, look))
                first = first or (cell, line)
            if first is None:
                self._blank = True
            else:
                self._wait(prints, *first)

    def _keep_text(self, cells: list[Inked]) -> None:
        every = [line for _, lines, _, _, _ in cells for line in lines if line.text]
        if any(len(line.text) >= _LEAST_TEXT for line in every) and not any(piece_of(line.text)[0] is _FIGURE for line in every):
            self._paragraphs.extend(paragraph for line in every if (paragraph := paragraph_of_line(line)) is not None)

    def _add_words(self, line: Line, top: Node, left: int, right: int) -> None:
        if line.text:
            self._wait([_print_of(line, left, right, PLAIN)], top, line)
        else:
            self._blank = True

    def _wait(self, prints: list[Print], top: Node, first: Line) -> None:
        left = prints[0].left
        indent = first.indent(top) if prints[0].piece is Piece.WORDS else 0
        indent += _POINTS_OF_COLUMN * min(left, MAX_SPAN)
        if len(self._waiting) == MOST_ROWS:
            raise too_many(prints[0].place.line)
        self._waiting.append(Printed(tuple(prints), prints[0].place.line, indent, int(self._blank)))
        self._blank = False

    def finish(self) -> Iterator[Row]:
        """The rows taken in so far, with their figures joined; the grid is then ready for more."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        self._blank = True
        starts = column_starts(row.prints for row in waiting)
        ruled: tuple[tuple[int, int], ...] = ()
        for row in waiting:
            prints = joined(row.prints, starts)
            drawn: tuple[tuple[int, int], ...] = ()
            if prints[-1].piece is Piece.LINE:
                drawn = tuple([(it.left, it.right) for it in prints if it.piece is Piece.LINE])
                if len(drawn) == len(prints) or (len(drawn) == len(prints) - 1 and prints[0].piece is Piece.WORDS):
                    prints = prints[: len(prints) - len(drawn)]
                else:
                    drawn = ()
            above = tuple([(it.left, it.right) for it in prints if it.above])
            if above and above != ruled:
                yield Row((), row.line, 0, 0, self.number, above)
            if prints:
                yield Row(tuple([cell_of(it) for it in prints]), row.line, row.indent, row.gap, self.number)
            ruled = drawn or tuple([(it.left, it.right) for it in prints if it.below])
            if ruled:
                yield Row((), row.line, 0, 0, self.number, ruled)


def _stacked(cells: list[Inked]) -> int:
    """How many printed rows a row of the table holds: more than one when cells stack equally many lines and one of them only figures."""
    height = max(len(lines) for _, lines, _, _, _ in cells)
    full = [lines for _, lines, _, _, _ in cells if len(lines) == height]
    if len(full) < 2:
        return 1
    for lines in full[1:]:
        texts = [line.text for line in lines if line.text]
        if len(texts) > 1 and all(piece_of(text)[0] in (Piece.FIGURE, Piece.LINE) for text in texts):
            return height
    return 1


def _print_of(line: Line, left: int, right: int, look: Look) -> Print:
    raw = line.raw
    piece, text = piece_of(line.text)
    if piece is _WORDS:
        return Print(text, piece, line.place(len(raw) - len(raw.lstrip()), len(raw.rstrip())), left, right)
    figure = piece is _FIGURE
    match = DIGITS.search(raw) if figure or piece is Piece.PERHAPS_NOTE else None
    start, end = match.span() if match else (len(raw) - len(raw.lstrip()), len(raw.rstrip()))
    return Print(text, piece, line.place(start, end), left, right, figure and look.above, figure and look.below)
