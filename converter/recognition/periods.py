"""What the headings of columns say of time: phrases over several rows put together, read, and resolved into periods by the document's own
calendar.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from attrs import evolve, frozen

from converter.period import Duration, Instant, Period, is_month_end, month_end, months_before, weeks_before

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_COUNTS = {word: number for number, word in enumerate(_ONES, 1)} | _TENS
_COUNTS |= {f"{tens}-{one}": ten + number for tens, ten in _TENS.items() for number, one in enumerate(_ONES[:9], 1)}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NUMBER_WORD = "|".join(word.replace("-", "[- ]*") for word in sorted(_COUNTS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"

DATE = re.compile(
    rf"(?P<month>\b{_MONTH})\s*(?P<day>\d{{1,2}})?(?!\d)(?:st|nd|rd|th)?\s*,?\s*(?P<year>{_YEAR}(?!\d)|'\d\d(?!\d))?"
    rf"|\b(?P<m>\d{{1,2}})[/-](?P<d>\d{{1,2}})[/-](?P<y>{_YEAR}|\d\d)\b"
    rf"|\b(?P<dd>\d{{1,2}})[- ](?P<mm>{_MONTH})[- ,]*(?P<yy>{_YEAR}|'?\d\d)\b",
    re.IGNORECASE,
)
YEAR = re.compile(rf"(?<![\d$,./])(?:{_YEAR})(?![\d,/%])|(?<!\w)'\d\d\b")
LENGTH = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{_NUMBER_WORD})[- ]*(?:\(\d+\) ?)?(?:fiscal )?(?P<unit>months?|weeks?|quarters?|years?)\b(?: periods?)?"
    r"|\b(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:fiscal )?quarter\b|\bq(?P<q>[1-4])\b|\b(?P<q2>[1-4])q\b"
    r"|\b(?P<todate>year[- ]to[- ]date)\b|\b(?P<half>half[- ]year|six[- ]month|half)\b"
    r"|\b(?P<month>month(?= (?:ended|of|ending)))|\b(?P<single>quarter|quarterly|year|annual|fiscal year|fiscal)s?\b",
    re.IGNORECASE,
)
NOT_VALUES = re.compile(
    r"\bchange|\bvariance|\bincrease\b|\bdecrease\b|\bgrowth|%|\bpercent|\b(?:inc|dec)\.?\b|\bpct\b|\byoy\b|\bvs\.?\b|\bbetter\b"
    r"|\$ ?chg|\bchg\b",
    re.IGNORECASE,
)
OTHER_BASIS = re.compile(
    r"\bpro[- ]?forma\b|\badjust(?:ed|ments?)\b|\bnon[- ]gaap\b|\brestated adjust|\beliminat|\bguarantor|\bparent\b|\bexcluding\b"
    r"|\bspecial items\b|\bbudget|\bplan\b",
    re.IGNORECASE,
)


@frozen
class Phrase:
    """What a column's heading says: months or weeks of length, month and day of the end, year; each None where it says nothing.

    begin: a printed first day ("from May 3, 1994 to ..."). quarter: fiscal quarter by label ("Q1 FY24"). dates: all whole dates in the
    words.
    """

    words: str = ""
    months: int | None = None
    weeks: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    begin: date | None = None
    quarter: int | None = None
    to_date: bool = False
    unreadable: bool = False
    dates: tuple[date, ...] = ()

    @property
    def has_length(self) -> bool:
        return bool(self.months or self.weeks or self.begin)

    def under(self, other: "Phrase") -> "Phrase":
        """This phrase with what it leaves open taken from the words above it."""
        taken = {}
        for name in ("months", "weeks", "begin", "quarter"):
            if not self.has_length and getattr(self, name) is None:
                taken[name] = getattr(other, name)
        if self.month is None and self.quarter is None:
            named = next((day for day in other.dates if day.year == self.year), None)
            if named:
                taken |= {"month": named.month, "day": named.day}
            elif self.year is None or not other.dates or all(is_month_end(day) for day in other.dates):
                taken |= {"month": other.month, "day": other.day}  # else another year's day tells nothing of this one
        if self.year is None:
            taken["year"] = other.year
        taken["dates"] = other.dates
        return evolve(self, **taken, words=f"{other.words} {self.words}".strip() if other.words not in self.words else self.words)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = int(text.strip("'"))
    return digits if digits > 99 else digits + (1900 if digits > 50 else 2000)


def parse(words: str) -> Phrase:
    """Reads the words of a column's heading, all rows joined."""
    text = " ".join(words.replace("\u2019", "'").replace("\u2018", "'").replace("\u2013", "-").split())
    dates = list(DATE.finditer(text))
    lengths = list(LENGTH.finditer(text))
    ends = [_date_parts(match) for match in dates]
    phrase = Phrase(words=text, dates=tuple(whole for month, day, year in ends if day and (whole := _day(year, month, day))))
    if (
        len(ends) == 2
        and re.search(r"\b(?:from|period|inception)\b", text[: dates[1].start()], re.IGNORECASE)
        and re.search(r"\b(?:to|through|and)\b|-", text[dates[0].end() : dates[1].start()])
    ):
        first, last = ends
        if first[1] and last[1] and (first[2] or last[2]):
            phrase = evolve(phrase, begin=_day(first[2] or last[2], first[0], first[1]))
    if ends:
        month, day, year = ends[-1]
        if year is None:
            year = next((y for _, _, y in reversed(ends) if y), None)
        phrase = evolve(phrase, month=month, day=day, year=year)
    if phrase.year is None:
        years = [match[0] for match in YEAR.finditer(DATE.sub(" ", text))] or [match[0] for match in YEAR.finditer(text)]
        phrase = evolve(phrase, year=_year(years[-1])) if years else phrase
        fiscal = re.search(r"\bfy ?'?(\d\d|\d{4})\b|\bq[1-4] ?'?(\d\d)\b|\b[1-4]q ?'?(\d\d)\b", text, re.IGNORECASE)
        if phrase.year is None and fiscal:
            phrase = evolve(phrase, year=_year(next(group for group in fiscal.groups() if group)))
    for match in sorted(lengths, key=lambda found: (_vagueness(found), -found.start())):
        phrase = _with_length(phrase, match)
        if phrase.has_length or phrase.quarter or phrase.to_date or phrase.unreadable:
            break
    return phrase


