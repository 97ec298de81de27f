"""What people see: diagnostics with the source line and the span they mean, and one summary for a call."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING

import click

from converter.batch import Outcome
from converter.commands.explanations import Explanation
from converter.diagnostic import Diagnostic, Severity
from converter.statement import Kind

if TYPE_CHECKING:
    from converter.commands.unmapped import Unmapped

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDTH = 100
_HEADINGS = ("file", "statements", "periods", "facts", "doubts")


def complain(outcome: Outcome, least: Severity = Severity.WARNING) -> None:
    """Writes the diagnostics of one file to standard error, down to a severity, each with its line of the source where there is one."""
    order = list(Severity)
    lines = dict(outcome.excerpts)
    for diagnostic in outcome.diagnostics:
        if order.index(diagnostic.severity) > order.index(least):
            continue
        tell(outcome.origin, diagnostic)
        place = diagnostic.place
        if place and not place.node and place.line in lines:
            for line in underlined(place.line, lines[place.line], place.start, place.end):
                click.echo(click.style(line, dim=True), err=True)


def tell(origin: str, diagnostic: Diagnostic) -> None:
    """Writes one diagnostic of a file to standard error, on a line."""
    where = f"{shown(origin)}:{diagnostic.place.line}: " if diagnostic.place else f"{shown(origin)}: "
    if not diagnostic.place and diagnostic.message.startswith((f"{origin} ", f"{origin}:")):
        where = ""  # the sentence begins with the file
    severity = click.style(diagnostic.severity.value, fg=_COLOURS[diagnostic.severity], bold=True)
    words = shown(diagnostic.message) + (f" {shown(diagnostic.hint)}" if diagnostic.hint else "")
    click.echo(f"{where}{severity}: {words} [{diagnostic.code.label}]", err=True)


def underlined(number: int, line: str, start: int, end: int) -> tuple[str, ...]:
    """The source line with `~~~` under the span [start, end); () when the span is not within the line.

    Tabs are expanded; a line too long for the terminal is cut around the span.
    """
    if not 0 <= start < end or start >= len(line):
        return ()
    before, span, after = (shown(part) for part in (line[:start].expandtabs(), line[start:end], line[end:].rstrip()))
    gutter = f"{number:>6} | "
    room = _WIDTH - len(gutter)
    if len(before) + len(span) > room:
        cut = min(len(before), max(0, len(before) + len(span) - room // 2))
        before = "..." + before[cut:] if cut > 3 else before
    span = span[: max(1, room - len(before))]
    after = after[: max(0, room - len(before) - len(span))]
    marks = " " * (len(gutter) - 2) + "| " + " " * len(before) + "~" * len(span)
    return gutter + before + span + after, marks


def shown(words: str) -> str:
    """The words without what could command a terminal."""
    if words.isprintable():
        return words
    return "".join(each if each.isprintable() else " " if each.isspace() else "\N{REPLACEMENT CHARACTER}" for each in words)


def explained(explanation: Explanation) -> str:
    """A section of the documentation as plain text."""
    plain = explanation.text.replace("**", "").replace("`", "")
    paragraphs = [explanation.meaning, *plain.split("\n\n"), *(["For example:", explanation.example] if explanation.example else [])]
    wrapped = (fill(" ".join(each.split()), _width(), break_long_words=False, break_on_hyphens=False) for each in paragraphs)
    return "\n\n".join([f"{explanation.label} ({explanation.severity})", *wrapped])


def listed(explanations: Iterable[Explanation]) -> str:
    """Codes and what they mean, a line each."""
    known = list(explanations)
    width = max(len(each.label) for each in known)
    return "\n".join(f"{each.label.ljust(width)}  {each.severity.ljust(7)}  {each.meaning}" for each in known)


def summarise(outcomes: Sequence[Outcome], directory: Path, verbose: bool) -> None:
    """Writes a short table to standard output: a line a file; then where the outputs are, and how the notes are seen."""
    rows = [(shown(outcome.origin), *_cells(outcome)) for outcome in outcomes]
    if sys.stdout.isatty():
        _draw(outcomes, rows)
    else:
        click.echo(_columns(_HEADINGS, rows))
    where = "the current folder" if directory == Path() else shown(str(directory))
    told = [f"The outputs are in {where}."] if any(outcome.ok for outcome in outcomes) else []
    told += ["Notes are shown with --verbose."] if not verbose and any(outcome.count(Severity.NOTE) for outcome in outcomes) else []
    if told:
        click.echo(" ".join(told))


def list_unmapped(lines: "Sequence[Unmapped]") -> None:
    """Writes the lines that no rule knows to standard output: as columns, or, on a terminal, folded, with the nearest rules below them."""
    rows = [[str(line.count), line.statement, *map(shown, (line.heading, line.label, *line.nearest))] for line in lines]
    if not sys.stdout.isatty():
        heads = ("count", "statement", "place", "label", "nearest rules")
        click.echo(_columns(heads, [[*row[:4], "; ".join(row[4:])] for row in rows]))
        return
    width = _width()
    for count, statement, place, label, *near in rows:
        where = f"{place}: " if place else ""
        click.echo(_folded(f"{count:>4} x  {statement}  {where}{label}", width, 13))
        for rule in near:
            click.echo(_folded(f"{' ' * 13}near: {rule}", width, 19))


def _width() -> int:
    """Columns to write in: those of the terminal, where it is one, and no more than read well."""
    return min(_WIDTH, get_terminal_size().columns) if sys.stdout.isatty() else _WIDTH


def _folded(line: str, width: int, indent: int) -> str:
    return fill(line, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)


def _columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in plain columns, each as wide as it must be."""
    widths = [max(len(row[column]) for row in (headings, *rows)) for column in range(len(headings))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in (headings, *rows))
    return "\n".join(line.rstrip() for line in lines)


def _draw(outcomes: Sequence[Outcome], rows: Sequence[Sequence[str]]) -> None:
    """The table of a call, within the width of the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("", no_wrap=True)
    for heading in _HEADINGS:
        number = heading in ("periods", "facts")
        table.add_column(heading, justify="right" if number else "left", no_wrap=number, overflow="fold")
    for outcome, row in zip(outcomes, rows, strict=True):
        mark = Text("\N{CHECK MARK}", "green") if outcome.ok else Text("\N{BALLOT X}", "red")
        doubts = Text(row[4], "red" if not outcome.ok else "yellow" if outcome.count(Severity.WARNING) else "")
        table.add_row(mark, *map(Text, row[:4]), doubts)
    Console().print(table)


def _cells(outcome: Outcome) -> tuple[str, str, str, str]:
    names = {Kind.INCOME: "operations", Kind.BALANCE: "balance sheet", Kind.CASH_FLOW: "cash flows"}
    statements = ", ".join(dict.fromkeys(names[Kind(code)] for code in outcome.statements)) or "none"
    counts = [_count(outcome.count(severity), severity.value) for severity in Severity if outcome.count(severity)]
    doubts = ", ".join(counts) or "none"
    return statements, str(outcome.periods), str(outcome.facts), doubts if outcome.ok else f"no report: {doubts}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("s" if number != 1 else "")
