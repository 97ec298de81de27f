"""Words around a title, not in it, that say its figures are no reported ones of the whole company: "Pro forma", "Industrial segment"."""

import re
from collections.abc import Sequence

from converter.document import Row

_OTHER_BASIS = re.compile(
    r"\bpro[- ]?forma\b|\bnon[- ]?gaap\b|\badjusted\b(?! (?:for|to)\b)|\bexcluding\b|\bconstant[- ]currency\b|\bpercent(?:age)? of\b"
    r"|\bunconsolidated\b|\bparent company only\b|\bparent only\b|\(parent company\)|\bsegments?\W*$|\bsubsidiary of\b"
    r"|\boutlook\b|\bguidance\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"(?<!non-)(?<!non )\bgaap\b|\bas reported\b|\bsee\b|\breconcil", re.IGNORECASE)
_BELOW = 4
_ABOVE = 2
_LONGEST = 100


def basis_around(rows: Sequence[Row], first: int, last: int) -> str:
    """The words, in the short rows right above and below a title, that put the table on another basis; empty where none do.

    first, last: the rows of the title. A row that names the reported basis as well speaks of columns, which tell it themselves.
    """
    for index in range(last + 1, min(last + 1 + _BELOW, len(rows))):
        row = rows[index]
        if not row.cells:
            continue
        if len(row.cells) > 1 or not _is_heading(row):
            break
        if words := basis_of(row):
            return words
    for index in range(first - 1, max(first - 1 - _ABOVE, -1), -1):
        row = rows[index]
        if len(row.cells) != 1 or not _is_heading(row) or row.table not in (0, rows[first].table):
            break
        if words := basis_of(row):
            return words
    return ""


def _is_heading(row: Row) -> bool:
    text = row.cells[0].text
    return len(text) < _LONGEST and not text.endswith((".", ";", ",", ":")) and not text[0].islower() and not text[0].isdigit()


def basis_of(row: Row) -> str:
    """The words by which a row of one cell puts what it heads on another basis; empty where it does not."""
    if len(row.cells) != 1:
        return ""
    text = row.cells[0].text
    found = _OTHER_BASIS.search(text)
    return found[0] if found and not _REPORTED.search(text) else ""
