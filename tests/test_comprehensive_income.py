"""Statements of comprehensive income, typed by hand: beside a statement of operations, and the whole of both under that name."""

from collections.abc import Callable

import pytest
from handmade import Handmade, as_html, as_text, check

PERIODS = (
    ("2010-07-01..2010-09-30", "USD"),
    ("2009-07-01..2009-09-30", "USD"),
    ("2010-01-01..2010-09-30", "USD"),
    ("2009-01-01..2009-09-30", "USD"),
)
HEADS = (
    ("Three Months Ended", "Three Months Ended", "Nine Months Ended", "Nine Months Ended"),
    ("September 30,",) * 4,
    ("2010", "2009", "2010", "2009"),
)

LOSS = Handmade(
    "Condensed Consolidated Statements of Operations (Unaudited)",
    "(In thousands, except per share data)",
    HEADS,
    PERIODS,
    """
Revenue | $ 10,400 | $ 9,900 | $ 30,100 | $ 29,500 | Revenues
Cost of revenue | 7,100 | 6,800 | 20,900 | 20,200 | CostOfRevenue
Gross profit | 3,300 | 3,100 | 9,200 | 9,300 | GrossProfit
Operating expenses:
  Research and development | 1,900 | 1,700 | 5,600 | 5,000 | ResearchAndDevelopmentExpense
  Sales and marketing | 1,500 | 1,450 | 4,400 | 4,300 | SellingAndMarketingExpense
  General and administrative | 900 | 850 | 2,700 | 2,600 | GeneralAndAdministrativeExpense
    Total operating expenses | 4,300 | 4,000 | 12,700 | 11,900 | OperatingExpenses
Loss from operations | (1,000) | (900) | (3,500) | (2,600) | OperatingIncomeLoss
Interest income | 20 | 60 | 90 | 200 | InvestmentIncomeInterest
Loss before income taxes | (980) | (840) | (3,410) | (2,400) | PRETAX
Provision for income taxes | 20 | 10 | 60 | 40 | IncomeTaxExpenseBenefit
Net loss | (1,000) | (850) | (3,470) | (2,440) | ProfitLoss
Less: net loss attributable to noncontrolling interest | (100) | (50) | (270) | (140) | NetIncomeLossAttributableToNoncontrollingInterest
Net loss attributable to Example Holdings, Inc. | $ (900) | $ (800) | $ (3,200) | $ (2,300) | NetIncomeLoss
Basic and diluted net loss per share | $ (0.09) | $ (0.08) | $ (0.32) | $ (0.23) | EarningsPerShareBasicAndDiluted
Weighted average shares, basic and diluted | 10,000 | 10,000 | 10,000 | 10,000 | WeightedAverageNumberOfShareOutstandingBasicAndDiluted
""",
)
COMPREHENSIVE_LOSS = Handmade(
    "Condensed Consolidated Statements of Comprehensive Loss (Unaudited)",
    "(In thousands)",
    HEADS,
    PERIODS,
    """
Net loss | $ (1,000) | $ (850) | $ (3,470) | $ (2,440) | ProfitLoss
Other comprehensive income (loss):
  Foreign currency translation adjustment, net of tax | 150 | (70) | 210 | (160) | TRANSLATION
  Unrealized gain (loss) on available-for-sale securities, net of tax | (30) | 20 | (50) | 40 | SECURITIES
Total other comprehensive income (loss) | 120 | (50) | 160 | (120) | OtherComprehensiveIncomeLossNetOfTax
Comprehensive loss | (880) | (900) | (3,310) | (2,560) | COMPREHENSIVE
Comprehensive loss attributable to noncontrolling interest | (90) | (60) | (250) | (150) | COMPREHENSIVE OF OTHERS
Comprehensive loss attributable to Example Holdings, Inc. | $ (790) | $ (840) | $ (3,060) | $ (2,410) | ComprehensiveIncomeNetOfTax
""",
)
WHOLE = Handmade(
    "Consolidated Statements of Comprehensive Income",
    "(In thousands, except per share data)",
    HEADS,
    PERIODS,
    """
Net sales | $ 20,000 | $ 19,000 | $ 60,000 | $ 57,000 | Revenues
Cost of sales | 12,000 | 11,500 | 36,000 | 34,500 | CostOfRevenue
Gross profit | 8,000 | 7,500 | 24,000 | 22,500 | GrossProfit
Selling, general and administrative | 5,000 | 4,800 | 15,000 | 14,400 | SellingGeneralAndAdministrativeExpense
Operating income | 3,000 | 2,700 | 9,000 | 8,100 | OperatingIncomeLoss
Interest expense | 200 | 210 | 600 | 630 | InterestExpense
Income before income taxes | 2,800 | 2,490 | 8,400 | 7,470 | PRETAX
Income taxes | 1,000 | 900 | 3,000 | 2,700 | IncomeTaxExpenseBenefit
Net income | $ 1,800 | $ 1,590 | $ 5,400 | $ 4,770 | NetIncomeLoss
Other comprehensive income, net of tax:
Foreign currency translation | 100 | (40) | 300 | 60 | TRANSLATION
Derivative instruments | 20 | 10 | (30) | 40 | HEDGES
Total comprehensive income | $ 1,920 | $ 1,560 | $ 5,670 | $ 4,870 | ComprehensiveIncomeNetOfTax
Basic earnings per share | $ 0.18 | $ 0.16 | $ 0.54 | $ 0.48 | EarningsPerShareBasic
Diluted earnings per share | $ 0.18 | $ 0.16 | $ 0.53 | $ 0.47 | EarningsPerShareDiluted
""",
)
PAGES = {"beside the statement of operations": (LOSS, COMPREHENSIVE_LOSS), "both under one name": (WHOLE,)}


@pytest.mark.parametrize("page", [as_text, as_html])
@pytest.mark.parametrize("name", PAGES)
def test_comprehensive_income_by_quarter_and_year_to_date(name: str, page: Callable[..., str]) -> None:
    check(page(*PAGES[name]), *PAGES[name])
