"""Lines that are a part of what their words lead to, where another line shows the rest."""

import re

from converter.footing.sums import Footing
from converter.statement import Kind, Statement
from converter.tagging.found import Found
from converter.tagging.roles import descendants

_LESSER = {
    "GeneralAndAdministrativeExpense": re.compile(r"^corporate (?!.*(?:general|administrati))", re.IGNORECASE),
    "AmortizationOfIntangibleAssets": re.compile(r"\bgoodwill\b|\bexcess\b", re.IGNORECASE),
}
"""Words that mean the concept where no other line has its name: "Corporate expense" beside "General and administrative"."""
_STOCK = {Kind.BALANCE: "InventoryNet", Kind.CASH_FLOW: "IncreaseDecreaseInInventories"}
_SUPPLIES = re.compile(r"\b(?:supplies|parts)\b(?!.*\binventor)", re.IGNORECASE)
_OTHER_STOCK = re.compile(
    r"\binventor|\b(?:fuel|gas|oil|coal|propane)\b(?!.*\b(?:receivable|payable|propert|revenue|cost|tax))|\bmerchandise\b|\braw materials\b"
    r"|\bwork[- ]in[- ]pro|\bfinished\b",
    re.IGNORECASE,
)
"""What is kept for use or sale beside supplies: fuel stock, gas stored underground."""
_FEDERAL = re.compile(r"^(?!.*\b(?:state|foreign|local)\b).*\bfederal\b", re.IGNORECASE)
_OTHER_TAX = re.compile(r"\b(?:state|foreign|deferred|local)\b.*\btax(?:es)?\b(?!.*\bother than\b)", re.IGNORECASE)


def settle_lesser(statement: Statement, found: Found) -> None:
    """A line that may be meant by a concept gives way to one that has the concept's name."""
    for name, words in _LESSER.items():
        claiming = [index for index, (concept, _) in found.items() if concept.name == name]
        lesser = [index for index in claiming if words.search(statement.lines[index].label)]
        if len(lesser) < len(claiming):
            for index in lesser:
                del found[index]


def settle_supplies(statement: Statement, found: Found) -> None:
    """Supplies are all of the inventories only where no other line is some: not beside fuel stock, nor under "Inventories"."""
    for index, (concept, _) in list(found.items()):
        line = statement.lines[index]
        if concept.name != _STOCK.get(statement.kind) or not _SUPPLIES.search(line.label):
            continue
        beside = (other.label for other in statement.lines if other is not line and other.sections == line.sections)
        if any(_OTHER_STOCK.search(words) for words in (*beside, *line.headings)):
            del found[index]


def settle_taxes(statement: Statement, footing: Footing, found: Found) -> None:
    """Federal taxes are all income taxes only where no other income tax stands beside them: not beside state or deferred ones."""
    parts = {sum_.total: [part.line for part in sum_.parts] for sum_ in footing.sums}
    for index, (concept, _) in list(found.items()):
        if concept.name != "IncomeTaxExpenseBenefit" or not _FEDERAL.search(statement.lines[index].label):
            continue
        own = descendants(index, parts)
        if any(_OTHER_TAX.search(other.label) for i, other in enumerate(statement.lines) if i not in own and i != index):
            del found[index]
