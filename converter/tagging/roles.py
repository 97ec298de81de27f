"""Names for totals without a label, from what they add up: the heading that their parts stand under, or the other side of the balance."""

import re
from collections.abc import Mapping
from decimal import Decimal

from converter.footing.sums import Footing
from converter.period import Period
from converter.statement import Amount, Kind, LineItem, Measure, Statement
from converter.wording.labels.reading import parse
from converter.wording.labels.signwords import is_result
from converter.wording.section_headings import section_of_heading

OTHERS = re.compile(r"noncontrolling|non-controlling|minority", re.IGNORECASE)
"""Owners of shares in subsidiaries, other than the filer."""
_NO_LIABILITY = re.compile(rf"{OTHERS.pattern}|\bredeemable\b|\bpreferred\b|\bmezzanine\b|\btemporary\b", re.IGNORECASE)
"""What stands between liabilities and equity, and is neither."""


def _is_bare(label: str) -> bool:
    """Whether a total has no words of its own."""
    return label.lower() in ("", "total", "totals")


def unlabelled_names(statement: Statement, footing: Footing, assets: Mapping[Period, Decimal]) -> dict[int, str]:
    """Words for unlabelled totals by index of the line. assets: total assets by date, as far as they are known.

    In a balance sheet the two equal totals that end its sides are total assets and total liabilities and equity. A total of everything
    under one heading is "Total" and the heading's words, unless a heading of current items is left behind by then; a total of all
    liabilities is that. A total that fits nothing stays without a name.
    """
    lines = statement.lines
    names = _sides(statement, assets) if statement.kind is Kind.BALANCE else {}
    parts = {sum_.total: [part.line for part in sum_.parts] for sum_ in footing.sums}
    parts |= {near.total: [part.line for part in near.parts] for near in footing.near}
    for index, line in enumerate(lines):
        if _is_bare(line.label) and line.measure is Measure.PER_SHARE and (results := _sums_up(index, lines)):
            names[index] = results
        if line.measure is Measure.MONEY and _is_net(index, parts.get(index, []), lines):
            if _is_bare(line.label):
                names[index] = "Property, plant and equipment, net"
            for part in parts[index]:
                if part in parts and _is_bare(lines[part].label):
                    names[part] = "Property, plant and equipment, gross"
            continue
        if not _is_bare(line.label) or line.measure is not Measure.MONEY or index in names:
            continue
        if again := _said_again(index, lines):
            names[index] = again
        if again or index not in parts:
            continue
        claimed = descendants(index, parts)
        headings = [h for h in line.headings or lines[parts[index][-1]].headings if not _is_left(h, line, statement.kind)]
        heading = next((h for h in reversed(headings) if _covers(h, claimed, index, lines)), None)
        if heading and not (statement.kind is Kind.BALANCE and "liabilities and" in heading.lower()):
            for before in claimed & names.keys():  # only the last total under a heading is the heading's
                if names[before] == _total_of(heading) and not _adds_others(before, parts[index], lines):
                    del names[before]
            if not any(other.label.lower() == _total_of(heading).lower() for other in lines):
                names[index] = _total_of(heading)
        elif statement.kind is Kind.BALANCE and "assets" in lines[0].sections and claimed >= set(range(index)):
            names[index] = "Total assets"
        elif statement.kind is Kind.BALANCE and line.sections[:1] == ("liabilities",) and _is_all_liabilities(claimed, index, lines):
            names[index] = "Total liabilities"
    return {**_revenues_and_costs(statement, footing), **names} if statement.kind is Kind.INCOME else names


def _is_left(heading: str, line: LineItem, kind: Kind) -> bool:
    """Whether a line of a balance sheet has left the current items that a heading still above it speaks of."""
    section = section_of_heading(kind, heading) if kind is Kind.BALANCE else None
    return bool(section and section.startswith("current") and section not in line.sections)


def _is_all_liabilities(claimed: set[int], index: int, lines: tuple[LineItem, ...]) -> bool:
    """Whether a total claims every liability above it, and nothing that is none."""
    above = {i for i, line in enumerate(lines[:index]) if line.sections[:1] == ("liabilities",) and line.measure is Measure.MONEY}
    return claimed == above and not any(_NO_LIABILITY.search(lines[i].label) for i in claimed)


def _adds_others(before: int, parts: list[int], lines: tuple[LineItem, ...]) -> bool:
    """Whether a total of equity adds to another one only what belongs to noncontrolling interests: both are the total."""
    rest = [part for part in parts if part != before]
    return before in parts and bool(rest) and all(OTHERS.search(lines[part].label) for part in rest)


def _revenues_and_costs(statement: Statement, footing: Footing) -> dict[int, str]:
    """The two totals that a result is the difference of, where they have no label: everything from the top on added up, and everything
    between it and the second total. Of a gross profit the second is not all costs.
    """
    lines = statement.lines
    parts = {sum_.total: [part.line for part in sum_.parts] for sum_ in footing.sums}
    added = {sum_.total for sum_ in footing.sums if all(part.weight > 0 for part in sum_.parts)}
    names: dict[int, str] = {}
    for sum_ in footing.sums:
        label = lines[sum_.total].label
        if len(sum_.parts) != 2 or not is_result(label) or "gross" in label.lower():
            continue
        first, second = (part.line for part in sum_.parts)
        if first in parts and first not in added:
            continue
        if descendants(first, parts) != set(range(first)) or descendants(second, parts) != set(range(first + 1, second)):
            continue
        for index, name in ((first, "Total revenues"), (second, "Total costs and expenses")):
            if _is_bare(lines[index].label):
                names[index] = name
    return names


