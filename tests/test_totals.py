"""Totals without words: what they add up, and what stands above and below them, gives them a name."""

import pytest
from paper import balance, operations

from converter import Filing, Source, convert

QUARTER = "                              Three Months Ended Dec. 31,\n                                  2003       2002"
DATES = "                              December 31,  December 31,\n                                  2003       2002"


def line(label: str, first: int, second: int) -> str:
    return f"{label:30}{first:>9,}{second:>11,}"


REVENUES = (line("Net sales", 900, 800), line("Leased department income", 100, 90))
COSTS = (line("Cost of goods sold", 600, 500), line("Selling and administrative", 150, 140), line("Interest expense", 50, 40))


def concepts(page: str) -> dict[str, list[str]]:
    """The core concepts of each printed number, "" where it got a concept of the report's own."""
    conversion = convert(Source.from_bytes(page.encode(), "page"), Filing(cik=1234567))
    assert conversion.ok, conversion.diagnostics
    found: dict[str, list[str]] = {}
    for entry in conversion.entries:
        found.setdefault(entry.text, []).append(entry.concept.removeprefix("er:") if entry.concept.startswith("er:") else "")
    return found


@pytest.mark.parametrize("result", ["Operating income", "Income before income taxes", "Earnings before taxes on income"])
def test_a_result_names_the_totals_that_it_is_the_difference_of(result: str) -> None:
    found = concepts(operations(QUARTER, *REVENUES, line("", 1000, 890), "", *COSTS, line("", 800, 680), line(result, 200, 210)))
    assert found["1,000"] == ["Revenues"]
    assert found["800"][-1] == "CostsAndExpenses"
    assert found["900"] == [""]  # a part of the revenues


def test_costs_without_words_below_one_line_of_revenue() -> None:
    found = concepts(operations(QUARTER, line("Net sales", 1000, 890), *COSTS, line("", 800, 680), line("Operating income", 200, 210)))
    assert found["1,000"] == ["Revenues"]
    assert found["800"] == ["CostsAndExpenses"]


def test_what_a_gross_profit_is_the_difference_of_is_not_all_costs() -> None:
    costs = (line("Materials", 400, 300), line("Labor", 200, 200))
    found = concepts(
        operations(
            QUARTER, *REVENUES, line("", 1000, 890), *costs, line("", 600, 500), line("Gross profit", 400, 390), line("Net income", 40, 30)
        )
    )
    assert found["600"] == [""]


def test_property_at_cost_above_a_net_amount_that_has_words() -> None:
    lines = (
        "ASSETS",
        line("Cash", 100, 90),
        "PROPERTIES",
        line("  Road and structures", 1200, 1100),
        line("  Rolling stock", 480, 440),
        line("", 1680, 1540),
        "  Accumulated depreciation         (390)      (360)",
        line("    NET PROPERTIES", 1290, 1180),
        line("TOTAL ASSETS", 1390, 1270),
        "LIABILITIES AND STOCKHOLDERS' EQUITY",
        line("Accounts payable", 390, 270),
        line("Retained earnings", 1000, 1000),
    )
    found = concepts(balance(DATES, *lines))
    assert found["1,680"] == ["PropertyPlantAndEquipmentGross"]
    assert found["1,290"] == ["PropertyPlantAndEquipmentNet"]


def test_an_amount_said_again_under_a_heading_that_names_it() -> None:
    lines = (
        line("Revenues", 1000, 890),
        line("Expenses", 800, 680),
        line("NET INCOME", 200, 210),
        "ALLOCATION OF NET INCOME:",
        line("  General partner", 2, 3),
        line("  Limited partners", 198, 207),
        line("", 200, 210),
    )
    found = concepts(operations(QUARTER, *lines))
    assert found["200"] == ["NetIncomeLoss", "NetIncomeLoss"]


def test_a_difference_of_totals_without_words_is_no_lost_number() -> None:
    lines = ("REVENUES:", *REVENUES, line("", 1000, 890), "EXPENSES:", *COSTS, line("", 800, 680), line("", 200, 210))
    found = concepts(operations(QUARTER, *lines, line("Gain on sale of land", 30, 20), line("NET INCOME", 230, 230)))
    assert found["200"] == [""]
    assert set(found["230"]) == {"NetIncomeLoss"}


def test_other_income_among_the_revenues_is_one_of_them() -> None:
    lines = (line("Net sales", 900, 800), line("Other income", 100, 90), line("", 1000, 890), *COSTS, line("", 800, 680))
    found = concepts(operations(QUARTER, *lines, line("Income before income taxes", 200, 210)))
    assert found["100"] == ["OtherRevenues"]
