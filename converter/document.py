"""What is printed: rows of cells with the place of their ink, before anybody says what they mean.

A document is a flat sequence of rows, because statements do not respect containers: one table may hold three statements, and one
statement may be spread over three tables and a page break. A paragraph is a row of one cell. What differs between fixed-width text and HTML
is only where the horizontal extents come from: print columns (tabs expanded) or columns of the table grid. Running text that holds
numbers is kept a second time as paragraphs, wrapped lines put together, each character with its place.
"""

from bisect import bisect_right

from attrs import frozen

from converter.place import Place
from converter.sources.source import Source


@frozen
class Cell:
    """A run of text that stands by itself, with its horizontal extent [left, right) in the row's grid."""

    text: str
    place: Place
    left: int
    right: int


@frozen
class Row:
    """Cells side by side, from left to right.

    indent: extent of the white space before the first cell (print columns, or points of padding in HTML).
    gap: blank rows before this one. table: the number of the table that holds it, 0 outside of tables. rules: extents of the lines drawn
    under numbers (`-----`, `=====`) when the row is nothing but such lines.
    """

    cells: tuple[Cell, ...]
    line: int
    indent: int = 0
    gap: int = 0
    table: int = 0
    rules: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The words of the row, one blank between cells."""
        return " ".join(cell.text for cell in self.cells)


@frozen
class Paragraph:
    """Running text in one line, single blanks between words. pieces: the runs that it is made of, as (offset in text, place of the run).

    Every character of a run stands in one line or element and has its own place; what lies between runs is a blank or nothing.
    """

    text: str
    pieces: tuple[tuple[int, Place], ...]

    def place(self, start: int, end: int) -> Place:
        """The place of the characters start to end, as far as they stand in the run that holds the first of them."""
        index = max(0, bisect_right(self.pieces, start, key=lambda piece: piece[0]) - 1)
        offset, run = self.pieces[index]
        first = min(run.start + start - offset, run.end - 1)
        return Place(run.line, first, max(first + 1, min(run.end, run.start + end - offset)), run.node)


@frozen
class Document:
    """The rows of a source in reading order. grid: `characters` for print columns, `cells` for columns of HTML tables.

    paragraphs: the running text that holds numbers, and short lines that may be headings, wherever they stand.
    """

    source: Source
    rows: tuple[Row, ...]
    grid: str = "characters"
    paragraphs: tuple[Paragraph, ...] = ()
