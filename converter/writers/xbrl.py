"""The XBRL 2.1 instance: schemaRef, contexts, units, facts. Streams, so that a million facts need little memory."""

from decimal import Decimal
from typing import BinaryIO

from lxml import etree

from converter.linkbases.xlink import XBRLI
from converter.report import Fact, Report
from converter.writers.frame import aspects, namespaces, write_context, write_reference, write_unit
from converter.writers.naming import context_id, fact_id, unit_id


def write_instance(report: Report, sink: BinaryIO) -> None:
    """Writes the report's instance (XBRL 2.1, 4). Its one schemaRef points to `<name>.xsd` in the same folder.

    `report.facts` is read twice: once for contexts and units, once for the facts; any iterable that can be read again will do.
    Raises ValueError for a fact whose value has more digits than its decimals promise.
    """
    periods, units = aspects(report)
    with etree.xmlfile(sink, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(f"{{{XBRLI}}}xbrl", nsmap=dict(namespaces(report))):
            file.write("\n")
            write_reference(file, report)
            for period in periods:
                file.write("\n")
                write_context(file, report, period)
            for unit in units:
                file.write("\n")
                write_unit(file, unit)
            contexts = {period: context_id(period) for period in periods}
            measures = {unit: unit_id(unit) for unit in units}
            for position, fact in enumerate(report.facts, 1):
                attributes = {
                    "id": fact_id(position),
                    "contextRef": contexts[fact.period],
                    "unitRef": measures[fact.unit],
                    "decimals": "INF" if fact.decimals is None else str(fact.decimals),
                }
                file.write("\n")
                with file.element(f"{{{fact.concept.namespace}}}{fact.concept.name}", attributes):
                    file.write(lexical(fact))
            file.write("\n")
    sink.write(b"\n")


def lexical(fact: Fact) -> str:
    """The fact's value as xs:decimal: no exponent, no sign on zero, cents to the cent.

    Raises ValueError when the value is no multiple of 10^-decimals, as it must be (EDGAR Filer Manual 6.5.37).
    """
    whole, _, fraction = plain_decimal(fact.value).partition(".")
    if fact.decimals is not None:
        digits = whole.lstrip("-")
        if len(fraction) > max(fact.decimals, 0) or (fact.decimals < 0 and digits[fact.decimals :].strip("0")):
            raise ValueError(f"{fact.value} of {fact.concept.qname} has more digits than decimals {fact.decimals} promises")
        fraction = fraction.ljust(max(fact.decimals, 0), "0")
    return f"{whole}.{fraction}" if fraction else whole


def plain_decimal(value: Decimal) -> str:
    """A number in full, without exponent, idle zeros after the point, or a sign on zero."""
    if not value:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
