"""Document to statements: regions read into columns with periods and lines with amounts; the primary consolidated statements picked among
them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.document import Document
from converter.filing import Filing
from converter.place import Place
from converter.recognition.assumptions import tell_unscaled, with_currency
from converter.recognition.columns.dating import dated_columns, merged
from converter.recognition.columns.fragments import Fragment
from converter.recognition.columns.heads import Head, heads_of
from converter.recognition.columns.translations import currencies_of, reported_currency, with_proven_translations
from converter.recognition.lines.body import Printed, lines_of
from converter.recognition.lines.lexicon import Lexicon
from converter.recognition.lines.measures import measure_of
from converter.recognition.lines.sections import with_sections
from converter.recognition.periods.fiscal import Calendar, calendar_of
from converter.recognition.periods.spoken import Spoken, spoken_in
from converter.recognition.rescaling import with_common_scale, with_share_scale
from converter.recognition.rows.cuts import INSIDE_NUMBER, whole_row, without_last
from converter.recognition.rows.line import Line
from converter.recognition.rows.sides import stacked, stacked_print
from converter.recognition.rows.stacks import placed
from converter.recognition.rows.tokens import Token
from converter.recognition.scale import currency_of, scale_in, scale_of, whole_dollars
from converter.recognition.tables.others import other_tables
from converter.recognition.tables.ownership import Ownership, owners_of, ownership_of
from converter.recognition.tables.primary import primary_of
from converter.recognition.tables.regions import Region, regions_of, titles_of
from converter.recognition.tables.segments import Segment
from converter.recognition.tables.titles import Title, company_names, untitled_tables, vague_titles
from converter.statement import Amount, Heading, Kind, Leftover, LineItem, Measure, OtherTable, Scale, Statement


@frozen
class Recognition:
    """The primary statements, the names that stand above them, likeliest first, and the tables that were left out."""

    statements: tuple[Statement, ...]
    names: tuple[str, ...]
    others: tuple[OtherTable, ...] = ()


@frozen
class _Draft:
    """A segment with the headings of its stacks, before periods are resolved."""

    region: Region
    segment: Segment
    heads: tuple[Head, ...]


def recognise(document: Document, filing: Filing | None, lexicon: Lexicon, doubt: Doubt) -> Recognition:
    """The primary consolidated statements of a document.

    Where no title names a statement of operations or a balance sheet, tables under vague titles ("Financial highlights") are tried, then
    tables without any title; they must show far more of the marks of their kind.
    """
    document = evolve(document, rows=stacked(document.rows) if document.grid == "cells" else stacked_print(document.rows))
    titles = titles_of(document.rows)
    said: dict[Place, str] = {}

    def heard(diagnostic: Diagnostic) -> None:
        if diagnostic.code is Code.NOT_PRIMARY and diagnostic.place:
            said[diagnostic.place] = diagnostic.message
        doubt(diagnostic)

    found, lost = _found(document, titles, titles, filing, lexicon)
    ownership = ownership_of([(statement, title) for statement, title, _ in found], document, filing or Filing(), doubt)
    found = _owned(found, ownership, document)
    chosen = _chosen(found, heard, 3)
    for kind in (Kind.INCOME, Kind.BALANCE):
        for vague_of in (vague_titles, untitled_tables):
            if not any(statement.kind is kind for statement in chosen):
                vague = vague_of(document.rows, kind)
                known = {title.index for title in vague}
                every = sorted([*vague, *(t for t in titles if t.index not in known)], key=lambda title: title.index)
                further, _ = _found(document, every, vague, filing, lexicon)
                chosen += _chosen(_owned(further, ownership, document), heard, 5)
    kinds = {statement.kind for statement in chosen}
    for diagnostic in dict.fromkeys(diagnostic for kind, diagnostic in lost if kind not in kinds):  # why there is none
        doubt(diagnostic)
    above = [title for title in titles if title.kind is not None and not title.other]
    names = [ownership.owner] if ownership.owner else company_names(document.rows, above)
    scaled = with_common_scale(tuple(sorted(chosen, key=lambda s: s.place)), doubt)
    tell_unscaled(scaled, doubt)
    statements = with_currency(scaled, filing or Filing(), doubt)
    others = other_tables(document, titles, statements, said, doubt) if statements else ()
    return Recognition(statements, tuple(names), others)


Found = list[tuple[Statement, Title, list[Diagnostic]]]
"""Statements with their titles and what was doubted while they were read."""


def _owned(found: Found, ownership: Ownership, document: Document) -> Found:
    owners = owners_of([title for _, title, _ in found], document)
    return [one for one, owner in zip(found, owners, strict=True) if ownership.holds(owner)]


def _chosen(found: Found, doubt: Doubt, least: int) -> tuple[Statement, ...]:
    """The primary ones among them; only their doubts are told."""
    silent = least > 3  # a vague title promised nothing, so nothing is said of tables that are no statement
    chosen = primary_of([(statement, title) for statement, title, _ in found], (lambda _: None) if silent else doubt, least)
    for statement, _, doubts in found:
        if any(statement is one for one in chosen):
            for diagnostic in dict.fromkeys(doubts):
                doubt(diagnostic)
    return chosen


def _found(
    document: Document, titles: Sequence[Title], wanted: Sequence[Title], filing: Filing | None, lexicon: Lexicon
) -> tuple[Found, list[tuple[Kind | None, Diagnostic]]]:
    """The statements under the wanted titles, and the doubts of tables that gave none. titles: all that end a region.

    Two passes over the regions: the first reads all column headings, from which the fiscal calendar of the document follows; the second
    resolves periods with it and reads the lines.
    """
    drafts = [draft for region in regions_of(document, titles, wanted) for draft in _drafts(region, document)]
    kinds = [(draft.region.title.kind, head.phrase) for draft in drafts for head in draft.heads if head.values]
    calendar = calendar_of(
        [p for kind, p in kinds if kind is not Kind.BALANCE],
        [p for kind, p in kinds if kind is Kind.BALANCE],
        filing.fiscal_year_end if filing else None,
        document.source.text,
    )
    spoken = spoken_in(document.source.text, [phrase for kind, phrase in kinds if kind is not Kind.BALANCE])
    found: Found = []
    lost: list[tuple[Kind | None, Diagnostic]] = []
    for region in dict.fromkeys(draft.region.title.index for draft in drafts):
        own = [draft for draft in drafts if draft.region.title.index == region]
        doubts: list[Diagnostic] = []
        before = len(found)
        found.extend(
            (statement, own[0].region.title, doubts) for statement in _statements(own, document, calendar, spoken, lexicon, doubts)
        )
        lost.extend(
            (own[0].region.title.kind, diagnostic) for diagnostic in doubts if len(found) == before and not own[0].region.title.other
        )
    return _pages_joined(found, lexicon), lost


def _drafts(region: Region, document: Document) -> Iterable[_Draft]:
    characters = document.grid == "characters"
    title = region.title
    above = title.text
    before: _Draft | None = None
    for segment in region.segments:
        if not segment.stacks:
            continue
        place = segment.lines[0].label_place
        if before is not None and len(before.heads) == len(segment.stacks) and not any(f for f, _ in segment.heads):
            draft = _Draft(region, segment, before.heads)
        else:
            draft = _Draft(region, segment, tuple(heads_of(segment.heads, segment.stacks, above, characters, place)))
            if before is not None and _repeats(before.heads, draft.heads):
                draft = _Draft(region, segment, before.heads)
        yield draft
        before = draft


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


def _statements(
    drafts: Sequence[_Draft], document: Document, calendar: Calendar, spoken: Spoken, lexicon: Lexicon, doubts: list[Diagnostic]
) -> list[Statement]:
    """The statements of one region: its segments joined where they have the same columns."""
    made: list[Statement] = []
    bodies = [_body(draft, document, lexicon, doubts) for draft in drafts]
    every = [item for body in bodies for item in body.printed]
    for draft, body in zip(drafts, bodies, strict=True):
        statement = _statement(draft, body, every, document, calendar, spoken, doubts)
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


def _unread(draft: _Draft) -> Iterable[Leftover]:
    """The numbers of a segment without any period."""
    for line in draft.segment.lines:
        for token in line.tokens:
            yield Leftover(line.label, token.text, token.place, Code.PERIOD_UNKNOWN.label, "no heading over the column tells a period")


_SECOND_SIDE = re.compile(r"liabilities|stockholders|shareholders", re.IGNORECASE)


def _pages_joined(
    found: Sequence[tuple[Statement, Title, list[Diagnostic]]], lexicon: Lexicon
) -> list[tuple[Statement, Title, list[Diagnostic]]]:
    """A balance sheet whose two sides stand on pages of their own, each under the title, is one statement."""
    joined: list[tuple[Statement, Title, list[Diagnostic]]] = []
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


@frozen
class _Body:
    """The lines of a segment before their columns are understood, and the numbers that stand under none."""

    printed: tuple[Printed | Heading, ...]
    leftovers: tuple[Leftover, ...]


def _body(draft: _Draft, document: Document, lexicon: Lexicon, doubts: list[Diagnostic]) -> _Body:
    kind, segment = draft.region.title.kind, draft.segment
    assert kind is not None
    rows: list[tuple[Line, tuple[Token | None, ...] | None]] = []
    leftovers: list[Leftover] = []
    text = document.source.text
    cut = text.count("\n") + 1 if document.grid == "characters" and not text.endswith("\n") else 0
    torn = document.rows[-1] if document.grid == "cells" and text[-1:] in INSIDE_NUMBER else None
    for line in segment.lines:
        tokens = placed(line.tokens, segment.stacks) if line.tokens else None
        if line.tokens and tokens is None:
            reason = f"the row has {len(line.tokens)} numbers for {len(segment.stacks)} columns"
            leftovers.extend(Leftover(line.label, t.text, t.place, Code.ROW_BROKEN.label, reason) for t in line.tokens)
            doubts.append(Diagnostic(Code.ROW_BROKEN, f'The numbers of "{line.label}" cannot be placed: {reason}.', line.label_place))
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
            rows[index] = (line, None)
    return _Body(tuple(lines_of(rows, kind, lexicon)), tuple(leftovers))


def _only_fills(rows: Sequence[tuple[Line, tuple[Token | None, ...] | None]], index: int, kind: Kind, lexicon: Lexicon) -> bool:
    """Whether a row's dashes are no zeros: beside a heading, or on the first row of a label whose numbers stand on its last."""
    line, tokens = rows[index]
    if not line.label or tokens is None or not all(token is None or token.dash for token in tokens):
        return False
    if line.label.endswith(":") or (lexicon.section_of(kind, line.label) and not lexicon.is_label(kind, line.label)):
        return True
    after = next((row for row in rows[index + 1 :] if row[0].row.cells), None)
    return after is not None and after[1] is None and after[0].row.gap == 0 and after[0].label[:1].islower()


