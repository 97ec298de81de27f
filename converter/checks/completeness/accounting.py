"""The whole ledger: each number of the document with what became of it, from what recognition, tagging and the checks know."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from converter.checks.completeness.kinds import kind_of
from converter.checks.completeness.standing import Tables, standing
from converter.checks.prose.held import Agreement, ProseFigure
from converter.diagnostic import Code, Diagnostic, Doubt
from converter.document import Document
from converter.ledger import Entry
from converter.outcome import Outcome, outcome_of
from converter.place import Place
from converter.readers.ink import Ink, Span, Strip, ink_of
from converter.report import Fact
from converter.statement import OtherTable, Statement

_NUMBER: Final = re.compile(r"(?:(?<![\d.,\w])\.)?[0-9]+(?:[.,][0-9]+)*|[⁰¹²³⁴-⁹]+")
_DIGIT: Final = re.compile("[0-9⁰¹²³⁴-⁹]")
_RAISED_DIGITS: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_OPENING: Final = " \t\xa0([$£€¥-−–+"
_SIGNS: Final = "-−–+"
_NO_PAIR: Final = {ord(mark): None for mark in "([])"}
_CURRENCY_PREFIX: Final = re.compile(r"\b(?:US|C|A|NT|HK)$")
_APART: Final = re.compile(r"\s{2,}|\.{3,}")
_LABEL_LONGEST: Final = 160
_UNPLACED: Final = "it stands like a number of the table, and no column takes it"

MOST: Final = 20_000
"""Numbers outside of tables that the ledger takes in: several times what a whole annual report holds."""

_WIDEST: Final = 1_000
"""Characters of a line on either side of a number that may tell what it is."""

_AGREEMENT = {Agreement.AGREES: Outcome.TICKED_OFF, Agreement.DIFFERS: Outcome.DIFFERS, Agreement.NOT_HELD: Outcome.NOT_HELD}


def account(
    document: Document | None,
    statements: Iterable[Statement],
    others: Sequence[OtherTable],
    entries: Iterable[Entry],
    prose: Iterable[ProseFigure],
    facts: Sequence[Fact],
    doubt: Doubt,
) -> tuple[Entry, ...]:
    """One entry for each number of the document, in printed order.

    entries: those of the statements' number cells. others: tables that were left out. prose: figures of the text that were held against the
    facts. What is left is told by the ink around it. document: None for line items that were parsed already; they have their entries alone.
    Complains of numbers that stand like those of a statement but were not read (ROW_BROKEN), and of a text that holds more numbers than any
    release does (LEDGER_CUT).
    """
    if document is None:
        return tuple(sorted(entries, key=lambda entry: entry.place))
    ink = ink_of(document.source)
    placed = [(ink.span(entry.place), entry) for entry in (*entries, *_of_tables(others))]
    placed.sort(key=lambda pair: pair[0])
    taken = [span for span, _ in placed]
    ends = [span[1] for span in taken]
    tables = Tables(ink, statements, others)
    said = _Said(ink, prose, facts)
    for strip in ink.strips:
        if not _DIGIT.search(strip.text):
            continue
        room = MOST - (len(placed) - len(taken))
        found = list(islice(_numbers(strip, taken, bisect_right(ends, strip.at(0))), room + 1))
        for start, end in found[:room]:
            entry = _entry(strip, start, end, tables, said, doubt)
            placed.append(((strip.at(start), strip.at(end - 1) + 1), entry))
        if len(found) > room:
            reason = f"The text holds more than {MOST:,} numbers outside of tables; those behind are not in the ledger."
            doubt(Diagnostic(Code.LEDGER_CUT, reason, strip.place(*found[room]), "Give the release alone."))
            break
    placed.sort(key=lambda pair: pair[0])
    return tuple(entry for _, entry in placed)


def _of_tables(others: Iterable[OtherTable]) -> Iterator[Entry]:
    for table in others:
        for left in table.numbers:
            outcome = left.outcome or outcome_of(left.code)
            yield Entry(left.place, left.text, outcome, table.title, left.label, code=left.code, reason=left.reason)


def _numbers(strip: Strip, taken: Sequence[Span], index: int) -> Iterator[Span]:
    """The numbers of a strip that no table has taken, as characters of its text. index: the first of the taken that can lie in it."""
    for match in _NUMBER.finditer(strip.text):
        start, end = match.span()
        first, last = strip.at(start), strip.at(end - 1) + 1
        while index < len(taken) and taken[index][1] <= first:
            index += 1
        cuts = []
        further = index
        while further < len(taken) and taken[further][0] < last:
            cuts.append((max(start, start + taken[further][0] - first), min(end, end + taken[further][1] - last)))
            further += 1
        for low, high in _without(start, end, cuts):
            yield from _parted(low, high, _raised_in(strip, low, high))


def _without(start: int, end: int, cuts: Iterable[Span]) -> Iterator[Span]:
    """What cuts leave of a number, as far as it has digits."""
    for low, high in cuts:
        if start < low:
            yield start, low
        start = max(start, high)
    if start < end:
        yield start, end


def _parted(start: int, end: int, raised: Sequence[Span]) -> Iterator[Span]:
    """A raised mark that touches a number is a number of its own."""
    for low, high in raised:
        if start < low:
            yield start, low
        yield max(start, low), min(end, high)
        start = min(end, high)
    if start < end:
        yield start, end


def _raised_in(strip: Strip, start: int, end: int) -> Sequence[Span]:
    """The raised marks that some characters of a strip touch."""
    first = bisect_right(strip.raised, start, key=lambda span: span[1])
    return strip.raised[first : bisect_left(strip.raised, end, key=lambda span: span[0])]


class _Said:
    """What the prose check says of places."""

    def __init__(self, ink: Ink, prose: Iterable[ProseFigure], facts: Sequence[Fact]) -> None:
        self._figures = sorted(((ink.span(figure.place), figure) for figure in prose), key=lambda pair: pair[0])
        self._starts = [span[0] for span, _ in self._figures]
        self._facts = facts

    def of(self, place: Place, text: str, start: int, end: int) -> Entry | None:
        """The entry of a number that stands in a figure of the text; None where it stands in none."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or end > self._figures[index][0][1]:
            return None
        figure = self._figures[index][1]
        outcome = _AGREEMENT[figure.outcome]
        number = figure.facts[0] if figure.facts else None
        if number is None or outcome is not Outcome.TICKED_OFF:
            code = Code.PROSE_DIFFERS.label if outcome is Outcome.DIFFERS else ""
            return Entry(place, text, outcome, fact=number, note=figure.reading, code=code, reason=figure.reason)
        fact = self._facts[number]
        concept, period = fact.concept.qname, fact.period
        return Entry(place, text, outcome, fact=number, concept=concept, period=period, note=figure.reading, reason=figure.reason)


