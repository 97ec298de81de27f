"""Instants and durations as people mean them: both days included. Only writers know XBRL's habits (T24:00, exclusive ends)."""

import calendar
from datetime import date, timedelta

from attrs import field, frozen


@frozen(order=True, cache_hash=True)
class Instant:
    """The end of one day (XBRL 2.1, 4.7.2)."""

    day: date

    @property
    def start(self) -> None:
        """A balance has none."""

    @property
    def end(self) -> date:
        return self.day

    def __str__(self) -> str:
        return self.day.isoformat()


@frozen(order=True, cache_hash=True)
class Duration:
    """From the first day through the last day, both included. Raises ValueError when it would be empty."""

    first: date
    last: date = field()

    @last.validator
    def _not_before_first(self, attribute: object, value: date) -> None:
        if value < self.first:
            raise ValueError(f"a duration cannot end on {value} when it starts on {self.first}")

    @property
    def start(self) -> date:
        return self.first

    @property
    def end(self) -> date:
        return self.last

    @property
    def days(self) -> int:
        """Number of days, first and last included."""
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        return f"{self.first.isoformat()}..{self.last.isoformat()}"


Period = Instant | Duration


def is_month_end(day: date) -> bool:
    """Whether the day is the last of its month."""
    return day.day == calendar.monthrange(day.year, day.month)[1]


def month_end(year: int, month: int) -> date:
    """The last day of a month; month may lie outside 1..12 and then counts into neighbouring years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def months_before(day: date, months: int) -> date:
    """The same day some months earlier; the end of a month stays the end of a month, and a day that the month lacks becomes its last."""
    last = month_end(day.year, day.month - months)
    return last if is_month_end(day) else last.replace(day=min(day.day, last.day))


def weeks_before(day: date, weeks: int) -> date:
    """The same weekday some weeks earlier."""
    return day - timedelta(weeks=weeks)
