"""Footing: which lines of a statement add up to which totals, recovered from the numbers alone.

A total stands after its parts, and parts that have been summed are spoken for. So the lines are read once from top to bottom with a stack
of lines that no total has claimed yet; each new line is tried as the total of the topmost k of them, for k up to REACH, under few
patterns of signs:

    plus      all parts are added (balance sheets, cash flows, "Total ...")
    worded    each part is added or subtracted as its words say (costs and losses are subtracted)
    first     the first part less all others (revenue less costs), and the same with the sign turned (a loss printed as a positive number)
    any       any signs, for at most ANY parts, by meeting in the middle
    but one   the plus and worded patterns with one line left out, which then is a memo and no part of anything

A sum must hold in every column at once, a blank counting as zero. All columns of a line are packed into one integer (sums of packed lines
are packed sums), so a trial costs one addition and one comparison. First exact sums are sought; then sums within the rounding of the
printed unit, half a unit for each part and the total (Calculations 1.1, round-to-nearest); then, for lines that look like totals, sums
that fail in some columns only: those become findings (`footing.misses`). A sum must carry more evidence than chance would give: the
digits that agree, and the look of a total (its label, a rule above it, no label), against the number of sign patterns tried.

Cost: O(lines x REACH) integer additions for the exact patterns, plus O(2^(ANY/2)) for each line that none of them explains; two thousand
hostile lines take well under a second.
"""

from collections.abc import Sequence

from attrs import frozen

from converter.footing.misses import Miss, Near, near_miss
from converter.footing.packing import LARGEST, Item
from converter.footing.patterns import LOOK, evidence, exact, rounded
from converter.statement import Amount, Kind, LineItem, Measure, Part, Statement, Sum
from converter.wording.labels.signwords import looks_like_total, weight_by_words


@frozen
class Footing:
    """What the arithmetic of one statement shows. memos: lines that stand between parts without being one."""

    sums: tuple[Sum, ...] = ()
    near: tuple[Near, ...] = ()
    memos: tuple[int, ...] = ()

    def parents(self) -> dict[int, tuple[int, int]]:
        """For each part its total and weight."""
        return {part.line: (sum_.total, part.weight) for sum_ in self.sums for part in sum_.parts}


def foot(statement: Statement) -> Footing:
    """The sums that hold in every column of a statement, within the rounding of its printed unit."""
    lines = statement.lines
    fraction = max((_fraction(a) for line in lines if line.measure is Measure.MONEY for a in line.amounts if a), default=0)
    stack: list[Item] = []
    sums: list[Sum] = []
    near: list[Near] = []
    inexact: list[Near] = []
    memos: list[int] = []
    for index, line in enumerate(lines):
        if line.measure is not Measure.MONEY:
            continue
        values = [int(a.printed.scaleb(fraction)) if a else 0 for a in line.amounts]
        if any(abs(value) >= LARGEST for value in values):
            continue
        item = Item.of(index, values, weight_by_words(line, statement.kind), line.headings, line.indent)
        if item.zero:
            stack.append(item)
            continue
        look = _look(line)
        patterns = 4 if statement.kind is Kind.INCOME and look >= LOOK else 2
        fit = exact(item, stack, look, patterns) or rounded(item, stack, look, patterns)
        if fit is not None:
            parts = stack[len(stack) - fit.count :]
            if fit.dropped >= 0:
                memos.append(parts.pop(fit.dropped).line)
            sums.append(Sum(index, tuple(Part(p.line, p.word if p.zero else w) for p, w in zip(parts, fit.weights, strict=True))))
            if misses := _inexact(item, parts, fit.weights):
                inexact.append(Near(index, sums[-1].parts, misses, within=True))
            del stack[len(stack) - fit.count :]
        elif look and (miss := near_miss(item, stack, look, patterns)) is not None:
            near.append(miss)
            del stack[len(stack) - len(miss.parts) :]
        stack.append(item)
        above = _above(stack, {sum_.total for sum_ in sums})
        if above is not None and all(lines[p.line].sections[:1] == lines[above[0].line].sections[:1] for p in above[1]):
            total, parts = above
            sums.append(Sum(total.line, tuple(Part(p.line, 1) for p in parts)))
            del stack[len(stack) - len(parts) :]
    missed = sum(len(one.misses) for one in inexact)
    if missed * 3 <= len(sums) * len(statement.columns):  # where most sums hold to the unit, one that does not is a finding
        near.extend(inexact)
    return Footing(tuple(sums), tuple(near), tuple(memos))


def _inexact(item: Item, parts: Sequence[Item], weights: Sequence[int]) -> tuple[Miss, ...]:
    """The columns in which a sum holds only within rounding."""
    computed = [sum(w * p.values[c] for p, w in zip(parts, weights, strict=True)) for c in range(len(item.values))]
    return tuple(Miss(c, v, s) for c, (v, s) in enumerate(zip(item.values, computed, strict=True)) if v != s)


def _fraction(amount: Amount) -> int:
    """Digits after the point, as printed."""
    exponent = amount.printed.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _look(line: LineItem) -> float:
    """How much a line looks like a total, in bits of evidence."""
    return (LOOK if not line.label or looks_like_total(line.label) else 0.0) + (2.0 if line.ruled else 0.0)


def _above(stack: Sequence[Item], totals: set[int]) -> tuple[Item, list[Item]] | None:
    """A total printed above its parts, which are indented under it; what has parts above it already is none."""
    last = stack[-1]
    reached = 0
    for depth in range(1, min(len(stack), 12) + 1):
        one = stack[-depth]
        if one.indent < last.indent:
            if depth >= 3 and one.line not in totals and one.packed == reached and evidence(one.values, 0) >= 14:
                return one, list(stack[len(stack) - depth + 1 :])
            return None
        reached += one.packed
    return None
