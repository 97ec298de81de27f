"""Options that belong together, or that several commands share, and what they mean. Loads what an option needs when the command runs."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.writers.outputs import ALL, FORMS, chosen, missing

if TYPE_CHECKING:
    from converter.filing import Filing
    from converter.model import Model

Command = Callable[..., None]

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")


def who_reports(command: Command) -> Command:
    """The options that say who reports. The command gets `filing`, and `beside`: whether to look for filing.toml beside a release."""

    @click.option("--cik", metavar="N", help="The company's Central Index Key at the SEC.")
    @click.option("--ticker", metavar="T", help="Its ticker, best with the exchange: NASDAQ:ABCD.")
    @click.option("--company", metavar="NAME", help="Its name, where it has neither.")
    @click.option("--fiscal-year-end", metavar="MM-DD", help="The day on which its fiscal year ends, e.g. 12-31.")
    @click.option(
        "--filing",
        "file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="These and more from a TOML file, in place of filing.toml beside a release.",
    )
    @wraps(command)
    def with_filing(
        *arguments: object,
        cik: str | None,
        ticker: str | None,
        company: str | None,
        fiscal_year_end: str | None,
        file: Path | None,
        **others: object,
    ) -> None:
        filing = _filing(cik, ticker, company, fiscal_year_end, file)
        command(*arguments, filing=filing, beside=file is None, **others)

    return with_filing


def tables(command: Command) -> Command:
    """The options that name other tables. The command gets `wording` and `taxonomy`."""
    own = click.option(
        "--wording", type=click.Path(path_type=Path), metavar="FILE", help="One filer's own words, ranked before the common ones."
    )
    other = click.option(
        "--taxonomy", type=click.Path(path_type=Path), metavar="DIR", help="A folder with concepts.csv and wording.csv of another taxonomy."
    )
    return own(other(command))


def model_of_options(taxonomy: Path | None, wording: Path | None) -> "Model":
    """The model that the options name. Misuse when its tables cannot be read or are broken."""
    from converter.model import model_of

    try:
        return model_of(taxonomy, wording)
    except (ValueError, OSError) as error:
        raise unusable(error) from None


def forms_of_option(words: str, items: bool, quiet: bool) -> tuple[str, ...]:
    """The forms that `--format` asks for; says which ones `all` leaves out here. Misuse when one is not there or cannot be made."""
    asked = words.split(",")
    try:
        forms = chosen(asked, paper=not items)
    except ValueError as error:
        raise misuse(error) from None
    if ALL in asked and not quiet and not items:
        for lacking in filter(None, map(missing, FORMS)):
            click.echo(f"Left out: {lacking}.", err=True)
    return forms


def unusable(error: ValueError | OSError) -> click.UsageError:
    """Which table cannot be used, and why."""
    return click.UsageError(f"The tables cannot be used: {told(error)}.")


def told(error: ValueError | OSError) -> str:
    """The reason of an error in words, with the file where there is one."""
    return f"{error.filename} ({error.strerror})" if isinstance(error, OSError) and error.filename else str(error)


def misuse(error: ValueError) -> click.UsageError:
    """What is wrong with an option, as a sentence."""
    return click.UsageError(f"{str(error)[:1].upper()}{str(error)[1:]}.")


def _filing(cik: str | None, ticker: str | None, company: str | None, fiscal_year_end: str | None, file: Path | None) -> "Filing":
    """What the options say of the filing, over what the file says. Misuse when it cannot be so."""
    from converter.diagnostic import Refusal
    from converter.filing import Filing, month_and_day

    try:
        given = Filing(
            cik=cik,
            ticker=ticker or None,
            company=company or None,
            fiscal_year_end=month_and_day(fiscal_year_end) if fiscal_year_end is not None else None,
        )
    except ValueError as error:
        raise misuse(error) from None
    try:
        return given.over(Filing.from_toml(file)) if file is not None else given
    except Refusal as refusal:
        raise click.UsageError(f"{refusal.diagnostic.message} {refusal.diagnostic.hint}".strip()) from None
