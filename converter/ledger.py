"""The ledger's values: what became of each number of the document.

A number is a run of digits, with the points and commas between them, as it is printed: "7,792", ".05", "2003", the 99.1 of "Exhibit 99.1".
In a table, a mark that stands for zero ("-", "-0-", "nil") is a number too. Currency sign, parentheses, sign and percent sign belong to the
number's text and not to its place, which is that of the digits. Every digit of what is printed belongs to exactly one number.
"""

from decimal import Decimal

from attrs import frozen

from converter.outcome import Outcome
from converter.period import Period
from converter.place import Place


@frozen
class Entry:
    """One number. fact: index of the fact it became or agrees with, or None; then outcome and reason say why not.

    statement, label, column: words as printed, of a number in a table. note: what of the fact was inferred, with the evidence (period
    start, sign, scale). code: the diagnostic's, of a number of a recognised statement or a left-out table that became no fact, or of a
    figure of the text that differs.
    """

    place: Place
    text: str
    outcome: Outcome
    statement: str = ""
    label: str = ""
    column: str = ""
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
