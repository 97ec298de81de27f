"""Numbers and labels of fixed-width releases as filers printed them from 1993 on, in whatever scale."""

import re

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
    YEARS,
    Dress,
    check,
    converted,
    dressed,
    facts,
    meaning,
    printed,
)


def leaders(label: str) -> str:
    return label + " " + "." * (44 - len(label))


def spaced_leaders(label: str) -> str:
    return (label + " ").ljust(44 + len(label) % 2, "#").replace("##", " .").replace("#", "")


DRESSES = {
    "parentheses": Dress(),
    "brackets": Dress(negative="[{}]"),
    "a blank behind the parenthesis": Dress(negative="( {})"),
    "blanks on both sides": Dress(negative="( {} )"),
    "a minus": Dress(negative="-{}"),
    "dollars before the parenthesis": Dress(negative="$({})"),
    "a dollar and a blank before the parenthesis": Dress(negative="$ ({})"),
    "a dollar inside the parenthesis": Dress(negative="(${})"),
    "a dollar and a blank inside the parenthesis": Dress(negative="($ {})"),
    "dollars everywhere": Dress(dollar="$"),
    "dollars and a blank everywhere": Dress(dollar="$ "),
    "a letter glued on": Dress(behind="(H)"),
    "a small letter glued on": Dress(behind="(a)"),
    "a star glued on": Dress(behind="*"),
    "a note with a blank": Dress(behind=" (a)"),
    "-0- for zero": Dress(zero="-0-"),
    "$ -0- for zero": Dress(dollar="$ ", zero="-0-"),
    "- for zero": Dress(zero="-"),
    "-- for zero": Dress(zero="--"),
    "--- for zero": Dress(zero="---"),
    "a long dash for zero": Dress(zero="\u2014"),
    "leaders": Dress(label=leaders),
    "leaders with blanks": Dress(label=spaced_leaders),
    "leaders, brackets, -0-": Dress(label=leaders, negative="[{}]", zero="-0-", dollar="$"),
    "a full stop behind the label": Dress(label="{}.".format),
}


@pytest.mark.parametrize("name", DRESSES)
def test_numbers_however_they_are_printed(name: str) -> None:
    page = LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS, DRESSES[name])
    check(page, meaning(YEARS, LOSS_MEANS))


def tabbed(page: str, stop: int = 8) -> str:
    """Runs of blanks that reach a tab stop as tabs: looks the same on paper."""
    rows = []
    for row in page.split("\n"):
        pieces = [row[start : start + stop] for start in range(0, len(row), stop)]
        rows.append("".join(re.sub(r" {2,}$", "\t", piece) if len(piece) == stop else piece for piece in pieces))
    assert "\n".join(rows).expandtabs(stop) == page
    return "\n".join(rows)


@pytest.mark.parametrize("name", ["parentheses", "brackets", "a letter glued on", "$ -0- for zero", "leaders"])
def test_tabs_in_place_of_blanks(name: str) -> None:
    page = tabbed(LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS, DRESSES[name]))
    assert "\t" in page
    check(page, meaning(YEARS, LOSS_MEANS))


def test_tabs_alone_between_the_columns() -> None:
    """As a word processor saves a table as text: one tab between cells, whatever their width."""
    rows = "".join(line.label + "".join(f"\t{dressed(n, Dress())[0]}" for n in line.numbers if n) + "\n" for line in LOSS)
    page = "EXAMPLE CORP\nConsolidated Statements of Operations\n(In thousands, except per share amounts)\n\n"
    page += "\tYears Ended December 31,\n\t1995\t1994\n\n" + rows
    assert facts(converted(page)) == meaning(YEARS, LOSS_MEANS)


def test_a_blank_is_no_fact() -> None:
    lines = tuple(evolve(line, numbers=(None, line.numbers[1])) if line.label == "Income tax benefit" else line for line in LOSS)
    wanted = meaning(YEARS, LOSS_MEANS)
    del wanted["IncomeTaxExpenseBenefit", YEARS[0]]
    check(LOSS_TITLE + LOSS_HEADS + "\n" + printed(lines), wanted)


SCALES = {
    "(In thousands, except per share amounts)": 3,
    "(000's omitted, except per share amounts)": 3,
    "(000's omitted)": 3,
    "(000s omitted except per share data)": 3,
    "(Thousands of dollars, except per share)": 3,
    "(Dollars in thousands except per share data)": 3,
    "(In $000's, except per share)": 3,
    "(Amounts in thousands)": 3,
    "(In millions, except per share)": 6,
    "(Dollars in millions, except per share amounts)": 6,
    "(Millions of dollars except per share data)": 6,
    "(In dollars)": 0,
}


@pytest.mark.parametrize("words", SCALES)
def test_scales(words: str) -> None:
    page = LOSS_TITLE.replace("(In thousands, except per share amounts)", words) + LOSS_HEADS + "\n" + printed(LOSS)
    conversion = check(page, meaning(YEARS, LOSS_MEANS, SCALES[words]))
    assert conversion.report is not None
    for fact in conversion.report.facts:
        assert fact.decimals == (2 if "PerShare" in fact.concept.name else -SCALES[words])


def test_several_scales_in_one_release() -> None:
    """Operations in thousands, the balance sheet in dollars."""
    wanted = meaning(YEARS, LOSS_MEANS) | meaning(DAYS, POSITION_MEANS, 0)
    page = LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS) + POSITION_TITLE.replace("(In thousands)", "(In dollars)")
    check(page + POSITION_HEADS + "\n" + printed(POSITION), wanted)
