"""Scale and currency: what a heading promises, and what it excepts."""

from decimal import Decimal

import pytest
from paper import balance, codes, operations, recognised, rows, statement_of

from converter.diagnostic import Code
from converter.filing import Filing
from converter.recognition.scale import currency_of, scale_in, scale_of
from converter.statement import Measure, Scale


@pytest.mark.parametrize(("text", "money", "shares"), [
    ("(In thousands)", 3, 3),
    ("(in thousands, except per share data)", 3, 3),
    ("(In thousands, except per share and share amounts)", 3, 0),
    ("(In thousands, except share and per share data)", 3, 0),
    ("(In thousands except number of shares)", 3, 0),
    ("(Dollars in thousands, except per share amounts)", 3, 3),
    ("(Amounts in thousands, except for per share amounts)", 3, 3),
    ("(000's omitted)", 3, 3),
    ("($000)", 3, 3),
    ("(In 000's)", 3, 3),
    ("(US$ 000)", 3, 3),
    ("(in $K)", 3, 3),
    ("(in $M)", 6, 6),
    ("€ millions", 6, 6),
    ("THOUSANDS", 3, 3),
    ("(Thousands of dollars)", 3, 3),
    ("(Expressed in thousands of U.S. dollars)", 3, 3),
    ("(In millions)", 6, 6),
    ("$ in millions, except per share data", 6, 6),
    ("(In millions, except per share data and shares in thousands)", 6, 3),
    ("(In billions)", 9, 9),
    ("(In thousands, except per ADS data)", 3, 3),
])  # fmt: skip
def test_a_heading_promises_a_scale(text: str, money: int, shares: int) -> None:
    scale = scale_in(text)
    assert scale is not None
    assert (scale.money, scale.shares) == (money, shares)
    assert scale.power(Measure.MONEY) == money
    assert scale.power(Measure.PER_SHARE) == 0
    assert scale.power(Measure.PURE) == 0
    assert scale.words == text


@pytest.mark.parametrize(
    "text", ["(Unaudited)", "Three Months Ended", "Consolidated Balance Sheets", "Thousand Oaks Corporation", "(In dollars)", "2003"]
)
def test_other_words_promise_none(text: str) -> None:
    assert scale_in(text) is None


def test_a_parenthesis_over_two_rows_is_one_promise() -> None:
    scale = scale_of(rows("(In thousands, except share\nand per share data)\nNet sales     7,792     5,663"))
    assert scale is not None
    assert (scale.money, scale.shares) == (3, 0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(In thousands of Canadian dollars)", "CAD"),
        ("(C$ in millions)", "CAD"),
        ("(In thousands of U.S. dollars)", "USD"),
        ("(In thousands of euros)", "EUR"),
        ("(In millions of yen)", "JPY"),
        ("(RMB in thousands)", "CNY"),
        ("(In thousands)", None),
    ],
)
def test_a_heading_names_a_currency(text: str, code: str | None) -> None:
    assert currency_of([text]) == code


QUARTERS = "                           Three Months Ended Dec. 31,\n                                2003       2002"
LINES = (
    "Net sales                      7,792      5,663",
    "Cost of sales                  6,166      4,250",
    "Gross profit                   1,626      1,413",
    "Net loss                      (1,576)    (2,645)",
)
DATES = "                              Dec. 31,   Dec. 31,\n                                2003       2002"
SHEET = (
    "Cash                           3,538      6,659",
    "Accounts receivable            8,776      6,073",
    "Total assets                  12,314     12,732",
)


def money(page: str) -> tuple[str, int, str]:
    statement = statement_of(page)
    amount = statement.lines[0].amounts[0]
    assert amount is not None
    return f"{amount.value:f}", amount.decimals, statement.currency


@pytest.mark.parametrize("heads", [
    "(In thousands)\n" + QUARTERS,
    QUARTERS + "\n(In thousands)",
    QUARTERS + "\n                                (In thousands)",
    "(In thousands)" + QUARTERS[14:],
], ids=["above", "below", "below and indented", "beside"])  # fmt: skip
def test_the_scale_stands_above_below_or_beside_the_headings(heads: str) -> None:
    page = operations(heads, *LINES).replace("(In thousands, except per share and share amounts)\n", "")
    assert money(page) == ("7792000", -3, "USD")


def test_without_a_promise_amounts_are_as_printed() -> None:
    assert money(operations(QUARTERS, *LINES).replace("(In thousands, except per share and share amounts)", "(Unaudited)")) == (
        "7792",
        0,
        "USD",
    )


def test_digits_after_the_point_are_decimals_of_the_full_value() -> None:
    lines = [line.replace(",", ".") for line in LINES]
    assert money(operations(QUARTERS, *lines).replace("In thousands", "In millions")) == ("7792000", -3, "USD")


