"""HTML that is cut, broken or hostile: a report, or one clear sentence."""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from attrs import frozen
from html_page import BOTH, QUARTER_HEADS, apart, balance, check_ledger, converted, facts, operations, page, wide

from converter import Code, Conversion, Refusal, Severity

SLOWEST = 5.0
"""Seconds that the worst page may take."""


@frozen
class Outcome:
    """What became of a page: its conversion (None when it could not even be opened), the errors that say why not, and how long it took."""

    conversion: Conversion | None
    errors: tuple[Code, ...]
    seconds: float


def outcome(text: str) -> Outcome:
    start = time.process_time()
    try:
        conversion = converted(text)
    except Refusal as refusal:  # what cannot be opened at all
        return Outcome(None, (refusal.diagnostic.code,), time.process_time() - start)
    errors = tuple(diagnostic.code for diagnostic in conversion.diagnostics if diagnostic.severity is Severity.ERROR)
    return Outcome(conversion, errors, time.process_time() - start)


def check_result_or_one_error(text: str) -> Outcome:
    found = outcome(text)
    assert found.seconds < SLOWEST
    assert len(found.errors) == (0 if found.conversion is not None and found.conversion.ok else 1), found.errors
    if found.conversion is not None and found.conversion.report is not None:
        check_ledger(found.conversion)
    return found


def cut_pages() -> Iterator[tuple[int, str]]:
    text = page(operations(apart, wide(QUARTER_HEADS, apart)), balance())
    for cut in range(0, len(text), 97):
        yield cut, text[:cut]


def test_a_page_may_be_cut_anywhere() -> None:
    """Every 97th position: a result whose facts are all printed whole, or one error."""
    made = failed = 0
    for cut, text in cut_pages():
        found = check_result_or_one_error(text)
        if found.conversion is None or found.conversion.report is None:
            failed += 1
            continue
        made += 1
        wrong = {key: value for key, value in facts(found.conversion).items() if BOTH.get(key) != value}
        assert not wrong, f"cut at {cut}: {text[-40:]!r}"
    assert made > 30
    assert failed > 5


@pytest.mark.parametrize("number", ["31,160", "18,260", "(310", "5,500</td><td align=right>3,870", "0.55"])
def test_a_number_that_is_cut_is_no_fact(number: str) -> None:
    """The page ends between the digits of a number: what is left of it is another number, which nobody printed."""
    text = page(operations())
    end = text.index(number) + len(number)
    for cut in range(end - 1, end - len(number.rpartition(">")[2]), -1):
        found = check_result_or_one_error(text[:cut])
        if found.conversion is not None and found.conversion.report is not None:
            wrong = {key: value for key, value in facts(found.conversion).items() if BOTH.get(key) != value}
            assert not wrong, f"{text[:cut][-30:]!r}"


WHOLE = page(operations(), balance())
ROWS_THAT_SPAN = "<table>" + "<tr><td colspan=1000 rowspan=1000>1</td></tr>" * 1000 + "</table>"
CELLS_THAT_SPAN = "<table>" + ("<tr>" + "<td colspan=1000>1</td>" * 1000 + "</tr>") * 50 + "</table>"
ENTITIES = "".join(f"<!ENTITY {name} '{f'&{of};' * 10}'>" for of, name in zip("abcdefgh", "bcdefghi", strict=True))
SCRIPT = "<html><head><script>document.write('<table><tr><td>Revenues</td><td>1</td></tr></table>')</script></head></html>"
BROKEN: dict[str, tuple[Callable[[], str], tuple[Code, ...] | None]] = {
    "nested blocks": (lambda: "<div>" * 100_000 + WHOLE, (Code.SOURCE_TOO_DEEP,)),
    "nested blocks behind": (lambda: WHOLE.replace("</body></html>", "<div>" * 100_000), None),
    "nested tables": (lambda: "<table><tr><td>" * 100_000 + "1", (Code.SOURCE_TOO_DEEP,)),
    "nested fonts": (lambda: "<font>" * 100_000 + WHOLE, None),
    "end tags": (lambda: WHOLE + "</div>" * 100_000, ()),
    "rows that span a thousand": (lambda: f"{ROWS_THAT_SPAN}<p>x</p>", (Code.NO_STATEMENT,)),
    "cells that span a thousand": (lambda: f"{CELLS_THAT_SPAN}<p>x</p>", (Code.NO_STATEMENT,)),
    "rows that span a thousand before a statement": (lambda: ROWS_THAT_SPAN + WHOLE, ()),
    "spans that are no numbers": (lambda: WHOLE.replace("<td align=right", "<td colspan=x rowspan=-7 align=right"), ()),
    "figures that span more than there is": (lambda: WHOLE.replace("<td align=right", "<td colspan=99999999999999 align=right"), None),
    "entities": (
        lambda: f"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>{ENTITIES}]><html><body><p>&i;</p></body></html>",
        (Code.NO_STATEMENT,),
    ),
    "a script that never ends": (lambda: WHOLE.replace("<body>", "<body><script>"), None),
    "a comment that never ends": (lambda: WHOLE.replace("<p>Example", "<!-- <p>Example"), None),
    "a quote that never ends": (lambda: WHOLE.replace("align=center", "align='center", 1), None),
    "no end tags": (lambda: re.sub(r"</(?:td|tr|p|b|table)>", "", WHOLE), None),
    "no tables": (lambda: re.sub(r"</?t[rd][^>]*>", "", WHOLE), None),
    "angle brackets": (lambda: "<" * 100_000 + WHOLE, None),
    "control characters": (lambda: WHOLE.replace("Gross", "\x01\x02Gross"), ()),
    "a cell of a million letters": (lambda: WHOLE.replace("Goodwill", "Goodwill" * 125_000), None),
}
"""A page, and the errors it must earn: none, or one; None where a result and an error are both right."""


@pytest.mark.parametrize("what", BROKEN)
def test_broken_pages_give_a_result_or_one_clear_error(what: str) -> None:
    text, errors = BROKEN[what]
    found = check_result_or_one_error(text())
    if errors is not None:
        assert found.errors == errors
    if found.conversion is not None and found.conversion.report is not None:
        wrong = {key: value for key, value in facts(found.conversion).items() if BOTH.get(key, value) != value}
        assert not wrong


def test_a_script_alone_shows_nothing() -> None:
    found = outcome(SCRIPT)
    assert found.errors in ((Code.SOURCE_EMPTY,), (Code.NO_STATEMENT,))
