"""HTML as filers set it, through convert(): one invented company, whose figures foot, in every layout that must give the same facts."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

import pytest
from attrs import frozen
from html_page import (
    BALANCE,
    BALANCE_TITLE,
    BOTH,
    DAY_HEADS,
    DAYS,
    INTRODUCTION,
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
    with_lines,
)

from converter import Code, Conversion, Refusal, Severity

SLOWEST = 5.0
"""Seconds that the worst page may take."""


def test_the_plain_page() -> None:
    conversion = converted(page(operations(), balance()))
    assert facts(conversion) == BOTH
    assert {diagnostic.severity for diagnostic in conversion.diagnostics} <= {Severity.NOTE}


# How numbers and words are set


def apart(line: Line) -> str:
    """`$`, `(`, the digits and `)` in cells of their own, with a blank cell between columns."""
    cells = ""
    for number in line.numbers:
        opening, closing = ("(", ")") if number.startswith("(") else ("", "")
        digits = number.strip("()")
        cells += f"<td>&nbsp;</td><td>$</td><td>{opening}</td><td>{digits}</td><td>{closing}</td>"
    return f"<tr><td>{line.label}</td>{cells}</tr>\n"


def glued(line: Line) -> str:
    """`$ (1,234` and `)`: the closing parenthesis hangs in a cell of its own."""
    cells = "".join(f"<td>$&nbsp;{number.rstrip(')')}</td><td>{')' if number.endswith(')') else ''}</td>" for number in line.numbers)
    return f"<tr><td>{line.label}</td>{cells}</tr>\n"


def in_fonts(line: Line) -> str:
    """Numbers cut into runs by a word processor, in paragraphs with hard blanks."""
    cells = "".join(f"<td><p><font size=2>&nbsp;{number[:1]}</font><font size=2>{number[1:]}</font></p></td>" for number in line.numbers)
    return f"<tr><td><p><b><font size=2>{line.label}</font></b></p></td>{cells}</tr>\n"


def noted(line: Line) -> str:
    """Raised footnote marks on words and numbers."""
    cells = "".join(f"<td>{number}<sup>{mark}</sup></td>" for number, mark in zip(line.numbers, ("(1)", "2"), strict=False))
    return f"<tr><td>{line.label}<font style='vertical-align:super'>(a)</font></td>{cells}</tr>\n"


def noted_apart(line: Line) -> str:
    """Footnote marks in cells of their own, behind the first column's numbers."""
    marks = ("<td><sup>(1)</sup></td>" if line.label.startswith(("Rev", "Cash")) else "<td></td>", "")
    cells = "".join(f"<td>{number}</td>{mark}" for number, mark in zip(line.numbers, marks, strict=False))
    return f"<tr><td>{line.label}</td>{cells}</tr>\n"


def tail_omitted(line: Line) -> str:
    """HTML 3.2 as it was written by hand: upper case, no end tags."""
    return f"<TR><TD>{line.label}{''.join(f'<TD ALIGN=RIGHT>{number}' for number in line.numbers)}\n"


def spaced(line: Line) -> str:
    """Blank rows and columns between all others."""
    cells = "".join(f"<td>&nbsp;</td><td>{number}</td>" for number in line.numbers)
    return f"<tr><td>{line.label}</td>{cells}</tr>\n<tr><td colspan=5>&nbsp;</td></tr>\n"


def xhtml(line: Line) -> str:
    """Inline XBRL around the digits, as in filings that are tagged already."""
    tagged = (f'<ix:nonFraction name="us-gaap:X" contextRef="c" scale="3">{n.strip("()")}</ix:nonFraction>' for n in line.numbers)
    cells = (n.replace(n.strip("()"), tag) for n, tag in zip(line.numbers, tagged, strict=True))
    return f"<tr><td>{line.label}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


WIDTHS: dict[Callable[[Line], str], int] = {apart: 5, glued: 2, spaced: 2}


def wide(heads: str, cells: Callable[[Line], str]) -> str:
    """The headings over columns of so many cells."""
    width = WIDTHS.get(cells, 1)
    heads = re.sub(r"colspan=(\d+)", lambda found: f"colspan={int(found[1]) * width}", heads)
    heads = re.sub(r"<td>(?=[^<])", f"<td colspan={width}>", heads)
    if cells is noted_apart:
        return heads.replace("colspan=2", "colspan=3").replace("2020</td>", "2020</td><td></td>")
    return heads


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


# Headings

