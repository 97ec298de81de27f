"""The XBRL 2.1 instance: schemaRef, contexts, units, facts. Streams, so that a million facts need little memory."""

from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from itertools import islice
from typing import BinaryIO

from lxml import etree

from converter.linkbases.xlink import XBRLI
from converter.report import Context, Report, Unit
from converter.taxonomy import Concept
from converter.writers.frame import aspects, namespaces, write_context, write_reference, write_unit
from converter.writers.naming import context_id, fact_id, unit_id
from converter.writers.numbers import lexical

_BATCH = 256
"""Facts that are handed to the sink at once."""


def write_instance(report: Report, sink: BinaryIO) -> None:
    """Writes the report's instance (XBRL 2.1, 4). Its one schemaRef points to `<name>.xsd` in the same folder.

    `report.facts` is read twice: once for contexts and units, once for the facts; any iterable that can be read again will do.
    Raises ValueError for a fact whose value has more digits than its decimals promise.
    """
    contexts, units = aspects(report)
    with etree.xmlfile(sink, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(f"{{{XBRLI}}}xbrl", nsmap=dict(namespaces(report))):
            file.write("\n")
            write_reference(file, report)
            for context in contexts:
                file.write("\n")
                write_context(file, report, context)
            for unit in units:
                file.write("\n")
                write_unit(file, unit)
            file.flush()
            lines = _lines(report, {each: escape(context_id(*each)) for each in contexts}, {each: escape(unit_id(each)) for each in units})
            while batch := tuple(islice(lines, _BATCH)):
                sink.write("".join(batch).encode())
            file.write("\n")
    sink.write(b"\n")


def _lines(report: Report, contexts: Mapping[Context, str], units: Mapping[Unit, str]) -> Iterator[str]:
    """A line for each fact. lxml's incremental writer would take most of the time for a million facts, and has nothing to do here:

    what stands in a fact is a name, an id or a number, and is quoted once.
    """
    prefixes = {namespace: prefix for prefix, namespace in namespaces(report).items()}

    @cache
    def named(concept: Concept) -> tuple[str, str]:
        """The name, and the namespace where the root does not bind it."""
        if concept.namespace in prefixes:
            return f"{prefixes[concept.namespace]}:{concept.name}", ""
        return concept.name, f' xmlns="{escape(concept.namespace)}"'

    for position, fact in enumerate(report.facts, 1):
        name, space = named(fact.concept)
        references = f'contextRef="{contexts[fact.period, fact.members]}" unitRef="{units[fact.unit]}"'
        decimals = "INF" if fact.decimals is None else fact.decimals
        yield f'\n<{name}{space} id="{fact_id(position)}" {references} decimals="{decimals}">{lexical(fact)}</{name}>'
