"""Which tables of an HTML release are statements, however they are cut, joined and nested."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from html_page import (
    BALANCE,
    BALANCE_TITLE,
    BOTH,
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
    money,
    operations,
    page,
    row,
    table,
)

from converter import Code, Conversion


@pytest.mark.parametrize("again", ["", QUARTER_HEADS], ids=["headings once", "headings again"])
@pytest.mark.parametrize("between", ["", "<p>&nbsp;</p>", "<p align=center>- 7 -</p><hr style='page-break-after:always'>"])
def test_a_statement_over_two_tables(again: str, between: str) -> None:
    two = table(QUARTER_HEADS, OPERATIONS[:6]) + between + table(again, OPERATIONS[6:])
    conversion = converted(page(OPERATIONS_TITLE, two, balance()))
    assert facts(conversion) == BOTH
    check_ledger(conversion)


def test_a_statement_continued_under_its_title_again() -> None:
    again = BALANCE_TITLE.replace("Sheets", "Sheets (continued)")
    two = table(DAY_HEADS, BALANCE[:10]) + "<hr>" + again + table(DAY_HEADS, BALANCE[10:])
    conversion = converted(page(operations(), BALANCE_TITLE, two))
    assert facts(conversion) == BOTH
    check_ledger(conversion)


def title_row(words: str) -> str:
    return f"<tr><td colspan=3 align=center><b>{words}</b></td></tr>\n"


def test_several_statements_in_one_table() -> None:
    rows = (
        title_row("Example Corp") + title_row("Consolidated Statements of Operations") + title_row("(In thousands, except per share data)")
    )
    rows += QUARTER_HEADS + "".join(map(row, OPERATIONS)) + "<tr><td>&nbsp;</td></tr>"
    rows += title_row("Consolidated Balance Sheets") + title_row("(In thousands)") + DAY_HEADS + "".join(map(row, BALANCE))
    conversion = converted(page(f"<table>{rows}</table>"))
    assert facts(conversion) == BOTH
    check_ledger(conversion)


ADJUSTED = (
    money("Revenues", "", "52,900", "47,700"),
    money("Cost of revenues", "", "31,000", "29,000"),
    money("Gross profit", "", "21,900", "18,700"),
    money("Research and development", "", "4,100", "3,900"),
    money("Selling, general and administrative", "", "9,200", "8,600"),
    money("Total operating expenses", "", "13,300", "12,500"),
    money("Operating income", "", "8,600", "6,200"),
    money("Interest expense", "", "310", "290", printed="({})"),
    money("Income before income taxes", "", "8,290", "5,910"),
    money("Provision for income taxes", "", "2,070", "1,480"),
    money("Net income", "", "6,220", "4,430"),
    Line("Earnings per share:"),
    Line("Basic", ("0.62", "0.45")),
    Line("Diluted", ("0.60", "0.44")),
)


def named(title: str, lines: Sequence[Line] = ADJUSTED, heads: str = QUARTER_HEADS) -> str:
    return f"<p align=center><b>Example Corp</b></p><p align=center><b>{title}</b></p><p align=center>(In thousands)</p>" + table(
        heads, lines
    )


def check_only_the_primary_ones(conversion: Conversion) -> None:
    assert facts(conversion) == BOTH
    check_ledger(conversion)
    foreign = {number for line in ADJUSTED for number in line.numbers} - {n for line in (*OPERATIONS, *BALANCE) for n in line.numbers}
    assert not [entry for entry in conversion.entries if entry.fact is not None and entry.text in foreign]


OTHER_TITLES = (
    "Non-GAAP Consolidated Statements of Operations",
    "Consolidated Statements of Operations - Non-GAAP",
    "Pro Forma Consolidated Statements of Operations",
    "Adjusted Statements of Operations",
    "Reconciliation of GAAP to Non-GAAP Results of Operations",
    "Supplemental Condensed Statements of Operations of the Parent Company",
)


@pytest.mark.parametrize("title", OTHER_TITLES)
@pytest.mark.parametrize("first", [False, True], ids=["after", "before"])
def test_a_table_that_only_looks_like_a_statement(title: str, first: bool) -> None:
    other = named(title)
    conversion = converted(page(other, operations(), balance()) if first else page(operations(), other, balance()))
    check_only_the_primary_ones(conversion)
    assert Code.NOT_PRIMARY in codes(conversion)


@pytest.mark.parametrize("first", [False, True], ids=["GAAP on the left", "GAAP on the right"])
def test_gaap_and_other_tables_side_by_side(first: bool) -> None:
    """Two tables in the cells of a layout table; the page's reader sees them beside each other, the source one after the other."""
    cells = [operations(), named(OTHER_TITLES[0])]
    if first:
        cells.reverse()
    conversion = converted(page("<table><tr>", *(f"<td valign=top>{cell}</td>" for cell in cells), "</tr></table>", balance()))
    check_only_the_primary_ones(conversion)


