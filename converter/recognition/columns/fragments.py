"""Rows of headings over a table as pieces, each with its extent: which rows are headings, and which words tell nothing but time."""

import re
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from converter.document import Row
from converter.place import Place
from converter.recognition.periods.phrases import DATE, LENGTH, NOT_VALUES, YEAR
from converter.recognition.rows.line import Line
from converter.recognition.scale import without_currency

_WORDS = re.compile(
    r"\b(?:for|the|as|of|at|on|and|balances?|ended|ending|end|period|periods|unaudited|audited|restated|actual|fiscal|ytd|to|through|from"
    r"|quarter|quarters|months?|mos|weeks?|wks|qtrs?|days?|years?|notes?|see|dollars|pro|forma|adjusted|"
    r"change|increase|decrease|variance|percent|percentage|growth|inc|dec|amount|as reported|reported|gaap|non|successor"
    r"|predecessor|prior|current|previous|this|last|year-over-year|sequential|cumulative|total|thousands|millions|in|dates?|inception|"
    r"first|second|third|fourth|one|two|three|six|nine|twelve|thirteen|thirty|twenty|fifty|half|annual|interim|historical"
    r"|consolidated|vs|versus|over|q[1-4]|[1-4]q|fy\d*)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\(\d\)")
"""A footnote mark beside a heading; it looks like a negative number."""
_YEAR_ALONE = re.compile(r"'?\d{2}|(?:19|20)\d\d")
_YEAR_WITH_NOTE = re.compile(r"((?:19|20)\d\d) ?\((?:\d|[a-z])\)", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:19|20)\d\d,?\s+(?:and|&)\s+(?:19|20)\d\d\b", re.IGNORECASE)


@frozen
class Fragment:
    """A piece of a heading with its extent."""

    text: str
    left: int
    right: int
    place: Place


@lru_cache(maxsize=4096)
def is_temporal(text: str) -> bool:
    """Whether the text says something of time, currency or comparison and nothing else."""
    rest = without_currency(LENGTH.sub(" ", DATE.sub(" ", text)))
    return not re.search(r"[a-z]{2,}", _WORDS.sub(" ", YEAR.sub(" ", rest)), re.IGNORECASE)


def _is_timed_but_for_notes(text: str) -> bool:
    """Whether words over the labels tell a period and, in parentheses, something else: "Year ended December 31 (in thousands)"."""
    outside = re.sub(r"\([^()]*\)", " ", text)
    return outside != text and tells_time(outside) and is_temporal(outside)


@lru_cache(maxsize=4096)
def tells_time(text: str) -> bool:
    """Whether the text holds a date, a year or a length of time."""
    return bool(DATE.search(text) or YEAR.search(text) or LENGTH.search(text))


def fragments_of(row: Row, line: Line, characters: bool, zone: bool) -> list[Fragment] | None:
    """The pieces of a row of headings; None when the row is none. zone: the row stands before the first amounts of its table.

    Numbers are no headings unless they are years. In the body of a statement a row of headings has nothing but time in it.
    """
    numbers = [
        token for token in line.tokens if token.printed is not None and not token.dash and not (zone and _NOTE.fullmatch(token.text))
    ]
    if not row.cells or any(token.currency or not _YEAR_ALONE.fullmatch(_without_note(token.text.strip("- *"), zone)) for token in numbers):
        return None
    if not numbers and any(not (zone and _NOTE.fullmatch(token.text)) for token in line.tokens):
        return None
    cells = list(row.cells)
    first = cells[0]
    timed = [cell for cell in cells if tells_time(cell.text)]
    if not zone:
        pure = [cell for cell in cells if is_temporal(cell.text) or (len(timed) > 1 and NOT_VALUES.search(cell.text))]
        dated = any(DATE.search(c.text) or YEAR.search(c.text) for c in pure)
        if (
            len(pure) < len(cells) - 1
            or not (dated or (len(pure) > 1 and all(LENGTH.search(c.text) for c in pure)))
            or (len(cells) == 1 and ((characters and first.left < 20) or (not characters and first.left == 0)))
        ):
            return None
        if first not in pure and not (first.text.isupper() or len(cells) > 2):
            return None
        cells = pure
    elif (
        not is_temporal(first.text)
        and not _is_timed_but_for_notes(first.text)
        and not (len(cells) == 1 and timed and len(first.text) < 100)
    ):
        cells = cells[1:] if len(cells) > 1 else []
    fragments: list[Fragment] = []
    for cell in cells:
        fragments.extend(_pieces(cell.text, cell.left, cell.right, cell.place, characters))
    return fragments


def _without_note(text: str, zone: bool) -> str:
    """A year of a heading without the footnote mark beside it."""
    noted = _YEAR_WITH_NOTE.fullmatch(text) if zone else None
    return noted[1] if noted else text


def _pieces(text: str, left: int, right: int, place: Place, characters: bool) -> list[Fragment]:
    """A cell of a text table may hold the headings of several columns one blank apart: several dates, or several years."""
    dates = list(DATE.finditer(text))
    lasting = re.search(r"\b(?:to|through|thru|from)\b| - ", text, re.IGNORECASE)
    starts = [m.start() for m in dates] if len(dates) > 1 and not lasting else []
    if not starts and not dates:
        years = list(YEAR.finditer(text))
        starts = [m.start() for m in years] if len(years) > 1 and not re.search(r"[a-z]{3}", text, re.IGNORECASE) else []
    if not starts or not characters or is_enumeration(text):
        return [Fragment(text, left, right, place)]
    starts[0] = 0
    ends = [*starts[1:], len(text)]
    raw = place.end - place.start == right - left
    return [
        Fragment(text[a:b].strip(), left + a, left + b, Place(place.line, place.start + a, place.start + b, place.node) if raw else place)
        for a, b in zip(starts, ends, strict=True)
    ]


def is_enumeration(text: str) -> bool:
    """Whether the text lists several whole dates in words ("September 30, 1994, October 1, 1993, and October 2, 1992"), or several years
    ("December 31, 1998, 1997 and 1996"): it speaks of all columns.
    """
    dates = list(DATE.finditer(text))
    if len(dates) < 2:
        return bool(_YEARS.search(text))
    between = [text[a.end() : b.start()] for a, b in pairwise(dates)]
    return len(dates) > 1 and all(d["year"] for d in dates) and any(re.search(r"\band\b|[&,;]", words, re.IGNORECASE) for words in between)
