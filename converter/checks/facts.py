"""The facts of a report by what they are about."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import Factory, define

from converter.period import Duration, Instant, Period
from converter.place import Place
from converter.report import Fact


def money(value: Decimal) -> str:
    """A value as people write it: 1,576,000 or -0.22."""
    return f"{value:,f}"


@define
class Facts:
    """Facts by concept and period, in the currency of the books. Numbers count the report's facts from 0.

    A convenience translation follows the fact that it translates, and is not asked.
    """

    all: tuple[Fact, ...]
    numbers: dict[tuple[str, Period], int] = Factory(dict)

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> "Facts":
        every = tuple(facts)
        numbers: dict[tuple[str, Period], int] = {}
        for number, fact in enumerate(every):
            numbers.setdefault((fact.concept.name, fact.period), number)
        return cls(every, numbers)

    def get(self, name: str, period: Period) -> Fact | None:
        """The fact of a concept over a period."""
        number = self.numbers.get((name, period))
        return None if number is None else self.all[number]

    def named(self, name: str) -> Iterator[Fact]:
        """All facts of a concept."""
        return (self.all[number] for (known, _), number in self.numbers.items() if known == name)

    def at(self, period: Period) -> Iterator[Fact]:
        """All facts of a period."""
        return (self.all[number] for (_, known), number in self.numbers.items() if known == period)

    @property
    def durations(self) -> tuple[Duration, ...]:
        """The distinct durations, the latest end first, longer ones first."""
        found = {fact.period for fact in self.all if isinstance(fact.period, Duration)}
        return tuple(sorted(found, key=lambda period: (period.last, period.days), reverse=True))

    @property
    def instants(self) -> tuple[Instant, ...]:
        """The distinct instants, the latest first."""
        return tuple(sorted({fact.period for fact in self.all if isinstance(fact.period, Instant)}, reverse=True))


def where(place: Place | None) -> str:
    """A place in parentheses, for the middle of a sentence."""
    return f" ({place})" if place else ""


def printed(fact: Fact) -> str:
    """A fact's value with its place."""
    return money(fact.value) + where(fact.places[0] if fact.places else None)


def place_of(fact: Fact) -> Place | None:
    """The first place of a fact."""
    return fact.places[0] if fact.places else None
