"""Keeps random books that balance: lines and sums for the typesetter, with every concept, sign and sum known.

What no reader could decide is avoided: no total is zero or has one part only; a line has a number other than zero in some
column; a statement of one column has numbers of five digits, so that no sum holds by chance. Periods of months end with a
month, since three months up to September 27 could be thirteen weeks or not; other periods say their weeks.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from random import Random

from attrs import Factory, define
from hypothesis import strategies as st
from typesetter import Head, Line, Words

from converter.period import Duration, Instant, month_end, months_before, weeks_before
from converter.statement import Measure

Numbers = tuple[Decimal | None, ...]
Part = tuple[int, int]

_WEEKS = {13: "Thirteen Weeks Ended", 26: "Twenty-Six Weeks Ended", 39: "Thirty-Nine Weeks Ended", 52: "Fifty-Two Weeks Ended"}
_MONTHS = {3: "Three Months Ended", 6: "Six Months Ended", 9: "Nine Months Ended", 12: "Twelve Months Ended"}


@define
class Books:
    """Lines and sums as they are entered. chance: seeded; it fills in numbers, which need not shrink."""

    chance: Random
    columns: int
    digits: int
    fraction: int
    body: list[Line | Words] = Factory(list)
    sums: list[tuple[int, tuple[Part, ...]]] = Factory(list)
    lines: list[Line] = Factory(list)

    def number(self, least: float = 0.02, most: float = 0.5) -> Decimal:
        """A share of the size of the books, never below two digits."""
        size = 10**self.digits
        return Decimal(max(17, self.chance.randrange(int(size * least), int(size * most)))).scaleb(-self.fraction)

    def numbers(self, sign: int = 1, least: float = 0.02, most: float = 0.5, whole: bool = False) -> Numbers:
        """A number for each column; sign 0 draws one for each. Now and then a zero or a blank beside others, unless `whole`."""
        found: list[Decimal | None] = []
        for _ in range(self.columns):
            value = self.number(least, most) * (sign or self.chance.choice((1, -1)))
            lot = self.chance.random()
            found.append(value if whole or lot > 0.08 else None if lot < 0.04 else Decimal(0).scaleb(-self.fraction))
        if not any(found):
            found[0] = self.number(least, most) * (sign or 1)
        return tuple(found)

    def words(self, label: str, depth: int = 0) -> None:
        self.body.append(Words(label, depth))

    def line(
        self,
        label: str,
        concept: str,
        numbers: Numbers,
        factor: int = 1,
        depth: int = 0,
        measure: Measure = Measure.MONEY,
        total: bool = False,
    ) -> int:
        """Enters a line and gives its number."""
        self.lines.append(Line(label, numbers, concept, factor, measure, depth, total))
        self.body.append(self.lines[-1])
        return len(self.lines) - 1

    def worth(self, parts: Sequence[Part]) -> tuple[Decimal, ...]:
        """What parts add up to in each column; a blank counts as nothing."""
        zero = Decimal(0).scaleb(-self.fraction)
        return tuple(sum(((self.lines[i].numbers[c] or zero) * w for i, w in parts), zero) for c in range(self.columns))

    def total(self, label: str, concept: str, parts: Sequence[Part], factor: int = 1, depth: int = 0) -> int:
        """Enters the total of parts."""
        self.sums.append((len(self.lines), tuple(parts)))
        return self.line(label, concept, self.worth(parts), factor, depth, total=True)

    def result(self, labels: tuple[str, str, str], concept: str, parts: Sequence[Part], depth: int = 0) -> int:
        """Enters a result under the words for a gain in all columns, a loss in all, or both."""
        worth = self.worth(parts)
        return self.total(labels[0 if min(worth) > 0 else 1 if max(worth) < 0 else 2], concept, parts, depth=depth)


@st.composite
def durations(draw: st.DrawFn, to_date: bool) -> tuple[Head, ...]:
    """Heads of statements over periods. to_date: one length of time in all columns, as cash flows are given."""
    year, month = draw(st.integers(1994, 2023)), draw(st.sampled_from((12, 9, 6, 3, 1)))
    weeks = draw(st.booleans())
    lengths = draw(st.sampled_from(((12,), (6,), (9,)) if to_date else ((3,), (12,), (3, 12), (3, 9), (3, 6))))
    years = draw(st.integers(1, 3)) if len(lengths) == 1 else 2
    heads = []
    for length in lengths:
        for back in range(years):
            if weeks:
                last = weeks_before(date(year, month, 27), 52 * back)
                count = length * 13 // 3
                heads.append(Head(Duration(date.fromordinal(weeks_before(last, count).toordinal() + 1), last), _WEEKS[count]))
            else:
                last = month_end(year - back, month)
                first = date.fromordinal(months_before(last, length).toordinal() + 1)
                heads.append(Head(Duration(first, last), _MONTHS[length]))
    return tuple(heads)


@st.composite
def instants(draw: st.DrawFn) -> tuple[Head, ...]:
    """Heads of balance sheets: the end of a quarter, and of the fiscal year before."""
    day = month_end(draw(st.integers(1994, 2023)), draw(st.sampled_from((12, 9, 6, 3, 1))))
    return tuple(Head(Instant(months_before(day, back))) for back in (0, draw(st.sampled_from((12, 3, 9))))[: draw(st.integers(1, 2))])


def books(draw: st.DrawFn, columns: int, scale: int) -> Books:
    fraction = draw(st.integers(0, 1)) if scale == 6 else 0
    digits = draw(st.integers(5 if columns == 1 or fraction else 4, 6)) + (3 if not scale else 0)
    return Books(Random(draw(st.integers(0, 1 << 16))), columns, digits, fraction)


def some(draw: st.DrawFn, from_: Sequence[tuple[str, ...] | tuple[str, str, int]], least: int = 1) -> list[int]:
    """Numbers of lines to print, in the order of the list."""
    return sorted(draw(st.sets(st.integers(0, len(from_) - 1), min_size=least)))
