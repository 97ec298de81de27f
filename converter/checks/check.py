"""A report held against its own paper: the statements with each other, and the text with the statements."""

from collections.abc import Sequence

from converter.diagnostic import Doubt
from converter.document import Document
from converter.prose import ProseFigure
from converter.report import Report
from converter.statement import Statement


def check(report: Report, statements: Sequence[Statement], document: Document | None, doubt: Doubt) -> tuple[ProseFigure, ...]:
    """Every figure of the text with what became of it; what contradicts itself is a finding. document: None where there is no text."""
    return ()
