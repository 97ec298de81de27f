"""Arelle as the referee: every check on, offline, and every message told."""

import logging
import threading
from pathlib import Path

from attrs import frozen

_TURN = threading.Lock()  # Arelle allows one session at a time in a process
_PLUGINS = {".json": "loadFromOIM", ".csv": "loadFromOIM", ".xbri": "loadFromOIM|inlineXbrlDocumentSet"}


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
    # Arelle takes a third of a second to import, and has no type marks
    from arelle.api.Session import Session  # type: ignore[import-untyped]
    from arelle.ModelDocumentType import ModelDocumentType as Kind  # type: ignore[import-untyped]
    from arelle.RuntimeOptions import RuntimeOptions  # type: ignore[import-untyped]

    if not path.is_file():
        return (Ruling("error", "FileNotFound", f"{path} is not a file."),)
    options = RuntimeOptions(
        entrypointFile=str(path.resolve()),
        internetConnectivity="offline",
        keepOpen=True,  # else the models, with what they counted, are gone after the run
        disablePersistentConfig=True,  # a person's own plugins and packages must not change a verdict
        validate=True,
        calcs="c11r",
        utrValidate=True,
        validateDuplicateFacts="all",
        testcaseResultsCaptureWarnings=True,
        validationExitCode=True,
        plugins=_PLUGINS.get(path.suffix.lower()),
        logLevel="WARNING",
    )
    heard = _Messages()
    with _TURN, Session() as session:  # a session that ran once fails the second time
        session.run(options, logHandler=heard)
        models = session.get_models()
        codes = [str(code) for model in models for code in model.errors]
        told = {ruling.code for ruling in heard.rulings}
        # some objections are counted and not logged
        heard.rulings += [Ruling("error", code, "Arelle counts this error.") for code in dict.fromkeys(codes) if code not in told]
        loaded = [model.modelDocument.type for model in models if model.modelDocument is not None]
        if not heard.rulings and not any(Kind.SCHEMA <= kind <= Kind.INLINEXBRLDOCUMENTSET for kind in loaded):
            heard.rulings.append(Ruling("error", "NothingLoaded", f"{path.name} holds nothing that Arelle takes for XBRL."))
    return tuple(heard.rulings)


class _Messages(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.rulings: list[Ruling] = []

    def emit(self, record: logging.LogRecord) -> None:
        severity = "error" if record.levelno >= logging.ERROR else record.levelname.lower()
        self.rulings.append(Ruling(severity, str(getattr(record, "messageCode", "") or "message"), " ".join(record.getMessage().split())))
