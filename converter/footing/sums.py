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
that fail in some columns only: those become findings (converter.misses). A sum must carry more evidence than chance would give: the
digits that agree, and the look of a total (its label, a rule above it, no label), against the number of sign patterns tried.

Cost: O(lines x REACH) integer additions for the exact patterns, plus O(2^(ANY/2)) for each line that none of them explains; two thousand
hostile lines take well under a second.
"""

from collections.abc import Iterator, Sequence
from math import log2

from attrs import frozen

from converter.footing.misses import Miss, Near, near_miss
from converter.footing.packing import LARGEST, Item, unpack
from converter.statement import Amount, Kind, LineItem, Measure, Part, Statement, Sum
from converter.wording.labels.signwords import looks_like_total, weight_by_words

REACH = 64
ANY = 8
_LOOK = 5.0
"""Bits of evidence that a total's words, or their absence, weigh."""


@frozen
class Footing:
    """What the arithmetic of one statement shows. memos: lines that stand between parts without being one."""

    sums: tuple[Sum, ...] = ()
    near: tuple[Near, ...] = ()
    memos: tuple[int, ...] = ()

    def parents(self) -> dict[int, tuple[int, int]]:
        """For each part its total and weight."""
        return {part.line: (sum_.total, part.weight) for sum_ in self.sums for part in sum_.parts}


@frozen
class _Fit:
    count: int
    weights: tuple[int, ...]
    strength: float
    dropped: int = -1


def foot(statement: Statement) -> Footing:
    """The sums that hold in every column of a statement, within the rounding of its printed unit."""
    lines = statement.lines
    fraction = max((_fraction(a) for line in lines if line.measure is Measure.MONEY for a in line.amounts if a), default=0)
    stack: list[Item] = []
    sums: list[Sum] = []
    near: list[Near] = []
    rounded: list[Near] = []
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
        patterns = 4 if statement.kind is Kind.INCOME and look >= _LOOK else 2
        fit = _exact(item, stack, look, patterns) or _rounded(item, stack, look, patterns)
        if fit is not None:
            parts = stack[len(stack) - fit.count :]
            if fit.dropped >= 0:
                memos.append(parts.pop(fit.dropped).line)
            sums.append(Sum(index, tuple(Part(p.line, p.word if p.zero else w) for p, w in zip(parts, fit.weights, strict=True))))
            if misses := _inexact(item, parts, fit.weights):
                rounded.append(Near(index, sums[-1].parts, misses, within=True))
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
    missed = sum(len(one.misses) for one in rounded)
    if missed * 3 <= len(sums) * len(statement.columns):  # where most sums hold to the unit, one that does not is a finding
        near.extend(rounded)
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
    return (_LOOK if not line.label or looks_like_total(line.label) else 0.0) + (2.0 if line.ruled else 0.0)


def _strength(values: Sequence[int], look: float) -> float:
    return sum(log2(1 + abs(value)) for value in values) + look


def _exact(item: Item, stack: Sequence[Item], look: float, patterns: int) -> _Fit | None:
    """The best exact sum of the topmost lines; shorter and plainer patterns win, zeros at the far end are taken along.

    Only results (revenue less costs) subtract what the words do not say is subtracted: in a balance sheet and in cash flows, parts are
    added, and a line that nothing marks as a result is none by chance.
    """
    differences = patterns > 2
    total = item.packed
    strength = _strength(item.values, look)
    plus = worded = others = 0
    fits: list[_Fit] = []
    known = {one.packed: depth for depth, one in enumerate(reversed(stack)) if not one.zero}
    for count, one in enumerate(reversed(stack[-REACH:]), 1):
        plus += one.packed
        worded += one.word * one.packed
        if count == 1:
            if plus == total and look >= _LOOK and strength > 8:
                fits.append(_Fit(1, (1,), strength - 2))
        elif one.zero and not fits:
            pass  # a sum does not begin with a zero line unless one is found without it
        elif plus == total:
            fits.append(_Fit(count, (1,) * count, strength))
        elif worded == total:
            fits.append(_Fit(count, tuple(p.word for p in stack[len(stack) - count :]), strength - 1))
        elif differences and worded == -total:
            fits.append(_Fit(count, tuple(-p.word for p in stack[len(stack) - count :]), strength - 2))
        elif differences and one.packed - others == total:
            fits.append(_Fit(count, (1,) + (-1,) * (count - 1), strength - 1))
        elif differences and others - one.packed == total:
            fits.append(_Fit(count, (-1,) + (1,) * (count - 1), strength - 2))
        others += one.packed
        if fits and not one.zero:
            break
    fits = [fit for fit in fits if fit.strength >= 9]
    if fits:
        return _with_zeros(fits[0], stack)
    return (_any_signs(total, stack, strength) if differences else None) or _but_one(total, stack, strength, known)


