"""Headings over columns: which words stand over which numbers, and which columns hold no values."""

import pytest
from paper import balance, codes, numbers, operations, periods, recognised, statement_of

from converter.diagnostic import Code
from converter.filing import Filing

TWO = (
    "Net Sales                     7,792      5,663",
    "Cost of Goods Sold            6,166      4,250",
    "Gross Profit                  1,626      1,413",
    "Income Tax Benefit             (379)      (222)",
    "Net Loss                     (1,576)    (2,645)",
    "",
    "Net Loss Per Share            (0.22)     (0.38)",
)
FOUR = (
    "Net Sales                     7,792      5,663     28,490     30,631",
    "Cost of Goods Sold            6,166      4,250     22,098     21,030",
    "Gross Profit                  1,626      1,413      6,392      9,601",
    "Income Tax Benefit             (379)      (222)    (1,815)       (12)",
    "Net Loss                     (1,576)    (2,645)    (6,829)    (7,072)",
    "",
    "Net Loss Per Share            (0.22)     (0.38)     (0.97)     (1.03)",
)
QUARTERS = ["2003-10-01..2003-12-31", "2002-10-01..2002-12-31"]
YEARS = ["2003-01-01..2003-12-31", "2002-01-01..2002-12-31"]
SHEET = (
    "Cash                          3,538      6,659",
    "Accounts Receivable           8,776      6,073",
    "Inventories                   9,591      7,795",
    "Total Assets                 21,905     20,527",
)


HEADS_OF_TWO = {
    "whole dates over each column": """
                         Three Months Ended
                     Dec. 31, 2003  Dec. 31, 2002
""",
    "a date split over two rows": """
                            Three Months Ended
                            Dec. 31,   Dec. 31,
                               2003       2002
""",
    "month and day over both, years alone below": """
                            Three Months Ended
                              December 31,
                              2003       2002
""",
    "length, month and day in one row": """
                         Three Months Ended Dec. 31,
                             2003       2002
""",
    "lines drawn between": """
                            Three Months Ended
                           -------------------
                            Dec. 31,   Dec. 31,
                               2003       2002
                            --------   --------
""",
    "both years in words, and again below": """
                      Three Months Ended December 31, 2003 and 2002
                              2003       2002
""",
    "the length over each column": """
                      Three Months  Three Months
                          Ended        Ended
                      Dec. 31, 2003  Dec. 31, 2002
""",
    "two dates one blank apart": """
                         Three Months Ended
                         Dec. 31, 2003 Dec. 31, 2002
""",
    "dates in figures": """
                         Three Months Ended
                          12/31/03   12/31/02
""",
    "capitals": """
                         THREE MONTHS ENDED
                         12/31/2003 12/31/2002
""",
    "a quarter by name": """
                         Quarter Ended December 31
                              2003       2002
""",
}


@pytest.mark.parametrize("print_", HEADS_OF_TWO)
def test_two_quarters_however_their_headings_are_printed(print_: str) -> None:
    assert periods(statement_of(operations(HEADS_OF_TWO[print_], *TWO)).columns) == QUARTERS


HEADS_OF_FOUR = {
    "whole dates below": """
                            Three Months Ended    Twelve Months Ended
                            Dec. 31,   Dec. 31,   Dec. 31,   Dec. 31,
                               2003       2002       2003       2002
""",
    "month and day over two": """
                            Three Months Ended       Year Ended
                               December 31,         December 31,
                              2003       2002       2003       2002
""",
    "lines drawn under each": """
                            Three Months Ended       Year Ended
                           -------------------  -------------------
                            Dec. 31,   Dec. 31,   Dec. 31,   Dec. 31,
                               2003       2002       2003       2002
""",
    "the length over two rows": """
                              For the Three        For the Twelve
                               Months Ended         Months Ended
                               December 31,         December 31,
                              2003       2002       2003       2002
""",
}


