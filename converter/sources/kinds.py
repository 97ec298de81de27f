"""What a text plainly is that is no release: XBRL already, or data of programs. Asked where no statement was found."""

import csv
import json
import re
from itertools import islice

_ROOT = re.compile(r"\ufeff?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL)
_XML = {"xbrl": "an XBRL instance", "linkbase": "an XBRL linkbase", "schema": "an XML schema"}
_JSON = {"https://xbrl.org/2021/xbrl-json": "an xBRL-JSON report", "https://xbrl.org/2021/xbrl-csv": "the metadata of an xBRL-CSV report"}
_FEWEST_COLUMNS = 3

LINE_ITEMS = "Line items that are parsed already are converted with --items."
RELEASE = "Give the text or HTML of an earnings release."
REPORTS = "`release2xbrl validate` checks it, and `release2xbrl compare` holds it against a release."


def foreign(text: str) -> tuple[str, str]:
    """What a text is, with its article, and what to do with it; two empty texts where it may be a release or anything else."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[")):
        return _json(start)
    root = _ROOT.match(text)
    if root and root[1] in _XML:
        return _XML[root[1]], REPORTS if root[1] == "xbrl" else RELEASE
    if root and start.startswith("<?xml") and root[1].lower() != "html":
        return "XML", RELEASE
    return ("a table of comma-separated values", LINE_ITEMS) if _is_csv(start) else ("", "")


def _json(text: str) -> tuple[str, str]:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return "", ""
    told = held.get("documentInfo") if isinstance(held, dict) else None
    kind = _JSON.get(str(told.get("documentType")) if isinstance(told, dict) else "")
    return (kind, REPORTS) if kind else ("JSON", LINE_ITEMS)


def _is_csv(text: str) -> bool:
    """Whether the first lines have as many cells each, and the first one names them all."""
    try:
        rows = list(islice(csv.reader(text[:100_000].splitlines()[:-1] or [text[:100_000]], strict=True), 5))
    except csv.Error:
        return False
    heads = rows[0] if rows else []
    return len(heads) >= _FEWEST_COLUMNS and all(map(str.isidentifier, heads)) and all(len(row) == len(heads) for row in rows)
