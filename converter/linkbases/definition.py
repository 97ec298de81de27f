"""A statement's table: what its lines may be broken down by (XBRL Dimensions 1.0)."""

import re

from converter.linkbases.xlink import XBRLDT, XBRLDT_LOCATION, ExtendedLink, Linkbase, element_id
from converter.report import Network, Report
from converter.taxonomy import Concept, Group, Type

_ARCROLE = "http://xbrl.org/int/dim/arcrole/"


def table_of(report: Report, network: Network) -> Concept | None:
    """The hypercube of a network with axes. Raises ValueError for an axis whose concepts of the report's own are not declared by it."""
    if not network.axes:
        return None
    declared = {concept.qname for concept in report.extension}
    for axis in network.axes:
        for concept in (axis.axis, axis.domain, *axis.members):
            if not concept.core and concept.qname not in declared:
                raise ValueError(f"{concept.qname} of {axis.axis.name} is not among the report's extension concepts")
    return Concept(
        re.sub(r"[^A-Za-z0-9]", "", network.role) + "Table",
        type=Type.STRING,
        abstract=True,
        labels=(("label", f"{network.definition or network.role} [table]"),),
        namespace=report.namespace,
        prefix=report.prefix,
        group=Group.HYPERCUBE,
    )


class DefinitionLinkbase:
    """The definition linkbase in the making: one closed hypercube for a network with axes.

    Every axis has its domain as default, so that facts about the whole need not name the axes.
    """

    def __init__(self) -> None:
        self.linkbase = Linkbase({"xbrldt": XBRLDT}, {XBRLDT: XBRLDT_LOCATION})
        for word in ("all", "hypercube-dimension", "dimension-domain", "dimension-default", "domain-member"):
            self.linkbase.refer_arcrole(_ARCROLE + word, f"{XBRLDT_LOCATION}#{word}")

    def add(self, network: Network, role: str, root: Concept, table: Concept, places: dict[str, str]) -> None:
        """One network's table. root: what its lines stand under. places: where each concept is declared, by qname."""
        link = self.linkbase.link("definitionLink", role)
        lines = {arc.concept.qname: arc.concept for arc in network.arcs if not arc.concept.abstract}
        known = {element_id(concept): concept for concept in (root, table, *lines.values())}
        for axis in network.axes:
            known |= {element_id(concept): concept for concept in (axis.axis, axis.domain, *axis.members)}
        for label, concept in known.items():
            link.locator(label, places[concept.qname])
        segment = {"xbrldt:contextElement": "segment", "xbrldt:closed": "true"}
        _arc(link, "all", element_id(root), element_id(table), 1, **segment)
        for order, concept in enumerate(lines.values(), 1):
            _arc(link, "domain-member", element_id(root), element_id(concept), order)
        for order, axis in enumerate(network.axes, 1):
            start, domain = element_id(axis.axis), element_id(axis.domain)
            _arc(link, "hypercube-dimension", element_id(table), start, order)
            _arc(link, "dimension-domain", start, domain, 1)
            # a second locator: no two arcs of a link may have the same ends (XLink 1.0, 5.1.3)
            link.locator(f"{start}_default", places[axis.domain.qname])
            _arc(link, "dimension-default", start, f"{start}_default", 1)
            for number, member in enumerate(axis.members, 1):
                _arc(link, "domain-member", domain, element_id(member), number)


def _arc(link: ExtendedLink, word: str, start: str, end: str, order: int, **attributes: str) -> None:
    link.arc("definitionArc", _ARCROLE + word, start, end, order=str(order), **attributes)
