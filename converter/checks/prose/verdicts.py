"""Levels and ratios of the text held against the facts, within the rounding of both."""

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from converter.checks.facts import Facts, money, place_of, where
from converter.checks.prose.claim import Claim, Says
from converter.checks.prose.figures import Figure, Measured
from converter.checks.prose.held import Agreement
from converter.checks.prose.subjects import INCOMES, PER_SHARE
from converter.diagnostic import Code
from converter.period import Duration, Instant
from converter.report import Fact, half_unit
from converter.taxonomy import Type

_CONTINUING = ("IncomeLossFromContinuingOperationsPerBasicShare", "IncomeLossFromContinuingOperationsPerDilutedShare")
_TYPES = {Measured.MONEY: Type.MONETARY, Measured.PER_SHARE: Type.PER_SHARE}


@frozen
class Verdict:
    """What became of a claim, and why. numbers: of the facts that it was held against. code: of the finding, where it is one."""

    outcome: Agreement
    reason: str
    numbers: tuple[int, ...] = ()
    code: Code | None = None


def candidates(facts: Facts, claim: Claim, period: Duration | Instant) -> tuple[int, ...]:
    """The facts that a claim may mean, by number."""
    assert claim.subject is not None
    names: Iterable[str] = claim.subject.concepts
    if claim.figure.measured is Measured.PER_SHARE or (claim.says is not Says.LEVEL and set(names) & set(PER_SHARE)):
        names = _per_share(claim, names)
    found = []
    for name in names:
        for when in (period, Instant(period.last)) if isinstance(period, Duration) else (period,):
            number = facts.numbers.get((name, when))
            if number is not None and _suits(claim, facts.all[number]):
                found.append(number)
    return tuple(found)


def _suits(claim: Claim, fact: Fact) -> bool:
    wanted = _TYPES.get(claim.figure.measured)
    return fact.concept.type is wanted if wanted else fact.concept.type in (Type.MONETARY, Type.PER_SHARE)


def held_level(facts: Facts, claim: Claim) -> Verdict:
    """Whether a fact is what the text says it is."""
    period, figure = claim.time.period, claim.figure
    assert period is not None
    numbers = candidates(facts, claim, period)
    if not numbers:
        return Verdict(Agreement.NOT_HELD, f"no statement prints it for {period}")
    agreeing = tuple(number for number in numbers if _agrees(figure, facts.all[number]))
    if agreeing:
        return Verdict(Agreement.AGREES, _told(facts.all[agreeing[0]]), agreeing)
    meant = [facts.all[number] for number in numbers]
    first, differs = meant[0], _told(meant[0])
    if not claim.certain or not any(_comparable(figure, fact) for fact in meant):
        return Verdict(Agreement.NOT_HELD, f"it may mean something else; {differs}", numbers)
    same = {fact.concept for fact in meant}
    for fact in facts.all:
        near = fact.concept in same or (fact.period == first.period and fact.concept.type is first.concept.type)
        if near and fact.value and _agrees(figure, fact):
            return Verdict(Agreement.NOT_HELD, f"it is {fact.concept.label.lower()} for {fact.period}; {differs}", numbers)
    return Verdict(Agreement.DIFFERS, differs, numbers, Code.PROSE_DIFFERS)


def held_ratio(facts: Facts, claim: Claim) -> Verdict:
    """Whether two facts are in the ratio that the text says."""
    period, figure = claim.time.period, claim.figure
    assert period is not None
    assert claim.subject is not None
    part = next((f for name in claim.subject.concepts if (f := facts.get(name, period))), None)
    whole = facts.get(claim.subject.over, period)
    if part is None or whole is None or not whole.value:
        return Verdict(Agreement.NOT_HELD, f"the statements do not give it for {period}")
    numbers = tuple(facts.numbers[fact.concept.name, fact.period] for fact in (part, whole))
    exact = part.value / whole.value * 100
    slack = figure.half * 2 if figure.hedged else figure.half
    rounding = (half_unit(part.decimals) + half_unit(whole.decimals)) / abs(whole.value) * 100
    words = f"{money(part.value)}{where(place_of(part))} over {money(whole.value)}{where(place_of(whole))} is {exact:.2f} percent"
    miss = abs(abs(exact) - figure.value) - rounding
    if miss <= slack:
        return Verdict(Agreement.AGREES, words, numbers)
    sure = claim.certain and miss > 2 * slack
    return Verdict(Agreement.DIFFERS if sure else Agreement.NOT_HELD, words, numbers, Code.PROSE_DIFFERS if sure else None)


def _per_share(claim: Claim, names: Iterable[str]) -> tuple[str, ...]:
    """The concepts per share that go with a subject and the words `basic` and `diluted`."""
    names = tuple(names)
    if not set(names) & {*INCOMES, *PER_SHARE}:
        if "IncomeLossFromContinuingOperations" in names:
            return _CONTINUING
        return tuple(name for name in names if "PerShare" in name or "PerBasic" in name or "PerDiluted" in name)
    wanted = tuple(name for name in PER_SHARE if name in names) or PER_SHARE
    basis = claim.figure.basis
    if len(basis) == 1:
        wanted = tuple(name for name in PER_SHARE if basis[0].capitalize() in name)
    return wanted


def _agrees(figure: Figure, fact: Fact) -> bool:
    """Whether a fact is the figure, within the rounding of both. Losses are printed without sign."""
    slack = max(figure.half, half_unit(fact.decimals)) * (2 if figure.hedged else 1)
    return abs(abs(fact.value) - figure.value) <= slack


def _comparable(figure: Figure, fact: Fact) -> bool:
    """Whether a figure is about as large as a fact, or has its digits at another scale: else it measures another thing."""
    one, other = figure.value, abs(fact.value)
    if not one or not other:
        return False
    return one < 20 * other < 400 * one or _digits(one) == _digits(other)[: len(_digits(one))]


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.normalize().as_tuple().digits))


def _told(fact: Fact) -> str:
    return f"{fact.concept.label.lower()} for {fact.period} is {money(fact.value)}{where(place_of(fact))}"
