"""Statements typed by hand with what each line means: set as text or as HTML, and what a reader must find in them.

A line is `label | number | number | meaning`. A meaning is a concept's name; `-Name` where the definition turns the printed sign;
`Name@start` and `Name@end` for a balance where the period begins or ends; `*` for a line that keeps its own words (`*/` per share, `*#` a
count of shares). Lines without a number are headings. Truth stands on the page: nothing is taken from what the converter says.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from attrs import frozen

from converter import Conversion, Filing, Source, convert

SHORT = {
    "CASH": "CashAndCashEquivalentsAtCarryingValue",
    "PRETAX": "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
    "TRANSLATION": "OtherComprehensiveIncomeLossForeignCurrencyTransactionAndTranslationAdjustmentNetOfTax",
    "SECURITIES": "OtherComprehensiveIncomeLossAvailableForSaleSecuritiesAdjustmentNetOfTax",
    "HEDGES": "OtherComprehensiveIncomeLossCashFlowHedgeGainLossAfterReclassificationAndTax",
    "PENSIONS": "OtherComprehensiveIncomeLossPensionAndOtherPostretirementBenefitPlansAdjustmentNetOfTax",
    "COMPREHENSIVE": "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest",
    "COMPREHENSIVE OF OTHERS": "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest",
    "EQUITY": "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
    "DEPRECIATION": "AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment",
}
"""Short names of concepts for the pages."""
Key = tuple[str, str, str]
"""Concept, period, unit."""


@frozen
class Handmade:
    """A statement. heads: rows of column headings. columns: (period, currency) of each. power, shares: of ten, in which money and shares
    are printed.
    """

    title: str
    scale: str
    heads: tuple[tuple[str, ...], ...]
    columns: tuple[tuple[str, str], ...]
    lines: str
    power: int = 3
    shares: int = 3

    @property
    def rows(self) -> list[tuple[str, list[str], str]]:
        """Label, numbers and meaning of each line; blanks before a label are its indent."""
        rows = []
        for line in self.lines.strip("\n").splitlines():
            label, *cells = (cell.strip() if number else cell.rstrip() for number, cell in enumerate(line.split("|")))
            rows.append((label, cells[:-1], cells[-1]) if cells else (label, [], ""))
        return rows


def as_text(*statements: Handmade, company: str = "EXAMPLE HOLDINGS, INC.") -> str:
    """The statements as a typist prints them: the last digits of a column in one place, a closing parenthesis beyond."""
    printed = []
    for made in statements:
        width = max(46, *(len(label) + 2 for label, numbers, _ in made.rows if numbers))
        wide = max(16, *(len(words) + 2 for row in made.heads for words in row))
        printed += ["", company.center(90), made.title.center(90), made.scale.center(90), ""]
        printed += [" " * width + "".join(f"{words:>{wide}}" for words in row) for row in made.heads] + [""]
        for label, numbers, _ in made.rows:
            cells = "".join((number if number.endswith(")") else number + " ").rjust(wide) for number in numbers)
            printed.append(f"{label:<{width}}{cells}".rstrip() if numbers else label)
    return "\n".join(printed) + "\n"


def as_html(*statements: Handmade, company: str = "Example Holdings, Inc.") -> str:
    """The statements as tables: a cell each for label and number."""
    parts = ["<html><body>"]
    for made in statements:
        parts += [f"<p align=center><b>{words}</b></p>" for words in (company, made.title, made.scale)]
        rows = [f"<tr><td></td>{''.join(f'<td align=center>{words}</td>' for words in row)}</tr>" for row in made.heads]
        for label, numbers, _ in made.rows:
            blanks = "&nbsp;" * (len(label) - len(label.lstrip()))
            cells = "".join(f"<td align=right>{number}</td>" for number in numbers or [""] * len(made.columns))
            rows.append(f"<tr><td>{blanks}{label.strip()}</td>{cells}</tr>")
        parts += ["<table>", *rows, "</table>"]
    return "\n".join((*parts, "</body></html>"))


def meant(*statements: Handmade) -> dict[Key, Decimal]:
    """What the lines with core concepts mean, at full scale and signed by definition."""
    return {key: value for made in statements for key, value in _meanings(made) if key[0][0] != "*"}


def own_words(*statements: Handmade) -> set[tuple[str, str, Decimal]]:
    """Period, unit and amount of the lines that keep their own words."""
    return {(key[1], key[2], abs(value)) for made in statements for key, value in _meanings(made) if key[0][0] == "*"}


def _meanings(made: Handmade) -> list[tuple[Key, Decimal]]:
    found = []
    for _, numbers, meaning in made.rows:
        name, _, at = meaning.removeprefix("-").partition("@")
        name = SHORT.get(name, name)
        for number, (period, currency) in zip(numbers, made.columns, strict=False):
            if not number:
                continue
            per_share = name == "*/" or any(words in name for words in ("PerShare", "PerBasicShare", "PerDilutedShare"))
            shares = name == "*#" or name.startswith("WeightedAverage") or name.endswith("SharesOutstanding")
            unit = f"{currency}/shares" if per_share else "shares" if shares else currency
            value = _number(number).scaleb(0 if per_share else made.shares if shares else made.power)
            found.append(((name, _period(period, at), unit), -value if meaning.startswith("-") else value))
    return found


def _number(text: str) -> Decimal:
    digits = "".join(character for character in text if character.isdigit() or character == ".")
    return -Decimal(digits) if "(" in text else Decimal(digits or 0)


def _period(period: str, at: str) -> str:
    first, _, last = period.rpartition("..")
    if at == "start":
        return str(date.fromisoformat(first) - timedelta(1))
    return last if at == "end" else period


def converted(page: str) -> Conversion:
    """The page as a release of a filer that is known."""
    conversion = convert(Source.from_bytes(page.encode(), "page"), Filing(cik=1234567, fiscal_year_end=(12, 31)))
    assert conversion.report is not None, conversion.diagnostics
    return conversion


def core_facts(conversion: Conversion) -> dict[Key, Decimal]:
    """The facts under core concepts."""
    assert conversion.report is not None
    facts = [fact for fact in conversion.report.facts if fact.concept.core]
    return {(fact.concept.name, str(fact.period), _unit(fact.unit.numerator, fact.unit.denominator)): fact.value for fact in facts}


def own_facts(conversion: Conversion) -> set[tuple[str, str, Decimal]]:
    """Period, unit and amount of the facts under the report's own concepts."""
    assert conversion.report is not None
    facts = [fact for fact in conversion.report.facts if not fact.concept.core]
    return {(str(fact.period), _unit(fact.unit.numerator, fact.unit.denominator), abs(fact.value)) for fact in facts}


def _unit(numerator: Sequence[str], denominator: Sequence[str]) -> str:
    return "/".join(measure.partition(":")[2] for measure in (*numerator, *denominator))


def check(page: str, *statements: Handmade) -> None:
    """The page has the facts that the statements mean, under no other core concepts, and the lines that keep their own words."""
    conversion = converted(page)
    assert core_facts(conversion) == meant(*statements)
    assert own_words(*statements) <= own_facts(conversion)
