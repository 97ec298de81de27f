"""Report packages: what stands where, bytes that stay, addresses that lead to files, and a referee that would see a fault."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from reports import REPORT

from converter.linkbases.files import taxonomy_files
from converter.linkbases.taxonomy_package import archive
from converter.validation.referee import judge
from converter.writers.package import report_package
from converter.writers.xbrl import write_instance

CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
TP = "{http://xbrl.org/2016/taxonomy-package}"


def package() -> bytes:
    held = io.BytesIO()
    write_instance(REPORT, held)
    (data,) = report_package(REPORT, {"example.xbrl": held.getvalue()}, taxonomy_files(REPORT)).values()
    return data


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return {name: held.read(name) for name in held.namelist()}


def test_one_folder_at_the_top_holds_metadata_and_one_report() -> None:
    names = members(package())
    assert {name.partition("/")[0] for name in names} == {"example"}
    assert {name.rpartition("/")[2] for name in names if "/META-INF/" in name} == {
        "catalog.xml",
        "reportPackage.json",
        "taxonomyPackage.xml",
    }
    assert [name for name in names if name.endswith((".xbrl", ".xhtml", ".html", ".htm", ".json")) and "/reports/" in name] == [
        "example/reports/example.xbrl"
    ]


@pytest.mark.parametrize(("file", "kind"), [("example.xbrl", "xbr"), ("example.xhtml", "xbri")])
def test_the_type_of_the_document_is_that_of_the_suffix(file: str, kind: str) -> None:
    ((name, data),) = report_package(REPORT, {file: b"<html/>"}, {}).items()
    assert name == f"example.{kind}"
    told = json.loads(members(data)["example/META-INF/reportPackage.json"])
    assert told == {"documentInfo": {"documentType": f"https://xbrl.org/report-package/2023/{kind}"}}


def test_every_address_leads_to_a_file_of_the_package() -> None:
    names = members(package())
    rewritten = {
        each.get("uriStartString", ""): each.get("rewritePrefix", "")
        for each in etree.fromstring(names["example/META-INF/catalog.xml"]).iter(f"{CATALOG}rewriteURI")
    }
    (entry,) = etree.fromstring(names["example/META-INF/taxonomyPackage.xml"]).iter(f"{TP}entryPointDocument")
    for address in (entry.get("href", ""), "https://release2xbrl.org/er/2026-11-30/er-2026-11-30.xsd"):
        (start,) = (start for start in rewritten if address.startswith(start))
        path = Path("example/META-INF", rewritten[start] + address.removeprefix(start))
        assert path.as_posix().replace("META-INF/../", "") in names


def test_an_archive_tells_no_time_and_no_owner() -> None:
    data = archive("a", {"b/c.txt": b"c", "a.txt": b"a"})
    assert data == archive("a", {"a.txt": b"a", "b/c.txt": b"c"})
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        assert [entry.filename for entry in held.infolist()] == ["a/a.txt", "a/b/c.txt"]
        assert {(entry.date_time, entry.external_attr >> 16, entry.create_system) for entry in held.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0o100644, 3)
        }


def test_the_referee_is_silent_on_the_package_and_not_on_a_broken_one(tmp_path: Path) -> None:
    path = tmp_path / "example.xbr"
    path.write_bytes(package())
    assert judge(path) == ()
    inner = {name.partition("/")[2]: content for name, content in members(package()).items()}
    for fault in ({"META-INF/reportPackage.json": b"{}"}, {"reports/er/er-2026-11-30.xsd": b"<xsd/>"}):
        path.write_bytes(archive("example", {**inner, **fault}))
        assert judge(path)
