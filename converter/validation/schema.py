"""An instance against its schemas, offline: lxml for the verdict, xmlschema for the words, and the rules that schemas cannot say.

The official schemas come with Arelle's distribution; they are found there without importing it.
"""

import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lxml import etree

from converter.diagnostic import Code, Diagnostic
from converter.linkbases.core_taxonomy import STEM, core_files, core_schema
from converter.linkbases.extension import CORE_FOLDER
from converter.linkbases.xlink import LINK, REF_LOCATION, XBRLI, XBRLI_LOCATION, XSD
from converter.sources.xml import secure_parser
from converter.taxonomy import NAMESPACE, Taxonomy
from converter.validation.references import Declarations, broken_references

if TYPE_CHECKING:
    from lxml.etree._docloader import _InputDocument

_FRAME = (f"{{{XBRLI}}}", f"{{{LINK}}}")
_FACTS = "facts-of-one-namespace"  # no concept is called so: names of concepts have no hyphen


@cache
def official_schemas() -> Path:
    """The folder of official schemas, by scheme and host. Raises FileNotFoundError where Arelle's distribution is not installed."""
    found = find_spec("arelle")
    for place in (found.submodule_search_locations or ()) if found else ():
        folder = Path(place, "resources", "cache")
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the official XBRL schemas come with arelle-release, which is not installed")


def official_file(url: str) -> Path | None:
    """The local file of an official schema's address; the same document is found under http and https."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return None
    for scheme in (parts.scheme, "http", "https"):
        path = official_schemas() / scheme / parts.netloc / parts.path.lstrip("/")
        if path.is_file():
            return path
    return None


class OfficialResolver(etree.Resolver):
    """Finds official schemas in the local folder, and nothing else."""

    def resolve(self, system_url: str | None, public_id: str | None, context: object) -> "_InputDocument | None":
        path = official_file(system_url or "")
        return self.resolve_filename(str(path), context) if path else None


class SchemaValidator:
    """Judges instances of one core taxonomy. Build it once and keep it: the core's schema is compiled then.

    libxml2 needs the cube of the number of concepts to compile `xbrli:xbrl` when they all may stand in it: 130 ms for the core. So the
    instance is judged in two halves that together say the same: its frame (schemaRef, contexts, units) against the official schema, and
    its facts against our declarations, which then need not be substitutes of `xbrli:item`.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        """Raises FileNotFoundError where the official schemas are missing."""
        frame = official_file(XBRLI_LOCATION)
        if frame is None:
            raise FileNotFoundError(f"{official_schemas()} has no {XBRLI_LOCATION}")
        self._parser = secure_parser()
        self._parser.resolvers.add(OfficialResolver())
        self._declarations = Declarations.of_taxonomy(taxonomy)
        self._core_schema = core_schema(taxonomy)
        self._frame = etree.XMLSchema(etree.parse(str(frame), self._parser))
        self._core = self._facts_schema(etree.fromstring(self._core_schema, self._parser))

    def check(self, instance: bytes, extension: bytes, schema_name: str = "") -> tuple[Diagnostic, ...]:
        """What is wrong with an instance whose schemaRef points to the extension schema: nothing, or OUTPUT_INVALID with element and line.

        schema_name: the extension's file name, where it should be compared with the schemaRef.
        """
        try:
            tree = etree.fromstring(instance, secure_parser(large=True))
            declared = etree.fromstring(extension, self._parser)
            own = declared.get("targetNamespace", "")
            declarations = self._declarations.extended(declared)
            found = [_invalid(message) for message in broken_references(tree, declarations, schema_name)]
            facts = [child for child in tree.iterchildren(etree.Element) if not str(child.tag).startswith(_FRAME)]
            mine = [fact for fact in facts if str(fact.tag).startswith(f"{{{own}}}")]
            wrong = [
                *_judged(self._core, NAMESPACE, [fact for fact in facts if not str(fact.tag).startswith(f"{{{own}}}")]),
                *(_judged(self._facts_schema(declared), own, mine) if mine else ()),
                *([] if self._frame.validate(tree) else _entries(self._frame)),  # the facts have moved out by now
            ]
        except (etree.XMLSyntaxError, etree.XMLSchemaParseError) as unreadable:
            return (_invalid(f"The XML cannot be read: {unreadable}."),)
        if wrong:
            found += self.explain(instance, extension) or [_invalid(message) for message in wrong]
        return tuple(found)

    def explain(self, instance: bytes, extension: bytes) -> tuple[Diagnostic, ...]:
        """The schema's objections in xmlschema's words, which name element, line and reason. Slow: for what is known to be wrong."""
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "extension.xsd").write_bytes(extension)
            Path(folder, CORE_FOLDER).mkdir()
            Path(folder, CORE_FOLDER, f"{STEM}.xsd").write_bytes(self._core_schema)
            found = _objections({"instance": instance}, Path(folder, "extension.xsd"))
            return tuple(_invalid(message) for _, message in found)

    def _facts_schema(self, declared: etree._Element) -> etree.XMLSchema:
        """A schema for a list of facts of one namespace. Changes the tree that it is given."""
        for child in list(declared.iterchildren(etree.Element)):
            if child.tag == f"{{{XSD}}}element":
                child.attrib.pop("substitutionGroup", None)
            elif child.tag == f"{{{XSD}}}import" and child.get("namespace") == NAMESPACE:
                declared.remove(child)  # no declaration of an extension refers to the core
        outer = etree.SubElement(declared, f"{{{XSD}}}element", {"name": _FACTS})
        listed = etree.SubElement(etree.SubElement(outer, f"{{{XSD}}}complexType"), f"{{{XSD}}}sequence")
        etree.SubElement(listed, f"{{{XSD}}}any", {"processContents": "strict", "minOccurs": "0", "maxOccurs": "unbounded"})
        return etree.XMLSchema(declared)


