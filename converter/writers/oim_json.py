"""The report as xBRL-JSON 1.0: one fact a line. Streams, so that a million facts need little memory."""

import json
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from converter.report import Member, Report, Unit
from converter.taxonomy import Concept
from converter.writers.naming import fact_id
from converter.writers.numbers import lexical
from converter.writers.oim import document_info, entity_name, period_string, unit_string


def write_json(report: Report, sink: BinaryIO) -> None:
    """Writes the report as xBRL-JSON; its facts are read once. The ids are those of the instance.

    Raises ValueError for a fact with more digits than its decimals promise, and for an entity identifier with blanks.
    """
    head = json.dumps(document_info(report, "json"), indent=2, ensure_ascii=False).replace("\n", "\n  ")
    sink.write(f'{{\n  "documentInfo": {head},\n  "facts": {{'.encode())
    for position, said in enumerate(_facts(report), 1):
        sink.write(f'{"," if position > 1 else ""}\n    "{fact_id(position)}": {said}'.encode())
    sink.write(b"\n  }\n}\n")


def _facts(report: Report) -> Iterator[str]:
    """The object of each fact. Infinite decimals are left out, and so is the unit of a pure number (xBRL-JSON 1.0, 3.1).

    Facts share concepts, periods and units by the thousand: what they have in common is worded once.
    """
    entity = entity_name(report.entity)

    @cache
    def dimensions(concept: Concept, unit: Unit, members: tuple[Member, ...]) -> tuple[str, str]:
        """What stands before and after the period."""
        after = {**_unit(unit), **{each.axis.qname: each.member.qname for each in members}}
        before = json.dumps({"concept": concept.qname, "entity": entity}, ensure_ascii=False)[:-1]
        return f'{before}, "period": "', '"' + "".join(f", {json.dumps(name)}: {json.dumps(value)}" for name, value in after.items()) + "}"

    period = cache(period_string)
    for fact in report.facts:
        before, after = dimensions(fact.concept, fact.unit, fact.members)
        decimals = "" if fact.decimals is None else f', "decimals": {fact.decimals}'
        yield f'{{"value": "{lexical(fact)}"{decimals}, "dimensions": {before}{period(fact.period)}{after}}}'


def _unit(unit: Unit) -> dict[str, str]:
    worded = unit_string(unit)
    return {"unit": worded} if worded else {}
