"""The ledger as a page: safe and whole by its bytes, and in a browser: rows and marks lead to each other, filter, search, keys, print."""

import re
from functools import cache
from pathlib import Path

import pytest
from browser import Opener
from test_ledger import FILING, STATEMENT, html_page

from converter import Conversion, Filing, Source, convert
from converter.outcome import Outcome

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXT, HTML = "btu-2003q4", "btu-2003q4-html"
each = pytest.mark.parametrize("name", [TEXT, HTML])
MARKS = "document.getElementById('paper').shadowRoot.querySelectorAll('.mark')"
CURRENT = "document.getElementById('paper').shadowRoot.querySelector('.mark.current')"


@cache
def example(name: str) -> Conversion:
    (path,) = (path for suffix in (".txt", ".htm") if (path := EXAMPLES / name / f"{name}{suffix}").is_file())
    told = EXAMPLES / name / "filing.toml"
    return convert(Source.from_path(path), Filing.from_toml(told) if told.is_file() else None)


def page(conversion: Conversion) -> str:
    return conversion.rendered(["ledger"])[f"{conversion.name}.ledger.html"].decode()


def saved(conversion: Conversion, folder: Path) -> Path:
    path = folder / f"{conversion.name}.ledger.html"
    path.write_text(page(conversion), encoding="utf-8")
    return path


@each
def test_a_row_and_a_mark_for_every_number(name: str) -> None:
    text, ledger = page(example(name)), example(name).ledger
    assert re.findall(r'<li class="row [^>]* id="r(\d+)"', text) == [str(number) for number in range(1, len(ledger) + 1)]
    marks = re.findall(r'<span id="n(\d+)" class="mark', text)
    assert sorted(map(int, marks)) == list(range(1, len(ledger) + 1))


@each
def test_the_same_conversion_gives_the_same_page(name: str) -> None:
    assert page(example(name)) == page(example(name))


def test_nothing_of_the_document_becomes_markup() -> None:
    evil = "<script>alert(1)</script> & <img src=x onerror=alert(2)> 3\n\n"
    text = page(convert(Source.from_bytes((evil + STATEMENT.replace("Net Sales", "<b>Net")).encode(), "a<b>&name"), FILING))
    assert text.count("<script>") == 1
    assert "<img" not in text
    assert "&lt;script&gt;alert(" in text
    assert "Ledger of a&lt;b&gt;&amp;name" in text
    hostile = html_page().replace(
        "<body>", "<body onload='alert(3)'><iframe src='https://example.com/'></iframe><p onclick='alert(4)'>x</p>"
    )
    text = page(convert(Source.from_bytes(hostile.encode(), "page"), FILING))
    assert text.count("<script>") == 1
    assert "alert(3)" not in text
    assert "alert(4)" not in text
    assert "<iframe" not in text


def test_line_items_have_no_page() -> None:
    from converter import from_line_items

    records = [{"label": "Net sales", "statement": "IS", "start": "2003-01-01", "end": "2003-12-31", "value": "5", "unit": "USD"}]
    conversion = from_line_items(records, FILING)
    with pytest.raises(ValueError, match="ledger"):
        conversion.rendered(["ledger"])


@each
def test_a_click_leads_from_a_mark_to_its_row_and_back(name: str, opened: Opener, tmp_path: Path) -> None:
    conversion = example(name)
    seen = opened(saved(conversion, tmp_path))
    number, entry = next((n, e) for n, e in enumerate(conversion.ledger) if e.text in ("22,098", "(6,829)", "($6,829)"))
    seen.page.evaluate(f"{MARKS}[{number}].click()")
    row = seen.page.locator(".row.current")
    assert row.count() == 1
    assert row.get_attribute("id") == f"r{number + 1}"
    assert entry.value is not None
    assert f"{entry.value:,f}" in row.inner_text()
    assert row.evaluate("row => document.activeElement === row")
    other = next(n for n, e in enumerate(conversion.ledger) if e.text.strip("$") == "25,654")
    seen.page.locator(f"#r{other + 1}").click()
    assert seen.page.evaluate(f"{CURRENT}.id") == f"n{other + 1}"
    assert seen.page.evaluate(f"{CURRENT}.textContent") == "25,654"
    inside = f"(() => {{ const box = {CURRENT}.getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight; }})()"
    for _ in range(40):  # it scrolls there smoothly
        if seen.page.evaluate(inside):
            break
        seen.page.wait_for_timeout(50)
    assert seen.page.evaluate(inside)
    assert seen.quiet


