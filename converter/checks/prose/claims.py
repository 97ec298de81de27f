"""What the figures of a sentence say: of what, over which period, compared with which.

    sentence = side { versus side }
    side     = { subject | period | movement | figure }
    versus   = "compared to" | "versus" | "from" | "over" | "than"

The first side tells of now, a side after `versus` of before; a movement ("and up 65 percent") or a subject with its verb ("and net income
was") goes back to now. All figures of a side have its period. A percentage with a movement is a change: to the side's period from that of
the words after it ("year-over-year") or of the next side. After words of cause ("due to", "including") figures tell of something else.
"""

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

from attrs import Factory, define, evolve, frozen

from converter.checks.prose.calendar import Calendar
from converter.checks.prose.figures import Figure, Measured
from converter.checks.prose.marks import Cause, Mark, Move, Other, Versus
from converter.checks.prose.sentences import Sentence
from converter.checks.prose.subjects import INCOMES, PER_SHARE, Subject, words_of
from converter.checks.prose.whens import Relation, When, resolved
from converter.period import Duration, Instant


class Says(Enum):
    """What a figure says of its subject."""

    LEVEL = "is"
    CHANGE = "changed by percent"
    DIFFERENCE = "changed by"
    RATIO = "is a share of"


@frozen
class Time:
    """A period with the words that name it. certain: nothing of it is assumed. named: the sentence itself names it."""

    period: Duration | Instant | None
    words: str = ""
    certain: bool = False
    named: bool = False


@frozen
class Claim:
    """What one figure says. doubt: why it cannot be held, empty when it can. direction: +1 up, -1 down, 0 untold.

    prior: for a change the period that it starts from. now, before: figures of the same sentence that stand for both ends of a change.
    certain: subject, period and unit leave nothing open, so that a difference is a contradiction.
    """

    figure: Figure
    says: Says = Says.LEVEL
    subject: Subject | None = None
    time: Time = Time(None)
    prior: Time = Time(None)
    direction: int = 0
    now: Figure | None = None
    before: Figure | None = None
    certain: bool = False
    doubt: str = ""


_VERB = re.compile(
    r" (?:\([^)]{1,20}\) )?(?:also )?(?:was|were|is|are|increased|decreased|rose|fell|grew|declined|totaled|improved|amounted|came)\b",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r" (?:\([^)]{1,20}\) )?(?:expenses? )?as an? (?:percent|percentage|%) of (?:total |net |our |consolidated )?$", re.IGNORECASE
)
_GROWTH_AFTER = re.compile(
    r"[\s-](?:[\w-]+ ){0,2}(?:increase|growth|rise|improvement|gain|decrease|decline|reduction|drop|higher|lower|more than|less than"
    r"|above|below)\b",
    re.IGNORECASE,
)
_FELL: Final = re.compile(r"decrease|decline|reduction|drop|lower|less|below", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"\b(?:it|that|this) (?:was|is|were|represents|compares|had been)\b", re.IGNORECASE)
_TO: Final = re.compile(r"\b(?:to|at|was|were|is|totaled|of)\b", re.IGNORECASE)
_OF: Final = re.compile(r"\)? of (?:total |net |our |the |its |consolidated ){0,2}$", re.IGNORECASE)
_AS_LEVEL: Final = re.compile(r"\b(?:to|at)\b[^$%]{0,24}$", re.IGNORECASE)
_CONNECTS: Final = re.compile(r"[\s,]{0,2}(?:on an?|in|at)? ?$", re.IGNORECASE)
_OR: Final = re.compile(
    r"^(?: per \w+ share| per share)?[)\s,]{0,3}(?:or|and|\() ?(?:by |an? (?:increase|decrease|decline) of )?\$?$", re.IGNORECASE
)


@define
class _Side:
    """One side of a comparison while it is read. whens: phrases of time in it. base: the side that a prior one is compared with."""

    prior: bool = False
    subject: Subject | None = None
    base: "_Side | None" = None
    whens: list[When] = Factory(list)
    moves: list[Move] = Factory(list)
    figures: list[tuple[Figure, Subject | None, Move | None]] = Factory(list)
    after: "_Side | None" = None
    time: Time = Time(None)


