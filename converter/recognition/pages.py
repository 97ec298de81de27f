"""Segments and pages put together: what of a region, or of two regions under one title, is one statement."""

import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from converter.diagnostic import Code, Diagnostic
from converter.document import Document
from converter.recognition.amounts import statement_of
from converter.recognition.drafts import Draft, body_of
from converter.recognition.lines.lexicon import Lexicon
from converter.recognition.lines.sections import with_sections
from converter.recognition.periods.fiscal import Calendar
from converter.recognition.periods.spoken import Spoken
from converter.recognition.rescaling import in_scale_of, with_share_scale
from converter.recognition.tables.ends import FINISHED
from converter.recognition.tables.titles import Title
from converter.statement import Kind, Leftover, Measure, Statement

Found = list[tuple[Statement, Title, list[Diagnostic]]]
"""Statements with their titles and what was doubted while they were read."""

_RESULT = re.compile(r"net (?:income|loss|earnings|\(loss\))(?! interest)", re.IGNORECASE)
"""What stands on the last page of a statement of operations."""
_ASSETS = re.compile(r"total assets", re.IGNORECASE)
_BARE = 5
"""Characters of a label such as "Other", which may stand in a statement twice."""
_SECOND_SIDE = re.compile(r"liabilities|stockholders|shareholders", re.IGNORECASE)


def statements_of(
    drafts: Sequence[Draft], document: Document, calendar: Calendar, spoken: Spoken, lexicon: Lexicon, doubts: list[Diagnostic]
) -> list[Statement]:
    """The statements of one region: its segments joined where they have the same columns."""
    made: list[Statement] = []
    bodies = [body_of(draft, document, lexicon, doubts) for draft in drafts]
    every = [item for body in bodies for item in body.printed]
    for draft, body in zip(drafts, bodies, strict=True):
        statement = statement_of(draft, body, every, document, calendar, spoken, doubts)
        if statement is None:
            if made:  # a page of it whose columns cannot be read
                made[-1] = evolve(made[-1], leftovers=made[-1].leftovers + tuple(_unread(draft)))
            continue
        if made and made[-1].heads == statement.heads:
            before = made[-1]
            made[-1] = evolve(before, body=before.body + statement.body, leftovers=before.leftovers + statement.leftovers)
        else:
            made.append(statement)
    return [evolve(statement, body=with_sections(statement.kind, statement.body, lexicon)) for statement in made]


def _unread(draft: Draft) -> Iterable[Leftover]:
    """The numbers of a segment without any period."""
    for line in draft.segment.lines:
        for token in line.tokens:
            yield Leftover(line.label, token.text, token.place, Code.PERIOD_UNKNOWN.label, "no heading over the column tells a period")


def pages_joined(found: Found, lexicon: Lexicon) -> Found:
    """A statement over two pages, each under the title, is one statement."""
    joined: Found = []
    for statement, title, doubts in found:
        if joined:
            before, first, other = joined[-1]
            if (
                before.kind is statement.kind
                and before.heads == statement.heads
                and first.other == title.other
                and _goes_on(before, statement)
            ):
                rest = in_scale_of(statement, before)
                body = with_sections(before.kind, before.body + rest.body, lexicon)
                whole = evolve(before, body=body, leftovers=before.leftovers + rest.leftovers)
                doubts = [*other, *doubts]
                joined[-1] = with_share_scale(whole, doubts), first, doubts
                continue
        joined.append((statement, title, doubts))
    return joined


def _goes_on(before: Statement, statement: Statement) -> bool:
    """Whether a statement is the rest of the one before: the second side of a balance sheet, or the lines that end one which is not over.
    No line stands in both.
    """
    if statement.scale.words and before.scale.words and statement.scale.power(Measure.MONEY) != before.scale.power(Measure.MONEY):
        return False
    first, second = ([item.label for item in one.body] for one in (before, statement))
    if before.kind is Kind.BALANCE and (any(map(_SECOND_SIDE.search, first)) or not any(map(_SECOND_SIDE.search, second))):
        return False
    if before.kind is Kind.BALANCE and not any(map(_ASSETS.match, second)):
        return True
    named = {line.label for line in before.lines if len(line.label) > _BARE}
    return (
        not any(map(FINISHED[before.kind].search, first))
        and not (before.kind is Kind.INCOME and any(map(_RESULT.match, first)))
        and any(map(FINISHED[before.kind].search, second))
        and not any(line.label in named for line in statement.lines)
    )