def _vagueness(match: re.Match[str]) -> int:
    if match["count"]:
        return 0
    return 1 if match["ordinal"] or match["q"] or match["q2"] or match["half"] or match["month"] else 2 if match["todate"] else 3


def _with_length(phrase: Phrase, match: re.Match[str]) -> Phrase:
    if match["count"]:
        word = re.sub(r"[\s-]+", "-", match["count"].lower())
        return _counted(phrase, int(word) if word.isdigit() else _COUNTS.get(word, 0), match["unit"].lower()[0])
    if match["ordinal"] or match["q"] or match["q2"]:
        number = _ORDINALS[match["ordinal"].lower()] if match["ordinal"] else int(match["q"] or match["q2"])
        return evolve(phrase, months=3, quarter=number)
    if match["half"]:
        return evolve(phrase, months=6)
    if match["month"]:
        return evolve(phrase, months=1)
    if match["single"]:
        return evolve(phrase, months=3 if match["single"].lower().startswith("quarter") else 12)
    return evolve(phrase, to_date=True)


def _counted(phrase: Phrase, count: int, unit: str) -> Phrase:
    """A printed number of months, weeks, quarters or years. What no period can be (0 months, 48 months) leaves the column without one."""
    if unit == "y" and count:
        return evolve(phrase, months=12)  # "for the three years ended": each column is one year
    if unit == "w" and 1 <= count <= 53:
        return evolve(phrase, weeks=count)
    months = count * 3 if unit == "q" else count
    return evolve(phrase, months=months) if unit in "mq" and 1 <= months <= 36 else evolve(phrase, unreadable=True)


