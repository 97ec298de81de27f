"""A comparison as a table for people, and as CSV and JSON for programs."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO

from attrs import frozen
from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from converter.comparison.arithmetic import Equation
from converter.comparison.books.book import Figure
from converter.comparison.compare import Comparison, reading
from converter.comparison.matching import Stated
from converter.writers.ledger import spreadsheet_safe
from converter.writers.naming import unit_id
from converter.writers.numbers import plain_decimal

WIDTH = 100
NARROWEST = 72
"""Columns of a terminal that the table for people needs at least."""
MOST_SHOWN = 200
"""Findings and periods of the table for people; the forms for programs have all."""
COLUMNS = (
    *("group", "outcome", "role", "line", "concept", "period", "unit", "value", "decimals"),
    *("file", "printed_line", "start", "end", "fact", "difference", "remark"),
)


@frozen
class _Row:
    """One figure of a finding. role: `stated`, or in a sum over time `whole` and `part`."""

    outcome: str
    role: str
    file: int
    figure: Figure
    difference: Decimal | None = None
    remark: str = ""


def as_table(comparison: Comparison, width: int = WIDTH, colour: bool = False) -> str:
    """For people: the files, what was compared by period, each difference with both places, and the sums over time that fail."""
    parts: list[RenderableType] = [_files(comparison), _periods(comparison)]
    if comparison.differing or comparison.failing:
        parts.append(_findings(comparison, width))
    parts.append(Text(verdict(comparison), "green" if comparison.ok else "red"))
    held = StringIO()
    Console(file=held, width=width, force_terminal=colour, no_color=not colour, color_system="standard" if colour else None).print(
        Group(*parts)
    )
    return "\n".join(line.rstrip() for line in held.getvalue().split("\n"))


def verdict(comparison: Comparison) -> str:
    """The counts in a sentence."""
    alone = sum(comparison.alone(number) for number in range(len(comparison.books)))
    compared, differ = len(comparison.compared), len(comparison.differing)
    words = f"{compared} compared: {compared - differ} agree, {differ} differ. {alone} stand in one file only."
    if comparison.sums:
        words += f" {_sums(len(comparison.sums))} over time across files: {len(comparison.failing)} fail."
    return words


def as_csv(comparison: Comparison) -> str:
    """Every figure that can be compared, a row each; group counts what belongs together, from 1. RFC 4180.

    outcome: `agree`, `differ`, `one file`; of sums over time `holds` or `fails`.
    """
    held = StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for group, rows in enumerate(_groups(comparison), 1):
        for row in rows:
            figure, place = row.figure, row.figure.place
            columns = (place.start + 1, place.end) if place and place.end > place.start else ("", "")
            writer.writerow(
                [
                    *(group, row.outcome, row.role, spreadsheet_safe(figure.line.label), figure.line.name, figure.period),
                    *(unit_id(figure.unit), plain_decimal(figure.value), "INF" if figure.decimals is None else figure.decimals),
                    *(spreadsheet_safe(comparison.books[row.file].origin), place.line if place else "", *columns, figure.fact),
                    *(plain_decimal(row.difference) if row.difference is not None else "", row.remark),
                ]
            )
    return held.getvalue()


def as_json(comparison: Comparison) -> str:
    """One JSON document: files, counts, groups as in the CSV, and diagnostics. Values are strings, so that no digit is lost."""
    groups = [
        {
            "outcome": rows[0].outcome,
            "line": rows[0].figure.line.label,
            "difference": next((plain_decimal(row.difference) for row in rows if row.difference is not None), None),
            "remark": next((row.remark for row in rows if row.remark), ""),
            "figures": [{"role": row.role, "file": row.file, **_figure(row.figure)} for row in rows],
        }
        for rows in _groups(comparison)
    ]
    document = {
        "files": [
            {
                "file": book.origin,
                "form": book.form,
                "entity": {"scheme": book.scheme, "identifier": book.identifier},
                "figures": len(book.figures),
                "left_out": book.left_out,
                "only_here": comparison.alone(number),
            }
            for number, book in enumerate(comparison.books)
        ],
        "counts": {
            "compared": len(comparison.compared),
            "agree": len(comparison.compared) - len(comparison.differing),
            "differ": len(comparison.differing),
            "sums": len(comparison.sums),
            "sums_failing": len(comparison.failing),
        },
        "groups": groups,
        "diagnostics": [
            {"code": found.code.label, "severity": found.severity.value, "message": found.message, "hint": found.hint}
            for found in comparison.diagnostics
        ],
    }
    return json.dumps(document, indent=2)


def _figure(figure: Figure) -> dict[str, object]:
    place = figure.place
    return {
        "concept": figure.line.name,
        "period": str(figure.period),
        "unit": unit_id(figure.unit),
        "value": plain_decimal(figure.value),
        "decimals": figure.decimals,
        "line": place.line if place else None,
        "columns": [place.start + 1, place.end] if place and place.end > place.start else None,
        "fact": figure.fact or None,
    }


def _groups(comparison: Comparison) -> Iterator[list[_Row]]:
    """Differences first, then sums that fail, then what is in order."""
    yield from map(_differing, comparison.differing)
    yield from (_equation(equation, "fails") for equation in comparison.failing)
    yield from ([_Row("agree", "stated", *each) for each in one.figures] for one in comparison.compared if one.agrees)
    yield from (_equation(equation, "holds") for equation in comparison.sums if equation.holds)
    yield from ([_Row("one file", "stated", *each) for each in one.figures] for one in comparison.stated if len(one.figures) == 1)


def _differing(one: Stated) -> list[_Row]:
    (number, first), *others = one.figures
    rows = [_Row("differ", "stated", number, first)]
    for number, other in others:
        apart = other.value - first.value
        rows.append(_Row("differ", "stated", number, other, apart, reading(first, other) if apart else ""))
    return rows


def _equation(equation: Equation, outcome: str) -> list[_Row]:
    def taken(one: Stated) -> tuple[int, Figure]:
        return next(each for each in one.figures if each[1] is one.figure)

    remark = "" if equation.holds else f"its parts add up to {plain_decimal(equation.expected)}"
    whole = _Row(outcome, "whole", *taken(equation.whole), None if equation.holds else equation.difference, remark)
    return [whole, *(_Row(outcome, "part", *taken(part)) for part in equation.parts)]


def _table(*columns: tuple[str, bool]) -> Table:
    """An empty table of (heading, whether it holds numbers); numbers stay on one line."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for heading, number in columns:
        table.add_column(heading, justify="right" if number else "left", no_wrap=number, overflow="fold")
    return table


