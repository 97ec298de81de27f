"""Statements, their sums and the wording to facts: each line finds its concept, each amount its sign, and each number its entry in the
ledger.
"""

import re
from collections.abc import Container, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.footing.sums import Footing
from converter.ledger import Entry
from converter.model import Model
from converter.period import Period
from converter.report import Fact, Network, Report, Unit
from converter.statement import Kind, LineItem, Measure, Statement
from converter.tagging.coining import Mint
from converter.tagging.evidence import confirmed
from converter.tagging.gathering import Gathering, Tagged
from converter.tagging.networks import network_of
from converter.tagging.places import denied
from converter.tagging.rivals import (
    Found,
    Told,
    settle_adjustments,
    settle_businesses,
    settle_costs,
    settle_interest,
    settle_operating,
    settle_operating_expenses,
    settle_product_cost,
    settle_property,
    settle_rivals,
    settle_services,
    settle_shares,
    told_by,
)
from converter.tagging.roles import descendants, dilution_over, told_dilution, unlabelled_names
from converter.tagging.signs import Reading, contradicts, direction, readings_of, weights_to_root
from converter.taxonomy import Balance, Concept
from converter.wording.table import Match, Question

_DILUTED = frozenset((Measure.PER_SHARE, Measure.SHARES))
"""What is measured before and after dilution."""
_DILUTION = re.compile(r"basic|dilut", re.IGNORECASE)
_NONCONTROLLING = re.compile(r"noncontrolling|non-controlling|minority", re.IGNORECASE)
_BALANCE_OF_CASH = re.compile(r"reconciliation of cash|components of cash|cash.{0,60}\bconsists?\b", re.IGNORECASE)
_UNNAMED = "A row of numbers has no label and is the total of nothing; it is not tagged."


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
    assets = _assets(statements, footings, model)
    shared = any(_shares_result(statement) for statement in statements)
    results: dict[Told, Decimal] = {}
    for statement, footing in zip(statements, footings, strict=True):
        lines = _lines(statement, footing, model, mint, assets, shared, results, doubt)
        tagged.append(lines)
        for line in lines:
            gathering.line(statement, line)
        gathering.leftovers(statement)
    facts, entries = gathering.finished()
    networks, labels = _networks(statements, footings, tagged, facts, mint)
    used = {fact.concept for fact in facts} | {arc.concept for network in networks for arc in network.arcs}
    extension = tuple(concept for concept in mint.coined.values() if concept in used)
    return Tagging(evolve(blank, facts=facts, extension=extension, networks=tuple(networks), labels=labels), entries)


def _question(statement: Statement, line: LineItem, name: str, total: bool, noncontrolling: bool) -> Question:
    return Question(
        kind=statement.kind,
        label=name,
        headings=(*line.headings, *told_dilution(line)),
        sections=line.sections,
        measure=line.measure,
        total=total,
        noncontrolling=noncontrolling,
    )


def _diluted(asked: Question, line: LineItem, model: Model) -> Match | None:
    """The answer for a line whose heading says of it what its words do not: "Diluted:" over "Net income per common share"."""
    told = dilution_over(line)
    if not told or line.measure not in _DILUTED or _DILUTION.search(asked.label):
        return None
    return model.wording.find(evolve(asked, label=f"{asked.label} - {told}"))


def _assets(statements: Sequence[Statement], footings: Sequence[Footing], model: Model) -> dict[Period, Decimal]:
    """Total assets by date, as far as a line says so: what the other side of an unlabelled balance sheet must equal."""
    found: dict[Period, Decimal] = {}
    for statement, footing in zip(statements, footings, strict=True):
        if statement.kind is not Kind.BALANCE:
            continue
        names = unlabelled_names(statement, footing, {})
        for index, line in enumerate(statement.lines):
            name = names.get(index) or line.label
            match = model.wording.find(_question(statement, line, name, True, False)) if name else None
            if match and match.concept == "Assets":
                for column, amount in zip(statement.columns, line.amounts, strict=True):
                    if amount and column.period:
                        found.setdefault(column.period, amount.value)
    return found


