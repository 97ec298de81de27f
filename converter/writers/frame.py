"""What frames the facts, in every XML form: the reference to the taxonomy, contexts and units (XBRL 2.1, 4.2, 4.7, 4.8)."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from converter.linkbases.xlink import LINK, XBRLI, XLINK, plain
from converter.period import Duration, Instant, Period
from converter.report import Report, Unit
from converter.taxonomy import NAMESPACE, PREFIX
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
        "iso4217": ISO4217,
        PREFIX: NAMESPACE,
        report.prefix: report.namespace,
    }


def write_reference(file: "_IncrementalFileWriter", report: Report) -> None:
    """The one schemaRef, to `<name>.xsd` in the same folder."""
    reference = {f"{{{XLINK}}}type": "simple", f"{{{XLINK}}}href": quote(f"{report.name}.xsd")}
    with file.element(f"{{{LINK}}}schemaRef", reference):
        pass


def aspects(report: Report) -> tuple[list[Period], list[Unit]]:
    """The distinct periods, instants first, and the distinct units of the facts, sorted, in one pass."""
    periods: set[Period] = set()
    units: set[Unit] = set()
    for fact in report.facts:
        periods.add(fact.period)
        units.add(fact.unit)
    return sorted(periods, key=lambda period: (isinstance(period, Duration), str(period))), sorted(units)


def write_context(file: "_IncrementalFileWriter", report: Report, period: Period) -> None:
    """The context of a period."""
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