def difference(one: Line, other: Line) -> str:
    """What is taken out of the first column, as printed."""
    first, last = (Decimal(line.numbers[0].strip("()").replace(",", "")) for line in (one, other))
    taken = last - first
    return f"({-taken:,})" if taken < 0 else f"{taken:,}" if taken else "&#8212;"


def in_three_columns(*words: str) -> str:
    """One quarter in three columns: what was reported, what is taken out, what is left."""
    heads = "<tr><td></td><td colspan=3>Three Months Ended March 31, 2020</td></tr>"
    heads += f"<tr><td></td>{''.join(f'<td>{word}</td>' for word in words)}</tr>"
    lines = [
        Line(one.label, (one.numbers[0], difference(one, other), other.numbers[0]) if one.numbers else ())
        for one, other in zip(OPERATIONS, ADJUSTED, strict=True)
    ]
    return page(OPERATIONS_TITLE + table(heads, lines), balance())


@pytest.mark.parametrize("words", [("GAAP", "Adjustments", "Non-GAAP"), ("As reported", "Adjustments", "Pro forma")])
def test_gaap_and_other_columns_side_by_side(words: tuple[str, str, str]) -> None:
    conversion = converted(in_three_columns(*words))
    assert facts(conversion) == meant(OPERATIONS, QUARTERS[:1]) | meant(BALANCE, DAYS)
    check_ledger(conversion)
    left = [entry for entry in conversion.entries if entry.fact is None]
    assert len(left) == 2 * sum(1 for line in OPERATIONS if line.numbers)


def test_columns_of_one_period_that_nothing_tells_apart() -> None:
    """None of them may be taken for the quarter, and the statement may not vanish without a word."""
    conversion = converted(in_three_columns("Before", "Between", "After"))
    assert facts(conversion) == meant(BALANCE, DAYS)
    assert {Code.PERIOD_AMBIGUOUS, Code.PERIOD_UNKNOWN} & codes(conversion)


SEGMENTS = (
    Line("Revenues:"),
    money("Hammers", "", "30,000", "27,000"),
    money("Saws", "", "22,480", "20,310"),
    money("Total revenues", "", "52,480", "47,310"),
    Line("Operating income:"),
    money("Hammers", "", "5,000", "3,000"),
    money("Saws", "", "2,640", "2,450"),
    money("Total operating income", "", "7,640", "5,450"),
)


@pytest.mark.parametrize("title", ["Segment Information", "Results by Segment", "Segment Results of Operations"])
@pytest.mark.parametrize("first", [False, True], ids=["after", "before"])
def test_a_table_of_segments_is_no_statement(title: str, first: bool) -> None:
    segments = named(title, SEGMENTS)
    conversion = converted(page(segments, operations(), balance()) if first else page(operations(), balance(), segments))
    assert facts(conversion) == BOTH
    check_ledger(conversion)


def test_layout_tables_around_data_tables() -> None:
    """A page laid out with tables: a frame, a side bar, a shadow around each statement."""
    framed = [f"<table width=100%><tr><td><table><tr><td>{part}</td></tr></table></td></tr></table>" for part in (operations(), balance())]
    menu = "<table><tr><td><a href='#'>Home</a></td></tr><tr><td><a href='#'>News</a></td></tr></table>"
    conversion = converted(
        page(f"<table><tr><td width=10%>{menu}</td><td>{framed[0]}<br>{framed[1]}</td></tr><tr><td>(c) 2020</td></tr></table>")
    )
    assert facts(conversion) == BOTH
    check_ledger(conversion)


def test_a_table_whose_rows_are_tables() -> None:
    """Each figure framed by a table of one cell."""

    def cells(line: Line) -> str:
        framed = (f"<td><table><tr><td>$</td><td align=right>{number}</td></tr></table></td>" for number in line.numbers)
        return f"<tr><td>{line.label}</td>{''.join(framed)}</tr>\n"

    conversion = converted(page(operations(cells), balance(cells)))
    assert facts(conversion) == BOTH
