"""The figures of the text held against the facts, with the text's own rounding: ticked off, a finding, or not held with the reason.

A figure that differs is a finding only where its subject is the company's own line, its period is named by the sentence, and nothing else
of the same line explains it: no fact of another period that it agrees with, and no other figure of the sentence that is the line's.
"""

from collections.abc import Iterable, Iterator, Sequence

from converter.checks.facts import Facts, money
from converter.checks.prose.calendar import Calendar
from converter.checks.prose.changes import held_by_own_figures, held_change
from converter.checks.prose.claim import Claim, Says, Time
from converter.checks.prose.claims import claims_of
from converter.checks.prose.figures import Figure, Measured, figures_of
from converter.checks.prose.held import Agreement, ProseFigure
from converter.checks.prose.marks import marks_of, steering
from converter.checks.prose.sentences import Sentence, sentences_of
from converter.checks.prose.subjects import Subject, Subjects
from converter.checks.prose.verdicts import Verdict, held_level, held_ratio
from converter.checks.prose.whens import whens_of
from converter.diagnostic import Diagnostic, Doubt
from converter.document import Document
from converter.model import Model
from converter.report import Report

MOST = 10_000
"""Figures of a text that are read; no release has as many."""

_NAMING = 60
"""Sentences that are asked for the names of the periods."""


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
        found.extend(_outcomes(sentence, facts, claims, doubt))
        if len(found) >= MOST:
            break
    return tuple(found)


def _with_figures(sentences: Iterable[Sentence], printed: set[tuple[int, str]]) -> Iterator[tuple[Sentence, list[Figure]]]:
    """The sentences that hold figures and are no lines of the statements."""
    for sentence in sentences:
        figures = list(figures_of(sentence.text)) if sentence.has_signs else []
        if not figures:
            continue
        first = sentence.place(figures[0].start, figures[0].end)
        if (first.line, first.node) not in printed or first.node:
            yield sentence, figures


def _outcomes(sentence: Sentence, facts: Facts, claims: Sequence[Claim], doubt: Doubt) -> Iterator[ProseFigure]:
    """One value for each claim of a sentence; findings go to doubt."""
    verdicts = [_verdict(facts, claim) for claim in claims]
    levels = [(claim, verdict) for claim, verdict in zip(claims, verdicts, strict=True) if claim.says is Says.LEVEL]
    ticked = {number for _, verdict in levels if verdict.outcome is Agreement.AGREES for number in verdict.numbers}
    foreign = [claim.subject for claim, verdict in levels if verdict.numbers and verdict.outcome is not Agreement.AGREES]
    for claim, verdict in zip(claims, verdicts, strict=True):
        outcome, reason, numbers = verdict.outcome, verdict.reason, verdict.numbers
        place = sentence.place(claim.figure.start, claim.figure.end)
        if outcome is Agreement.DIFFERS and claim.says is Says.LEVEL and ticked.intersection(numbers):
            outcome, reason = Agreement.NOT_HELD, "another figure of the sentence is that line"
        if outcome is Agreement.DIFFERS and claim.says is not Says.LEVEL and claim.subject in foreign:
            outcome, reason = Agreement.NOT_HELD, "an amount of the sentence is not that line's"
        reading = _reading(claim)
        text = " ".join(claim.figure.text.split())
        if outcome is Agreement.DIFFERS and verdict.code is not None:
            subject = reading[:1].upper() + reading[1:]
            doubt(Diagnostic(verdict.code, f'"{text}" in the text: {subject}, but {reason}.', place, "One of the two is misprinted."))
        yield ProseFigure(place, text, reading, outcome, reason, () if outcome is Agreement.NOT_HELD else numbers)


def _verdict(facts: Facts, claim: Claim) -> Verdict:
    if claim.doubt:
        return Verdict(Agreement.NOT_HELD, claim.doubt)
    if claim.time.period is None:
        if claim.says is Says.CHANGE and (held := held_by_own_figures(facts, claim)):
            return held
        words = f'no column of the statements is "{claim.time.words}"' if claim.time.words else "the period is not told"
        return Verdict(Agreement.NOT_HELD, words)
    return {Says.LEVEL: held_level, Says.RATIO: held_ratio}.get(claim.says, held_change)(facts, claim)


def _reading(claim: Claim) -> str:
    """What a claim says, in words."""
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
