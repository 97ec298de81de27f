"""Segments: the rows of a statement under one set of column headings, and the stacks that their numbers stand in."""

import re
from collections import Counter
from collections.abc import Sequence

from attrs import Factory, define

from converter.document import Row
from converter.recognition.columns.fragments import Fragment, is_temporal, tells_time
from converter.recognition.periods.phrases import DATE, LENGTH
from converter.recognition.rows.line import Line, split
from converter.recognition.rows.setting import read_in_order, stacks_in_order
from converter.recognition.rows.stacks import Stack, stacks_of
from converter.recognition.rows.wrapping import unwrapped
from converter.recognition.tables.titles import is_prose

HeadRow = tuple[list[Fragment], tuple[tuple[int, int], ...]]
"""The pieces of a row of headings, with the extents of the lines drawn below it."""

_END_OF_LABEL = re.compile(r"\$[\d,.]+\)?|[\d,.]+\)")


@define
class Segment:
    """Rows under one set of column headings. heads: the rows of headings. top: other rows above the numbers, which may tell the scale.

    in_order: the numbers stand in no columns of print, so that only their order tells their columns.
    """

    heads: list[HeadRow] = Factory(list)
    top: list[Row] = Factory(list)
    lines: list[Line] = Factory(list)
    stacks: tuple[Stack, ...] = ()
    in_order: bool = False

    @property
    def tabular(self) -> list[Line]:
        return [line for line in self.lines if line.tokens]

    @property
    def is_empty(self) -> bool:
        return not any(line.tokens for line in self.lines)

    def head_title(self, row: Row) -> None:
        """Takes in the row of the title. Headings may stand beside it; the title itself may name the period and the scale."""
        self.top.append(row)
        fragments = [Fragment(c.text, c.left, c.right, c.place) for c in row.cells[1:] if tells_time(c.text) or is_temporal(c.text)]
        if fragments:
            self.heads.append((fragments, row.rules))

    def head(self, row: Row, line: Line, fragments: list[Fragment]) -> None:
        """Takes in a row above the numbers: headings, what else it says, or the first heading of the lines."""
        if fragments:
            self.heads.append((fragments, row.rules))
        rest = row.cells[0].text if not is_temporal(row.cells[0].text) else ""
        if rest and not (fragments and fragments[0].left == row.cells[0].left):
            self.top.append(row)
            if not line.tokens and len(row.cells) == 1 and self._opens_body(rest):
                self.lines.append(line)

    def _opens_body(self, text: str) -> bool:
        """Whether words alone above the first numbers are a heading of lines ("Assets", "Revenues:") and not of the table."""
        return (
            bool(self.heads)
            and not text.startswith("(")
            and text.count("(") >= text.count(")")
            and not re.search(r"\b(?:thousands|millions|unaudited|dollars|except)\b", text, re.IGNORECASE)
        )

    def rule(self, row: Row, line: Line, above: bool) -> None:
        """Takes in a row of drawn lines. above: it stands above the first numbers, where it belongs to the headings."""
        if above and self.heads and self.is_empty:
            fragments, rules = self.heads[-1]
            self.heads[-1] = (fragments, rules or row.rules)
        else:
            self.lines.append(line)

    def finish(self, characters: bool) -> None:
        """Cuts what follows the last row of numbers; finds the stacks, then reads again the rows whose last words end exactly in one."""
        _trim(self)
        if characters and (lines := read_in_order(self.lines)) is not None:
            self.lines, self.in_order, self.stacks = lines, True, stacks_in_order(lines)
            return
        if characters:
            self.lines = unwrapped(self.lines)
        self.stacks = stacks_of(self.tabular, characters)
        lined = Counter(line.row.table for line in self.tabular if not characters)
        kept = [line for line in self.lines if not _is_page_number(line, self.stacks, lined)]
        if len(kept) < len(self.lines):
            self.lines = kept
            self.stacks = stacks_of(self.tabular, characters)  # a page number makes a column of its own
        if characters and self.stacks:
            edges = frozenset(stack.edge for stack in self.stacks)
            self.lines = [split(line.row, characters, edges) if _may_hide_number(line.label) else line for line in self.lines]


def _trim(segment: Segment) -> None:
    """What follows the last row of numbers is no longer the statement; a label's end may."""
    last = max(i for i, line in enumerate(segment.lines) if line.tokens)
    rest = segment.lines[last + 1 : last + 2]
    keep = last + 1 + bool(rest and rest[0].row.gap == 0 and rest[0].label and rest[0].label[:1].islower() and not is_prose(rest[0].row))
    del segment.lines[keep:]


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


def repeats_time(heads: Sequence[Fragment], segment: Segment) -> bool:
    """Whether a row of headings only repeats what stands over the first segment: then the lines below are of another table."""
    known = {fragment.text for row, _ in segment.heads for fragment in row}
    return all(fragment.text in known for fragment in heads)


def names_period(row: Row, segment: Segment) -> bool:
    """Whether words alone in the body name the period of the lines below ("Six months ended June 30:"), for columns headed by years."""
    text = row.cells[0].text
    if len(row.cells) != 1 or segment.is_empty or not LENGTH.search(text) or not is_temporal(text):
        return False
    return bool(DATE.search(text)) or any(DATE.search(fragment.text) for fragments, _ in segment.heads for fragment in fragments)


def heads_under(segment: Segment, row: Row) -> list[HeadRow]:
    """The headings of a segment with another row for that which named its period."""
    cell = row.cells[0]
    kept = [head for head in segment.heads if not (len(head[0]) == 1 and LENGTH.search(head[0][0].text))]
    return [*kept, ([Fragment(cell.text, cell.left, cell.right, cell.place)], ())]
