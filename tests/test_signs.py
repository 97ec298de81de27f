"""Signs: a fact is signed by its concept's definition; the arithmetic decides, and where it denies the words nothing is tagged."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from converter.diagnostic import Code
from converter.pipeline import Conversion, convert
from converter.sources.source import Source
from converter.taxonomy import NAMESPACE

TITLES = {"IS": "Consolidated Statements of Operations", "BS": "Consolidated Balance Sheets", "CF": "Consolidated Statements of Cash Flows"}
PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"


def converted(kind: str, body: str) -> Conversion:
    """The conversion of a small release with two columns, in thousands."""
    over = "" if kind == "BS" else f"{'Twelve Months Ended':>66}\n"
    head = f"{over}{'':44}Dec. 31,    Dec. 31,\n{'':48}2003        2002\n"
    prose = "Example Instruments, Inc. (Nasdaq: XMPL) announced its results."
    page = f"{prose}\n\n\n{TITLES[kind]:>50}\n{'(In thousands)':>42}\n\n{head}\n{body}\n"
    return convert(Source.from_bytes(page.encode(), "signs"))


def rows(*lines: tuple[str, str, str]) -> str:
    """Lines of the body; numbers line up by their last digit."""
    return "\n".join(label.ljust(40) + "".join(_right(number) for number in numbers).rstrip() for label, *numbers in lines)


def _right(number: str) -> str:
    return number.rjust(11 + number.endswith(")")).ljust(12)


def values(conversion: Conversion) -> Mapping[str, tuple[Decimal | int, ...]]:
    """The values of each core concept in thousands, latest period first."""
    assert conversion.report is not None, conversion.diagnostics
    found: dict[str, tuple[Decimal | int, ...]] = {}
    for fact in sorted(conversion.report.facts, key=lambda fact: fact.period.end, reverse=True):
        if fact.concept.namespace == NAMESPACE:
            found[fact.concept.name] = (*found.get(fact.concept.name, ()), fact.value / 1000)
    return found


def test_income_tax_benefit_in_parentheses_is_a_negative_expense() -> None:
    """(3,024) less (379) is (2,645): only as an expense of -379 does it foot, though "benefit (379)" could be read as no benefit at all."""
    got = values(
        converted(
            "IS",
            rows(
                ("Net sales", "5,663", "6,111"),
                ("Cost of sales", "8,687", "9,203"),
                ("Loss before income taxes", "(3,024)", "(3,092)"),
                ("Income tax benefit", "(379)", "(222)"),
                ("Net loss", "(2,645)", "(2,870)"),
            ),
        )
    )
    assert got["IncomeTaxExpenseBenefit"] == (-379, -222)
    assert got["NetIncomeLoss"] == (-2645, -2870)


def test_income_tax_benefit_without_parentheses_is_a_negative_expense_too() -> None:
    got = values(
        converted(
            "IS",
            rows(
                ("Net sales", "5,663", "6,111"),
                ("Cost of sales", "8,687", "9,203"),
                ("Loss before income taxes", "(3,024)", "(3,092)"),
                ("Income tax benefit", "379", "222"),
                ("Net loss", "(2,645)", "(2,870)"),
            ),
        )
    )
    assert got["IncomeTaxExpenseBenefit"] == (-379, -222)


@pytest.mark.parametrize("expense", [("1,234", "987"), ("(1,234)", "(987)")])
@pytest.mark.parametrize("tax", [("600", "500"), ("(600)", "(500)")])
@pytest.mark.parametrize("cost", [("4,000", "3,900"), ("(4,000)", "(3,900)")])
def test_costs_interest_and_taxes_are_positive_with_and_without_parentheses(
    expense: tuple[str, str], tax: tuple[str, str], cost: tuple[str, str]
) -> None:
    got = values(
        converted(
            "IS",
            rows(
                ("Net sales", "9,000", "8,000"),
                ("Cost of sales", *cost),
                ("Gross profit", "5,000", "4,100"),
                ("Interest expense", *expense),
                ("Income before income taxes", "3,766", "3,113"),
                ("Provision for income taxes", *tax),
                ("Net income", "3,166", "2,613"),
            ),
        )
    )
    assert got["CostOfRevenue"] == (4000, 3900)
    assert got.get("InterestExpense", got.get("InterestExpenseNonoperating")) == (1234, 987)
    assert got["IncomeTaxExpenseBenefit"] == (600, 500)
    assert (got[PRETAX], got["NetIncomeLoss"]) == ((3766, 3113), (3166, 2613))


@pytest.mark.parametrize("tax", ["Income tax (expense) benefit", "Income tax expense (benefit)"])
def test_a_tax_line_that_is_an_expense_in_one_year_and_a_benefit_in_the_other(tax: str) -> None:
    """The pair of words tells which side is in parentheses; the sums say the same."""
    printed = ("(600)", "150") if "(expense)" in tax else ("600", "(150)")
    got = values(
        converted(
            "IS",
            rows(
                ("Net sales", "9,000", "8,000"),
                ("Cost of sales", "5,000", "8,400"),
                ("Income (loss) before income taxes", "4,000", "(400)"),
                (tax, *printed),
                ("Net income (loss)", "3,400", "(250)"),
            ),
        )
    )
    assert got["IncomeTaxExpenseBenefit"] == (600, -150)
    assert got["NetIncomeLoss"] == (3400, -250)


def test_losses_printed_as_plain_numbers_are_negative() -> None:
    got = values(
        converted(
            "IS",
            rows(
                ("Net sales", "5,663", "6,111"),
                ("Cost of sales", "8,687", "9,203"),
                ("Loss before income taxes", "3,024", "3,092"),
                ("Income tax expense", "76", "22"),
                ("Net loss", "3,100", "3,114"),
                ("Net loss per share, basic", "0.31", "0.31"),
            ),
        )
    )
    assert got["Revenues"] == (5663, 6111)
    assert got["CostOfRevenue"] == (8687, 9203)
    assert got[PRETAX] == (-3024, -3092)
    assert got["IncomeTaxExpenseBenefit"] == (76, 22)
    assert got["NetIncomeLoss"] == (-3100, -3114)
    assert tuple(value * 1000 for value in got["EarningsPerShareBasic"]) == (Decimal("-0.31"), Decimal("-0.31"))


@pytest.mark.parametrize("worn", [("5,811", "5,012"), ("(5,811)", "(5,012)")])
def test_accumulated_depreciation_is_a_positive_credit_however_it_is_printed(worn: tuple[str, str]) -> None:
    conversion = converted(
        "BS",
        rows(
            ("Cash and cash equivalents", "6,659", "13,847"),
            ("Accounts receivable", "6,073", "4,532"),
            ("Property and equipment, at cost", "9,101", "9,049"),
            ("Less accumulated depreciation", *worn),
            ("Net property and equipment", "3,290", "4,037"),
            ("Total assets", "16,022", "22,416"),
        ),
    )
    got = values(conversion)
    assert got["AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"] == (5811, 5012)
    assert got["PropertyPlantAndEquipmentNet"] == (3290, 4037)
    assert not [d for d in conversion.diagnostics if d.code is Code.SUM_DIFFERS]


@pytest.mark.parametrize("held", [("(1,377)", "(1,201)"), ("1,377", "1,201")])
def test_treasury_stock_is_a_positive_debit(held: tuple[str, str]) -> None:
    got = values(
        converted(
            "BS",
            rows(
                ("Cash and cash equivalents", "6,659", "13,847"),
                ("Accounts receivable", "6,073", "4,532"),
                ("Total assets", "12,732", "18,379"),
                ("Accounts payable", "2,311", "2,754"),
                ("Common stock", "1,100", "1,090"),
                ("Retained earnings", "10,698", "15,736"),
                ("Treasury stock, at cost", *held),
                ("Total stockholders' equity", "10,421", "15,625"),
                ("Total liabilities and stockholders' equity", "12,732", "18,379"),
            ),
        )
    )
    assert got["TreasuryStockValue"] == (1377, 1201)
    assert got["RetainedEarningsAccumulatedDeficit"] == (10698, 15736)
    assert got["StockholdersEquity"] == (10421, 15625)


def test_an_accumulated_deficit_is_negative_retained_earnings() -> None:
    got = values(
        converted(
            "BS",
            rows(
                ("Cash and cash equivalents", "6,659", "13,847"),
                ("Accounts receivable", "6,073", "4,532"),
                ("Total assets", "12,732", "18,379"),
                ("Accounts payable", "2,311", "2,754"),
                ("Common stock", "15,100", "16,090"),
                ("Accumulated deficit", "(4,679)", "(465)"),
                ("Total stockholders' equity", "10,421", "15,625"),
                ("Total liabilities and stockholders' equity", "12,732", "18,379"),
            ),
        )
    )
    assert got["RetainedEarningsAccumulatedDeficit"] == (-4679, -465)


def test_cash_flow_movements_follow_their_concepts() -> None:
    """An increase of receivables takes cash and is printed in parentheses; a payment is positive; a loss is negative."""
    got = values(
        converted(
            "CF",
            rows(
                ("Cash flows from operating activities:", "", ""),
                ("Net loss", "(6,829)", "(7,072)"),
                ("Depreciation and amortization", "1,204", "1,377"),
                ("(Increase) decrease in accounts receivable", "(1,541)", "2,113"),
                ("Increase (decrease) in accounts payable", "812", "(405)"),
                ("Net cash used in operating activities", "(6,354)", "(3,987)"),
                ("Cash flows from investing activities:", "", ""),
                ("Purchases of property and equipment", "(457)", "(903)"),
                ("Proceeds from sale of property and equipment", "31", "28"),
                ("Net cash used in investing activities", "(426)", "(875)"),
                ("Cash flows from financing activities:", "", ""),
                ("Proceeds from issuance of common stock", "118", "97"),
                ("Repayments of long-term debt", "(526)", "(388)"),
                ("Net cash used in financing activities", "(408)", "(291)"),
                ("Net decrease in cash and cash equivalents", "(7,188)", "(5,153)"),
                ("Cash and cash equivalents at beginning of year", "13,847", "19,000"),
                ("Cash and cash equivalents at end of year", "6,659", "13,847"),
            ),
        )
    )
    assert got["NetIncomeLoss"] == (-6829, -7072)
    assert got["DepreciationDepletionAndAmortization"] == (1204, 1377)
    assert got["IncreaseDecreaseInAccountsReceivable"] == (1541, -2113)
    assert got["IncreaseDecreaseInAccountsPayable"] == (812, -405)
    assert got["PaymentsToAcquirePropertyPlantAndEquipment"] == (457, 903)
    assert got["ProceedsFromSaleOfPropertyPlantAndEquipment"] == (31, 28)
    assert got["RepaymentsOfDebt"] == (526, 388)
    assert got["NetCashProvidedByUsedInOperatingActivities"] == (-6354, -3987)
    assert got["NetCashProvidedByUsedInFinancingActivities"] == (-408, -291)
    assert got["CashAndCashEquivalentsPeriodIncreaseDecrease"] == (-7188, -5153)


def test_where_words_and_sums_disagree_nothing_is_tagged_and_both_readings_are_said() -> None:
    """Sales exceed costs, so what is left is a gain; the words call it a loss and the print has parentheses."""
    conversion = converted(
        "IS",
        rows(
            ("Net sales", "9,000", "8,000"),
            ("Cost of sales", "(4,000)", "(3,900)"),
            ("Gross profit", "5,000", "4,100"),
            ("Selling, general and administrative", "(1,000)", "(1,100)"),
            ("Provision for income taxes", "(600)", "(500)"),
            ("Net loss", "3,400", "2,500"),
        ),
    )
    (doubt,) = [d for d in conversion.diagnostics if d.code is Code.SIGN_UNCERTAIN]
    assert '"Net loss"' in doubt.message
    assert "3,400" in doubt.message
    assert "2,500" in doubt.message
    assert "NetIncomeLoss" not in values(conversion)
    assert {entry.code for entry in conversion.entries if entry.label == "Net loss"} == {Code.SIGN_UNCERTAIN.label}


def test_a_turned_sign_is_said_in_the_ledger() -> None:
    conversion = converted(
        "IS",
        rows(
            ("Net sales", "9,000", "8,000"),
            ("Cost of sales", "(4,000)", "(3,900)"),
            ("Gross profit", "5,000", "4,100"),
        ),
    )
    notes = {entry.label: entry.note for entry in conversion.entries}
    assert "sign" in notes["Cost of sales"]
    assert "sign" not in notes["Net sales"]
