"""Which tables of a fixed-width release are read, and what contradicts itself in them."""

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
    Facts,
    above,
    check_ledger,
    codes,
    converted,
    facts,
    meaning,
    printed,
)

from converter import Code, Conversion, Filing, Severity, Source, convert

OTHERS = {
    "parent only": ("EXAMPLE CORP (Parent Company Only)", "CONDENSED STATEMENTS OF OPERATIONS"),
    "parent only in the title": ("EXAMPLE CORP", "CONDENSED STATEMENTS OF OPERATIONS - PARENT COMPANY ONLY"),
    "pro forma": ("EXAMPLE CORP", "PRO FORMA CONSOLIDATED STATEMENTS OF OPERATIONS"),
    "unaudited pro forma": ("EXAMPLE CORP", "UNAUDITED PRO FORMA CONDENSED COMBINED STATEMENTS OF OPERATIONS"),
    "selected data": ("EXAMPLE CORP", "SELECTED FINANCIAL DATA"),
}
LARGER = tuple(evolve(line, numbers=tuple(f"9{n}" if n and n[0].isdigit() else n for n in line.numbers)) for line in LOSS)
"""Lines like those of the statement with other figures."""


@pytest.mark.parametrize("what", OTHERS)
@pytest.mark.parametrize("first", [False, True], ids=["after", "before"])
def test_tables_beside_the_primary_statements(what: str, first: bool) -> None:
    company, title = OTHERS[what]
    other = f"\n{company:^76}\n{title:^76}\n{'(In thousands, except per share amounts)':^76}\n{LOSS_HEADS}\n{printed(LARGER)}"
    primary = LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS) + POSITION_TITLE + "\n" + POSITION_HEADS + "\n" + printed(POSITION)
    page = other + "\n\n" + primary if first else primary + "\n\n" + other
    conversion = converted(page)
    assert facts(conversion) == meaning(YEARS, LOSS_MEANS) | meaning(DAYS, POSITION_MEANS)
    check_ledger(conversion, page)


def check_nothing_wrong(conversion: Conversion, *readings: Facts) -> None:
    """No fact but those that one of the readings means."""
    allowed = {item for reading in readings for item in reading.items()}
    report = conversion.report
    if report is not None:
        assert set(facts(conversion).items()) <= allowed


def test_two_columns_under_one_date_are_no_facts() -> None:
    """Nothing tells which of them is the date's: neither may be guessed."""
    page = LOSS_TITLE + "\n" + above(["Year Ended", "Year Ended"], ["Dec. 31, 1995", "Dec. 31, 1995"]) + "\n" + printed(LOSS)
    conversion = converted(page)
    assert conversion.report is None
    assert Code.PERIOD_AMBIGUOUS in codes(conversion)


def test_two_columns_under_one_date_beside_a_third() -> None:
    stacks = (50, 64, 78)
    lines = tuple(
        evolve(line, numbers=(line.numbers[1], "-7" if line.numbers[0] == "0" else line.numbers[0], line.numbers[1]))
        if line.numbers
        else line
        for line in LOSS
    )
    heads = f"{'Year Ended':>50}{'Year Ended':>14}{'Year Ended':>14}\n{'12/31/95':>50}{'12/31/95':>14}{'12/31/94':>14}\n"
    page = LOSS_TITLE + "\n" + heads + "\n" + printed(lines, stacks=stacks)
    conversion = converted(page)
    wanted = {key: value for key, value in meaning(YEARS, LOSS_MEANS).items() if key[1] == YEARS[1]}
    assert facts(conversion) == wanted
    assert Code.PERIOD_AMBIGUOUS in codes(conversion)
    check_ledger(conversion, page)
    left = [entry for entry in conversion.entries if entry.fact is None]
    assert len(left) == 2 * len(wanted)
    assert all(entry.reason for entry in left)


PROSE = """
     EXAMPLE CITY, July 24, 1996. Example Corp gives its figures for the {length} ended June 30, 1996. Net sales for the {length}
ended June 30, 1996 were $24.6 million, against $27.4 million for the {length} ended June 30, 1995. The net loss for the {length}
was $2.2 million.
"""
HEADED = {"Three Months": "1996-04-01..1996-06-30", "Six Months": "1996-01-01..1996-06-30", "Nine Months": "1995-10-01..1996-06-30"}


