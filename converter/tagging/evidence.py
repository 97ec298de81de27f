"""Two independent half-proofs: a near wording, and an arithmetic role that only one concept plays. Neither decides alone.

The role: accounting says what total some lines have ("revenue less cost of revenue is gross profit"). Where a sum of the statement has the
lines of such a formula but one, the one that is left plays the formula's last part. The words: a rule of the wording table that shares at
least half of its words with the label and leads to that very concept.
"""

from collections.abc import Iterator, Mapping

from attrs import frozen

from converter.footing.sums import Footing
from converter.statement import Kind, Measure, Statement
from converter.tagging.roles import descendants
from converter.wording.rules import Rule
from converter.wording.table import Question, Wording

_PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
_LOANS = "FinancingReceivableExcludingAccruedInterest"
_NET = ("NetIncomeLoss", "IncomeLossFromContinuingOperations")


@frozen
class _Formula:
    """total = what the parts come to, added or subtracted as their signs are printed. words: the formula in words.

    whole: the parts are all that can make up the total, so that one of them can be told from the others.
    """

    total: str
    parts: frozenset[str]
    words: str
    whole: bool


_WHOLES: tuple[tuple[str, str, str], ...] = (
    ("GrossProfit", "Revenues CostOfRevenue", "revenue less its cost"),
    ("OperatingIncomeLoss", "GrossProfit OperatingExpenses", "gross profit less operating expenses"),
    ("OperatingIncomeLoss", "Revenues CostsAndExpenses", "revenue less all costs and expenses"),
    (_PRETAX, "Revenues CostsAndExpenses", "revenue less all costs and expenses"),
    (_PRETAX, "OperatingIncomeLoss NonoperatingIncomeExpense", "operating income and what is not operating"),
    (
        _PRETAX,
        "InterestIncomeExpenseAfterProvisionForLoanLoss NoninterestIncome NoninterestExpense",
        "the income of a lender less its expense",
    ),
    *((net, f"{_PRETAX} IncomeTaxExpenseBenefit", "income before taxes less the taxes") for net in _NET),
    ("NetIncomeLoss", "ProfitLoss NetIncomeLossAttributableToNoncontrollingInterest", "net income and the share of others"),
    (
        "InterestIncomeExpenseNet",
        "InterestAndDividendIncomeOperating InterestExpenseOperating",
        "interest income less interest expense",
    ),
    (
        "InterestIncomeExpenseAfterProvisionForLoanLoss",
        "InterestIncomeExpenseNet ProvisionForLoanLeaseAndOtherLosses",
        "net interest income less the provision",
    ),
    (
        f"{_LOANS}AfterAllowanceForCreditLoss",
        f"{_LOANS}BeforeAllowanceForCreditLoss FinancingReceivableAllowanceForCreditLosses",
        "loans less the allowance for their losses",
    ),
    ("LiabilitiesAndStockholdersEquity", "Liabilities StockholdersEquity", "liabilities and equity"),
    (
        "PropertyPlantAndEquipmentNet",
        "PropertyPlantAndEquipmentGross AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment",
        "property less what was written off of it",
    ),
    (
        "CashAndCashEquivalentsPeriodIncreaseDecrease",
        " ".join(f"NetCashProvidedByUsedIn{flow}Activities" for flow in ("Operating", "Investing", "Financing")),
        "all cash flows",
    ),
)
"""Totals, and all the parts that can make them up."""
_TOTALS = (
    ("Revenues", "ProductRevenues ServiceRevenues", "revenue from products and services"),
    ("CostOfRevenue", "CostOfProductRevenue CostOfServiceRevenue", "cost of products and services"),
)
"""Totals of parts beside which there may be others: the parts tell the total, the total does not tell a part."""
_FORMULAS = tuple(
    _Formula(total, frozenset(parts.split()), words, whole)
    for whole, formulas in ((True, _WHOLES), (False, _TOTALS))
    for total, parts, words in formulas
)
_WITHOUT_OTHERS = frozenset(("StockholdersEquity", "NetIncomeLoss"))
"""What a line that includes the share of noncontrolling interests is not."""
_SECTION_TOTALS = {"current assets": "AssetsCurrent", "current liabilities": "LiabilitiesCurrent", "equity": "StockholdersEquity"}


def confirmed(
    statement: Statement, footing: Footing, known: Mapping[int, str], questions: Mapping[int, Question], wording: Wording
) -> Iterator[tuple[int, str, str]]:
    """The lines without a concept that both half-proofs name: index, concept, and the evidence in words.

    known: concepts by index of the line. questions: of the lines that have words and no concept.
    """
    roles: dict[int, dict[str, str]] = {}
    for index, concept, words in (*_by_formula(footing, known), *_by_section(statement, footing)):
        others = index in questions and questions[index].noncontrolling and concept in _WITHOUT_OTHERS
        if index in questions and concept not in known.values() and not others:
            roles.setdefault(index, {})[concept] = words
    for index, fitting in roles.items():
        near = _nearest(wording, questions[index], frozenset(fitting))
        if near is not None:
            yield index, near.concept, f'near wording "{near.label}", and the sums confirm it: {fitting[near.concept]}'


def _by_formula(footing: Footing, known: Mapping[int, str]) -> Iterator[tuple[int, str, str]]:
    """The lines that a formula lacks in a sum that has all its other lines."""
    for sum_ in footing.sums:
        lines = (sum_.total, *(part.line for part in sum_.parts))
        missing = [line for line in lines if line not in known]
        if len(missing) != 1:
            continue
        told = frozenset(known[part.line] for part in sum_.parts if part.line in known)
        for formula in _FORMULAS:
            if len(sum_.parts) != len(formula.parts):
                continue
            if missing[0] == sum_.total and told == formula.parts:
                yield sum_.total, formula.total, f"it is {formula.words}"
            elif formula.whole and missing[0] != sum_.total and known[sum_.total] == formula.total and told < formula.parts:
                (left,) = formula.parts - told
                yield missing[0], left, f"with it the sum is {formula.words}"


def _by_section(statement: Statement, footing: Footing) -> Iterator[tuple[int, str, str]]:
    """The totals of everything in one section of a balance sheet."""
    if statement.kind is not Kind.BALANCE:
        return
    parts = {sum_.total: [part.line for part in sum_.parts] for sum_ in footing.sums}
    for section, concept in _SECTION_TOTALS.items():
        inside = {i for i, line in enumerate(statement.lines) if section in line.sections and line.measure is Measure.MONEY}
        for total in parts:
            claimed = descendants(total, parts)
            if len(claimed) > 1 and claimed == inside - {total}:
                yield total, concept, f"it is the total of the {section}"


def _nearest(wording: Wording, question: Question, concepts: frozenset[str]) -> Rule | None:
    """The rule with the nearest words among those of the concepts; None where none is near or two concepts are equally near."""
    near = [rule for rule in wording.near(question, most=len(wording.rules)) if rule.concept in concepts]
    return near[0] if len(near) == 1 else None
