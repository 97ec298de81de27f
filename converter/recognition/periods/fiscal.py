"""The document's own fiscal calendar, worked out from all its dates."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from attrs import frozen

from converter.period import is_month_end, months_before
from converter.recognition.periods.phrases import DATE, MONTH, NUMBER_WORD, Phrase, count_of, date_parts, day_of, months_of

NEAR = 8
"""Days by which ends of one fiscal period may differ from year to year where it ends on a weekday."""


@frozen
class Calendar:
    """When fiscal years end, worked out from all dates of the document. ends: known last days of fiscal years. usual: (month, day) or
    None.

    lag: 1 where fiscal years bear the number of the calendar year in which they begin ("fiscal 2010" ends in January 2011). reported: the
    last days that headings print. interim: the headings that print both the length and the last day of a part of a year. weeks: the last
    day and the weeks of periods that are told in weeks anywhere. inception: the day on which the text says that the filer began, if it says
    one.
    """

    ends: tuple[date, ...] = ()
    usual: tuple[int, int] | None = None
    mentioned: tuple[tuple[date, int], ...] = ()
    lag: int = 0
    reported: tuple[date, ...] = ()
    interim: tuple[Phrase, ...] = ()
    weeks: tuple[tuple[date, int], ...] = ()
    inception: date | None = None

    def weeks_of(self, end: date, months: int) -> int | None:
        """The weeks that the document gives a period of about so many months which ends on a day."""
        return next((weeks for day, weeks in self.weeks if day == end and quarters_of(weeks) * 3 == months), None)

    def year_end(self, year: int) -> date | None:
        """The last day of the fiscal year that ends in a calendar year.

        Where fiscal years end on a weekday, not on a date, the text's own mention of a day near the anniversary tells.
        """
        known = next((day for day in self.ends if day.year == year), None)
        if known or self.usual:
            return known or day_of(year, *(self.usual or (12, 31)))
        near = [
            (count, day) for day, count in self.mentioned if day.year == year and any(abs(_yearless(day, end)) <= NEAR for end in self.ends)
        ]
        return max(near)[1] if near else None

    def starts(self) -> Iterable[date]:
        """Days that follow a known or usual fiscal year end."""
        years = {day.year for day in self.ends}
        yield from (day + timedelta(1) for day in self.ends)
        if self.usual:
            for year in range(min(years, default=1990) - 4, max(years, default=2030) + 3):
                day = day_of(year, *self.usual)
                if day:
                    yield day + timedelta(1)


def _yearless(day: date, other: date) -> int:
    """Days between two days of different years when their years are made equal."""
    gap = (day - date(day.year, 1, 1)).days - (other - date(other.year, 1, 1)).days
    return min(gap, gap - 365, gap + 365, key=abs)


def _mentioned_dates(text: str) -> tuple[tuple[tuple[date, int], ...], tuple[tuple[date, int], ...]]:
    """All whole dates in a text with their counts, and those of them that follow "year ended"."""
    every: dict[date, int] = {}
    years: dict[date, int] = {}
    for match in _WHOLE.finditer(text):
        month, day, year = date_parts(DATE.match(match["date"]))  # type: ignore[arg-type]
        whole = day_of(year, month, day)
        if whole is not None:
            every[whole] = every.get(whole, 0) + 1
            if match["year_ended"]:
                years[whole] = years.get(whole, 0) + 1
    return tuple(every.items()), tuple(years.items())


_WHOLE = re.compile(
    rf"\b(?P<year_ended>(?:years?|period)[\s-]+end(?:ed|ing)\s+(?:on\s+)?)?(?P<date>\b{MONTH}\s+\d{{1,2}},?\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def quarters_of(weeks: int) -> int:
    """The quarters that so many weeks are about, 0 where they are none: 13 or 14 weeks are one."""
    return next((quarters for quarters in (1, 2, 3, 4) if 0 <= weeks - 13 * quarters <= 1), 0)


def _headed_weeks(durations: Iterable[Phrase]) -> Iterable[tuple[date, int]]:
    """The last days and weeks that headings print."""
    for phrase in durations:
        end = day_of(phrase.year, phrase.month, phrase.day) if phrase.day else None
        if end and phrase.weeks and quarters_of(phrase.weeks):
            yield end, phrase.weeks


def spoken_weeks(text: str) -> Iterable[tuple[date, int]]:
    """The last days and weeks of periods that a text tells in weeks: "the 53 weeks ended July 3, 1999"."""
    for match in _WEEKS.finditer(text) if "week" in text.lower() else ():
        month, day, year = date_parts(DATE.match(match["date"]))  # type: ignore[arg-type]
        end, weeks = day_of(year, month, day), count_of(match["count"])
        if end and weeks and quarters_of(weeks):
            yield end, weeks


_WEEKS = re.compile(
    rf"\b(?P<count>\d\d|{NUMBER_WORD})[\s-]+weeks?(?:\s+(?:fiscal\s+)?(?:periods?|years?|quarters?))?\s+end(?:ed|ing)\s+(?:on\s+)?"
    rf"(?P<date>{MONTH}\s+\d{{1,2}},?\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def calendar_of(durations: Sequence[Phrase], instants: Sequence[Phrase], told: tuple[int, int] | None, text: str = "") -> Calendar:
    """The fiscal calendar that all dates of the document agree on.

    A fiscal year ends where a printed year or 52 or 53 weeks end; else on the balance-sheet date that quarters and year-to-date columns
    start after; else, for an interim report, on the comparative balance-sheet date that is not the end of a reported period.
    """
    interim = tuple(dict.fromkeys(phrase for phrase in durations if phrase.day and months_of(phrase) in (3, 6, 9)))
    weeks = tuple(sorted({*_headed_weeks(durations), *spoken_weeks(text)}))
    if told:
        return Calendar((), told, interim=interim, weeks=weeks)
    years = [phrase for phrase in durations if phrase.months == 12 or (phrase.weeks or 0) in (52, 53)]
    ends = [day for phrase in years for day in ((day_of(phrase.year, phrase.month, phrase.day),) if phrase.month else phrase.dates) if day]
    labelled = _year_of_labels(durations, instants)
    if not ends and labelled and not any(phrase.month for phrase in durations) and is_month_end(labelled[0]):
        ends = [labelled[0]]
    if not ends:
        reported = {day for phrase in durations if (day := day_of(phrase.year, phrase.month, phrase.day))}
        sheets = {day for phrase in instants if (day := day_of(phrase.year, phrase.month, phrase.day))}
        ends = sorted(
            day for day in sheets if day not in reported and not any(abs((day - months_before(r, 12)).days) <= 7 for r in reported)
        )
        if not ends and not reported and len(sheets) > 1:
            ends = sorted(sheets)
    mentioned: tuple[tuple[date, int], ...] = ()
    if any(phrase.year and not phrase.month for phrase in (*durations, *instants)):
        mentioned, named = _mentioned_dates(text)
        if years and not ends:
            ends = [day for phrase in instants for day in phrase.dates]
        latest = max((phrase.year for phrase in (*durations, *instants) if phrase.year), default=0)
        if named and not ends:
            ends = [max(named, key=lambda pair: (pair[0].year == latest, pair[1], pair[0]))[0]]
    if not ends:
        return Calendar(interim=interim, weeks=weeks)
    sheets = {
        day for phrase in instants for day in ((day_of(phrase.year, phrase.month, phrase.day),) if phrase.month else phrase.dates) if day
    }
    ends = [*ends, *(day for day in sheets if any(day.year != end.year and abs(_yearless(day, end)) <= NEAR for end in ends))]
    usual = max(((day.month, day.day) for day in ends), key=lambda pair: sum((d.month, d.day) == pair for d in ends))
    fixed = all(is_month_end(day) for day in ends) and len({day.month for day in ends}) == 1
    lag = labelled[1] if labelled and any(abs(_yearless(labelled[0], end)) <= NEAR for end in ends) else 0
    days = (day for phrase in (*durations, *instants) if phrase.month and (day := day_of(phrase.year, phrase.month, phrase.day)))
    return Calendar(tuple(sorted(set(ends))), usual if fixed else None, mentioned, lag, tuple(sorted(set(days))), interim, weeks)


def _year_of_labels(durations: Sequence[Phrase], instants: Sequence[Phrase]) -> tuple[date, int] | None:
    """Where fiscal years or quarters are told by label ("Q2'19", "Fiscal 2010"), the latest of them ends on the latest day that headings
    print: about when that fiscal year ends, and how many calendar years after the one it is numbered by.

    None where labels and days do not go together.
    """
    every = [phrase for phrase in (*durations, *instants) if phrase.year]
    labels = [
        (p.year or 0, p.quarter or 4) for p in every if not p.month and (p.quarter or p.months == 12 or not (p.has_length or p.to_date))
    ]
    days = [day for phrase in every if phrase.month and (day := day_of(phrase.year, phrase.month, phrase.day))]
    if not labels or not days:
        return None
    year, quarter = max(labels)
    end = months_before(max(days), 3 * (quarter - 4))
    return (end, end.year - year) if end.year == year or (end.year == year + 1 and end.month <= 6) else None
