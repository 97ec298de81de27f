"""Headings over the columns of fixed-width releases: durations, days, years and quarters."""

from decimal import Decimal

import pytest
from attrs import evolve
from text_page import (
    DAYS,
    DECEMBER,
    LOSS,
    LOSS_MEANS,
    LOSS_TITLE,
    POSITION,
    POSITION_MEANS,
    POSITION_TITLE,
    QUARTERS,
    UNTOLD,
    YEARS,
    above,
    check,
    meaning,
    printed,
)

SPRING = ("1996-02-04..1996-05-04", "1995-01-29..1995-04-29")
SUMMER = ("1996-02-04..1996-08-03", "1995-01-29..1995-07-29")
AUTUMN = ("1996-02-04..1996-11-02", "1995-01-29..1995-10-28")
RETAIL = ("1995-01-29..1996-02-03", "1994-01-30..1995-01-28")
LENGTHS: dict[str, tuple[str, tuple[str, str]]] = {
    "years alone on a later row": (above(["Years Ended December 31,"], ["1995", "1994"]), YEARS),
    "a rule between": (above(["Years Ended December 31,"], ["------------------------"], ["1995", "1994"], ["----", "----"]), YEARS),
    "the length over each date": (above(["Year Ended", "Year Ended"], ["Dec. 31, 1995", "Dec. 31, 1994"]), YEARS),
    "two years in one heading": (above(["Years Ended December 31, 1995 and 1994"]), YEARS),
    "two dates in one heading": (above(["Years Ended"], ["Dec. 31, 1995    Dec. 31, 1994"]), YEARS),
    "the length above, dates and years below": (above(["For the Years Ended"], ["December 31,", "December 31,"], ["1995", "1994"]), YEARS),
    "three rows": (above(["Year Ended", "Year Ended"], ["December 31,", "December 31,"], ["1995", "1994"]), YEARS),
    "figures for dates": (above(["Year Ended"], ["12/31/95", "12/31/94"]), YEARS),
    "figures with dashes": (above(["Twelve Months Ended"], ["12-31-95", "12-31-94"]), YEARS),
    "an apostrophe for the century": (above(["Year Ended December 31,"], ["'95", "'94"]), YEARS),
    "an apostrophe behind a month": (above(["Year Ended"], ["Dec. '95", "Dec. '94"]), YEARS),
    "two digits for a year": (above(["Year Ended"], ["Dec-95", "Dec-94"]), YEARS),
    "12 in figures": (above(["12 Months Ended"], ["Dec. 31, 1995", "Dec. 31, 1994"]), YEARS),
    "quarters": (above(["Three Months Ended March 31,"], ["1996", "1995"]), QUARTERS),
    "quarters by figures": (above(["3 Months Ended"], ["3/31/96", "3/31/95"]), QUARTERS),
    "quarters with the month alone": (above(["Quarter Ended"], ["Mar-96", "Mar-95"]), QUARTERS),
    "unaudited below": (above(["Three Months Ended March 31,"], ["1996", "1995"], ["(Unaudited)"]), QUARTERS),
    "13 weeks": (above(["13 Weeks Ended"], ["May 4, 1996", "April 29, 1995"]), SPRING),
    "thirteen weeks": (above(["Thirteen Weeks Ended", ""], ["May 4,", "April 29,"], ["1996", "1995"]), SPRING),
    "26 weeks": (above(["26 Weeks Ended"], ["August 3,", "July 29,"], ["1996", "1995"]), SUMMER),
    "39 weeks": (above(["Thirty-nine Weeks Ended"], ["Nov. 2, 1996", "Oct. 28, 1995"]), AUTUMN),
    "53 and 52 weeks": (above(["53 Weeks Ended", "52 Weeks Ended"], ["Feb. 3, 1996", "Jan. 28, 1995"]), RETAIL),
    "53 and 52 weeks in words": (
        above(["Fifty-three", "Fifty-two"], ["Weeks Ended", "Weeks Ended"], ["Feb. 3, 1996", "Jan. 28, 1995"]),
        RETAIL,
    ),
}


@pytest.mark.parametrize("what", LENGTHS)
def test_headings_of_durations(what: str) -> None:
    heads, periods = LENGTHS[what]
    filing = DECEMBER if periods in (YEARS, QUARTERS) else UNTOLD
    check(LOSS_TITLE + "\n" + heads + "\n" + printed(LOSS), meaning(periods, LOSS_MEANS), filing)


def test_two_dates_with_one_blank_between() -> None:
    """The dates of neighbouring columns may touch: they read as one run of text, and are two headings all the same."""
    narrow = (58, 71)
    heads = f"{'':46}December 31, December 31,\n{'':46}{'1995':>12}{'1994':>13}\n"
    page = POSITION_TITLE + "\n" + heads + "\n" + printed(POSITION, stacks=narrow)
    check(page, meaning(DAYS, POSITION_MEANS))


def test_three_years_of_columns() -> None:
    stacks = (50, 64, 78)
    lines = tuple(evolve(line, numbers=(*line.numbers, line.numbers[1])) if line.numbers else line for line in LOSS)
    heads = f"{'Years Ended December 31,':>72}\n{'1995':>50}{'1994':>14}{'1993':>14}\n"
    page = LOSS_TITLE + "\n" + heads + "\n" + printed(lines, stacks=stacks)
    wanted = meaning(YEARS, LOSS_MEANS)
    wanted |= {(concept, "1993-01-01..1993-12-31"): value for (concept, period), value in wanted.items() if period == YEARS[1]}
    check(page, wanted)


def test_quarter_and_half_year_side_by_side() -> None:
    """Two lengths, each over two columns; "June 30," stands once over each pair."""
    stacks = (50, 61, 74, 85)
    lines = tuple(evolve(line, numbers=(*line.numbers, *map(doubled, line.numbers))) for line in LOSS)
    heads = f"{'Three Months Ended':>61}{'Six Months Ended':>24}\n{'June 30,':>56}{'June 30,':>25}\n"
    heads += f"{'1996':>50}{'1995':>11}{'1996':>13}{'1995':>11}\n"
    quarter = meaning(("1996-04-01..1996-06-30", "1995-04-01..1995-06-30"), LOSS_MEANS)
    half = meaning(("1996-01-01..1996-06-30", "1995-01-01..1995-06-30"), LOSS_MEANS)
    wanted = quarter | {key: 2 * value for key, value in half.items()}
    check(LOSS_TITLE + "\n" + heads + "\n" + printed(lines, stacks=stacks), wanted)


def doubled(number: str | None) -> str | None:
    if number is None:
        return None
    twice = f"{2 * Decimal(number.replace(',', '')):,}"
    return twice.replace("0.", ".") if "." in number else twice