def _statement(
    draft: _Draft,
    body_read: _Body,
    every: Sequence[Printed | Heading],
    document: Document,
    calendar: Calendar,
    spoken: Spoken,
    doubts: list[Diagnostic],
) -> Statement | None:
    """The statement of one segment. every: the lines of all segments of its region."""
    title, segment, printed = draft.region.title, draft.segment, body_read.printed
    kind = title.kind
    assert kind is not None
    leftovers = list(body_read.leftovers)
    columns = dated_columns(draft.heads, segment.stacks, printed, every, kind, calendar, spoken, doubts)
    kept = [index for index, (column, _) in enumerate(columns) if column is not None]
    merged_columns = merged([columns[i][0] for i in kept], kept, printed, doubts)
    values = [(column, group) for column, group in merged_columns if not column.currency]
    translations = [(column, group) for column, group in merged_columns if column.currency]
    if not values:
        return None
    top = [*segment.top, *(r for d in draft.region.segments for r in d.top)]
    scale = scale_of(top) or _scale_of_heads(draft.region) or Scale()
    words = [*(cell.text for row in top for cell in row.cells), *(f.text for f in _fragments(draft.region))]
    currency = reported_currency(currencies_of(draft.heads, printed)) or currency_of(words) or ""
    body: list[LineItem | Heading] = []
    fractions = Counter(
        token.fraction for item in printed if isinstance(item, Printed) for token in item.tokens if token and not token.dash
    )
    usual = fractions.most_common(1)[0][0] if fractions else 0
    per_share = False
    for item in printed:
        if isinstance(item, Heading):
            body.append(item)
            continue
        tokens = tuple(_token(item, group) for _, group in values)
        measure = measure_of(item.label, item.headings, tokens, kind, usual == 0, per_share)
        per_share = per_share or measure is Measure.PER_SHARE
        for index, (_, (code, reason, outcome)) in enumerate(columns):
            token = item.tokens[index]
            if token is not None and token.broken:
                message = f'"{token.text}" in the row "{item.label}" is no number'
                doubts.append(Diagnostic(Code.ROW_BROKEN, f"{message}; it is left out.", token.place, "Two numbers may have run together."))
                leftovers.append(Leftover(item.label, token.text, token.place, Code.ROW_BROKEN.label, "the digits are no number"))
                continue
            if token is not None and not any(index in group for _, group in merged_columns):
                leftovers.append(Leftover(item.label, token.text, token.place, code.label, reason, outcome))
        translated = tuple(_token(item, group) for _, group in translations)
        if all(token is None or token.printed is None for token in (*tokens, *translated)):
            continue
        body.append(
            LineItem(
                item.label,
                item.headings,
                tuple(_amount(t, measure, scale, usual) for t in tokens),
                item.place,
                measure,
                item.indent,
                item.gap,
                item.ruled,
                translated=tuple(_amount(t, measure, scale, usual) for t in translated),
            )
        )
    place = segment.lines[0].label_place
    where = document.rows[title.index].cells[0].place if document.rows[title.index].cells else place
    statement = Statement(
        kind,
        title.text,
        scale,
        tuple(column for column, _ in values),
        tuple(body),
        where,
        currency,
        tuple(leftovers),
        tuple(column for column, _ in translations),
    )
    return with_share_scale(with_proven_translations(statement), doubts) if statement.lines else None


