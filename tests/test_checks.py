"""The statements held against each other: what must be found, and what has a known reason and must not."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from reports import END, QUARTER, fact

from converter.checks.agreement import check_agreement
from converter.checks.facts import Facts
from converter.checks.per_share import check_per_share
from converter.checks.percentages import check_percentages
from converter.diagnostic import Diagnostic
from converter.period import Duration
from converter.place import Place
from converter.report import Fact, Unit
from converter.statement import Amount, Column, Kind, Leftover, LineItem, Scale, Statement

PER_SHARE, SHARES = Unit.per_share("USD"), Unit.shares()


def placed(facts: Iterable[Fact]) -> Facts:
    """The facts, each on a line of its own."""
    return Facts.of(evolve(one, places=(Place(line, 10, 20),)) for line, one in enumerate(facts, 1))


def agreement(*facts: Fact) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    check_agreement(placed(facts), found.append)
    return found


def per_share(*facts: Fact, text: str = "") -> list[Diagnostic]:
    found: list[Diagnostic] = []
    check_per_share(placed(facts), text, found.append)
    return found


def test_both_sides_of_the_balance_sheet() -> None:
    assert not agreement(fact("Assets", "25654000"), fact("LiabilitiesAndStockholdersEquity", "25654000"))
    (found,) = agreement(fact("Assets", "25654000"), fact("LiabilitiesAndStockholdersEquity", "25645000"))
    assert found.code.label == "balance-differs"
    assert "25,654,000 (line 1, columns 11-20)" in found.message
    assert "25,645,000 (line 2, columns 11-20)" in found.message


CASH, ALL_CASH = "CashAndCashEquivalentsAtCarryingValue", "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"


def test_cash_flows_count_restricted_cash_as_well() -> None:
    restricted = fact("RestrictedCashCurrent", "300000")
    assert not agreement(fact(CASH, "5000000"), fact(ALL_CASH, "5300000"), restricted)
    assert not agreement(fact(CASH, "5000000"), fact(ALL_CASH, "5000000"))
    (unshown,) = agreement(fact(CASH, "5000000"), fact(ALL_CASH, "5400000"), restricted)
    assert (unshown.code.label, unshown.severity.value) == ("cash-restricted", "note")
    (less,) = agreement(fact(CASH, "5000000"), fact(ALL_CASH, "4900000"))
    assert (less.code.label, less.severity.value) == ("cash-differs", "warning")


def test_net_income_with_and_without_the_share_of_others() -> None:
    own, share = fact("NetIncomeLoss", "65437000"), fact("NetIncomeLossAttributableToNoncontrollingInterest", "13515000")
    assert not agreement(own, share, fact("ProfitLoss", "78952000"))
    assert not agreement(own, share, fact("ProfitLoss", "78953000")), "rounding of three figures"
    (found,) = agreement(own, share, fact("ProfitLoss", "78925000"))
    assert found.code.label == "result-differs"


HALF = Duration(date(2003, 1, 1), date(2003, 6, 30))
THIRD = Duration(date(2003, 7, 1), date(2003, 9, 30))
NINE = Duration(date(2003, 1, 1), date(2003, 9, 30))


def test_periods_that_fill_another() -> None:
    parts = fact("Revenues", "14000000", period=HALF), fact("Revenues", "6698000", period=THIRD)
    assert not agreement(*parts, fact("Revenues", "20698000", period=NINE))
    assert not agreement(*parts, fact("Revenues", "20699000", period=NINE)), "rounding of three figures"
    (found,) = agreement(*parts, fact("Revenues", "20896000", period=NINE))
    assert found.code.label == "periods-differ"
    assert not agreement(fact("Revenues", "9000000", period=THIRD), fact("Revenues", "8000000", period=NINE)), "flows are signed"


def basic(earnings: str, income: str = "-1576000", shares: str = "7128307") -> tuple[Fact, ...]:
    return (
        fact("EarningsPerShareBasic", earnings, 2, unit=PER_SHARE),
        fact("NetIncomeLoss", income),
        fact("WeightedAverageNumberOfSharesOutstandingBasic", shares, 0, unit=SHARES),
    )


@pytest.mark.parametrize("earnings", ["-0.22", "-0.23"])
def test_earnings_per_share_within_rounding(earnings: str) -> None:
    assert bool(per_share(*basic(earnings))) is (earnings != "-0.22")  # 1,576 / 7,128.3 = 0.2211


def test_a_third_number_of_earnings_per_share() -> None:
    (found,) = per_share(*basic("-0.22", shares="7728307"))
    assert found.code.label == "per-share-differs"
    assert all(number in found.message for number in ("-0.22 (line 1", "-1,576,000 (line 2", "7,728,307 (line 3", "-0.2039"))
    assert not per_share(*basic("1.57", income="15753000", shares="10000000")), "cut off after its last digit"


def test_what_preferred_stock_takes_is_no_finding() -> None:
    figures = basic("1.01", income="11575000", shares="11104000")
    assert per_share(*figures)
    assert not per_share(*figures, text="Convertible PREFERRED stock was converted in May.")
    assert not per_share(*figures, fact("PreferredStockDividendsIncomeStatementImpact", "360000"))


def test_diluted_earnings_lie_between_net_income_over_their_shares_and_basic_earnings() -> None:
    figures = *basic("1.00", income="1000000", shares="1000000"), fact(
        "WeightedAverageNumberOfDilutedSharesOutstanding", "1250000", 0, unit=SHARES
    )  # fmt: skip
    for earnings in ("0.80", "0.90", "1.00"):
        assert not per_share(*figures, fact("EarningsPerShareDiluted", earnings, 2, unit=PER_SHARE))
    for earnings in ("0.70", "1.10"):
        assert len(per_share(*figures, fact("EarningsPerShareDiluted", earnings, 2, unit=PER_SHARE))) == 1


def amount(text: str, line: int, column: int) -> Amount:
    value = Decimal(text.replace(",", ""))
    return Amount(value, value.scaleb(3), -3, Place(line, 20 * column, 20 * column + len(text)), text)


ROWS = (
    ("Net sales", "1,500", "1,000", "50%"),
    ("Cost of sales", "900", "800", "13%"),
    ("Gross profit", "600", "200", "200%"),
    ("Selling", "150", "120", "25%"),
    ("Research", "77", "70", "10%"),
    ("Interest", "40", "50", "(20)%"),
    ("Income", "333", "-40", "NM"),
    ("Taxes", "111", "100", "11%"),
)


def with_changes(rows: Iterable[tuple[str, str, str, str]]) -> Statement:
    rows = tuple(rows)
    columns = tuple(Column(period, "", Place(1, 0, 1)) for period in (QUARTER, Duration(date(2002, 10, 1), date(2002, 12, 31))))
    lines = tuple(
        LineItem(label, (), (amount(one, number, 1), amount(other, number, 2)), Place(number, 0, 10))
        for number, (label, one, other, _) in enumerate(rows, 2)
    )
    leftovers = tuple(
        Leftover(label, percent, Place(number, 60, 64), "column-not-values", "the column holds changes")
        for number, (label, _, _, percent) in enumerate(rows, 2)
    )
    return Statement(Kind.INCOME, "Income", Scale(3), columns, lines, Place(1, 0, 1), leftovers=leftovers)


def percentages(rows: Iterable[tuple[str, str, str, str]]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    check_percentages(with_changes(rows), found.append)
    return found


def test_a_column_of_changes() -> None:
    assert not percentages(ROWS)
    (found,) = percentages((*ROWS[:3], ("Selling", "150", "120", "52%"), *ROWS[4:]))
    assert found.code.label == "percent-differs"
    assert found.place == Place(5, 60, 64)
    assert all(words in found.message for words in ("52 percent", "25.0 percent", "150 (line 5", "120 (line 5"))


def test_a_column_of_shares() -> None:
    shares = [(label, one, other, f"{Decimal(one.replace(',', '')) / 15:.1f}") for label, one, other, _ in ROWS]
    assert not percentages(shares)
    (found,) = percentages([*shares[:4], ("Research", "77", "70", "6.1"), *shares[5:]])
    assert "its share" in found.message


def test_a_column_whose_meaning_most_rows_deny_is_not_held() -> None:
    assert not percentages([(label, one, other, f"{index}1%") for index, (label, one, other, _) in enumerate(ROWS, 1)])


def test_dates_without_a_counterpart_are_not_held() -> None:
    before = evolve(END, day=date(2002, 12, 31))
    assert not agreement(fact("Assets", "25654000"), fact("LiabilitiesAndStockholdersEquity", "1", period=before))