def test_a_statement_without_a_scale_takes_that_of_the_other_when_its_figures_are_alike() -> None:
    sheet = balance(DATES, *SHEET).replace("(In thousands)", "(Unaudited)")
    (_, second), doubts = recognised(operations(QUARTERS, *LINES) + "\n" + sheet)
    assert Code.SCALE_INFERRED in codes(doubts)
    assert [a.value for a in second.lines[0].amounts if a] == [3538000, 6659000]


def test_a_statement_in_full_dollars_beside_one_in_thousands_stays_so() -> None:
    sheet = balance(DATES, *(line.replace(" " * 8, " " * 4, 1).replace(",", ",123,").replace(" " * 6, "  ") for line in SHEET)).replace(
        "(In thousands)", "(Unaudited)"
    )
    (_, second), doubts = recognised(operations(QUARTERS, *LINES) + "\n" + sheet)
    assert Code.SCALE_INFERRED not in codes(doubts)
    assert [a.value for a in second.lines[0].amounts if a] == [3123538, 6123659]


def test_shares_in_full_under_a_heading_in_thousands_are_proven_by_earnings_per_share() -> None:
    lines = (*LINES, "Net loss per share              (.22)      (.38)", "Weighted average shares    7,128,307  6,922,501")
    page = operations(QUARTERS, *lines).replace("except per share and share amounts", "except per share data")
    (statement,), doubts = recognised(page)
    scale = statement.scale
    assert scale == Scale(3, 0, "(In thousands, except per share data)", scale.place, shares_inferred=scale.shares_inferred)
    assert "earnings per share" in scale.evidence(Measure.SHARES)
    assert [a.value for a in statement.lines[-1].amounts if a] == [7128307, 6922501]
    assert Code.SCALE_INFERRED in codes(doubts)


@pytest.mark.parametrize("words", ["(000's)", "(in thousands)", "(Thousands)"])
@pytest.mark.parametrize("scale", ["except per share and share amounts", "except share data"])
def test_lines_of_shares_tell_their_own_scale(words: str, scale: str) -> None:
    """Earnings per share of nothing prove nothing."""
    lines = (*LINES, "Net loss per share               .00        .00", f"Shares {words:<22} 7,128      6,923")
    statement = statement_of(operations(QUARTERS, *lines).replace("except per share and share amounts", scale))
    assert [a.value for a in statement.lines[-1].amounts if a] == [7128000, 6923000]


def test_shares_of_a_statement_that_takes_its_scale_from_the_others_are_proven_too() -> None:
    lines = (*LINES, "Net loss per share              (.22)      (.38)", "Weighted average shares        7,128      6,923")
    page = operations(QUARTERS, *lines).replace("(In thousands, except per share and share amounts)", "(Unaudited)")
    (first, _), _ = recognised(page + "\n" + balance(DATES, *SHEET))
    assert first.scale.money == 3
    assert [a.value for a in first.lines[-1].amounts if a] == [7128000, 6923000]


def test_a_scale_may_stand_above_the_title() -> None:
    words = "(In thousands, except per share and share amounts)"
    page = operations(QUARTERS, *LINES).replace(words, "(Unaudited)")
    title = next(line for line in page.splitlines() if "Statement" in line or "STATEMENT" in line)
    statement = statement_of(page.replace(title, f"{words}\n{title}"))
    assert statement.scale.money == 3
    assert statement.scale.words == words


def test_shares_in_thousands_are_proven_by_earnings_per_share() -> None:
    lines = (*LINES, "Net loss per share              (.22)      (.38)", "Weighted average shares        7,128      6,923")
    page = operations(QUARTERS, *lines)
    statement = statement_of(page)
    assert [a.value for a in statement.lines[-1].amounts if a] == [7128000, 6923000]
    assert [a.decimals for a in statement.lines[-1].amounts if a] == [-3, -3]


def test_what_no_heading_says_is_assumed_and_told() -> None:
    """Without words amounts are US dollars as printed; a currency that the filing gives counts before that."""
    lines = ("Cash              1,200", "Total assets      1,200", "Common stock      1,200", "Total equity      1,200")
    page = balance("                 Dec. 31, 2003", *lines).replace("(In thousands)", "")
    (statement,), doubts = recognised(page)
    assert (statement.currency, statement.lines[0].amounts[0] and statement.lines[0].amounts[0].value) == ("USD", Decimal(1200))
    assert {Code.CURRENCY_INFERRED, Code.SCALE_UNKNOWN} <= codes(doubts)
    (statement,), doubts = recognised(page, Filing(currency="CAD"))
    assert statement.currency == "CAD"
    assert Code.CURRENCY_INFERRED not in codes(doubts)
    (statement,), doubts = recognised(page.replace("Consolidated Balance Sheets", "Consolidated Balance Sheets\n(In thousands of euros)"))
    assert statement.currency == "EUR"
    assert not {Code.CURRENCY_INFERRED, Code.SCALE_UNKNOWN} & codes(doubts)
