"""XBRL files of anybody read back for a comparison: what their facts mean, and that no file can do harm."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from converter import Refusal
from converter.comparison.books.book import Book
from converter.comparison.books.instances import instance_book
from converter.comparison.books.lexical import accuracy, number, period
from converter.comparison.books.oim_json import oim_json_book
from converter.comparison.books.opening import open_book
from converter.period import Duration, Instant
from converter.report import Unit
from converter.taxonomy import read_taxonomy, taxonomy_folder

CORE = read_taxonomy(taxonomy_folder())
HEAD = (
    '<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:g="http://fasb.org/us-gaap/2012-01-31" xmlns:own="http://x.example/2012" '
    'xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" '
    'xmlns:dei="http://xbrl.sec.gov/dei/2012-01-31" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    '<link:schemaRef xlink:type="simple" xlink:href="x.xsd"/>'
)
WHO = '<entity><identifier scheme="http://www.sec.gov/CIK">0000000007</identifier>{}</entity>'
SEGMENT = '<segment><xbrldi:explicitMember dimension="own:Axis">own:Member</xbrldi:explicitMember></segment>'
CONTEXTS = (
    f'<context id="q">{WHO.format("")}<period><startDate>2012-01-01</startDate><endDate>2012-03-31</endDate></period></context>'
    f'<context id="i">{WHO.format("")}<period><instant>2012-03-31</instant></period></context>'
    f'<context id="m">{WHO.format("")}<period><instant>2012-04-01T00:00:00</instant></period></context>'
    f'<context id="s">{WHO.format(SEGMENT)}<period><instant>2012-03-31</instant></period></context>'
    '<unit id="u"><measure>iso4217:USD</measure></unit>'
    '<unit id="p"><divide><unitNumerator><measure>iso4217:USD</measure></unitNumerator>'
    "<unitDenominator><measure>shares</measure></unitDenominator></divide></unit>"
)
FACT = '<g:Assets id="a" contextRef="i" unitRef="u" decimals="-3">25000</g:Assets>'


def read(facts: str, folder: Path | None = None) -> Book:
    return instance_book(f"{HEAD}{CONTEXTS}{facts}</xbrl>".encode(), "x.xml", CORE, folder)


def test_facts_mean_what_they_say() -> None:
    made = read(
        FACT
        + '<g:Revenues contextRef="q" unitRef="u" decimals="INF"> +7792.50 </g:Revenues>'
        + '<g:EarningsPerShareBasic contextRef="q" unitRef="p" decimals="2">-.22</g:EarningsPerShareBasic>'
        + "<dei:EntityRegistrantName contextRef='q'>Harbour Tools, Inc.</dei:EntityRegistrantName>"
    )
    assets, sales, per_share = made.figures
    assert (made.scheme, made.identifier) == ("http://www.sec.gov/CIK", "0000000007")
    assert ("name", "harbour tools") in made.known_as
    assert (assets.line.keys[0], assets.period, assets.unit) == (("er", "Assets"), Instant(date(2012, 3, 31)), Unit.money("USD"))
    assert (assets.value, assets.decimals, assets.fact) == (Decimal(25000), -3, "a")
    assert (sales.value, sales.decimals, sales.period) == (Decimal("7792.5"), None, Duration(date(2012, 1, 1), date(2012, 3, 31)))
    assert (per_share.unit, per_share.value) == (Unit.per_share("USD"), Decimal("-0.22"))
    assert made.left_out == 1  # the name is no number


def test_what_cannot_be_compared_is_left_out_and_counted() -> None:
    made = read(
        FACT
        + '<g:Cash contextRef="s" unitRef="u" decimals="0">5</g:Cash>'  # of a segment
        + '<g:Cash contextRef="i" unitRef="u" xsi:nil="true"/>'
        + '<g:Cash contextRef="i" unitRef="u">5</g:Cash>'  # nothing says how exact it is
        + '<g:Cash contextRef="none" unitRef="u" decimals="0">5</g:Cash>'
        + '<g:Cash contextRef="i" unitRef="u" decimals="0">about 5</g:Cash>'
    )
    assert (len(made.figures), made.left_out) == (1, 5)


def test_the_start_of_the_next_day_is_the_end_of_this_one() -> None:
    """XBRL 2.1, 4.7.2."""
    (made,) = read(FACT.replace('"i"', '"m"')).figures
    assert made.period == Instant(date(2012, 3, 31))
    assert period(None, "2012-01-01T00:00:00", "2012-04-01T00:00:00", midnights=True) == Duration(date(2012, 1, 1), date(2012, 3, 31))
    assert period("2012-03-31", None, None, midnights=True) is None
    assert period("2012-03-31T12:00:00", None, None) is None
    assert period("2012-02-30", None, None) is None
    assert period(None, "2012-04-01", "2012-03-31") is None


@pytest.mark.parametrize(
    ("value", "precision", "decimals"), [("123456", "3", -3), ("0.0123", "2", 3), ("-98000", "2", -3), ("0", "4", None), ("5", "INF", None)]
)
def test_precision_becomes_decimals(value: str, precision: str, decimals: int | None) -> None:
    """XBRL 2.1, 4.6.6: 123456 to 3 digits is certain to the thousand."""
    assert accuracy(Decimal(value), None, precision) == (True, decimals)
    assert accuracy(Decimal(value), None, "0") == ((True, None) if value == "0" else (False, None))


def test_numbers_are_decimals_of_a_length_that_reports_have() -> None:
    assert number(" -1.50 ") == Decimal("-1.5")
    for words in ("", "1e9", "NaN", "INF", "1,000", "9" * 5000, "\N{ARABIC-INDIC DIGIT ONE}"):
        assert number(words) is None


LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<xbrl", "broken XML: line 1"),
        (b"<?xml version='1.0'?><a/>", "no XBRL instance: its root is a"),
        (f"{HEAD}{CONTEXTS}</xbrl>".encode(), "states no number"),
        (f"{LAUGHS}{HEAD}{CONTEXTS}{FACT}</xbrl>".encode(), "document type"),
        (f"{HEAD}{CONTEXTS}{FACT.replace('25000', '&b;')}</xbrl>".encode(), "broken XML"),
        (f"{HEAD}{CONTEXTS.replace('0000000007', '8', 1)}{FACT}</xbrl>".encode(), "2 entities"),
        (("<a>" * 5000).encode(), "broken XML"),
    ],
)
def test_a_file_that_cannot_be_used_earns_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Refusal, match=words) as told:
        instance_book(data, "x.xml", CORE)
    assert "\n" not in str(told.value)
    assert str(told.value).count("x.xml") == 1


def test_a_huge_file_earns_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.comparison.books.instances.LARGEST", 1 << 20)
    with pytest.raises(Refusal, match="more than 1 MB"):
        instance_book(b"<" + b" " * (1 << 20), "x.xml", CORE)


def test_entities_of_files_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("4711")
    data = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>{HEAD}{CONTEXTS}{FACT.replace("25000", "&s;")}</xbrl>'
    with pytest.raises(Refusal, match="document type") as told:
        instance_book(data.encode(), "x.xml", CORE)
    assert "4711" not in str(told.value)


def test_only_taxonomies_in_the_folder_are_read(tmp_path: Path) -> None:
    """A schema of the web or of another folder is not followed, and a broken one is no taxonomy; the facts stand without it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "x.xsd").write_text("<broken")
    own = '<own:Grants contextRef="q" unitRef="u" decimals="0">5</own:Grants>'
    for href in ("../x.xsd", "http://x.example/x.xsd", "file:///etc/passwd", "", "."):
        data = f"{HEAD.replace('x.xsd', href)}{CONTEXTS}{own}</xbrl>".encode()
        (made,) = instance_book(data, "x.xml", CORE, tmp_path / "in").figures
        assert made.line.keys == (("own", "http://x.example/2012", "Grants"),)
    assert len(instance_book(f"{HEAD}{CONTEXTS}{own}</xbrl>".encode(), "x.xml", CORE, tmp_path).figures) == 1


