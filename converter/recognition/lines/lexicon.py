"""What the reading of lines needs to know of words."""

from typing import Protocol

from converter.statement import Kind


class Lexicon(Protocol):
    """What the wording table knows, as far as the reading of lines needs it."""

    def is_label(self, kind: Kind, text: str) -> bool:
        """Whether a rule knows the text as a line of such a statement."""

    def section_of(self, kind: Kind, text: str) -> str | None:
        """The section that the text opens as a heading."""
