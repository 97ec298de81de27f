"""The ledger as a page to read: the release on the left with its numbers coloured by what became of them, the ledger's rows on the right.

One file that works from disk: style and script are in it, a policy in its head forbids everything else, and what comes from the document
is text or, on the left, the cleaned page of an overlay. The release stands in a shadow tree, so that its style and the page's are apart.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from lxml import etree

from converter.ledger import Entry
from converter.linkbases.xlink import plain
from converter.outcome import Outcome, Tone
from converter.overlay.change import Manner
from converter.overlay.marks import Mark
from converter.overlay.original import open_original
from converter.overlay.page import XHTML, Overlay
from converter.period import Duration, Period
from converter.report import Fact, Report
from converter.sources.source import Source
from converter.writers.naming import fact_id

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
_BODY: Final = re.compile(r"(?<![\w.#:\[=\"'-])(?:html|body)(?![\w-])")
_BLOCK: Final = re.compile(r"\{[^{}]*\}")
_PAPER: Final = (
    ".paper{background:#fff;color:#000;padding:18px 22px;min-height:100%;box-sizing:border-box;min-width:min-content;"
    "box-shadow:0 1px 3px #0002;border:1px solid #dfe3e8;font-family:Times New Roman,Times,serif}"
    ".paper>pre{margin:0;font:12.5px/1.4 ui-monospace,DejaVu Sans Mono,Menlo,Consolas,monospace;"
    "font-size:clamp(9.5px,calc((100cqw - 76px)/(var(--columns)*.603)),12.5px)}"  # wide text shrinks until its lines fit
)
_WIDEST: Final = 132
"""Characters of the widest line that text is laid out for: what line printers had. Longer ones are paragraphs on one line."""


def ledger_page(report: Report, source: Source, ledger: Sequence[Entry]) -> bytes:
    """The page, UTF-8. Raises Refusal (SOURCE_EMPTY) for HTML without any element, which no report comes from."""
    overlay = open_original(source).overlay(Mark(entry.place, number) for number, entry in enumerate(ledger))
    for number, entry in enumerate(ledger):
        element = overlay.elements.get(number)
        if element is not None:
            _mark(element, number, entry, report.facts)
    counts = Counter(entry.outcome for entry in ledger)
    title = f"Ledger of {report.name}"
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en"><head><meta charset="UTF-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>",
            f"<style>{_part('ledger_page.css')}{_part('ledger_marks.css')}</style></head><body>",
            f'<header><div class="top"><h1>{escape(title)}</h1><span class="who">{escape(_who(report))}</span>',
            '<label class="find">Search <input id="search" type="search" autocomplete="off" spellcheck="false">',
            '<span id="found" class="found" role="status"></span></label></div>',
            f'<ul class="legend" aria-label="What became of the numbers">{"".join(_legend(counts))}</ul></header>',
            '<main><section class="sheet" aria-label="The release" tabindex="-1"><div id="paper"><template shadowrootmode="open">',
            "".join(_paper(overlay)),
            '</template></div></section><ol class="rows" aria-label="The numbers of the release">',
            "".join(_row(number, entry, number in overlay.elements, report.facts) for number, entry in enumerate(ledger)),
            '<li class="none hidden">No number fits the search and the kinds that are shown.</li></ol></main>',
            f"<footer>{''.join(_foot(overlay))}</footer>",
            f"<script>{_part('ledger_page.js')}</script></body></html>",
            "",
        )
    ).encode()


@cache
def _part(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def _who(report: Report) -> str:
    return " · ".join(filter(None, (report.entity.name, report.entity.identifier, f"to {report.end}", f"{len(report.facts)} facts")))


def _class(tone: Tone) -> str:
    return tone.value.replace(" ", "-")


def _legend(counts: Counter[Outcome]) -> Iterator[str]:
    yield '<li><button type="button" class="every">Hide all</button></li>'
    for outcome in Outcome:
        if outcome in counts:
            yield (
                f'<li><button type="button" class="{_class(outcome.tone)}" data-outcome="{outcome.name}" aria-pressed="true" '
                f'title="{escape(outcome.meaning)}. With Shift: this kind alone."><span class="swatch"></span>{escape(outcome.label)} '
                f"<b>{counts[outcome]:,}</b></button></li>"
            )


def _mark(element: etree._Element, number: int, entry: Entry, facts: Sequence[Fact]) -> None:
    said = facts[entry.fact].concept.label if entry.fact is not None else entry.outcome.meaning
    element.set("id", f"n{number + 1}")
    element.set("class", f"mark {_class(entry.outcome.tone)}")
    element.set("role", "button")
    element.set("tabindex", "-1")
    element.set("title", plain(f"{entry.outcome.label}: {said}"))


def _paper(overlay: Overlay) -> Iterator[str]:
    """The release as the content of a shadow tree, with its own style sheets and that of the marks."""
    for style in overlay.head.iter(f"{{{XHTML}}}style"):
        yield f"<style>{_of_paper(style.text or '')}</style>"
    yield f"<style>{_PAPER}{_part('ledger_marks.css')}</style>"
    body = overlay.body
    widths = (len(line) for pre in body.iter(f"{{{XHTML}}}pre") for line in "".join(pre.itertext()).splitlines())
    columns = max((width for width in widths if width <= _WIDEST), default=80)
    look = escape(f"--columns:{columns};{body.get('style', '')}")
    yield f'<div class="paper" style="{look}">' + escape(body.text or "", quote=False)
    for child in body:
        yield _markup(child)
    yield "</div>"


def _of_paper(sheet: str) -> str:
    """A style sheet of a page as one of the shadow tree, where `body` is a box among others."""
    blocks = iter(_BLOCK.findall(sheet))
    selectors = (_BODY.sub(".paper", part) for part in _BLOCK.split(sheet))
    return "".join(f"{selector}{next(blocks, '')}" for selector in selectors).replace("</", "<\\/")


def _markup(element: etree._Element) -> str:
    text = etree.tostring(element, encoding="unicode").replace(f' xmlns="{XHTML}"', "", 1)
    return text.replace("<pre>\n", "<pre>\n\n") if "<pre>\n" in text else text  # of which HTML drops the first


def _row(number: int, entry: Entry, marked: bool, facts: Sequence[Fact]) -> str:
    outcome = entry.outcome
    quiet = outcome.tone is Tone.FURNITURE
    kinds = f"row {_class(outcome.tone)}" + (" plain" if quiet else "") + (" read" if outcome is not Outcome.FACT else "")
    link = f' data-mark="n{number + 1}"' if marked else ""
    chip = f'<span class="chip">{escape(outcome.label)}</span>'
    where = "" if quiet or entry.place.node else f'<span class="where">line {entry.place.line:,}</span>'  # HTML has lines of any length
    said = "".join(_said(entry, chip, facts))
    return (
        f'<li class="{kinds}" id="r{number + 1}" tabindex="-1" data-outcome="{outcome.name}"{link}>'
        f'<span class="ink">{escape(entry.text)}{where}</span><div>{said}</div></li>\n'
    )


def _said(entry: Entry, chip: str, facts: Sequence[Fact]) -> Iterator[str]:
    """What a row says of its number, in lines."""
    words = " \u2192 ".join(filter(None, (entry.statement, entry.label, entry.column)))
    if entry.fact is None:
        yield f'<div>{chip} <span class="why">{escape(entry.reason or entry.outcome.meaning)}</span></div>'
        if words:
            yield f'<div class="q">{escape(words)}</div>'
        if entry.note:
            yield f'<div class="note">{escape(entry.note)}</div>'
        return
    fact = facts[entry.fact]
    yield f'<div>{chip} <span class="name">{escape(fact.concept.label)}</span> <span class="q">{escape(fact.concept.qname)}</span></div>'
    value = fact.value if entry.value is None else entry.value
    decimals = fact.decimals if entry.value is None else entry.decimals
    exact = "exact" if decimals is None else f"decimals {decimals}"
    yield (
        f'<div class="said"><b>{value:,f}</b> {escape(entry.unit or str(fact.unit))} · {escape(_period(fact.period))} · {exact} · '
        f"{fact_id(entry.fact + 1)}</div>"
    )
    if words:
        yield f'<div class="q">{escape(words)}</div>'
    if why := " · ".join(filter(None, (entry.rule or (fact.rule if entry.outcome is Outcome.FACT else ""), entry.reason))):
        yield f'<div class="why">{escape(why)}</div>'
    if entry.note:
        yield f'<div class="note">{escape(entry.note)}</div>'


def _period(period: Period) -> str:
    return f"{period.first} to {period.last}" if isinstance(period, Duration) else str(period)


def _foot(overlay: Overlay) -> Iterator[str]:
    yield "Click a number or a row to go to the other. <kbd>↑</kbd> <kbd>↓</kbd> next number, <kbd>Enter</kbd> to the other side, "
    yield "<kbd>/</kbd> search. Shift and click: one kind alone."
    dropped = ", ".join(f"{change.what} ({change.times})" for change in overlay.changes if change.manner is Manner.DROPPED)
    if dropped:
        yield f" Not shown of the release: {escape(dropped)}."
