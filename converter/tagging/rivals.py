"""Lines that claim one concept with different amounts: where nothing makes one of them certain, both keep words of their own."""

from collections.abc import Mapping, Sequence

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.footing.sums import Footing
from converter.statement import Amount, Kind, Statement
from converter.tagging.found import Found
from converter.tagging.roles import descendants
from converter.taxonomy import PeriodType


def settle_rivals(statement: Statement, found: Found, footing: Footing, doubt: Doubt) -> None:
    """Two lines of one statement that claim one concept with different amounts: neither is certain, so both keep their own words."""
    parts = {sum_.total: [part.line for part in sum_.parts] for sum_ in footing.sums}
    by_concept: dict[str, list[int]] = {}
    for index, (concept, _) in found.items():
        by_concept.setdefault(concept.name, []).append(index)
    for name, indices in by_concept.items():
        if len(indices) < 2 or (found[indices[0]][0].period is PeriodType.INSTANT and statement.kind is not Kind.BALANCE):
            continue
        rivals = [indices[0]]
        for index in indices[1:]:
            if not _agree(statement.lines[indices[0]].amounts, statement.lines[index].amounts):
                rivals.append(index)
        whole = _first_of_all(rivals, parts) if name == "IncomeLossFromContinuingOperations" else _sum_of_all(rivals, parts)
        if len(rivals) > 1 and whole is not None:  # "Net sales" beside "Total revenues": the total is the concept
            for index in rivals:
                if index != whole:
                    del found[index]
            continue
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


def _sum_of_all(rivals: Sequence[int], parts: Mapping[int, list[int]]) -> int | None:
    """The one of several lines that sums up all others; None where none does."""
    return next((index for index in rivals if set(rivals) - {index} <= descendants(index, parts)), None)


def _first_of_all(rivals: Sequence[int], parts: Mapping[int, list[int]]) -> int | None:
    """The one of several results that all others follow from: income before the first of the items that continuing operations leave out."""
    return next((index for index in rivals if all(index == i or index in descendants(i, parts) for i in rivals)), None)


def _agree(one: Sequence[Amount | None], other: Sequence[Amount | None]) -> bool:
    return all(a is None or b is None or a.value == b.value for a, b in zip(one, other, strict=True))
