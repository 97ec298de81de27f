"""The commands on the tables: unmapped lines, the check of the rules, one filer's own words, another taxonomy, the crosswalk."""

import csv
import shutil
from io import StringIO
from pathlib import Path

import pytest

from converter.cli import invoke
from converter.commands.terminal import list_unmapped
from converter.commands.unmapped import Unmapped
from converter.statement import Kind
from converter.taxonomy import taxonomy_folder
from converter.wording.rules import Rule

RELEASE = Path(__file__).resolve().parent.parent / "examples" / "btu-2003q4" / "btu-2003q4.txt"
ITEMS = """\
label,statement,heading,start,end,value,unit,scale,decimals
Net sales,IS,,2003-10-01,2003-12-31,900,USD,,
Widget levy,IS,,2003-10-01,2003-12-31,100,USD,,
"""
HEAD = "statement,heading,label,concept,note\n"


@pytest.fixture
def items(tmp_path: Path) -> Path:
    path = tmp_path / "items.csv"
    path.write_text(ITEMS, encoding="utf-8")
    return path


def concept_of(label: str, folder: Path, column: str = "concept") -> str:
    with (folder / "items.ledger.csv").open(encoding="utf-8", newline="") as lines:
        return next(row[column] for row in csv.DictReader(lines) if row["label"] == label)


def rule_of(label: str, folder: Path) -> str:
    return concept_of(label, folder, "rule")


