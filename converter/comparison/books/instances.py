"""An XBRL 2.1 instance as a book, ours or anybody's. Read with care: no entities, no network, nothing but files beside it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen
from lxml import etree

from converter.comparison.books.book import Book, Figure, folded_name, line_of, measure_of
from converter.comparison.books.extensions import Extension, read_extension
from converter.comparison.books.lexical import accuracy, number, period
from converter.diagnostic import Code, Diagnostic, Refusal
from converter.linkbases.xlink import LINK, XBRLI, XLINK, XSI
from converter.period import Period
from converter.place import Place
from converter.report import Unit
from converter.sources.xml import secure_parser
from converter.taxonomy import Taxonomy
from converter.writers.frame import ISO4217

LARGEST = 64 << 20
_DIMENSIONS = (f"{{{XBRLI}}}segment", f"{{{XBRLI}}}scenario")
_MEASURES = {XBRLI: "xbrli", ISO4217: "iso4217"}


@frozen
class _Context:
    period: Period | None
    scheme: str
    identifier: str
    dimensional: bool


def instance_book(data: bytes, origin: str, taxonomy: Taxonomy, folder: Path | None = None) -> Book:
    """The book of an instance's bytes. folder: where its extension taxonomy lies, if there is one. Raises Refusal (SOURCE_UNREADABLE)."""
    root = _root(data, origin)
    contexts = {element.get("id", ""): _context(element) for element in root.iterchildren(f"{{{XBRLI}}}context")}
    units = {element.get("id", ""): _unit(element) for element in root.iterchildren(f"{{{XBRLI}}}unit")}
    reference = next(root.iterchildren(f"{{{LINK}}}schemaRef"), None)
    extension = read_extension(folder, reference.get(f"{{{XLINK}}}href", "")) if folder and reference is not None else Extension()
    figures: list[Figure] = []
    names: set[tuple[str, str]] = set()
    left_out = 0
    for element in _facts(root):
        names.update(_name(element))
        figure = _figure(element, contexts, units, extension, taxonomy)
        figures += [figure] if figure else []
        left_out += figure is None
    entities = sorted({(context.scheme, context.identifier) for context in contexts.values()})
    if not figures or len(entities) != 1:
        problem = "states no number that can be compared" if not figures else f"speaks of {len(entities)} entities"
        raise unreadable(origin, problem, "Give an instance with facts about one company.")
    return Book(origin, "XBRL", *entities[0], tuple(figures), frozenset(names), left_out)


def unreadable(origin: str, problem: str, hint: str) -> Refusal:
    """The one sentence that a file earns which cannot be held against others."""
    return Refusal(Diagnostic(Code.SOURCE_UNREADABLE, f"{origin} {problem}.", hint=hint))


def _root(data: bytes, origin: str) -> etree._Element:
    if len(data) > LARGEST:
        raise unreadable(origin, f"is an XBRL file of more than {LARGEST >> 20} MB", "A release's facts are far smaller.")
    try:
        root = etree.fromstring(data, secure_parser(bare=True))
    except etree.XMLSyntaxError as error:
        line, column = error.position
        reason = (error.msg or "it cannot be parsed").partition(", line ")[0]
        raise unreadable(origin, f"is broken XML: line {line}, column {column}: {reason}", "Make the file again.") from None
    if root.getroottree().docinfo.doctype:
        raise unreadable(origin, "declares a document type, which no XBRL instance has", "Remove the DOCTYPE if you trust the file.")
    if root.tag != f"{{{XBRLI}}}xbrl":
        raise unreadable(origin, f"is XML, but no XBRL instance: its root is {etree.QName(root).localname}", "Give the instance itself.")
    return root


def _facts(root: etree._Element) -> Iterator[etree._Element]:
    for child in root.iterchildren(etree.Element):
        if etree.QName(child).namespace not in (XBRLI, LINK):
            yield child


def _words(element: etree._Element, name: str) -> str | None:
    found = next(element.iter(f"{{{XBRLI}}}{name}"), None)
    return (found.text or "").strip() if found is not None else None


def _context(element: etree._Element) -> _Context:
    identifier = next(element.iter(f"{{{XBRLI}}}identifier"), None)
    return _Context(
        period(_words(element, "instant"), _words(element, "startDate"), _words(element, "endDate")),
        (identifier.get("scheme", "") if identifier is not None else "").strip(),
        ((identifier.text or "") if identifier is not None else "").strip(),
        any(next(element.iter(name), None) is not None for name in _DIMENSIONS),
    )


def _unit(element: etree._Element) -> Unit:
    under = list(element.iter(f"{{{XBRLI}}}unitDenominator"))
    below = [measure for part in under for measure in part.iter(f"{{{XBRLI}}}measure")]
    above = [measure for measure in element.iter(f"{{{XBRLI}}}measure") if measure not in below]
    return Unit(tuple(sorted(map(_measure, above))), tuple(sorted(map(_measure, below))))


def _measure(element: etree._Element) -> str:
    """A measure with the prefix that everybody uses, else with its namespace."""
    prefix, _, name = (element.text or "").strip().rpartition(":")
    namespace = element.nsmap.get(prefix or None) or prefix
    return f"{_MEASURES.get(namespace, namespace)}:{name}"


def _figure(
    element: etree._Element,
    contexts: Mapping[str, _Context],
    units: Mapping[str, Unit],
    extension: Extension,
    taxonomy: Taxonomy,
) -> Figure | None:
    """The figure of a fact, None for what cannot be compared."""
    context, unit = contexts.get(element.get("contextRef", "")), units.get(element.get("unitRef", ""))
    value = number(element.text) if element.get(f"{{{XSI}}}nil") not in ("true", "1") else None
    if context is None or context.period is None or context.dimensional or unit is None or value is None:
        return None
    known, decimals = accuracy(value, element.get("decimals"), element.get("precision"))
    if not known:
        return None
    name = etree.QName(element)
    line = line_of(name.namespace or "", name.localname, _prefixed(element), taxonomy, extension.of(name.text), measure_of(unit))
    return Figure(line, context.period, unit, value, decimals, Place(element.sourceline or 0, 0, 0), element.get("id", ""))


def _prefixed(element: etree._Element) -> str:
    name = etree.QName(element)
    return f"{element.prefix}:{name.localname}" if element.prefix else name.localname


def _name(element: etree._Element) -> Iterator[tuple[str, str]]:
    """What a fact of the SEC's document and entity information tells of the company's name."""
    name = etree.QName(element)
    words = (element.text or "").strip()
    if words and (name.namespace or "").startswith(("http://xbrl.sec.gov/dei/", "http://xbrl.us/dei/")):
        if name.localname == "EntityRegistrantName":
            yield "name", folded_name(words)
        elif name.localname == "TradingSymbol":
            yield "ticker", words.casefold()
