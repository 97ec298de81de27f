"""A converted release as a book: its facts with their first places on paper."""

from converter.comparison.books.book import Book, Figure, Line, Words, folded_name, line_of, measure_of, statement_word
from converter.diagnostic import Refusal, Severity
from converter.filing import Entity
from converter.pipeline import Conversion
from converter.report import Report
from converter.taxonomy import Concept


def release_book(conversion: Conversion, origin: str = "") -> Book:
    """The book of a release. Raises Refusal with its error when it did not become a report."""
    report = conversion.report
    if report is None or not conversion.ok:
        raise Refusal(next(found for found in conversion.diagnostics if found.severity is Severity.ERROR))
    statements = _statements(report)
    lines: dict[Concept, Line] = {}
    figures = []
    for fact in report.facts:
        concept = fact.concept
        if concept not in lines:
            words = Words(concept.label, _documentation(concept), statements.get(concept, ""))
            lines[concept] = line_of(concept.namespace, concept.name, concept.qname, report.taxonomy, words, measure_of(fact.unit))
        place = fact.places[0] if fact.places else None
        figures.append(Figure(lines[concept], fact.period, fact.unit, fact.value, fact.decimals, place))
    entity = report.entity
    return Book(
        origin or conversion.name,
        "release",
        entity.scheme,
        entity.identifier,
        tuple(figures),
        _other_names(entity),
        diagnostics=conversion.diagnostics,
    )


def _other_names(entity: Entity) -> frozenset[tuple[str, str]]:
    """What the entity may be known by elsewhere."""
    ticker = entity.ticker.rpartition(":")[2].casefold()
    return frozenset(pair for pair in (("name", folded_name(entity.name)), ("ticker", ticker)) if pair[1])


def _documentation(concept: Concept) -> str:
    return next((words for role, words in concept.labels if role == "documentation"), "")


def _statements(report: Report) -> dict[Concept, str]:
    """The first statement that shows each concept."""
    found: dict[Concept, str] = {}
    for network in report.networks:
        for arc in network.arcs:
            found.setdefault(arc.concept, statement_word(network.role))
    return found
