"""Earnings per share held against net income and weighted average shares, within the rounding of all three.

Basic earnings are net income, less preferred dividends, over basic shares (ASC 260-10-45-10). Diluted earnings may add back what dilution
would save (interest on convertible debt, preferred dividends), so they lie between net income over diluted shares and basic earnings
(ASC 260-10-45-40, -45-17): only outside of that they are wrong for certain.
"""

from decimal import Decimal

from attrs import evolve

from converter.checks.facts import Facts, place_of, printed
from converter.diagnostic import Code, Diagnostic, Doubt
from converter.report import Fact, half_unit

_BASIC = (
    ("EarningsPerShareBasic", "WeightedAverageNumberOfSharesOutstandingBasic"),
    ("EarningsPerShareBasicAndDiluted", "WeightedAverageNumberOfShareOutstandingBasicAndDiluted"),
)
_DILUTED = ("EarningsPerShareDiluted", "WeightedAverageNumberOfDilutedSharesOutstanding")
_INCOMES = ("NetIncomeLossAvailableToCommonStockholdersBasic", "NetIncomeLoss", "ProfitLoss")
Interval = tuple[Decimal, Decimal]


def check_per_share(facts: Facts, text: str, doubt: Doubt) -> None:
    """A finding for every earnings per share that net income and shares cannot give.

    text: the whole document. Where it speaks of preferred stock, dividends that no statement shows may have been taken off net income, and
    earnings that are too small are no finding.
    """
    preferred = "preferred" in text.lower()
    for earnings_name, shares_name in _BASIC:
        for earnings in facts.named(earnings_name):
            shares, incomes = facts.get(shares_name, earnings.period), _incomes(facts, earnings)
            if shares is None or not incomes or not shares.value:
                continue
            quotients = [_quotient(income, shares) for income in incomes]
            figure = _printed(earnings)
            less = preferred and figure[1] < quotients[0][0]  # dividends that the statement does not show may be taken off
            if not less and not any(_meet(quotient, figure) for quotient in quotients):
                doubt(_finding(earnings, incomes[0], shares))
    for earnings in facts.named(_DILUTED[0]):
        shares, incomes = facts.get(_DILUTED[1], earnings.period), _incomes(facts, earnings)
        basic = facts.get("EarningsPerShareBasic", earnings.period)
        if shares is None or not incomes or basic is None or not shares.value or preferred:
            continue
        low, high = _quotient(incomes[0], shares)
        bound = _printed(basic)
        between = (low, max(high, bound[1])) if incomes[0].value >= 0 else (min(low, bound[0]), max(high, bound[1]))
        if not _meet(between, _printed(earnings)):
            doubt(_finding(earnings, incomes[0], shares))


def _incomes(facts: Facts, earnings: Fact) -> list[Fact]:
    """What earnings per share may be made of: the income of common stockholders, else net income, with and without preferred dividends."""
    for name in _INCOMES:
        income = facts.get(name, earnings.period)
        if income is not None:
            dividends = [fact for fact in facts.at(earnings.period) if "referred" in fact.concept.name and fact.unit == income.unit]
            return [income, *(_less(income, one) for one in dividends)]
    return []


def _less(income: Fact, dividends: Fact) -> Fact:
    return evolve(income, value=income.value - abs(dividends.value))


def _printed(earnings: Fact) -> Interval:
    """What a printed figure may stand for: rounded to the nearest, or cut off after its last digit."""
    half = half_unit(earnings.decimals)
    value = earnings.value
    return (value - half, value + 2 * half) if value >= 0 else (value - 2 * half, value + half)


def _quotient(income: Fact, shares: Fact) -> Interval:
    half = half_unit(income.decimals)
    least = max(shares.value - half_unit(shares.decimals), Decimal(1))
    most = max(shares.value + half_unit(shares.decimals), least)
    every = [value / count for value in (income.value - half, income.value + half) for count in (least, most)]
    return min(every), max(every)


def _meet(one: Interval, other: Interval) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _finding(earnings: Fact, income: Fact, shares: Fact) -> Diagnostic:
    quotient = income.value / shares.value if shares.value else Decimal(0)
    return Diagnostic(
        Code.PER_SHARE_DIFFERS,
        f"{earnings.concept.label} for {earnings.period} is {printed(earnings)}, but {income.concept.label.lower()} of {printed(income)} "
        f"over {printed(shares)} shares is {quotient:.4f}.",
        place_of(earnings),
        "One of the three is misprinted, or something else was taken off net income.",
    )