def _with_zeros(fit: _Fit, stack: Sequence[Item]) -> _Fit:
    """Zero lines that stand directly before the first part under the same headings belong to the sum as well."""
    count, weights = fit.count, list(fit.weights)
    while count < len(stack) and stack[-count - 1].zero and stack[-count - 1].path == stack[-count].path:
        count += 1
        weights.insert(0, 1)
    if len(weights) == 1 == fit.count and count == 1:
        return fit
    return _Fit(count, tuple(weights), fit.strength)


def _any_signs(total: int, stack: Sequence[Item], strength: float) -> _Fit | None:
    """Any signs for few parts: the nearer half's signed sums are looked up among what the farther half leaves."""
    for count in range(2, min(ANY, len(stack)) + 1):
        parts = stack[len(stack) - count :]
        if parts[0].zero or strength - count - 3 < 14:
            continue
        half = count // 2
        near = dict(_signed([p.packed for p in parts[half:]]))
        for reached, weights in _signed([p.packed for p in parts[:half]]):
            rest = near.get(total - reached)
            if rest is not None:
                return _Fit(count, weights + rest, strength - count - 3)
    return None


def _signed(values: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    sums: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for value in values:
        sums = [(s + value, (*w, 1)) for s, w in sums] + [(s - value, (*w, -1)) for s, w in sums]
    return iter(sums)


def _but_one(total: int, stack: Sequence[Item], strength: float, known: dict[int, int]) -> _Fit | None:
    """Plus and worded patterns with one line left out: a memo among the parts."""
    if strength < 24:
        return None
    plus = worded = 0
    for count, one in enumerate(reversed(stack[-REACH:]), 1):
        plus += one.packed
        worded += one.word * one.packed
        if count < 4:
            continue
        for reached, words in ((plus, False), (worded, True)):
            depth = known.get(reached - total)
            if depth is not None and 0 < depth < count - 1:
                parts = stack[len(stack) - count :]
                dropped = count - 1 - depth
                if words and parts[dropped].word != 1:
                    continue
                return _Fit(count, tuple((p.word if words else 1) for i, p in enumerate(parts) if i != dropped), strength - 6, dropped)
    return None


def _rounded(item: Item, stack: Sequence[Item], look: float, patterns: int) -> _Fit | None:
    """Sums that miss by no more than rounding can explain."""
    best: _Fit | None = None
    plus = worded = others = 0
    for count, one in enumerate(reversed(stack[-REACH:]), 1):
        plus += one.packed
        worded += one.word * one.packed
        if count >= 2 and not one.zero:
            slack = (count + 1) // 2
            strength = sum(log2(1 + abs(v) / (2 * slack + 1)) for v in item.values) + look
            if strength >= 12:
                for reached, weights in ((plus, 1), (worded, 0), (one.packed - others, 2), (-worded, 3))[:patterns]:
                    if best is None and _within(reached - item.packed, len(item.values), slack):
                        best = _Fit(count, _weights(weights, stack[len(stack) - count :]), strength)
        others += one.packed
        if best:
            return _with_zeros(best, stack)
    return None


def _weights(pattern: int, parts: Sequence[Item]) -> tuple[int, ...]:
    if pattern == 1:
        return (1,) * len(parts)
    if pattern == 2:
        return (1,) + (-1,) * (len(parts) - 1)
    return tuple(p.word if pattern == 0 else -p.word for p in parts)


def _within(packed: int, columns: int, slack: int) -> bool:
    return all(abs(value) <= slack for value in unpack(packed, columns))


def _above(stack: Sequence[Item], totals: set[int]) -> tuple[Item, list[Item]] | None:
    """A total printed above its parts, which are indented under it; what has parts above it already is none."""
    last = stack[-1]
    reached = 0
    for depth in range(1, min(len(stack), 12) + 1):
        one = stack[-depth]
        if one.indent < last.indent:
            if depth >= 3 and one.line not in totals and one.packed == reached and _strength(one.values, 0) >= 14:
                return one, list(stack[len(stack) - depth + 1 :])
            return None
        reached += one.packed
    return None
