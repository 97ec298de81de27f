"""Files that mean harm beside a release: TOML, line items, tables, names, and XBRL files and archives that somebody asks to validate."""

import io
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.batch import Job, plan, run
from converter.cli import invoke
from converter.diagnostic import Code, Refusal
from converter.filing import Filing
from converter.pipeline import from_line_items
from converter.readers.records import records_of
from converter.validation import inspection
from converter.validation.inspection import objection
from converter.validation.referee import judge

XBRLI = b'xmlns:xbrli="http://www.xbrl.org/2003/instance"'
RELEASE = Path(__file__).parents[1] / "examples" / "btu-2003q4" / "btu-2003q4.txt"

TOML = {
    "larger than it can be": b"a." * 50_000 + b"b = 1",
    "brackets in brackets": b"cik = " + b"[" * 5_000 + b"]" * 5_000,
    "a number without end": b"cik = " + b"9" * 5_000,
    "not UTF-8": b'company = "\xff"',
    "a zero byte": b'cik = "\0"',
    "digits of another script": 'cik = "\u0661\u0662\u0663"'.encode(),
    "a day that is none": b'fiscal-year-end = "02-30"',
}


@pytest.mark.parametrize("what", TOML)
def test_a_filing_that_cannot_be_is_refused_in_a_sentence(what: str, tmp_path: Path) -> None:
    path = tmp_path / "filing.toml"
    path.write_bytes(TOML[what])
    with pytest.raises(Refusal) as refused:
        Filing.from_toml(path)
    assert refused.value.diagnostic.code is Code.FILING_INVALID
    assert len(refused.value.diagnostic.message) < 500
    assert "\n" not in refused.value.diagnostic.message


HEAD = b"label,statement,end,value,unit\n"
SALES = b'[{"label":"Sales","statement":"IS","start":"2000-01-01","end":"2000-12-31","unit":"USD","value":%s}]'
ITEMS = {
    "lists in lists": b"[" * 100_000,
    "a number without end": SALES % (b"9" * 9_999),
    "an exponent": SALES % b"1e999999999",
    "not a number": SALES % b"NaN",
    "a cell without end": HEAD + b'"' + b"a" * 200_000,
    "a date beyond the calendar": HEAD + b"Cash,BS,99999-01-01,1,USD",
    "nothing but bytes": bytes(range(256)),
}  # fmt: skip


@pytest.mark.parametrize("what", ITEMS)
def test_line_items_that_cannot_be_are_refused_in_a_sentence(what: str) -> None:
    try:
        conversion = from_line_items(records_of(ITEMS[what], "items"))
        assert not conversion.ok
        told = conversion.diagnostics
    except Refusal as refusal:
        told = (refusal.diagnostic,)
    assert {d.code for d in told} == {Code.ITEM_INVALID}
    assert all(len(d.message) < 20_000 and "\n" not in d.message for d in told)


def test_a_label_that_no_encoding_can_write_is_no_fault(tmp_path: Path) -> None:
    """JSON can say half of a surrogate pair, which UTF-8 and XML cannot."""
    records = tmp_path / "items.json"
    records.write_bytes(
        b'[{"label":"Sales \\ud800","statement":"IS","start":"2000-01-01","end":"2000-12-31","unit":"USD","value":"5"},'
        b'{"label":"=cmd() \\u0000","statement":"IS","start":"2000-01-01","end":"2000-12-31","unit":"USD","value":"6"}]'
    )
    outcome = run(Job(str(records), "items", tmp_path / "out", Filing(cik=1), items=True))
    assert not [d for d in outcome.diagnostics if d.code is Code.INTERNAL_FAULT]


NAMES = (
    b"a b", b"-q", b"%41", b"a\nb", b"a&<b>\"'", b"..", b".", b"a#b?c", b"=cmd()", b"a\x01b", b"a\\..\\b", b"xml",
    "\u00e9\U0001f4b0".encode(), b"\xff\xfe", b"x" * 250,
)  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="the names are POSIX names")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_stays_a_name(name: bytes, tmp_path: Path) -> None:
    """Outputs of any name lie in the folder that was asked for, and a name that they cannot have is said."""
    path = os.path.join(os.fsencode(tmp_path), name + b".txt")
    with open(path, "wb") as file:
        file.write(RELEASE.read_bytes())
    (job,) = plan([os.fsdecode(path)], tmp_path / "out")
    outcome = run(job)
    assert not [d for d in outcome.diagnostics if d.code is Code.INTERNAL_FAULT]
    assert {*os.listdir(tmp_path)} <= {os.fsdecode(name + b".txt"), "out"}
    assert outcome.ok is (name not in (b"\xff\xfe", b"x" * 250))
    if outcome.ok and name not in (b"..", b"."):
        assert judge(next(path for path in outcome.outputs if path.suffix == ".xbrl")) == ()


