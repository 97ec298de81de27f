"""The whole way, from bytes to files: how a release may be saved, what must fail and how, a page that is cut, and no number lost."""

import csv
import io
import os
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from paper import operations

from converter import Code, Conversion, Filing, Refusal, Severity, Source, convert
from converter.cli import invoke
from converter.writers.outputs import DEFAULT, output_paths

ROOT = Path(__file__).parents[1]
NAMES = ("btu-2003q4", "btu-2004q1")
DECEMBER = Filing(fiscal_year_end=(12, 31))
MEMORY = 300
"""Megabytes that a release in the middle of fifty megabytes may take."""

Said = tuple[str, str, str, Decimal, int | None]
each = pytest.mark.parametrize("name", NAMES)


@cache
def text_of(name: str) -> str:
    return (ROOT / "examples" / name / f"{name}.txt").read_text(encoding="utf-8")


@cache
def plain(name: str) -> Conversion:
    return convert(Source.from_bytes(text_of(name).encode(), name))


def said(conversion: Conversion) -> set[Said]:
    """What a report says, without the places where it says so."""
    if conversion.report is None:
        return set()
    return {(fact.concept.qname, str(fact.period), str(fact.unit), fact.value, fact.decimals) for fact in conversion.report.facts}


# How a release may be saved


def tabbed(text: str) -> str:
    """The text with every run of blanks that reaches a tab stop written as tabs."""
    lines = []
    for line in text.split("\n"):
        pieces = [line[start : start + 8] for start in range(0, len(line), 8)]
        lines.append("".join(re.sub(r" {2,}$", "\t", piece) if len(piece) == 8 else piece for piece in pieces))
    assert "\n".join(lines).expandtabs(8) == text
    return "\n".join(lines)


def curly(text: str) -> str:
    """The text with typographic apostrophes and quotation marks, and a dash in its prose."""
    return text.replace("'", "\u2019").replace("million. The", "million \u2013 \u201cnet\u201d. The")


FORMS: dict[str, Callable[[str], bytes]] = {
    "utf-8 with its mark": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16, big end first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16 without its mark": lambda text: text.encode("utf-16-le"),
    "utf-8 with curly quotes": lambda text: curly(text).encode(),
    "windows-1252 with curly quotes": lambda text: curly(text).encode("cp1252"),
    "carriage returns and line feeds": lambda text: text.replace("\n", "\r\n").encode(),
    "carriage returns alone": lambda text: text.replace("\n", "\r").encode(),
    "tabs for runs of blanks": lambda text: tabbed(text).encode(),
    "no-break spaces": lambda text: text.replace("  ", "\xa0 ").encode(),
    "form feeds between pages": lambda text: re.sub(r"(?m)^(?= +BTU INTERNATIONAL)", "\f", text).encode(),
    "form feeds on lines of their own": lambda text: re.sub(r"(?m)^(?= +BTU INTERNATIONAL)", "\f\n", text).encode(),
    "blanks at the ends of lines": lambda text: text.replace("\n", "    \n").encode(),
    "without a last newline": lambda text: text.rstrip("\n").encode(),
    "moved to the right": lambda text: text.replace("\n", "\n        ").encode(),
}


@each
@pytest.mark.parametrize("form", FORMS)
def test_the_facts_do_not_depend_on_how_the_text_is_saved(name: str, form: str) -> None:
    conversion = convert(Source.from_bytes(FORMS[form](text_of(name)), name))
    assert conversion.ok
    assert said(conversion) == said(plain(name))
    assert len(conversion.entries) == len(plain(name).entries)


PROSE = "The committee met on the 14th of May, 1998 and heard 27 speakers; nobody asked for the minutes of item 12.\n"
AROUND = {
    "prose": PROSE * 20000,
    "blank lines": "\n" * 200000,
    "one long line": "x" * 500000 + "\n",
    "a list": "These were heard in the order of the day, and some of them twice.\n\n" + "Item        12\n" * 50,
    "notes": "(1)  See page 12 of the handbook.\n" * 2000,
}


@each
@pytest.mark.parametrize("what", AROUND)
def test_the_facts_do_not_depend_on_what_stands_around(name: str, what: str) -> None:
    around = AROUND[what]
    conversion = convert(Source.from_bytes((around + text_of(name) + "\n\n" + around).encode(), name))
    assert said(conversion) == said(plain(name))


