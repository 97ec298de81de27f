"""The package as a library: the README's programs run as they stand there, and what programs rely on holds."""

import json
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import converter
from converter import Code, Filing, Model, Source, convert
from converter.batch import plan, run_all
from converter.commands.findings import as_json

ROOT = Path(__file__).parents[1]
RELEASE = ROOT / "examples" / "btu-2003q4" / "btu-2003q4.txt"
PROGRAMS = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "releases").mkdir()
    for name in ("release.txt", "releases/a.txt", "releases/b.txt"):
        shutil.copy(RELEASE, tmp_path / name)
    return tmp_path


def printed(program: str, folder: Path) -> list[str]:
    (folder / "program.py").write_text(program, encoding="utf-8")
    done = subprocess.run([sys.executable, "program.py"], cwd=folder, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.stdout.splitlines()


def test_the_program_for_one_release(folder: Path) -> None:
    lines = printed(PROGRAMS[0], folder)
    assert "er:Revenues 2003-10-01 2003-12-31 7792000 USD line 30" in lines
    assert "er:Assets None 2003-12-31 25654000 USD line 76" in lines
    assert {"release.xbrl", "release.json", "release.ledger.csv"} <= {path.name for path in (folder / "out").iterdir()}


def test_the_program_for_many_releases(folder: Path) -> None:
    assert printed(PROGRAMS[1], folder) == ["a True 86", "b True 86"]
    assert sorted(path.name for path in (folder / "out").glob("*.xbri")) == ["a.xbri", "b.xbri"]


def test_a_path_is_read_as_the_command_reads_it(folder: Path) -> None:
    (folder / "filing.toml").write_text("cik = 840883\nticker = 'X'\n")
    told = convert(folder / "release.txt", Filing(ticker="NASDAQ:BTUI")).report
    assert told is not None
    assert (told.name, told.entity.identifier) == ("release", "0000840883")
    for absent in (str(folder / "absent.txt"), folder):
        conversion = convert(absent)
        assert (conversion.ok, conversion.facts, [each.code for each in conversion.diagnostics]) == (False, (), [Code.SOURCE_UNREADABLE])


def test_values_are_written_out() -> None:
    """16.7 billion in a release "in millions" is no 1.67E+10 to whoever prints, stores or divides it."""
    text = RELEASE.read_text(encoding="utf-8").replace("In thousands", "In millions")
    conversion = convert(Source.from_bytes(text.encode(), "release"))
    values = [fact.value for fact in conversion.facts] + [entry.value for entry in conversion.entries if entry.value is not None]
    assert Decimal("7792000000") in values
    assert not [value for value in values if "E" in str(value)]


def test_another_taxonomy_and_own_words(tmp_path: Path) -> None:
    words = tmp_path / "own.csv"
    words.write_text("statement,heading,label,concept,note\nIS,,Gross Margin,OtherRevenues,as a joke\n", encoding="utf-8")
    own = convert(RELEASE, model=Model.read(None, words))
    assert "er:OtherRevenues" in {fact.concept.qname for fact in own.facts}
    assert "er:OtherRevenues" not in {fact.concept.qname for fact in convert(RELEASE).facts}


def test_a_feed_of_diagnostics(folder: Path) -> None:
    """What `--diagnostics json` prints, from the outcomes of a batch."""
    (folder / "releases" / "c.txt").write_text("Boil two eggs.\n", encoding="utf-8")
    outcomes = list(run_all(plan(sorted((folder / "releases").iterdir()), folder / "out", forms=("csv",))))
    files = json.loads(as_json(outcomes))["files"]
    assert [(Path(each["file"]).name, each["ok"], each["facts"]) for each in files] == [
        ("a.txt", True, 86),
        ("b.txt", True, 86),
        ("c.txt", False, 0),
    ]
    assert {each["code"] for each in files[2]["diagnostics"]} == {"no-statement"}
    assert all(each["line"] is None or each["line"] > 0 for file in files for each in file["diagnostics"])


def test_every_public_name_is_there_and_what_is_shown_is_short() -> None:
    assert all(getattr(converter, name) for name in converter.__all__)
    assert len(repr(convert(RELEASE))) < 5_000
