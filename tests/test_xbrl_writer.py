"""The instance: its order, ids, numbers and periods; and files that are whole or absent."""

import io
import os
import tracemalloc
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from many import Made
from many import report as report_of
from reports import QUARTER, REPORT, fact, own

from converter.diagnostic import Code, Refusal
from converter.filing import CIK_SCHEME, Entity
from converter.period import Duration, Instant
from converter.report import Report, Unit
from converter.taxonomy import NAMESPACE, Type
from converter.writers.atomic import write_files
from converter.writers.naming import context_id, unit_id
from converter.writers.numbers import lexical, plain_decimal
from converter.writers.oim_csv import write_csv
from converter.writers.oim_json import write_json
from converter.writers.xbrl import write_instance

XBRLI = "{http://www.xbrl.org/2003/instance}"


def instance(report: Report) -> bytes:
    sink = io.BytesIO()
    write_instance(report, sink)
    return sink.getvalue()


def test_schema_reference_contexts_units_and_facts_come_in_this_order() -> None:
    names = [etree.QName(child).localname for child in etree.fromstring(instance(REPORT))]
    assert names[0] == "schemaRef"
    frame = [name for name in names if name in ("schemaRef", "context", "unit")]
    assert names[: len(frame)] == ["schemaRef", "context", "context", "unit", "unit", "unit"]
    assert len(names) == len(frame) + len(REPORT.facts)


def test_the_prefix_of_the_core_is_bound_even_without_core_facts() -> None:
    assert etree.fromstring(instance(evolve(REPORT, facts=()))).nsmap["er"] == NAMESPACE


def test_ids_say_what_they_stand_for() -> None:
    root = etree.fromstring(instance(REPORT))
    assert [context.get("id") for context in root.iter(f"{XBRLI}context")] == ["I20031231", "D20031001-20031231"]
    assert [unit.get("id") for unit in root.iter(f"{XBRLI}unit")] == ["USD", "USD-per-shares", "shares"]
    first = root.find(f"{{{NAMESPACE}}}Revenues")
    assert first is not None
    assert dict(first.attrib) == {"id": "f1", "contextRef": "D20031001-20031231", "unitRef": "USD", "decimals": "-3"}


def test_dates_are_written_as_people_mean_them() -> None:
    root = etree.fromstring(instance(REPORT))
    assert [(root.findtext(f".//{XBRLI}{name}")) for name in ("instant", "startDate", "endDate")] == [
        "2003-12-31",
        "2003-10-01",
        "2003-12-31",
    ]


def test_contexts_and_units_do_not_depend_on_the_order_of_facts() -> None:
    turned = etree.fromstring(instance(evolve(REPORT, facts=REPORT.facts[::-1])))
    straight = etree.fromstring(instance(REPORT))
    for kind in ("context", "unit"):
        assert [etree.tostring(e) for e in turned.iter(XBRLI + kind)] == [etree.tostring(e) for e in straight.iter(XBRLI + kind)]


def test_a_name_with_blanks_and_marks_is_quoted_in_the_reference() -> None:
    reference = etree.fromstring(instance(evolve(REPORT, name="Q4 & #1")))[0]
    assert reference.get("{http://www.w3.org/1999/xlink}href") == "Q4%20%26%20%231.xsd"


def test_an_entity_with_marks_and_control_characters_is_still_xml() -> None:
    report = evolve(REPORT, entity=Entity(CIK_SCHEME, "A & <B>\x0c C"))
    assert etree.fromstring(instance(report)).findtext(f".//{XBRLI}identifier") == "A & <B> C"


