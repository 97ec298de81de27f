"""Balance sheets whose two sides stand beside each other, set one below the other: assets first, then liabilities and equity."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve

from converter.document import Cell, Row
from converter.recognition.rows.tokens import tokens_of

_WORDS = re.compile(r"[^\W\d_]{3}")
_LEAST = 4
"""Rows that must have words and numbers on both sides."""
_ASSET = re.compile(r"\bcash\b|receivable|inventor|total assets")
_LIABILITY = re.compile(r"payable|accrued|liabilit")
_SHIFT = 3
"""Print columns by which words of one side may begin apart: lines are indented."""
_REACH = 8
"""Rows that may lie between two lines in pairs."""
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


def stacked_print(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a fixed-width document with the halves of every balance sheet whose sides stand side by side one below the other."""
    paired = [(index, start) for index, row in enumerate(rows) if (start := _second_words(row.cells)) is not None]
    result: list[Row] = []
    done = 0
    for first, last, middle in _runs(paired, rows):
        while first > done and rows[first - 1].gap <= 2 and _heads_both(rows[first - 1], middle):
            first -= 1  # headings of both sides
        while last + 1 < len(rows) and rows[last + 1].gap <= 1 and _on_one_side(rows[last + 1], middle):
            last += 1
        result.extend(rows[done:first])
        result.extend(_halves(rows[first : last + 1], middle - _SHIFT))
        done = last + 1
    return (*result, *rows[done:])


def _runs(paired: Sequence[tuple[int, int]], rows: Sequence[Row]) -> Iterator[tuple[int, int, int]]:
    """First and last row of each run of lines in pairs, and where the second words of a pair begin."""
    run: list[tuple[int, int]] = []
    for index, start in [*paired, (len(rows) + _REACH + 1, 0)]:
        if run and index - run[-1][0] > _REACH:
            words = [rows[number].text.lower() for number, _ in run]
            if len(run) >= _LEAST and any(_ASSET.search(text) for text in words) and any(_LIABILITY.search(text) for text in words):
                yield run[0][0], run[-1][0], Counter(start for _, start in run).most_common(1)[0][0]
            run = []
        run.append((index, start))


def _heads_both(row: Row, middle: int) -> bool:
    """Whether a row has a heading over each side."""
    return any(abs(cell.left - middle) <= _SHIFT and cell.text[0].isalnum() for cell in row.cells[1:])


def _on_one_side(row: Row, middle: int) -> bool:
    """Whether a row goes on with one of two sides: a total, or a line that the other side has none beside."""
    sides = {cell.left < middle - _SHIFT for cell in row.cells}
    return not row.cells or (bool(tokens_of(row.cells[-1], False)) and len(sides) == 1)


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
    if not kinds or not kinds[0] or sum(kinds) != 2:
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
