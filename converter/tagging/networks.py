"""A statement's networks: its presentation as printed, with the filer's words, and the sums that its facts obey."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from converter.footing.sums import Footing
from converter.linkbases.calculation import weight_is_legal
from converter.linkbases.core_taxonomy import STATEMENT_ROLES
from converter.period import Period
from converter.report import Arc, Fact, Network, Unit, half_unit
from converter.statement import Heading, Statement
from converter.tagging.coining import Mint
from converter.taxonomy import Concept

Named = tuple[Concept | None, str, bool]
"""A line's concept (None when it is not tagged), its words, and whether the print shows the other sign."""
Facts = Mapping[str, Mapping[tuple[Period, Unit], Fact]]
"""Facts by qname of the concept, period and unit."""

_VARIANTS = ("label", "verboseLabel", "terseLabel", "netLabel")
_NEGATED = ("negatedLabel", "negatedTerseLabel", "negatedTotalLabel", "negatedNetLabel")


def network_of(
    statement: Statement,
    footing: Footing,
    named: Sequence[Named],
    facts: Facts,
    mint: Mint,
    labels: dict[tuple[str, str], tuple[Concept, str, str]],
    number: int,
) -> Network:
    """The network of one statement. labels: the filer's words so far by (concept, role); grows. number: from 1 among statements of the
    kind.
    """
    word, title = STATEMENT_ROLES[statement.kind.value]
    role = word if number == 1 else f"{word}{number}"
    arcs: list[Arc] = []
    position = 0
    for item in statement.body:
        if isinstance(item, Heading):
            depth = 1 + _depth(item, statement, position)
            arcs.append(Arc(mint.heading(statement.kind, item.label), depth))
            continue
        concept, words, turned = named[position]
        position += 1
        known = {period for period, _ in facts.get(concept.qname, {})} if concept else set()
        if concept is not None and any(c.period in known or concept.period.value == "instant" for c in statement.columns):
            arcs.append(Arc(concept, 1 + len(item.headings), _words_of(concept, words, turned, labels)))
    return Network(
        role,
        f"{title}: {statement.title}" if number == 1 else f"{title} {number}: {statement.title}",
        _fitting(arcs),
        _sums(footing, named, facts),
    )


def _depth(heading: Heading, statement: Statement, position: int) -> int:
    """How many headings stand above this one, told by the next line under it."""
    for line in statement.lines[position:]:
        if heading.label in line.headings:
            return line.headings.index(heading.label)
    return 0


def _words_of(concept: Concept, words: str, turned: bool, labels: dict[tuple[str, str], tuple[Concept, str, str]]) -> str:
    """The label role under which the concept shows these words; one more role for each wording of the document."""
    if not words:
        return ""
    roles = _NEGATED if turned else _VARIANTS
    if turned and (concept.qname, "label") not in labels:
        labels[concept.qname, "label"] = concept, "label", words
    for role in roles:
        known = labels.get((concept.qname, role))
        if known is None:
            labels[concept.qname, role] = concept, role, words
            return role
        if known[2] == words:
            return role
    return roles[0]


def _fitting(arcs: list[Arc]) -> tuple[Arc, ...]:
    """Headings over nothing are left out."""
    return tuple(
        arc for index, arc in enumerate(arcs) if not arc.concept.abstract or (index + 1 < len(arcs) and arcs[index + 1].depth > arc.depth)
    )


def _sums(footing: Footing, named: Sequence[Named], facts: Facts) -> tuple[tuple[Concept, tuple[tuple[Concept, int], ...]], ...]:
    """The sums whose lines are all tagged, in the signs of the facts, that hold for every period in which the report states them
    (Calculations 1.1).
    """
    result: list[tuple[Concept, tuple[tuple[Concept, int], ...]]] = []
    for sum_ in footing.sums:
        total, _, total_turned = named[sum_.total]
        parts: list[tuple[Concept, int]] = []
        for part in sum_.parts:
            concept, _, turned = named[part.line]
            if concept is None or total is None:
                break
            weight = part.weight * (-1 if turned else 1) * (-1 if total_turned else 1)
            if not weight_is_legal(total, concept, weight) and not any(fact.value for fact in facts.get(concept.qname, {}).values()):
                weight = -weight
            parts.append((concept, weight))
        names = [concept.qname for concept, _ in parts]
        if total is None or len(parts) < len(sum_.parts) or total.qname in names or len(set(names)) < len(names):
            continue
        if any(concept.period is not total.period or not weight_is_legal(total, concept, weight) for concept, weight in parts):
            continue
        if any(total.qname == known.qname for known, _ in result):
            continue
        if _hold(total, parts, facts):
            result.append((total, tuple(parts)))
    return tuple(result)


def _hold(total: Concept, parts: Sequence[tuple[Concept, int]], facts: Facts) -> bool:
    """Whether the intervals of total and parts intersect in every period and unit that states the total and some part (Calculations 1.1,
    section 4).
    """
    for aspects, fact in facts.get(total.qname, {}).items():
        there = [(facts[part.qname][aspects], weight) for part, weight in parts if aspects in facts.get(part.qname, {})]
        if not there:
            continue
        slack = sum((half_unit(f.decimals) for f, _ in there), half_unit(fact.decimals))
        if abs(sum((f.value * w for f, w in there), Decimal(0)) - fact.value) > slack:
            return False
    return True