def _files(comparison: Comparison) -> Table:
    table = _table(("", True), ("file", False), ("entity", False), ("form", False), ("figures", True), ("only here", True))
    for number, book in enumerate(comparison.books):
        cells = (str(number + 1), book.origin, book.identifier, book.form, f"{len(book.figures):,}", f"{comparison.alone(number):,}")
        table.add_row(*(Text(_shown(cell)) for cell in cells))
    return table


def _periods(comparison: Comparison) -> Table:
    table = _table(("period", False), ("compared", True), ("agree", True), ("differ", True))
    counts = Counter((one.subject.period, one.agrees) for one in comparison.compared)
    periods = sorted({period for period, _ in counts}, key=str)
    for period in periods[:MOST_SHOWN]:
        agreeing, differing = counts[period, True], counts[period, False]
        table.add_row(str(period), f"{agreeing + differing:,}", f"{agreeing:,}", f"{differing:,}")
    if len(periods) > MOST_SHOWN:
        table.add_row(f"{len(periods) - MOST_SHOWN:,} more periods", "", "", "")
    return table


def _findings(comparison: Comparison, width: int) -> Table:
    table = _table(("line", False), ("period", False), ("file", True), ("value", True), ("where", False), ("difference", True), ("", False))
    for column, least in zip(table.columns, (8, 10, 1, 1, 13, 1, 6), strict=True):
        column.min_width = least  # a day and most words are not broken
    table.columns[4].no_wrap = width >= WIDTH
    findings = [*map(_differing, comparison.differing), *(_equation(equation, "fails") for equation in comparison.failing)]
    for rows in findings[:MOST_SHOWN]:
        table.add_section()
        for position, row in enumerate(rows):
            figure = row.figure
            apart = f"{row.difference:+,f}" if row.difference else ""
            words = _shown(figure.line.label) if not position else "= sum of" if row.role == "part" and position == 1 else ""
            remark = "" if row.role == "whole" else row.remark
            value = f"{figure.value:,f}"
            table.add_row(Text(words), str(figure.period).replace("..", " "), str(row.file + 1), value, figure.where, apart, remark)
    if len(findings) > MOST_SHOWN:
        table.add_row(f"and {len(findings) - MOST_SHOWN:,} more: --form csv has all", "", "", "", "", "", "")
    return table


def _sums(number: int) -> str:
    return f"{number} sum" + ("s" if number != 1 else "")


def _shown(words: str) -> str:
    return "".join(each if each.isprintable() else " " for each in words)
