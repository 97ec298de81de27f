"""A statement's presentation: what its lines stand under (XBRL 2.1, 5.2.4)."""

import re
from collections.abc import Iterator

from attrs import frozen

from converter.linkbases.core_taxonomy import STATEMENT_ROLES
from converter.report import Arc, Network, Report
from converter.taxonomy import Concept, Type


@frozen
class Line:
    """A presentation arc: parent, child, and the label that the print shows."""

    parent: Concept
    child: Concept
    preferred: str


def root_of(report: Report, network: Network) -> Concept:
    """What the statement's lines stand under: the core's heading of that statement, or else one of the report's own."""
    for word, _ in STATEMENT_ROLES.values():
        if network.role.startswith(word) and f"{word}Abstract" in report.taxonomy:
            return report.taxonomy[f"{word}Abstract"]
    name = re.sub(r"[^A-Za-z0-9]", "", network.role) + "Abstract"
    known = next((concept for concept in report.extension if concept.name == name and concept.abstract), None)
    return known or Concept(
        name,
        type=Type.STRING,
        abstract=True,
        labels=(("label", f"{network.definition or network.role} [abstract]"),),
        namespace=report.namespace,
        prefix=report.prefix,
    )


def lines_of(root: Concept, arcs: tuple[Arc, ...]) -> Iterator[Line]:
    """Parents from depths. Where a line would become its own ancestor (XBRL 2.1, 5.2.4.2) it moves up to a parent that is safe."""
    above: list[tuple[int, Concept]] = [(0, root)]
    children: dict[str, set[str]] = {}
    for arc in arcs:
        while len(above) > 1 and above[-1][0] >= arc.depth:
            above.pop()
        if arc.concept.qname == root.qname:
            continue
        parents = [concept for _, concept in above]
        parent = next((p for p in reversed(parents) if not _reaches(children, arc.concept.qname, p.qname)), root)
        children.setdefault(parent.qname, set()).add(arc.concept.qname)
        above.append((arc.depth, arc.concept))
        yield Line(parent, arc.concept, arc.preferred)


def _reaches(children: dict[str, set[str]], start: str, end: str) -> bool:
    """Whether end is start or stands below it."""
    waiting, seen = [start], set[str]()
    while waiting:
        name = waiting.pop()
        if name == end:
            return True
        if name not in seen:
            seen.add(name)
            waiting += children.get(name, ())
    return False
