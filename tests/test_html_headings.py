"""Headings over the columns of HTML tables."""

import pytest
from html_page import BALANCE, DAYS, OPERATIONS, QUARTERS, balance, check_ledger, converted, facts, meant, operations, page

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