@pytest.mark.parametrize(("heading", "spoken"), [("Nine", "six"), ("Six", "nine"), ("Three", "six"), ("Six", "three")])
def test_a_heading_that_the_prose_contradicts(heading: str, spoken: str) -> None:
    """The table says one length, the text another one of the same figures: no fact may follow the heading."""
    table = LOSS_TITLE + "\n" + above([f"{heading} Months Ended June 30,"], ["1996", "1995"]) + "\n" + printed(LOSS)
    agreed = converted(PROSE.format(length=f"{heading.lower()} months") + table)
    assert {period for _, period in facts(agreed) if period.endswith("1996-06-30")} == {HEADED[f"{heading} Months"]}
    assert Code.PERIOD_CONTRADICTED not in codes(agreed)
    page = PROSE.format(length=f"{spoken} months") + table
    conversion = converted(page)
    lengths = {name: (period, period.replace("1996-", "1995-").replace("1995-10", "1994-10")) for name, period in HEADED.items()}
    check_nothing_wrong(conversion, meaning(lengths[f"{spoken.capitalize()} Months"], LOSS_MEANS))
    assert Code.PERIOD_CONTRADICTED in codes(conversion)
    check_ledger(conversion, page)


def test_a_heading_whose_day_the_prose_contradicts() -> None:
    """Headed with a day on which no period of that length ends by the text."""
    for day, refused in (("September 30", True), ("September 31", True), ("June 29", False), ("June 30", False), ("June 31", False)):
        prose = f"\nFor the three months ended {day}, 1996, net sales were $24.6 million and the net loss was $2.2 million.\n"
        table = LOSS_TITLE + "\n" + above(["Three Months Ended June 30,"], ["1996", "1995"]) + "\n" + printed(LOSS)
        conversion = converted(prose + table)
        assert (Code.PERIOD_CONTRADICTED in codes(conversion)) == refused
        assert (conversion.report is None) == refused


def test_a_table_of_the_year_to_date_beside_prose_about_the_quarter() -> None:
    """Text that speaks of the quarter says nothing against year-to-date figures beside a column of the quarter."""
    lines = tuple(evolve(line, numbers=(*line.numbers, *line.numbers)) if line.numbers else line for line in LOSS)
    heads = f"{'Three Months Ended June 30,':>65}{'Six Months Ended June 30,':>32}\n{'1996':>50}{'1995':>14}{'1996':>14}{'1995':>14}\n"
    page = PROSE.format(length="quarter") + LOSS_TITLE + "\n" + heads + "\n" + printed(lines, stacks=(50, 64, 78, 92))
    conversion = converted(page)
    assert {period for _, period in facts(conversion) if period.endswith("1996-06-30")} == {HEADED["Three Months"], HEADED["Six Months"]}
    assert Code.PERIOD_CONTRADICTED not in codes(conversion)


def test_prose_about_another_period_contradicts_nothing() -> None:
    """Both lengths in the text, the quarter's figures in the table."""
    heads = above(["Three Months Ended June 30,"], ["1996", "1995"])
    prose = (
        PROSE.format(length="quarter")
        + "\nFor the six months ended June 30, 1996, net sales were $49.8 million and the net loss was $3.9 million.\n"
    )
    conversion = converted(prose + LOSS_TITLE + "\n" + heads + "\n" + printed(LOSS))
    assert facts(conversion) == meaning(("1996-04-01..1996-06-30", "1995-04-01..1995-06-30"), LOSS_MEANS)
    assert Severity.WARNING not in {diagnostic.severity for diagnostic in conversion.diagnostics}


def test_several_registrants_are_named_and_not_mixed() -> None:
    other = tuple(evolve(line, numbers=tuple(f"8{n}" if n and n[0].isdigit() else n for n in line.numbers)) for line in LOSS)
    first = LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS)
    second = (LOSS_TITLE + LOSS_HEADS + "\n" + printed(other)).replace("EXAMPLE CORP", "SAMPLE POWER COMPANY")
    conversion = convert(Source.from_bytes((first + "\n\n" + second).encode(), "page"), Filing(fiscal_year_end=(12, 31)))
    check_nothing_wrong(conversion, meaning(YEARS, LOSS_MEANS))
    assert Code.ENTITY_SEVERAL in codes(conversion)
    assert any(
        "SAMPLE POWER" in diagnostic.message.upper() for diagnostic in conversion.diagnostics if diagnostic.code is Code.ENTITY_SEVERAL
    )
