"""Fixed-width releases as filers printed them from 1993 on, through convert(): small pages of an invented company, whose figures foot."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from textwrap import dedent

import pytest
from attrs import evolve, frozen

from converter import Code, Conversion, Filing, Severity, Source, convert

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


# How numbers and labels are printed


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


def leaders(label: str) -> str:
    return label + " " + "." * (44 - len(label))


def spaced_leaders(label: str) -> str:
    return (label + " ").ljust(44 + len(label) % 2, "#").replace("##", " .").replace("#", "")


DRESSES = {
    "parentheses": Dress(),
    "brackets": Dress(negative="[{}]"),
    "a blank behind the parenthesis": Dress(negative="( {})"),
    "blanks on both sides": Dress(negative="( {} )"),
    "a minus": Dress(negative="-{}"),
    "dollars before the parenthesis": Dress(negative="$({})"),
    "a dollar and a blank before the parenthesis": Dress(negative="$ ({})"),
    "a dollar inside the parenthesis": Dress(negative="(${})"),
    "a dollar and a blank inside the parenthesis": Dress(negative="($ {})"),
    "dollars everywhere": Dress(dollar="$"),
    "dollars and a blank everywhere": Dress(dollar="$ "),
    "a letter glued on": Dress(behind="(H)"),
    "a small letter glued on": Dress(behind="(a)"),
    "a star glued on": Dress(behind="*"),
    "a note with a blank": Dress(behind=" (a)"),
    "-0- for zero": Dress(zero="-0-"),
    "$ -0- for zero": Dress(dollar="$ ", zero="-0-"),
    "- for zero": Dress(zero="-"),
    "-- for zero": Dress(zero="--"),
    "--- for zero": Dress(zero="---"),
    "a long dash for zero": Dress(zero="\u2014"),
    "leaders": Dress(label=leaders),
    "leaders with blanks": Dress(label=spaced_leaders),
    "leaders, brackets, -0-": Dress(label=leaders, negative="[{}]", zero="-0-", dollar="$"),
    "a full stop behind the label": Dress(label="{}.".format),
}


@pytest.mark.parametrize("name", DRESSES)
def test_numbers_however_they_are_printed(name: str) -> None:
    page = LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS, DRESSES[name])
    check(page, meaning(YEARS, LOSS_MEANS))


def tabbed(page: str, stop: int = 8) -> str:
    """Runs of blanks that reach a tab stop as tabs: looks the same on paper."""
    rows = []
    for row in page.split("\n"):
        pieces = [row[start : start + stop] for start in range(0, len(row), stop)]
        rows.append("".join(re.sub(r" {2,}$", "\t", piece) if len(piece) == stop else piece for piece in pieces))
    assert "\n".join(rows).expandtabs(stop) == page
    return "\n".join(rows)


@pytest.mark.parametrize("name", ["parentheses", "brackets", "a letter glued on", "$ -0- for zero", "leaders"])
def test_tabs_in_place_of_blanks(name: str) -> None:
    page = tabbed(LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS, DRESSES[name]))
    assert "\t" in page
    check(page, meaning(YEARS, LOSS_MEANS))


def test_tabs_alone_between_the_columns() -> None:
    """As a word processor saves a table as text: one tab between cells, whatever their width."""
    rows = "".join(line.label + "".join(f"\t{dressed(n, Dress())[0]}" for n in line.numbers if n) + "\n" for line in LOSS)
    page = "EXAMPLE CORP\nConsolidated Statements of Operations\n(In thousands, except per share amounts)\n\n"
    page += "\tYears Ended December 31,\n\t1995\t1994\n\n" + rows
    assert facts(converted(page)) == meaning(YEARS, LOSS_MEANS)


def test_a_blank_is_no_fact() -> None:
    lines = tuple(evolve(line, numbers=(None, line.numbers[1])) if line.label == "Income tax benefit" else line for line in LOSS)
    wanted = meaning(YEARS, LOSS_MEANS)
    del wanted["IncomeTaxExpenseBenefit", YEARS[0]]
    check(LOSS_TITLE + LOSS_HEADS + "\n" + printed(lines), wanted)


# Scales

SCALES = {
    "(In thousands, except per share amounts)": 3,
    "(000's omitted, except per share amounts)": 3,
    "(000's omitted)": 3,
    "(000s omitted except per share data)": 3,
    "(Thousands of dollars, except per share)": 3,
    "(Dollars in thousands except per share data)": 3,
    "(In $000's, except per share)": 3,
    "(Amounts in thousands)": 3,
    "(In millions, except per share)": 6,
    "(Dollars in millions, except per share amounts)": 6,
    "(Millions of dollars except per share data)": 6,
    "(In dollars)": 0,
}


@pytest.mark.parametrize("words", SCALES)
def test_scales(words: str) -> None:
    page = LOSS_TITLE.replace("(In thousands, except per share amounts)", words) + LOSS_HEADS + "\n" + printed(LOSS)
    conversion = check(page, meaning(YEARS, LOSS_MEANS, SCALES[words]))
    assert conversion.report is not None
    for fact in conversion.report.facts:
        assert fact.decimals == (2 if "PerShare" in fact.concept.name else -SCALES[words])


def test_several_scales_in_one_release() -> None:
    """Operations in thousands, the balance sheet in dollars."""
    wanted = meaning(YEARS, LOSS_MEANS) | meaning(DAYS, POSITION_MEANS, 0)
    page = LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS) + POSITION_TITLE.replace("(In thousands)", "(In dollars)")
    check(page + POSITION_HEADS + "\n" + printed(POSITION), wanted)


# Headings


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


SPRING = ("1996-02-04..1996-05-04", "1995-01-29..1995-04-29")
SUMMER = ("1996-02-04..1996-08-03", "1995-01-29..1995-07-29")
AUTUMN = ("1996-02-04..1996-11-02", "1995-01-29..1995-10-28")
RETAIL = ("1995-01-29..1996-02-03", "1994-01-30..1995-01-28")
LENGTHS: dict[str, tuple[str, tuple[str, str]]] = {
    "years alone on a later row": (above(["Years Ended December 31,"], ["1995", "1994"]), YEARS),
    "a rule between": (above(["Years Ended December 31,"], ["------------------------"], ["1995", "1994"], ["----", "----"]), YEARS),
    "the length over each date": (above(["Year Ended", "Year Ended"], ["Dec. 31, 1995", "Dec. 31, 1994"]), YEARS),
    "two years in one heading": (above(["Years Ended December 31, 1995 and 1994"]), YEARS),
    "two dates in one heading": (above(["Years Ended"], ["Dec. 31, 1995    Dec. 31, 1994"]), YEARS),
    "the length above, dates and years below": (above(["For the Years Ended"], ["December 31,", "December 31,"], ["1995", "1994"]), YEARS),
    "three rows": (above(["Year Ended", "Year Ended"], ["December 31,", "December 31,"], ["1995", "1994"]), YEARS),
    "figures for dates": (above(["Year Ended"], ["12/31/95", "12/31/94"]), YEARS),
    "figures with dashes": (above(["Twelve Months Ended"], ["12-31-95", "12-31-94"]), YEARS),
    "an apostrophe for the century": (above(["Year Ended December 31,"], ["'95", "'94"]), YEARS),
    "an apostrophe behind a month": (above(["Year Ended"], ["Dec. '95", "Dec. '94"]), YEARS),
    "two digits for a year": (above(["Year Ended"], ["Dec-95", "Dec-94"]), YEARS),
    "12 in figures": (above(["12 Months Ended"], ["Dec. 31, 1995", "Dec. 31, 1994"]), YEARS),
    "quarters": (above(["Three Months Ended March 31,"], ["1996", "1995"]), QUARTERS),
    "quarters by figures": (above(["3 Months Ended"], ["3/31/96", "3/31/95"]), QUARTERS),
    "quarters with the month alone": (above(["Quarter Ended"], ["Mar-96", "Mar-95"]), QUARTERS),
    "unaudited below": (above(["Three Months Ended March 31,"], ["1996", "1995"], ["(Unaudited)"]), QUARTERS),
    "13 weeks": (above(["13 Weeks Ended"], ["May 4, 1996", "April 29, 1995"]), SPRING),
    "thirteen weeks": (above(["Thirteen Weeks Ended", ""], ["May 4,", "April 29,"], ["1996", "1995"]), SPRING),
    "26 weeks": (above(["26 Weeks Ended"], ["August 3,", "July 29,"], ["1996", "1995"]), SUMMER),
    "39 weeks": (above(["Thirty-nine Weeks Ended"], ["Nov. 2, 1996", "Oct. 28, 1995"]), AUTUMN),
    "53 and 52 weeks": (above(["53 Weeks Ended", "52 Weeks Ended"], ["Feb. 3, 1996", "Jan. 28, 1995"]), RETAIL),
    "53 and 52 weeks in words": (
        above(["Fifty-three", "Fifty-two"], ["Weeks Ended", "Weeks Ended"], ["Feb. 3, 1996", "Jan. 28, 1995"]),
        RETAIL,
    ),
}


@pytest.mark.parametrize("what", LENGTHS)
def test_headings_of_durations(what: str) -> None:
    heads, periods = LENGTHS[what]
    filing = DECEMBER if periods in (YEARS, QUARTERS) else UNTOLD
    check(LOSS_TITLE + "\n" + heads + "\n" + printed(LOSS), meaning(periods, LOSS_MEANS), filing)


def test_two_dates_with_one_blank_between() -> None:
    """The dates of neighbouring columns may touch: they read as one run of text, and are two headings all the same."""
    narrow = (58, 71)
    heads = f"{'':46}December 31, December 31,\n{'':46}{'1995':>12}{'1994':>13}\n"
    page = POSITION_TITLE + "\n" + heads + "\n" + printed(POSITION, stacks=narrow)
    check(page, meaning(DAYS, POSITION_MEANS))


def test_three_years_of_columns() -> None:
    stacks = (50, 64, 78)
    lines = tuple(evolve(line, numbers=(*line.numbers, line.numbers[1])) if line.numbers else line for line in LOSS)
    heads = f"{'Years Ended December 31,':>72}\n{'1995':>50}{'1994':>14}{'1993':>14}\n"
    page = LOSS_TITLE + "\n" + heads + "\n" + printed(lines, stacks=stacks)
    wanted = meaning(YEARS, LOSS_MEANS)
    wanted |= {(concept, "1993-01-01..1993-12-31"): value for (concept, period), value in wanted.items() if period == YEARS[1]}
    check(page, wanted)


def test_quarter_and_half_year_side_by_side() -> None:
    """Two lengths, each over two columns; "June 30," stands once over each pair."""
    stacks = (50, 61, 74, 85)
    lines = tuple(evolve(line, numbers=(*line.numbers, *map(doubled, line.numbers))) for line in LOSS)
    heads = f"{'Three Months Ended':>61}{'Six Months Ended':>24}\n{'June 30,':>56}{'June 30,':>25}\n"
    heads += f"{'1996':>50}{'1995':>11}{'1996':>13}{'1995':>11}\n"
    quarter = meaning(("1996-04-01..1996-06-30", "1995-04-01..1995-06-30"), LOSS_MEANS)
    half = meaning(("1996-01-01..1996-06-30", "1995-01-01..1995-06-30"), LOSS_MEANS)
    wanted = quarter | {key: 2 * value for key, value in half.items()}
    check(LOSS_TITLE + "\n" + heads + "\n" + printed(lines, stacks=stacks), wanted)


def doubled(number: str | None) -> str | None:
    if number is None:
        return None
    twice = f"{2 * Decimal(number.replace(',', '')):,}"
    return twice.replace("0.", ".") if "." in number else twice


# Balance sheets

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
POSITION_DATES = {
    "years alone on a later row": above(["December 31,"], ["1995", "1994"]),
    "dates over both rows": POSITION_HEADS,
    "figures for dates": above(["12/31/95", "12/31/94"]),
    "month and year": above(["Dec-95", "Dec-94"]),
    "an apostrophe": above(["Dec. 31, '95", "Dec. 31, '94"]),
    "as of": above(["As of December 31,"], ["1995", "1994"]),
    "two digits": above(["12-31-95", "12-31-94"]),
}


@pytest.mark.parametrize("what", POSITION_DATES)
def test_headings_of_instants(what: str) -> None:
    check(POSITION_TITLE + "\n" + POSITION_DATES[what] + "\n" + printed(POSITION), meaning(DAYS, POSITION_MEANS))


SPLIT = next(index for index, line in enumerate(POSITION) if line.label.startswith("LIABILITIES"))
FOOTER = "The accompanying notes are an integral part of these statements."
PAGE_ENDS = {
    "a form feed": "\f\n",
    "a page mark": "\n<PAGE>\n\n",
    "a page number": f"\n{'- 3 -':>42}\n\n",
    "a page number and a mark": f"\n{'3':>40}\n<PAGE>\n\n",
    "a footer of words": "\n             See notes to consolidated financial statements.\n\n<PAGE>\n\n",
    "a footer and a number": f"\n{FOOTER:^76}\n\n{'F-3':>40}\n<PAGE>\n",
}


@pytest.mark.parametrize("end", PAGE_ENDS)
def test_a_balance_sheet_continued_over_a_page(end: str) -> None:
    page = POSITION_TITLE + "\n" + POSITION_HEADS + "\n" + printed(POSITION[:SPLIT]) + PAGE_ENDS[end] + printed(POSITION[SPLIT:])
    check(page, meaning(DAYS, POSITION_MEANS))


@pytest.mark.parametrize("end", PAGE_ENDS)
@pytest.mark.parametrize(
    "title", ["CONSOLIDATED BALANCE SHEETS (Continued)", "CONSOLIDATED BALANCE SHEETS, CONTINUED", "CONSOLIDATED BALANCE SHEETS"]
)
def test_a_balance_sheet_on_two_titled_pages(end: str, title: str) -> None:
    second = POSITION_TITLE.replace("CONSOLIDATED BALANCE SHEETS", title) + "\n" + POSITION_HEADS + "\n" + printed(POSITION[SPLIT:])
    page = POSITION_TITLE + "\n" + POSITION_HEADS + "\n" + printed(POSITION[:SPLIT]) + PAGE_ENDS[end] + second
    check(page, meaning(DAYS, POSITION_MEANS))


@pytest.mark.parametrize("end", PAGE_ENDS)
@pytest.mark.parametrize("at", [3, 6, 8])
def test_a_page_ends_anywhere_in_a_statement_of_operations(end: str, at: int) -> None:
    page = LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS[:at]) + PAGE_ENDS[end] + printed(LOSS[at:])
    check(page, meaning(YEARS, LOSS_MEANS))


TOTALS = ("Total current assets", "Total assets", "Total current liabilities", "Total stockholders' equity", "Total liabilities and")


@pytest.mark.parametrize("rules", [False, True], ids=["plain", "ruled"])
def test_totals_without_words(rules: bool) -> None:
    """Every total is bare; the arithmetic names it."""
    ruled = f"{'------':>{STACKS[0]}}{'------':>{STACKS[1] - STACKS[0]}}\n"
    rows = ""
    for line in POSITION:
        bare = line.label.strip().startswith(TOTALS)
        rows += (ruled if rules and bare else "") + printed([evolve(line, label="") if bare else line])
    check(POSITION_TITLE + "\n" + POSITION_HEADS + "\n" + rows, meaning(DAYS, POSITION_MEANS))


# Lines


def test_numbers_on_the_last_row_of_a_wrapped_label() -> None:
    page = """
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                            (In thousands)

                                                   Years Ended December 31,
                                                     1995           1994
