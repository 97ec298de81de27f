"""Prints a statement as filers do, fixed-width or HTML: the converter's way backwards, so that it can be checked by reading back.

A `Sheet` is what the accountant hands in; a `Layout` names every choice of a typesetter. A sheet says the same in every layout.
"""

import re
import textwrap
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from itertools import groupby

from attrs import evolve, frozen

from converter.period import Period
from converter.statement import Kind, Measure


class Negative(Enum):
    """How a number below zero is printed; the value wraps the digits."""

    PARENTHESES = "({})"
    BRACKETS = "[{}]"
    MINUS = "-{}"


class Dollars(Enum):
    """Which lines carry a currency sign: none, the first and the totals, or all."""

    NONE = "none"
    ENDS = "first and totals"
    ALL = "all"


class Heads(Enum):
    """How the headings of the columns are cut into rows."""

    STACKED = "Three Months Ended / September 30, / 2003"
    WHOLE = "Three Months Ended / September 30, 2003"
    COMMON = "Three Months Ended September 30, / 2003 2002"
    SLASHES = "Three Months Ended / 9/30/03"
    TOWERS = "Three / Months Ended / Sept. 30, / 2003, over every column by itself"


class Unaudited(Enum):
    """Where the statement says that nobody audited it."""

    NOWHERE = "nowhere"
    TITLE = "under the title"
    COLUMN = "over the first column"


class Cells(Enum):
    """How HTML puts a number into cells."""

    ONE = "one cell holds all of it; a heading is one cell with line breaks"
    APART = "the currency sign and the closing parenthesis stand in cells of their own"
    SPACED = "one cell, with empty cells between the columns; headings in rows with colspans"


@frozen
class Head:
    """What stands over a column. length: "Three Months Ended"; empty over an instant."""

    period: Period
    length: str = ""


@frozen
class Words:
    """A heading over lines. depth: headings above it."""

    label: str
    depth: int = 0


@frozen
class Line:
    """A line item. numbers: as printed, sign and digits after the point included; None is a blank.

    label: empty for a total without words. concept: the core concepts that are right, by `|`; an empty one is the report's own.
    factor: value = factor x printed.
    """

    label: str
    numbers: tuple[Decimal | None, ...]
    concept: str = ""
    factor: int = 1
    measure: Measure = Measure.MONEY
    depth: int = 0
    total: bool = False


Sums = tuple[tuple[int, tuple[tuple[int, int], ...]], ...]
"""(total, ((part, weight), ...)) by number among the lines."""


@frozen
class Sheet:
    """A statement before it is typeset. scale, share_scale: powers of ten that are left off in print."""

    kind: Kind
    heads: tuple[Head, ...]
    body: tuple[Line | Words, ...]
    sums: Sums
    scale: int = 3
    share_scale: int = 3

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(item for item in self.body if isinstance(item, Line))


@frozen
class Layout:
    """The choices of a typesetter. width, label_width, indent, hang: print columns. hang: how far the second row of a label is indented."""

    negative: Negative = Negative.PARENTHESES
    dollars: Dollars = Dollars.ENDS
    dollar_apart: bool = False
    zero: str = "0"
    leading_zero: bool = True
    heads: Heads = Heads.STACKED
    unaudited: Unaudited = Unaudited.NOWHERE
    width: int = 12
    label_width: int = 40
    indent: int = 2
    hang: int = 4
    leaders: bool = False
    rules: bool = False
    airy: bool = False
    double: bool = False
    tabs: bool = False
    title_case: bool = False
    cells: Cells = Cells.ONE


COMPANY = "Example Instruments, Inc."
_TITLES = {
    Kind.INCOME: "Consolidated Statements of Operations",
    Kind.BALANCE: "Consolidated Balance Sheets",
    Kind.CASH_FLOW: "Consolidated Statements of Cash Flows",
}
_PROSE = (
    f"{COMPANY} (Nasdaq: XMPL), a maker of instruments for laboratories, today announced its results. Orders grew in every region, "
    "and the company shipped two new products. The tables that follow belong to this release."
)
_FOOTER = "Contact: Investor Relations, telephone 555-0100."
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_SMALL = {"and", "of", "in", "to", "by", "for", "on", "at", "the", "net", "from", "before"}