@pytest.mark.parametrize("print_", HEADS_OF_FOUR)
def test_a_heading_may_stand_over_two_columns(print_: str) -> None:
    assert periods(statement_of(operations(HEADS_OF_FOUR[print_], *FOUR)).columns) == QUARTERS + YEARS


def test_unaudited_on_one_column_is_no_part_of_its_period() -> None:
    heads = (
        "                            April 4,   Dec. 31,\n"
        "                               2004       2003\n"
        "                          (Unaudited)"
    )
    statement = statement_of(balance(heads, *SHEET))
    assert periods(statement.columns) == ["2004-04-04", "2003-12-31"]


def test_a_quarter_inside_a_month_follows_the_comparative_balance_sheet() -> None:
    page = operations(
        "                         Three Months Ended\n"
        "                            April 4,  March 30,\n"
        "                               2004       2003",
        *TWO,
    )
    sheet = balance("                            April 4,   Dec. 31,\n                               2004       2003", *SHEET)
    statements, _ = recognised(page + "\n\n" + sheet)
    assert periods(statements[0].columns) == ["2004-01-01..2004-04-04", "2003-01-01..2003-03-30"]
    assert all("2003-12-31" in column.inferred or "2002-12-31" in column.inferred for column in statements[0].columns)
    assert all(not column.inferred for column in statements[1].columns)


def test_a_given_fiscal_year_end_decides_where_quarters_start() -> None:
    page = operations(
        "                         Three Months Ended\n"
        "                            April 4,  March 30,\n"
        "                               2004       2003",
        *TWO,
    )
    statement = statement_of(page, Filing(fiscal_year_end=(12, 31)))
    assert periods(statement.columns) == ["2004-01-01..2004-04-04", "2003-01-01..2003-03-30"]


@pytest.mark.parametrize(
    ("weeks", "first"), [("Thirteen Weeks Ended", "1996-06-30"), ("39 Weeks Ended", "1995-12-31"), ("52 Weeks Ended", "1995-10-01")]
)
def test_weeks(weeks: str, first: str) -> None:
    heads = (
        f"                         {weeks}\n                          Sept. 28,  Sept. 30,\n                               1996       1995"
    )
    assert periods(statement_of(operations(heads, *TWO)).columns)[0] == f"{first}..1996-09-28"


def test_fiscal_years_by_their_year_alone_end_where_the_title_says() -> None:
    heads = "                         Years Ended June 30,\n                              2003       2002"
    assert periods(statement_of(operations(heads, *TWO)).columns) == ["2002-07-01..2003-06-30", "2001-07-01..2002-06-30"]


CHANGES = (
    "Net Sales                     7,792      5,663      37.6%",
    "Cost of Goods Sold            6,166      4,250      45.1%",
    "Gross Profit                  1,626      1,413      15.1%",
    "Income Tax Benefit             (379)      (222)     70.7%",
    "Net Loss                     (1,576)    (2,645)    (40.4)%",
)
HEADS = (
    "                            Three Months Ended\n"
    "                            Dec. 31,   Dec. 31,    {}\n"
    "                               2003       2002"
)


@pytest.mark.parametrize("head", ["%", "Change", "% Chg", "Percent"])
def test_a_column_of_changes_holds_no_values_and_every_number_of_it_is_named(head: str) -> None:
    statement = statement_of(operations(HEADS.format(head), *CHANGES))
    assert periods(statement.columns) == QUARTERS
    assert [(o.text, o.code) for o in statement.leftovers] == [
        (text, "column-not-values") for text in ("37.6%", "45.1%", "15.1%", "70.7%", "(40.4)%")]  # fmt: skip