WEEKS = ("2020-03-01..2020-05-30", "2019-03-03..2019-06-01")
HEADS: dict[str, tuple[str, tuple[str, str]]] = {
    "the length with each date": (
        "<tr><td></td><td>Three Months Ended March 31, 2020</td><td>Three Months Ended March 31, 2019</td></tr>",
        QUARTERS,
    ),
    "month, day and year on three rows": (
        "<tr><td></td><td colspan=2>Three Months Ended</td></tr><tr><td></td><td>March</td><td>March</td></tr>"
        "<tr><td></td><td>31,</td><td>31,</td></tr><tr><td></td><td>2020</td><td>2019</td></tr>",
        QUARTERS,
    ),
    "length and dates in one cell": (
        "<tr><td></td><td>Quarter Ended<br>March&nbsp;31,<br>2020</td><td>Quarter Ended<br>March&nbsp;31,<br>2019</td></tr>",
        QUARTERS,
    ),
    "a span over spacers": (
        "<tr><td rowspan=2>(unaudited)</td><th colspan=2>For the three months ended<br>March 31,</th></tr>"
        "<tr><th>2020</th><th>2019</th></tr>",
        QUARTERS,
    ),
    "figures for dates": (
        "<tr><td></td><td colspan=2>Three Months Ended</td></tr><tr><td></td><td>3/31/20</td><td>3/31/19</td></tr>",
        QUARTERS,
    ),
    "unaudited below": (
        "<tr><td></td><td colspan=2>Three Months Ended March 31,</td></tr><tr><td></td><td>2020</td><td>2019</td></tr>"
        "<tr><td></td><td colspan=2>(unaudited)</td></tr>",
        QUARTERS,
    ),
    "unaudited on one column": (
        "<tr><td></td><td colspan=2>Three Months Ended March 31,</td></tr><tr><td></td><td>2020<br>(unaudited)</td><td>2019</td></tr>",
        QUARTERS,
    ),
    "weeks": (
        "<tr><td></td><td colspan=2>13 Weeks Ended</td></tr><tr><td></td><td>May 30, 2020</td><td>June 1, 2019</td></tr>",
        WEEKS,
    ),
    "weeks in words": (
        "<tr><td></td><td colspan=2>Thirteen Weeks Ended</td></tr>"
        "<tr><td></td><td>May&nbsp;30,<br>2020</td><td>June&nbsp;1,<br>2019</td></tr>",
        WEEKS,
    ),
    "headings in the table's head": (
        "<thead><tr><th></th><th colspan=2 scope=col>Three Months Ended March 31,</th></tr>"
        "<tr><th></th><th>2020</th><th>2019</th></tr></thead>",
        QUARTERS,
    ),
    "fiscal quarters by name": ("<tr><td></td><td>Q1 FY20</td><td>Q1 FY19</td></tr>", QUARTERS),
    "fiscal quarters in words": ("<tr><td></td><td>First Quarter 2020</td><td>First Quarter 2019</td></tr>", QUARTERS),
}  # fmt: skip


@pytest.mark.parametrize("what", HEADS)
def test_headings_of_a_duration(what: str) -> None:
    heads, periods = HEADS[what]
    conversion = converted(page(operations(heads=heads)))
    assert facts(conversion) == meant(OPERATIONS, periods)
    check_ledger(conversion)


DAY_HEADINGS = {
    "as of": "<tr><td></td><td colspan=2>As of</td></tr><tr><td></td><td>March 31, 2020</td><td>December 31, 2019</td></tr>",
    "as at each": "<tr><td></td><td>As at March&nbsp;31, 2020</td><td>As at December&nbsp;31, 2019</td></tr>",
    "years on a later row": "<tr><td></td><td>March 31,</td><td>December 31,</td></tr><tr><td></td><td>2020</td><td>2019</td></tr>",
    "unaudited between": "<tr><td></td><td>March 31,</td><td>December 31,</td></tr><tr><td></td><td>(Unaudited)</td><td>(Audited)</td></tr>"
    "<tr><td></td><td>2020</td><td>2019</td></tr>",
    "figures": "<tr><td></td><td>3/31/2020</td><td>12/31/2019</td></tr>",
    "short months": "<tr><td></td><td>Mar. 31, 2020</td><td>Dec. 31, 2019</td></tr>",
    "days first": "<tr><td></td><td>31 March 2020</td><td>31 December 2019</td></tr>",
}


@pytest.mark.parametrize("what", DAY_HEADINGS)
def test_headings_of_an_instant(what: str) -> None:
    conversion = converted(page(balance(heads=DAY_HEADINGS[what])))
    assert facts(conversion) == meant(BALANCE, DAYS)
    check_ledger(conversion)


