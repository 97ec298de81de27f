"""The periods that headings mean by the document's fiscal calendar, and what of them is inferred."""

from datetime import date, timedelta

from attrs import evolve

from converter.period import Duration, Instant, Period, is_month_end, months_before, weeks_before
from converter.recognition.periods.fiscal import NEAR, Calendar
from converter.recognition.periods.phrases import Phrase, day_of, months_of


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
        if year_end and end and abs((year_end - end).days) <= NEAR:
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
            (day for day in calendar.reported if abs((day - counted).days) <= NEAR),
            key=lambda day: abs((day - counted).days),
            default=counted,
        )
        return end, f"the fiscal year ends on {year_end}, so quarter {quarter} ends here"
    open_quarter = months_of(phrase) == 3 and not phrase.quarter
    if ((phrase.to_date and not phrase.has_length) or open_quarter) and (so_far := _to_date(year_end, calendar)):
        return so_far, f"it ends with the latest day that is reported, {max(calendar.reported)}, or years before it"
    if open_quarter and any(abs((year_end - day).days) <= NEAR for day in calendar.reported):
        return year_end, f"a quarter of which no number is told ends with the fiscal year, on {year_end}"
    if not phrase.has_length and calendar.reported and (year_end - max(calendar.reported)).days > NEAR:
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
    ends = [end for year in (latest.year, latest.year + 1) if (end := calendar.year_end(year)) and (latest - end).days <= NEAR]
    if not ends or (min(ends) - latest).days <= NEAR or year_end > min(ends):
        return None
    counted = months_before(latest, 12 * (min(ends).year - year_end.year))
    near = [day for day in calendar.reported if abs((day - counted).days) <= NEAR]
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
