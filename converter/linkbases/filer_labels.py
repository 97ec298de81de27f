"""The filer's words as labels of a report's extension: one standard label for one concept, and every label that a line shows."""

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from converter.linkbases.presentation import Line
from converter.linkbases.xlink import label_role, plain
from converter.report import Report
from converter.taxonomy import Concept

_OTHER_ROLES = ("terseLabel", "verboseLabel", "netLabel")


@frozen
class FilerLabels:
    """The labels of an extension. concepts: those it gives labels, by qname. words: by qname and label role.

    shown: by qname, the role whose words a line without preference shows, where that is not the standard label.
    """

    concepts: Mapping[str, Concept]
    words: Mapping[str, Mapping[str, str]]
    shown: Mapping[str, str]

    def preferred(self, line: Line) -> str:
        """The label role that a line shows, "" for the standard label."""
        return _preferred(self.shown, line)

    def of(self, qname: str) -> Mapping[str, str]:
        """The words of one concept by label role."""
        return self.words.get(qname, {})


def filer_labels(report: Report, extension: Iterable[Concept], lines: Iterable[Line]) -> FilerLabels:
    """The labels that the extension needs: the report's, its concepts' own, and those that its lines show and nobody worded.

    The first words for a concept and role win. Raises ValueError for a label role that no one defined.
    """
    concepts = {concept.qname: concept for concept in extension}
    words: dict[tuple[str, str], str] = {}
    coined = [(concept, role, text) for concept in concepts.values() for role, text in concept.labels]
    for named, role, text in [*report.labels, *coined]:
        label_role(role)
        if plain(text):
            words.setdefault((named.qname, role), plain(text))
    for concept in concepts.values():
        words.setdefault((concept.qname, "label"), _spelled(concept.name))
    concepts |= {concept.qname: concept for concept, _, _ in report.labels}
    shown = _distinct_standard_labels(report, concepts, words)
    for line in lines:
        role, concept = _preferred(shown, line), line.child
        if role and (concept.qname, role) not in words and role not in core_labels(concept):
            # a preferred label must exist (XBRL 2.1, 5.2.4.2.1): where nobody worded it, the concept's own words stand in
            label_role(role)
            concepts.setdefault(concept.qname, concept)
            own = words.get((concept.qname, shown.get(concept.qname, "label")))
            words[concept.qname, role] = own or plain(concept.label)
    by_concept: dict[str, dict[str, str]] = {}
    for (qname, role), text in words.items():
        by_concept.setdefault(qname, {})[role] = text
    return FilerLabels(concepts, by_concept, shown)


def core_labels(concept: Concept) -> dict[str, str]:
    """The labels that the core taxonomy gives a concept, by role."""
    return dict(concept.labels) if concept.core else {}


def _preferred(shown: Mapping[str, str], line: Line) -> str:
    return shown.get(line.child.qname, "") if line.preferred in ("", "label") else line.preferred


def _distinct_standard_labels(report: Report, concepts: Mapping[str, Concept], words: dict[tuple[str, str], str]) -> dict[str, str]:
    """Gives each concept a standard label of its own: filers print "Basic" twice. The later one keeps its words under another role.

    Changes words. Returns, by qname, the role under which those words are found.
    """
    shown: dict[str, str] = {}
    holders = {concept.label: concept.qname for concept in report.taxonomy if (concept.qname, "label") not in words}
    for qname, concept in concepts.items():
        text = words.get((qname, "label"))
        if text is None or holders.setdefault(text, qname) == qname:
            continue
        role = next((role for role in _OTHER_ROLES if words.get((qname, role), text) == text), _OTHER_ROLES[0])
        words.setdefault((qname, role), text)
        shown[qname] = role
        if concept.core:
            del words[qname, "label"]
            holders.setdefault(concept.label, qname)
        else:
            free = (name for name in (_spelled(concept.name), concept.name, qname) if holders.setdefault(name, qname) == qname)
            words[qname, "label"] = next(free, qname)
    return shown


def _spelled(name: str) -> str:
    """A concept's name as words: `OtherAssetsPledged` is "Other assets pledged"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).capitalize()
