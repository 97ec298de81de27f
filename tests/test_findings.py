"""Diagnostics as SARIF: the rules of the specification (OASIS SARIF 2.1.0) that tools reject a log for."""

import json
from pathlib import Path
from typing import Any

import pytest

from converter import cli
from converter.batch import Outcome
from converter.commands.findings import artifact_uri, as_json, as_sarif
from converter.diagnostic import Code, Diagnostic
from converter.place import Place

ROOT = Path(__file__).parents[1]
OFF = Diagnostic(Code.SUM_DIFFERS, "The total is 3 off.", Place(2, 2, 11), "Look at the parts.")
IN_HTML = Diagnostic(Code.LINE_UNKNOWN, "No rule knows it.", Place(40, 0, 5, "/html/body/table[2]/tr[3]/td[1]"))
NOWHERE = Diagnostic(Code.NO_STATEMENT, "There is no statement.")
OUTCOMES = (
    Outcome("with space/a\N{LATIN SMALL LETTER E WITH ACUTE}.txt", "a", True, diagnostics=(OFF, IN_HTML)),
    Outcome("-", "stdin", False, diagnostics=(NOWHERE,)),
    Outcome("sound.txt", "sound", True),
)


def log(*outcomes: Outcome) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(as_sarif(outcomes))
    assert read["version"] == "2.1.0"  # 3.13.2
    assert set(read) == {"$schema", "version", "runs"}
    (run,) = read["runs"]
    check(run)
    return dict(run)


def check(run: dict[str, Any]) -> None:
    """What the SARIF schema demands of the parts that are used."""
    assert set(run) == {"tool", "columnKind", "invocations", "artifacts", "results"}
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")  # 3.14.17
    assert all(isinstance(invocation["executionSuccessful"], bool) for invocation in run["invocations"])  # 3.20.14
    driver = run["tool"]["driver"]
    assert driver["name"]  # 3.19.8
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    for rule in driver["rules"]:
        assert set(rule) == {"id", "shortDescription", "defaultConfiguration"}
        assert rule["shortDescription"]["text"].endswith(".")  # 3.12.2: plain text messages are sentences
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")  # 3.50.3
    for result in run["results"]:
        assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert ids[result["ruleIndex"]] == result["ruleId"]  # 3.27.6
        assert result["level"] == driver["rules"][result["ruleIndex"]]["defaultConfiguration"]["level"]
        assert result["message"]["text"]  # 3.11.8
        for location in result["locations"]:
            assert set(location) <= {"physicalLocation", "logicalLocations"}
            artifact = location["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]  # 3.4.5
            assert artifact["uri"].isascii()
            assert " " not in artifact["uri"]
            region = location["physicalLocation"].get("region", {"startLine": 1})
            assert set(region) <= {"startLine", "startColumn", "endColumn"}
            assert all(isinstance(number, int) and number >= 1 for number in region.values())  # 3.30.5-8


def test_a_result_says_what_and_where() -> None:
    off, in_html, nowhere = log(*OUTCOMES)["results"]
    assert (off["ruleId"], off["level"], off["message"]["text"]) == ("sum-differs", "warning", "The total is 3 off. Look at the parts.")
    place = off["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "with%20space/a%C3%A9.txt", "index": 0}
    assert place["region"] == {"startLine": 2, "startColumn": 3, "endColumn": 12}  # the nine characters 3..11; the end is the one behind
    assert in_html["locations"][0]["physicalLocation"]["region"] == {"startLine": 40}  # its columns count inside the element
    assert in_html["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "/html/body/table[2]/tr[3]/td[1]"
    assert nowhere["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "stdin", "index": 1}}


def test_every_code_is_a_rule_and_severities_are_levels() -> None:
    run = log()
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in run["tool"]["driver"]["rules"]] == [
        (code.label, code.severity.value) for code in Code
    ]
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"]
    assert not log(*OUTCOMES)["invocations"][0]["executionSuccessful"]


def test_both_forms_are_the_same_bytes_each_time() -> None:
    assert as_sarif(OUTCOMES) == as_sarif(OUTCOMES)
    assert as_json(OUTCOMES) == as_json(OUTCOMES)


@pytest.mark.parametrize(
    ("origin", "uri"),
    [
        ("a.txt", "a.txt"),
        ("../x/a b.htm", "../x/a%20b.htm"),
        ("/tmp/a#1.txt", "file:///tmp/a%231.txt"),
        ("-", "stdin"),
        ("50%.txt", "50%25.txt"),
    ],
)
def test_names_of_files_become_uris(origin: str, uri: str) -> None:
    assert artifact_uri(origin) == uri


def test_the_command_prints_one_document(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    release = "examples/btu-2003q4/btu-2003q4.txt"
    assert cli.invoke(["convert", release, "missing.txt", "-o", str(tmp_path), "--diagnostics", "sarif"]) == 1
    out, err = capsys.readouterr()
    assert not err
    (run,) = json.loads(out)["runs"]
    check(run)
    page = Path(release).read_text().split("\n")
    spans = [
        page[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        for result in run["results"]
        if (region := result["locations"][0]["physicalLocation"].get("region"))
    ]
    assert {"2003", "2002", "Nasdaq NM: BTUI"} < set(spans)
    assert [result["ruleId"] for result in run["results"]][-1] == "source-unreadable"
