"""Statements of filers abroad, typed by hand: a translation into U.S. dollars beside their own currency, amounts per ADS and per share."""

from collections.abc import Callable

import pytest
from attrs import evolve
from handmade import Handmade, as_html, as_text, check, converted

NOW, BEFORE = "2010-10-01..2010-12-31", "2009-10-01..2009-12-31"
QUARTERS = ((BEFORE, "CNY"), (NOW, "CNY"), (NOW, "USD"))
DAYS = (("2009-12-31", "CNY"), ("2010-12-31", "CNY"), ("2010-12-31", "USD"))
INCOME = Handmade(
    "Unaudited Condensed Consolidated Statements of Operations",
    "(In thousands, except per share data)",
    (("Three Months Ended",) * 3, ("December 31,",) * 3, ("2009", "2010", "2010"), ("RMB", "RMB", "US$")),
    QUARTERS,
    """
Revenues | 402,600 | 528,000 | 80,000 | Revenues
Cost of revenues | (241,500) | (310,200) | (47,000) | -CostOfRevenue
Gross profit | 161,100 | 217,800 | 33,000 | GrossProfit
Operating expenses:
  Sales and marketing | (46,200) | (59,400) | (9,000) | -SellingAndMarketingExpense
  General and administrative | (23,100) | (26,400) | (4,000) | -GeneralAndAdministrativeExpense
  Research and development | (29,700) | (39,600) | (6,000) | -ResearchAndDevelopmentExpense
Total operating expenses | (99,000) | (125,400) | (19,000) | -OperatingExpenses
Income from operations | 62,100 | 92,400 | 14,000 | OperatingIncomeLoss
Interest income | 3,300 | 6,600 | 1,000 | InvestmentIncomeInterest
Income before income tax expense | 65,400 | 99,000 | 15,000 | PRETAX
Income tax expense | (12,600) | (19,800) | (3,000) | -IncomeTaxExpenseBenefit
Net income | 52,800 | 79,200 | 12,000 | NetIncomeLoss
Net income per share - basic | 0.53 | 0.79 | 0.12 | EarningsPerShareBasic
Net income per share - diluted | 0.51 | 0.77 | 0.12 | EarningsPerShareDiluted
Net income per ADS - basic | 1.06 | 1.58 | 0.24 | */
Net income per ADS - diluted | 1.02 | 1.54 | 0.23 | */
""",
)
POSITION = Handmade(
    "Unaudited Condensed Consolidated Balance Sheets",
    "(In thousands)",
    (("December 31,",) * 3, ("2009", "2010", "2010"), ("RMB", "RMB", "US$")),
    DAYS,
    """
Current assets:
  Cash and cash equivalents | 310,200 | 429,000 | 65,000 | CASH
  Accounts receivable, net | 151,800 | 165,000 | 25,000 | AccountsReceivableNetCurrent
Total current assets | 462,000 | 594,000 | 90,000 | AssetsCurrent
Property and equipment, net | 72,600 | 66,000 | 10,000 | PropertyPlantAndEquipmentNet
Total assets | 534,600 | 660,000 | 100,000 | Assets
Current liabilities:
  Accounts payable | 85,800 | 99,000 | 15,000 | AccountsPayableCurrent
Total current liabilities | 85,800 | 99,000 | 15,000 | LiabilitiesCurrent
Shareholders' equity:
  Ordinary shares | 66 | 66 | 10 | CommonStockValue
  Additional paid-in capital | 231,000 | 264,000 | 40,000 | AdditionalPaidInCapital
  Retained earnings | 217,734 | 296,934 | 44,990 | RetainedEarningsAccumulatedDeficit
Total shareholders' equity | 448,800 | 561,000 | 85,000 | StockholdersEquity
Total liabilities and shareholders' equity | 534,600 | 660,000 | 100,000 | LiabilitiesAndStockholdersEquity
""",
)


@pytest.mark.parametrize("page", [as_text, as_html])
def test_a_translation_gives_facts_in_its_own_currency(page: Callable[..., str]) -> None:
    check(page(INCOME, POSITION), INCOME, POSITION)


