"""HTML in which a heading or a table leaves something to others: titles in preformatted blocks of their own, years whose day another
table tells, a second table under one title, headings of headings at one indent.
"""

import pytest
from html_page import (
    BALANCE,
    BALANCE_TITLE,
    DAY_HEADS,
    DAYS,
    OPERATIONS,
    OPERATIONS_TITLE,
    QUARTER_HEADS,
    QUARTERS,
    Line,
    balance,
    check_ledger,
    codes,
    converted,
    facts,
    meant,
    operations,
    page,
    table,
)

from converter import Code, Filing

# Preformatted blocks


def print_row(label: str, *numbers: str) -> str:
    return f"{label:<46}{''.join(f'{number:>12}' for number in numbers)}"


FIRST_PAGE = (
    print_row("", "2020", "2019"),
    *(print_row(line.label, *line.numbers) for line in OPERATIONS[:7]),
)
SECOND_PAGE = (
    print_row("", "2020", "2019"),
    *(print_row(line.label, *line.numbers) for line in OPERATIONS[7:]),
)
TITLE = ("              Example Corp", "   Consolidated Statements of Operations", "  (In thousands, except per share data)")
OVER = (print_row("", "  Three Months Ended March 31,"),)


def pre(*lines: str) -> str:
    return "<PRE>\n" + "\n".join(lines) + "\n</PRE>\n"


@pytest.mark.parametrize("between", ["", "<p align=right>5</p><hr>", "<hr>"])
def test_titles_in_preformatted_blocks_of_their_own(between: str) -> None:
    """The block of a title holds no numbers, and the scale stands on the first page alone."""
    again = pre("   Consolidated Statements of Operations (continued)")
    text = f"<html><body>{pre(*TITLE)}{pre(*OVER, *FIRST_PAGE)}{between}{again}{pre(*OVER, *SECOND_PAGE)}</body></html>"
    found = facts(converted(text))
    assert found == meant(OPERATIONS, QUARTERS)


# Lines typed with hard blanks

TYPED = (*TITLE, *OVER, *FIRST_PAGE, *(print_row(line.label, *line.numbers) for line in OPERATIONS[7:]))


@pytest.mark.parametrize("blank", ["&nbsp;", "\xa0", "&#160;"])
@pytest.mark.parametrize("between", ["<br>", "<br>\n", "</p>\n<p style='margin:0'>"])
def test_lines_typed_with_hard_blanks(blank: str, between: str) -> None:
    """In every line, first or last, table and running text: what shows is what counts."""
    lines = between.join(line.replace("  ", blank + " ").replace(" " + blank, blank * 2) for line in TYPED)
    conversion = converted(f"<html><body><p>It is\n   fine.</p><p><tt>{lines}</tt></p></body></html>")
    assert facts(conversion) == meant(OPERATIONS, QUARTERS)
    check_ledger(conversion)


def test_a_few_hard_blanks_make_no_table() -> None:
    words = "<p>Contact:&nbsp;&nbsp;&nbsp;(212) 555-0100</p>"
    assert facts(converted(page(operations(), words, balance()))) == meant(OPERATIONS, QUARTERS) | meant(BALANCE, DAYS)


# Years whose day another table tells

INTERIM = "<tr><td></td><td colspan=2>13 Weeks Ended</td><td colspan=2>39 Weeks Ended</td></tr>" + (
    "<tr><td></td><td>Oct. 2,<br>2005</td><td>Sept. 26,<br>2004</td><td>Oct. 2,<br>2005</td><td>Sept. 26,<br>2004</td></tr>"
)
CASH = (
    Line("Cash received from customers", ("331", "296")),
    Line("Cash paid to suppliers and employees", ("(318)", "(287)")),
    Line("Net cash provided by operating activities", ("13", "9")),
    Line("Capital expenditures", ("(3)", "(3)")),
    Line("Net cash used in investing activities", ("(3)", "(3)")),
    Line("Dividends paid", ("(1)", "(1)")),
    Line("Net cash used in financing activities", ("(1)", "(1)")),
    Line("Net increase in cash", ("9", "5")),
)


def interim(cash_heads: str) -> str:
    lines = [Line(line.label, line.numbers * 2) for line in OPERATIONS]
    title = "<p>Consolidated Statements of Cash Flows</p><p>(In thousands)</p>"
    return f"<html><body>{OPERATIONS_TITLE}{table(INTERIM, lines)}{title}{table(cash_heads, CASH)}</body></html>"


