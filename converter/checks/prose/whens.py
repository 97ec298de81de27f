"""Phrases of time in running text, and the column of the statements that each means.

quarter  = [YEAR] ["fiscal"] ORDINAL "quarter" ["of" ["fiscal"] YEAR] ["ended" DATE]     "2004 first quarter", "Q1 2024"
span     = (COUNT "months" | COUNT "weeks" | "quarter" | "year") "ended" DATE            "39-week fiscal period ended October 28, 2023"
to date  = ["first"] ("six" | "nine") "months" ["of" YEAR] | "six-month period"
year     = ("fiscal" | "the year" | "full year") YEAR | "for" YEAR
day      = ("at" | "as of") DATE
again    = "the same quarter a year ago" | "the prior year period" | "last year" | "year-over-year" | "the same period in" YEAR
before   = "the preceding quarter" | "sequentially"
this     = "the quarter" | "the year" | "quarterly"
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Final

from attrs import frozen

from converter.checks.prose.calendar import Calendar, months_of
from converter.period import Duration, Instant
from converter.recognition.periods.phrases import ORDINALS, parse


class Relation(Enum):
    """How a phrase finds its period: by its own words, or from the period that it is compared with."""

    NAMED = "named"
    YEAR_AGO = "a year before"
    PRECEDING = "the quarter before"


@frozen
class When:
    """A phrase at [start, end) of a sentence. period: the column that it names; None when no column has it, or for a relation.

    certain: its words leave nothing open. months: the length that it names, 0 where it names none. year: a year that a relation names.
    """

    start: int
    end: int
    words: str
    relation: Relation = Relation.NAMED
    period: Duration | Instant | None = None
    certain: bool = True
    months: int = 0
    year: int | None = None


_YEAR: Final = r"(?:19|20)\d\d"
_DATE: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?"
    rf"|Nov(?:ember|\.)?|Dec(?:ember|\.)?) \d{{1,2}},? {_YEAR}"
)
_MONTHS: Final = {
    "three": 3, "3": 3, "six": 6, "6": 6, "nine": 9, "9": 9, "twelve": 12, "12": 12,
    "thirteen": 3, "13": 3, "fourteen": 3, "14": 3, "twenty-six": 6, "26": 6, "twenty-seven": 6, "27": 6,
    "thirty-nine": 9, "39": 9, "forty": 9, "40": 9, "fifty-two": 12, "fifty-three": 12, "52": 12, "53": 12,
}  # fmt: skip
"""Months by the count of months or weeks that a phrase names."""

_COUNT: Final = "|".join(sorted(_MONTHS, key=len, reverse=True)).replace("-", "[- ]")
_ORDINAL: Final = r"first|second|third|fourth|1st|2nd|3rd|4th"
_LAST_YEAR: Final = r"year (?:ago|earlier|before|prior)|last (?:fiscal )?year|(?:prior|previous|preceding) (?:fiscal )?year"
_ENDED: Final = r"(?:that )?end(?:ed|ing)(?: on)? "

_SAME = (
    r"(?:the )?(?:comparable|same|corresponding|similar|like)(?: prior[- ]year)? (?:fiscal )?(?:quarter|period|three|six|nine"
    r"|twelve|thirteen)"
    r"(?:[- ]months?|[- ]weeks?)?(?: period| quarter)?"
    rf"(?P<same>,?(?: of| in| a| for| during| from| last| one)? (?:the )?(?:{_LAST_YEAR}|year"
    rf"|(?:fiscal )?(?:year )?(?P<same_year>{_YEAR})))?"
)
_AGO = (
    r"(?P<ago>\b(?:(?:the )?(?:year[- ]ago|year[- ]earlier|(?:same )?(?:prior|previous|last)[- ]year(?:'s"
    r"|’s)?) (?:fiscal )?(?:comparable |same )?"
    rf"(?:{_ORDINAL})? ?(?:\d\d-week (?:fiscal )?)?(?:quarter|period)(?! ended)|year[- ]over[- ]year|(?:a|one) year (?:ago|earlier|before)"
    r"|(?:the )?(?:prior|previous|preceding) (?:fiscal )?year(?![- ]end)|last (?:fiscal )?year|over the year[- ]ago)\b)"
)
_BEFORE = (
    r"(?P<before>\b(?:the quarter before|(?:the )?(?:immediately )?(?:preceding|previous|prior|linked|sequential|trailing"
    r"|last)[- ]quarter|sequentially"
    r"|sequential basis|quarter[- ]over[- ]quarter)\b)"
)
_SPAN = (
    rf"(?P<span>\b(?:(?P<span_count>{_COUNT})[- ](?:month|week)s?(?:[ -](?:fiscal )?(?:period|quarter|year))?"
    rf"|(?:(?:fiscal|calendar) )?(?P<span_word>quarter|year|period)),? ?{_ENDED}(?P<span_date>{_DATE}))"
)
_QUARTER = (
    rf"(?P<quarter>(?:\b(?P<q_before>{_YEAR})(?:'s|’s)? )?(?:fiscal )?"
    rf"\b(?:(?P<q_ordinal>{_ORDINAL})[ -](?:fiscal )?quarter|Q(?P<q_digit>[1-4])|(?P<q_digit2>[1-4])Q)\b(?:'s|’s)?"
    rf"(?:(?:,? (?:of|in|for))?(?: the)?(?: fiscal)?(?: year)?,? ?(?:FY|’|')? ?(?P<q_after>{_YEAR}|(?<=[’'])\d\d\b)"
    r"| (?:of|in) (?:last|the (?:prior|previous|preceding)) (?P<q_last>(?:fiscal )?year))?"
    rf"(?:,? (?:which )?{_ENDED}(?P<q_date>{_DATE}))?)"
)
_TO_DATE = (
    r"(?P<todate>\b(?:first )?(?:(?P<t_count>six|nine|6|9|twenty[- ]six|thirty[- ]nine|26|39)[- ](?:month|week)s?(?: (?:fiscal )?period)?"
    rf"|(?P<t_half>first half))(?:(?: (?:of|in|for))?(?: the)?(?: fiscal)?(?: year)? (?P<t_year>{_YEAR}))?)"
)
_DAY = rf"(?P<day>\b(?:as of|at|on|from|since) (?P<d_date>{_DATE}))"
_IN_YEAR = (
    r"(?P<year>(?:\b(?:(?:for|in|of|during) )?(?:the )?(?:full[ -])?(?:(?:fiscal|calendar)(?: year)?|(?:full[ -])?year|twelve months of)"
    rf" (?P<y_year>{_YEAR})|\b(?:for|in|during|of) (?P<y_bare>{_YEAR})"
    rf"|(?:(?<=from )|(?<=over )|(?<=than )|(?<=versus )|(?<=with )|(?<=to ))(?P<y_after>{_YEAR}))"
    r"\b(?! (?:first|second|third|fourth|quarter|annual|adjusted|convertible|notes?|senior|plan|act)))"
)
_THIS = (
    r"(?P<this>\b(?:(?:for|in|during|of) )?(?:the|this|our) (?:current |reported |fiscal |recent )?(?P<this_word>quarter|year|three months)"
    r"(?!['’\w-]| (?:end|ago|over))|\bquarterly\b)"
)
_PHRASE = re.compile(
    rf"\b(?=[a-z\d])(?:{'|'.join((_SAME, _AGO, _BEFORE, _SPAN, _QUARTER, _TO_DATE, _DAY, _IN_YEAR, _THIS))})", re.IGNORECASE
)


def whens_of(text: str, calendar: Calendar) -> Iterator[When]:
    """The phrases of time of a sentence, from left to right."""
    for match in _PHRASE.finditer(text):
        start, end = match.start() + len(match[0]) - len(match[0].lstrip()), match.end()
        words = match[0].strip()
        if match["ago"]:
            yield When(start, end, words, Relation.YEAR_AGO)
        elif match["before"]:
            yield When(start, end, words, Relation.PRECEDING)
        elif match["span"]:
            yield _span(start, end, words, match, calendar)
        elif match["quarter"]:
            yield _quarter(start, end, words, match, calendar)
        elif match["todate"]:
            yield _to_date(start, end, words, match, calendar)
        elif match["day"]:
            day = _day(match["d_date"])
            instant = Instant(day) if day and Instant(day) in calendar.instants else None
            yield When(start, end, words, period=instant)
        elif match["year"]:
            year = int(match["y_year"] or match["y_bare"] or match["y_after"])
            certain = bool(match["y_year"]) or calendar.single  # "in 2003" may mean its last quarter
            yield When(start, end, words, period=calendar.named_year(year), certain=certain, months=12, year=year)
        elif match["this"]:
            months = 12 if (match["this_word"] or "").lower() == "year" else 3
            period = calendar.year if months == 12 else calendar.quarter
            yield When(start, end, words, period=period, months=months)
        elif match["same_year"] or match["same"]:
            named = match["same_year"]
            yield When(start, end, words, Relation.YEAR_AGO, year=int(named) if named else None)
        else:
            yield When(start, end, words, Relation.YEAR_AGO, certain=False)


def _day(words: str) -> date | None:
    dates = parse(words).dates
    return dates[0] if dates else None


def _span(start: int, end: int, words: str, match: re.Match[str], calendar: Calendar) -> When:
    count = re.sub(r"\s", "-", (match["span_count"] or "").lower())
    word = (match["span_word"] or "").lower()
    months = _MONTHS.get(count, 3 if word == "quarter" else 12 if word == "year" else 0)
    day = _day(match["span_date"])
    if day is None:
        return When(start, end, words, certain=False, months=months)
    if months:
        return When(start, end, words, period=calendar.ending(day, months, 0), months=months)
    every = [period for period in calendar.durations if period.last == day]
    return When(start, end, words, period=every[0] if len(every) == 1 else None)


def _quarter(start: int, end: int, words: str, match: re.Match[str], calendar: Calendar) -> When:
    number = ORDINALS[match["q_ordinal"].lower()] if match["q_ordinal"] else int(match["q_digit"] or match["q_digit2"])
    named = match["q_after"] or match["q_before"]
    year = None if not named else int(named) + (2000 if len(named) == 2 else 0)
    if match["q_last"] and calendar.label:
        year = calendar.label[0] - 1
    period, certain = calendar.named_quarter(year, number)
    if match["q_date"] and (day := _day(match["q_date"])) is not None:
        period, certain = calendar.ending(day, 3, 0), True
    return When(start, end, words, period=period, certain=certain, months=3, year=year)


def _to_date(start: int, end: int, words: str, match: re.Match[str], calendar: Calendar) -> When:
    count = re.sub(r"\s", "-", (match["t_count"] or "").lower())
    months = _MONTHS.get(count, 6)
    year = int(match["t_year"]) if match["t_year"] else None
    return When(start, end, words, period=calendar.to_date(months, year), certain=True, months=months, year=year)


def resolved(when: When, base: Duration | Instant | None, calendar: Calendar) -> tuple[Duration | Instant | None, bool]:
    """The column that a phrase means, and whether that is certain. base: the period that it is compared with."""
    if when.relation is Relation.NAMED:
        return when.period, when.certain
    if not isinstance(base, Duration):
        return None, False
    if when.relation is Relation.PRECEDING:
        return (calendar.preceding(base) if months_of(base) == 3 else None), when.certain
    period = calendar.before(base, 1)
    if when.year is not None and period is not None:
        fiscal = {period.last.year, calendar.label[0] - 1 if calendar.label else period.last.year}
        if when.year not in fiscal:  # "the same quarter in 2001" beside columns of 2003 and 2002
            return calendar.before(base, _calendar_distance(base, when.year, calendar)), False
    return period, when.certain


def _calendar_distance(base: Duration, year: int, calendar: Calendar) -> int:
    """Years from a named year to the base's fiscal year."""
    fiscal = calendar.label[0] if calendar.label and months_of(base) == 3 else base.last.year
    return max(1, fiscal - year)
