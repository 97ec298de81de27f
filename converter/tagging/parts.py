"""Lines that are a part of what their words lead to, where another line shows the rest."""

import re

from attrs import frozen

from converter.footing.sums import Footing
from converter.statement import Kind, LineItem, Statement
from converter.tagging.found import Found
from converter.tagging.roles import descendants

_LESSER = {
    "GeneralAndAdministrativeExpense": re.compile(r"^corporate (?!.*(?:general|administrati))", re.IGNORECASE),
    "AmortizationOfIntangibleAssets": re.compile(r"\bgoodwill\b|\bexcess\b", re.IGNORECASE),
}
"""Words that mean the concept where no other line has its name: "Corporate expense" beside "General and administrative"."""


@frozen
class _Part:
    """Words that mean all of the concepts unless another line of the place, that is not zero, has the words of the rest."""

    concepts: tuple[str, ...]
    words: re.Pattern[str]
    rest: re.Pattern[str]


_PARTS = (
    _Part(  # fuel stock or gas stored underground beside the supplies of a utility
        ("InventoryNet", "IncreaseDecreaseInInventories"),
        re.compile(r"\b(?:supplies|parts)\b(?!.*\binventor)", re.IGNORECASE),
        re.compile(
            r"\binventor|\b(?:fuel|gas|oil|coal|propane)\b"
            r"(?!.*\b(?:receivable|payable|propert|revenue|tax|deferred|(?<!at )(?<!average )costs?\b))"
            r"|\bmerchandise\b|\braw materials\b|\bwork[- ]in[- ]pro|\bfinished\b",
            re.IGNORECASE,
        ),
    ),
    _Part(
        ("IncomeTaxExpenseBenefit",),
        re.compile(r"^(?!.*\b(?:state|foreign|local)\b).*\bfederal\b", re.IGNORECASE),
        re.compile(r"\b(?:state|foreign|deferred|local)\b.*\btax(?:es)?\b(?!.*\bother than\b)", re.IGNORECASE),
    ),
    _Part(
        ("Deposits",),
        re.compile(r"\bsavings\b", re.IGNORECASE),
        re.compile(
            r"\bdeposits?\b|\bcertificates\b|\bchecking\b|\bNOW\b|\bmoney market\b|\bdemand\b|\bpassbook\b|\btransaction accounts\b",
            re.IGNORECASE,
        ),
    ),
    _Part(("StockholdersEquity",), re.compile(r"^(?:total )?common\b", re.IGNORECASE), re.compile(r"\bprefer", re.IGNORECASE)),
)


def settle_lesser(statement: Statement, found: Found) -> None:
    """A line that may be meant by a concept gives way to one that has the concept's name."""
    for name, words in _LESSER.items():
        claiming = [index for index, (concept, _) in found.items() if concept.name == name]
        lesser = [index for index in claiming if words.search(statement.lines[index].label)]
        if len(lesser) < len(claiming):
            for index in lesser:
                del found[index]


def settle_parts(statement: Statement, footing: Footing, found: Found) -> None:
    """A part is the whole only where no other line is the rest: federal taxes not beside those of states, common equity not beside
    preferred stock."""
    parts = {sum_.total: [part.line for part in sum_.parts] for sum_ in footing.sums}
    for index, (concept, _) in list(found.items()):
        line = statement.lines[index]
        kind = next((part for part in _PARTS if concept.name in part.concepts and part.words.search(line.label)), None)
        if kind is None:
            continue
        own = {index} | descendants(index, parts)
        beside = [other for i, other in enumerate(statement.lines) if i not in own and _stands_beside(other, line, statement.kind)]
        if any(kind.rest.search(words) for words in (*line.headings, *(other.label for other in beside))):
            del found[index]


def _stands_beside(other: LineItem, line: LineItem, kind: Kind) -> bool:
    """Whether another line has amounts of the place of a line: the same section, and in a statement of operations any."""
    return any(amount and amount.value for amount in other.amounts) and (kind is Kind.INCOME or other.sections == line.sections)