JSON = {
    "documentInfo": {
        "documentType": "https://xbrl.org/2021/xbrl-json",
        "namespaces": {"er": "https://release2xbrl.org/er/2026-11-30", "cik": "http://www.sec.gov/CIK"},
    },
    "facts": {
        "f1": {
            "value": "7792000",
            "decimals": -3,
            "dimensions": {
                "concept": "er:Revenues",
                "entity": "cik:0000000007",
                "period": "2003-10-01T00:00:00/2004-01-01T00:00:00",
                "unit": "iso4217:USD",
            },
        },
        "f2": {
            "value": "-0.22",
            "decimals": 2,
            "dimensions": {
                "concept": "er:EarningsPerShareBasic",
                "entity": "cik:0000000007",
                "period": "2003-10-01T00:00:00/2004-01-01T00:00:00",
                "unit": "iso4217:USD/xbrli:shares",
            },
        },
        "f3": {"value": "words", "dimensions": {"concept": "er:Revenues", "entity": "cik:0000000007"}},
    },
}


def test_json_means_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(JSON))
    made = open_book(path)
    sales, per_share = made.figures
    assert (made.form, made.scheme, made.identifier, made.left_out) == ("xBRL-JSON", "http://www.sec.gov/CIK", "0000000007", 1)
    assert (sales.line.name, sales.value, sales.decimals) == ("er:Revenues", Decimal(7792000), -3)
    assert sales.line.keys == (("er", "Revenues"),)
    assert sales.period == Duration(date(2003, 10, 1), date(2003, 12, 31))
    assert (sales.unit, per_share.unit, sales.fact) == (Unit.money("USD"), Unit.per_share("USD"), "f1")


@pytest.mark.parametrize(
    "data", [b"{", b"[" * 100_000, b"{}", b'{"documentInfo": 7}', b"\xff\xfe{", json.dumps({**JSON, "facts": 7}).encode()]
)
def test_json_that_cannot_be_used_earns_one_sentence(data: bytes) -> None:
    with pytest.raises(Refusal, match=r"x\.json") as told:
        oim_json_book(data, "x.json", CORE)
    assert "\n" not in str(told.value)
