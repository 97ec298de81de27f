"""The command: exit codes, names of outputs, one file's failure beside another's success, and nothing stale left behind."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from converter import batch, cli
from converter.batch import Job, Outcome, plan, run, run_all
from converter.commands import terminal
from converter.diagnostic import Code, Diagnostic, Doubt, Refusal, Severity
from converter.filing import Filing
from converter.model import Model
from converter.place import Place
from converter.sources.source import Source
from converter.writers.outputs import output_paths

ROOT = Path(__file__).parents[1]
WARNING = Diagnostic(Code.SUM_DIFFERS, "The total is 3 off.", Place(2, 2, 11))


class Stand:
    """Stands in for the pipeline's Conversion: these tests are about what surrounds it."""

    report = None
    statements = ()

    def __init__(self, name: str, diagnostics: tuple[Diagnostic, ...], ok: bool) -> None:
        self.name, self.diagnostics, self.ok = name, diagnostics, ok

    def write(self, directory: Path, forms: tuple[str, ...], doubt: Doubt) -> tuple[Path, ...]:
        path = directory / f"{self.name}.xbrl"
        path.write_text("new")
        return (path,)


SEEN: list[Filing | None] = []


def _convert(source: Source, filing: Filing | None = None, model: Model | None = None, beside: Path | None = None) -> Stand:
    SEEN.append(filing)
    if "fault" in source.text:
        raise ZeroDivisionError("a fault of ours")
    if "recipe" in source.text:
        return Stand(source.name, (Diagnostic(Code.NO_STATEMENT, "There is no statement."),), ok=False)
    return Stand(source.name, (WARNING,) if "doubtful" in source.text else (), ok=True)


def _from_line_items(
    records: Iterable[Mapping[str, object]],
    filing: Filing | None = None,
    name: str = "",
    model: Model | None = None,
    beside: Path | None = None,
) -> Stand:
    return Stand(name, (), ok=bool(list(records)))


@pytest.fixture(autouse=True)
def _pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import converter.pipeline

    SEEN.clear()
    monkeypatch.setattr(converter.pipeline, "convert", _convert)
    monkeypatch.setattr(converter.pipeline, "from_line_items", _from_line_items)
    monkeypatch.chdir(tmp_path)


def write(path: str, text: str = "a sound release\n  Net sales  7\n") -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)
    return path


def test_a_release_becomes_its_outputs(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.invoke(["convert", write("release.txt"), "-o", "made/here"]) == 0
    assert Path("made/here/release.xbrl").read_text() == "new"
    out, err = capsys.readouterr()
    assert out.split("\n")[1].startswith("release.txt")
    assert "The outputs are in made/here." in out
    assert not err


def test_one_failure_does_not_stop_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    files = [write("a.txt"), write("b.txt", "a recipe"), "missing.txt", write("c.txt")]
    assert cli.invoke(["convert", *files, "-o", "out"]) == 1
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.xbrl", "c.xbrl"]
    err = capsys.readouterr().err
    assert "b.txt: error: There is no statement." in err
    assert "missing.txt does not exist" in err


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.SOURCE_EMPTY),
        (b"\xff\xd8\xff\xe0 a picture", Code.SOURCE_BINARY),
        (b"a recipe", Code.NO_STATEMENT),
        (b"a fault", Code.INTERNAL_FAULT),
    ],
)
def test_failure_leaves_nothing_behind_and_nothing_stale(data: bytes, code: Code, capsys: pytest.CaptureFixture[str]) -> None:
    Path("out").mkdir()
    marks = '"https://xbrl.org/2021/xbrl-json" fact,concept,period,unit,decimals,value ="http://www.xbrl.org/2013/inlineXBRL"'
    for path in output_paths(Path("out"), "release"):
        path.write_text(f"stale {marks}")
    Path("out/other.xbrl").write_text("another release's")
    Path("release.txt").write_bytes(data)
    assert cli.invoke(["convert", "release.txt", "-o", "out"]) == 1
    assert [path.name for path in Path("out").iterdir()] == ["other.xbrl"]
    err = capsys.readouterr().err
    assert f"[{code.label}]" in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_failure_makes_no_folder() -> None:
    assert cli.invoke(["convert", write("a.txt", "a recipe"), "-o", "out"]) == 1
    assert not Path("out").exists()


def test_an_input_is_never_removed_or_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.xbrl", "a.xsd", "a.ledger.csv"):
        write(name, "a recipe")
    assert cli.invoke(["convert", "a.xbrl"]) == 1
    assert cli.invoke(["convert", "./a.xsd", "-o", str(Path.cwd())]) == 1
    assert "would replace a.xbrl itself" in capsys.readouterr().err
    assert all(Path(name).exists() for name in ("a.xbrl", "a.xsd", "a.ledger.csv"))


