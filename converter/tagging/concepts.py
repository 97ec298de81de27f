"""The concept of each line: what a rule says, what two half-proofs say, and what the rest of the statement says against it."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import evolve

from converter.diagnostic import Doubt
from converter.footing.sums import Footing
from converter.model import Model
from converter.period import Period
from converter.statement import Kind, LineItem, Measure, Statement
from converter.tagging.corrections import (
    settle_amortization,
    settle_businesses,
    settle_interest,
    settle_operating,
    settle_property,
    settle_services,
    settle_shares,
)
from converter.tagging.evidence import confirmed
from converter.tagging.expenses import settle_costs, settle_expenses_of_gross_profit, settle_operating_expenses, settle_product_cost
from converter.tagging.found import Found
from converter.tagging.lenders import settle_lender
from converter.tagging.noncontrolling import including_others
from converter.tagging.parts import settle_lesser, settle_parts
from converter.tagging.places import denied
from converter.tagging.rivals import settle_rivals
from converter.tagging.roles import dilution_over, told_dilution, unlabelled_names
from converter.wording.table import Match, Question

_DILUTED = frozenset((Measure.PER_SHARE, Measure.SHARES))
"""What is measured before and after dilution."""
_DILUTION = re.compile(r"basic|dilut", re.IGNORECASE)


def concepts_of(statement: Statement, footing: Footing, names: Mapping[int, str], shared: bool, model: Model, doubt: Doubt) -> Found:
    """The concepts of a statement's lines. names: words for lines that have none. shared: net income includes the share of others.

    Complaints: CONCEPT_TWICE.
    """
    found, questions = _by_rules(statement, footing, names, shared, model)
    settle_businesses(statement, found)
    settle_lesser(statement, found)
    settle_parts(statement, footing, found)
    settle_rivals(statement, found, footing, doubt)
    known = {index: concept.name for index, (concept, _) in found.items()}
    for index, concept_name, evidence in confirmed(statement, footing, known, questions, model.wording):
        found[index] = model.taxonomy[concept_name], evidence
    settle_lender(statement, footing, found, model)
    settle_operating(footing, found, model)
    settle_operating_expenses(footing, found)
    settle_expenses_of_gross_profit(footing, found, model)
    settle_interest(statement, footing, found, model)
    settle_shares(statement, found, model)
    settle_services(statement, found)
    settle_product_cost(statement, found, model)
    settle_costs(statement, footing, found)
    settle_property(statement, footing, found, model)
    settle_amortization(statement, found, model)
    return found


def _by_rules(
    statement: Statement, footing: Footing, names: Mapping[int, str], shared: bool, model: Model
) -> tuple[Found, dict[int, Question]]:
    """The concepts that rules give, and the questions that no rule answers."""
    totals = {sum_.total for sum_ in footing.sums} | {near.total for near in footing.near}
    parts = {sum_.total: [part.line for part in sum_.parts] for sum_ in footing.sums}
    including = including_others(statement, shared, parts)
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
    return found, questions


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


def assets_of(statements: Sequence[Statement], footings: Sequence[Footing], model: Model) -> dict[Period, Decimal]:
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
