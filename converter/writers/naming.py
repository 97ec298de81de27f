"""Ids and prefixes of an instance: they say what they stand for, and equal meaning has one name."""

from converter.linkbases.xlink import element_id
from converter.period import Duration, Period
from converter.report import Member, Unit


def context_id(period: Period, members: tuple[Member, ...] = ()) -> str:
    """The id of a context: `I20031231` for an instant, `D20031001-20031231` for a duration, and `_<axis>-<member>` for each member."""
    part = "".join(f"_{element_id(each.axis)}-{element_id(each.member)}" for each in members)
    if isinstance(period, Duration):
        return f"D{_digits(period.first.isoformat())}-{_digits(period.last.isoformat())}{part}"
    return f"I{_digits(period.day.isoformat())}{part}"


def unit_id(unit: Unit) -> str:
    """The id of a unit: `USD`, `shares`, `USD-per-shares`."""
    numerator = "-".join(measure.rpartition(":")[2] for measure in unit.numerator)
    denominator = "-".join(measure.rpartition(":")[2] for measure in unit.denominator)
    return f"{numerator}-per-{denominator}" if denominator else numerator


def fact_id(position: int) -> str:
    """The id of a fact by its position among the report's facts, from 1."""
    return f"f{position}"


def _digits(day: str) -> str:
    return day.replace("-", "")
