"""The viewer: one page that holds all it needs, with the same bytes again, and a number that a click explains."""

import io
import os
import subprocess
import sys
from html import escape
from pathlib import Path

import pytest
from browser import Opener
from lxml import etree
from reports import REPORT

from converter import Source, convert
from converter.cli import invoke
from converter.diagnostic import Refusal
from converter.linkbases.files import taxonomy_files
from converter.report import Fact
from converter.writers import outputs, viewer
from converter.writers.naming import context_id, fact_id, unit_id
from converter.writers.numbers import lexical
from converter.writers.xbrl import write_instance

ROOT = Path(__file__).parents[1]
pytest.importorskip("iXBRLViewerPlugin", reason="the viewer comes with the extra viewer")
SPACES = {
    None: "http://www.w3.org/1999/xhtml",
    "ix": "http://www.xbrl.org/2013/inlineXBRL",
    "ixt": "http://www.xbrl.org/inlineXBRL/transformation/2020-02-12",
}


def tag(number: int, fact: Fact) -> str:
    """A line of a page with one number."""
    said = lexical(fact)
    attributes = {
        "id": fact_id(number),
        "name": fact.concept.qname,
        "contextRef": context_id(fact.period),
        "unitRef": unit_id(fact.unit),
        "decimals": str(fact.decimals),
        "format": "ixt:num-dot-decimal",
        **({"sign": "-"} if said.startswith("-") else {}),
    }
    words = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<p>{escape(fact.concept.label)} <ix:nonFraction{words}>{said.lstrip('-')}</ix:nonFraction></p>"


def inline() -> bytes:
    """The example report as a plain page."""
    held = io.BytesIO()
    write_instance(REPORT, held)
    root = etree.fromstring(held.getvalue())
    parts = {child: etree.tostring(child, encoding="unicode") for child in root}
    reference = next(text for child, text in parts.items() if etree.QName(child).localname == "schemaRef")
    resources = "".join(text for child, text in parts.items() if etree.QName(child).localname in ("context", "unit"))
    spaces = "".join(
        f' xmlns{f":{prefix}" if prefix else ""}="{space}"' for prefix, space in {**root.nsmap, **SPACES}.items() if space is not None
    )
    header = f"<ix:header><ix:references>{reference}</ix:references><ix:resources>{resources}</ix:resources></ix:header>"
    body = "\n".join(tag(number, fact) for number, fact in enumerate(REPORT.facts, 1))
    odd = "<p>Fish &amp; Chips &lt;script&gt;alert(1)&lt;/script&gt; \u2014 caf\u00e9</p>"
    return (
        f'<html{spaces}><head><title>Example</title></head><body><div style="display:none">{header}</div>{odd}{body}</body></html>'.encode()
    )


def page() -> bytes:
    return viewer.viewer_page(REPORT, {"example.xhtml": inline()}, taxonomy_files(REPORT))


def test_a_click_on_a_number_tells_what_it_is(opened: Opener, tmp_path: Path) -> None:
    path = tmp_path / "example.viewer.html"
    path.write_bytes(page())
    seen = opened(path)
    release = seen.page.frame_locator("iframe").first
    assert release.get_by_text("Fish & Chips <script>alert(1)</script> \u2014 caf\u00e9").is_visible()
    release.get_by_text("3179000", exact=True).click()
    seen.page.locator("#inspector").get_by_text("Fact Value").first.wait_for()
    told = seen.page.locator("#inspector").inner_text()
    for words in ("Net earnings", "US $ 3,179,000", "1 Oct 2003 to 31 Dec 2003", "NetIncomeLoss"):
        assert words in told, words
    assert seen.quiet


def test_the_page_has_the_same_bytes_in_another_process() -> None:
    code = "import hashlib, sys; sys.path.insert(0, 'tests'); from test_viewer import page; print(hashlib.sha256(page()).hexdigest())"
    printed = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_the_script_cannot_end_the_page_early() -> None:
    made = viewer._with_script(b"<body><script>ixbrlviewer.js</script></body>", "a = '</script><!--';")
    assert made.count(b"</script>") == 1
    assert b"<!--" not in made


def test_without_the_package_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(outputs, "find_spec", lambda name: None)
    with pytest.raises(Refusal, match=r"pip install 'release2xbrl\[viewer\]'"):
        page()
    assert "viewer" not in outputs.chosen(["all"])
    assert invoke(["convert", "release.txt", "--format", "viewer"]) == 2
    assert "pip install 'release2xbrl[viewer]'" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["btu-2003q4.txt", "btu-2003q4-html.htm"])
def test_the_viewer_of_an_example_shows_the_release_and_explains_its_numbers(name: str, opened: Opener, tmp_path: Path) -> None:
    """Net loss of the quarter, as printed: $(1,576) thousand. A picture of the page is left in SCREENSHOTS, where that is set."""
    release = ROOT / "examples" / name.partition(".")[0] / name
    (page,) = (path for path in convert(Source.from_path(release)).write(tmp_path, ("viewer",)) if path.suffix == ".html")
    seen = opened(page)
    shown = seen.page.frame_locator("iframe").first
    for words in ("Consolidated Statements of Operations", "Consolidated Balance Sheets", "line of credit"):
        assert shown.get_by_text(words).first.is_visible(), words
    printed = shown.locator("[name='er:NetIncomeLoss']").first
    assert printed.inner_text().strip("$()") == "1,576"
    printed.click()
    seen.page.locator("#inspector").get_by_text("Fact Value").first.wait_for()
    told = seen.page.locator("#inspector").inner_text()
    for words in ("Net Loss", "US $ -1,576,000", "1 Oct 2003 to 31 Dec 2003", "NetIncomeLoss"):
        assert words in told, words
    if folder := os.environ.get("SCREENSHOTS"):
        seen.page.screenshot(path=f"{folder}/{name}.viewer.png")
    assert seen.quiet


def test_headings_of_columns_stay_in_the_middle(opened: Opener, tmp_path: Path) -> None:
    """Browsers centre what stands in `th`, unless the table says otherwise: the inline page must not."""
    release = ROOT / "examples" / "btu-2003q4-html" / "btu-2003q4-html.htm"
    convert(Source.from_path(release)).write(tmp_path, ("ixbrl",))
    for page in (release, tmp_path / "btu-2003q4-html.xhtml"):
        head = opened(page).page.locator("th").first
        assert head.evaluate("each => getComputedStyle(each).textAlign") == "center"
