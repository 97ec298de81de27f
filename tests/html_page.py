"""An HTML release of one invented company whose figures foot: what it prints, what it means, and how to set it."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from attrs import frozen

from converter import Code, Conversion, Filing, Source, convert

KNOWN = Filing(cik=1234567, fiscal_year_end=(12, 31))
PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
QUARTERS = ("2020-01-01..2020-03-31", "2019-01-01..2019-03-31")
DAYS = ("2020-03-31", "2019-12-31")


@frozen
class Line:
    """A line as printed: label, numbers as printed, and the concept and values (full scale) that they mean. No numbers: a heading."""

    label: str
    numbers: tuple[str, ...] = ()
    concept: str = ""
    values: tuple[str, ...] = ()


def money(label: str, concept: str, *numbers: str, printed: str = "{}") -> Line:
    """A line of thousands of dollars."""
    values = tuple(number.replace(",", "") + "000" if number != "0" else "0" for number in numbers)
    return Line(label, tuple(printed.format(number) for number in numbers), concept, values)


OPERATIONS = (
    money("Revenues", "Revenues", "52,480", "47,310"),
    money("Cost of revenues", "CostOfRevenue", "31,160", "29,050"),
    money("Gross profit", "GrossProfit", "21,320", "18,260"),
    money("Research and development", "ResearchAndDevelopmentExpense", "4,210", "3,980"),
    money("Selling, general and administrative", "SellingGeneralAndAdministrativeExpense", "9,470", "8,830"),
    money("Total operating expenses", "OperatingExpenses", "13,680", "12,810"),
    money("Operating income", "OperatingIncomeLoss", "7,640", "5,450"),
    money("Interest expense", "InterestExpense", "310", "290", printed="({})"),
    money("Income before income taxes", PRETAX, "7,330", "5,160"),
    money("Provision for income taxes", "IncomeTaxExpenseBenefit", "1,830", "1,290"),
    money("Net income", "NetIncomeLoss", "5,500", "3,870"),
    Line("Earnings per share:"),
    Line("Basic", ("0.55", "0.39"), "EarningsPerShareBasic", ("0.55", "0.39")),
    Line("Diluted", ("0.53", "0.38"), "EarningsPerShareDiluted", ("0.53", "0.38")),
)
BALANCE = (
    Line("Assets"),
    Line("Current assets:"),
    money("Cash and cash equivalents", "CashAndCashEquivalentsAtCarryingValue", "8,120", "7,450"),
    money("Accounts receivable, net", "AccountsReceivableNetCurrent", "15,330", "14,210"),
    money("Inventories", "InventoryNet", "9,640", "9,980"),
    money("Prepaid expenses and other current assets", "PrepaidExpenseAndOtherAssetsCurrent", "1,210", "1,060"),
    money("Total current assets", "AssetsCurrent", "34,300", "32,700"),
    money("Property and equipment, net", "PropertyPlantAndEquipmentNet", "12,450", "12,870"),
    money("Goodwill", "Goodwill", "5,500", "5,500"),
    money("Total assets", "Assets", "52,250", "51,070"),
    Line("Liabilities and stockholders' equity"),
    Line("Current liabilities:"),
    money("Accounts payable", "AccountsPayableCurrent", "6,780", "6,910"),
    money("Accrued liabilities", "AccruedLiabilitiesCurrent", "3,220", "3,160"),
    money("Total current liabilities", "LiabilitiesCurrent", "10,000", "10,070"),
    money("Long-term debt", "LongTermDebtNoncurrent", "11,000", "15,000"),
    money("Total liabilities", "Liabilities", "21,000", "25,070"),
    Line("Stockholders' equity:"),
    money("Common stock", "CommonStockValue", "100", "100"),
    money("Additional paid-in capital", "AdditionalPaidInCapital", "10,150", "10,400"),
    money("Retained earnings", "RetainedEarningsAccumulatedDeficit", "21,000", "15,500"),
    money("Total stockholders' equity", "StockholdersEquity", "31,250", "26,000"),
    money("Total liabilities and stockholders' equity", "LiabilitiesAndStockholdersEquity", "52,250", "51,070"),
)

INTRODUCTION = "<p>Example Corp makes examples. It gives its figures for the first quarter of 2020, which ended on March 31, 2020.</p>"
OPERATIONS_TITLE = (
    "<p align=center><b>Example Corp</b></p><p align=center><b>Consolidated Statements of Operations</b></p>"
    "<p align=center>(In thousands, except per share data)</p>"
)
BALANCE_TITLE = (
    "<p align=center><b>Example Corp</b></p><p align=center><b>Consolidated Balance Sheets</b></p><p align=center>(In thousands)</p>"
)
QUARTER_HEADS = "<tr><td></td><td colspan=2>Three Months Ended March 31,</td></tr><tr><td></td><td>2020</td><td>2019</td></tr>"
DAY_HEADS = "<tr><td></td><td>March 31,<br>2020</td><td>December 31,<br>2019</td></tr>"


def row(line: Line) -> str:
    return f"<tr><td>{line.label}</td>{''.join(f'<td align=right>{number}</td>' for number in line.numbers)}</tr>\n"


def table(heads: str, lines: Sequence[Line], cells: Callable[[Line], str] = row) -> str:
    return f"<table>\n{heads}\n{''.join(map(cells, lines))}</table>\n"


def page(*parts: str) -> str:
    return f"<html><head><title>Example Corp</title></head><body>\n{INTRODUCTION}\n{''.join(parts)}</body></html>\n"


def operations(cells: Callable[[Line], str] = row, heads: str = QUARTER_HEADS) -> str:
    return OPERATIONS_TITLE + table(heads, OPERATIONS, cells)


def balance(cells: Callable[[Line], str] = row, heads: str = DAY_HEADS) -> str:
    return BALANCE_TITLE + table(heads, BALANCE, cells)


Facts = dict[tuple[str, str], Decimal]


def converted(text: str | bytes, filing: Filing | None = KNOWN) -> Conversion:
    return convert(Source.from_bytes(text.encode() if isinstance(text, str) else text, "page"), filing)


def facts(conversion: Conversion) -> Facts:
    """Value by concept and period."""
    assert conversion.report is not None, [str(diagnostic) for diagnostic in conversion.diagnostics]
    found = {(fact.concept.name, str(fact.period)): fact.value for fact in conversion.report.facts}
    assert len(found) == len(conversion.report.facts)
    return found


def meant(lines: Sequence[Line], periods: Sequence[str]) -> Facts:
    return {
        (line.concept, period): Decimal(value)
        for line in lines
        for period, value in zip(periods, line.values, strict=False)
        if line.values
    }  # fmt: skip


BOTH = meant(OPERATIONS, QUARTERS) | meant(BALANCE, DAYS)


def codes(conversion: Conversion) -> set[Code]:
    return {diagnostic.code for diagnostic in conversion.diagnostics}


def check_ledger(conversion: Conversion) -> None:
    """Every number has one entry, with one fact or one reason."""
    assert len({entry.place for entry in conversion.entries}) == len(conversion.entries)
    assert all((entry.fact is None) == bool(entry.code and entry.reason) for entry in conversion.entries)
    assert conversion.report is not None
    for number, fact in enumerate(conversion.report.facts):
        assert {entry.place for entry in conversion.entries if entry.fact == number} == set(fact.places)


def with_lines(more: Line, after: str, lines: Sequence[Line] = OPERATIONS) -> tuple[Line, ...]:
    at = next(index for index, line in enumerate(lines) if line.label == after) + 1
    return (*lines[:at], more, *lines[at:])


def apart(line: Line) -> str:
    """`$`, `(`, the digits and `)` in cells of their own, with a blank cell between columns."""
    cells = ""
    for number in line.numbers:
        opening, closing = ("(", ")") if number.startswith("(") else ("", "")
        digits = number.strip("()")
        cells += f"<td>&nbsp;</td><td>$</td><td>{opening}</td><td>{digits}</td><td>{closing}</td>"
    return f"<tr><td>{line.label}</td>{cells}</tr>\n"


def glued(line: Line) -> str:
    """`$ (1,234` and `)`: the closing parenthesis hangs in a cell of its own."""
    cells = "".join(f"<td>$&nbsp;{number.rstrip(')')}</td><td>{')' if number.endswith(')') else ''}</td>" for number in line.numbers)
    return f"<tr><td>{line.label}</td>{cells}</tr>\n"


def noted_apart(line: Line) -> str:
    """Footnote marks in cells of their own, behind the first column's numbers."""
    marks = ("<td><sup>(1)</sup></td>" if line.label.startswith(("Rev", "Cash")) else "<td></td>", "")
    cells = "".join(f"<td>{number}</td>{mark}" for number, mark in zip(line.numbers, marks, strict=False))
    return f"<tr><td>{line.label}</td>{cells}</tr>\n"


