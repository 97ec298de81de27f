"""The rows of each statement: from its title to whatever ends it, cut into segments at every new row of column headings."""

import re
from collections.abc import Mapping, Sequence

from attrs import Factory, define, frozen

from converter.document import Document, Row
from converter.recognition.columns.fragments import Fragment, fragments_of, is_temporal, tells_time
from converter.recognition.rows.line import Line, split
from converter.recognition.tables.ends import FINISHED, SECOND_SIDE, heads_other_table, prose_ends, second_page
from converter.recognition.tables.segments import Segment, heads_under, names_period, repeats_time
from converter.recognition.tables.titles import Title, is_prose, title_at
from converter.statement import Kind

_LATEST_TITLE = 45
"""Rows after a title within which the first numbers must come."""

_MOST_LINES = 1_000
"""Rows of numbers that a statement may have; what has more is a listing."""

_MOST_REGIONS = 60
"""Statements that a document may have, those of subsidiaries and those repeated included; later ones are passed over."""

_LEAST_LINES = 3
"""Rows of numbers that make a statement; before them nothing ends it."""

_CONTINUED_WITHIN = 16
"""Rows within which a title that says "continued" takes up an interrupted statement again."""

_PAGE_MARK = re.compile(r"-? ?(?:page )?[FS]?-?\d{1,3} ?-?", re.IGNORECASE)


@frozen
class Region:
    """A title and its segments. following: index of the first row that no longer belongs to it."""

    title: Title
    segments: tuple[Segment, ...]
    following: int


def titles_of(rows: Sequence[Row]) -> list[Title]:
    """All titles in reading order, tables that are no primary statement among them."""
    found: list[Title] = []
    index = 0
    while index < len(rows):
        title = title_at(rows, index)
        if title is not None:
            found.append(title)
            index = title.last + 1
        else:
            index += 1
    return found


def regions_of(document: Document, titles: Sequence[Title], wanted: Sequence[Title]) -> list[Region]:
    """A region for each wanted title of a primary statement that has numbers under it. titles: all, for they end regions as well."""
    rows, characters = document.rows, document.grid == "characters"
    known = {title.index: title for title in titles}
    asked = {title.index for title in wanted}
    regions: list[Region] = []
    for number, title in enumerate(titles):
        if title.kind is None or title.index not in asked or (title.continued and number and titles[number - 1].kind is title.kind):
            continue
        if len(regions) == _MOST_REGIONS:
            break
        end = len(rows)
        for later in titles[number + 1 :]:
            if not (later.kind is title.kind and later.continued) and later.index > title.last:
                end = later.index
                break
        region = _Walk(rows, title, end, characters, known).region()
        if region is not None:
            regions.append(region)
    return regions


