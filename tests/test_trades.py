"""One statement each as filers of some trade print it, with the concept of every line in the margin.

Behind `@` stands what an accountant calls the line: a core concept, `-` before it where the printed sign is turned, or `*` where the core
taxonomy has none. The margin is cut off before the page is read. What is read must be these facts and no other core fact.
"""

import re
from decimal import Decimal
from textwrap import dedent

import pytest
from attrs import frozen

from converter import Conversion, Source, convert
from converter.statement import Measure

_NUMBER = re.compile(
    r"(?<![\w.,])\(?\$?\s?\(?(?P<digits>\d[\d,]*(?:\.\d+)?|\.\d+)\)?(?P<credit> CR)?(?=\s|$)|(?<=\s)(?P<zero>-0-|--?)(?=\s|$)"
)
LOANS = "FinancingReceivableExcludingAccruedInterest"
PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"


@frozen
class Page:
    """A page with its margin. periods: of the columns, in printed order. power: of ten, in which money and shares are printed."""

    name: str
    text: str
    periods: tuple[str, ...]
    power: int = 3
    shares: int = 3

    @property
    def printed(self) -> str:
        return "\n".join(line.split("@")[0].rstrip() for line in dedent(self.text).split("\n"))

    def wanted(self) -> tuple[set[tuple[str, str, Decimal]], list[tuple[Decimal, ...]]]:
        """The core facts of the page, and the amounts of the lines that are none, unscaled."""
        facts, others = set(), []
        for line in dedent(self.text).split("\n"):
            words, _, margin = line.partition("@")
            if not margin:
                continue
            values = _numbers(words)[-len(self.periods) :]
            concept = margin.strip().lstrip("-").replace("PRETAX", PRETAX).replace("LOANS-", LOANS)
            if concept == "*":
                others.append(values)
                continue
            power = 0 if "PerShare" in concept or "PerBasic" in concept else self.shares if "Number" in concept else self.power
            turned = -1 if margin.strip().startswith("-") else 1
            facts |= {(concept, period, turned * value.scaleb(power)) for period, value in zip(self.periods, values, strict=True)}
        return facts, others


def _numbers(words: str) -> tuple[Decimal, ...]:
    found = []
    for match in _NUMBER.finditer(words):
        value = Decimal((match["digits"] or "0").replace(",", ""))
        found.append(-value if "(" in match[0] or match["credit"] else value)
    return tuple(found)


def read_back(page: Page) -> tuple[Conversion, set[tuple[str, str, Decimal]]]:
    """The conversion of a page, and its core facts as (concept, period, value)."""
    conversion = convert(Source("release", page.printed))
    assert conversion.report is not None, [d.message for d in conversion.diagnostics]
    assert conversion.ok
    core = {(fact.concept.name, str(fact.period), fact.value) for fact in conversion.report.facts if fact.concept.prefix == "er"}
    return conversion, core