Net sales                                          24,600         27,350
Cost of goods
  sold                                             18,450         19,820
Selling, general
  and administrative
  expenses                                          4,900          5,110
Income before
 income taxes                                       1,250          2,420
Provision for
   income taxes                                       500            970
Net income                                            750          1,450
Net income per share                               $  .15         $  .29
"""
    check(page, meaning(YEARS, WRAPPED_MEANS))


def test_numbers_on_the_first_row_of_a_wrapped_label() -> None:
    page = """
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                            (In thousands)

                                                   Years Ended December 31,
                                                     1995           1994
Net sales                                          24,600         27,350
Cost of goods                                      18,450         19,820
  sold
Selling, general                                    4,900          5,110
  and administrative
  expenses
Income before                                       1,250          2,420
 income taxes
Provision for                                         500            970
   income taxes
Net income                                            750          1,450
Net income per share                               $  .15         $  .29
"""
    check(page, meaning(YEARS, WRAPPED_MEANS))


WRAPPED_MEANS = f"""
    Revenues                                    24,600   27,350
    CostOfRevenue                               18,450   19,820
    SellingGeneralAndAdministrativeExpense       4,900    5,110
    {PRETAX}   1,250  2,420
    IncomeTaxExpenseBenefit                        500      970
    NetIncomeLoss                                  750    1,450
    EarningsPerShareBasic                          .15      .29
