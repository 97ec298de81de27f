"""The statements of the examples typeset as HTML, three ways: a page gives the very facts that the fixed-width text gives.

The printer takes words and numbers from the text by splitting its rows at two or more blanks; it knows nothing of how they are recognised.
"""

import csv
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path

import pytest
from attrs import frozen

from converter import Conversion, Severity, Source, convert
from converter.period import Duration

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = ("btu-2003q4", "btu-2004q1")
COMPANY = "BTU INTERNATIONAL, INC."
HEADINGS = ("Assets", "Liabilities and Stockholders' Investment")
"""Words without numbers that are no first half of a wrapped label; those with a colon are headings as well."""
FACTS = 142

Said = tuple[str, str, str, Decimal, str, int | None]
each = pytest.mark.parametrize("name", NAMES)


# The pages, taken apart


@frozen
class Fragment:
    """A run of text with its print columns."""

    text: str
    start: int
    end: int


@frozen
class Line:
    """A line of a statement: the rows its label is wrapped over, how deep it is indented, its numbers (none for a heading)."""

    label: tuple[str, ...]
    indent: int
    numbers: tuple[str, ...]


@frozen
class Page:
    """A statement as printed. heads: rows of (words, first column, columns under it)."""

    titles: tuple[str, ...]
    heads: tuple[tuple[tuple[str, int, int], ...], ...]
    lines: tuple[Line, ...]
    columns: int


def fragments(row: str) -> list[Fragment]:
    return [Fragment(found[0], found.start(), found.end()) for found in re.finditer(r"\S+(?: \S+)*", row)]


def headings(row: str) -> Iterator[Fragment]:
    """The fragments of a row of headings; where one blank parts words that are printed over each column, they are parted too."""
    for found in fragments(row):
        words = re.sub(r"^(.+?)(?: \1)+$", r"\1", found.text)
        for start in range(found.start, found.end, len(words) + 1):
            yield Fragment(words, start, start + len(words))


def is_number(text: str) -> bool:
    return re.fullmatch(r"\(?\$?[\d,.]+\)?", text) is not None


def taken_apart(text: str) -> tuple[list[str], list[Page]]:
    """The paragraphs of the prose, and the statements."""
    prose, *sheets = re.split(rf"(?m)^(?= +{COMPANY}$)", text)
    return [" ".join(words.split()) for words in prose.split("\n\n") if words.strip()], [page_of(sheet) for sheet in sheets]


def page_of(sheet: str) -> Page:
    titles, _, rest = sheet.partition("\n\n")
    rows = [row for row in rest.split("\n") if row.strip()]
    first = next(index for index, row in enumerate(rows) if not row.startswith(" " * 20))
    numbered = [found for row in rows[first:] if (found := [it for it in fragments(row) if is_number(it.text)])]
    columns = max(map(len, numbered))
    full = [found for found in numbered if len(found) == columns]
    extents = [(min(found[at].start for found in full), max(found[at].end for found in full)) for at in range(columns)]
    heads = []
    for row in rows[:first]:
        spans = []
        for words in headings(row):
            under = [at for at, (left, right) in enumerate(extents) if words.start < right and left < words.end]
            spans.append((words.text, under[0], len(under)))
        heads.append(tuple(spans))
    return Page(tuple(row.strip() for row in titles.split("\n")), tuple(heads), tuple(lines_of(rows[first:])), columns)


def lines_of(rows: list[str]) -> Iterator[Line]:
    wrapped: list[str] = []
    indent = 0
    for row in rows:
        words = [it.text for it in fragments(row) if not is_number(it.text)]
        numbers = [it.text for it in fragments(row) if is_number(it.text)]
        if not wrapped:
            indent = len(row) - len(row.lstrip()) if words else 0
        wrapped += words
        if numbers or wrapped[-1].endswith(":") or wrapped[-1] in HEADINGS:
            yield Line(tuple(wrapped), indent, tuple(numbers))
            wrapped = []


