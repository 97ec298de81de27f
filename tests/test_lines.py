"""Rows to lines: wrapped labels, headings, totals without words, and what a line measures."""

import pytest
from paper import balance, numbers, operations, rows, statement_of

from converter.recognition.lines.measures import measure_of
from converter.recognition.rows.line import split
from converter.statement import Heading, Kind, LineItem, Measure, Statement

QUARTER = "                              Three Months Ended Dec. 31,\n                                  2003       2002"
DATES = "                              December 31,  December 31,\n                                  2003       2002"
TOP = (
    "Net Sales                        $7,792     $5,663",
    "Cost of Goods Sold                6,166      4,250",
    "Gross Margin                      1,626      1,413",
)
BOTTOM = ("Net Loss                        ($1,576)   ($2,645)",)
ASSETS = (
    "Cash                             $6,659    $13,847",
    "Accounts Receivable               6,073      4,532",
    "Inventories                       7,795      6,668",
)


def labels(statement: Statement) -> list[str]:
    return [line.label for line in statement.lines]


def headings(statement: Statement) -> list[str]:
    return [item.label for item in statement.body if isinstance(item, Heading)]


def line(statement: Statement, label: str) -> LineItem:
    (found,) = [line for line in statement.lines if line.label == label]
    return found


@pytest.mark.parametrize("indent", ["", " ", "  ", "     "])
def test_a_label_wrapped_over_two_rows_is_one(indent: str) -> None:
    second = f"{indent}Administrative Expenses"
    statement = statement_of(operations(QUARTER, *TOP, "Selling, General and", f"{second:33} 1,951      2,585", *BOTTOM))
    assert labels(statement) == [
        "Net Sales",
        "Cost of Goods Sold",
        "Gross Margin",
        "Selling, General and Administrative Expenses",
        "Net Loss",
    ]
    assert numbers(statement.lines[3]) == ["1951", "2585"]
    assert not headings(statement)


def test_a_label_wrapped_over_three_rows_is_one() -> None:
    statement = statement_of(
        operations(
            QUARTER,
            *TOP,
            "Loss from Operations",
            " Before Restructuring and",
            " Executive Retirement            (1,314)    (1,998)",
            *BOTTOM,
        )
    )
    assert "Loss from Operations Before Restructuring and Executive Retirement" in labels(statement)


def test_a_label_whose_numbers_stand_on_its_first_row_is_one() -> None:
    statement = statement_of(
        operations(QUARTER, *TOP, "Selling, general and              1,951      2,585", " administrative expenses", *BOTTOM)
    )
    assert numbers(line(statement, "Selling, general and administrative expenses")) == ["1951", "2585"]


def test_a_word_divided_at_the_end_of_a_row_is_whole_again() -> None:
    statement = statement_of(
        operations(QUARTER, *TOP, "Selling, general and admini-", " strative expenses                1,951      2,585", *BOTTOM)
    )
    assert "Selling, general and administrative expenses" in labels(statement)


def test_a_wrapped_label_is_placed_where_it_begins() -> None:
    statement = statement_of(balance(DATES, "Assets", *ASSETS, "Property, Plant and", "  Equipment, net                  3,290      4,037"))
    wrapped = line(statement, "Property, Plant and Equipment, net")
    before = line(statement, "Inventories")
    assert wrapped.place.line == before.place.line + 1
    assert [amount.place.line for amount in wrapped.amounts if amount] == [before.place.line + 2] * 2


def test_a_parenthesis_that_is_open_goes_on() -> None:
    statement = statement_of(
        operations(
            QUARTER,
            TOP[0],
            "Cost of Goods Sold (without Depreciation",
            "Shown Below)                      6,166      4,250",
            TOP[2],
            *BOTTOM,
        )
    )
    assert "Cost of Goods Sold (without Depreciation Shown Below)" in labels(statement)


