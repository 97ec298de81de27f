"""Numbers in columns to amounts of periods: a draft as a statement, and what of it can be no fact."""

from collections import Counter
from collections.abc import Iterator, Sequence

from converter.diagnostic import Code, Diagnostic
from converter.document import Document, Row
from converter.recognition.columns.dating import Dated, dated_columns, merged
from converter.recognition.columns.fragments import Fragment
from converter.recognition.columns.translations import currencies_of, reported_currency, with_proven_translations
from converter.recognition.drafts import Body, Draft
from converter.recognition.lines.body import Printed
from converter.recognition.lines.measures import measure_of
from converter.recognition.periods.fiscal import Calendar
from converter.recognition.periods.spoken import Spoken
from converter.recognition.rescaling import with_share_scale
from converter.recognition.rows.tokens import Token
from converter.recognition.scale import currency_of, scale_above, scale_in, scale_of, whole_dollars
from converter.recognition.tables.regions import Region
from converter.statement import Amount, Column, Heading, Leftover, LineItem, Measure, Scale, Statement

Stacks = Sequence[tuple[Column, list[int]]]
"""The columns of a statement, each with the stacks that hold its numbers."""


def statement_of(
    draft: Draft,
    read: Body,
    every: Sequence[Printed | Heading],
    document: Document,
    calendar: Calendar,
    spoken: Spoken,
    doubts: list[Diagnostic],
) -> Statement | None:
    """The statement of one segment; None where no column has a period, or no line a number. every: the lines of its whole region."""
    title, segment, printed = draft.region.title, draft.segment, read.printed
    kind = title.kind
    assert kind is not None
    columns = dated_columns(draft.heads, segment.stacks, printed, every, kind, calendar, spoken, doubts)
    kept = [index for index, (column, _) in enumerate(columns) if column is not None]
    stacks = merged([columns[i][0] for i in kept], kept, printed, doubts)
    values = [(column, group) for column, group in stacks if not column.currency]
    translations = [(column, group) for column, group in stacks if column.currency]
    if not values:
        return None
    scale = _scale_of(draft, document)
    usual = _usual_fraction(printed)
    body: list[LineItem | Heading] = []
    leftovers = list(read.leftovers)
    per_share = False
    for item in printed:
        if isinstance(item, Heading):
            body.append(item)
            continue
        leftovers.extend(_left_out(item, columns, stacks, doubts))
        tokens = tuple(_token(item, group) for _, group in values)
        measure = measure_of(item.label, item.headings, tokens, kind, usual == 0, per_share)
        per_share = per_share or measure is Measure.PER_SHARE
        amounts = tuple(_amount(token, measure, scale, usual) for token in tokens)
        translated = tuple(_amount(_token(item, group), measure, scale, usual) for _, group in translations)
        if any((*amounts, *translated)):
            shape = item.indent, item.gap, item.ruled
            body.append(LineItem(item.label, item.headings, amounts, item.place, measure, *shape, translated=translated))
    cells = document.rows[title.index].cells
    where = cells[0].place if cells else segment.lines[0].label_place
    statement = Statement(
        kind,
        title.text,
        scale,
        tuple(column for column, _ in values),
        tuple(body),
        where,
        _currency_of(draft, printed),
        tuple(leftovers),
        tuple(column for column, _ in translations),
    )
    return with_share_scale(with_proven_translations(statement), doubts) if statement.lines else None


def _token(line: Printed, group: Sequence[int]) -> Token | None:
    """The first number of a line in some stacks."""
    return next((line.tokens[index] for index in group if line.tokens[index] is not None), None)


def _left_out(item: Printed, columns: Sequence[Dated], stacks: Stacks, doubts: list[Diagnostic]) -> Iterator[Leftover]:
    """The numbers of a line that are broken, or stand in columns that hold no values of a period."""
    for index, (token, (_, (code, reason, outcome))) in enumerate(zip(item.tokens, columns, strict=True)):
        if token is None:
            continue
        if token.broken:
            message = f'"{token.text}" in the row "{item.label}" is no number; it is left out.'
            doubts.append(Diagnostic(Code.ROW_BROKEN, message, token.place, "Two numbers may have run together."))
            yield Leftover(item.label, token.text, token.place, Code.ROW_BROKEN.label, "the digits are no number")
        elif not any(index in group for _, group in stacks):
            yield Leftover(item.label, token.text, token.place, code.label, reason, outcome)


def _usual_fraction(printed: Sequence[Printed | Heading]) -> int:
    """Digits after the point that most numbers have."""
    fractions = Counter(
        token.fraction for item in printed if isinstance(item, Printed) for token in item.tokens if token and not token.dash
    )
    return fractions.most_common(1)[0][0] if fractions else 0


def _top(draft: Draft) -> list[Row]:
    """The rows above the numbers, on whichever page."""
    return [*draft.segment.top, *(row for segment in draft.region.segments for row in segment.top)]


def _scale_of(draft: Draft, document: Document) -> Scale:
    return scale_of(_top(draft)) or _scale_of_heads(draft.region) or scale_above(document.rows, draft.region.title.index) or Scale()


def _currency_of(draft: Draft, printed: Sequence[Printed | Heading]) -> str:
    """The currency of a statement (ISO 4217); empty where nothing above its numbers names it."""
    words = [*(cell.text for row in _top(draft) for cell in row.cells), *(fragment.text for fragment in _fragments(draft.region))]
    return reported_currency(currencies_of(draft.heads, printed)) or currency_of(words) or ""


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
