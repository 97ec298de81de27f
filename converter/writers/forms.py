"""Every form of a report: a name, the function that makes its files, and the forms that must be there before it.

A new form is an entry here, and its suffixes an entry in `writers/outputs.py`. What a form needs is imported when it is made.
"""

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import BinaryIO

from attrs import frozen

from converter.document import Document
from converter.ledger import Entry
from converter.report import Report
from converter.statement import Statement
from converter.writers.outputs import LEDGER, TAXONOMY
from converter.writers.xbrl import write_instance

Files = Mapping[str, bytes]
"""Content by path relative to the folder of the outputs."""


@frozen
class Reading:
    """A release as it was understood: all that any form is made of. document: None for line items that were parsed already."""

    report: Report
    document: Document | None = None
    statements: tuple[Statement, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def name(self) -> str:
        return self.report.name


@frozen
class Form:
    """How one form is made. make: its files, from the reading and the files that are there before it. upon: forms that must be there first.

    beside: whether it finds its taxonomy beside it in the folder, as an instance does, or holds all it needs.
    """

    make: Callable[[Reading, Files], Files]
    upon: tuple[str, ...] = ()
    beside: bool = True


def _xbrl(reading: Reading, before: Files) -> Files:
    name = f"{reading.name}.xbrl"
    return {name: before[name] if name in before else _held(write_instance, reading.report)}


def _json(reading: Reading, before: Files) -> Files:
    from converter.writers.oim_json import write_json

    return {f"{reading.name}.json": _held(write_json, reading.report)}


def _csv(reading: Reading, before: Files) -> Files:
    from converter.writers.oim_csv import csv_metadata, write_csv

    return {f"{reading.name}.csv": _held(write_csv, reading.report), f"{reading.name}-csv.json": csv_metadata(reading.report)}


def _held(write: Callable[[Report, BinaryIO], None], report: Report) -> bytes:
    held = BytesIO()
    write(report, held)
    return held.getvalue()


FORMS: Mapping[str, Form] = {
    "xbrl": Form(_xbrl),
    "json": Form(_json),
    "csv": Form(_csv),
}


def rendered(reading: Reading, forms: Iterable[str], before: Files) -> Files:
    """The files of the forms, with the taxonomy's where one of them finds it beside it, and the ledger's.

    before: what is there already: taxonomy, ledger and instance. Raises Refusal (OUTPUT_FAILED) where a form cannot be made.
    """
    asked = tuple(forms)
    held = {**before}
    made: dict[str, Files] = {}
    for form in asked:
        _make(form, reading, held, made)
    ledger = {f"{reading.name}{suffix}" for suffix in LEDGER}
    beside = {f"{reading.name}{suffix}" for suffix in TAXONOMY} if any(FORMS[form].beside for form in asked) else set()
    always = {name: content for name, content in before.items() if name in ledger or name in beside or (beside and "/" in name)}
    return {**always, **{name: content for form in asked for name, content in made[form].items()}}


def _make(form: str, reading: Reading, held: dict[str, bytes], made: dict[str, Files]) -> None:
    if form not in made:
        for other in FORMS[form].upon:
            _make(other, reading, held, made)
        made[form] = FORMS[form].make(reading, held)
        held.update(made[form])
