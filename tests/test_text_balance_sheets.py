"""Balance sheets in fixed-width text: their dates, pages and totals."""

import pytest
from attrs import evolve
from text_page import (
    DAYS,
    LOSS,
    LOSS_HEADS,
    LOSS_MEANS,
    LOSS_TITLE,
    POSITION,
    POSITION_HEADS,
    POSITION_MEANS,
    POSITION_TITLE,
    STACKS,
    YEARS,
    above,
    check,
    meaning,
    printed,
)

POSITION_DATES = {
    "years alone on a later row": above(["December 31,"], ["1995", "1994"]),
    "dates over both rows": POSITION_HEADS,
    "figures for dates": above(["12/31/95", "12/31/94"]),
    "month and year": above(["Dec-95", "Dec-94"]),
    "an apostrophe": above(["Dec. 31, '95", "Dec. 31, '94"]),
    "as of": above(["As of December 31,"], ["1995", "1994"]),
    "two digits": above(["12-31-95", "12-31-94"]),
}


@pytest.mark.parametrize("what", POSITION_DATES)
def test_headings_of_instants(what: str) -> None:
    check(POSITION_TITLE + "\n" + POSITION_DATES[what] + "\n" + printed(POSITION), meaning(DAYS, POSITION_MEANS))


SPLIT = next(index for index, line in enumerate(POSITION) if line.label.startswith("LIABILITIES"))
FOOTER = "The accompanying notes are an integral part of these statements."
PAGE_ENDS = {
    "a form feed": "\f\n",
    "a page mark": "\n<PAGE>\n\n",
    "a page number": f"\n{'- 3 -':>42}\n\n",
    "a page number and a mark": f"\n{'3':>40}\n<PAGE>\n\n",
    "a footer of words": "\n             See notes to consolidated financial statements.\n\n<PAGE>\n\n",
    "a footer and a number": f"\n{FOOTER:^76}\n\n{'F-3':>40}\n<PAGE>\n",
}


@pytest.mark.parametrize("end", PAGE_ENDS)
def test_a_balance_sheet_continued_over_a_page(end: str) -> None:
    page = POSITION_TITLE + "\n" + POSITION_HEADS + "\n" + printed(POSITION[:SPLIT]) + PAGE_ENDS[end] + printed(POSITION[SPLIT:])
    check(page, meaning(DAYS, POSITION_MEANS))


@pytest.mark.parametrize("end", PAGE_ENDS)
@pytest.mark.parametrize(
    "title", ["CONSOLIDATED BALANCE SHEETS (Continued)", "CONSOLIDATED BALANCE SHEETS, CONTINUED", "CONSOLIDATED BALANCE SHEETS"]
)
def test_a_balance_sheet_on_two_titled_pages(end: str, title: str) -> None:
    second = POSITION_TITLE.replace("CONSOLIDATED BALANCE SHEETS", title) + "\n" + POSITION_HEADS + "\n" + printed(POSITION[SPLIT:])
    page = POSITION_TITLE + "\n" + POSITION_HEADS + "\n" + printed(POSITION[:SPLIT]) + PAGE_ENDS[end] + second
    check(page, meaning(DAYS, POSITION_MEANS))


@pytest.mark.parametrize("end", PAGE_ENDS)
@pytest.mark.parametrize("at", [3, 6, 8])
def test_a_page_ends_anywhere_in_a_statement_of_operations(end: str, at: int) -> None:
    page = LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS[:at]) + PAGE_ENDS[end] + printed(LOSS[at:])
    check(page, meaning(YEARS, LOSS_MEANS))


TOTALS = ("Total current assets", "Total assets", "Total current liabilities", "Total stockholders' equity", "Total liabilities and")


@pytest.mark.parametrize("rules", [False, True], ids=["plain", "ruled"])
def test_totals_without_words(rules: bool) -> None:
    """Every total is bare; the arithmetic names it."""
    ruled = f"{'------':>{STACKS[0]}}{'------':>{STACKS[1] - STACKS[0]}}\n"
    rows = ""
    for line in POSITION:
        bare = line.label.strip().startswith(TOTALS)
        rows += (ruled if rules and bare else "") + printed([evolve(line, label="") if bare else line])
    check(POSITION_TITLE + "\n" + POSITION_HEADS + "\n" + rows, meaning(DAYS, POSITION_MEANS))
