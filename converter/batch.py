"""Many releases: each through the pipeline and onto disk by itself, on any executor of concurrent.futures, results in input order.

One release that fails does not stop the others, and whatever happens to it becomes an Outcome: small, and able to travel between processes.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from attrs import evolve, field, frozen

from converter.diagnostic import Code, Diagnostic, Doubt, Refusal, Severity
from converter.filing import Filing
from converter.sources.source import Source
from converter.writers.outputs import DEFAULT, output_paths, remove_outputs

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from converter.pipeline import Conversion

_HOME = Path(__file__).parent


@frozen
class Job:
    """One release to convert. origin: its path, or `-` with data given. name: stem of the outputs, which go to directory.

    forms: names of the forms to write. filing: what was given for it, ranked before the file `filing.toml` beside it.
    items: the file holds line items, not a release.
    strict: a warning counts as a failure, and nothing is written then. beside: whether to look for `filing.toml`.
    wording: a filer's own words. taxonomy: a folder of tables in place of the package's.
    """

    origin: str
    name: str
    directory: Path
    forms: tuple[str, ...] = field(default=DEFAULT, kw_only=True)
    filing: Filing = field(factory=Filing)
    exhibit: str = ""
    items: bool = False
    strict: bool = False
    beside: bool = True
    data: bytes | None = field(default=None, repr=False)
    wording: Path | None = None
    taxonomy: Path | None = None


@frozen
class Outcome:
    """What became of a job. excerpts: (line number, line) of the source for the diagnostics that point at one."""

    origin: str
    name: str
    ok: bool
    outputs: tuple[Path, ...] = ()
    statements: tuple[str, ...] = ()
    periods: int = 0
    facts: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    excerpts: tuple[tuple[int, str], ...] = ()

    def count(self, severity: Severity) -> int:
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)


class Options(TypedDict, total=False):
    """What all jobs of a call may share: fields of Job."""

    forms: tuple[str, ...]
    filing: Filing
    exhibit: str
    items: bool
    strict: bool
    beside: bool
    wording: Path | None
    taxonomy: Path | None


def plan(files: Iterable[str | Path], directory: Path | str, **options: Unpack[Options]) -> tuple[Job, ...]:
    """A job for every file: named by its stem, or `<parent folder>-<stem>` where stems of one call are equal (`stdin` for `-`).

    Raises ValueError when two names are still equal. Names are compared as a file system that ignores case would.
    """
    paths = [str(file) for file in files]

    def stem(path: str) -> str:
        return "stdin" if path == "-" else Path(path).stem

    def long(path: str) -> str:
        parent = Path(path).absolute().parent.name
        return f"{parent}-{stem(path)}" if path != "-" and parent else stem(path)

    stems = [stem(path).casefold() for path in paths]
    names = [long(path) if stems.count(own) > 1 else stem(path) for path, own in zip(paths, stems, strict=True)]
    taken: dict[str, str] = {}
    for path, name in zip(paths, names, strict=True):
        if paths.count(path) > 1:
            raise ValueError(f"the file {path} is named twice")
        other = taken.setdefault(name.casefold(), path)
        if other is not path:
            raise ValueError(f"the outputs of {other} and {path} would have the same name, {name}; convert them into different folders")
    return tuple(Job(path, name, Path(directory), **options) for path, name in zip(paths, names, strict=True))


def run(job: Job) -> Outcome:
    """One job from file to files. Never raises for what a file may hold.

    Outputs of an earlier conversion of the name go when this one fails, and those of forms that it does not write go when it succeeds: what
    lies there under a name is the result of its last conversion.
    """
    if job.data is None and Path(job.origin).resolve() in (path.resolve() for path in output_paths(job.directory, job.name, job.forms)):
        own = Diagnostic(
            Code.OUTPUT_FAILED,
            f"An output would replace {job.origin} itself.",
            hint="It looks like a result, not a release; if it is one, name another folder with --output.",
        )
        return Outcome(job.origin, job.name, False, diagnostics=(own,))
    outcome = _attempt(job)
    try:
        remove_outputs(job.directory, job.name, keep=(Path(job.origin), *outcome.outputs))
    except OSError as error:
        failure = Diagnostic(
            Code.OUTPUT_FAILED,
            f"Earlier outputs of {job.name} in {job.directory} cannot be removed ({error.strerror}).",
            hint="They are not the result of this conversion.",
        )
        return evolve(outcome, ok=False, diagnostics=(*outcome.diagnostics, failure))
    return outcome


def run_all(jobs: Iterable[Job], executor: "Executor | None" = None) -> Iterator[Outcome]:
    """The outcomes in the order of the jobs, each as soon as it and those before it are there."""
    if executor is None:
        yield from map(run, jobs)
        return
    from concurrent.futures import BrokenExecutor

    waiting = [(job, executor.submit(run, job)) for job in jobs]
    for job, future in waiting:
        try:
            yield future.result()
        except BrokenExecutor:
            yield Outcome(
                job.origin,
                job.name,
                False,
                diagnostics=(
                    Diagnostic(
                        Code.INTERNAL_FAULT,
                        "The process that converted it, or another file at the same time, was ended from outside.",
                        hint="It may have run out of memory: convert this file alone.",
                    ),
                ),
            )


def _attempt(job: Job) -> Outcome:
    try:
        return _convert(job)
    except Refusal as refusal:
        return Outcome(job.origin, job.name, False, diagnostics=(refusal.diagnostic,))
    except Exception as error:
        return Outcome(job.origin, job.name, False, diagnostics=(fault(error),))


def fault(error: Exception) -> Diagnostic:
    """A fault of ours as a diagnostic: it must not take other files down, and says where it is, so that it can be reported."""
    from traceback import extract_tb

    frames = extract_tb(error.__traceback__)
    where = next((frame for frame in reversed(frames) if Path(frame.filename).is_relative_to(_HOME)), frames[-1])
    return Diagnostic(
        Code.INTERNAL_FAULT,
        f"{type(error).__name__} in {Path(where.filename).name}, line {where.lineno}: {error}",
        hint="This is a fault of release2xbrl. Please report it with the file.",
    )


def _convert(job: Job) -> Outcome:
    from converter.model import model_of
    from converter.pipeline import convert, from_line_items

    if _is_no_text(job.name):
        reason = f"The name of {job.origin!a} is not text, and the outputs would be called like it."
        raise Refusal(Diagnostic(Code.OUTPUT_FAILED, reason, hint="Rename it in UTF-8."))
    filing = job.filing.over(Filing.beside(Path(job.origin))) if job.beside and job.data is None else job.filing
    source: Source | None = None
    model = model_of(job.taxonomy, job.wording)
    beside = Path(job.origin).parent if job.data is None else None
    if job.items:
        from converter.readers.records import read_records, records_of

        records = read_records(Path(job.origin)) if job.data is None else records_of(job.data, "standard input")
        conversion = from_line_items(records, filing, name=job.name, model=model, beside=beside)
    else:
        source = (
            Source.from_path(job.origin, job.name, job.exhibit)
            if job.data is None
            else Source.from_bytes(job.data, job.name, "standard input", job.exhibit)
        )
        conversion = convert(source, filing, model, beside)
    diagnostics = conversion.diagnostics
    doubtful = any(diagnostic.severity is not Severity.NOTE for diagnostic in diagnostics)
    outputs: tuple[Path, ...] = ()
    ok = conversion.ok and not (job.strict and doubtful)
    if ok:
        try:
            notes: list[Diagnostic] = []
            outputs = _written(job, conversion, notes.append)
            diagnostics = (*diagnostics, *notes)
        except Refusal as refusal:
            ok, diagnostics = False, (*diagnostics, refusal.diagnostic)
    periods = {column.period for statement in conversion.statements for column in statement.columns if column.period is not None}
    pointed = [d.place.line for d in diagnostics if d.place is not None and not d.place.node and d.severity is not Severity.NOTE]
    return Outcome(
        job.origin,
        job.name,
        ok,
        outputs,
        statements=tuple(statement.kind.value for statement in conversion.statements),
        periods=len(periods),
        facts=len(conversion.report.facts) if conversion.report is not None else 0,
        diagnostics=diagnostics,
        excerpts=tuple(source.lines(pointed).items()) if source is not None else (),
    )


def _is_no_text(name: str) -> bool:
    """Whether a file's name has bytes that no character stands for: no address in XML can name such a file."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return True
    return False


def _written(job: Job, conversion: "Conversion", doubt: Doubt) -> tuple[Path, ...]:
    try:
        job.directory.mkdir(parents=True, exist_ok=True)
        return conversion.write(job.directory, job.forms, doubt)
    except OSError as error:
        raise Refusal(
            Diagnostic(
                Code.OUTPUT_FAILED,
                f"Nothing can be written to the folder {job.directory} ({error.strerror or error}).",
                hint="Name another folder with --output.",
            )
        ) from None