"""


def test_percent_columns_between_values() -> None:
    page = """
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                            (In thousands)

                                     Years Ended December 31,
                                  1995      %         1994      %
                                  ----      -         ----      -
Net sales                       24,600   100.0%     27,350   100.0%
Cost of goods sold              18,450    75.0      19,820    72.5
Selling, general and
  administrative expenses        4,900    19.9       5,110    18.7
Income before income taxes       1,250     5.1       2,420     8.8
Provision for income taxes         500     2.0         970     3.5
Net income                         750     3.0%      1,450     5.3%
Net income per share            $  .15              $  .29
"""
    conversion = check(page, meaning(YEARS, WRAPPED_MEANS))
    left = [entry for entry in conversion.entries if entry.fact is None]
    assert [entry.text.rstrip("%") for entry in left if entry.label == "Net sales"] == ["100.0", "100.0"]
    assert len(left) == 12
    assert {entry.code for entry in left} == {Code.COLUMN_NOT_VALUES.label}


def test_a_column_of_changes() -> None:
    page = """
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                            (In thousands)

                                     Years Ended              Increase
                                     December 31,            (Decrease)
                                  1995         1994
Net sales                       24,600       27,350           (2,750)
Cost of goods sold              18,450       19,820           (1,370)
Selling, general and
  administrative expenses        4,900        5,110             (210)