@frozen
class Span:
    """A piece of a heading over the columns first to last."""

    first: int
    last: int
    text: str


def scale_words(sheet: Sheet) -> str:
    """What the heading says of the scale; empty where nothing is left off."""
    word = {3: "thousands", 6: "millions"}.get(sheet.scale)
    if not word:
        return ""
    if sheet.kind is not Kind.INCOME:
        return f"(In {word})"
    return f"(In {word}, except {'per share' if sheet.share_scale else 'share and per share'} amounts)"


def heading_rows(sheet: Sheet, layout: Layout) -> list[list[Span]]:
    """The headings over the columns, row by row. Columns of one length share the words for it, except in towers."""
    heads, style = sheet.heads, layout.heads
    days = [head.period.end for head in heads]
    groups = [[i for i, _ in group] for _, group in groupby(enumerate(heads), key=lambda pair: pair[1].length)]
    if style is Heads.COMMON and any(len({(days[i].month, days[i].day) for i in group}) > 1 for group in groups):
        style = Heads.STACKED  # another day in each year cannot stand over both
    each = range(len(heads))
    full = [f"{_MONTHS[day.month - 1]} {day.day}," for day in days]
    short = [f"{_SHORT[day.month - 1]} {day.day}," for day in days]
    years = [Span(i, i, str(days[i].year)) for i in each]
    lengths = [Span(g[0], g[-1], heads[g[0]].length) for g in groups if heads[g[0]].length]
    if style is Heads.TOWERS:
        first = [Span(i, i, heads[i].length.rpartition(" ")[0]) for i in each if heads[i].length]
        second = [Span(i, i, "Ended") for i in each if heads[i].length]
        rows = [first, second, [Span(i, i, short[i]) for i in each], years]
    elif style is Heads.COMMON:
        rows = [[Span(g[0], g[-1], f"{heads[g[0]].length} {full[g[0]]}".strip()) for g in groups], years]
    elif style is Heads.WHOLE:
        rows = [lengths, [Span(i, i, f"{short[i]} {days[i].year}") for i in each]]
    elif style is Heads.SLASHES:
        rows = [lengths, [Span(i, i, f"{day.month}/{day.day}/{day.year % 100:02}") for i, day in enumerate(days)]]
    else:
        rows = [lengths, [Span(i, i, short[i]) for i in each], years]
    if layout.unaudited is Unaudited.COLUMN:
        rows.append([Span(0, 0, "(Unaudited)")])
    return [row for row in rows if row]


def figure(number: Decimal, line: Line, layout: Layout, dollar: bool) -> tuple[str, str, str]:
    """A number as its currency sign, its body, and what hangs right of its last digit."""
    sign = "$" if dollar else ""
    if not number:
        return sign, f"{abs(number)}" if layout.zero == "0" or line.measure is Measure.PER_SHARE else layout.zero, ""
    digits = f"{abs(number):,}"
    if number.adjusted() < 0 and not layout.leading_zero:
        digits = digits.removeprefix("0")
    body = layout.negative.value.format(digits) if number < 0 else digits
    closing = body[-1] if body[-1] in ")]" else ""
    return sign, body.removesuffix(closing) if closing else body, closing


def _dollar(sheet: Sheet, line: Line, layout: Layout) -> bool:
    if line.measure is Measure.SHARES or layout.dollars is Dollars.NONE:
        return False
    return layout.dollars is Dollars.ALL or line is sheet.lines[0] or line.total or line.measure is Measure.PER_SHARE


