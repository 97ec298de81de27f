"""The periods that the statements have, by the names that the text gives them: "fourth quarter of 2003", "the same quarter a year ago"."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from converter.checks.facts import Facts
from converter.period import Duration, Instant, months_before
from converter.recognition.periods.phrases import ORDINALS, parse

_LENGTHS: Final = ((3, 80, 100), (6, 172, 192), (9, 262, 284), (12, 350, 380))
_NEAR: Final = 10
"""Days by which periods of a 52/53-week calendar may lie beside the date."""

Label = tuple[int, int]
"""Fiscal year and quarter."""


def months_of(period: Duration) -> int:
    """The length in months; 0 for another length."""
    days = period.days
    return next((months for months, least, most in _LENGTHS if least <= days <= most), 0)


@frozen
class Calendar:
    """The statements' periods. quarter: the reported quarter, where there is one. label: its fiscal year (0 where that is not told) and its
    number, where the text or the length of the other columns tells them. year_label: the fiscal year of the latest year, where it is told.
    """

    durations: tuple[Duration, ...]
    instants: tuple[Instant, ...]
    quarter: Duration | None
    year: Duration | None
    label: Label | None
    year_label: int | None

    @classmethod
    def of(cls, facts: Facts, texts: Iterable[str]) -> "Calendar":
        """The calendar of a report. texts: its sentences, the first ones before others."""
        durations = facts.durations
        end = max((period.last for period in durations), default=None)
        latest = [period for period in durations if period.last == end]
        quarter = next((period for period in latest if months_of(period) == 3), None)
        year = next((period for period in latest if months_of(period) == 12), None)
        label, told = _labels(tuple(texts), latest, quarter, year)
        if year is not None and told is None:
            told = label[0] if label and label[0] else year.last.year if year.last.month > 2 else None
        return cls(durations, facts.instants, quarter, year, label, told)

    @property
    def single(self) -> bool:
        """Whether all columns are of one length, so that a sentence without period can mean no other length."""
        return len({months_of(period) for period in self.durations}) == 1

    @property
    def reported(self) -> Duration | None:
        """What a sentence without period most likely speaks of: the quarter, else the latest period."""
        return self.quarter or (self.durations[0] if self.durations else None)

    def ending(self, end: date, months: int, near: int = _NEAR) -> Duration | None:
        """The column of a length that ends about a day."""
        every = [period for period in self.durations if months_of(period) == months and abs((period.last - end).days) <= near]
        return min(every, key=lambda period: abs((period.last - end).days)) if every else None

    def before(self, period: Duration, years: int) -> Duration | None:
        """The column of the same length some years earlier."""
        return self.ending(months_before(period.last, 12 * years), months_of(period))

    def preceding(self, period: Duration) -> Duration | None:
        """The column of the same length that ends where the period begins."""
        return self.ending(period.first - timedelta(1), months_of(period), 3)

    def named_quarter(self, year: int | None, number: int) -> tuple[Duration | None, bool]:
        """The column of a fiscal quarter, and whether the name is certain. year: None where the text leaves it open."""
        if self.quarter is None or self.label is None:
            return None, False
        if year is None:
            return (self.quarter, True) if number == self.label[1] else (None, False)
        if not self.label[0]:
            return None, False
        back = (self.label[0] - year) * 4 + self.label[1] - number
        return self.ending(months_before(self.quarter.last, 3 * back), 3), True

    def named_year(self, year: int) -> Duration | None:
        """The column of a fiscal year."""
        if self.year is None or self.year_label is None:
            return None
        return self.ending(months_before(self.year.last, 12 * (self.year_label - year)), 12)

    def to_date(self, months: int, year: int | None) -> Duration | None:
        """The column of the first months of a fiscal year, the reported one where year is None."""
        latest = next((period for period in self.durations if months_of(period) == months), None)
        if latest is None or year is None:
            return latest
        fiscal = (self.label[0] if self.label else latest.last.year if latest.last.month > 2 else 0) or None
        return self.before(latest, fiscal - year) if fiscal is not None and fiscal != year else latest if fiscal == year else None


_ENDED = r"(?:,? (?:which )?ended (?P<date>[A-Z]\w+ \d{1,2}, \d{4}))"
_QUARTER = re.compile(
    r"(?:\b(?P<before>(?:19|20)\d\d)(?:'s|’s)? )?(?:fiscal )?\b(?P<ordinal>first|second|third|fourth|1st|2nd|3rd"
    r"|4th)[ -](?:fiscal )?quarter\b"
    rf"(?:(?:,? (?:of|in|for))?(?: the)?(?: fiscal)?(?: year)?,? (?P<after>(?:19|20)\d\d))?{_ENDED}?",
    re.IGNORECASE,
)
_YEAR_ENDED = re.compile(rf"\bfiscal (?:year )?(?P<year>(?:19|20)\d\d)\b{_ENDED}", re.IGNORECASE)


def _labels(
    texts: tuple[str, ...], latest: list[Duration], quarter: Duration | None, year: Duration | None
) -> tuple[Label | None, int | None]:
    """Fiscal year and quarter of the reported quarter, and the fiscal year of the reported year.

    A quarter's number follows from a year or a year to date that ends with it, else from "first quarter ended April 4, 2004", else from the
    quarter that the first sentences name most. Its fiscal year is the one that they name with that number, else the one in which it ends.
    """
    end = latest[0].last if latest else None
    longest = max((months_of(period) for period in latest), default=0)
    number = longest // 3 if quarter and longest > 3 else None
    numbers: Counter[int] = Counter()
    years: Counter[Label] = Counter()
    sure: Label | None = None
    told: int | None = None
    for text in texts:
        if "uarter" in text or "UARTER" in text:
            for match in _QUARTER.finditer(text):
                ordinal = ORDINALS[match["ordinal"].lower()]
                named = match["after"] or match["before"]
                dated = match["date"] and end in parse(match["date"]).dates
                numbers[ordinal] += 20 if dated else 1
                if named:
                    years[int(named), ordinal] += 1
                    sure = (int(named), ordinal) if dated and sure is None else sure
        if end and told is None and (ended := _YEAR_ENDED.search(text)) and end in parse(ended["date"]).dates:
            told = int(ended["year"])
    if quarter is None or end is None:
        return None, told
    if number is None:
        number = sure[1] if sure else numbers.most_common(1)[0][0] if numbers else None
    if number is None:
        return None, told
    if sure and sure[1] == number:
        return sure, told
    near = [fiscal for (fiscal, ordinal), _ in years.items() if ordinal == number and end.year - (end.month <= 2) <= fiscal <= end.year + 1]
    if near:
        return (near[0], number), told
    if year is not None and told is not None:
        return (told, number), told
    fiscal_year_end = months_before(end, 3 * (number - 4))
    return ((fiscal_year_end.year if fiscal_year_end.month > 2 else 0, number), told)