def _said_again(index: int, lines: tuple[LineItem, ...]) -> str:
    """The label of the line above that a line without words repeats, where the heading over it says which: "Allocation of net income"."""
    heading = parse(lines[index].headings[-1]).words if lines[index].headings else ""
    values = [amount.value if amount else None for amount in lines[index].amounts]
    for other in lines[:index]:
        words = parse(other.label).words
        if words and f" {words} " in f" {heading} " and any(values) and values == [a.value if a else None for a in other.amounts]:
            return other.label
    return ""


def told_dilution(line: LineItem) -> tuple[str, ...]:
    """What the headings over a line per share say of dilution, in the words of the wording table; empty where they say neither or both."""
    told = dilution_over(line) if line.measure is Measure.PER_SHARE else ""
    return (f"Net income per share - {told}",) if told else ()


def dilution_over(line: LineItem) -> str:
    """ "basic" or "diluted" where the nearest heading that speaks of dilution says one of them; else empty."""
    for heading in reversed(line.headings):
        words = parse(re.sub(r"\([^()]*\)", " ", heading)).words.split()
        told = {word for word in ("basic", "diluted") if word in words}
        if told:
            return told.pop() if len(told) == 1 else ""
    return ""


def _sums_up(index: int, lines: tuple[LineItem, ...]) -> str:
    """The heading over lines per share that a line without words adds up, but for rounding; empty where it does not."""
    line = lines[index]
    heading = line.headings[-1] if line.headings else ""
    above = [other for other in lines[:index] if other.headings == line.headings and other.measure is Measure.PER_SHARE]
    sums = [sum((a.value for other in above if (a := other.amounts[i])), Decimal(0)) for i in range(len(line.amounts))]
    near = [a is None or abs(a.value - total) <= _units(a, len(above) // 2) for a, total in zip(line.amounts, sums, strict=True)]
    exact = any(a is not None and a.value == total for a, total in zip(line.amounts, sums, strict=True))
    return heading if len(above) > 1 and exact and all(near) else ""


def _units(amount: Amount, count: int) -> Decimal:
    """So many units of the amount's last printed digit."""
    return Decimal(count).scaleb(-amount.decimals)


def _sides(statement: Statement, assets: Mapping[Period, Decimal]) -> dict[int, str]:
    """The two ends of a balance sheet, where one of them has no label: the last line that equals total assets on every date, and its
    double.
    """
    lines = statement.lines
    second = next((i for i, line in enumerate(lines) if {"liabilities", "equity"} & set(line.sections)), len(lines))
    names: dict[int, str] = {}
    for last in range(len(lines) - 1, second - 1, -1):
        line = lines[last]
        if line.measure is not Measure.MONEY or not all(a and a.value for a in line.amounts):
            continue
        values = [a.value for a in line.amounts if a]
        first = next((i for i in range(second - 1, 0, -1) if [a.value if a else None for a in lines[i].amounts] == values), None)
        if first is None and not _equals(statement, line, assets):
            continue
        if _is_bare(line.label):
            names[last] = "Total liabilities and stockholders' equity"
        if first is not None and _is_bare(lines[first].label):
            names[first] = "Total assets"
        break
    return names


def _total_of(heading: str) -> str:
    return f"Total {heading.lower() if heading.isupper() else heading[0].lower() + heading[1:]}"


_DEPRECIATION = re.compile(
    r"(?:less\b.{0,3})?(?:accumulated |allowances? for )(?:depreciation|amortization|depletion)|less\b.{0,30}\bdepreciation", re.IGNORECASE
)
_PROPERTY = re.compile(r"\bpropert(?:y|ies)\b|\bplant\b|\bequipment\b|\bfixed assets\b", re.IGNORECASE)


def _is_net(index: int, parts: list[int], lines: tuple[LineItem, ...]) -> bool:
    """Whether a total is property less what was written off of it."""
    words = [*lines[index].headings, *(lines[i].label for i in parts)]
    return len(parts) <= 4 and any(_DEPRECIATION.match(lines[i].label) for i in parts) and any(_PROPERTY.search(word) for word in words)


def _equals(statement: Statement, line: LineItem, assets: Mapping[Period, Decimal]) -> bool:
    pairs = [
        (amount.value, assets.get(column.period))
        for column, amount in zip(statement.columns, line.amounts, strict=True)
        if amount and column.period
    ]
    return bool(pairs) and all(value == known for value, known in pairs) and any(value for value, _ in pairs)


def descendants(index: int, parts: Mapping[int, list[int]]) -> set[int]:
    """The lines that a total sums up, those of its subtotals among them."""
    waiting, seen = [index], set[int]()
    while waiting:
        for child in parts.get(waiting.pop(), ()):
            if child not in seen:
                seen.add(child)
                waiting.append(child)
    return seen


def _covers(heading: str, claimed: set[int], index: int, lines: tuple[LineItem, ...]) -> bool:
    """Whether the total claims every line of money under the heading above it, and nothing else."""
    under = {i for i, line in enumerate(lines[:index]) if heading in line.headings and line.measure is Measure.MONEY}
    return bool(under) and under <= claimed and claimed <= under