def test_a_column_of_changes_between_values() -> None:
    lines = (
        "Net Sales                     7,792      2,129      5,663",
        "Cost of Goods Sold            6,166      1,916      4,250",
        "Gross Profit                  1,626        213      1,413",
        "Net Loss                     (1,576)     1,069     (2,645)",
    )
    heads = (
        "                            Three Months Ended\n"
        "                            Dec. 31,   Increase    Dec. 31,\n"
        "                               2003  (Decrease)      2002"
    )
    statement = statement_of(operations(heads, *lines))
    assert periods(statement.columns) == QUARTERS
    assert numbers(statement.lines[0]) == ["7792", "5663"]
    assert [leftover.text for leftover in statement.leftovers] == ["2,129", "1,916", "213", "1,069"]


def test_a_pro_forma_column_holds_no_reported_values() -> None:
    heads = "                            Three Months Ended Dec. 31, 2003\n                            Reported  Pro Forma"
    statement = statement_of(operations(heads, *TWO))
    assert periods(statement.columns) == ["2003-10-01..2003-12-31"]
    assert len(statement.leftovers) == 6
    assert {leftover.code for leftover in statement.leftovers} == {"column-not-values"}


def test_a_column_without_a_period_is_doubted_and_its_numbers_are_named() -> None:
    heads = "                          Dec. 31, 2003   Elsewhere"
    statements, doubts = recognised(balance(heads, *SHEET))
    assert periods(statements[0].columns) == ["2003-12-31"]
    assert [leftover.text for leftover in statements[0].leftovers] == ["6,659", "6,073", "7,795", "20,527"]
    assert {leftover.code for leftover in statements[0].leftovers} == {"period-unknown"}
    assert all("Elsewhere" in leftover.reason for leftover in statements[0].leftovers)
    assert Code.PERIOD_UNKNOWN in codes(doubts)


def test_two_columns_of_one_period_contradict_each_other() -> None:
    heads = (
        "                            Three Months Ended    Twelve Months Ended\n"
        "                            Dec. 31,   Dec. 31,   Dec. 31,   Dec. 31,"
    )
    (statement,), doubts = recognised(operations(heads + "\n                               2003       2003       2003       2002", *FOUR))
    assert Code.PERIOD_AMBIGUOUS in codes(doubts)
    assert periods(statement.columns) == YEARS
    assert [leftover.text for leftover in statement.leftovers][:4] == ["7,792", "5,663", "6,166", "4,250"]
    assert len(statement.leftovers) == 2 * 6
    assert {leftover.code for leftover in statement.leftovers} == {"period-ambiguous"}
    assert all(leftover.reason for leftover in statement.leftovers)


WITHOUT_PERIOD = {
    Code.PERIOD_UNKNOWN: """
                        First Quarter  First Quarter
                               2003       2002
""",
    Code.PERIOD_AMBIGUOUS: """
                            Three Months Ended
                            Dec. 31,   Dec. 31,
                               2003       2003
""",
}


@pytest.mark.parametrize("code", WITHOUT_PERIOD)
def test_a_statement_without_any_period_says_so(code: Code) -> None:
    _, doubts = recognised(operations(WITHOUT_PERIOD[code], *TWO))
    assert code in codes(doubts)


def test_details_and_totals_in_columns_of_their_own_are_one_period() -> None:
    lines = (
        "Cash                          3,538",
        "Accounts Receivable           8,776",
        "Inventories                   9,591",
        "Total Current Assets                    21,905",
        "Property and Equipment        4,000",
        "Other Assets                  1,000",
        "Total Assets                            26,905",
    )
    statement = statement_of(balance("                            December 31, 2003", *lines))
    assert periods(statement.columns) == ["2003-12-31"]
    assert [numbers(line)[0] for line in statement.lines] == ["3538", "8776", "9591", "21905", "4000", "1000", "26905"]


def test_a_column_knows_the_extent_of_its_numbers() -> None:
    statement = statement_of(
        operations("                            Dec. 31,   Dec. 31,\n                               2003       2002", *TWO),
        Filing(fiscal_year_end=(12, 31)),
    )
    for column, first in zip(statement.columns, ("7,792", "5,663"), strict=True):
        left = TWO[0].index(first)
        assert column.left <= left < left + len(first) <= column.right


