"""The patterns of signs under which the topmost unclaimed lines may add up to a line (`footing.sums` says which, and why)."""

from collections.abc import Iterator, Sequence
from math import log2

from attrs import frozen

from converter.footing.packing import Item, unpack

REACH = 64
ANY = 8
LOOK = 5.0
"""Bits of evidence that a total's words, or their absence, weigh."""


@frozen
class Fit:
    """A sum that holds: its topmost `count` lines with their weights. strength: bits of evidence. dropped: the one that is a memo."""

    count: int
    weights: tuple[int, ...]
    strength: float
    dropped: int = -1


def exact(item: Item, stack: Sequence[Item], look: float, patterns: int) -> Fit | None:
    """The best exact sum of the topmost lines; shorter and plainer patterns win, zeros at the far end are taken along.

    Only results (revenue less costs) subtract what the words do not say is subtracted: in a balance sheet and in cash flows, parts are
    added, and a line that nothing marks as a result is none by chance.
    """
    differences = patterns > 2
    total = item.packed
    strength = evidence(item.values, look)
    plus = worded = others = 0
    fits: list[Fit] = []
    known = {one.packed: depth for depth, one in enumerate(reversed(stack)) if not one.zero}
    for count, one in enumerate(reversed(stack[-REACH:]), 1):
        plus += one.packed
        worded += one.word * one.packed
        if count == 1:
            if plus == total and look >= LOOK and strength > 8:
                fits.append(Fit(1, (1,), strength - 2))
        elif one.zero and not fits:
            pass  # a sum does not begin with a zero line unless one is found without it
        elif plus == total:
            fits.append(Fit(count, (1,) * count, strength))
        elif worded == total:
            fits.append(Fit(count, tuple(p.word for p in stack[len(stack) - count :]), strength - 1))
        elif differences and worded == -total:
            fits.append(Fit(count, tuple(-p.word for p in stack[len(stack) - count :]), strength - 2))
        elif differences and one.packed - others == total:
            fits.append(Fit(count, (1,) + (-1,) * (count - 1), strength - 1))
        elif differences and others - one.packed == total:
            fits.append(Fit(count, (-1,) + (1,) * (count - 1), strength - 2))
        others += one.packed
        if fits and not one.zero:
            break
    fits = [fit for fit in fits if fit.strength >= 9]
    if fits:
        return _with_zeros(fits[0], stack)
    return (_any_signs(total, stack, strength) if differences else None) or _but_one(total, stack, strength, known)


def _with_zeros(fit: Fit, stack: Sequence[Item]) -> Fit:
    """Zero lines that stand directly before the first part under the same headings belong to the sum as well."""
    count, weights = fit.count, list(fit.weights)
    while count < len(stack) and stack[-count - 1].zero and stack[-count - 1].path == stack[-count].path:
        count += 1
        weights.insert(0, 1)
    if len(weights) == 1 == fit.count and count == 1:
        return fit
    return Fit(count, tuple(weights), fit.strength)


def _any_signs(total: int, stack: Sequence[Item], strength: float) -> Fit | None:
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
                return Fit(count, weights + rest, strength - count - 3)
    return None


def _signed(values: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    sums: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for value in values:
        sums = [(s + value, (*w, 1)) for s, w in sums] + [(s - value, (*w, -1)) for s, w in sums]
    return iter(sums)


def _but_one(total: int, stack: Sequence[Item], strength: float, known: dict[int, int]) -> Fit | None:
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
                return Fit(count, tuple((p.word if words else 1) for i, p in enumerate(parts) if i != dropped), strength - 6, dropped)
    return None


def rounded(item: Item, stack: Sequence[Item], look: float, patterns: int) -> Fit | None:
    """Sums that miss by no more than rounding can explain."""
    best: Fit | None = None
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
                        best = Fit(count, _weights(weights, stack[len(stack) - count :]), strength)
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


def evidence(values: Sequence[int], look: float) -> float:
    """Bits of evidence that a sum to these values carries: their digits, and how much the line looks like a total."""
    return sum(log2(1 + abs(value)) for value in values) + look
