"""Lines that hard blanks set in print columns, as a typewriter would: tables of a page that has neither <table> nor <pre> for them."""

import re
from itertools import islice
from typing import Final

from attrs import evolve

from converter.document import Row
from converter.place import Place
from converter.readers.html.line import Line
from converter.readers.text import rows_of_text

_GAP_SOURCE: Final = re.compile(r"(?:&nbsp;|&#160;|&#xa0;|\xa0){3}[^<>\n]{0,4}[\d$(]", re.IGNORECASE)
_LEAST: Final = 10
"""Gaps before numbers in a page that is typed."""
_LONGEST: Final = 120
"""Characters of a line without gaps that may stand between those of a table."""


def is_typed(text: str) -> bool:
    """Whether an HTML text sets numbers apart by hard blanks, in many places."""
    return sum(1 for _ in islice(_GAP_SOURCE.finditer(text), _LEAST)) == _LEAST


class Typed:
    """The lines of a page in reading order. Rows of one table have one number; so have lines without gaps between them."""

    __slots__ = ("_table",)

    def __init__(self) -> None:
        self._table = 0

    def end(self) -> None:
        """Something else than a line was met: a table is over."""
        self._table = 0

    def row(self, line: Line, number: int, gap: int) -> Row | None:
        """The line as a row of print columns; None for running text. number: for a table that begins with it."""
        printed, origins = _printed(line.raw)
        apart = "  " in printed
        if not apart and (not self._table or len(printed) > _LONGEST):
            self._table = 0
            return None
        self._table = self._table or number
        row = next(iter(rows_of_text(printed, 1, self._table, part=True)), None)
        if row is None or not row.cells:
            return row
        cells = tuple(evolve(cell, place=_placed(line, cell.place, origins)) for cell in row.cells)
        return evolve(row, cells=cells, line=cells[0].place.line, gap=gap, table=self._table)


def _placed(line: Line, place: Place, origins: list[int]) -> Place:
    return line.place(origins[place.start], origins[place.end - 1] + 1)


def _printed(raw: str) -> tuple[str, list[int]]:
    """The characters as they show, hard blanks as blanks, and for each the one of raw that it is. Other white space shows as one blank."""
    shown: list[str] = []
    origins: list[int] = []
    soft = True  # at the beginning of a line it does not show
    for index, character in enumerate(raw):
        if character in " \t\r\n\f":
            if soft:
                continue
            soft = True
        else:
            soft = False
        shown.append(" " if soft or character == "\xa0" else character)
        origins.append(index)
    return "".join(shown).rstrip(), origins
