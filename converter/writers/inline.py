"""Inline XBRL 1.1: the release as it was published, with every fact tagged where it is printed.

The target document is the instance of `writers/xbrl.py`: the same facts, ids, contexts, units and taxonomy (Inline XBRL 1.1, 5).
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Final

from attrs import frozen
from lxml import etree

from converter.diagnostic import Code, Diagnostic
from converter.overlay.change import Change, Manner
from converter.overlay.marks import Mark
from converter.overlay.original import Original, open_original
from converter.overlay.page import XHTML
from converter.place import Place
from converter.report import Fact, Report
from converter.sources.source import Source
from converter.writers.frame import aspects, namespaces, write_context, write_reference, write_unit
from converter.writers.naming import context_id, fact_id, unit_id
from converter.writers.numbers import lexical
from converter.writers.printed import Ink, ink_of

IX: Final = "http://www.xbrl.org/2013/inlineXBRL"
IXT: Final = "http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"
_TOLD: Final = {
    Manner.REWRITTEN: "Rewritten in the inline document, with the same look",
    Manner.DROPPED: "Left out of the inline document",
    Manner.SHOWN: "Shown in the inline document by a picture of its own",
}
_PICTURES: Final = "Pictures are files of their own, which the document must not fetch: look at the original for them."


@frozen
class Inline:
    """A page with its facts. changes: what of the original is not as it was.

    hidden: ids of facts that no place could be tagged for, with the reason; they stand in the header.
    """

    page: bytes
    changes: tuple[Change, ...]
    hidden: tuple[tuple[str, str], ...] = ()

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """What a person should know of the page: its changes by manner, and each fact that is not tagged where it is printed."""
        told = []
        for manner in Manner:
            changes = [change for change in self.changes if change.manner is manner]
            if changes:
                listed = ", ".join(f"{change.what} ({change.times})" for change in changes)
                hint = _PICTURES if any(change.what == "picture" for change in changes) else ""
                told.append(Diagnostic(Code.PAGE_REWRITTEN, f"{_TOLD[manner]}: {listed}.", hint=hint))
        told += [Diagnostic(Code.FACT_HIDDEN, f"The fact {identifier} is in the header: {reason}.") for identifier, reason in self.hidden]
        return tuple(told)


@frozen
class _Spot:
    """Where a fact is tagged: the place of its number's characters, and how they say its value."""

    place: Place
    ink: Ink


def write_inline(report: Report, source: Source) -> Inline:
    """The report laid over its release.

    Each fact is tagged at the first of its places that says its value. Raises Refusal (SOURCE_EMPTY) for HTML without any element, and
    ValueError for a fact whose value has more digits than its decimals promise, or is not what the page then says.
    """
    original = open_original(source)
    facts = list(report.facts)
    spots = _spots(original, facts)
    contexts, units = aspects(report)
    own = [fact_id(position) for position in range(1, len(facts) + 1)]
    reserved = {*own, *(context_id(*context) for context in contexts), *map(unit_id, units)}
    overlay = original.overlay(
        [Mark(spot.place, index) for index, spot in sorted(spots.items())],
        {"ix": IX, "ixt": IXT, **namespaces(report)},
        reserved,
    )
    unsaid: dict[int, str] = {}
    for index, fact in enumerate(facts):
        element = overlay.elements.get(index)
        if index not in spots:
            unsaid[index] = "its printed form does not say its value" if fact.places else "it is not printed"
        elif not isinstance(element, etree._Element):
            unsaid[index] = "its number is part of another one"
        else:
            _tag(element, own[index], fact, spots[index].ink)
    hidden = [_hidden(own[index], facts[index]) for index in unsaid]
    header = etree.Element(f"{{{XHTML}}}div", {"style": "display:none"})
    overlay.body.insert(0, header)
    header.append(_header(report, hidden))
    page = etree.tostring(overlay.root, encoding="UTF-8", xml_declaration=True) + b"\n"
    return Inline(page, overlay.changes, tuple((own[index], reason) for index, reason in unsaid.items()))


def _spots(original: Original, facts: list[Fact]) -> dict[int, _Spot]:
    """For each fact, by its index, the first of its places that says its value. Facts share a place only where they may be nested."""
    printed = original.printed(place for fact in facts for place in fact.places)
    spots: dict[int, _Spot] = {}
    taken: dict[Place, tuple[object, ...]] = {}
    for index, fact in enumerate(facts):
        for place in fact.places:
            ink = ink_of(printed.get(place, ""), fact)
            if ink is None:
                continue
            narrow = Place(place.line, place.start + ink.start, place.start + ink.end, place.node)
            kind = (fact.unit, ink.format, ink.scale)  # nested facts must agree in these (Inline XBRL 1.1, 10.1.1)
            if taken.setdefault(narrow, kind) == kind:
                spots[index] = _Spot(narrow, ink)
                break
    return spots


def _tag(element: etree._Element, identifier: str, fact: Fact, ink: Ink) -> None:
    """Makes the element around a number the fact, or the fact in it where it is one already. Raises ValueError for another value."""
    lexical(fact)
    characters = "".join(element.itertext())
    said = ink.value(characters)
    if (-said if fact.value < 0 else said) != fact.value:
        raise ValueError(f"{characters!r} does not say {fact.value} of {fact.concept.qname}")
    name = f"{{{IX}}}nonFraction"
    if element.tag == name:
        while len(element):
            element = element[0]
        text, element.text = element.text, None
        element = etree.SubElement(element, name)
        element.text = text
    element.tag = name
    for attribute, value in _attributes(identifier, fact, ink).items():
        element.set(attribute, value)


def _attributes(identifier: str, fact: Fact, ink: Ink | None) -> Mapping[str, str]:
    return {
        "id": identifier,
        "name": fact.concept.qname,
        "contextRef": context_id(fact.period, fact.members),
        "unitRef": unit_id(fact.unit),
        "decimals": "INF" if fact.decimals is None else str(fact.decimals),
        **({"format": f"ixt:{ink.format}", "scale": str(ink.scale)} if ink else {}),
        **({"sign": "-"} if fact.value < 0 else {}),
    }


def _hidden(identifier: str, fact: Fact) -> etree._Element:
    element = etree.Element(f"{{{IX}}}nonFraction", _attributes(identifier, fact, None))
    element.text = lexical(fact).lstrip("-")
    return element


def _header(report: Report, hidden: list[etree._Element]) -> etree._Element:
    """The header: facts that could not be tagged on the page, the taxonomy, contexts and units (Inline XBRL 1.1, 8, 12, 14)."""
    held = BytesIO()
    contexts, units = aspects(report)
    with etree.xmlfile(held, encoding="UTF-8") as file, file.element(f"{{{IX}}}header", nsmap={"ix": IX, **namespaces(report)}):
        with file.element(f"{{{IX}}}references"):
            write_reference(file, report)
        with file.element(f"{{{IX}}}resources"):
            for context in contexts:
                write_context(file, report, context)
            for unit in units:
                write_unit(file, unit)
    header = etree.fromstring(held.getvalue())
    if hidden:
        shelf = etree.Element(f"{{{IX}}}hidden")
        shelf.extend(hidden)
        header.insert(0, shelf)
    return header