@define
class _Walk:
    """The rows from a title on, taken one after the other.

    known: the titles by their rows. zone: above the first numbers of a segment, where headings stand. seen: rows of numbers so far.
    finished: words of a last line were seen. table: the table that the latest numbers stand in. one_sided: of a balance sheet, only the
    first side was seen. totals: of a balance sheet, the numbers of its totals.
    """

    rows: Sequence[Row]
    title: Title
    end: int
    characters: bool
    known: Mapping[int, Title]
    segments: list[Segment] = Factory(lambda: [Segment()])
    zone: bool = True
    seen: int = 0
    finished: bool = False
    table: int = 0
    one_sided: bool = False
    totals: set[tuple[object, ...]] = Factory(set)

    def region(self) -> Region | None:
        """The region of the title; None where too few or too many numbers follow it."""
        self.one_sided = self.title.kind is Kind.BALANCE
        index = self.title.index
        while index < self.end and (following := self._following(index)) is not None:
            index = following
        if not _LEAST_LINES <= self.seen <= _MOST_LINES:
            return None
        segments = tuple(segment for segment in self.segments if not segment.is_empty)
        for segment in segments:
            segment.finish(self.characters)
        return Region(self.title, segments, index)

    def _following(self, index: int) -> int | None:
        """Takes in a row. The row to go on with; None where the region is over."""
        row = self.rows[index]
        if index <= self.title.last:
            if index == self.title.index:
                self.segments[-1].head_title(row)
            return index + 1
        if self.seen > _MOST_LINES or (not self.seen and index - self.title.last > _LATEST_TITLE):
            return None
        line = split(row, self.characters)
        if not row.cells:
            self.segments[-1].rule(row, line, self.zone)
            return index + 1
        if (again := self.known.get(index)) is not None:  # the statement goes on over a page
            self.finished = False
            return again.last + 1
        if self._is_interrupted(index, row):
            return self._taken_up(index)
        if self._is_over(index, row):
            return None
        self.one_sided = self.one_sided and not SECOND_SIDE.match(row.cells[0].text)
        heads = fragments_of(row, line, self.characters, self.zone)
        if heads and not self.zone:
            return self._headed_anew(index, row, heads)
        if not self.zone and self.finished and not line.tokens and self._is_headed_otherwise(index, row):
            heads = [Fragment(cell.text, cell.left, cell.right, cell.place) for cell in row.cells]
            return self._headed_anew(index, row, heads)
        if heads is not None and self.zone:
            self.segments[-1].head(row, line, heads)
        elif not self.zone and names_period(row, self.segments[-1]) and self._begins_again(index) and not self._heads_below(index):
            self.segments.append(Segment(heads_under(self.segments[-1], row)))
            self.finished = False
        elif line.tokens or len(row.cells) > 1 or not _PAGE_MARK.fullmatch(line.label):
            self._take(row, line)
        return index + 1

    def _is_interrupted(self, index: int, row: Row) -> bool:
        """Whether running text or the heading of another table stands between the lines of a statement, or behind them."""
        if self.seen < _LEAST_LINES:
            return False
        left = self.finished or (self.table and row.table != self.table)
        return prose_ends(self.rows, index, self.end) or bool(left and heads_other_table(self.rows[index : index + 2], self.title.kind))

    def _taken_up(self, index: int) -> int | None:
        """Where an interrupted statement goes on: at a title that says so, or at the second side of a balance sheet."""
        for later in range(index + 1, min(self.end, index + _CONTINUED_WITHIN)):
            title = self.known.get(later)
            if title is not None and title.continued and title.kind is self.title.kind:
                return later
        return second_page(self.rows, index, self.end) if self.one_sided else None

    def _is_over(self, index: int, row: Row) -> bool:
        if not self.seen and index - self.title.last > 2 and is_prose(row) and is_prose(self.rows[min(index + 1, self.end - 1)]):
            return True
        if not self.finished or self.title.kind is not Kind.BALANCE:
            return False
        return is_prose(row) or bool(row.table and self.table and row.table != self.table)  # what balances is over with its table

    def _headed_anew(self, index: int, row: Row, heads: list[Fragment]) -> int | None:
        """A row of headings below numbers: a further segment, or another table where the statement was finished."""
        if self.finished and self.seen >= _LEAST_LINES:
            if not self._begins_again(index) or repeats_time(heads, self.segments[0]):
                return None
            self.finished = False
        if not self.segments[-1].is_empty:
            self.segments.append(Segment())
        self.segments[-1].heads.append((heads, row.rules))
        self.zone = True
        return index + 1

    def _take(self, row: Row, line: Line) -> None:
        """Takes in a row of the body."""
        kind = self.title.kind
        if line.tokens:
            self.zone = False
            self.seen += 1
            self.table = row.table or self.table
        told = not self.one_sided if line.tokens else kind is Kind.INCOME
        self.finished = (
            self.finished
            or bool(told and kind is not None and FINISHED[kind].search(line.label))
            or (bool(line.tokens) and self._balances(line))
        )
        self.segments[-1].lines.append(line)

    def _begins_again(self, index: int) -> bool:
        """Whether below a row of headings the same lines follow once more: the year to date under the quarter, under one title."""
        first = next((line.label for segment in self.segments for line in segment.tabular if line.label), "")
        ahead = self.rows[index + 1 : min(self.end, index + 6)]
        return bool(first) and any(row.cells and row.cells[0].text.rstrip(" .:$") == first for row in ahead)

    def _heads_below(self, index: int) -> bool:
        """Whether the next row goes on with headings of columns, so that a row is the first of new ones."""
        below = next((row for row in self.rows[index + 1 : min(self.end, index + 4)] if row.cells), None)
        return below is not None and tells_time(below.cells[-1].text) and all(is_temporal(cell.text) for cell in below.cells)

    def _is_headed_otherwise(self, index: int, row: Row) -> bool:
        """Whether the first row of a further table heads columns over the same lines once more, in words that do not tell the time."""
        return len(row.cells) > 1 and 0 != self.table != row.table != 0 and self._begins_again(index)

    def _balances(self, line: Line) -> bool:
        """Whether a balance sheet is over: the totals of its sides, without words of their own, are equal."""
        if self.title.kind is not Kind.BALANCE or (line.label and not line.label.lower().startswith("total")):
            return False
        numbers = tuple(token.printed for token in line.tokens)
        if numbers in self.totals and all(numbers):
            return True
        self.totals.add(numbers)
        return False
