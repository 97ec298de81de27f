"""Numbers in rows: which cells are amounts, what they say, and in which stack of the table they stand."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from converter.document import Cell, Row
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


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
CURRENCY = r"US\$|C\$|A\$|NT\$|HK\$|RMB|NIS|CHF|USD|CAD|EUR|GBP|\$|£|€|¥"
_AMOUNT = re.compile(
    rf"""(?P<open1>[(\[]?)\s*(?P<currency>{CURRENCY})?\s*(?P<open2>[(\[]?)\s*(?P<minus>[-−–]?)\s*(?:(?:{CURRENCY})\s*)?
         (?:(?P<digits>{_NUMBER})(?P<stop>\.?))(?P<behind>(?<=[\d.])-|\s?CR\b)?\s*(?P<close>[)\]]?)\s*(?P<percent>%|percent\b)?\s*(?P<close2>[)\]]?)
         (?P<note>(?:\s?\([a-zA-Z0-9*]{{1,3}}\)|\s?\*+)?)""",
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
_LEADER = re.compile(r"(?:\.\s?){3,}\s*|\.{2,}\s*|…+\s*")
_LEADER_BEHIND = re.compile(r"\s*(?:\.\s?){4,}$")
_ENUMERATED = re.compile(r"^\d{1,2}[.)] (?=[A-Z])")
"""Lines may be numbered."""
_NOTE_LETTER = re.compile(r"\(?[A-Z](?:, ?[A-Z])*\)?|[Nn]otes? [A-Z\d]{1,2}(?:, ?[A-Z\d]{1,2})*")
_OPENERS = frozenset({"$", "(", "$(", "($", "[", "US$", "C$", "£", "€", "¥"})
_CLOSERS = frozenset({")", "%", ")%", "]", "%)"})


def joined(cells: Sequence[Cell], characters: bool = True) -> list[Cell]:
    """Cells with `$`, `(`, `)` and `%` that stand apart put back to their number.

    A `%` is put back only in print and close by, for it may head a column.
    """
    whole: list[Cell] = []
    for cell in cells:
        if cell.text.endswith(" $") and any(c.isdigit() for c in cell.text):  # the currency sign of the next column
            kept = len(cell.text[:-2].rstrip())
            place = Place(cell.place.line, cell.place.start, cell.place.start + kept, cell.place.node)
            cell = Cell(cell.text[:kept], place, cell.left, cell.left + kept if cell.right - cell.left == len(cell.text) else cell.right)
        if whole and (whole[-1].text in _OPENERS or (_closes(cell, whole[-1], characters) and whole[-1].text[-1].isdigit())):
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
    return cell.text in _CLOSERS and ("%" not in cell.text or (characters and cell.left - before.right <= 2))


def tokens_of(cell: Cell, characters: bool, text: str | None = None, offset: int = 0) -> list[Token] | None:
    """The numbers of a cell that holds nothing else; None when it holds words. characters: the grid counts print columns."""
    text = cell.text if text is None else text
    if _PAGE.fullmatch(text) or _UNIT.fullmatch(text):
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
                found.append(_token(match[0], None, 0, "%" in match[0], cell, offset, match.start(), match.end(), characters))
        position = match.end()
    return found or None


def _token(
    text: str,
    value: Decimal | None,
    fraction: int,
    percent: bool,
    cell: Cell,
    offset: int,
    start: int,
    end: int,
    characters: bool,
    currency: str = "",
    crooked: bool = False,
    dash: bool = False,
) -> Token:
    start, end = start + offset, end + offset
    if characters:
        raw = cell.place.end - cell.place.start == cell.right - cell.left == len(cell.text)  # no tabs inside, no cell of an HTML table
        place = Place(cell.place.line, cell.place.start + start, cell.place.start + end, cell.place.node) if raw else cell.place
        return Token(text, value, fraction, percent, place, cell.left + start, cell.left + end, currency, crooked, dash)
    return Token(text, value, fraction, percent, cell.place, cell.left, cell.right, currency, crooked, dash)


def _number(match: re.Match[str], cell: Cell, offset: int, characters: bool) -> Token:
    digits = match["digits"]
    if len(digits) > _LONGEST:
        return _token(match[0].strip(), None, 0, bool(match["percent"]), cell, offset, match.start(), match.end(), characters)
    value = Decimal(digits.replace(",", ""))
    opened, closed = bool(match["open1"] or match["open2"]), bool(match["close"] or match["close2"])
    negative = opened or closed or bool(match["minus"] or match["behind"])
    start, end = match.span("digits")
    return _token(
        match[0].strip(),
        -value if negative and value else value,
        len(digits.partition(".")[2]),
        bool(match["percent"]),
        cell,
        offset,
        start,
        end,
        characters,
        match["currency"] or "",
        opened != closed,
    )


def _zero(match: re.Match[str], cell: Cell, offset: int, characters: bool) -> Token:
    start, end = match.span("dash")
    return _token(match[0].strip(), Decimal(0), 0, bool(match["percent"]), cell, offset, start, end, characters, dash=True)


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
        if tokens is None and _BROKEN.fullmatch(cell.text) and (found or len(cells) > 1):
            tokens = [evolve(_token(cell.text, None, 0, False, cell, 0, 0, len(cell.text), characters), broken=True)]
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
    label = _ENUMERATED.sub("", re.sub(r"\s{2,}", " ", label))
    first = cells[0].place if cells else (found[0].place if found else Place(row.line, 0, 0))
    place = Place(first.line, first.start, cells[-1].place.end, first.node) if cells and not first.node else first
    return Line(row, label, place, tuple(found))


_LINE_NUMBER = re.compile(r"\(?\d{1,3}[.)]?")
"""The number of a line, in a column of its own before the words."""

_TAIL = re.compile(rf"\s((?:(?:{CURRENCY})\s?)?[(\[]?\s?(?:{CURRENCY})?\s?(?:{_NUMBER})[)\]]?%?|[-—–]+)$")


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


@frozen
class Stack:
    """A column of numbers: their extent, and the right edge that most of them share."""

    left: int
    right: int
    edge: int


def stacks_of(lines: Iterable[Line], characters: bool) -> tuple[Stack, ...]:
    """The stacks in which the numbers of a table stand.

    Fixed-width: numbers line up by the column of their last digit, so the right edges that recur are the stacks; edges up to two columns
    apart are one. HTML: extents that overlap are one stack. Cost: linear in the number of tokens.
    """
    lines = list(lines)
    numbers = [token for line in lines for token in line.tokens]
    if not characters:
        return _by_overlap(numbers)
    stacks = _by_edges(numbers)
    usual, rows = Counter(len(line.tokens) for line in lines).most_common(1)[0] if lines else (0, 0)
    if usual != len(stacks) and rows * 5 > len(lines) * 3 and not _all_columns(lines, stacks):
        return _by_order([line.tokens for line in lines if len(line.tokens) == usual])
    return stacks


def _all_columns(lines: Sequence[Line], stacks: Sequence[Stack]) -> bool:
    """Whether rows with an amount in every stack prove that all of them are columns; one such row among many is the odd one."""
    return sum(_fills(line.tokens, stacks) for line in lines) >= (1 if len(lines) < 5 else 2)


def _fills(row: Sequence[Token], stacks: Sequence[Stack]) -> bool:
    """Whether a row has an amount in every stack, at its edge: then they are all columns, however few rows do."""
    return len(row) == len(stacks) and all(_weighty(t) and abs(t.right - s.edge) <= 2 for t, s in zip(row, stacks, strict=True))


def _by_edges(numbers: list[Token]) -> tuple[Stack, ...]:
    solid = [t for t in numbers if not t.dash and t.printed is not None and t.right - t.left >= 2]
    if not solid:
        solid = numbers
    counts = Counter(token.right for token in solid)
    groups: list[list[int]] = []
    for edge in sorted(counts):
        if groups and edge - groups[-1][-1] <= 2:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    widths = {g[0]: [t for t in solid if g[0] <= t.right <= g[-1]] for g in groups}
    stacks = []
    for group in groups:
        members = widths[group[0]]
        stacks.append((Stack(min(t.left for t in members), group[-1], max(group, key=lambda e: counts[e])), len(members)))
    most = max((count for _, count in stacks), default=0)
    kept = [stack for stack, count in stacks if count >= max(2, most * 0.12) or most <= 2]
    strays = [(stack, count) for stack, count in stacks if stack not in kept]
    for stack, _ in strays:  # a thin stack that overlaps no other is a column with few numbers
        if all(stack.right <= other.left or other.right <= stack.left for other in kept):
            kept.append(stack)
    return tuple(sorted(kept, key=lambda stack: stack.edge))


def _weighty(token: Token) -> bool:
    """Whether a number can be no reference to a note."""
    return bool(token.currency or token.fraction) or abs(token.printed or Decimal(0)) >= 100


def _by_order(rows: Sequence[Sequence[Token]]) -> tuple[Stack, ...]:
    """Stacks of a table whose numbers do not line up, when nearly every row has the same number of them."""
    stacks = []
    for column in zip(*rows, strict=True):
        edges = Counter(token.right for token in column)
        stacks.append(Stack(min(t.left for t in column), max(t.right for t in column), edges.most_common(1)[0][0]))
    return tuple(stacks)


def _by_overlap(numbers: list[Token]) -> tuple[Stack, ...]:
    stacks: list[list[int]] = []
    for left, right in sorted({(t.left, t.right) for t in numbers}):
        if stacks and left < stacks[-1][1]:
            stacks[-1][1] = max(stacks[-1][1], right)
        else:
            stacks.append([left, right])
    return tuple(Stack(left, right, right) for left, right in stacks)


def placed(tokens: Sequence[Token], stacks: Sequence[Stack]) -> tuple[Token | None, ...] | None:
    """Each stack's token, in order; None when they cannot all be placed.

    A row with as many tokens as stacks fills them in order. Otherwise each token goes to the stack whose extent it overlaps most or whose
    edge is nearest, and the order must hold.
    """
    if len(tokens) == len(stacks):
        return tuple(tokens)
    while (
        len(tokens) > len(stacks)
        and stacks
        and tokens[0].right < stacks[0].left
        and re.fullmatch(r"\d{1,2}(?:,\d{1,2}){0,3}", tokens[0].text)
    ):
        tokens = tokens[1:]  # the number of a note, in a column of its own
    if len(tokens) >= len(stacks):
        return tuple(tokens) if len(tokens) == len(stacks) else None
    row: list[Token | None] = [None] * len(stacks)
    least = 0
    for index, token in enumerate(tokens):
        room = range(least, len(stacks) - (len(tokens) - index - 1))
        if not room:
            return None
        best = min(room, key=lambda i: (-_overlap(token, stacks[i]), abs(token.right - stacks[i].edge)))
        nearest = min(room, key=lambda i: abs(token.right - stacks[i].edge))
        if abs(token.right - stacks[nearest].edge) <= 1:
            best = nearest
        row[best] = token
        least = best + 1
    return tuple(row)


def _overlap(token: Token, stack: Stack) -> int:
    return max(0, min(token.right, stack.right) - max(token.left, stack.left))
