"""Adjustments in cash flows, held against the items of the statement of operations that they are called after."""

import re
from collections.abc import Mapping
from decimal import Decimal

from converter.model import Model
from converter.statement import Kind, Statement
from converter.tagging.found import Found, Told
from converter.tagging.signs import Reading
from converter.wording.labels.reading import parse

_PART_OF_RESULT = re.compile(
    r"^(?:Gains?Loss|IncomeLossFrom(?:Discontinued|EquityMethod)|ExtraordinaryItem|CumulativeEffect|AssetImpairment)"
)
"""What may be added back in cash flows under like words."""


def settle_adjustments(statement: Statement, found: Found, readings: Mapping[int, Reading], results: Mapping[Told, Decimal]) -> None:
    """What is added back in cash flows under the words of an item of the statement of operations, but in another amount, measures
    something else: a loss before taxes, a part of it. results: what the statements of operations say.
    """
    if statement.kind is not Kind.CASH_FLOW:
        return
    for index, (concept, _) in list(found.items()):
        if concept.statement != Kind.INCOME.value or not _PART_OF_RESULT.search(concept.name):
            continue
        for column, amount in zip(statement.columns, statement.lines[index].amounts, strict=True):
            told = results.get((concept.name, column.period)) if column.period and amount else None
            if amount and told is not None and told != amount.value * readings[index].factor:
                found.pop(index, None)


def settle_amortization(statement: Statement, found: Found, results: Mapping[Told, Decimal], model: Model) -> None:
    """A line of cash flows that only says "Amortization" is that of intangible assets where the statement of operations has its amounts."""
    name = "AmortizationOfIntangibleAssets"
    if statement.kind is not Kind.CASH_FLOW or any(concept.name == name for concept, _ in found.values()):
        return
    for index, line in enumerate(statement.lines):
        if index in found or parse(line.label).words != "amortization":
            continue
        pairs = zip(statement.columns, line.amounts, strict=True)
        told = [results.get((name, column.period)) == amount.value for column, amount in pairs if column.period and amount and amount.value]
        if told and all(told):
            found[index] = model.taxonomy[name], "the statement of operations has the same amounts as amortization of intangible assets"


def told_by(statement: Statement, found: Found, readings: Mapping[int, Reading]) -> dict[Told, Decimal]:
    """The amounts of a statement by concept and period."""
    return {
        (concept.name, column.period): amount.value * readings[index].factor
        for index, (concept, _) in found.items()
        for column, amount in zip(statement.columns, statement.lines[index].amounts, strict=True)
        if amount and column.period
    }
