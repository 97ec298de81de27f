"""The Earnings Release taxonomy as files: schema, label, presentation and reference linkbases, and its taxonomy package.

Two schemas: `er-<version>.xsd` declares the concepts and points to their labels and references: reports extend it. `er-<version>-all.xsd`
adds the order in which the taxonomy presents them, for people who read the taxonomy itself. A report brings the order of its own lines;
did it load the taxonomy's as well, every statement would be listed twice.

There is no calculation linkbase: which lines add up differs by report, so sums belong to each report's extension.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from converter.linkbases.taxonomy_package import TaxonomyPackage, archive, metadata
from converter.linkbases.xlink import (
    LABEL_ROLES,
    REF,
    REF_LOCATION,
    STANDARD_ARCROLE,
    STANDARD_ROLE,
    Linkbase,
    RoleType,
    element_id,
    plain,
    schema,
)
from converter.taxonomy import NAMESPACE, PREFIX, VERSION, Concept, Taxonomy, read_taxonomy

STEM = f"{PREFIX}-{VERSION}"
WHOLE = f"{STEM}-all.xsd"
_ROLES = f"{NAMESPACE}/role/"
STATEMENT_ROLES: Mapping[str, tuple[str, str]] = {
    "IS": ("IncomeStatement", "Statement of operations"),
    "BS": ("StatementOfFinancialPosition", "Balance sheet"),
    "CF": ("StatementOfCashFlows", "Statement of cash flows"),
    "NOTE": ("Disclosures", "Other disclosures"),
}
"""Statement code of the concept table -> last part of the presentation's role, and words for people."""

_YEAR = "2025"


def label_id(concept: Concept, role: str) -> str:
    """The id of a core label, so that an extension can point to it."""
    return f"{element_id(concept)}_{role}"


def core_files(taxonomy: Taxonomy) -> dict[str, bytes]:
    """Schema and linkbases of the core taxonomy by file name."""
    return dict(_printed(taxonomy))


@lru_cache(maxsize=4)
def _printed(taxonomy: Taxonomy) -> tuple[tuple[str, bytes], ...]:
    """Printing takes 30 ms and every report of a batch needs the same files."""
    return (
        (f"{STEM}.xsd", core_schema(taxonomy)),
        (f"{STEM}-lab.xml", _labels(taxonomy)),
        (f"{STEM}-pre.xml", _presentation(taxonomy)),
        (f"{STEM}-ref.xml", _references(taxonomy)),
        (WHOLE, _whole()),
    )


def package_files(taxonomy: Taxonomy) -> dict[str, bytes]:
    """The core files with the two that make them a taxonomy package (Taxonomy Packages 1.0, 3), relative to its folder."""
    return {**core_files(taxonomy), **metadata(_described())}


def print_taxonomy(folder: Path) -> tuple[Path, ...]:
    """Prints the files of `folder/concepts.csv` beside it and returns their paths. Raises ValueError for a broken table, OSError."""
    printed = []
    for name, content in package_files(read_taxonomy(folder)).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        printed.append(path)
    return tuple(printed)


def taxonomy_package(folder: Path) -> bytes:
    """The taxonomy package `er-<version>.zip` of `folder/concepts.csv`. Raises ValueError for a broken table, OSError."""
    return archive(STEM, package_files(read_taxonomy(folder)))


def core_schema(taxonomy: Taxonomy) -> bytes:
    """The schema of the core taxonomy alone: what a report extends."""
    linkbases = {"label": f"{STEM}-lab.xml", "reference": f"{STEM}-ref.xml"}
    roles = [
        RoleType(_ROLES + "broader", "An element of another taxonomy that means more", ("link:reference",)),
        RoleType(_ROLES + "narrower", "An element of another taxonomy that means less", ("link:reference",)),
    ]
    return schema(NAMESPACE, PREFIX, taxonomy, (), linkbases, roles)