Income before income taxes       1,250        2,420           (1,170)
Provision for income taxes         500          970             (470)
Net income                         750        1,450             (700)
Net income per share            $  .15       $  .29             (.14)
"""
    conversion = check(page, meaning(YEARS, WRAPPED_MEANS))
    left = [entry for entry in conversion.entries if entry.fact is None]
    assert len(left) == 7
    assert {entry.code for entry in left} == {Code.COLUMN_NOT_VALUES.label}


def test_a_combined_statement_of_income_and_retained_earnings() -> None:
    page = """
                              EXAMPLE CORP
         CONSOLIDATED STATEMENTS OF INCOME AND RETAINED EARNINGS
                (In thousands, except per share amounts)

                                                   Years Ended December 31,
                                                     1995           1994
Net sales                                         $24,600        $27,350
Cost of goods sold                                 18,450         19,820
Selling, general and administrative expenses        4,900          5,110
Income before income taxes                          1,250          2,420
Provision for income taxes                            500            970
Net income                                            750          1,450

Retained earnings, beginning of year                5,150          3,900
Cash dividends                                       (200)          (200)

Retained earnings, end of year                     $5,700         $5,150

Net income per share                                 $.15           $.29
"""
    conversion = converted(page)
    found = facts(conversion)
    check_ledger(conversion, page)
    assert meaning(YEARS, WRAPPED_MEANS).items() <= found.items()
    ends = {("RetainedEarningsAccumulatedDeficit", day): Decimal(value) for day, value in
            (("1995-12-31", "5700000"), ("1994-12-31", "5150000"), ("1993-12-31", "3900000"))}  # fmt: skip
    assert ends.items() <= found.items()
    assert len(found) == 14 + 3 + 2  # the last is what was paid out, under whatever name


MARKED = """<PAGE>
<TABLE>
<CAPTION>
                              EXAMPLE CORP
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                (In thousands, except per share amounts)

                                                   Years Ended December 31,
                                                     1995           1994
                                                     ----           ----
