"""For every code the smallest input that earns it: the examples of docs/diagnostics.md are what these print."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attrs import evolve

from converter import Conversion, Filing, Refusal, Source, compare, convert, from_line_items
from converter.diagnostic import Code
from converter.model import earnings_release
from converter.validation.schema import SchemaValidator
from converter.writers.inline import write_inline

RELEASE = """\
HARBOUR TOOLS, INC. (Nasdaq: HRBT) today reported its results for the fourth quarter ended December 31, 2003.

                    HARBOUR TOOLS, INC.
           Consolidated Statements of Operations
 (In thousands, except per share and share amounts)

                                Three Months Ended
                              Dec. 31,      Dec. 31,
                                2003          2002

Net sales                     $7,792        $5,663
Cost of goods sold             6,166         4,250
Gross margin                   1,626         1,413
Operating expenses             2,940         3,411
Loss from operations          (1,314)       (1,998)
Interest expense, net           (262)         (647)
Net loss                     $(1,576)      $(2,645)

Loss per share:
  Basic                       $(0.22)       $(0.38)
Weighted average shares:
  Basic                    7,128,307     6,922,501


                    HARBOUR TOOLS, INC.
                Consolidated Balance Sheets
                      (In thousands)

                              Dec. 31,      Dec. 31,
                                2003          2002

Assets
  Cash                        $6,659       $13,847
  Accounts receivable          6,073         4,532
  Inventories                  7,795         6,668
Total assets                 $20,527       $25,047

Liabilities and stockholders' equity
  Accounts payable            $4,576        $5,424
  Stockholders' equity        15,951        19,623
Total liabilities and
 stockholders' equity        $20,527       $25,047
"""
CASH_FLOWS = """\


                    HARBOUR TOOLS, INC.
           Consolidated Statements of Cash Flows
                      (In thousands)

                                  Year Ended
                              Dec. 31,      Dec. 31,
                                2003          2002

Net loss                     $(6,829)      $(7,072)
Depreciation                   1,020         1,100
Net cash used in operating
 activities                   (5,809)       (5,972)
Purchases of equipment        (1,379)       (1,028)
Net cash used in investing
 activities                   (1,379)       (1,028)
Net decrease in cash          (7,188)       (7,000)
Cash at beginning of year     13,847        20,847
Cash at end of year           $6,659       $13,847
"""
SUBMISSION = """\
<SEC-DOCUMENT>0000123456-04-000001.txt
<DOCUMENT>
<TYPE>8-K
<TEXT>
The company furnished its release as exhibit 99.1.
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<TEXT>
{}
</TEXT>
</DOCUMENT>
"""
TWO_FILERS = """\
<SEC-HEADER>0000123456-04-000001.hdr.sgml
FILER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:			HARBOUR TOOLS INC
		CENTRAL INDEX KEY:			0000123456
FILER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:			HARBOUR FINANCE LLC
		CENTRAL INDEX KEY:			0000123457
</SEC-HEADER>
"""
Printed = Iterator[str]


def told(conversion: Conversion) -> Printed:
    """What a conversion says: its diagnostics, and the numbers that the ledger leaves out."""
    yield from map(str, conversion.diagnostics)
    yield from (f"{entry.place}: {entry.text} left out: {entry.reason} [{entry.code}]" for entry in conversion.entries if entry.code)


def release(text: str = RELEASE, filing: Filing | None = None) -> Printed:
    """What the conversion of a text says."""
    yield from told(convert(Source.from_bytes(text.encode(), "release", "release.txt"), filing))


def changed(*changes: tuple[str, str], text: str = RELEASE) -> Printed:
    """What the conversion of the release says after some changes to it."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return release(text)


def refused(attempt: Callable[[], object]) -> Printed:
    """What is said when it cannot go on."""
    try:
        attempt()
    except Refusal as refusal:
        yield str(refusal)


def source(data: bytes, exhibit: str = "") -> Printed:
    return refused(lambda: Source.from_bytes(data, "release", "release.txt", exhibit))


def broken_instance() -> Printed:
    """An instance of ours whose context was taken away."""
    made = convert(Source("release", RELEASE))
    instance = made.files["release.xbrl"].replace(b'contextRef="I20031231"', b'contextRef="gone"', 1)
    validator = SchemaValidator(earnings_release().taxonomy)
    yield from map(str, validator.check(instance, made.files["release.xsd"], "release.xsd"))


def inline(text: str, printed: bool = True) -> Printed:
    """What the inline form says. printed: whether the first fact keeps its place on paper."""
    made = convert(Source.from_bytes(text.encode(), "release", "release.htm"))
    assert made.report is not None
    assert made.document is not None
    first, *others = made.report.facts
    report = evolve(made.report, facts=(first if printed else evolve(first, places=()), *others))
    yield from map(str, write_inline(report, made.document.source).notes)