@each
def test_the_legend_counts_and_filters(name: str, opened: Opener, tmp_path: Path) -> None:
    ledger = example(name).ledger
    seen = opened(saved(example(name), tmp_path))
    dates = sum(entry.outcome is Outcome.DATE for entry in ledger)
    button = seen.page.locator("button[data-outcome=DATE]")
    assert button.inner_text().split()[-1] == str(dates)
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert seen.page.locator(".row:visible").count() == len(ledger) - dates
    assert seen.page.evaluate(f"[...{MARKS}].filter(mark => mark.classList.contains('off')).length") == dates
    seen.page.locator("button[data-outcome=FACT]").click(modifiers=["Shift"])
    assert seen.page.locator(".row:visible").count() == sum(entry.outcome is Outcome.FACT for entry in ledger)
    seen.page.locator("button.every").click()
    assert seen.page.locator(".row:visible").count() == len(ledger)
    assert seen.quiet


def test_search_and_keys(opened: Opener, tmp_path: Path) -> None:
    ledger = example(TEXT).ledger
    seen = opened(saved(example(TEXT), tmp_path))
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("inventories 2002")
    wanted = [number for number, entry in enumerate(ledger) if entry.label.endswith("Inventories") and "2002" in entry.column]
    assert [row.get_attribute("id") for row in seen.page.locator(".row:visible").all()] == [f"r{number + 1}" for number in wanted]
    assert seen.page.locator("#found").inner_text() == f"1 of {len(ledger)} numbers"
    seen.page.keyboard.press("Enter")
    assert seen.page.locator(".row.current").get_attribute("id") == f"r{wanted[0] + 1}"
    seen.page.keyboard.press("/")
    seen.page.keyboard.press("End")
    seen.page.keyboard.type(" no such words")
    assert seen.page.locator(".none").is_visible()
    seen.page.keyboard.press("Escape")
    assert seen.page.locator(".row:visible").count() == len(ledger)
    seen.page.locator("#r1").focus()
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("ArrowDown")
    assert seen.page.locator(".row.current").get_attribute("id") == "r3"
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.getElementById('paper').shadowRoot.activeElement.id") == "n3"
    seen.page.keyboard.press("ArrowRight")
    assert seen.page.evaluate("document.getElementById('paper').shadowRoot.activeElement.id") == "n4"
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "r4"
    assert seen.quiet


def test_a_hostile_page_runs_nothing_and_asks_for_nothing(opened: Opener, tmp_path: Path) -> None:
    hostile = html_page().replace(
        "<body>",
        "<body background='https://example.com/b.png' onload='document.title=1'>"
        "<img src='https://example.com/a.png' onerror='document.title=2'>"
        "<style>body { background: url(https://example.com/c.png) } .row { display: none } @import 'https://example.com/d.css';</style>",
    )
    conversion = convert(Source.from_bytes(hostile.encode(), "hostile"), FILING)
    seen = opened(saved(conversion, tmp_path))
    assert seen.page.title() == "Ledger of hostile"
    assert seen.page.locator(".row:visible").count() == len(conversion.ledger)
    assert seen.quiet


def test_in_the_dark_the_release_stays_paper(opened: Opener, tmp_path: Path) -> None:
    """What is around the release follows the reader's choice; the release was published black on white."""
    seen = opened(saved(example(TEXT), tmp_path))
    shades = "[document.querySelector('.rows'), document.getElementById('paper').shadowRoot.querySelector('.paper')]"
    shades = f"{shades}.map(box => getComputedStyle(box).backgroundColor)"
    assert seen.page.evaluate(shades) == ["rgb(255, 255, 255)"] * 2
    seen.page.emulate_media(color_scheme="dark")
    rows, paper = seen.page.evaluate(shades)
    assert paper == "rgb(255, 255, 255)"
    assert max(int(part) for part in re.findall(r"\d+", rows)) < 60
    seen.page.emulate_media(media="print", color_scheme="dark")
    assert seen.page.evaluate(shades) == ["rgb(255, 255, 255)"] * 2


@each
def test_it_prints_the_release_and_every_row(name: str, opened: Opener, tmp_path: Path) -> None:
    seen = opened(saved(example(name), tmp_path))
    seen.page.emulate_media(media="print")
    heights = "[document.querySelector('.sheet'), document.querySelector('.rows')].every(box => box.scrollHeight <= box.clientHeight + 1)"
    assert seen.page.evaluate(heights)
    assert not seen.page.locator("#search").is_visible()
    assert seen.quiet