PAGES = (
    Page(
        "distributor",
        """
        MERIDEN WIRE AND FASTENER COMPANY
        Consolidated Statements of Income
        (000 omitted, except per share data)

                                            Quarter Ended            Year Ended
                                         Oct. 2,    Oct. 3,      Oct. 2,    Oct. 3,
                                           1999       1998         1999       1998
                                        13 weeks   14 weeks     52 weeks   53 weeks
                                        --------   --------     --------   --------
        Sales                           $ 41,250   $ 38,900     $160,400   $151,300   @ Revenues
        Cost of sales                     30,110     28,600      117,500    111,200   @ CostOfRevenue
                                        --------   --------     --------   --------
          Gross profit                    11,140     10,300       42,900     40,100   @ GrossProfit
        Selling, general and
          administrative                   8,020      7,710       31,050     29,650   @ SellingGeneralAndAdministrativeExpense
        Goodwill amortization                210        205          830        815   @ AmortizationOfIntangibleAssets
        Integration costs (b)                  -          -            -      1,900   @ BusinessCombinationAcquisitionRelatedCosts
                                        --------   --------     --------   --------
          Operating income                 2,910      2,385       11,020      7,735   @ OperatingIncomeLoss
        Interest expense                    (610)      (580)      (2,410)    (2,255)  @ -InterestExpense
                                        --------   --------     --------   --------
          Income before taxes              2,300      1,805        8,610      5,480   @ PRETAX
        Income taxes                         900        710        3,360      2,140   @ IncomeTaxExpenseBenefit
                                        --------   --------     --------   --------
          Net income                    $  1,400   $  1,095     $  5,250   $  3,340   @ NetIncomeLoss
                                        ========   ========     ========   ========
        Earnings per share:
         Basic                              $.21       $.16         $.78       $.49   @ EarningsPerShareBasic
         Diluted                            $.20       $.16         $.76       $.48   @ EarningsPerShareDiluted
        Weighted average shares used in computing:
         Basic earnings per share          6,740      6,810        6,752      6,820   @ WeightedAverageNumberOfSharesOutstandingBasic
         Diluted earnings per share        6,905      6,902        6,899      6,930   @ WeightedAverageNumberOfDilutedSharesOutstanding
        """,
        ("1999-07-04..1999-10-02", "1998-06-28..1998-10-03", "1998-10-04..1999-10-02", "1997-09-28..1998-10-03"),
    ),
    Page(
        "distributor's cash flows, whose heading does not tell the weeks that the text tells",
        """
        MERIDEN WIRE AND FASTENER COMPANY
        The fiscal year has 52 weeks, against the fifty-three weeks ended October 3, 1998.

        Consolidated Statements of Cash Flows
        (000 omitted)

                                                     Year Ended
                                               Oct. 2,       Oct. 3,
                                                 1999          1998
                                              -------       -------
        Operating activities:
         Net income                           $ 5,250       $ 3,340   @ NetIncomeLoss
         Depreciation                           1,910         1,840   @ *
         Changes in assets and liabilities:
          Receivables                          (2,210)       (1,180)  @ -IncreaseDecreaseInAccountsReceivable
          Inventories                          (3,105)         (540)  @ -IncreaseDecreaseInInventories
          Prepaid expenses and other             (190)           60   @ -IncreaseDecreaseInPrepaidDeferredExpenseAndOtherAssets
          Accounts payable and accrued
            expenses                            3,005           130   @ IncreaseDecreaseInAccountsPayableAndAccruedLiabilities
                                              -------       -------
         Net cash provided by operating
           activities                           4,660         3,650   @ NetCashProvidedByUsedInOperatingActivities
        Investing activities:
         Capital expenditures                  (2,400)       (2,150)  @ -PaymentsToAcquirePropertyPlantAndEquipment
                                              -------       -------
         Net cash used in investing
           activities                          (2,400)       (2,150)  @ NetCashProvidedByUsedInInvestingActivities
        Financing activities:
         Repayment of long-term debt           (1,500)       (1,500)  @ -RepaymentsOfDebt
                                              -------       -------
         Net cash used in financing
           activities                          (1,500)       (1,500)  @ NetCashProvidedByUsedInFinancingActivities
                                              -------       -------
        Increase in cash                      $   760       $     -   @ CashAndCashEquivalentsPeriodIncreaseDecrease
                                              =======       =======
        """,
        ("1998-10-04..1999-10-02", "1997-09-28..1998-10-03"),
    ),
    Page(
        "life insurer, whose heading in capitals goes on after one in small letters",
        """
        FIRST HOMESTEAD LIFE CORPORATION AND SUBSIDIARIES
        CONSOLIDATED STATEMENTS OF OPERATIONS
        (In thousands)

                                                 Year Ended December 31
                                                  1996            1995
        REVENUES
        Premiums and other considerations:
          Individual life                     $ 61,200        $ 58,410    @ *
          Group accident and health             22,905          24,310    @ *
        Net investment income                   80,115          77,020    @ *
        Other income                             2,310           1,980    @ OtherRevenues
                                              --------        --------
            Total revenues                     166,530         161,720    @ Revenues
                                              --------        --------
        BENEFITS AND EXPENSES
        Policy benefits                        102,400         100,310    @ *
        General insurance expenses              29,310          28,705    @ GeneralAndAdministrativeExpense
                                              --------        --------
            Total benefits and expenses        131,710         129,015    @ CostsAndExpenses
                                              --------        --------
        Income before income taxes and
          minority interest                     34,820          32,705    @ PRETAX
        Federal income taxes
          Current                                9,705           8,800    @ *
          Deferred                               1,400           1,250    @ *
                                              --------        --------
                                                11,105          10,050    @ IncomeTaxExpenseBenefit
                                              --------        --------
        Income before minority interest         23,715          22,655    @ ProfitLoss
        Minority interest                          415             390    @ NetIncomeLossAttributableToNoncontrollingInterest
                                              --------        --------
        NET INCOME                            $ 23,300        $ 22,265    @ NetIncomeLoss
                                              ========        ========
        """,
        ("1996-01-01..1996-12-31", "1995-01-01..1995-12-31"),
    ),
    Page(
        "insurer's taxes as a heading among liabilities",
        """
        FIRST HOMESTEAD LIFE CORPORATION
        CONSOLIDATED BALANCE SHEETS
        (In thousands)

                                                       December 31
                                                   1996            1995
        ASSETS
        Fixed maturities                       $ 90,400        $ 88,100    @ *
        Cash                                      1,310           1,205    @ CashAndCashEquivalentsAtCarryingValue
                                               --------        --------
          Total assets                         $ 91,710        $ 89,305    @ Assets
                                               ========        ========
        LIABILITIES
        Future policy benefits                 $ 61,005        $ 60,010    @ *
        Federal income taxes:
          Current                                   810             705    @ AccruedIncomeTaxesCurrent
          Deferred                                4,105           3,990    @ DeferredIncomeTaxLiabilitiesNet
                                               --------        --------
          Total liabilities                      65,920          64,705    @ Liabilities
        STOCKHOLDERS' EQUITY
        Common stock                              2,000           2,000    @ CommonStockValue
        Retained earnings                        23,790          22,600    @ RetainedEarningsAccumulatedDeficit
                                               --------        --------
          Total stockholders' equity             25,790          24,600    @ StockholdersEquity
                                               --------        --------
          Total liabilities and equity         $ 91,710        $ 89,305    @ LiabilitiesAndStockholdersEquity
                                               ========        ========
        """,
        ("1996-12-31", "1995-12-31"),
    ),
    Page(
        "savings institution",
        """
        HARBORSIDE SAVINGS BANCORP
        Consolidated Statements of Financial Condition
        (In thousands)

                                                    June 30,       September 30,
                                                      1999              1998
        Assets
         Cash and due from banks                   $  3,110          $  2,905   @ *
         Loans receivable                            88,400            81,300   @ LOANS-BeforeAllowanceForCreditLoss
         Less allowance for loan losses                (910)             (850)  @ -FinancingReceivableAllowanceForCreditLosses
                                                   --------          --------
           Loans receivable, net                     87,490            80,450   @ LOANS-AfterAllowanceForCreditLoss
         Premises and equipment                       1,205             1,260   @ PropertyPlantAndEquipmentNet
                                                   --------          --------
           Total assets                            $ 91,805          $ 84,615   @ Assets
                                                   ========          ========
        Liabilities and stockholders' equity
         Deposits                                  $ 74,010          $ 68,120   @ Deposits
         Other liabilities                            1,190             1,005   @ *
                                                   --------          --------
           Total liabilities                         75,200            69,125   @ Liabilities
                                                   --------          --------
         Common stock                                    21                21   @ CommonStockValue
         Additional paid-in capital                  10,400            10,390   @ AdditionalPaidInCapital
         Retained earnings                            7,310             6,415   @ RetainedEarningsAccumulatedDeficit
         Common stock acquired by the Recognition
           and Retention Plan                          (610)             (720)  @ -DeferredCompensationEquity
         Unearned ESOP shares                          (516)             (616)  @ *
                                                   --------          --------
           Total stockholders' equity                16,605            15,490   @ StockholdersEquity
                                                   --------          --------
           Total liabilities and equity            $ 91,805          $ 84,615   @ LiabilitiesAndStockholdersEquity
                                                   ========          ========
        """,
        ("1999-06-30", "1998-09-30"),
    ),
    Page(
        "casino",
        """
        GOLDEN SPUR HOTELS, INC.
        CONSOLIDATED STATEMENTS OF OPERATIONS
        (In thousands)

                                          Year Ended June 30,
                                          1998          1997
        REVENUES:
          Gaming                       $ 40,100      $ 38,200   @ *
          Hotel                          12,010        11,805   @ *
                                       --------      --------
            Total revenues               52,110        50,005   @ Revenues
                                       --------      --------
        COSTS AND EXPENSES:
          Gaming                         20,310        19,420   @ *
          Hotel                           5,205         5,110   @ *
          General and administrative      9,410         9,105   @ GeneralAndAdministrativeExpense
          Corporate expense               1,305         1,260   @ *
                                       --------      --------
            Total costs and expenses     36,230        34,895   @ CostsAndExpenses
                                       --------      --------
        OPERATING INCOME                 15,880        15,110   @ OperatingIncomeLoss
        Interest expense                  6,020         6,200   @ InterestExpense
                                       --------      --------
        Income before income taxes        9,860         8,910   @ PRETAX
        Income taxes                      3,450         3,120   @ IncomeTaxExpenseBenefit
                                       --------      --------
        Net income                     $  6,410      $  5,790   @ NetIncomeLoss
                                       ========      ========
        """,
        ("1997-07-01..1998-06-30", "1996-07-01..1997-06-30"),
    ),
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_line_of_the_trade_is_read_as_what_it_is(page: Page) -> None:
    facts, others = page.wanted()
    conversion, core = read_back(page)
    assert core == facts
    coined = [
        tuple(amount.printed for amount in line.amounts if amount)
        for statement in conversion.statements
        for line in statement.lines
        if line.measure is Measure.MONEY
    ]
    assert all(values in coined for values in others)
