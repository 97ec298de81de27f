"""Where statements begin and end: titles, and the rows that belong to them.

A title is a short row of its own that names a statement and little else. Text that only mentions a statement (an auditor's report, a
table of contents, a note) is told apart by its other words. Titles of tables that are no primary statements end a region as well.
"""

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from converter.document import Cell, Row
from converter.recognition.periods.phrases import MONTH
from converter.recognition.tables.basis import basis_around
from converter.statement import Kind

_STATEMENT = r"(?:consolidated |condensed |combined |unaudited |interim |summary |comparative |summarized |abbreviated |preliminary )*"
_OF = r"statements? of (?:the )?" + _STATEMENT
COMPREHENSIVE = _OF + r"comprehensive (?:\(?(?:income|loss|earnings)\b\)? ?)+(?! ?and\b)|comprehensive (?:income|loss) statements?"
"""Names of a statement that goes on from net income to comprehensive income; some filers' whole statement of operations is called so."""
_NAMES: tuple[tuple[Kind | None, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            None,
            r"statements? of (?:consolidated )?(?:changes in )?(?:consolidated )?(?:common )?(?:stock|share)(?:holders"
            r"|owners)?'?s?'?\s?(?:equity|investment|deficit)",
        ),
        (
            None,
            r"statements? of (?:consolidated )?(?:changes in |other )(?:consolidated )?(?:comprehensive|equity|capital|partners"
            r"|members|net assets|redeemable)",
        ),
        (Kind.INCOME, COMPREHENSIVE),
        (
            Kind.CASH_FLOW,
            _OF + r"cash ?flows?\b|cash flows? statements?|statements? of changes in financial position"
            r"|^(?:summary (?:of )?)?(?:consolidated |condensed )*cash flows?(?: summary| data| information)?$",
        ),
        (
            Kind.BALANCE,
            r"balance sheets?\b|"
            + _OF
            + r"financial (?:condition|position)\b|statements? of assets and liabilities|"
            + _OF
            + r"net assets\b",
        ),
        (
            Kind.INCOME,
            _OF + r"(?:net )?(?:\(?loss\)? ?|income|operations?|earnings|operating|profit)"
            r"|(?:income|earnings|operations?|operating) statements?\b"
            r"|profit and loss|(?:^|consolidated )(?:results of operations|operating results|statements? of results)\b"
            r"|^(?:summary of |summary )?(?:consolidated |condensed )*financial results$",
        ),
    )
)
_OTHER = re.compile(
    r"\bselected\b|\bnotes? to\b|\bschedules?\b|\breconcil|\bpro[- ]?forma\b|non[- ]gaap|\bsegments?\b|\bsupplement"
    r"|\bquarterly (?:financial|results|data)|\bparent (?:company|only)"
    r"|registrant only|\bkey (?:metrics|statistics)|\bsummary\b|\bhighlights\b|\bratios\b|\badjusted\b"
    r"|\baverages?\b.*\bbalance|\bbalance.*\baverages?\b|\bconstant currency\b"
    r"|\bcondensed financial information|\bguidance\b|\bguarantor|\bsubsidiary guarant"
    r"|\bsignificant subsidiar|percent of|percentage of|\bconsolidating\b|\bexhibit\b|historical summary|\bbacklog\b"
    r"|\bcalculation of\b|computation of|\bunconsolidated\b|\bsupplementary\b|\bby (?:segment|quarter)",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:accompanying|see|audit\w*|opinion|included|presented|following|refer|pursuant|which|were|was|is|are|has|have|should"
    r"|therein|incorporated|reflected|between|related|thereto|herein|prepared|our|we|"
    r"beginning on|integral|hereto|contained|shown|report|index|items?)\b",
    re.IGNORECASE,
)
_DECORATION = re.compile(
    r"\b(?:consolidated|condensed|combined|unaudited|audited|interim|comparative|preliminary|gaap|as reported|data|information"
    r"|and|subsidiar(?:y|ies)|company|corporation|inc|corp|ltd|co|the|for|of|in|thousands|millions|"
    r"dollars?|except|per|share|amounts?|continued|cont'?d|years?|months?|quarters?|ended|three|six|nine|twelve|retained|earnings"
    r"|deficit|accumulated|comprehensive|\(?loss\)?|income|operations|\d+)\b",
    re.IGNORECASE,
)


@frozen
class Title:
    """A row that names a statement. kind: None for tables that are no primary statement. other: the words that say it is another table."""

    index: int
    last: int
    kind: Kind | None
    text: str
    other: str = ""
    continued: bool = False


def title_at(rows: Sequence[Row], index: int) -> Title | None:
    """The title that begins at a row, with the row where its words end; None when the row is none."""
    row = rows[index]
    if not row.cells:
        return None
    dated = len(row.cells) > 1 and row.cells[0].text.isdigit() and len(row.cells[0].text) == 4
    text = row.cells[1 if dated else 0].text  # a running year stands before the title
    if len(text) > 160 or (not text[0].isalpha() and text[0] not in "(-*"):
        return None
    if _is_begun_label(rows[index : index + 2]):
        return None
    found = _kind_of(text)
    if found is not None:
        return _title(rows, index, index, text, *found)
    if (
        len(row.cells) == 1
        and len(text) < 90
        and index + 1 < len(rows)
        and rows[index + 1].gap <= 1
        and rows[index + 1].cells
        and _GOES_ON.search(text)
    ):
        both = f"{text} {rows[index + 1].cells[0].text}"
        found = _kind_of(both) if len(rows[index + 1].cells) == 1 else None
        if found is not None:
            return _title(rows, index, index + 1, both, *found)
    return None


