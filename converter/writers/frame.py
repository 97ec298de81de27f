"""What frames the facts, in every XML form: the reference to the taxonomy, contexts and units (XBRL 2.1, 4.2, 4.7, 4.8)."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from converter.linkbases.xlink import LINK, XBRLDI, XBRLI, XLINK, plain
from converter.period import Duration, Instant, Period
from converter.report import Context, Member, Report, Unit
from converter.taxonomy import NAMESPACE, PREFIX, Concept
from converter.writers.naming import context_id, unit_id

if TYPE_CHECKING:
    from lxml.etree._serializer import _IncrementalFileWriter

ISO4217: Final = "http://www.xbrl.org/2003/iso4217"


def namespaces(report: Report) -> Mapping[str, str]:
    """The namespaces of an instance's root, by prefix."""
    return {
        "xbrli": XBRLI,
        "link": LINK,
        "xlink": XLINK,
        **({"xbrldi": XBRLDI} if any(network.axes for network in report.networks) else {}),
        "iso4217": ISO4217,
        PREFIX: NAMESPACE,
        report.prefix: report.namespace,
    }


def write_reference(file: "_IncrementalFileWriter", report: Report) -> None:
    """The one schemaRef, to `<name>.xsd` in the same folder."""
    reference = {f"{{{XLINK}}}type": "simple", f"{{{XLINK}}}href": quote(f"{report.name}.xsd")}
    with file.element(f"{{{LINK}}}schemaRef", reference):
        pass


def aspects(report: Report) -> tuple[list[Context], list[Unit]]:
    """The distinct contexts, instants first, and the distinct units of the facts, sorted, in one pass.

    Raises ValueError for a fact with members that no network of the report has for its concept.
    """
    contexts: set[Context] = set()
    units: set[Unit] = set()
    broken_down: set[tuple[Concept, tuple[Member, ...]]] = set()
    for fact in report.facts:
        contexts.add((fact.period, fact.members))
        units.add(fact.unit)
        if fact.members:
            broken_down.add((fact.concept, fact.members))
    for concept, members in broken_down:
        if not any(network.holds(concept, members) for network in report.networks):
            names = ", ".join(f"{each.axis.qname} {each.member.qname}" for each in members)
            raise ValueError(f"no network of {report.name} has {concept.qname} broken down by {names}")
    return sorted(contexts, key=_order), sorted(units)


def _order(context: Context) -> tuple[bool, str, list[tuple[str, str]]]:
    period, members = context
    return isinstance(period, Duration), str(period), [(each.axis.qname, each.member.qname) for each in members]


def write_context(file: "_IncrementalFileWriter", report: Report, context: Context) -> None:
    """A context; members stand in its segment (XBRL Dimensions 1.0, 3.1)."""
    period, members = context
    with file.element(f"{{{XBRLI}}}context", {"id": context_id(period, members)}):
        with file.element(f"{{{XBRLI}}}entity"):
            with file.element(f"{{{XBRLI}}}identifier", {"scheme": report.entity.scheme}):
                file.write(plain(report.entity.identifier))
            if members:
                with file.element(f"{{{XBRLI}}}segment"):
                    for each in members:
                        with file.element(f"{{{XBRLDI}}}explicitMember", {"dimension": each.axis.qname}):
                            file.write(each.member.qname)
        with file.element(f"{{{XBRLI}}}period"):
            for name, day in _days(period):
                with file.element(f"{{{XBRLI}}}{name}"):
                    file.write(day.isoformat())


def _days(period: Period) -> tuple[tuple[str, date], ...]:
    """An end date means the end of its day, as people mean it too (XBRL 2.1, 4.7.2)."""
    return (("instant", period.day),) if isinstance(period, Instant) else (("startDate", period.first), ("endDate", period.last))


def write_unit(file: "_IncrementalFileWriter", unit: Unit) -> None:
    """A unit of measure."""
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
