"""A model: the taxonomy and the words that lead to it. Reading needs both, and so does tagging."""

import re
from functools import cache
from pathlib import Path

from attrs import evolve, frozen

from converter.diagnostic import Code, Diagnostic, Doubt, Refusal
from converter.statement import Kind
from converter.taxonomy import Taxonomy, read_taxonomy, taxonomy_folder
from converter.wording.table import Wording

_MOVEMENT = re.compile(r"^\(?(?:increase|decrease|change)s?\)?(?:[ /]*\(?(?:increase|decrease)\)?)? in ", re.IGNORECASE)


_OWN_WORDS = "wording"
"""The folder, beside a release or the tables, that holds the own words of filers, a file `<cik>.csv` each."""


@frozen
class Model:
    """Concepts, and the rules by which printed lines find them. folder: where the tables lie, if they were read from one."""

    taxonomy: Taxonomy
    wording: Wording
    folder: Path | None = None

    @classmethod
    def read(cls, folder: Path | None = None, *own: Path) -> "Model":
        """The model of a folder's tables, or of those that the package carries. own: wording files of one filer, which rank first.

        Raises ValueError for broken tables, OSError for absent ones.
        """
        folder = folder or taxonomy_folder()
        return cls(read_taxonomy(folder), Wording.read(*own, folder / "wording.csv"), folder)

    def of_filer(self, cik: str | None, beside: Path | None, doubt: Doubt) -> "Model":
        """The model with a filer's own words: those that are found as `wording/<cik>.csv` in the folder of a release, then in that of the
        tables.

        They rank behind own words that the model has already and before the common ones. doubt: is told which files were found.
        Raises Refusal (WORDING_INVALID) for a file that cannot be read, is broken, or has rules that contradict each other.
        """
        model = self
        for folder in dict.fromkeys((beside, self.folder)):
            path = folder / _OWN_WORDS / f"{int(cik)}.csv" if cik and folder else None
            model = model._with_own(path, doubt) if path and path.is_file() else model
        return model

    def _with_own(self, path: Path, doubt: Doubt) -> "Model":
        try:
            wording = self.wording.with_own(path)
            wrong = self.problems_of(Wording.read(path))
        except (ValueError, OSError) as error:
            reason = f"{path} cannot be read ({error.strerror or error})" if isinstance(error, OSError) else str(error)
            raise Refusal(Diagnostic(Code.WORDING_INVALID, f"{reason}.", hint=_MEND)) from None
        if wrong:
            raise Refusal(Diagnostic(Code.WORDING_INVALID, f"{path}: {'; '.join(wrong)}.", hint=_MEND))
        rules = len(wording.rules) - len(self.wording.rules)
        has = f"{rules} rules" if rules > 1 else "a rule"
        doubt(Diagnostic(Code.WORDING_FOUND, f"{path} has {has} of the filer's own words, to be asked before the common ones."))
        return evolve(self, wording=wording)

    def is_label(self, kind: Kind, text: str) -> bool:
        """Whether a rule knows the text as a line of such a statement."""
        return self.wording.is_label(kind, text) or (kind is Kind.CASH_FLOW and self.wording.is_label(kind, _MOVEMENT.sub("", text)))

    def section_of(self, kind: Kind, text: str) -> str | None:
        """The section that the text opens as a heading."""
        return self.wording.section_of(kind, text)

    def problems(self) -> tuple[str, ...]:
        """Rules that contradict each other, can never decide or name no concept, in one sentence each (`Wording.problems`), those of the
        filers' own words in the folder included. Raises ValueError for broken tables.
        """
        own = sorted((self.folder / _OWN_WORDS).glob("*.csv")) if self.folder else []
        each = [self.wording, *map(Wording.read, own)]
        return tuple(problem for wording in each for problem in self.problems_of(wording))

    def problems_of(self, wording: Wording) -> list[str]:
        """The problems of some rules under the concepts of the model."""
        return wording.problems({concept.name for concept in self.taxonomy if not concept.abstract})


_MEND = "Mend the row that is named; `release2xbrl wording --check --wording FILE` shows what is wrong."


@cache
def earnings_release() -> Model:
    """The Earnings Release model that the package carries."""
    return Model.read()


@cache
def model_of(taxonomy: Path | None, wording: Path | None) -> Model:
    """The model of a folder of tables (None: the one that the package carries), with one filer's own words ranked first.

    Raises ValueError for broken tables and for rules of the filer's that contradict each other or name no concept; OSError where a table
    cannot be read.
    """
    if taxonomy is None and wording is None:
        return earnings_release()
    model = Model.read(taxonomy, *([wording] if wording else []))
    wrong = model.problems_of(Wording.read(wording)) if wording else []
    if wrong:
        raise ValueError("; ".join(wrong))
    return model
