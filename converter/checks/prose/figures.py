"""Figures of running text: money, money per share, percentages, with the sign that the print gives and how far they are rounded.

money    = currency ["("] digits [")"] [thousand | million | billion]     "$7.8 million", "$980,000", "($14) million", "22 cents"
share    = money "per" [basic | diluted | common ...] "share" | money [diluted] "EPS"
percent  = digits ("%" | "percent")                                       "38 percent", "3.2%"
points   = digits ("basis points" | "percentage points")
hedge    = about | approximately | nearly | more than ...                 before any of them
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from attrs import frozen


class Measured(Enum):
    """What a figure counts."""

    MONEY = "money"
    PER_SHARE = "money per share"
    PERCENT = "percent"
    POINTS = "points"


@frozen
class Figure:
    """A figure at [start, end) of a sentence. value: full scale, never negative; percent as printed. negative: it stands in parentheses.

    half: half a unit of its last digit, by which rounding may have moved it. hedged: the words say that it is not exact. basis: the words
    `basic` or `diluted` that go with a figure per share.
    """

    start: int
    end: int
    text: str
    measured: Measured
    value: Decimal
    half: Decimal
    negative: bool = False
    hedged: bool = False
    basis: tuple[str, ...] = ()


_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?|\.\d{1,6}"
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mm": 6, "m": 6, "b": 9, "bn": 9, "k": 3}
FIGURE = re.compile(
    rf"(?P<open>\()?[$€£]\s?(?P<inner>\()?(?P<money>{_DIGITS})\)?"
    r"(?:[\s-](?P<word>thousand|million|billion|trillion)\b|(?P<letter>mm|bn|[mbk])\b)?\)?"
    rf"|(?<![\w.,$])(?P<cents>\d{{1,3}}(?:\.\d)?)\s(?:cents|¢)"
    rf"|(?<![\w.,$])(?P<points>{_DIGITS})\s(?:basis points?|percentage points?|bps)\b"
    rf"|(?<![\w.,$])(?P<percent_open>\()?-?(?P<percent>{_DIGITS})\s?\)?(?:%|percent\b|per cent\b)\)?",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\)?(?: and \(?[$€£]?\(?[\d.]{1,8}\)?)?,? (?:(?:per|a|for each) (?:(?:basic|diluted|common|ordinary|fully|and|or|outstanding"
    r"|assuming|dilution"
    r"|class a)[ ,-]{1,2}){0,6}(?:share|unit)s?\b|(?:of )?(?:basic |diluted |fully |and ){0,3}EPS\b)",
    re.IGNORECASE,
)
_BASIS = re.compile(r"\b(basic|diluted)\b", re.IGNORECASE)
_BASIS_AFTER = re.compile(r"[ ,(]{1,2}(?:on an? |both |assuming |fully ){0,2}(?:basic|dilut)\w*(?: and diluted)?\b", re.IGNORECASE)
_HEDGE = re.compile(
    r"(?:\b(?:about|approximately|around|roughly|nearly|almost|over|some|more than|less than|in excess of|exceeding|at least|up to"
    r"|an estimated)|~)\s?$",
    re.IGNORECASE,
)


def figures_of(text: str) -> Iterator[Figure]:
    """The figures of a sentence, from left to right."""
    for match in FIGURE.finditer(text):
        hedged = bool(_HEDGE.search(text[max(0, match.start() - 16) : match.start()]))
        if match["percent"] or match["points"]:
            digits = match["percent"] or match["points"]
            measured = Measured.PERCENT if match["percent"] else Measured.POINTS
            negative = bool(match["percent_open"]) or match[0].startswith("-")
            yield Figure(match.start(), match.end(), match[0], measured, _number(digits), _half(digits, 0), negative, hedged)
            continue
        digits, scale = match["money"] or match["cents"], -2 if match["cents"] else 0
        scale = _SCALES.get((match["word"] or match["letter"] or "").lower(), scale)
        share = _SHARE.match(text, match.end())
        share = share if share and share.end() - match.end() < 80 and not match["word"] and "," not in digits else None
        end = match.end()
        negative = bool(match["open"] or match["inner"]) and match[0].count(")") > 0
        shown = match[0]
        if match["open"] and shown.count(")") < shown.count("("):  # "($0.88 per share on a diluted basis)"
            shown = shown[1:]
        if shown.count(")") > shown.count("("):
            shown, end = shown[:-1], end - 1
        basis: tuple[str, ...] = ()
        if share:
            after = _BASIS_AFTER.match(text, share.end())
            words = share[0] + (after[0] if after else "")
            basis = tuple(dict.fromkeys(word.lower() for word in _BASIS.findall(words)))
        yield Figure(
            match.end() - len(match[0]) + (1 if shown is not match[0] and match[0].startswith("(") and not shown.startswith("(") else 0),
            end,
            shown,
            Measured.PER_SHARE if share else Measured.MONEY,
            _number(digits).scaleb(scale),
            _half(digits, scale),
            negative,
            hedged,
            basis,
        )


def _number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


_THOUSANDS = re.compile(r"(?:,000)+$")


def _half(digits: str, scale: int) -> Decimal:
    """Half a unit of the last digit that counts: trailing groups of zeros of a whole number do not."""
    fraction = len(digits.partition(".")[2])
    zeros = _THOUSANDS.search(digits)
    return Decimal(5).scaleb(scale - fraction - 1 + (3 * len(zeros[0]) // 4 if zeros and not fraction else 0))
