"""Signs: a fact is signed by its concept's definition, not by the print; the sums are the evidence.

Every line has a weight on the way up its sums to the line that nothing claims. In a statement of operations and in a balance sheet,
credits count one way and debits the other; in cash flows, debits bring cash in and credits take it out. Whether the top of a tree is
printed the right way up is voted on by the lines whose concepts are never negative (sales, costs, receivables). So "Income Tax Benefit
(379)" is an expense of -379, because only then the statement foots, and "Interest expense" is 1,234 whether or not it is printed in
parentheses.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from converter.footing.sums import Footing
from converter.statement import Kind, LineItem, Statement
from converter.taxonomy import Balance, Concept
from converter.wording.labels.signwords import Side, is_pair, side_of

_TWO_SIDED = re.compile(
    r"Loss|Benefit|Deficit|IncreaseDecrease|ProvidedByUsedIn|ProceedsFromPayments|ProceedsFromRepayments|PeriodIncreaseDecrease"
    r"|IncomeExpense|PaymentsForProceeds|OperatingActivities|"
    r"(?<!LiabilitiesAnd)StockholdersEquity$|EquityIncluding|EffectOf|OtherComprehensive|ExtraordinaryItem|CumulativeEffect|AdjustmentsToReconcile"
    r"|ComprehensiveIncome|RestructuringCharges|OtherOperating|Noncontrolling|"
    r"ProvisionFor|PurchaseOf|PremiumDiscount|DiscountPremium|^ProfitLoss|ImpairmentCharges|EarningsPer|GainLoss|InterestIncomeExpense"
)
_GAINS = re.compile(r"^(?:ProfitLoss|NetIncomeLoss|OperatingIncomeLoss|IncomeLoss|ComprehensiveIncome)")
_RESULTS = re.compile(r"^(?:ProfitLoss|NetIncomeLoss\w*|IncomeLossFromContinuingOperations\w*)$")


@frozen
class Reading:
    """How a line's printed amounts turn into values: value = factor x printed. why: the evidence in words.

    sure: the arithmetic says so. flips: a positive print is turned only where the result of its column is a loss.
    """

    factor: int
    why: str
    sure: bool = False
    follows_result: bool = False


def _is_two_sided(concept: Concept) -> bool:
    """Whether facts of the concept may well be negative; others are not (sales, costs, receivables, payments)."""
    return bool(_TWO_SIDED.search(concept.name)) and "AllowanceFor" not in concept.name


def direction(concept: Concept, kind: Kind) -> int:
    """+1 when the concept counts upward in its statement, -1 when it counts downward."""
    if concept.balance is None:
        return 1
    credit = concept.balance is Balance.CREDIT
    if kind is Kind.CASH_FLOW:
        return 1 if not credit or _RESULTS.match(concept.name) else -1
    return 1 if credit else -1


def weights_to_root(footing: Footing, count: int) -> list[tuple[int, int]]:
    """For each line the line at the top of its tree and the product of weights up to it. A line in no sum is its own top."""
    parents = footing.parents()
    result = []
    for index in range(count):
        line, weight = index, 1
        for _ in range(count):
            if line not in parents:
                break
            line, share = parents[line]
            weight *= share
        result.append((line, weight))
    return result


def readings_of(statement: Statement, footing: Footing, concepts: Mapping[int, Concept]) -> dict[int, Reading]:
    """How each line with a concept is signed. concepts: by index of the line."""
    lines = statement.lines
    tops = weights_to_root(footing, len(lines))
    sizes: dict[int, int] = {}
    for top, _ in tops:
        sizes[top] = sizes.get(top, 0) + 1
    upright = {top: _upright(top, tops, lines, concepts, statement.kind) for top, size in sizes.items() if size > 1}
    readings = {}
    for index, concept in concepts.items():
        top, weight = tops[index]
        vote = upright.get(top)
        if vote is not None:
            factor = vote * weight * direction(concept, statement.kind)
            readings[index] = Reading(factor, "so that the sums hold", sure=True)
        else:
            readings[index] = by_words(lines[index], concept, statement.kind)
    return readings


def _upright(
    top: int, tops: Sequence[tuple[int, int]], lines: Sequence[LineItem], concepts: Mapping[int, Concept], kind: Kind
) -> int | None:
    """+1 or -1: whether the top of a tree is printed upright; None when no line of the tree can tell.

    A line votes by the sign that its concept and its words give a printed number, against the sign that its weight gives it.
    """
    votes = 0
    for index, concept in concepts.items():
        if tops[index][0] != top:
            continue
        printed = sum((a.printed for a in lines[index].amounts if a), Decimal(0))
        told = _told(lines[index], concept, printed)
        votes += told * tops[index][1] * direction(concept, kind)
    if votes:
        return 1 if votes > 0 else -1
    return 1 if kind is Kind.CASH_FLOW else None


def _told(line: LineItem, concept: Concept, printed: Decimal) -> int:
    """The factor from print to value that concept and words agree on; 0 where they leave it open. printed: the line's sum over its
    columns.
    """
    if not printed:
        return 0
    if not _is_two_sided(concept):
        return 1 if printed > 0 else -1
    opposite = _plain_is_opposite(line.label, concept)
    if is_pair(line.label):
        return -1 if opposite else 1
    if opposite:  # "Net loss": a loss whether or not it is in parentheses
        return -1 if printed > 0 else 1
    return 0 if side_of(line.label) is Side.UNTOLD else 1


def _plain_is_opposite(label: str, concept: Concept) -> bool:
    """Whether a plain number of the label is on the side that the concept counts as negative: "Net loss", "Income tax benefit"."""
    side = side_of(label)
    if concept.balance is Balance.DEBIT:
        return side is Side.INCOME
    if concept.balance is Balance.CREDIT or concept.balance is None:
        return side in (Side.LOSS, Side.EXPENSE)
    return False


def by_words(line: LineItem, concept: Concept, kind: Kind) -> Reading:
    """The sign of a line that no sum settles."""
    numbers = [a.printed for a in line.amounts if a and a.printed]
    if not _is_two_sided(concept):
        if numbers and all(number < 0 for number in numbers):
            return Reading(-1, "such an amount is never negative")
        return Reading(1, "as printed")
    label = line.label
    if kind is Kind.CASH_FLOW and direction(concept, kind) < 0:
        return Reading(-1, "cash flows take off what the concept counts as a gain or an increase")
    if side_of(label) is Side.UNTOLD and line.headings:
        label = line.headings[-1]  # "Loss per share:" / "Basic"
    if not _plain_is_opposite(label, concept):
        return Reading(1, "as printed")
    if is_pair(label):
        return Reading(-1, "the words say that a plain number is on the other side")
    if numbers and all(number > 0 for number in numbers):
        return Reading(-1, "the words name a loss or a benefit", follows_result=True)
    return Reading(1, "as printed")


def contradicts(line: LineItem, concept: Concept, reading: Reading) -> bool:
    """Whether the words deny what the arithmetic says: a line that names only a loss, and every amount comes out a gain."""
    values = [a.printed * reading.factor for a in line.amounts if a and a.printed]
    if not reading.sure or not values or is_pair(line.label) or not _GAINS.match(concept.name):
        return False
    return side_of(line.label) is Side.LOSS and all(value > 0 for value in values)
