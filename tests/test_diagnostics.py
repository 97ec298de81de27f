"""docs/diagnostics.md: every code, its severity, and an example that a conversion really prints. `--accept` prints both anew."""

from collections import Counter
from pathlib import Path

import pytest
from diagnostic_cases import CASES

from converter import cli
from converter.commands.explanations import documentation, explanations, read_explanations, section
from converter.diagnostic import Code

WITHOUT_EXAMPLE = {Code.INTERNAL_FAULT, Code.LEDGER_CUT}
"""A fault is what nobody has foreseen, 20,000 numbers take seconds to read."""


def meaning(code: Code) -> str:
    return f"{code.meaning[:1].upper()}{code.meaning[1:]}."


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[Code, str]:
    """What the case of each code prints: the first message of that code."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        for code, case in CASES.items():
            patch.chdir(tmp_path_factory.mktemp(code.label))
            found[code] = next((line for line in case() if line.endswith(f"[{code.label}]")), "")
    return found


def test_every_case_earns_its_code(examples: dict[Code, str]) -> None:
    assert not [code.label for code, example in examples.items() if not example]
    assert set(examples) == set(Code) - WITHOUT_EXAMPLE


def test_accepted(examples: dict[Code, str], request: pytest.FixtureRequest) -> None:
    """With --accept: the page gets what the codes and the cases say now; its own words stay."""
    page = documentation().read_text(encoding="utf-8")
    printed = page
    for each in read_explanations(page):
        code = next((code for code in Code if code.label == each.label), None)
        if code is not None:
            start = printed.index(f"### {each.label}\n")
            end = min((at for mark in ("\n### ", "\n## ") if (at := printed.find(mark, start)) >= 0), default=len(printed) - 1)
            made = section(each.label, code.severity.value, meaning(code), each.text, examples.get(code, ""))
            printed = printed[:start] + made + printed[end + 1 :]
    printed = printed.rstrip("\n") + "\n"
    if request.config.getoption("--accept"):
        documentation().write_text(printed, encoding="utf-8")
        explanations.cache_clear()
    else:
        assert printed == page, "pytest tests/test_diagnostics.py --accept prints the page anew"


def test_every_code_is_documented_once_and_no_other() -> None:
    page = documentation().read_text(encoding="utf-8")
    assert Counter(each.label for each in read_explanations(page)) == Counter(code.label for code in Code)


@pytest.mark.parametrize("code", Code, ids=lambda code: code.label)
def test_a_section_says_what_it_means_and_what_to_do(code: Code, examples: dict[Code, str]) -> None:
    told = explanations()[code.label]
    assert told.severity == code.severity.value
    assert told.meaning == meaning(code)
    assert "**What to do.**" in told.text
    assert len(told.text.split("**What to do.**")[0]) > 30
    assert told.example == examples.get(code, "")
    if told.example:
        assert f"{code.severity.value}: " in told.example or "left out: " in told.example


def test_every_code_is_told_somewhere() -> None:
    """A code that nothing tells is dead."""
    modules = (path.read_text(encoding="utf-8") for path in (Path(cli.__file__).parent).rglob("*.py") if path.name != "diagnostic.py")
    source = "\n".join(modules)
    assert not [code.name for code in set(Code) - WITHOUT_EXAMPLE if f"Code.{code.name}" not in source]


def test_the_command_explains(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.invoke(["explain", "sum-differs"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("sum-differs (warning)\n")
    assert "What to do" in out
    assert "**" not in out
    assert explanations()["sum-differs"].example in " ".join(out.split())
    assert cli.invoke(["explain", "sum-differ"]) == 2
    assert "sum-differs" in capsys.readouterr().err