def _date_parts(match: re.Match[str]) -> tuple[int, int | None, int | None]:
    if match["m"]:
        return int(match["m"]), int(match["d"]), _year(match["y"])
    if match["mm"]:
        return _MONTHS[match["mm"].lower().strip(".")], int(match["dd"]), _year(match["yy"])
    return _MONTHS[match["month"].lower().strip(".")], int(match["day"]) if match["day"] else None, _year(match["year"])


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    if not year or not month or not 1 <= month <= 12:
        return None
    last = month_end(year, month)
    if day is None:
        return last
    return last.replace(day=day) if 1 <= day <= last.day else (last if day == 29 and month == 2 else None)


@frozen
class Calendar:
    """When fiscal years end, worked out from all dates of the document. ends: known last days of fiscal years. usual: (month, day) or
    None.
    """

    ends: tuple[date, ...] = ()
    usual: tuple[int, int] | None = None
    mentioned: tuple[tuple[date, int], ...] = ()

    def year_end(self, year: int) -> date | None:
        """The last day of the fiscal year that ends in a calendar year.

        Where fiscal years end on a weekday, not on a date, the text's own mention of a day near the anniversary tells.
        """
        known = next((day for day in self.ends if day.year == year), None)
        if known or self.usual:
            return known or _day(year, *(self.usual or (12, 31)))
        near = [
            (count, day) for day, count in self.mentioned if day.year == year and any(abs(_yearless(day, end)) <= 8 for end in self.ends)
        ]
        return max(near)[1] if near else None

    def starts(self) -> Iterable[date]:
        """Days that follow a known or usual fiscal year end."""
        years = {day.year for day in self.ends}
        yield from (day + timedelta(1) for day in self.ends)
        if self.usual:
            for year in range(min(years, default=1990) - 4, max(years, default=2030) + 3):
                day = _day(year, *self.usual)
                if day:
                    yield day + timedelta(1)


def _yearless(day: date, other: date) -> int:
    """Days between two days of different years when their years are made equal."""
    gap = (day - date(day.year, 1, 1)).days - (other - date(other.year, 1, 1)).days
    return min(gap, gap - 365, gap + 365, key=abs)


def mentioned_dates(text: str) -> tuple[tuple[tuple[date, int], ...], tuple[tuple[date, int], ...]]:
    """All whole dates in a text with their counts, and those of them that follow "year ended"."""
    every: dict[date, int] = {}
    years: dict[date, int] = {}
    for match in _WHOLE.finditer(text):
        month, day, year = _date_parts(DATE.match(match["date"]))  # type: ignore[arg-type]
        whole = _day(year, month, day)
        if whole is not None:
            every[whole] = every.get(whole, 0) + 1
            if match["year_ended"]:
                years[whole] = years.get(whole, 0) + 1
    return tuple(every.items()), tuple(years.items())


