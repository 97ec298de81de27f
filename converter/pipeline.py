"""The whole way: one release in, one report out, with everything that was doubted on the way."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from converter.checks.check import check
from converter.checks.completeness.accounting import account
from converter.checks.prose.held import ProseFigure
from converter.diagnostic import Code, Diagnostic, Doubt, Refusal, Severity
from converter.document import Document
from converter.entity.identification import identify
from converter.entity.registrants import cover_registrants
from converter.filing import Entity, Filing
from converter.footing.misses import report_misses
from converter.footing.sums import foot
from converter.ledger import Entry
from converter.linkbases.files import taxonomy_files
from converter.model import Model, earnings_release
from converter.period import Instant
from converter.readers import read
from converter.report import Fact, Report
from converter.sources.kinds import foreign
from converter.sources.source import Source
from converter.statement import OtherTable, Statement
from converter.tagging.tag import tag
from converter.taxonomy import Taxonomy
from converter.validation.schema import SchemaValidator, validate_fully
from converter.writers.atomic import write_files
from converter.writers.forms import Reading, rendered
from converter.writers.ledger import ledger_csv
from converter.writers.outputs import DEFAULT, chosen
from converter.writers.xbrl import write_instance

if TYPE_CHECKING:
    from converter.readers.line_items import Record


@frozen
class Conversion:
    """What became of one release. report is None when there is none to give; the diagnostics say why.

    statements: what was recognised. entries: one for each number of the statements. files: instance, taxonomy and ledger by name, the
    instance validated. document: what is printed; None for line items that were parsed already. prose: each amount and percentage of the
    text, held against the facts. ledger: one entry for each number of the document, in printed order, the statements' among them.
    """

    name: str
    report: Report | None
    statements: tuple[Statement, ...] = field(repr=False)
    entries: tuple[Entry, ...] = field(repr=False)
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes] = field(repr=False)
    document: Document | None = field(default=None, repr=False)
    prose: tuple[ProseFigure, ...] = field(default=(), repr=False)
    ledger: tuple[Entry, ...] = field(default=(), repr=False)

    @property
    def ok(self) -> bool:
        """Whether a valid report was made."""
        return self.report is not None and not any(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The report's facts; none where there is no report."""
        return self.report.facts if self.report is not None else ()

    def rendered(self, forms: Iterable[str] = DEFAULT, doubt: Doubt = lambda diagnostic: None) -> Mapping[str, bytes]:
        """The outputs in the forms asked (`writers/outputs.py` lists them; `all` means every one), by path relative to their folder.

        doubt: gets what the making of a form has to say, e.g. what of the page was rewritten.
        Raises ValueError for a form that is not there or needs the release's page, Refusal where there is no report or a form fails.
        """
        wanted = chosen(forms, paper=self.document is not None)
        if not self.ok or self.report is None:
            raise Refusal(next(d for d in self.diagnostics if d.severity is Severity.ERROR))
        return rendered(Reading(self.report, self.document, self.statements, self.entries, self.ledger), wanted, self.files, doubt)

    def write(self, directory: Path | str, forms: Iterable[str] = DEFAULT, doubt: Doubt = lambda diagnostic: None) -> tuple[Path, ...]:
        """Writes every output whole or not at all; returns their paths. Raises like rendered, and Refusal (OUTPUT_FAILED)."""
        return write_files(Path(directory), self.rendered(forms, doubt))

    def validate(self) -> tuple[Diagnostic, ...]:
        """What xmlschema and the reference check say of the outputs: nothing when they are valid (XBRL 2.1, 4)."""
        return validate_fully(self.files, self.report.taxonomy) if self.report else ()


def convert(
    source: Source | Path | str, filing: Filing | None = None, model: Model | None = None, beside: Path | None = None
) -> Conversion:
    """One release as a report. Never raises for what a source holds: it earns diagnostics.

    source: a path is read as the command reads it: a `filing.toml` beside it is asked for what the filing does not say.
    Where the filer's CIK is known, its own words (`wording/<cik>.csv` in the folder beside, or in that of the model's tables) rank before
    the common ones.
    """
    if not isinstance(source, Source):
        return _convert_file(Path(source), filing, model, beside)
    model = model or earnings_release()
    doubts: list[Diagnostic] = list(source.notes)
    try:
        known = (filing or Filing()).over(source.header or Filing())
        model = model.of_filer(known.cik, beside, doubts.append)
        document = read(source, doubts.append)
        return _report(source, filing, document, model, doubts)
    except Refusal as refusal:
        return Conversion(source.name, None, (), (), (*doubts, refusal.diagnostic), {})


