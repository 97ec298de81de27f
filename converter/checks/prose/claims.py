"""What the figures of a sentence say: of what, over which period, compared with which. The grammar is that of `sides`.

All figures of a side have its period. A percentage with a movement is a change: to the side's period from that of the words after it
("year-over-year") or of the next side.
"""

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from converter.checks.prose.calendar import Calendar
from converter.checks.prose.certainty import is_plain, unknown_words
from converter.checks.prose.claim import Claim, Says, Time
from converter.checks.prose.figures import Figure, Measured
from converter.checks.prose.marks import Mark, Move, Other
from converter.checks.prose.sentences import Sentence
from converter.checks.prose.sides import GROWTH_AFTER, Side, sides_of, time_of
from converter.checks.prose.subjects import INCOMES, PER_SHARE, Subject
from converter.checks.prose.whens import Relation, resolved
from converter.period import Duration

_FELL: Final = re.compile(r"decrease|decline|reduction|drop|lower|less|below", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"\b(?:it|that|this) (?:was|is|were|represents|compares|had been)\b", re.IGNORECASE)
_TO: Final = re.compile(r"\b(?:to|at|was|were|is|totaled|of)\b", re.IGNORECASE)
_AS_LEVEL: Final = re.compile(r"\b(?:to|at)\b[^$%]{0,24}$", re.IGNORECASE)
_OR: Final = re.compile(
    r"^(?: per \w+ share| per share)?[)\s,]{0,3}(?:or|and|\() ?(?:by |an? (?:increase|decrease|decline) of )?\$?$", re.IGNORECASE
)
_HEADLINES: Final = frozenset((*INCOMES, *PER_SHARE, "Revenues", "GrossProfit", "OperatingIncomeLoss"))
"""What releases name by the company's own words; other words of accounting may mean one of many lines."""


def claims_of(
    sentence: Sentence, marks: Sequence[Mark], calendar: Calendar, context: Time, about: Subject | None = None
) -> tuple[list[Claim], Time]:
    """What each figure of a sentence says, and the period that the sentence leaves for the next one.

    context: the period that the one before left. about: its subject, which "it was" means; what depends on it is not certain.
    """
    text = sentence.text
    told = about if about is not None and _PRONOUN.search(text) and not sentence.opens else None
    sides, doubts = sides_of(text, marks, told)
    default = evolve(context, certain=context.certain and calendar.single, named=False)
    last = default
    for side in sides:
        side.time = time_of(side, last, calendar)
        if not side.prior and side.time.period is not None:
            last = side.time
    claims: list[Claim] = []
    doubtful = sentence.foreign or "respectively" in text or any(isinstance(mark, Other) for mark in marks)
    unknown = unknown_words(text, marks)
    future = sentence.future
    for number, side in enumerate(sides):
        following = sides[number + 1] if number + 1 < len(sides) and sides[number + 1].prior else None
        for figure, subject, move in side.figures:
            claim = _claim(text, side, following, figure, subject, move, calendar)
            doubt = doubts.get(figure.start, "") or claim.doubt
            if future and claim.subject is not None:
                doubt = "the sentence speaks of what is expected"
            certain = (
                claim.subject is not told
                and not (doubtful or figure.hedged)
                and claim.time.certain
                and claim.time.named
                and is_plain(text, figure, marks, unknown)
            )
            company = claim.subject is not None and claim.subject.whole and bool(_HEADLINES.intersection(claim.subject.concepts))
            claims.append(evolve(claim, doubt=doubt, certain=certain and company))
    named = next((side.time for side in sides if not side.prior and side.time.named and side.time.period is not None), None)
    return claims, named or (context if not sentence.opens else evolve(context, certain=False))


def _claim(
    text: str, side: Side, following: Side | None, figure: Figure, subject: Subject | None, move: Move | None, calendar: Calendar
) -> Claim:
    if figure.measured is Measured.POINTS:
        return Claim(figure, subject=subject, doubt="a change of points is not held")
    if subject is None:
        return Claim(figure, doubt="no line of the statements is named")
    part = side.base.subject if side.prior and side.base and side.base.subject is not None and not side.base.subject.whole else None
    if part is not None or not subject.whole:
        subject = evolve(subject, whole=False)
        return Claim(figure, subject=subject, time=side.time, doubt=f'the words beside "{subject.words}" may mean a part of it')
    if figure.measured is Measured.PERCENT:
        after = GROWTH_AFTER.match(text, figure.end)
        if move is None and after is None:
            if subject.over:
                return Claim(figure, Says.RATIO, subject, side.time)
            return Claim(figure, subject=subject, time=side.time, doubt="it is a percentage of something that is not named")
        if subject.over and (move is None or _AS_LEVEL.search(text[move.end : figure.start])):
            return Claim(figure, Says.RATIO, subject, side.time)
        if subject.over:
            return Claim(figure, subject=subject, time=side.time, doubt="a change of a ratio is not held")
        direction = move.direction if move is not None else -1 if after and _FELL.search(after[0]) else 1
        return _change(side, following, figure, subject, direction, Says.CHANGE, calendar)
    if subject.over and figure.measured is Measured.MONEY:
        subject = evolve(subject, over="")
    if figure.measured is Measured.MONEY and set(subject.concepts) <= set(PER_SHARE):
        if figure.value >= 1000:
            return Claim(figure, subject=subject, time=side.time, doubt="the words name an amount per share")
        figure = evolve(figure, measured=Measured.PER_SHARE)
    if move is not None and not side.prior and _is_difference(text, side, figure, move):
        return _change(side, following, figure, subject, move.direction, Says.DIFFERENCE, calendar)
    return Claim(figure, Says.LEVEL, subject, side.time)


def _is_difference(text: str, side: Side, figure: Figure, move: Move) -> bool:
    """Whether an amount after a movement is by how much, not to what: "increased $2.1 million", "up by $2.1 million, or 38 percent,"."""
    earlier = [one for one, _, _ in side.figures if move.end <= one.start < figure.start]
    since = text[(earlier[-1].end if earlier else move.end) : figure.start]
    if move.start > figure.start or _TO.search(text[move.end : figure.start]):
        return False
    if earlier:
        return bool(_OR.match(since))
    return bool(re.match(r"^\s?(?:in \w+ )?(?:by )?(?:approximately |about |nearly |over |almost )?$", since))


def _change(side: Side, following: Side | None, figure: Figure, subject: Subject, direction: int, says: Says, calendar: Calendar) -> Claim:
    if side.prior:
        return Claim(figure, subject=subject, time=side.time, doubt="it is not clear which periods it compares")
    levels = [one for one, about, _ in side.figures if one.measured is not Measured.PERCENT and about is subject and one is not figure]
    now = levels[0] if levels else None
    later = next((one.start for one, _, _ in side.figures if one.start > figure.start and one.measured is Measured.PERCENT), 10**9)
    related = [when for when in side.whens if when.relation is not Relation.NAMED and figure.start < when.start < later]
    if related:
        period, certain = resolved(related[0], side.time.period, calendar)
        prior = Time(period, related[0].words, certain and side.time.certain, True)
        return Claim(figure, says, subject, side.time, prior, direction, now)
    if following is not None and later == 10**9:
        before = next(
            (one for one, about, _ in following.figures if one.measured is not Measured.PERCENT and about is following.subject), None
        )
        return Claim(figure, says, subject, side.time, following.time, direction, now, before)
    period = calendar.before(side.time.period, 1) if isinstance(side.time.period, Duration) else None
    return Claim(figure, says, subject, side.time, Time(period, "the year before", False, False), direction, now)
