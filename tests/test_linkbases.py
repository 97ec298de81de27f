"""Taxonomy files: the core printed fresh, and a report's extension that keeps XBRL's rules."""

import io
import zipfile
from pathlib import Path

import pytest
from attrs import evolve
from lxml import etree
from reports import BALANCE_SHEET, COSTS, EMPTY, GRANTS, GROSS, INCOME, LABELS, REPORT, fact, own

from converter.linkbases.calculation import weight_is_legal
from converter.linkbases.files import core_files, extension_files, package_files, print_taxonomy, taxonomy_files, taxonomy_package
from converter.report import Arc, Network, Report
from converter.taxonomy import NAMESPACE, PeriodType, Type, taxonomy_folder
from converter.validation.referee import judge, judged
from converter.writers.atomic import write_files
from converter.writers.xbrl import write_instance

CORE = REPORT.taxonomy
LINK = "{http://www.xbrl.org/2003/linkbase}"
XLINK = "{http://www.w3.org/1999/xlink}"
ROLE = "http://www.xbrl.org/2003/role/"


def presented(report: Report, role: str) -> list[tuple[str, str, str]]:
    """(parent, child, preferred label role) of a presentation link, by order."""
    link = etree.fromstring(extension_files(report)[f"{report.name}-pre.xml"]).find(f"{LINK}presentationLink[@{XLINK}role='{role}']")
    assert link is not None
    names = {loc.get(f"{XLINK}label"): loc.get(f"{XLINK}href", "").partition("_")[2] for loc in link.iter(f"{LINK}loc")}
    arcs = sorted(link.iter(f"{LINK}presentationArc"), key=lambda arc: int(arc.get("order", "0")))
    return [
        (names[arc.get(f"{XLINK}from")], names[arc.get(f"{XLINK}to")], arc.get("preferredLabel", "").rpartition("/")[2]) for arc in arcs
    ]


def labelled(report: Report, name: str) -> dict[str, str]:
    """The extension's own labels of a concept by the last part of their role."""
    link = etree.fromstring(extension_files(report)[f"{report.name}-lab.xml"]).find(f"{LINK}labelLink")
    assert link is not None
    return {
        label.get(f"{XLINK}role", "").rpartition("/")[2]: label.text or ""
        for label in link.iter(f"{LINK}label")
        if label.get(f"{XLINK}label", "").partition("_")[2].rpartition("_")[0] == name
    }


def summed(report: Report) -> dict[str, list[tuple[str, str, str]]]:
    """(total, part, weight) by the last part of the role."""
    root = etree.fromstring(extension_files(report)[f"{report.name}-cal.xml"])
    return {
        link.get(f"{XLINK}role", "").rpartition("/")[2]: [
            (arc.get(f"{XLINK}from", ""), arc.get(f"{XLINK}to", ""), arc.get("weight", "")) for arc in link.iter(f"{LINK}calculationArc")
        ]
        for link in root.iter(f"{LINK}calculationLink")
    }


def written(report: Report, folder: Path) -> Path:
    sink = io.BytesIO()
    write_instance(report, sink)
    write_files(folder, {**taxonomy_files(report), f"{report.name}.xbrl": sink.getvalue()})
    return folder / f"{report.name}.xbrl"


def role(word: str) -> str:
    return f"{REPORT.namespace}/role/{word}"


def test_the_printed_core_taxonomy_is_fresh() -> None:
    folder = taxonomy_folder()
    for name, content in package_files(CORE).items():
        assert (folder / name).read_bytes() == content, f"{name} is stale: run `release2xbrl taxonomy`"


def test_printing_writes_what_the_package_holds(tmp_path: Path) -> None:
    (tmp_path / "concepts.csv").write_bytes((taxonomy_folder() / "concepts.csv").read_bytes())
    printed = print_taxonomy(tmp_path)
    assert {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in printed} == package_files(CORE)


def test_the_package_is_the_same_twice_and_has_one_folder() -> None:
    package = taxonomy_package(taxonomy_folder())
    assert package == taxonomy_package(taxonomy_folder())
    with zipfile.ZipFile(io.BytesIO(package)) as held:
        names = held.namelist()
    assert {name.split("/")[0] for name in names} == {"er-2026-11-30"}
    assert "er-2026-11-30/META-INF/taxonomyPackage.xml" in names


def test_the_core_has_no_calculation() -> None:
    assert not [name for name, content in core_files(CORE).items() if "-cal" in name or b"summation-item" in content]