# Statements and tables


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


# Covers, submissions, hidden and preformatted parts

COVER = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance">
<head><title>8-K</title></head><body>
<div style="display:none"><ix:header><ix:hidden><ix:nonNumeric name="dei:AmendmentFlag" contextRef="c">false</ix:nonNumeric></ix:hidden>
<ix:resources><xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0007654321</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:startDate>2020-04-28</xbrli:startDate><xbrli:endDate>2020-04-28</xbrli:endDate></xbrli:period></xbrli:context></ix:resources>
</ix:header></div>
<p>FORM <ix:nonNumeric name="dei:DocumentType" contextRef="c">8-K</ix:nonNumeric></p>
<p><ix:nonNumeric name="dei:EntityRegistrantName" contextRef="c">Example Corp</ix:nonNumeric></p>
<table><tr><td>Delaware</td><td>001-12345</td><td>12-3456789</td></tr>
<tr><td>(State)</td><td>(File Number)</td><td>(Employer No.)</td></tr></table>
<table><tr><td>Title of each class</td><td>Trading Symbol</td><td>Exchange</td></tr>
<tr><td>Common Stock</td><td><ix:nonNumeric name="dei:TradingSymbol" contextRef="c">EXMP</ix:nonNumeric></td><td>NASDAQ</td></tr></table>
<p>Emerging growth company <ix:nonNumeric name="dei:EntityEmergingGrowthCompany" contextRef="c">&#9744;</ix:nonNumeric></p>
"""


def test_an_inline_cover_page_is_tolerated() -> None:
    conversion = converted(f"{COVER}<hr/>{INTRODUCTION}{operations(xhtml)}{balance()}</body></html>")
    assert facts(conversion) == BOTH
    check_ledger(conversion)
    assert conversion.report is not None
    assert conversion.report.entity.identifier == "0001234567"  # what is told beats what a hidden context holds


SUBMISSION = """<SEC-DOCUMENT>0001111111-20-000001.txt : 20200428
<SEC-HEADER>0001111111-20-000001.hdr.sgml : 20200428
ACCESSION NUMBER:\t\t0001111111-20-000001
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t3
CONFORMED PERIOD OF REPORT:\t20200428

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE CORP
\t\tCENTRAL INDEX KEY:\t\t\t0000765432
\t\tFISCAL YEAR END:\t\t\t1231
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>main.htm
<TEXT>
{main}
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>2
<FILENAME>release.htm
<DESCRIPTION>RELEASE
<TEXT>
{release}
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>GRAPHIC
<SEQUENCE>3
<FILENAME>logo.jpg
<TEXT>
begin 644 logo.jpg
{graphic}
end
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_a_whole_submission_gives_its_exhibit_and_its_filer() -> None:
    graphic = "\n".join("M" + "_]C_X``02D9)1@`!`0$`8`!@``#_VP!#" * 2 for _ in range(200))
    text = SUBMISSION.format(main=COVER + "</body></html>", release=page(operations(), balance()), graphic=graphic)
    conversion = converted(text, None)
    assert facts(conversion) == BOTH
    assert conversion.report is not None
    entity = conversion.report.entity
    assert (entity.scheme, entity.identifier) == ("http://www.sec.gov/CIK", "0000765432")
    assert Code.EXHIBIT_PICKED in codes(conversion)
    lines = text.split("\n")
    for entry in conversion.entries:
        assert entry.text.strip("()") in "\n".join(lines[entry.place.line - 1 : entry.place.line + 2])  # lines of the whole submission


HIDDEN = (
    "<div style='display:none'>{}</div>",
    "<div style='DISPLAY : NONE;'>{}</div>",
    "<div hidden>{}</div>",
    "<div style='visibility:hidden'>{}</div>",
    "<!-- {} -->",
    "<script type='text/template'>{}</script>",
    "<template>{}</template>",
    "<noscript>{}</noscript>",
    "<ix:header><ix:hidden>{}</ix:hidden></ix:header>",
)


@pytest.mark.parametrize("around", HIDDEN)
def test_hidden_statements_are_unread(around: str) -> None:
    old = operations().replace("52,480", "99,999").replace("Consolidated", "Consolidated Old") + balance().replace("52,250", "88,888")
    conversion = converted(page(around.format(old), operations(), balance(), around.format(old)))
    assert facts(conversion) == BOTH
    check_ledger(conversion)
    assert len(conversion.entries) == len(BOTH)


