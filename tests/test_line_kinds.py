"""Lines of invented statements whose words look like something else: counts among money, balances on a day, one cost called operating."""

from decimal import Decimal

from converter import Source, convert
from converter.report import Fact

PAGE = """\
                 TALL MEADOW COMPANY
            CONSOLIDATED STATEMENT OF INCOME
                (Thousands of Dollars)

                                  Years Ended December 31,
                                       1996         1995
Total revenues                      $ 2,353      $ 2,099
Costs and other deductions:
 Cost of products sold                1,460        1,285
 Operating expenses                     545          473
 Selling, general and
   administrative                       168          238
                                    -------      -------
   Total costs and other deductions   2,173        1,996
                                    -------      -------
Income before income taxes              180          103
Provision for income taxes               68           40
                                    -------      -------
Net income                          $   112      $    63
                                    =======      =======
Number of stores at end of year          74           71

            CONSOLIDATED STATEMENT OF CASH FLOWS
                (Thousands of Dollars)

                                  Years Ended December 31,
                                       1996         1995
Operating activities
 Net income                         $   112      $    63
 Depreciation                           142          138
                                    -------      -------
 Cash from operating activities         254          201
Investing activities
 Capital expenditures                  (215)        (190)
                                    -------      -------
 Cash used for investing activities    (215)        (190)
Financing activities
 Dividends paid                         (47)         (15)
                                    -------      -------
 Cash used for financing activities     (47)         (15)
                                    -------      -------
Decrease in cash and equivalents         (8)          (4)
Cash and cash equivalents, January 1     41           45
                                    -------      -------
Cash and cash equivalents, {end}  $    33      $    41
                                    =======      =======
"""
ONE_YEAR = """\
                 TALL MEADOW COMPANY
            CONSOLIDATED STATEMENT OF CASH FLOWS
                (Thousands of Dollars)

                                  Year Ended
                                  December 31,
                                       1996
Operating activities
 Net income                         $   112
 Depreciation                           142
                                    -------
 Cash from operating activities         254
Investing activities
 Capital expenditures                  (215)
                                    -------
 Cash used for investing activities    (215)
Financing activities
 Dividends paid                         (47)
                                    -------
 Cash used for financing activities     (47)
                                    -------
Decrease in cash                         (8)
{begin}                  41
                                    -------
{end}             $    33
                                    =======
"""
CASH = "CashAndCashEquivalentsAtCarryingValue"


def reported(end: str = "December 31") -> tuple[Fact, ...]:
    report = convert(Source.from_bytes(PAGE.replace("{end}", end).encode(), "page")).report
    assert report is not None
    return report.facts


def facts(end: str = "December 31") -> list[tuple[str, str, Decimal, str]]:
    return [(fact.concept.name, str(fact.period), fact.value, fact.unit.numerator[0]) for fact in reported(end)]


def test_cash_on_a_day_of_the_year_is_the_balance_of_that_day() -> None:
    said = {(name, period, value) for name, period, value, _ in facts()}
    assert {(CASH, "1994-12-31", Decimal(45000)), (CASH, "1995-12-31", Decimal(41000)), (CASH, "1996-12-31", Decimal(33000))} <= said


def test_cash_on_a_day_that_ends_no_column_is_no_fact() -> None:
    assert not [value for *_, value, _ in facts("March 31") if value == 33000]


def test_cash_on_a_whole_date_is_the_balance_of_that_date() -> None:
    page = ONE_YEAR.replace("{begin}", "Cash, December 31, 1995").replace("{end}", "Cash, December 31, 1996")
    assert cash_of(page) == {"1995-12-31": Decimal(41000), "1996-12-31": Decimal(33000)}


def test_cash_on_a_date_of_another_year_is_no_fact() -> None:
    page = ONE_YEAR.replace("{begin}", "Cash, December 31, 1994").replace("{end}", "Cash, December 31, 1996")
    assert cash_of(page) == {"1996-12-31": Decimal(33000)}


def cash_of(page: str) -> dict[str, Decimal]:
    report = convert(Source.from_bytes(page.encode(), "page")).report
    assert report is not None
    return {str(fact.period): fact.value for fact in report.facts if fact.concept.name == CASH}


def test_a_count_has_neither_currency_nor_scale() -> None:
    assert [(value, unit) for name, _, value, unit in facts() if "Stores" in name] == [
        (Decimal(74), "xbrli:pure"),
        (Decimal(71), "xbrli:pure"),
    ]


def test_one_cost_beside_the_expense_of_selling_is_not_the_total_of_operating_expenses() -> None:
    core = [fact for fact in reported() if fact.value in (545000, 473000)]
    assert len(core) == 2
    assert not [fact for fact in core if fact.concept.qname == "er:OperatingExpenses"]


def test_the_cost_of_products_next_to_another_cost_is_not_the_cost_of_all_revenue() -> None:
    page = """\
                 TALL MEADOW COMPANY
            CONSOLIDATED STATEMENT OF INCOME
                (Thousands of Dollars)

                                  Years Ended December 31,
                                       1996         1995
Product and service revenue         $ 8,000      $ 7,000
Rental revenue                          500          400
                                    -------      -------
   Total revenues                     8,500        7,400
Cost of products and services         5,000        4,500
{rentals}
                                    -------      -------
Gross profit                          3,300        2,750
"""
    beside, alone = (
        {f.concept.name for f in convert(Source.from_bytes(page.replace("{rentals}", line).encode(), "page")).report.facts}  # type: ignore[union-attr]
        for line in ("Cost of rentals                         200          150", "Depreciation                            200          150")
    )
    assert {"Revenues", "GrossProfit"} <= beside & alone
    assert "CostOfRevenue" in alone
    assert "CostOfRevenue" not in beside