def test_the_referee_accepts_the_package(tmp_path: Path) -> None:
    path = tmp_path / "er-2026-11-30.zip"
    path.write_bytes(taxonomy_package(taxonomy_folder()))
    assert judge(path) == ()


def listed(path: Path) -> set[str]:
    """The roles in which Arelle lists a statement of the file, which must be valid."""
    with judged(path) as (rulings, models):
        assert rulings == ()
        (model,) = models
        return set(model.relationshipSet("http://www.xbrl.org/2003/arcrole/parent-child").linkRoleUris)


def test_a_report_lists_each_statement_once(tmp_path: Path) -> None:
    """Its own presentation only: the taxonomy's order of the same lines comes with another schema."""
    assert listed(written(REPORT, tmp_path)) == {role(network.role) for network in REPORT.networks}


def test_statements_are_listed_in_printed_order() -> None:
    """Viewers sort statements by the definitions of their roles."""
    roles = etree.fromstring(extension_files(REPORT)[f"{REPORT.name}.xsd"]).iter(f"{LINK}roleType")
    told = {each.get("roleURI"): each.findtext(f"{LINK}definition", "") for each in roles}
    printed = [role(network.role) for network in REPORT.networks]
    assert sorted(printed, key=lambda uri: told[uri]) == printed
    assert told[printed[0]] == f"1 - {REPORT.networks[0].definition}"


def test_the_taxonomy_itself_opens_with_its_presentation(tmp_path: Path) -> None:
    (tmp_path / "concepts.csv").write_bytes((taxonomy_folder() / "concepts.csv").read_bytes())
    print_taxonomy(tmp_path)
    words = ("IncomeStatement", "StatementOfFinancialPosition", "StatementOfCashFlows", "Disclosures")
    assert listed(tmp_path / "er-2026-11-30-all.xsd") == {f"{NAMESPACE}/role/{word}" for word in words}
    assert listed(tmp_path / "er-2026-11-30.xsd") == set()


def test_every_entry_point_of_the_package_is_a_file_in_it() -> None:
    described = etree.fromstring(package_files(CORE)["META-INF/taxonomyPackage.xml"])
    addresses = [each.get("href", "") for each in described.iter("{*}entryPointDocument")]
    assert [address.removeprefix(f"{NAMESPACE}/") for address in addresses] == ["er-2026-11-30-all.xsd", "er-2026-11-30.xsd"]
    assert {address.removeprefix(f"{NAMESPACE}/") for address in addresses} <= core_files(CORE).keys()


def test_exact_broader_and_narrower_anchors_are_told_apart() -> None:
    root = etree.fromstring(core_files(CORE)["er-2026-11-30-ref.xml"])
    section = "{http://www.xbrl.org/2006/ref}Section"
    found = {
        (ref.get(f"{XLINK}role", "").rpartition("/")[2], ref.findtext(section))
        for ref in root.iter(f"{LINK}reference")
        if ref.get(f"{XLINK}label", "").startswith("er_ProductRevenues_")
    }
    assert found == {("broader", "Revenues"), ("broader", "RevenueFromContractWithCustomerExcludingAssessedTax")}
    exact = {ref.findtext(section) for ref in root.iter(f"{LINK}reference") if ref.get(f"{XLINK}role") == ROLE + "reference"}
    assert exact == {concept.us_gaap for concept in CORE if concept.us_gaap}


def test_a_withdrawn_element_is_not_dated_2025() -> None:
    root = etree.fromstring(core_files(CORE)["er-2026-11-30-ref.xml"])
    withdrawn = [ref for ref in root.iter(f"{LINK}reference") if ref.findtext("{*}Section") == "ExtraordinaryItemNetOfTax"]
    assert withdrawn
    assert [ref.findtext("{*}IssueDate") for ref in withdrawn] == [None]


def test_the_referee_accepts_a_report_from_its_folder(tmp_path: Path) -> None:
    assert judge(written(evolve(REPORT, name="a name"), tmp_path)) == ()


def test_the_referee_tells_what_is_wrong(tmp_path: Path) -> None:
    wrong = evolve(REPORT, facts=tuple(fact("GrossProfit", "2900000") if f.concept.name == "GrossProfit" else f for f in REPORT.facts))
    assert [ruling.code for ruling in judge(written(wrong, tmp_path))] == ["calc11e:inconsistentCalculationUsingRounding"]
    (tmp_path / "other.xml").write_text('<feed xmlns="http://www.w3.org/2005/Atom"/>', encoding="utf-8")
    assert [ruling.code for ruling in judge(tmp_path / "other.xml")] == ["NothingLoaded"]
    assert [ruling.code for ruling in judge(tmp_path / "absent.xbrl")] == ["NotOpened"]