# The pages, typeset


def one_cell_a_number(page: Page) -> Iterator[str]:
    """As a word processor saves a table: a row for each row of headings, `$(1,234)` in one cell."""
    for head in page.heads:
        yield row_of("<td></td>" + heads_of(head, 1, escape))
    for line in page.lines:
        label = f"<td style='padding-left:{6 * line.indent}pt'>{escape(' '.join(line.label))}</td>"
        yield row_of(label + "".join(f"<td align=right>{number}</td>" for number in line.numbers))


def cells_for_signs(page: Page) -> Iterator[str]:
    """As filing agents set it: an empty cell between columns, `$`, `(`, the digits and `)` each in a cell of its own."""
    for head in page.heads:
        yield row_of("<td>&nbsp;</td>" + heads_of(head, 5, lambda words: f"<b>{escape(words)}</b>"))
    for line in page.lines:
        indent = "&nbsp;" * 2 * line.indent
        yield row_of(f"<td>{indent}{escape(' '.join(line.label))}</td>" + "".join(map(signs_apart, line.numbers)))


def signs_apart(number: str) -> str:
    dollar, opening, closing = ("$" if "$" in number else ""), ("(" if "(" in number else ""), (")" if ")" in number else "")
    digits = number.strip("($)")
    return f"<td></td><td>{dollar}</td><td>{opening}</td><td align=right>{digits}</td><td>{closing}</td>"


def headings_split(page: Page) -> Iterator[str]:
    """Headings over two rows more than they need, or broken within their cells; hard blanks; labels wrapped by hand; `(1,234` and `)`."""
    *over, days, years = [head for head in page.heads if not any("Unaudited" in words for words, _, _ in head)]
    for head in over:
        for half in range(2):
            yield row_of("<td></td>" + heads_of(tuple((halves(words)[half], at, span) for words, at, span in head), 3, hard))
    dated = tuple((f"{day}\n{year}", at, span) for (day, at, span), (year, _, _) in zip(days, years, strict=True))
    yield row_of("<td></td>" + heads_of(dated, 3, hard))
    for head in page.heads:
        if head not in (*over, days, years):
            yield row_of("<td></td>" + heads_of(head, 3, hard))
    for line in page.lines:
        label = "<br>".join(escape(words) for words in line.label)
        cells = (
            f"<td>{'$' if '$' in number else '&nbsp;'}</td><td align=right>{number.replace('$', '').rstrip(')')}</td>"
            f"<td>{')' if ')' in number else ''}</td>"
            for number in line.numbers
        )
        yield row_of(f"<td><p style='margin-left:{4 * line.indent}px'>{label}</p></td>" + "".join(cells))


def halves(words: str) -> tuple[str, str]:
    """ "Three Months Ended" as "Three Months" over "Ended"."""
    first, _, last = words.rpartition(" ")
    return first, last


def hard(words: str) -> str:
    return escape(words).replace(" ", "&nbsp;").replace("\n", "<br>")


def heads_of(head: tuple[tuple[str, int, int], ...], cells: int, dress: Callable[[str], str]) -> str:
    """The cells of a row of headings, over columns of so many cells each."""
    html, reached = "", 0
    for words, first, span in head:
        html += f"<td colspan={cells * (first - reached)}></td>" if first > reached else ""
        html += f"<td colspan={cells * span} align=center>{dress(words)}</td>"
        reached = first + span
    return html


def row_of(cells: str) -> str:
    return f"<tr>{cells}</tr>"


WAYS = (one_cell_a_number, cells_for_signs, headings_split)
typeset = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)


def typeset_page(name: str, way: Callable[[Page], Iterator[str]]) -> str:
    prose, pages = taken_apart(text_of(name))
    html = "".join(f"<p>{escape(words)}</p>\n" for words in prose)
    for page in pages:
        html += "".join(f"<p align=center><b>{escape(title)}</b></p>\n" for title in page.titles)
        html += "<table cellspacing=0>\n" + "\n".join(way(page)) + "\n</table>\n"
    return f"<html><head><title>Results</title></head>\n<body>\n{html}</body></html>\n"


