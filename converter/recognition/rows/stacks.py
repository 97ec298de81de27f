"""The stacks in which the numbers of a table stand, and which stack each number of a row belongs to."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import frozen

from converter.recognition.rows.line import Line
from converter.recognition.rows.tokens import Token

PlacedRow = tuple[Line, tuple[Token | None, ...] | None]
"""A row with its tokens by stack; None for a row without numbers."""


@frozen
class Stack:
    """A column of numbers: their extent, and the right edge that most of them share."""

    left: int
    right: int
    edge: int


def usual_count(lines: Iterable[Line]) -> int:
    """How many numbers most of the rows that have any have, the larger count where two are as frequent; 0 where none has any."""
    counts = Counter(len(line.tokens) for line in lines if line.tokens)
    return max(counts, key=lambda count: (counts[count], count), default=0)


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
