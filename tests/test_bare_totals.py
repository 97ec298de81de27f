"""Statements whose totals have no words and whose headings are not indented: the sums, headings and sections tell what they are."""

from collections.abc import Callable

import pytest
from attrs import evolve
from handmade import Handmade, as_html, as_text, check

PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
WHOLE_EQUITY = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"
YEARS = (("2011-01-01..2011-12-31", "CAD"), ("2010-01-01..2010-12-31", "CAD"))
HEADS = (("Years ended December 31",) * 2, ("2011", "2010"))
EARNINGS = Handmade(
    "Consolidated Statements of Earnings",
    "(in thousands of Canadian dollars, except per share amounts)",
    HEADS,
    YEARS,
    """
Net sales | 70,400 | 65,300 | Revenues
Cost of sales | 41,200 | 39,900 | CostOfRevenue
Gross profit | 29,200 | 25,400 | GrossProfit
Costs and expenses
Selling, general and administrative | 14,300 | 13,100 | SellingGeneralAndAdministrativeExpense
Restructuring and plant closure costs | 900 | 1,200 | RestructuringCharges
 | 15,200 | 14,300 | OperatingExpenses
Operating income | 14,000 | 11,100 | OperatingIncomeLoss
Interest expense | 1,700 | 1,900 | InterestExpense
Earnings before income taxes | 12,300 | 9,200 | PRETAX
Recovery of (provision for) income taxes
Current | (2,100) | (2,600) | *
Deferred | (1,300) | 400 | -DeferredIncomeTaxExpenseBenefit
 | (3,400) | (2,200) | -IncomeTaxExpenseBenefit
Earnings from continuing operations | 8,900 | 7,000 | IncomeLossFromContinuingOperations
Loss from discontinued operations | (500) | (100) | IncomeLossFromDiscontinuedOperationsNetOfTax
Net earnings | 8,400 | 6,900 | NetIncomeLoss
Earnings (loss) per share - basic
Continuing operations | 0.57 | 0.45 | IncomeLossFromContinuingOperationsPerBasicShare
Discontinued operations | (0.03) | (0.01) | IncomeLossFromDiscontinuedOperationsNetOfTaxPerBasicShare
 | 0.54 | 0.44 | EarningsPerShareBasic
Earnings (loss) per share - diluted
Continuing operations | 0.56 | 0.45 | IncomeLossFromContinuingOperationsPerDilutedShare
Discontinued operations | (0.03) | (0.01) | IncomeLossFromDiscontinuedOperationsNetOfTaxPerDilutedShare
 | 0.54 | 0.44 | EarningsPerShareDiluted
""".replace("PRETAX", PRETAX),
)
POSITION = Handmade(
    "Consolidated Balance Sheets",
    "(in thousands of Canadian dollars)",
    (("December 31",) * 2, ("2011", "2010")),
    (("2011-12-31", "CAD"), ("2010-12-31", "CAD")),
    """
Assets
Current assets
Cash | 9,300 | 8,100 | CashAndCashEquivalentsAtCarryingValue
Accounts receivable | 11,200 | 10,400 | AccountsReceivableNetCurrent
 | 20,500 | 18,500 | AssetsCurrent
Property, plant and equipment | 33,100 | 31,600 | PropertyPlantAndEquipmentNet
Goodwill | 6,700 | 6,700 | Goodwill
 | 60,300 | 56,800 | Assets
Liabilities and Shareholders' Equity
Current liabilities
Accounts payable | 7,800 | 7,300 | AccountsPayableCurrent
Income taxes payable | 1,100 | 900 | AccruedIncomeTaxesCurrent
 | 8,900 | 8,200 | LiabilitiesCurrent
Long-term debt | 15,600 | 17,900 | LongTermDebtNoncurrent
Deferred income taxes | 2,300 | 2,100 | DeferredIncomeTaxLiabilitiesNet
 | 26,800 | 28,200 | Liabilities
Shareholders' equity
Common shares | 12,400 | 12,400 | CommonStockValue
Retained earnings | 19,700 | 14,900 | RetainedEarningsAccumulatedDeficit
 | 32,100 | 27,300 | StockholdersEquity
Non-controlling interests | 1,400 | 1,300 | MinorityInterest
 | 33,500 | 28,600 | WHOLE_EQUITY
 | 60,300 | 56,800 | LiabilitiesAndStockholdersEquity
""".replace("WHOLE_EQUITY", WHOLE_EQUITY),
)
FLOWS = Handmade(
    "Consolidated Statements of Cash Flows",
    "(in thousands of Canadian dollars)",
    HEADS,
    YEARS,
    """
Operating activities
Net earnings | 8,400 | 6,900 | NetIncomeLoss
Charges (credits) not affecting cash
Amortization | 3,600 | 3,500 | DepreciationDepletionAndAmortization
Deferred income taxes | 1,300 | (400) | DeferredIncomeTaxExpenseBenefit
Stock-based compensation | 700 | 600 | ShareBasedCompensation
 | 14,000 | 10,600 | *
Changes in non-cash working capital | (1,900) | 800 | -IncreaseDecreaseInOperatingCapital
 | 12,100 | 11,400 | NetCashProvidedByUsedInOperatingActivities
Financing activities
Repayment of long-term debt | (2,300) | (2,200) | -RepaymentsOfDebt
Shares repurchased and cancelled | (2,500) | (1,600) | -PaymentsForRepurchaseOfCommonStock
Dividends paid to shareholders | (1,100) | (1,000) | -PaymentsOfDividends
 | (5,900) | (4,800) | NetCashProvidedByUsedInFinancingActivities
Investing activities
Purchase of property, plant and equipment | (5,100) | (4,700) | -PaymentsToAcquirePropertyPlantAndEquipment
 | (5,100) | (4,700) | NetCashProvidedByUsedInInvestingActivities
Foreign exchange gain (loss) on cash held in foreign currency | 100 | (200) | EffectOfExchangeRateOnCashAndCashEquivalents
Increase in cash | 1,200 | 1,700 | CashAndCashEquivalentsPeriodIncreaseDecrease
Cash, beginning of year | 8,100 | 6,400 | CashAndCashEquivalentsAtCarryingValue@start
Cash, end of year | 9,300 | 8,100 | CashAndCashEquivalentsAtCarryingValue@end
""",
)


@pytest.mark.parametrize("page", [as_text, as_html])
@pytest.mark.parametrize("statement", [EARNINGS, POSITION, FLOWS], ids=lambda made: made.title.split()[-1])
def test_totals_without_words(page: Callable[..., str], statement: Handmade) -> None:
    check(page(statement), statement)


def test_amortization_beside_depreciation_is_not_all_of_both() -> None:
    parts = "Depreciation of plant | 2,600 | 2,600 | *\nAmortization | 1,000 | 900 | *"
    lines = FLOWS.lines.replace("Amortization | 3,600 | 3,500 | DepreciationDepletionAndAmortization", parts)
    statement = evolve(FLOWS, lines=lines)
    check(as_text(statement), statement)