def spaced(line: Line) -> str:
    """Blank rows and columns between all others."""
    cells = "".join(f"<td>&nbsp;</td><td>{number}</td>" for number in line.numbers)
    return f"<tr><td>{line.label}</td>{cells}</tr>\n<tr><td colspan=5>&nbsp;</td></tr>\n"


def xhtml(line: Line) -> str:
    """Inline XBRL around the digits, as in filings that are tagged already."""
    tagged = (f'<ix:nonFraction name="us-gaap:X" contextRef="c" scale="3">{n.strip("()")}</ix:nonFraction>' for n in line.numbers)
    cells = (n.replace(n.strip("()"), tag) for n, tag in zip(line.numbers, tagged, strict=True))
    return f"<tr><td>{line.label}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


WIDTHS: dict[Callable[[Line], str], int] = {apart: 5, glued: 2, spaced: 2}


def wide(heads: str, cells: Callable[[Line], str]) -> str:
    """The headings over columns of so many cells."""
    width = WIDTHS.get(cells, 1)
    heads = re.sub(r"colspan=(\d+)", lambda found: f"colspan={int(found[1]) * width}", heads)
    heads = re.sub(r"<td>(?=[^<])", f"<td colspan={width}>", heads)
    if cells is noted_apart:
        return heads.replace("colspan=2", "colspan=3").replace("2020</td>", "2020</td><td></td>")
    return heads
