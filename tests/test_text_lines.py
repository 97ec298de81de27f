"""Lines of fixed-width statements: wrapped labels, columns between the values, marks of typesetting."""

import re
from decimal import Decimal

from text_page import PRETAX, YEARS, check, check_ledger, converted, facts, meaning

from converter import Code


def test_numbers_on_the_last_row_of_a_wrapped_label() -> None:
    page = """
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                            (In thousands)

                                                   Years Ended December 31,
                                                     1995           1994
Net sales                                          24,600         27,350
Cost of goods
  sold                                             18,450         19,820
Selling, general
  and administrative
  expenses                                          4,900          5,110
Income before
 income taxes                                       1,250          2,420
Provision for
   income taxes                                       500            970
Net income                                            750          1,450
Net income per share                               $  .15         $  .29
"""
    check(page, meaning(YEARS, WRAPPED_MEANS))


def test_numbers_on_the_first_row_of_a_wrapped_label() -> None:
    page = """
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                            (In thousands)

                                                   Years Ended December 31,
                                                     1995           1994
Net sales                                          24,600         27,350
Cost of goods                                      18,450         19,820
  sold
Selling, general                                    4,900          5,110
  and administrative
  expenses
Income before                                       1,250          2,420
 income taxes
Provision for                                         500            970
   income taxes
Net income                                            750          1,450
Net income per share                               $  .15         $  .29
"""
    check(page, meaning(YEARS, WRAPPED_MEANS))


WRAPPED_MEANS = f"""
    Revenues                                    24,600   27,350
    CostOfRevenue                               18,450   19,820
    SellingGeneralAndAdministrativeExpense       4,900    5,110
    {PRETAX}   1,250  2,420
    IncomeTaxExpenseBenefit                        500      970
    NetIncomeLoss                                  750    1,450
    EarningsPerShareBasic                          .15      .29
"""


def test_percent_columns_between_values() -> None:
    page = """
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                            (In thousands)

                                     Years Ended December 31,
                                  1995      %         1994      %
                                  ----      -         ----      -
Net sales                       24,600   100.0%     27,350   100.0%
Cost of goods sold              18,450    75.0      19,820    72.5
Selling, general and
  administrative expenses        4,900    19.9       5,110    18.7
Income before income taxes       1,250     5.1       2,420     8.8
Provision for income taxes         500     2.0         970     3.5
Net income                         750     3.0%      1,450     5.3%
Net income per share            $  .15              $  .29
"""
    conversion = check(page, meaning(YEARS, WRAPPED_MEANS))
    left = [entry for entry in conversion.entries if entry.fact is None]
    assert [entry.text.rstrip("%") for entry in left if entry.label == "Net sales"] == ["100.0", "100.0"]
    assert len(left) == 12
    assert {entry.code for entry in left} == {Code.COLUMN_NOT_VALUES.label}


def test_a_column_of_changes() -> None:
    page = """
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                            (In thousands)

                                     Years Ended              Increase
                                     December 31,            (Decrease)
                                  1995         1994
Net sales                       24,600       27,350           (2,750)
Cost of goods sold              18,450       19,820           (1,370)
Selling, general and
  administrative expenses        4,900        5,110             (210)
Income before income taxes       1,250        2,420           (1,170)
Provision for income taxes         500          970             (470)
Net income                         750        1,450             (700)
Net income per share            $  .15       $  .29             (.14)
"""
    conversion = check(page, meaning(YEARS, WRAPPED_MEANS))
    left = [entry for entry in conversion.entries if entry.fact is None]
    assert len(left) == 7
    assert {entry.code for entry in left} == {Code.COLUMN_NOT_VALUES.label}


def test_a_combined_statement_of_income_and_retained_earnings() -> None:
    page = """
                              EXAMPLE CORP
         CONSOLIDATED STATEMENTS OF INCOME AND RETAINED EARNINGS
                (In thousands, except per share amounts)

                                                   Years Ended December 31,
                                                     1995           1994
Net sales                                         $24,600        $27,350
Cost of goods sold                                 18,450         19,820
Selling, general and administrative expenses        4,900          5,110
Income before income taxes                          1,250          2,420
Provision for income taxes                            500            970
Net income                                            750          1,450

Retained earnings, beginning of year                5,150          3,900
Cash dividends                                       (200)          (200)

Retained earnings, end of year                     $5,700         $5,150

Net income per share                                 $.15           $.29
"""
    conversion = converted(page)
    found = facts(conversion)
    check_ledger(conversion, page)
    assert meaning(YEARS, WRAPPED_MEANS).items() <= found.items()
    ends = {("RetainedEarningsAccumulatedDeficit", day): Decimal(value) for day, value in
            (("1995-12-31", "5700000"), ("1994-12-31", "5150000"), ("1993-12-31", "3900000"))}  # fmt: skip
    assert ends.items() <= found.items()
    assert len(found) == 14 + 3 + 2  # the last is what was paid out, under whatever name


MARKED = """<PAGE>
<TABLE>
<CAPTION>
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                (In thousands, except per share amounts)

                                                   Years Ended December 31,
                                                     1995           1994
                                                     ----           ----
<S>                                               <C>            <C>
Net sales                                         $24,600        $27,350
Cost of goods sold (1)                             18,450         19,820
Selling, general and administrative expenses        4,900          5,110
                                                  -------        -------
Income before income taxes                          1,250          2,420
Provision for income taxes                            500            970
                                                  -------        -------
Net income                                           $750         $1,450
                                                  =======        =======
Net income per share                                 $.15           $.29
                                                  =======        =======
<FN>
(1) Includes depreciation of 310 and 290 in 1995 and 1994.
</FN>
</TABLE>
"""


def test_marks_of_edgar_tables() -> None:
    check(MARKED, meaning(YEARS, WRAPPED_MEANS))


def test_marks_with_the_title_before_the_table() -> None:
    title, _, rest = MARKED.partition("<TABLE>\n<CAPTION>\n")
    head, _, body = rest.partition("\n\n")
    check(f"{title}{head}\n\n<TABLE>\n<CAPTION>\n{body}", meaning(YEARS, WRAPPED_MEANS))


def test_marks_in_capitals_or_not() -> None:
    check(re.sub(r"<[A-Z/]+>", lambda found: found[0].lower(), MARKED), meaning(YEARS, WRAPPED_MEANS))