@pytest.mark.parametrize("words", ["39 Weeks Ended", "Thirty-Nine Weeks", "Year to Date", "Nine Months"])
def test_years_of_a_length_end_where_other_columns_of_it_do(words: str) -> None:
    heads = f"<tr><td></td><td colspan=2>{words}</td></tr><tr><td></td><td>2005</td><td>2004</td></tr>"
    found = facts(converted(interim(heads), Filing(cik=1234567)))
    name = "NetCashProvidedByUsedInOperatingActivities"
    assert {period for concept, period in found if concept == name} == {"2005-01-03..2005-10-02", "2003-12-29..2004-09-26"}


def test_years_alone_are_no_fiscal_years_where_parts_of_them_are_reported() -> None:
    conversion = converted(interim("<tr><td></td><td>2005</td><td>2004</td></tr>"), Filing(cik=1234567, fiscal_year_end=(12, 31)))
    assert "NetCashProvidedByUsedInOperatingActivities" not in {concept for concept, _ in facts(conversion)}
    assert Code.PERIOD_UNKNOWN in codes(conversion)


# Headings over groups of columns

FOUR = (*QUARTERS, "2019-04-01..2020-03-31", "2018-04-01..2019-03-31")


@pytest.mark.parametrize("heads", [
    "<tr><td></td><td>Three Months Ended March 31,</td><td>Twelve Months Ended March 31,</td></tr>"
    "<tr><td></td><td>2020</td><td>2019</td><td>2020</td><td>2019</td></tr>",
    "<tr><td></td><td></td><td>Three Months Ended March 31,</td><td>Twelve Months Ended March 31,</td></tr>"
    "<tr><td></td><td>2020</td><td>2019</td><td>2020</td><td>2019</td></tr>",
    "<tr><td></td><td colspan=2>Three Months Ended March 31, 2020</td><td colspan=2>Twelve Months Ended March 31, 2020</td></tr>"
    "<tr><td></td><td>This Year</td><td>Last Year</td><td>This Year</td><td>Last Year</td></tr>",
    "<tr><td></td><td colspan=4>Three and Twelve Months Ended March 31, 2020 and 2019</td></tr>"
    "<tr><td></td><td>2020</td><td>2019</td><td>2020</td><td>2019</td></tr>",
], ids=["narrow", "narrow and shifted", "this year and last", "lengths in a row of their own"])  # fmt: skip
def test_headings_over_pairs_of_columns(heads: str) -> None:
    lines = [Line(line.label, line.numbers * 2) for line in OPERATIONS]
    found = facts(converted(page(OPERATIONS_TITLE, table(heads, lines)), Filing(cik=1234567, fiscal_year_end=(3, 31))))
    assert {period for _, period in found} == set(FOUR)
    assert [found["Revenues", period] for period in FOUR] == [52480000, 47310000] * 2


# A second page under the title again


@pytest.mark.parametrize("scale", ["", "<p>(In thousands, except per share data)</p>"])
@pytest.mark.parametrize("cut", [4, 7, 9])
def test_a_second_page_under_the_title_without_more_words(cut: int, scale: str) -> None:
    """Nothing says "continued", and the scale may stand on the first page alone."""
    two = table(QUARTER_HEADS, OPERATIONS[:cut]) + "<p>7</p><p><b>Consolidated Statements of Operations</b></p>" + scale
    sheets = "<p>8</p><p><b>Consolidated Balance Sheets</b></p>" + scale + table(DAY_HEADS, BALANCE[cut:])
    text = page(OPERATIONS_TITLE, two, table(QUARTER_HEADS, OPERATIONS[cut:]), BALANCE_TITLE, table(DAY_HEADS, BALANCE[:cut]), sheets)
    conversion = converted(text)
    assert facts(conversion) == meant(OPERATIONS, QUARTERS) | meant(BALANCE, DAYS)
    check_ledger(conversion)


# A second table under one title

YEAR = tuple(Line(line.label, tuple(f"9{number}" for number in line.numbers)) for line in OPERATIONS)


def with_shares(lines: tuple[Line, ...], shares: str) -> list[Line]:
    """Each number with its share of revenue behind it."""
    return [Line(line.label, tuple(cell for number in line.numbers for cell in (number, shares))) for line in lines]


