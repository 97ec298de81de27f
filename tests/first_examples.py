"""The first two examples, as text and as what they say, for tests that change the text."""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from converter import Conversion, Filing, Source, convert

ROOT = Path(__file__).parents[1]
NAMES = ("btu-2003q4", "btu-2004q1")
DECEMBER = Filing(fiscal_year_end=(12, 31))
Said = tuple[str, str, str, Decimal, int | None]
each = pytest.mark.parametrize("name", NAMES)


@cache
def text_of(name: str) -> str:
    return (ROOT / "examples" / name / f"{name}.txt").read_text(encoding="utf-8")


@cache
def plain(name: str) -> Conversion:
    return convert(Source.from_bytes(text_of(name).encode(), name))


def said(conversion: Conversion) -> set[Said]:
    """What a report says, without the places where it says so."""
    if conversion.report is None:
        return set()
    return {(fact.concept.qname, str(fact.period), str(fact.unit), fact.value, fact.decimals) for fact in conversion.report.facts}