def _is_begun_label(rows: Sequence[Row]) -> bool:
    """Whether the next row goes on with a label that this one begins: "Cash flows" over "from operating activities"."""
    if len(rows) < 2 or not rows[1].cells or rows[1].gap:
        return False
    return rows[1].cells[0].text.startswith(("from ", "provided ", "used ", "(used "))


_NAMING = ("statement", "sheet", "result", "profit", "cash")
"""No title of a statement lacks them all."""
_BLANKS = re.compile(r"\s+")
_GOES_ON = re.compile(r"\b(?:statements?|sheets?|of|and|consolidated|cash|balance)$", re.IGNORECASE)
"""How the first row of a title in two rows ends."""


def _kind_of(text: str) -> tuple[Kind | None, re.Match[str]] | None:
    lower = text.lower()
    if not any(word in lower for word in _NAMING):
        return None
    folded = _BLANKS.sub(" ", text.replace("\u2019", "'").replace("\u2018", "'"))
    for kind, pattern in _NAMES:
        match = pattern.search(folded)
        if match:
            return kind, match
    return None


def _title(rows: Sequence[Row], index: int, last: int, text: str, kind: Kind | None, match: re.Match[str]) -> Title | None:
    words = _BLANKS.sub(" ", text)
    rest = _NUMBERED.sub("", words[: match.start()]) + " " + words[match.end() :]
    other = _OTHER.search(_NUMBERED.sub("", words))
    if (
        words[0].islower()
        or _PROSE.search(rest)
        or re.search(r"(?:\. ?){4,}|[a-z]{3,}[.;]$", words)
        or (words.endswith(",") and not (_dated(words[:-1]) and _heads(rows, last)))  # the year may stand over each column
        or re.search(r"\.{3,}", rows[index].text)
        or re.fullmatch(r"[FS]?-?\d{1,3}", rows[index].cells[-1].text)  # a line of a table of contents ends in a page number
        or (re.search(r"\b\d{1,3}$", words) and not _dated(words))
    ):
        return None
    plain = re.sub(r"[^\w ]", " ", _DECORATION.sub(" ", rest)).split()
    if len(plain) > 2 and match[0].lower().endswith(("results of operations", "operating results")):
        return None  # a heading of a discussion
    if len(plain) > 8 or (len(plain) > 4 and not words.isupper() and not _heads(rows, last)):
        return None
    if len(rows[index].cells) > 1 and all(any(c.isdigit() for c in cell.text) and len(cell.text) < 5 for cell in rows[index].cells[1:]):
        return None  # a line of a table of contents
    said = other[0] if other else basis_around(rows, index, last)
    return Title(index, last, kind, words, said, bool(re.search(r"\bcont(?:inued|'d|\.)|\bconcluded\b", words, re.IGNORECASE)))


_NUMBERED = re.compile(
    r"^(?:exhibit|schedule|attachment|appendix|annex|table)\s+(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d)?)(?:-?\d{1,2})?\s?[-:.\u2013\u2014]\s",
    re.IGNORECASE,
)
"""The number of a title among the tables of a release: "Schedule 3 - Consolidated Statements of Cash Flows"."""


def _dated(text: str) -> bool:
    return bool(re.search(rf"(?:(?:19|20)\d\d|\b{MONTH}\s+\d{{1,2}})$", text, re.IGNORECASE))


def _heads(rows: Sequence[Row], index: int) -> bool:
    """Whether figures follow soon."""
    return any(len(row.cells) > 1 for row in rows[index + 1 : index + 8])


def other_table(row: Row) -> str:
    """The words by which a row, short and alone, heads a table that is no primary statement; empty otherwise."""
    if len(row.cells) != 1 or len(row.cells[0].text) > 120:
        return ""
    text = row.cells[0].text
    match = _OTHER.search(text)
    if not match or text.endswith((".", ",", ";")) or text[0].islower() or not text[0].isalpha():
        return ""
    return match[0] if len(text.split()) <= 14 else ""


def is_prose(row: Row) -> bool:
    """A row of running text: many words, no columns."""
    if len(row.cells) > 2:
        last = row.cells[-1].text  # justified prose has wide blanks, and ends in a word
        if any(map(str.isdigit, last)) or not any(map(str.isalpha, last)):
            return False
        words = sum(len(cell.text.split()) for cell in row.cells)
        return words >= 9 and words / len(row.cells) < 2.5
    longest = max((cell.text for cell in row.cells), key=len, default="")
    if len(longest) < 50 or len(longest.split()) < 8:
        return False
    return not (len(row.cells) == 2 and len(row.cells[-1].text) < 20 and any(map(str.isdigit, row.cells[-1].text)))


_NO_NAME = re.compile(
    r"\b(?:statements?|balance sheets?|ended|thousands|millions|page|exhibit|unaudited|financial|table|december|june|discussion|see|notes?"
    r"|report|review|operations|accompanying)\b|(?<!\b[A-Z])(?<!\binc)(?<!\bcorp)(?<!\bco)(?<!\bltd)\.$",
    re.IGNORECASE,
)


def company_names(rows: Sequence[Row], titles: Iterable[Title]) -> list[str]:
    """Short rows that stand right above titles, most frequent first: they name who reports."""
    counts: dict[str, int] = {}
    for title in titles:
        for row in rows[max(0, title.index - 3) : title.index][::-1]:
            cell: Cell | None = row.cells[0] if len(row.cells) == 1 else None
            if (
                cell
                and 3 < len(cell.text) < 80
                and not cell.text.startswith(("(", "<", "-"))
                and any(c.isalpha() for c in cell.text)
                and not cell.text[0].islower()
                and not is_prose(row)
                and not _NO_NAME.search(cell.text)
            ):
                counts[cell.text] = counts.get(cell.text, 0) + 1
                break
    return sorted(counts, key=lambda name: -counts[name])