def _judged(schema: etree.XMLSchema, namespace: str, facts: list[etree._Element]) -> Iterator[str]:
    """The schema's objections to facts, which are moved out of their instance."""
    if not facts:
        return
    listed = etree.Element(f"{{{namespace}}}{_FACTS}")
    listed.extend(facts)
    if not schema.validate(listed):
        yield from _entries(schema)


def _entries(schema: etree.XMLSchema) -> Iterator[str]:
    for entry in schema.error_log:
        yield f"Line {entry.line}: {entry.message}"


def validate_fully(files: Mapping[str, bytes], taxonomy: Taxonomy) -> tuple[Diagnostic, ...]:
    """Everything of one report against the schemas, by xmlschema: `.xbrl` instances, linkbases, and our rules on references.

    files: by path relative to the report's folder, the core under `er/` included or not.
    """
    found: list[Diagnostic] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        held = {f"{CORE_FOLDER}/{name}": content for name, content in core_files(taxonomy).items()} | dict(files)
        for name, content in held.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        linkbases = {name: content for name, content in files.items() if name.endswith(".xml") and b"/2003/linkbase" in content[:2000]}
        found += [_invalid(message) for message in _judged_linkbases(linkbases)]
        for content in (content for name, content in files.items() if name.endswith(".xbrl")):
            found += _judged_instance(content, folder, Declarations.of_taxonomy(taxonomy))
    return tuple(found)


def _judged_linkbases(linkbases: Mapping[str, bytes]) -> Iterator[str]:
    schema = official_file(REF_LOCATION)  # the parts of references, which bring the linkbase schema with them
    if linkbases and schema is None:
        yield f"There is no {REF_LOCATION} among the official schemas."
    elif schema is not None:
        for name, objection in _objections(linkbases, schema):
            yield f"{name}: {objection}"


def _judged_instance(content: bytes, folder: Path, declarations: Declarations) -> Iterator[Diagnostic]:
    try:
        tree = etree.fromstring(content, secure_parser(large=True))
    except etree.XMLSyntaxError as wrong:
        yield _invalid(f"The XML cannot be read: {wrong}.")
        return
    reference = tree.find(f"{{{LINK}}}schemaRef")
    href = unquote(reference.get("{http://www.w3.org/1999/xlink}href", "")) if reference is not None else ""
    if not href or not (folder / href).is_file():
        yield _invalid(f"The schemaRef points to {href or 'nothing'}, which is not there.")
        return
    declared = etree.parse(str(folder / href), secure_parser()).getroot()
    yield from map(_invalid, broken_references(tree, declarations.extended(declared), href))
    for _, objection in _objections({href: content}, folder / href):
        yield _invalid(objection)


def _objections(documents: Mapping[str, bytes], schema: Path) -> Iterator[tuple[str, str]]:
    """(name, objection) for documents of one schema, by name."""
    import xmlschema  # 40 ms, and only what is wrong or asked for needs it

    if not documents:
        return
    try:
        judge = xmlschema.XMLSchema10(str(schema), uri_mapper=_local)
    except xmlschema.XMLSchemaException as wrong:
        yield from ((name, f"The schema cannot be used: {' '.join(str(wrong).split())}") for name in documents)
        return
    for name, content in documents.items():
        try:
            source = xmlschema.XMLResource(etree.ElementTree(etree.fromstring(content, secure_parser(large=True))))  # type: ignore[arg-type]
            for found in judge.iter_errors(source):
                line = getattr(found.elem, "sourceline", None)
                where = f"Line {line}, {found.path or 'the root'}: " if line else ""
                yield name, f"{where}{' '.join((found.reason or found.message).split())}"
        except (etree.XMLSyntaxError, xmlschema.XMLSchemaException) as wrong:
            yield name, f"The XML cannot be read: {' '.join(str(wrong).split())}"


def _local(url: str) -> str:
    path = official_file(url)
    return path.as_uri() if path else url


def _invalid(message: str) -> Diagnostic:
    return Diagnostic(Code.OUTPUT_INVALID, message)
