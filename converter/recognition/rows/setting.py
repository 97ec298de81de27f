"""Setting: whether the numbers of a fixed-width table stand in columns of print. Typists set them flush right, some programs flush left; in
text that was copied from a page or taken out of a PDF they follow one blank behind the words, or stand one below another: then only their
order tells their columns.
"""

import re
from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from converter.recognition.rows.line import Line, split
from converter.recognition.rows.stacks import Stack, usual_count
from converter.recognition.rows.tokens import Token

_LINED = 0.6
"""Share of the numbers that recur at one place of their rows, below which they stand in no columns."""
_FEWEST = 12
"""Numbers from which on that share says something."""
_COLUMN = 3
"""Numbers at one place that make a column."""
_AGREE = 0.7
"""Share of rows with the usual number of numbers, from which on their order can tell columns."""
_MARGINAL = 0.25
"""Share of rows whose numbers begin at the margin, which says that nothing stands in columns."""
_MOSTLY = 0.6
"""Share of rows that have one number and no words, from which on the numbers of a line stand one below another."""
_NOTE = re.compile(r"\(\d\)")
_ANYWHERE = frozenset(range(2_000))
_ENDS = frozenset("0123456789)]%-–—")
"""What a number ends in: words that end in anything else have none behind them."""


def read_in_order(lines: Sequence[Line]) -> list[Line] | None:
    """The lines of a table whose numbers stand in no columns, each with all numbers behind its words; None for a table with columns."""
    again = [_without_note(split(line.row, True, _ANYWHERE) if line.label[-1:] in _ENDS else line) for line in lines]
    numbers = [line for line in again if line.tokens]
    wide = [t for line in numbers for t in line.tokens if t.printed is not None and not t.dash and t.right - t.left > 1]
    if len(wide) < _FEWEST:
        return None
    below = _gathered(again) if _stand_below(numbers) else None
    rows = [line for line in below or again if line.tokens]
    usual = usual_count(rows)
    if usual < 2 or sum(len(row.tokens) == usual for row in rows) <= _AGREE * len(rows):
        return None
    if below is not None:
        return below
    lined = max(_lined([token.right for token in wide]), _lined([_ink(token) for token in wide]))
    return _named(again, usual) if lined < _LINED or _at_margin(rows) else None


def _stand_below(rows: Sequence[Line]) -> bool:
    """Whether most numbers are alone in their rows, so that the numbers of a line stand one below another."""
    return sum(not row.label and len(row.tokens) == 1 for row in rows) > _MOSTLY * len(rows)


def _gathered(lines: Sequence[Line]) -> list[Line]:
    """The lines with the numbers that stand below their words, one a row, brought up to them."""
    gathered: list[Line] = []
    for line in lines:
        if line.tokens and not line.label and gathered:
            gathered[-1] = evolve(gathered[-1], tokens=gathered[-1].tokens + line.tokens)
        elif line.row.cells:
            gathered.append(line)
    return gathered


def _named(lines: Sequence[Line], usual: int) -> list[Line]:
    """The lines with words alone above numbers alone made one: in such text no row of numbers is without words."""
    named: list[Line] = []
    for line in lines:
        before = named[-1] if named else None
        waits = before is not None and before.label and not before.tokens and not before.label.endswith(":")
        if before is not None and waits and not line.label and not line.row.gap and len(line.tokens) == usual:
            named[-1] = evolve(before, tokens=line.tokens)
        else:
            named.append(line)
    return named


def _without_note(line: Line) -> Line:
    """A line whose label ends in the mark of a note, which looks like a number: "Total net sales (1)", "Net sales (Note 2)"."""
    if not (line.label and line.tokens):
        return line
    mark = line.tokens[0].text
    closes = mark.endswith(")") and "(" not in mark and line.label.count("(") > line.label.count(")")
    if not closes and not _NOTE.fullmatch(mark):
        return line
    return evolve(line, label=f"{line.label} {line.tokens[0].text}", tokens=line.tokens[1:])


def _at_margin(rows: Sequence[Line]) -> bool:
    """Whether the numbers of many rows begin where the words of others do, which no typist lets them."""
    margins = {line.row.indent for line in rows if line.label}
    return sum(not line.label and line.row.indent <= max(margins, default=0) for line in rows) > _MARGINAL * len(rows)


def stacks_in_order(lines: Sequence[Line]) -> tuple[Stack, ...]:
    """A stack for each number of a usual row, side by side in the order of reading; their places mean nothing."""
    return tuple(Stack(index, index + 1, index + 1) for index in range(usual_count(lines)))


def _ink(token: Token) -> int:
    """Where the ink of a number begins, its sign and currency included."""
    return token.left - next((at for at, character in enumerate(token.text) if character.isdigit()), 0)


def _lined(places: Sequence[int]) -> float:
    """The share of places that recur."""
    return sum(count for count in Counter(places).values() if count >= _COLUMN) / len(places)