OWNED = Handmade(
    "Unaudited Condensed Consolidated Statements of Comprehensive Income",
    "(In thousands, except share, per share and per ADS data)",
    (("Three Months Ended",) * 3, ("December 31,",) * 3, ("2009", "2010", "2010"), ("RMB", "RMB", "US$")),
    QUARTERS,
    """
Revenues | 402,600 | 528,000 | 80,000 | Revenues
Cost of revenues | (241,500) | (310,200) | (47,000) | -CostOfRevenue
Gross profit | 161,100 | 217,800 | 33,000 | GrossProfit
Operating expenses:
  Sales and marketing | (46,200) | (59,400) | (9,000) | -SellingAndMarketingExpense
  General and administrative | (23,100) | (26,400) | (4,000) | -GeneralAndAdministrativeExpense
Total operating expenses | (69,300) | (85,800) | (13,000) | -OperatingExpenses
Income from operations | 91,800 | 132,000 | 20,000 | OperatingIncomeLoss
Income tax expense | (19,800) | (26,400) | (4,000) | -IncomeTaxExpenseBenefit
Share of losses of equity investees | (3,300) | (6,600) | (1,000) | IncomeLossFromEquityMethodInvestments
Net income | 68,700 | 99,000 | 15,000 | ProfitLoss
Less: net income attributable to noncontrolling interests | (2,700) | (6,600) | (1,000) | -NetIncomeLossAttributableToNoncontrollingInterest
Net income attributable to Example Holdings Limited | 66,000 | 92,400 | 14,000 | NetIncomeLoss
Deemed dividends to preferred shareholders | (3,000) | (6,600) | (1,000) | -PreferredStockDividendsIncomeStatementImpact
Net income attributable to ordinary shareholders of Example Holdings Limited | 63,000 | 85,800 | 13,000 | AVAILABLE
Other comprehensive income, net of tax of nil
  Change in cumulative foreign currency translation adjustment | 1,300 | 1,980 | 300 | *
Comprehensive income | 70,000 | 100,980 | 15,300 | WHOLE
Less: comprehensive income attributable to noncontrolling interests | (2,700) | (6,600) | (1,000) | -OTHERS
Comprehensive income attributable to Example Holdings Limited | 67,300 | 94,380 | 14,300 | ComprehensiveIncomeNetOfTax
Net income per ordinary share
  Basic | 0.53 | 0.79 | 0.12 | EarningsPerShareBasic
  Diluted | 0.51 | 0.77 | 0.12 | EarningsPerShareDiluted
Net income per ADS (each ADS represents 2 ordinary shares)
  Basic | 1.06 | 1.58 | 0.24 | */
  Diluted | 1.02 | 1.54 | 0.24 | */
Weighted average number of ADSs used in computing net income per ADS
  Basic | 59,434 | 54,304 | 54,304 | *#
  Diluted | 61,765 | 55,714 | 55,714 | *#
""".replace("AVAILABLE", "NetIncomeLossAvailableToCommonStockholdersBasic")
    .replace("WHOLE", "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest")
    .replace("OTHERS", "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest"),
)


@pytest.mark.parametrize("page", [as_text, as_html])
def test_what_belongs_to_ordinary_shareholders_and_what_is_per_ads(page: Callable[..., str]) -> None:
    check(page(OWNED), OWNED)


SIGNED = ("Revenues", "Gross profit", "Net income")


@pytest.mark.parametrize("page", [as_text, as_html])
def test_the_signs_at_the_amounts_tell_the_currencies_of_columns(page: Callable[..., str]) -> None:
    lines = []
    for line in INCOME.lines.splitlines():
        label, *cells = line.split(" | ")
        if label in SIGNED:
            cells = [f"{sign} {cell}" for sign, cell in zip(("RMB", "RMB", "US$"), cells[:3], strict=True)] + cells[3:]
        lines.append(" | ".join([label, *cells]))
    signed = evolve(INCOME, heads=INCOME.heads[:3], lines="\n".join(lines))
    check(page(signed), signed)


def test_the_ledger_says_what_is_a_translation() -> None:
    entries = converted(as_text(INCOME)).entries
    notes = [entry.note for entry in entries if entry.column.endswith("US$")]
    assert len(notes) == 16
    assert all("convenience translation of CNY into USD" in note for note in notes)
    assert not any("translation" in entry.note for entry in entries if not entry.column.endswith("US$"))