def test_a_second_table_with_columns_of_shares_between() -> None:
    heads = "<tr><td></td><td>{} Ended<br>March 31,<br>2020</td><td>% of<br>Rev.(a)</td><td>{} Ended<br>March 31,<br>2019</td>"
    heads += "<td>% of<br>Rev.(a)</td></tr>"
    quarter = table(heads.format("Three Months", "Three Months"), with_shares(OPERATIONS, "5.0%"))
    year = table(heads.format("Twelve Months", "Twelve Months"), with_shares(YEAR, "6.0%"))
    conversion = converted(page(OPERATIONS_TITLE, quarter, year), Filing(cik=1234567, fiscal_year_end=(3, 31)))
    found = facts(conversion)
    assert {key: value for key, value in found.items() if key[1] in QUARTERS} == meant(OPERATIONS, QUARTERS)
    assert {found["Revenues", period] for period in ("2019-04-01..2020-03-31", "2018-04-01..2019-03-31")} == {952480000, 947310000}
    check_ledger(conversion)


@pytest.mark.parametrize("words", [("Full Year", "Prior Full Year"), ("Larger", "Smaller")])
def test_a_second_table_whose_columns_tell_no_time_is_not_the_first_one(words: tuple[str, str]) -> None:
    year = table(f"<tr><td></td><td>{words[0]}</td><td>{words[1]}</td></tr>", YEAR)
    found = facts(converted(page(operations(), year, balance())))
    assert {key: value for key, value in found.items() if key[1] in QUARTERS} == meant(OPERATIONS, QUARTERS)


def test_what_a_later_table_reconciles_is_no_part_of_the_cash_flows() -> None:
    other = "<p><b>RECONCILIATION OF QUARTERLY RESULTS TO A COMPARABLE BASIS</b></p>" + table(
        "<tr><td></td><td>As Reported</td><td>Comparable</td></tr>", (Line("Net income", ("77", "66")), Line("Revenues", ("55", "44")))
    )
    title = "<p>Consolidated Statements of Cash Flows</p><p>(In thousands)</p>"
    last = Line("Cash at end of period", ("20", "15"))
    conversion = converted(page(operations(), title, table(QUARTER_HEADS, (*CASH, last)), other))
    assert not {77000, 66000, 55000, 44000, 77, 66, 55, 44} & set(map(int, facts(conversion).values()))


def test_cash_flows_without_a_title_are_known_by_their_activities() -> None:
    last = Line("Cash at end of period", ("20", "15"))
    lines = (Line("Cash flows from operating activities:"), *CASH, last)
    found = facts(converted(page(operations(), "<p>Example Corp</p><p>(In thousands)</p>", table(QUARTER_HEADS, lines))))
    assert found["NetCashProvidedByUsedInOperatingActivities", QUARTERS[0]] == 13000


def test_an_amount_in_the_text_right_above_a_table_is_no_scale() -> None:
    text = page("<p>Net income of Example Corp was $5.5 million.</p>", table(QUARTER_HEADS, OPERATIONS))
    found = facts(converted(text))
    assert found["Revenues", QUARTERS[0]] == 52480


# Headings at one indent


@pytest.mark.parametrize("over", ["Income per common and common equivalent share:", "Earnings per share"])
def test_basic_and_diluted_under_a_heading_at_their_own_indent(over: str) -> None:
    def sums(tail: str) -> tuple[Line, ...]:
        return (
            Line("Continuing operations", ("0.50", "0.35"), f"IncomeLossFromContinuingOperationsPer{tail}Share", ("0.50", "0.35")),
            Line(
                "Discontinued operations",
                ("0.05", "0.04"),
                f"IncomeLossFromDiscontinuedOperationsNetOfTaxPer{tail}Share",
                ("0.05", "0.04"),
            ),
            Line("Net income", ("0.55", "0.39"), f"EarningsPerShare{tail}", ("0.55", "0.39")),
        )

    def cells(line: Line) -> str:
        padding = ' style="padding-left:9pt"' if line in (*sums("Basic"), *sums("Diluted")) else ""
        return f"<tr><td{padding}>{line.label}</td>{''.join(f'<td>{number}</td>' for number in line.numbers)}</tr>"

    lines = (*OPERATIONS[:11], Line(over), Line("Basic:"), *sums("Basic"), Line("Diluted:"), *sums("Diluted"))
    assert facts(converted(page(OPERATIONS_TITLE, table(QUARTER_HEADS, lines, cells)))) == meant(lines, QUARTERS)