<S>                                               <C>            <C>
Net sales                                         $24,600        $27,350
Cost of goods sold (1)                             18,450         19,820
Selling, general and administrative expenses        4,900          5,110
                                                  -------        -------
Income before income taxes                          1,250          2,420
Provision for income taxes                            500            970
                                                  -------        -------
Net income                                           $750         $1,450
                                                  =======        =======
Net income per share                                 $.15           $.29
                                                  =======        =======
<FN>
(1) Includes depreciation of 310 and 290 in 1995 and 1994.
</FN>
</TABLE>
"""


def test_marks_of_edgar_tables() -> None:
    check(MARKED, meaning(YEARS, WRAPPED_MEANS))


def test_marks_with_the_title_before_the_table() -> None:
    title, _, rest = MARKED.partition("<TABLE>\n<CAPTION>\n")
    head, _, body = rest.partition("\n\n")
    check(f"{title}{head}\n\n<TABLE>\n<CAPTION>\n{body}", meaning(YEARS, WRAPPED_MEANS))


def test_marks_in_capitals_or_not() -> None:
    check(re.sub(r"<[A-Z/]+>", lambda found: found[0].lower(), MARKED), meaning(YEARS, WRAPPED_MEANS))


# Which statements are meant


OTHERS = {
    "parent only": ("EXAMPLE CORP (Parent Company Only)", "CONDENSED STATEMENTS OF OPERATIONS"),
    "parent only in the title": ("EXAMPLE CORP", "CONDENSED STATEMENTS OF OPERATIONS - PARENT COMPANY ONLY"),
    "pro forma": ("EXAMPLE CORP", "PRO FORMA CONSOLIDATED STATEMENTS OF OPERATIONS"),
    "unaudited pro forma": ("EXAMPLE CORP", "UNAUDITED PRO FORMA CONDENSED COMBINED STATEMENTS OF OPERATIONS"),
    "selected data": ("EXAMPLE CORP", "SELECTED FINANCIAL DATA"),
}
LARGER = tuple(evolve(line, numbers=tuple(f"9{n}" if n and n[0].isdigit() else n for n in line.numbers)) for line in LOSS)
"""Lines like those of the statement with other figures."""


@pytest.mark.parametrize("what", OTHERS)
@pytest.mark.parametrize("first", [False, True], ids=["after", "before"])
def test_tables_beside_the_primary_statements(what: str, first: bool) -> None:
    company, title = OTHERS[what]
    other = f"\n{company:^76}\n{title:^76}\n{'(In thousands, except per share amounts)':^76}\n{LOSS_HEADS}\n{printed(LARGER)}"
    primary = LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS) + POSITION_TITLE + "\n" + POSITION_HEADS + "\n" + printed(POSITION)
    page = other + "\n\n" + primary if first else primary + "\n\n" + other
    conversion = converted(page)
    assert facts(conversion) == meaning(YEARS, LOSS_MEANS) | meaning(DAYS, POSITION_MEANS)
    check_ledger(conversion, page)


# What contradicts itself


def check_nothing_wrong(conversion: Conversion, *readings: Facts) -> None:
    """No fact but those that one of the readings means."""
    allowed = {item for reading in readings for item in reading.items()}
    report = conversion.report
    if report is not None:
        assert set(facts(conversion).items()) <= allowed


def test_two_columns_under_one_date_are_no_facts() -> None:
    """Nothing tells which of them is the date's: neither may be guessed."""
    page = LOSS_TITLE + "\n" + above(["Year Ended", "Year Ended"], ["Dec. 31, 1995", "Dec. 31, 1995"]) + "\n" + printed(LOSS)
    conversion = converted(page)
    assert conversion.report is None
    assert Code.PERIOD_AMBIGUOUS in codes(conversion)


