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
that fail in some columns only: those become findings. A sum must carry more evidence than chance would give: the digits that agree, and
the look of a total (its label, a rule above it, no label), against the number of sign patterns tried.

Cost: O(lines x REACH) integer additions for the exact patterns, plus O(2^(ANY/2)) for each line that none of them explains; two thousand
hostile lines take well under a second.
"""

import re
from collections.abc import Iterator, Sequence
from math import log2

from attrs import define, frozen

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.statement import Amount, Kind, LineItem, Measure, Part, Statement, Sum

REACH = 64
ANY = 8
_BITS = 72
_BASE = 1 << _BITS
_HALF = _BASE >> 1
_TOTAL = re.compile(
    r"^(?:sub-?)?total\b|\btotal$|^net cash|^cash (?:provided|used|flows?)|^gross (?:profit|margin)|^(?:income|loss|earnings"
    r"|\(loss\)|profit)\b.*\b(?:before|from|after)\b|"
    r"^net (?:income|loss|earnings|\(loss\)|sales|revenue|interest income|increase|decrease|change|property|\(decrease\)"
    r"|\(increase\))|^operating (?:income|loss|profit|earnings|\(loss\))|"
    r"^comprehensive|^income$|,? net$|^(?:increase|decrease|\(decrease\)|\(increase\)).*\bcash\b|^cash.*\bend\b|at end of"
    r"|, end of|liabilities and .*equity",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"\((?:loss|income|gain|expense|benefit|provision|credit|charge|losses|expenses|gains|cost)s?\)|\b(?:income|gain|expense|loss)s?/\(?",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:expenses?|costs?|tax(?:es)?|provisions?|charges?|loss(?:es)?|less|depreciation|amortization|depletion|selling"
    r"|administrative|research|restructuring|impairment|minority|noncontrolling|dividends?|"
    r"write-?(?:off|down)s?|salaries|wages|rent|advertising|marketing|development|engineering|interest on|supplies|fees paid"
    r"|treasury|allowance|accumulated|merger|benefits?)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\b(?:income|revenues?|sales|gains?|earnings|profit|margin|equity in)\b", re.IGNORECASE)


@frozen
class Near:
    """A total that its parts miss in some columns: (column, printed, computed) in printed units, scaled to whole numbers by unit."""

    total: int
    parts: tuple[Part, ...]
    misses: tuple[tuple[int, int, int], ...]
    hint: str = ""


@frozen
class Footing:
    """What the arithmetic of one statement shows. memos: lines that stand between parts without being one."""

    sums: tuple[Sum, ...] = ()
    near: tuple[Near, ...] = ()
    memos: tuple[int, ...] = ()

    def parents(self) -> dict[int, tuple[int, int]]:
        """For each part its total and weight."""
        return {part.line: (sum_.total, part.weight) for sum_ in self.sums for part in sum_.parts}


@define
class _Item:
    """An unclaimed line. packed: its columns as one integer. word: the sign its words suggest. path: its headings."""

    line: int
    packed: int
    word: int
    path: tuple[str, ...]
    indent: int
    zero: bool


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
    columns = len(statement.columns)
    stack: list[_Item] = []
    sums: list[Sum] = []
    near: list[Near] = []
    memos: list[int] = []
    for index, line in enumerate(lines):
        if line.measure is not Measure.MONEY:
            continue
        values = [int(a.printed.scaleb(fraction)) if a else 0 for a in line.amounts]
        if any(abs(value) >= _HALF for value in values):
            continue
        item = _Item(index, _pack(values), _word(line, statement.kind), line.headings, line.indent, not any(values))
        if item.zero:
            stack.append(item)
            continue
        look = _look(line)
        fit = _exact(item, stack, values, look, statement.kind) or _rounded(item, stack, values, look, columns, statement.kind)
        if fit is None and look:
            miss = _missed(item, stack, values, look, columns, statement.kind)
            if miss is not None:
                near.append(miss)
                del stack[len(stack) - len(miss.parts) :]
        if fit is not None:
            parts = stack[len(stack) - fit.count :]
            if fit.dropped >= 0:
                memos.append(parts.pop(fit.dropped).line)
            sums.append(Sum(index, tuple(Part(p.line, p.word if p.zero else w) for p, w in zip(parts, fit.weights, strict=True))))
            del stack[len(stack) - fit.count :]
        stack.append(item)
        above = _above(stack, values)
        if above is not None:
            total, parts = above
            sums.append(Sum(total.line, tuple(Part(p.line, 1) for p in parts)))
            del stack[len(stack) - len(parts) :]
    return Footing(tuple(sums), tuple(near), tuple(memos))


def _fraction(amount: Amount) -> int:
    """Digits after the point, as printed."""
    exponent = amount.printed.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _pack(values: Sequence[int]) -> int:
    packed = 0
    for value in reversed(values):
        packed = (packed << _BITS) + value
    return packed


def _unpack(packed: int, columns: int) -> list[int]:
    values = []
    for _ in range(columns):
        value = (packed + _HALF) % _BASE - _HALF
        values.append(value)
        packed = (packed - value) >> _BITS
    return values


def _word(line: LineItem, kind: Kind) -> int:
    """Whether the words say that the printed number is subtracted."""
    label = line.label
    if kind is Kind.CASH_FLOW:
        return 1
    if kind is Kind.BALANCE:
        return (
            -1
            if re.search(r"^less\b|treasury|accumulated depreciation|^allowance", label, re.IGNORECASE)
            and all((a.printed if a else 0) >= 0 for a in line.amounts)
            else 1
        )
    if _MIXED.search(label):
        return -1 if re.search(r"\b(?:tax|provision|minority|noncontrolling)", label, re.IGNORECASE) else 1
    if _TAKEN.search(label) and not re.search(
        r"^(?:gross|operating income|net income|income before|earnings before|total revenues?)", label, re.IGNORECASE
    ):
        return 1 if _GIVEN.search(label) and not re.search(r"\btax|cost|minority|expense", label, re.IGNORECASE) else -1
    if not _GIVEN.search(label) and any(_TAKEN.search(heading) for heading in line.headings[-1:]):
        return -1
    return 1


def _look(line: LineItem) -> float:
    """How much a line looks like a total, in bits of evidence."""
    return (5.0 if not line.label else 0.0) + (5.0 if _TOTAL.search(line.label) else 0.0) + (2.0 if line.ruled else 0.0)


def _strength(values: Sequence[int], look: float) -> float:
    return sum(log2(1 + abs(value)) for value in values) + look


def _exact(item: _Item, stack: Sequence[_Item], values: Sequence[int], look: float, kind: Kind) -> _Fit | None:
    """The best exact sum of the topmost lines; shorter and plainer patterns win, zeros at the far end are taken along.

    Only results (revenue less costs) subtract what the words do not say is subtracted: in a balance sheet and in cash flows, parts are
    added.
    """
    differences = kind is Kind.INCOME and look >= 4.5  # a line that nothing marks as a result is none by chance
    total = item.packed
    strength = _strength(values, look)
    plus = worded = others = 0
    fits: list[_Fit] = []
    known = {one.packed: depth for depth, one in enumerate(reversed(stack)) if not one.zero}
    for count, one in enumerate(reversed(stack[-REACH:]), 1):
        plus += one.packed
        worded += one.word * one.packed
        if count == 1:
            if plus == total and look >= 4.5 and strength > 8:
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


def _with_zeros(fit: _Fit, stack: Sequence[_Item]) -> _Fit:
    """Zero lines that stand directly before the first part under the same headings belong to the sum as well."""
    count, weights = fit.count, list(fit.weights)
    while count < len(stack) and stack[-count - 1].zero and stack[-count - 1].path == stack[-count].path:
        count += 1
        weights.insert(0, 1)
    if len(weights) == 1 == fit.count and count == 1:
        return fit
    return _Fit(count, tuple(weights), fit.strength)


def _any_signs(total: int, stack: Sequence[_Item], strength: float) -> _Fit | None:
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


def _but_one(total: int, stack: Sequence[_Item], strength: float, known: dict[int, int]) -> _Fit | None:
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


def _rounded(item: _Item, stack: Sequence[_Item], values: Sequence[int], look: float, columns: int, kind: Kind) -> _Fit | None:
    """Sums that miss by no more than rounding can explain."""
    best: _Fit | None = None
    plus = worded = others = 0
    for count, one in enumerate(reversed(stack[-REACH:]), 1):
        plus += one.packed
        worded += one.word * one.packed
        if count >= 2 and not one.zero:
            slack = (count + 1) // 2
            strength = sum(log2(1 + abs(v) / (2 * slack + 1)) for v in values) + look
            if strength >= 12:
                for reached, weights in ((plus, 1), (worded, 0), (one.packed - others, 2), (-worded, 3))[
                    : 4 if kind is Kind.INCOME and look >= 4.5 else 2
                ]:
                    if best is None and _within(reached - item.packed, columns, slack):
                        best = _Fit(count, _weights(weights, stack[len(stack) - count :]), strength)
        others += one.packed
        if best:
            return _with_zeros(best, stack)
    return None


def _weights(pattern: int, parts: Sequence[_Item]) -> tuple[int, ...]:
    if pattern == 1:
        return (1,) * len(parts)
    if pattern == 2:
        return (1,) + (-1,) * (len(parts) - 1)
    return tuple(p.word if pattern == 0 else -p.word for p in parts)


def _within(packed: int, columns: int, slack: int) -> bool:
    return all(abs(value) <= slack for value in _unpack(packed, columns))


def _missed(item: _Item, stack: Sequence[_Item], values: Sequence[int], look: float, columns: int, kind: Kind) -> Near | None:
    """A sum that holds in some columns and fails in others, or fails by what one slip of the pen explains: the paper contradicts itself."""
    best: tuple[float, Near] | None = None
    plus = worded = others = 0
    for count, one in enumerate(reversed(stack[-REACH:]), 1):
        plus += one.packed
        worded += one.word * one.packed
        if count >= 2 and not one.zero:
            parts = stack[len(stack) - count :]
            slack = (count + 1) // 2
            for reached, pattern in ((plus, 1), (worded, 0), (one.packed - others, 2), (-worded, 3))[
                : 4 if kind is Kind.INCOME and look >= 4.5 else 2
            ]:
                computed = _unpack(reached, columns)
                misses = tuple((c, v, s) for c, (v, s) in enumerate(zip(values, computed, strict=True)) if abs(v - s) > slack)
                held = sum(log2(1 + abs(v)) for c, v in enumerate(values) if all(c != m[0] for m in misses))
                slips = [_slip(v, s, c, parts, columns) for c, v, s in misses]
                explained = all(slips)
                if not misses or (held < 8 and not (explained and look >= 5 and len(misses) == 1)):
                    continue
                if len(misses) * 2 > columns and not explained:
                    continue
                strength = held + look - 6 * len(misses) - (0 if explained else 8) - count / 8
                if strength > 3 and (best is None or strength > best[0]):
                    weights = _weights(pattern, parts)
                    best = (
                        strength,
                        Near(
                            item.line,
                            tuple(Part(p.line, w) for p, w in zip(parts, weights, strict=True)),
                            misses,
                            "; ".join(dict.fromkeys(s for s in slips if s)),
                        ),
                    )
        others += one.packed
    return best[1] if best else None


def _slip(printed: int, computed: int, column: int, parts: Sequence[_Item], columns: int) -> str:
    """What single change would make a sum foot in a column; empty when none does."""
    difference = computed - printed
    for part in parts:
        value = _unpack(part.packed, columns)[column]
        if value and difference in (2 * value, -2 * value):
            return f"the sign of {abs(value):,} turned"
        if value and difference in (value, -value):
            return f"{abs(value):,} counted once too often or not at all"
    if _transposed(printed, computed):
        return "two digits transposed in the total"
    digits = str(abs(difference)).rstrip("0")
    if len(digits) == 1:
        return "one digit different"
    for part in parts:
        value = _unpack(part.packed, columns)[column]
        if _transposed(value, value - difference) or _transposed(value, value + difference):
            return f"two digits transposed in {abs(value):,}"
    return ""


def _transposed(one: int, other: int) -> bool:
    a, b = str(abs(one)), str(abs(other))
    if len(a) != len(b) or (one < 0) != (other < 0):
        return False
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and a[differing[0]] == b[differing[1]]
        and a[differing[1]] == b[differing[0]]
    )


def _above(stack: Sequence[_Item], values: Sequence[int]) -> tuple[_Item, list[_Item]] | None:
    """A total printed above its parts, which are indented under it."""
    last = stack[-1]
    reached = 0
    for depth in range(1, min(len(stack), 12)):
        one = stack[-depth]
        if one.indent < last.indent:
            if depth >= 3 and one.packed == reached and sum(log2(1 + abs(v)) for v in values) >= 14:
                return one, list(stack[len(stack) - depth + 1 :])
            return None
        reached += one.packed
    return None


def report_misses(statement: Statement, footing: Footing, doubt: Doubt) -> None:
    """A `sum-differs` for every total that its parts miss: both numbers, the lines with their places, and what one change would mend."""
    lines = statement.lines
    for near in footing.near:
        total = lines[near.total]
        for column, printed, computed in near.misses:
            amount = total.amounts[column]
            words = ", ".join(
                f'"{lines[p.line].label or "(no label)"}" {"+" if p.weight > 0 else "-"} {a.text} ({a.place})'
                for p in near.parts
                if (a := lines[p.line].amounts[column]) is not None
            )
            doubt(
                Diagnostic(
                    Code.SUM_DIFFERS,
                    f'"{total.label or "(no label)"}" prints {printed:,} for {statement.columns[column].period}, '
                    f"but its parts add up to {computed:,}: {words}.",
                    amount.place if amount else total.place,
                    f"It would foot with {near.hint}." if near.hint else "",
                )
            )
