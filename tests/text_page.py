"""A fixed-width release of one invented company whose figures foot: what it prints, what it means, and how to type it."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from textwrap import dedent

from attrs import frozen

from converter import Code, Conversion, Filing, Source, convert

DECEMBER = Filing(cik=1234567, fiscal_year_end=(12, 31))
UNTOLD = Filing(cik=1234567)
PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
QUARTERS = ("1996-01-01..1996-03-31", "1995-01-01..1995-03-31")
YEARS = ("1995-01-01..1995-12-31", "1994-01-01..1994-12-31")
DAYS = ("1995-12-31", "1994-12-31")
STACKS = (60, 76)
"""Print columns behind the last digits."""
Facts = dict[tuple[str, str], Decimal]


def converted(page: str, filing: Filing = DECEMBER) -> Conversion:
    return convert(Source.from_bytes(page.encode(), "page"), filing)


def facts(conversion: Conversion) -> Facts:
    """Value by concept and period."""
    assert conversion.report is not None, [str(diagnostic) for diagnostic in conversion.diagnostics]
    found = {(fact.concept.name, str(fact.period)): fact.value for fact in conversion.report.facts}
    assert len(found) == len(conversion.report.facts)
    return found


def check_ledger(conversion: Conversion, page: str) -> None:
    """Every number has one entry, with one fact or one reason, and stands where the entry says."""
    lines = page.split("\n")
    assert len({entry.place for entry in conversion.entries}) == len(conversion.entries)
    for entry in conversion.entries:
        assert (entry.fact is None) == bool(entry.code and entry.reason)
        ink = lines[entry.place.line - 1][entry.place.start : entry.place.end]
        assert re.sub(r"[^\d.]", "", ink) == re.sub(r"[^\d.]", "", entry.text)
        assert ink.strip()


def meaning(periods: Sequence[str], table: str, power: int = 3) -> Facts:
    """What a page means, as rows of a concept and its values, one for each period; `.` is no fact. Amounts per share are not scaled."""
    found: Facts = {}
    for row in dedent(table).strip().split("\n"):
        concept, *values = row.split()
        scale = 0 if "PerShare" in concept else power
        found |= {
            (concept, period): Decimal(value.replace(",", "")).scaleb(scale)
            for period, value in zip(periods, values, strict=True)
            if value != "."
        }  # fmt: skip
    return found


def codes(conversion: Conversion) -> set[Code]:
    return {diagnostic.code for diagnostic in conversion.diagnostics}


def check(page: str, wanted: Facts, filing: Filing = DECEMBER) -> Conversion:
    conversion = converted(page, filing)
    assert facts(conversion) == wanted
    assert conversion.ok
    check_ledger(conversion, page)
    return conversion


@frozen
class Line:
    """A line and what its numbers are as printed: negative ones with a minus, which the dress of the page replaces. None: blank."""

    label: str
    numbers: tuple[str | None, ...] = ()


LOSS = (
    Line("Net sales", ("24,600", "27,350")),
    Line("Cost of sales", ("18,450", "19,820")),
    Line("Gross profit", ("6,150", "7,530")),
    Line("Selling, general and administrative", ("6,900", "7,110")),
    Line("Research and development", ("1,240", "1,180")),
    Line("Operating loss", ("-1,990", "-760")),
    Line("Interest expense", ("-210", "-190")),
    Line("Loss before income taxes", ("-2,200", "-950")),
    Line("Income tax benefit", ("0", "-300")),
    Line("Net loss", ("-2,200", "-650")),
    Line("Loss per share:"),
    Line("  Basic", ("-.44", "-.13")),
    Line("  Diluted", ("-.44", "-.13")),
)
LOSS_MEANS = f"""
    Revenues                                    24,600   27,350
    CostOfRevenue                               18,450   19,820
    GrossProfit                                  6,150    7,530
    SellingGeneralAndAdministrativeExpense       6,900    7,110
    ResearchAndDevelopmentExpense                1,240    1,180
    OperatingIncomeLoss                         -1,990     -760
    InterestExpense                                210      190
    {PRETAX}   -2,200   -950
    IncomeTaxExpenseBenefit                          0     -300
    NetIncomeLoss                               -2,200     -650
    EarningsPerShareBasic                         -.44     -.13
    EarningsPerShareDiluted                       -.44     -.13
"""
LOSS_TITLE = """
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
               (In thousands, except per share amounts)
