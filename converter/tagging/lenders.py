"""What the sums say of a lender's statement of operations: what it earns and spends beside interest."""

import re
from collections.abc import Sequence
from decimal import Decimal

from converter.footing.sums import Footing
from converter.model import Model
from converter.statement import Kind, Part, Statement
from converter.tagging.found import Found

_PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
_INTEREST = frozenset(("InterestIncomeExpenseAfterProvisionForLoanLoss", "InterestIncomeExpenseNet"))
_OPERATING = {
    "InvestmentIncomeInterest": "InterestAndDividendIncomeOperating",
    "InterestExpense": "InterestExpenseOperating",
    "InterestAndDividendIncomeOperating": "InterestAndDividendIncomeOperating",
    "InterestExpenseOperating": "InterestExpenseOperating",
}
"""What interest is to a lender."""
_INCOME = re.compile(r"\b(?:income|revenues?)\b(?!.*\bexpenses?\b)", re.IGNORECASE)
_EXPENSE = re.compile(r"\bexpenses?\b(?!.*\bincome\b)", re.IGNORECASE)


def settle_lender(statement: Statement, footing: Footing, found: Found, model: Model) -> None:
    """Both parts of net interest income are operating. Where income before taxes is net interest income, one total of other income and one
    of expenses, these are all noninterest income and expense, whatever an industrial company would mean by the words: "Total other
    income", "Total general and administrative expenses".
    """
    if statement.kind is not Kind.INCOME:
        return
    for sum_ in footing.sums:
        if sum_.total in found and found[sum_.total][0].name == "InterestIncomeExpenseNet":
            _as_operating([part.line for part in sum_.parts], found, model)
        others = [part for part in sum_.parts if part.line not in found or found[part.line][0].name not in _INTEREST]
        if len(sum_.parts) != 3 or len(others) != 2 or sum_.total not in found or found[sum_.total][0].name != _PRETAX:
            continue
        earned, spent = sorted(others, key=lambda part: -_contribution(statement, part))
        if _contribution(statement, spent) >= 0 or not _both(statement, earned, spent):
            continue
        for part, name in ((earned, "NoninterestIncome"), (spent, "NoninterestExpense")):
            if part.line not in found or found[part.line][0].name != name:
                words = statement.lines[part.line].label
                found[part.line] = model.taxonomy[name], f'near wording "{words}"; with net interest income it makes up income before taxes'


def _as_operating(parts: Sequence[int], found: Found, model: Model) -> None:
    """The two parts of net interest income are what a lender earns and pays, not what others do beside their business."""
    if len(parts) != 2 or not all(line in found and found[line][0].name in _OPERATING for line in parts):
        return
    for line in parts:
        concept, rule = found[line]
        found[line] = model.taxonomy[_OPERATING[concept.name]], f"{rule}; it is a part of net interest income"


def _contribution(statement: Statement, part: Part) -> Decimal:
    """What a part adds to its total, over all columns."""
    return sum((amount.printed * part.weight for amount in statement.lines[part.line].amounts if amount), Decimal(0))


def _both(statement: Statement, earned: Part, spent: Part) -> bool:
    return bool(_INCOME.search(statement.lines[earned.line].label) and _EXPENSE.search(statement.lines[spent.line].label))
