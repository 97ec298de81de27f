"""Facts as the Open Information Model words them (OIM Common Definitions 1.0): prefixed names, entity, periods, units."""

from datetime import date, timedelta
from urllib.parse import quote

from converter.filing import CIK_SCHEME, NAME_SCHEME, TICKER_SCHEME, Entity
from converter.linkbases.xlink import XBRLI, plain
from converter.period import Duration, Period
from converter.report import Report, Unit
from converter.taxonomy import NAMESPACE, PREFIX
from converter.writers.frame import ISO4217

_SCHEMES = {CIK_SCHEME: "cik", TICKER_SCHEME: "ticker", NAME_SCHEME: "name"}


def document_info(report: Report, form: str) -> dict[str, object]:
    """The object `documentInfo`: form is `json` or `csv`. The taxonomy is `<name>.xsd` in the same folder, as for an instance."""
    entity = report.entity
    return {
        "documentType": f"https://xbrl.org/2021/xbrl-{form}",
        "namespaces": {
            PREFIX: NAMESPACE,
            report.prefix: report.namespace,
            _entity_prefix(entity): entity.scheme,
            "iso4217": ISO4217,
            "xbrli": XBRLI,
        },
        "taxonomy": [quote(f"{report.name}.xsd")],
    }


def entity_name(entity: Entity) -> str:
    """The entity as `cik:0000840883`. Raises ValueError for an identifier with blanks, which the model has no word for (SQName)."""
    identifier = plain(entity.identifier)
    if " " in identifier or not identifier:
        raise ValueError(
            f"the entity identifier {entity.identifier!r} cannot be written in the Open Information Model: it must have no blanks"
        )
    return f"{_entity_prefix(entity)}:{identifier}"


def _entity_prefix(entity: Entity) -> str:
    return _SCHEMES.get(entity.scheme, "scheme")


def unit_string(unit: Unit) -> str | None:
    """A unit as `iso4217:USD/xbrli:shares`; None for a pure number, which has no unit."""
    if unit == Unit.pure():
        return None
    numerator, denominator = ("*".join(sorted(measures)) for measures in (unit.numerator, unit.denominator))
    if not denominator:
        return numerator
    return "/".join(f"({side})" if "*" in side else side for side in (numerator, denominator))


def period_string(period: Period) -> str:
    """A period as moments, the end excluded: 31 December is over at `2004-01-01T00:00:00`."""
    end = _midnight(period.end + timedelta(days=1))
    return f"{_midnight(period.first)}/{end}" if isinstance(period, Duration) else end


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00"
