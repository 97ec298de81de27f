"""HTML in which a statement's parts stand elsewhere than usual: sides, titles, currencies, quarters told by label."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from html_page import (
    BALANCE,
    BOTH,
    DAY_HEADS,
    DAYS,
    OPERATIONS,
    OPERATIONS_TITLE,
    QUARTER_HEADS,
    QUARTERS,
    Facts,
    Line,
    balance,
    check_ledger,
    converted,
    facts,
    meant,
    operations,
    page,
    table,
    with_lines,
)

from converter import Code, Conversion, Filing
from converter.readers.html.figures import Piece, piece_of

# Two sides beside each other

SECOND = next(index for index, line in enumerate(BALANCE) if line.label.startswith("Liabilities and"))


def half(line: Line | None) -> str:
    if line is None:
        return "<td></td><td></td><td></td>"
    numbers = line.numbers or ("", "")
    return f"<td>{line.label}</td><td>{numbers[0]}</td><td>{numbers[1]}</td>"


def beside(lines: Sequence[Line], heads: str) -> str:
    """Assets on the left, the rest on the right; the last lines of both stand on one row."""
    left: list[Line | None] = [*lines[1:SECOND]]
    right: list[Line | None] = [*lines[SECOND + 1 :]]
    left[-1:-1] = [None] * (len(right) - len(left))
    rows = "".join(f"<tr>{half(one)}<td>&nbsp;</td>{half(other)}</tr>" for one, other in zip(left, right, strict=True))
    return f"<p><b>Consolidated Balance Sheets</b></p><p>(In thousands)</p><table>{heads}{rows}</table>"


def test_assets_and_liabilities_side_by_side() -> None:
    days = "<td>March 31,<br>2020</td><td>December 31,<br>2019</td>"
    heads = f"<tr><td>ASSETS</td>{days}<td></td><td>LIABILITIES AND STOCKHOLDERS' EQUITY</td>{days}</tr>"
    conversion = converted(page(operations(), beside(BALANCE, heads)))
    assert facts(conversion) == BOTH
    check_ledger(conversion)


# Tables without a title


def test_tables_under_the_name_of_the_company_alone() -> None:
    name = "<p align=center><b>Example Corp</b></p><p align=center>(In thousands, except per share data)</p>"
    conversion = converted(page(name, table(QUARTER_HEADS, OPERATIONS), name, table(DAY_HEADS, BALANCE)))
    assert facts(conversion) == BOTH
    check_ledger(conversion)


@pytest.mark.parametrize("words", ["Reconciliation of net income", "Segment results", "Guidance for 2020", "Pro forma results"])
def test_no_table_of_another_kind_stands_in_for_a_statement(words: str) -> None:
    conversion = converted(page(f"<p><b>{words}</b></p>", table(QUARTER_HEADS, OPERATIONS), balance()))
    assert facts(conversion) == meant(BALANCE, DAYS)


def test_a_table_of_adjusted_figures_stands_in_for_no_statement() -> None:
    lines = with_lines(Line("Adjusted EBITDA", ("9,120", "8,050")), "Net income")
    conversion = converted(page("<p><b>Example Corp</b></p>", table(QUARTER_HEADS, lines), balance()))
    assert facts(conversion) == meant(BALANCE, DAYS)


# Several currencies


def translated(line: Line) -> str:
    """Numbers of both columns, and the latest once more at half its amount."""
    numbers = line.numbers
    if numbers:
        numbers = (*numbers, str(round(Decimal(re.sub(r"[(),]", "", numbers[0])) / 2, 2 if "." in numbers[0] else 0)))
    return f"<tr><td>{line.label}</td>{''.join(f'<td>{number}</td>' for number in numbers)}</tr>"


def at_any_rate(line: Line) -> str:
    """Numbers of both columns, and amounts that have nothing to do with them."""
    numbers = line.numbers and (*line.numbers, f"{(len(line.label) * 7919) % 9000 + 1000:,}")
    return f"<tr><td>{line.label}</td>{''.join(f'<td>{number}</td>' for number in numbers)}</tr>"


def in_two_currencies(own: str, cells: Callable[[Line], str]) -> Conversion:
    heads = (
        "<tr><td></td><td colspan=3>Three Months Ended March 31,</td></tr><tr><td></td><td>2020</td><td>2019</td><td>2020</td></tr>"
        f"<tr><td></td><td>{own}</td><td>{own}</td><td>US$</td></tr>"
    )
    conversion = converted(page(OPERATIONS_TITLE, table(heads, OPERATIONS, cells)))
    check_ledger(conversion)
    return conversion


def by_currency(conversion: Conversion, code: str) -> Facts:
    assert conversion.report is not None
    own = [fact for fact in conversion.report.facts if fact.unit.numerator == (f"iso4217:{code}",)]
    return {(fact.concept.name, str(fact.period)): fact.value for fact in own}


@pytest.mark.parametrize(("own", "code"), [("RMB", "CNY"), ("€", "EUR"), ("NIS", "ILS")])
def test_a_column_in_us_dollars_for_convenience_has_facts_of_its_own(own: str, code: str) -> None:
    conversion = in_two_currencies(own, translated)
    assert by_currency(conversion, code) == meant(OPERATIONS, QUARTERS)
    halves = by_currency(conversion, "USD")
    assert len(halves) == len(meant(OPERATIONS, QUARTERS[:1]))
    assert halves["Revenues", QUARTERS[0]] == 26_240_000
    assert halves["EarningsPerShareBasic", QUARTERS[0]] == Decimal("0.28")


def test_a_column_in_another_currency_that_translates_no_other_is_left_out() -> None:
    conversion = in_two_currencies("RMB", at_any_rate)
    assert by_currency(conversion, "CNY") == meant(OPERATIONS, QUARTERS)
    assert not by_currency(conversion, "USD")
    left = [entry for entry in conversion.entries if entry.fact is None]
    assert {entry.code for entry in left} == {Code.COLUMN_NOT_VALUES.label}
    assert len(left) == sum(1 for line in OPERATIONS if line.numbers)


# Quarters told by label


def five(line: Line) -> str:
    """A line in five quarters: four times the earlier figures, then the latest."""
    numbers = line.numbers and (*line.numbers[1:], *line.numbers[1:] * 3, line.numbers[0])
    return f"<tr><td>{line.label}</td>{''.join(f'<td>{number}</td>' for number in numbers)}</tr>"


@pytest.mark.parametrize("label", ["Q{}'{}", "{}Q{}", "Q{} 20{}", "Q{} FY{}"])
def test_the_latest_quarter_label_ends_on_the_latest_balance_date(label: str) -> None:
    quarters = "".join(f"<td>{label.format(q, y)}</td>" for q, y in ((1, 19), (2, 19), (3, 19), (4, 19), (1, 20)))
    days = "<tr><td></td><td>Mar 31, 2019</td><td>Jun 30, 2019</td><td>Sep 30, 2019</td><td>Dec 31, 2019</td><td>Mar 31, 2020</td></tr>"
    sheets = "<p>Consolidated Balance Sheets</p><p>(In thousands)</p>" + table(days, BALANCE, five)
    text = page(OPERATIONS_TITLE, table(f"<tr><td></td>{quarters}</tr>", OPERATIONS, five), sheets)
    found = facts(converted(text, Filing(cik=1234567)))
    expected = meant(OPERATIONS, QUARTERS)
    assert {key: value for key, value in found.items() if key in expected} == expected


# One number for basic and diluted


def test_shares_beside_a_result_that_is_basic_and_diluted() -> None:
    lines = [line for line in OPERATIONS if line.label not in ("Earnings per share:", "Basic", "Diluted")]
    lines += [
        Line("Earnings per share - basic and diluted", ("0.55", "0.39")),
        Line("Weighted average shares outstanding", ("10,000", "9,923")),
    ]
    found = facts(converted(page(OPERATIONS_TITLE, table(QUARTER_HEADS, lines))))
    assert found["WeightedAverageNumberOfShareOutstandingBasicAndDiluted", QUARTERS[0]] == 10_000_000
    assert ("WeightedAverageNumberOfSharesOutstandingBasic", QUARTERS[0]) not in found


# Fiscal years numbered by the year in which they begin


def test_a_fiscal_year_that_ends_in_the_january_after_its_number() -> None:
    years = "<tr><td></td><td>Fiscal 2019</td><td>Fiscal 2018</td></tr>"
    days = "<tr><td></td><td>February 1,<br>2020</td><td>February 2,<br>2019</td></tr>"
    conversion = converted(page(operations(heads=years), balance(heads=days)), Filing(cik=1234567))
    found = facts(conversion)
    assert {period for _, period in found} == {"2019-02-03..2020-02-01", "2018-02-04..2019-02-02", "2020-02-01", "2019-02-02"}
    assert found["Revenues", "2019-02-03..2020-02-01"] == 52_480_000


def test_quarters_of_such_a_year() -> None:
    quarters = "<tr><td></td><td>Q3 2019</td><td>Q3 2018</td></tr>"
    days = "<tr><td></td><td>October 31,<br>2019</td><td>January 31,<br>2019</td></tr>"
    found = facts(converted(page(operations(heads=quarters), balance(heads=days)), Filing(cik=1234567)))
    assert found["Revenues", "2019-08-01..2019-10-31"] == 52_480_000
    assert found["Revenues", "2018-08-01..2018-10-31"] == 47_310_000


# Cells that are not displayed


def test_cells_that_are_not_displayed_take_no_room() -> None:
    gone = '<td style="display:none"></td>'
    heads = (
        f"<tr><td></td><td colspan=2>Three Months Ended March 31,</td>{gone * 2}<td colspan=2>Twelve Months Ended March 31,</td></tr>"
        "<tr><td></td><td>2020</td><td>2019</td><td>2020</td><td>2019</td></tr>"
    )

    periods = (*QUARTERS, "2019-04-01..2020-03-31", "2018-04-01..2019-03-31")
    found = facts(converted(page(OPERATIONS_TITLE, table(heads, OPERATIONS, twice))))
    assert {period for _, period in found} == set(periods)


def test_line_numbers_before_the_words_are_no_part_of_them() -> None:
    numbers = iter(range(1, 99))

    def numbered(line: Line) -> str:
        return f"<tr><td>{next(numbers)}</td><td>{line.label}</td>{''.join(f'<td>{number}</td>' for number in line.numbers)}</tr>"

    heads = QUARTER_HEADS.replace("<tr>", "<tr><td></td>")
    assert facts(converted(page(OPERATIONS_TITLE, table(heads, OPERATIONS, numbered)))) == meant(OPERATIONS, QUARTERS)


# Headings of quarters and of the year to date


def twice(line: Line) -> str:
    return f"<tr><td>{line.label}</td>{''.join(f'<td>{number}</td>' for number in line.numbers * 2)}</tr>"


def over(first: str, second: str, corner: str = "") -> str:
    """The headings of two pairs of columns over their years."""
    years = "<td>2020</td><td>2019</td>" * 2
    return f"<tr><td>{corner}</td><td colspan=2>{first}</td><td colspan=2>{second}</td></tr><tr><td></td>{years}</tr>"


@pytest.mark.parametrize(
    "heads",
    [
        over("Second Quarter", "Year to Date"),
        over("Second Quarter", "Six Months"),
        over("2nd Qtr.", "First Half"),
        over("Q2", "H1"),
        over("Three Mos. Ended June 30,", "Six Mos. Ended June 30,"),
        over("Three months", "Six months", corner="Periods ended June 30"),
    ],
)
def test_headings_of_a_quarter_and_the_year_to_date(heads: str) -> None:
    days = "<tr><td></td><td>Balance at<br>June 30, 2020</td><td>Balance at<br>December 31, 2019</td></tr>"
    found = facts(converted(page(OPERATIONS_TITLE, table(heads, OPERATIONS, twice), balance(heads=days)), Filing(cik=1234567)))
    quarters = {"2020-04-01..2020-06-30", "2019-04-01..2019-06-30"}
    assert {period for _, period in found} == quarters | {"2020-01-01..2020-06-30", "2019-01-01..2019-06-30", "2020-06-30", "2019-12-31"}


def test_the_length_of_time_over_the_labels() -> None:
    heads = "<tr><td>Three months ended March 31,</td><td>2020</td><td>2019</td></tr>"
    assert facts(converted(page(operations(heads=heads)))) == meant(OPERATIONS, QUARTERS)


def test_an_earlier_period_as_adjusted_is_reported() -> None:
    heads = QUARTER_HEADS + "<tr><td></td><td></td><td>As Adjusted</td></tr>"
    assert facts(converted(page(operations(heads=heads)))) == meant(OPERATIONS, QUARTERS)


@pytest.mark.parametrize("words", ["US$'000, except per share data", "$ in 000s, except per share amounts", "RMB\u2019000"])
def test_scales_in_zeros(words: str) -> None:
    found = facts(converted(page(OPERATIONS_TITLE.replace("In thousands, except per share data", words), table(QUARTER_HEADS, OPERATIONS))))
    assert found["Revenues", QUARTERS[0]] == 52_480_000


# Numbers


@pytest.mark.parametrize("form", ["&lt;{}&gt;", "{}-", "-{}", "\u2212{}", "[{}]", "( {} )", "(<font>{}</font>)"])
def test_negative_numbers_however_they_are_marked(form: str) -> None:
    lines = [Line(line.label, tuple(form.format(n.strip("()")) if "(" in n else n for n in line.numbers)) for line in OPERATIONS]
    assert facts(converted(page(OPERATIONS_TITLE, table(QUARTER_HEADS, lines)))) == meant(OPERATIONS, QUARTERS)


@pytest.mark.parametrize("blank", ["&nbsp;", "&#8201;", "&#8239;"])
def test_thousands_set_apart_by_blanks(blank: str) -> None:
    lines = [Line(line.label, tuple(number.replace(",", blank) for number in line.numbers)) for line in (*OPERATIONS, *BALANCE)]
    operating, balancing = lines[: len(OPERATIONS)], lines[len(OPERATIONS) :]
    sheet = "<p>Consolidated Balance Sheets</p><p>(In thousands)</p>" + table(DAY_HEADS, balancing)
    assert facts(converted(page(OPERATIONS_TITLE, table(QUARTER_HEADS, operating), sheet))) == BOTH


# Headings whose spans do not fit


@pytest.mark.parametrize("before", ["<td></td>", "<td>&nbsp;</td><td>&nbsp;</td>"])
def test_headings_without_cells_for_the_columns_between(before: str) -> None:
    """Blank cells stand before the labels or between label and numbers, and the headings have none."""

    def shifted(line: Line) -> str:
        return f"<tr><td>{line.label}</td>{before}{''.join(f'<td>{number}</td>' for number in line.numbers)}</tr>"

    text = page(OPERATIONS_TITLE, table(QUARTER_HEADS, OPERATIONS, shifted), balance(shifted))
    assert facts(converted(text)) == BOTH


def test_headings_without_cells_for_the_currency() -> None:
    def signed(line: Line) -> str:
        return f"<tr><td>{line.label}</td>{''.join(f'<td>$</td><td>{number}</td>' for number in line.numbers)}</tr>"

    text = page(OPERATIONS_TITLE, table(QUARTER_HEADS, OPERATIONS, signed), balance(signed))
    assert facts(converted(text)) == BOTH


# The year to date where the text speaks of the quarter alone

SPOKEN = "<p>Example Corp today gave its results for the second quarter ended June 30, 2020.</p>"
SIX_MONTHS = {"2020-01-01..2020-06-30", "2019-01-01..2019-06-30"}


def test_a_statement_of_cash_flows_shows_the_year_to_date() -> None:
    lines = (
        Line("Net income", ("5,500", "3,870")),
        Line("Depreciation and amortization", ("900", "880")),
        Line("Net cash provided by operating activities", ("6,400", "4,750")),
        Line("Purchases of property and equipment", ("(5,100)", "(4,800)")),
        Line("Net cash used in investing activities", ("(5,100)", "(4,800)")),
        Line("Repayments of long-term debt", ("(630)", "(610)")),
        Line("Net cash used in financing activities", ("(630)", "(610)")),
        Line("Net increase (decrease) in cash and cash equivalents", ("670", "(660)")),
    )
    heads = QUARTER_HEADS.replace("Three Months Ended March 31,", "Six Months Ended June 30,")
    title = "<p>Consolidated Statements of Cash Flows</p><p>(In thousands)</p>"
    found = facts(converted(page(SPOKEN, title, table(heads, lines)), Filing(cik=1234567, fiscal_year_end=(12, 31))))
    assert {period for _, period in found} == SIX_MONTHS


def test_a_quarter_told_by_label_beside_the_year_to_date() -> None:
    heads = over("Second Quarter", "Six Months Ended June 30,")
    text = page(SPOKEN, OPERATIONS_TITLE, table(heads, OPERATIONS, twice))
    found = facts(converted(text, Filing(cik=1234567, fiscal_year_end=(12, 31))))
    assert {period for _, period in found} == SIX_MONTHS | {"2020-04-01..2020-06-30", "2019-04-01..2019-06-30"}


def test_periods_named_in_the_body_over_the_lines() -> None:
    """Columns of years; "Three months ended ..." and "Six months ended ..." stand between the lines."""
    years = "<tr><td></td><td>2020</td><td>2019</td></tr>"
    later = tuple(Line(line.label, tuple(number.replace("5", "8") for number in line.numbers)) for line in OPERATIONS)
    body = (Line("Three months ended June 30:"), *OPERATIONS, Line("Six months ended June 30:"), *later)
    found = facts(converted(page(OPERATIONS_TITLE, table(years, body))))
    assert {period for _, period in found} == SIX_MONTHS | {"2020-04-01..2020-06-30", "2019-04-01..2019-06-30"}
    assert found["Revenues", "2020-04-01..2020-06-30"] == 52_480_000
    assert found["Revenues", "2020-01-01..2020-06-30"] == 82_480_000


@pytest.mark.parametrize("zero", ["-0-", "$-0-", "$ -0-"])
def test_a_zero_between_hyphens_has_no_sign(zero: str) -> None:
    assert piece_of(zero) == (Piece.FIGURE, zero.replace(" ", ""))


# A page's foot


def test_a_page_number_in_a_table_of_its_own_is_no_column() -> None:
    foot = "<table><tr><td>&nbsp;</td><td>&nbsp;</td><td>&nbsp;</td><td>&nbsp;</td><td>5</td><td>&nbsp;</td></tr></table>"
    conversion = converted(page(operations(), foot, balance(), foot.replace("5", "6")))
    assert facts(conversion) == BOTH
    assert Code.PERIOD_UNKNOWN not in {found.code for found in conversion.diagnostics}
    check_ledger(conversion)
