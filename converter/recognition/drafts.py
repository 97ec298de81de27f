"""What of a statement is read before its periods are known: the headings of its columns, and its lines with their numbers in columns."""

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from converter.diagnostic import Code, Diagnostic
from converter.document import Document
from converter.place import Place
from converter.recognition.columns.heads import Head, heads_of
from converter.recognition.columns.in_order import heads_in_order
from converter.recognition.lines.body import Printed, lines_of
from converter.recognition.lines.lexicon import Lexicon
from converter.recognition.rows.cuts import INSIDE_NUMBER, whole_row, without_last
from converter.recognition.rows.line import Line
from converter.recognition.rows.stacks import PlacedRow, placed
from converter.recognition.rows.tokens import Token
from converter.recognition.tables.regions import Region
from converter.recognition.tables.segments import Segment
from converter.statement import Heading, Kind, Leftover


@frozen
class Draft:
    """A segment with the headings of its stacks, before periods are resolved."""

    region: Region
    segment: Segment
    heads: tuple[Head, ...]


def drafts_of(region: Region, document: Document) -> Iterable[Draft]:
    """A draft for each segment that has numbers. A further page without headings of its own has those of the page before."""
    characters = document.grid == "characters"
    title = region.title
    above = title.text
    before: Draft | None = None
    for segment in region.segments:
        if not segment.stacks:
            continue
        place = segment.lines[0].label_place
        if before is not None and len(before.heads) == len(segment.stacks) and not any(f for f, _ in segment.heads):
            draft = Draft(region, segment, before.heads)
        else:
            draft = Draft(region, segment, tuple(_heads(segment, above, characters, place)))
            if before is not None and _repeats(before.heads, draft.heads):
                draft = Draft(region, segment, before.heads)
        yield draft
        before = draft


def _heads(segment: Segment, above: str, characters: bool, place: Place) -> list[Head]:
    if segment.in_order:
        return heads_in_order((fragments for fragments, _ in segment.heads), len(segment.stacks), above, place)
    return heads_of(segment.heads, segment.stacks, above, characters, place)


def _repeats(before: Sequence[Head], heads: Sequence[Head]) -> bool:
    """Whether the headings of a further page only repeat those of the page before, or their years."""
    years = [head.phrase.year for head in heads]
    if None in years or years != [head.phrase.year for head in before]:
        return False
    return all(
        (head.phrase.month is None or (head.phrase.month, head.phrase.day) == (b.phrase.month, b.phrase.day))
        and (not head.phrase.has_length or (head.phrase.months, head.phrase.weeks) == (b.phrase.months, b.phrase.weeks))
        for head, b in zip(heads, before, strict=True)
    )


@frozen
class Body:
    """The lines of a segment before their columns are understood, and the numbers that stand under none."""

    printed: tuple[Printed | Heading, ...]
    leftovers: tuple[Leftover, ...]


def body_of(draft: Draft, document: Document, lexicon: Lexicon, doubts: list[Diagnostic]) -> Body:
    """The lines of a draft. Complaints: ROW_BROKEN, TABLE_CUT."""
    kind, segment = draft.region.title.kind, draft.segment
    assert kind is not None
    rows: list[PlacedRow] = []
    leftovers: list[Leftover] = []
    text = document.source.text
    printed = document.grid == "characters" and document.source.format != "html"
    cut = text.count("\n") + 1 if printed and not text.endswith("\n") else 0
    torn = document.rows[-1] if not printed and text[-1:] in INSIDE_NUMBER else None
    for line in segment.lines:
        tokens = _placed(line, segment) if line.tokens else None
        if line.tokens and tokens is None:
            reason = f"the row has {len(line.tokens)} numbers for {len(segment.stacks)} columns"
            leftovers.extend(Leftover(line.label, t.text, t.place, Code.ROW_BROKEN.label, reason) for t in line.tokens)
            message = f'The numbers of "{line.label}" cannot be placed: {reason}.'
            doubts.append(Diagnostic(Code.ROW_BROKEN, message, line.label_place, "Look for a digit or a blank that is missing on paper."))
        if tokens is not None and line.row.line == cut:
            tokens, lost = whole_row(line, tokens, segment.stacks, doubts)
            leftovers.extend(lost)
        if tokens is not None and line.row is torn:
            tokens, lost = without_last(line, tokens, doubts)
            leftovers.extend(lost)
        rows.append((line, tokens))
    for index, (line, placed_tokens) in enumerate(rows):
        if placed_tokens is not None and _only_fills(rows, index, kind, lexicon):
            reason = "dashes beside a heading or the first row of a label say nothing"
            leftovers.extend(
                Leftover(line.label, t.text, t.place, Code.LINE_DOUBTFUL.label, reason) for t in placed_tokens if t is not None
            )
            rows[index] = (evolve(line, tokens=()), None)
    return Body(tuple(lines_of(rows, kind, lexicon)), tuple(leftovers))


def _placed(line: Line, segment: Segment) -> tuple[Token | None, ...] | None:
    """Each stack's token; None when they cannot all be placed: where only the order tells, when there is not one for each."""
    if segment.in_order and len(line.tokens) != len(segment.stacks):
        return None
    return placed(line.tokens, segment.stacks)


def _only_fills(rows: Sequence[PlacedRow], index: int, kind: Kind, lexicon: Lexicon) -> bool:
    """Whether a row's dashes are no zeros: beside a heading, or on the first row of a label whose numbers stand on its last."""
    line, tokens = rows[index]
    if not line.label or tokens is None or not all(token is None or token.dash for token in tokens):
        return False
    if line.label.endswith(":") or (lexicon.section_of(kind, line.label) and not lexicon.is_label(kind, line.label)):
        return True
    after = next((row for row in rows[index + 1 :] if row[0].row.cells), None)
    return after is not None and after[1] is None and after[0].row.gap == 0 and after[0].label[:1].islower()
