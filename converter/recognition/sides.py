"""Balance sheets whose two sides stand beside each other, set one below the other: assets first, then liabilities and equity."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve

from converter.document import Cell, Row
from converter.recognition.amounts import tokens_of

_WORDS = re.compile(r"[^\W\d_]{3}")
_LEAST = 4
"""Rows that must have words and numbers on both sides."""
_WIDEST = 40
"""Cells that a row of two sides may have."""


def stacked(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of an HTML document with the halves of every table that prints lines side by side one below the other."""
    result: list[Row] = []
    for table, members in groupby(rows, key=lambda row: row.table):
        own = list(members)
        middle = _middle(own) if table else None
        result.extend(own if middle is None else _halves(own, middle))
    return tuple(result)


def _middle(rows: Sequence[Row]) -> int | None:
    """The grid column where the second side's words begin; None for a table with one column of words."""
    numbered = [row for row in rows if 1 < len(row.cells) <= _WIDEST and tokens_of(row.cells[-1], False)]
    starts = Counter(start for row in numbered if (start := _second_words(row.cells)) is not None)
    if not starts:
        return None
    middle, count = starts.most_common(1)[0]
    return middle if count >= _LEAST and count * 2 >= len(numbered) else None


def _second_words(cells: Sequence[Cell]) -> int | None:
    """Where words follow on words and numbers, and have numbers behind them."""
    kinds = [bool(_WORDS.search(cell.text)) for cell in cells]
    if not kinds[0] or sum(kinds) != 2:
        return None
    second = kinds.index(True, 1)
    inner = all(tokens_of(cell, False) for cell in cells[1:second] if cell.text not in "$()")
    return cells[second].left if second > 1 and inner else None


def _halves(rows: Sequence[Row], middle: int) -> Iterator[Row]:
    """Rows that span both sides stay above; of all others the left halves come first."""
    first = next((index for index, row in enumerate(rows) if len(row.cells) > 1), 0)
    yield from rows[:first]
    for left in (True, False):
        for row in rows[first:]:
            cells = tuple(cell for cell in row.cells if (cell.left < middle) == left)
            if cells or not row.cells:
                yield evolve(row, cells=cells)
