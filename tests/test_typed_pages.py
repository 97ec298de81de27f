"""Releases and reports of invented filers, 1993 to 2004, each typed as its own typist would: two or three traps on one page.

`typed_pages/<what is odd about it>.txt` is a page, the `.toml` beside it what the page means. All filers report the same few figures, which
foot: `figures/*.csv`, in thousands as printed, a column for each period. A meaning picks a set of figures, its columns (from 1) and their
periods in the order of the page; `leave` names concepts that are not printed, `shares` the power of ten of share counts where it is not
that of the money. The concept `*` stands for words of the filer's own.

Every page is read back: each number that it means is a fact of that value and period, and no other amount is said of those concepts.
"""

import csv
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from converter import Filing, Source, convert

PAGES = Path(__file__).parent / "typed_pages"
THOUSANDS = 3
SHARES = "WeightedAverageNumberOfSharesOutstandingBasic"

Facts = set[tuple[str, str, Decimal]]
"""Concept, period and value."""


def figures(name: str) -> dict[str, list[Decimal]]:
    """The values of a set by concept."""
    with (PAGES / "figures" / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return {concept: [Decimal(value) for value in values] for concept, *values in list(csv.reader(file))[1:]}


def power_of(concept: str, shares: int) -> int:
    """The power of ten in which a concept is printed."""
    return 0 if "PerShare" in concept else shares if concept == SHARES else THOUSANDS


def meant(page: Path) -> Facts:
    """All that a page means."""
    found = set()
    for means in tomllib.loads(page.with_suffix(".toml").read_text(encoding="utf-8"))["means"]:
        for concept, values in figures(means["figures"]).items():
            if concept not in means.get("leave", ()):
                power = power_of(concept, means.get("shares", THOUSANDS))
                printed = [values[column - 1] for column in means["columns"]]
                found |= {(concept, period, value.scaleb(power)) for period, value in zip(means["periods"], printed, strict=True)}
    return found


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.txt")), ids=lambda page: page.stem)
def test_a_page_is_read_whole_and_right(page: Path) -> None:
    conversion = convert(Source.from_bytes(page.read_bytes(), "page"), Filing(cik=1234567))
    assert conversion.report is not None
    said = {(fact.concept.name, str(fact.period), fact.value) for fact in conversion.report.facts}
    wanted = meant(page)
    amounts = {(period, abs(value)) for _, period, value in said}
    assert {one for one in wanted if one[0] != "*"} <= said
    assert {(period, abs(value)) for concept, period, value in wanted if concept == "*"} <= amounts
    values = {(concept, period): value for concept, period, value in wanted}
    assert not [one for one in said if one[:2] in values and values[one[:2]] != one[2]]
