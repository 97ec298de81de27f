"""The rules of an instance that XML Schema cannot say: references, decimals, periods and units that agree with the concepts."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from urllib.parse import unquote

from attrs import frozen
from lxml import etree

from converter.linkbases.xlink import ITEM_TYPES, LINK, XBRLDI, XBRLI, XLINK, XSD, XSI
from converter.taxonomy import PeriodType, Taxonomy, Type

_DECIMALS = re.compile(r"[+-]?\d+|INF")
_CURRENCY = re.compile(r"iso4217:[A-Z]{3}")
_TYPES = {name: kind for kind, name in ITEM_TYPES.items()}
_NOT_FACTS = (f"{{{XBRLI}}}", f"{{{LINK}}}")


@frozen
class Declarations:
    """What each element of a taxonomy is, by its name in Clark notation."""

    concepts: Mapping[str, tuple[Type, PeriodType]]

    @classmethod
    def of_taxonomy(cls, taxonomy: Taxonomy) -> "Declarations":
        return cls({f"{{{concept.namespace}}}{concept.name}": (concept.type, concept.period) for concept in taxonomy})

    def extended(self, schema: etree._Element) -> "Declarations":
        """These, and the concepts that a report's extension schema declares."""
        namespace = schema.get("targetNamespace", "")
        own: dict[str, tuple[Type, PeriodType]] = {}
        for element in schema.iterchildren(f"{{{XSD}}}element"):
            kind, period = _TYPES.get(element.get("type", "")), element.get(f"{{{XBRLI}}}periodType")
            if kind and period:
                own[f"{{{namespace}}}{element.get('name')}"] = kind, PeriodType(period)
        return Declarations({**self.concepts, **own})


def broken_references(instance: etree._Element, declarations: Declarations, schema_name: str = "") -> Iterator[str]:
    """Every rule that the instance breaks, one sentence each with element and line (XBRL 2.1, sections in brackets)."""
    yield from _schema_reference(instance, schema_name)
    yield from _repeated_ids(instance)
    periods: dict[str | None, PeriodType] = {}
    units: dict[str | None, frozenset[Type]] = {}
    used: set[str | None] = set()
    meanings: dict[str, str] = {}
    facts = []
    for child in instance.iterchildren(etree.Element):
        if child.tag == f"{{{XBRLI}}}context":
            yield from _context(child, periods, meanings)
        elif child.tag == f"{{{XBRLI}}}unit":
            yield from _unit(child, units, meanings)
        elif not str(child.tag).startswith(_NOT_FACTS):
            facts.append(child)
    for fact in facts:
        used.update((fact.get("contextRef"), fact.get("unitRef")))
        wrong = list(_fact(fact, periods, units, declarations.concepts.get(str(fact.tag))))
        for message in wrong:
            yield f"Line {fact.sourceline}, {etree.QName(fact).localname}: {message}"
    for name in [*periods, *units]:
        if name not in used:
            yield f"No fact uses {name}."


def _schema_reference(instance: etree._Element, schema_name: str) -> Iterator[str]:
    first = next(instance.iterchildren(etree.Element), None)
    href = unquote(first.get(f"{{{XLINK}}}href", "")) if first is not None and first.tag == f"{{{LINK}}}schemaRef" else None
    if href is None:
        yield "The first child of the instance is no schemaRef (4.2)."
    elif not href or (schema_name and href != schema_name):
        yield f"The schemaRef points to {href or 'nothing'}, not to {schema_name or 'a schema'} (4.2.2)."


def _repeated_ids(instance: etree._Element) -> Iterator[str]:
    seen: set[str] = set()
    for element in instance.iter(etree.Element):
        name = element.get("id")
        if name is not None:
            if name in seen:
                yield f"Line {element.sourceline}: the id {name} is given twice."
            seen.add(name)


def _text(parent: etree._Element, name: str) -> str | None:
    found = next(parent.iter(f"{{{XBRLI}}}{name}"), None)
    return (found.text or "").strip() if found is not None else None


def _context(context: etree._Element, periods: dict[str | None, PeriodType], meanings: dict[str, str]) -> Iterator[str]:
    name = context.get("id", "")
    instant, first, last = (_text(context, part) for part in ("instant", "startDate", "endDate"))
    periods[name] = PeriodType.INSTANT if instant is not None else PeriodType.DURATION
    if not _text(context, "identifier"):
        yield f"Line {context.sourceline}: the context {name} identifies nobody (4.7.3.1)."
    if first and last and first > last:
        yield f"Line {context.sourceline}: the context {name} ends before it starts (4.7.2)."
    identifier = next(context.iter(f"{{{XBRLI}}}identifier"), None)
    who = (identifier.get("scheme"), (identifier.text or "").strip()) if identifier is not None else ()
    members = sorted((each.get("dimension", ""), (each.text or "").strip()) for each in context.iter(f"{{{XBRLDI}}}explicitMember"))
    yield from _equal(f"context {who} {instant} {first} {last} {members}", name, context, meanings)


