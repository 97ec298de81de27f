"""What a label's words say of signs: "Income tax (expense) benefit" prints a benefit as a plain number, "Less: treasury stock" is taken
off.

Words in parentheses name the side that is printed in parentheses; what stands outside names the side of a plain number.
"""

import re
from enum import Enum
from functools import lru_cache

from converter.statement import Kind, LineItem

_SIDES = (
    r"loss|losses|income|incomes|gain|gains|expense|expenses|benefit(?: from)?|benefits|provision(?: for)?|credit|charge|charges|cost|costs"
    r"|earnings|profit|deficit|increase|decrease|used(?: in| for)?|provided(?: by)?|recovery(?: of)?|deduction|deductions"
)
_PAIR = re.compile(rf"/?\s?\((?:{_SIDES})\)\s?/?|/(?:{_SIDES})\b", re.IGNORECASE)
_TAKEN = re.compile(
    r"\b(?:expenses?|costs?|tax(?:es)?|provisions?|charges?|loss(?:es)?|less|depreciation|amortization|depletion|selling"
    r"|administrative|research|restructuring|impairment|minority|noncontrolling|dividends?|write-?(?:off|down)s?|salaries|wages|rent"
    r"|advertising|marketing|development|engineering|interest on|supplies|fees paid|treasury|allowance|accumulated|merger|benefits?)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\b(?:income|revenues?|sales|gains?|earnings|profit|margin|equity in)\b", re.IGNORECASE)
_RESULT = re.compile(
    r"^(?:consolidated |total )?(?:net |operating |gross |pre-?tax )*(?:loss|income|earnings|profit|margin)\b(?=$|.*\b(?:before|after|from "
    r"(?:continuing )?operations|for the|attributable|applicable|available)\b)(?!.*\bdiscontinued\b)"
    r"|^net (?:loss|income|earnings)\b|^gross\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"^(?:sub-?)?total\b|\btotal$|^net cash|^cash (?:provided|used|flows?)|^gross (?:profit|margin)"
    r"|^net (?:sales|revenue|interest income|increase|decrease|change|property)|^operating (?:income|loss|profit|earnings)"
    r"|^comprehensive|^income$|,? net$|^(?:increase|decrease)\b.*\bcash\b|^cash.*\bend\b|at end of|, end of|liabilities and .*equity",
    re.IGNORECASE,
)
_LOSS = re.compile(r"\bloss(?:es)?\b|\bdeficit\b|\bdeficiency\b", re.IGNORECASE)
_BENEFIT = re.compile(r"\b(?:benefit|credit|recovery)\b", re.IGNORECASE)
_EXPENSE = re.compile(r"\b(?:expenses?|provision|charges?|costs?|deductions?)\b", re.IGNORECASE)
_GAIN = re.compile(r"\b(?:income|gains?|earnings|profit|benefit|credit|recovery)\b", re.IGNORECASE)
_TAX = re.compile(r"\btax(?:es)?\b", re.IGNORECASE)
_MINORITY = re.compile(r"\bminority\b|\bnon-?controlling\b", re.IGNORECASE)
_NOT_THE_RESULT = re.compile(
    r"\bincome tax\w*|\bprovision for\b|\bequity in\b|\bper (?:common )?share\b|\bextraordinary items?\b", re.IGNORECASE
)


class Side(Enum):
    """The side that a plain number of a label is on: of income, of expense, of a loss that has no other side in the label, or not told."""

    INCOME = "income"
    EXPENSE = "expense"
    LOSS = "loss"
    UNTOLD = "untold"


@lru_cache(maxsize=8192)
def is_pair(label: str) -> bool:
    """Whether the label names both sides: "Net (loss) income", "Other income/(expense)"."""
    return bool(_PAIR.search(label))


@lru_cache(maxsize=8192)
def outside(label: str) -> str:
    """The label without the side that is printed in parentheses."""
    return " ".join(_PAIR.sub(" ", label).split())


@lru_cache(maxsize=8192)
def side_of(label: str) -> Side:
    """The side of a plain number, as far as the words tell."""
    words = outside(label)
    if _TAX.search(words) and not _RESULT.search(words):
        return Side.INCOME if _BENEFIT.search(words) and not _EXPENSE.search(words) else Side.EXPENSE
    told = _NOT_THE_RESULT.sub(" ", words)
    if _LOSS.search(told) and not _GAIN.search(_LOSS.sub(" ", told)):
        return Side.LOSS
    if _EXPENSE.search(told) and not _GAIN.search(told):
        return Side.EXPENSE
    return Side.INCOME if _GAIN.search(told) else Side.UNTOLD


def weight_by_words(line: LineItem, kind: Kind) -> int:
    """-1 where the words say that the printed number is subtracted from what stands above, else +1."""
    label = line.label
    if kind is Kind.CASH_FLOW:
        return 1
    if kind is Kind.BALANCE:
        taken = re.search(r"^less\b|treasury|accumulated depreciation|^allowance", label, re.IGNORECASE)
        return -1 if taken and all(a.printed >= 0 for a in line.amounts if a) else 1
    words = outside(label)
    if is_pair(label):
        if _MINORITY.search(words):
            return 1 if _LOSS.search(words) else -1
        return -1 if side_of(label) in (Side.EXPENSE, Side.LOSS) and not _RESULT.search(words) else 1
    if _RESULT.search(words):
        return 1
    if _TAKEN.search(words):
        return 1 if _GIVEN.search(words) and not re.search(r"\btax|cost|minority|expense", words, re.IGNORECASE) else -1
    if not _GIVEN.search(words) and any(_TAKEN.search(heading) for heading in line.headings[-1:]):
        return -1
    return 1


def is_result(label: str) -> bool:
    """Whether the words name a result of operations before it is divided by shares: gross profit, income before taxes, net loss."""
    words = outside(label)
    return bool(_RESULT.search(words)) and not re.search(r"\bper\b", words, re.IGNORECASE)


def looks_like_total(label: str) -> bool:
    """Whether the words are those of a total or a result."""
    words = outside(label)
    return bool(_TOTAL.search(words) or _RESULT.search(words))
