"""Both schema verdicts, lxml's and xmlschema's, and the rules that schemas cannot say, on instances that were broken on purpose."""

import io
import re

import pytest
from attrs import evolve
from reports import REPORT

from converter.diagnostic import Code
from converter.linkbases.files import extension_files, taxonomy_files
from converter.validation.schema import SchemaValidator, official_file, validate_fully
from converter.writers.xbrl import write_instance

SCHEMA = extension_files(REPORT)["example.xsd"]
VALIDATOR = SchemaValidator(REPORT.taxonomy)


def instance() -> bytes:
    sink = io.BytesIO()
    write_instance(REPORT, sink)
    return sink.getvalue()


INSTANCE = instance()


def changed(pattern: str, replacement: str) -> bytes:
    """The instance with its first match replaced; fails when there is none, so that no mutation is idle."""
    result, count = re.subn(pattern.encode(), replacement.encode(), INSTANCE, count=1, flags=re.DOTALL)
    assert count == 1
    return result


def messages(mutated: bytes) -> str:
    found = VALIDATOR.check(mutated, SCHEMA, "example.xsd")
    assert {diagnostic.code for diagnostic in found} <= {Code.OUTPUT_INVALID}
    return "\n".join(diagnostic.message for diagnostic in found)


def objections(mutated: bytes) -> str:
    return "\n".join(diagnostic.message for diagnostic in VALIDATOR.explain(mutated, SCHEMA))


def test_what_the_writer_writes_is_valid() -> None:
    assert messages(INSTANCE) == ""
    assert objections(INSTANCE) == ""
    assert validate_fully({**taxonomy_files(REPORT), "example.xbrl": INSTANCE}, REPORT.taxonomy) == ()


SEEN_BY_SCHEMAS = [
    (' contextRef="[^"]*"', "", "Revenues"),
    ('decimals="-3"', 'decimals="three"', "three"),
    ('decimals="-3"', 'decimals="-3.5"', "-3.5"),
    ("er:GrossProfit(.*?)er:GrossProfit", r"er:GrossLoss\1er:GrossLoss", "GrossLoss"),
    ("xmpl:GrantIncome(.*?)xmpl:GrantIncome", r"xmpl:Grants\1xmpl:Grants", "Grants"),
    (">7792000<", ">7,792,000<", "7,792,000"),
    (">7792000<", "><", "Revenues"),
    (">8000<", ">roughly<", "roughly"),
    (">0.10<", ">1E-1<", "1E-1"),
    ("<xbrli:period>.*?</xbrli:period>", "", "period"),
    ("<xbrli:entity>.*?</xbrli:entity>", "", "entity"),
    ("<xbrli:instant>2003-12-31", "<xbrli:instant>2003-12-32", "2003-12-32"),
    ("<xbrli:endDate>2003-12-31", "<xbrli:endDate>December", "December"),
    ("<xbrli:startDate>[^<]*</xbrli:startDate>", "", "startDate"),
    ("<xbrli:measure>.*?</xbrli:measure>", "", "unit"),
    ("<link:schemaRef.*?</link:schemaRef>", "", "schemaRef"),
    ('id="f1"', 'id="1f"', "1f"),
    ("er:Revenues(.*?)er:Revenues", r"er:AssetsAbstract\1er:AssetsAbstract", "AssetsAbstract"),
    ('id="f1"', 'id="f1" colour="red"', "colour"),
]


@pytest.mark.parametrize(("pattern", "replacement", "named"), SEEN_BY_SCHEMAS)
def test_both_schema_verdicts_agree_and_name_the_culprit(pattern: str, replacement: str, named: str) -> None:
    mutated = changed(pattern, replacement)
    assert named in messages(mutated)
    assert named in objections(mutated)


def test_what_lxml_finds_is_told_with_its_line() -> None:
    line = INSTANCE[: INSTANCE.index(b"<er:Revenues")].count(b"\n") + 1
    assert f"Line {line}," in messages(changed(">7792000<", ">7,792,000<"))


