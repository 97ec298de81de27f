"""Near misses: totals that their parts add up to in some columns and not in others, with what one slip of the pen would explain.

Only the nearest TRIED parts are looked at, and only for lines that look like totals: a statement that contradicts itself everywhere is no
statement.
"""

from collections.abc import Iterator, Sequence
from math import log2

from attrs import frozen

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.footing.packing import Item, unpack
from converter.statement import Part, Statement

TRIED = 24
Pattern = tuple[int, ...]
"""Weights of the topmost lines, the farthest first."""


@frozen
class Miss:
    """A column in which a total is not what its parts add up to, in units of the last printed digit."""

    column: int
    printed: int
    computed: int


@frozen
class Near:
    """A total that its parts miss in some columns. within: no more than rounding may explain it, though other sums hold exactly."""

    total: int
    parts: tuple[Part, ...]
    misses: tuple[Miss, ...]
    hint: str = ""
    within: bool = False


def near_miss(item: Item, stack: Sequence[Item], look: float, patterns: int) -> Near | None:
    """The likeliest sum that fails. look: how much the line looks like a total, in bits. patterns: how many of the patterns of signs to
    try.
    """
    best: tuple[float, Near] | None = None
    for weights, parts, computed in _trials(stack, len(item.values), patterns):
        slack = (len(parts) + 1) // 2
        misses = tuple(Miss(c, v, s) for c, (v, s) in enumerate(zip(item.values, computed, strict=True)) if abs(v - s) > slack)
        missed = {miss.column for miss in misses}
        held = sum(log2(1 + abs(v)) for c, v in enumerate(item.values) if c not in missed)
        if not misses or (held < 8 and not (look >= 5 and len(misses) == 1)):
            continue
        slips = [_slip(miss, parts) for miss in misses]
        explained = all(slips)
        if not explained and (held < 8 or len(misses) * 2 > len(item.values)):
            continue
        strength = held + look - 6 * len(misses) - (0 if explained else 8) - len(parts) / 8
        if strength > 3 and (best is None or strength > best[0]):
            chosen = tuple(Part(p.line, w) for p, w in zip(parts, weights, strict=True))
            best = strength, Near(item.line, chosen, misses, "; ".join(dict.fromkeys(s for s in slips if s)))
    return best[1] if best else None


def _trials(stack: Sequence[Item], columns: int, patterns: int) -> Iterator[tuple[Pattern, Sequence[Item], list[int]]]:
    """Sums of the topmost lines under each pattern: all added, as worded, the first less the others, as worded but turned."""
    plus = worded = others = 0
    for count, one in enumerate(reversed(stack[-TRIED:]), 1):
        plus += one.packed
        worded += one.word * one.packed
        if count >= 2 and not one.zero:
            parts = stack[len(stack) - count :]
            words = tuple(part.word for part in parts)
            yield (1,) * count, parts, unpack(plus, columns)
            yield words, parts, unpack(worded, columns)
            if patterns > 2:
                yield (1,) + (-1,) * (count - 1), parts, unpack(one.packed - others, columns)
                yield tuple(-word for word in words), parts, unpack(-worded, columns)
        others += one.packed


def _slip(miss: Miss, parts: Sequence[Item]) -> str:
    """What single change would make a sum foot in a column; empty when none does."""
    printed, computed = miss.printed, miss.computed
    difference = computed - printed
    values = [part.values[miss.column] for part in parts]
    for value in values:
        if value and difference in (2 * value, -2 * value):
            return f"the sign of {abs(value):,} turned"
        if value and difference in (value, -value):
            return f"{abs(value):,} counted once too often or not at all"
    if printed == -computed:
        return "the sign of the total turned"
    if _transposed(printed, computed):
        return "two digits transposed in the total"
    for value in values:
        if _transposed(value, value - difference) or _transposed(value, value + difference):
            return f"two digits transposed in {abs(value):,}"
    return "one digit different" if len(str(abs(difference)).rstrip("0")) == 1 else ""


def _transposed(one: int, other: int) -> bool:
    a, b = str(abs(one)), str(abs(other))
    if len(a) != len(b) or (one < 0) != (other < 0):
        return False
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    first, second = differing
    return a[first] == b[second] and a[second] == b[first]


def report_misses(statement: Statement, nears: Sequence[Near], doubt: Doubt) -> None:
    """A `sum-differs` for every total that its parts miss: both numbers, the lines with their places, and what one change would mend."""
    lines = statement.lines
    for near in nears:
        total = lines[near.total]
        for miss in near.misses:
            amount = total.amounts[miss.column]
            words = ", ".join(
                f'"{lines[p.line].label or "(no label)"}" {"+" if p.weight > 0 else "-"} {a.text} ({a.place})'
                for p in near.parts
                if (a := lines[p.line].amounts[miss.column]) is not None
            )
            hint = f"It would foot with {near.hint}." if near.hint else ""
            if near.within:
                hint = "Rounding may explain it, though the statement's other sums hold exactly."
            doubt(
                Diagnostic(
                    Code.SUM_DIFFERS,
                    f'"{total.label or "(no label)"}" prints {miss.printed:,} for {statement.columns[miss.column].period}, '
                    f"but its parts add up to {miss.computed:,}: {words}.",
                    amount.place if amount else total.place,
                    hint,
                )
            )