def claims_of(
    sentence: Sentence, marks: Sequence[Mark], calendar: Calendar, context: Time, about: Subject | None = None
) -> tuple[list[Claim], Time]:
    """What each figure of a sentence says, and the period that the sentence leaves for the next one.

    context: the period that the one before left. about: its subject, which "it was" means; what depends on it is not certain.
    """
    text = sentence.text
    told = about if about is not None and _PRONOUN.search(text) and not sentence.opens else None
    sides, doubts = _sides(text, marks, told)
    default = evolve(context, certain=context.certain and calendar.single, named=False)
    last = default
    for side in sides:
        side.time = _time(side, last, calendar)
        if not side.prior and side.time.period is not None:
            last = side.time
    claims: list[Claim] = []
    doubtful = sentence.foreign or "respectively" in text or any(isinstance(mark, Other) for mark in marks)
    unknown = _unknown(text, marks)
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
                and _plain(text, figure, marks, unknown)
            )
            company = claim.subject is not None and claim.subject.whole and bool(_HEADLINES.intersection(claim.subject.concepts))
            claims.append(evolve(claim, doubt=doubt, certain=certain and company))
    named = next((side.time for side in sides if not side.prior and side.time.named and side.time.period is not None), None)
    return claims, named or (context if not sentence.opens else evolve(context, certain=False))


_HEADLINES: Final = frozenset((*INCOMES, *PER_SHARE, "Revenues", "GrossProfit", "OperatingIncomeLoss"))
"""What releases name by the company's own words; other words of accounting may mean one of many lines."""

_PLAIN: Final = words_of(
    """was were is are of to a an the by for in on at and or as from with than its our their company company's total record reported
    recorded posted announced today that this per basic diluted common share shares fully assuming dilution totaled amounted came reached
    also quarter quarters year years fiscal full period loss losses income profit net gaap result results million thousand billion
    decreased increased sequentially both consolidated"""
)
"""Words between a subject and its figures that leave the meaning as it is."""

_ANY_WORD = re.compile(r"[A-Za-z][\w'’&-]*")
_STOP = re.compile(r"[,.;:()—]")


def _unknown(text: str, marks: Sequence[Mark]) -> list[int]:
    """Where words stand that the grammar does not know."""
    ends = 0
    found: list[int] = []
    for start, end in [*((mark.start, mark.end) for mark in marks), (len(text), len(text))]:
        found += [word.start() for word in _ANY_WORD.finditer(text, ends, max(ends, start)) if word[0].lower() not in _PLAIN]
        ends = max(ends, end)
    return found


def _plain(text: str, figure: Figure, marks: Sequence[Mark], unknown: Sequence[int]) -> bool:
    """Whether every word before a figure, and after it up to the next mark or stop, is known."""
    stop = _STOP.search(text, figure.end)
    end = min([mark.start for mark in marks if mark.start >= figure.end] + [stop.start() if stop else len(text)])
    return not any(start < figure.start or figure.end <= start < end for start in unknown)