SEEN_BY_US = [
    ('contextRef="D[^"]*"', 'contextRef="D1999"', "Revenues: there is no context D1999"),
    ('unitRef="USD"', 'unitRef="EUR"', "Revenues: there is no unit EUR"),
    (' unitRef="USD"', "", "Revenues: a number needs a unitRef"),
    (' decimals="-3"', "", "Revenues: a number needs decimals"),
    ('decimals="-3"', 'decimals="-3" precision="4"', "no precision"),
    ('decimals="-3">7792000', 'decimals="-6">7792000', "more digits than decimals -6"),
    ('decimals="-3"', 'decimals="-3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"', "nil has no decimals"),
    ('contextRef="D[^"]*"', 'contextRef="I20031231"', "Revenues: it is measured duration, but I20031231 is an instant"),
    ('unitRef="USD"', 'unitRef="shares"', "Revenues: shares does not measure what is monetary"),
    ('unitRef="USD-per-shares"', 'unitRef="USD"', "EarningsPerShareBasic: USD does not measure what is perShare"),
    ("iso4217:USD", "iso4217:dollars", "USD does not measure what is monetary"),
    ("iso4217:USD", "money:USD", "USD does not measure what is monetary"),
    ('id="f2"', 'id="f1"', "the id f1 is given twice"),
    ("2003-10-01", "2004-10-01", "ends before it starts"),
    (">0000123456<", "> <", "identifies nobody"),
    ('href="example.xsd"', 'href="other.xsd"', "points to other.xsd, not to example.xsd"),
    ('href="example.xsd"', 'href=""', "points to nothing"),
    (
        "(<xbrli:unit )",
        r'<xbrli:unit id="idle"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>\1',
        "No fact uses idle.",
    ),
    (
        "(<xbrli:unit )",
        r'<xbrli:unit id="dollars"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>\1',
        "means the same as dollars",
    ),
]


@pytest.mark.parametrize(("pattern", "replacement", "said"), SEEN_BY_US)
def test_rules_that_schemas_do_not_see(pattern: str, replacement: str, said: str) -> None:
    assert said in messages(changed(pattern, replacement))


def test_what_is_no_xml_is_said_so() -> None:
    assert "cannot be read" in messages(INSTANCE[:500])
    assert "cannot be read" in messages(b"")
    assert [d.code for d in VALIDATOR.check(INSTANCE, b"<xsd")] == [Code.OUTPUT_INVALID]


def test_a_schema_that_is_no_schema_is_said_so() -> None:
    found = VALIDATOR.check(INSTANCE, SCHEMA.replace(b"xbrli:monetaryItemType", b"xbrli:nothing"))
    assert [d.code for d in found] == [Code.OUTPUT_INVALID]


def test_a_validator_judges_again_after_a_bad_instance() -> None:
    assert messages(changed(">7792000<", ">many<"))
    assert messages(INSTANCE) == ""


def test_full_validation_reads_linkbases_and_the_schema_reference() -> None:
    files = {**extension_files(REPORT), "example.xbrl": INSTANCE}
    broken = {**files, "example-lab.xml": files["example-lab.xml"].replace(b' xlink:from="er_Revenues"', b"", 1)}
    assert broken != files
    assert "example-lab.xml" in "\n".join(d.message for d in validate_fully(broken, REPORT.taxonomy))
    orphan = {"example.xbrl": INSTANCE}
    assert "points to example.xsd, which is not there" in "\n".join(d.message for d in validate_fully(orphan, REPORT.taxonomy))


def test_official_schemas_are_local_under_both_schemes() -> None:
    for scheme in ("http", "https"):
        path = official_file(f"{scheme}://www.xbrl.org/dtr/type/2024-01-31/types.xsd")
        assert path
        assert path.is_file()
    assert official_file("http://www.xbrl.org/no/such.xsd") is None
    assert official_file("file:///etc/hosts") is None


def test_a_report_without_own_concepts_is_judged_too() -> None:
    plain = evolve(REPORT, facts=tuple(f for f in REPORT.facts if f.concept.core), extension=(), networks=(), labels=())
    sink = io.BytesIO()
    write_instance(plain, sink)
    assert VALIDATOR.check(sink.getvalue(), extension_files(plain)["example.xsd"], "example.xsd") == ()