def test_basic_under_two_headings_is_two_lines() -> None:
    statement = statement_of(
        operations(
            QUARTER,
            *TOP,
            *BOTTOM,
            "",
            "Loss Per Share:",
            "   Basic                         ($0.22)    ($0.38)",
            "   Diluted                       ($0.22)    ($0.38)",
            "",
            "Weighted Average Number",
            "of Shares Outstanding:",
            "   Basic                      7,128,307  6,922,501",
            "   Diluted                    7,128,307  6,922,501",
        )
    )
    found = [(item.headings, item.label, item.measure) for item in statement.lines[-4:]]
    assert found == [
        (("Loss Per Share",), "Basic", Measure.PER_SHARE),
        (("Loss Per Share",), "Diluted", Measure.PER_SHARE),
        (("Weighted Average Number of Shares Outstanding",), "Basic", Measure.SHARES),
        (("Weighted Average Number of Shares Outstanding",), "Diluted", Measure.SHARES),
    ]


@pytest.mark.parametrize(("first", "second"), [
    ("Weighted Average Number", "of Shares Outstanding:"),
    ("Weighted Average Number of Shares", " Outstanding:"),
    ("Weighted Average Number of", "Shares Outstanding:"),
    ("Shares Used in Computing Loss", "  Per Share:"),
])  # fmt: skip
def test_a_heading_wrapped_over_two_rows_is_one(first: str, second: str) -> None:
    statement = statement_of(
        operations(
            QUARTER,
            *TOP,
            *BOTTOM,
            "",
            first,
            second,
            "   Basic                      7,128,307  6,922,501",
            "   Diluted                    7,128,307  6,922,501",
        )
    )
    whole = f"{first} {second.strip(' :')}"
    assert headings(statement) == [whole]
    assert {item.headings for item in statement.lines[-2:]} == {(whole,)}
    assert {item.measure for item in statement.lines[-2:]} == {Measure.SHARES}


def test_a_total_without_words_is_a_line_without_label() -> None:
    statement = statement_of(balance(DATES, "Assets", *ASSETS, "", "                                $20,527    $25,047"))
    assert labels(statement) == ["Cash", "Accounts Receivable", "Inventories", ""]
    assert numbers(statement.lines[-1]) == ["20527", "25047"]


def test_a_line_drawn_above_numbers_is_known_to_the_line_below() -> None:
    statement = statement_of(
        balance(
            DATES,
            "Assets",
            *ASSETS,
            "                                -------    -------",
            "Total Assets                     20,527     25,047",
        )
    )
    assert [item.ruled for item in statement.lines] == [False, False, False, True]


def test_headings_stand_in_printed_order_between_the_lines() -> None:
    statement = statement_of(
        balance(
            DATES,
            "Assets",
            *ASSETS,
            "                                $20,527    $25,047",
            "",
            "Liabilities and Stockholders' Investment",
            "Short-Term Debt                    $360       $329",
            "Long-Term Debt                    5,440      4,010",
        )
    )
    assert [item.label for item in statement.body] == [
        "Assets",
        "Cash",
        "Accounts Receivable",
        "Inventories",
        "",
        "Liabilities and Stockholders' Investment",
        "Short-Term Debt",
        "Long-Term Debt",
    ]
    assert line(statement, "Short-Term Debt").headings[-1] == "Liabilities and Stockholders' Investment"


def test_sections_of_a_balance_sheet_follow_its_headings_and_totals() -> None:
    statement = statement_of(
        balance(
            DATES,
            "ASSETS",
            "Current Assets:",
            *(f"  {text}" for text in ASSETS),
            "  Total Current Assets             20,527     25,047",
            "Goodwill                            500        500",
            "Total Assets                       21,027     25,547",
            "",
            "LIABILITIES AND STOCKHOLDERS' EQUITY",
            "Current Liabilities:",
            "  Accounts Payable                    360        329",
            "  Total Current Liabilities           360        329",
            "Long-Term Debt                      5,440      4,010",
            "Stockholders' Equity               15,227     21,208",
        )
    )
    assert line(statement, "Cash").sections[-1] == "current assets"
    assert line(statement, "Goodwill").sections[-1] == "noncurrent assets"
    assert line(statement, "Accounts Payable").sections[-1] == "current liabilities"
    assert line(statement, "Long-Term Debt").sections[-1] == "noncurrent liabilities"