def test_a_folder_as_input_and_a_file_as_output_folder(capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder").mkdir()
    assert cli.invoke(["convert", "folder"]) == 1
    assert "folder is a folder, not a file." in capsys.readouterr().err
    write("taken")
    assert cli.invoke(["convert", write("a.txt"), "-o", "taken"]) == 1
    assert "Nothing can be written to the folder taken" in capsys.readouterr().err
    assert Path("taken").is_file()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_an_output_folder_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    Path("locked").mkdir(mode=0o500)
    assert cli.invoke(["convert", write("a.txt"), "-o", "locked/out"]) == 1
    assert "Nothing can be written" in capsys.readouterr().err


def test_a_write_that_fails_is_told_beside_the_other_diagnostics(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Stand, directory: Path, forms: tuple[str, ...], doubt: Doubt) -> tuple[Path, ...]:
        raise Refusal(Diagnostic(Code.OUTPUT_FAILED, "The disk is full."))

    monkeypatch.setattr(Stand, "write", refuse)
    outcome = run(Job(write("a.txt", "doubtful\n  Net sales  7\n"), "a", Path("out")))
    assert not outcome.ok
    assert [diagnostic.code for diagnostic in outcome.diagnostics] == [Code.SUM_DIFFERS, Code.OUTPUT_FAILED]


def test_strict_takes_a_warning_for_a_failure() -> None:
    file = write("a.txt", "doubtful\n  Net sales  7\n")
    assert cli.invoke(["convert", file]) == 0
    assert Path("a.xbrl").exists()
    assert cli.invoke(["convert", file, "--strict"]) == 1
    assert not Path("a.xbrl").exists()


def test_a_warning_shows_its_line_and_span(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.invoke(["convert", write("a.txt", "doubtful\n  Net sales  7\n")]) == 0
    assert capsys.readouterr().err.split("\n")[:3] == [
        "a.txt:2: warning: The total is 3 off. [sum-differs]",
        "     2 |   Net sales  7",
        "       |   ~~~~~~~~~",
    ]
    assert cli.invoke(["convert", "a.txt", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("x" * 500 + "7,792", 500, 505),
        ("a\t\t7", 3, 4),
        ("7" * 300, 0, 300),
        ("caf\u00e9 7", 5, 6),
        ("x" * 60 + "7" * 60 + "x" * 60, 60, 120),
    ],
)
def test_long_lines_and_tabs_keep_the_marks_under_the_span(line: str, start: int, end: int) -> None:
    shown, marks = terminal.underlined(3, line, start, end)
    assert len(shown) <= 100
    assert len(marks) <= 100
    first, last = marks.index("~"), marks.rindex("~")
    assert line[start:end].startswith(shown[first : last + 1])


def test_a_span_outside_the_line_is_not_drawn() -> None:
    assert terminal.underlined(3, "short", 9, 12) == ()
    assert terminal.underlined(3, "short", 2, 2) == ()


def test_the_terminal_cannot_be_commanded_by_a_release() -> None:
    assert "\x1b" not in terminal.shown("\x1b[2J\x07Net sales")


def test_json_is_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    files = [write("a.txt", "doubtful\n  Net sales  7\n"), write("b.txt", "a recipe")]
    assert cli.invoke(["convert", *files, "-o", "out", "--diagnostics", "json"]) == 1
    out, err = capsys.readouterr()
    first, second = json.loads(out)["files"]
    assert not err
    assert (first["file"], first["ok"], first["outputs"], second["ok"]) == ("a.txt", True, ["out/a.xbrl"], False)
    assert first["diagnostics"] == [
        {"code": "sum-differs", "severity": "warning", "message": "The total is 3 off.", "line": 2, "columns": [3, 11], "hint": ""}
    ]
    assert second["diagnostics"][0]["line"] is None


def test_names_of_equal_stems() -> None:
    def names(*paths: str) -> list[str]:
        return [job.name for job in plan(paths, Path())]

    assert names("x/a.txt", "y/b.htm") == ["a", "b"]
    assert names("x/release.txt", "y/release.htm", "z/other.txt") == ["x-release", "y-release", "other"]
    assert names("x/Release.txt", "y/release.txt") == ["x-Release", "y-release"]
    assert names("-", "x/a.txt") == ["stdin", "a"]
    for clash in (["x/a.txt", "x/a.htm"], ["p/x/a.txt", "q/x/a.txt"], ["x/a.txt", "y/a.txt", "x-a.txt"]):
        with pytest.raises(ValueError, match="same name"):
            names(*clash)
    for twice in (["x/a.txt", "x/a.txt"], ["-", "-"]):
        with pytest.raises(ValueError, match="named twice"):
            names(*twice)


@pytest.mark.parametrize(
    "arguments",
    [
        ["convert"],
        ["convert", "--nonsense", "a.txt"],
        ["nonsense"],
        ["convert", "a.txt", "--cik", "x"],
        ["convert", "a.txt", "--jobs", "0"],
        ["convert", "a.txt", "--fiscal-year-end", "31-12"],
        ["convert", "x/a.txt", "x/a.htm"],
        ["convert", "a.txt", "--diagnostics", "xml"],
        ["convert", "a.txt", "--filing", "missing.toml"],
        ["convert", "a.csv", "--items", "--exhibit", "EX-99.1"],
        ["validate"],
    ],
)
def test_misuse(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.invoke(arguments) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err


def test_options_rank_before_the_file_and_the_file_beside_is_found() -> None:
    write("d/filing.toml", 'cik = 5\nticker = "B"\n')
    assert cli.invoke(["convert", write("d/a.txt"), "--ticker", "A", "--fiscal-year-end", "06-30"]) == 0
    assert [Filing(cik="5", ticker="A", fiscal_year_end=(6, 30))] == SEEN
    write("other.toml", "cik = 7\n")
    assert cli.invoke(["convert", "d/a.txt", "--filing", "other.toml"]) == 0
    assert SEEN[1:] == [Filing(cik="7")]


def test_a_broken_file_beside_fails_that_release_only(capsys: pytest.CaptureFixture[str]) -> None:
    write("d/filing.toml", "cik = 'x'\n")
    assert cli.invoke(["convert", write("d/a.txt"), write("b.txt"), "-o", "out"]) == 1
    assert [path.name for path in Path("out").iterdir()] == ["b.xbrl"]
    assert "line 1, key cik" in capsys.readouterr().err


def test_line_items() -> None:
    file = write("items.csv", "label,statement,end,value,unit\nCash,BS,2003-12-31,7,USD\n")
    assert cli.invoke(["convert", "--items", file, "-o", "out"]) == 0
    assert Path("out/items.xbrl").exists()
    assert cli.invoke(["convert", "--items", write("bad.csv", "label\nCash\n")]) == 1


def test_a_batch_keeps_the_order_on_any_executor() -> None:
    files = [write(f"{number}.txt", "a recipe" if number % 3 == 0 else "sound release") for number in range(9)]
    jobs = plan(files, Path("out"))
    with ThreadPoolExecutor(3) as pool:
        parallel = list(run_all(jobs, pool))
    assert [outcome.origin for outcome in parallel] == files
    assert parallel == list(run_all(jobs))
    assert [outcome.ok for outcome in parallel] == [number % 3 != 0 for number in range(9)]


def test_an_interruption_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(jobs: Iterable[Job], executor: object = None) -> Iterable[Outcome]:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "run_all", interrupted)
    assert cli.invoke(["convert", write("a.txt")]) == 130
    assert capsys.readouterr().err.strip() == "Interrupted."


def test_codes_are_listed_and_found_by_a_part_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.invoke(["explain"]) == 0
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines()} == {code.label for code in Code}
    assert cli.invoke(["explain", "balance"]) == 2
    assert "Is it balance-differs?" in capsys.readouterr().err
    assert cli.invoke(["explain", "sum-difers"]) == 2
    assert "Is it sum-differs or" in capsys.readouterr().err


def test_counts_by_severity() -> None:
    outcome = Outcome("a", "a", True, diagnostics=(WARNING, WARNING, Diagnostic(Code.ENTITY_INFERRED, "x")))
    assert [outcome.count(severity) for severity in Severity] == [0, 2, 1]


def _command(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from converter.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, input=given)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from converter.cli import invoke; invoke(['convert', '--help']);"
        "print(sorted({'lxml', 'rich', 'xmlschema', 'arelle', 'attrs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "--fiscal-year-end" in done.stdout
    assert done.stdout.strip().endswith("[]")


def test_standard_input() -> None:
    done = _command("convert", "-", "-o", "out", given=b"Boil two eggs for five minutes.\n")
    assert done.returncode == 1
    assert done.stderr.startswith(b"-: error: ")
    assert b"Traceback" not in done.stderr
    assert not Path("out").exists()


def test_a_reader_that_hangs_up_is_no_fault() -> None:
    code = "from converter.cli import main; main()"
    files = [write(f"file-with-a-long-name-{number}.txt", "") for number in range(400)]
    with subprocess.Popen(
        [sys.executable, "-c", code, "convert", "-q", "--diagnostics", "json", *files],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
    assert b"Traceback" not in errors
    assert process.returncode not in (0, 2)


def test_the_readme_names_every_option_and_output_and_the_tests_that_are_run() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for option in (name for parameter in [*cli.convert.params, *cli.compare.params] for name in parameter.opts if name.startswith("--")):
        assert f"`{option}" in readme or f"{option}`" in readme, option
    for path in output_paths(Path(), "<name>"):
        assert f"{path}`" in readme, path
    assert re.search(r"^python3 .*\.venv/bin/pytest$", readme, re.MULTILINE)


def test_a_sentence_that_begins_with_the_file_names_it_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    absent = str(tmp_path / "absent.txt")
    assert cli.invoke(["convert", absent, "-q", "-o", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"error: {absent} does not exist. Check the name and the folder. [source-unreadable]\n"
