"""What the accountant meant: statements of line items over columns with periods."""

from decimal import Decimal
from enum import Enum
from functools import cached_property

from attrs import field, frozen

from converter.outcome import Outcome
from converter.period import Period
from converter.place import Place


class Kind(Enum):
    """The primary statements, by the code that the wording and concept tables use."""

    INCOME = "IS"
    BALANCE = "BS"
    CASH_FLOW = "CF"

    @property
    def title(self) -> str:
        return {"IS": "Statement of operations", "BS": "Balance sheet", "CF": "Statement of cash flows"}[self.value]


class Measure(Enum):
    """What a line counts: money, money per share, shares, or a pure number."""

    MONEY = "monetary"
    PER_SHARE = "perShare"
    SHARES = "shares"
    PURE = "pure"


_POWERS = {0: "units", 3: "thousands", 6: "millions", 9: "billions"}


@frozen
class Scale:
    """Powers of ten that the heading promises for each measure, with the words that promise it.

    "In thousands, except per share and share amounts": money 3, shares 0, per share 0. money_inferred, shares_inferred: the reason where
    the power does not follow from the words.
    """

    money: int = 0
    shares: int = 0
    words: str = ""
    place: Place | None = None
    money_inferred: str = ""
    shares_inferred: str = ""

    def power(self, measure: Measure) -> int:
        """The power of ten that turns the printed number into full scale."""
        return self.money if measure is Measure.MONEY else self.shares if measure is Measure.SHARES else 0

    def evidence(self, measure: Measure) -> str:
        """What the scale of a measure rests on, in words; empty where there is none and none was inferred."""
        inferred = self.money_inferred if measure is Measure.MONEY else self.shares_inferred if measure is Measure.SHARES else ""
        power = self.power(measure)
        if not power and not inferred:
            return ""
        printed = f'"{self.words}"' + (f" (line {self.place.line})" if self.place else "")
        return f"{_POWERS.get(power, f'10^{power}')}, {inferred or printed}"


@frozen
class Amount:
    """A number on paper. printed: signed as printed, unscaled ("(1,314)" is -1314). value: full scale, sign as printed.

    decimals: of the full-scale value, in XBRL's sense (XBRL 2.1, 4.6.5): thousands -3, cents 2.
    """

    printed: Decimal
    value: Decimal
    decimals: int
    place: Place
    text: str


@frozen
class Column:
    """A column of numbers. period: None when its heading tells none, or when it holds percentages or changes.

    words: the heading as printed. inferred: what of the period is not printed, and the reason; empty when all is.
    left, right: the horizontal extent of its numbers. currency: ISO 4217 code where it is another than the statement's.
    """

    period: Period | None
    words: str
    place: Place
    inferred: str = ""
    left: int = 0
    right: int = 0
    currency: str = ""


@frozen
class LineItem:
    """A line of a statement: its own words, the headings above it, one amount (or None for blank) per column.

    section: where in the statement it stands, in the section words of the wording table ("current assets", "per share"), outermost first.
    ruled: a line is drawn directly above its numbers. indent: as printed. translated: its amounts in the statement's translations.
    """

    label: str
    headings: tuple[str, ...]
    amounts: tuple[Amount | None, ...]
    place: Place
    measure: Measure = Measure.MONEY
    indent: int = 0
    gap: int = 0
    ruled: bool = False
    sections: tuple[str, ...] = field(default=())
    translated: tuple[Amount | None, ...] = ()

    @property
    def every(self) -> tuple[Amount, ...]:
        """All its amounts, the translated ones last."""
        return tuple(amount for amount in (*self.amounts, *self.translated) if amount is not None)


@frozen
class Heading:
    """A line with words and no numbers that stands over other lines."""

    label: str
    place: Place
    indent: int = 0


@frozen
class Leftover:
    """A number of a table that can be no fact, with the diagnostic's code and the reason in words.

    outcome: what the ledger calls it, where that is closer than what its code alone says.
    """

    label: str
    text: str
    place: Place
    code: str
    reason: str
    outcome: Outcome | None = None


@frozen
class OtherTable:
    """A table that is no primary statement, and the reason. title: its heading as printed, if it has one. place: where it begins."""

    title: str
    place: Place
    reason: str
    numbers: tuple[Leftover, ...]


@frozen
class Statement:
    """One printed statement. body: headings and line items in printed order. currency: ISO 4217 code, empty until one is known.

    leftovers: numbers of columns and rows that hold no values of a period, so that no number goes unaccounted for. translations: columns
    that give a period of the others once more in another currency, for the reader's convenience; the arithmetic does not ask them.
    """

    kind: Kind
    title: str
    scale: Scale
    columns: tuple[Column, ...]
    body: tuple[LineItem | Heading, ...]
    place: Place
    currency: str = "USD"
    leftovers: tuple[Leftover, ...] = ()
    translations: tuple[Column, ...] = ()

    @property
    def heads(self) -> tuple[tuple[Period | None, str], ...]:
        """Period and other currency of every column: what two tables that are one statement share."""
        return tuple((column.period, column.currency) for column in (*self.columns, *self.translations))

    def translated_by(self, translation: Column) -> int | None:
        """The index of the column that a translation gives once more."""
        return next((index for index, column in enumerate(self.columns) if column.period == translation.period), None)

    @cached_property
    def lines(self) -> tuple[LineItem, ...]:
        """The line items alone."""
        return tuple(item for item in self.body if isinstance(item, LineItem))


@frozen
class Part:
    """A line's share in a sum: index among the statement's lines, and the weight (+1 or -1) of its printed amount."""

    line: int
    weight: int


@frozen
class Sum:
    """A total and its parts, as printed: amount(total) = sum of weight x amount(part) in every column. Indices count statement.lines."""

    total: int
    parts: tuple[Part, ...]
