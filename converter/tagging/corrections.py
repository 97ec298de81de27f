"""Concepts that words alone gave and that the rest of the statement corrects: by its sums, its headings, and the lines beside them."""

import re

from converter.footing.sums import Footing
from converter.model import Model
from converter.statement import Kind, Statement
from converter.tagging.found import Found
from converter.wording.labels.reading import parse

_RESULTS = frozenset(
    {
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
        "NonoperatingIncomeExpense",
        "OperatingIncomeLoss",
        "NetIncomeLoss",
    }
)
_BUSINESS = re.compile(
    r"(?:home ?building|financial service|(?:equipment|industrial|automotive|manufacturing|real estate) operation)(?: operation)?"
)
"""Headings of one business of the filer, as `parse` reads them."""
_OF_A_BUSINESS = frozenset(
    {
        "RevenuesAbstract",
        "CostOfRevenueAbstract",
        "AssetsCurrentAbstract",
        "AssetsNoncurrentAbstract",
        "LiabilitiesCurrentAbstract",
        "LiabilitiesNoncurrentAbstract",
    }
)
"""The abstract concepts over what each business has for itself."""
_RESULTS_OF_A_BUSINESS = frozenset({"GrossProfit", "OperatingExpenses", "CostsAndExpenses", "OperatingIncomeLoss"})
_INSIDE_OPERATIONS = {"OperatingIncomeLoss": "OtherOperatingIncomeExpenseNet", "Revenues": "OtherRevenues"}
"""What other income is by the total that the sums put it inside of."""


def settle_operating(footing: Footing, found: Found, model: Model) -> None:
    """What the sums put inside operating income or revenues is no nonoperating item, whatever its words."""
    parents = footing.parents()
    for index, (concept, rule) in list(found.items()):
        above = found.get(parents[index][0]) if index in parents else None
        if concept.name == "OtherNonoperatingIncomeExpense" and above and (other := _INSIDE_OPERATIONS.get(above[0].name)):
            found[index] = model.taxonomy[other], f"{rule}; the sums put it inside {above[0].label.lower()}"


def settle_shares(statement: Statement, found: Found, model: Model) -> None:
    """One average number of shares beside one result per share, basic and diluted, is the number for both."""
    index_of = {concept.name: index for index, (concept, _) in found.items()}
    index = index_of.get("WeightedAverageNumberOfSharesOutstandingBasic")
    diluted = {"WeightedAverageNumberOfDilutedSharesOutstanding", "EarningsPerShareDiluted", "EarningsPerShareBasic"}
    if index is None or "EarningsPerShareBasicAndDiluted" not in index_of or diluted & set(index_of):
        return
    line, (_, rule) = statement.lines[index], found[index]
    if not re.search(r"\bbasic\b", " ".join((line.label, *line.headings)), re.IGNORECASE):
        found[index] = model.taxonomy["WeightedAverageNumberOfShareOutstandingBasicAndDiluted"], f"{rule}; the result per share is for both"


def settle_interest(statement: Statement, footing: Footing, found: Found, model: Model) -> None:
    """A line that only says "Interest" is an expense where the sums take it off a result: the words are one half of the proof."""
    parents = footing.parents()
    for index, line in enumerate(statement.lines):
        words = line.headings[-1] if line.label.lower() in ("", "total") and line.headings else line.label
        if index in found or index not in parents or statement.kind is not Kind.INCOME or words.lower().strip(": ") != "interest":
            continue
        weight = parents[index][1]
        amounts = [amount.printed * weight for amount in line.amounts if amount and amount.printed]
        if (
            amounts
            and all(amount < 0 for amount in amounts)
            and any(c.name in _RESULTS for i, (c, _) in found.items() if i == parents[index][0])
        ):
            found[index] = model.taxonomy["InterestExpense"], 'near wording "Interest expense"; the sums take it off the result'


_PROPERTY_CONCEPT = "PropertyPlantAndEquipment"
_NET_PROPERTY = f"{_PROPERTY_CONCEPT}Net"
_PROPERTY = re.compile(
    r"ppe|(?:(?:utility|electric|gas|natural gas|water|telephone)(?: and (?:utility|electric|gas|water|other))* )?(?:plant|property)"
    r"(?: in service)?(?: at (?:original )?cost)?"
)
_PROPERTY_ALONE = frozenset(("ppe", "property", "utility plant"))
_WRITTEN_OFF = re.compile(r"depreciation|amortization|depletion", re.IGNORECASE)
_DEPRECIATED = re.compile(r"depreciation|depletion", re.IGNORECASE)


