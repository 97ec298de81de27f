"""What the headings of columns say of time: phrases over several rows put together, read, and resolved into periods by the document's own
calendar.
"""

import re
from datetime import date
from functools import lru_cache

from attrs import evolve, frozen

from converter.period import is_month_end, month_end

MONTHS = {
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
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_COUNTS = {word: number for number, word in enumerate(_ONES, 1)} | _TENS
_COUNTS |= {f"{tens}-{one}": ten + number for tens, ten in _TENS.items() for number, one in enumerate(_ONES[:9], 1)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
NUMBER_WORD = "|".join(word.replace("-", "[- ]*") for word in sorted(_COUNTS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"

DATE = re.compile(
    rf"\b(?P<mon>{MONTH})-(?P<yr>'?\d\d)(?![\d,])|(?P<month>\b{MONTH})\s*(?P<day>\d{{1,2}})?(?!\d)(?:st|nd|rd|th)?\s*,?\s*(?P<year>{_YEAR}(?!\d)|'\d\d(?!\d))?"
    rf"|\b(?P<m>\d{{1,2}})[/-](?P<d>\d{{1,2}})[/-](?P<y>{_YEAR}|\d\d)\b"
    rf"|\b(?P<dd>\d{{1,2}})[- ](?P<mm>{MONTH})[- ,]*(?P<yy>{_YEAR}|'?\d\d)\b",
    re.IGNORECASE,
)
YEAR = re.compile(rf"(?<![\d$,./])(?:{_YEAR})(?![\d,/%])|(?<!\w)'\d\d\b")
LENGTH = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{NUMBER_WORD})[- ]*(?:\(\d+\) ?)?(?:fiscal )?"
    r"(?P<unit>months?|mos?\b\.?|weeks?|wks?\b\.?|quarters?|years?)(?:\b|(?<=\.))(?: periods?)?"
    r"|\b(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:fiscal )?(?:quarter|qtr)\b\.?"
    r"|\bq(?P<q>[1-4])(?:\b|(?=fy))|\b(?P<q2>[1-4])q(?:\b|(?=(?:fy|20)?\d\d\b))"
    r"|\b(?P<todate>year[- ]to[- ]date\b|ytd(?=\b|\d\d))|\b(?:(?P<part>first|second|1st|2nd) )?(?P<half>half[- ]year|six[- ]month|half)\b"
    r"|\bh(?P<h>[12])\b|\b(?P<h2>[12])h(?=\b|'?\d\d)|\b(?P<m_count>3|6|9|12)m(?=\b|'?\d\d)"
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

    begin: a printed first day ("from May 3, 1994 to ..."). quarter: fiscal quarter by label ("Q1 FY24"), or that with which a half ends.
    dates: all whole dates in the words.
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
        for name in ("months", "weeks", "begin", "quarter", "to_date"):
            if not self.has_length and not getattr(self, name):
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


def months_of(phrase: Phrase) -> int | None:
    """The length of a heading's period in months; weeks are counted as the quarters that they are."""
    if phrase.weeks:
        return next((months for weeks, months in ((13, 3), (26, 6), (39, 9)) if weeks - 2 <= phrase.weeks <= weeks + 1), None)
    return phrase.months


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = int(text.strip("'"))
    return digits if digits > 99 else digits + (1900 if digits > 50 else 2000)


@lru_cache(maxsize=4096)
def parse(words: str) -> Phrase:
    """Reads the words of a column's heading, all rows joined."""
    text = " ".join(words.replace("\u2019", "'").replace("\u2018", "'").replace("\u2013", "-").split())
    dates = list(DATE.finditer(text))
    lengths = list(LENGTH.finditer(text))
    ends = [date_parts(match) for match in dates]
    phrase = Phrase(words=text, dates=tuple(whole for month, day, year in ends if day and (whole := day_of(year, month, day))))
    if (
        len(ends) == 2
        and re.search(r"\b(?:from|period|inception)\b", text[: dates[1].start()], re.IGNORECASE)
        and re.search(r"\b(?:to|through|thru|and)\b|-", text[dates[0].end() : dates[1].start()], re.IGNORECASE)
    ):
        first, last = ends
        if first[1] and last[1] and (first[2] or last[2]):
            phrase = evolve(phrase, begin=day_of(first[2] or last[2], first[0], first[1]))
    if ends:
        month, day, year = ends[-1]
        if year is None:
            year = next((y for _, _, y in reversed(ends) if y), None)
        phrase = evolve(phrase, month=month, day=day, year=year)
    if phrase.year is None:
        years = [match[0] for match in YEAR.finditer(DATE.sub(" ", text))] or [match[0] for match in YEAR.finditer(text)]
        phrase = evolve(phrase, year=_year(years[-1])) if years else phrase
        fiscal = re.search(
            r"\bfy ?'?(\d\d|\d{4})\b|\bq[1-4] ?'?(\d\d)\b|\b(?:[1-4]q|[12]h|h[12]|\d{1,2}m|ytd) ?'?(?:20)?(\d\d)\b", text, re.IGNORECASE
        )
        if phrase.year is None and fiscal:
            phrase = evolve(phrase, year=_year(next(group for group in fiscal.groups() if group)))
    for match in sorted(lengths, key=lambda found: (_vagueness(found), -found.start())):
        phrase = _with_length(phrase, match)
        if phrase.has_length or phrase.quarter or phrase.to_date or phrase.unreadable:
            break
    return phrase


def _vagueness(match: re.Match[str]) -> int:
    if match["count"] or match["m_count"]:
        return 0
    return (
        1
        if match["ordinal"] or match["q"] or match["q2"] or match["half"] or match["h"] or match["h2"] or match["month"]
        else 2
        if match["todate"]
        else 3
    )


def _with_length(phrase: Phrase, match: re.Match[str]) -> Phrase:
    if match["count"]:
        return _counted(phrase, count_of(match["count"]), match["unit"].lower()[0])
    if match["ordinal"] or match["q"] or match["q2"]:
        number = ORDINALS[match["ordinal"].lower()] if match["ordinal"] else int(match["q"] or match["q2"])
        return evolve(phrase, months=3, quarter=number)
    if match["half"] or match["h"] or match["h2"]:
        part = match["h"] or match["h2"] or (match["part"] and str(ORDINALS[match["part"].lower()]))
        return evolve(phrase, months=6, quarter=2 * int(part) if part else None)
    if match["m_count"]:
        return evolve(phrase, months=int(match["m_count"]))
    if match["month"]:
        return evolve(phrase, months=1)
    if match["single"]:
        return evolve(phrase, months=3 if match["single"].lower().startswith("quarter") else 12)
    return evolve(phrase, to_date=True)


def count_of(words: str) -> int:
    """A number in digits or words: "53", "fifty-three"; 0 where it is none."""
    word = re.sub(r"[\s-]+", "-", words.lower())
    return int(word) if word.isdigit() else _COUNTS.get(word, 0)


def _counted(phrase: Phrase, count: int, unit: str) -> Phrase:
    """A printed number of months, weeks, quarters or years. What no period can be (0 months, 48 months) leaves the column without one."""
    if unit == "y" and count:
        return evolve(phrase, months=12)  # "for the three years ended": each column is one year
    if unit == "w" and 1 <= count <= 53:
        return evolve(phrase, weeks=count)
    months = count * 3 if unit == "q" else count
    return evolve(phrase, months=months) if unit in "mq" and 1 <= months <= 36 else evolve(phrase, unreadable=True)


def date_parts(match: re.Match[str]) -> tuple[int, int | None, int | None]:
    """Month, day and year of a match of DATE; day and year may be missing."""
    if match["mon"]:
        return MONTHS[match["mon"].lower().strip(".")], None, _year(match["yr"])
    if match["m"]:
        return int(match["m"]), int(match["d"]), _year(match["y"])
    if match["mm"]:
        return MONTHS[match["mm"].lower().strip(".")], int(match["dd"]), _year(match["yy"])
    return MONTHS[match["month"].lower().strip(".")], int(match["day"]) if match["day"] else None, _year(match["year"])


def day_of(year: int | None, month: int | None, day: int | None) -> date | None:
    """The date, the last of the month where no day is told; None where there is no such day."""
    if not year or not month or not 1 <= month <= 12:
        return None
    last = month_end(year, month)
    if day is None:
        return last
    return last.replace(day=day) if 1 <= day <= last.day else (last if day == 29 and month == 2 else None)
