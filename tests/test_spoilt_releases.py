"""Spoilt bytes become a report or a diagnostic, never a fault: examples mangled by a fixed list of seeds, and what longer runs found.

`tests/benchmarks/fuzzing.py` goes on from here with any number of seeds and any releases.
"""

from pathlib import Path
from random import Random
from time import process_time

import pytest
from mangling import WAYS, mangled

from converter.batch import Job, run
from converter.diagnostic import Code, Severity
from converter.pipeline import convert
from converter.sources.source import Source
from converter.writers import forms
from converter.writers.outputs import DEFAULT

EXAMPLES = sorted(path for path in (Path(__file__).parents[1] / "examples").glob("*/*") if path.suffix in (".txt", ".htm"))
RELEASES = [path.read_bytes() for path in EXAMPLES if not path.name.endswith(".diagnostics.txt")]
LONGEST = 5.0
"""Seconds of processor time that a spoilt release may take."""


@pytest.mark.parametrize("seed", range(120))
def test_a_spoilt_release_gives_a_report_or_says_why_not(seed: int, tmp_path: Path) -> None:
    data = mangled(seed, RELEASES[seed % len(RELEASES)], RELEASES[(seed + 1) % len(RELEASES)])
    begun = process_time()
    outcome = run(Job("-", "spoilt", tmp_path / "out", data=data, forms=DEFAULT))
    assert process_time() - begun < LONGEST
    told = [d for d in outcome.diagnostics if d.severity is Severity.ERROR]
    assert not [d for d in told if d.code in (Code.INTERNAL_FAULT, Code.OUTPUT_INVALID)]
    assert bool(told) is not outcome.ok or any(d.code is Code.ENTITY_SEVERAL for d in told)
    assert all("\n" not in d.message for d in outcome.diagnostics)


def test_every_way_of_spoiling_spoils_something() -> None:
    page = b"<p>Net <b>sales</b></p>\n" + RELEASES[0]
    for way in WAYS:
        assert any(way(Random(seed), page, RELEASES[-1]) != page for seed in range(20)), way.__name__


def test_a_day_that_a_month_lacks_is_no_fault(tmp_path: Path) -> None:
    page = (
        "                     Example Works, Inc.\n"
        "                 CONDENSED STATEMENTS OF OPERATIONS\n"
        "                      (In thousands)\n\n"
        "                                   Year Ended June 31, 1995 and 1994\n"
        "                                       1995           1994\n"
        "Net sales                            $ 1,000        $   900\n"
        "Cost of sales                            600            500\n"
        "Gross profit                             400            400\n"
    )
    outcome = run(Job("-", "june", tmp_path, data=page.encode()))
    assert not [d for d in outcome.diagnostics if d.code is Code.INTERNAL_FAULT]


HUGE = {
    "digits": b"1",
    "numbers with commas": b"1,",
    "tabs": b"1\t",
    "rows of numbers": b"Asset        1          1\n",
    "numbers one blank apart": b"1 ",
    "rows of numbers one blank apart": b"Cash 1,000 2,000\n",
    "numbers one below another": b"Cash\n  1,000\n  2,000\n",
    "statements": b"BALANCE SHEETS\n     December 31, 1995   1994\nCash  1 2\n",
    "cells": b"<td>1",
    "rows of cells": b"<tr><td>1<td>2",
    "cells over many rows and columns": b"<tr><td colspan=1000>1<td rowspan=1000>2",
    "tables in tables": b"<table><tr><td>",
    "elements in elements": b"<div>",
    "sentences": b"Net sales increased 38 percent to $7.8 million, compared to $5.7 million for the same quarter a year ago. ",
    "entities": b"&nbsp;&amp",
    "documents": b"<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n1\n</TEXT>\n</DOCUMENT>\n",
}


@pytest.mark.parametrize("what", HUGE)
def test_much_of_the_same_is_read_or_refused_in_seconds(what: str, tmp_path: Path) -> None:
    """A twentieth of the five megabytes that must not take longer than LONGEST: nothing may grow with the square."""
    piece = HUGE[what]
    head = b"<html><body><table>" if b"<t" in piece or b"<d" in piece else b"BALANCE SHEET\n      December 31, 1995   December 31, 1994\n"
    data = head + piece * (250_000 // len(piece))
    begun = process_time()
    outcome = run(Job("-", "huge", tmp_path, data=data))
    assert process_time() - begun < LONGEST / 2
    assert not outcome.ok
    assert not [d for d in outcome.diagnostics if d.code is Code.INTERNAL_FAULT]


def test_comments_behind_the_end_of_a_page_cost_no_time(tmp_path: Path) -> None:
    data = b"<html><body><p>1</body></html>" + b"<!-- a -->" * 25_000 + b"<p>1"
    begun = process_time()
    run(Job("-", "comments", tmp_path, data=data))
    assert process_time() - begun < LONGEST / 2


def test_more_rows_than_a_release_can_have_are_refused_in_a_sentence(tmp_path: Path) -> None:
    outcome = run(Job("-", "huge", tmp_path, data=b"Asset        1          1\n" * 50_001))
    (error,) = outcome.diagnostics
    assert error.code is Code.SOURCE_TOO_DEEP
    assert "more than 50,000 rows up to line 50,001" in error.message


@pytest.mark.parametrize("what", ["digits", "numbers with commas", "tabs", "percentages", "sentences"])
def test_a_line_without_end_behind_a_release_costs_it_nothing(what: str, tmp_path: Path) -> None:
    """The release is read as ever; the line is prose, however many numbers it holds."""
    piece = {**HUGE, "percentages": b"1% "}[what]
    page = (Path(__file__).parents[1] / "examples" / "btu-2003q4" / "btu-2003q4.txt").read_bytes()
    begun = process_time()
    outcome = run(Job("-", "btu-2003q4", tmp_path, data=page + b"\n" + piece * (300_000 // len(piece))))
    assert process_time() - begun < LONGEST
    assert outcome.ok
    assert outcome.facts == 86


FORMS = tuple(form for form in forms.FORMS if form != "viewer")
STRANGE = {
    "control characters in a label": ("Net sales", "Net\x02 sales\x1b of\ufffe all"),
    "control characters in a style": ("<body", "<body style='color:\x01red'"),
    "half a character": ("Net sales", "&#xD800;Net sales&#2;"),
    "a number without end": ("7,792", "9" * 400),
}


@pytest.mark.parametrize("what", STRANGE)
@pytest.mark.parametrize("name", ["btu-2003q4", "btu-2003q4-html"])
def test_what_xml_cannot_hold_is_in_no_form(what: str, name: str, tmp_path: Path) -> None:
    """Every form is made, and the stricter validator has nothing against the instance."""
    (path,) = (path for path in EXAMPLES if path.stem == name)
    old, new = STRANGE[what]
    page = path.read_text(encoding="utf-8").replace(old, new, 1)
    conversion = convert(Source.from_bytes(page.encode("utf-8", "replace"), name))
    assert conversion.ok
    assert conversion.validate() == ()
    assert len(conversion.rendered(FORMS)) > len(FORMS)
