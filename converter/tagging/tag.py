"""Statements, their sums and the wording to facts: each line finds its concept, each amount its sign, and each number its entry in the
ledger.
"""

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve, frozen

from converter.diagnostic import Doubt
from converter.footing.sums import Footing
from converter.ledger import Entry
from converter.model import Model
from converter.period import Period
from converter.report import Fact, Network, Report, Unit
from converter.statement import Kind, Statement
from converter.tagging.adjustments import settle_adjustments, settle_amortization, told_by
from converter.tagging.coining import Mint
from converter.tagging.concepts import assets_of, concepts_of
from converter.tagging.found import Told
from converter.tagging.gathering import Gathering
from converter.tagging.networks import network_of
from converter.tagging.noncontrolling import shares_result
from converter.tagging.roles import unlabelled_names
from converter.tagging.signs import readings_of
from converter.tagging.tagged import Tagged, tagged_lines
from converter.taxonomy import Concept


@frozen
class Tagging:
    """All that tagging adds to a report."""

    report: Report
    entries: tuple[Entry, ...]


def tag(blank: Report, statements: Sequence[Statement], footings: Sequence[Footing], model: Model, doubt: Doubt) -> Tagging:
    """The report with its facts, extension concepts, labels and networks, and the ledger. blank: the report as far as it is known without
    facts.
    """
    mint = Mint.of(blank.namespace, blank.prefix)
    gathering = Gathering(doubt)
    tagged = []
    assets = assets_of(statements, footings, model)
    shared = any(shares_result(statement) for statement in statements)
    results: dict[Told, Decimal] = {}
    for statement, footing in zip(statements, footings, strict=True):
        names = unlabelled_names(statement, footing, assets)
        found = concepts_of(statement, footing, names, shared, model, doubt)
        settle_amortization(statement, found, results, model)
        readings = readings_of(statement, footing, {index: concept for index, (concept, _) in found.items()})
        settle_adjustments(statement, found, readings, results)
        if statement.kind is Kind.INCOME:
            results |= told_by(statement, found, readings)
        lines = tagged_lines(statement, footing, names, found, readings, mint, doubt)
        tagged.append(lines)
        for line in lines:
            gathering.line(statement, line)
        gathering.leftovers(statement)
    facts, entries = gathering.finished()
    networks, labels = _networks(statements, footings, tagged, facts, mint)
    used = {fact.concept for fact in facts} | {arc.concept for network in networks for arc in network.arcs}
    extension = tuple(concept for concept in mint.coined.values() if concept in used)
    return Tagging(evolve(blank, facts=facts, extension=extension, networks=tuple(networks), labels=labels), entries)


def _networks(
    statements: Sequence[Statement], footings: Sequence[Footing], tagged: Sequence[Sequence[Tagged]], facts: Sequence[Fact], mint: Mint
) -> tuple[list[Network], tuple[tuple[Concept, str, str], ...]]:
    values: dict[str, dict[tuple[Period, Unit], Fact]] = {}
    for fact in facts:
        values.setdefault(fact.concept.qname, {})[fact.period, fact.unit] = fact
    counts: dict[Kind, int] = {}
    networks: list[Network] = []
    labels: dict[tuple[str, str], tuple[Concept, str, str]] = {}
    for statement, footing, lines in zip(statements, footings, tagged, strict=True):
        counts[statement.kind] = counts.get(statement.kind, 0) + 1
        named = [(line.concept, line.name, line.reading.factor < 0) for line in lines]
        networks.append(network_of(statement, footing, named, values, mint, labels, counts[statement.kind]))
    return networks, tuple(labels.values())
