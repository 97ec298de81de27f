"""Which stack of numbers stands under which piece of a row of headings."""

from collections.abc import Sequence

from converter.recognition.columns.fragments import Fragment
from converter.recognition.periods.phrases import DATE, LENGTH, YEAR
from converter.recognition.rows.stacks import Stack


def fits(fragments: Sequence[Fragment], stacks: Sequence[Stack]) -> bool:
    """Whether each stack of a table's grid has one of the fragments over it."""
    over = sorted(i for f in fragments for i, s in enumerate(stacks) if f.left < s.right and s.left < f.right)
    return over == list(range(len(stacks)))


def apart(fragments: list[Fragment], stacks: Sequence[Stack], characters: bool) -> tuple[list[Fragment], list[Fragment]]:
    """The fragments over numbers, and those over the labels beside them."""
    edge = stacks[0].left - 2 if characters and stacks else 1
    numbers = [f for f in fragments if f.right > edge or (characters and f.right == edge)]
    if not stacks or not numbers or (not characters and len(fragments) == len(stacks) and not fits(numbers, stacks)):
        return fragments, []
    return numbers, [f for f in fragments if f not in numbers]


def shares_of(
    fragments: list[Fragment], rules: tuple[tuple[int, int], ...], stacks: Sequence[Stack], characters: bool, loose: bool = False
) -> list[tuple[int, Fragment]] | None:
    """Which stack gets which fragment; None when the row speaks of all stacks alike. loose: the spans of a grid's headings do not fit."""
    count = len(stacks)
    if not fragments:
        return []
    if not characters:
        shares = [(i, f) for f in fragments for i, s in enumerate(stacks) if f.left < s.right and s.left < f.right]
        if len(fragments) == 1 and (loose or len(shares) in (0, count)):
            return None
        if (loose and count % len(fragments) == 0) or (len(fragments) == count and not fits(fragments, stacks)):
            return [(i, fragments[i * len(fragments) // count]) for i in range(count)]  # one heading for each column or group of them
        return shares
    if len(fragments) == count and count > 1:
        return list(enumerate(fragments))
    if len(fragments) == 1:
        if rules and len(rules) == 1:
            under = [i for i, s in enumerate(stacks) if rules[0][0] <= s.edge and s.left <= rules[0][1]]
            if 0 < len(under) < count and rules[0][0] - 4 <= fragments[0].left and fragments[0].right <= rules[0][1] + 4:
                return [(i, fragments[0]) for i in under]
        under = [i for i, s in enumerate(stacks) if fragments[0].left < s.right and s.left < fragments[0].right]
        if count > 1 and len(under) == 1 and not (LENGTH.search(fragments[0].text) and not YEAR.search(fragments[0].text)):
            centre = (fragments[0].left + fragments[0].right) / 2
            middle = (stacks[0].left + stacks[-1].right) / 2
            if abs(centre - middle) > 6 or count > 2:
                return [(under[0], fragments[0])]
        return None
    if len(fragments) > count:
        return [(min(range(count), key=lambda i: abs(_centre(stacks[i]) - (f.left + f.right) / 2)), f) for f in fragments]
    if len(rules) == len(fragments):
        shares = [
            (i, f) for f, rule in zip(fragments, rules, strict=True) for i, s in enumerate(stacks) if rule[0] - 1 <= s.edge <= rule[1] + 2
        ]
        if len(shares) == count:
            return shares
    if (below := _under(fragments, rules, stacks)) is not None:
        return below
    groups = count // len(fragments)
    if count % len(fragments) == 0 and _even(fragments, stacks, groups):
        return [(i, fragments[i // groups]) for i in range(count)]
    if all(len(f.text) < 30 and not LENGTH.search(f.text) for f in fragments) and not any(_is_yearless(f.text) for f in fragments):
        return [(min(range(count), key=lambda i: abs(_centre(stacks[i]) - (f.left + f.right) / 2)), f) for f in fragments]
    return [
        (i, min(fragments, key=lambda f: max(f.left - s.right, s.left - f.right, abs((f.left + f.right) / 2 - _centre(s)) / 1000)))
        for i, s in enumerate(stacks)
    ]


def _under(fragments: Sequence[Fragment], rules: tuple[tuple[int, int], ...], stacks: Sequence[Stack]) -> list[tuple[int, Fragment]] | None:
    """The stacks under each fragment, or under the line that is drawn below it, where each stack has exactly one; else None."""
    shares = []
    for fragment in fragments:
        drawn = next((rule for rule in rules if rule[0] - 4 <= fragment.left and fragment.right <= rule[1] + 4), None)
        left, right = drawn or (fragment.left, fragment.right)
        shares += [(i, fragment) for i, s in enumerate(stacks) if left < s.right and s.left < right]
    return sorted(shares, key=lambda share: share[0]) if [i for i, _ in shares] == list(range(len(stacks))) else None


def _is_yearless(text: str) -> bool:
    """Whether a date without a year is printed: it stands over several years."""
    date_printed = DATE.search(text)
    return bool(date_printed and date_printed["month"] and date_printed["day"] and not YEAR.search(text))


def _even(fragments: list[Fragment], stacks: Sequence[Stack], group: int) -> bool:
    """Whether each fragment stands over its even share of the stacks."""
    for index, fragment in enumerate(fragments):
        share = stacks[index * group : (index + 1) * group]
        if fragment.right < share[0].left - 12 or fragment.left > share[-1].right + 12:
            return False
    return True


def _centre(stack: Stack) -> float:
    return (stack.left + stack.right) / 2