def test_two_columns_under_one_date_beside_a_third() -> None:
    stacks = (50, 64, 78)
    lines = tuple(
        evolve(line, numbers=(line.numbers[1], "-7" if line.numbers[0] == "0" else line.numbers[0], line.numbers[1]))
        if line.numbers
        else line
        for line in LOSS
    )
    heads = f"{'Year Ended':>50}{'Year Ended':>14}{'Year Ended':>14}\n{'12/31/95':>50}{'12/31/95':>14}{'12/31/94':>14}\n"
    page = LOSS_TITLE + "\n" + heads + "\n" + printed(lines, stacks=stacks)
    conversion = converted(page)
    wanted = {key: value for key, value in meaning(YEARS, LOSS_MEANS).items() if key[1] == YEARS[1]}
    assert facts(conversion) == wanted
    assert Code.PERIOD_AMBIGUOUS in codes(conversion)
    check_ledger(conversion, page)
    left = [entry for entry in conversion.entries if entry.fact is None]
    assert len(left) == 2 * len(wanted)
    assert all(entry.reason for entry in left)


PROSE = """
     EXAMPLE CITY, July 24, 1996. Example Corp gives its figures for the {length} ended June 30, 1996. Net sales for the {length}
ended June 30, 1996 were $24.6 million, against $27.4 million for the {length} ended June 30, 1995. The net loss for the {length}
was $2.2 million.
"""


HEADED = {"Three Months": "1996-04-01..1996-06-30", "Six Months": "1996-01-01..1996-06-30", "Nine Months": "1995-10-01..1996-06-30"}


