"""A report held against its own paper: the statements with each other, and the text with the statements."""

from collections.abc import Sequence

from converter.checks.agreement import check_agreement
from converter.checks.facts import Facts
from converter.checks.per_share import check_per_share
from converter.checks.percentages import check_percentages
from converter.checks.prose.held import ProseFigure
from converter.checks.prose.tieout import check_prose
from converter.diagnostic import Doubt
from converter.document import Document
from converter.model import Model
from converter.report import Report
from converter.statement import Statement


def check(
    report: Report, statements: Sequence[Statement], document: Document | None, model: Model, doubt: Doubt
) -> tuple[ProseFigure, ...]:
    """Every figure of the text with what became of it; what contradicts itself is a finding. document: None where there is no text."""
    facts = Facts.of(report.facts)
    check_agreement(facts, doubt)
    check_per_share(facts, document.source.text if document else "", doubt)
    for statement in statements:
        check_percentages(statement, doubt)
    return check_prose(report, facts, document, model, doubt) if document else ()
