"""The rows of each statement: from its title to whatever ends it, cut into segments at every new row of column headings."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import Factory, define, frozen

from converter.document import Document, Row
from converter.recognition.columns import Fragment, fragments_of, is_temporal, tells_time
from converter.recognition.periods.phrases import DATE, LENGTH
from converter.recognition.rows.amounts import Line, Stack, split, stacks_of
from converter.recognition.rows.wrapping import unwrapped
from converter.recognition.tables.titles import Title, is_prose, other_table, title_at
from converter.statement import Kind

_LATEST_TITLE = 45
"""Rows after a title within which the first numbers must come."""

_MOST_LINES = 1_000
"""Rows of numbers that a statement may have; what has more is a listing."""
_MOST_REGIONS = 60
"""Statements that a document may have, those of subsidiaries and those repeated included; later ones are passed over."""

_FINISHED = {
    Kind.INCOME: re.compile(r"\bper\b.*\b(?:share|unit)|\bweighted\b|shares outstanding", re.IGNORECASE),
    Kind.BALANCE: re.compile(
        r"total liabilities,? .*(?:equity|deficit|deficiency|investment|capital|interest)|^totals?$|liabilities and .*equity", re.IGNORECASE
    ),
    Kind.CASH_FLOW: re.compile(r"\b(?:end|ending)\b|supplement|interest paid|taxes paid", re.IGNORECASE),
}


_SECOND_SIDE = re.compile(
    r"(?:total )?(?:current )?liabilities\b(?: and|,|:|$)"
    r"|(?:(?:stock|share|member|owner|partner)\S* )?(?:equity|capital) and liabilities\b",
    re.IGNORECASE,
)
"""What the second side of a balance sheet begins with."""
_PAGE_REACH = 40
"""Rows over which a balance sheet may be interrupted between its sides: notices, a page's end and headings repeated."""

_PAGE_MARK = re.compile(r"-? ?(?:page )?[FS]?-?\d{1,3} ?-?", re.IGNORECASE)


@define
class Segment:
    """Rows under one set of column headings. heads: fragments of each row of headings with the lines drawn below it."""

    heads: list[tuple[list[Fragment], tuple[tuple[int, int], ...]]] = Factory(list)
    top: list[Row] = Factory(list)
    lines: list[Line] = Factory(list)
    stacks: tuple[Stack, ...] = ()

    @property
    def tabular(self) -> list[Line]:
        return [line for line in self.lines if line.tokens]


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
        region = _region(rows, title, end, characters, known)
        if region is not None:
            regions.append(region)
    return regions


