"""A model: the taxonomy and the words that lead to it. Reading needs both, and so does tagging."""

import re
from functools import cache
from pathlib import Path

from attrs import frozen

from converter.statement import Kind
from converter.taxonomy import Taxonomy, read_taxonomy, taxonomy_folder
from converter.wording.table import Wording

_MOVEMENT = re.compile(r"^\(?(?:increase|decrease|change)s?\)?(?:[ /]*\(?(?:increase|decrease)\)?)? in ", re.IGNORECASE)


@frozen
class Model:
    """Concepts, and the rules by which printed lines find them."""

    taxonomy: Taxonomy
    wording: Wording

    @classmethod
    def read(cls, folder: Path, *own: Path) -> "Model":
        """The model of a folder's tables. own: wording files of one filer, which rank first. Raises ValueError for broken tables."""
        return cls(read_taxonomy(folder), Wording.read(*own, folder / "wording.csv"))

    def is_label(self, kind: Kind, text: str) -> bool:
        """Whether a rule knows the text as a line of such a statement."""
        return self.wording.is_label(kind, text) or (kind is Kind.CASH_FLOW and self.wording.is_label(kind, _MOVEMENT.sub("", text)))

    def section_of(self, kind: Kind, text: str) -> str | None:
        """The section that the text opens as a heading."""
        return self.wording.section_of(kind, text)

    def problems(self) -> tuple[str, ...]:
        """Rules that contradict each other, can never decide or name no concept, in one sentence each (`Wording.problems`)."""
        return tuple(self.wording.problems({concept.name for concept in self.taxonomy if not concept.abstract}))


@cache
def earnings_release() -> Model:
    """The Earnings Release model that the package carries."""
    return Model.read(taxonomy_folder())


@cache
def model_of(taxonomy: Path | None, wording: Path | None) -> Model:
    """The model of a folder of tables (None: the one that the package carries), with one filer's own words ranked first.

    Raises ValueError for broken tables and for rules of the filer's that contradict each other or name no concept; OSError where a table
    cannot be read.
    """
    if taxonomy is None and wording is None:
        return earnings_release()
    model = Model.read(taxonomy or taxonomy_folder(), *([wording] if wording else []))
    wrong = [problem for problem in model.problems() if problem.startswith(f"{wording.name} ")] if wording else []
    if wrong:
        raise ValueError("; ".join(wrong))
    return model
