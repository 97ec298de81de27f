"""Golden cases: each folder of examples/ holds a release, what is made of it, and the facts that a person read off the paper.

`pytest tests/test_examples.py --accept` rewrites what is made; look at the difference before you commit it. No option rewrites a facts.csv.
"""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from converter import Conversion, Filing, Severity, Source, convert
from converter.period import Duration
from converter.statement import Measure
from converter.taxonomy import taxonomy_folder
from converter.validation.referee import judge

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir())
GIVEN = ("er", "facts.csv", "filing.toml")
each = pytest.mark.parametrize("name", NAMES)


def release(name: str) -> Path:
    """The release of an example: the one file of its name that is text or HTML."""
    (path,) = (path for suffix in (".txt", ".htm") if (path := EXAMPLES / name / f"{name}{suffix}").is_file())
    return path


@cache
def conversion(name: str) -> Conversion:
    told = EXAMPLES / name / "filing.toml"
    return convert(Source.from_path(release(name)), Filing.from_toml(told) if told.is_file() else None)


def golden(name: str) -> dict[str, bytes]:
    """What is made of an example, by file name. The core taxonomy's files are those of the package, and are not repeated here."""
    made = {path: data for path, data in conversion(name).rendered(("xbrl", "json", "csv")).items() if not path.startswith("er/")}
    told = "".join(f"{diagnostic}\n" for diagnostic in conversion(name).diagnostics)
    return {**made, f"{name}.diagnostics.txt": told.encode()}


@each
def test_the_outputs_are_the_golden_files(name: str, request: pytest.FixtureRequest) -> None:
    folder = EXAMPLES / name
    wanted = golden(name)
    given = {release(name).name, *GIVEN}
    there = {path.name: path for path in folder.iterdir() if path.name not in given}
    if request.config.getoption("--accept"):
        for path in there.values():
            path.unlink()
        for file, data in wanted.items():
            (folder / file).write_bytes(data)
        there = {file: folder / file for file in wanted}
    assert sorted(there) == sorted(wanted)
    for file, data in wanted.items():
        assert there[file].read_bytes() == data, f"{file} is not what is made now"


@each
def test_the_core_taxonomy_beside_an_instance_is_that_of_the_package(name: str) -> None:
    core = {path.removeprefix("er/"): data for path, data in conversion(name).files.items() if path.startswith("er/")}
    assert any(path.endswith(".xsd") for path in core)
    for path, data in core.items():
        assert (taxonomy_folder() / path).read_bytes() == data


Read = tuple[str, str, str, str, str, Decimal, str, str]


def read_by_hand(name: str) -> list[Read]:
    with (EXAMPLES / name / "facts.csv").open(newline="", encoding="utf-8") as file:
        return [
            (row["statement"], row["label"], row["concept"], row["start"], row["end"], Decimal(row["value"]), row["unit"], row["decimals"])
            for row in csv.DictReader(file)
        ]


@each
def test_the_facts_are_those_that_a_person_read(name: str) -> None:
    """Statement, the words as printed with their heading, concept, period, value, unit and decimals: all of them, and no others."""
    made = conversion(name)
    assert made.report is not None
    lines = {
        amount.place: (statement.kind.value, ": ".join([*line.headings, line.label]) if line.measure is not Measure.MONEY else line.label)
        for statement in made.statements
        for line in statement.lines
        for amount in line.amounts
        if amount
    }
    found: list[Read] = []
    for fact in made.report.facts:
        statement, label = lines[fact.places[0]]
        start = str(fact.period.first) if isinstance(fact.period, Duration) else ""
        unit = "/".join(
            "*".join(measure.partition(":")[2] for measure in side) for side in (fact.unit.numerator, fact.unit.denominator) if side
        )
        found.append((statement, label, fact.concept.name, start, str(fact.period.end), fact.value, unit, str(fact.decimals)))
    wanted = read_by_hand(name)
    assert set(found) == set(wanted)
    assert len(found) == len(wanted)


@each
def test_every_number_of_the_ledger_is_a_fact(name: str) -> None:
    entries = conversion(name).entries
    assert len(entries) == len(read_by_hand(name))
    assert all(entry.fact is not None for entry in entries)


@each
def test_nothing_is_doubted_but_what_had_to_be_inferred(name: str) -> None:
    assert {diagnostic.severity for diagnostic in conversion(name).diagnostics} == {Severity.NOTE}


@each
def test_the_referee_says_nothing(name: str, tmp_path: Path) -> None:
    """Arelle, offline, with Calculations 1.1, the unit registry and all duplicate checks, opens the instance from its folder."""
    conversion(name).write(tmp_path)
    assert judge(tmp_path / f"{name}.xbrl") == ()


@each
def test_the_printed_sums_hold_by_hand(name: str) -> None:
    """The facts that a person read add up as the calculation linkbase says."""
    report = conversion(name).report
    assert report is not None
    by_hand: dict[tuple[str, str, str], Decimal] = {
        (concept, start, end): value for _, _, concept, start, end, value, _, _ in read_by_hand(name)
    }
    periods = {(start, end) for _, start, end in by_hand}
    held = 0
    for network in report.networks:
        for total, parts in network.sums:
            for start, end in periods:
                if (total.name, start, end) in by_hand:
                    assert by_hand[total.name, start, end] == sum(weight * by_hand[part.name, start, end] for part, weight in parts)
                    held += 1
    assert held == {"btu-2003q4": 5 * 4 + 2 * 2, "btu-2003q4-html": 5 * 4 + 2 * 2, "btu-2004q1": 4 * 2 + 2 * 2}[name]