def test_a_filers_own_words_come_first(items: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(HEAD + "IS,,Widget levies,OtherRevenues,our word for it\n", encoding="utf-8")
    assert invoke(["convert", "-q", "--company", "Example", "--items", str(items), "-o", str(tmp_path / "plain")]) == 0
    assert not concept_of("Widget levy", tmp_path / "plain").startswith("er:")
    assert invoke(["convert", "-q", "--company", "Example", "--items", str(items), "--wording", str(own), "-o", str(tmp_path / "own")]) == 0
    assert concept_of("Widget levy", tmp_path / "own") == "er:OtherRevenues"


def own_words(folder: Path, concept: str, cik: str = "1234567") -> None:
    (folder / "wording").mkdir(parents=True, exist_ok=True)
    (folder / "wording" / f"{cik}.csv").write_text(f"{HEAD}IS,,Widget levies,{concept},\n", encoding="utf-8")


def tables(folder: Path) -> Path:
    folder.mkdir()
    for name in ("concepts.csv", "wording.csv"):
        shutil.copy(taxonomy_folder() / name, folder)
    return folder


def test_the_filers_words_beside_a_release_are_found_by_its_cik(items: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own_words(tmp_path, "OtherRevenues")
    out = tmp_path / "out"
    assert invoke(["convert", "-v", "--cik", "1234567", "--items", str(items), "-o", str(out)]) == 0
    assert f"{tmp_path / 'wording' / '1234567.csv'} has a rule" in " ".join(capsys.readouterr().err.split())
    assert concept_of("Widget levy", out) == "er:OtherRevenues"
    assert rule_of("Widget levy", out) == 'wording "Widget levies" (1234567.csv, row 2)'
    assert "csv" not in rule_of("Net sales", out)
    assert invoke(["convert", "-q", "--cik", "7654321", "--items", str(items), "-o", str(tmp_path / "other")]) == 0
    assert not concept_of("Widget levy", tmp_path / "other").startswith("er:")


def test_own_words_rank_option_first_then_release_then_tables(items: Path, tmp_path: Path) -> None:
    folder = tables(tmp_path / "tables")
    call = ["convert", "-q", "--cik", "1234567", "--items", str(items), "--taxonomy", str(folder), "-o", str(tmp_path / "out")]
    own_words(folder, "ProductRevenues")
    assert invoke(call) == 0
    assert concept_of("Widget levy", tmp_path / "out") == "er:ProductRevenues"
    own_words(tmp_path, "ServiceRevenues")
    assert invoke(call) == 0
    assert concept_of("Widget levy", tmp_path / "out") == "er:ServiceRevenues"
    option = tmp_path / "own.csv"
    option.write_text(f"{HEAD}IS,,Widget levy,LicenseRevenues,\n", encoding="utf-8")
    assert invoke([*call, "--wording", str(option)]) == 0
    assert concept_of("Widget levy", tmp_path / "out") == "er:LicenseRevenues"


def test_words_that_are_found_and_broken_fail_that_release(items: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own_words(tmp_path, "NoSuchConcept")
    assert invoke(["convert", "--cik", "1234567", "--items", str(items), "-o", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().err
    assert "wording-invalid" in told
    assert "1234567.csv" in told
    assert not list((tmp_path / "out").glob("items*"))


def test_the_check_reads_the_words_of_filers_in_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tables(tmp_path / "tables")
    own_words(folder, "OtherRevenues")
    assert invoke(["wording", "--check", "--taxonomy", str(folder)]) == 0
    own_words(folder, "NoSuchConcept", "7654321")
    assert invoke(["wording", "--check", "--taxonomy", str(folder)]) == 1
    assert capsys.readouterr().out.startswith("7654321.csv row 2")


@pytest.mark.parametrize(
    "row", ["IS,,Widget levies,NoSuchConcept,\n", "IS,,Sales,Revenues,\nIS,,Sale,OtherRevenues,\n", "XX,,Sales,Revenues,\n"]
)
def test_own_words_that_cannot_be_used_are_misuse(items: Path, tmp_path: Path, row: str, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.csv"
    own.write_text(HEAD + row, encoding="utf-8")
    assert invoke(["convert", "-q", "--company", "Example", "--items", str(items), "--wording", str(own), "-o", str(tmp_path)]) == 2
    assert "own.csv" in capsys.readouterr().err


def test_a_taxonomy_of_another_folder(items: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    shutil.copy(taxonomy_folder() / "concepts.csv", folder)
    (folder / "wording.csv").write_text(HEAD + "IS,,Widget levy,Revenues,\n", encoding="utf-8")
    assert (
        invoke(["convert", "-q", "--company", "Example", "--items", str(items), "--taxonomy", str(folder), "-o", str(tmp_path / "out")])
        == 0
    )
    assert concept_of("Widget levy", tmp_path / "out") == "er:Revenues"
    assert not concept_of("Net sales", tmp_path / "out").startswith("er:")
    assert (
        invoke(
            [
                "convert",
                "-q",
                "--company",
                "Example",
                "--items",
                str(items),
                "--taxonomy",
                str(tmp_path / "none"),
                "-o",
                str(tmp_path / "out"),
            ]
        )
        == 2
    )


def test_unmapped_lines_with_place_count_and_nearest_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = RELEASE.read_text(encoding="utf-8").replace("Gross Margin", "Widget levy ")
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text(text, encoding="utf-8")
    assert invoke(["wording", "--form", "csv", *map(str, paths)]) == 0
    rows = list(csv.DictReader(StringIO(capsys.readouterr().out)))
    (row,) = (row for row in rows if row["label"] == "Widget levy")
    assert (row["statement"], row["concept"], row["count"]) == ("IS", "", "2")
    assert not [row for row in rows if row["label"] == "Net Sales"]
    assert invoke(["wording", str(paths[0])]) == 0
    shown = capsys.readouterr().out
    assert "nearest rules" in shown
    assert "Widget levy" in shown


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "widest", "lines"), [(Terminal(), 100, 6), (StringIO(), 500, 2)])
def test_unmapped_lines_fit_a_terminal_and_are_whole_in_a_pipe(
    stream: StringIO, widest: int, lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = "Widget levy on all that was sold, leased or given away in the period, net of refunds"
    concept = "IncomeLossFromContinuingOperationsPerDilutedShare"
    rule = Rule(2, Kind.INCOME, "", "Levies on widgets that were sold, leased or given away", concept)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr("sys.stdout", stream)
    list_unmapped([Unmapped("IS", "Costs and expenses of continuing operations", label, 2, (rule, rule))])
    printed = stream.getvalue()
    assert max(map(len, printed.splitlines())) <= widest
    assert printed.count("\n") == lines
    assert " ".join(printed.split()).count(f"{rule.label} is {concept}") == 2
    assert label in " ".join(printed.split())


def test_files_without_statements_are_told_and_do_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("Boil two eggs.\n")
    assert invoke(["wording", "absent.txt", str(tmp_path / "notes.txt"), str(RELEASE)]) == 1
    told = capsys.readouterr()
    assert "absent.txt does not exist." in told.err
    assert "no statement of operations" in told.err
    assert invoke(["wording", str(RELEASE)]) == 0
    assert capsys.readouterr().out == "A rule knows every line.\n"


def test_the_check_names_both_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert invoke(["wording", "--check"]) == 0
    assert capsys.readouterr().out == ""
    own = tmp_path / "own.csv"
    own.write_text(HEAD + "IS,,Levies,Revenues,\nIS,,Levy,OtherRevenues,\n", encoding="utf-8")
    assert invoke(["wording", "--check", "--wording", str(own)]) == 1
    told = capsys.readouterr().out
    assert "own.csv row 3" in told
    assert "row 2" in told


def test_the_check_and_files_exclude_each_other() -> None:
    assert invoke(["wording"]) == 2
    assert invoke(["wording", "--check", str(RELEASE)]) == 2


def test_the_crosswalk(capsys: pytest.CaptureFixture[str]) -> None:
    assert invoke(["taxonomy", "crosswalk"]) == 0
    rows = list(csv.DictReader(StringIO(capsys.readouterr().out)))
    assert {"concept": "GrossProfit", "label": "Gross profit", "relation": "exact", "us_gaap": "GrossProfit"} in rows
    related = {(row["concept"], row["relation"], row["us_gaap"]) for row in rows}
    assert ("Revenues", "narrower", "RevenueFromContractWithCustomerExcludingAssessedTax") in related
    assert ("CashAndCashEquivalentsPeriodIncreaseDecrease", "exact, earlier", "CashAndCashEquivalentsPeriodIncreaseDecrease") in related
    assert invoke(["taxonomy", "crosswalk", "one", "two"]) == 2
