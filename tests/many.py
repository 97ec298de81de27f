"""Reports of very many facts."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from attrs import evolve, frozen
from reports import CORE, EMPTY

from converter.period import Duration, Instant, Period
from converter.report import Fact, Report, Unit
from converter.taxonomy import PeriodType, Type

DOLLARS = Unit.money("USD")
LINES = tuple(concept for concept in CORE if concept.type is Type.MONETARY and not concept.abstract)[:100]


@frozen
class Made:
    """Facts that are made each time they are read, so that only one at a time takes memory. days: after so many they start again."""

    count: int
    days: int = 3_000_000

    def __iter__(self) -> Iterator[Fact]:
        number = 0
        while number < self.count:
            day = date(1, 1, 1) + timedelta(days=number // len(LINES) % self.days)
            moment: Period = Instant(day)
            span: Period = Duration(day, day)
            for concept in LINES[: self.count - number]:
                number += 1
                yield Fact(concept, moment if concept.period is PeriodType.INSTANT else span, DOLLARS, Decimal(number * 1000), -3)


def report(facts: Any) -> Report:
    """A report with any iterable of facts that can be read again."""
    return evolve(EMPTY, facts=facts)
