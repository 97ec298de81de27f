"""Numbers in cells: what a printed piece says, and where it stands."""

import re
from decimal import Decimal

from attrs import frozen

from converter.document import Cell
from converter.place import Place

_LONGEST = 25
"""Characters of an amount, commas and point included: quadrillions to the cent. What is longer is broken."""


@frozen
class Token:
    """A number-like piece of a row. printed: the signed number, or None for marks that stand for no number ("N/A").

    fraction: digits printed after the point. percent: a % sign belongs to it. crooked: only one parenthesis of a pair is printed.
    broken: digits that are no number ("7,3147,720"); printed is None then.
    left, right: extent in the grid; right ends with the last digit, since that is what lines up. currency: the symbol, if printed.
    """

    text: str
    printed: Decimal | None
    fraction: int
    percent: bool
    place: Place
    left: int
    right: int
    currency: str = ""
    crooked: bool = False
    dash: bool = False
    broken: bool = False


NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
CURRENCY = r"US\$|C\$|A\$|NT\$|HK\$|RMB|NIS|CHF|USD|CAD|EUR|GBP|\$|£|€|¥"
_AMOUNT = re.compile(
    rf"""(?P<open1>[(\[]?)\s*(?P<currency>{CURRENCY})?\s*(?P<open2>[(\[]?)\s*(?P<minus>[-−–]?)\s*(?:(?:{CURRENCY})\s*)?
         (?:(?P<digits>{NUMBER})(?P<stop>\.?))(?P<behind>(?<=[\d.])-|\s?CR\b)?\s*(?P<close>[)\]]?)\s*(?P<percent>%|percent\b)?\s*(?P<close2>[)\]]?)
         (?P<note>(?:\s?\([a-zA-Z*]{{1,3}}\)|\(\d{{1,2}}\)|\s\(\d\)|\s?\*+)?)""",
    re.VERBOSE,
)
_DASH = re.compile(rf"(?:{CURRENCY})?\s*\(?\s*(?P<dash>-0-|[-–—−]{{1,6}}|nil\b|none\b)\s*\)?\s*(?P<percent>%?)", re.IGNORECASE)
_MARK = re.compile(r"\(?(?:N/?[AM]\b\.?|NMF\b|n/m\b|\*{1,3}|bps\b|pts?\.?\b|pp\b)\)?%?", re.IGNORECASE)
_PAGE = re.compile(r"[-–] ?(?!0)\d{1,3} ?[-–]")
_UNIT = re.compile(r"\(?(?:in )?\$?,?000'?s?(?: omitted)?\)?", re.IGNORECASE)
"""What a table is printed in, not a number: "($000)"."""
_BROKEN = re.compile(r"[$(]{0,2}\d[\d.x]*,[\d,.x]*\d[).]?")
"""What was a number before two ran together or a digit was lost: digits with commas, and nothing else."""
_DASHED_ZERO = re.compile(rf"(?:{CURRENCY})?\s*[(\[]?\s*-0-")


_BEGINS_WORDS = frozenset("dfijklmoqstvwxyzDFIJKLMOQSTVWXYZ")
"""Letters with which no currency and no mark begins."""


def tokens_of(cell: Cell, characters: bool, text: str | None = None, offset: int = 0) -> list[Token] | None:
    """The numbers of a cell that holds nothing else; None when it holds words. characters: the grid counts print columns."""
    text = cell.text if text is None else text
    if text[:1] in _BEGINS_WORDS or _PAGE.fullmatch(text) or _UNIT.fullmatch(text):
        return None
    found: list[Token] = []
    position = 0
    while position < len(text):
        if text[position] == " ":
            position += 1
            continue
        match = None if _DASHED_ZERO.match(text, position) else _AMOUNT.match(text, position)
        if match and (match.end() == len(text) or " " in text[match.end() - 1 : match.end() + 1]):
            found.append(_number(match, cell, offset, characters))
        else:
            match = _DASH.match(text, position)
            if match and match.end() < len(text) and text[match.end()] not in " \t":
                match = None
            if match:
                found.append(_zero(match, cell, offset, characters))
            else:
                match = _MARK.match(text, position)
                if not match or (match.end() < len(text) and text[match.end()] != " "):
                    return None
                found.append(_mark(match, cell, offset, characters))
        position = match.end()
    return found or None


def broken_token(cell: Cell, characters: bool) -> Token | None:
    """A cell that was a number before two ran together or a digit was lost; None for any other."""
    if not _BROKEN.fullmatch(cell.text):
        return None
    return Token(cell.text, None, 0, False, *_extent(cell, 0, len(cell.text), characters), broken=True)


def _extent(cell: Cell, start: int, end: int, characters: bool) -> tuple[Place, int, int]:
    """The place of some characters of a cell, and from where to where they stand in the grid."""
    if not characters:
        return cell.place, cell.left, cell.right
    raw = cell.place.end - cell.place.start == cell.right - cell.left == len(cell.text)  # no tabs inside, no cell of an HTML table
    place = Place(cell.place.line, cell.place.start + start, cell.place.start + end, cell.place.node) if raw else cell.place
    return place, cell.left + start, cell.left + end


def _number(match: re.Match[str], cell: Cell, offset: int, characters: bool) -> Token:
    text, percent, digits = match[0].strip(), bool(match["percent"]), match["digits"]
    if len(digits) > _LONGEST:
        return Token(text, None, 0, percent, *_extent(cell, offset + match.start(), offset + match.end(), characters))
    value = Decimal(digits.replace(",", ""))
    opened, closed = bool(match["open1"] or match["open2"]), bool(match["close"] or match["close2"])
    negative = opened or closed or bool(match["minus"] or match["behind"])
    start, end = match.span("digits")
    return Token(
        text,
        -value if negative and value else value,
        len(digits.partition(".")[2]),
        percent,
        *_extent(cell, offset + start, offset + end, characters),
        match["currency"] or "",
        crooked=opened != closed,
    )


def _zero(match: re.Match[str], cell: Cell, offset: int, characters: bool) -> Token:
    start, end = match.span("dash")
    return Token(
        match[0].strip(), Decimal(0), 0, bool(match["percent"]), *_extent(cell, offset + start, offset + end, characters), dash=True
    )


def _mark(match: re.Match[str], cell: Cell, offset: int, characters: bool) -> Token:
    return Token(match[0], None, 0, "%" in match[0], *_extent(cell, offset + match.start(), offset + match.end(), characters))
