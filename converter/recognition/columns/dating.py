"""Which period each column of numbers has: its heading read and resolved, and what settles headings that contradict themselves."""

import re
from collections.abc import Sequence

from attrs import evolve

from converter.diagnostic import Code, Diagnostic
from converter.outcome import Outcome
from converter.period import Duration, Instant, Period
from converter.recognition.columns.heads import Head
from converter.recognition.columns.translations import currencies_of, reported_currency
from converter.recognition.lines.body import Printed
from converter.recognition.periods.fiscal import Calendar
from converter.recognition.periods.phrases import parse
from converter.recognition.periods.resolving import resolve
from converter.recognition.periods.spoken import Spoken
from converter.recognition.rows.stacks import Stack
from converter.statement import Column, Heading, Kind

Dated = tuple[Column | None, tuple[Code, str, Outcome]]
"""A stack's column, or None with the reason why it holds no values of a period, and what the ledger calls its numbers then."""

_PERCENT = re.compile(r"%|percent|\bpct\b", re.IGNORECASE)


def dated_columns(
    heads: Sequence[Head],
    stacks: Sequence[Stack],
    printed: Sequence[Printed | Heading],
    every: Sequence[Printed | Heading],
    kind: Kind,
    calendar: Calendar,
    spoken: Spoken,
    doubts: list[Diagnostic],
) -> list[Dated]:
    """For each stack its column, or the reason why it holds no values of a period.

    printed: the lines that the stacks stand in. every: those of the whole statement, whose labels may tell the dates of columns.
    """
    return _by_labels(_columns(heads, stacks, printed, kind, calendar, spoken, doubts), every, doubts)


def _columns(
    heads: Sequence[Head],
    stacks: Sequence[Stack],
    printed: Sequence[Printed | Heading],
    kind: Kind,
    calendar: Calendar,
    spoken: Spoken,
    doubts: list[Diagnostic],
) -> list[Dated]:
    columns: list[Dated] = []
    currencies = currencies_of(heads, printed)
    currency = reported_currency(currencies)
    for index, (head, stack) in enumerate(zip(heads, stacks, strict=True)):
        tokens = [t for item in printed if isinstance(item, Printed) and (t := item.tokens[index]) is not None]
        shares = sum(t.percent for t in tokens)
        if head.basis and shares * 2 <= len(tokens):
            reason = f'the column "{head.words}" is on another basis than reported'
            columns.append((None, (Code.COLUMN_NOT_VALUES, reason, Outcome.OTHER_BASIS)))
            continue
        if not head.values or (tokens and (shares * 2 > len(tokens) or all(t.printed is None for t in tokens))):
            percent = shares * 2 > len(tokens) or _PERCENT.search(head.words)
            outcome = Outcome.PERCENT_COLUMN if percent else Outcome.CHANGE_COLUMN
            columns.append((None, (Code.COLUMN_NOT_VALUES, f'the column "{head.words}" holds percentages or changes', outcome)))
            continue
        period, why = resolve(head.phrase, kind is Kind.BALANCE, calendar)
        if period is None:
            reason = f'the heading "{head.words}" tells no period' if head.words else "the column has no heading that tells a period"
            doubts.append(
                Diagnostic(
                    Code.PERIOD_UNKNOWN,
                    f"A column of {kind.title.lower()} has no period: {reason}.",
                    head.place,
                    "If the fiscal year end is missing, give it with --fiscal-year-end MM-DD.",
                )
            )
            columns.append((None, (Code.PERIOD_UNKNOWN, reason, Outcome.NO_PERIOD)))
            continue
        if isinstance(period, Duration) and (reason := spoken.against(head.phrase, head.words, kind is Kind.CASH_FLOW)):
            doubts.append(
                Diagnostic(
                    Code.PERIOD_CONTRADICTED,
                    f"A column is left out: {reason}.",
                    head.place,
                    "One of the two is wrong on paper; the ledger has the numbers.",
                )
            )
            columns.append((None, (Code.PERIOD_CONTRADICTED, reason, Outcome.PERIOD_DOUBTED)))
            continue
        if why:
            doubts.append(Diagnostic(Code.PERIOD_INFERRED, f'"{head.words}" is read as {period}: {why}.', head.place))
        claimed = (Code.PERIOD_AMBIGUOUS, f"another column claims {period} as well", Outcome.PERIOD_DOUBTED)
        other = currencies[index] if currency and currencies[index] != currency else ""
        columns.append((Column(period, head.words, head.place, why, stack.left, stack.right, other), claimed))
    return columns


def _by_labels(columns: list[Dated], printed: Sequence[Printed | Heading], doubts: list[Diagnostic]) -> list[Dated]:
    """Where two columns claim one date, a label that lists the dates of all columns ("... at July 31, 2000 and January 31, 2000,
    respectively") tells which is which, if it agrees with the first heading."""
    told = [column.period for column, _ in columns if column is not None and not column.currency]
    if len(told) < 2 or len(set(told)) == len(told) or not all(isinstance(period, Instant) for period in told):
        return columns
    for item in printed:
        dates = list(dict.fromkeys(parse(item.label).dates))
        if len(dates) != len(told) or Instant(dates[0]) != told[0] or len(set(dates)) < len(dates):
            continue
        days = iter(dates)
        settled: list[Dated] = []
        for column, reason in columns:
            period = Instant(next(days)) if column is not None and not column.currency else None
            if column is not None and period is not None and period != column.period:
                why = f'another column claims {column.period} as well; "{item.label[:60]}..." lists the dates of the columns in order'
                doubts.append(Diagnostic(Code.PERIOD_INFERRED, f'"{column.words}" is read as {period}: {why}.', column.place))
                column = evolve(column, period=period, inferred=why)
            settled.append((column, reason))
        return settled
    return columns


def merged(
    columns: Sequence[Column | None], indices: Sequence[int], printed: Sequence[Printed | Heading], doubts: list[Diagnostic]
) -> list[tuple[Column, list[int]]]:
    """Stacks of one period: an inner column of details and an outer one of totals are one; two that both give values contradict each
    other.
    """
    groups: dict[tuple[Period, str], list[tuple[Column, int]]] = {}
    for column, index in zip(columns, indices, strict=True):
        if column is not None and column.period is not None:
            groups.setdefault((column.period, column.currency), []).append((column, index))
    merged = []
    for (period, _), members in groups.items():
        numbers = [index for _, index in members]
        lines = [item for item in printed if isinstance(item, Printed)]
        both = [line for line in lines if sum((t := line.tokens[i]) is not None and t.printed is not None for i in numbers) > 1]
        whole = [(column, i) for column, i in members if re.search(r"\bconsolidated\b", column.words, re.IGNORECASE)]
        if both and len(members) > 1 and len(whole) == 1:  # beside it stand the parts of a consolidation
            merged.append((whole[0][0], [whole[0][1]]))
            continue
        if len(members) > 1 and both:
            doubts.append(
                Diagnostic(
                    Code.PERIOD_AMBIGUOUS,
                    f"{len(members)} columns claim {period}; none of them is used.",
                    members[-1][0].place,
                    "One of the headings must be wrong on paper.",
                )
            )
            continue
        merged.append((members[0][0], numbers))
    return merged