def test_a_release_in_the_middle_of_fifty_megabytes(tmp_path: Path) -> None:
    half = (PROSE * (25_000_000 // len(PROSE))).encode()
    (tmp_path / "large.txt").write_bytes(half + text_of(NAMES[0]).encode() + b"\n" + half)
    code = (
        "import sys; from converter import Source, convert; conversion = convert(Source.from_path(sys.argv[1]));"
        "status = open('/proc/self/status').read();"
        "print(len(conversion.report.facts), int(status.partition('VmHWM:')[2].split()[0]) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "large.txt")], capture_output=True, text=True, cwd=ROOT, check=True)
    facts, megabytes = map(int, done.stdout.split())
    assert facts == len(said(plain(NAMES[0])))
    assert megabytes < MEMORY


# What must fail

TABLES = (
    "Harbour tools, by weight\n"
    "\n"
    "            2003     2002\n"
    "Hammer     1,200    1,300\n"
    "Saw          800      750\n"
    "Axe        2,100    2,050\n"
    "Plane      1,700    1,600\n"
)
FAILURES = {
    "nothing": (b"", Code.SOURCE_EMPTY),
    "blanks": (b" \r\n\t\n", Code.SOURCE_EMPTY),
    "a JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40, Code.SOURCE_BINARY),
    "a PDF": (b"%PDF-1.4\n" + bytes(range(256)) * 40, Code.SOURCE_BINARY),
    "noise": (random.Random(7).randbytes(20000), Code.SOURCE_BINARY),
    "a cooking recipe": (b"Pancakes\n"
        b"\n"
        b"2 eggs\n"
        b"250 g flour\n"
        b"1/2 l milk\n"
        b"\n"
        b"Beat the eggs, add flour and milk, fry for 3 minutes at 180 degrees.\n", Code.NO_STATEMENT),
    "a release without tables": (text_of(NAMES[0]).partition("                        BTU")[0].encode(), Code.NO_STATEMENT),
    "tables that are no statements": (TABLES.encode(), Code.NO_STATEMENT),
    "a web page": (b"<html><body><p>Hello, <b>world</b></p><table><tr><td>7</td></tr></table></body></html>", Code.NO_STATEMENT),
}  # fmt: skip


def is_one_sentence(message: str) -> bool:
    """Whether a person gets one sentence, or two short ones, and no more."""
    return len(message) < 250 and "\n" not in message and message.rstrip().endswith(".") and "Traceback" not in message


@pytest.mark.parametrize("what", FAILURES)
def test_what_is_no_release_fails_in_one_clear_sentence(what: str) -> None:
    data, code = FAILURES[what]
    try:
        conversion = convert(Source.from_bytes(data, "page"))
        assert not conversion.ok
        assert conversion.report is None
        assert not conversion.files
        (error,) = (d for d in conversion.diagnostics if d.severity is Severity.ERROR)
    except Refusal as refusal:
        error = refusal.diagnostic
    assert error.code is code
    assert is_one_sentence(error.message)
    assert error.hint.endswith(".")


@pytest.mark.parametrize("what", FAILURES)
def test_the_command_fails_with_one_line_and_leaves_nothing(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release, out = tmp_path / "page.txt", tmp_path / "out"
    release.write_bytes(text_of(NAMES[0]).encode())
    assert invoke(["convert", str(release), "-o", str(out)]) == 0
    assert {*out.iterdir()} == {*output_paths(out, "page", DEFAULT), out / "er"} - {out / "page-def.xml"}
    capsys.readouterr()
    release.write_bytes(FAILURES[what][0])
    assert invoke(["convert", str(release), "-o", str(out)]) == 1
    assert [path.name for path in out.iterdir()] == ["er"]  # what other releases of the folder share
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert f"[{FAILURES[what][1].label}]" in error


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(Refusal) as refused:
            Source.from_path(path)
        assert refused.value.diagnostic.code is Code.SOURCE_UNREADABLE
        assert is_one_sentence(refused.value.diagnostic.message)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read and write everything")
def test_what_may_not_be_read_or_written_is_refused(tmp_path: Path) -> None:
    closed = tmp_path / "closed.txt"
    closed.touch(mode=0)
    with pytest.raises(Refusal) as refused:
        Source.from_path(closed)
    assert refused.value.diagnostic.code is Code.SOURCE_UNREADABLE
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(Refusal) as refused:
        plain(NAMES[0]).write(tmp_path / "locked" / "out")
    assert refused.value.diagnostic.code is Code.OUTPUT_FAILED


def test_a_file_in_the_place_of_the_output_folder_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(Refusal) as refused:
        plain(NAMES[0]).write(tmp_path / "taken")
    assert refused.value.diagnostic.code is Code.OUTPUT_FAILED
    assert (tmp_path / "taken").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_failed_conversion_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        convert(Source.from_bytes(FAILURES["a cooking recipe"][0], "page")).write(tmp_path / "out")
    assert not list(tmp_path.iterdir())


# A page that is cut


def cuts(text: str) -> list[int]:
    """Places in the middle of numbers, in every third row of figures but the first rows of a statement: a title alone makes none."""
    places = []
    for title in ("Net Sales   ", "\nAssets\n"):
        statement = text[text.index(title) : text.find("Consolidated Balance", text.index(title)) % (len(text) + 1)]
        rows = list(re.finditer(r"(?m)^.*?\S {2,}.*\d.*$", statement))
        for row in rows[5::3]:
            numbers = [number for number in re.finditer(r"\d[\d,.]+", row[0]) if len(number[0]) > 2]
            places += [text.index(title) + row.start() + number.start() + 1 for number in numbers]
    return places


@each
def test_a_table_cut_in_the_middle_of_a_row(name: str) -> None:
    """It converts what is whole and names what is not."""
    text = text_of(name)
    whole = said(convert(Source.from_bytes(text.encode(), name), DECEMBER))
    tried = 0
    for cut in cuts(text):
        conversion = convert(Source.from_bytes(text[:cut].encode(), name), DECEMBER)
        line = text[:cut].count("\n") + 1
        tried += 1
        row = text[:cut].rpartition("\n")[2]
        assert said(conversion) <= whole, f"a number that is not printed became a fact: {row!r}"
        named = [d for d in conversion.diagnostics if d.code in (Code.TABLE_CUT, Code.ROW_BROKEN) and d.place and d.place.line == line]
        assert named, f"nothing says that the row is cut: {row!r}"
    assert tried > 10


@each
def test_a_table_cut_between_rows_converts_what_is_there(name: str) -> None:
    text = text_of(name)
    half = text[: text.index(" Long-Term Debt")]
    conversion = convert(Source.from_bytes(half.encode(), name), DECEMBER)
    assert conversion.ok
    assert said(conversion) < said(convert(Source.from_bytes(text.encode(), name), DECEMBER))
    figures = re.findall(r"(?<![\w,.])[($]*\d[\d,.]*\)?(?![\w,.])", half[half.index("Net Sales   ") :])
    assert len(said(conversion)) == len(figures) - 4  # days and years in the headings of the balance sheet


# Nothing lost

NUMBER = re.compile(r"(?<!\S)(?:[($\[-]|\$ )*(?:\d[\d,]*(?:\.\d+)?|\.\d+)[)\]]?%?(?!\S)")


def printed_numbers(text: str, conversion: Conversion) -> Counter[int]:
    """How many numbers stand in each line between the first and the last line of each statement, by a reading of our own.

    Numbers stand behind at least two blanks, and what is left of them is a label.
    """
    lines = text.split("\n")
    found: Counter[int] = Counter()
    for statement in conversion.statements:
        places = [amount.place.line for line in statement.lines for amount in line.amounts if amount]
        places += [leftover.place.line for leftover in statement.leftovers]
        for number in range(min(places), max(places) + 1):
            if re.fullmatch(r" *(?:19|20)\d\d(?: +(?:19|20)\d\d)*", lines[number - 1]):
                continue  # years over columns
            figures = re.split(r"(?<=\S) {2,}|^ {20,}", lines[number - 1])[1:]
            found[number] += sum(1 for figure in figures for _ in NUMBER.finditer(figure))
    return +found


def check_nothing_lost(conversion: Conversion) -> None:
    """Each entry points to one fact or one code, each fact to its entries, and no place has two entries."""
    assert conversion.report is not None
    places = Counter(entry.place for entry in conversion.entries)
    assert max(places.values()) == 1
    for number, fact in enumerate(conversion.report.facts):
        assert {entry.place for entry in conversion.entries if entry.fact == number} == set(fact.places)
    labels = {code.label for code in Code}
    for entry in conversion.entries:
        if entry.fact is None:
            assert entry.code in labels
            assert entry.reason
        else:
            assert not entry.code
            fact = conversion.report.facts[entry.fact]
            assert entry.place in fact.places
            assert (entry.concept, entry.period, entry.value) == (fact.concept.qname, fact.period, fact.value)


@each
def test_every_printed_number_has_one_entry(name: str) -> None:
    conversion = plain(name)
    check_nothing_lost(conversion)
    assert Counter(entry.place.line for entry in conversion.entries) == printed_numbers(text_of(name), conversion)


@each
def test_the_ledger_shows_the_entries_as_they_stand_in_the_text(name: str) -> None:
    conversion = plain(name)
    lines = text_of(name).split("\n")
    rows = list(csv.DictReader(io.StringIO(conversion.files[f"{name}.ledger.csv"].decode(), newline="")))
    assert len(rows) == len(conversion.ledger)
    instance = conversion.files[f"{name}.xbrl"].decode()
    for row in rows:
        ink = lines[int(row["line"]) - 1][int(row["start"]) - 1 : int(row["end"])]
        assert re.fullmatch(r"[\d,.]+", ink)
        assert ink in row["text"]
        if row["outcome"] == "fact":
            assert f'<{row["concept"]} id="{row["fact"]}"' in instance or f'id="{row["fact"]}"' in instance
    assert sum(row["outcome"] == "fact" for row in rows) == len(conversion.entries)
    assert [(int(row["line"]), int(row["start"])) for row in rows] == sorted((int(row["line"]), int(row["start"])) for row in rows)


QUARTERS = (
    "                                Three Months Ended\n"
    "                                Dec. 31,   Dec. 31,{}\n"
    "                                    2003       2002"
)
ODD_PAGES = {
    "a column of changes": operations(
        QUARTERS.format("   Change"),
        "Net Sales                          7,792      5,663    37.6%",
        "Cost of Goods Sold                 6,166      4,250    45.1%",
        "Gross Profit                       1,626      1,413    15.1%",
        "Net Loss                          (1,576)    (2,645)  (40.4)%",
    ),
    "a row with a number too many": operations(
        QUARTERS.format(""),
        "Net Sales                          7,792      5,663",
        "Cost of Goods Sold                 6,166      4,250",
        "Gross Profit                       1,626      1,413",
        "Restructuring     990      1,350     190        900",
        "Net Loss                          (1,576)    (2,645)",
    ),
    "a column of notes": operations(
        QUARTERS.format(""),
        "Net Sales                 2        7,792      5,663",
        "Cost of Goods Sold        3        6,166      4,250",
        "Gross Profit                       1,626      1,413",
        "Income Taxes             12         (379)      (222)",
        "Net Loss                          (1,576)    (2,645)",
    ),
    "numbers run together": operations(
        QUARTERS.format(""),
        "Net Sales                          7,792      5,663",
        "Cost of Goods Sold                 6,166      4,250",
        "Gross Profit                       1,626      1,413",
        "Restructuring                     1,3502,190",
        "Net Loss                          (1,576)    (2,645)",
    ),
    "the same fact with two values": operations(
        QUARTERS.format(""),
        "Net Sales                          7,792      5,663",
        "Cost of Goods Sold                 6,166      4,250",
        "Gross Profit                       1,626      1,413",
        "Net Loss                          (1,576)    (2,645)",
        "Net Loss                          (1,577)    (2,645)",
    ),
    "a second set of headings without a period": operations(
        QUARTERS.format(""),
        "Net Sales                          7,792      5,663",
        "Cost of Goods Sold                 6,166      4,250",
        "Gross Profit                       1,626      1,413",
        "Net Loss                          (1,576)    (2,645)",
        "",
        "                                   1999       1998",
        "Net Sales                          4,792      3,663",
        "Cost of Goods Sold                 3,166      2,250",
        "Gross Profit                       1,626      1,413",
    ),
}


@pytest.mark.parametrize("what", ODD_PAGES)
def test_no_number_of_an_odd_page_is_lost(what: str) -> None:
    page = ODD_PAGES[what]
    conversion = convert(Source.from_bytes(page.encode(), "page"))
    check_nothing_lost(conversion)
    assert Counter(entry.place.line for entry in conversion.entries) == printed_numbers(page, conversion)
    behind = re.findall(r"(?m)^(?:Net|Cost|Gross|Income|Restructuring)[^(\n]*? {2,}(.*)$", page)
    assert len(conversion.entries) == sum(len(figures.split()) for figures in behind)


DRESSES = ("{}", "({})", "${}", "(${})", "$({})", "[{}]", "-{}", "( {})")


@st.composite
def smudged(draw: st.DrawFn) -> tuple[str, str]:
    """A release in which some numbers are moved, removed, dressed otherwise or doubled."""
    name = draw(st.sampled_from(NAMES))
    text = text_of(name)
    begin = text.index("Net Sales   ")
    head, body = text[:begin], text[begin:]
    spans = [match.span() for match in re.finditer(r"(?<= )[($]*\d[\d,.]*\)?(?=\s)", body)]
    for start, end in sorted(draw(st.lists(st.sampled_from(spans), max_size=6, unique=True)), reverse=True):
        digits = body[start:end].strip("($)")
        smudge = draw(st.sampled_from(("gone", "moved", "dressed", "doubled")))
        if smudge == "gone":
            new = " " * (end - start)
        elif smudge == "moved":
            new = " " * draw(st.integers(1, 3)) + body[start:end]
        elif smudge == "dressed":
            new = draw(st.sampled_from(DRESSES)).format(digits)
        else:
            new = f"{body[start:end]}   {digits}"
        body = body[:start] + new + body[end:]
    return name, head + body


@settings(
    max_examples=120,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)
@given(smudged())
def test_no_number_of_a_smudged_page_is_lost(page: tuple[str, str]) -> None:
    name, text = page
    conversion = convert(Source.from_bytes(text.encode(), name))
    if conversion.report is not None:
        check_nothing_lost(conversion)
        assert Counter(entry.place.line for entry in conversion.entries) == printed_numbers(text, conversion)


# The same input, the same bytes


@each
def test_the_same_release_gives_the_same_bytes(name: str) -> None:
    again = convert(Source.from_bytes(text_of(name).encode(), name))
    assert again.files == plain(name).files
    assert again.diagnostics == plain(name).diagnostics


def test_the_bytes_do_not_depend_on_the_seed_of_hashes() -> None:
    code = (
        "import hashlib, sys; from converter import Source, convert\n"
        "for path in sys.argv[1:]:\n"
        "    for name, data in convert(Source.from_path(path)).files.items(): print(name, hashlib.sha256(data).hexdigest())"
    )
    paths = [str(ROOT / "examples" / name / f"{name}.txt") for name in NAMES]
    printed = [
        subprocess.run(
            [sys.executable, "-c", code, *paths],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert len(printed[0].split("\n")) > 2 * len(output_paths(ROOT, "page", DEFAULT))


# What is written


@each
def test_all_files_are_written_as_they_are_held(name: str, tmp_path: Path) -> None:
    paths = plain(name).write(tmp_path / "out")
    written = {path.relative_to(tmp_path / "out").as_posix(): path.read_bytes() for path in paths}
    assert written == dict(plain(name).files)
    assert set(output_paths(tmp_path / "out", name, DEFAULT)) - {tmp_path / "out" / f"{name}-def.xml"} <= set(paths)
    assert sorted(path for path in (tmp_path / "out").rglob("*") if path.is_file()) == sorted(paths)


@each
def test_every_output_is_schema_valid_by_the_stricter_validator(name: str) -> None:
    assert plain(name).validate() == ()


@each
def test_a_given_cik_changes_the_entity_and_no_fact(name: str) -> None:
    conversion = convert(Source.from_bytes(text_of(name).encode(), name), Filing(cik=840883))
    assert conversion.report is not None
    assert (conversion.report.entity.scheme, conversion.report.entity.identifier) == ("http://www.sec.gov/CIK", "0000840883")
    assert Code.ENTITY_INFERRED not in {d.code for d in conversion.diagnostics}
    assert {(f.concept.name, f.period, f.value) for f in conversion.report.facts} == {
        (f.concept.name, f.period, f.value) for f in (plain(name).report or conversion.report).facts
    }


@each
def test_nothing_is_inferred_without_a_word(name: str) -> None:
    """Every inferred period has its note in the ledger and among the diagnostics, and so has the entity."""
    conversion = plain(name)
    inferred = {column.period for statement in conversion.statements for column in statement.columns if column.inferred}
    noted = {entry.period for entry in conversion.entries if "period:" in entry.note}
    assert inferred == noted != set()
    said_so = {d.code for d in conversion.diagnostics}
    assert {Code.PERIOD_INFERRED, Code.ENTITY_INFERRED} <= said_so