LAUGHS = b"<!DOCTYPE x [<!ENTITY a 'ha'>" + b"".join(b"<!ENTITY %c '%s'>" % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)) + b"]>"
UNSAFE: dict[str, tuple[str, bytes, str]] = {
    "entities of entities": ("a.xbrl", LAUGHS + b"<xbrli:xbrl " + XBRLI + b">&j;</xbrli:xbrl>", "entity of its own, 'a' (line 1)"),
    "a file of the machine": ("a.xhtml", b"<!DOCTYPE x [\n<!ENTITY p SYSTEM 'file:///etc/passwd'>]><x>&p;</x>", "its own, 'p' (line 2)"),
    "a parameter entity": ("a.xml", b"<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://localhost/x'> %p;]><x/>", "entity of its own, 'p'"),
    "elements in elements": ("a.xbrl", b"<x>" * 1_001, "nested more than 1,000 levels deep"),
    "lists in lists": ("a.json", b'{"facts":' + b"[" * 50_000, "nested too deeply"),
    "no JSON": ("a.json", b'{"facts":\n}', "is not JSON (line 2, column 1"),
    "no archive": ("a.xbri", b"PK\3\4 and nothing else", "no zip archive"),
}


@pytest.mark.parametrize("what", UNSAFE)
def test_what_may_do_harm_is_not_opened(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name, content, reason = UNSAFE[what]
    path = tmp_path / name
    path.write_bytes(content)
    (ruling,) = judge(path)
    assert reason in ruling.message
    assert ruling.message.endswith("it was not opened.")
    assert invoke(["validate", str(path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def archive(fill: Callable[[zipfile.ZipFile], object]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        fill(made)
    return held.getvalue()


def link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("a/link.xml")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


def crowd(made: zipfile.ZipFile) -> None:
    for number in range(10_001):
        made.writestr(f"a/{number}", b"")


ARCHIVES: dict[str, tuple[Callable[[zipfile.ZipFile], object], str]] = {
    "a way up": (lambda made: made.writestr("a/../../evil.xml", b"<x/>"), "lies outside of it"),
    "a way from the root": (lambda made: made.writestr("/etc/evil.xml", b"<x/>"), "lies outside of it"),
    "a way up as others write it": (lambda made: made.writestr("a\\..\\..\\evil.xml", b"<x/>"), "lies outside of it"),
    "another disk": (lambda made: made.writestr("C:/evil.xml", b"<x/>"), "lies outside of it"),
    "a link": (lambda made: made.writestr(link(), b"/etc/passwd"), "a link"),
    "entities inside": (lambda made: made.writestr("a/b.xbrl", LAUGHS + b"<x>&j;</x>"), "entity of its own"),
    "more files than there can be": (crowd, "10,001 files"),
}


@pytest.mark.parametrize("what", ARCHIVES)
def test_an_archive_that_may_do_harm_is_not_opened(what: str, tmp_path: Path) -> None:
    fill, reason = ARCHIVES[what]
    path = tmp_path / "package.zip"
    path.write_bytes(archive(fill))
    (ruling,) = judge(path)
    assert reason in ruling.message


def test_an_archive_that_unpacks_beyond_measure_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(archive(lambda made: made.writestr("a/b.xml", b" " * (2 << 20))))
    assert objection(path) is None
    monkeypatch.setattr(inspection, "LARGEST", 1 << 20)
    assert "unpacks to more than 1 MB" in str(objection(path))


def test_an_archive_that_tells_less_than_it_holds_is_not_opened(tmp_path: Path) -> None:
    """The size in the directory of the archive is a claim; reading stops there, and the check sum says that it was a lie."""
    content = archive(lambda made: made.writestr("a/b.xml", b"<x>" + b" " * 100_000 + b"</x>"))
    path = tmp_path / "package.zip"
    size = (100_007).to_bytes(4, "little")
    assert content.count(size) == 2
    path.write_bytes(content.replace(size, (7).to_bytes(4, "little")))
    assert "no zip archive that can be unpacked" in str(objection(path))
