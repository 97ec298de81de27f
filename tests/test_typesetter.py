"""Statements that nobody wrote by hand: printed in random layouts, converted, and compared number by number and sum by sum."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from random_statements import balance_sheets, cash_flow_statements, income_statements
from typesetter import Cells, Dollars, Head, Heads, Layout, Line, Negative, Sheet, Unaudited, Words, describe, print_html, print_text

from converter.footing.sums import foot
from converter.period import Duration, Instant, Period
from converter.pipeline import Conversion, convert
from converter.sources.source import Source
from converter.statement import Kind, Measure
from converter.taxonomy import NAMESPACE

CASES = 400
"""Of each of three statements, each printed in two formats: 2,400 pages in all."""

layouts = st.builds(
    Layout,
    negative=st.sampled_from(Negative),
    dollars=st.sampled_from(Dollars),
    dollar_apart=st.booleans(),
    zero=st.sampled_from(("0", "-", "--", "---", "-0-", "\u2014")),
    leading_zero=st.booleans(),
    heads=st.sampled_from(Heads),
    unaudited=st.sampled_from(Unaudited),
    width=st.integers(12, 18),
    label_width=st.integers(36, 52),
    indent=st.integers(0, 4),
    hang=st.integers(1, 6),
    leaders=st.booleans(),
    rules=st.booleans(),
    airy=st.booleans(),
    double=st.booleans(),
    tabs=st.booleans(),
    title_case=st.booleans(),
    cells=st.sampled_from(Cells),
)
exhaustive = settings(
    max_examples=CASES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
)


def expected(sheet: Sheet) -> list[tuple[str, str, Period, Decimal, str, int]]:
    """What every printed number must become, in printed order: label, concept, period, value, unit, decimals."""
    found = []
    for line in sheet.lines:
        power = {Measure.MONEY: sheet.scale, Measure.SHARES: sheet.share_scale}.get(line.measure, 0)
        unit = {Measure.MONEY: "USD", Measure.SHARES: "shares"}.get(line.measure, "USD/shares")
        for head, number in zip(sheet.heads, line.numbers, strict=True):
            if number is not None:
                exponent = number.as_tuple().exponent
                assert isinstance(exponent, int)
                value = number.scaleb(power) * line.factor
                found.append((line.label, line.concept, _period(sheet, line, head.period), value, unit, -exponent - power))
    return found


def _period(sheet: Sheet, line: Line, period: Period) -> Period:
    if sheet.kind is Kind.CASH_FLOW and line.label.endswith("of period") and isinstance(period, Duration):
        return Instant(period.last) if "end" in line.label else Instant(period.first - timedelta(1))
    return period


def read_back(sheet: Sheet, layout: Layout, print_: Callable[[Sheet, Layout], str]) -> None:
    """Converts the printed sheet and compares; a failure shows the page."""
    page = print_(sheet, layout)
    conversion = convert(Source.from_bytes(page.encode(), "sheet"))
    try:
        compare(sheet, conversion)
        compare_places(page, conversion, print_ is print_html)
    except AssertionError as failure:
        doubts = "\n".join(str(d) for d in conversion.diagnostics)
        raise AssertionError(f"{failure}\n\n{page}\nSums in the books:\n{describe(sheet)}\n\nDiagnostics:\n{doubts}") from None


def compare(sheet: Sheet, conversion: Conversion) -> None:
    assert len(conversion.statements) == 1, f"{len(conversion.statements)} statements were recognised"
    (statement,) = conversion.statements
    assert statement.kind is sheet.kind
    assert [column.period for column in statement.columns] == [head.period for head in sheet.heads], "the periods of the columns"
    labels = [line.label.lower() for line in statement.lines]
    books_labels = [line.label.lower() for line in sheet.lines]
    assert labels == books_labels, (
        f"the labels: read {sorted(set(labels) - set(books_labels))}, printed {sorted(set(books_labels) - set(labels))}"
    )
    by_place = {entry.place: entry for entry in conversion.entries}
    entries = [by_place[amount.place] for line in statement.lines for amount in line.amounts if amount is not None]
    wanted = expected(sheet)
    assert len(entries) == len(by_place) == len(conversion.entries) == len(wanted), "the number of numbers"
    for entry, (label, concept, period, value, unit, decimals) in zip(entries, wanted, strict=True):
        assert entry.fact is not None, f'"{label}" {entry.text} became no fact: {entry.code} {entry.reason}'
        got = (entry.period, entry.value, entry.unit, entry.decimals)
        assert got == (period, value, unit, decimals), (
            f'"{label}" {entry.text} became {got}, not {(period, value, unit, decimals)} ({entry.concept})'
        )
        prefix, _, name = entry.concept.partition(":")
        found = name if prefix == "er" else ""  # the report's own concepts have names that no book knows
        assert found in concept.split("|"), f'"{label}" became {entry.concept}, not {concept or "a concept of its own"}'
    footing = foot(statement)
    assert not footing.near, f"sums that differ: {footing.near}"
    sums = {(s.total, frozenset((p.line, p.weight) for p in s.parts)) for s in footing.sums}
    books = {(total, frozenset(parts)) for total, parts in sheet.sums}
    assert sums == books, f"sums not found: {sorted(map(str, books - sums))}, sums that are none: {sorted(map(str, sums - books))}"
    assert conversion.report is not None
    assert {c.namespace for c in (fact.concept for fact in conversion.report.facts)} <= {NAMESPACE, conversion.report.namespace}


def compare_places(page: str, conversion: Conversion, html: bool) -> None:
    """Each place covers the ink of its number, counted in the characters of the line, or in HTML of the element's text."""
    rows = page.split("\n")
    root = etree.HTML(page) if html else None
    for entry in conversion.entries:
        text = rows[entry.place.line - 1] if root is None else str(root.xpath(f"string({entry.place.node})"))
        ink = text[entry.place.start : entry.place.end]
        assert _digits(ink) == _digits(entry.text), f"{entry.text} of {entry.label!r} is placed at {ink!r} ({entry.place})"
        assert ink.strip(), f"{entry.text} of {entry.label!r} is placed at blanks ({entry.place})"


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