def _cased(label: str, layout: Layout) -> str:
    if not layout.title_case:
        return label
    return " ".join(word if word in _SMALL else re.sub(r"^(\(?)(\w)", lambda m: m[1] + m[2].upper(), word) for word in label.split(" "))


def print_text(sheet: Sheet, layout: Layout) -> str:
    """The sheet as a fixed-width release: prose, title, table, footer."""
    layout = evolve(layout, width=_room(sheet, layout))
    page = layout.label_width + layout.width * len(sheet.heads)
    top = [COMPANY.upper(), _TITLES[sheet.kind], scale_words(sheet), "(Unaudited)" if layout.unaudited is Unaudited.TITLE else ""]
    rows = [*textwrap.wrap(_PROSE, 78), "", ""]
    rows += [row.center(page).rstrip() for row in top if row]
    rows += ["", *_text_heads(sheet, layout), "", *_text_body(sheet, layout), "", "", _FOOTER]
    return "\n".join(_tabbed(row) if layout.tabs else row for row in rows) + "\n"


def _room(sheet: Sheet, layout: Layout) -> int:
    """Print columns for a column: two blanks between numbers, and between headings."""
    figures = (figure(n, line, layout, _dollar(sheet, line, layout)) for line in sheet.lines for n in line.numbers if n is not None)
    numbers = max(len(sign + body) + (2 if layout.dollar_apart else 0) for sign, body, _ in figures)
    words = max(-(-(len(span.text) + 3) // (span.last + 1 - span.first)) for row in heading_rows(sheet, layout) for span in row)
    return max(layout.width, numbers + 3, words if len(sheet.heads) > 1 else 0)


def _text_heads(sheet: Sheet, layout: Layout) -> Iterator[str]:
    for spans in heading_rows(sheet, layout):
        row, below = "", ""
        for span in spans:
            left, right = layout.label_width + layout.width * span.first, layout.label_width + layout.width * (span.last + 1)
            if span.first == span.last:
                row = row.ljust(right - 1 - len(span.text)) + span.text  # a long one hangs over the labels
                continue
            row = row.ljust(left + 2) + span.text.center(right - left - 3).rstrip()
            below = below.ljust(left + 2) + "-" * (right - left - 3)
        yield row.rstrip()
        if layout.rules and below:
            yield below


def _text_body(sheet: Sheet, layout: Layout) -> Iterator[str]:
    start, width = layout.label_width, layout.width
    for item in sheet.body:
        margin = " " * layout.indent * item.depth
        if isinstance(item, Words):
            if layout.airy:
                yield ""
            yield margin + _cased(item.label, layout)
            continue
        drawn = "".join(("-" * (width - 3)).rjust(width - 1) + " " for _ in item.numbers)
        if layout.rules and item.total:
            yield " " * start + drawn.rstrip()
        *before, label = textwrap.wrap(
            margin + _cased(item.label, layout),
            start - 3,
            subsequent_indent=margin + " " * layout.hang,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
        yield from before
        row = (label + " " + "." * (start - len(label) - 2) if layout.leaders and label and start - len(label) > 4 else label).ljust(start)
        for number in item.numbers:
            row += _text_cell(number, item, layout, _dollar(sheet, item, layout))
        yield row.rstrip()
        if layout.rules and item.total and item is sheet.lines[-1]:
            yield " " * start + drawn.replace("-", "=").rstrip()
        if layout.double or (layout.airy and item.total):
            yield ""


def _text_cell(number: Decimal | None, line: Line, layout: Layout, dollar: bool) -> str:
    """Right-aligned so that the last digit stands one column before the end: what closes a negative hangs there."""
    if number is None:
        return " " * layout.width
    sign, body, closing = figure(number, line, layout, dollar)
    room = layout.width - 1
    printed = (sign + body).rjust(room) if not layout.dollar_apart else "  " + sign + body.rjust(room - 2 - len(sign))
    return printed + (closing or " ")


def _tabbed(row: str) -> str:
    """Blanks up to a multiple of eight become tabs, as old word processors saved them."""
    pieces = [row[i : i + 8] for i in range(0, len(row), 8)]
    return "".join(piece.rstrip(" ") + "\t" if len(piece) == 8 and piece.endswith("  ") else piece for piece in pieces)


def print_html(sheet: Sheet, layout: Layout) -> str:
    """The sheet as an HTML release. The cells of a number, and those of the headings, are as `layout.cells` says."""
    top = [COMPANY, _TITLES[sheet.kind], scale_words(sheet), "(Unaudited)" if layout.unaudited is Unaudited.TITLE else ""]
    rows = ["<html><body>", f"<p>{_PROSE}</p>", *(f"<p align=center><b>{row}</b></p>" for row in top if row), "<table>"]
    rows += [*_html_heads(sheet, layout), *_html_body(sheet, layout), "</table>", f"<p>{_FOOTER}</p>", "</body></html>"]
    return "\n".join(rows) + "\n"


_WIDTHS = {Cells.ONE: 1, Cells.APART: 3, Cells.SPACED: 2}


def _html_heads(sheet: Sheet, layout: Layout) -> Iterator[str]:
    rows = heading_rows(sheet, layout)
    if layout.cells is Cells.ONE:
        words = ["<br>".join(span.text for row in rows for span in row if span.first <= i <= span.last) for i in range(len(sheet.heads))]
        yield "<tr><td></td>" + "".join(f"<td align=center>{text}</td>" for text in words) + "</tr>"
        return
    cells = _WIDTHS[layout.cells]
    for row in rows:
        html, reached = "<tr><td></td>", 0
        for span in row:
            html += f"<td colspan={cells * (span.first - reached)}></td>" if span.first > reached else ""
            html += f"<td colspan={cells * (span.last + 1 - span.first)} align=center><b>{span.text}</b></td>"
            reached = span.last + 1
        yield html + "</tr>"


def _html_body(sheet: Sheet, layout: Layout) -> Iterator[str]:
    cells = 1 + _WIDTHS[layout.cells] * len(sheet.heads)
    for item in sheet.body:
        label = _cased(item.label, layout).replace("&", "&amp;")
        if layout.cells is Cells.ONE:
            first = f"<td>{'&nbsp;' * layout.indent * item.depth}{label}</td>"
        else:
            first = f'<td style="padding-left:{6 * layout.indent * item.depth}pt">{label}</td>'
        if isinstance(item, Words):
            yield f"<tr>{first}<td colspan={cells - 1}></td></tr>"
            continue
        border = ' style="border-top:1px solid black"' if layout.rules and item.total else ""
        dollar = _dollar(sheet, item, layout)
        yield f"<tr>{first}{''.join(_html_cells(number, item, layout, dollar, border) for number in item.numbers)}</tr>"
        if layout.double or (layout.airy and item.total):
            yield f"<tr><td colspan={cells}>&nbsp;</td></tr>"


def _html_cells(number: Decimal | None, line: Line, layout: Layout, dollar: bool, border: str) -> str:
    sign, body, closing = ("", "&nbsp;", "") if number is None else figure(number, line, layout, dollar)
    if layout.cells is Cells.APART:
        return f"<td>{sign}</td><td align=right{border}>{body}</td><td>{closing}</td>"
    spacer = "<td>&nbsp;</td>" if layout.cells is Cells.SPACED else ""
    return f"{spacer}<td align=right{border}>{sign}{' ' if sign and layout.dollar_apart else ''}{body}{closing}</td>"


def describe(sheet: Sheet) -> str:
    """The sums in words, for the message of a failing test."""
    return "\n".join(
        f"{_named(sheet, total)} = " + " ".join(f"{'+' if weight > 0 else '-'} {_named(sheet, part)}" for part, weight in parts)
        for total, parts in sheet.sums
    )


def _named(sheet: Sheet, number: int) -> str:
    return f"{number}:{sheet.lines[number].label or '(no label)'}"
