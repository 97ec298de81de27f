"""The ledger as CSV: a row for every number, and what became of it."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

from converter.ledger import Entry
from converter.outcome import Outcome
from converter.writers.naming import fact_id
from converter.writers.numbers import plain_decimal

COLUMNS = (
    "line",
    "start",
    "end",
    "node",
    "text",
    "statement",
    "label",
    "column",
    "outcome",
    "fact",
    "concept",
    "period",
    "value",
    "unit",
    "decimals",
    "rule",
    "note",
    "code",
    "reason",
)
_FORMULA = ("=", "+", "@", "\t", "\r", "-")
_NEGATIVE = re.compile(r"-+|-0-|-\s?[$£€¥]?\s?(?:[\d,]+(?:\.\d*)?|\.\d+)\s?[)%]{0,2}")


def ledger_csv(entries: Iterable[Entry]) -> bytes:
    """The ledger, RFC 4180, UTF-8, in the order of the entries.

    Columns line, start, end and node are the place, start and end counted from 1; the other numbers are exact, without thousands
    separators. outcome: the label of an Outcome. Text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    held = StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        place = entry.place
        writer.writerow(
            (
                place.line,
                place.start + 1,
                place.end,
                place.node,
                spreadsheet_safe(entry.text),
                spreadsheet_safe(entry.statement),
                spreadsheet_safe(entry.label),
                spreadsheet_safe(entry.column),
                entry.outcome.label,
                "" if entry.fact is None else fact_id(entry.fact + 1),
                entry.concept,
                "" if entry.period is None else entry.period,
                "" if entry.value is None else plain_decimal(entry.value),
                entry.unit,
                "" if entry.value is None else "INF" if entry.decimals is None else entry.decimals,
                spreadsheet_safe(entry.rule),
                spreadsheet_safe(entry.note),
                entry.code,
                spreadsheet_safe(entry.reason or ("" if entry.outcome is Outcome.FACT else entry.outcome.meaning)),
            )
        )
    return held.getvalue().encode()


def spreadsheet_safe(text: str) -> str:
    """Text that a spreadsheet must not take for a formula. A negative number and a dash for zero may stand."""
    if not text.startswith(_FORMULA) or _NEGATIVE.fullmatch(text):
        return text
    return f"'{text}"
