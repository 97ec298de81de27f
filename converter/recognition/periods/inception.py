"""The day on which a company in the development stage began: its last column counts from it."""

import re
from datetime import date

from converter.recognition.periods.phrases import DATE, MONTH, date_parts, day_of

_DAY = rf"{MONTH}\s+\d{{1,2}},?\s+(?:19|20)\d\d"
_INCEPTION = re.compile(
    rf"\binception\b\W+(?:on\W+|of\W+|date\W+)?(?P<after>{_DAY})\b"
    rf"|\b(?P<before>{_DAY}),?\s+\(?(?:(?:the|our|its)\s+)?(?:date\s+of\s+)?inception\b",
    re.IGNORECASE,
)


def inception_in(text: str) -> date | None:
    """The day of inception that a text names; None where it names none or several."""
    found = {_day(match) for match in _INCEPTION.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    month, day, year = date_parts(DATE.match(match["after"] or match["before"]))  # type: ignore[arg-type]
    return day_of(year, month, day)
