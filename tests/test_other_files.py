"""Files that are something else than what a command wants: one sentence says what they are and what to do."""

import shutil
from pathlib import Path

import pytest

from converter import Source, convert
from converter.cli import invoke
from converter.validation.referee import judge

EXAMPLE = Path(__file__).parents[1] / "examples" / "btu-2003q4"
HTML = EXAMPLE.parent / "btu-2003q4-html" / "btu-2003q4-html.htm"


@pytest.mark.parametrize(
    ("name", "kind", "advice"),
    [
        ("btu-2003q4.xbrl", "an XBRL instance", "`release2xbrl validate` checks it"),
        ("btu-2003q4.json", "an xBRL-JSON report", "`release2xbrl compare` holds it against a release"),
        ("btu-2003q4-csv.json", "the metadata of an xBRL-CSV report", "checks it"),
        ("btu-2003q4-cal.xml", "an XBRL linkbase", "Give the text or HTML"),
        ("btu-2003q4.xsd", "an XML schema", "Give the text or HTML"),
        ("er/META-INF/catalog.xml", "XML", "Give the text or HTML"),
        ("btu-2003q4.csv", "a table of comma-separated values", "--items"),
        ("btu-2003q4.ledger.csv", "a table of comma-separated values", "--items"),
    ],
)
def test_what_is_no_release_is_called_by_its_name(name: str, kind: str, advice: str) -> None:
    path = EXAMPLE / name
    conversion = convert(Source.from_path(path))
    assert not conversion.ok
    (found,) = conversion.diagnostics
    assert found.message == f"{path} is {kind}, not a release."
    assert advice in found.hint


@pytest.mark.parametrize("text", ['{"a": 1}', '[{"label": "Cash"}]'])
def test_json_may_be_line_items(text: str) -> None:
    (found,) = convert(Source.from_bytes(text.encode(), "items.json")).diagnostics
    assert found.message == "items.json is JSON, not a release."
    assert "--items" in found.hint


@pytest.mark.parametrize(
    "text", ["Dear shareholders, we are well, thank you, and so on\n", "{not JSON\n", "<PAGE>\n<CAPTION>\nNews, news, news\n"]
)
def test_what_may_be_a_release_is_told_what_it_lacks(text: str) -> None:
    (found,) = convert(Source.from_bytes(text.encode(), "news")).diagnostics
    assert found.message.startswith("news: no statement of operations, balance sheet or statement of cash flows was found.")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "release.txt",
            (EXAMPLE / "btu-2003q4.txt").read_bytes(),
            "is text, not XBRL. If it is a release, convert it first: release2xbrl convert",
        ),
        ("old.txt", b"<PAGE>\n<TABLE>\n<S> <C>\nNet sales  7\n</TABLE>\n", "is text, not XBRL. If it is a release, convert it first"),
        ("release.htm", HTML.read_bytes(), "is HTML without Inline XBRL. If it is a release, convert it first: release2xbrl convert"),
        ("empty.xbrl", b" \n", "is empty."),
        ("release.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "is a PDF, not XBRL."),
        ("facts.csv", b"fact,concept\n", "is a table; where it belongs to an xBRL-CSV report, name its metadata"),
        ("a.viewer.html", b"<html><body>x</body></html>", "is a page for people; validate the Inline XBRL"),
    ],
)
def test_what_is_no_xbrl_is_told_what_it_is(
    name: str, content: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert invoke(["validate", str(path)]) == 1
    err = capsys.readouterr().err
    assert f"{name} {told}" in err
    assert err.count("\n") == 1


def test_the_namespace_of_inline_xbrl_is_found_wherever_it_stands(tmp_path: Path) -> None:
    """It may be declared far into a page, on the first element that needs it."""
    path = tmp_path / "late.htm"
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>%s</p><div xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"/></body></html>'
    for length in (1 << 16) - 150, (1 << 17) - 150:
        path.write_text(page % ("x" * length), encoding="utf-8")
        assert not [ruling for ruling in judge(path) if "without Inline XBRL" in ruling.message]


def test_a_report_without_its_taxonomy_is_told_what_it_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(EXAMPLE / "btu-2003q4.xbrl", tmp_path)
    assert invoke(["validate", str(tmp_path / "btu-2003q4.xbrl")]) == 1
    assert "keep a report beside its taxonomy, or take the form `package`" in capsys.readouterr().err
