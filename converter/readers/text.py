"""Fixed-width text: rows of cells at print columns.

A cell is a run of words with at least two blanks on either side. Where more lines end in numbers one blank apart than stand in columns,
as in text taken out of a PDF, those numbers are cells too. Tabs are expanded to multiples of eight first; places keep counting the
characters of the line as it stands. The SEC's typesetting marks (`<PAGE>`, `<TABLE>`, `<S>`, `<C>` ...) are structure, not text. Lines
drawn under numbers are taken off as rules. Only the neighbourhood of tables is turned into rows: prose that is further away from any
table than a title can stand says nothing about a statement, and a file may hold fifty megabytes of it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from converter.document import Cell, Document, Row
from converter.place import Place
from converter.readers.bounds import WIDEST, bounded
from converter.readers.paragraphs import paragraphs_of_text
from converter.sources.source import Source

REACH = 60
"""Lines before and after a table-like line that become rows: title, scale and headings stand there."""

_CELL = re.compile(r"\S+(?: \S+)*")
_MARK = re.compile(r"<(/?)(page|table|caption|s|c|fn|f\d+)>", re.IGNORECASE)
_RULE = re.compile(r"(?<!\S)\$?[-=_*]{3,}(?!\S)|[=_]{3,}|-{7,}")
_TABULAR = re.compile(
    r"\S {2,}[$(\[]* *[\d.][\d,.]*|^ {20,}[$(\[]* *\d[\d,.]+|(?<![\d,])[\d,]{3,}\)? {2,}\(?\$?[\d,]{3,}|\t[\t ]*[$(\[]* *[\d.]"
)
_TAB = 8
_AMOUNT = re.compile(r"[$(\[]{0,3}(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?[)\]%]{0,2}|[-–—]{1,3}")
_ENDS = frozenset("0123456789)]%-–—")
"""What amounts end with."""
_MOST_AMOUNTS = 40
"""Amounts of one row; more are a listing of numbers."""


def read_text(source: Source) -> Document:
    """The rows of a fixed-width source, and its paragraphs."""
    return Document(source, bounded(rows_of_text(source.text)), paragraphs=tuple(paragraphs_of_text(source.text)))


def rows_of_text(text: str, first_line: int = 1, table: int = 0, part: bool = False) -> Iterator[Row]:
    """Rows of the lines near tables. first_line: number of the text's first line. table: number that `<TABLE>` marks count up from.

    part: other text comes before and after, in which a table may be near.
    """
    if "\xa0" in text:
        text = text.replace("\xa0", " ")
    lines = text.split("\n")
    tabular = [
        number for number, line in enumerate(lines) if len(line) <= WIDEST and ("  " in line or "\t" in line) and _TABULAR.search(line)
    ]
    runs = [number for number, line in enumerate(lines) if len(line) <= WIDEST and _run(line)]
    if loose := len(runs) > len(tabular):  # no columns of print: a table taken out of a PDF
        tabular = sorted({*tabular, *runs})
    if part:
        tabular = [-1, *tabular, len(lines)]
    gap, inside = 0, 0
    for number, line in enumerate(lines):
        near = bisect_left(tabular, number - REACH)
        if near == len(tabular) or tabular[near] > number + REACH:
            gap = 1
            continue
        if "<" in line:
            for mark in _MARK.finditer(line):
                if mark[2].lower() == "table":
                    table += not mark[1]
                    inside = 0 if mark[1] else table
            line = _MARK.sub(lambda mark: " " * len(mark[0]), line)
        row = _row(line, first_line + number, gap, inside, loose) if len(line) <= WIDEST else _prose(line, first_line + number, gap, inside)
        if row is None:
            gap += 1
        else:
            yield row
            gap = 0


def _expanded(line: str) -> tuple[str, list[int] | None]:
    """The line with tabs as wide as they print, and for each print column (and the end) the character of the line that it shows.

    A tab always parts two cells, however narrow it prints.
    """
    if "\t" not in line:
        return line, None
    shown: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(line):
        width = _TAB - len(shown) % _TAB if character == "\t" else 1
        shown.extend(character * width)
        origin.extend([index] * width)
    return "".join(shown), [*origin, len(line)]


def _row(line: str, number: int, gap: int, table: int, loose: bool) -> Row | None:
    """loose: numbers one blank apart at the end of a line are cells of their own."""
    line, origin = _expanded(line.replace("\f", " "))
    rules: tuple[tuple[int, int], ...] = ()
    if "|" in line:  # drawn by hand between columns
        line = line.replace("|", " ")
    if "--" in line or "==" in line or "__" in line or "**" in line:
        line, rules = _without_rules(line)
    cells = []
    run = _run(line) if loose else []
    spans = [match.span() for match in _CELL.finditer(line, 0, run[0][0] if run else len(line))] + run
    for left, right in spans:
        start, end = (left, right) if origin is None else (origin[left], origin[right - 1] + 1)
        cells.append(Cell(line[left:right], Place(number, start, end), left, right))
    if not cells and not rules:
        return None
    return Row(tuple(cells), number, cells[0].left if cells else 0, gap, table, rules)


def _run(line: str) -> list[tuple[int, int]]:
    """The extents of the amounts, two or more and one blank apart, that end a line; empty where there are none."""
    at = len(line.rstrip())
    found: list[tuple[int, int]] = []
    while at > 0 and line[at - 1] in _ENDS and len(found) <= _MOST_AMOUNTS:
        start = line.rfind(" ", 0, at) + 1
        if not _AMOUNT.fullmatch(line, start, at):
            break
        if line[start - 2 : start] in ("$ ", "( "):
            start = line.rfind(" ", 0, start - 1) + 1
        found.append((start, at))
        at = start - 1
    return found[::-1] if 1 < len(found) <= _MOST_AMOUNTS else []


def _prose(line: str, number: int, gap: int, table: int) -> Row | None:
    """A line too long for a table, as one cell of its beginning."""
    words = line[:WIDEST].strip()
    start = line.find(words)
    return Row((Cell(words, Place(number, start, start + len(words)), 0, 1),), number, 0, gap, table) if words else None


def _without_rules(line: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Takes drawn lines off. Three to six dashes beside other numbers are a printed zero, not a drawn line."""
    others = any(map(str.isdigit, line))
    rules = []

    def off(match: re.Match[str]) -> str:
        dashes = match[0].strip("$")
        if others and len(dashes) <= 6 and set(dashes) == {"-"}:
            return match[0]
        rules.append(match.span())
        return " " * len(match[0])

    line = _RULE.sub(off, line)
    if rules and not line.strip(" -$"):  # what is left of a broken line: `- -------`
        line = ""
    return line, tuple(rules)
