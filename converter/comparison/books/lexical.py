"""Numbers, dates and accuracy as XBRL files write them."""

import re
from datetime import date, timedelta
from decimal import Decimal

from converter.period import Duration, Instant, Period

_NUMBER = re.compile(r"[+-]?(?:\d{1,60}(?:\.\d{0,30})?|\.\d{1,30})", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,3}", re.ASCII)
_DAY = timedelta(days=1)


def number(text: str | None) -> Decimal | None:
    """An xs:decimal; None for anything else, and for what no report can mean."""
    words = (text or "").strip()
    return Decimal(words) if _NUMBER.fullmatch(words) else None


def accuracy(value: Decimal, decimals: str | None, precision: str | None = None) -> tuple[bool, int | None]:
    """(known, decimals) of a value: None means exact. Precision is turned into decimals (XBRL 2.1, 4.6.6); precision 0 is unknown."""
    if decimals is not None:
        words = decimals.strip()
        return (True, None) if words == "INF" else (True, int(words)) if _WHOLE.fullmatch(words) else (False, None)
    words = (precision or "").strip()
    if words == "INF" or (words.isdigit() and not value):
        return True, None
    if not _WHOLE.fullmatch(words) or int(words) <= 0:
        return False, None
    return True, int(words) - value.adjusted() - 1


def period(instant: str | None, first: str | None, last: str | None, midnights: bool = False) -> Period | None:
    """The period of a context, both days included; None when it is none, or no whole days.

    A date alone that ends something means the end of its day; with T00:00:00 the day is over when it begins (XBRL 2.1, 4.7.2).
    midnights: times are always given, as in xBRL-JSON.
    """
    if instant:
        end = _day(instant, midnights, ends=True)
        return Instant(end) if end else None
    start, end = _day(first or "", midnights, ends=False), _day(last or "", midnights, ends=True)
    return Duration(start, end) if start and end and start <= end else None


def _day(words: str, midnights: bool, ends: bool) -> date | None:
    match = _MOMENT.fullmatch(words.strip())
    try:
        day = date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
    if match is None or day is None or (midnights and match[2] is None) or (match[2] and (match[2], match[3], match[4]) != ("00",) * 3):
        return None
    return day - _DAY if ends and match[2] and day > date.min else day
