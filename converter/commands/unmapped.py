"""The lines of releases that no rule knows, with the nearest rules: what a finance person needs to extend the wording table."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from attrs import frozen

from converter.model import Model
from converter.pipeline import Conversion
from converter.statement import Statement
from converter.wording.rules import Rule
from converter.wording.table import Question


@frozen
class Unmapped:
    """A line without a core concept. statement: `IS`, `BS` or `CF`. heading: the innermost one, else the section. count: how often it is
    printed in the releases. near: the rules with the nearest words, best first.
    """

    statement: str
    heading: str
    label: str
    count: int
    near: tuple[Rule, ...]

    @property
    def nearest(self) -> tuple[str, ...]:
        return tuple(f"{rule.label} is {rule.concept}" for rule in self.near)


def unmapped_of(conversions: Iterable[Conversion], model: Model) -> tuple[Unmapped, ...]:
    """The unmapped lines of releases, those that are printed most often first."""
    found: dict[tuple[str, str, str], tuple[int, Question]] = {}
    for conversion in conversions:
        for statement in conversion.statements:
            for question in _unanswered(conversion, statement, model):
                place = (question.headings or question.sections or ("",))[-1]
                key = (statement.kind.value, place, question.label)
                count, first = found.get(key, (0, question))
                found[key] = count + 1, first
    lines = [Unmapped(*key, count, model.wording.near(question)) for key, (count, question) in found.items()]
    return tuple(sorted(lines, key=lambda line: -line.count))


def _unanswered(conversion: Conversion, statement: Statement, model: Model) -> Iterator[Question]:
    """The lines of a statement whose numbers became facts under concepts of the report's own."""
    core = {concept.qname for concept in model.taxonomy}
    concepts = {entry.place: entry.concept for entry in conversion.entries if entry.concept}
    for line in statement.lines:
        got = [concepts[amount.place] for amount in line.amounts if amount and amount.place in concepts]
        if line.label and got and not core.intersection(got):
            yield Question(statement.kind, line.label, line.headings, line.sections, line.measure)


def as_csv(lines: Iterable[Unmapped]) -> str:
    """The lines as rows of a wording table that lack their concept, with count and nearest rules behind."""
    held = StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(("statement", "heading", "label", "concept", "note", "count", "nearest"))
    writer.writerows((line.statement, line.heading, line.label, "", "", line.count, "; ".join(line.nearest)) for line in lines)
    return held.getvalue()
