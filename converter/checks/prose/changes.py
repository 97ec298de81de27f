"""Changes that the text tells held against the facts of both periods, or against the sentence's own figures."""

from decimal import Decimal

from attrs import evolve

from converter.checks.facts import Facts, money, place_of, where
from converter.checks.prose.claim import Claim, Says
from converter.checks.prose.held import Agreement
from converter.checks.prose.verdicts import Verdict, candidates
from converter.diagnostic import Code
from converter.period import Duration, Instant
from converter.report import Fact, half_unit
from converter.taxonomy import PeriodType


def held_change(facts: Facts, claim: Claim) -> Verdict:
    """Whether a subject changed as the text says."""
    now, prior = claim.time.period, claim.prior.period
    assert now is not None
    if prior is not None and now == prior and claim.certain and claim.prior.certain and claim.prior.named:
        reason = f'"{claim.prior.words}" is that period itself, so nothing can have changed'
        return Verdict(Agreement.DIFFERS, reason, (), Code.PROSE_CONTRADICTORY)
    pairs = []
    if prior is not None:
        for number in candidates(facts, claim, now):
            fact = facts.all[number]
            other = facts.numbers.get((fact.concept.name, _like(prior, fact)))
            if other is not None:
                pairs.append((number, other))
    for number, other in pairs:
        one, before = facts.all[number], facts.all[other]
        if _moves(claim, (one.value, half_unit(one.decimals)), (before.value, half_unit(before.decimals))):
            words = f"by {money(one.value)}{where(place_of(one))} and {money(before.value)}{where(place_of(before))}"
            return Verdict(Agreement.AGREES, words, (number, other))
    own = held_by_own_figures(facts, claim)
    if own is not None and (own.outcome is Agreement.AGREES or not pairs):
        return own
    if not pairs:
        words = f'no column of the statements is "{claim.prior.words}"' if prior is None else "the statements do not print both"
        return Verdict(Agreement.NOT_HELD, words)
    one, before = (facts.all[number] for number in pairs[0])
    exact = _percent(one.value, before.value) if claim.says is Says.CHANGE else one.value - before.value
    size = "none that can be measured" if exact is None else f"{exact:+.1f} percent" if claim.says is Says.CHANGE else money(exact)
    words = f"from {money(before.value)}{where(place_of(before))} to {money(one.value)}{where(place_of(one))} the change is {size}"
    certain = claim.certain and claim.prior.certain and claim.prior.named and exact is not None
    return Verdict(Agreement.DIFFERS if certain else Agreement.NOT_HELD, words, pairs[0], Code.PROSE_DIFFERS if certain else None)


def held_by_own_figures(facts: Facts, claim: Claim) -> Verdict | None:
    """A change held against the sentence's own figures, or one of them and a fact, where the statements have no column for it."""
    if claim.before is None or claim.says is not Says.CHANGE:
        return None
    before = claim.before.value, claim.before.half
    ends: list[tuple[Decimal, Decimal, str, tuple[int, ...]]] = []
    if claim.now is not None:
        ends.append((claim.now.value, claim.now.half, f'"{claim.now.text}"', ()))
    if claim.time.period is not None:
        for number in candidates(facts, evolve(claim, figure=claim.now or claim.figure), claim.time.period):
            fact = facts.all[number]
            ends.append((abs(fact.value), half_unit(fact.decimals), money(fact.value) + where(place_of(fact)), (number,)))
    if not ends:
        return None
    for value, half, words, numbers in ends:
        if _moves(claim, (value, half), before):
            return Verdict(Agreement.AGREES, f'by {words} and the sentence\'s own "{claim.before.text}"', numbers)
    value, _, words, numbers = ends[0]
    exact = _percent(value, before[0])
    reason = f'from "{claim.before.text}" to {words} the change is {exact:+.1f} percent' if exact is not None else ""
    sure = claim.certain and not claim.before.hedged and exact is not None
    return Verdict(Agreement.DIFFERS if sure else Agreement.NOT_HELD, reason, numbers, Code.PROSE_CONTRADICTORY if sure else None)


def _moves(claim: Claim, now: tuple[Decimal, Decimal], before: tuple[Decimal, Decimal]) -> bool:
    """Whether a change between two values, each with what rounding may hide of it, is the figure."""
    figure = claim.figure
    slack = figure.half * (2 if figure.hedged else 1)
    if claim.says is Says.DIFFERENCE:
        return abs(abs(now[0] - before[0]) - figure.value) <= slack + now[1] + before[1]
    if not before[0] or (now[0] < 0) != (before[0] < 0):
        return False
    low_base, high_base = abs(before[0]) - before[1], abs(before[0]) + before[1]
    if low_base <= 0:
        return False
    low = ((abs(now[0]) - now[1]) / high_base - 1) * 100
    high = ((abs(now[0]) + now[1]) / low_base - 1) * 100
    signs = (claim.direction,) if claim.direction else (1, -1)
    return any(low - slack <= sign * figure.value <= high + slack for sign in signs)


def _like(period: Duration | Instant, fact: Fact) -> Duration | Instant:
    """The period as the fact's concept is measured."""
    return Instant(period.last) if fact.concept.period is PeriodType.INSTANT and isinstance(period, Duration) else period


def _percent(now: Decimal, before: Decimal) -> Decimal | None:
    """The change in percent of the size; None where the sign turns."""
    if not before or (now < 0) != (before < 0):
        return None
    return (abs(now) / abs(before) - 1) * 100