def test_lines_stand_as_printed_under_the_statements_heading() -> None:
    arcs = presented(REPORT, role("IncomeStatement"))
    assert arcs[0] == ("IncomeStatementAbstract", "Revenues", "")
    assert ("CostsHeading", "CostOfRevenue", "negatedLabel") in arcs
    assert ("IncomeStatementAbstract", "GrossProfit", "totalLabel") in arcs
    assert [child for _, child, _ in arcs].count("NetIncomeLoss") == 2


def test_a_statement_of_another_name_gets_its_own_heading() -> None:
    assert presented(REPORT, role("CondensedBalanceSheet"))[0] == ("CondensedBalanceSheetAbstract", "AssetsAbstract", "")
    assert b'name="CondensedBalanceSheetAbstract"' in extension_files(REPORT)["example.xsd"]


def test_no_line_becomes_its_own_ancestor(tmp_path: Path) -> None:
    a, b = CORE["Assets"], CORE["AssetsCurrent"]
    looped = Network("StatementOfFinancialPosition", "Loop", (Arc(a, 1), Arc(b, 2), Arc(a, 3), Arc(b, 1), Arc(a, 2)))
    report = evolve(REPORT, networks=(INCOME, looped))
    arcs = presented(report, role("StatementOfFinancialPosition"))
    assert [child for _, child, _ in arcs] == ["Assets", "AssetsCurrent", "Assets", "AssetsCurrent", "Assets"]
    assert ("AssetsCurrent", "Assets") not in {(parent, child) for parent, child, _ in arcs}
    assert judge(written(report, tmp_path)) == ()


def test_the_filers_words_take_the_place_of_the_cores() -> None:
    assert labelled(REPORT, "Revenues")["label"] == "Net sales"
    root = etree.fromstring(extension_files(REPORT)["example-lab.xml"])
    prohibited = [arc.get(f"{XLINK}to") for arc in root.iter(f"{LINK}labelArc") if arc.get("use") == "prohibited"]
    assert "core_er_Revenues_label" in prohibited


def test_words_are_one_line_of_legal_characters() -> None:
    assert labelled(REPORT, "NetIncomeLoss")["totalLabel"] == "Net earnings"


def test_two_concepts_never_share_a_standard_label() -> None:
    assert labelled(REPORT, "EarningsPerShareBasic")["label"] == "Basic"
    shares = labelled(REPORT, "WeightedAverageNumberOfSharesOutstandingBasic")
    assert shares == {"terseLabel": "Basic"}
    line = ("PerShareHeading", "WeightedAverageNumberOfSharesOutstandingBasic", "terseLabel")
    assert line in presented(REPORT, role("IncomeStatement"))


def test_words_that_must_move_do_not_displace_others() -> None:
    basic = CORE["WeightedAverageNumberOfSharesOutstandingBasic"]
    report = evolve(REPORT, labels=(*LABELS, (basic, "terseLabel", "Basic shares")))
    assert labelled(report, basic.name) == {"terseLabel": "Basic shares", "verboseLabel": "Basic"}
    assert ("PerShareHeading", basic.name, "verboseLabel") in presented(report, role("IncomeStatement"))


def test_an_extension_concept_cannot_take_a_core_label() -> None:
    other = own("OtherGrants", labels=(("label", "Revenues"),))
    report = evolve(EMPTY, extension=(other,))
    assert labelled(report, "OtherGrants") == {"label": "Other grants", "terseLabel": "Revenues"}


def test_a_preferred_label_always_exists() -> None:
    assert labelled(REPORT, "OperatingIncomeLoss") == {"netLabel": "Operating income (loss)"}
    assert "negatedLabel" not in labelled(REPORT, "IncomeTaxExpenseBenefit"), "the core has it already"


def test_sums_become_calculations_with_their_weights() -> None:
    sums = summed(REPORT)
    assert ("er_GrossProfit", "er_CostOfRevenue", "-1") in sums["IncomeStatement"]
    assert ("er_GrossProfit", "xmpl_GrantIncome", "1") in sums["IncomeStatement"]
    assert sums["CondensedBalanceSheet"] == [("er_Assets", "er_AssetsCurrent", "1"), ("er_Assets", "er_Goodwill", "1")]


def test_without_sums_there_is_no_calculation_file() -> None:
    report = evolve(REPORT, networks=(evolve(INCOME, sums=()),))
    assert set(extension_files(report)) == {"example.xsd", "example-lab.xml", "example-pre.xml"}
    assert b"calculation" not in extension_files(report)["example.xsd"]


