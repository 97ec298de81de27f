"""The whole ledger: what counts as a number, what becomes of each kind, one row for each, and CSV that people can open."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest
from ledger_rules import broken_rules
from paper import balance, operations

from converter import Conversion, Filing, Source, convert
from converter.checks.completeness.accounting import account
from converter.checks.prose.held import Agreement, ProseFigure
from converter.diagnostic import Code
from converter.ledger import Entry
from converter.outcome import Outcome, Tone, outcome_of
from converter.period import Instant
from converter.place import Place
from converter.statement import OtherTable
from converter.writers.ledger import ledger_csv

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
FILING = Filing(cik="0000840883", fiscal_year_end=(12, 31))
HEADS = (
    "                            Three Months Ended\n"
    "                            Dec. 31,   Dec. 31,\n"
    "                               2003       2002"
)
LINES = (
    "Net Sales                     7,792      5,663",
    "Cost of Goods Sold            6,166      4,250",
    "Gross Profit                  1,626      1,413",
    "Interest Expense                 --         12",
    "Net Loss                     (1,576)    (2,645)",
)
STATEMENT = operations(HEADS, *LINES)


def converted(page: str) -> Conversion:
    """A page converted, with the rules of the ledger held."""
    source = Source.from_bytes(page.encode(), "page")
    conversion = convert(source, FILING)
    assert conversion.report is not None, [str(diagnostic) for diagnostic in conversion.diagnostics]
    assert list(broken_rules(conversion, source)) == []
    return conversion


def outcomes(page: str, of: str) -> list[tuple[str, Outcome]]:
    """The numbers of the lines that hold some words, with what became of them."""
    lines = {number for number, line in enumerate(page.split("\n"), 1) if of in line}
    assert lines
    return [(entry.text, entry.outcome) for entry in converted(page).ledger if entry.place.line in lines]


TEXT: Sequence[tuple[str, list[tuple[str, Outcome]]]] = (
    ("Sales grew 38% to $7.8 million.", [("38%", Outcome.TEXT), ("$7.8", Outcome.TEXT)]),
    ("The company has 1,250 employees.", [("1,250", Outcome.TEXT)]),
    ("It lost US$2,000 (and .05 a share).", [("US$2,000", Outcome.TEXT), (".05", Outcome.TEXT)]),
    ("On December 31, 2003, and on 4 March 2004.", [(n, Outcome.DATE) for n in ("31", "2003", "4", "2004")]),
    ("Quarters ended June 29 and 30, 2003.", [(n, Outcome.DATE) for n in ("29", "30", "2003")]),
    ("On 12/31/03 and on 2004-01-15.", [(n, Outcome.DATE) for n in ("12", "31", "03", "2004", "01", "15")]),
    ("A call at 10:30 a.m., and at 5 p.m.", [("10", Outcome.DATE), ("30", Outcome.DATE), ("5", Outcome.DATE)]),
    ("In Q4 and in the 13-week period.", [("4", Outcome.DATE), ("13", Outcome.DATE)]),
    ("Call (978) 667-4111 ext.", [("(978)", Outcome.CONTACT), ("667", Outcome.CONTACT), ("4111", Outcome.CONTACT)]),
    ("Dial 1-800-555-0199, passcode 8654321.", [(n, Outcome.CONTACT) for n in ("1", "800", "555", "0199", "8654321")]),
    ("23 Esquire Road, North Billerica, MA 01862", [("23", Outcome.CONTACT), ("01862", Outcome.CONTACT)]),
    ("See www.example2.com for more.", [("2", Outcome.CONTACT)]),
    ("Exhibit 99.1 of Form 8-K, under Rule 144.", [(n, Outcome.REFERENCE) for n in ("99.1", "8", "144")]),
    ("As Note 7 and Section 21E tell.", [("7", Outcome.REFERENCE), ("21", Outcome.REFERENCE)]),
    ("Other businesses (3) are shown apart.", [("(3)", Outcome.NOTE_MARK)]),
    ("1. The first of the reasons.", [("1", Outcome.ITEM)]),
    ("The B2B business grew.", [("2", Outcome.NAME)]),
    ("                          - 3 -", [("3", Outcome.PAGE)]),
    ("Page 3 of 7", [("3", Outcome.PAGE), ("7", Outcome.PAGE)]),
)  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), TEXT, ids=[line.strip() for line, _ in TEXT])
def test_a_number_of_the_text_is_told_by_the_ink_around_it(line: str, wanted: list[tuple[str, Outcome]]) -> None:
    page = f"{line}\n\n{STATEMENT}"
    found = outcomes(page, line)
    assert [text for text, _ in found] == [text for text, _ in wanted]
    held = {Outcome.NOT_HELD: Outcome.TEXT, Outcome.DIFFERS: Outcome.TEXT, Outcome.TICKED_OFF: Outcome.TEXT}  # as the prose check sees it
    assert [held.get(outcome, outcome) for _, outcome in found] == [outcome for _, outcome in wanted]


def test_headings_values_and_dashes_for_zero_of_a_statement() -> None:
    assert outcomes(STATEMENT, "Dec. 31,") == [("31", Outcome.HEADING), ("31", Outcome.HEADING)]
    assert outcomes(STATEMENT, "Net Sales") == [("7,792", Outcome.FACT), ("5,663", Outcome.FACT)]
    assert outcomes(STATEMENT, "Net Loss") == [("(1,576)", Outcome.FACT), ("(2,645)", Outcome.FACT)]
    assert outcomes(STATEMENT, "Interest") == [("--", Outcome.FACT), ("12", Outcome.FACT)]


def test_words_of_a_line() -> None:
    sheet = balance(
        "                                         December 31,\n                                              2003",
        "Cash                                         6,659",
        "Accounts receivable, less $65                6,073",
        "Total assets                                12,732",
        "Common stock, $.01 par value                12,732",
    )  # fmt: skip
    assert outcomes(f"{STATEMENT}\n{sheet}", "Accounts receivable") == [("$65", Outcome.LABEL), ("6,073", Outcome.FACT)]
    assert outcomes(f"{STATEMENT}\n{sheet}", "Common stock") == [("$.01", Outcome.LABEL), ("12,732", Outcome.FACT)]


COLUMNS = (
    ("% Chg", ("37.6%", "45.1%", "15.1%", "(40.4)%"), Outcome.PERCENT_COLUMN),
    ("Change", ("2,129", "1,916", "213", "1,069"), Outcome.CHANGE_COLUMN),
    ("Pro Forma", ("7,800", "6,100", "1,700", "(1,500)"), Outcome.OTHER_BASIS),
)


@pytest.mark.parametrize(("head", "numbers", "outcome"), COLUMNS, ids=[head for head, _, _ in COLUMNS])
def test_columns_that_hold_no_values_of_a_period(head: str, numbers: Sequence[str], outcome: Outcome) -> None:
    lines = [f"{line:<46}{number:>12}" for line, number in zip((*LINES[:3], LINES[4]), numbers, strict=True)]
    found = converted(operations(HEADS.replace("2002", f"2002   {head:>9}"), *lines)).ledger
    assert [(entry.text, entry.outcome, entry.code) for entry in found if entry.text in numbers] == [
        (number, outcome, "column-not-values") for number in numbers
    ]


def test_a_column_without_a_period() -> None:
    lines = ("Cash                         6,659     13,847", "Inventories                  7,795      6,668")
    page = balance("                          Dec. 31, 2003   Elsewhere", *lines, "Total assets                14,454     20,515")
    assert outcomes(page, "Inventories") == [("7,795", Outcome.FACT), ("6,668", Outcome.NO_PERIOD)]


def test_columns_that_claim_one_date_have_a_period_in_doubt() -> None:
    lines = (
        "Cash                         6,659        13,847         5,111",
        "Inventories                  7,795         6,668         4,222",
    )
    heads = "                        Dec. 31, 2003   Dec. 31, 2003  Dec. 31, 2002"
    page = balance(heads, *lines, "Total assets                14,454        20,515         9,333")
    doubted = Outcome.PERIOD_DOUBTED
    assert outcomes(page, "Inventories") == [("7,795", doubted), ("6,668", doubted), ("4,222", Outcome.FACT)]


def test_a_row_whose_numbers_cannot_be_placed_and_digits_that_are_none() -> None:
    page = STATEMENT.replace("7,792      5,663", "7,792      5,663      1,111      2,222", 1)
    assert set(dict(outcomes(page, "Net Sales")).values()) == {Outcome.BROKEN}
    page = STATEMENT.replace("6,166      4,250", "     6,1664,250", 1)
    assert outcomes(page, "Cost of Goods") == [("6,1664,250", Outcome.BROKEN)]


def test_numbers_that_stand_like_those_of_a_statement_but_were_not_read() -> None:
    """The amounts of the line touch each other: no column takes them, and that is told."""
    page = STATEMENT.replace("Interest Expense", "Selling Expense       (801,209)(499,918)\nInterest Expense")
    found = [entry for entry in converted(page).ledger if entry.text in ("(801,209)", "(499,918)")]
    assert [(entry.outcome, entry.code) for entry in found] == [(Outcome.BROKEN, "row-broken")] * 2
    told = [str(diagnostic) for diagnostic in converted(page).diagnostics if diagnostic.code is Code.ROW_BROKEN]
    assert len(told) == 2
    assert "Selling Expense" in told[0]


def test_a_column_of_references_to_notes() -> None:
    page = STATEMENT.replace("Cost of Goods Sold      ", "Cost of Goods Sold   7  ")
    assert outcomes(page, "Cost of Goods") == [("7", Outcome.NOTE_MARK), ("6,166", Outcome.FACT), ("4,250", Outcome.FACT)]


def test_the_same_fact_with_two_values() -> None:
    flows = (
        STATEMENT.replace("Statements of Operations", "Statements of Cash Flows").partition("Net Sales")[0]
        + "Cash flows from operating activities:\n"
        "Net Loss                     (1,577)    (2,645)\n"
        "Depreciation                     77         45\n"
        "Net cash used in operating\n"
        "activities                   (1,500)    (2,600)\n"
        "Cash flows from investing activities:\n"
        "Capital expenditures           (100)      (100)\n"
        "Net decrease in cash         (1,600)    (2,700)\n"
        "Cash at beginning of year     3,000      5,700\n"
        "Cash at end of year           1,400      3,000\n"
    )
    found = outcomes(f"{STATEMENT}\n{flows}", "Net Loss")
    assert found == [
        ("(1,576)", Outcome.CONTRADICTED),
        ("(2,645)", Outcome.FACT),
        ("(1,577)", Outcome.CONTRADICTED),
        ("(2,645)", Outcome.FACT),
    ]


TABLE = (
    "                                2003       2002",
    "",
    "Net income as adjusted         1,111      2,222",
    "Amortization                     333        444",
    "EBITDA                            --      6,666",
)  # fmt: skip


@pytest.mark.parametrize(("title", "outcome"), [
    ("Reconciliation of Net Income to EBITDA", Outcome.NON_GAAP), ("Sales by Segment", Outcome.OTHER_TABLE), ("", Outcome.OTHER_TABLE),
])  # fmt: skip
def test_a_table_that_is_no_primary_statement(title: str, outcome: Outcome) -> None:
    words = "The company also gives figures that are not those of its statements. They help to compare one quarter with another.\n"
    page = "\n".join((f"{STATEMENT}Net Loss Per Share            (0.22)     (0.38)", "", words, "", title, "", *TABLE, ""))
    conversion = converted(page)
    held = [entry for entry in conversion.ledger if entry.code == "not-primary"]
    assert [entry.text for entry in held] == ["1,111", "2,222", "333", "444", "--", "6,666"]
    assert {entry.outcome for entry in held} == {outcome}
    assert {entry.statement for entry in held} == {title}
    assert held[2].label == "Amortization"
    assert [d.code.label for d in conversion.diagnostics].count("not-primary") == 1
    years = [entry for entry in conversion.ledger if entry.text in ("2003", "2002") and entry.place.line > STATEMENT.count("\n") + 4]
    assert {entry.outcome for entry in years} <= {Outcome.HEADING, Outcome.DATE}
    assert len(years) == 2


HTML = (
    "<html><head><title>Report 7</title><style>p {{ margin: 1px }}</style></head>"
    "<body><p>Sales of $<b>7</b>.8 million<sup>(2)</sup>, note<sup>3</sup></p><p style='display:none'>hidden 55</p>"
    "<script>var a = 66;</script><p>Caf\u00e9 &lt;script&gt;alert('77')&lt;/script&gt;</p>{}</body></html>"
)


def html_page() -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in re.split(r' {2,}', line.strip()))}</tr>" for line in LINES)
    heads = "<tr><td></td><td>Dec. 31, 2003</td><td>Dec. 31, 2002</td></tr>"
    title = "<p>Consolidated Statements of Operations</p><p>(In thousands)</p><p>Three Months Ended</p>"
    return HTML.format(f"{title}<table>{heads}{rows}</table>")


def test_a_page_of_html_counts_what_a_browser_shows() -> None:
    ledger = converted(html_page()).ledger
    texts = [entry.text for entry in ledger]
    assert not {"55", "66", "1"} & set(texts)
    assert [(e.text, e.outcome) for e in ledger if e.outcome is Outcome.NOTE_MARK] == [("(2)", Outcome.NOTE_MARK), ("3", Outcome.NOTE_MARK)]
    assert "77" in " ".join(texts)
    assert sum(entry.outcome is Outcome.FACT for entry in ledger) == 10
    assert "$7.8" in texts


def test_every_outcome_has_a_tone_and_plain_words() -> None:
    assert {outcome.tone for outcome in Outcome} == set(Tone)
    assert len({outcome.label for outcome in Outcome}) == len(Outcome)
    assert outcome_of("period-ambiguous") is outcome_of("period-contradicted") is Outcome.PERIOD_DOUBTED


# What the check of the text says


def test_a_figure_of_the_text_gets_the_verdict_of_the_check() -> None:
    page = f"Net sales were $7.8 million, not $9.9 million.\n\nThe credit line is $14 million.\n\n{STATEMENT}"
    conversion = converted(page)
    assert conversion.report is not None
    assert conversion.document is not None
    sales = next(number for number, fact in enumerate(conversion.report.facts) if fact.value == 7792000)
    figures = (
        ProseFigure(Place(1, 15, 27), "$7.8 million", "Revenues: 7,800,000", Agreement.AGREES, "the statement prints 7,792", (sales,)),
        ProseFigure(Place(1, 33, 45), "$9.9 million", "Revenues: 9,900,000", Agreement.DIFFERS, "the statement prints 7,792", (sales,)),
        ProseFigure(Place(3, 19, 30), "$14 million", "", Agreement.NOT_HELD, "no table holds it"),
    )
    others: tuple[OtherTable, ...] = ()
    ledger = account(conversion.document, conversion.statements, others, conversion.entries, figures, conversion.report.facts, print)
    said = {entry.text: entry for entry in ledger}
    assert (said["$7.8"].outcome, said["$7.8"].fact, said["$7.8"].concept) == (Outcome.TICKED_OFF, sales, "er:Revenues")
    assert (said["$9.9"].outcome, said["$9.9"].fact, said["$9.9"].reason) == (Outcome.DIFFERS, sales, "the statement prints 7,792")
    assert (said["$14"].outcome, said["$14"].fact) == (Outcome.NOT_HELD, None)


# Evidence


def test_a_fact_tells_what_its_scale_rests_on() -> None:
    sales = next(entry for entry in converted(STATEMENT).ledger if entry.text == "7,792")
    assert 'scale: thousands, "(In thousands, except per share and share amounts)" (line 3)' in sales.note
    assert "period: 3 months counted back from the end" in sales.note


# CSV


def rows_of(*entries: Entry) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ledger_csv(entries).decode(), newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "\t=1", "\r=1", "-1+cmd|' /C calc'!A0", "-x"])
def test_no_text_of_the_csv_is_taken_for_a_formula(text: str) -> None:
    place = Place(1, 0, 1)
    (row,) = rows_of(Entry(place, text, Outcome.LABEL, text, text, text, reason=text))
    for column in ("text", "statement", "label", "column", "reason"):
        assert row[column] == f"'{text}"


@pytest.mark.parametrize("text", ["-", "--", "-0-", "-1,234", "-$5.00", "-.05", "- 12%", "(1,314)"])
def test_negative_numbers_and_dashes_stand_as_printed(text: str) -> None:
    (row,) = rows_of(Entry(Place(1, 0, 1), text, Outcome.TEXT))
    assert row["text"] == text


def test_numbers_of_the_csv_are_exact() -> None:
    value = Decimal("-12345678901234567890.10")
    (row,) = rows_of(Entry(Place(3, 4, 9, "/html/p[1]"), "x", Outcome.FACT, fact=0, period=Instant(date(2003, 12, 31)), value=value))
    assert (row["line"], row["start"], row["end"], row["node"]) == ("3", "5", "9", "/html/p[1]")
    assert (row["fact"], row["value"], row["period"], row["decimals"]) == ("f1", "-12345678901234567890.1", "2003-12-31", "INF")


def test_what_has_no_reason_of_its_own_says_what_its_kind_means() -> None:
    (row,) = rows_of(Entry(Place(1, 0, 1), "3", Outcome.PAGE))
    assert row["reason"] == Outcome.PAGE.meaning


# Bounds


def test_a_text_with_more_numbers_than_any_release_is_cut_with_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.checks.completeness.accounting.MOST", 50)
    conversion = convert(Source.from_bytes(f"{'Item 12.5 and 13. ' * 3}\n\n".encode() * 40 + STATEMENT.encode(), "page"), FILING)
    assert [d.code.label for d in conversion.diagnostics].count("ledger-cut") == 1
    assert sum(entry.outcome is Outcome.FACT for entry in conversion.ledger) == 10
    assert 50 <= sum(entry.outcome is not Outcome.FACT for entry in conversion.ledger) <= 60


# Real releases

SPREAD = sorted([*CORPUS.glob("*/release.txt"), *CORPUS.glob("*/release.htm")])[::9]


@pytest.mark.skipif(not SPREAD, reason="the releases are not in ../shared/corpus")
@pytest.mark.parametrize("path", SPREAD, ids=[path.parent.name for path in SPREAD])
def test_real_releases_keep_the_rules(path: Path) -> None:
    """Every ninth; tests/benchmarks/ledger.py looks at all of them."""
    source = Source.from_path(path)
    conversion = convert(source)
    assert conversion.report is None or list(broken_rules(conversion, source)) == []


def test_a_line_of_many_elements_takes_time_in_proportion() -> None:
    page = (ROOT / "examples" / "btu-2003q4-html" / "btu-2003q4-html.htm").read_text()
    long = page + "<p>" + " ".join(f"<b>{number}</b> words<sup>1</sup>" for number in range(8_000)) + "</p>"
    begun = process_time()
    conversion = convert(Source.from_bytes(long.encode(), "long.htm"))
    assert process_time() - begun < 5  # 20 s and more when each number counts out its elements
    assert len(conversion.ledger) > 16_000
