"""What a printed piece is (words, a figure, or part of one) and the joining of figures that a table spreads over several cells."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final, NamedTuple

from converter.document import Cell
from converter.place import Place


class Piece(Enum):
    """What the text of a table cell is by itself."""

    WORDS = "words"
    FIGURE = "figure"
    OPENING = "$ or ( of a figure"
    CLOSING = ") or % of a figure"
    NOTE = "footnote mark"
    PERHAPS_NOTE = "(1): footnote mark or figure"
    LINE = "-----"


_WORDS, _FIGURE, _OPENING, _CLOSING, _NOTE, _PERHAPS_NOTE, _LINE = Piece  # looking members up takes time in inner loops
_CURRENCY: Final = r"(?:(?:US|U\.S\.|C|CA|CDN|A|AU|HK|NZ|S|R|NT|MX)?\s?\$|[€£¥])"
_NUMBER: Final = r"(?:\d{1,3}(?:[ \u2009\u202f]\d{3})+|\d[\d,]*(?:\.\d*)?|\.\d+)"
_DASH: Final = r"[-\u2010-\u2015\u2212]"
_MARK: Final = r"(?:\((?:\d{1,2}|[A-Za-z]{1,2})\)|\[\d{1,2}\]|[*†‡§#]{1,4})"
_FIGURE_TEXT: Final = re.compile(
    rf"(?!\S*\s?-0-)({_CURRENCY}?\s?[(\[<]?\s?(?:{_DASH}|\+)?\s?{_CURRENCY}?\s?[(\[]?\s?{_NUMBER}(?:-|\s?%?\s?[)\]>]?)\s?%?)(?:\s?{_MARK})*"
)
_NOTHING_TEXT: Final = re.compile(rf"({_CURRENCY}?\s?\(?\s?(?:{_DASH}(?:\s?{_DASH}){{0,2}}|-0-)\s?%?\s?\)?\s?%?)(?:\s?{_MARK})*")
_OPENING_TEXT: Final = re.compile(rf"(?:{_CURRENCY}\s?[(\[]?|[(\[]\s?{_CURRENCY}?)")
_CLOSING_TEXT: Final = re.compile(rf"([)\]]\s?%?|%\s?[)\]]?)(?:\s?{_MARK})*")
_NOTE_TEXT: Final = re.compile(rf"{_MARK}(?:[,\s]?{_MARK})*")
_LINE_TEXT: Final = re.compile(r"[-=_\u2014\u2500\u2550]{4,}|[=_]{2,}")
_DASHES: Final = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}
_BLANK_IN_NUMBER: Final = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_LONGEST: Final = 40

DIGITS: Final = re.compile(_NUMBER)


class Print(NamedTuple):
    """One cell's worth of print before figures are joined: its words, what they are, and where. above, below: a line is drawn there."""

    text: str
    piece: Piece
    place: Place
    left: int
    right: int
    above: bool = False
    below: bool = False


def piece_of(text: str) -> tuple[Piece, str]:
    """What a text is, and the text that counts.

    A figure goes without blanks and footnote marks, its sign is a hyphen, and an en dash or longer one alone is an em dash.
    """
    if len(text) > _LONGEST:
        return _WORDS, text
    if text[-1].isalpha():
        return _WORDS, text
    match = _FIGURE_TEXT.fullmatch(text)
    if match:
        if text[0] in "([" and _NOTE_TEXT.fullmatch(text):
            return _PERHAPS_NOTE, text
        return _FIGURE, _tight(match.group(1))
    if text[0].isalpha() and text[-1] not in "$":
        return _WORDS, text
    if _NOTE_TEXT.fullmatch(text):
        return _NOTE, text
    if _OPENING_TEXT.fullmatch(text):
        return _OPENING, _tight(text)
    match = _CLOSING_TEXT.fullmatch(text)
    if match:
        return _CLOSING, _tight(match.group(1))
    match = _NOTHING_TEXT.fullmatch(text)
    if match:
        tight = "".join(match.group(1).split())
        return _FIGURE, tight if "-" in tight else re.sub(_DASH, "—", tight)
    return (_LINE if _LINE_TEXT.fullmatch(text) else _WORDS), text


def _tight(text: str) -> str:
    """Without blanks; `1 234` becomes `1,234`, `<1,234>` and `1,234-` become `(1,234)`."""
    if len(parts := text.split()) > 1:
        text = _BLANK_IN_NUMBER.sub(",", " ".join(parts))
    text = "".join(text.split())
    if text[-1] == "-" and len(text) > 1:
        text = f"({text[:-1]})"
    elif text[-1] == ">":
        text = text.replace("<", "(").replace(">", ")")
    return text if text.isascii() else text.translate(_DASHES)


def column_starts(rows: Iterable[tuple[Print, ...]]) -> frozenset[int]:
    """The grid columns at which figures or their currency signs begin. A mark such as `%` or `(1)` there belongs to no figure before it."""
    return frozenset([it.left for row in rows for it in row if it.piece is _FIGURE or it.piece is _OPENING])


def joined(row: tuple[Print, ...], starts: frozenset[int]) -> tuple[Print, ...]:
    """The row with every figure in one piece, from currency sign to last mark. Footnote marks in cells of their own are dropped.

    starts: what `column_starts` found in the whole table.
    """
    for it in row:
        if it.piece is not _WORDS and it.piece is not _FIGURE:
            break
    else:
        return row
    done: list[Print] = []
    opening: Print | None = None
    others = sum(1 for it in row if it.piece is _FIGURE)
    for it in row:
        last = done[-1] if done else None
        after = last is not None and opening is None and it.left not in starts
        if it.piece is _OPENING:
            if opening is not None and opening.right == it.left and others:
                opening = opening._replace(text=opening.text + it.text, right=it.right)
                continue
            if opening is not None:
                done.append(opening)
            opening = it
            continue
        if it.piece is _CLOSING and last is not None and last.piece is _FIGURE and (after or _is_open(last, it)):
            done[-1] = last._replace(text=last.text + it.text, right=it.right)
            continue
        if it.piece is _NOTE and after and last is not None:
            done[-1] = last._replace(right=it.right) if last.piece is _FIGURE else last
            continue
        if it.piece is _PERHAPS_NOTE:
            if after and last is not None and last.right == it.left and (last.piece is _FIGURE or others):
                done[-1] = last._replace(right=it.right) if last.piece is _FIGURE else last
                continue
            it = it._replace(piece=_FIGURE if done or it.left > 0 else _WORDS)
        if opening is not None:
            if it.piece is _FIGURE and not any(opening.right <= start < it.left for start in starts):
                it = it._replace(text=opening.text + it.text, left=opening.left)
            else:
                done.append(opening)
            opening = None
        done.append(it)
    if opening is not None:
        done.append(opening)
    return tuple(done)


def _is_open(figure: Print, closing: Print) -> bool:
    """Whether the figure's parenthesis is the one that closes here."""
    return closing.text[0] in ")]" and ("(" in figure.text or "[" in figure.text) and not (")" in figure.text or "]" in figure.text)


def cell_of(it: Print) -> Cell:
    """The cell that a print becomes."""
    return Cell(it.text, it.place, it.left, it.right)
