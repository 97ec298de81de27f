"""The whole way, from bytes to files: the same input gives the same bytes, and what is written is whole."""

import os
import subprocess
import sys
from pathlib import Path

from first_examples import NAMES, ROOT, each, plain, text_of

from converter import Code, Filing, Source, convert
from converter.writers.outputs import DEFAULT, output_paths


@each
def test_the_same_release_gives_the_same_bytes(name: str) -> None:
    again = convert(Source.from_bytes(text_of(name).encode(), name))
    assert again.files == plain(name).files
    assert again.diagnostics == plain(name).diagnostics


def test_the_bytes_do_not_depend_on_the_seed_of_hashes() -> None:
    code = (
        "import hashlib, sys; from converter import Source, convert\n"
        "for path in sys.argv[1:]:\n"
        "    for name, data in convert(Source.from_path(path)).files.items(): print(name, hashlib.sha256(data).hexdigest())"
    )
    paths = [str(ROOT / "examples" / name / f"{name}.txt") for name in NAMES]
    printed = [
        subprocess.run(
            [sys.executable, "-c", code, *paths],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert len(printed[0].split("\n")) > 2 * len(output_paths(ROOT, "page", DEFAULT))


@each
def test_all_files_are_written_as_they_are_held(name: str, tmp_path: Path) -> None:
    paths = plain(name).write(tmp_path / "out")
    written = {path.relative_to(tmp_path / "out").as_posix(): path.read_bytes() for path in paths}
    assert written == dict(plain(name).files)
    assert set(output_paths(tmp_path / "out", name, DEFAULT)) - {tmp_path / "out" / f"{name}-def.xml"} <= set(paths)
    assert sorted(path for path in (tmp_path / "out").rglob("*") if path.is_file()) == sorted(paths)


@each
def test_every_output_is_schema_valid_by_the_stricter_validator(name: str) -> None:
    assert plain(name).validate() == ()


@each
def test_a_given_cik_changes_the_entity_and_no_fact(name: str) -> None:
    conversion = convert(Source.from_bytes(text_of(name).encode(), name), Filing(cik=840883))
    assert conversion.report is not None
    assert (conversion.report.entity.scheme, conversion.report.entity.identifier) == ("http://www.sec.gov/CIK", "0000840883")
    assert Code.ENTITY_INFERRED not in {d.code for d in conversion.diagnostics}
    assert {(f.concept.name, f.period, f.value) for f in conversion.report.facts} == {
        (f.concept.name, f.period, f.value) for f in (plain(name).report or conversion.report).facts
    }


@each
def test_nothing_is_inferred_without_a_word(name: str) -> None:
    """Every inferred period has its note in the ledger and among the diagnostics, and so has the entity."""
    conversion = plain(name)
    inferred = {column.period for statement in conversion.statements for column in statement.columns if column.inferred}
    noted = {entry.period for entry in conversion.entries if "period:" in entry.note}
    assert inferred == noted != set()
    said_so = {d.code for d in conversion.diagnostics}
    assert {Code.PERIOD_INFERRED, Code.ENTITY_INFERRED} <= said_so