def _sides(text: str, marks: Sequence[Mark], told: Subject | None) -> tuple[list[_Side], dict[int, str]]:
    """The sides of a sentence, and the doubts of figures, by where they start, that tell of something else. told: the subject of "it"."""
    sides = [_Side(subject=told)]
    doubts: dict[int, str] = {}
    aside, other, closes = False, False, -1
    before: Figure | None = None
    for mark in marks:
        side = sides[-1]
        if closes >= 0 and mark.start > closes:
            aside, closes = False, -1
        if isinstance(mark, Figure):
            if aside:
                doubts[mark.start] = "the words before it make it an explanation"
            elif other:
                doubts[mark.start] = "it is on another basis than the statements"
            if side.prior and side.figures and mark.measured is Measured.PERCENT and _GROWTH_AFTER.match(text, mark.end):
                side = _Side(subject=side.base.subject if side.base else None, after=side.base)
                sides.append(side)
            move = side.moves[-1] if side.moves else None
            side.figures.append((mark, side.subject, move))
            before = mark
        elif isinstance(mark, When):
            side.whens.append(mark)
        elif isinstance(mark, Subject):
            if text[mark.start - 1 : mark.start] == "(" and side.subject is not None:
                continue
            if before is not None and before.measured is Measured.PERCENT and _OF.match(text[before.end : mark.start]) and side.figures:
                figure, about, _ = side.figures[-1]
                side.figures[-1] = figure, about and evolve(about, over=mark.concepts[0], whole=about.whole and mark.whole), None
                continue
            if (
                text[max(0, mark.start - 5) : mark.start].lower() == "gaap "
                and text[max(0, mark.start - 9) : mark.start - 5].lower() != "non-"
            ):
                other = False
            if side.subject is not None and not side.figures and _SHARE_OF.search(text[side.subject.end : mark.start]):
                side.subject = evolve(side.subject, over=mark.concepts[0], whole=side.subject.whole and mark.whole, end=mark.end)
            elif side.figures and (not side.prior or _VERB.match(text, mark.end)):
                sides.append(_Side(subject=mark))
            else:
                side.subject = mark
        elif isinstance(mark, Versus):
            if len(sides) == 1 and not (side.figures or side.moves or side.subject):
                continue  # "Over the year, net sales"
            base = side if not side.prior else side.base
            sides.append(_Side(prior=True, subject=base.subject if base else None, base=base))
        elif isinstance(mark, Move):
            if side.prior and side.figures + side.whens:
                base = side.base
                side = _Side(subject=base.subject if base else None, after=base)
                sides.append(side)
            side.moves.append(mark)
        elif isinstance(mark, Cause):
            opened = text.rfind("(", 0, mark.start)
            inside = opened >= 0 and ")" not in text[opened : mark.start]
            closes = text.find(")", mark.end) if inside else -1
            aside = True
        elif isinstance(mark, Other):
            if before is not None and _CONNECTS.match(text[before.end : mark.start]):
                doubts[before.start] = "it is on another basis than the statements"
            other = True
    return sides, doubts


def _time(side: _Side, last: Time, calendar: Calendar) -> Time:
    """The period of a side. last: that of the side before it that tells of now."""
    if side.prior:
        base = side.base.time if side.base else last
        for when in sorted(side.whens, key=lambda one: one.relation is not Relation.NAMED):
            period, certain = resolved(when, base.period, calendar)
            named = when.relation is Relation.NAMED
            alone = sum(one.relation is Relation.NAMED for one in side.whens) <= 1
            return Time(period, when.words, certain and alone and (named or base.certain), True)
        if isinstance(base.period, Duration):
            return Time(calendar.before(base.period, 1), "the year before", False, False)
        return Time(None)
    named_whens = [when for when in side.whens if when.relation is Relation.NAMED]
    if not named_whens and side.whens and not side.moves:  # "In the prior quarter, sales were ..."
        when = side.whens[0]
        period, certain = resolved(when, last.period, calendar)
        return Time(period, when.words, certain and last.certain, True)
    if not named_whens:
        return last if side.after is None else side.after.time
    periods = {when.period for when in named_whens}
    first = named_whens[0]
    if len(periods) == 1:
        return Time(first.period, first.words, all(when.certain for when in named_whens), True)
    return Time(first.period, first.words, False, True)


def _claim(
    text: str, side: _Side, following: _Side | None, figure: Figure, subject: Subject | None, move: Move | None, calendar: Calendar
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
        after = _GROWTH_AFTER.match(text, figure.end)
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


def _is_difference(text: str, side: _Side, figure: Figure, move: Move) -> bool:
    """Whether an amount after a movement is by how much, not to what: "increased $2.1 million", "up by $2.1 million, or 38 percent,"."""
    earlier = [one for one, _, _ in side.figures if move.end <= one.start < figure.start]
    since = text[(earlier[-1].end if earlier else move.end) : figure.start]
    if move.start > figure.start or _TO.search(text[move.end : figure.start]):
        return False
    if earlier:
        return bool(_OR.match(since))
    return bool(re.match(r"^\s?(?:in \w+ )?(?:by )?(?:approximately |about |nearly |over |almost )?$", since))


def _change(
    side: _Side, following: _Side | None, figure: Figure, subject: Subject, direction: int, says: Says, calendar: Calendar
) -> Claim:
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
