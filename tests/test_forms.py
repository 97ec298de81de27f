"""Forms of a report: which there are, what stands in the folder after a conversion, and what is left alone there."""

from pathlib import Path

import pytest

from converter import Source, convert
from converter.cli import invoke
from converter.writers import forms, outputs

EXAMPLE = Path(__file__).parents[1] / "examples" / "btu-2004q1" / "btu-2004q1.txt"


def test_every_form_has_its_maker_and_its_suffixes() -> None:
    assert list(forms.FORMS) == list(outputs.FORMS)
    assert len(set(outputs.SUFFIXES)) == len(outputs.SUFFIXES)


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
    from converter import Refusal

    with pytest.raises(Refusal):
        convert(Source.from_bytes(b"Boil two eggs.", "eggs")).rendered(("xbrl",))
