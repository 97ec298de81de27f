"""A row split into words on the left and numbers on the right."""

import re
from collections.abc import Sequence

from attrs import frozen

from converter.document import Cell, Row
from converter.place import Place
from converter.recognition.rows.tokens import CURRENCY, NUMBER, Token, broken_token, tokens_of

_LEADER = re.compile(r"(?:\.\s?){3,}\s*|\.{2,}\s*|…+\s*")
_LEADER_BEHIND = re.compile(r"\s*(?:\.\s?){4,}$")
_ENUMERATED = re.compile(r"^\d{1,2}[.)] (?=[A-Z])")
"""Lines may be numbered."""
_NOTE_LETTER = re.compile(r"\(?[A-Z](?:, ?[A-Z])*\)?|[Nn]otes? [A-Z\d]{1,2}(?:, ?[A-Z\d]{1,2})*")
_OPENERS = frozenset({"$", "(", "$(", "($", "[", "US$", "C$", "£", "€", "¥"})
_ENDS_OF_NUMBER = frozenset("0123456789-–—")
_CLOSERS = frozenset({")", "%", ")%", "]", "%)"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_BLANKS = re.compile(r"\s{2,}")
_LINE_NUMBER = re.compile(r"\(?\d{1,3}[.)]?")
"""The number of a line, in a column of its own before the words."""

_TAIL = re.compile(rf"\s((?:(?:{CURRENCY})\s?)?[(\[]?\s?(?:{CURRENCY})?\s?(?:{NUMBER})[)\]]?%?|[-—–]+)$")


@frozen
class Line:
    """A row split into words on the left and amounts on the right."""

    row: Row
    label: str
    label_place: Place
    tokens: tuple[Token, ...]


def split(row: Row, characters: bool, edges: frozenset[int] = frozenset()) -> Line:
    """Splits a row into label and amounts. edges: right edges of known stacks; a number one blank behind a label counts when it ends
    there.
    """
    cells = joined(row.cells, characters)
    found: list[Token] = []
    while cells:
        cell = cells[-1]
        tokens = tokens_of(cell, characters, _LEADER_BEHIND.sub("", cell.text) if len(cells) > 1 else None)
        if tokens is None and (found or len(cells) > 1) and (broken := broken_token(cell, characters)):
            tokens = [broken]
        if tokens is None:
            break
        found[:0] = tokens
        cells.pop()
    if found and characters and len(cells) > 1 and _NOTE_LETTER.fullmatch(cells[-1].text):
        cells.pop()  # a column of notes
    if cells and characters:
        words, tokens = _behind_words(cells[-1], edges)
        if tokens:
            found[:0] = tokens
            cell = cells.pop()
            if words:
                cells.append(Cell(words, cell.place, cell.left, cell.left + len(words)))
    if len(cells) > 1 and not characters and _LINE_NUMBER.fullmatch(cells[0].text):
        cells = cells[1:]
    label = " ".join(cell.text for cell in cells).strip()
    if "." in label or "…" in label:
        label = re.sub(r"(?:\s+\.)+$|\.{2,}$", "", _LEADER.sub(" ", label).strip())  # a dot that touches a word is the word's own
        label = label.lstrip(". ").strip()
    label = _ENUMERATED.sub("", _BLANKS.sub(" ", label))
    first = cells[0].place if cells else (found[0].place if found else Place(row.line, 0, 0))
    place = Place(first.line, first.start, cells[-1].place.end, first.node) if cells and not first.node else first
    return Line(row, label, place, tuple(found))


def _behind_words(cell: Cell, edges: frozenset[int]) -> tuple[str, list[Token]]:
    """A cell of words that ends in amounts: behind dot leaders, or exactly in a stack."""
    text = cell.text
    found: list[Token] = []
    for leader in sorted(_LEADER.finditer(text), key=lambda match: -match.end()):  # there may be one between two amounts as well
        tokens = tokens_of(cell, True, text[leader.end() :], leader.end()) if leader.end() < len(text) else None
        if not tokens:
            break
        text, found = text[: leader.start()], [*tokens, *found]
    if found:
        return text, found
    while match := _TAIL.search(text):
        tokens = tokens_of(cell, True, match[1], match.start(1))
        if not tokens or len(tokens) != 1 or tokens[0].right not in edges:
            break
        found[:0] = tokens
        text = text[: match.start()]
    return text, found


def joined(cells: Sequence[Cell], characters: bool = True) -> list[Cell]:
    """Cells with `$`, `(`, `)` and `%` that stand apart put back to their number.

    A `%` is put back only in print, and from afar to no year, for it may head a column.
    """
    whole: list[Cell] = []
    for cell in cells:
        if cell.text.endswith(" $") and any(c.isdigit() for c in cell.text):  # the currency sign of the next column
            kept = len(cell.text[:-2].rstrip())
            place = Place(cell.place.line, cell.place.start, cell.place.start + kept, cell.place.node)
            cell = Cell(cell.text[:kept], place, cell.left, cell.left + kept if cell.right - cell.left == len(cell.text) else cell.right)
        if whole and (whole[-1].text in _OPENERS or (_closes(cell, whole[-1], characters) and whole[-1].text[-1] in _ENDS_OF_NUMBER)):
            before = whole.pop()
            place = Place(before.place.line, before.place.start, cell.place.end, cell.place.node) if not cell.place.node else cell.place
            gap = " " * max(1, cell.left - before.right if not cell.place.node else 1)  # as wide as printed, so that places hold
            whole.append(Cell(before.text + gap + cell.text, place, before.left, cell.right))
        elif cell.text in _CLOSERS and whole and whole[-1].text[-1] in ")]":
            continue
        else:
            whole.append(cell)
    if whole and whole[-1].text in _OPENERS:
        whole.pop()
    return whole


def _closes(cell: Cell, before: Cell, characters: bool) -> bool:
    if cell.text not in _CLOSERS or "%" not in cell.text:
        return cell.text in _CLOSERS
    return characters and (cell.left - before.right <= 2 or not _YEAR.fullmatch(before.text))
