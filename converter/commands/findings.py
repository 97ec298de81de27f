"""Diagnostics for programs: one document for a call, as JSON of our own or as SARIF 2.1.0, which code hosts and editors show in place."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath
from typing import TypedDict
from urllib.parse import quote

from converter.batch import Outcome
from converter.diagnostic import Code, Diagnostic
from converter.place import Place

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_Json = dict[str, object]


class _Complaint(TypedDict):
    code: str
    severity: str
    message: str
    line: int | None
    columns: list[int] | None
    hint: str


class _File(TypedDict):
    file: str
    ok: bool
    outputs: list[str]
    statements: list[str]
    periods: int
    facts: int
    diagnostics: list[_Complaint]


def as_json(outcomes: Sequence[Outcome]) -> str:
    """One JSON document: `{"files": [...]}` in input order. line counts from 1; columns are the first and the last character, from 1."""
    files = [
        _File(
            file=outcome.origin,
            ok=outcome.ok,
            outputs=[str(path) for path in outcome.outputs],
            statements=list(outcome.statements),
            periods=outcome.periods,
            facts=outcome.facts,
            diagnostics=[complaint(diagnostic) for diagnostic in outcome.diagnostics],
        )
        for outcome in outcomes
    ]
    return json.dumps({"files": files}, indent=2)


def complaint(diagnostic: Diagnostic) -> _Complaint:
    """A diagnostic as an object of JSON."""
    place = diagnostic.place
    return _Complaint(
        code=diagnostic.code.label,
        severity=diagnostic.severity.value,
        message=diagnostic.message,
        line=place.line if place else None,
        columns=[place.start + 1, place.end] if place and place.end > place.start else None,
        hint=diagnostic.hint,
    )


def as_sarif(outcomes: Sequence[Outcome]) -> str:
    """One SARIF log with one run (SARIF 2.1.0, 3.13, 3.14): a rule for every code there is, a result for every diagnostic.

    Columns count characters, not UTF-16 units, and endColumn is the one behind the last (3.14.17, 3.30.8).
    """
    driver: _Json = {"name": "release2xbrl", "rules": [_rule(code) for code in Code]}
    if number := _version():
        driver["version"] = number
    run: _Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": all(outcome.ok for outcome in outcomes)}],
        "artifacts": [{"location": {"uri": artifact_uri(outcome.origin)}} for outcome in outcomes],
        "results": [_result(outcome, index, found) for index, outcome in enumerate(outcomes) for found in outcome.diagnostics],
    }
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: Code) -> _Json:
    return {
        "id": code.label,
        "shortDescription": {"text": f"{code.meaning[:1].upper()}{code.meaning[1:]}."},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(outcome: Outcome, index: int, found: Diagnostic) -> _Json:
    physical: _Json = {"artifactLocation": {"uri": artifact_uri(outcome.origin), "index": index}}
    location: _Json = {"physicalLocation": physical}
    if found.place:
        physical["region"] = _region(found.place)
        if found.place.node:
            location["logicalLocations"] = [{"fullyQualifiedName": found.place.node, "kind": "element"}]
    return {
        "ruleId": found.code.label,
        "ruleIndex": _positions()[found.code],
        "level": found.severity.value,
        "message": {"text": f"{found.message} {found.hint}".strip()},
        "locations": [location],
    }


def _region(place: Place) -> _Json:
    """The line, and its columns where they are those of the line: in HTML they count inside an element."""
    if place.node or place.end <= place.start:
        return {"startLine": place.line}
    return {"startLine": place.line, "startColumn": place.start + 1, "endColumn": place.end + 1}


def artifact_uri(origin: str) -> str:
    """A file's name as URI (RFC 3986): relative as it was given, `file:` when it was absolute, `stdin` for standard input."""
    if origin == "-":
        return "stdin"
    path = PurePath(origin)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


@cache
def _positions() -> dict[Code, int]:
    return {code: position for position, code in enumerate(Code)}


def _version() -> str:
    try:
        return version("release2xbrl")
    except PackageNotFoundError:
        return ""
