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
from converter.recognition.tables.titles import Title
from converter.statement import Kind, Leftover, Statement

Found = list[tuple[Statement, Title, list[Diagnostic]]]
"""Statements with their titles and what was doubted while they were read."""

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
    """A balance sheet whose two sides stand on pages of their own, each under the title, is one statement."""
    joined: Found = []
    for statement, title, doubts in found:
        if joined and statement.kind is Kind.BALANCE is joined[-1][0].kind:
            before, first, other = joined[-1]
            words = [item.label for item in statement.body]
            if (
                before.heads == statement.heads
                and not any(_SECOND_SIDE.search(i.label) for i in before.body)
                and any(_SECOND_SIDE.search(word) for word in words)
                and not any(re.match(r"total assets", word, re.IGNORECASE) for word in words)
            ):
                body = with_sections(Kind.BALANCE, before.body + statement.body, lexicon)
                joined[-1] = evolve(before, body=body, leftovers=before.leftovers + statement.leftovers), first, [*other, *doubts]
                continue
        joined.append((statement, title, doubts))
    return joined
