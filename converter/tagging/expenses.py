"""Costs and expenses: a cost beside another is not the cost of all revenue, and what follows gross profit leaves that cost out."""

import re

from converter.footing.sums import Footing
from converter.model import Model
from converter.statement import Statement
from converter.tagging.found import Found

_COST_OF_PRODUCTS = re.compile(r"costs? of (?:net )?products?\b(?!.*\bservices?\b)", re.IGNORECASE)


_OPERATING = frozenset(("SellingGeneralAndAdministrativeExpense", "SellingAndMarketingExpense", "GeneralAndAdministrativeExpense"))


def settle_operating_expenses(footing: Footing, found: Found) -> None:
    """One cost among all costs, beside the expense of selling or managing, is not the total of operating expenses: a field's "Operating
    expenses"."""
    totals = {sum_.total for sum_ in footing.sums}
    for sum_ in footing.sums:
        parts = [part.line for part in sum_.parts if part.line in found]
        names = {found[line][0].name for line in parts}
        if sum_.total not in found or found[sum_.total][0].name != "CostsAndExpenses" or not names & _OPERATING:
            continue
        for line in parts:
            if found[line][0].name == "OperatingExpenses" and line not in totals:
                del found[line]


def settle_expenses_of_gross_profit(footing: Footing, found: Found, model: Model) -> None:
    """A total of expenses that the sums take off gross profit leaves out the cost of revenue: operating expenses, whatever its words."""
    claimed = any(concept.name == "OperatingExpenses" for concept, _ in found.values())
    for sum_ in footing.sums:
        parts = [part.line for part in sum_.parts if part.line in found]
        if not any(found[line][0].name == "GrossProfit" for line in parts):
            continue
        for line in parts:
            concept, rule = found[line]
            if concept.name == "CostsAndExpenses" and claimed:
                del found[line]
            elif concept.name == "CostsAndExpenses":
                found[line] = model.taxonomy["OperatingExpenses"], f"{rule}; the sums take it off gross profit"


def settle_product_cost(statement: Statement, found: Found, model: Model) -> None:
    """Where products are one part of revenue and there is no gross profit, the cost of products is no cost of all revenue."""
    names = {concept.name for concept, _ in found.values()}
    if {"GrossProfit", "CostOfProductRevenue"} & names or not {"ProductRevenues", "Revenues"} <= names:
        return
    for index, (concept, rule) in list(found.items()):
        if concept.name == "CostOfRevenue" and _COST_OF_PRODUCTS.match(statement.lines[index].label):
            found[index] = model.taxonomy["CostOfProductRevenue"], f"{rule}; products are one part of revenue"


_COST_OF = re.compile(r"costs? of ", re.IGNORECASE)


def settle_costs(statement: Statement, footing: Footing, found: Found) -> None:
    """One cost next to another that the sums take off the same total is not the cost of all revenue: products beside rentals."""
    for sum_ in footing.sums:
        costs = {part.line for part in sum_.parts if _COST_OF.match(statement.lines[part.line].label)}
        for line in costs:
            if line in found and found[line][0].name == "CostOfRevenue" and {line - 1, line + 1} & costs:
                del found[line]
