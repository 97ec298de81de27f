"""Every form of every release of a folder, read back by readers that are not ours.

    python tests/benchmarks/forms.py [--forms FORM,...] FOLDER [NAME...]     FOLDER/*/release.*, or those of the named subfolders

For each form: in how many releases Arelle reads exactly the facts of the report and says nothing, and the same for ixbrlparse and py-xbrl
where they read the form. What differs is printed. Exit code 0 when nothing does.
"""

import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

from attrs import frozen
from readback import by_arelle, by_ixbrlparse, by_py_xbrl, heard, main_file, said

from converter import Source, convert
from converter.writers.outputs import FORMS, chosen

READABLE = tuple(form for form in FORMS if form not in ("viewer", "ledger"))
SMALL = {"ixbrlparse": by_ixbrlparse, "py-xbrl": by_py_xbrl}
JOBS = 2
_Told = TypeVar("_Told")


@frozen
class Verdict:
    """What became of one release. facts: how many. good: (form, reader) that agree. faults: sentences."""

    name: str
    facts: int
    good: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


def judged(path: Path, forms: tuple[str, ...]) -> Verdict:
    """One release in every form, through every reader."""
    name = path.parent.name
    conversion = convert(Source.from_path(path, name))
    if not conversion.ok or conversion.report is None:
        return Verdict(name, 0, (), ())
    wanted = said(conversion.report)
    good: list[tuple[str, str]] = []
    faults: list[str] = []

    def note(form: str, reader: str, fault: str) -> None:
        if fault:
            faults.append(f"{name}, {form}, {reader}: {fault}")
        else:
            good.append((form, reader))

    with tempfile.TemporaryDirectory() as folder:
        for form in forms:
            place = Path(folder, form)
            place.mkdir()
            try:
                conversion.write(place, (form,))
                file = main_file(place, name, form)
                facts, rulings = by_arelle(file)
                note(form, "Arelle", _difference(wanted, facts) or "; ".join(str(ruling)[:300] for ruling in rulings[:3]))
                if form in ("xbrl", "ixbrl"):
                    for reader, read in SMALL.items():
                        note(form, reader, _difference(heard(wanted), read(file)))
            except Exception as error:  # whatever happens to one form, the others are still judged
                note(form, "", f"{type(error).__name__}: {str(error)[:300]}")
    return Verdict(name, len(conversion.report.facts), tuple(good), tuple(faults))


def _difference(wanted: Counter[_Told], found: Counter[_Told]) -> str:
    if wanted == found:
        return ""
    missing, strange = wanted - found, found - wanted
    return f"{missing.total()} facts are missing, {strange.total()} are strange, e.g. {[*missing, *strange][:2]}"


def main(arguments: list[str]) -> int:
    forms = chosen(arguments[1].split(",")) if arguments[0] == "--forms" else READABLE
    folder, *names = arguments[2:] if arguments[0] == "--forms" else arguments
    releases = sorted(path for path in Path(folder).glob("*/release.*") if not names or path.parent.name in names)
    begun = time.perf_counter()
    agreeing: Counter[tuple[str, str]] = Counter()
    reports = facts = faulty = 0
    with ProcessPoolExecutor(JOBS) as pool:
        for verdict in pool.map(partial(judged, forms=forms), releases):
            reports += bool(verdict.facts)
            facts += verdict.facts
            agreeing.update(verdict.good)
            faulty += len(verdict.faults)
            for fault in verdict.faults:
                print(fault)
    print(f"{len(releases)} releases, {reports} reports, {facts} facts, {time.perf_counter() - begun:.0f} s")
    for (form, reader), count in agreeing.items():
        print(f"  {form:8} {reader:11} equal and silent in {count} of {reports}")
    return int(bool(faulty))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
