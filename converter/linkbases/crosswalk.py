"""The crosswalk: for each core concept the us-gaap element that is the same, and those that are broader or narrower."""

import csv
from collections.abc import Iterator
from io import StringIO

from converter.taxonomy import Taxonomy

COLUMNS = ("concept", "label", "relation", "us_gaap")


def crosswalk(taxonomy: Taxonomy) -> Iterator[tuple[str, str, str, str]]:
    """Rows of concept, label, relation and local name of the us-gaap element, in the order of the taxonomy.

    relation: `exact`, `exact, earlier` for an element that the 2025 taxonomy no longer has, `broader`, `narrower`; `none` for a concept
    that us-gaap has nothing like.
    """
    for concept in taxonomy:
        if concept.abstract:
            continue
        exact = ("exact" if concept.us_gaap_current else "exact, earlier", concept.us_gaap)
        related = [exact] if concept.us_gaap else []
        related += [("broader", name) for name in concept.broader] + [("narrower", name) for name in concept.narrower]
        for relation, name in related or [("none", "")]:
            yield concept.name, concept.label, relation, name


def crosswalk_csv(taxonomy: Taxonomy) -> str:
    """The crosswalk as CSV, its columns in the first row."""
    held = StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(crosswalk(taxonomy))
    return held.getvalue()
