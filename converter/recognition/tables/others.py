"""Tables that are no primary statement: where they stand, how they are headed, and why they were left out.

A table is told by its rows of figures alone, so that one without any title ("Reconciliation of ...", "Selected data") is found as well.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.document import Document, Row
from converter.outcome import Outcome
from converter.place import Place
from converter.recognition.columns.fragments import is_temporal, tells_time
from converter.recognition.rows.line import Line, split
from converter.recognition.scale import scale_in
from converter.recognition.tables.titles import Title, is_prose, other_table
from converter.statement import Leftover, OtherTable, Statement

_APART = 6
"""Rows without figures that one table may hold between two rows with them."""

_HEADED_WITHIN = 12
_LEAST_ROWS = 2
_ADJUSTED = re.compile(r"reconcil|non-?\s?gaap|pro[- ]?forma|\badjust|ebitda|free cash flow|\bcore\b", re.IGNORECASE)
_ENDS_IN_FIGURE = re.compile(r"[\d)%*\]–—-]$|\bnil$|\bN/?[AM]\.?$", re.IGNORECASE)

Figures = tuple[int, Line]
"""A row's index and its label and amounts."""


def other_tables(
    document: Document, titles: Sequence[Title], statements: Iterable[Statement], said: Mapping[Place, str], doubt: Doubt
) -> tuple[OtherTable, ...]:
    """The tables of a document that belong to none of its statements, in printed order. said: what was told already of titles, by place.

    Each one that nothing was said of earns a note.
    """
    rows = document.rows
    taken = _taken(rows, statements)
    headed = {title.index: title for title in titles}
    found: list[OtherTable] = []
    before: tuple[int, OtherTable] | None = None
    for group in _groups(document, taken, headed):
        first, last = group[0][0], group[-1][0]
        near = before if before and first - before[0] <= _HEADED_WITHIN else None  # the page before
        index = _heading(rows, first, near[0] + 1 if near else 0, taken, headed)
        if index is None and near is not None:  # the table goes on over a page
            title, place, reason = near[1].title, near[1].place, near[1].reason
        else:
            title = rows[index].cells[0].text if index is not None else ""
            place = rows[index if index is not None else first].cells[0].place
            reason = said.get(place, "") or _reason(rows, index, headed)
            if place not in said:
                what = f'"{title}"' if title else f"A table of {len(group)} rows"
                doubt(Diagnostic(Code.NOT_PRIMARY, f"{what} is not read as a primary statement: {reason}.", place))
        outcome = Outcome.NON_GAAP if _ADJUSTED.search(title) else Outcome.OTHER_TABLE
        numbers = tuple(
            Leftover(line.label, token.text, token.place, Code.NOT_PRIMARY.label, reason, outcome)
            for _, line in group
            for token in line.tokens
            if token.printed is not None or token.broken
        )
        found.append(OtherTable(title, place, reason, numbers))
        before = last, found[-1]
    return tuple(found)


def _taken(rows: Sequence[Row], statements: Iterable[Statement]) -> set[int]:
    """The rows of the statements: each from its title to its last number."""
    index_of = {(cell.place.line, cell.place.node): index for index, row in enumerate(rows) for cell in row.cells}
    taken: set[int] = set()
    for statement in statements:
        places = [amount.place for line in statement.lines for amount in line.every]
        places += [leftover.place for leftover in statement.leftovers]
        held = [index for place in (statement.place, *places) if (index := index_of.get((place.line, place.node))) is not None]
        if held:
            taken.update(range(min(held), max(held) + 1))
    return taken


def _groups(document: Document, taken: set[int], headed: Mapping[int, Title]) -> Iterable[list[Figures]]:
    """Rows of figures that stand together, outside of the statements."""
    group: list[Figures] = []
    for index, row in enumerate(document.rows):
        if not row.cells:
            continue
        figures = None if index in taken else _figures(row, document.grid == "characters")
        ends = index in taken or index in headed or (figures is None and is_prose(row))
        if group and (ends or (figures and (index - group[-1][0] > _APART or row.table != document.rows[group[-1][0]].table))):
            if len(group) >= _LEAST_ROWS:
                yield group
            group = []
        if figures and not ends:
            group.append((index, figures))
    if len(group) >= _LEAST_ROWS:
        yield group


def _figures(row: Row, characters: bool) -> Line | None:
    """A row of a table with figures in it; None for words, for the years and dates of a heading, and for page numbers."""
    if not _ENDS_IN_FIGURE.search(row.cells[-1].text) or not (characters or row.table):
        return None
    if (len(row.cells) == 1 and (not characters or len(row.text) < 6 or is_prose(row))) or _is_dated(row.text):
        return None
    line = split(row, characters)
    return line if any(token.printed is not None for token in line.tokens) else None


def _is_dated(text: str) -> bool:
    return is_temporal(text) and tells_time(text)


def _heading(rows: Sequence[Row], first: int, least: int, taken: set[int], headed: Mapping[int, Title]) -> int | None:
    """The row that heads a table: the nearest that names one, else the nearest of words that tell neither time nor scale."""
    words = None
    for index in range(first - 1, max(least, first - _HEADED_WITHIN) - 1, -1):
        row = rows[index]
        if index in taken or (row.cells and is_prose(row) and not row.text.startswith("(")):
            break
        if index in headed or other_table(row):
            return index
        if words is None and len(row.cells) == 1 and _is_name(row.text):
            words = index
    return words


def _is_name(text: str) -> bool:
    wordy = len(text) < 120 and sum(character.isalpha() for character in text) > 3 and not text.startswith("(")
    return wordy and not is_temporal(text) and not scale_in(text)


def _reason(rows: Sequence[Row], index: int | None, headed: Mapping[int, Title]) -> str:
    if index is None:
        return "no heading over it names such a statement"
    words = headed[index].other if index in headed else other_table(rows[index])
    if words:
        return f'its title says "{words}"'
    kind = headed[index].kind if index in headed else None
    return "its lines are not those of such a statement" if kind else "its heading names none"
