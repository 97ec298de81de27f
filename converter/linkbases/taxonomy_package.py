"""What makes a folder of files a taxonomy package (Taxonomy Packages 1.0), and archives with the same bytes for the same files."""

import io
import zipfile
from collections.abc import Mapping

from attrs import frozen
from lxml import etree

from converter.linkbases.xlink import XML_LANG, document, plain

_TP = "http://xbrl.org/2016/taxonomy-package"
_CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that zip knows: an archive tells no time
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16


@frozen
class TaxonomyPackage:
    """What a package says of itself. entry_points: (name, address of a schema). published: a day as `2026-11-30`, or nothing.

    rewritten: (start of addresses, folder that holds their files, as seen from META-INF).
    """

    identifier: str
    name: str
    description: str
    version: str
    entry_points: tuple[tuple[str, str], ...]
    rewritten: tuple[tuple[str, str], ...]
    published: str = ""


def metadata(package: TaxonomyPackage) -> dict[str, bytes]:
    """The two files in META-INF (Taxonomy Packages 1.0, 3.2), by path."""
    return {"META-INF/taxonomyPackage.xml": _description(package), "META-INF/catalog.xml": _catalog(package)}


def _description(package: TaxonomyPackage) -> bytes:
    root = etree.Element(f"{{{_TP}}}taxonomyPackage", {XML_LANG: "en"}, nsmap={"tp": _TP})

    def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
        made: etree._Element = etree.SubElement(parent, f"{{{_TP}}}{name}", attributes)
        made.text = plain(text) or None
        return made

    add(root, "identifier", package.identifier)
    add(root, "name", package.name)
    add(root, "description", package.description)
    add(root, "version", package.version)
    add(root, "publisher", "release2xbrl")
    add(root, "publisherURL", "https://release2xbrl.org")
    if package.published:
        add(root, "publicationDate", package.published)
    points = add(root, "entryPoints")
    for name, address in package.entry_points:
        entry = add(points, "entryPoint")
        add(entry, "name", name)
        add(entry, "entryPointDocument", href=address)
        add(add(entry, "languages"), "language", "en")
    return document(root)


def _catalog(package: TaxonomyPackage) -> bytes:
    root = etree.Element(f"{{{_CATALOG}}}catalog", nsmap={None: _CATALOG})
    for start, folder in package.rewritten:
        etree.SubElement(root, f"{{{_CATALOG}}}rewriteURI", {"uriStartString": start, "rewritePrefix": folder})
    return document(root)


def archive(folder: str, files: Mapping[str, bytes]) -> bytes:
    """A zip archive with one folder at its top: sorted, without time, owner or system, so that the same files give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _FIRST_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            package.writestr(entry, content)
    return held.getvalue()
