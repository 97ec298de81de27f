"""Two real releases: every fact that people labelled, every sum, and every printed line in order with its words."""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from converter.footing.sums import foot
from converter.pipeline import Conversion, convert
from converter.report import Network
from converter.sources.source import Source
from converter.statement import Heading, Kind, Statement

SHARED = Path(__file__).resolve().parents[2] / "shared"
NAMES = ("btu-2003q4", "btu-2004q1")
COLUMN_SUMS = {"btu-2003q4": 5 * 4, "btu-2004q1": 4 * 2}
"""Sums of the statements of operations times their columns: 28 in all."""
LABELLED = {"btu-2003q4": 86, "btu-2004q1": 56}
needs_seeds = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the seed releases are not in ../shared/seeds")
needs_gold = pytest.mark.skipif(
    not all((SHARED / "corpus" / name / "gold.csv").is_file() for name in NAMES), reason="the labelled facts are not in ../shared/corpus"
)
each_seed = pytest.mark.parametrize("name", NAMES)


@cache
def conversion(name: str) -> Conversion:
    return convert(Source.from_path(SHARED / "seeds" / f"{name}.txt"))


def statement(name: str, kind: Kind) -> Statement:
    return next(statement for statement in conversion(name).statements if statement.kind is kind)


def network(name: str, kind: Kind) -> Network:
    report = conversion(name).report
    assert report is not None
    return report.networks[[s.kind for s in conversion(name).statements].index(kind)]


@needs_seeds
@needs_gold
@each_seed
def test_every_labelled_fact_comes_out_and_no_other(name: str) -> None:
    report = conversion(name).report
    assert report is not None
    facts = {}
    for fact in report.facts:
        start, end = getattr(fact.period, "first", ""), fact.period.end
        facts[fact.concept.name, str(start), str(end)] = (fact.value, fact.decimals)
    with (SHARED / "corpus" / name / "gold.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == LABELLED[name]
    gold = {(row["concept"], row["start"], row["end"]): (Decimal(row["value"]), int(row["decimals"])) for row in rows}
    assert facts == gold


@needs_seeds
@each_seed
def test_the_sums_of_the_statement_of_operations_are_found(name: str) -> None:
    of = statement(name, Kind.INCOME)
    footing = foot(of)
    assert not footing.near
    assert len(footing.sums) * len(of.columns) == COLUMN_SUMS[name]
    for sum_ in footing.sums:
        for column in range(len(of.columns)):
            printed = [(of.lines[part.line].amounts[column], part.weight) for part in sum_.parts]
            total = of.lines[sum_.total].amounts[column]
            assert total is not None
            assert total.value == sum(amount.value * weight for amount, weight in printed if amount)


@needs_seeds
@each_seed
def test_both_totals_of_the_balance_sheet_are_found_on_each_date(name: str) -> None:
    of = statement(name, Kind.BALANCE)
    totals = [of.lines[sum_.total] for sum_ in foot(of).sums]
    assert len(totals) == len(of.columns) == 2
    assert [line.label for line in totals] == ["", ""]
    assert totals[0].amounts[0] is not None
    assert [a.value for a in totals[0].amounts if a] == [a.value for a in totals[1].amounts if a]


@needs_seeds
@each_seed
@pytest.mark.parametrize("kind", [Kind.INCOME, Kind.BALANCE])
def test_every_sum_stands_in_the_calculation_linkbase(name: str, kind: Kind) -> None:
    of = statement(name, kind)
    places = {place: fact.concept for fact in (conversion(name).report or pytest.fail("no report")).facts for place in fact.places}

    def concept(line: int) -> str:
        return next(places[amount.place].qname for amount in of.lines[line].amounts if amount)

    found = {(concept(s.total), frozenset(concept(part.line) for part in s.parts)) for s in foot(of).sums}
    written = {(total.qname, frozenset(part.qname for part, _ in parts)) for total, parts in network(name, kind).sums}
    assert written == found
    linkbase = conversion(name).files[f"{name}-cal.xml"].decode()
    for total, parts in written:
        for qname in (total, *parts):
            assert qname.replace(":", "_") in linkbase


@needs_seeds
@each_seed
@pytest.mark.parametrize("kind", [Kind.INCOME, Kind.BALANCE])
def test_the_presentation_shows_every_printed_line_in_order_with_its_words(name: str, kind: Kind) -> None:
    of = statement(name, kind)
    report = conversion(name).report
    assert report is not None
    own = {(concept.qname, role): words for concept, role, words in report.labels}
    shown = []
    for arc in network(name, kind).arcs:
        words = own.get((arc.concept.qname, arc.preferred or "label")) or dict(arc.concept.labels).get("label", "")
        shown.append((arc.concept.abstract, words))
    printed = [(isinstance(item, Heading), item.label) for item in of.body]
    assert len(shown) == len(printed)
    for (abstract, words), (heading, label) in zip(shown, printed, strict=True):
        assert abstract is heading
        if label:
            assert words == label
        else:
            assert words.lower().startswith("total")  # the paper has no words; the sum and its heading name it
