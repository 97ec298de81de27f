"""Periods as the text beside the tables speaks of them, against which the headings of columns are held."""

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import Factory, frozen

from converter.period import month_end
from converter.recognition.periods.phrases import MONTHS, Phrase, months_of

_LENGTHS = {
    "three months": 3,
    "quarter": 3,
    "thirteen weeks": 3,
    "13 weeks": 3,
    "twelve weeks": 3,
    "12 weeks": 3,
    "six months": 6,
    "half": 6,
    "twenty six weeks": 6,
    "26 weeks": 6,
    "twenty four weeks": 6,
    "24 weeks": 6,
    "nine months": 9,
    "thirty nine weeks": 9,
    "39 weeks": 9,
    "thirty six weeks": 9,
    "36 weeks": 9,
}
_WORDS = "|".join(words.replace(" ", r"[\s-]+") for words in _LENGTHS)
_MONTH = "|".join(name.capitalize() for name in MONTHS if len(name) > 3 or name == "may")
_NAMED = re.compile(rf"\b(?P<length>{_WORDS})\b(?:(?:[\s-]+periods?)?\s+ended\s+(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})\b)?")
"""A length, and the day on which it ends. Prose is told from headings by its small letters."""
_QUARTER = re.compile(r"\bquarter", re.IGNORECASE)
_TO_DATE = re.compile(r"\byear[\s-]+to[\s-]+date\b", re.IGNORECASE)
_NEAR = 8
"""Days by which two mentions of one fiscal period's end may differ: the last weekday of a month is called by the month's last day."""

Day = tuple[int, int]
"""Month and day."""


@frozen
class Spoken:
    """What the text says of lengths in months, and what columns are headed with.

    by_day: lengths of periods that the text lets end on a day. anyhow: lengths that it names in whatever way. headed: day and length of
    every column.
    """

    by_day: Mapping[Day, frozenset[int]] = Factory(dict)
    anyhow: frozenset[int] = frozenset()
    headed: frozenset[tuple[Day, int]] = frozenset()

    def against(self, phrase: Phrase, words: str, to_date: bool = False) -> str:
        """Why a column's heading cannot be believed; empty where the text does not contradict it. words: the heading as printed.

        to_date: the statement is one that shows the year to date alone, of which the text may well say nothing but its last quarter.
        """
        months = months_of(phrase)
        if months not in (3, 6, 9) or not phrase.month or not phrase.day:
            return ""
        own = (phrase.month, phrase.day)
        if (length := self._other_length(months, own)) is not None and not (to_date and length == 3):
            return f'the heading "{words}" says {months} months, but the text speaks of {length} months that end on that day'
        if (day := self._other_day(months, own)) is not None:
            spoken = f"{calendar.month_name[day[0]]} {day[1]}"
            return f'the heading "{words}" is contradicted by the text, whose periods of {months} months end on {spoken}'
        return ""

    def _other_length(self, months: int, own: Day) -> int | None:
        """The one length that the text gives a period which ends on the day, where it never names that of the heading.

        A length that another column of that day is headed with is spoken of that one.
        """
        others = self.by_day.get(own, frozenset()) - {length for day, length in self.headed if day == own}
        return next(iter(others)) if len(others) == 1 and months not in self.anyhow else None

    def _other_day(self, months: int, own: Day) -> Day | None:
        """The one day on which the text lets periods of the length end, where neither it nor a column speaks of both that day and the
        heading's: the columns have other periods than the text.
        """
        days = [day for day, lengths in self.by_day.items() if months in lengths]
        if len(days) != 1 or any(_apart(day, own) <= _NEAR for day in self.by_day):
            return None
        return None if any(_apart(day, days[0]) <= _NEAR for day, _ in self.headed) else days[0]


def _apart(one: Day, other: Day) -> int:
    """Days between two days of one year, the shorter way round."""
    gap = abs((_in_a_year(one) - _in_a_year(other)).days)
    return min(gap, 366 - gap)


def _in_a_year(day: Day) -> date:
    """The day in a leap year; June 31, which a text may print, is the last of June."""
    last = month_end(2000, day[0])
    return last.replace(day=min(day[1], last.day))


def spoken_in(text: str, phrases: Sequence[Phrase]) -> Spoken:
    """All that a text says of periods that end on a day. phrases: the headings of all columns. Cost: linear in the text."""
    headed = {((phrase.month, phrase.day), months) for phrase in phrases if phrase.month and phrase.day and (months := months_of(phrase))}
    if not any(months in (3, 6, 9) for _, months in headed):
        return Spoken()
    days: dict[Day, set[int]] = {}
    anyhow: set[int] = set()
    for match in _NAMED.finditer(text):
        months = _months(match["length"])
        anyhow.add(months)
        if match["day"] and 1 <= int(match["day"]) <= 31:
            days.setdefault((MONTHS[match["month"].lower()], int(match["day"])), set()).add(months)
    if any(months_of(phrase) == 3 and not phrase.day for phrase in phrases):  # a quarter told by label: the text may speak of that one
        for lengths in days.values():
            lengths.discard(3)
    if _QUARTER.search(text):
        anyhow.add(3)
    if _TO_DATE.search(text):
        anyhow |= {6, 9}
    return Spoken({day: frozenset(lengths) for day, lengths in days.items()}, frozenset(anyhow), frozenset(headed))


def _months(words: str) -> int:
    return _LENGTHS[" ".join(words.replace("-", " ").split())]
