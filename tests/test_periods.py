"""Periods from headings: lengths, ends, fiscal calendars, and the reason for everything that is not printed."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from converter.period import Duration, Instant, month_end
from converter.recognition.periods.fiscal import Calendar, calendar_of
from converter.recognition.periods.phrases import parse
from converter.recognition.periods.resolving import resolve

DECEMBER = Calendar((date(2002, 12, 31), date(2003, 12, 31)), (12, 31))


def period(words: str, calendar: Calendar = DECEMBER, instant: bool = False) -> str:
    return str(resolve(parse(words), instant, calendar)[0])


def calendar(durations: Sequence[str], instants: Sequence[str], told: tuple[int, int] | None = None, text: str = "") -> Calendar:
    return calendar_of([parse(words) for words in durations], [parse(words) for words in instants], told, text)


@pytest.mark.parametrize(("words", "expected"), [
    ("Three Months Ended Dec. 31, 2003", "2003-10-01..2003-12-31"),
    ("THREE MONTHS ENDED DECEMBER 31 2003", "2003-10-01..2003-12-31"),
    ("Quarter Ended September 30, 2003", "2003-07-01..2003-09-30"),
    ("3 Months Ended June 30, 2003", "2003-04-01..2003-06-30"),
    ("Three (3) Months Ended June 30, 2003", "2003-04-01..2003-06-30"),
    ("Six Months Ended June 30, 2003", "2003-01-01..2003-06-30"),
    ("Nine-Month Period Ended Sept. 30, 2003", "2003-01-01..2003-09-30"),
    ("Twelve Months Ended Dec. 31, 2003", "2003-01-01..2003-12-31"),
    ("For the Year Ended December 31, 2003", "2003-01-01..2003-12-31"),
    ("For the Three Years Ended December 31, 2003", "2003-01-01..2003-12-31"),
    ("Fiscal Year Ended June 30, 2003", "2002-07-01..2003-06-30"),
    ("Three Months Ended February 29, 2004", "2003-12-01..2004-02-29"),
    ("Three Months Ended February 28, 2003", "2002-12-01..2003-02-28"),
    ("Three Months Ended 9/30/03", "2003-07-01..2003-09-30"),
    ("Three Months Ended 9-30-98", "1998-07-01..1998-09-30"),
    ("Three Months Ended March 31, '98", "1998-01-01..1998-03-31"),
    ("Three Months Ended March 31, \u201998", "1998-01-01..1998-03-31"),
    ("Three Months Ended 31 March 2003", "2003-01-01..2003-03-31"),
    ("Year Ended Dec. 31, 1999", "1999-01-01..1999-12-31"),
])  # fmt: skip
def test_months_are_counted_back_from_the_end(words: str, expected: str) -> None:
    assert period(words) == expected


@pytest.mark.parametrize(("words", "expected", "days"), [
    ("Thirteen Weeks Ended September 28, 1996", "1996-06-30..1996-09-28", 91),
    ("13 Weeks Ended September 28, 1996", "1996-06-30..1996-09-28", 91),
    ("Twenty-Six Weeks Ended June 29, 1996", "1995-12-31..1996-06-29", 182),
    ("Twenty Six Weeks Ended June 29, 1996", "1995-12-31..1996-06-29", 182),
    ("39 Weeks Ended September 28, 1996", "1995-12-31..1996-09-28", 273),
    ("Fifty-Two Weeks Ended January 28, 1995", "1994-01-30..1995-01-28", 364),
    ("53 Weeks Ended January 3, 1998", "1996-12-29..1998-01-03", 371),
])  # fmt: skip
def test_weeks_are_counted_back_from_the_end(words: str, expected: str, days: int) -> None:
    assert period(words, Calendar()) == expected
    found, why = resolve(parse(words), False, Calendar())
    assert isinstance(found, Duration)
    assert found.days == days
    assert "weeks" in why


def test_a_quarter_that_ends_inside_a_month_starts_after_the_balance_sheet_date() -> None:
    known = calendar(["Three Months Ended April 4, 2004", "Three Months Ended March 30, 2003"], ["April 4, 2004", "December 31, 2003"])
    assert period("Three Months Ended April 4, 2004", known) == "2004-01-01..2004-04-04"
    assert period("Three Months Ended March 30, 2003", known) == "2003-01-01..2003-03-30"


def test_the_reason_names_the_fiscal_year_that_ended_before() -> None:
    known = calendar(["Three Months Ended April 4, 2004"], ["April 4, 2004", "December 31, 2003"])
    _, why = resolve(parse("Three Months Ended April 4, 2004"), False, known)
    assert "2003-12-31" in why


def test_a_given_fiscal_year_end_ranks_before_the_dates_of_the_document() -> None:
    known = calendar(["Three Months Ended April 4, 2004"], ["April 4, 2004", "December 31, 2003"], told=(12, 28))
    assert period("Three Months Ended April 4, 2004", known) == "2003-12-29..2004-04-04"


def test_a_quarter_inside_a_month_without_any_calendar_is_thirteen_weeks() -> None:
    found, why = resolve(parse("Three Months Ended April 4, 2004"), False, Calendar())
    assert str(found) == "2004-01-05..2004-04-04"
    assert "13 weeks" in why


def test_a_fiscal_year_of_weeks_starts_after_the_one_before() -> None:
    known = calendar(["Year Ended December 28, 2003", "Year Ended December 29, 2002"], [])
    assert period("Year Ended December 28, 2003", known) == "2002-12-30..2003-12-28"


def test_a_printed_year_end_tells_where_quarters_start() -> None:
    known = calendar(["Year Ended June 30, 2003", "Three Months Ended June 30, 2003"], ["June 30, 2003"])
    assert known.usual == (6, 30)
    assert period("Year Ended June 30, 2003", known) == "2002-07-01..2003-06-30"


@pytest.mark.parametrize(("words", "expected"), [
    ("First Quarter 2003", "2003-01-01..2003-03-31"),
    ("Q3 2003", "2003-07-01..2003-09-30"),
    ("3Q 2003", "2003-07-01..2003-09-30"),
    ("Q3 FY03", "2003-07-01..2003-09-30"),
    ("Fourth Quarter 2003", "2003-10-01..2003-12-31"),
    ("Fiscal Year 2003", "2003-01-01..2003-12-31"),
])  # fmt: skip
def test_a_fiscal_quarter_by_name_is_placed_by_the_calendar(words: str, expected: str) -> None:
    assert period(words) == expected


def test_a_fiscal_quarter_by_name_follows_a_fiscal_year_that_ends_in_june() -> None:
    assert period("First Quarter 2003", Calendar((date(2003, 6, 30),), (6, 30))) == "2002-07-01..2002-09-30"


@pytest.mark.parametrize("words", ["First Quarter 2003", "Q3 2003", "Year to Date", "Fiscal 2003"])
def test_what_only_a_calendar_tells_is_unknown_without_one(words: str) -> None:
    assert period(words, Calendar()) == "None"


@pytest.mark.parametrize(
    "words", ["", "Actual", "Three Months Ended", "February 30, 2003", "13/13/2003", "Three Months Ended June 31, 2003"]
)
def test_what_is_no_period_is_none(words: str) -> None:
    assert period(words, Calendar()) == "None"
    assert period(words, Calendar(), instant=True) == "None"


@pytest.mark.parametrize(("words", "expected"), [
    ("Seven Months Ended December 31, 2003", "2003-06-01..2003-12-31"),
    ("Eighteen Months Ended December 31, 2003", "2002-07-01..2003-12-31"),
    ("48 Months Ended December 31, 2003", "2000-01-01..2003-12-31"),
    ("Month Ended December 31, 2003", "2003-12-01..2003-12-31"),
    ("Half Year Ended December 31, 2003", "2003-07-01..2003-12-31"),
    ("Two Quarters Ended December 31, 2003", "2003-07-01..2003-12-31"),
    ("Three Quarters Ended December 31, 2003", "2003-04-01..2003-12-31"),
    ("0 Months Ended December 31, 2003", "None"),
])  # fmt: skip
def test_a_length_that_is_no_year_is_not_read_as_one(words: str, expected: str) -> None:
    assert period(words) in (expected, "None")


@pytest.mark.parametrize(("words", "expected"), [
    ("December 31, 2003", "2003-12-31"),
    ("Dec. 31, 2003 (Unaudited)", "2003-12-31"),
    ("As of April 4, 2004", "2004-04-04"),
    ("12/31/03", "2003-12-31"),
    ("June 2003", "2003-06-30"),
])  # fmt: skip
def test_a_balance_date_is_an_instant(words: str, expected: str) -> None:
    assert period(words, instant=True) == expected


def test_a_balance_date_with_a_year_alone_is_the_fiscal_year_end() -> None:
    found, why = resolve(parse("2003"), True, DECEMBER)
    assert found == Instant(date(2003, 12, 31))
    assert "fiscal year ends" in why


def test_a_printed_first_day_is_taken_and_nothing_is_inferred() -> None:
    found, why = resolve(parse("Period from May 3, 1994 to December 31, 1994"), False, DECEMBER)
    assert str(found) == "1994-05-03..1994-12-31"
    assert not why


def test_inception_is_a_first_day() -> None:
    assert period("From Inception (May 3, 1994) through December 31, 1994") == "1994-05-03..1994-12-31"
    assert period("PERIOD FROM MAY 3, 1994 (INCEPTION) TO DECEMBER 31, 1994") == "1994-05-03..1994-12-31"
    assert period("Cumulative from May 3, 1994 (date of inception) Through December 31, 1994") == "1994-05-03..1994-12-31"


def test_year_to_date_starts_after_the_fiscal_year_end() -> None:
    assert period("Year to Date September 30, 2003", Calendar((date(2003, 6, 30),), (6, 30))) == "2003-07-01..2003-09-30"


INTERIM = ("Three Months Ended September 30, 2003", "Nine Months Ended September 30, 2003")


@pytest.mark.parametrize(("words", "expected"), [
    ("Year to Date 2003", "2003-01-01..2003-09-30"),
    ("YTD 2003", "2003-01-01..2003-09-30"),
    ("YTD03", "2003-01-01..2003-09-30"),
    ("9M 2003", "2003-01-01..2003-09-30"),
    ("9M03", "2003-01-01..2003-09-30"),
    ("Nine Months 2003", "2003-01-01..2003-09-30"),
    ("Quarter 2003", "2003-07-01..2003-09-30"),
    ("Fiscal 2002", "2002-01-01..2002-12-31"),
    ("2003", "None"),
    ("September 30, 2003", "None"),
])  # fmt: skip
def test_headings_beside_those_of_an_interim_report(words: str, expected: str) -> None:
    """The columns of nine months and of the quarter end on one day: a year or a day alone tells neither."""
    assert period(words, calendar(INTERIM, ["September 30, 2003", "December 31, 2002"])) == expected


@pytest.mark.parametrize(("words", "expected"), [
    ("September 30, 2003", "2003-07-01..2003-09-30"),
    ("Quarter 2003", "2003-07-01..2003-09-30"),
])  # fmt: skip
def test_a_day_without_length_has_the_one_length_of_the_columns_that_end_on_it(words: str, expected: str) -> None:
    assert period(words, calendar(INTERIM[:1], ["September 30, 2003", "December 31, 2002"])) == expected


@pytest.mark.parametrize(("words", "expected"), [
    ("YTD 2003", "2003-01-01..2003-09-30"),
    ("YTD 2002", "2002-01-01..2002-09-30"),
    ("Quarter 2002", "2002-07-01..2002-09-30"),
    ("Q4 2002", "2002-10-01..2002-12-31"),
    ("2003", "None"),
])  # fmt: skip
def test_headings_of_a_year_that_is_not_over(words: str, expected: str) -> None:
    """No heading prints a length: the balance sheet tells how far the year has come."""
    assert period(words, calendar(["Q3 2003", "Q3 2002"], ["September 30, 2003", "December 31, 2002"])) == expected


def test_a_quarter_without_number_ends_with_the_year_where_the_year_is_reported() -> None:
    known = calendar(["Year Ended December 31, 2003"], ["December 31, 2003", "December 31, 2002"])
    assert period("Quarter 2003", known) == "2003-10-01..2003-12-31"
    assert period("Quarter 2002", known) == "2002-10-01..2002-12-31"


def test_words_above_give_what_the_words_below_leave_open() -> None:
    below = parse("Dec. 31, 2003").under(parse("Three Months Ended"))
    assert str(resolve(below, False, DECEMBER)[0]) == "2003-10-01..2003-12-31"
    below = parse("2003").under(parse("Three Months Ended September 30,"))
    assert str(resolve(below, False, DECEMBER)[0]) == "2003-07-01..2003-09-30"


def test_everything_inferred_has_its_reason() -> None:
    for words in ("Three Months Ended Dec. 31, 2003", "13 Weeks Ended September 28, 1996", "Q3 2003", "Fiscal 2003"):
        found, why = resolve(parse(words), False, DECEMBER)
        assert found is not None
        assert why, words
    assert resolve(parse("December 31, 2003"), True, DECEMBER) == (Instant(date(2003, 12, 31)), "")


LENGTHS = {"Three Months": (85, 98), "Six Months": (176, 190), "Nine Months": (265, 283), "Twelve Months": (357, 378), "Year": (357, 378)}
"""Days that a period so called may have."""


@given(st.sampled_from(sorted(LENGTHS)), st.dates(date(1994, 1, 1), date(2026, 12, 31)), st.sampled_from(("none", "own", "month")))
def test_a_period_is_as_long_as_its_name_says(name: str, end: date, known: str) -> None:
    closing = min((month_end(end.year, end.month + step) for step in (-1, 0)), key=lambda day: abs((end - day).days))
    assume(abs((end - closing).days) <= 7)  # books close around the end of a month
    fiscal = {
        "none": Calendar(),
        "own": Calendar((end - timedelta(364), end), None),
        "month": Calendar((closing,), (closing.month, closing.day)),
    }[known]
    found, why = resolve(parse(f"{name} Ended {end:%B} {end.day}, {end.year}"), False, fiscal)
    assert isinstance(found, Duration)
    assert found.last == end
    least, most = LENGTHS[name]
    assert least <= found.days <= most, f"{found}: {why}"