def _token(line: Printed, group: Sequence[int]) -> Token | None:
    """The first number of a line in some stacks."""
    return next((line.tokens[index] for index in group if line.tokens[index] is not None), None)


def _fragments(region: Region) -> list[Fragment]:
    return [fragment for segment in region.segments for row, _ in segment.heads for fragment in row]


def _scale_of_heads(region: Region) -> Scale | None:
    """The scale that stands among the headings of columns, of whichever page."""
    fragments = _fragments(region)
    told = next((scale for f in fragments if (scale := scale_in(f.text, f.place))), None)
    return told or next((scale for f in fragments if (scale := whole_dollars(f.text, f.place))), None)


def _amount(token: Token | None, measure: Measure, scale: Scale, usual: int) -> Amount | None:
    """usual: digits after the point that the statement's money has; a dash is a zero of that precision."""
    if token is None or token.printed is None:
        return None
    power = scale.power(measure)
    printed = token.printed / 100 if measure is Measure.PURE and token.percent else token.printed
    fraction = usual if token.dash and measure is Measure.MONEY else token.fraction
    decimals = fraction + (2 if measure is Measure.PURE and token.percent else 0) - power
    if measure is Measure.PER_SHARE and not token.printed and not token.fraction:
        decimals = 2
    return Amount(token.printed, printed.scaleb(power), decimals, token.place, token.text)
