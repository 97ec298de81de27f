"""Snippets of paper for the tests of reading: what a page becomes as rows and as recognised statements."""

from textwrap import dedent

from converter.diagnostic import Code, Diagnostic
from converter.document import Document, Row
from converter.filing import Filing
from converter.model import earnings_release
from converter.readers.text import read_text, rows_of_text
from converter.recognition.statements import recognise
from converter.sources.source import Source
from converter.statement import Column, LineItem, Statement

COMPANY = "HARBOUR TOOLS, INC."


def rows(text: str) -> tuple[Row, ...]:
    """The rows of a text, one of which must look like a table's, as nothing else is read."""
    return tuple(rows_of_text(text))


def recognised(page: str, filing: Filing | None = None) -> tuple[tuple[Statement, ...], tuple[Diagnostic, ...]]:
    """The statements of a page and what was doubted of them."""
    doubts: list[Diagnostic] = []
    document: Document = read_text(Source("page", dedent(page)))
    return recognise(document, filing, earnings_release(), doubts.append).statements, tuple(doubts)


def statement_of(page: str, filing: Filing | None = None) -> Statement:
    """The one statement of a page."""
    statements, _ = recognised(page, filing)
    assert len(statements) == 1, f"{len(statements)} statements were recognised"
    return statements[0]


def operations(heads: str, *lines: str) -> str:
    """A statement of operations as printed: title, headings, and lines, each of which holds its own print columns."""
    return "\n".join(
        [COMPANY, "Consolidated Statements of Operations", "(In thousands, except per share and share amounts)", "", heads, "", *lines, ""]
    )


def balance(heads: str, *lines: str) -> str:
    """A balance sheet as printed."""
    return "\n".join([COMPANY, "Consolidated Balance Sheets", "(In thousands)", "", heads, "", *lines, ""])


def periods(columns: tuple[Column, ...]) -> list[str]:
    """The columns' periods as `2003-10-01..2003-12-31` or `2003-12-31`."""
    return [str(column.period) for column in columns]


def numbers(line: LineItem) -> list[str]:
    """A line's numbers as printed, signed and unscaled; a blank is empty."""
    return [f"{amount.printed}" if amount else "" for amount in line.amounts]


def codes(doubts: tuple[Diagnostic, ...]) -> set[Code]:
    """The codes of what was doubted."""
    return {doubt.code for doubt in doubts}
