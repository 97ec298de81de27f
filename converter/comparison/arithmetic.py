"""Periods that make up other periods: a year is its nine months and its fourth quarter, and cash rolls forward from day to day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

from attrs import frozen

from converter.comparison.matching import SLACK, Stated, Subject
from converter.period import Duration, Instant
from converter.report import Unit, half_unit
from converter.taxonomy import Type

_DAY = timedelta(days=1)
_MOST_PARTS = 4
_MOST_STEPS = 2000
_CHANGE = ("er", "CashAndCashEquivalentsPeriodIncreaseDecrease")
_CASH = (
    ("er", "CashAndCashEquivalentsAtCarryingValue"),
    ("er", "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"),
)
_NO_FLOW = ("average", "per share", "beginning of", "end of", "backlog")


@frozen
class Equation:
    """A whole that is the sum of its parts over time, all taken from several books."""

    whole: Stated
    parts: tuple[Stated, ...]

    @property
    def expected(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.figure.value for part in self.parts), Decimal(0))

    @property
    def difference(self) -> Decimal:
        return self.whole.figure.value - self.expected

    @property
    def holds(self) -> bool:
        """Whether rounding explains the difference (Calculations 1.1, 4)."""
        return abs(self.difference) <= sum((half_unit(part.figure.decimals) for part in self.parts), half_unit(self.whole.figure.decimals))


def equations(stated: Sequence[Stated]) -> tuple[Equation, ...]:
    """All that the books can only tell together. Figures on which the books differ already are left out; so are sums inside one book."""
    settled = [one for one in stated if one.agrees]
    flows: dict[tuple[int, Unit], dict[Duration, Stated]] = {}
    for one in settled:
        if isinstance(one.subject.period, Duration) and _adds_up(one):
            flows.setdefault((one.subject.line, one.subject.unit), {})[one.subject.period] = one
    tiled = [
        Equation(over[whole], tuple(over[part] for part in parts)) for over in flows.values() for whole, parts in tilings(sorted(over))
    ]
    return tuple(one for one in [*tiled, *_rolled(settled)] if not _in_one_book(one))


def _adds_up(one: Stated) -> bool:
    """Whether its values over time add up: money, but no averages."""
    words = one.figure.line.label.casefold()
    return Type.MONETARY in one.subject.unit.suits and not any(word in words for word in _NO_FLOW)


def _in_one_book(equation: Equation) -> bool:
    return bool(equation.whole.books.intersection(*(part.books for part in equation.parts)))


def tilings(durations: Sequence[Duration]) -> Iterator[tuple[Duration, tuple[Duration, ...]]]:
    """Each duration with the fewest others that make it up, in order of time. Parts that together make up a third one that is there are
    left out: it says the same.
    """
    for whole in durations:
        inside = [part for part in durations if part != whole and part.first > whole.first - SLACK and part.last <= whole.last]
        for parts in islice(_rows(whole, inside), _MOST_STEPS):
            if not any(_covers(other, parts) for other in inside):
                yield whole, parts


def _rows(whole: Duration, inside: Sequence[Duration]) -> Iterator[tuple[Duration, ...]]:
    """Rows of at most four durations that follow each other from the first day of the whole to its last."""
    waiting: list[tuple[Duration, ...]] = [()]
    for _ in range(_MOST_STEPS):
        if not waiting:
            return
        row = waiting.pop()
        if row and row[-1].last == whole.last:
            yield row
        elif len(row) < _MOST_PARTS:
            next_day = row[-1].last + _DAY if row else whole.first
            waiting += [(*row, part) for part in reversed(inside) if _meets(part.first, next_day) and part.last > next_day]


def _covers(other: Duration, parts: Sequence[Duration]) -> bool:
    """Whether two or more of the parts, but not all, make up the other."""
    return any(
        _meets(other.first, parts[start].first) and other.last == parts[end].last
        for start in range(len(parts))
        for end in range(start + 1, len(parts))
        if end - start + 1 < len(parts)
    )


def _meets(day: date, other: date) -> bool:
    """Whether two days can be the same border of fiscal periods; one of them may be inferred."""
    return abs(day - other) < SLACK


def _rolled(settled: Sequence[Stated]) -> Iterator[Equation]:
    """Closing cash from opening cash and its change, for the kind of cash that some book itself so rolls forward: that makes it certain."""
    by_key: dict[tuple[str, ...], dict[Subject, Stated]] = {}
    for one in settled:
        by_key.setdefault(one.figure.line.keys[0], {})[one.subject] = one
    for key in _CASH:
        found = list(_rolls(by_key.get(_CHANGE, {}), by_key.get(key, {})))
        if any(equation.holds and _in_one_book(equation) for equation in found):
            yield from found


def _rolls(changes: Mapping[Subject, Stated], balances: Mapping[Subject, Stated]) -> Iterator[Equation]:
    at = {(one.subject.unit, one.subject.period): one for one in balances.values()}
    for change in changes.values():
        over, unit = change.subject.period, change.subject.unit
        if isinstance(over, Duration) and over.first > date.min:
            opening, closing = at.get((unit, Instant(over.first - _DAY))), at.get((unit, Instant(over.last)))
            if opening and closing:
                yield Equation(closing, (opening, change))
