"""Line items that are parsed already: records -> statements. The second entrance, in front of the same mapping, writers and checks.

Long form, a record for every number. Columns: label, statement (IS, BS, CF or words), end, value, unit, and as wanted heading (` > `
between levels), start (none means an instant), scale (a power of ten, or `thousands`, `millions`, `billions`), decimals (an integer or
INF). Dates are ISO 8601. Other columns are left alone.
"""

from collections.abc import Iterable, Mapping

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.period import Period
from converter.place import Place
from converter.readers.items import Item, item_of
from converter.readers.records import REQUIRED, Record
from converter.statement import Column, Heading, Kind, LineItem, Measure, Scale, Statement

__all__ = ["Record", "read_line_items"]


def read_line_items(records: Iterable[Record | Mapping[str, object]], doubt: Doubt) -> tuple[Statement, ...]:
    """Statements of the records: columns by period, lines by (heading, label, measure), all in order of first appearance.

    Every mistake becomes a diagnostic (ITEM_INVALID) that names row and column; where there is one, nothing is returned: a statement
    without some of its lines is not the one that was meant. An amount's place is the row as line, and the characters of its value.
    """
    sound = True

    def wrong(row: int, column: str, message: str) -> None:
        nonlocal sound
        sound = False
        doubt(Diagnostic(Code.ITEM_INVALID, f"Row {row}, column {column}: {message}.", Place(row, 0, 0, column)))

    items: list[Item] = []
    seen: dict[object, int] = {}
    currencies: dict[Kind, Item] = {}
    for position, given in enumerate(records, 1):
        record = given if isinstance(given, Record) else Record(position, given)
        item = item_of(record, wrong)
        if item is None:
            continue
        earlier = seen.setdefault((item.line, item.period), item.row)
        if earlier != item.row:
            wrong(item.row, "label", f"{item.label!r} for {item.period} is in row {earlier} already")
        if item.currency:
            first = currencies.setdefault(item.kind, item)
            if first.currency != item.currency:
                wrong(item.row, "unit", f"{item.currency} in a statement that row {first.row} gives in {first.currency}")
        items.append(item)
    if not items and sound:
        doubt(Diagnostic(Code.ITEM_INVALID, "There are no line items.", hint=f"Each needs {', '.join(REQUIRED)}."))
    if not items or not sound:
        return ()
    return tuple(_statement(kind, [item for item in items if item.kind is kind]) for kind in dict.fromkeys(item.kind for item in items))


def _statement(kind: Kind, items: list[Item]) -> Statement:
    periods = list(dict.fromkeys(item.period for item in items))
    by_line: dict[object, dict[Period, Item]] = {}
    for item in items:
        by_line.setdefault(item.line, {})[item.period] = item
    body: list[LineItem | Heading] = []
    open_headings: tuple[str, ...] = ()
    for amounts in by_line.values():
        first = next(iter(amounts.values()))
        place = Place(first.row, 0, len(first.label), "label")
        for depth, words in enumerate(first.headings):
            if open_headings[: depth + 1] != first.headings[: depth + 1]:
                body.append(Heading(words, Place(first.row, 0, len(words), "heading"), depth))
                open_headings = first.headings[: depth + 1]
        open_headings = first.headings
        row = tuple(amounts[period].amount if period in amounts else None for period in periods)
        body.append(LineItem(first.label, first.headings, row, place, first.measure, len(first.headings)))
    first_with = {period: next(item.row for item in items if item.period == period) for period in periods}
    columns = tuple(Column(period, str(period), Place(first_with[period], 0, len(str(period)), "end")) for period in periods)
    currency = next((item.currency for item in items if item.currency), "USD")
    return Statement(kind, kind.title, _common_scale(items), columns, tuple(body), Place(items[0].row, 0, 0, "statement"), currency)


def _common_scale(items: list[Item]) -> Scale:
    """The scale that all amounts of a measure share; 0 where they differ (each amount carries its own value in any case)."""

    def of(measure: Measure) -> int:
        scales = {item.scale for item in items if item.measure is measure}
        return scales.pop() if len(scales) == 1 else 0

    return Scale(of(Measure.MONEY), of(Measure.SHARES))
