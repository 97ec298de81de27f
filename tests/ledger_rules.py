"""The rules of the ledger, checked by a reading of the source that shares nothing with the one that makes it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from converter import Conversion, Source
from converter.diagnostic import Code
from converter.ledger import Entry
from converter.outcome import Outcome
from converter.place import Place
from converter.readers.html.looks import look_of
from converter.readers.html.markup import is_unseen, parse_html

_MARK = re.compile(r"</?(?:page|table|caption|s|c|fn|f\d+)>", re.IGNORECASE)
_HEADERS = ("type", "sequence", "filename", "description")
CODES = {code.label for code in Code}


def broken_rules(conversion: Conversion, source: Source) -> Iterator[str]:
    """In words, each rule of the ledger that a conversion breaks, with the place."""
    assert conversion.report is not None
    ledger, facts = conversion.ledger, conversion.report.facts
    yield from (f"{place}: {count} rows" for place, count in Counter(entry.place for entry in ledger).items() if count > 1)
    cells = {amount.place for statement in conversion.statements for line in statement.lines for amount in line.amounts if amount}
    cells |= {left.place for statement in conversion.statements for left in statement.leftovers}
    rows = {entry.place: entry for entry in ledger}
    yield from (f"{place}: a number of a statement has no row" for place in cells - set(rows))
    for place in cells & set(rows):
        entry = rows[place]
        if (entry.fact is None) == (entry.code not in CODES):
            yield f"{place}: {entry.text} points to {'no fact and no code' if entry.fact is None else 'a fact and a code'}"
    for entry in ledger:
        if entry.outcome is Outcome.FACT and (entry.fact is None or entry.place not in facts[entry.fact].places):
            yield f"{entry.place}: {entry.text} is no place of the fact it points to"
        if entry.outcome is not Outcome.FACT and entry.place in cells and not entry.reason:
            yield f"{entry.place}: {entry.text} is left out without a reason"
    pointed = {entry.fact for entry in ledger}
    yield from (f"fact {number + 1} is pointed to by no row" for number in range(len(facts)) if number not in pointed)
    yield from _digits(ledger, source)


def _digits(ledger: tuple[Entry, ...], source: Source) -> Iterator[str]:
    """Every digit that is printed lies in one row, and no row lies elsewhere."""
    if source.format == "html":
        seen, starts = _seen_in_html(source.text)
    else:
        text = _MARK.sub(lambda mark: " " * len(mark[0]), source.text)
        seen = {match.start() for match in re.finditer("[0-9]", text)}
        starts = {"": 0}
    lines = [0, *(match.end() for match in re.finditer("\n", source.text))]

    def span(place: Place) -> range:
        first = starts[place.node] if place.node else lines[place.line - 1]
        return range(first + place.start, first + place.end)

    held = Counter(position for entry in ledger for position in span(entry.place))

    def where(position: int) -> str:
        return f"character {position} (line {bisect_right(lines, position)})"

    yield from (f"{where(position)}: a digit is in no row" for position in sorted(seen - set(held))[:5])
    yield from (f"{where(position)}: in {held[position]} rows" for position in sorted(seen & set(held)) if held[position] > 1)


def _seen_in_html(text: str) -> tuple[set[int], dict[str, int]]:
    """Positions of the digits that a browser shows, among all characters of text, and where the text of each element begins."""
    root, _ = parse_html(text, looks=True)
    assert root is not None
    seen: set[int] = set()
    starts: dict[str, int] = {}
    at = 0

    def take(text: str | None, visible: bool) -> None:
        nonlocal at
        if text and visible:
            seen.update(at + match.start() for match in re.finditer("[0-9]", text))
        at += len(text or "")

    def walk(element: etree._Element, path: str, visible: bool) -> None:
        starts[path] = at
        tag = str(element.tag)
        visible = visible and not is_unseen(tag) and not look_of(element).unseen
        take(element.text, visible and tag not in _HEADERS)
        counts: Counter[str] = Counter()
        for child in element:
            counts[str(child.tag)] += 1
            step = str(child.tag)
            walk(child, f"{path}/{step}" + ("" if step == "html" else f"[{counts[step]}]"), visible)
            take(child.tail, visible)

    walk(root, f"/{root.tag!s}", True)
    return seen, starts
