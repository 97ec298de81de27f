"""One record as a line item: every field is read, and every mistake in it is told by its column."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from attrs import field, frozen

from converter.period import Duration, Instant, Period
from converter.place import Place
from converter.readers.records import REQUIRED, UNNAMED, Record
from converter.statement import Amount, Kind, Measure

_SCALES = {"": 0, "units": 0, "ones": 0, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9}
_KINDS = (  # what the words of a statement's name say, first match counts
    (Kind.CASH_FLOW, r"cf|.*cash ?flows?.*"),
    (Kind.BALANCE, r"bs|.*balance sheets?.*|.*financial (?:condition|position).*"),
    (Kind.INCOME, r"is|.*(?:income|operations|earnings|profit (?:and|or|&) loss).*"),
)
_NUMBER = re.compile(
    r"(?P<open>\()?\s*(?P<minus>[-\u2212])?\s*\$?\s*(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)"
    r"(?P<exponent>[eE][+-]?\d{1,3})?\s*(?P<close>\))?",
    re.ASCII,
)
_LARGEST = 30
"""Powers of ten that a value may have: far beyond any company, well below what would fill memory when written out."""


@frozen
class Item:
    """A record that was understood."""

    row: int
    kind: Kind
    headings: tuple[str, ...]
    label: str
    measure: Measure
    currency: str
    scale: int
    period: Period
    amount: Amount | None

    @property
    def line(self) -> tuple[Kind, tuple[str, ...], str, Measure]:
        return self.kind, self.headings, self.label, self.measure


@frozen
class _Reading:
    """The fields of one record while they are read: every one is looked at, so that all mistakes are told at once."""

    record: Record
    mistakes: list[tuple[str, str]] = field(factory=list)

    def text(self, name: str) -> str:
        value = self.record.fields.get(name)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        text = "" if value is None else str(value).encode("utf-8", "replace").decode().strip()  # JSON can say half of a character
        if not text and name in REQUIRED and name != "value":
            self.wrong(name, "it is empty")
        return text

    def wrong(self, column: str, message: str) -> None:
        self.mistakes.append((column, message))


def item_of(record: Record, wrong: Callable[[int, str, str], None]) -> Item | None:
    """The item of a record; None where it holds mistakes, which are told as (row, column, message)."""
    reading = _Reading(record)
    label, statement = " ".join(reading.text("label").split()), reading.text("statement")
    kind = next((kind for kind, words in _KINDS if re.fullmatch(words, " ".join(statement.lower().split()))), None)
    if statement and kind is None:
        reading.wrong("statement", f"{statement!r} is no statement; it is IS, BS or CF, or the statement's name")
    headings = tuple(words for part in reading.text("heading").split(" > ") if (words := " ".join(part.split())))
    period = _period(reading)
    measure, currency = _unit(reading)
    scale = _scale(reading)
    amount = _amount(reading, scale)
    if UNNAMED in record.fields:
        reading.wrong("value", "the row has more cells than there are columns; put a value with commas in quotes")
    for column, message in reading.mistakes:
        wrong(record.row, column, message)
    if reading.mistakes or kind is None or period is None or measure is None:
        return None
    return Item(record.row, kind, headings, label, measure, currency, scale, period, amount)


def _period(reading: _Reading) -> Period | None:
    days: dict[str, date] = {}
    for name in ("start", "end"):
        words = reading.text(name)
        if words:
            try:
                days[name] = datetime.strptime(words, "%Y-%m-%d").date()  # fromisoformat also takes weeks and days without hyphens
            except ValueError:
                reading.wrong(name, f"{words!r} is not a date as YYYY-MM-DD")
                days.clear()
                break
    if "end" not in days:
        return None
    if "start" not in days:
        return Instant(days["end"])
    if days["end"] < days["start"]:
        reading.wrong("end", f"{days['end']} is before the start, {days['start']}")
        return None
    return Duration(days["start"], days["end"])


def _unit(reading: _Reading) -> tuple[Measure | None, str]:
    words = reading.text("unit")
    plain = re.sub(r"(?i)iso4217:|xbrli:|\s+", "", words)
    match = re.fullmatch(r"([A-Za-z]{3})(/shares?|per-?share)?", plain, re.IGNORECASE | re.ASCII)
    if plain.lower() in ("share", "shares"):
        return Measure.SHARES, ""
    if plain.lower() == "pure":
        return Measure.PURE, ""
    if match:
        return Measure.PER_SHARE if match[2] else Measure.MONEY, match[1].upper()
    if words:
        reading.wrong("unit", f"{words!r} is no unit; it is a currency (USD), USD/shares, shares or pure")
    return None, ""


def _scale(reading: _Reading) -> int:
    words = reading.text("scale").lower()
    if words in _SCALES:
        return _SCALES[words]
    if re.fullmatch(r"\+?\d{1,2}|-\d{1,2}", words, re.ASCII) and abs(int(words)) <= 12:
        return int(words)
    reading.wrong("scale", f"{words!r} is no scale; it is a power of ten from -12 to 12, thousands, millions or billions")
    return 0


def _amount(reading: _Reading, scale: int) -> Amount | None:
    """The value at full scale; None for a blank one. decimals as given, else by the digits that are there (XBRL 2.1, 4.6.5)."""
    given = reading.record.fields.get("value")
    if isinstance(given, float | bool):
        reading.wrong("value", f"{given!r} is a {type(given).__name__}; give a Decimal, an int or text, so that no digit is lost")
        return None
    text = reading.text("value")
    if not text:
        return None
    match = _NUMBER.fullmatch(text)
    if match is None or bool(match["open"]) != bool(match["close"]):
        reading.wrong("value", f"{text!r} is not a number")
        return None
    printed = Decimal(match["digits"].replace(",", "") + (match["exponent"] or ""))
    if abs(printed.adjusted()) + abs(scale) > _LARGEST or len(printed.as_tuple().digits) > _LARGEST:
        reading.wrong("value", f"{text!r} is larger or finer than any amount can be")
        return None
    if (match["open"] or match["minus"]) and printed:
        printed = -printed
    exponent = printed.as_tuple().exponent
    fraction = max(0, -exponent) if isinstance(exponent, int) else 0
    value = printed.scaleb(scale)
    decimals = _decimals(reading, fraction - scale, value)
    return Amount(printed, value, decimals, Place(reading.record.row, 0, len(text), "value"), text)


def _decimals(reading: _Reading, shown: int, value: Decimal) -> int:
    """INF says that all digits are exact: then every digit shown is stated, down to the unit at least."""
    words = reading.text("decimals").upper()
    if not words:
        return shown
    if words == "INF":
        return max(0, shown)
    if not re.fullmatch(r"[+-]?\d{1,2}", words, re.ASCII):
        reading.wrong("decimals", f"{words!r} is neither an integer nor INF")
        return shown
    decimals = int(words)
    if value.scaleb(decimals) % 1:
        reading.wrong("decimals", f"{value:f} has more digits than decimals {decimals} states")
    return decimals
