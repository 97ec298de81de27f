"""What the invented filers of test_text_filers report: the same few figures, which foot, in the words and layouts of many typists.

Values are in thousands as printed. A quarter's statement has four columns: the quarter and the year to date, each with the year before.
"""

from decimal import Decimal

PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"

YEAR = """
Revenues                                                24600 27350
CostOfRevenue                                           18450 19820
SellingGeneralAndAdministrativeExpense                   4900  5110
PRETAX                                                   1250  2420
IncomeTaxExpenseBenefit                                   500   970
NetIncomeLoss                                             750  1450
EarningsPerShareBasic                                     .15   .29
"""
QUARTER = """
Revenues                                                 8125  7640 23980 21515
CostOfRevenue                                            5310  5045 15720 14250
GrossProfit                                              2815  2595  8260  7265
SellingGeneralAndAdministrativeExpense                   1420  1365  4190  3905
ResearchAndDevelopmentExpense                             610   540  1760  1580
OperatingIncomeLoss                                       785   690  2310  1780
InterestExpense                                            95   110   300   340
InvestmentIncomeInterest                                   20    15    50    40
PRETAX                                                    710   595  2060  1480
IncomeTaxExpenseBenefit                                   260   215   755   540
NetIncomeLoss                                             450   380  1305   940
EarningsPerShareBasic                                     .22   .19   .65   .47
WeightedAverageNumberOfSharesOutstandingBasic            2010  2000  2008  2000
"""
POSITION = """
CashAndCashEquivalentsAtCarryingValue                    1240   985
AccountsReceivableNetCurrent                             4310  3990
InventoryNet                                             3655  3720
PrepaidExpenseCurrent                                     215   190
AssetsCurrent                                            9420  8885
PropertyPlantAndEquipmentNet                             5180  5330
OtherAssetsNoncurrent                                     400   420
Assets                                                  15000 14635
AccountsPayableCurrent                                   2150  2320
AccruedLiabilitiesCurrent                                1340  1285
LongTermDebtCurrent                                       500   500
LiabilitiesCurrent                                       3990  4105
LongTermDebtNoncurrent                                   2500  3000
DeferredIncomeTaxLiabilitiesNet                           310   290
CommonStockValue                                          200   200
AdditionalPaidInCapital                                  3100  3095
RetainedEarningsAccumulatedDeficit                       4900  3945
StockholdersEquity                                       8200  7240
LiabilitiesAndStockholdersEquity                        15000 14635
"""
FLOWS = """
NetIncomeLoss                                            1305   940
DepreciationDepletionAndAmortization                      890   860
IncreaseDecreaseInAccountsReceivable                      320   150
IncreaseDecreaseInInventories                             -65   210
IncreaseDecreaseInAccountsPayable                        -170    95
IncreaseDecreaseInAccruedLiabilities                       55    30
NetCashProvidedByUsedInOperatingActivities               1825  1565
PaymentsToAcquirePropertyPlantAndEquipment                740   690
*                                                          20   -15
NetCashProvidedByUsedInInvestingActivities               -720  -705
RepaymentsOfDebt                                          500   500
PaymentsOfDividends                                       350   300
NetCashProvidedByUsedInFinancingActivities               -850  -800
CashAndCashEquivalentsPeriodIncreaseDecrease              255    60
"""
SETS = {"year": YEAR, "quarter": QUARTER, "position": POSITION, "flows": FLOWS}


def figures(name: str, columns: tuple[int, ...], leave: str = "") -> dict[str, tuple[Decimal, ...]]:
    """Values by concept of some columns of a set, without the concepts that a filer does not print."""
    found: dict[str, tuple[Decimal, ...]] = {}
    for row in SETS[name].strip().split("\n"):
        concept, *values = row.split()
        if concept not in leave.split():
            found[PRETAX if concept == "PRETAX" else concept] = tuple(Decimal(values[column]) for column in columns)
    return found
