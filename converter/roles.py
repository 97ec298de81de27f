"""Names for totals without a label, from what they add up: the heading that their parts stand under, or the other side of the balance."""

import re
from collections.abc import Mapping
from decimal import Decimal

from converter.footing import Footing
from converter.period import Period
from converter.statement import Kind, LineItem, Measure, Statement


def unlabelled_names(statement: Statement, footing: Footing, assets: Mapping[Period, Decimal]) -> dict[int, str]:
    """Words for unlabelled totals by index of the line. assets: total assets by date, as far as they are known.

    A total of everything under one heading is "Total" and the heading's words. In a balance sheet, the last total of the second side that
    equals total assets on every date is total liabilities and equity. A total that fits neither stays without a name.
    """
    lines = statement.lines
    names: dict[int, str] = {}
    parts = {sum_.total: [part.line for part in sum_.parts] for sum_ in footing.sums}
    parts |= {near.total: [part.line for part in near.parts] for near in footing.near}
    for index, line in enumerate(lines):
        if line.label or line.measure is not Measure.MONEY:
            continue
        if (
            statement.kind is Kind.BALANCE
            and assets
            and _equals(statement, line, assets)
            and any("liabilities" in lines[i].sections or "equity" in lines[i].sections for i in range(index))
        ):
            names[index] = "Total liabilities and stockholders' equity"
            continue
        if index not in parts:
            continue
        claimed = _descendants(index, parts)
        if _is_net(index, parts[index], lines, claimed):
            names[index] = "Property, plant and equipment, net"
            for part in parts[index]:
                if part in names and part in parts:
                    names[part] = "Property, plant and equipment, gross"
            continue
        heading = next((h for h in reversed(line.headings or lines[parts[index][-1]].headings) if _covers(h, claimed, index, lines)), None)
        if heading and not (statement.kind is Kind.BALANCE and "liabilities and" in heading.lower()):
            for before in claimed & names.keys():  # only the last total under a heading is the heading's
                if names[before] == _total_of(heading):
                    del names[before]
            names[index] = _total_of(heading)
        elif statement.kind is Kind.BALANCE and all("assets" in lines[i].sections for i in claimed) and 0 in claimed:
            names[index] = "Total assets"
    return names


def _total_of(heading: str) -> str:
    return f"Total {heading.lower() if heading.isupper() else heading[0].lower() + heading[1:]}"


_DEPRECIATION = re.compile(
    r"\baccumulated (?:depreciation|amortization)|\ballowances? for (?:depreciation|amortization)|\bless.*\bdepreciation", re.IGNORECASE
)
_PROPERTY = re.compile(r"\bpropert(?:y|ies)\b|\bplant\b|\bequipment\b|\bfixed assets\b", re.IGNORECASE)


def _is_net(index: int, parts: list[int], lines: tuple[LineItem, ...], claimed: set[int]) -> bool:
    """Whether a total is property less what was written off of it."""
    words = [*lines[index].headings, *(lines[i].label for i in claimed)]
    return len(parts) < 8 and any(_DEPRECIATION.search(lines[i].label) for i in parts) and any(_PROPERTY.search(word) for word in words)


def _equals(statement: Statement, line: LineItem, assets: Mapping[Period, Decimal]) -> bool:
    pairs = [
        (amount.value, assets.get(column.period))
        for column, amount in zip(statement.columns, line.amounts, strict=True)
        if amount and column.period
    ]
    return bool(pairs) and all(value == known for value, known in pairs) and any(value for value, _ in pairs)


def _descendants(index: int, parts: Mapping[int, list[int]]) -> set[int]:
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