def test_a_second_sum_of_one_total_gets_a_role_of_its_own(tmp_path: Path) -> None:
    again = (CORE["GrossProfit"], ((CORE["OperatingIncomeLoss"], 1),))
    report = evolve(REPORT, networks=(evolve(INCOME, sums=(GROSS, again)), BALANCE_SHEET))
    assert summed(report)["IncomeStatement-2"] == [("er_GrossProfit", "er_OperatingIncomeLoss", "1")]
    assert judge(written(report, tmp_path)) == ()


def test_sums_in_a_ring_are_parted() -> None:
    turned = (CORE["Revenues"], ((CORE["GrossProfit"], 1), (CORE["CostOfRevenue"], 1)))
    legal = (CORE["Revenues"], ((CORE["GrossProfit"], 1),))
    assert len(summed(evolve(REPORT, networks=(evolve(INCOME, sums=(GROSS, legal)),)))) == 2
    with pytest.raises(ValueError, match="contradicts their balances"):
        extension_files(evolve(REPORT, networks=(evolve(INCOME, sums=(turned,)),)))


@pytest.mark.parametrize(
    ("total", "part", "weight", "legal"),
    [
        ("GrossProfit", "Revenues", 1, True),
        ("GrossProfit", "Revenues", -1, False),
        ("GrossProfit", "CostOfRevenue", -1, True),
        ("GrossProfit", "CostOfRevenue", 1, False),
        ("NetCashProvidedByUsedInOperatingActivities", "NetIncomeLoss", 1, True),
        ("NetCashProvidedByUsedInOperatingActivities", "NetIncomeLoss", -1, True),
        ("NetCashProvidedByUsedInOperatingActivities", "NetIncomeLoss", 0, False),
    ],
)
def test_weights_follow_table_6(total: str, part: str, weight: int, legal: bool) -> None:
    assert weight_is_legal(CORE[total], CORE[part], weight) is legal


@pytest.mark.parametrize(
    ("total", "parts", "reason"),
    [
        ("GrossProfit", (("Revenues", -1),), "contradicts their balances"),
        ("GrossProfit", (("Assets", -1),), "one is an instant's"),
        ("GrossProfit", (("IncomeStatementAbstract", 1),), "both must be numbers"),
        ("GrossProfit", (("GrossProfit", 1),), "other concepts"),
        ("GrossProfit", (("Revenues", 1), ("Revenues", 1)), "each once"),
        ("GrossProfit", (), "there are none"),
    ],
)
def test_sums_that_xbrl_forbids_are_refused(total: str, parts: tuple[tuple[str, int], ...], reason: str) -> None:
    sums = ((CORE[total], tuple((CORE[part], weight) for part, weight in parts)),)
    with pytest.raises(ValueError, match=reason):
        extension_files(evolve(REPORT, networks=(evolve(INCOME, sums=sums),)))


def test_strange_namespaces_twins_and_roles_are_refused() -> None:
    with pytest.raises(ValueError, match="extension concepts must be of"):
        extension_files(evolve(EMPTY, extension=(evolve(GRANTS, namespace="urn:other"),)))
    with pytest.raises(ValueError, match="two extension concepts"):
        extension_files(evolve(EMPTY, extension=(GRANTS, evolve(GRANTS, period=PeriodType.INSTANT))))
    with pytest.raises(ValueError, match="two networks"):
        extension_files(evolve(REPORT, networks=(INCOME, INCOME)))
    with pytest.raises(ValueError, match="no label role"):
        extension_files(evolve(REPORT, labels=(*LABELS, (GRANTS, "niceLabel", "Grants"))))
    with pytest.raises(ValueError, match="cannot be the end of a role"):
        extension_files(evolve(REPORT, networks=(evolve(INCOME, role="a b"),)))


def test_every_type_of_concept_is_accepted(tmp_path: Path) -> None:
    kinds = tuple(own(f"Own{kind.name.title().replace('_', '')}", type=kind) for kind in Type)
    network = evolve(INCOME, arcs=(*INCOME.arcs, *(Arc(kind, 1) for kind in kinds)))
    report = evolve(REPORT, extension=(GRANTS, COSTS, *REPORT.extension[2:], *kinds), networks=(network, BALANCE_SHEET))
    assert judge(written(report, tmp_path)) == ()


def test_facts_leave_the_taxonomy_as_it_is() -> None:
    assert extension_files(REPORT) == extension_files(evolve(REPORT, facts=(*REPORT.facts, fact("Assets", "1000"))))
