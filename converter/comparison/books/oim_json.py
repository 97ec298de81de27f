"""An xBRL-JSON report as a book (xBRL-JSON 1.0, 3)."""

import json
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from converter.comparison.books.book import Book, Figure, line_of, measure_of
from converter.comparison.books.extensions import Extension, read_extension
from converter.comparison.books.instances import LARGEST, unreadable
from converter.comparison.books.lexical import accuracy, number, period
from converter.report import Unit
from converter.taxonomy import Taxonomy

_DOCUMENT_TYPE = "https://xbrl.org/2021/xbrl-json"
_CORE = frozenset({"concept", "entity", "period", "unit", "language", "noteId"})
_PURE = "xbrli:pure"


def oim_json_book(data: bytes, origin: str, taxonomy: Taxonomy, folder: Path | None = None) -> Book:
    """The book of a report's bytes. folder: where its extension taxonomy lies, if there is one. Raises Refusal (SOURCE_UNREADABLE)."""
    if len(data) > LARGEST:
        raise unreadable(origin, f"is a JSON file of more than {LARGEST >> 20} MB", "A release's facts are far smaller.")
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        reason = f"line {error.lineno}, column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise unreadable(origin, f"is broken JSON: {reason}", "Make the file again.") from None
    told = _mapping(_mapping(document).get("documentInfo"))
    if told.get("documentType") != _DOCUMENT_TYPE:
        raise unreadable(origin, f"is JSON, but its documentInfo.documentType is not {_DOCUMENT_TYPE}", "Give an xBRL-JSON report.")
    spaces = {str(prefix): str(namespace) for prefix, namespace in _mapping(told.get("namespaces")).items()}
    facts = _mapping(_mapping(document).get("facts"))
    extension = _extension(told.get("taxonomy"), folder)
    figures, entities = [], set()
    for name, fact in facts.items():
        dimensions = {str(key): value for key, value in _mapping(_mapping(fact).get("dimensions")).items()}
        entities.add(str(dimensions.get("entity", "")))
        figure = _figure(name, _mapping(fact), dimensions, spaces, extension, taxonomy)
        figures += [figure] if figure else []
    if not figures or len(entities) != 1:
        problem = "states no number that can be compared" if not figures else f"speaks of {len(entities)} entities"
        raise unreadable(origin, problem, "Give a report with facts about one company.")
    prefix, _, identifier = entities.pop().partition(":")
    return Book(origin, "xBRL-JSON", spaces.get(prefix, prefix), identifier, tuple(figures), left_out=len(facts) - len(figures))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _extension(schemas: object, folder: Path | None) -> Extension:
    """The first of the report's schemas that lies in the folder."""
    names = [name for name in schemas if isinstance(name, str)] if isinstance(schemas, list) and folder else []
    found = (read_extension(folder, name) for name in names if folder)
    return next((extension for extension in found if extension.labels), Extension())


def _figure(
    name: str,
    fact: Mapping[str, object],
    dimensions: Mapping[str, object],
    spaces: Mapping[str, str],
    extension: Extension,
    taxonomy: Taxonomy,
) -> Figure | None:
    value = number(fact["value"]) if isinstance(fact.get("value"), str) else None  # type: ignore[arg-type]
    first, _, last = str(dimensions.get("period", "")).partition("/")
    over = period(None, first, last, midnights=True) if last else period(first, None, None, midnights=True)
    if value is None or over is None or not set(dimensions) <= _CORE:
        return None
    decimals = fact.get("decimals")
    known, digits = accuracy(value, "INF" if decimals is None else str(decimals))
    prefix, _, local = str(dimensions.get("concept", "")).rpartition(":")
    if not known or not local:
        return None
    unit = _unit(str(dimensions.get("unit", _PURE)))
    namespace = spaces.get(prefix, prefix)
    line = line_of(namespace, local, f"{prefix}:{local}", taxonomy, extension.of(f"{{{namespace}}}{local}"), measure_of(unit))
    return Figure(line, over, unit, value, digits, fact=name)


def _unit(words: str) -> Unit:
    """A unit's string (OIM 1.0, 5.1.1): measures joined by `*`, one `/`, parentheses around several."""
    sides = [tuple(sorted(side.strip("()").split("*"))) for side in words.split("/", 1)]
    above, below = [*sides, ()][:2]
    return Unit(tuple(_measure(each) for each in chain(above)), tuple(_measure(each) for each in below))


def _measure(words: str) -> str:
    prefix, _, name = words.strip().rpartition(":")
    return f"{prefix}:{name}"
