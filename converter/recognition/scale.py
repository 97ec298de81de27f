"""What the headings say of scale and currency: "In thousands, except per share and share amounts"."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from converter.document import Row
from converter.place import Place
from converter.statement import Scale

_NO_AMOUNT = r"(?<!\d)(?<!\d[ -])"
"""Not behind digits: "$5.5 million" is an amount, no scale."""
_POWERS = (
    (
        re.compile(
            rf"{_NO_AMOUNT}\bthousands?\b|\b000'?s\b|['’]000\b|\(000\)|\$ ?000\b|(?:\bin |\()\$ ?K\b|,000 omitted|000 omitted"
            r"|\bin 000|\(?000s\)?|000's",
            re.IGNORECASE,
        ),
        3,
    ),
    (re.compile(rf"{_NO_AMOUNT}\bmillions?\b|\(?\bmm\b\)?|(?:\bin |\()[$€£] ?mm?\b", re.IGNORECASE), 6),
    (re.compile(rf"{_NO_AMOUNT}\bbillions?\b", re.IGNORECASE), 9),
)
_CONTEXT = re.compile(
    r"\b(?:in|except|dollars?|amounts?|omitted|expressed|stated|unaudited|of|us\$|u\.s\.|usd|data|shares?|figures|000)|[($€£]"
    r"|^\W*(?:thousands|millions)\W*$",
    re.IGNORECASE,
)
_UNSCALED = re.compile(r"^\(?(?:stated |expressed |amounts )?in (?:whole |u\.?s\.? )?dollars\b(?! in)", re.IGNORECASE)
_EXCEPT = re.compile(r"\b(?:except|excluding|other than)\b(.*)", re.IGNORECASE)
_CURRENCIES = (
    (re.compile(r"\bcanadian\b|C\$|\bCAD\b", re.IGNORECASE), "CAD"),
    (re.compile(r"\beuros?\b|€|\bEUR\b", re.IGNORECASE), "EUR"),
    (re.compile(r"\bpounds sterling\b|£|\bGBP\b|\bsterling\b", re.IGNORECASE), "GBP"),
    (re.compile(r"\b(?:japanese )?yen\b|¥|\bJPY\b", re.IGNORECASE), "JPY"),
    (re.compile(r"\brmb\b|\brenminbi\b|\bCNY\b", re.IGNORECASE), "CNY"),
    (re.compile(r"NT\$|new taiwan", re.IGNORECASE), "TWD"),
    (re.compile(r"HK\$|\bhong kong dollars?", re.IGNORECASE), "HKD"),
    (re.compile(r"\bA\$|\baustralian dollars?", re.IGNORECASE), "AUD"),
    (re.compile(r"\bNIS\b|\bnew israeli shekels?", re.IGNORECASE), "ILS"),
    (re.compile(r"\bCHF\b|swiss francs?", re.IGNORECASE), "CHF"),
    (re.compile(r"\bU\.?S\.? dollars?|\bUSD\b|US\$|U\.S\.\$", re.IGNORECASE), "USD"),
)
_PLAIN = "0123456789.,$()- "
"""Characters that name no currency by themselves: most amounts have no others."""


def scale_in(text: str, place: Place | None = None) -> Scale | None:
    """The scale that a heading promises; None when it speaks of none.

    Shares follow the money unless the exception names them: "except per share data" leaves shares scaled, "except share and per share
    data" does not.
    """
    found = [(match.start(), power) for pattern, power in _POWERS for match in pattern.finditer(text)]
    if not found or not _CONTEXT.search(text):
        return None
    position, money = min(found)
    exception = _EXCEPT.search(text, position) or _EXCEPT.search(text)
    excluded = exception[1] if exception else ""
    named = re.sub(
        r"\bper[- ](?:common |ordinary |ads |basic |diluted |limited partner )?(?:share|unit)s?\b(?: and per ADS)?",
        " ",
        excluded,
        flags=re.IGNORECASE,
    )
    shares = 0 if re.search(r"\b(?:shares?|units?)\b", named, re.IGNORECASE) else money
    if len(found) > 1 and re.search(r"shares? in (thousand|million)", text, re.IGNORECASE):
        match = re.search(r"shares? in (thousand|million)", text, re.IGNORECASE)
        shares = {"thousand": 3, "million": 6}[match[1].lower()] if match else shares
    return Scale(money, shares, " ".join(text.split()), place)


def whole_dollars(text: str, place: Place | None = None) -> Scale | None:
    """The scale of a heading that says so when there is none: "(In dollars)"."""
    return Scale(words=" ".join(text.split()), place=place) if _UNSCALED.search(text) else None


def scale_of(rows: Iterable[Row]) -> Scale | None:
    """The scale that short rows of a heading promise; two lines of one parenthesis count as one."""
    held: list[tuple[str, Place]] = [(cell.text, cell.place) for row in rows for cell in row.cells if len(cell.text) < 200]
    plain: Scale | None = None
    for index, (text, place) in enumerate(held):
        scale = scale_in(text, place)
        plain = plain or whole_dollars(text, place)
        if scale is not None:
            if text.count("(") > text.count(")") and index + 1 < len(held):
                return scale_in(f"{text} {held[index + 1][0]}", place)
            return scale
    return plain


_ABOVE = 4
"""Rows above a title in which the scale may stand: the name of the company, a date, the words that a title in two rows begins with."""
_LONGEST_ABOVE = 100
"""Characters of such a row."""


def scale_above(rows: Sequence[Row], title: int) -> Scale | None:
    """The scale that a row above the title promises, where nothing below it does: what stands there is short and holds no numbers."""
    for row in reversed(rows[max(0, title - _ABOVE) : title]):
        if len(row.cells) != 1 or len(row.text) > _LONGEST_ABOVE:
            return None
        if (scale := scale_in(row.text, row.cells[0].place) or whole_dollars(row.text, row.cells[0].place)) is not None:
            return scale
    return None


def without_currency(text: str) -> str:
    """The text without the marks and names of currencies."""
    for pattern, _ in _CURRENCIES:
        text = pattern.sub(" ", text)
    return text


def currency_of(texts: Iterable[str]) -> str | None:
    """The ISO 4217 code that headings name; None when they name none."""
    return next(filter(None, map(_named_in, texts)), None)


@lru_cache(maxsize=4096)
def _named_in(text: str) -> str | None:
    return next((code for pattern, code in _CURRENCIES if pattern.search(text)), None) if text.strip(_PLAIN) else None