@pytest.mark.parametrize(("heading", "spoken"), [("Nine", "six"), ("Six", "nine"), ("Three", "six"), ("Six", "three")])
def test_a_heading_that_the_prose_contradicts(heading: str, spoken: str) -> None:
    """The table says one length, the text another one of the same figures: no fact may follow the heading."""
    table = LOSS_TITLE + "\n" + above([f"{heading} Months Ended June 30,"], ["1996", "1995"]) + "\n" + printed(LOSS)
    agreed = converted(PROSE.format(length=f"{heading.lower()} months") + table)
    assert {period for _, period in facts(agreed) if period.endswith("1996-06-30")} == {HEADED[f"{heading} Months"]}
    assert Code.PERIOD_CONTRADICTED not in codes(agreed)
    page = PROSE.format(length=f"{spoken} months") + table
    conversion = converted(page)
    lengths = {name: (period, period.replace("1996-", "1995-").replace("1995-10", "1994-10")) for name, period in HEADED.items()}
    check_nothing_wrong(conversion, meaning(lengths[f"{spoken.capitalize()} Months"], LOSS_MEANS))
    assert Code.PERIOD_CONTRADICTED in codes(conversion)
    check_ledger(conversion, page)


def test_a_heading_whose_day_the_prose_contradicts() -> None:
    """Headed with a day on which no period of that length ends by the text."""
    for day, refused in (("September 30", True), ("June 29", False), ("June 30", False)):
        prose = f"\nFor the three months ended {day}, 1996, net sales were $24.6 million and the net loss was $2.2 million.\n"
        table = LOSS_TITLE + "\n" + above(["Three Months Ended June 30,"], ["1996", "1995"]) + "\n" + printed(LOSS)
        conversion = converted(prose + table)
        assert (Code.PERIOD_CONTRADICTED in codes(conversion)) == refused
        assert (conversion.report is None) == refused


def test_a_table_of_the_year_to_date_beside_prose_about_the_quarter() -> None:
    """Text that speaks of the quarter says nothing against year-to-date figures beside a column of the quarter."""
    lines = tuple(evolve(line, numbers=(*line.numbers, *line.numbers)) if line.numbers else line for line in LOSS)
    heads = f"{'Three Months Ended June 30,':>65}{'Six Months Ended June 30,':>32}\n{'1996':>50}{'1995':>14}{'1996':>14}{'1995':>14}\n"
    page = PROSE.format(length="quarter") + LOSS_TITLE + "\n" + heads + "\n" + printed(lines, stacks=(50, 64, 78, 92))
    conversion = converted(page)
    assert {period for _, period in facts(conversion) if period.endswith("1996-06-30")} == {HEADED["Three Months"], HEADED["Six Months"]}
    assert Code.PERIOD_CONTRADICTED not in codes(conversion)


def test_prose_about_another_period_contradicts_nothing() -> None:
    """Both lengths in the text, the quarter's figures in the table."""
    heads = above(["Three Months Ended June 30,"], ["1996", "1995"])
    prose = (
        PROSE.format(length="quarter")
        + "\nFor the six months ended June 30, 1996, net sales were $49.8 million and the net loss was $3.9 million.\n"
    )
    conversion = converted(prose + LOSS_TITLE + "\n" + heads + "\n" + printed(LOSS))
    assert facts(conversion) == meaning(("1996-04-01..1996-06-30", "1995-04-01..1995-06-30"), LOSS_MEANS)
    assert Severity.WARNING not in {diagnostic.severity for diagnostic in conversion.diagnostics}


def test_several_registrants_are_named_and_not_mixed() -> None:
    other = tuple(evolve(line, numbers=tuple(f"8{n}" if n and n[0].isdigit() else n for n in line.numbers)) for line in LOSS)
    first = LOSS_TITLE + LOSS_HEADS + "\n" + printed(LOSS)
    second = (LOSS_TITLE + LOSS_HEADS + "\n" + printed(other)).replace("EXAMPLE CORP", "SAMPLE POWER COMPANY")
    conversion = convert(Source.from_bytes((first + "\n\n" + second).encode(), "page"), Filing(fiscal_year_end=(12, 31)))
    check_nothing_wrong(conversion, meaning(YEARS, LOSS_MEANS))
    assert Code.ENTITY_SEVERAL in codes(conversion)
    assert any(
        "SAMPLE POWER" in diagnostic.message.upper() for diagnostic in conversion.diagnostics if diagnostic.code is Code.ENTITY_SEVERAL
    )
