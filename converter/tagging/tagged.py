"""Lines with their concepts and signs: what is not known gets a concept of the report's own, what is doubtful none."""

import re
from collections.abc import Mapping

from attrs import frozen

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.footing.sums import Footing
from converter.statement import Kind, LineItem, Statement
from converter.tagging.coining import Mint
from converter.tagging.found import Found
from converter.tagging.signs import Reading, contradicts, direction, weights_to_root
from converter.taxonomy import Balance, Concept

_BALANCE_OF_CASH = re.compile(r"reconciliation of cash|components of cash|cash.{0,60}\bconsists?\b", re.IGNORECASE)
_UNNAMED = "A row of numbers has no label and is the total of nothing; it is not tagged."


@frozen
class Tagged:
    """A line and what it was found to be. name: its words, or for a line without label the words that its sum gives it."""

    line: LineItem
    name: str
    concept: Concept | None
    rule: str
    reading: Reading


def tagged_lines(
    statement: Statement,
    footing: Footing,
    names: Mapping[int, str],
    found: Found,
    readings: Mapping[int, Reading],
    mint: Mint,
    doubt: Doubt,
) -> list[Tagged]:
    """Every line of a statement. names: words for lines that have none. Complaints: SIGN_UNCERTAIN, LINE_DOUBTFUL, LINE_UNKNOWN."""
    totals = {sum_.total for sum_ in footing.sums} | {near.total for near in footing.near}
    balances = _balances(statement, footing, readings, {index: concept for index, (concept, _) in found.items()})
    tagged = []
    same: dict[tuple[object, ...], int] = {}
    for index, line in enumerate(statement.lines):
        name = names.get(index) or line.label
        if index in found:
            tagged.append(_known(line, name, *found[index], readings[index], doubt))
            continue
        if not name and index in totals:
            name = _sum_name(statement, footing, names, index)
        if not name:
            doubt(Diagnostic(Code.LINE_DOUBTFUL, _UNNAMED, line.place, "Look on paper what it belongs to; the ledger has its numbers."))
            tagged.append(Tagged(line, "", None, "", Reading(1, "")))
            continue
        instant = statement.kind is Kind.BALANCE or any(_BALANCE_OF_CASH.search(heading) for heading in line.headings)
        place = (name.lower(), line.headings[-1:], line.sections[-1:], line.measure)
        same[place] = same.get(place, 0) + 1
        concept = mint.line(statement.kind, line, name, balances.get(index), instant, same[place])
        doubt(Diagnostic(Code.LINE_UNKNOWN, f'No rule knows "{name}"; it became {concept.qname}.', line.place))
        tagged.append(Tagged(line, name, concept, "no rule knows the line: a concept of the report's own", Reading(1, "as printed")))
    return tagged


def _known(line: LineItem, name: str, concept: Concept, rule: str, reading: Reading, doubt: Doubt) -> Tagged:
    """A line whose concept is known, unless its words and the sums disagree on its sign."""
    if not contradicts(line, concept, reading):
        return Tagged(line, name, concept, rule, reading)
    signed = ", ".join(f"{a.text} would be {a.value * reading.factor:,f}" for a in line.amounts if a)
    doubt(
        Diagnostic(
            Code.SIGN_UNCERTAIN,
            f'"{line.label}" names a loss, but the sums make it a gain: {signed}. It is not tagged.',
            line.place,
            "Either the words or a sign is wrong on paper, or the line is part of another total than it seems.",
        )
    )
    return Tagged(line, name, None, "", reading)


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
