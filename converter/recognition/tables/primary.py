"""Which of the statements found are the primary consolidated ones, and which are pro forma, summaries, parent-only tables, or tables in
notes.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.recognition.tables.titles import COMPREHENSIVE, Title
from converter.statement import Kind, Statement

_MARKS = {
    Kind.INCOME: (
        r"\b(?:sales|revenues?|interest income|premiums|fees)\b",
        r"\bnet (?:income|loss|earnings|\(loss\)|profit)|^profit",
        r"\bper\b.*\bshare|weighted|^basic|^diluted|^primary",
        r"income tax|provision for taxes|taxes on income",
        r"\bbefore\b",
        r"\b(?:costs?|expenses?)\b",
        r"operati|gross (?:profit|margin)|net interest",
    ),
    Kind.BALANCE: (
        r"^total assets",
        r"receivable|loans",
        r"^cash",
        r"total current|deposits",
        r"(?:stock|share)holders|equity|capital",
        r"retained|deficit|surplus",
        r"payable|debt|liabilit|deposits",
        r"inventor|property|premises|equipment",
    ),
    Kind.CASH_FLOW: (
        r"operating activities|operations",
        r"investing activities|invest",
        r"financing activities|financ",
        r"depreciation|amortization",
        r"\bcash\b.*\b(?:end|beginning)",
        r"net (?:income|loss|earnings|\(loss\)|increase|decrease)",
    ),
}
_SIGNS = {kind: tuple(re.compile(mark, re.IGNORECASE | re.MULTILINE) for mark in marks) for kind, marks in _MARKS.items()}
_HARD = re.compile(
    r"pro[- ]?forma|non-?gaap|segment|reconcil|parent|guarantor|adjusted|consolidating|unconsolidated|registrant|percent"
    r"|subsidiary|averag|notes|schedule|exhibit|calculation|computation|guidance|backlog|outlook|excluding|constant",
    re.IGNORECASE,
)
_COMPREHENSIVE = re.compile(COMPREHENSIVE, re.IGNORECASE)
_WHOLE = 5
"""Marks of a statement of operations that one of comprehensive income must show to be both."""
_NET_RESULT = re.compile(r"^(?:consolidated )?net \(?(?:income|loss|earnings)|^\(?loss\)?.*\bnet\b", re.IGNORECASE)
_NEAR = 250
_AGREEING = 0.9
"""The share of equal figures from which two tables show one statement."""


def primary_of(found: Sequence[tuple[Statement, Title]], doubt: Doubt, least: int = 3) -> tuple[Statement, ...]:
    """The primary statements in printed order. Each one that is left out earns a note with the reason.

    least: how many marks of its kind a statement's lines must show.
    """
    chosen: list[Statement] = []
    marks = {id(s): marks_of(s) for s, _ in found}
    candidates = [
        (s, t)
        for s, t in found
        if marks[id(s)] >= (max(least, _WHOLE) if _COMPREHENSIVE.search(t.text) else least) and not (t.other and _HARD.search(t.other))
    ]
    anchors = [t.index for s, t in candidates if "consolidated" in t.text.lower() and marks[id(s)] >= 4]
    reasons: dict[int, str] = {
        id(s): f'its title says "{t.other}"' if t.other else "its lines are not those of such a statement" for s, t in found
    }
    for kind in Kind:
        ranked = sorted(
            ((s, t) for s, t in candidates if s.kind is kind),
            key=lambda pair: (-marks[id(pair[0])] - _rank(pair[0], pair[1], anchors), pair[1].index),
        )
        if not ranked:
            continue
        best, _ = ranked[0]
        mine = [best]
        for other, title in sorted(ranked[1:], key=lambda pair: pair[1].index):
            reason = _why_not(other, title, mine)
            if reason:
                reasons[id(other)] = reason
            else:
                mine.append(other)
        mine.extend(s for s, t in found if s.kind is kind and not any(s is one for one in mine) and _goes_on(s, t, mine))
        chosen.extend(mine)
    for statement, title in found:
        if not any(statement is one for one in chosen):
            doubt(
                Diagnostic(
                    Code.NOT_PRIMARY, f'"{title.text}" is not read as a primary statement: {reasons[id(statement)]}.', statement.place
                )
            )
    return tuple(sorted(chosen, key=lambda s: s.place))


def _goes_on(statement: Statement, title: Title, mine: Sequence[Statement]) -> bool:
    """Whether a statement of comprehensive income goes on where a statement of operations ends: with its net income."""
    first = statement.lines[0]
    if title.other or not _COMPREHENSIVE.search(title.text) or not _NET_RESULT.search(first.label):
        return False
    results = {
        (column.period, amount.value)
        for one in mine
        for line in one.lines
        if _NET_RESULT.search(line.label)
        for column, amount in zip(one.columns, line.amounts, strict=True)
        if amount
    }
    told = [(column.period, amount.value) for column, amount in zip(statement.columns, first.amounts, strict=True) if amount]
    return bool(told) and all(result in results for result in told)


def marks_of(statement: Statement) -> int:
    """How many of the marks of its kind the statement's words show."""
    words = [line.label for line in statement.lines] + [h for line in statement.lines for h in line.headings]
    together = "\n".join(dict.fromkeys(words))
    return sum(bool(sign.search(together)) for sign in _SIGNS[statement.kind])


def _rank(statement: Statement, title: Title, anchors: Sequence[int]) -> float:
    """How much title, company and size speak for a statement, beside the marks of its lines."""
    near = sum(0 < abs(title.index - index) < _NEAR for index in anchors)
    size = min(len(statement.lines), 40) / 20
    return 2 * ("consolidated" in title.text.lower()) + min(near, 2) + size - 3 * bool(title.other)


def differ(one: Statement, other: Statement) -> bool:
    """Whether the figures of two statements differ where lines and periods are the same."""
    mine, theirs = _cells(one), _cells(other)
    shared = [key for key in theirs if key in mine]
    return sum(mine[key] == theirs[key] for key in shared) < _AGREEING * len(shared)


def _cells(statement: Statement) -> dict[tuple[str, object], Decimal]:
    cells: dict[tuple[str, object], Decimal] = {}
    for line in statement.lines:
        for column, amount in zip(statement.columns, line.amounts, strict=True):
            if amount is not None and line.label:
                cells.setdefault((" ".join(line.label.lower().split()), column.period), amount.value)
    return cells


def _why_not(other: Statement, title: Title, mine: Sequence[Statement]) -> str:
    """Why a further statement of a kind is none of the primary ones; empty when it is: another period or another page of the same
    statement.
    """
    if title.other:
        return f'its title says "{title.other}"'
    theirs = _cells(other)
    labels = {label for label, _ in theirs}
    for one in mine:
        cells = _cells(one)
        shared = [key for key in theirs if key in cells]
        if len(shared) >= 3:
            agreeing = sum(cells[key] == theirs[key] for key in shared)
            return "" if agreeing >= _AGREEING * len(shared) else "its figures differ from those of the statement read for the same periods"
        if len(labels & {label for label, _ in cells}) >= 0.6 * len(labels):
            return ""
    return "another statement of its kind is the more complete one"
