"""The command `release2xbrl`: arguments in, files and diagnostics out. It decides nothing, and loads what a command needs when it runs.

Exit codes: 0 when every file became a valid report, 1 when one did not, 2 for misuse, 130 when interrupted.
"""

import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, NoReturn

import click

from converter.commands.options import FILES, forms_of_option, misuse, model_of_options, tables, told, unusable, who_reports
from converter.writers.outputs import ALL, DEFAULT, FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.batch import Job, Outcome
    from converter.filing import Filing


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="release2xbrl", prog_name="release2xbrl", message="%(prog)s %(version)s")
def cli() -> None:
    """Reads earnings releases, text or HTML, and writes XBRL: instance, extension taxonomy and a ledger of every number."""


@cli.command(short_help="Convert releases to XBRL, each with a ledger of its numbers.")
@FILES
@click.option(
    "-o",
    "--output",
    "directory",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="DIR",
    help="Folder for the outputs; the current one unless given.",
)
@click.option(
    "--format",
    "formats",
    default=",".join(DEFAULT),
    metavar="FORM,...",
    help=f"Forms to write: {', '.join(FORMS)}, or {ALL}; {','.join(DEFAULT)} unless given.",
)
@click.option("-j", "--jobs", type=click.IntRange(1, 256), default=1, metavar="N", help="Convert N files at a time.")
@who_reports
@click.option("--exhibit", default="", metavar="TYPE", help="The document to take from an SGML submission, e.g. EX-99.2.")
@click.option("--items", is_flag=True, help="The files hold line items, as CSV or JSON, not releases.")
@tables
@click.option("--strict", is_flag=True, help="Take a warning for a failure.")
@click.option("--diagnostics", "form", type=click.Choice(["text", "json", "sarif"]), default="text", help="Form of the diagnostics.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Show notes too: what was inferred, and why.")
@click.pass_context
def convert(
    context: click.Context,
    files: tuple[str, ...],
    directory: Path,
    formats: str,
    jobs: int,
    filing: "Filing",
    beside: bool,
    exhibit: str,
    items: bool,
    wording: Path | None,
    taxonomy: Path | None,
    strict: bool,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Convert releases to XBRL: for each the forms asked for, its taxonomy and a ledger of all its numbers. `-` reads standard input.

    A file filing.toml beside a release may hold its cik, ticker, company, fiscal-year-end and currency.
    """
    from attrs import evolve

    from converter import batch
    from converter.commands import terminal
    from converter.diagnostic import Severity

    if items and exhibit:
        raise click.UsageError("Line items have no exhibits: --items and --exhibit exclude each other.")
    model_of_options(taxonomy, wording)
    forms = forms_of_option(formats, items, quiet)
    try:
        planned = batch.plan(
            files,
            directory,
            forms=forms,
            filing=filing,
            exhibit=exhibit,
            items=items,
            strict=strict,
            beside=beside,
            wording=wording,
            taxonomy=taxonomy,
        )
    except ValueError as error:
        raise misuse(error) from None
    work = [evolve(job, data=_standard_input()) if job.origin == "-" else job for job in planned]
    outcomes = []
    least = Severity.ERROR if quiet else Severity.NOTE if verbose else Severity.WARNING
    for outcome in _run(work, jobs):
        outcomes.append(outcome)
        if form == "text":
            terminal.complain(outcome, least)
    if form != "text":
        from converter.commands import findings

        click.echo(findings.as_json(outcomes) if form == "json" else findings.as_sarif(outcomes))
    elif not quiet:
        terminal.summarise(outcomes, directory, verbose)
    context.exit(0 if all(outcome.ok for outcome in outcomes) else 1)


@cli.command(short_help="Validate XBRL files of any form, offline.")
@FILES
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.pass_context
def validate(context: click.Context, files: tuple[str, ...], quiet: bool) -> None:
    """Validate XBRL files of any form (instance, inline, JSON, CSV, package) through Arelle, offline, with every check on.

    Every message makes a file invalid, a warning too: there is nothing that a --strict could add.
    """
    from converter.commands.terminal import shown
    from converter.validation import referee

    valid = True
    for file in files:
        path = Path(file)
        rulings = referee.judge(path) if path.is_file() else ()
        messages = [str(ruling) for ruling in rulings] if path.is_file() else [_no_file(path)]
        if any(ruling.code == "IOerror" for ruling in rulings):
            messages.append("A file that it refers to is not there: keep a report beside its taxonomy, or take the form `package`.")
        valid = valid and not messages
        for message in messages:
            click.echo(f"{shown(file)}: {shown(message)}", err=True)
        if not messages and not quiet:
            click.echo(f"{shown(file)}: valid")
    context.exit(0 if valid else 1)


@cli.command(short_help="Compare the figures of a filer's releases and reports.")
@click.argument("files", nargs=-1, required=True, metavar="A B...")
@click.option("--form", type=click.Choice(["table", "csv", "json"]), default="table", help="Form of the comparison.")
@click.option("--strict", is_flag=True, help="Take a warning for a difference.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only; say by the exit code whether something differs.")
@click.pass_context
def compare(context: click.Context, files: tuple[str, ...], form: str, strict: bool, quiet: bool) -> None:
    """Hold releases of one filer against each other: releases, XBRL instances or xBRL-JSON reports, in any mixture.

    Exit code 1 when the same line and period has two values, or when periods do not add up; 2 when a file cannot be read.
    """
    from converter.batch import fault
    from converter.commands import terminal
    from converter.comparison import forms
    from converter.comparison.books.opening import open_book
    from converter.comparison.compare import Comparison
    from converter.diagnostic import Refusal, Severity

    if len(files) < 2:
        raise click.UsageError("A comparison needs two files or more.")
    books = []
    for file in files:
        try:
            books.append(open_book(file))
        except Refusal as refusal:
            terminal.tell(file, refusal.diagnostic)
        except Exception as error:
            terminal.tell(file, fault(error))
    if len(books) < len(files):
        context.exit(2)
    comparison = Comparison.of(books)
    if not quiet:
        for origin, found in comparison.doubts:
            if found.severity is not Severity.NOTE:
                terminal.tell(origin, found)
        if form == "table":
            live = sys.stdout.isatty()
            width = get_terminal_size().columns if live else forms.WIDTH
            click.echo(forms.as_table(comparison, max(width, forms.NARROWEST), colour=live))
        else:
            click.echo(forms.as_csv(comparison) if form == "csv" else forms.as_json(comparison), nl=form == "json")
    context.exit(0 if comparison.ok and not (strict and comparison.doubtful) else 1)


@cli.command(short_help="Explain the code of a diagnostic, such as sum-differs.")
@click.argument("code", metavar="[CODE]", default="")
def explain(code: str) -> None:
    """Explain a code of a diagnostic, such as sum-differs: what it means, what to do, an example. Without a code, list them all."""
    from difflib import get_close_matches

    from converter.commands.explanations import explanations
    from converter.commands.terminal import explained, listed

    known = explanations()
    if code in known:
        click.echo(explained(known[code]))
    elif not code:
        click.echo(listed(known.values()))
    else:
        near = [label for label in known if code in label] or get_close_matches(code, known, 3)
        advice = f"Is it {' or '.join(near)}?" if near else "`release2xbrl explain` lists all codes."
        raise click.UsageError(f"There is no code {code!r}. {advice}")


@cli.command(short_help="Write the taxonomy's files anew, or show its crosswalk.")
@click.argument("words", nargs=-1, metavar="[crosswalk] [DIR]")
@click.option("--check", is_flag=True, help="Change nothing; say which files are not as the table has them.")
@click.pass_context
def taxonomy(context: click.Context, words: tuple[str, ...], check: bool) -> None:
    """Write the taxonomy's schema and linkbases anew, beside DIR/concepts.csv; the taxonomy is the built-in one unless DIR is given.

    `taxonomy crosswalk` shows, as CSV, the us-gaap elements that are the same as each concept, broader or narrower.
    """
    from converter.linkbases.crosswalk import crosswalk_csv
    from converter.linkbases.files import package_files, print_taxonomy
    from converter.taxonomy import read_taxonomy, taxonomy_folder

    crossed = words[:1] == ("crosswalk",)
    if len(words) > 1 + crossed:
        raise click.UsageError("One folder at a time.")
    folder = Path(words[-1]) if len(words) > crossed else taxonomy_folder()
    try:
        if crossed:
            click.echo(crosswalk_csv(read_taxonomy(folder)), nl=False)
            return
        if check:
            files = package_files(read_taxonomy(folder))
            stale = [name for name, content in files.items() if not (folder / name).is_file() or (folder / name).read_bytes() != content]
            for name in stale:
                click.echo(f"{folder / name} is not as the table has it; print it with `release2xbrl taxonomy`.", err=True)
            context.exit(1 if stale else 0)
        for path in print_taxonomy(folder):
            click.echo(str(path))
    except (ValueError, OSError) as error:
        click.echo(f"The taxonomy in {folder} cannot be read or written: {told(error)}.", err=True)
        context.exit(1)


@cli.command(short_help="List the lines that no rule knows, or check the rules.")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--form", type=click.Choice(["table", "csv"]), default="table", help="Form of the list.")
@click.option("--check", is_flag=True, help="Show the rules that contradict each other or can never decide, with both rows.")
@tables
@click.pass_context
def wording(context: click.Context, files: tuple[str, ...], form: str, check: bool, wording: Path | None, taxonomy: Path | None) -> None:
    """List the lines of releases that no rule of the wording table knows, with the nearest rules."""
    if check == bool(files):
        raise click.UsageError("Name releases to list their unmapped lines, or give --check to check the table itself.")
    if check:
        _check_rules(context, wording, taxonomy)
    from converter import pipeline
    from converter.commands import terminal, unmapped
    from converter.diagnostic import Severity

    model = model_of_options(taxonomy, wording)
    conversions = [(file, pipeline.convert(file, model=model)) for file in files]
    unread = [(file, found) for file, read in conversions if not read.statements for found in read.diagnostics]
    for file, found in unread:
        if found.severity is Severity.ERROR:
            terminal.tell(file, found)
    lines = unmapped.unmapped_of([read for _, read in conversions], model)
    if form == "csv":
        click.echo(unmapped.as_csv(lines), nl=False)
    elif lines:
        terminal.list_unmapped(lines)
    elif not unread:
        click.echo("A rule knows every line.")
    context.exit(1 if unread else 0)


def _check_rules(context: click.Context, wording: Path | None, taxonomy: Path | None) -> NoReturn:
    from converter.model import Model

    try:
        model = Model.read(taxonomy, *([wording] if wording else []))
    except (ValueError, OSError) as error:
        raise unusable(error) from None
    problems = model.problems()
    for problem in problems:
        click.echo(problem)
    context.exit(1 if problems else 0)


def main() -> None:
    """Entry point of the command."""
    sys.exit(invoke(sys.argv[1:]))


def invoke(arguments: list[str]) -> int:
    """Runs the command and returns its exit code; misuse and interruption end in a sentence, not in a traceback."""
    try:
        code = cli.main(arguments, prog_name="release2xbrl", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("Interrupted.", err=True)
        return 130


def _run(work: "list[Job]", jobs: int) -> "Iterator[Outcome]":
    """The outcomes, from this process for one job at a time, else from a pool whose workers leave Ctrl-C to this process."""
    from converter import batch

    if jobs == 1 or len(work) == 1:
        yield from batch.run_all(work)
        return
    import signal
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(min(jobs, len(work)), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    try:
        yield from batch.run_all(work, pool)
    finally:
        pool.shutdown(cancel_futures=True)


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read()
    except (OSError, ValueError, AttributeError):  # None where the caller closed it
        raise click.UsageError("Standard input is closed.") from None


def _no_file(path: Path) -> str:
    return "it is a folder; name the files in it." if path.is_dir() else "there is no such file."
