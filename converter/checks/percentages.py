"""Columns of percentages held against the amounts beside them.

What such a column means is not asked of its heading but of its figures: the change between two columns of amounts, or each amount's
share of the line that is 100 percent. A meaning stands when most rows agree with it; then the rows that do not are findings. Signs are
not held: many filers print an unfavourable change as negative.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from converter.checks.facts import where
from converter.diagnostic import Code, Diagnostic, Doubt
from converter.place import Place
from converter.report import half_unit
from converter.statement import Amount, Leftover, Measure, Statement

_FIGURE = re.compile(r"[-(]?\(?(\d[\d,]*(?:\.\d+)?|\.\d+)\)?%?\)?")
_ROW = re.compile(r".*/tr\[\d+\]")
_LEAST_ROWS = 6
"""Rows that must agree before a column's meaning is taken as known."""

_LARGEST = 1000
"""Percent: what is larger is often cut or left out as meaningless."""


@frozen
class _Row:
    """A percentage and the amounts of its row. half: what rounding may hide of it."""

    label: str
    value: Decimal
    half: Decimal
    place: Place
    amounts: tuple[Amount | None, ...]


@frozen
class _Meaning:
    """The change from column base to column of, or (change false) the share of the line `whole` in column of."""

    change: bool
    of: int
    base: int = 0
    whole: Amount | None = None

    def words(self, statement: Statement) -> str:
        periods = [str(column.period) for column in statement.columns]
        return f"the change from {periods[self.base]} to {periods[self.of]}" if self.change else f"its share in {periods[self.of]}"

    def of_row(self, row: _Row) -> tuple[Amount, Amount] | None:
        """The amount and the base that it is measured by."""
        amount = row.amounts[self.of]
        base = row.amounts[self.base] if self.change else self.whole
        return (amount, base) if amount and base and base.printed else None


def check_percentages(statement: Statement, doubt: Doubt) -> None:
    """A finding for every percentage that the amounts of its row do not give, where the column's other rows tell what it means."""
    groups: dict[str, list[Leftover]] = {}
    for leftover in statement.leftovers:
        if leftover.code == Code.COLUMN_NOT_VALUES.label:
            groups.setdefault(leftover.reason, []).append(leftover)
    if not groups:
        return
    lines = {_row(amount.place): line for line in statement.lines for amount in line.amounts if amount}
    for leftovers in groups.values():
        rows = [
            _Row(line.label, value, half_unit(decimals), leftover.place, line.amounts)
            for leftover in leftovers
            if (line := lines.get(_row(leftover.place))) is not None and line.measure in (Measure.MONEY, Measure.PER_SHARE)
            for value, decimals in _read(leftover.text)
        ]
        _check(statement, rows, doubt)


def _row(place: Place) -> tuple[int, str]:
    """What places of one printed row share."""
    match = _ROW.match(place.node)
    return (0, match[0]) if match else (place.line, place.node)


def _read(text: str) -> Iterator[tuple[Decimal, int]]:
    match = _FIGURE.fullmatch(text.replace(" ", ""))
    if match:
        digits = match[1].replace(",", "")
        yield Decimal(digits), len(digits.partition(".")[2])


def _check(statement: Statement, rows: Sequence[_Row], doubt: Doubt) -> None:
    if len(rows) < _LEAST_ROWS:
        return
    best: tuple[int, list[_Row], _Meaning] | None = None
    for meaning in _meanings(statement, rows):
        told = [row for row in rows if meaning.of_row(row) and row.value <= _LARGEST]
        misses = [row for row in told if not _holds(meaning, row)]
        held = sum(1 for row in told if row.value and row not in misses)
        if held >= _LEAST_ROWS and len(misses) * 5 <= held and (best is None or held > best[0]):
            best = held, misses, meaning
    if best is None:
        return
    _, misses, meaning = best
    for row in misses:
        pair = meaning.of_row(row)
        if pair is not None:
            amount, base = pair
            exact = _percent(meaning, amount, base)
            both = f"{amount.text}{where(amount.place)} and {base.text}{where(base.place)}"
            message = f'"{row.label}" prints {row.value} percent, but {meaning.words(statement)} is {exact:.1f} percent by {both}.'
            doubt(Diagnostic(Code.PERCENT_DIFFERS, message, row.place))


def _meanings(statement: Statement, rows: Sequence[_Row]) -> Iterator[_Meaning]:
    count = len(statement.columns)
    yield from (_Meaning(True, of, base) for of in range(count) for base in range(count) if of != base)
    whole = next((row for row in rows if row.value == 100), None)
    if whole is not None:
        yield from (_Meaning(False, of, whole=whole.amounts[of]) for of in range(count))


def _percent(meaning: _Meaning, amount: Amount, base: Amount) -> Decimal:
    over = amount.value - base.value if meaning.change else amount.value
    return abs(over / base.value) * 100


def _holds(meaning: _Meaning, row: _Row) -> bool:
    """Whether the percentage is right within its own rounding and that of the amounts.

    A unit and a quarter of its last digit is granted: percentages are cut off, or nudged so that they add up to 100.
    """
    pair = meaning.of_row(row)
    if pair is None:
        return True
    amount, base = pair
    exact = _percent(meaning, amount, base)
    rounding = (half_unit(amount.decimals) + half_unit(base.decimals) * (1 + exact / 100)) / abs(base.value) * 100
    return abs(exact - row.value) <= row.half * 5 / 2 + rounding
