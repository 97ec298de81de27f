"""Releases and reports of invented filers, 1993 to 2004, each typed as its own typist would: two or three traps on one page.

Every page is read back: each number that it means is a fact of that value and period, no other fact is there, and where the words are
usual the concept is the one meant.
"""

from decimal import Decimal
from textwrap import dedent

import pytest
from attrs import frozen
from filers import figures

from converter import Filing, Source, convert

Q, Q0, N, N0 = "1995-07-01..1995-09-30", "1994-07-01..1994-09-30", "1995-01-01..1995-09-30", "1994-01-01..1994-09-30"
Y, Y0 = "1995-01-01..1995-12-31", "1994-01-01..1994-12-31"
SEP, DEC, DEC0 = "1995-09-30", "1994-12-31", "1995-12-31"
ABOUT_SHARES = "WeightedAverageNumberOfSharesOutstandingBasic"


@frozen
class Means:
    """Figures on a page. name: the set. columns: which of its columns. periods: of these. leave: concepts that are not printed.

    shares: power of ten of share counts where it is not that of the money.
    """

    name: str
    columns: tuple[int, ...]
    periods: tuple[str, ...]
    leave: str = ""
    shares: int | None = None


@frozen
class Filer:
    """A page and what it means. power: of ten, in which money is printed. untagged: printed in words that no rule need know."""

    name: str
    page: str
    means: tuple[Means, ...]
    power: int = 3
    untagged: str = ""
    year_end: tuple[int, int] | None = None


def wanted(filer: Filer) -> set[tuple[str, str, Decimal]]:
    """Concept, period and value of all that a page means."""
    found = set()
    for means in filer.means:
        for concept, values in figures(means.name, means.columns, means.leave).items():
            power = filer.power
            if "PerShare" in concept:
                power = 0
            elif concept == ABOUT_SHARES and means.shares is not None:
                power = means.shares
            found |= {(concept, period, value.scaleb(power)) for period, value in zip(means.periods, values, strict=True)}
    return found


FILERS: list[Filer] = []


def filed(
    name: str, means: tuple[Means, ...], page: str, power: int = 3, untagged: str = "", year_end: tuple[int, int] | None = None
) -> None:
    FILERS.append(Filer(name, dedent(page).lstrip("\n"), means, power, untagged, year_end))


filed(
    "percent columns, wrapped labels, a page break inside",
    (Means("quarter", (0, 1), (Q, Q0)),),
    """
                               ABERDALE TOOL WORKS, INC.
                        CONSOLIDATED STATEMENTS OF OPERATIONS
                      (Dollars in thousands, except per share data)
                                     (Unaudited)

                                          Three Months Ended September 30,
                                        1995        %          1994        %
                                      --------    -----      --------    -----
    Net sales                         $  8,125    100.0      $  7,640    100.0
    Cost of goods sold                   5,310     65.4         5,045     66.0
                                      --------    -----      --------    -----
      Gross profit                       2,815     34.6         2,595     34.0
    Selling, general and
      administrative expenses            1,420     17.5         1,365     17.9
    Research and development
      expenses                             610      7.5           540      7.1
                                      --------    -----      --------    -----
      Operating income                     785      9.7           690      9.0

                                         - 4 -
    <PAGE>

                               ABERDALE TOOL WORKS, INC.
                  CONSOLIDATED STATEMENTS OF OPERATIONS (Continued)

                                          Three Months Ended September 30,
                                        1995        %          1994        %
                                      --------    -----      --------    -----
    Interest expense                        95      1.2           110      1.4
    Interest income                         20      0.2            15      0.2
                                      --------    -----      --------    -----
      Income before income taxes           710      8.7           595      7.8
    Provision for income
      taxes                                260      3.2           215      2.8
                                      --------    -----      --------    -----
      Net income                      $    450      5.5      $    380      5.0
                                      ========               ========
    Net income per share              $    .22               $    .19
                                      ========               ========
    Weighted average shares
      outstanding                        2,010                  2,000
    """,
)

filed(
    "assets and liabilities side by side",
    (Means("position", (0,), (SEP,)),),
    """
    CORWIN PRESS COMPANY
    Condensed Balance Sheet, September 30, 1995  (in thousands)

    ASSETS                                       LIABILITIES AND STOCKHOLDERS' EQUITY
    Cash and cash equivalents      $  1,240      Accounts payable                  $  2,150
    Accounts receivable, net          4,310      Accrued liabilities                  1,340
    Inventories                       3,655      Current portion of long-term debt      500
    Prepaid expenses                    215      Total current liabilities            3,990
    Total current assets              9,420      Long-term debt                       2,500
                                                 Deferred income taxes                  310
    Property, plant and equipment,               Common stock                           200
      net                             5,180      Additional paid-in capital           3,100
    Other assets                        400      Retained earnings                    4,900
                                                 Total stockholders' equity           8,200
    Total assets                   $ 15,000      Total liabilities and equity      $ 15,000
    """,
)

filed(
    "year to date below the quarter",
    (Means("quarter", (0, 1), (Q, Q0)), Means("quarter", (2, 3), (N, N0))),
    """
    DUNMORE INSTRUMENT CORP.
    STATEMENTS OF INCOME (UNAUDITED)
    (In thousands except per share amounts)

    Three months ended September 30,               1995           1994

    Net sales                                    $8,125         $7,640
    Cost of sales                                 5,310          5,045
    Gross profit                                  2,815          2,595
    Selling, general and administrative           1,420          1,365
    Research and development                        610            540
    Operating income                                785            690
    Interest expense                                 95            110
    Interest income                                  20             15
    Income before income taxes                      710            595
    Income taxes                                    260            215
    Net income                                     $450           $380
    Net income per share                           $.22           $.19
    Weighted average shares outstanding           2,010          2,000

    Nine months ended September 30,                1995           1994

    Net sales                                   $23,980        $21,515
    Cost of sales                                15,720         14,250
    Gross profit                                  8,260          7,265
    Selling, general and administrative           4,190          3,905
    Research and development                      1,760          1,580
    Operating income                              2,310          1,780
    Interest expense                                300            340
    Interest income                                  50             40
    Income before income taxes                    2,060          1,480
    Income taxes                                    755            540
    Net income                                   $1,305           $940
    Net income per share                           $.65           $.47
    Weighted average shares outstanding           2,008          2,000
    """,
)

