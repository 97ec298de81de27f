"""What no heading says and is assumed, each told by a note: US dollars, and amounts as they are printed."""

from collections.abc import Sequence

from attrs import evolve

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.filing import Filing
from converter.recognition.scale import currency_of
from converter.statement import Measure, Statement


def with_currency(statements: Sequence[Statement], filing: Filing, doubt: Doubt) -> tuple[Statement, ...]:
    """Statements whose heading names no currency in that of the signs at their amounts, of the other statements, of the filing, or in US
    dollars.
    """
    statements = [statement if statement.currency else evolve(statement, currency=_signed(statement)) for statement in statements]
    open_ones = [statement for statement in statements if not statement.currency]
    named = {statement.currency for statement in statements if statement.currency}
    told = filing.currency or (next(iter(named)) if len(named) == 1 else "")
    if open_ones and not told:
        doubt(
            Diagnostic(
                Code.CURRENCY_INFERRED,
                "No heading names the currency; amounts are taken as US dollars.",
                open_ones[0].place,
                "Another one can be given in filing.toml.",
            )
        )
    return tuple(statement if statement.currency else evolve(statement, currency=told or "USD") for statement in statements)


def _signed(statement: Statement) -> str:
    """The currency (ISO 4217) that the signs at the amounts tell, where they agree; a plain dollar sign tells none."""
    amounts = (amount for line in statement.lines for amount in line.amounts if amount)
    signs = {code for amount in amounts if (code := currency_of([amount.text]))}
    return signs.pop() if len(signs) == 1 else ""


def tell_unscaled(statements: Sequence[Statement], doubt: Doubt) -> None:
    """A note for each statement of money whose heading tells no scale."""
    for statement in statements:
        scale = statement.scale
        if not scale.words and not scale.money and any(line.measure is Measure.MONEY for line in statement.lines):
            doubt(
                Diagnostic(
                    Code.SCALE_UNKNOWN, f'"{statement.title}" tells no scale; its amounts are taken as they are printed.', statement.place
                )
            )
