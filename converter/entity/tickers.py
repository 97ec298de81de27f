"""Tickers as releases print them: `(Nasdaq NM: ABCD)`, `NYSE/ABC`, `AMEX symbol: ABC`, `on the Nasdaq ... under the symbol "ABCD"`."""

import re
from collections.abc import Iterator

from attrs import frozen

_EXCHANGES = (  # first match counts; spelled as investors prefix a ticker
    (r"(?:NYSE|New\s+York\s+Stock\s+Exchange)\s*-?\s*(?:American|MKT|Amex)(?:\s+LLC)?|AMEX|American\s+Stock\s+Exchange", "NYSEAMERICAN"),
    (r"NYSE\s*-?\s*Arca", "NYSEARCA"),
    (r"NYSE|New\s+York\s+Stock\s+Exchange", "NYSE"),
    (r"OTC\s*-?\s*QX", "OTCQX"),
    (r"OTC\s*-?\s*QB", "OTCQB"),
    (r"OTC\s*-?\s*BB|OTC\s+Bulletin\s+Board|OTC\s+BB|OTC\s+Electronic\s+Bulletin\s+Board", "OTCBB"),
    (r"OTC\s+(?:Pink|Markets?)(?:\s+(?:Sheets|Group|Current))*|Pink\s+Sheets|OTC", "OTC"),
    (r"Nasdaq", "NASDAQ"),
    (r"TSX\s*-?\s*V(?:enture)?|TSXV", "TSXV"),
    (r"TSX|Toronto\s+Stock\s+Exchange", "TSX"),
)
_TIER = (
    r"(?:\s+|/|-)(?:(?:Stock|National|Global|Select|Capital|Small\s*-?\s*Cap|Market|Markets|System|Marketing|Exchange|tier|of|the|"
    r"NNM|NMS|NM|GSM?|GM|CM|SC)\b[/\s]*)+"
)
_SYMBOL = r"""(?P<ticker>[A-Z][A-Z0-9]{0,5}(?:[.\-/][A-Z]{1,3}){0,2})(?![\w&'\u2019])"""
_QUOTE = r"""["'`\u201c\u201d\u2018\u2019]{0,2}"""
_MENTION = re.compile(
    r"(?:" + "|".join(f"(?P<e{number}>(?i:{words}))" for number, (words, _) in enumerate(_EXCHANGES)) + r")"
    rf"(?:\(SM\)|[®™])?(?i:{_TIER})?(?:\s*\(SM\)|[®™])?\s*"
    rf"(?:(?P<phrase>[^.;:]{{0,40}}?\b(?i:under\s+the\s+(?:(?:trading|ticker|stock|NASDAQ)\s+)?symbols?)\s*:?\s*)"
    rf"|\(?(?i:(?:ticker\s+|trading\s+|stock\s+)?symbol)\s*[:,-]?\s*|[:/]\s*|\s-\s*|(?P<bare>(?<=\s)))"
    rf"{_QUOTE}{_SYMBOL}{_QUOTE}"
)
_LITERALS = (
    "NASDAQ",
    "Nasdaq",
    "NasdaQ",
    "nasdaq",
    "NYSE",
    "NEW YORK STOCK",
    "New York Stock",
    "AMEX",
    "Amex",
    "American Stock",
    "AMERICAN STOCK",
    "OTC",
    "Pink Sheets",
    "TSX",
    "Toronto Stock",
)
_NO_TICKER = re.compile(
    r"AN?|AND|A[ST]|BY|C[EF]O|CFA|COMPOSITE|CONTACT|COMPANY|ES?T|FOR|FROM|INC?|INDEX|IT|LLC|MARKET|NEWS|N?NM|NMS|NOT|"
    r"O[FNR]|OTC|RELEASE|SM|STOCK|SYMBOL|THE|TO|USA?"
)
_OPEN = 200
"""Characters of a mention, and of the words before it, that are looked at."""


@frozen
class Mention:
    """exchange, symbol: `NASDAQ`, `BTUI`. before: the words in front of it, blanks as printed. start, end: characters of the text."""

    exchange: str
    symbol: str
    before: str
    start: int
    end: int
    about_own_stock: bool

    @property
    def ticker(self) -> str:
        return f"{self.exchange}:{self.symbol}"


def mentions(text: str) -> Iterator[Mention]:
    """The tickers that the text prints together with their exchange, in order."""
    # A literal is found fifty times faster than the pattern, and a source may be fifty megabytes of something else.
    starts = sorted({at for literal in _LITERALS for at in _occurrences(text, literal)})
    reached = -1
    for at in starts:
        match = _MENTION.match(text, at, at + _OPEN)
        if match is None or at < reached or _NO_TICKER.fullmatch(match["ticker"]):
            continue
        if match["bare"] is not None and not _in_parentheses(text, match):
            continue
        exchange = next(name for number, (_, name) in enumerate(_EXCHANGES) if match[f"e{number}"])
        reached = match.end()
        yield Mention(exchange, match["ticker"], text[max(0, at - _OPEN) : at], at, match.end(), match["phrase"] is not None)


def _occurrences(text: str, literal: str) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        if not at or not text[at - 1].isalnum():
            yield at
        at = text.find(literal, at + 1)


def _in_parentheses(text: str, match: re.Match[str]) -> bool:
    """`(Nasdaq MSFT ...)`: without a colon, only the parenthesis tells a ticker from any capitals."""
    return text[max(0, match.start() - 1) : match.start()] == "(" and text[match.end() : match.end() + 1] in (")", " ", ",")
