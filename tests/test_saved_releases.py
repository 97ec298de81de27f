"""A release however it is saved (line ends, tabs, encodings, submissions) says the same."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from first_examples import NAMES, ROOT, each, plain, said, text_of

from converter import Source, convert

MEMORY = 300
"""Megabytes that a release in the middle of fifty megabytes may take."""


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
