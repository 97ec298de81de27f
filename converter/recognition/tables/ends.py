"""What ends a statement, and what only interrupts it."""

import re
from collections.abc import Sequence

from converter.document import Row
from converter.recognition.columns.fragments import tells_time
from converter.recognition.tables.titles import is_prose, other_table
from converter.statement import Kind

FINISHED = {
    Kind.INCOME: re.compile(r"\bper\b.*\b(?:share|unit)|\bweighted\b|shares outstanding", re.IGNORECASE),
    Kind.BALANCE: re.compile(
        r"total liabilities,? .*(?:equity|deficit|deficiency|investment|capital|interest)|^totals?$|liabilities and .*equity", re.IGNORECASE
    ),
    Kind.CASH_FLOW: re.compile(r"\b(?:end|ending)\b|supplement|interest paid|taxes paid", re.IGNORECASE),
}
"""Words of the last lines of a statement."""
SECOND_SIDE = re.compile(
    r"(?:total )?(?:current )?liabilities\b(?: and|,|:|$)"
    r"|(?:(?:stock|share|member|owner|partner)\S* )?(?:equity|capital) and liabilities\b",
    re.IGNORECASE,
)
"""What the second side of a balance sheet begins with."""
_PAGE_REACH = 40
"""Rows over which a balance sheet may be interrupted between its sides: notices, a page's end and headings repeated."""

_PART_OF_CASH_FLOWS = re.compile(
    r"\bsupplement|\breconcil(?!.*(?:ebitda|adjusted|gaap|funds from|\bffo\b))"
    r".*\b(?:cash|operating activities|net (?:income|loss|earnings))\b",
    re.IGNORECASE,
)
"""Tables below the cash flows that are part of their statement."""


def prose_ends(rows: Sequence[Row], index: int, end: int) -> bool:
    """Whether a row is running text with no more numbers in columns behind it."""
    row = rows[index]
    if not is_prose(row):
        return False
    if len(row.text) > 320:
        return True
    ahead = rows[index + 1 : min(end, index + 8)]
    return not any(len(r.cells) > 1 and any(c.isdigit() for c in r.cells[-1].text) and not is_prose(r) for r in ahead)


def heads_other_table(rows: Sequence[Row], kind: Kind | None) -> bool:
    """Whether the first of two rows heads another table; words that the second goes on with in small letters are a label in two lines."""
    if len(rows) > 1 and len(rows[1].cells) > 1 and rows[1].gap == 0 and rows[1].cells[0].text[:1].islower():
        return False
    words = other_table(rows[0])
    return bool(words) and not (kind is Kind.CASH_FLOW and _PART_OF_CASH_FLOWS.search(rows[0].text))


def second_page(rows: Sequence[Row], index: int, end: int) -> int | None:
    """Where a balance sheet goes on whose second side stands behind what would end a table: the first row of headings above that side."""
    for side in range(index + 1, min(end, index + _PAGE_REACH)):
        cells = rows[side].cells
        if cells and len(cells[0].text) < 60 and SECOND_SIDE.match(cells[0].text) and not is_prose(rows[side]):
            first = side
            while first - 1 > index and side - first < 8 and _is_heading(rows[first - 1]):
                first -= 1
            return first
    return None


def _is_heading(row: Row) -> bool:
    return not row.cells or any(tells_time(cell.text) for cell in row.cells) or row.text.startswith("(")
