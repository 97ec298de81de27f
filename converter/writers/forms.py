"""Every form of a report: a name, and the function that makes its files.

A new form is an entry here, and its suffixes an entry in `writers/outputs.py`. What a form needs is imported when it is made.
"""

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import BinaryIO

from attrs import field, frozen

from converter.diagnostic import Code, Diagnostic, Doubt, Refusal
from converter.document import Document
from converter.ledger import Entry
from converter.linkbases.extension import CORE_FOLDER
from converter.report import Report
from converter.statement import Statement
from converter.writers.outputs import LEDGER, TAXONOMY
from converter.writers.xbrl import write_instance

Files = Mapping[str, bytes]
"""Content by path relative to the folder of the outputs."""


@frozen
class Reading:
    """A release as it was understood: all that any form is made of. document: None for line items that were parsed already.

    entries: one for each number of the statements. ledger: one for each number of the document.
    """

    report: Report
    document: Document | None = None
    statements: tuple[Statement, ...] = ()
    entries: tuple[Entry, ...] = ()
    ledger: tuple[Entry, ...] = ()

    @property
    def name(self) -> str:
        return self.report.name


@frozen
class Making:
    """The forms of one reading in the making: each is made once, also where another stands on it.

    given: what is there already: the taxonomy, the ledger, and the instance where it was validated. doubt: gets what a form has to say.
    """

    reading: Reading
    given: Files
    doubt: Doubt = lambda diagnostic: None
    _made: dict[str, Files] = field(factory=dict, init=False, repr=False)

    def files(self, form: str) -> Files:
        """The files of a form."""
        if form not in self._made:
            self._made[form] = FORMS[form].make(self)
        return self._made[form]

    @property
    def taxonomy(self) -> Files:
        """The files of the report's extension, and the core's under `er/`."""
        own = {f"{self.reading.name}{suffix}" for suffix in TAXONOMY}
        return {name: content for name, content in self.given.items() if name in own or name.startswith(f"{CORE_FOLDER}/")}

    @property
    def ledger(self) -> Files:
        own = {f"{self.reading.name}{suffix}" for suffix in LEDGER}
        return {name: content for name, content in self.given.items() if name in own}


@frozen
class Form:
    """How one form is made. beside: whether it finds its taxonomy beside it in the folder, as an instance does, or holds all it needs."""

    make: Callable[[Making], Files]
    beside: bool = True


def rendered(reading: Reading, forms: Iterable[str], given: Files, doubt: Doubt = lambda diagnostic: None) -> Files:
    """The files of the forms and the ledger's, with the taxonomy's where a form finds it beside it.

    given: taxonomy, ledger and instance. Raises Refusal (OUTPUT_FAILED, OUTPUT_INVALID) where a form cannot be made.
    """
    making = Making(reading, given, doubt)
    asked = tuple(forms)
    taxonomy = making.taxonomy if any(FORMS[form].beside for form in asked) else {}
    return {**taxonomy, **making.ledger, **{name: content for form in asked for name, content in making.files(form).items()}}


def _xbrl(making: Making) -> Files:
    name = f"{making.reading.name}.xbrl"
    return {name: making.given[name] if name in making.given else _held(write_instance, making.reading.report)}


def _ixbrl(making: Making) -> Files:
    from converter.validation.inline import objections
    from converter.writers.inline import write_inline

    report, document = making.reading.report, making.reading.document
    if document is None:
        raise Refusal(Diagnostic(Code.OUTPUT_FAILED, f"{report.name} has no page that Inline XBRL could be laid over."))
    inline = write_inline(report, document.source)
    for wrong in objections(inline.page):
        raise Refusal(Diagnostic(Code.OUTPUT_INVALID, f"{report.name}.xhtml would not be valid: {wrong}"))
    for note in inline.notes:
        making.doubt(note)
    return {f"{report.name}.xhtml": inline.page}


def _json(making: Making) -> Files:
    from converter.writers.oim_json import write_json

    return {f"{making.reading.name}.json": _held(write_json, making.reading.report)}


def _csv(making: Making) -> Files:
    from converter.writers.oim_csv import csv_metadata, write_csv

    report = making.reading.report
    return {f"{report.name}.csv": _held(write_csv, report), f"{report.name}-csv.json": csv_metadata(report)}


def _package(making: Making) -> Files:
    from converter.writers.package import report_package

    form = "ixbrl" if making.reading.document is not None else "xbrl"
    return report_package(making.reading.report, making.files(form), making.taxonomy)


def _ledger(making: Making) -> Files:
    from converter.writers.ledger_page import ledger_page

    report, document = making.reading.report, making.reading.document
    if document is None:
        raise Refusal(Diagnostic(Code.OUTPUT_FAILED, f"{report.name} has no page that a ledger could be laid over."))
    return {f"{report.name}.ledger.html": ledger_page(report, document.source, making.reading.ledger)}


def _viewer(making: Making) -> Files:
    from converter.writers.viewer import viewer_page

    report = making.reading.report
    return {f"{report.name}.viewer.html": viewer_page(report, making.files("ixbrl"), making.taxonomy)}


def _held(write: Callable[[Report, BinaryIO], None], report: Report) -> bytes:
    held = BytesIO()
    write(report, held)
    return held.getvalue()


FORMS: Mapping[str, Form] = {
    "xbrl": Form(_xbrl),
    "ixbrl": Form(_ixbrl),
    "json": Form(_json),
    "csv": Form(_csv),
    "package": Form(_package, beside=False),
    "viewer": Form(_viewer, beside=False),
    "ledger": Form(_ledger, beside=False),
}