def settle_property(statement: Statement, footing: Footing, found: Found, model: Model) -> None:
    """A line that only says "Property, plant and equipment" is the gross amount where the sums take accumulated depreciation off it, and
    the net one where no line of the balance sheet does.
    """
    for sum_ in footing.sums:
        parts = [part.line for part in sum_.parts]
        names = {found[line][0].name for line in (sum_.total, *parts) if line in found}
        left = [line for line in parts if line not in found]
        if len(parts) != 2 or len(left) != 1 or not _PROPERTY.fullmatch(parse(statement.lines[left[0]].label).words):
            continue
        if names == {_NET_PROPERTY, f"AccumulatedDepreciationDepletionAndAmortization{_PROPERTY_CONCEPT}"}:
            gross = model.taxonomy[f"{_PROPERTY_CONCEPT}Gross"]
            found[left[0]] = gross, 'near wording "Property, plant and equipment, at cost"; the sums take the depreciation off it'
    told = {concept.name for concept, _ in found.values()}
    bare = [i for i, line in enumerate(statement.lines) if parse(line.label).words in _PROPERTY_ALONE and line.sections[:1] == ("assets",)]
    if statement.kind is not Kind.BALANCE or len(bare) != 1 or bare[0] in found or any(name.startswith(_PROPERTY_CONCEPT) for name in told):
        return
    if not any(_WRITTEN_OFF.search(line.label) for line in statement.lines):
        net = model.taxonomy[_NET_PROPERTY]
        found[bare[0]] = net, 'near wording "Property, plant and equipment, net"; no line of depreciation is taken off it'


def settle_amortization(statement: Statement, found: Found, model: Model) -> None:
    """Cash flows that add back "Amortization" and no depreciation beside it have all of both in that line, as filers in Canada word it."""
    alone = [index for index, line in enumerate(statement.lines) if parse(line.label).words == "amortization" and index not in found]
    if statement.kind is not Kind.CASH_FLOW or len(alone) != 1 or "operating" not in statement.lines[alone[0]].sections:
        return
    if not any(_DEPRECIATED.search(line.label) for line in statement.lines):
        whole = model.taxonomy["DepreciationDepletionAndAmortization"]
        found[alone[0]] = whole, 'near wording "Depreciation and amortization"; no line of depreciation stands beside it'


_SERVICES = re.compile(r"\b(?:services?|maintenance|support|consulting|training|subscriptions?|hosting)\b", re.IGNORECASE)
_ALL_SERVICES = re.compile(r"^(?:net |total |cost of )?services?(?: revenues?| sales| fees)?(?:, net)?$", re.IGNORECASE)
_OF_SERVICES = ("ServiceRevenues", "CostOfServiceRevenue")


def settle_services(statement: Statement, found: Found) -> None:
    """One kind of service beside another is not all of the services: "Maintenance and support" beside "Professional services"."""
    for index, (concept, _) in list(found.items()):
        line = statement.lines[index]
        if concept.name not in _OF_SERVICES or _ALL_SERVICES.search(line.label):
            continue
        beside = (other for i, other in enumerate(statement.lines) if i != index and i not in found and other.headings == line.headings)
        if line.headings and any(_SERVICES.search(other.label) for other in beside):
            del found[index]


def settle_businesses(statement: Statement, found: Found) -> None:
    """What stands under the heading of one business of the filer ("Homebuilding:") is no amount of the whole; nor is a gross profit
    there, before the revenues of the whole.
    """
    inside = {i for i, line in enumerate(statement.lines) if any(_BUSINESS.fullmatch(parse(heading).words) for heading in line.headings)}
    if not inside or statement.kind is Kind.CASH_FLOW:
        return
    whole = min((i for i, (concept, _) in found.items() if concept.name == "Revenues" and i not in inside), default=len(statement.lines))
    for index, (concept, _) in list(found.items()):
        of_business = concept.parent in _OF_A_BUSINESS or concept.name in _RESULTS_OF_A_BUSINESS
        if (index in inside and of_business) or (concept.name == "GrossProfit" and index < whole):
            del found[index]
