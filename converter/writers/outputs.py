"""The files that one release becomes: the one list of their names."""

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

FORMS: Mapping[str, tuple[str, ...]] = {
    "xbrl": (".xbrl",),
    "ixbrl": (".xhtml",),
    "json": (".json",),
    "csv": (".csv", "-csv.json"),
    "package": (".xbri", ".xbr"),
    "viewer": (".viewer.html",),
    "ledger": (".ledger.html",),
}
"""Form -> what is put after a release's name, in the order in which forms are told to people. `writers/forms.py` makes them."""

TAXONOMY = (".xsd", "-lab.xml", "-pre.xml", "-cal.xml", "-def.xml")
"""The report's extension taxonomy. The core's files under `er/` are shared by all releases of a folder and belong to none of them."""

LEDGER = (".ledger.csv",)
"""What is made whatever the forms."""

ALL = "all"
DEFAULT = ("xbrl",)
_OVER_PAPER = frozenset({"ixbrl", "viewer", "ledger"})
"""Forms that are laid over the release itself: line items that were parsed already have none of them."""

_MARKS: Mapping[str, bytes] = {
    ".xhtml": b'="http://www.xbrl.org/2013/inlineXBRL"',
    ".json": b'"https://xbrl.org/2021/xbrl-json"',
    ".csv": b"fact,concept,period,unit,decimals,",
}
"""Suffixes that other programs use too -> what our files hold in their beginning, so that nobody else's file is taken for a stale one."""


_EXTRAS: Mapping[str, tuple[str, str]] = {"viewer": ("iXBRLViewerPlugin", "release2xbrl[viewer]")}
"""Forms that a package of others makes -> the module that must be there, and what to install for it."""


def missing(form: str) -> str:
    """What to install for a form, in one sentence without its full stop; empty where it can be made."""
    module, extra = _EXTRAS.get(form, ("", ""))
    if not module or find_spec(module) is not None:
        return ""
    return f"the form {form} needs an extra that is not installed: pip install '{extra}'"


def chosen(words: Iterable[str], paper: bool = True) -> tuple[str, ...]:
    """The forms that the words ask for, each once, in the order of the list; `all` asks for every form that can be made here.

    paper: whether there is a release to lay a form over. Raises ValueError for a form that is not there or cannot be made.
    """
    asked = {word.strip().lower() for word in words}
    if unknown := sorted(asked - {*FORMS, ALL}):
        raise ValueError(f"there is no form {unknown[0]!r}; the forms are {', '.join((*FORMS, ALL))}")
    if not paper and (over := sorted(asked & _OVER_PAPER)):
        raise ValueError(f"line items have no page that {over[0]} could be laid over; it needs the release")
    if lacking := next(filter(None, map(missing, sorted(asked))), ""):
        raise ValueError(lacking)
    if ALL in asked:
        asked |= {form for form in FORMS if (paper or form not in _OVER_PAPER) and not missing(form)}
    return tuple(form for form in FORMS if form in asked)


def output_paths(directory: Path, name: str, forms: Iterable[str] = FORMS) -> tuple[Path, ...]:
    """Where every output of a release in these forms belongs, whether it exists or not."""
    made = (suffix for form in forms for suffix in FORMS[form])
    return tuple(directory / f"{name}{suffix}" for suffix in (*made, *TAXONOMY, *LEDGER))


def remove_outputs(directory: Path, name: str, keep: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Removes the outputs of an earlier conversion, so that no stale file poses as a result. Returns them. Raises OSError.

    keep: what is no stale output: the new ones, or the input.
    """
    kept = {path.resolve() for path in keep}
    there = (path for path in output_paths(directory, name) if path.is_file() or path.is_symlink())
    stale = tuple(path for path in there if path.resolve() not in kept and _is_ours(path, name))
    for path in stale:
        path.unlink()
    return stale


def _is_ours(path: Path, name: str) -> bool:
    mark = _MARKS.get(path.name.removeprefix(name))
    if mark is None:
        return True
    try:
        with path.open("rb") as file:
            return mark in file.read(1 << 12)
    except FileNotFoundError:  # a link to nowhere
        return False
