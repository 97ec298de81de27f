"""Records of line items from a CSV or JSON file, with the row that each came from. What their columns mean is `line_items`."""

import csv
import io
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from attrs import frozen

from converter.diagnostic import Code, Diagnostic, Refusal
from converter.sources.encoding import decode
from converter.sources.source import read_bytes

REQUIRED = ("label", "statement", "end", "value", "unit")
_OPTIONAL = ("heading", "start", "scale", "decimals")
UNNAMED = ""
"""The field that holds the cells of a CSV row beyond its named columns."""


@frozen
class Record:
    """One record with the number of its row: the line of a CSV file, or the position in a list, from 1."""

    row: int
    fields: Mapping[str, object]


def read_records(path: Path | str) -> tuple[Record, ...]:
    """The records of a CSV file (comma, semicolon or tab) or a JSON file (a list of objects). Raises Refusal: SOURCE_*, ITEM_INVALID."""
    return records_of(read_bytes(Path(path)), str(path))


def records_of(data: bytes, origin: str) -> tuple[Record, ...]:
    """The records of the bytes of such a file. Raises Refusal: SOURCE_EMPTY, ITEM_INVALID."""
    text = decode(data).text
    if not text.strip():
        raise Refusal(Diagnostic(Code.SOURCE_EMPTY, f"{origin} is empty.", hint="Give line items as CSV or JSON."))
    return records_of_json(text, origin) if text.lstrip()[0] in "[{" else records_of_csv(text, origin)


def records_of_csv(text: str, origin: str = "the CSV") -> tuple[Record, ...]:
    """Rows under a line of column names. Raises Refusal (ITEM_INVALID) when there are no such names or the quoting is broken."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[Record] = []
    try:
        names = [name.strip().lower() for name in next(reader)]
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            raise _refusal(f"{origin} has no column {' and no column '.join(missing)}.")
        doubled = sorted({name for name in names if name in (*REQUIRED, *_OPTIONAL) and names.count(name) > 1})
        if doubled:
            raise _refusal(f"{origin} has the column {doubled[0]} twice.")
        row = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                fields: dict[str, object] = dict(zip(names, cells, strict=False))
                records.append(Record(row, {**fields, UNNAMED: cells[len(names) :]} if len(cells) > len(names) else fields))
            row = reader.line_num + 1
    except csv.Error as error:
        raise _refusal(f"{origin}, line {reader.line_num}, is not CSV: {error}.") from None
    return tuple(records)


def records_of_json(text: str, origin: str = "the JSON") -> tuple[Record, ...]:
    """A list of objects; numbers are read as Decimal. Raises Refusal (ITEM_INVALID)."""
    try:
        entries = json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=str)
    except json.JSONDecodeError as error:
        raise _refusal(f"{origin}, line {error.lineno}, is not JSON: {error.msg}.") from None
    except RecursionError:
        raise _refusal(f"{origin} is nested too deeply.") from None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise _refusal(f"{origin} is not a list of objects.")
    return tuple(Record(row, {str(name).strip().lower(): value for name, value in entry.items()}) for row, entry in enumerate(entries, 1))


def _refusal(message: str) -> Refusal:
    columns = f"Line items need {', '.join(REQUIRED)}; {', '.join(_OPTIONAL)} are optional."
    return Refusal(Diagnostic(Code.ITEM_INVALID, message, hint=columns))
