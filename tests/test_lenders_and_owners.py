"""Statements with unclassified balance sheets, typed by hand: of a bank, an insurer and an owner of real estate, with data per share."""

from collections.abc import Callable

import pytest
from handmade import Handmade, as_html, as_text, check

YEARS = (("2006-01-01..2006-12-31", "USD"), ("2005-01-01..2005-12-31", "USD"))
DAYS = (("2006-12-31", "USD"), ("2005-12-31", "USD"))
YEAR_HEADS = (("Year Ended", "Year Ended"), ("December 31,", "December 31,"), ("2006", "2005"))
DAY_HEADS = (("December 31,", "December 31,"), ("2006", "2005"))
BUT_SHARES = "(Dollars in thousands, except per share data)"

BANK_INCOME = Handmade(
    "Consolidated Statements of Income",
    BUT_SHARES,
    YEAR_HEADS,
    YEARS,
    """
Interest income:
  Loans, including fees | $ 61,240 | $ 52,115 | *
  Securities:
    Taxable | 9,320 | 8,870 | *
    Exempt from federal income taxes | 2,110 | 2,035 | *
  Federal funds sold | 480 | 310 | *
    Total interest income | 73,150 | 63,330 | InterestAndDividendIncomeOperating
Interest expense:
  Deposits | 24,300 | 16,905 | *
  Federal Home Loan Bank advances | 4,180 | 3,325 | *
    Total interest expense | 28,480 | 20,230 | InterestExpenseOperating
Net interest income | 44,670 | 43,100 | InterestIncomeExpenseNet
Provision for loan losses | 1,900 | 2,250 | ProvisionForLoanLeaseAndOtherLosses
Net interest income after provision for loan losses | 42,770 | 40,850 | InterestIncomeExpenseAfterProvisionForLoanLoss
Noninterest income:
  Service charges on deposit accounts | 7,940 | 7,610 | *
  Trust fees | 3,205 | 2,980 | *
  Net gains on sales of securities | 140 | (85) | GainLossOnInvestments
  Other income | 2,415 | 2,260 | *
    Total noninterest income | 13,700 | 12,765 | NoninterestIncome
Noninterest expense:
  Salaries and employee benefits | 21,600 | 20,480 | *
  Occupancy and equipment | 5,870 | 5,615 | *
  Other expense | 9,330 | 8,940 | *
    Total noninterest expense | 36,800 | 35,035 | NoninterestExpense
Income before income taxes | 19,670 | 18,580 | PRETAX
Income tax expense | 6,090 | 5,760 | IncomeTaxExpenseBenefit
Net income | $ 13,580 | $ 12,820 | NetIncomeLoss
Per common share:
  Basic earnings | $ 1.94 | $ 1.82 | EarningsPerShareBasic
  Diluted earnings | 1.91 | 1.79 | EarningsPerShareDiluted
  Cash dividends declared | 0.76 | 0.70 | CommonStockDividendsPerShareDeclared
""",
)
BANK_POSITION = Handmade(
    "Consolidated Statements of Financial Condition",
    BUT_SHARES,
    DAY_HEADS,
    DAYS,
    """
Assets
Cash and due from banks | $ 31,480 | $ 29,955 | *
Federal funds sold | 8,200 | 11,400 | FederalFundsSold
Securities available for sale | 214,600 | 221,870 | AvailableForSaleSecurities
Securities held to maturity | 18,350 | 19,120 | HeldToMaturitySecurities
Loans | 861,300 | 798,540 | FinancingReceivableExcludingAccruedInterestBeforeAllowanceForCreditLoss
Less allowance for loan losses | (10,420) | (9,910) | -FinancingReceivableAllowanceForCreditLosses
  Net loans | 850,880 | 788,630 | FinancingReceivableExcludingAccruedInterestAfterAllowanceForCreditLoss
Premises and equipment, net | 22,740 | 21,885 | PropertyPlantAndEquipmentNet
Goodwill | 14,300 | 14,300 | Goodwill
Accrued interest receivable | 6,910 | 6,055 | InterestReceivable
Other assets | 12,540 | 11,785 | *
  Total assets | $ 1,180,000 | $ 1,125,000 | Assets
Liabilities
Deposits:
  Noninterest-bearing | $ 142,300 | $ 138,700 | *
  Interest-bearing | 798,600 | 759,400 | *
    Total deposits | 940,900 | 898,100 | Deposits
Securities sold under agreements to repurchase | 21,400 | 24,300 | SecuritiesSoldUnderAgreementsToRepurchase
Federal Home Loan Bank advances | 88,000 | 80,500 | AdvancesFromFederalHomeLoanBanks
Junior subordinated debentures | 15,464 | 15,464 | *
Accrued interest payable | 3,936 | 2,736 | InterestPayableCurrentAndNoncurrent
Other liabilities | 8,300 | 7,900 | *
  Total liabilities | 1,078,000 | 1,029,000 | Liabilities
Shareholders' equity
Common stock, no par value | 7,000 | 7,040 | CommonStockValue
Surplus | 23,100 | 23,600 | AdditionalPaidInCapital
Retained earnings | 74,200 | 67,160 | RetainedEarningsAccumulatedDeficit
Accumulated other comprehensive loss | (2,300) | (1,800) | AccumulatedOtherComprehensiveIncomeLossNetOfTax
  Total shareholders' equity | 102,000 | 96,000 | StockholdersEquity
  Total liabilities and shareholders' equity | $ 1,180,000 | $ 1,125,000 | LiabilitiesAndStockholdersEquity
Book value per common share | $ 14.57 | $ 13.64 | */
Common shares outstanding | 7,000 | 7,040 | CommonStockSharesOutstanding
""",
)
INSURER_INCOME = Handmade(
    "Consolidated Statements of Income",
    BUT_SHARES,
    YEAR_HEADS,
    YEARS,
    """
Revenues:
  Net premiums earned | $ 312,400 | $ 298,150 | PremiumsEarnedNet
  Net investment income | 41,220 | 38,905 | NetInvestmentIncome
  Net realized investment gains (losses) | 2,640 | (1,310) | GainLossOnInvestments
  Other income | 1,890 | 1,755 | OtherRevenues
    Total revenues | 358,150 | 337,500 | Revenues
Expenses:
  Losses and loss adjustment expenses | 204,700 | 199,860 | PolicyholderBenefitsAndClaimsIncurredNet
  Amortization of deferred policy acquisition costs | 61,350 | 59,120 | DeferredPolicyAcquisitionCostAmortizationExpense
  Other operating expenses | 33,480 | 31,945 | *
  Interest expense | 6,120 | 6,075 | InterestExpense
    Total expenses | 305,650 | 297,000 | CostsAndExpenses
Income before income taxes | 52,500 | 40,500 | PRETAX
Income tax expense | 14,800 | 11,200 | IncomeTaxExpenseBenefit
Net income | $ 37,700 | $ 29,300 | NetIncomeLoss
Earnings per common share - basic | $ 1.51 | $ 1.18 | EarningsPerShareBasic
Earnings per common share - diluted | $ 1.49 | $ 1.16 | EarningsPerShareDiluted
""",
)
INSURER_POSITION = Handmade(
    "Consolidated Balance Sheets",
    "(In thousands)",
    DAY_HEADS,
    DAYS,
    """
ASSETS
Investments:
  Fixed maturities available for sale, at fair value | $ 702,300 | $ 668,450 | *
  Equity securities, at fair value | 48,110 | 45,920 | *
  Short-term investments | 31,900 | 27,330 | ShortTermInvestments
    Total investments | 782,310 | 741,700 | *
Cash | 14,220 | 12,650 | CASH
Premiums receivable | 88,640 | 84,310 | PremiumsReceivableAtCarryingValue
Reinsurance recoverables | 61,700 | 66,240 | ReinsuranceRecoverables
Deferred policy acquisition costs | 32,150 | 30,700 | DeferredPolicyAcquisitionCosts
Goodwill | 21,500 | 21,500 | Goodwill
Other assets | 19,480 | 17,900 | *
  Total assets | $ 1,020,000 | $ 975,000 | Assets
LIABILITIES AND SHAREHOLDERS' EQUITY
Unpaid losses and loss adjustment expenses | $ 402,700 | $ 396,300 | LiabilityForClaimsAndClaimsAdjustmentExpense
Unearned premiums | 148,500 | 141,900 | UnearnedPremiums
Senior notes | 85,000 | 85,000 | *
Other liabilities | 38,800 | 36,800 | *
  Total liabilities | 675,000 | 660,000 | Liabilities
Shareholders' equity:
  Common stock | 250 | 248 | CommonStockValue
  Additional paid-in capital | 121,300 | 118,750 | AdditionalPaidInCapital
  Retained earnings | 214,650 | 184,902 | RetainedEarningsAccumulatedDeficit
  Accumulated other comprehensive income | 8,800 | 11,100 | AccumulatedOtherComprehensiveIncomeLossNetOfTax
    Total shareholders' equity | 345,000 | 315,000 | StockholdersEquity
  Total liabilities and shareholders' equity | $ 1,020,000 | $ 975,000 | LiabilitiesAndStockholdersEquity
""",
)
PROPERTY_INCOME = Handmade(
    "Consolidated Statements of Operations",
    BUT_SHARES,
    YEAR_HEADS,
    YEARS,
    """
Revenues:
  Rental income | $ 84,310 | $ 78,640 | OperatingLeaseLeaseIncome
  Tenant reimbursements | 19,240 | 18,005 | *
  Other | 1,450 | 1,355 | OtherRevenues
    Total revenues | 105,000 | 98,000 | Revenues
Expenses:
  Property operating | 22,870 | 21,415 | *
  Real estate taxes | 13,130 | 12,085 | RealEstateTaxExpense
  General and administrative | 8,900 | 8,350 | GeneralAndAdministrativeExpense
  Depreciation and amortization | 27,600 | 25,950 | DepreciationAndAmortization
    Total expenses | 72,500 | 67,800 | CostsAndExpenses
Operating income | 32,500 | 30,200 | OperatingIncomeLoss
Interest expense | (19,840) | (18,610) | -InterestExpense
Income before minority interest | 12,660 | 11,590 | *
Minority interest | (660) | (590) | -NetIncomeLossAttributableToNoncontrollingInterest
Income from continuing operations | 12,000 | 11,000 | IncomeLossFromContinuingOperations
Gain on sale of discontinued operations | 3,100 | - | *
Net income | 15,100 | 11,000 | NetIncomeLoss
Preferred dividends | (2,100) | (2,100) | -PreferredStockDividendsIncomeStatementImpact
Net income available to common shareholders | $ 13,000 | $ 8,900 | NetIncomeLossAvailableToCommonStockholdersBasic
Net income per share - basic | $ 0.65 | $ 0.45 | EarningsPerShareBasic
Net income per share - diluted | $ 0.64 | $ 0.44 | EarningsPerShareDiluted
Dividends declared per common share | $ 1.24 | $ 1.20 | CommonStockDividendsPerShareDeclared
""",
)
PROPERTY_POSITION = Handmade(
    "Consolidated Balance Sheets",
    "(In thousands)",
    DAY_HEADS,
    DAYS,
    """
Assets
Real estate:
  Land | $ 112,400 | $ 108,900 | *
  Buildings and improvements | 631,850 | 604,300 | *
  Construction in progress | 18,750 | 11,800 | *
    Total real estate | 763,000 | 725,000 | *
  Less accumulated depreciation | (138,200) | (117,600) | -DEPRECIATION
    Net real estate | 624,800 | 607,400 | *
Cash and cash equivalents | 9,650 | 8,320 | CASH
Tenant receivables | 6,180 | 5,940 | AccountsReceivableNetCurrent
Deferred rent receivable | 14,870 | 13,640 | *
Other assets | 9,500 | 9,700 | *
  Total assets | $ 665,000 | $ 645,000 | Assets
Liabilities
Mortgage notes payable | $ 341,200 | $ 332,700 | *
Unsecured line of credit | 42,000 | 36,000 | *
Accounts payable and accrued expenses | 15,300 | 14,800 | AccountsPayableAndAccruedLiabilitiesCurrent
Dividends payable | 6,500 | 6,300 | *
  Total liabilities | 405,000 | 389,800 | Liabilities
Minority interest | 12,000 | 11,200 | MinorityInterest
Shareholders' equity
Preferred shares | 30,000 | 30,000 | PreferredStockValue
Common shares of beneficial interest | 200 | 200 | CommonStockValue
Additional paid-in capital | 271,300 | 269,900 | AdditionalPaidInCapital
Dividends in excess of earnings | (53,500) | (56,100) | *
  Total shareholders' equity | 248,000 | 244,000 | StockholdersEquity
  Total liabilities and shareholders' equity | $ 665,000 | $ 645,000 | LiabilitiesAndStockholdersEquity
""",
)
BANK_FLOWS = Handmade(
    "Consolidated Statements of Cash Flows",
    "(In thousands)",
    YEAR_HEADS,
    YEARS,
    """
Cash flows from operating activities:
  Net income | $ 9,800 | $ 9,100 | NetIncomeLoss
  Provision for loan losses | 1,200 | 1,400 | ProvisionForLoanLeaseAndOtherLosses
  Depreciation and amortization | 1,500 | 1,450 | DepreciationDepletionAndAmortization
  Gain on sales of loans | (700) | (900) | -GainLossOnSalesOfLoansNet
  Increase in accrued interest receivable | (200) | (150) | *
    Net cash provided by operating activities | 11,600 | 10,900 | NetCashProvidedByUsedInOperatingActivities
Cash flows from investing activities:
  Purchases of securities available for sale | (40,000) | (52,000) | *
  Proceeds from maturities of securities available for sale | 38,000 | 41,000 | *
  Net increase in loans | (62,000) | (55,000) | -PaymentsForProceedsFromLoansAndLeases
  Purchases of premises and equipment | (2,300) | (1,900) | -PaymentsToAcquirePropertyPlantAndEquipment
    Net cash used in investing activities | (66,300) | (67,900) | NetCashProvidedByUsedInInvestingActivities
Cash flows from financing activities:
  Net increase in deposits | 50,400 | 49,800 | IncreaseDecreaseInDeposits
  Net increase in short-term borrowings | 8,000 | 9,500 | ProceedsFromRepaymentsOfShortTermDebt
  Cash dividends paid | (3,900) | (3,600) | -PaymentsOfDividends
    Net cash provided by financing activities | 54,500 | 55,700 | NetCashProvidedByUsedInFinancingActivities
Net decrease in cash and cash equivalents | (200) | (1,300) | CashAndCashEquivalentsPeriodIncreaseDecrease
Cash and cash equivalents at beginning of year | 31,500 | 32,800 | CASH@start
Cash and cash equivalents at end of year | $ 31,300 | $ 31,500 | CASH@end
""",
)
PAGES = {
    "cash flows of a bank": (BANK_FLOWS,),
    "bank": (BANK_INCOME, BANK_POSITION),
    "insurer": (INSURER_INCOME, INSURER_POSITION),
    "owner of real estate": (PROPERTY_INCOME, PROPERTY_POSITION),
}


@pytest.mark.parametrize("page", [as_text, as_html])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_as_it_means(name: str, page: Callable[..., str]) -> None:
    check(page(*PAGES[name]), *PAGES[name])
