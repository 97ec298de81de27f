"""The statements held against each other: both sides of the balance sheet, cash, net income, and columns that make up others."""

from decimal import Decimal

from converter.checks.facts import Facts, place_of, printed
from converter.diagnostic import Code, Diagnostic, Doubt
from converter.report import Fact, half_unit
from converter.taxonomy import Type

_CASH = "CashAndCashEquivalentsAtCarryingValue"
_ALL_CASH = "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"


def check_agreement(facts: Facts, doubt: Doubt) -> None:
    """All that must hold between the statements of one report."""
    _balance(facts, doubt)
    _cash(facts, doubt)
    _result(facts, doubt)
    _tiles(facts, doubt)


def _slack(*facts: Fact) -> Decimal:
    """How far a sum of these facts may miss by rounding alone."""
    return sum((half_unit(fact.decimals) for fact in facts), Decimal(0))


def _balance(facts: Facts, doubt: Doubt) -> None:
    """Total assets are what liabilities and equity are, at every date."""
    for assets in facts.named("Assets"):
        other = facts.get("LiabilitiesAndStockholdersEquity", assets.period)
        if other is not None and other.value != assets.value:
            doubt(
                Diagnostic(
                    Code.BALANCE_DIFFERS,
                    f"Assets at {assets.period} are {printed(assets)}, but liabilities and equity are {printed(other)}.",
                    place_of(other),
                    "One of the two totals is misprinted or misread.",
                )
            )


def _cash(facts: Facts, doubt: Doubt) -> None:
    """Cash with restricted cash (statement of cash flows) is never less than the balance sheet's cash; what is more is restricted cash."""
    for whole in facts.named(_ALL_CASH):
        cash = facts.get(_CASH, whole.period)
        if cash is None or cash.value == whole.value:
            continue
        both = f"Cash at {whole.period} is {printed(cash)} in the balance sheet and {printed(whole)} in the statement of cash flows"
        if whole.value < cash.value:
            doubt(Diagnostic(Code.CASH_DIFFERS, f"{both}, which counts restricted cash as well.", place_of(whole), "It cannot be less."))
            continue
        restricted = [fact.value for fact in facts.at(whole.period) if "Restricted" in fact.concept.name and fact is not whole]
        difference = whole.value - cash.value
        if difference not in restricted and difference != sum(restricted):
            doubt(
                Diagnostic(
                    Code.CASH_RESTRICTED,
                    f"{both}; the {difference:,f} between them is restricted cash that no line of the balance sheet shows.",
                    place_of(whole),
                )
            )


def _result(facts: Facts, doubt: Doubt) -> None:
    """Net income with the share of others, as cash flows begin with it, is net income and that share."""
    for whole in facts.named("ProfitLoss"):
        own = facts.get("NetIncomeLoss", whole.period)
        others = facts.get("NetIncomeLossAttributableToNoncontrollingInterest", whole.period)
        if own is None:
            continue
        share = others.value if others is not None else Decimal(0)
        if others is not None and abs(own.value + share - whole.value) > _slack(own, others, whole):
            doubt(
                Diagnostic(
                    Code.RESULT_DIFFERS,
                    f"Net income for {whole.period} is {printed(whole)} with the noncontrolling share and {printed(own)} without it, "
                    f"but that share is {printed(others)}.",
                    place_of(whole),
                )
            )


def _tiles(facts: Facts, doubt: Doubt) -> None:
    """Two periods that follow each other add up to the period that they fill: six months and a quarter to nine months."""
    durations = facts.durations
    for whole in durations:
        for first in durations:
            if first.first != whole.first or first.last >= whole.last:
                continue
            second = next((one for one in durations if one.last == whole.last and (one.first - first.last).days == 1), None)
            if second is None:
                continue
            for total in facts.at(whole):
                parts = [facts.get(total.concept.name, period) for period in (first, second)]
                one, other = parts
                if total.concept.type is not Type.MONETARY or one is None or other is None:
                    continue
                if abs(one.value + other.value - total.value) > _slack(one, other, total):
                    doubt(
                        Diagnostic(
                            Code.PERIODS_DIFFER,
                            f"{total.concept.label} for {whole} is {printed(total)}, but {first} and {second}, which fill that period, "
                            f"have {printed(one)} and {printed(other)}.",
                            place_of(total),
                            "One of the three is misprinted, or the earlier period was restated.",
                        )
                    )
