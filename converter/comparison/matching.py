"""Which figures of several books speak of the same thing: lines by their keys, durations by the fiscal period that they mean."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import count

from attrs import frozen

from converter.comparison.books.book import Book, Figure, Key, Line, agree
from converter.diagnostic import Code, Diagnostic
from converter.period import Duration, Period
from converter.report import Unit

SLACK = timedelta(days=10)
"""Two fiscal periods that end on one day start on one day. Where their starts differ by less than this, one start was inferred: the first
day of a fiscal quarter is rarely printed, and 13 weeks are not 3 months."""


@frozen(cache_hash=True)
class Subject:
    """What can be compared: a line (by its number among all lines), a period and a unit."""

    line: int
    period: Period
    unit: Unit


@frozen
class Stated:
    """A subject and who states it, as (number of the book, figure), a figure a book."""

    subject: Subject
    figures: tuple[tuple[int, Figure], ...]

    @property
    def agrees(self) -> bool:
        """Whether all of them can be the same value."""
        return all(agree(one, other) for position, (_, one) in enumerate(self.figures) for _, other in self.figures[position + 1 :])

    @property
    def figure(self) -> Figure:
        """The most precise one."""
        return min((figure for _, figure in self.figures), key=_coarseness)

    @property
    def books(self) -> frozenset[int]:
        return frozenset(number for number, _ in self.figures)


def match(books: Sequence[Book]) -> tuple[tuple[Stated, ...], tuple[Diagnostic, ...]]:
    """Every subject that a book states, in the order in which they are found, and what a book says twice with different values."""
    numbers = _numbered(books)
    periods = _fiscal_periods(books)
    found: dict[Subject, dict[int, Figure]] = {}
    contradicted: dict[tuple[Subject, int], tuple[Figure, Figure]] = {}
    for number, book in enumerate(books):
        for figure in book.figures:
            subject = Subject(numbers[number, figure.line], periods[figure.period], figure.unit)
            stated = found.setdefault(subject, {})
            other = stated.setdefault(number, figure)
            if other is not figure and not agree(other, figure):
                contradicted.setdefault((subject, number), (other, figure))
            stated[number] = min(other, figure, key=_coarseness)
    for subject, number in contradicted:
        del found[subject][number]
    doubts = _contradictions(books, contradicted)
    return tuple(Stated(subject, tuple(sorted(stated.items()))) for subject, stated in found.items() if stated), doubts


def _coarseness(figure: Figure) -> int:
    return -(1 << 30) if figure.decimals is None else -figure.decimals


def _contradictions(books: Sequence[Book], contradicted: Mapping[tuple[Subject, int], tuple[Figure, Figure]]) -> tuple[Diagnostic, ...]:
    """One doubt for each book that states something with two values: the first of them, and how many there are."""
    doubts = []
    for number, book in enumerate(books):
        pairs = [pair for (_, where), pair in contradicted.items() if where == number]
        for one, other in pairs[:1]:
            twice = f"{one.line.label} of {one.period} as {one.value:,f} ({one.where}) and as {other.value:,f} ({other.where})"
            more = f", and {len(pairs) - 1:,} more such facts" if len(pairs) > 1 else ""
            hint = "What a file states with two values is not compared."
            doubts.append(Diagnostic(Code.FACT_INCONSISTENT, f"{book.origin} states {twice}{more}.", hint=hint))
    return tuple(doubts)


def _numbered(books: Sequence[Book]) -> dict[tuple[int, Line], int]:
    """The number of each line of each book: equal for lines that are known by the same key.

    The words of a report's own line tell it only where they tell one line of that book, and never one that a surer key has told.
    """
    numbers: dict[tuple[int, Line], int] = {}
    known: dict[Key, int] = {}
    fresh = count()
    for number, book in enumerate(books):
        lines = tuple(dict.fromkeys(figure.line for figure in book.figures))
        repeated = Counter(key for line in lines for key in line.keys[1:])
        mine: dict[Line, int] = {}
        for rank in range(max((len(line.keys) for line in lines), default=0)):
            for line in lines:
                key = line.keys[rank] if line not in mine and rank < len(line.keys) else None
                same = known.get(key) if key and repeated[key] < 2 else None
                if same is not None and (not rank or same not in mine.values()):
                    mine[line] = same
        for line in lines:
            first = mine[line] if line in mine else known[line.keys[0]] if line.keys[0] in known else next(fresh)
            numbers[number, line] = mine[line] = first
            for key in line.keys:
                if repeated[key] < 2:
                    known.setdefault(key, first)
    return numbers


def _fiscal_periods(books: Sequence[Book]) -> dict[Period, Period]:
    """Each period as the first one that means the same fiscal period. A book that itself tells two such durations apart means two."""
    meant: dict[Period, Period] = {}
    by_end: dict[date, list[Duration]] = {}
    for book in books:
        own: dict[date, list[Duration]] = {}
        for period in dict.fromkeys(figure.period for figure in book.figures):
            if isinstance(period, Duration) and _long(period):
                own.setdefault(period.last, []).append(period)
            else:
                meant[period] = period
        for last, durations in own.items():
            known = by_end.setdefault(last, [])
            for period in durations:
                if period not in meant:
                    near = [other for other in known if _near(other, period)]
                    alone = sum(_near(other, period) for other in durations) == 1
                    meant[period] = near[0] if len(near) == 1 and alone else period
            known += [period for period in durations if meant[period] == period and period not in known]
    return meant


def _near(one: Duration, other: Duration) -> bool:
    return abs(one.first - other.first) < SLACK


def _long(period: Duration) -> bool:
    """Whether it can be a fiscal quarter or longer: of shorter ones, ten days are too large a part."""
    return period.days > 70
