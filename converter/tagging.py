"""Statements, their sums and the wording to facts: each line finds its concept, each amount its sign, and each number its entry in the ledger."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from attrs import define, evolve, frozen

from converter.coining import Mint
from converter.diagnostic import Code, Diagnostic, Doubt
from converter.footing import Footing
from converter.ledger import Entry
from converter.model import Model
from converter.networks import network_of
from converter.period import Duration, Instant, Period
from converter.report import Fact, Network, Report, Unit
from converter.roles import unlabelled_names
from converter.signs import Reading, contradicts, direction, readings_of, weights_to_root
from converter.statement import Amount, Column, Kind, LineItem, Measure, Statement
from converter.taxonomy import Balance, Concept, PeriodType
from converter.wording import Question

_MEASURES = {Measure.MONEY: Unit.money, Measure.PER_SHARE: Unit.per_share}
_NONCONTROLLING = re.compile(r"noncontrolling|non-controlling|minority", re.IGNORECASE)
_BEGINNING = re.compile(r"\bbeginning\b|\bbegin\b|\bstart of\b|\bopening\b", re.IGNORECASE)


@frozen
class Tagged:
    """A line and what it was found to be. name: its words, or for a line without label the words that its sum gives it."""

    line: LineItem
    name: str
    concept: Concept | None
    rule: str
    reading: Reading


@frozen
class Tagging:
    """All that tagging adds to a report."""

    report: Report
    entries: tuple[Entry, ...]


def tag(blank: Report, statements: Sequence[Statement], footings: Sequence[Footing], model: Model, doubt: Doubt) -> Tagging:
    """The report with its facts, extension concepts, labels and networks, and the ledger. blank: the report as far as it is known without facts."""
    mint = Mint.of(blank.namespace, blank.prefix)
    gathered = _Gathered({}, [], [])
    tagged = []
    assets = _assets(statements, footings, model)
    for statement, footing in zip(statements, footings, strict=True):
        lines = _lines(statement, footing, model, mint, assets, doubt)
        tagged.append(lines)
        for line in lines:
            _gather(statement, line, gathered, doubt)
        gathered.leftovers(statement)
    kept, facts = gathered.facts()
    networks, labels = _networks(statements, footings, tagged, facts, mint)
    used = {fact.concept for fact in facts} | {arc.concept for network in networks for arc in network.arcs}
    report = evolve(
        blank, facts=tuple(facts), extension=tuple(c for c in mint.coined.values() if c in used), networks=tuple(networks), labels=labels
    )
    return Tagging(report, tuple(evolve(e, fact=kept.get(e.fact) if e.fact is not None else None) for e in gathered.entries))


def _question(statement: Statement, line: LineItem, name: str, total: bool, noncontrolling: bool) -> Question:
    return Question(
        kind=statement.kind,
        label=name,
        headings=line.headings,
        sections=line.sections,
        measure=line.measure,
        total=total,
        noncontrolling=noncontrolling,
    )


def _assets(statements: Sequence[Statement], footings: Sequence[Footing], model: Model) -> dict[Period, Decimal]:
    """Total assets by date, as far as a line says so: what the other side of an unlabelled balance sheet must equal."""
    found: dict[Period, Decimal] = {}
    for statement, footing in zip(statements, footings, strict=True):
        if statement.kind is not Kind.BALANCE:
            continue
        names = unlabelled_names(statement, footing, {})
        for index, line in enumerate(statement.lines):
            name = line.label or names.get(index, "")
            match = model.wording.find(_question(statement, line, name, True, False)) if name else None
            if match and match.concept == "Assets":
                for column, amount in zip(statement.columns, line.amounts, strict=True):
                    if amount and column.period:
                        found.setdefault(column.period, amount.value)
    return found


def _lines(
    statement: Statement, footing: Footing, model: Model, mint: Mint, assets: Mapping[Period, Decimal], doubt: Doubt
) -> list[Tagged]:
    """Every line of a statement with its concept and its sign."""
    totals = {sum_.total for sum_ in footing.sums} | {near.total for near in footing.near}
    noncontrolling = any(_NONCONTROLLING.search(line.label) for line in statement.lines)
    names = unlabelled_names(statement, footing, assets)
    found: dict[int, tuple[Concept, str]] = {}
    for index, line in enumerate(statement.lines):
        name = line.label or names.get(index, "")
        if not name:
            continue
        match = model.wording.find(_question(statement, line, name, index in totals, noncontrolling))
        if match is not None and match.concept in model.taxonomy:
            evidence = f'wording row {match.rule.row}: "{match.rule.label}"' + (
                f" under {match.rule.heading}" if match.rule.heading else ""
            )
            found[index] = model.taxonomy[match.concept], evidence if line.label else f'the sum names it "{name}"; {evidence}'
    _settle_rivals(statement, found, footing, doubt)
    readings = readings_of(statement, footing, {index: concept for index, (concept, _) in found.items()})
    balances = _balances(statement, footing, {index: concept for index, (concept, _) in found.items()})
    result = []
    for index, line in enumerate(statement.lines):
        name = line.label or names.get(index, "")
        if index in found:
            concept, rule = found[index]
            reading = readings[index]
            if contradicts(line, concept, reading):
                doubt(
                    Diagnostic(
                        Code.SIGN_UNCERTAIN,
                        f'"{line.label}" names a loss, but the sums make it a gain: {_both(line, reading)}. It is not tagged.',
                        line.place,
                    )
                )
                result.append(Tagged(line, name, None, "", reading))
                continue
            result.append(Tagged(line, name, concept, rule, reading))
            continue
        if not name and index in totals:
            name = _sum_name(statement, footing, index)
        if not name:
            doubt(
                Diagnostic(Code.LINE_DOUBTFUL, "A row of numbers has no label and is the total of nothing; it is not tagged.", line.place)
            )
            result.append(Tagged(line, "", None, "", Reading(1, "")))
            continue
        concept = mint.line(statement.kind, name, line.headings, line.measure, balances.get(index))
        doubt(Diagnostic(Code.LINE_UNKNOWN, f'No rule knows "{name}"; it became {concept.qname}.', line.place))
        result.append(Tagged(line, name, concept, "no rule knows the line: a concept of the report's own", Reading(1, "as printed")))
    return result


def _both(line: LineItem, reading: Reading) -> str:
    return ", ".join(f"{a.text} would be {a.value * reading.factor:,}" for a in line.amounts if a)


def _settle_rivals(statement: Statement, found: dict[int, tuple[Concept, str]], footing: Footing, doubt: Doubt) -> None:
    """Two lines of one statement that claim one concept with different amounts: neither is certain, so both keep their own words."""
    by_concept: dict[str, list[int]] = {}
    for index, (concept, _) in found.items():
        by_concept.setdefault(concept.name, []).append(index)
    for name, indices in by_concept.items():
        if len(indices) < 2 or (found[indices[0]][0].period is PeriodType.INSTANT and statement.kind is Kind.CASH_FLOW):
            continue
        rivals = [indices[0]]
        for index in indices[1:]:
            if not _agree(statement.lines[indices[0]].amounts, statement.lines[index].amounts):
                rivals.append(index)
        if len(rivals) > 1:
            words = " and ".join(f'"{statement.lines[i].label}"' for i in rivals)
            doubt(
                Diagnostic(
                    Code.CONCEPT_TWICE,
                    f"{words} both claim {name} with different amounts; they keep concepts of their own.",
                    statement.lines[rivals[1]].place,
                )
            )
            for index in indices:
                del found[index]


def _agree(one: Sequence[Amount | None], other: Sequence[Amount | None]) -> bool:
    return all(a is None or b is None or a.value == b.value for a, b in zip(one, other, strict=True))


def _balances(statement: Statement, footing: Footing, concepts: Mapping[int, Concept]) -> dict[int, Balance | None]:
    """The balance that each line without a concept gets from its weight in the sums, so that its value is signed as printed."""
    tops = weights_to_root(footing, len(statement.lines))
    upright: dict[int, int] = {}
    readings = readings_of(statement, footing, concepts)
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


def _sum_name(statement: Statement, footing: Footing, index: int) -> str:
    """Words for a subtotal that has none: those of its parts."""
    parts = next((s.parts for s in footing.sums if s.total == index), ()) or next((n.parts for n in footing.near if n.total == index), ())
    labels = [statement.lines[part.line].label for part in parts if statement.lines[part.line].label]
    if not labels:
        return ""
    return f"Subtotal of {labels[0]}" + (f" through {labels[-1]}" if len(labels) > 1 else "")


@define
class _Gathered:
    """Facts by what they are about, the entries of the ledger, and the order of facts. Grows while the statements are gone through."""

    by_aspects: dict[tuple[str, Period, Unit], int]
    all: list[Fact | None]
    entries: list[Entry]

    def leftovers(self, statement: Statement) -> None:
        self.entries.extend(Entry(o.place, o.text, statement.title, o.label, "", code=o.code, reason=o.reason) for o in statement.leftovers)

    def facts(self) -> tuple[dict[int, int], list[Fact]]:
        """The facts that stand, and their new numbers; entries of facts that fell are reworded."""
        kept: dict[int, int] = {}
        facts: list[Fact] = []
        for number, fact in enumerate(self.all):
            if fact is not None:
                kept[number] = len(facts)
                facts.append(fact)
        for position, entry in enumerate(self.entries):
            if entry.fact is not None and entry.fact not in kept:
                self.entries[position] = evolve(
                    entry,
                    fact=None,
                    code=Code.FACT_INCONSISTENT.label,
                    reason=f"{entry.concept} is printed with another value elsewhere for {entry.period}",
                )
        return kept, facts


def _gather(statement: Statement, tagged: Tagged, gathered: _Gathered, doubt: Doubt) -> None:
    line = tagged.line
    for index, (column, amount) in enumerate(zip(statement.columns, line.amounts, strict=True)):
        if amount is None or column.period is None:
            continue
        entry = Entry(amount.place, amount.text, statement.title, " > ".join([*line.headings, line.label]), column.words)
        if tagged.concept is None:
            code = Code.SIGN_UNCERTAIN if tagged.name else Code.LINE_DOUBTFUL
            gathered.entries.append(evolve(entry, code=code.label, reason=code.meaning))
            continue
        fact = _fact(statement, tagged, tagged.concept, column, amount, index)
        if fact is None:
            gathered.entries.append(
                evolve(entry, code=Code.LINE_DOUBTFUL.label, reason=f"{tagged.concept.name} cannot be measured over {column.period}")
            )
            continue
        gathered.entries.append(
            evolve(
                entry,
                fact=_place(fact, gathered, doubt),
                concept=fact.concept.qname,
                period=fact.period,
                value=fact.value,
                unit=str_of(fact.unit),
                decimals=fact.decimals,
                rule=fact.rule,
                note="; ".join(
                    n
                    for n in (
                        column.inferred and f"period: {column.inferred}",
                        f"sign: turned, {tagged.reading.why}" if fact.negated else "",
                    )
                    if n
                ),
            )
        )


def str_of(unit: Unit) -> str:
    """A unit in words: `USD`, `USD/shares`."""
    numerator = "*".join(measure.partition(":")[2] for measure in unit.numerator)
    return numerator + ("/" + "*".join(measure.partition(":")[2] for measure in unit.denominator) if unit.denominator else "")


def _fact(statement: Statement, tagged: Tagged, concept: Concept, column: Column, amount: Amount, index: int) -> Fact | None:
    period: Period | None = column.period
    if concept.period is PeriodType.INSTANT and isinstance(period, Duration):
        period = Instant(period.first - timedelta(1)) if _BEGINNING.search(tagged.line.label) else Instant(period.last)
    elif concept.period is PeriodType.DURATION and isinstance(period, Instant):
        return None
    measure = tagged.line.measure
    unit = _MEASURES[measure](statement.currency) if measure in _MEASURES else Unit.shares() if measure is Measure.SHARES else Unit.pure()
    factor = tagged.reading.factor
    if tagged.reading.follows_result and not _is_loss(statement, index):
        factor = 1
    value = amount.value * factor
    if not value:
        value = Decimal(0)
    if concept.type not in unit.suits or period is None:
        return None
    return Fact(
        concept, period, unit, value, amount.decimals, (amount.place,), tagged.rule, negated=factor < 0 and bool(value), text=amount.text
    )


def _is_loss(statement: Statement, column: int) -> bool:
    """Whether the column's result is a loss, as far as the statement's other lines print it: a positive result in a column keeps "Net loss" positive there."""
    for line in statement.lines:
        if line.measure is Measure.MONEY and re.search(
            r"^net \(?(?:income|loss|earnings)|^\(?loss\)?.*net|^net \(loss\)", line.label, re.IGNORECASE
        ):
            amount = line.amounts[column]
            if amount is not None and amount.printed:
                return amount.printed < 0 or not re.search(r"income|earnings", line.label, re.IGNORECASE)
    return True


def _place(fact: Fact, gathered: _Gathered, doubt: Doubt) -> int:
    """The fact's number. The same fact again adds a place; the more precise one stays; a different value takes both away."""
    key = (fact.concept.qname, fact.period, fact.unit)
    number = gathered.by_aspects.get(key)
    if number is None:
        gathered.by_aspects[key] = number = len(gathered.all)
        gathered.all.append(fact)
        return number
    before = gathered.all[number]
    if before is None:
        return number
    if consistent(before, fact):
        better = fact if (fact.decimals or 0) > (before.decimals or 0) else before
        gathered.all[number] = evolve(better, places=before.places + fact.places)
    else:
        doubt(
            Diagnostic(
                Code.FACT_INCONSISTENT,
                f"{fact.concept.name} for {fact.period} is printed as {before.value:,} ({before.places[0]}) and as {fact.value:,}; neither is written.",
                fact.places[0],
                "One of the two is misprinted or measures something else.",
            )
        )
        gathered.all[number] = None
    return number


def consistent(one: Fact, other: Fact) -> bool:
    """Whether two facts may be the same number, rounded differently: their intervals overlap (XBRL duplicates note, 2025, section 2)."""
    if one.value == other.value:
        return True
    half = [Decimal(5).scaleb(-1 - (fact.decimals or 0)) for fact in (one, other)]
    return one.decimals != other.decimals and abs(one.value - other.value) <= sum(half)


def _networks(
    statements: Sequence[Statement], footings: Sequence[Footing], tagged: Sequence[Sequence[Tagged]], facts: Sequence[Fact], mint: Mint
) -> tuple[list[Network], tuple[tuple[Concept, str, str], ...]]:
    values = {(fact.concept.qname, fact.period): fact for fact in facts}
    counts: dict[Kind, int] = {}
    networks: list[Network] = []
    labels: dict[tuple[str, str], tuple[Concept, str, str]] = {}
    for statement, footing, lines in zip(statements, footings, tagged, strict=True):
        counts[statement.kind] = counts.get(statement.kind, 0) + 1
        named = [(line.concept, line.name, line.reading.factor < 0) for line in lines]
        networks.append(network_of(statement, footing, named, values, mint, labels, counts[statement.kind]))
    return networks, tuple(labels.values())
