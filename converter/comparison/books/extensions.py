"""A report's own taxonomy beside its instance: what its concepts are called, and in which statement they stand."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from attrs import field, frozen
from lxml import etree

from converter.comparison.books.book import Words, statement_word
from converter.linkbases.xlink import LINK, STANDARD_ROLE, XLINK, XSD
from converter.sources.xml import secure_parser

_LARGEST = 32 << 20
_STANDARD, _DOCUMENTATION = (STANDARD_ROLE + word for word in ("label", "documentation"))
_HREF, _ROLE, _LABEL, _FROM, _TO = (f"{{{XLINK}}}{name}" for name in ("href", "role", "label", "from", "to"))


@frozen
class Extension:
    """labels: by the concept's name in Clark notation and the label role. statements: by the name."""

    labels: Mapping[tuple[str, str], str] = field(factory=dict)
    statements: Mapping[str, str] = field(factory=dict)

    def of(self, name: str) -> Words:
        """What is known of a concept; nothing where there is no file that tells."""
        return Words(self.labels.get((name, _STANDARD), ""), self.labels.get((name, _DOCUMENTATION), ""), self.statements.get(name, ""))


def read_extension(folder: Path, schema_name: str) -> Extension:
    """The extension whose schema the instance points to. What is not in the folder, or cannot be read, is not known: lines then have to
    share a namespace to be compared.
    """
    schema = _read(folder, schema_name)
    if schema is None:
        return Extension()
    namespace = schema.get("targetNamespace", "")
    names = {element.get("id", ""): f"{{{namespace}}}{element.get('name')}" for element in schema.iterchildren(f"{{{XSD}}}element")}
    labels: dict[tuple[str, str], str] = {}
    statements: dict[str, str] = {}
    for reference in schema.iter(f"{{{LINK}}}linkbaseRef"):
        linkbase = _read(folder, reference.get(_HREF, ""))
        if linkbase is None:
            continue
        for link in linkbase.iterchildren(f"{{{LINK}}}labelLink"):
            labels.update(_labels(link, names))
        for link in linkbase.iterchildren(f"{{{LINK}}}presentationLink"):
            word = statement_word(link.get(_ROLE, ""))
            for name in _located(link, names).values():
                statements.setdefault(name, word)
    return Extension(labels, statements)


def _read(folder: Path, href: str) -> etree._Element | None:
    """The root of a file in the folder itself: an address of the web, or of another folder, is not followed."""
    parts = urlsplit(href)
    path = folder / unquote(parts.path)
    if parts.scheme or parts.netloc or not parts.path or path.parent.resolve() != folder.resolve():
        return None
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        return etree.fromstring(path.read_bytes(), secure_parser(bare=True))
    except (OSError, ValueError, etree.XMLSyntaxError):
        return None


def _located(link: etree._Element, names: Mapping[str, str]) -> dict[str, str]:
    """The concepts that a link's locators point to, by locator."""
    located = ((loc.get(_LABEL, ""), unquote(loc.get(_HREF, "").rpartition("#")[2])) for loc in link.iterchildren(f"{{{LINK}}}loc"))
    return {label: names[part] for label, part in located if part in names}


def _labels(link: etree._Element, names: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], str]]:
    concepts = _located(link, names)
    resources: dict[str, list[etree._Element]] = {}
    for resource in link.iterchildren(f"{{{LINK}}}label"):
        resources.setdefault(resource.get(_LABEL, ""), []).append(resource)
    for arc in link.iterchildren(f"{{{LINK}}}labelArc"):
        concept = concepts.get(arc.get(_FROM, ""))
        for resource in resources.get(arc.get(_TO, ""), ()) if concept else ():
            yield (concept or "", resource.get(_ROLE, _STANDARD)), " ".join("".join(map(str, resource.itertext())).split())