def test_a_blank_is_no_amount_and_a_dash_is_zero() -> None:
    statement = statement_of(
        operations(
            QUARTER,
            *TOP,
            "Restructuring                        --        990",
            "Litigation                                     12",
            *BOTTOM,
        )
    )
    assert numbers(line(statement, "Restructuring")) == ["0", "990"]
    assert numbers(line(statement, "Litigation")) == ["", "12"]


def test_money_is_scaled_and_shares_and_amounts_per_share_are_not() -> None:
    statement = statement_of(
        operations(
            QUARTER,
            *TOP,
            *BOTTOM,
            "",
            "Net Loss Per Share               ($0.22)    ($0.38)",
            "Weighted Average Shares        7,128,307  6,922,501",
        )
    )
    found = {item.label: next((str(a.value), a.decimals) for a in item.amounts if a) for item in statement.lines}
    assert found["Net Loss"] == ("-1.576E+6", -3)
    assert found["Net Loss Per Share"] == ("-0.22", 2)
    assert found["Weighted Average Shares"] == ("7128307", 0)


def test_an_amount_keeps_its_print_and_its_place() -> None:
    page = operations(QUARTER, *TOP, *BOTTOM)
    amount = statement_of(page).lines[-1].amounts[0]
    assert amount is not None
    assert amount.text == "($1,576)"
    assert page.split("\n")[amount.place.line - 1][amount.place.start : amount.place.end] == "1,576"


@pytest.mark.parametrize(("label", "under", "text", "measure"), [
    ("Net sales", (), "7,792", Measure.MONEY),
    ("Net loss per share", (), "(0.22)", Measure.PER_SHARE),
    ("Basic", ("Loss per share",), "(.22)", Measure.PER_SHARE),
    ("Basic", ("Weighted average shares outstanding",), "7,128,307", Measure.SHARES),
    ("Diluted", (), "0.22", Measure.PER_SHARE),
    ("Diluted", (), "7,128", Measure.SHARES),
    ("Dividends declared per common share", (), "0.05", Measure.PER_SHARE),
    ("Weighted average shares outstanding", (), "7,128,307", Measure.SHARES),
    ("Shares used in computing net loss per share", (), "7,128", Measure.SHARES),
    ("Net loss applicable to common shares", (), "(7,128)", Measure.MONEY),
    ("Earnings available to common shares", (), "7,128", Measure.MONEY),
    ("Average common shares", (), "7,128", Measure.SHARES),
    ("Gross margin", (), "38.2%", Measure.PURE),
    ("Income available per operating plan", (), "7,792", Measure.MONEY),
])  # fmt: skip
def test_what_a_line_of_operations_measures(label: str, under: tuple[str, ...], text: str, measure: Measure) -> None:
    (row,) = rows(f"{label:60}   {text}        {text}")
    found = split(row, True)
    assert found.label == label
    assert measure_of(label, under, found.tokens, Kind.INCOME) is measure


@pytest.mark.parametrize(("label", "measure"), [
    ("Common stock, 10,000,000 shares authorized", Measure.MONEY),
    ("Shares outstanding", Measure.SHARES),
    ("Treasury stock at cost", Measure.MONEY),
])  # fmt: skip
def test_what_a_line_of_a_balance_sheet_measures(label: str, measure: Measure) -> None:
    (row,) = rows(f"{label:60}   7,128        7,002")
    assert measure_of(label, (), split(row, True).tokens, Kind.BALANCE) is measure


@pytest.mark.parametrize("dash", ["-", "--"])
def test_a_dash_ends_a_heading_as_a_colon_does(dash: str) -> None:
    statement = statement_of(
        operations(
            QUARTER,
            *TOP,
            f"Other costs that notes explain {dash}",
            "  Depreciation                      851        800",
            "  Amortization                      100         85",
            *BOTTOM,
        )
    )
    assert headings(statement) == ["Other costs that notes explain"]
    assert line(statement, "Depreciation").headings == ("Other costs that notes explain",)


