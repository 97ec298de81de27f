"""The ledger as CSV: a row for every number cell of the recognised statements, and what became of it."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

from converter.ledger import Entry
from converter.writers.naming import fact_id
from converter.writers.xbrl import plain_decimal

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
_FORMULA = ("=", "+", "@", "\t", "\r")


def ledger_csv(entries: Iterable[Entry]) -> bytes:
    """The ledger in printed order, RFC 4180, UTF-8. Columns start and end count characters from 1. outcome: `fact` or `left out`."""
    held = StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in sorted(entries, key=_in_print):
        place, stands = entry.place, entry.fact is not None
        said = (
            (
                fact_id((entry.fact or 0) + 1),
                entry.concept,
                entry.period,
                plain_decimal(entry.value) if entry.value is not None else "",
                entry.unit,
                "INF" if entry.decimals is None else entry.decimals,
                entry.rule,
                entry.note,
                "",
                "",
            )
            if stands
            else ("", "", "", "", "", "", "", "", entry.code, entry.reason)
        )
        writer.writerow(
            [
                place.line,
                place.start + 1,
                place.end,
                place.node,
                spreadsheet_safe(entry.text),
                spreadsheet_safe(entry.statement),
                spreadsheet_safe(entry.label),
                spreadsheet_safe(entry.column),
                "fact" if stands else "left out",
                *(str(value) for value in said),
            ]
        )
    return held.getvalue().encode()


def _in_print(entry: Entry) -> tuple[int, list[tuple[int, str]], int]:
    """Document order: by line, by the numbers of the element's path, by column."""
    path = [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", entry.place.node)]
    return entry.place.line, path, entry.place.start


def spreadsheet_safe(text: str) -> str:
    """Text that a spreadsheet must not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