filed(
    "only years over columns, the period in the title",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    ELMORE FOODS INC. AND SUBSIDIARIES
    CONSOLIDATED STATEMENTS OF INCOME
    FOR THE YEARS ENDED DECEMBER 31, 1995 AND 1994
    (000's omitted)

                                                   1995           1994
    NET SALES . . . . . . . . . . . . . . . . . $24,600        $27,350
    COST OF SALES . . . . . . . . . . . . . . .  18,450         19,820
    SELLING, GENERAL AND ADMINISTRATIVE . . . .   4,900          5,110
    INCOME BEFORE INCOME TAXES  . . . . . . . .   1,250          2,420
    INCOME TAXES  . . . . . . . . . . . . . . .     500            970
    NET INCOME  . . . . . . . . . . . . . . . . $   750        $ 1,450
    NET INCOME PER SHARE  . . . . . . . . . . .    $.15           $.29
    """,
)

filed(
    "fiscal quarter and year to date in weeks",
    (
        Means(
            "quarter",
            (0, 1, 2, 3),
            ("1995-07-02..1995-09-30", "1994-07-03..1994-10-01", "1995-01-01..1995-09-30", "1994-01-02..1994-10-01"),
            shares=3,
        ),
    ),
    """
                        FENWICK STORES, INC.
                 CONSOLIDATED STATEMENTS OF EARNINGS
               (Amounts in 000's, except per share data)

                                   Thirteen Weeks Ended          Thirty-nine Weeks Ended
                                Sept. 30,       Oct. 1,         Sept. 30,       Oct. 1,
                                  1995           1994             1995           1994
                                ---------       -------         ---------       -------
    Net sales                   $   8,125       $ 7,640         $  23,980       $21,515
    Cost of sales                   5,310         5,045            15,720        14,250
                                ---------       -------         ---------       -------
    Gross profit                    2,815         2,595             8,260         7,265
    Selling, general and
     administrative expense         1,420         1,365             4,190         3,905
    Research and development          610           540             1,760         1,580
                                ---------       -------         ---------       -------
    Operating income                  785           690             2,310         1,780
    Interest expense                  (95)         (110)             (300)         (340)
    Interest income                    20            15                50            40
                                ---------       -------         ---------       -------
    Earnings before income
     taxes                            710           595             2,060         1,480
    Income taxes                      260           215               755           540
                                ---------       -------         ---------       -------
    Net earnings                $     450       $   380         $   1,305       $   940
                                =========       =======         =========       =======
    Net earnings per share      $     .22       $   .19         $     .65       $   .47
                                =========       =======         =========       =======
    Weighted average shares
     outstanding                    2,010         2,000             2,008         2,000
    """,
)

filed(
    "slashed dates, $000, trailing minus",
    (Means("position", (0, 1), (SEP, DEC)),),
    """
    GARNET MACHINE CO
    BALANCE SHEETS
    ($000)
                                              9/30/95         12/31/94
    Current assets
      Cash and cash equivalents                 1,240              985
      Accounts receivable, net                  4,310            3,990
      Inventories                               3,655            3,720
      Prepaid expenses                            215              190
        Total current assets                    9,420            8,885
    Property, plant and equipment              12,430           12,060
      Less accumulated depreciation             7,250-           6,730-
        Net property, plant and equipment       5,180            5,330
    Other assets                                  400              420
        Total assets                           15,000           14,635

    Current liabilities
      Accounts payable                          2,150            2,320
      Accrued liabilities                       1,340            1,285
      Current portion of long-term debt           500              500
        Total current liabilities               3,990            4,105
    Long-term debt                              2,500            3,000
    Deferred income taxes                         310              290
    Shareholders' equity
      Common stock                                200              200
      Additional paid-in capital                3,100            3,095
      Retained earnings                         4,900            3,945
        Total shareholders' equity              8,200            7,240
        Total liabilities and shareholders'
          equity                               15,000           14,635
    """,
)

filed(
    "tabs, dollars in whole, notes glued",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    HALSTEAD PAPER CORPORATION
    STATEMENTS OF INCOME
    Years ended December 31\t\t\t    1995\t    1994
    \t\t\t\t\t----------\t----------
    Net sales (Note 2)\t\t\t$24,600,000\t$27,350,000
    Cost of sales\t\t\t 18,450,000\t 19,820,000
    Selling, general and administrative\t  4,900,000\t  5,110,000
    \t\t\t\t\t----------\t----------
    Income before income taxes\t\t  1,250,000\t  2,420,000
    Income taxes (Note 5)\t\t    500,000(a)\t    970,000(a)
    \t\t\t\t\t----------\t----------
    Net income\t\t\t\t $  750,000\t$ 1,450,000
    \t\t\t\t\t==========\t==========
    Net income per share\t\t\t$.15\t\t$.29
    """,
)

filed(
    "brackets, spaces inside parentheses, per share dollar outside",
    (Means("flows", (0, 1), (N, N0)),),
    """
    IVERSEN MARINE LTD.
    CONDENSED STATEMENTS OF CASH FLOWS
    Nine Months Ended September 30, 1995 and 1994
    (Thousands of dollars)

                                                            1995          1994

    CASH FLOWS FROM OPERATING ACTIVITIES:
       Net income                                        $ 1,305       $   940
       Depreciation and amortization                         890           860
       Increase in accounts receivable                    [  320]       [  150]
       (Increase) decrease in inventories                     65        [  210]
       Increase (decrease) in accounts payable            [  170]           95
       Increase in accrued liabilities                        55            30
                                                         -------       -------
       Net cash provided by operating activities           1,825         1,565
                                                         -------       -------
    CASH FLOWS FROM INVESTING ACTIVITIES:
       Purchases of property, plant and equipment         [  740]       [  690]
       Other                                                  20        [   15]
                                                         -------       -------
       Net cash used in investing activities              [  720]       [  705]
                                                         -------       -------
    CASH FLOWS FROM FINANCING ACTIVITIES:
       Repayment of long-term debt                        [  500]       [  500]
       Dividends paid                                     [  350]       [  300]
                                                         -------       -------
       Net cash used in financing activities              [  850]       [  800]
                                                         -------       -------
    NET INCREASE IN CASH AND CASH EQUIVALENTS                255            60
    CASH AND CASH EQUIVALENTS AT BEGINNING OF PERIOD         985           900
                                                         -------       -------
    CASH AND CASH EQUIVALENTS AT END OF PERIOD           $ 1,240       $   960
                                                         =======       =======
    """,
)

filed(
    "two-digit years, twelve months, restated beside",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    JESSUP GAS COMPANY
    Consolidated Income Statement
    Thousands of Dollars
                                         Twelve Months Ended
                                       12-31-95        12-31-94

    Operating revenues                 $ 24,600        $ 27,350
    Cost of sales                        18,450          19,820
    Selling, general and
      administrative expenses             4,900           5,110
    Income before income taxes            1,250           2,420
    Income tax expense                      500             970
    Net income                         $    750        $  1,450
    Earnings per share                     $.15            $.29
    """,
)

filed(
    "day-month-year heads, one blank between columns",
    (Means("position", (0, 1), (SEP, DEC)),),
    """
    KELSO AVIATION, INC.
    CONSOLIDATED BALANCE SHEETS (IN THOUSANDS OF U.S. DOLLARS)

                                       30-Sep-95 31-Dec-94
                                       --------- ---------
    ASSETS
    Cash and cash equivalents             $1,240      $985
    Accounts receivable, net               4,310     3,990
    Inventories                            3,655     3,720
    Prepaid expenses                         215       190
                                       --------- ---------
    Total current assets                   9,420     8,885
    Property, plant and equipment, net     5,180     5,330
    Other assets                             400       420
                                       --------- ---------
                                         $15,000   $14,635
                                       ========= =========
    LIABILITIES AND SHAREHOLDERS' EQUITY
    Accounts payable                      $2,150    $2,320
    Accrued liabilities                    1,340     1,285
    Current portion of long-term debt        500       500
                                       --------- ---------
    Total current liabilities              3,990     4,105
    Long-term debt                         2,500     3,000
    Deferred income taxes                    310       290
    Common stock                             200       200
    Additional paid-in capital             3,100     3,095
    Retained earnings                      4,900     3,945
                                       --------- ---------
    Total shareholders' equity             8,200     7,240
                                       --------- ---------
                                         $15,000   $14,635
                                       ========= =========
    """,
)

filed(
    "combined with retained earnings, trailing periods, -0-",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    LORIMER HOTELS, INC.
    STATEMENTS OF INCOME AND RETAINED EARNINGS
    Years Ended December 31, 1995 and 1994
    (In Thousands, Except Per Share)

                                                       1995             1994
    Revenues                                        $24,600.         $27,350.
    Cost of revenues                                 18,450.          19,820.
    Selling, general and administrative expenses      4,900.           5,110.
    Income before income taxes                        1,250.           2,420.
    Provision for income taxes                          500.             970.
    Net income                                          750.           1,450.
    Retained earnings, beginning of year              5,150.           3,700.
    Dividends                                            -0-              -0-
    Retained earnings, end of year                   $5,900.          $5,150.
    Net income per share                                $.15             $.29
    """,
)

filed(
    "three and nine months in one heading over four columns",
    (Means("quarter", (0, 1, 2, 3), (Q, Q0, N, N0)),),
    """
    MERIDEW LABORATORIES
    CONSOLIDATED STATEMENTS OF INCOME
    For the Three and Nine Months Ended September 30, 1995 and 1994
    (In thousands, except per share amounts)

                                              Third Quarter          Nine Months
                                             1995      1994         1995      1994
                                           ------    ------       ------    ------
    Net sales                              $8,125    $7,640      $23,980   $21,515
    Cost of sales                           5,310     5,045       15,720    14,250
                                           ------    ------       ------    ------
    Gross profit                            2,815     2,595        8,260     7,265
    Selling, general & administrative       1,420     1,365        4,190     3,905
    Research & development                    610       540        1,760     1,580
                                           ------    ------       ------    ------
    Operating income                          785       690        2,310     1,780
    Interest expense                           95       110          300       340
    Interest income                            20        15           50        40
                                           ------    ------       ------    ------
    Income before income taxes                710       595        2,060     1,480
    Provision for income taxes                260       215          755       540
                                           ------    ------       ------    ------
    Net income                             $  450    $  380       $1,305    $  940
                                           ======    ======       ======    ======
    Net income per share                   $  .22    $  .19       $  .65    $  .47
                                           ======    ======       ======    ======
    Average shares outstanding              2,010     2,000        2,008     2,000
    """,
)

filed(
    "apostrophe years, month days with endings",
    (Means("quarter", (0, 1), (Q, Q0)),),
    """
    NORTHGATE OPTICAL CO., INC.
    Statement of Operations for the Quarter Ended September 30th
    (dollar amounts in thousands, except per share)

                                                 '95          '94
    Net sales                                 $8,125       $7,640
    Cost of sales                              5,310        5,045
    Gross margin                               2,815        2,595
    Selling, general and administrative        1,420        1,365
    Research and development                     610          540
    Income from operations                       785          690
    Interest expense                              95          110
    Interest income                               20           15
    Income before taxes                          710          595
    Income taxes                                 260          215
    Net income                                $  450       $  380
    Earnings per share                          $.22         $.19
    Average shares outstanding                 2,010        2,000
    """,
)

filed(
    "primary statements behind a summary and before parent-only tables",
    (Means("year", (0, 1), (Y, Y0)), Means("position", (0, 1), (DEC0, DEC))),
    """
    OAKHURST BRANDS, INC.
    ANNUAL REPORT 1995

    SELECTED FINANCIAL DATA
    (In thousands, except per share amounts)
                                      1995      1994      1993      1992
    Net sales                      $24,600   $27,350   $25,010   $23,870
    Net income                         750     1,450     1,210     1,090
    Net income per share               .15       .29       .24       .22
    Total assets                    15,000    14,635    14,020    13,480

    MANAGEMENT'S DISCUSSION AND ANALYSIS OF FINANCIAL CONDITION AND RESULTS OF OPERATIONS

    Net sales for the year ended December 31, 1995 fell to $24.6 million, from $27.4 million in 1994, because two customers
    closed plants. Net income was $750,000, or $.15 per share.

    <PAGE>
                         OAKHURST BRANDS, INC. AND SUBSIDIARIES
                            CONSOLIDATED BALANCE SHEETS
                         (In thousands, except share data)
    <TABLE>
    <CAPTION>
                                                               December 31,
                                                            1995          1994
    <S>                                                  <C>           <C>
    ASSETS
    Current Assets:
      Cash and cash equivalents                          $ 1,240       $   985
      Accounts receivable, less allowances of
        $115 in 1995 and $95 in 1994                       4,310         3,990
      Inventories                                          3,655         3,720
      Prepaid expenses                                       215           190
                                                         -------       -------
    Total Current Assets                                   9,420         8,885
    Property, plant and equipment, net                     5,180         5,330
    Other assets                                             400           420
                                                         -------       -------
                                                         $15,000       $14,635
                                                         =======       =======
    LIABILITIES AND STOCKHOLDERS' EQUITY
    Current Liabilities:
      Accounts payable                                   $ 2,150       $ 2,320
      Accrued liabilities                                  1,340         1,285
      Current maturities of long-term debt                   500           500
                                                         -------       -------
    Total Current Liabilities                              3,990         4,105
    Long-term debt                                         2,500         3,000
    Deferred income taxes                                    310           290
    Stockholders' Equity:
      Common stock, $.04 par value; 10,000,000
        shares authorized, 5,000,000 issued                  200           200
      Additional paid-in capital                           3,100         3,095
      Retained earnings                                    4,900         3,945
                                                         -------       -------
    Total Stockholders' Equity                             8,200         7,240
                                                         -------       -------
                                                         $15,000       $14,635
                                                         =======       =======
    </TABLE>
    See notes to consolidated financial statements.

    <PAGE>
                         OAKHURST BRANDS, INC. AND SUBSIDIARIES
                          CONSOLIDATED STATEMENTS OF INCOME
                       (In thousands, except per share amounts)
    <TABLE>
    <CAPTION>
                                                          Year Ended December 31,
                                                            1995          1994
    <S>                                                  <C>           <C>
    Net sales                                            $24,600       $27,350
    Cost of goods sold                                    18,450        19,820
    Selling, general and administrative expenses           4,900         5,110
                                                         -------       -------
    Income before income taxes                             1,250         2,420
    Provision for income taxes                               500           970
                                                         -------       -------
    Net income                                           $   750       $ 1,450
                                                         =======       =======
    Net income per share                                 $   .15       $   .29
                                                         =======       =======
    </TABLE>
    See notes to consolidated financial statements.

    NOTES TO CONSOLIDATED FINANCIAL STATEMENTS
    Note 12 - Quarterly results (unaudited)
                                   First     Second      Third     Fourth
    1995
    Net sales                     $6,010     $6,120     $6,200     $6,270
    Net income                       180        190        185        195

    SCHEDULE I - CONDENSED FINANCIAL INFORMATION OF THE REGISTRANT
                    OAKHURST BRANDS, INC. (PARENT COMPANY ONLY)
                               BALANCE SHEETS
                                                               December 31,
                                                            1995          1994
    Cash                                                 $    12       $    15
    Investment in subsidiaries                             8,188         7,225
    Total assets                                         $ 8,200       $ 7,240
    Stockholders' equity                                   8,200         7,240
    Total liabilities and equity                         $ 8,200       $ 7,240
    """,
)

filed(
    "headers centred over columns, amounts in whole dollars, CR",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    PEMBROKE SIGNALS INC
    STATEMENT OF EARNINGS

                                   Year Ended            Year Ended
                                  December 31,          December 31,
                                      1995                  1994
                                 --------------        --------------
    Sales                         $ 24,600,000.         $ 27,350,000.
    Cost of sales                   18,450,000.           19,820,000.
    Selling, general and
     administrative                  4,900,000.            5,110,000.
                                 --------------        --------------
    Earnings before income taxes     1,250,000.            2,420,000.
    Federal and state income
     taxes                             500,000.              970,000.
                                 --------------        --------------
    Net earnings                  $    750,000.         $  1,450,000.
                                 ==============        ==============
    Earnings per share                $ .15                 $ .29
                                      =====                 =====
    """,
)

filed(
    "balance sheet over two pages, headings repeated, page footers",
    (Means("position", (0, 1), (SEP, DEC)),),
    """
                      QUARLES ENVIRONMENTAL CORPORATION
                        CONSOLIDATED BALANCE SHEETS
                         (Dollars in Thousands)

                                   ASSETS

                                               September 30,  December 31,
                                                   1995           1994
                                               (Unaudited)     (Audited)
                                               ------------   ------------
    CURRENT ASSETS:
      Cash and cash equivalents                $      1,240   $        985
      Accounts receivable, net                        4,310          3,990
      Inventories                                     3,655          3,720
      Prepaid expenses                                  215            190
                                               ------------   ------------
        Total current assets                          9,420          8,885

    PROPERTY, PLANT AND EQUIPMENT, net                5,180          5,330

    OTHER ASSETS                                        400            420
                                               ------------   ------------
                                               $     15,000   $     14,635
                                               ============   ============

          The accompanying notes are an integral part of these statements.

                                     -3-
    <PAGE>
                      QUARLES ENVIRONMENTAL CORPORATION
                        CONSOLIDATED BALANCE SHEETS
                         (Dollars in Thousands)

                    LIABILITIES AND STOCKHOLDERS' EQUITY

                                               September 30,  December 31,
                                                   1995           1994
                                               (Unaudited)     (Audited)
                                               ------------   ------------
    CURRENT LIABILITIES:
      Accounts payable                         $      2,150   $      2,320
      Accrued liabilities                             1,340          1,285
      Current portion of long-term debt                 500            500
                                               ------------   ------------
        Total current liabilities                     3,990          4,105

    LONG-TERM DEBT                                    2,500          3,000

    DEFERRED INCOME TAXES                               310            290

    STOCKHOLDERS' EQUITY:
      Common stock                                      200            200
      Additional paid-in capital                      3,100          3,095
      Retained earnings                               4,900          3,945
                                               ------------   ------------
        Total stockholders' equity                    8,200          7,240
                                               ------------   ------------
                                               $     15,000   $     14,635
                                               ============   ============

          The accompanying notes are an integral part of these statements.

                                     -4-
    """,
)

filed(
    "change columns between, years on a later line",
    (Means("quarter", (0, 1, 2, 3), (Q, Q0, N, N0)),),
    """
    RUTHVEN DATA SYSTEMS, INC.
    SUMMARY OF OPERATIONS (UNAUDITED)
    (in thousands, except per share amounts)

                                 Three months ended              Nine months ended
                                   September 30,        %          September 30,        %
                                  1995       1994     Change      1995       1994     Change
                                 ------     ------    ------     ------     ------    ------
    Net sales                    $8,125     $7,640      6.3%    $23,980    $21,515     11.5%
    Cost of sales                 5,310      5,045      5.3%     15,720     14,250     10.3%
    Gross profit                  2,815      2,595      8.5%      8,260      7,265     13.7%
    Selling, general and
      administrative              1,420      1,365      4.0%      4,190      3,905      7.3%
    Research and development        610        540     13.0%      1,760      1,580     11.4%
    Operating income                785        690     13.8%      2,310      1,780     29.8%
    Interest expense                 95        110    (13.6%)       300        340    (11.8%)
    Interest income                  20         15     33.3%         50         40     25.0%
    Income before income taxes      710        595     19.3%      2,060      1,480     39.2%
    Provision for income taxes      260        215     20.9%        755        540     39.8%
    Net income                   $  450     $  380     18.4%    $ 1,305    $   940     38.8%
    Net income per share         $  .22     $  .19     15.8%    $   .65    $   .47     38.3%
    Weighted average shares       2,010      2,000                2,008      2,000
    """,
)

filed(
    "three shares of one title, several scales",
    (Means("quarter", (0, 1), (Q, Q0)), Means("position", (0, 1), (SEP, DEC))),
    """
    STANWICK ELECTRIC, INC.
    CONSOLIDATED FINANCIAL STATEMENTS
    (Unaudited)

    Consolidated Statements of Operations
    (In thousands, except share and per share amounts)
                                             Quarter Ended
                                       Sept. 30,        Sept. 30,
                                          1995             1994

    Net sales                          $   8,125        $   7,640
    Cost of sales                          5,310            5,045
    Gross profit                           2,815            2,595
    Selling, general and administrative    1,420            1,365
    Research and development                 610              540
    Operating income                         785              690
    Interest expense                         (95)            (110)
    Interest income                           20               15
    Income before income taxes               710              595
    Income tax provision                     260              215
    Net income                         $     450        $     380
    Net income per share               $    0.22        $    0.19
    Weighted average number of
      shares outstanding                   2,010            2,000

    Consolidated Balance Sheets
    (In thousands)
                                       Sept. 30,         Dec. 31,
                                          1995             1994
    Cash and cash equivalents          $   1,240        $     985
    Accounts receivable, net               4,310            3,990
    Inventories                            3,655            3,720
    Prepaid expenses                         215              190
      Total current assets                 9,420            8,885
    Property, plant and equipment, net     5,180            5,330
    Other assets                             400              420
      Total assets                     $  15,000        $  14,635

    Accounts payable                   $   2,150        $   2,320
    Accrued liabilities                    1,340            1,285
    Current portion of long-term debt        500              500
      Total current liabilities            3,990            4,105
    Long-term debt                         2,500            3,000
    Deferred income taxes                    310              290
    Common stock                             200              200
    Additional paid-in capital             3,100            3,095
    Retained earnings                      4,900            3,945
      Total stockholders' equity           8,200            7,240
      Total liabilities and
        stockholders' equity           $  15,000        $  14,635
    """,
)

filed(
    "number on the first row of the label, blank rows between all",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    TREMAINE INDUSTRIES

    STATEMENT OF CONSOLIDATED INCOME

    Year ended December 31 (in thousands except per share)     1995         1994


    Net sales                                              $ 24,600     $ 27,350

    Cost of products sold, including                         18,450       19,820
       purchasing and warehousing costs

    Selling, general and administrative                       4,900        5,110
       expenses

    Income before taxes on income                             1,250        2,420

    Taxes on income                                             500          970

    Net income                                             $    750     $  1,450

    Net income per share of common stock                   $    .15     $    .29
    """,
)

filed(
    "columns newest last, three years, a loss year in parentheses",
    (Means("year", (1, 0), (Y0, Y)),),
    """
    UMBER LAKE MINING CORP.
    Consolidated Statements of Operations
    (Expressed in thousands of United States dollars, except per share amounts)

    For the years ended December 31               1994            1995
    ------------------------------------------------------------------
    Revenue                                   $ 27,350        $ 24,600
    ------------------------------------------------------------------
    Cost of revenue                             19,820          18,450
    Selling, general and administrative          5,110           4,900
    ------------------------------------------------------------------
    Income before income taxes                   2,420           1,250
    Income taxes                                   970             500
    ------------------------------------------------------------------
    Net income                                $  1,450        $    750
    ==================================================================
    Earnings per share                        $   0.29        $   0.15
    ==================================================================
    """,
)

filed(
    "fiscal year that ends in June, fourth quarter beside the year",
    (
        Means(
            "quarter",
            (0, 1, 2, 3),
            ("1996-04-01..1996-06-30", "1995-04-01..1995-06-30", "1995-07-01..1996-06-30", "1994-07-01..1995-06-30"),
        ),
    ),
    """
    VANTERPOOL SOFTWARE CORPORATION
    CONSOLIDATED STATEMENTS OF OPERATIONS
    (In thousands, except per share data)

                                  Three Months Ended             Year Ended
                                       June 30,                   June 30,
                                 --------------------      ---------------------
                                   1996        1995          1996        1995
                                 --------    --------      --------    --------
    Revenues                     $  8,125    $  7,640      $ 23,980    $ 21,515
    Cost of revenues                5,310       5,045        15,720      14,250
                                 --------    --------      --------    --------
      Gross profit                  2,815       2,595         8,260       7,265
                                 --------    --------      --------    --------
    Operating expenses:
      Selling, general and
        administrative              1,420       1,365         4,190       3,905
      Research and development        610         540         1,760       1,580
                                 --------    --------      --------    --------
      Income from operations          785         690         2,310       1,780
    Interest expense                  (95)       (110)         (300)       (340)
    Interest income                    20          15            50          40
                                 --------    --------      --------    --------
      Income before income taxes      710         595         2,060       1,480
    Provision for income taxes        260         215           755         540
                                 --------    --------      --------    --------
      Net income                 $    450    $    380      $  1,305    $    940
                                 ========    ========      ========    ========
    Net income per share         $   0.22    $   0.19      $   0.65    $   0.47
                                 ========    ========      ========    ========
    Weighted average shares         2,010       2,000         2,008       2,000
                                 ========    ========      ========    ========
    """,
)

filed(
    "figures as a list of words and amounts",
    (
        Means(
            "quarter",
            (0, 1),
            (Q, Q0),
            leave="GrossProfit InvestmentIncomeInterest InterestExpense WeightedAverageNumberOfSharesOutstandingBasic",
        ),
    ),
    """
    WEXLEY BOTTLING GROUP, INC. REPORTS THIRD QUARTER EARNINGS

    WEXLEY BOTTLING GROUP, INC.
    Earnings Statement
    Quarter ended September 30 (in thousands, except per share)
                                             1995                    1994
    Net sales............................... $8,125................. $7,640
    Cost of sales...........................  5,310.................  5,045
    Selling, general and administrative.....  1,420.................  1,365
    Research and development................    610.................    540
    Operating income........................    785.................    690
    Income before income taxes..............    710.................    595
    Income taxes............................    260.................    215
    Net income.............................. $  450................. $  380
    Net income per share.................... $  .22................. $  .19
    """,
)

filed(
    "labels in the middle, figures on both sides",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    YARROW TEXTILE MILLS, INC.
    STATEMENTS OF CONSOLIDATED EARNINGS
    In thousands of dollars, except amounts per share

                                                     Years ended December 31
                                        Notes           1995          1994

    Net sales                             2         $ 24,600      $ 27,350
    Cost of sales                                     18,450        19,820
    Selling, general and administrative   3,4          4,900         5,110
    Earnings before income taxes                       1,250         2,420
    Provision for income taxes            5              500           970
    Net earnings                                    $    750      $  1,450
    Net earnings per share                6           $ 0.15        $ 0.29
    """,
)

filed(
    "cash flows over a page with the totals without words",
    (Means("flows", (0, 1), (N, N0)),),
    """
                              ZELLERS PUMP COMPANY
                      CONSOLIDATED STATEMENTS OF CASH FLOWS
                           (Unaudited - in thousands)

                                                     Nine months ended
                                                  Sept 30,       Sept 30,
                                                    1995           1994
    Operating activities:
      Net income                                  $1,305         $  940
      Adjustments to reconcile net income to net
       cash provided by operating activities:
         Depreciation and amortization               890            860
         Changes in operating assets and
          liabilities:
           Accounts receivable                      (320)          (150)
           Inventories                                65           (210)
           Accounts payable                         (170)            95
           Accrued liabilities                        55             30
                                                  ------         ------
    Net cash provided by operating activities      1,825          1,565
                                                  ------         ------
                                       5
    <PAGE>
                              ZELLERS PUMP COMPANY
                CONSOLIDATED STATEMENTS OF CASH FLOWS (Concluded)
                           (Unaudited - in thousands)

                                                     Nine months ended
                                                  Sept 30,       Sept 30,
                                                    1995           1994
    Investing activities:
      Capital expenditures                          (740)          (690)
      Other                                           20            (15)
                                                  ------         ------
    Net cash used in investing activities           (720)          (705)
                                                  ------         ------
    Financing activities:
      Payments on long-term debt                    (500)          (500)
      Cash dividends paid                           (350)          (300)
                                                  ------         ------
    Net cash used in financing activities           (850)          (800)
                                                  ------         ------
    Increase in cash and cash equivalents            255             60
    Cash and cash equivalents at beginning of
      period                                         985            900
                                                  ------         ------
    Cash and cash equivalents at end of period    $1,240         $  960
                                                  ======         ======
    """,
)

filed(
    "the year in words, amounts to the cent",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    ABLETT BROTHERS, INC.
    COMPARATIVE STATEMENT OF INCOME
                                              Fiscal Year Ended
                                      December 31, 1995    December 31, 1994

    Net Sales                           $24,600,000.00       $27,350,000.00
    Cost of Goods Sold                   18,450,000.00        19,820,000.00
    Selling, General & Administrative
      Expenses                            4,900,000.00         5,110,000.00
    Income Before Income Taxes            1,250,000.00         2,420,000.00
    Provision for Income Taxes              500,000.00           970,000.00
    Net Income                          $   750,000.00       $ 1,450,000.00
    Earnings Per Share                            $.15                 $.29
    """,
    power=3,
)

filed(
    "quarter and first nine months with year-to-date wording",
    (Means("quarter", (0, 1, 2, 3), (Q, Q0, N, N0)),),
    """
    BRACKNELL CARRIERS CORP.
    Consolidated Statements of Income
    Periods Ended September 30
    (thousands of dollars, except per share)

                                     Third Quarter          Year to Date
                                     1995      1994         1995      1994

    Net sales                      $8,125    $7,640      $23,980   $21,515
    Cost of sales                   5,310     5,045       15,720    14,250
    Gross profit                    2,815     2,595        8,260     7,265
    Selling, general and
        administrative              1,420     1,365        4,190     3,905
    Research and development          610       540        1,760     1,580
    Operating income                  785       690        2,310     1,780
    Interest expense                   95       110          300       340
    Interest income                    20        15           50        40
    Income before income taxes        710       595        2,060     1,480
    Income taxes                      260       215          755       540
    Net income                     $  450    $  380       $1,305    $  940
    Net income per share             $.22      $.19         $.65      $.47
    Average shares (000s)           2,010     2,000        2,008     2,000
    """,
)


filed(
    "an interim report of three statements",
    (Means("position", (0, 1), (SEP, DEC)), Means("quarter", (0, 1, 2, 3), (Q, Q0, N, N0)), Means("flows", (0, 1), (N, N0))),
    """
    FORM 10-Q

                            PART I - FINANCIAL INFORMATION

    ITEM 1.  FINANCIAL STATEMENTS

                          CALDER TURBINE COMPANY, INC.
                     CONDENSED CONSOLIDATED BALANCE SHEETS
                               (In Thousands)

                                                 September 30,    December 31,
                                                      1995            1994
                                                 -------------    ------------
                                                  (Unaudited)        (Note)
    ASSETS
    CURRENT ASSETS
       Cash and cash equivalents                       $ 1,240         $   985
       Accounts receivable, net                          4,310           3,990
       Inventories - Note B                              3,655           3,720
       Prepaid expenses                                    215             190
                                                       -------         -------
                           TOTAL CURRENT ASSETS          9,420           8,885

    PROPERTY, PLANT AND EQUIPMENT, NET                   5,180           5,330

    OTHER ASSETS                                           400             420
                                                       -------         -------
                                                       $15,000         $14,635
                                                       =======         =======

    LIABILITIES AND SHAREHOLDERS' EQUITY
    CURRENT LIABILITIES
       Accounts payable                                $ 2,150         $ 2,320
       Accrued liabilities                               1,340           1,285
       Current portion of long-term debt                   500             500
                                                       -------         -------
                      TOTAL CURRENT LIABILITIES          3,990           4,105

    LONG-TERM DEBT                                       2,500           3,000

    DEFERRED INCOME TAXES                                  310             290

    SHAREHOLDERS' EQUITY
       Common Stock, par value $.10 per share;
         authorized 5,000,000 shares; issued and
         outstanding 2,000,000 shares                      200             200
       Additional paid-in capital                        3,100           3,095
       Retained earnings                                 4,900           3,945
                                                       -------         -------
                     TOTAL SHAREHOLDERS' EQUITY          8,200           7,240
                                                       -------         -------
                                                       $15,000         $14,635
                                                       =======         =======

    Note:  The balance sheet at December 31, 1994 has been derived from the
           audited financial statements at that date.

    See notes to condensed consolidated financial statements.

                                        2
    <PAGE>
                          CALDER TURBINE COMPANY, INC.
             CONDENSED CONSOLIDATED STATEMENTS OF INCOME (Unaudited)
                    (In Thousands, Except Per Share Amounts)

                                    Three Months Ended     Nine Months Ended
                                       September 30           September 30
                                   --------------------   ---------------------
                                      1995       1994        1995        1994
                                   ---------  ---------   ---------   ---------
    Net sales                        $ 8,125    $ 7,640     $23,980     $21,515
    Cost of sales                      5,310      5,045      15,720      14,250
                                     -------    -------     -------     -------
                     GROSS PROFIT      2,815      2,595       8,260       7,265

    Selling, general and adminis-
       trative expenses                1,420      1,365       4,190       3,905
    Research and development             610        540       1,760       1,580
                                     -------    -------     -------     -------
                 OPERATING INCOME        785        690       2,310       1,780

    Interest expense                     (95)      (110)       (300)       (340)
    Interest income                       20         15          50          40
                                     -------    -------     -------     -------
       INCOME BEFORE INCOME TAXES        710        595       2,060       1,480

    Provision for income taxes           260        215         755         540
                                     -------    -------     -------     -------
                       NET INCOME    $   450    $   380     $ 1,305     $   940
                                     =======    =======     =======     =======
    Net income per share             $   .22    $   .19     $   .65     $   .47
                                     =======    =======     =======     =======
    Weighted average shares            2,010      2,000       2,008       2,000

    See notes to condensed consolidated financial statements.

                                        3
    <PAGE>
                          CALDER TURBINE COMPANY, INC.
           CONDENSED CONSOLIDATED STATEMENTS OF CASH FLOWS (Unaudited)
                               (In Thousands)

                                                          Nine Months Ended
                                                             September 30
                                                       -----------------------
                                                         1995            1994
                                                       -------         -------
    OPERATING ACTIVITIES
       Net income                                      $ 1,305         $   940
       Adjustments to reconcile net income to net
         cash provided by operating activities:
           Depreciation and amortization                   890             860
           Increase in accounts receivable                (320)           (150)
           Decrease (increase) in inventories               65            (210)
           (Decrease) increase in accounts payable        (170)             95
           Increase in accrued liabilities                  55              30
                                                       -------         -------
                    NET CASH PROVIDED BY
                    OPERATING ACTIVITIES                 1,825           1,565

    INVESTING ACTIVITIES
       Purchases of property, plant and equipment         (740)           (690)
       Other                                                20             (15)
                                                       -------         -------
                         NET CASH USED IN
                     INVESTING ACTIVITIES                 (720)           (705)

    FINANCING ACTIVITIES
       Principal payments on long-term debt               (500)           (500)
       Cash dividends                                     (350)           (300)
                                                       -------         -------
                         NET CASH USED IN
                     FINANCING ACTIVITIES                 (850)           (800)
                                                       -------         -------

    INCREASE IN CASH AND CASH EQUIVALENTS                  255              60

    Cash and cash equivalents at beginning of period       985             900
                                                       -------         -------

    CASH AND CASH EQUIVALENTS AT END OF PERIOD         $ 1,240         $   960
                                                       =======         =======
    See notes to condensed consolidated financial statements.
    """,
)

filed(
    "dates in the title alone, no heading over columns",
    (Means("position", (0, 1), (SEP, DEC)),),
    """
    DRAYTON MILLS
    CONSOLIDATED BALANCE SHEETS
    September 30, 1995 and December 31, 1994
    (In thousands of dollars)

    Assets
    Cash and cash equivalents                       1,240         985
    Accounts receivable, net                        4,310       3,990
    Inventories                                     3,655       3,720
    Prepaid expenses                                  215         190
      Total current assets                          9,420       8,885
    Property, plant and equipment, net              5,180       5,330
    Other assets                                      400         420
      Total                                        15,000      14,635
    Liabilities and stockholders' equity
    Accounts payable                                2,150       2,320
    Accrued liabilities                             1,340       1,285
    Current portion of long-term debt                 500         500
      Total current liabilities                     3,990       4,105
    Long-term debt                                  2,500       3,000
    Deferred income taxes                             310         290
    Common stock                                      200         200
    Additional paid-in capital                      3,100       3,095
    Retained earnings                               4,900       3,945
      Total stockholders' equity                    8,200       7,240
      Total                                        15,000      14,635
    """,
)

filed(
    "old year first, quarter and year to date in turn",
    (Means("quarter", (1, 0, 3, 2), (Q0, Q, N0, N)),),
    """
    EASTCOTE CHEMICAL WORKS, LTD.
    Interim statement of earnings (unaudited)
    (Dollars in thousands except per-share amounts)

                                     Three months           Nine months
                                         ended                 ended
                                     September 30          September 30
                                   ----------------      -----------------
                                     1994      1995        1994       1995
                                   ------    ------      -------   -------
    Net sales                      $7,640    $8,125      $21,515   $23,980
    Cost of sales                   5,045     5,310       14,250    15,720
    Gross profit                    2,595     2,815        7,265     8,260
    Selling, general and
      administrative                1,365     1,420        3,905     4,190
    Research and development          540       610        1,580     1,760
    Operating income                  690       785        1,780     2,310
    Interest expense                  110        95          340       300
    Interest income                    15        20           40        50
    Earnings before income taxes      595       710        1,480     2,060
    Income taxes                      215       260          540       755
    Net earnings                   $  380    $  450      $   940   $ 1,305
    Net earnings per share         $  .19    $  .22      $   .47   $   .65
    Weighted average shares         2,000     2,010        2,000     2,008
    """,
)

filed(
    "weeks in the heading, the days in the title",
    (
        Means(
            "quarter",
            (0, 1, 2, 3),
            ("1995-07-02..1995-09-30", "1994-07-03..1994-10-01", "1995-01-01..1995-09-30", "1994-01-02..1994-10-01"),
        ),
    ),
    """
    FARNHAM DRUG MARTS INC.
    CONSOLIDATED STATEMENTS OF EARNINGS
    PERIODS ENDED SEPTEMBER 30, 1995 AND OCTOBER 1, 1994
    (000's omitted, except per share)
                                  13 WEEKS ENDED         39 WEEKS ENDED
                                  1995      1994         1995      1994
    Sales                       $8,125    $7,640      $23,980   $21,515
    Cost of sales                5,310     5,045       15,720    14,250
    Gross profit                 2,815     2,595        8,260     7,265
    Selling, general &
      administrative expenses    1,420     1,365        4,190     3,905
    Research & development         610       540        1,760     1,580
    Operating income               785       690        2,310     1,780
    Interest expense                95       110          300       340
    Interest income                 20        15           50        40
    Earnings before taxes          710       595        2,060     1,480
    Income taxes                   260       215          755       540
    Net earnings                $  450    $  380      $ 1,305   $   940
    Earnings per share            $.22      $.19         $.65      $.47
    Average shares outstanding   2,010     2,000        2,008     2,000
    """,
)

filed(
    "bars between columns, underscores as rules",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    GLENMOOR RAIL PRODUCTS CORP
    STATEMENTS OF INCOME
    (in thousands, except per share data)
    _________________________________________________________________
                                          | Years Ended December 31,
                                          |    1995     |    1994
    ______________________________________|_____________|____________
    Net sales                             |   $24,600   |   $27,350
    Cost of sales                         |    18,450   |    19,820
    Selling, general and administrative   |     4,900   |     5,110
    ______________________________________|_____________|____________
    Income before income taxes            |     1,250   |     2,420
    Income taxes                          |       500   |       970
    ______________________________________|_____________|____________
    Net income                            |   $   750   |   $ 1,450
    ______________________________________|_____________|____________
    Net income per share                  |   $   .15   |   $   .29
    """,
)

filed(
    "this year and last year",
    (Means("quarter", (0, 1), (Q, Q0)),),
    """
    HOLLOWAY GREETINGS INC
    STATEMENT OF INCOME
    FOR THE QUARTER ENDED SEPTEMBER 30, 1995
    (IN THOUSANDS EXCEPT PER SHARE)
                                          THIS YEAR    LAST YEAR
    NET SALES                                 8,125        7,640
    COST OF SALES                             5,310        5,045
    GROSS PROFIT                              2,815        2,595
    SELLING, GENERAL AND ADMINISTRATIVE       1,420        1,365
    RESEARCH AND DEVELOPMENT                    610          540
    OPERATING INCOME                            785          690
    INTEREST EXPENSE                             95          110
    INTEREST INCOME                              20           15
    INCOME BEFORE INCOME TAXES                  710          595
    INCOME TAXES                                260          215
    NET INCOME                                  450          380
    NET INCOME PER SHARE                        .22          .19
    WEIGHTED AVERAGE SHARES                   2,010        2,000
    """,
)

filed(
    "amounts of change between the years",
    (Means("quarter", (0, 1), (Q, Q0)),),
    """
    INGLEBY FASTENER CO
    Comparative Statements of Income
    Third Quarter Ended September 30
    (In Thousands Except Per Share Data)

                                                           Increase
                                        1995      1994    (Decrease)
                                       ------    ------   ----------
    Net sales                          $8,125    $7,640      $ 485
    Cost of sales                       5,310     5,045        265
    Gross profit                        2,815     2,595        220
    Selling, general and
     administrative expenses            1,420     1,365         55
    Research and development              610       540         70
    Operating income                      785       690         95
    Interest expense                       95       110        (15)
    Interest income                        20        15          5
    Income before income taxes            710       595        115
    Income taxes                          260       215         45
    Net income                         $  450    $  380      $  70
    Net income per share                 $.22      $.19       $.03
    Weighted average shares             2,010     2,000         10
    """,
)

filed(
    "amounts wider than their headings, dollar signs far away",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    JARROW STEEL CASTINGS, INC.
                           Consolidated Statements of Operations

                                               Year ended December 31,
                                               1995              1994
                                               ----              ----

    Net sales                              $     24,600,000   $     27,350,000
    Cost of goods sold                           18,450,000         19,820,000
    Selling, general and administrative           4,900,000          5,110,000
    Income before income taxes                    1,250,000          2,420,000
    Provision for income taxes                      500,000            970,000
    Net income                             $        750,000   $      1,450,000

    Income per share                       $            .15   $            .29
    """,
)

filed(
    "a quarter told by its number, dollars in millions to three places",
    (Means("quarter", (0, 1), (Q, Q0), leave="WeightedAverageNumberOfSharesOutstandingBasic"),),
    """
    KINCAID CONTROLS, INC. AND SUBSIDIARIES
    Consolidated Earnings, third quarter ended September 30, 1995
    (Millions of dollars except per share)
                                             3rd Qtr.      3rd Qtr.
                                               1995          1994
    Net sales                                $8.125        $7.640
    Cost of sales                             5.310         5.045
    Gross profit                              2.815         2.595
    Selling, general and administrative       1.420         1.365
    Research and development                   .610          .540
    Operating income                           .785          .690
    Interest expense                          (.095)        (.110)
    Interest income                            .020          .015
    Income before income taxes                 .710          .595
    Income taxes                               .260          .215
    Net income                               $ .450        $ .380
    Net income per share                     $  .22        $  .19
    """,
)

filed(
    "the first lines of labels hang left, double spaced, footnotes under the table",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    <PAGE>
    <TABLE>
    <CAPTION>
    LARKHILL PUBLISHING, INC. AND SUBSIDIARIES

    CONSOLIDATED STATEMENTS OF EARNINGS

    Years ended December 31, 1995 and 1994
    (Thousands of Dollars, Except Per Share Amounts)
                                                            1995(1)        1994
    <S>                                                     <C>            <C>

    Net sales.............................................. $24,600        $27,350

    Cost of sales..........................................  18,450         19,820

    Selling, general and
      administrative expenses..............................   4,900          5,110

    Earnings before
      income taxes.........................................   1,250          2,420

    Provision for income
      taxes................................................     500            970

    Net earnings........................................... $   750        $ 1,450

    Net earnings per share................................. $   .15        $   .29
    <FN>
    (1) Includes the results of a plant bought on June 30, 1995 for 1,100.
    </FN>
    </TABLE>
    """,
)

filed(
    "numbered lines and notes in a column of letters",
    (Means("year", (0, 1), (Y, Y0)),),
    """
    MARSDEN UTILITIES CORPORATION
    STATEMENT OF INCOME, YEARS ENDED DECEMBER 31
    Dollars in thousands, except per share figures
    Line                                        Note      1995       1994
    1.   Operating revenues                              24,600     27,350
    2.   Cost of sales                            A      18,450     19,820
    3.   Selling, general and administrative      B       4,900      5,110
    4.   Income before income taxes                       1,250      2,420
    5.   Income taxes                             C         500        970
    6.   Net income                                         750      1,450
    7.   Earnings per share                                 .15        .29
    """,
)

filed(
    "unaudited beside audited, a line of rules between heading rows",
    (Means("position", (0, 1), (SEP, DEC)),),
    """
                      NORDEN SCIENTIFIC CORPORATION
                             BALANCE SHEETS

                                          Sept. 30, 1995     Dec. 31, 1994
                                           (Unaudited)        (Audited)
                                          --------------     -------------
                                              (Dollars in thousands)
    Assets
    ------
    Current assets:
      Cash and cash equivalents           $        1,240     $         985
      Accounts receivable, net                     4,310             3,990
      Inventories                                  3,655             3,720
      Prepaid expenses                               215               190
                                          --------------     -------------
                                                   9,420             8,885
    Property, plant and equipment, net             5,180             5,330
    Other assets                                     400               420
                                          --------------     -------------
                                          $       15,000     $      14,635
                                          ==============     =============
    Liabilities and Stockholders' Equity
    ------------------------------------
    Current liabilities:
      Accounts payable                    $        2,150     $       2,320
      Accrued liabilities                          1,340             1,285
      Current portion of long-term debt              500               500
                                          --------------     -------------
                                                   3,990             4,105
    Long-term debt                                 2,500             3,000
    Deferred income taxes                            310               290
    Stockholders' equity:
      Common stock                                   200               200
      Additional paid-in capital                   3,100             3,095
      Retained earnings                            4,900             3,945
                                          --------------     -------------
                                                   8,200             7,240
                                          --------------     -------------
                                          $       15,000     $      14,635
                                          ==============     =============
    """,
)


def read(filer: Filer) -> tuple[set[tuple[str, str, Decimal]], set[tuple[str, str, Decimal]]]:
    """What a page was meant to say and what was said, as concept, period and value."""
    conversion = convert(Source.from_bytes(filer.page.encode(), "page"), Filing(cik=1234567, fiscal_year_end=filer.year_end))
    facts = conversion.report.facts if conversion.report else ()
    return wanted(filer), {(fact.concept.name, str(fact.period), fact.value) for fact in facts}


@pytest.mark.parametrize("filer", FILERS, ids=lambda filer: filer.name.replace(" ", "-"))
def test_a_page_is_read_whole_and_right(filer: Filer) -> None:
    meant, said = read(filer)
    unnamed = [(period, abs(value)) for concept, period, value in meant if concept == "*" or concept in filer.untagged.split()]
    assert {one for one in meant if one[0] != "*" and one[0] not in filer.untagged.split()} <= said
    assert all(any(other[1] == period and abs(other[2]) == value for other in said) for period, value in unnamed)
    concepts = {(concept, period): value for concept, period, value in meant}
    assert not [one for one in said if one[:2] in concepts and concepts[one[:2]] != one[2]]


if __name__ == "__main__":
    total = hits = tagged = wrong = 0
    for one in FILERS:
        meant, said = read(one)
        amounts = {(period, abs(value)) for _, period, value in said}
        periods = {period for _, period, _ in meant}
        known = {(period, abs(value)) for _, period, value in meant}
        odd = sorted(f"{c} {p} {v}" for c, p, v in said if (p, abs(v)) not in known)
        got = sum((period, abs(value)) in amounts for _, period, value in meant)
        right = sum((c, p, v) in said or c == "*" for c, p, v in meant)
        total, hits, tagged, wrong = total + len(meant), hits + got, tagged + right, wrong + len(odd)
        print(f"{one.name:66} meant {len(meant):3} read {got:3} tagged {right:3} other {len(odd)}")
        for c, p, v in sorted(meant - said):
            print("     missing", c, p, v, "" if (p, abs(v)) in amounts else "UNREAD")
        for line in odd[:12]:
            print("     other  ", line)
    print(f"read {hits / total:.2%} tagged {tagged / total:.2%} other {wrong}")
