"""The report as xBRL-JSON 1.0: one fact a line. Streams, so that a million facts need little memory."""

import json
from typing import BinaryIO

from converter.report import Fact, Report
from converter.writers.naming import fact_id
from converter.writers.oim import document_info, entity_name, period_string, unit_string
from converter.writers.xbrl import lexical


def write_json(report: Report, sink: BinaryIO) -> None:
    """Writes the report as xBRL-JSON; its facts are read once. The ids are those of the instance.

    Raises ValueError for a fact with more digits than its decimals promise, and for an entity identifier with blanks.
    """
    entity = entity_name(report.entity)
    head = json.dumps(document_info(report, "json"), indent=2, ensure_ascii=False).replace("\n", "\n  ")
    sink.write(f'{{\n  "documentInfo": {head},\n  "facts": {{'.encode())
    for position, fact in enumerate(report.facts, 1):
        said = json.dumps(_fact(fact, entity), ensure_ascii=False)
        sink.write(f'{"," if position > 1 else ""}\n    "{fact_id(position)}": {said}'.encode())
    sink.write(b"\n  }\n}\n")


def _fact(fact: Fact, entity: str) -> dict[str, object]:
    """The fact's object. Infinite decimals are left out, and so is the unit of a pure number (xBRL-JSON 1.0, 3.1)."""
    dimensions = {"concept": fact.concept.qname, "entity": entity, "period": period_string(fact.period)}
    if unit := unit_string(fact.unit):
        dimensions["unit"] = unit
    dimensions |= {each.axis.qname: each.member.qname for each in fact.members}
    decimals = {} if fact.decimals is None else {"decimals": fact.decimals}
    return {"value": lexical(fact), **decimals, "dimensions": dimensions}
