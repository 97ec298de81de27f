"""Forms of a report: which there are, what stands in the folder after a conversion, and what is left alone there."""

from pathlib import Path

import pytest

from converter import Refusal, Source, convert
from converter.cli import invoke
from converter.writers import forms, outputs

EXAMPLE = Path(__file__).parents[1] / "examples" / "btu-2004q1" / "btu-2004q1.txt"


def test_every_form_has_its_maker_and_its_suffixes() -> None:
    assert list(forms.FORMS) == list(outputs.FORMS)
    names = outputs.output_paths(Path(), "release")
    assert len(set(names)) == len(names)


def test_words_choose_forms() -> None:
    assert outputs.chosen(["XBRL", " xbrl"]) == ("xbrl",)
    assert outputs.chosen(["all"]) == tuple(outputs.FORMS)
    for wrong in (["pdf"], [""], ["xbrl", "pdf"]):
        with pytest.raises(ValueError, match="there is no form"):
            outputs.chosen(wrong)


def test_an_unknown_form_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert invoke(["convert", str(EXAMPLE), "--format", "xbrl,pdf"]) == 2
    assert "There is no form 'pdf'" in capsys.readouterr().err


def test_the_default_is_what_was_made_already() -> None:
    conversion = convert(Source.from_path(EXAMPLE))
    assert conversion.rendered() == conversion.files


def test_a_failed_conversion_has_no_form() -> None:
    with pytest.raises(Refusal):
        convert(Source.from_bytes(b"Boil two eggs.", "eggs")).rendered(("xbrl",))


def names(folder: Path) -> list[str]:
    return sorted(path.name.removeprefix(EXAMPLE.stem) for path in folder.iterdir() if path.is_file())


BESIDE = ["-cal.xml", "-lab.xml", "-pre.xml", ".ledger.csv", ".xsd"]


def test_the_folder_holds_the_forms_of_the_last_conversion(tmp_path: Path) -> None:
    def convert_to(forms: str) -> list[str]:
        assert invoke(["convert", str(EXAMPLE), "-q", "-o", str(tmp_path), "--format", forms]) == 0
        return names(tmp_path)

    assert convert_to("xbrl,json") == sorted([*BESIDE, ".json", ".xbrl"])
    assert convert_to("csv") == sorted([*BESIDE, ".csv", "-csv.json"])
    assert convert_to("xbrl") == sorted([*BESIDE, ".xbrl"])
    assert (tmp_path / "er").is_dir()


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    """A person's own figures.csv and figures.json beside figures.txt are no stale outputs."""
    release = tmp_path / "figures.txt"
    release.write_bytes(EXAMPLE.read_bytes())
    own = {"figures.csv": "label,value\nNet sales,7\n", "figures.json": '{"Net sales": 7}'}
    for name, text in own.items():
        (tmp_path / name).write_text(text)
    assert invoke(["convert", str(release), "-q", "-o", str(tmp_path)]) == 0
    release.write_text("Boil two eggs.")
    assert invoke(["convert", str(release), "-q", "-o", str(tmp_path)]) == 1
    assert {path.name: path.read_text() for path in tmp_path.glob("figures.*") if path != release} == own


def test_line_items_in_a_csv_become_every_form_that_needs_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = tmp_path / "items.csv"
    given = "label,statement,end,value,unit\nTotal assets,BS,2003-12-31,7,USD\n"
    items.write_text(given)
    said = ["--items", "-q", "--company", "Sample", "-o", str(tmp_path)]
    assert invoke(["convert", str(items), *said, "--format", "xbrl,json"]) == 0
    assert items.read_text() == given
    assert invoke(["convert", str(items), *said, "--format", "csv"]) == 1
    assert "would replace" in capsys.readouterr().err
    assert items.read_text() == given
    assert invoke(["convert", str(items), *said[:-1], str(tmp_path / "out"), "--format", "all"]) == 0
    assert {path.suffix for path in (tmp_path / "out").glob("items.*")} >= {".xbrl", ".json", ".csv"}
