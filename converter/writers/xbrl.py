"""The XBRL 2.1 instance: schemaRef, contexts, units, facts. Streams, so that a million facts need little memory."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote

from lxml import etree

from converter.linkbases.xlink import LINK, XBRLI, XLINK, plain
from converter.period import Duration, Instant, Period
from converter.report import Fact, Report, Unit
from converter.taxonomy import NAMESPACE, PREFIX
from converter.writers.naming import context_id, fact_id, unit_id

if TYPE_CHECKING:
    from lxml.etree._serializer import _IncrementalFileWriter

ISO4217 = "http://www.xbrl.org/2003/iso4217"


def write_instance(report: Report, sink: BinaryIO) -> None:
    """Writes the report's instance (XBRL 2.1, 4). Its one schemaRef points to `<name>.xsd` in the same folder.

    `report.facts` is read twice: once for contexts and units, once for the facts; any iterable that can be read again will do.
    Raises ValueError for a fact whose value has more digits than its decimals promise.
    """
    periods, units = _aspects(report)
    spaces = {
        "xbrli": XBRLI,
        "link": LINK,
        "xlink": XLINK,
        "iso4217": ISO4217,
        PREFIX: NAMESPACE,
        report.prefix: report.namespace,
    }
    with etree.xmlfile(sink, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(f"{{{XBRLI}}}xbrl", nsmap=spaces):
            file.write("\n")
            reference = {f"{{{XLINK}}}type": "simple", f"{{{XLINK}}}href": quote(f"{report.name}.xsd")}
            with file.element(f"{{{LINK}}}schemaRef", reference):
                pass
            for period in periods:
                file.write("\n")
                _write_context(file, report, period)
            for unit in units:
                file.write("\n")
                _write_unit(file, unit)
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


def _aspects(report: Report) -> tuple[list[Period], list[Unit]]:
    """The distinct periods, instants first, and the distinct units of the facts, sorted, in one pass."""
    periods: set[Period] = set()
    units: set[Unit] = set()
    for fact in report.facts:
        periods.add(fact.period)
        units.add(fact.unit)
    return sorted(periods, key=lambda period: (isinstance(period, Duration), str(period))), sorted(units)


def _write_context(file: "_IncrementalFileWriter", report: Report, period: Period) -> None:
    with file.element(f"{{{XBRLI}}}context", {"id": context_id(period)}):
        with file.element(f"{{{XBRLI}}}entity"), file.element(f"{{{XBRLI}}}identifier", {"scheme": report.entity.scheme}):
            file.write(plain(report.entity.identifier))
        with file.element(f"{{{XBRLI}}}period"):
            for name, day in _days(period):
                with file.element(f"{{{XBRLI}}}{name}"):
                    file.write(day.isoformat())


def _days(period: Period) -> tuple[tuple[str, date], ...]:
    """An end date means the end of its day, as people mean it too (XBRL 2.1, 4.7.2)."""
    return (("instant", period.day),) if isinstance(period, Instant) else (("startDate", period.first), ("endDate", period.last))


def _write_unit(file: "_IncrementalFileWriter", unit: Unit) -> None:
    with file.element(f"{{{XBRLI}}}unit", {"id": unit_id(unit)}):
        if not unit.denominator:
            _write_measures(file, unit.numerator)
            return
        with file.element(f"{{{XBRLI}}}divide"):
            with file.element(f"{{{XBRLI}}}unitNumerator"):
                _write_measures(file, unit.numerator)
            with file.element(f"{{{XBRLI}}}unitDenominator"):
                _write_measures(file, unit.denominator)


def _write_measures(file: "_IncrementalFileWriter", measures: tuple[str, ...]) -> None:
    for measure in measures:
        with file.element(f"{{{XBRLI}}}measure"):
            file.write(measure)