def test_hidden_rows_and_cells_are_unread() -> None:
    def cells(line: Line) -> str:
        ghost = f"<tr style='display:none'><td>{line.label}</td><td>77,777</td><td>66,666</td></tr>"
        shown = "".join(f"<td>{number}<span style='display:none'>000</span></td>" for number in line.numbers)
        return f"{ghost}<tr><td>{line.label}<span hidden> (old)</span></td>{shown}</tr>\n"

    conversion = converted(page(operations(cells), balance(cells)))
    assert facts(conversion) == BOTH


def fixed(title: str, heads: Sequence[str], lines: Sequence[Line]) -> str:
    """A statement as fixed-width text."""
    rows = [f"{line.label:<46}" + "".join(f"{number.rstrip(')'):>13}{')' if number.endswith(')') else ' '}" for number in line.numbers)
            for line in lines]  # fmt: skip
    return "\n".join([" " * 20 + "EXAMPLE CORP", " " * 12 + title, "", *heads, "", *rows, "", ""])


PREFORMATTED = fixed(
    "Consolidated Statements of Operations\n" + " " * 10 + "(In thousands, except per share data)",
    [" " * 47 + "Three Months Ended March 31,", f"{'':<46}{'2020':>13}{'2019':>14}"],
    OPERATIONS,
), fixed(
    "Consolidated Balance Sheets\n" + " " * 14 + "(In thousands)",
    [f"{'':<46}{'March 31,':>13}{'December 31,':>15}", f"{'':<46}{'2020':>13}{'2019':>14}"],
    BALANCE,
)  # fmt: skip


@pytest.mark.parametrize("form", ["one", "two", "in a document", "with fonts", "with marks"])
def test_preformatted_releases(form: str) -> None:
    both = "".join(PREFORMATTED)
    text = {
        "one": page(f"<pre>\n{both}</pre>"),
        "two": page(*(f"<pre>\n{part}</pre>\n<hr>" for part in PREFORMATTED)),
        "in a document": f"<html><body><pre>{INTRODUCTION[3:-4]}\n\n{both}</pre></body></html>",
        "with fonts": page(f"<font size=2><PRE>\n{both.replace('Total assets', '<B>Total assets</B>')}</PRE></font>"),
        "with marks": page(f"<pre>\n<TABLE>\n<CAPTION>\n{both.replace('&', '&amp;')}</TABLE>\n</pre>"),
    }[form]
    conversion = converted(text)
    assert facts(conversion) == BOTH
    check_ledger(conversion)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    declared = "windows-1252" if encoding == "cp1252" else encoding.replace("-sig", "")
    text = page(operations(), balance()).replace("<head>", f"<head><meta http-equiv=Content-Type content='text/html; charset={declared}'>")
    text = text.replace("Example Corp makes examples", "Example Corp makes caf\u00e9 chairs").replace(
        "stockholders' equity", "stockholders&rsquo; equity"
    )
    conversion = converted(text.encode(encoding))
    assert facts(conversion) == BOTH


# Broken pages


@frozen
class Outcome:
    """What became of a page: its conversion (None when it could not even be opened), the errors that say why not, and how long it took."""

    conversion: Conversion | None
    errors: tuple[Code, ...]
    seconds: float


def outcome(text: str) -> Outcome:
    start = time.process_time()
    try:
        conversion = converted(text)
    except Refusal as refusal:  # what cannot be opened at all
        return Outcome(None, (refusal.diagnostic.code,), time.process_time() - start)
    errors = tuple(diagnostic.code for diagnostic in conversion.diagnostics if diagnostic.severity is Severity.ERROR)
    return Outcome(conversion, errors, time.process_time() - start)


def check_result_or_one_error(text: str) -> Outcome:
    found = outcome(text)
    assert found.seconds < SLOWEST
    assert len(found.errors) == (0 if found.conversion is not None and found.conversion.ok else 1), found.errors
    if found.conversion is not None and found.conversion.report is not None:
        check_ledger(found.conversion)
    return found


def cut_pages() -> Iterator[tuple[int, str]]:
    text = page(operations(apart, wide(QUARTER_HEADS, apart)), balance())
    for cut in range(0, len(text), 97):
        yield cut, text[:cut]


def test_a_page_may_be_cut_anywhere() -> None:
    """Every 97th position: a result whose facts are all printed whole, or one error."""
    made = failed = 0
    for cut, text in cut_pages():
        found = check_result_or_one_error(text)
        if found.conversion is None or found.conversion.report is None:
            failed += 1
            continue
        made += 1
        wrong = {key: value for key, value in facts(found.conversion).items() if BOTH.get(key) != value}
        assert not wrong, f"cut at {cut}: {text[-40:]!r}"
    assert made > 30
    assert failed > 5