"""
LOSS_HEADS = f"""
{"Years Ended December 31,":>{STACKS[1] - 1}}
{"1995":>{STACKS[0]}}{"1994":>{STACKS[1] - STACKS[0]}}
"""


@frozen
class Dress:
    """How numbers are printed. negative: around the digits, of which the last stands in the stack. behind: what hangs right of a number."""

    negative: str = "({})"
    zero: str = "0"
    dollar: str = ""
    behind: str = ""
    label: Callable[[str], str] = str


def dressed(number: str, dress: Dress) -> tuple[str, int]:
    """A number as printed, and how many of its characters hang right of its last digit."""
    negative = number.startswith("-")
    digits = number.strip("-")
    if digits == "0":
        return dress.dollar + dress.zero, 1 if dress.zero.endswith("0-") else 0
    text = dress.negative.format(dress.dollar + digits) if negative else dress.dollar + digits
    hang = len(text) - len(text.rstrip(")]"))
    return text + dress.behind, hang + len(dress.behind)


def printed(lines: Sequence[Line], dress: Dress = Dress(), stacks: Sequence[int] = STACKS) -> str:
    """The lines as fixed-width text: last digits stand in stacks, and closing marks hang right of them."""
    rows = []
    for line in lines:
        row = dress.label(line.label) if line.numbers else line.label
        for number, stack in zip(line.numbers, stacks, strict=False):
            if number is not None:
                text, hang = dressed(number, dress)
                row = row.ljust(stack + hang - len(text)) + text
        rows.append(row)
    return "\n".join(rows) + "\n"


def above(*rows: Sequence[str]) -> str:
    """Rows of headings, each right-aligned over its column; one alone stands over both."""
    lines = []
    for row in rows:
        line = ""
        if len(row) == 1:
            line = " " * (STACKS[0] - 6) + row[0]
        else:
            for text, stack in zip(row, STACKS, strict=True):
                line = line.ljust(stack - len(text)) + text
        lines.append(line)
    return "\n".join(lines) + "\n"


POSITION = (
    Line("ASSETS"),
    Line("Current assets:"),
    Line("  Cash and cash equivalents", ("1,320", "2,410")),
    Line("  Accounts receivable, net", ("5,480", "5,910")),
    Line("  Inventories", ("6,240", "5,980")),
    Line("    Total current assets", ("13,040", "14,300")),
    Line("Property, plant and equipment, net", ("4,160", "4,350")),
    Line("    Total assets", ("17,200", "18,650")),
    Line(""),
    Line("LIABILITIES AND STOCKHOLDERS' EQUITY"),
    Line("Current liabilities:"),
    Line("  Accounts payable", ("3,150", "2,890")),
    Line("  Accrued expenses", ("1,450", "1,260")),
    Line("    Total current liabilities", ("4,600", "4,150")),
    Line("Long-term debt", ("3,000", "2,700")),
    Line("Stockholders' equity:"),
    Line("  Common stock", ("50", "50")),
    Line("  Additional paid-in capital", ("8,750", "8,750")),
    Line("  Retained earnings", ("800", "3,000")),
    Line("    Total stockholders' equity", ("9,600", "11,800")),
    Line("    Total liabilities and stockholders' equity", ("17,200", "18,650")),
)
POSITION_MEANS = """
    CashAndCashEquivalentsAtCarryingValue     1,320    2,410
    AccountsReceivableNetCurrent              5,480    5,910
    InventoryNet                              6,240    5,980
    AssetsCurrent                            13,040   14,300
    PropertyPlantAndEquipmentNet              4,160    4,350
    Assets                                   17,200   18,650
    AccountsPayableCurrent                    3,150    2,890
    AccruedLiabilitiesCurrent                 1,450    1,260
    LiabilitiesCurrent                        4,600    4,150
    LongTermDebtNoncurrent                    3,000    2,700
    CommonStockValue                             50       50
    AdditionalPaidInCapital                   8,750    8,750
    RetainedEarningsAccumulatedDeficit          800    3,000
    StockholdersEquity                        9,600   11,800
    LiabilitiesAndStockholdersEquity         17,200   18,650
"""
POSITION_TITLE = """
                              EXAMPLE CORP
                      CONSOLIDATED BALANCE SHEETS
                             (In thousands)
"""
POSITION_HEADS = above(["December 31,", "December 31,"], ["1995", "1994"])