def _lines(
    statement: Statement,
    footing: Footing,
    model: Model,
    mint: Mint,
    assets: Mapping[Period, Decimal],
    shared: bool,
    results: dict[Told, Decimal],
    doubt: Doubt,
) -> list[Tagged]:
    """Every line of a statement with its concept and its sign. shared: net income includes the share of others. results: what statements
    of operations say so far; grows.
    """
    totals = {sum_.total for sum_ in footing.sums} | {near.total for near in footing.near}
    names = unlabelled_names(statement, footing, assets)
    parts = {sum_.total: [part.line for part in sum_.parts] for sum_ in footing.sums}
    including = _including_others(statement, shared, parts)
    found: Found = {}
    questions: dict[int, Question] = {}
    for index, line in enumerate(statement.lines):
        name = names.get(index) or line.label
        if not name:
            continue
        asked = _question(statement, line, name, index in totals, index in including)
        decided = model.wording.rule(asked)
        match = _diluted(asked, line, model) or model.wording.meant(asked, decided)
        if decided is None:
            questions[index] = asked
        if match is not None and match.concept in model.taxonomy:
            concept = model.taxonomy[match.concept]
            if not denied(statement.kind, line, concept, match.rule, model.taxonomy, asked.total):
                evidence = match.rule.told
                found[index] = concept, evidence if name == line.label else f'the sum names it "{name}"; {evidence}'
    settle_businesses(statement, found)
    settle_rivals(statement, found, footing, doubt)
    known = {index: concept.name for index, (concept, _) in found.items()}
    for index, concept_name, evidence in confirmed(statement, footing, known, questions, model.wording):
        found[index] = model.taxonomy[concept_name], evidence
    settle_operating(footing, found, model)
    settle_operating_expenses(footing, found)
    settle_interest(statement, footing, found, model)
    settle_shares(statement, found, model)
    settle_services(statement, found)
    settle_product_cost(statement, found, model)
    settle_costs(statement, footing, found)
    settle_property(statement, footing, found, model)
    readings = readings_of(statement, footing, {index: concept for index, (concept, _) in found.items()})
    settle_adjustments(statement, found, readings, results)
    if statement.kind is Kind.INCOME:
        results |= told_by(statement, found, readings)
    balances = _balances(statement, footing, readings, {index: concept for index, (concept, _) in found.items()})
    result = []
    same: dict[tuple[object, ...], int] = {}
    for index, line in enumerate(statement.lines):
        name = names.get(index) or line.label
        if index in found:
            concept, rule = found[index]
            reading = readings[index]
            if contradicts(line, concept, reading):
                doubt(
                    Diagnostic(
                        Code.SIGN_UNCERTAIN,
                        f'"{line.label}" names a loss, but the sums make it a gain: {_both(line, reading)}. It is not tagged.',
                        line.place,
                        "Either the words or a sign is wrong on paper, or the line is part of another total than it seems.",
                    )
                )
                result.append(Tagged(line, name, None, "", reading))
                continue
            result.append(Tagged(line, name, concept, rule, reading))
            continue
        if not name and index in totals:
            name = _sum_name(statement, footing, names, index)
        if not name:
            doubt(Diagnostic(Code.LINE_DOUBTFUL, _UNNAMED, line.place, "Look on paper what it belongs to; the ledger has its numbers."))
            result.append(Tagged(line, "", None, "", Reading(1, "")))
            continue
        instant = statement.kind is Kind.BALANCE or any(_BALANCE_OF_CASH.search(heading) for heading in line.headings)
        place = (name.lower(), line.headings[-1:], line.sections[-1:], line.measure)
        same[place] = same.get(place, 0) + 1
        concept = mint.line(statement.kind, line, name, balances.get(index), instant, same[place])
        doubt(Diagnostic(Code.LINE_UNKNOWN, f'No rule knows "{name}"; it became {concept.qname}.', line.place))
        result.append(Tagged(line, name, concept, "no rule knows the line: a concept of the report's own", Reading(1, "as printed")))
    return result


def _both(line: LineItem, reading: Reading) -> str:
    return ", ".join(f"{a.text} would be {a.value * reading.factor:,f}" for a in line.amounts if a)


_RESULT = re.compile(r"^(?:consolidated )?net (?:\(?loss\)? ?|income|earnings)", re.IGNORECASE)


def _shares_result(statement: Statement) -> bool:
    """Whether the statement of operations takes others' share off below net income, which then includes that share."""
    labels = [line.label for line in statement.lines if line.measure is Measure.MONEY]
    first = next((i for i, label in enumerate(labels) if _RESULT.search(label)), None)
    return statement.kind is Kind.INCOME and first is not None and any(_NONCONTROLLING.search(label) for label in labels[first + 1 :])


def _including_others(statement: Statement, shared: bool, parts: Mapping[int, list[int]]) -> Container[int]:
    """The lines that include the share of noncontrolling interests that another line shows: below a result, or among the parts of a
    total of equity. parts: of each total."""
    if statement.kind is Kind.CASH_FLOW:
        return range(len(statement.lines) if shared else 0)
    others = [index for index, line in enumerate(statement.lines) if _NONCONTROLLING.search(line.label)]
    if statement.kind is Kind.INCOME:
        return range(max((index for index in others if statement.lines[index].measure is Measure.MONEY), default=0))
    return {total for total in parts if others and not descendants(total, parts).isdisjoint(others)}


def _balances(
    statement: Statement, footing: Footing, readings: Mapping[int, Reading], concepts: Mapping[int, Concept]
) -> dict[int, Balance | None]:
    """The balance that each line without a concept gets from its weight in the sums, so that its value is signed as printed."""
    tops = weights_to_root(footing, len(statement.lines))
    upright: dict[int, int] = {}
    for index, concept in concepts.items():
        if readings[index].sure:
            top, weight = tops[index]
            upright[top] = readings[index].factor * weight * direction(concept, statement.kind)
    up, down = (Balance.DEBIT, Balance.CREDIT) if statement.kind is Kind.CASH_FLOW else (Balance.CREDIT, Balance.DEBIT)
    result: dict[int, Balance | None] = {}
    for index, (top, weight) in enumerate(tops):
        if top in upright:
            result[index] = up if upright[top] * weight > 0 else down
    return result


def _sum_name(statement: Statement, footing: Footing, names: Mapping[int, str], index: int) -> str:
    """Words for a subtotal that has none: those of its parts. names: of lines that have none, as far as they are known."""
    parts = {near.total: [part.line for part in near.parts] for near in footing.near}
    parts |= {sum_.total: [part.line for part in sum_.parts] for sum_ in footing.sums}

    def words(line: int) -> str:
        return (
            statement.lines[line].label or names.get(line, "") or next((told for part in parts.get(line, ()) if (told := words(part))), "")
        )

    labels = [label for part in parts.get(index, ()) if (label := words(part))]
    if not labels:
        return ""
    return f"Subtotal of {labels[0]}" + (f" through {labels[-1]}" if len(labels) > 1 else "")


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
