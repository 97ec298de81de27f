"""The sums of real releases beside the calculation arcs of us-gaap: where both know a total and a part, they weigh it alike."""

import csv
from pathlib import Path

import pytest

from converter.filing import Filing
from converter.linkbases.crosswalk import crosswalk
from converter.pipeline import convert
from converter.sources.source import Source
from converter.taxonomy import Concept, read_taxonomy, taxonomy_folder

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def test_every_number_has_a_row_and_no_element_stands_twice_for_one() -> None:
    core = read_taxonomy(taxonomy_folder())
    rows = list(crosswalk(core))
    assert {name for name, *_ in rows} == {concept.name for concept in core if not concept.abstract}
    assert len({(name, element) for name, _, _, element in rows}) == len(rows)
    exact = [element for _, _, relation, element in rows if relation.startswith("exact")]
    assert len(set(exact)) == len(exact)


def test_sums_weigh_as_us_gaap_does() -> None:
    path, corpus = SHARED / "taxonomy" / "us-gaap-2025-calculation.csv", SHARED / "corpus"
    releases = sorted(folder for folder in corpus.glob("*") if (folder / "gold.csv").is_file())
    if not path.is_file() or not releases:
        pytest.skip("the us-gaap arcs and the releases are not beside the checkout")
    with path.open(encoding="utf-8", newline="") as lines:
        arcs: dict[tuple[str, str], set[int]] = {}
        for row in csv.DictReader(lines):
            arcs.setdefault((row["parent"], row["child"]), set()).add(int(float(row["weight"])))
    compared, contrary = 0, []
    for folder in releases:
        release = next(folder.glob("release.*"))
        report = convert(Source.from_path(release, "release"), Filing(company="Example")).report
        for network in report.networks if report else ():
            for total, parts in network.sums:
                for part, weight in parts:
                    known = arcs.get((_element(total), _element(part)))
                    compared += known is not None
                    if known and weight not in known:
                        contrary.append(f"{folder.name}: {total.name} {weight:+} {part.name}")
    assert compared > 20
    assert contrary == []


def _element(concept: Concept) -> str:
    return concept.us_gaap if concept.core else ""