@pytest.mark.parametrize("sheets", [income_statements, balance_sheets, cash_flow_statements])
def test_a_printed_statement_is_read_back(sheets: Callable[[], st.SearchStrategy[Sheet]]) -> None:
    @exhaustive
    @given(sheets(), layouts)
    def check(sheet: Sheet, layout: Layout) -> None:
        read_back(sheet, layout, print_text)
        read_back(sheet, layout, print_html)

    check()


def test_share_counts_in_millions_may_have_a_fraction() -> None:
    """ "494.0" under "Weighted average shares outstanding:" is a count, small and broken as it is."""

    def line(label: str, concept: str, one: str, other: str, measure: Measure = Measure.MONEY, depth: int = 0) -> Line:
        return Line(label, (Decimal(one), Decimal(other)), concept, measure=measure, depth=depth)

    heads = tuple(Head(Duration(date(year, 1, 1), date(year, 12, 31)), "Twelve Months Ended") for year in (2016, 2015))
    body = (
        line("Revenues", "Revenues", "8155", "8445"),
        line("Cost of sales", "CostOfRevenue", "5898", "8075"),
        line("Income before income taxes", _PRETAX, "2257", "370"),
        line("Provision for income taxes", "IncomeTaxExpenseBenefit", "1600", "91"),
        line("Net income", "NetIncomeLoss", "657", "279"),
        Words("Net income per share:"),
        line("Basic", "EarningsPerShareBasic", "1.33", "1.33", Measure.PER_SHARE, 1),
        Words("Weighted average shares outstanding:"),
        line("Basic", "WeightedAverageNumberOfSharesOutstandingBasic", "494.0", "209.8", Measure.SHARES, 1),
    )
    sums = ((2, ((0, 1), (1, -1))), (4, ((2, 1), (3, -1))))
    read_back(Sheet(Kind.INCOME, heads, body, sums, 6, 6), Layout(), print_text)


_PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