@pytest.mark.parametrize("ticker", ["LINK", "XSI", "XMLX", "XLINK", "ISO4217"])
def test_a_ticker_that_is_a_prefix_of_xbrl_does_not_take_it(ticker: str) -> None:
    report = evolve(REPORT, entity=evolve(REPORT.entity, ticker=ticker, name="", identifier="link"), extension=(), networks=(), labels=())
    facts = (fact(evolve(own("Own"), namespace=report.namespace, prefix=report.prefix), "1000"),)
    spaces = etree.fromstring(instance(evolve(report, facts=facts))).nsmap
    assert spaces["link"] == "http://www.xbrl.org/2003/linkbase"
    assert spaces[report.prefix] == report.namespace


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        ("7792000", -3, "7792000"),
        ("7.792E+6", -3, "7792000"),
        ("-379000", -3, "-379000"),
        ("-0", -3, "0"),
        ("-0.00", 2, "0.00"),
        ("0.1", 2, "0.10"),
        ("-.05", 2, "-0.05"),
        ("1.500", None, "1.5"),
        ("100", None, "100"),
        ("0E+3", None, "0"),
        ("1E+30", -3, "1" + "0" * 30),
        ("12345678901234567890123456789012.25", 2, "12345678901234567890123456789012.25"),
    ],
)
def test_numbers_are_plain(value: str, decimals: int | None, written: str) -> None:
    assert lexical(fact("Revenues", value, decimals)) == written


@pytest.mark.parametrize(("value", "decimals"), [("7792100", -3), ("0.125", 2), ("500", -3), ("1.5", 0), ("1", -1)])
def test_a_number_with_more_digits_than_its_decimals_is_refused(value: str, decimals: int) -> None:
    with pytest.raises(ValueError, match="more digits than decimals"):
        lexical(fact("Revenues", value, decimals))


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_plain_decimals_are_the_same_number_without_exponent(value: Decimal) -> None:
    written = plain_decimal(value)
    assert Decimal(written) == value
    assert not set(written) & set("Ee+")
    assert written == "0" or Decimal(written)


def test_infinite_accuracy_is_said_so() -> None:
    root = etree.fromstring(instance(evolve(REPORT, facts=(fact("Revenues", "12.34", None),))))
    assert root[-1].get("decimals") == "INF"


def test_names_of_periods_and_units() -> None:
    assert context_id(Instant(date(2004, 4, 4))) == "I20040404"
    assert context_id(Duration(date(2004, 1, 1), date(2004, 4, 4))) == "D20040101-20040404"
    assert [unit_id(unit) for unit in (Unit.money("EUR"), Unit.per_share("USD"), Unit.shares(), Unit.pure())] == [
        "EUR",
        "USD-per-shares",
        "shares",
        "pure",
    ]


@pytest.mark.parametrize("write", [write_instance, write_json, write_csv])
def test_facts_stream_in_little_memory(write: Callable[[Report, BinaryIO], None]) -> None:
    peaks = []
    for count in (2_000, 10_000):
        with Path(os.devnull).open("wb") as sink:
            tracemalloc.start()
            write(report_of(Made(count, days=5)), sink)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < peaks[0] + 200_000


def test_a_percentage_is_pure() -> None:
    share = own("TaxRate", type=Type.PERCENT)
    root = etree.fromstring(instance(evolve(REPORT, facts=(fact(share, "0.38", 2, QUARTER, Unit.pure()),))))
    assert root.findtext(f".//{XBRLI}measure") == "xbrli:pure"


def test_files_are_written_with_the_folders_they_need(tmp_path: Path) -> None:
    paths = write_files(tmp_path / "new", {"a.xbrl": b"a", "er/b.xsd": b"b"})
    assert [path.read_bytes() for path in paths] == [b"a", b"b"]
    assert sorted(path.name for path in (tmp_path / "new").rglob("*")) == ["a.xbrl", "b.xsd", "er"]


def test_nothing_is_left_behind_when_one_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.xbrl").write_bytes(b"old")
    (tmp_path / "b.xsd").mkdir()
    with pytest.raises(Refusal) as refused:
        write_files(tmp_path, {"a.xbrl": b"new", "b.xsd": b"b"})
    assert refused.value.diagnostic.code is Code.OUTPUT_FAILED
    assert "b.xsd could not be written: a folder stands in its place." in refused.value.diagnostic.message
    assert (tmp_path / "a.xbrl").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xbrl", "b.xsd"]


def test_a_folder_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(Refusal, match="could not be written"):
        write_files(tmp_path / "out", {"a.xbrl": b"a"})


def test_a_replaced_file_keeps_its_mode_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"")
    (tmp_path / "old").chmod(0o640)
    mask = os.umask(0o022)
    try:
        write_files(tmp_path, {"old": b"1", "new": b"2"})
    finally:
        os.umask(mask)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("old", "new")] == [0o640, 0o644]