@pytest.mark.parametrize("words", ["Extraordinary item", "EXTRAORDINARY ITEM"])
def test_a_dash_leads_to_the_rest_of_a_label(words: str) -> None:
    statement = statement_of(operations(QUARTER, *TOP, f"{words} -", "  Loss on early retirement of debt    851        800", *BOTTOM))
    assert f"{words} - Loss on early retirement of debt" in labels(statement)


def test_stock_of_which_there_is_none_heads_nothing() -> None:
    statement = statement_of(
        balance(
            DATES,
            "Assets",
            *ASSETS,
            "Stockholders' equity",
            "  Preferred stock - no par value: authorized",
            "    10,000 shares; none issued",
            "  Common stock                      5,300      4,010",
            "  Retained earnings                15,227     21,037",
        )
    )
    assert line(statement, "Retained earnings").headings == ("Stockholders' equity",)
    assert any("none issued" in heading for heading in headings(statement))


@pytest.mark.parametrize("heading", ["PRIMARY EARNINGS PER SHARE", "Primary earnings per common share", "Earnings per share - primary"])
def test_results_per_share_stand_under_their_heading(heading: str) -> None:
    statement = statement_of(
        operations(
            QUARTER,
            *TOP,
            "Net income                          626        413",
            heading,
            "  Before accounting change and",
            "    extraordinary item           $   1.99     $ 2.07",
            "  Extraordinary item                 (.10)         -",
            "  Net income                     $   1.89     $ 2.07",
        )
    )
    first = line(statement, "Before accounting change and extraordinary item")
    assert first.headings == (heading,)
    assert statement.lines[-1].headings == (heading,)
    assert {item.measure for item in statement.lines[-3:]} == {Measure.PER_SHARE}


def test_other_assets_of_an_unclassified_balance_sheet_may_be_current() -> None:
    statement = statement_of(
        balance(
            DATES,
            "Real estate:",
            "  Land                              1,200      1,200",
            "  Buildings                        15,000     15,700",
            "Other assets:",
            *(f"  {text}" for text in ASSETS),
            "Liabilities:",
            "  Accounts payable                    360        329",
            "  Mortgage notes                    5,440      4,010",
        )
    )
    assert line(statement, "Cash").sections == ("assets",)


def test_sections_end_in_a_dash_as_in_a_colon() -> None:
    statement = statement_of(
        balance(
            DATES,
            "ASSETS",
            "Current Assets -",
            *(f"  {text}" for text in ASSETS),
            "LIABILITIES",
            "Current Liabilities -",
            "  Accounts payable                    360        329",
            "  Long-term debt due in one year    5,440      4,010",
            "Stockholders' Equity -",
            "  Preferred stock; authorized",
            "    5,000 shares; none outstanding",
            "  Common stock -",
            "    Authorized - 10,000 shares",
            "    Issued - 5,300 shares           5,300      5,300",
            "  Retained earnings                 9,927     15,908",
        )
    )
    assert line(statement, "Accounts payable").sections == ("liabilities", "current liabilities")
    assert line(statement, "Retained earnings").headings[-1] == "Stockholders' Equity"
    assert line(statement, "Common stock - Authorized - 10,000 shares Issued - 5,300 shares").sections == ("equity",)


def test_primary_and_fully_diluted_head_results_per_share() -> None:
    statement = statement_of(
        operations(
            QUARTER,
            *TOP,
            "Net income                          626        413",
            "Earnings per share",
            "  Primary",
            "    Before accounting change     $   1.99     $ 2.07",
            "    Accounting change                (.10)         -",
            "    Net income                   $   1.89     $ 2.07",
            "  Fully diluted",
            "    Before accounting change     $   1.92     $ 2.00",
            "    Accounting change                (.09)         -",
            "    Net income                   $   1.83     $ 2.00",
        )
    )
    found = [(item.headings[-1], item.label) for item in statement.lines if item.measure is Measure.PER_SHARE]
    results = ("Before accounting change", "Accounting change", "Net income")
    assert found == [(heading, label) for heading in ("Primary", "Fully diluted") for label in results]
