"""Facts read back from files by three readers that are not ours, and the facts of a report in the same words.

Arelle reads every form. ixbrlparse and py-xbrl read XML and inline, and of a unit, an entity or decimals they tell too little to compare.
"""

import contextlib
import io
import warnings
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from converter.report import Report
from converter.taxonomy import Concept
from converter.validation import referee
from converter.validation.schema import official_schemas
from converter.writers.outputs import FORMS

Said = tuple[str, str, str, str, Decimal, str, tuple[tuple[str, str], ...]]
"""Concept as `{namespace}name`, entity as `scheme identifier`, period, unit, value, decimals, (axis, member): all that a fact says."""
Heard = tuple[str, str, Decimal]
"""What the smaller readers tell: the concept's name, period, value."""


def said(report: Report) -> Counter[Said]:
    """What a report says, each fact counted."""
    return Counter(
        (
            _clark(fact.concept),
            f"{report.entity.scheme} {report.entity.identifier}",
            str(fact.period),
            _unit(fact.unit.numerator, fact.unit.denominator),
            fact.value,
            "INF" if fact.decimals is None else str(fact.decimals),
            tuple(sorted((_clark(each.axis), _clark(each.member)) for each in fact.members)),
        )
        for fact in report.facts
    )


def heard(facts: Counter[Said]) -> Counter[Heard]:
    """The part of it that every reader tells."""
    told: Counter[Heard] = Counter()
    for (concept, _, period, _, value, _, _), count in facts.items():
        told[concept.rpartition("}")[2], period, value] += count
    return told


def _clark(concept: Concept) -> str:
    return f"{{{concept.namespace}}}{concept.name}"


def _unit(numerator: tuple[str, ...], denominator: tuple[str, ...]) -> str:
    return "/".join(" ".join(sorted(side)) for side in (numerator, denominator) if side)


def by_arelle(path: Path) -> tuple[Counter[Said], tuple[referee.Ruling, ...]]:
    """What Arelle reads in a file of any form, and what it says against it with every check on."""
    with referee.judged(path) as (rulings, models):
        facts = [fact for model in models for fact in model.facts]
        read = Counter(
            (
                fact.qname.clarkNotation,
                " ".join(fact.context.entityIdentifier),
                _period(fact.context),
                _unit(*(tuple(f"{measure.prefix}:{measure.localName}" for measure in side) for side in fact.unit.measures)),
                Decimal(fact.xValue),
                str(fact.decimals),
                tuple(sorted((axis.clarkNotation, place.memberQname.clarkNotation) for axis, place in fact.context.qnameDims.items())),
            )
            for fact in facts
        )
        return read, rulings


def _period(context: Any) -> str:
    """Arelle tells moments: the end of a day is the next one's beginning."""
    end = (context.endDatetime - timedelta(days=1)).date()
    if context.isInstantPeriod:
        return str(end)
    return f"{context.startDatetime.date()}..{end}"


def by_ixbrlparse(path: Path) -> Counter[Heard]:
    """What ixbrlparse reads in an instance or an inline document."""
    reader = pytest.importorskip("ixbrlparse", reason="ixbrlparse comes with the extra dev").IXBRL
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = reader.open(path)
    return Counter(
        (
            fact.name.rpartition(":")[2],
            _days(fact.context.instant, fact.context.startdate, fact.context.enddate),
            _rounded(fact.value),
        )
        for fact in document.numeric
    )


def by_py_xbrl(path: Path) -> Counter[Heard]:
    """What py-xbrl reads in an instance or an inline document. It takes the official schemas from its cache, which is filled here."""
    cache = pytest.importorskip("xbrl.cache", reason="py-xbrl comes with the extra dev").HttpCache(str(_official_cache()))
    reader = pytest.importorskip("xbrl.instance").XbrlParser(cache)
    with contextlib.redirect_stdout(io.StringIO()):
        instance = reader.parse_instance(str(path.resolve()))
    return Counter(
        (
            fact.concept.name,
            _days(*(getattr(fact.context, name, None) for name in ("instant_date", "start_date", "end_date"))),
            _rounded(fact.value),
        )
        for fact in instance.facts
    )


@cache
def _official_cache() -> Path:
    """The official schemas by host, as py-xbrl keeps what it has fetched."""
    folder = Path(mkdtemp(prefix="official-schemas-"))
    for scheme in ("http", "https"):
        for path in (official_schemas() / scheme).rglob("*.x*"):
            place = folder / path.relative_to(official_schemas() / scheme)
            place.parent.mkdir(parents=True, exist_ok=True)
            if path.is_file() and not place.exists():
                place.symlink_to(path)
    return folder


def _rounded(value: float | Decimal | str) -> Decimal:
    """The smaller readers scale inline numbers as floats, in which 43.7 hundredths are 0.43700000000000006: fifteen digits hold."""
    return Decimal(f"{float(value):.15g}")


def _days(instant: date | None, first: date | None, last: date | None) -> str:
    return str(instant) if instant else f"{first}..{last}"


def main_file(folder: Path, name: str, form: str) -> Path:
    """The file of a form that a reader opens."""
    suffixes = {"csv": ("-csv.json",)}.get(form, FORMS[form])
    return next(path for suffix in suffixes if (path := folder / f"{name}{suffix}").is_file())
