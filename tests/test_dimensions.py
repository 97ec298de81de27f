"""Facts about parts of an entity: what a fact and an axis refuse, and every form with a taxonomy that is valid for them."""

from pathlib import Path

import pytest
from attrs import evolve
from readback import by_arelle, main_file, said
from reports import BALANCE_SHEET, CORE, INCOME, REPORT, fact, own

from converter.document import Document
from converter.linkbases.files import taxonomy_files
from converter.report import Axis, Fact, Member
from converter.sources.source import Source
from converter.taxonomy import Group, Type
from converter.validation.schema import SchemaValidator, validate_fully
from converter.writers.atomic import write_files
from converter.writers.forms import Reading, rendered
from converter.writers.frame import aspects
from converter.writers.naming import context_id

REGION = own("RegionAxis", type=Type.STRING, abstract=True, group=Group.DIMENSION, labels=(("label", "Region"),))
EVERYWHERE, NORTH, SOUTH = (own(f"{name}Member", type=Type.DOMAIN, abstract=True) for name in ("AllRegions", "North", "South"))
PRODUCT = own("ProductAxis", type=Type.STRING, abstract=True, group=Group.DIMENSION)
ALL_PRODUCTS, OVENS = (own(f"{name}Member", type=Type.DOMAIN, abstract=True) for name in ("AllProducts", "Ovens"))
AXES = (Axis(REGION, EVERYWHERE, (NORTH, SOUTH)), Axis(PRODUCT, ALL_PRODUCTS, (OVENS,)))


def part(concept: str, value: str, *members: Member) -> Fact:
    return evolve(fact(concept, value), members=members)


PARTS = (
    part("Revenues", "5000000", Member(REGION, NORTH)),
    part("Revenues", "2792000", Member(REGION, SOUTH)),
    part("Revenues", "1000000", Member(REGION, SOUTH), Member(PRODUCT, OVENS)),
    part("CostOfRevenue", "3000000", Member(REGION, NORTH)),
)
SEGMENTED = evolve(
    REPORT,
    facts=(*REPORT.facts, *PARTS),
    networks=(evolve(INCOME, axes=AXES), BALANCE_SHEET),
    extension=(*REPORT.extension, REGION, EVERYWHERE, NORTH, SOUTH, PRODUCT, ALL_PRODUCTS, OVENS),
)


@pytest.mark.parametrize("form", ["xbrl", "ixbrl", "json", "csv", "package"])
def test_every_form_holds_the_members_and_is_valid(form: str, tmp_path: Path) -> None:
    page = Document(Source("example", "Grant income rose in the north.\n"), ())
    write_files(tmp_path, rendered(Reading(SEGMENTED, page), (form,), taxonomy_files(SEGMENTED)))
    facts, rulings = by_arelle(main_file(tmp_path, SEGMENTED.name, form))
    assert facts == said(SEGMENTED)
    assert rulings == ()


def test_the_instance_passes_our_own_checks() -> None:
    files = dict(rendered(Reading(SEGMENTED), ("xbrl",), taxonomy_files(SEGMENTED)))
    assert SchemaValidator(CORE).check(files["example.xbrl"], files["example.xsd"], "example.xsd") == ()
    assert validate_fully(files, CORE) == ()


def test_a_member_that_the_table_does_not_have_would_be_seen(tmp_path: Path) -> None:
    """The referee sees what the closed table forbids: the writers let no such fact through, so the table is taken from under it."""
    files = dict(rendered(Reading(SEGMENTED), ("xbrl",), taxonomy_files(SEGMENTED)))
    less = evolve(SEGMENTED, networks=(evolve(INCOME, axes=(Axis(REGION, EVERYWHERE, (NORTH,)), AXES[1])), BALANCE_SHEET))
    write_files(tmp_path, {**files, **taxonomy_files(less)})
    _, rulings = by_arelle(tmp_path / "example.xbrl")
    assert {ruling.code for ruling in rulings} == {"xbrldie:PrimaryItemDimensionallyInvalidError"}


def test_facts_that_no_network_breaks_down_are_refused() -> None:
    for stranger in (part("Assets", "1000", Member(REGION, NORTH)), part("Revenues", "1000", Member(REGION, EVERYWHERE))):
        with pytest.raises(ValueError, match="no network"):
            aspects(evolve(SEGMENTED, facts=(stranger,)))


def test_contexts_are_named_by_their_members_and_do_not_depend_on_their_order() -> None:
    one, other = (part("Revenues", "1000", *pair) for pair in ([Member(REGION, NORTH), Member(PRODUCT, OVENS)],) * 2)
    turned = part("Revenues", "1000", Member(PRODUCT, OVENS), Member(REGION, NORTH))
    assert one == other == turned
    assert context_id(one.period, one.members) == "D20031001-20031231_xmpl_ProductAxis-xmpl_OvensMember_xmpl_RegionAxis-xmpl_NorthMember"


def test_nonsense_is_refused() -> None:
    revenues = CORE["Revenues"]
    for axis, member in ((revenues, NORTH), (REGION, revenues), (REGION, REGION)):
        with pytest.raises(ValueError, match="is no"):
            Member(axis, member)
    with pytest.raises(ValueError, match="two members of one axis"):
        part("Revenues", "1000", Member(REGION, NORTH), Member(REGION, SOUTH))
    with pytest.raises(ValueError, match="different concepts"):
        Axis(REGION, NORTH, (NORTH,))
    with pytest.raises(ValueError, match="does not measure"):
        fact(evolve(NORTH, abstract=False), "1000")
    with pytest.raises(ValueError, match="not among the report's extension concepts"):
        taxonomy_files(evolve(SEGMENTED, extension=REPORT.extension))


def test_without_axes_there_is_no_definition_linkbase() -> None:
    assert "example-def.xml" in taxonomy_files(SEGMENTED)
    assert "example-def.xml" not in taxonomy_files(REPORT)
    assert b"xbrldt" not in taxonomy_files(REPORT)["example.xsd"]
