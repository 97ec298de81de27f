"""The document's own fiscal calendar, and the periods that headings mean by it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from attrs import evolve, frozen

from converter.period import Duration, Instant, Period, is_month_end, months_before, weeks_before
from converter.recognition.periods.phrases import DATE, MONTH, NUMBER_WORD, Phrase, count_of, date_parts, day_of, months_of

_NEAR = 8
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
            (count, day)
            for day, count in self.mentioned
            if day.year == year and any(abs(_yearless(day, end)) <= _NEAR for end in self.ends)
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
    ends = [*ends, *(day for day in sheets if any(day.year != end.year and abs(_yearless(day, end)) <= _NEAR for end in ends))]
    usual = max(((day.month, day.day) for day in ends), key=lambda pair: sum((d.month, d.day) == pair for d in ends))
    fixed = all(is_month_end(day) for day in ends) and len({day.month for day in ends}) == 1
    lag = labelled[1] if labelled and any(abs(_yearless(labelled[0], end)) <= _NEAR for end in ends) else 0
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


def resolve(phrase: Phrase, instant: bool, calendar: Calendar) -> tuple[Period | None, str]:
    """The period of a phrase, and what of it is inferred with the reason (empty when all is printed)."""
    if phrase.unreadable:
        return None, ""
    why: list[str] = []
    if calendar.inception and not phrase.has_length and "inception" in phrase.words.lower():
        phrase = evolve(phrase, begin=calendar.inception)
        why.append(f"the text says that the filer began on {calendar.inception}")
    if not instant and phrase.year:
        phrase, reason = _like_others(phrase, calendar)
        why += [reason] if reason else []
        if phrase.unreadable:
            return None, ""
    end = day_of(phrase.year, phrase.month, phrase.day)
    if end and phrase.month and phrase.day is None:
        why.append("the day is not printed: the end of the month is meant")
    if end is None and phrase.year:
        end, reason = _end_by_calendar(phrase, calendar)
        if reason:
            why.append(reason)
    if end is None:
        return None, ""
    if instant:
        return Instant(end), "; ".join(why)
    if phrase.begin and phrase.begin < end:
        return Duration(phrase.begin, end), "; ".join(why)
    first, reason = _firstday_of(phrase, end, calendar)
    if first is None or first > end:
        return None, ""
    return Duration(first, end), "; ".join([*why, reason])


def _like_others(phrase: Phrase, calendar: Calendar) -> tuple[Phrase, str]:
    """A heading that leaves something open, completed by the columns that print it, and why.

    "39 weeks ended" over "2005" ends on the day on which other columns of that length and year end; the year to date is as long as the
    longest of them; a day without a length is of the one length that columns which end on it have. A year without any length is no fiscal
    year where other columns say that an interim period of it is reported: it is unreadable.
    """
    if phrase.begin or phrase.quarter or months_of(phrase) == 12 or (phrase.month and (phrase.has_length or phrase.to_date)):
        return phrase, ""
    alike = [
        other
        for other in calendar.interim
        if other.year == phrase.year
        and months_of(phrase) in (months_of(other), None)
        and (phrase.month is None or (phrase.month, phrase.day) == (other.month, other.day))
    ]
    if not alike:
        return phrase, ""
    longest = max(alike, key=lambda other: (months_of(other) or 0, other.month or 0))
    end = day_of(longest.year, longest.month, longest.day)
    if not phrase.has_length:
        year_end = calendar.year_end((phrase.year or 0) + calendar.lag)
        if year_end and end and abs((year_end - end).days) <= _NEAR:
            return phrase, ""
        if not phrase.to_date and (phrase.month is None or len({months_of(other) for other in alike}) > 1):
            return evolve(phrase, unreadable=True), ""
        phrase = evolve(phrase, months=longest.months, weeks=longest.weeks)
    elif len({(other.month, other.day) for other in alike}) > 1:
        return phrase, ""
    if phrase.month:
        return phrase, f"the heading tells no length; the other columns that end on {end} have this one"
    phrase = evolve(phrase, month=longest.month, day=longest.day)
    return phrase, f"the heading tells the year only; other columns of that length end on {end}"


def _end_by_calendar(phrase: Phrase, calendar: Calendar) -> tuple[date | None, str]:
    year_end = calendar.year_end((phrase.year or 0) + calendar.lag)
    if year_end is None:
        return None, ""
    quarter = phrase.quarter or {6: 2, 9: 3}.get(phrase.months or 0, 4)
    if quarter < 4:
        counted = months_before(year_end, 3 * (4 - quarter))
        end = min(
            (day for day in calendar.reported if abs((day - counted).days) <= _NEAR),
            key=lambda day: abs((day - counted).days),
            default=counted,
        )
        return end, f"the fiscal year ends on {year_end}, so quarter {quarter} ends here"
    open_quarter = months_of(phrase) == 3 and not phrase.quarter
    if ((phrase.to_date and not phrase.has_length) or open_quarter) and (so_far := _to_date(year_end, calendar)):
        return so_far, f"it ends with the latest day that is reported, {max(calendar.reported)}, or years before it"
    if open_quarter and any(abs((year_end - day).days) <= _NEAR for day in calendar.reported):
        return year_end, f"a quarter of which no number is told ends with the fiscal year, on {year_end}"
    if not phrase.has_length and calendar.reported and (year_end - max(calendar.reported)).days > _NEAR:
        return None, ""  # the year is not over
    if phrase.quarter == 4 or phrase.months == 12 or not phrase.has_length:
        return year_end, f"the heading tells the year only; the fiscal year ends on {year_end}"
    return None, ""


def _to_date(year_end: date, calendar: Calendar) -> date | None:
    """Where the year to date of a fiscal year ends: on the latest day that is reported or, for the years before, a year or more earlier;
    None where that day ends the fiscal year.
    """
    if not calendar.reported:
        return None
    latest = max(calendar.reported)
    ends = [end for year in (latest.year, latest.year + 1) if (end := calendar.year_end(year)) and (latest - end).days <= _NEAR]
    if not ends or (min(ends) - latest).days <= _NEAR or year_end > min(ends):
        return None
    counted = months_before(latest, 12 * (min(ends).year - year_end.year))
    near = [day for day in calendar.reported if abs((day - counted).days) <= _NEAR]
    return min(near, key=lambda day: abs((day - counted).days), default=counted if is_month_end(latest) else None)


def _firstday_of(phrase: Phrase, end: date, calendar: Calendar) -> tuple[date | None, str]:
    if phrase.weeks:
        first = weeks_before(end, phrase.weeks) + timedelta(1)
        return first, f"{phrase.weeks} weeks counted back from the end"
    months = phrase.months
    if months is None and phrase.to_date:
        starts = [day for day in calendar.starts() if day <= end and (end - day).days < 372]
        return (max(starts), "the year to date starts after the fiscal year end") if starts else (None, "")
    if months is None:
        year_end = calendar.year_end(end.year)
        if year_end is None or abs((year_end - end).days) > 7:
            return None, ""
        months = 12
    if weeks := calendar.weeks_of(end, months):
        return weeks_before(end, weeks) + timedelta(1), f"elsewhere the period is told to have {weeks} weeks"
    nominal = months_before(end, months) + timedelta(1)
    near = [day for day in calendar.starts() if abs((day - nominal).days) <= 10 and day <= end]
    if near:
        first = min(near, key=lambda day: abs((day - nominal).days))
        if first != nominal or not is_month_end(end):
            return first, f"the fiscal year before ended on {first - timedelta(1)}"
    if not is_month_end(end):
        usual = {3: 13, 6: 26, 9: 39, 12: 52}.get(months)
        if usual and end.day not in (15,) and (calendar.usual is None or not near):
            if months == 12 and calendar.ends:
                before = [day for day in calendar.ends if 357 <= (end - day).days <= 378]
                if before:
                    return max(before) + timedelta(1), f"the fiscal year before ended on {max(before)}"
            return weeks_before(end, usual) + timedelta(1), f"the period ends inside a month: {usual} weeks counted back"
    return nominal, f"{months} months counted back from the end"