# What they say


@cache
def text_of(name: str) -> str:
    return (EXAMPLES / name / f"{name}.txt").read_text(encoding="utf-8")


@cache
def of_text(name: str) -> Conversion:
    return convert(Source.from_bytes(text_of(name).encode(), name))


@cache
def of_page(name: str, way: Callable[[Page], Iterator[str]]) -> Conversion:
    return convert(Source.from_bytes(typeset_page(name, way).encode(), name))


def said(conversion: Conversion) -> set[Said]:
    """What a report says: concept, first day, last day, value, unit, decimals."""
    assert conversion.report is not None, [str(diagnostic) for diagnostic in conversion.diagnostics]
    found = set()
    for fact in conversion.report.facts:
        start = str(fact.period.first) if isinstance(fact.period, Duration) else ""
        sides = (side for side in (fact.unit.numerator, fact.unit.denominator) if side)
        unit = "/".join(measure.partition(":")[2] for side in sides for measure in side)
        found.add((fact.concept.name, start, str(fact.period.end), fact.value, unit, fact.decimals))
    return found


def read_by_hand(name: str) -> set[Said]:
    with (EXAMPLES / name / "facts.csv").open(newline="", encoding="utf-8") as file:
        return {
            (row["concept"], row["start"], row["end"], Decimal(row["value"]), row["unit"], int(row["decimals"]))
            for row in csv.DictReader(file)
        }


@each
def test_the_printer_takes_every_number_of_the_statements(name: str) -> None:
    """Each number of the text is printed once, in order, so that no test below passes for want of numbers."""
    _, pages = taken_apart(text_of(name))
    assert [page.columns for page in pages] == {"btu-2003q4": [4, 2], "btu-2004q1": [2, 2]}[name]
    numbers = [number for page in pages for line in page.lines for number in line.numbers]
    body = "\n".join(row for row in text_of(name).split("\n") if not re.fullmatch(r" +20\d\d +20\d\d( +20\d\d +20\d\d)?", row))
    printed = re.findall(r"(?m)(?<=  )\(?\$?[\d,.]*\d\)?(?=$|  )", body)
    assert numbers == printed
    assert len(numbers) == len(read_by_hand(name))


@each
@typeset
def test_a_page_gives_the_facts_of_the_text(name: str, way: Callable[[Page], Iterator[str]]) -> None:
    assert said(of_page(name, way)) == said(of_text(name)) == read_by_hand(name)


@typeset
def test_all_facts_of_both_examples(way: Callable[[Page], Iterator[str]]) -> None:
    assert sum(len(said(of_page(name, way))) for name in NAMES) == FACTS


@each
@typeset
def test_a_page_gives_the_entity_the_words_and_the_sums_of_the_text(name: str, way: Callable[[Page], Iterator[str]]) -> None:
    text, page = of_text(name).report, of_page(name, way).report
    assert text is not None
    assert page is not None
    assert page.entity == text.entity
    assert {concept.name for concept in page.extension} == {concept.name for concept in text.extension}
    sums = [
        {
            (total.name, frozenset((part.name, weight) for part, weight in parts))
            for network in report.networks
            for total, parts in network.sums
        }
        for report in (page, text)
    ]
    assert sums[0] == sums[1] != set()


@each
@typeset
def test_every_number_of_a_page_is_a_fact_and_nothing_is_doubted(name: str, way: Callable[[Page], Iterator[str]]) -> None:
    conversion = of_page(name, way)
    assert conversion.ok
    assert len(conversion.entries) == len(read_by_hand(name))
    assert all(entry.fact is not None for entry in conversion.entries)
    assert {diagnostic.severity for diagnostic in conversion.diagnostics} == {Severity.NOTE}
