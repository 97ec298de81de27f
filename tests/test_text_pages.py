"""What typists and page breaks do to rows: numbers that wrap, sides of a balance on two pages, totals without words, labels in capitals."""

from decimal import Decimal

from converter import Conversion, Filing, Source, convert

YEAR, BEFORE, OLDEST = "1995-01-01..1995-12-31", "1994-01-01..1994-12-31", "1993-01-01..1993-12-31"


def read(page: str) -> dict[tuple[str, str], Decimal]:
    conversion: Conversion = convert(Source.from_bytes(page.encode(), "page"), Filing(cik=1234567))
    assert conversion.report is not None, [str(diagnostic) for diagnostic in conversion.diagnostics]
    return {(fact.concept.name, str(fact.period)): fact.value for fact in conversion.report.facts}


def test_rows_whose_last_numbers_an_editor_has_wrapped() -> None:
    found = read("""
                 EXAMPLE GLASS COMPANY
          CONSOLIDATED STATEMENTS OF OPERATIONS
           Years ended December 31 (in thousands)

                                  1995     1994     1993

Net sales                       $5,041   $5,495   $7,021
Cost of sales                    4,109    4,811    6,636
Selling, general and administrative expenses      1,449
1,336                            1,787
Interest expense                   100      120      130
Loss before income taxes                  (617)    (772)
(1,532)
Income taxes                         -        -        -
Net loss                         (617)    (772)  (1,532)
""")
    assert [found["SellingGeneralAndAdministrativeExpense", period] for period in (YEAR, BEFORE, OLDEST)] == [1449000, 1336000, 1787000]
    assert [found["NetIncomeLoss", period] for period in (YEAR, BEFORE, OLDEST)] == [-617000, -772000, -1532000]


SIDES = """
                EXAMPLE GROCERS, INC.
             CONSOLIDATED BALANCE SHEETS
            December 31, 1995 and 1994

                                         1995         1994
Current assets:
 Cash                                  $1,240,000     $985,000
 Accounts receivable                    8,180,000    7,900,000
                                       ----------   ----------
     Total current assets               9,420,000    8,885,000
Property, plant and equipment, net      5,580,000    5,750,000
                                       ----------   ----------
     Total                            $15,000,000  $14,635,000
                                       ==========   ==========


The accompanying notes are an integral part of this financial statement of the company.
<PAGE>
                LIABILITIES AND MEMBERS' EQUITY

                                         1995         1994
Current liabilities:
 Accounts payable                      $3,990,000   $4,105,000
                                       ----------   ----------
     Total current liabilities          3,990,000    4,105,000
Long-term debt                          2,810,000    3,290,000
Members' equity:
 Common stock                             200,000      200,000
 Retained earnings                      8,000,000    7,040,000
                                       ----------   ----------
     Total members' equity              8,200,000    7,240,000
Commitments and contingencies (Note 9)
                                      $15,000,000  $14,635,000
                                       ==========   ==========
"""


def test_the_second_side_of_a_balance_on_a_page_without_title() -> None:
    found = read(SIDES)
    assert found["LiabilitiesCurrent", "1995-12-31"] == 3990000
    assert found["Assets", "1995-12-31"] == found["LiabilitiesAndStockholdersEquity", "1995-12-31"] == 15000000
    assert ("CommitmentsAndContingencies", "1995-12-31") not in found


def test_labels_in_capitals_over_three_rows_with_the_sign_first() -> None:
    found = read("""
EXAMPLE PUBLISHING GROUP, INC.
CONSOLIDATED STATEMENTS OF OPERATIONS
THREE YEARS ENDED DECEMBER 31, 1995
(In Thousands Except for Per Share Data)

                                                1995        1994
REVENUES                                      $402,555    $616,675
COST OF SALES                                  400,097     663,725
                                              --------    --------
INCOME (LOSS) BEFORE INTEREST EXPENSE AND
  INCOME TAXES                                   2,458     (47,050)
INTEREST EXPENSE                                17,567      16,270
                                              --------    --------
(LOSS) INCOME BEFORE INCOME TAXES
  AND CUMULATIVE EFFECT OF
  CHANGE IN ACCOUNTING PRINCIPLE               (15,109)    (63,320)
PROVISION (BENEFIT) FOR INCOME TAXES             2,470     (22,295)
                                              --------    --------
(LOSS) INCOME BEFORE CUMULATIVE EFFECT
  OF CHANGE IN ACCOUNTING PRINCIPLE            (17,579)    (41,025)
""")
    pretax = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
    assert (found["InterestExpense", YEAR], found[pretax, YEAR]) == (Decimal(17567000), Decimal(-15109000))
    assert found["IncomeTaxExpenseBenefit", BEFORE] == -22295000


def test_totals_per_share_without_words_and_results_that_close_a_heading() -> None:
    found = read("""
              EXAMPLE TIMBER, INC.
          CONSOLIDATED STATEMENTS OF INCOME
     (In thousands, except per share amounts)

                                    Year ended December 31,
                                       1995        1994
Revenues                            $18,000     $17,000
Cost of sales                        14,000      12,000
Income before income taxes            4,000       5,000
Income taxes                          1,600       2,000
Income before extraordinary item      2,400       3,000
Extraordinary gain                        -         600
Net income                          $ 2,400     $ 3,600

NET INCOME PER COMMON SHARE-PRIMARY
   Income before extraordinary item    $.24        $.30
   Extraordinary gain                    --         .06
                                       ----        ----
                                       $.24        $.36
Fully diluted per share amounts (primary amounts differ little):
   Income before extraordinary item    $.23        $.28
   Extraordinary gain                    --         .06
Net income                             $.23        $.34
""")
    assert (found["EarningsPerShareBasic", YEAR], found["EarningsPerShareBasic", BEFORE]) == (Decimal("0.24"), Decimal("0.36"))
    assert (found["EarningsPerShareDiluted", YEAR], found["EarningsPerShareDiluted", BEFORE]) == (Decimal("0.23"), Decimal("0.34"))
