"""A report's own taxonomy as files: its lines in printed order, its filer's words, and the sums that were found in it."""

import re
from urllib.parse import quote

from attrs import frozen

from converter.linkbases.calculation import Tree, independent_trees
from converter.linkbases.core_taxonomy import STEM, label_id
from converter.linkbases.definition import DefinitionLinkbase, table_of
from converter.linkbases.filer_labels import FilerLabels, core_labels, filer_labels
from converter.linkbases.presentation import Line, lines_of, root_of
from converter.linkbases.xlink import (
    LABEL_ROLES,
    STANDARD_ARCROLE,
    SUMMATION,
    SUMMATION_LOCATION,
    Linkbase,
    RoleType,
    element_id,
    schema,
)
from converter.report import Network, Report
from converter.taxonomy import NAMESPACE, Concept

CORE_FOLDER = "er"
"""The folder beside the report that holds the core taxonomy's files."""

_ROLE = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")


def extension_files(report: Report) -> dict[str, bytes]:
    """Linkbases of the report's extension by file name (calculation where sums were found), and its schema, which points to them, last.

    They import the core taxonomy from `er/`. Raises ValueError for networks that XBRL forbids: a role or label role that cannot be, a
    sum whose weight contradicts the balances (XBRL 2.1, table 6) or whose ends differ in kind, an extension concept of another namespace.
    """
    if strangers := [concept.qname for concept in report.extension if concept.namespace != report.namespace]:
        raise ValueError(f"extension concepts must be of {report.namespace}: {', '.join(strangers)} are not")
    if len({concept.name for concept in report.extension}) < len(report.extension):
        raise ValueError("two extension concepts of one name")
    if len({network.role for network in report.networks}) < len(report.networks):
        raise ValueError("two networks of one role")
    statements = tuple(_Statement.of(report, network) for network in report.networks)
    roots = {s.root.qname: s.root for s in statements if s.root.namespace == report.namespace}
    tables = {s.table.qname: s.table for s in statements if s.table}
    concepts = tuple({**{concept.qname: concept for concept in report.extension}, **roots, **tables}.values())
    labels = filer_labels(report, concepts, [line for statement in statements for line in statement.lines])
    held = {
        f"{report.name}-lab.xml": _labels(report, labels),
        f"{report.name}-pre.xml": _presentation(report, statements, labels),
    }
    if any(statement.trees for statement in statements):
        held[f"{report.name}-cal.xml"] = _calculation(report, statements)
    if tables:
        held[f"{report.name}-def.xml"] = _definition(report, statements)
    return {**held, f"{report.name}.xsd": _schema(report, concepts, statements)}


@frozen
class _Statement:
    """A network made ready: its root, the lines below it, its sums in as many roles as they need, and its table where it has axes."""

    network: Network
    root: Concept
    lines: tuple[Line, ...]
    trees: tuple[Tree, ...]
    table: Concept | None

    @classmethod
    def of(cls, report: Report, network: Network) -> "_Statement":
        if not _ROLE.fullmatch(network.role):
            raise ValueError(f"{network.role!r} cannot be the end of a role")
        root = root_of(report, network)
        return cls(network, root, tuple(lines_of(root, network.arcs)), independent_trees(network.sums), table_of(report, network))


def _href(report: Report, concept: Concept) -> str:
    place = f"{CORE_FOLDER}/{STEM}.xsd" if concept.core else quote(f"{report.name}.xsd")
    return f"{place}#{element_id(concept)}"


def _role(report: Report, word: str) -> str:
    return f"{report.namespace}/role/{word}"


def _refer(report: Report, linkbase: Linkbase, word: str) -> None:
    linkbase.refer(_role(report, word), f"{quote(report.name)}.xsd#{word}")