def _region(rows: Sequence[Row], title: Title, end: int, characters: bool, known: Mapping[int, Title]) -> Region | None:
    segments = [Segment()]
    zone, seen, index, finished, table = True, 0, title.index, False, 0
    one_sided = title.kind is Kind.BALANCE
    ends: set[tuple[object, ...]] = set()
    while index < end:
        if seen > _MOST_LINES:
            return None
        row = rows[index]
        if title.index <= index <= title.last:
            if index == title.index:
                _title_row(row, segments[-1], characters)
            index += 1
            continue
        if seen == 0 and index - title.last > _LATEST_TITLE:
            return None
        line = split(row, characters)
        if not row.cells:
            if zone and segments[-1].heads and not segments[-1].tabular:
                fragments, rules = segments[-1].heads[-1]
                segments[-1].heads[-1] = (fragments, rules or row.rules)
            else:
                segments[-1].lines.append(line)
            index += 1
            continue
        again = known.get(index)
        if again is not None:  # the statement goes on over a page
            finished = False
            index = again.last + 1
            continue
        if seen >= 3 and (
            _prose_ends(rows, index, end)
            or ((finished or (table and row.table != table)) and _heads_other_table(rows[index : index + 2], title.kind))
        ):
            further = next(
                (i for i in range(index + 1, min(end, index + 16)) if (t := known.get(i)) and t.continued and t.kind is title.kind), None
            )
            if further is None and one_sided:
                further = _second_page(rows, index, end)
            if further is None:
                break
            index = further
            continue
        if seen == 0 and is_prose(row) and is_prose(rows[min(index + 1, end - 1)]) and index - title.last > 2:
            return None
        if one_sided and _SECOND_SIDE.match(row.cells[0].text):
            one_sided = False
        if finished and title.kind is Kind.BALANCE and is_prose(row):
            break
        if finished and title.kind is Kind.BALANCE and row.table and table and row.table != table:
            break  # a balance sheet that balances is over with its table
        heads = fragments_of(row, line, characters, zone)
        if heads and not zone:
            if finished and seen >= 3:  # another table, with headings of its own
                if not _begins_again(rows, index, end, segments) or _same_time(heads, segments[0]):
                    break
                finished = False
            if segments[-1].tabular:
                segments.append(Segment())
            segments[-1].heads.append((heads, row.rules))
            zone = True
            index += 1
            continue
        if zone and heads is not None:
            if heads:
                segments[-1].heads.append((heads, row.rules))
            rest = row.cells[0].text if row.cells and not is_temporal(row.cells[0].text) else ""
            if rest and not (heads and heads[0].left == row.cells[0].left):
                segments[-1].top.append(row)
                if not line.tokens and len(row.cells) == 1 and _opens_body(rest, segments[-1]):
                    segments[-1].lines.append(line)
            index += 1
            continue
        if not line.tokens and len(row.cells) == 1 and _PAGE_MARK.fullmatch(line.label):
            index += 1
            continue
        if not zone and _names_period(row, segments[-1]) and _begins_again(rows, index, end, segments):
            segments.append(Segment(_heads_under(segments[-1], row)))
            finished = False
            index += 1
            continue
        if not line.tokens:
            finished = finished or bool(title.kind is Kind.INCOME and _FINISHED[title.kind].search(line.label))
        if line.tokens:
            zone = False
            seen += 1
            table = row.table or table
            if not one_sided:
                finished = finished or bool(title.kind and _FINISHED[title.kind].search(line.label))
            finished = finished or _balances(title, line, ends)
        segments[-1].lines.append(line)
        index += 1
    segments = [segment for segment in segments if segment.tabular]
    for segment in segments:
        _trim(segment)
        _stack(segment, characters)
    return Region(title, tuple(segments), index) if segments and seen >= 3 else None


def _begins_again(rows: Sequence[Row], index: int, end: int, segments: Sequence[Segment]) -> bool:
    """Whether below a row of headings the same lines follow once more: the year to date under the quarter, under one title."""
    first = next((line.label for segment in segments for line in segment.tabular if line.label), "")
    return bool(first) and any(row.cells and row.cells[0].text.rstrip(" .:$") == first for row in rows[index + 1 : min(end, index + 5)])


def _same_time(heads: Sequence[Fragment], segment: Segment) -> bool:
    """Whether a row of headings only repeats what stands over the first segment: then the lines below are of another table."""
    known = {fragment.text for row, _ in segment.heads for fragment in row}
    return all(fragment.text in known for fragment in heads)


def _names_period(row: Row, segment: Segment) -> bool:
    """Whether words alone in the body name the period of the lines below ("Six months ended June 30:"), for columns headed by years."""
    text = row.cells[0].text
    if len(row.cells) != 1 or not segment.tabular or not LENGTH.search(text) or not is_temporal(text):
        return False
    return bool(DATE.search(text)) or any(DATE.search(fragment.text) for fragments, _ in segment.heads for fragment in fragments)


def _heads_under(segment: Segment, row: Row) -> list[tuple[list[Fragment], tuple[tuple[int, int], ...]]]:
    """The headings of a segment with another row for that which named its period."""
    cell = row.cells[0]
    kept = [head for head in segment.heads if not (len(head[0]) == 1 and LENGTH.search(head[0][0].text))]
    return [*kept, ([Fragment(cell.text, cell.left, cell.right, cell.place)], ())]


def _second_page(rows: Sequence[Row], index: int, end: int) -> int | None:
    """Where a balance sheet goes on whose second side stands behind what would end a table: the first row of headings above that side."""
    for side in range(index + 1, min(end, index + _PAGE_REACH)):
        cells = rows[side].cells
        if cells and len(cells[0].text) < 60 and _SECOND_SIDE.match(cells[0].text) and not is_prose(rows[side]):
            first = side
            while first - 1 > index and side - first < 8 and _is_heading(rows[first - 1]):
                first -= 1
            return first
    return None


def _is_heading(row: Row) -> bool:
    return not row.cells or any(tells_time(cell.text) for cell in row.cells) or row.text.startswith("(")


