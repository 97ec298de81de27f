"""Document to statements: regions read into columns with periods and lines with amounts; the primary consolidated statements picked among
them.
"""

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.document import Document
from converter.filing import Filing
from converter.place import Place
from converter.recognition.assumptions import tell_unscaled, with_currency
from converter.recognition.drafts import drafts_of
from converter.recognition.lines.lexicon import Lexicon
from converter.recognition.pages import Found, pages_joined, statements_of
from converter.recognition.periods.fiscal import calendar_of
from converter.recognition.periods.inception import inception_in
from converter.recognition.periods.spoken import spoken_in
from converter.recognition.rescaling import with_common_scale
from converter.recognition.rows.sides import stacked, stacked_print
from converter.recognition.tables.others import other_tables
from converter.recognition.tables.ownership import Ownership, owners_of, ownership_of
from converter.recognition.tables.primary import primary_of
from converter.recognition.tables.regions import regions_of, titles_of
from converter.recognition.tables.titles import Title, company_names
from converter.recognition.tables.vague_titles import untitled_tables, vague_titles
from converter.statement import Kind, OtherTable, Statement


@frozen
class Recognition:
    """The primary statements, the names that stand above them, likeliest first, and the tables that were left out."""

    statements: tuple[Statement, ...]
    names: tuple[str, ...]
    others: tuple[OtherTable, ...] = ()


def recognise(document: Document, filing: Filing | None, lexicon: Lexicon, doubt: Doubt) -> Recognition:
    """The primary consolidated statements of a document.

    Where no title names a statement, tables under vague titles ("Financial highlights") are tried, then
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
    for kind in Kind:
        for vague_of in (vague_titles, untitled_tables):
            if not any(statement.kind is kind for statement in chosen):
                vague = vague_of(document.rows, kind)
                if not vague:
                    continue
                known = {title.index for title in vague}
                every = sorted([*vague, *(t for t in titles if t.index not in known)], key=lambda title: title.index)
                further, _ = _found(document, every, vague, filing, lexicon)
                further = [one for one in further if not _share_numbers(one[0], chosen)]
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


def _share_numbers(statement: Statement, others: Iterable[Statement]) -> bool:
    """Whether a number of the statement is one of others: their table has been read under its own title."""
    taken = {amount.place for other in others for line in other.lines for amount in line.every}
    return any(amount.place in taken for line in statement.lines for amount in line.every)


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
    drafts = [draft for region in regions_of(document, titles, wanted) for draft in drafts_of(region, document)]
    kinds = [(draft.region.title.kind, head.phrase) for draft in drafts for head in draft.heads if head.values]
    calendar = calendar_of(
        [p for kind, p in kinds if kind is not Kind.BALANCE],
        [p for kind, p in kinds if kind is Kind.BALANCE],
        filing.fiscal_year_end if filing else None,
        document.source.text,
    )
    calendar = evolve(calendar, inception=inception_in(document.source.text))
    spoken = spoken_in(document.source.text, [phrase for kind, phrase in kinds if kind is not Kind.BALANCE])
    found: Found = []
    lost: list[tuple[Kind | None, Diagnostic]] = []
    for region in dict.fromkeys(draft.region.title.index for draft in drafts):
        own = [draft for draft in drafts if draft.region.title.index == region]
        doubts: list[Diagnostic] = []
        before = len(found)
        found.extend(
            (statement, own[0].region.title, doubts) for statement in statements_of(own, document, calendar, spoken, lexicon, doubts)
        )
        lost.extend(
            (own[0].region.title.kind, diagnostic) for diagnostic in doubts if len(found) == before and not own[0].region.title.other
        )
    return pages_joined(found, lexicon), lost
