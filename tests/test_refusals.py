"""What must fail, and how: one clear diagnostic, no file."""

import os
import random
import re
from pathlib import Path

import pytest
from first_examples import DECEMBER, NAMES, each, plain, said, text_of

from converter import Code, Refusal, Severity, Source, convert
from converter.cli import invoke
from converter.writers.outputs import DEFAULT, output_paths

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
