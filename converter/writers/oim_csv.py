"""The report as xBRL-CSV 1.0: a table with one fact a row, and the metadata that says what its columns mean."""

import csv
import json
from collections.abc import Iterator
from functools import cache
from io import TextIOWrapper
from typing import BinaryIO
from urllib.parse import quote

from converter.linkbases.xlink import element_id
from converter.period import Instant, Period
from converter.report import Report
from converter.writers.naming import fact_id
from converter.writers.numbers import lexical
from converter.writers.oim import document_info, entity_name, unit_string

_ABSENT = "#none"
COLUMNS = ("fact", "concept", "period", "unit", "decimals", "value")


def csv_metadata(report: Report) -> bytes:
    """The metadata `<name>-csv.json` of the table `<name>.csv`. Raises ValueError for an entity identifier with blanks."""
    axes = _axes(report)
    dimensions = {**{name: name for name in ("concept", "period", "unit")}, **axes}
    value = {"dimensions": {name: f"${column}" for name, column in dimensions.items()}, "decimals": "$decimals"}
    columns = (*COLUMNS[:-1], *axes.values())
    described = {
        "documentInfo": document_info(report, "csv"),
        "dimensions": {"entity": entity_name(report.entity)},
        "tableTemplates": {"facts": {"rowIdColumn": "fact", "columns": {**{name: {} for name in columns}, "value": value}}},
        "tables": {"facts": {"url": quote(f"{report.name}.csv")}},
    }
    return json.dumps(described, indent=2, ensure_ascii=False).encode() + b"\n"


def write_csv(report: Report, sink: BinaryIO) -> None:
    """Writes the table (RFC 4180, UTF-8); the facts are read once. A fact's id is `facts.<row>.value`, the row that of the instance.

    Raises ValueError for a fact with more digits than its decimals promise.
    """
    text = TextIOWrapper(sink, encoding="utf-8", newline="", write_through=False)
    try:
        csv.writer(text, lineterminator="\r\n").writerows(_rows(report))
    finally:
        text.flush()
        text.detach()


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    axes = _axes(report)
    yield (*COLUMNS[:-1], *axes.values(), COLUMNS[-1])
    period, unit = cache(_period_cell), cache(unit_string)
    for position, fact in enumerate(report.facts, 1):
        decimals = _ABSENT if fact.decimals is None else str(fact.decimals)
        held = {each.axis.qname: each.member.qname for each in fact.members}
        members = (held.get(qname, _ABSENT) for qname in axes)
        yield fact_id(position), fact.concept.qname, period(fact.period), unit(fact.unit) or _ABSENT, decimals, *members, lexical(fact)


def _axes(report: Report) -> dict[str, str]:
    """The axes of the report's networks by name, with the column of each: a column's name may have no colon."""
    axes = sorted({axis.axis.qname: axis.axis for network in report.networks for axis in network.axes}.items())
    return {qname: element_id(axis) for qname, axis in axes}


def _period_cell(period: Period) -> str:
    """A period in days, both included: `2003-10-01..2003-12-31`; for an instant the end of its day: `2003-12-31@end`."""
    return f"{period.day.isoformat()}@end" if isinstance(period, Instant) else f"{period.first.isoformat()}..{period.last.isoformat()}"