def _convert_file(path: Path, filing: Filing | None, model: Model | None, beside: Path | None) -> Conversion:
    try:
        return convert(Source.from_path(path), (filing or Filing()).over(Filing.beside(path)), model, beside or path.parent)
    except Refusal as refusal:
        return Conversion(path.stem, None, (), (), (refusal.diagnostic,), {})


def _report(source: Source, filing: Filing | None, document: Document, model: Model, doubts: list[Diagnostic]) -> Conversion:
    from converter.recognition.statements import recognise

    known = (filing or Filing()).over(source.header or Filing())
    recognition = recognise(document, known, model, doubts.append)
    if not recognition.statements and any(doubt.severity is Severity.ERROR for doubt in doubts):
        return Conversion(source.name, None, (), (), tuple(dict.fromkeys(doubts)), {})  # the reader has said why
    if not recognition.statements:
        raise Refusal(_nothing(document))
    names = (*recognition.names, *cover_registrants(source.text))
    entity = identify(filing, source.header, names, source.text, doubts.append)
    return _conversion(source.name, entity, recognition.statements, model, doubts, document, recognition.others)


def _nothing(document: Document) -> Diagnostic:
    origin = document.source.origin or document.source.name
    kind, advice = foreign(document.source.text)
    if kind:
        return Diagnostic(Code.NO_STATEMENT, f"{origin} is {kind}, not a release.", hint=advice)
    tables = any(row.table for row in document.rows) or sum(len(row.cells) > 2 for row in document.rows) > 2
    seen = "It has tables, but none that is headed and filled like a primary statement." if tables else "It has no tables."
    return Diagnostic(
        Code.NO_STATEMENT,
        f"{origin}: no statement of operations, balance sheet or statement of cash flows was found. {seen}",
        hint="Give the text or HTML of an earnings release that has its financial statements.",
    )


def from_line_items(
    records: "Iterable[Record | Mapping[str, object]]",
    filing: Filing | None = None,
    name: str = "items",
    model: Model | None = None,
    beside: Path | None = None,
) -> Conversion:
    """Line items that are parsed already, in long form, as a report: the same mapping, arithmetic, writers and checks.

    beside: a folder with the filer's own words, as for `convert`.
    """
    from converter.readers.line_items import read_line_items

    model = model or earnings_release()
    doubts: list[Diagnostic] = []
    try:
        model = model.of_filer(filing.cik if filing else None, beside, doubts.append)
        statements = read_line_items(records, doubts.append)
        if any(d.severity is Severity.ERROR for d in doubts) or not statements:
            return Conversion(name, None, (), (), tuple(doubts), {})
        from attrs import evolve

        from converter.recognition.lines.sections import with_sections

        statements = tuple(evolve(s, body=with_sections(s.kind, s.body, model)) for s in statements)
        entity = identify(filing, None, (), "", doubts.append)
        return _conversion(name, entity, statements, model, doubts)
    except Refusal as refusal:
        return Conversion(name, None, (), (), (*doubts, refusal.diagnostic), {})


def _conversion(
    name: str,
    entity: Entity,
    statements: Sequence[Statement],
    model: Model,
    doubts: list[Diagnostic],
    document: Document | None = None,
    others: Sequence[OtherTable] = (),
) -> Conversion:
    """From statements on, both entrances share the way."""
    doubt: Doubt = doubts.append
    footings = [foot(statement) for statement in statements]
    for statement, footing in zip(statements, footings, strict=True):
        report_misses(statement, footing.near, doubt)
    end = max(column.period.end for statement in statements for column in statement.columns if column.period)
    tagging = tag(Report(name, entity, Instant(end), model.taxonomy, ()), statements, footings, model, doubt)
    report = tagging.report
    if not report.facts:
        message = f"{name}: statements were found, but none of their numbers could be read as a fact."
        raise Refusal(Diagnostic(Code.NO_STATEMENT, message, hint="The other messages say why each column or line was left out."))
    prose = check(report, statements, document, model, doubt)
    ledger = account(document, statements, others, tagging.entries, prose, report.facts, doubt)
    held = BytesIO()
    write_instance(report, held)
    files = {**taxonomy_files(report), f"{name}.ledger.csv": ledger_csv(ledger), f"{name}.xbrl": held.getvalue()}
    invalid = _validator(model.taxonomy).check(files[f"{name}.xbrl"], files[f"{name}.xsd"], f"{name}.xsd")
    doubts.extend(invalid)
    told = tuple(dict.fromkeys(doubts))
    return Conversion(name, None if invalid else report, tuple(statements), tagging.entries, told, files, document, prose, ledger)


@cache
def _validator(taxonomy: Taxonomy) -> SchemaValidator:
    return SchemaValidator(taxonomy)
