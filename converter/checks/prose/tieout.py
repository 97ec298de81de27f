"""The figures of the text held against the facts, with the text's own rounding: ticked off, a finding, or not held with the reason.

A figure that differs is a finding only where its subject is the company's own line, its period is named by the sentence, and nothing else
of the same line explains it: no fact of another period that it agrees with, and no other figure of the sentence that is the line's.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from converter.checks.facts import Facts, money, place_of, where
from converter.checks.prose.calendar import Calendar
from converter.checks.prose.claims import Claim, Says, Time, claims_of
from converter.checks.prose.figures import Figure, Measured, figures_of
from converter.checks.prose.held import Agreement, ProseFigure
from converter.checks.prose.marks import marks_of, steering
from converter.checks.prose.sentences import Sentence, sentences_of
from converter.checks.prose.subjects import INCOMES, PER_SHARE, Subject, Subjects
from converter.checks.prose.whens import whens_of
from converter.diagnostic import Code, Diagnostic, Doubt
from converter.document import Document
from converter.model import Model
from converter.period import Duration, Instant
from converter.report import Fact, Report, half_unit
from converter.taxonomy import PeriodType, Type

MOST = 10_000
"""Figures of a text that are read; no release has as many."""

_CONTINUING = ("IncomeLossFromContinuingOperationsPerBasicShare", "IncomeLossFromContinuingOperationsPerDilutedShare")
_TYPES = {Measured.MONEY: Type.MONETARY, Measured.PER_SHARE: Type.PER_SHARE}


def check_prose(report: Report, facts: Facts, document: Document, model: Model, doubt: Doubt) -> tuple[ProseFigure, ...]:
    """What became of every amount and percentage of the running text, in printed order. Differences are findings."""
    printed = {(place.line, place.node) for fact in report.facts for place in fact.places}
    every = list(sentences_of(document.paragraphs))
    calendar = Calendar.of(facts, [sentence.text for sentence in every[:_NAMING]])
    subjects = Subjects.of(report, model)
    found: list[ProseFigure] = []
    context = Time(calendar.reported, "", True)
    about: Subject | None = None
    for sentence, figures in _with_figures(every, printed):
        whens = list(whens_of(sentence.text, calendar))
        marks = marks_of(figures, whens, list(subjects.find(sentence.text)), list(steering(sentence.text)))
        claims, context = claims_of(sentence, marks, calendar, context, about)
        about = next((claim.subject for claim in claims if claim.subject is not None), about)
        held = _Held(sentence, facts, claims)
        found.extend(held.outcomes(doubt))
        if len(found) >= MOST:
            break
    return tuple(found)


_NAMING = 60
"""Sentences that are asked for the names of the periods."""


def _with_figures(sentences: Iterable[Sentence], printed: set[tuple[int, str]]) -> Iterator[tuple[Sentence, list[Figure]]]:
    """The sentences that hold figures and are no lines of the statements."""
    for sentence in sentences:
        figures = list(figures_of(sentence.text)) if sentence.has_signs else []
        if not figures:
            continue
        first = sentence.place(figures[0].start, figures[0].end)
        if (first.line, first.node) not in printed or first.node:
            yield sentence, figures


class _Held:
    """A sentence's claims while they are held against the facts."""

    def __init__(self, sentence: Sentence, facts: Facts, claims: Sequence[Claim]) -> None:
        self.sentence = sentence
        self.facts = facts
        self.claims = claims

    def outcomes(self, doubt: Doubt) -> Iterator[ProseFigure]:
        """One value for each claim; findings go to doubt."""
        results = [self._result(claim) for claim in self.claims]
        ticked = {
            number
            for claim, (outcome, _, numbers, _) in zip(self.claims, results, strict=True)
            if outcome is Agreement.AGREES and claim.says is Says.LEVEL
            for number in numbers
        }
        foreign = [
            claim.subject
            for claim, (outcome, _, numbers, _) in zip(self.claims, results, strict=True)
            if claim.says is Says.LEVEL and numbers and outcome is not Agreement.AGREES
        ]
        for claim, (outcome, reason, numbers, code) in zip(self.claims, results, strict=True):
            place = self.sentence.place(claim.figure.start, claim.figure.end)
            if outcome is Agreement.DIFFERS and claim.says is Says.LEVEL and ticked & set(numbers):
                outcome, reason = Agreement.NOT_HELD, "another figure of the sentence is that line"
            if outcome is Agreement.DIFFERS and claim.says is not Says.LEVEL and claim.subject in foreign:
                outcome, reason = Agreement.NOT_HELD, "an amount of the sentence is not that line's"
            reading = self._reading(claim)
            text = " ".join(claim.figure.text.split())
            if outcome is Agreement.DIFFERS and code is not None:
                subject = reading[:1].upper() + reading[1:]
                doubt(Diagnostic(code, f'"{text}" in the text: {subject}, but {reason}.', place, "One of the two is misprinted."))
            yield ProseFigure(place, text, reading, outcome, reason, () if outcome is Agreement.NOT_HELD else tuple(numbers))

    def _reading(self, claim: Claim) -> str:
        figure, subject = claim.figure, claim.subject
        percent = figure.measured in (Measured.PERCENT, Measured.POINTS)
        amount = f"{figure.value:f} {figure.measured.value}" if percent else money(figure.value)
        if subject is None:
            return amount
        period = claim.time.period
        over = f" of {period}" if period else ""
        if claim.says is Says.LEVEL:
            return f"{subject.words}{over}: {amount}"
        if claim.says is Says.RATIO:
            return f"{subject.words}{over} as a share of {subject.over}: {amount}"
        by = {1: "up", -1: "down", 0: "changed by"}[claim.direction]
        start = claim.prior.period or claim.prior.words
        return f"{subject.words}{over} against {start}: {by} {amount}"

    def _result(self, claim: Claim) -> tuple[Agreement, str, list[int], Code | None]:
        if claim.doubt:
            return Agreement.NOT_HELD, claim.doubt, [], None
        if claim.time.period is None:
            words = f'no column of the statements is "{claim.time.words}"' if claim.time.words else "the period is not told"
            if claim.says is Says.CHANGE and (held := self._by_own_figures(claim)):
                return held
            return Agreement.NOT_HELD, words, [], None
        if claim.says is Says.LEVEL:
            return self._level(claim)
        if claim.says is Says.RATIO:
            return self._ratio(claim)
        return self._change(claim)

    def _candidates(self, claim: Claim, period: Duration | Instant) -> list[int]:
        """The facts that a claim may mean, by number."""
        assert claim.subject is not None
        names: Iterable[str] = claim.subject.concepts
        if claim.figure.measured is Measured.PER_SHARE or (claim.says is not Says.LEVEL and set(names) & set(PER_SHARE)):
            names = _per_share(claim, names)
        found = []
        for name in names:
            for when in (period, Instant(period.last)) if isinstance(period, Duration) else (period,):
                number = self.facts.numbers.get((name, when))
                if number is not None and self._suits(claim, self.facts.all[number]):
                    found.append(number)
        return found

    def _suits(self, claim: Claim, fact: Fact) -> bool:
        wanted = _TYPES.get(claim.figure.measured)
        return fact.concept.type is wanted if wanted else fact.concept.type in (Type.MONETARY, Type.PER_SHARE)

    def _level(self, claim: Claim) -> tuple[Agreement, str, list[int], Code | None]:
        period, figure = claim.time.period, claim.figure
        assert period is not None
        assert claim.subject is not None
        numbers = self._candidates(claim, period)
        facts = [self.facts.all[number] for number in numbers]
        if not facts:
            return Agreement.NOT_HELD, f"no statement prints it for {period}", [], None
        agreeing = [number for number in numbers if _agrees(figure, self.facts.all[number])]
        if agreeing:
            return Agreement.AGREES, _ticked(self.facts.all[agreeing[0]]), agreeing, None
        differs = f"{facts[0].concept.label.lower()} for {facts[0].period} is {money(facts[0].value)}{where(place_of(facts[0]))}"
        if not claim.certain or not any(_comparable(figure, fact) for fact in facts):
            return Agreement.NOT_HELD, f"it may mean something else; {differs}", numbers, None
        same = {one.concept for one in facts}
        for fact in self.facts.all:
            near = fact.concept in same or (fact.period == facts[0].period and fact.concept.type is facts[0].concept.type)
            if near and fact.value and _agrees(figure, fact):
                return Agreement.NOT_HELD, f"it is {fact.concept.label.lower()} for {fact.period}; {differs}", numbers, None
        return Agreement.DIFFERS, differs, numbers, Code.PROSE_DIFFERS

    def _ratio(self, claim: Claim) -> tuple[Agreement, str, list[int], Code | None]:
        period, figure = claim.time.period, claim.figure
        assert period is not None
        assert claim.subject is not None
        part = next((f for name in claim.subject.concepts if (f := self.facts.get(name, period))), None)
        whole = self.facts.get(claim.subject.over, period)
        if part is None or whole is None or not whole.value:
            return Agreement.NOT_HELD, f"the statements do not give it for {period}", [], None
        numbers = [self.facts.numbers[fact.concept.name, fact.period] for fact in (part, whole)]
        exact = part.value / whole.value * 100
        slack = figure.half * 2 if figure.hedged else figure.half
        rounding = (half_unit(part.decimals) + half_unit(whole.decimals)) / abs(whole.value) * 100
        words = f"{money(part.value)}{where(place_of(part))} over {money(whole.value)}{where(place_of(whole))} is {exact:.2f} percent"
        miss = abs(abs(exact) - figure.value) - rounding
        if miss <= slack:
            return Agreement.AGREES, words, numbers, None
        sure = claim.certain and miss > 2 * slack
        return (Agreement.DIFFERS if sure else Agreement.NOT_HELD), words, numbers, Code.PROSE_DIFFERS if sure else None

    def _change(self, claim: Claim) -> tuple[Agreement, str, list[int], Code | None]:
        now, prior = claim.time.period, claim.prior.period
        assert now is not None
        if prior is not None and now == prior and claim.certain and claim.prior.certain and claim.prior.named:
            reason = f'"{claim.prior.words}" is that period itself, so nothing can have changed'
            return Agreement.DIFFERS, reason, [], Code.PROSE_CONTRADICTORY
        pairs = []
        if prior is not None:
            for number in self._candidates(claim, now):
                fact = self.facts.all[number]
                other = self.facts.numbers.get((fact.concept.name, _like(prior, fact)))
                if other is not None:
                    pairs.append((number, other))
        for number, other in pairs:
            one, before = self.facts.all[number], self.facts.all[other]
            if self._moves(claim, (one.value, half_unit(one.decimals)), (before.value, half_unit(before.decimals))):
                return (
                    Agreement.AGREES,
                    f"by {money(one.value)}{where(place_of(one))} and {money(before.value)}{where(place_of(before))}",
                    [number, other],
                    None,
                )
        own = self._by_own_figures(claim)
        if own is not None and (own[0] is Agreement.AGREES or not pairs):
            return own
        if not pairs:
            return (
                Agreement.NOT_HELD,
                f'no column of the statements is "{claim.prior.words}"' if prior is None else "the statements do not print both",
                [],
                None,
            )
        one, before = (self.facts.all[number] for number in pairs[0])
        exact = _percent(one.value, before.value) if claim.says is Says.CHANGE else one.value - before.value
        size = "none that can be measured" if exact is None else f"{exact:+.1f} percent" if claim.says is Says.CHANGE else money(exact)
        words = f"from {money(before.value)}{where(place_of(before))} to {money(one.value)}{where(place_of(one))} the change is {size}"
        certain = claim.certain and claim.prior.certain and claim.prior.named and exact is not None
        return (Agreement.DIFFERS if certain else Agreement.NOT_HELD), words, list(pairs[0]), Code.PROSE_DIFFERS if certain else None

    def _by_own_figures(self, claim: Claim) -> tuple[Agreement, str, list[int], Code | None] | None:
        """A change held against the sentence's own figures, or one of them and a fact, where the statements have no column for it."""
        if claim.before is None or claim.says is not Says.CHANGE:
            return None
        before = claim.before.value, claim.before.half
        ends: list[tuple[Decimal, Decimal, str, list[int]]] = []
        if claim.now is not None:
            ends.append((claim.now.value, claim.now.half, f'"{claim.now.text}"', []))
        if claim.time.period is not None:
            for number in self._candidates(evolve(claim, figure=claim.now or claim.figure), claim.time.period):
                fact = self.facts.all[number]
                ends.append((abs(fact.value), half_unit(fact.decimals), money(fact.value) + where(place_of(fact)), [number]))
        if not ends:
            return None
        for value, half, words, numbers in ends:
            if self._moves(claim, (value, half), before):
                return Agreement.AGREES, f'by {words} and the sentence\'s own "{claim.before.text}"', numbers, None
        value, _, words, numbers = ends[0]
        exact = _percent(value, before[0])
        reason = f'from "{claim.before.text}" to {words} the change is {exact:+.1f} percent' if exact is not None else ""
        sure = claim.certain and not claim.before.hedged and exact is not None
        return (Agreement.DIFFERS if sure else Agreement.NOT_HELD), reason, numbers, Code.PROSE_CONTRADICTORY if sure else None

    def _moves(self, claim: Claim, now: tuple[Decimal, Decimal], before: tuple[Decimal, Decimal]) -> bool:
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


def _like(period: Duration | Instant, fact: Fact) -> Duration | Instant:
    """The period as the fact's concept is measured."""
    return Instant(period.last) if fact.concept.period is PeriodType.INSTANT and isinstance(period, Duration) else period


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


def _ticked(fact: Fact) -> str:
    return f"{fact.concept.label.lower()} for {fact.period} is {money(fact.value)}{where(place_of(fact))}"


def _percent(now: Decimal, before: Decimal) -> Decimal | None:
    """The change in percent of the size; None where the sign turns."""
    if not before or (now < 0) != (before < 0):
        return None
    return (abs(now) / abs(before) - 1) * 100