def two_companies() -> Printed:
    other = RELEASE.replace("HARBOUR TOOLS", "MEADOW MILLS").replace("HRBT", "MEAD")
    yield from map(str, compare(Source("a", RELEASE, origin="harbour.txt"), Source("b", other, origin="meadow.txt")).diagnostics)


def taken_folder() -> Printed:
    Path("out").write_text("a file")
    return refused(lambda: convert(Source("release", RELEASE)).write(Path("out")))


def filing_file() -> Printed:
    Path("filing.toml").write_text('cik = "BTUI"\n')
    return refused(lambda: Filing.from_toml(Path("filing.toml")))


def own_words(row: str) -> Printed:
    Path("wording").mkdir()
    Path("wording/1234567.csv").write_text(f"statement,heading,label,concept,note\n{row}\n")
    source = Source.from_bytes(RELEASE.encode(), "release", "release.txt")
    yield from told(convert(source, Filing(cik=1234567), beside=Path()))


def items(*records: dict[str, object]) -> Printed:
    yield from told(from_line_items(records))


FIRST = RELEASE.split("\n")[0]
HALF_YEAR = """\
HARBOUR TOOLS, INC. (Nasdaq: HRBT) gives its figures for the six months ended June 30, 2003.
Net sales for the six months ended June 30, 2003 were $7.8 million, against $5.7 million for
the six months ended June 30, 2002. The net loss for the six months was $1.6 million."""
TABLES = RELEASE[len(FIRST) :]
HEADS = RELEASE[RELEASE.index("                                Three") : RELEASE.index("Net sales")]
THREE_PERIODS = """\
HARBOUR TOOLS, INC. (Nasdaq: HRBT)

                    HARBOUR TOOLS, INC.
           Consolidated Statements of Operations
                      (In thousands)

                             Three Months   Six Months    Nine Months
                                Ended          Ended         Ended
                              Sept. 30,      June 30,      Sept. 30,
                                2003           2003          2003

Net sales                     $7,792        $12,906        $20,968
Cost of goods sold             6,166          9,766         15,932
Gross margin                   1,626          3,140          4,766
Operating expenses             2,940          6,000          8,940
Net loss                     $(1,314)       $(2,860)       $(4,174)
"""
PERCENTAGES = """\
HARBOUR TOOLS, INC. (Nasdaq: HRBT)

                    HARBOUR TOOLS, INC.
           Consolidated Statements of Operations
                      (In thousands)

                                Three Months Ended
                              Dec. 31,      Dec. 31,
                                2003          2002         Change

Net sales                     $7,792        $5,663         37.6%
Cost of goods sold             6,166         4,250         45.1%
Gross margin                   1,626         1,413         51.1%
Selling expenses               1,951         2,585        (24.5)%
Engineering expenses             989           826         19.7%
Total expenses                 2,940         3,411        (13.8)%
Interest expense                 262           647        (59.5)%
Net loss                     $(1,576)      $(2,645)       (40.4)%
"""
HTML = f"""\
<html><body><center>Results</center>
<script>track()</script>
<pre>
{RELEASE}</pre>
</body></html>
"""
CASES: dict[Code, Callable[[], Iterable[str]]] = {
    Code.SOURCE_UNREADABLE: lambda: refused(lambda: Source.from_path("release.txt")),
    Code.SOURCE_EMPTY: lambda: source(b""),
    Code.SOURCE_BINARY: lambda: source(b"%PDF-1.4"),
    Code.SOURCE_TOO_DEEP: lambda: release("<html><body>" + "<div>" * 100_000 + RELEASE),
    Code.ENCODING_GUESSED: lambda: told(
        convert(Source.from_bytes(f"\N{RIGHT SINGLE QUOTATION MARK}{RELEASE}".encode("cp1252"), "release"))
    ),
    Code.EXHIBIT_PICKED: lambda: release(SUBMISSION.format(RELEASE)),
    Code.EXHIBIT_MISSING: lambda: source(SUBMISSION.format(RELEASE).encode(), "EX-99.2"),
    Code.NO_STATEMENT: lambda: release("Boil two eggs for five minutes.\n"),
    Code.NOT_PRIMARY: lambda: release(
        RELEASE + RELEASE[RELEASE.index("       Cons") - 40 : RELEASE.index("\n\n\n")].replace("Consolidated", "Pro Forma Consolidated")
    ),
    Code.SCALE_UNKNOWN: lambda: changed(
        ("                      (In thousands)\n", ""), (" (In thousands, except per share and share amounts)\n", "")
    ),
    Code.SCALE_INFERRED: lambda: changed(("                      (In thousands)\n", "")),
    Code.PERIOD_INFERRED: release,
    Code.PERIOD_UNKNOWN: lambda: changed((HEADS, "")),
    Code.PERIOD_AMBIGUOUS: lambda: changed((HEADS, HEADS.replace("2002", "2003"))),
    Code.PERIOD_CONTRADICTED: lambda: changed(
        ("Three Months", "Nine Months "), ("Dec. 31,      Dec. 31,", "June 30,      June 30,"), (FIRST, HALF_YEAR)
    ),
    Code.COLUMN_NOT_VALUES: lambda: changed(
        ("2003          2002\n", "2003          2002      Change\n"), ("$5,663\n", "$5,663      37.6%\n"), ("4,250\n", "4,250      45.1%\n")
    ),
    Code.ROW_BROKEN: lambda: changed(("6,166         4,250", "6,166   4,250   99")),
    Code.TABLE_CUT: lambda: release(RELEASE[: RELEASE.rindex(",047")]),
    Code.CURRENCY_INFERRED: release,
    Code.ENTITY_INFERRED: release,
    Code.ENTITY_BY_NAME: lambda: changed((" (Nasdaq: HRBT)", "")),
    Code.ENTITY_UNKNOWN: lambda: items({"label": "Cash", "statement": "BS", "end": "2003-12-31", "value": "6659", "unit": "USD"}),
    Code.ENTITY_SEVERAL: lambda: release(TWO_FILERS + SUBMISSION.format(RELEASE)),
    Code.WORDING_FOUND: lambda: own_words("BS,,Cash,CashAndCashEquivalentsAtCarryingValue,"),
    Code.WORDING_INVALID: lambda: own_words("BS,,Cash,Money,"),
    Code.FILING_INVALID: filing_file,
    Code.SUM_DIFFERS: lambda: changed(("7,792", "7,729")),
    Code.SIGN_UNCERTAIN: lambda: changed(
        ("Cost of goods sold             6,166         4,250", "Cost of goods sold             4,166         2,250"),
        ("Gross margin                   1,626         1,413", "Gross margin                   3,626         3,413"),
        ("Loss from operations          (1,314)       (1,998)", "Operating income                 686             2"),
        ("Interest expense, net           (262)         (647)", "Interest income                2,000         2,000"),
        ("Net loss                     $(1,576)      $(2,645)", "Net loss                      $2,686        $2,002"),
    ),
    Code.LINE_UNKNOWN: lambda: changed(("Operating expenses             2,940", "Harbour dues and pilots        2,940")),
    Code.LINE_DOUBTFUL: lambda: changed(
        (
            "Total assets                 $20,527       $25,047",
            "Total assets                 $20,527       $25,047\n                                 700           800",
        )
    ),
    Code.CONCEPT_TWICE: lambda: changed(("  Inventories  ", "  Cash         ")),
    Code.FACT_INCONSISTENT: lambda: release(
        RELEASE + CASH_FLOWS.replace("Cash at end of year           $6,659", "Cash at end of year           $6,695")
    ),
    Code.BALANCE_DIFFERS: lambda: changed(
        ("Accounts payable            $4,576", "Accounts payable            $4,567"),
        ("stockholders' equity        $20,527", "stockholders' equity        $20,518"),
    ),
    Code.RESULT_DIFFERS: lambda: release(
        RELEASE.replace(
            "Net loss                     $(1,576)      $(2,645)\n",
            "Net loss                      (1,576)       (2,645)\n"
            "Net loss attributable to\n noncontrolling interests         (24)          (55)\n"
            "Net loss attributable to\n Harbour Tools               $(1,525)      $(2,590)\n",
        )
    ),
    Code.CASH_DIFFERS: lambda: release(
        RELEASE + CASH_FLOWS.replace("Cash at", "Cash, cash equivalents and restricted cash at").replace("6,659", "6,569")
    ),
    Code.CASH_RESTRICTED: lambda: release(
        RELEASE + CASH_FLOWS.replace("Cash at", "Cash, cash equivalents and restricted cash at").replace("6,659", "6,759")
    ),
    Code.PER_SHARE_DIFFERS: lambda: changed(("(0.22)", "(0.32)")),
    Code.PERIODS_DIFFER: lambda: release(THREE_PERIODS),
    Code.PERCENT_DIFFERS: lambda: release(PERCENTAGES),
    Code.PROSE_DIFFERS: lambda: changed(("2003.\n", "2003.\nFourth quarter net sales were $8.7 million.\n")),
    Code.PROSE_CONTRADICTORY: lambda: changed(
        ("2003.\n", "2003.\nFourth quarter net sales were up 38 percent over the fourth quarter of 2003.\n")
    ),
    Code.PAGE_REWRITTEN: lambda: inline(HTML),
    Code.FACT_HIDDEN: lambda: inline(RELEASE, printed=False),
    Code.ENTITIES_DIFFER: two_companies,
    Code.ITEM_INVALID: lambda: items({"label": "Cash", "statement": "BS", "end": "31 Dec", "value": "6659", "unit": "USD"}),
    Code.OUTPUT_INVALID: broken_instance,
    Code.OUTPUT_FAILED: taken_folder,
}
"""What earns each code. Without: `internal-fault`, which nobody has foreseen, and `ledger-cut`, which takes seconds."""