def _unit(unit: etree._Element, units: dict[str | None, frozenset[Type]], meanings: dict[str, str]) -> Iterator[str]:
    name = unit.get("id", "")
    over = [_measure(m) for part in unit.iter(f"{{{XBRLI}}}unitNumerator") for m in part.iter(f"{{{XBRLI}}}measure")]
    under = [_measure(m) for part in unit.iter(f"{{{XBRLI}}}unitDenominator") for m in part.iter(f"{{{XBRLI}}}measure")]
    plain = [] if under else [_measure(measure) for measure in unit.iter(f"{{{XBRLI}}}measure")]
    units[name] = _measured(plain, over, under)
    yield from _equal(f"unit {sorted(plain or over)} {sorted(under)}", name, unit, meanings)


def _equal(meaning: str, name: str, element: etree._Element, meanings: dict[str, str]) -> Iterator[str]:
    if meanings.setdefault(meaning, name) != name:
        yield f"Line {element.sourceline}: {name} means the same as {meanings[meaning]} (4.10)."


def _measure(element: etree._Element) -> str:
    """A measure with the prefix that everybody uses for its namespace, "" where it is bound to none."""
    prefix, _, name = (element.text or "").strip().rpartition(":")
    namespace = element.nsmap.get(prefix or None)
    usual = {XBRLI: "xbrli", "http://www.xbrl.org/2003/iso4217": "iso4217"}.get(namespace or "", namespace or "")
    return f"{usual}:{name}" if usual else ""


def _measured(plain: list[str], over: list[str], under: list[str]) -> frozenset[Type]:
    """The types that a unit may measure (4.8.2; for per-share amounts the unit type registry)."""
    if plain == ["xbrli:shares"]:
        return frozenset({Type.SHARES})
    if plain == ["xbrli:pure"]:
        return frozenset({Type.PURE, Type.PERCENT})
    if len(plain) == 1 and _CURRENCY.fullmatch(plain[0]):
        return frozenset({Type.MONETARY})
    if under == ["xbrli:shares"] and len(over) == 1 and _CURRENCY.fullmatch(over[0]):
        return frozenset({Type.PER_SHARE})
    return frozenset()


def _fact(
    fact: etree._Element,
    periods: Mapping[str | None, PeriodType],
    units: Mapping[str | None, frozenset[Type]],
    declared: tuple[Type, PeriodType] | None,
) -> Iterator[str]:
    context, unit, decimals, precision = (fact.get(name) for name in ("contextRef", "unitRef", "decimals", "precision"))
    if context not in periods:
        yield f"there is no context {context} (4.6.1)." if context else "it has no contextRef (4.6.1)."
    if unit is not None and unit not in units:
        yield f"there is no unit {unit} (4.6.2)."
    if declared is None:
        yield "no schema declares it (4.6)."
        return
    kind, period = declared
    if context in periods and periods[context] is not period:
        yield f"it is measured {period.value}, but {context} is an {periods[context].value} (4.7.2)."
    if not kind.numeric:
        if unit is not None or decimals is not None or precision is not None:
            yield "words have no unit, decimals or precision (4.6.2, 4.6.3)."
        return
    if unit is None:
        yield "a number needs a unitRef (4.6.2)."
    elif unit in units and kind not in units[unit]:
        yield f"{unit} does not measure what is {kind.value} (4.8.2)."
    yield from _accuracy(fact, decimals, precision)


def _accuracy(fact: etree._Element, decimals: str | None, precision: str | None) -> Iterator[str]:
    if fact.get(f"{{{XSI}}}nil") in ("true", "1"):
        if decimals is not None or precision is not None:
            yield "nil has no decimals (4.6.3)."
        return
    if decimals is None or precision is not None:
        yield "a number needs decimals, and no precision (4.6.3)."
    elif not _DECIMALS.fullmatch(decimals):
        yield f"decimals is {decimals!r}, neither a whole number nor INF (4.6.5)."
    elif decimals != "INF":
        try:
            value = Decimal((fact.text or "").strip())
        except InvalidOperation:
            return  # the schema says so
        if value.is_finite() and value and _last_digit(value) < -int(decimals):
            yield f"{fact.text} has more digits than decimals {decimals} promises."


def _last_digit(value: Decimal) -> int:
    """The power of ten of the last digit that is not zero."""
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    idle = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return exponent + idle
