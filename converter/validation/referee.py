"""Arelle as the referee: every check on, offline, and every message told."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import frozen

from converter.validation.inspection import objection

_TURN = threading.Lock()  # Arelle allows one session at a time in a process
_PLUGINS = {".json": "loadFromOIM", ".csv": "loadFromOIM", ".xbri": "loadFromOIM|inlineXbrlDocumentSet"}
_CHECKS = {
    "validate": True,
    "calcs": "c11r",
    "utrValidate": True,
    "validateDuplicateFacts": "all",
    "testcaseResultsCaptureWarnings": True,
    "validationExitCode": True,
}


@frozen
class Ruling:
    """One message of the referee. severity: `error`, `warning` or `inconsistency`. code: its name in a specification or in Arelle."""

    severity: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.message} [{self.code}]"


def judge(path: Path) -> tuple[Ruling, ...]:
    """What Arelle says against an XBRL file: an instance, Inline XBRL, xBRL-JSON, xBRL-CSV metadata, or a package. Nothing means valid.

    Validates with Calculations 1.1 (rounding), the unit type registry and all kinds of duplicate facts, without network. Never raises for
    what a file holds; raises ImportError where Arelle is not installed.
    """
    try:
        unsafe = objection(path) if path.is_file() else f"{path} is not a file."
    except OSError as error:
        unsafe = f"{path} cannot be read ({error.strerror or error})."
    if unsafe:
        return (Ruling("error", "NotOpened", unsafe),)
    with judged(path) as (rulings, _):
        return rulings


@contextmanager
def judged(path: Path) -> Iterator[tuple[tuple[Ruling, ...], list[Any]]]:
    """What Arelle says against a file, as judge does, with Arelle's models of it, which are gone at the end."""
    from arelle.ModelDocumentType import ModelDocumentType as Kind  # type: ignore[import-untyped]

    heard = _Messages()
    with opened(path, heard, **_CHECKS) as models:
        codes = [str(code) for model in models for code in model.errors]
        told = {ruling.code for ruling in heard.rulings}
        # some objections are counted and not logged
        heard.rulings += [Ruling("error", code, "Arelle counts this error.") for code in dict.fromkeys(codes) if code not in told]
        loaded = [model.modelDocument.type for model in models if model.modelDocument is not None]
        if not heard.rulings and not any(Kind.SCHEMA <= kind <= Kind.INLINEXBRLDOCUMENTSET for kind in loaded):
            heard.rulings.append(Ruling("error", "NothingLoaded", f"{path.name} holds nothing that Arelle takes for XBRL."))
        yield tuple(heard.rulings), models


@contextmanager
def opened(path: Path, heard: logging.Handler, **options: object) -> Iterator[list[Any]]:
    """Arelle's models of an XBRL file, offline; they are gone at the end. options: more of Arelle's RuntimeOptions.

    heard: gets what Arelle has to say. Raises ImportError where Arelle is not installed.
    """
    # Arelle takes a third of a second to import, and has no type marks
    from arelle.api.Session import Session  # type: ignore[import-untyped]
    from arelle.RuntimeOptions import RuntimeOptions  # type: ignore[import-untyped]

    given = RuntimeOptions(
        entrypointFile=str(path.resolve()),
        internetConnectivity="offline",
        keepOpen=True,  # else the models, with what they counted, are gone after the run
        disablePersistentConfig=True,  # a person's own plugins and packages must not change a verdict
        plugins=_PLUGINS.get(path.suffix.lower()),
        logLevel="WARNING",
        **options,
    )
    with _TURN, Session() as session:  # a session that ran once fails the second time
        session.run(given, logHandler=heard)
        yield session.get_models()


class _Messages(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.rulings: list[Ruling] = []

    def emit(self, record: logging.LogRecord) -> None:
        severity = "error" if record.levelno >= logging.ERROR else record.levelname.lower()
        self.rulings.append(Ruling(severity, str(getattr(record, "messageCode", "") or "message"), " ".join(record.getMessage().split())))