def _entry(strip: Strip, start: int, end: int, tables: Tables, said: _Said, doubt: Doubt) -> Entry:
    text = strip.text
    line_start, line_end = _line_around(text, start, end)
    place, printed = strip.place(start, end), _dressed(text, start, end, line_start, line_end)
    position = strip.at(start)
    raised = text[start] in _RAISED_DIGITS or bool(_raised_in(strip, start, start + 1))
    if not raised and (verdict := said.of(place, printed, position, position + end - start)):
        return verdict
    kind = Outcome.NOTE_MARK if raised else kind_of(text, start, end, line_start, line_end)
    table = tables.at(position)
    if table is None:
        return Entry(place, printed, kind or Outcome.TEXT)
    outcome, code = standing(kind, table, position, text[start:end], text[line_start:start], text[end:line_end])
    words = " ".join(_APART.split(text[line_start:line_end].strip(), maxsplit=1)[0].split())[:_LABEL_LONGEST]
    if code is None:
        return Entry(place, printed, outcome, table.title, words)
    if code is Code.ROW_BROKEN:
        message = f'"{printed}" in the line "{words}" stands like a number of the statement, but no column that was read takes it.'
        doubt(Diagnostic(code, message, place))
    return Entry(place, printed, outcome, table.title, words, code=code.label, reason=_UNPLACED)


def _line_around(text: str, start: int, end: int) -> Span:
    """The printed line that holds text[start:end], as far as it can say anything of it."""
    low, high = max(0, start - _WIDEST), min(len(text), end + _WIDEST)
    before, behind = text.rfind("\n", low, start), text.find("\n", end, high)
    return low if before < 0 else before + 1, high if behind < 0 else behind


def _dressed(text: str, start: int, end: int, line_start: int, line_end: int) -> str:
    """The digits with the sign, currency, parentheses and percent sign that touch them; a parenthesis only with its other half."""
    window = text[max(line_start, start - 6) : start]
    bare = window.rstrip(_OPENING)
    before = window[len(bare) :].lstrip()
    after = "" if end == line_end else text[end : min(line_end, end + 4)]
    after = after[: len(after) - len(after.lstrip(" )]%"))].rstrip()
    if before and before[0] in _SIGNS and (bare[-1:].isalnum() or before[1:2] == " "):
        before = before[1:].lstrip()  # a hyphen, or a dash between words
    if ("(" in before or "[" in before) != (")" in after or "]" in after):
        before, after = before.translate(_NO_PAIR).strip(), after.partition(")")[0].partition("]")[0].strip()
    if before.startswith("$") and (prefix := _CURRENCY_PREFIX.search(bare)):
        before = prefix[0] + before
    return f"{before}{text[start:end]}{after}"
