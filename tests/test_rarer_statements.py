"""What few releases print, typed by hand: direct cash flows, comprehensive income, other holders, discontinued operations."""

from collections.abc import Callable

import pytest
from handmade import Handmade, as_html, as_text, check

YEARS = (("2004-01-01..2004-12-31", "USD"), ("2003-01-01..2003-12-31", "USD"))
DAYS = (("2004-12-31", "USD"), ("2003-12-31", "USD"))
YEAR_HEADS = (("Year Ended", "Year Ended"), ("December 31,", "December 31,"), ("2004", "2003"))
DAY_HEADS = (("December 31,", "December 31,"), ("2004", "2003"))
THOUSANDS = "(In thousands)"
BUT_SHARES = "(In thousands, except per share data)"

DIRECT = Handmade(
    "Consolidated Statements of Cash Flows",
    THOUSANDS,
    YEAR_HEADS,
    YEARS,
    """
Cash flows from operating activities:
  Cash received from customers | $ 48,210 | $ 44,905 | ProceedsFromCustomers
  Cash paid to suppliers and employees | (41,340) | (39,120) | -PaymentsToSuppliersAndEmployees
  Interest received | 120 | 95 | ProceedsFromInterestAndDividendsReceived
  Interest paid | (610) | (655) | -InterestPaidNet
  Income taxes paid, net of refunds | (1,480) | (1,210) | -IncomeTaxesPaidNet
    Net cash provided by operating activities | 4,900 | 4,015 | NetCashProvidedByUsedInOperatingActivities
Cash flows from investing activities:
  Purchases of property, plant and equipment | (2,150) | (1,870) | -PaymentsToAcquirePropertyPlantAndEquipment
  Proceeds from sale of equipment | 75 | 40 | ProceedsFromSaleOfPropertyPlantAndEquipment
    Net cash used in investing activities | (2,075) | (1,830) | NetCashProvidedByUsedInInvestingActivities
Cash flows from financing activities:
  Repayments of long-term debt | (1,500) | (1,500) | -RepaymentsOfDebt
  Dividends paid | (420) | (400) | -PaymentsOfDividends
    Net cash used in financing activities | (1,920) | (1,900) | NetCashProvidedByUsedInFinancingActivities
Net increase in cash and cash equivalents | 905 | 285 | CashAndCashEquivalentsPeriodIncreaseDecrease
Cash and cash equivalents at beginning of year | 1,310 | 1,025 | CASH@start
Cash and cash equivalents at end of year | $ 2,215 | $ 1,310 | CASH@end
Reconciliation of net income to net cash provided by operating activities:
  Net income | $ 2,410 | $ 2,035 | NetIncomeLoss
  Adjustments to reconcile net income to net cash provided by operating activities:
    Depreciation and amortization | 1,960 | 1,845 | DepreciationDepletionAndAmortization
    Deferred income taxes | 130 | (60) | DeferredIncomeTaxExpenseBenefit
    Loss on disposal of equipment | 25 | 15 | -GainLossOnSaleOfPropertyPlantEquipment
    Changes in assets and liabilities:
      Accounts receivable | (315) | 110 | -IncreaseDecreaseInAccountsReceivable
      Inventories | 240 | (385) | -IncreaseDecreaseInInventories
      Accounts payable | 290 | 375 | IncreaseDecreaseInAccountsPayable
      Accrued expenses | 160 | 80 | IncreaseDecreaseInAccruedLiabilities
  Net cash provided by operating activities | $ 4,900 | $ 4,015 | NetCashProvidedByUsedInOperatingActivities
""",
)
COMBINED = Handmade(
    "Consolidated Statements of Income and Comprehensive Income",
    BUT_SHARES,
    YEAR_HEADS,
    YEARS,
    """
Net sales | $ 91,400 | $ 84,250 | Revenues
Cost of sales | 60,310 | 55,890 | CostOfRevenue
Gross profit | 31,090 | 28,360 | GrossProfit
Selling, general and administrative expenses | 22,480 | 21,105 | SellingGeneralAndAdministrativeExpense
Operating income | 8,610 | 7,255 | OperatingIncomeLoss
Interest expense | (1,240) | (1,305) | -InterestExpense
Income before income taxes | 7,370 | 5,950 | PRETAX
Income tax expense | 2,650 | 2,140 | IncomeTaxExpenseBenefit
Net income | 4,720 | 3,810 | NetIncomeLoss
Other comprehensive income (loss), net of tax:
  Foreign currency translation adjustments | 1,180 | (905) | TRANSLATION
  Unrealized gain (loss) on available-for-sale securities | (65) | 40 | SECURITIES
  Minimum pension liability adjustment | (310) | (125) | -PENSIONS
  Total other comprehensive income (loss) | 805 | (990) | OtherComprehensiveIncomeLossNetOfTax
Comprehensive income | $ 5,525 | $ 2,820 | ComprehensiveIncomeNetOfTax
Earnings per share:
  Basic | $ 0.59 | $ 0.48 | EarningsPerShareBasic
  Diluted | $ 0.57 | $ 0.46 | EarningsPerShareDiluted
Weighted average shares outstanding:
  Basic | 8,000 | 7,950 | WeightedAverageNumberOfSharesOutstandingBasic
  Diluted | 8,260 | 8,210 | WeightedAverageNumberOfDilutedSharesOutstanding
""",
)
ALONE = Handmade(
    "Consolidated Statements of Comprehensive Income",
    THOUSANDS,
    YEAR_HEADS,
    YEARS,
    """
Net income | $ 5,060 | $ 4,040 | ProfitLoss
Other comprehensive income (loss), net of tax:
  Foreign currency translation adjustments | (730) | 415 | TRANSLATION
  Change in fair value of cash flow hedges | 210 | (95) | HEDGES
  Pension and postretirement benefit adjustments | (55) | (340) | -PENSIONS
Other comprehensive loss, net of tax | (575) | (20) | OtherComprehensiveIncomeLossNetOfTax
Comprehensive income | 4,485 | 4,020 | COMPREHENSIVE
Less: comprehensive income attributable to noncontrolling interests | 290 | 260 | COMPREHENSIVE OF OTHERS
Comprehensive income attributable to Example Holdings, Inc. | $ 4,195 | $ 3,760 | ComprehensiveIncomeNetOfTax
""",
)
BESIDE = Handmade(
    "Consolidated Statements of Income",
    BUT_SHARES,
    YEAR_HEADS,
    YEARS,
    """
Revenues | $ 71,300 | $ 66,120 | Revenues
Cost of revenues | 48,200 | 45,070 | CostOfRevenue
Selling, general and administrative | 15,040 | 14,610 | SellingGeneralAndAdministrativeExpense
Income before income taxes | 8,060 | 6,440 | PRETAX
Provision for income taxes | 3,000 | 2,400 | IncomeTaxExpenseBenefit
Net income | 5,060 | 4,040 | ProfitLoss
Less: net income attributable to noncontrolling interests | 340 | 280 | NetIncomeLossAttributableToNoncontrollingInterest
Net income attributable to Example Holdings, Inc. | $ 4,720 | $ 3,760 | NetIncomeLoss
Earnings per share attributable to Example Holdings, Inc. common shareholders:
  Basic | $ 0.59 | $ 0.47 | EarningsPerShareBasic
  Diluted | $ 0.57 | $ 0.46 | EarningsPerShareDiluted
""",
)
HOLDERS = Handmade(
    "Consolidated Balance Sheets",
    THOUSANDS,
    DAY_HEADS,
    DAYS,
    """
Current assets:
  Cash and cash equivalents | $ 3,150 | $ 2,720 | CASH
  Accounts receivable, net | 9,440 | 8,805 | AccountsReceivableNetCurrent
    Total current assets | 12,590 | 11,525 | AssetsCurrent
Property and equipment, net | 18,300 | 17,950 | PropertyPlantAndEquipmentNet
    Total assets | $ 30,890 | $ 29,475 | Assets
Current liabilities:
  Accounts payable | $ 4,260 | $ 4,105 | AccountsPayableCurrent
  Accrued liabilities | 2,730 | 2,640 | AccruedLiabilitiesCurrent
    Total current liabilities | 6,990 | 6,745 | LiabilitiesCurrent
Long-term debt | 7,500 | 8,500 | LongTermDebtNoncurrent
    Total liabilities | 14,490 | 15,245 | Liabilities
Redeemable noncontrolling interests | 1,200 | 1,150 | RedeemableNoncontrollingInterestEquityCarryingAmount
Equity:
  Example Holdings, Inc. shareholders' equity:
    Common stock | 80 | 80 | CommonStockValue
    Additional paid-in capital | 6,310 | 6,290 | AdditionalPaidInCapital
    Retained earnings | 7,620 | 5,550 | RetainedEarningsAccumulatedDeficit
    Accumulated other comprehensive loss | (410) | (250) | AccumulatedOtherComprehensiveIncomeLossNetOfTax
    Total Example Holdings, Inc. shareholders' equity | 13,600 | 11,670 | StockholdersEquity
  Noncontrolling interests | 1,600 | 1,410 | MinorityInterest
    Total equity | 15,200 | 13,080 | EQUITY
    Total liabilities and equity | $ 30,890 | $ 29,475 | LiabilitiesAndStockholdersEquity
""",
)
PREFERRED = Handmade(
    "Consolidated Statements of Operations",
    BUT_SHARES,
    YEAR_HEADS,
    YEARS,
    """
Revenues | $ 33,080 | $ 29,760 | Revenues
Cost of revenues | 21,940 | 20,115 | CostOfRevenue
Gross profit | 11,140 | 9,645 | GrossProfit
Operating expenses:
  Research and development | 3,260 | 3,090 | ResearchAndDevelopmentExpense
  Selling, general and administrative | 6,020 | 6,400 | SellingGeneralAndAdministrativeExpense
    Total operating expenses | 9,280 | 9,490 | OperatingExpenses
Income from operations | 1,860 | 155 | OperatingIncomeLoss
Interest expense | (640) | (605) | -InterestExpense
Income (loss) before income taxes | 1,220 | (450) | PRETAX
Income tax expense (benefit) | 415 | (150) | IncomeTaxExpenseBenefit
Net income (loss) | 805 | (300) | NetIncomeLoss
Preferred stock dividends | (240) | (240) | -PreferredStockDividendsIncomeStatementImpact
Net income (loss) available to common shareholders | $ 565 | $ (540) | NetIncomeLossAvailableToCommonStockholdersBasic
Net income (loss) per common share - basic | $ 0.19 | $ (0.18) | EarningsPerShareBasic
Net income (loss) per common share - diluted | $ 0.18 | $ (0.18) | EarningsPerShareDiluted
Weighted average common shares - basic | 2,990 | 2,970 | WeightedAverageNumberOfSharesOutstandingBasic
Weighted average common shares - diluted | 3,110 | 2,970 | WeightedAverageNumberOfDilutedSharesOutstanding
""",
)
DISCONTINUED = Handmade(
    "Consolidated Statements of Operations",
    BUT_SHARES,
    YEAR_HEADS,
    YEARS,
    """
Net sales | $ 52,600 | $ 50,140 | Revenues
Cost of goods sold | 35,280 | 34,020 | CostOfRevenue
Gross profit | 17,320 | 16,120 | GrossProfit
Selling, general and administrative | 12,110 | 11,890 | SellingGeneralAndAdministrativeExpense
Operating income | 5,210 | 4,230 | OperatingIncomeLoss
Interest expense, net | (490) | (520) | InterestIncomeExpenseNonoperatingNet
Income from continuing operations before income taxes | 4,720 | 3,710 | PRETAX
Provision for income taxes | 1,720 | 1,310 | IncomeTaxExpenseBenefit
Income from continuing operations | 3,000 | 2,400 | IncomeLossFromContinuingOperations
Discontinued operations:
  Loss from discontinued operations, net of income tax benefit | (350) | (610) | *
  Gain on disposal of discontinued operations, net of income taxes | 950 | - | *
    Income (loss) from discontinued operations | 600 | (610) | IncomeLossFromDiscontinuedOperationsNetOfTax
Net income | $ 3,600 | $ 1,790 | NetIncomeLoss
Basic earnings (loss) per share:
  Continuing operations | $ 1.00 | $ 0.80 | IncomeLossFromContinuingOperationsPerBasicShare
  Discontinued operations | 0.20 | (0.20) | IncomeLossFromDiscontinuedOperationsNetOfTaxPerBasicShare
  Net income | $ 1.20 | $ 0.60 | EarningsPerShareBasic
Diluted earnings (loss) per share:
  Continuing operations | $ 0.97 | $ 0.78 | IncomeLossFromContinuingOperationsPerDilutedShare
  Discontinued operations | 0.19 | (0.20) | IncomeLossFromDiscontinuedOperationsNetOfTaxPerDilutedShare
  Net income | $ 1.16 | $ 0.58 | EarningsPerShareDiluted
Weighted average shares outstanding:
  Basic | 3,000 | 3,000 | WeightedAverageNumberOfSharesOutstandingBasic
  Diluted | 3,100 | 3,080 | WeightedAverageNumberOfDilutedSharesOutstanding
""",
)
DIRECT_IN_CAPITALS = Handmade(
    "Consolidated Statements of Cash Flows",
    "(In thousands)",
    YEAR_HEADS,
    YEARS,
    """
OPERATING ACTIVITIES
Collections from customers | $ 48,210 | $ 44,905 | ProceedsFromCustomers
Payments to suppliers | (28,340) | (27,120) | -PaymentsToSuppliers
Payments to employees | (13,000) | (12,000) | -PaymentsToEmployees
Interest and dividends received | 120 | 95 | ProceedsFromInterestAndDividendsReceived
Interest paid | (610) | (655) | -InterestPaidNet
Income taxes paid | (1,480) | (1,210) | -IncomeTaxesPaidNet
Net cash provided by operating activities | 4,900 | 4,015 | NetCashProvidedByUsedInOperatingActivities
INVESTING ACTIVITIES
Additions to property and equipment | (2,150) | (1,870) | -PaymentsToAcquirePropertyPlantAndEquipment
Capitalized software development costs | (225) | (140) | -PaymentsToDevelopSoftware
Net cash used in investing activities | (2,375) | (2,010) | NetCashProvidedByUsedInInvestingActivities
FINANCING ACTIVITIES
Proceeds from issuance of preferred stock | 1,000 | - | ProceedsFromIssuanceOfPreferredStockAndPreferenceStock
Principal payments on long-term debt | (1,500) | (1,500) | -RepaymentsOfDebt
Net cash used in financing activities | (500) | (1,500) | NetCashProvidedByUsedInFinancingActivities
Net cash used in discontinued operations | (300) | (100) | NetCashProvidedByUsedInDiscontinuedOperations
Net increase in cash | 1,725 | 405 | CashAndCashEquivalentsPeriodIncreaseDecrease
Cash at beginning of year | 1,310 | 905 | CASH@start
Cash at end of year | $ 3,035 | $ 1,310 | CASH@end
RECONCILIATION OF NET INCOME TO NET CASH PROVIDED BY OPERATING ACTIVITIES
Net income | $ 2,410 | $ 2,035 | NetIncomeLoss
Depreciation and amortization | 1,960 | 1,845 | DepreciationDepletionAndAmortization
Increase in accounts receivable | (315) | (110) | -IncreaseDecreaseInAccountsReceivable
Decrease (increase) in inventories | 240 | (385) | -IncreaseDecreaseInInventories
Increase in accounts payable and accrued expenses | 605 | 630 | IncreaseDecreaseInAccountsPayableAndAccruedLiabilities
Net cash provided by operating activities | $ 4,900 | $ 4,015 | NetCashProvidedByUsedInOperatingActivities
""",
)
PAGES = {
    "cash flows by the direct method, headed in capitals": (DIRECT_IN_CAPITALS,),
    "cash flows by the direct method": (DIRECT,),
    "income and comprehensive income in one": (COMBINED,),
    "comprehensive income on its own, noncontrolling interests": (BESIDE, ALONE, HOLDERS),
    "preferred dividends": (PREFERRED,),
    "discontinued operations with amounts per share": (DISCONTINUED,),
}


@pytest.mark.parametrize("page", [as_text, as_html])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_as_it_means(name: str, page: Callable[..., str]) -> None:
    check(page(*PAGES[name]), *PAGES[name])
