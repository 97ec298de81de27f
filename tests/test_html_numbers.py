"""Numbers and words of HTML releases, however they are set."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from html_page import (
    BOTH,
    DAY_HEADS,
    OPERATIONS,
    OPERATIONS_TITLE,
    QUARTER_HEADS,
    QUARTERS,
    Line,
    apart,
    balance,
    check_ledger,
    converted,
    facts,
    glued,
    meant,
    noted_apart,
    operations,
    page,
    spaced,
    table,
    wide,
    with_lines,
    xhtml,
)

from converter import Code, Severity


def test_the_plain_page() -> None:
    conversion = converted(page(operations(), balance()))
    assert facts(conversion) == BOTH
    assert {diagnostic.severity for diagnostic in conversion.diagnostics} <= {Severity.NOTE}


def in_fonts(line: Line) -> str:
    """Numbers cut into runs by a word processor, in paragraphs with hard blanks."""
    cells = "".join(f"<td><p><font size=2>&nbsp;{number[:1]}</font><font size=2>{number[1:]}</font></p></td>" for number in line.numbers)
    return f"<tr><td><p><b><font size=2>{line.label}</font></b></p></td>{cells}</tr>\n"


def noted(line: Line) -> str:
    """Raised footnote marks on words and numbers."""
    cells = "".join(f"<td>{number}<sup>{mark}</sup></td>" for number, mark in zip(line.numbers, ("(1)", "2"), strict=False))
    return f"<tr><td>{line.label}<font style='vertical-align:super'>(a)</font></td>{cells}</tr>\n"


def tail_omitted(line: Line) -> str:
    """HTML 3.2 as it was written by hand: upper case, no end tags."""
    return f"<TR><TD>{line.label}{''.join(f'<TD ALIGN=RIGHT>{number}' for number in line.numbers)}\n"


@pytest.mark.parametrize(
    "cells", [apart, glued, in_fonts, noted, noted_apart, tail_omitted, spaced, xhtml], ids=lambda cells: cells.__name__
)
def test_numbers_and_words_however_they_are_set(cells: Callable[[Line], str]) -> None:
    conversion = converted(page(operations(cells, wide(QUARTER_HEADS, cells)), balance(cells, wide(DAY_HEADS, cells))))
    assert facts(conversion) == BOTH
    check_ledger(conversion)
    assert len(conversion.entries) == len(BOTH)


@pytest.mark.parametrize("dash", ["&#8212;", "&mdash;", "\u2014", "&#151;", "&#8211;", "-", "--", "$&nbsp;&#8212;", "<b>&#8212;</b>"])
def test_a_dash_is_zero_and_a_blank_is_nothing(dash: str) -> None:
    """The line of dashes stands among parts of a total, so that the zero is one of them; a blank is no fact."""
    lines = with_lines(Line("Restructuring charges", (dash, "")), "Selling, general and administrative")
    conversion = converted(page(OPERATIONS_TITLE + table(QUARTER_HEADS, lines)))
    zero = {("RestructuringCharges", QUARTERS[0]): Decimal(0)}
    assert facts(conversion) == meant(OPERATIONS, QUARTERS) | zero
    check_ledger(conversion)


def with_shares(line: Line, change: str = "", share: str = "") -> str:
    """Numbers with their percentage of revenues behind each, and a change behind all."""
    behind = f"<td>{share}</td>" if share and line.numbers else ""
    cells = "".join(f"<td>{number}</td>{behind}" for number in line.numbers)
    return f"<tr><td>{line.label}</td>{cells}{f'<td>{change}</td>' if change and line.numbers else ''}</tr>\n"


NO_VALUES = {
    "a change in percent": (
        "<tr><td></td><td colspan=2>Three Months Ended March 31,</td><td>% Change</td></tr><tr><td></td><td>2020</td><td>2019</td></tr>",
        lambda line: with_shares(line, change="11.3%"),
        1,
    ),
    "a change in percent whose sign stands apart": (
        "<tr><td></td><td colspan=2>Three Months Ended March 31,</td><td>Percent</td></tr>"
        "<tr><td></td><td>2020</td><td>2019</td><td>Change</td></tr>",
        lambda line: with_shares(line, change="(11.3</td><td>)%"),
        1,
    ),
    "a change in dollars": (
        "<tr><td></td><td colspan=2>Three Months Ended March 31,</td><td>$</td></tr>"
        "<tr><td></td><td>2020</td><td>2019</td><td>Change</td></tr>",
        lambda line: with_shares(line, change="5,170"),
        1,
    ),
    "increases and decreases": (
        "<tr><td></td><td colspan=2>Three Months Ended March 31,</td><td>Increase</td></tr>"
        "<tr><td></td><td>2020</td><td>2019</td><td>(Decrease)</td></tr>",
        lambda line: with_shares(line, change="(517)"),
        1,
    ),
    "shares of revenues between the values": (
        "<tr><td></td><td colspan=4>Three Months Ended March 31,</td></tr>"
        "<tr><td></td><td>2020</td><td>%</td><td>2019</td><td>%</td></tr>",
        lambda line: with_shares(line, share="41.2%"),
        2,
    ),
    "shares of revenues under a heading of words": (
        "<tr><td></td><td colspan=4>Three Months Ended March 31,</td></tr>"
        "<tr><td></td><td>2020</td><td>% of revenues</td><td>2019</td><td>% of revenues</td></tr>",
        lambda line: with_shares(line, share="41.2"),
        2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", NO_VALUES)
def test_columns_of_percentages_and_changes_are_left_out_with_an_entry_each(what: str) -> None:
    heads, cells, others = NO_VALUES[what]
    conversion = converted(page(OPERATIONS_TITLE + table(heads, OPERATIONS, cells)))
    assert facts(conversion) == meant(OPERATIONS, QUARTERS)
    check_ledger(conversion)
    left = [entry for entry in conversion.entries if entry.fact is None]
    assert len(left) == others * sum(1 for line in OPERATIONS if line.numbers)
    assert {entry.code for entry in left} == {Code.COLUMN_NOT_VALUES.label}
