"""What the place of a line denies, whatever its words say: a noncurrent item among current assets, a result before one item under it."""

import re

from converter.statement import Kind, LineItem, Measure
from converter.taxonomy import Concept, Taxonomy
from converter.wording.labels.reading import parse
from converter.wording.rules import Rule
from converter.wording.section_headings import section_of_heading, with_outer

_APART = re.compile(r"\bcumulative effect\b|\bdiscontinued\b|\bextraordinary\b", re.IGNORECASE)
"""Under such headings a line is a part of that item: only a rule for the heading may name it."""
_ITEMS = frozenset(
    ("IncomeLossFromDiscontinuedOperationsNetOfTax", "ExtraordinaryItemNetOfTax", "CumulativeEffectOfChangeInAccountingPrincipleNetOfTax")
)
"""The items themselves: the total under such a heading may be one."""
_HOME = {
    "AssetsCurrentAbstract": "current assets",
    "AssetsNoncurrentAbstract": "noncurrent assets",
    "LiabilitiesCurrentAbstract": "current liabilities",
    "LiabilitiesNoncurrentAbstract": "noncurrent liabilities",
    "StockholdersEquityAbstract": "equity",
}
"""The section of a balance sheet in which the concepts under an abstract concept stand."""
_OTHER_SECTIONS = {
    "current assets": {"noncurrent assets", "liabilities", "equity"},
    "noncurrent assets": {"current assets", "liabilities", "equity"},
    "current liabilities": {"noncurrent liabilities", "assets"},
    "noncurrent liabilities": {"current liabilities", "assets"},
    "equity": {"assets", "current liabilities"},
}
_OTHER_SIDE = {
    "current assets": {"liabilities", "equity"},
    "noncurrent assets": {"liabilities", "equity"},
    "current liabilities": {"assets"},
    "noncurrent liabilities": {"assets"},
}
"""The same for words that say themselves when an amount is due: "Current" under "Income taxes" is no liability among assets."""
_ORDINARY = frozenset(("revenues", "cost of revenues", "interest income", "interest expense", "noninterest income", "noninterest expense"))
"""Sections of a statement of operations that hold nothing nonoperating."""
_ROYALTY_FIRST = re.compile(r"\broyalt.*\blicens")
"""Royalties named before licenses are more than the revenue from licenses."""
_OTHER_BASIS = re.compile(r"\bpro ?-?forma\b|\badjusted\b|\bnon-?gaap\b", re.IGNORECASE)
"""Headings over results per share that are not the reported ones."""
_DEPOSITARY = re.compile(r"\b(?:ads|adr|adss|adrs|depositary (?:share|receipt|unit))s?\b", re.IGNORECASE)
_ORDINARY_SHARE = re.compile(r"\b(?:ordinary|common) shares?\b|\bper share\b", re.IGNORECASE)
_DEFINED = re.compile(r"\([^()]*\)|[-,:;].*\b(?:equals?|represents?|representing)\b.*", re.IGNORECASE)
"""How many shares a depositary share stands for."""
_ALLOCATED = re.compile(
    r"^\W*(?:\d{1,2}\W+|[a-z]\W+)?(?!(?:total )?(?:operating|costs?|expenses?|revenues?)\b)(?:.*\bas follows\b"
    r"|(?:(?:the |these )?(?:above )?(?:amounts?|lines?) )?(?:allocat(?:ed|ion)|includes?|including|included)\b"
    r"|(?:amortization of |total )?(?:deferred |non-?cash )?(?:stock|share|equity)(?:[- ]based)? compensation\b)",
    re.IGNORECASE,
)
"""Headings of a memo that says how one amount is spread over the lines of the statement."""
_DUE = re.compile(r"current\b|\bterm\b")


def denied(kind: Kind, line: LineItem, concept: Concept, rule: Rule, taxonomy: Taxonomy, total: bool = False) -> bool:
    """Whether the line's headings and sections deny the concept that the rule gives it. total: the sums say that the line is a total."""
    printed_heading = rule.heading and not rule.section
    if any(_APART.search(heading) for heading in line.headings) and not printed_heading and not (total and concept.name in _ITEMS):
        return True
    if kind is Kind.INCOME and not printed_heading and (_is_allocated(line, concept) or _is_of_depositary_shares(line)):
        return True
    words = parse(line.label).words
    if concept.name == "LicenseRevenues" and _ROYALTY_FIRST.search(words):
        return True
    if rule.section == "per share" and any(_OTHER_BASIS.search(heading) for heading in line.headings):
        return True
    if kind is Kind.INCOME and concept.parent == "RevenuesAbstract" and "cost of revenues" in line.sections:
        return True
    if kind is Kind.BALANCE and words == "other" and rule.section and line.headings:  # "Investments: Other"
        return section_of_heading(kind, line.headings[-1]) is None
    if kind is Kind.BALANCE:
        home = _HOME.get(concept.parent, "")
        others = _OTHER_SIDE if _DUE.search(words) else _OTHER_SECTIONS
        return bool(others.get(home, set()).intersection(with_outer(line.sections)))
    if kind is Kind.CASH_FLOW:  # the movement of a balance is no result
        return concept.statement == Kind.INCOME.value and words.startswith("change in ")
    if concept.name.endswith(("Basic", "PerBasicShare")) and "per share" in line.sections:
        told = [parse(heading).words for heading in line.headings[-1:]]
        both = concept.name.endswith("PerBasicShare")  # for which there is no concept
        return any("diluted" in words and (both or "basic" not in words) for words in told)
    return concept.parent == "NonoperatingIncomeExpenseAbstract" and "Other" in concept.name and bool(_ORDINARY.intersection(line.sections))


def is_memo(heading: str) -> bool:
    """Whether a heading stands over a memo, whose lines have the names of others: "Includes stock-based compensation as follows"."""
    return bool(_ALLOCATED.search(heading))


def _is_allocated(line: LineItem, concept: Concept) -> bool:
    """Whether a line is a part of what a memo spreads over lines of that name: stock-based compensation in research and development.

    A total without words is no part: the sums have named it.
    """
    memo = bool(line.label) and any(is_memo(heading) for heading in line.headings)
    return memo and line.measure is Measure.MONEY and concept.name != "ShareBasedCompensation" and not parse(line.label).total


def _is_of_depositary_shares(line: LineItem) -> bool:
    """Whether a line counts depositary shares, or is per such a share, and not per share: one stands for several shares, or for a part."""
    told = line.label if _DEPOSITARY.search(line.label) else " ".join(line.headings[-1:])
    counted = line.measure in (Measure.PER_SHARE, Measure.SHARES)
    return counted and bool(_DEPOSITARY.search(told)) and not _ORDINARY_SHARE.search(_DEFINED.sub("", told))