@pytest.mark.parametrize("number", ["31,160", "18,260", "(310", "5,500</td><td align=right>3,870", "0.55"])
def test_a_number_that_is_cut_is_no_fact(number: str) -> None:
    """The page ends between the digits of a number: what is left of it is another number, which nobody printed."""
    text = page(operations())
    end = text.index(number) + len(number)
    for cut in range(end - 1, end - len(number.rpartition(">")[2]), -1):
        found = check_result_or_one_error(text[:cut])
        if found.conversion is not None and found.conversion.report is not None:
            wrong = {key: value for key, value in facts(found.conversion).items() if BOTH.get(key) != value}
            assert not wrong, f"{text[:cut][-30:]!r}"


WHOLE = page(operations(), balance())
ROWS_THAT_SPAN = "<table>" + "<tr><td colspan=1000 rowspan=1000>1</td></tr>" * 1000 + "</table>"
CELLS_THAT_SPAN = "<table>" + ("<tr>" + "<td colspan=1000>1</td>" * 1000 + "</tr>") * 50 + "</table>"
ENTITIES = "".join(f"<!ENTITY {name} '{f'&{of};' * 10}'>" for of, name in zip("abcdefgh", "bcdefghi", strict=True))
SCRIPT = "<html><head><script>document.write('<table><tr><td>Revenues</td><td>1</td></tr></table>')</script></head></html>"
BROKEN: dict[str, tuple[Callable[[], str], tuple[Code, ...] | None]] = {
    "nested blocks": (lambda: "<div>" * 100_000 + WHOLE, (Code.SOURCE_TOO_DEEP,)),
    "nested blocks behind": (lambda: WHOLE.replace("</body></html>", "<div>" * 100_000), None),
    "nested tables": (lambda: "<table><tr><td>" * 100_000 + "1", (Code.SOURCE_TOO_DEEP,)),
    "nested fonts": (lambda: "<font>" * 100_000 + WHOLE, None),
    "end tags": (lambda: WHOLE + "</div>" * 100_000, ()),
    "rows that span a thousand": (lambda: f"{ROWS_THAT_SPAN}<p>x</p>", (Code.NO_STATEMENT,)),
    "cells that span a thousand": (lambda: f"{CELLS_THAT_SPAN}<p>x</p>", (Code.NO_STATEMENT,)),
    "rows that span a thousand before a statement": (lambda: ROWS_THAT_SPAN + WHOLE, ()),
    "spans that are no numbers": (lambda: WHOLE.replace("<td align=right", "<td colspan=x rowspan=-7 align=right"), ()),
    "figures that span more than there is": (lambda: WHOLE.replace("<td align=right", "<td colspan=99999999999999 align=right"), None),
    "entities": (
        lambda: f"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>{ENTITIES}]><html><body><p>&i;</p></body></html>",
        (Code.NO_STATEMENT,),
    ),
    "a script that never ends": (lambda: WHOLE.replace("<body>", "<body><script>"), None),
    "a comment that never ends": (lambda: WHOLE.replace("<p>Example", "<!-- <p>Example"), None),
    "a quote that never ends": (lambda: WHOLE.replace("align=center", "align='center", 1), None),
    "no end tags": (lambda: re.sub(r"</(?:td|tr|p|b|table)>", "", WHOLE), None),
    "no tables": (lambda: re.sub(r"</?t[rd][^>]*>", "", WHOLE), None),
    "angle brackets": (lambda: "<" * 100_000 + WHOLE, None),
    "control characters": (lambda: WHOLE.replace("Gross", "\x01\x02Gross"), ()),
    "a cell of a million letters": (lambda: WHOLE.replace("Goodwill", "Goodwill" * 125_000), None),
}
"""A page, and the errors it must earn: none, or one; None where a result and an error are both right."""


@pytest.mark.parametrize("what", BROKEN)
def test_broken_pages_give_a_result_or_one_clear_error(what: str) -> None:
    text, errors = BROKEN[what]
    found = check_result_or_one_error(text())
    if errors is not None:
        assert found.errors == errors
    if found.conversion is not None and found.conversion.report is not None:
        wrong = {key: value for key, value in facts(found.conversion).items() if BOTH.get(key, value) != value}
        assert not wrong


def test_a_script_alone_shows_nothing() -> None:
    found = outcome(SCRIPT)
    assert found.errors in ((Code.SOURCE_EMPTY,), (Code.NO_STATEMENT,))
