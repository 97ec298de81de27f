"""The sides of a sentence that compares: what is said of now, and what of before.

    sentence = side { versus side }
    side     = { subject | period | movement | figure }
    versus   = "compared to" | "versus" | "from" | "over" | "than"

The first side tells of now, a side after `versus` of before; a movement ("and up 65 percent") or a subject with its verb ("and net income
was") goes back to now. All figures of a side have its period. A percentage with a movement is a change: to the side's period from that of
the words after it ("year-over-year") or of the next side. After words of cause ("due to", "including") figures tell of something else.
"""

import re
from collections.abc import Sequence
from typing import Final

from attrs import Factory, define, evolve

from converter.checks.prose.calendar import Calendar
from converter.checks.prose.claim import Time
from converter.checks.prose.figures import Figure, Measured
from converter.checks.prose.marks import Cause, Mark, Move, Other, Versus
from converter.checks.prose.subjects import Subject
from converter.checks.prose.whens import Relation, When, resolved
from converter.period import Duration

_VERB = re.compile(
    r" (?:\([^)]{1,20}\) )?(?:also )?(?:was|were|is|are|increased|decreased|rose|fell|grew|declined|totaled|improved|amounted|came)\b",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r" (?:\([^)]{1,20}\) )?(?:expenses? )?as an? (?:percent|percentage|%) of (?:total |net |our |consolidated )?$", re.IGNORECASE
)
GROWTH_AFTER = re.compile(
    r"[\s-](?:[\w-]+ ){0,2}(?:increase|growth|rise|improvement|gain|decrease|decline|reduction|drop|higher|lower|more than|less than"
    r"|above|below)\b",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\)? of (?:total |net |our |the |its |consolidated ){0,2}$", re.IGNORECASE)
_CONNECTS: Final = re.compile(r"[\s,]{0,2}(?:on an?|in|at)? ?$", re.IGNORECASE)

_UNTOLD: Final = Time(None)
_OTHER_BASIS: Final = "it is on another basis than the statements"


@define
class Side:
    """One side of a comparison while it is read. whens: phrases of time in it. base: the side that a prior one is compared with."""

    prior: bool = False
    subject: Subject | None = None
    base: "Side | None" = None
    whens: list[When] = Factory(list)
    moves: list[Move] = Factory(list)
    figures: list[tuple[Figure, Subject | None, Move | None]] = Factory(list)
    after: "Side | None" = None
    time: Time = _UNTOLD


def sides_of(text: str, marks: Sequence[Mark], told: Subject | None) -> tuple[list[Side], dict[int, str]]:
    """The sides of a sentence, and the doubts of figures, by where they start, that tell of something else. told: the subject of "it"."""
    reading = _Reading(text, [Side(subject=told)])
    for mark in marks:
        reading.take(mark)
    return reading.sides, reading.doubts


@define
class _Reading:
    """A sentence while it is read mark by mark. aside: words of cause have been met, up to the character `closes` where they stand in
    parentheses. other: figures are on another basis. before: the figure met last.
    """

    text: str
    sides: list[Side]
    doubts: dict[int, str] = Factory(dict)
    aside: bool = False
    closes: int = -1
    other: bool = False
    before: Figure | None = None

    def take(self, mark: Mark) -> None:
        if self.closes >= 0 and mark.start > self.closes:
            self.aside, self.closes = False, -1
        if isinstance(mark, Figure):
            self._figure(mark)
        elif isinstance(mark, When):
            self.sides[-1].whens.append(mark)
        elif isinstance(mark, Subject):
            self._subject(mark)
        elif isinstance(mark, Versus):
            self._versus()
        elif isinstance(mark, Move):
            if self.sides[-1].prior and (self.sides[-1].figures or self.sides[-1].whens):
                self._back_to_now()
            self.sides[-1].moves.append(mark)
        elif isinstance(mark, Cause):
            opened = self.text.rfind("(", 0, mark.start)
            inside = opened >= 0 and ")" not in self.text[opened : mark.start]
            self.aside, self.closes = True, self.text.find(")", mark.end) if inside else -1
        elif isinstance(mark, Other):
            if self.before is not None and _CONNECTS.match(self.text[self.before.end : mark.start]):
                self.doubts[self.before.start] = _OTHER_BASIS
            self.other = True

    def _figure(self, mark: Figure) -> None:
        if self.aside:
            self.doubts[mark.start] = "the words before it make it an explanation"
        elif self.other:
            self.doubts[mark.start] = _OTHER_BASIS
        side = self.sides[-1]
        if side.prior and side.figures and mark.measured is Measured.PERCENT and GROWTH_AFTER.match(self.text, mark.end):
            side = self._back_to_now()
        side.figures.append((mark, side.subject, side.moves[-1] if side.moves else None))
        self.before = mark

    def _subject(self, mark: Subject) -> None:
        text, side, before = self.text, self.sides[-1], self.before
        if text[mark.start - 1 : mark.start] == "(" and side.subject is not None:
            return
        if before is not None and before.measured is Measured.PERCENT and _OF.match(text[before.end : mark.start]) and side.figures:
            figure, about, _ = side.figures[-1]
            side.figures[-1] = figure, about and evolve(about, over=mark.concepts[0], whole=about.whole and mark.whole), None
            return
        if text[max(0, mark.start - 5) : mark.start].lower() == "gaap " and text[max(0, mark.start - 9) : mark.start - 5].lower() != "non-":
            self.other = False
        if side.subject is not None and not side.figures and _SHARE_OF.search(text[side.subject.end : mark.start]):
            side.subject = evolve(side.subject, over=mark.concepts[0], whole=side.subject.whole and mark.whole, end=mark.end)
        elif side.figures and (not side.prior or _VERB.match(text, mark.end)):
            self.sides.append(Side(subject=mark))
        else:
            side.subject = mark

    def _versus(self) -> None:
        side = self.sides[-1]
        if len(self.sides) == 1 and not (side.figures or side.moves or side.subject):
            return  # "Over the year, net sales"
        base = side if not side.prior else side.base
        self.sides.append(Side(prior=True, subject=base.subject if base else None, base=base))

    def _back_to_now(self) -> Side:
        """A further side of what the last one was compared with."""
        base = self.sides[-1].base
        self.sides.append(Side(subject=base.subject if base else None, after=base))
        return self.sides[-1]


def time_of(side: Side, last: Time, calendar: Calendar) -> Time:
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
