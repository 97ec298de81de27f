"""Convenience translations: columns that give a period once more in another currency, at one rate for all lines.

SEC Regulation S-X, 3-20(b): amounts in U.S. dollars beside those in the reporting currency, for the latest period.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from statistics import median

from attrs import evolve

from converter.diagnostic import Code
from converter.outcome import Outcome
from converter.recognition.columns.heads import Head
from converter.recognition.lines.body import Printed
from converter.recognition.scale import currency_of
from converter.statement import Amount, Heading, Leftover, LineItem, Measure, Statement

_TELLING = 100
"""Printed size from which two amounts tell a rate."""
_SPREAD = Decimal("0.02")


def currencies_of(heads: Sequence[Head], printed: Iterable[Printed | Heading]) -> tuple[str, ...]:
    """The currency that each column's heading names, or else the signs at its amounts; empty where neither does."""
    lines = [item for item in printed if isinstance(item, Printed)]
    signs = [{code for line in lines if (t := line.tokens[i]) and (code := currency_of([t.currency]))} for i in range(len(heads))]
    return tuple(
        (currency_of([head.words]) or (next(iter(codes)) if len(codes) == 1 else "")) if head.values else ""
        for head, codes in zip(heads, signs, strict=True)
    )


def reported_currency(currencies: Iterable[str]) -> str:
    """The currency of the filer's books where columns are in several; empty where they are not.

    Beside its own currency a foreign filer prints the latest period in U.S. dollars, for convenience.
    """
    named = [code for code in currencies if code]
    return max(dict.fromkeys(named), key=lambda code: (named.count(code), code != "USD")) if len(set(named)) > 1 else ""


def with_proven_translations(statement: Statement) -> Statement:
    """The statement with those translations whose period it has in its own currency and whose amounts are at one rate to those; the numbers
    of the others are left over.
    """
    reasons = [_against(statement, index) for index in range(len(statement.translations))]
    if not any(reasons):
        return statement
    kept = [index for index, reason in enumerate(reasons) if not reason]
    leftovers = [
        Leftover(line.label, amount.text, amount.place, Code.COLUMN_NOT_VALUES.label, reason, Outcome.OTHER_BASIS)
        for line in statement.lines
        for amount, reason in zip(line.translated, reasons, strict=True)
        if amount is not None and reason
    ]
    body = tuple(
        evolve(item, translated=tuple(item.translated[index] for index in kept)) if isinstance(item, LineItem) else item
        for item in statement.body
    )
    translations = tuple(statement.translations[index] for index in kept)
    return evolve(statement, body=body, translations=translations, leftovers=(*statement.leftovers, *leftovers))


def _against(statement: Statement, index: int) -> str:
    """What speaks against a translation; empty where nothing does."""
    column = statement.translations[index]
    own = statement.translated_by(column)
    if own is None:
        return f'the column "{column.words}" is in another currency than {statement.currency}'
    rates = [
        abs(other.printed / amount.printed)
        for line in statement.lines
        if line.measure is Measure.MONEY and _tell(amount := line.amounts[own], other := line.translated[index]) and amount and other
    ]
    rate = median(rates) if rates else Decimal(0)
    if sum(abs(one - rate) <= rate * _SPREAD for one in rates) * 4 < len(rates) * 3:
        return f'the column "{column.words}" translates {statement.currency} at no one rate'
    return ""


def _tell(one: Amount | None, other: Amount | None) -> bool:
    return one is not None and other is not None and abs(one.printed) >= _TELLING <= abs(other.printed)
