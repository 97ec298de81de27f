"""HTML tables that look like a primary statement but hold other figures: what stands around and over them tells."""

import re
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
    Line,
    balance,
    check_ledger,
    converted,
    facts,
    meant,
    operations,
    page,
    table,
)


def raised(line: Line) -> Line:
    """The line with all numbers a tenth higher."""
    return Line(line.label, tuple(re.sub(r"[\d,.]+", tenth_more, number) for number in line.numbers))


def tenth_more(found: re.Match[str]) -> str:
    value = Decimal(found[0].replace(",", ""))
    return f"{value * Decimal('1.1'):,.{2 if '.' in found[0] else 0}f}"


OTHER_OPERATIONS = tuple(map(raised, OPERATIONS))
OTHER_BALANCE = tuple(map(raised, BALANCE))


def headed(*lines: str) -> str:
    return "".join(f"<p align=center><b>{line}</b></p>" for line in lines)


AROUND = [
    ("Consolidated Statements of Operations", "Pro Forma", "(In thousands)"),
    ("Consolidated Statements of Operations", "(Non-GAAP, unaudited, in thousands)"),
    ("Consolidated Statements of Operations", "Excluding Amortization and Special Charges", "(In thousands)"),
    ("Example Corp", "Industrial Segment", "Statements of Operations", "(In thousands)"),
    ("Example Corp (Parent Company Only)", "Statements of Operations", "(In thousands)"),
    ("Unconsolidated Affiliates", "Combined Statements of Operations", "(In thousands)"),
    ("Example Corp", "Constant Currency Statements of Operations", "(In thousands)"),
]


@pytest.mark.parametrize("first", [True, False], ids=["first", "last"])
@pytest.mark.parametrize("lines", AROUND, ids=lambda lines: lines[1])
def test_words_around_a_title_put_its_table_on_another_basis(lines: tuple[str, ...], first: bool) -> None:
    other = headed(*lines) + table(QUARTER_HEADS, OTHER_OPERATIONS)
    parts = (other, operations(), balance()) if first else (operations(), balance(), other)
    conversion = converted(page(*parts))
    assert facts(conversion) == BOTH
    check_ledger(conversion)


@pytest.mark.parametrize("lines", AROUND, ids=lambda lines: lines[1])
def test_such_a_table_stands_in_for_no_statement(lines: tuple[str, ...]) -> None:
    other = headed(*lines) + table(QUARTER_HEADS, OTHER_OPERATIONS)
    assert facts(converted(page(other, balance()))) == meant(BALANCE, DAYS)


@pytest.mark.parametrize("title", ["Average Consolidated Balance Sheets", "Consolidated Balance Sheets - Daily Averages"])
def test_average_balances_are_no_balance_sheet(title: str) -> None:
    other = headed(title, "(In thousands)") + table(DAY_HEADS, OTHER_BALANCE)
    conversion = converted(page(other, operations(), balance()))
    assert facts(conversion) == BOTH
    check_ledger(conversion)


@pytest.mark.parametrize(
    "words", ["GAAP and Non-GAAP", "Unaudited; see reconciliation of adjusted figures", "(Adjusted for the split of 2020)"]
)
def test_words_that_name_the_reported_basis_as_well_change_nothing(words: str) -> None:
    title = OPERATIONS_TITLE + f"<p align=center>{words}</p>"
    assert facts(converted(page(title + table(QUARTER_HEADS, OPERATIONS), balance()))) == BOTH


@pytest.mark.parametrize("words", ["Quarterly Trend", "Results without the acquired business", ""])
def test_a_table_with_the_same_lines_and_periods_is_no_second_page(words: str) -> None:
    """It follows the statement under words that are no title; its headings only repeat those of the statement."""
    shares = Line("Weighted average shares outstanding", ("10,000", "9,923"))
    other = (headed(words) if words else "") + table(QUARTER_HEADS, (*OTHER_OPERATIONS, shares))
    conversion = converted(page(OPERATIONS_TITLE + table(QUARTER_HEADS, (*OPERATIONS, shares)) + other, balance()))
    expected = {key: value for key, value in facts(conversion).items() if not key[0].startswith("Weighted")}
    assert expected == BOTH
