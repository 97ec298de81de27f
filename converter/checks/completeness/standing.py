"""Where numbers stand that no table took: in its heading, in the words of its lines, or like a number of a row that was not read."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from converter.diagnostic import Code
from converter.outcome import Outcome
from converter.place import Place
from converter.readers.ink import Ink
from converter.statement import OtherTable, Statement

_REFERS: Final = re.compile(r"\d{1,2}(?:,\d{1,2})*")
_APART_BEFORE: Final = re.compile(r"(?:^|\s{2}|\t|[.)])\s*[$(\[\s-]*$")
_APART_AFTER: Final = re.compile(r"[)\]%]*(?:\s*$|\s{2}|\t|[($])")
_CLOSES: Final = re.compile(r"\)\s*\S")
_WORD: Final = re.compile(r"[a-z]{2}", re.IGNORECASE)


@frozen
class Table:
    """Positions of a table: where its title begins, its first number, and the end of its last one. read: it is a recognised statement."""

    start: int
    first: int
    end: int
    title: str
    read: bool


class Tables:
    """All tables of a document, by position."""

    def __init__(self, ink: Ink, statements: Iterable[Statement], others: Iterable[OtherTable]) -> None:
        found = [_table(ink, statement.title, statement.place, _numbers(statement), True) for statement in statements]
        found += [_table(ink, table.title, table.place, (left.place for left in table.numbers), False) for table in others]
        self._tables = sorted((table for table in found if table is not None), key=lambda table: table.start)
        self._starts = [table.start for table in self._tables]

    def at(self, position: int) -> Table | None:
        """The table that holds a position."""
        index = bisect_right(self._starts, position) - 1
        table = self._tables[index] if index >= 0 else None
        return table if table is not None and position < table.end else None


def _table(ink: Ink, title: str, place: Place, numbers: Iterable[Place], read: bool) -> Table | None:
    spans = [ink.span(number) for number in numbers]
    if not spans:
        return None
    first = min(start for start, _ in spans)
    return Table(min(ink.span(place)[0], first), first, max(end for _, end in spans), title, read)


def _numbers(statement: Statement) -> Iterator[Place]:
    for line in statement.lines:
        for amount in line.every:
            yield amount.place
    for left in statement.leftovers:
        yield left.place


def standing(kind: Outcome | None, table: Table, position: int, number: str, before: str, after: str) -> tuple[Outcome, Code | None]:
    """What a number within a table is, and the code that says why it is no fact, if it stands like one.

    kind: what the ink around it tells. before, after: its printed line, left and right of the digits.
    """
    if position < table.first:
        return (Outcome.HEADING if kind in (None, Outcome.DATE, Outcome.NAME) else kind), None
    if kind is not None:
        return kind, None
    if not (_APART_BEFORE.search(before) and _APART_AFTER.match(after)):
        return Outcome.LABEL, None
    if _CLOSES.match(after) and not before.strip(" $"):  # it ends a label that the line above begins: "(cost $88 and" over "$91)"
        return Outcome.LABEL, None
    if _REFERS.fullmatch(number) and after.strip():
        return Outcome.NOTE_MARK, None
    if _WORD.search(after):
        return Outcome.LABEL, None
    return (Outcome.BROKEN, Code.ROW_BROKEN) if table.read else (Outcome.OTHER_TABLE, Code.NOT_PRIMARY)