YEARS_OF_THREE = ["1998-01-01..1998-12-31", "1997-01-01..1997-12-31", "1996-01-01..1996-12-31"]
THREE = (
    "Net Sales                        7,792      5,663      5,120",
    "Cost of Goods Sold               6,166      4,250      4,001",
    "Gross Profit                     1,626      1,413      1,119",
    "Net Income                         379        222        118",
)


@pytest.mark.parametrize(
    "title",
    [
        "      FOR THE YEARS ENDED DECEMBER 31, 1998, 1997 AND 1996",
        "      For the Three Years Ended December 31, 1998, 1997, and 1996",
        "   For the fiscal years 1998, 1997 and 1996 (ended December 31, 1998)",
    ],
)
@pytest.mark.parametrize("ruled", [True, False], ids=["underlined", "plain"])
def test_a_heading_that_lists_the_years_speaks_of_all_columns(title: str, ruled: bool) -> None:
    """It is centred on the page, so a part of the columns stands under it, and under the line below it."""
    text = title.strip()
    line = title.replace(text, "-" * len(text)) if ruled else ""
    heads = "\n".join([title, line, "", f"{1998:>38}{1997:>11}{1996:>11}", f"{'-----':>38}{'-----':>11}{'-----':>11}"])
    assert periods(statement_of(operations(heads, *THREE)).columns) == YEARS_OF_THREE


@pytest.mark.parametrize(
    "heads",
    [
        """
                                                   PERIOD FROM
                                                  MARCH 4, 1992
                           NINE MONTHS ENDED     (INCEPTION) TO
                             SEPTEMBER 30,        SEPTEMBER 30,
                             2001       2000           2001""",
        """
                                                  Inception
                           Nine Months Ended   (March 4, 1992)
                             September 30,    through September 30,
                             2001       2000           2001""",
        """
                                                 March 4, 1992
                           Nine months ended     (inception) to
                             September 30,       September 30,
                             2001       2000           2001""",
    ],
)
def test_a_column_since_inception(heads: str) -> None:
    lines = (
        "Revenues                   1,943      1,249         10,310",
        "Research and development  14,806     10,944         61,840",
        "Loss from operations     (12,863)    (9,695)       (51,530)",
        "Net loss                 (12,863)    (9,695)       (51,530)",
    )
    found = periods(statement_of(operations(heads, *lines)).columns)
    assert found == ["2001-01-01..2001-09-30", "2000-01-01..2000-09-30", "1992-03-04..2001-09-30"]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "plain"])
def test_three_years_under_one_heading_beside_another(ruled: bool) -> None:
    """The two headings do not share the columns evenly."""
    heads = f"""
                                                               Inception
                              Year Ended December 31,      (June 12, 1989)
                             {"-" * 27 if ruled else ""}
                                                           to December 31,
                                1995      1994      1993         1995"""
    lines = (
        "Revenues                       1,943     1,249       954         10,310",
        "Research and development       4,806     3,944     2,806         21,840",
        "Loss before income taxes      (2,863)   (2,695)   (1,852)       (11,530)",
        "Net loss                      (2,863)   (2,695)   (1,852)       (11,530)",
    )
    assert periods(statement_of(operations(heads, *lines)).columns) == [
        "1995-01-01..1995-12-31",
        "1994-01-01..1994-12-31",
        "1993-01-01..1993-12-31",
        "1989-06-12..1995-12-31",
    ]


def test_a_heading_that_lists_the_days_of_fiscal_years() -> None:
    """Fiscal 1994 ends in January 1995, on another day of the month than fiscal 1993."""
    heads = (
        "FOR THE FISCAL YEARS ENDED JANUARY 28, 1995 AND JANUARY 29, 1994\n"
        "----------------------------------------------------------------\n\n"
        "                                 1994       1993"
    )
    assert periods(statement_of(operations(heads, *TWO)).columns) == ["1994-01-30..1995-01-28", "1993-01-31..1994-01-29"]
