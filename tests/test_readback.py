"""Every form says the same: the facts that others' readers find in it are those of the report, and Arelle is silent on it."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from readback import Heard, by_arelle, by_ixbrlparse, by_py_xbrl, heard, main_file, said

from converter import Conversion, Filing, Source, convert
from converter.writers.outputs import FORMS

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
EXAMPLES = sorted(path for folder in (ROOT / "examples").iterdir() for path in folder.glob(f"{folder.name}.[th][xt][tm]*"))
SPREAD = tuple(CORPUS / name for name in ("adobe-2023q1/release.htm", "asta-2005q3/release.txt", "ex27-tridex-1995/release.txt"))
READABLE = [form for form in FORMS if form not in ("viewer", "ledger")]
SMALL_READERS: dict[str, Callable[[Path], Counter[Heard]]] = {"ixbrlparse": by_ixbrlparse, "py-xbrl": by_py_xbrl}

each_release = pytest.mark.parametrize(
    "release",
    [
        pytest.param(path, id=path.parent.name, marks=pytest.mark.skipif(not path.is_file(), reason="the corpus is not in ../shared"))
        for path in (*EXAMPLES, *SPREAD)
    ],
)


@cache
def conversion(release: Path) -> Conversion:
    told = release.parent / "filing.toml"
    return convert(Source.from_path(release, release.parent.name), Filing.from_toml(told) if told.is_file() else None)


@pytest.mark.parametrize("form", READABLE)
@each_release
def test_arelle_reads_the_facts_of_the_report_and_says_nothing(release: Path, form: str, tmp_path: Path) -> None:
    made = conversion(release)
    assert made.report is not None
    made.write(tmp_path, (form,))
    facts, rulings = by_arelle(main_file(tmp_path, made.name, form))
    assert facts == said(made.report)
    assert rulings == ()


@pytest.mark.parametrize("form", [form for form in READABLE if form in ("xbrl", "ixbrl")])
@pytest.mark.parametrize("reader", SMALL_READERS)
@each_release
def test_other_readers_read_as_many_facts_and_the_same_values(release: Path, form: str, reader: str, tmp_path: Path) -> None:
    made = conversion(release)
    assert made.report is not None
    made.write(tmp_path, (form,))
    found = SMALL_READERS[reader](main_file(tmp_path, made.name, form))
    assert found == heard(said(made.report))
    assert found.total() == len(made.report.facts)


@pytest.mark.parametrize("release", EXAMPLES, ids=[path.parent.name for path in EXAMPLES])
def test_every_form_has_the_same_bytes_in_another_process(release: Path) -> None:
    code = (
        "import hashlib, sys; from converter import Source, convert; conversion = convert(Source.from_path(sys.argv[1]));"
        "[print(name, hashlib.sha256(data).hexdigest()) for name, data in conversion.rendered(sys.argv[2:]).items()]"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code, str(release), *READABLE, "ledger"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
    ).stdout
    made = conversion(release).rendered([*READABLE, "ledger"])
    assert dict(line.split(" ") for line in printed.splitlines()) == {name: sha256(data).hexdigest() for name, data in made.items()}
