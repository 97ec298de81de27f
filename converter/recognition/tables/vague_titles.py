"""Tables that may be statements though no title names one: those under vague titles, and those without any."""

import re
from collections.abc import Sequence
from itertools import groupby

from converter.document import Row
from converter.recognition.periods.phrases import DATE, LENGTH, YEAR
from converter.recognition.tables.basis import basis_around, basis_of
from converter.recognition.tables.titles import Title, is_prose, other_table
from converter.statement import Kind

_VAGUE = re.compile(
    r"(?:(?:unaudited|consolidated|condensed|selected|summary|comparative|interim|preliminary|of|quarterly|annual|and|the) )*"
    r"(?:financial (?:highlights|data|information|statements?|summary|results|tables?)|(?:earnings|operating|income|results?|operations)"
    r"(?: (?:highlights|data|information|summary|statement|report|release))?|summary of (?:operations|earnings|income)|financials)"
    r"(?: \(?(?:unaudited|in thousands|continued)\)?)*",
    re.IGNORECASE,
)
_ADJUSTED = re.compile(r"non-?gaap|\badjust(?:ed|ments?)\b(?! to reconcile)|ebitda|\bexcluding\b|pro[- ]?forma", re.IGNORECASE)


def vague_titles(rows: Sequence[Row], kind: Kind) -> list[Title]:
    """Rows that head tables without saying of what kind: "Financial highlights". Such a table is a statement only if its lines show it."""
    found: list[Title] = []
    if kind is Kind.CASH_FLOW and not _shows_flows(rows):
        return found
    for index, row in enumerate(rows):
        if (
            row.cells
            and len(row.cells[0].text) < 90
            and _VAGUE.fullmatch(" ".join(_untimed(row.cells[0].text).replace("-", " ").split()).rstrip(":"))
        ):
            found.append(Title(index, index, kind, row.cells[0].text, basis_around(rows, index, index)))
    return found


def _untimed(text: str) -> str:
    """A title without the period that it tells: "Consolidated earnings, third quarter ended September 30, 1995"."""
    rest = re.sub(
        r"\b(?:for the|for|ended|ending|as of|at)\b", " ", YEAR.sub(" ", LENGTH.sub(" ", DATE.sub(" ", text))), flags=re.IGNORECASE
    )
    return rest.strip(" ,;-") if DATE.search(text) or YEAR.search(text) else text


def untitled_tables(rows: Sequence[Row], kind: Kind) -> list[Title]:
    """The rows right above HTML tables, as if they named a statement: a company's name, a date. None above tables that are headed or
    filled as another one, and of cash flows only where their activities are shown.
    """
    found = []
    first = 0
    for table, members in groupby(rows, key=lambda row: row.table):
        own = list(members)
        if table and first and len(own) > 5 and (above := rows[first - 1]).cells and (kind is not Kind.CASH_FLOW or _shows_flows(own)):
            near = rows[max(0, first - 3) : first + 3]
            if not any(other_table(row) or basis_of(row) for row in near) and not any(_ADJUSTED.search(row.text) for row in own):
                words = above.text if len(above.text) < 90 and not is_prose(above) else kind.title
                found.append(Title(first - 1, first - 1, kind, words))
        first += len(own)
    return found


_ACTIVITIES = tuple(re.compile(rf"\b{activity} activities\b", re.IGNORECASE) for activity in ("operating", "investing", "financing"))


def _shows_flows(rows: Sequence[Row]) -> bool:
    """Whether the words of a table are of all three activities of a statement of cash flows."""
    return all(any(activity.search(row.text) for row in rows) for activity in _ACTIVITIES)