def _schema(report: Report, concepts: tuple[Concept, ...], statements: tuple[_Statement, ...]) -> bytes:
    linkbases = {"label": f"{report.name}-lab.xml", "presentation": f"{report.name}-pre.xml"}
    if any(statement.trees for statement in statements):
        linkbases["calculation"] = f"{report.name}-cal.xml"
    if any(statement.table for statement in statements):
        linkbases["definition"] = f"{report.name}-def.xml"
    roles = []
    for number, statement in enumerate(statements, 1):
        network, trees = statement.network, statement.trees
        # programs list statements in the order of these words, so that the number keeps the order of the paper
        words = f"{number:0{len(str(len(statements)))}} - {network.definition or network.role}"
        used = (
            "link:presentationLink",
            *(("link:calculationLink",) if trees else ()),
            *(("link:definitionLink",) if statement.table else ()),
        )
        roles.append(RoleType(_role(report, network.role), words, used))
        for tree in trees[1:]:
            word = tree.role(network.role)
            roles.append(RoleType(_role(report, word), f"{words}, further sums", ("link:calculationLink",)))
    core = (NAMESPACE, f"{CORE_FOLDER}/{STEM}.xsd")
    return schema(report.namespace, report.prefix, concepts, (core,), linkbases, roles)


def _labels(report: Report, labels: FilerLabels) -> bytes:
    linkbase = Linkbase()
    link = linkbase.link("labelLink")
    for qname, concept in labels.concepts.items():
        texts = labels.of(qname)
        if texts:
            link.locator(element_id(concept), _href(report, concept))
        for role, text in texts.items():
            linkbase.refer_label_role(LABEL_ROLES[role])
            label = label_id(concept, role)
            if role in core_labels(concept):
                # the filer's words take the place of the core's: two labels of one role would be ambiguous
                link.locator(f"core_{label}", f"{CORE_FOLDER}/{STEM}-lab.xml#{label}")
                prohibited = {"use": "prohibited", "priority": "1"}
                link.arc("labelArc", STANDARD_ARCROLE + "concept-label", element_id(concept), f"core_{label}", **prohibited)
            link.label(label, LABEL_ROLES[role], text)
            link.arc("labelArc", STANDARD_ARCROLE + "concept-label", element_id(concept), label)
    return linkbase.file()


def _presentation(report: Report, statements: tuple[_Statement, ...], labels: FilerLabels) -> bytes:
    linkbase = Linkbase()
    for statement in statements:
        _refer(report, linkbase, statement.network.role)
        link = linkbase.link("presentationLink", _role(report, statement.network.role))
        starts = {statement.root.qname: element_id(statement.root)}
        link.locator(element_id(statement.root), _href(report, statement.root))
        for order, line in enumerate(statement.lines, 1):
            # a locator for each printed line: a concept that is printed twice must not give two arcs between the same labels (3.5.3.9.5)
            label = f"{element_id(line.child)}_{order}"
            starts.setdefault(line.child.qname, label)
            link.locator(label, _href(report, line.child))
            role = labels.preferred(line)
            preferred = {"preferredLabel": LABEL_ROLES[role]} if role else {}
            start = starts[line.parent.qname]
            link.arc("presentationArc", STANDARD_ARCROLE + "parent-child", start, label, order=str(order), **preferred)
    return linkbase.file()


def _calculation(report: Report, statements: tuple[_Statement, ...]) -> bytes:
    linkbase = Linkbase()
    linkbase.refer_arcrole(SUMMATION, SUMMATION_LOCATION)
    for statement in statements:
        for tree in statement.trees:
            word = tree.role(statement.network.role)
            _refer(report, linkbase, word)
            link = linkbase.link("calculationLink", _role(report, word))
            for concept in tree.concepts:
                link.locator(element_id(concept), _href(report, concept))
            for total, parts in tree.sums:
                for order, (part, weight) in enumerate(parts, 1):
                    link.arc("calculationArc", SUMMATION, element_id(total), element_id(part), order=str(order), weight=str(weight))
    return linkbase.file()


def _definition(report: Report, statements: tuple[_Statement, ...]) -> bytes:
    made = DefinitionLinkbase()
    for statement in statements:
        if statement.table:
            network = statement.network
            _refer(report, made.linkbase, network.role)
            held = [statement.root, statement.table, *(arc.concept for arc in network.arcs)]
            held += [concept for axis in network.axes for concept in (axis.axis, axis.domain, *axis.members)]
            places = {concept.qname: _href(report, concept) for concept in held}
            made.add(network, _role(report, network.role), statement.root, statement.table, places)
    return made.linkbase.file()
