"""The ledger's values: what became of each number cell of the recognised statements."""

from decimal import Decimal

from attrs import frozen

from converter.document import Place
from converter.period import Period


@frozen
class Entry:
    """One number cell. fact: index of the fact it became, or None; code and reason then say why not.

    statement, label, column: words as printed. note: what of the fact was inferred, with the evidence (period start, sign, scale).
    """

    place: Place
    text: str
    statement: str
    label: str
    column: str
    fact: int | None = None
    concept: str = ""
    period: Period | None = None
    value: Decimal | None = None
    unit: str = ""
    decimals: int | None = None
    rule: str = ""
    note: str = ""
    code: str = ""
    reason: str = ""