def _whole() -> bytes:
    """The schema that brings the presentation as well."""
    roles = [RoleType(_ROLES + word, definition, ("link:presentationLink",)) for word, definition in STATEMENT_ROLES.values()]
    core = (NAMESPACE, f"{STEM}.xsd")
    return schema(f"{NAMESPACE}/all", f"{PREFIX}-all", (), (core,), {"presentation": f"{STEM}-pre.xml"}, roles)


def _href(concept: Concept) -> str:
    return f"{STEM}.xsd#{element_id(concept)}"


def _labels(taxonomy: Taxonomy) -> bytes:
    linkbase = Linkbase()
    link = linkbase.link("labelLink")
    for concept in taxonomy:
        link.locator(element_id(concept), _href(concept))
        for role, words in concept.labels:
            label = label_id(concept, role)
            linkbase.refer_label_role(LABEL_ROLES[role])
            link.label(label, LABEL_ROLES[role], plain(words), id=label)
            link.arc("labelArc", STANDARD_ARCROLE + "concept-label", element_id(concept), label)
    return linkbase.file()


def _presentation(taxonomy: Taxonomy) -> bytes:
    linkbase = Linkbase()
    for code, (word, _) in STATEMENT_ROLES.items():
        concepts = [concept for concept in taxonomy if concept.statement == code]
        if not concepts:
            continue
        linkbase.refer(_ROLES + word, f"{WHOLE}#{word}")
        link = linkbase.link("presentationLink", _ROLES + word)
        for concept in concepts:
            link.locator(element_id(concept), _href(concept))
        for order, concept in enumerate(concepts, 1):
            if concept.parent:
                # a total closes the block that its own heading opens
                closes = concept.parent == f"{concept.name}Abstract" and dict(concept.labels).get("totalLabel")
                preferred = {"preferredLabel": LABEL_ROLES["totalLabel"]} if closes else {}
                start = element_id(taxonomy[concept.parent])
                link.arc("presentationArc", STANDARD_ARCROLE + "parent-child", start, element_id(concept), order=str(order), **preferred)
    return linkbase.file()


def _references(taxonomy: Taxonomy) -> bytes:
    linkbase = Linkbase({"ref": REF}, {REF: REF_LOCATION})
    for word in ("broader", "narrower"):
        linkbase.refer(_ROLES + word, f"{STEM}.xsd#{word}")
    link = linkbase.link("referenceLink")
    for concept in taxonomy:
        anchors = list(_anchors(concept))
        if anchors:
            link.locator(element_id(concept), _href(concept))
        for count, (role, element, current) in enumerate(anchors, 1):
            label = f"{element_id(concept)}_ref{count}"
            parts = [("Publisher", "FASB"), ("Name", "us-gaap"), ("Section", element)]
            if current:
                parts += [("IssueDate", _YEAR), ("URI", f"http://fasb.org/us-gaap/{_YEAR}#{element}")]
            else:
                parts.append(("Note", f"An element of earlier years, not of {_YEAR}"))
            link.reference(label, role, parts)
            link.arc("referenceArc", STANDARD_ARCROLE + "concept-reference", element_id(concept), label)
    return linkbase.file()


def _anchors(concept: Concept) -> Iterator[tuple[str, str, bool]]:
    """(reference role, us-gaap element, whether it is of the current year): the same meaning first, then broader, then narrower."""
    if concept.us_gaap:
        yield STANDARD_ROLE + "reference", concept.us_gaap, concept.us_gaap_current
    for role, elements in (("broader", concept.broader), ("narrower", concept.narrower)):
        for element in elements:
            yield _ROLES + role, element, True


def _described() -> TaxonomyPackage:
    return TaxonomyPackage(
        identifier=f"{NAMESPACE}/{STEM}.zip",
        name="Earnings Release taxonomy",
        description="Concepts of the primary statements that earnings releases print, anchored to us-gaap by references.",
        version=VERSION,
        published=VERSION,
        entry_points=(
            (f"Earnings Release taxonomy {VERSION}, with its presentation", f"{NAMESPACE}/{WHOLE}"),
            (f"Earnings Release taxonomy {VERSION}, to extend", f"{NAMESPACE}/{STEM}.xsd"),
        ),
        rewritten=((f"{NAMESPACE}/", "../"),),
    )