def _balances(title: Title, line: Line, ends: set[tuple[object, ...]]) -> bool:
    """Whether a balance sheet is over: the totals of its sides, without words of their own, are equal. ends: the totals so far; grows."""
    if title.kind is not Kind.BALANCE or (line.label and not line.label.lower().startswith("total")):
        return False
    numbers = tuple(token.printed for token in line.tokens)
    if numbers in ends and all(numbers):
        return True
    ends.add(numbers)
    return False


def _title_row(row: Row, segment: Segment, characters: bool) -> None:
    """Headings may stand beside the title; the title itself may name the period and the scale."""
    segment.top.append(row)
    if len(row.cells) > 1:
        fragments = [Fragment(c.text, c.left, c.right, c.place) for c in row.cells[1:] if tells_time(c.text) or is_temporal(c.text)]
        if fragments:
            segment.heads.append((fragments, row.rules))


def _opens_body(text: str, segment: Segment) -> bool:
    """Whether words alone above the first numbers are a heading of lines ("Assets", "Revenues:") and not of the table."""
    return (
        bool(segment.heads)
        and not text.startswith("(")
        and text.count("(") >= text.count(")")
        and not re.search(r"\b(?:thousands|millions|unaudited|dollars|except)\b", text, re.IGNORECASE)
    )


def _prose_ends(rows: Sequence[Row], index: int, end: int) -> bool:
    row = rows[index]
    if not is_prose(row):
        return False
    if len(row.text) > 320:
        return True
    ahead = rows[index + 1 : min(end, index + 8)]
    return not any(len(r.cells) > 1 and any(c.isdigit() for c in r.cells[-1].text) and not is_prose(r) for r in ahead)


def _heads_other_table(rows: Sequence[Row], kind: Kind | None) -> bool:
    """Whether the first of two rows heads another table; words that the second goes on with in small letters are a label in two lines."""
    if len(rows) > 1 and len(rows[1].cells) > 1 and rows[1].gap == 0 and rows[1].cells[0].text[:1].islower():
        return False
    words = other_table(rows[0])
    return bool(words) and not (kind is Kind.CASH_FLOW and words.lower().startswith(("supplement", "reconcil")))


def _trim(segment: Segment) -> None:
    """What follows the last row of numbers is no longer the statement; a label's end may."""
    last = max(i for i, line in enumerate(segment.lines) if line.tokens)
    rest = segment.lines[last + 1 : last + 2]
    keep = last + 1 + bool(rest and rest[0].row.gap == 0 and rest[0].label and rest[0].label[:1].islower() and not is_prose(rest[0].row))
    del segment.lines[keep:]


_END_OF_LABEL = re.compile(r"\$[\d,.]+\)?|[\d,.]+\)")


def _may_hide_number(label: str) -> bool:
    """Whether the last words of a label may be a number of a stack, and not an amount that a label in two lines ends with."""
    return (label[-1:].isdigit() or label.endswith((")", "-"))) and not _END_OF_LABEL.fullmatch(label)


def _is_page_number(line: Line, stacks: Sequence[Stack], lined: Counter[int]) -> bool:
    """A small number alone in its row that stands in no stack. lined: rows of numbers in each table of a page; empty for print columns."""
    if line.label or len(line.tokens) != 1 or line.tokens[0].currency or not re.fullmatch(r"-? ?\d{1,3} ?-?", line.tokens[0].text):
        return False
    if lined:  # a footer is a paragraph, or a table that lays out nothing else
        return not line.row.table or lined[line.row.table] == 1
    return all(abs(line.tokens[0].right - stack.edge) > 1 for stack in stacks)


def _stack(segment: Segment, characters: bool) -> None:
    """Finds the stacks, then reads again the rows whose last words end exactly in one."""
    if characters:
        segment.lines = unwrapped(segment.lines)
    segment.stacks = stacks_of(segment.tabular, characters)
    lined = Counter(line.row.table for line in segment.tabular if not characters)
    kept = [line for line in segment.lines if not _is_page_number(line, segment.stacks, lined)]
    if len(kept) < len(segment.lines):
        segment.lines = kept
        segment.stacks = stacks_of(segment.tabular, characters)  # a page number makes a column of its own
    if characters and segment.stacks:
        edges = frozenset(stack.edge for stack in segment.stacks)
        segment.lines = [split(line.row, characters, edges) if _may_hide_number(line.label) else line for line in segment.lines]