_WHOLE = re.compile(
    rf"(?P<year_ended>\b(?:years?|period)[\s-]+end(?:ed|ing)\s+(?:on\s+)?)?(?P<date>\b{_MONTH}\s+\d{{1,2}},?\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def calendar_of(durations: Sequence[Phrase], instants: Sequence[Phrase], told: tuple[int, int] | None, text: str = "") -> Calendar:
    """The fiscal calendar that all dates of the document agree on.

    A fiscal year ends where a printed year or 52 or 53 weeks end; else on the balance-sheet date that quarters and year-to-date columns
    start after; else, for an interim report, on the comparative balance-sheet date that is not the end of a reported period.
    """
    if told:
        return Calendar((), told)
    years = [phrase for phrase in durations if phrase.months == 12 or (phrase.weeks or 0) in (52, 53)]
    ends = [day for phrase in years for day in ((_day(phrase.year, phrase.month, phrase.day),) if phrase.month else phrase.dates) if day]
    if not ends:
        reported = {day for phrase in durations if (day := _day(phrase.year, phrase.month, phrase.day))}
        sheets = {day for phrase in instants if (day := _day(phrase.year, phrase.month, phrase.day))}
        ends = sorted(
            day for day in sheets if day not in reported and not any(abs((day - months_before(r, 12)).days) <= 7 for r in reported)
        )
        if not ends and not reported and len(sheets) > 1:
            ends = sorted(sheets)
    mentioned: tuple[tuple[date, int], ...] = ()
    if any(phrase.year and not phrase.month for phrase in (*durations, *instants)):
        mentioned, named = mentioned_dates(text)
        if years and not ends:
            ends = [day for phrase in instants for day in phrase.dates]
        latest = max((phrase.year for phrase in (*durations, *instants) if phrase.year), default=0)
        if named and not ends:
            ends = [max(named, key=lambda pair: (pair[0].year == latest, pair[1], pair[0]))[0]]
    if not ends:
        return Calendar()
    sheets = {
        day for phrase in instants for day in ((_day(phrase.year, phrase.month, phrase.day),) if phrase.month else phrase.dates) if day
    }
    ends = [*ends, *(day for day in sheets if any(day.year != end.year and abs(_yearless(day, end)) <= 8 for end in ends))]
    usual = max(((day.month, day.day) for day in ends), key=lambda pair: sum((d.month, d.day) == pair for d in ends))
    fixed = all(is_month_end(day) for day in ends) and len({day.month for day in ends}) == 1
    return Calendar(tuple(sorted(set(ends))), usual if fixed else None, mentioned)


_SPOKEN = {6: "six", 9: "nine"}


def contradicted(phrase: Phrase, text: str) -> int:
    """The other length in months that the prose gives a period that ends on the same day, when it never gives that of the heading; else 0.

    Year-to-date columns are where headings go wrong: six months headed as nine. Prose is told from headings by its small letters.
    """
    if phrase.months not in _SPOKEN or not phrase.month or not phrase.day:
        return 0
    month = next(
        name for name, number in _MONTHS.items() if number == phrase.month and len(name) > 3 or name == "may" and phrase.month == 5
    )
    spoken = [m for m, word in _SPOKEN.items() if re.search(rf"\b{word}[\s-]+months\s+ended\s+{month.capitalize()}\s+{phrase.day}\b", text)]
    return spoken[0] if len(spoken) == 1 and spoken[0] != phrase.months else 0


def resolve(phrase: Phrase, instant: bool, calendar: Calendar) -> tuple[Period | None, str]:
    """The period of a phrase, and what of it is inferred with the reason (empty when all is printed)."""
    if phrase.unreadable:
        return None, ""
    why: list[str] = []
    end = _day(phrase.year, phrase.month, phrase.day)
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
    first, reason = _first_day(phrase, end, calendar)
    if first is None or first > end:
        return None, ""
    return Duration(first, end), "; ".join([*why, reason])


def _end_by_calendar(phrase: Phrase, calendar: Calendar) -> tuple[date | None, str]:
    year_end = calendar.year_end(phrase.year or 0)
    if year_end is None:
        return None, ""
    if phrase.quarter and phrase.quarter < 4:
        return months_before(
            year_end, 3 * (4 - phrase.quarter)
        ), f"the fiscal year ends on {year_end}, so quarter {phrase.quarter} ends here"
    if phrase.quarter == 4 or phrase.months == 12 or not phrase.has_length:
        return year_end, f"the heading tells the year only; the fiscal year ends on {year_end}"
    return None, ""


def _first_day(phrase: Phrase, end: date, calendar: Calendar) -> tuple[date | None, str]:
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
    nominal = months_before(end, months) + timedelta(1)
    near = [day for day in calendar.starts() if abs((day - nominal).days) <= 10 and day <= end]
    if near:
        first = min(near, key=lambda day: abs((day - nominal).days))
        if first != nominal or not is_month_end(end):
            return first, f"the fiscal year before ended on {first - timedelta(1)}"
    if not is_month_end(end):
        weeks = {3: 13, 6: 26, 9: 39, 12: 52}.get(months)
        if weeks and end.day not in (15,) and (calendar.usual is None or not near):
            if months == 12 and calendar.ends:
                before = [day for day in calendar.ends if 357 <= (end - day).days <= 378]
                if before:
                    return max(before) + timedelta(1), f"the fiscal year before ended on {max(before)}"
            return weeks_before(end, weeks) + timedelta(1), f"the period ends inside a month: {weeks} weeks counted back"
    return nominal, f"{months} months counted back from the end"
