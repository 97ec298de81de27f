"""Scales that headings leave open, settled by the figures: shares by earnings per share, a statement without words by its neighbours."""

import re
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.recognition.scale import scale_in
from converter.statement import Heading, Kind, LineItem, Measure, Statement

_NET = re.compile(r"\bnet\b.*\b(?:income|loss|earnings|profit)\b|\bavailable to common", re.IGNORECASE)


def with_share_scale(statement: Statement, doubts: list[Diagnostic]) -> Statement:
    """Share counts at the scale that their own lines tell ("Average shares (000's)") or else, where the heading of the statement leaves it
    open, that earnings per share prove, or that their size does.
    """
    shares = [line for line in statement.lines if line.measure is Measure.SHARES]
    if statement.kind is not Kind.INCOME or not shares:
        return statement
    power, why = _told_power(shares), "their own lines say so"
    if power is None and statement.scale.money:
        power, why = _proven_power(statement, shares), "only so do they fit net income and earnings per share"
        printed = [abs(a.printed) for line in shares for a in line.amounts if a is not None and a.printed]
        if power is None and statement.scale.shares and printed and max(printed).scaleb(statement.scale.shares) >= Decimal(10) ** 11:
            power = 0
    if power is None or power == statement.scale.shares:
        return statement
    scale = evolve(statement.scale, shares=power, shares_inferred=why)
    first = shares[0]
    doubts.append(
        Diagnostic(
            Code.SCALE_INFERRED,
            f"Shares are read in {'units' if not power else f'10^{power}'}: {why}.",
            first.place,
        )
    )

    def again(line: LineItem) -> LineItem:
        if line.measure is not Measure.SHARES:
            return line
        shift = power - statement.scale.shares
        return _shifted(line, shift)

    return evolve(statement, scale=scale, body=tuple(again(item) if isinstance(item, LineItem) else item for item in statement.body))


def _told_power(shares: Sequence[LineItem]) -> int | None:
    """The scale that all lines of shares tell in their labels or in the heading over them; None where one does not or they differ."""
    told = [next(filter(None, map(scale_in, (line.label, *line.headings[-1:]))), None) for line in shares]
    powers = {scale.money for scale in told if scale is not None}
    return powers.pop() if len(powers) == 1 and None not in told else None


def _proven_power(statement: Statement, shares: Sequence[LineItem]) -> int | None:
    """The scale of shares at which net income / shares = earnings per share in every column that can tell; None when none fits."""
    incomes = [line for line in statement.lines if line.measure is Measure.MONEY and _NET.search(line.label)]
    earnings = [line for line in statement.lines if line.measure is Measure.PER_SHARE]
    if not incomes or not earnings:
        return None
    votes: dict[int, int] = {}
    for income in incomes:
        for per_share in earnings:
            for share in shares:
                for a, b, c in zip(income.amounts, per_share.amounts, share.amounts, strict=True):
                    if a and b and c and a.value and b.value and c.printed and abs(b.value) >= Decimal("0.05"):
                        for power in (0, 3, 6):
                            if Decimal("0.9") < abs(a.value / b.value / c.printed.scaleb(power)) < Decimal("1.1"):
                                votes[power] = votes.get(power, 0) + 1
    return max(votes, key=lambda power: votes[power]) if votes else None


def with_common_scale(statements: Sequence[Statement], doubt: Doubt) -> tuple[Statement, ...]:
    """A statement whose heading tells no scale takes that of the others when its figures are as large as theirs."""
    told = {s.scale.money for s in statements if s.scale.words}
    result = []
    for statement in statements:
        if statement.scale.words or len(told) != 1 or not (power := next(iter(told))):
            result.append(statement)
            continue
        others = max(
            (
                abs(a.printed)
                for s in statements
                if s.scale.words
                for line in s.lines
                if line.measure is Measure.MONEY
                for a in line.amounts
                if a
            ),
            default=Decimal(0),
        )
        largest = max(
            (abs(a.printed) for line in statement.lines if line.measure is Measure.MONEY for a in line.amounts if a), default=Decimal(0)
        )
        if not others or not largest or not Decimal("0.003") < largest / others < Decimal(60):
            result.append(statement)
            continue
        doubt(
            Diagnostic(
                Code.SCALE_INFERRED,
                f"{statement.title}: no scale is printed; it is read in 10^{power} as the other statements are.",
                statement.place,
            )
        )
        found: list[Diagnostic] = []
        result.append(with_share_scale(_rescaled(statement, power), found))
        for diagnostic in found:
            doubt(diagnostic)
    return tuple(result)


def in_scale_of(statement: Statement, other: Statement) -> Statement:
    """A page of a statement in the scale of the page before, where its own heading tells none."""
    if statement.scale.words or not other.scale.words:
        return statement
    shifts = {measure: other.scale.power(measure) - statement.scale.power(measure) for measure in Measure}
    body = tuple(_shifted(item, shifts[item.measure]) if isinstance(item, LineItem) else item for item in statement.body)
    return evolve(statement, scale=other.scale, body=body)


def _shifted(line: LineItem, power: int) -> LineItem:
    """A line with its amounts in another power of ten."""
    amounts, translated = (
        tuple(amount and evolve(amount, value=amount.value.scaleb(power), decimals=amount.decimals - power) for amount in row)
        for row in (line.amounts, line.translated)
    )
    return evolve(line, amounts=amounts, translated=translated)


def _rescaled(statement: Statement, power: int) -> Statement:
    def again(item: LineItem | Heading) -> LineItem | Heading:
        if not isinstance(item, LineItem) or item.measure is not Measure.MONEY:
            return item
        return _shifted(item, power)

    scale = evolve(statement.scale, money=power, money_inferred="no scale is printed; the other statements are in it")
    return evolve(statement, scale=scale, body=tuple(again(item) for item in statement.body))
