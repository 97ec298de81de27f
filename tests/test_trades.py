"""One statement each as filers of some trade print it, with the concept of every line in the margin.

`trades/<trade>.txt` begins with the periods of the columns in printed order, as TOML; `further` are those after a page mark; `percents`
says that each number is followed by one in percent of sales. Below `---` stands the page, in thousands unless `power` says otherwise.
Behind `@` stands what an accountant calls the line: a core concept, `-` before it where the printed sign is turned, or `*` where the core
taxonomy has none. The margin is cut off before the page is read. What is read must be these facts and no other core fact; no number may be
left over.
"""

import re
import tomllib
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from attrs import define

from converter import Code, Source, convert
from converter.statement import Measure

TRADES = Path(__file__).parent / "trades"
SHORT = {
    "LOANS-": "FinancingReceivableExcludingAccruedInterest",
    "PRETAX": "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
}
_NUMBER = re.compile(
    r"(?<![\w.,])\(?\$?\s?\(?(?P<digits>\d[\d,]*(?:\.\d+)?|\.\d+)%?\)?(?P<credit> CR)?(?=\s|$)|(?<=\s)(?P<zero>-0-|--?)(?=\s|$)"
)


@define(slots=False)
class Page:
    """A page with its margin."""

    path: Path

    @cached_property
    def parts(self) -> tuple[dict[str, Any], list[str]]:
        """What the page says of itself, and its lines."""
        front, _, page = self.path.read_text(encoding="utf-8").partition("---\n")
        return tomllib.loads(front), page.split("\n")

    @property
    def printed(self) -> str:
        return "\n".join(line.split("@")[0].rstrip() for line in self.parts[1])

    def lines(self) -> list[tuple[str, tuple[str, ...], tuple[Decimal, ...]]]:
        """The margin, the periods and the printed amounts of each line that has a margin."""
        front, page = self.parts
        periods = tuple(front["periods"])
        found = []
        for line in page:
            if line.startswith("<PAGE>") and "further" in front:
                periods = tuple(front["further"])
            words, _, margin = line.partition("@")
            numbers = tuple(_number(match) for match in _NUMBER.finditer(words)) if margin else ()
            if margin:
                values = numbers[-2 * len(periods) :: 2] if front.get("percents") else numbers[-len(periods) :]
                found.append((margin.strip(), periods, values))
        return found

    def facts(self) -> set[tuple[str, str, Decimal]]:
        """The core facts of the page: concept, period, value."""
        found = set()
        for margin, periods, values in self.lines():
            concept = margin.lstrip("-")
            for short, long in SHORT.items():
                concept = concept.replace(short, long)
            power = 0 if "PerShare" in concept else self.parts[0].get("power", 3)
            turned = -1 if margin.startswith("-") else 1
            found |= {(concept, period, turned * value.scaleb(power)) for period, value in zip(periods, values, strict=True)}
        return {fact for fact in found if fact[0] != "*"}


def _number(match: re.Match[str]) -> Decimal:
    value = Decimal((match["digits"] or "0").replace(",", ""))
    return -value if "(" in match[0] or match["credit"] else value


@pytest.mark.parametrize("path", sorted(TRADES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_line_of_the_trade_is_read_as_what_it_is(path: Path) -> None:
    page = Page(path)
    conversion = convert(Source("release", page.printed))
    assert conversion.report is not None
    assert Code.ROW_BROKEN not in {diagnostic.code for diagnostic in conversion.diagnostics}
    core = {(fact.concept.name, str(fact.period), fact.value) for fact in conversion.report.facts if fact.concept.prefix == "er"}
    assert core == page.facts()
    money = [line for statement in conversion.statements for line in statement.lines if line.measure is Measure.MONEY]
    printed = [tuple(amount.printed for amount in line.amounts if amount) for line in money]
    assert all(values in printed for margin, _, values in page.lines() if margin == "*")
