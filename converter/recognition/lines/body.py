"""The body of a statement: rows to headings and lines, each with its whole label and the headings that it stands under."""

from collections.abc import Sequence

from attrs import evolve, frozen

from converter.place import Place
from converter.recognition.lines.headings import Headings, heads_nothing
from converter.recognition.lines.lexicon import Lexicon
from converter.recognition.lines.wrapped import continues, glued, joins, without_dash
from converter.recognition.rows.line import Line
from converter.recognition.rows.stacks import PlacedRow
from converter.recognition.rows.tokens import Token
from converter.statement import Heading, Kind


@frozen
class Printed:
    """A line item before scale: the tokens of its columns in order."""

    label: str
    headings: tuple[str, ...]
    tokens: tuple[Token | None, ...]
    place: Place
    indent: int
    gap: int
    ruled: bool


def lines_of(rows: Sequence[PlacedRow], kind: Kind, lexicon: Lexicon) -> list[Printed | Heading]:
    """The body of a statement in printed order."""
    body = _Body(_even_gaps(rows), kind, lexicon)
    for index in range(len(rows)):
        body.take(index)
    body.settle()
    return body.items


class _Body:
    """A body that grows row by row. waiting: words that may be a heading, or the beginning of the next row's label."""

    def __init__(self, rows: Sequence[PlacedRow], kind: Kind, lexicon: Lexicon) -> None:
        self.items: list[Printed | Heading] = []
        self._rows = rows
        self._kind = kind
        self._lexicon = lexicon
        self._headings = Headings()
        self._waiting: Line | None = None
        self._ruled = False
        self._labels_above = _labels_stand_above(rows)
        self._last_numbers = max((index for index, (_, tokens) in enumerate(rows) if tokens is not None), default=-1)

    def take(self, index: int) -> None:
        """The next row."""
        line, tokens = self._rows[index]
        if not line.row.cells:
            self._ruled = True
        elif tokens is not None:
            self._numbers(index, line, tokens)
        elif line.tokens:  # they could not be placed: neither words waiting for them nor a label before them go on below
            self._waiting = None
        elif line.label:
            self._words(index, line)

    def settle(self) -> None:
        """Words that were waiting are a heading."""
        line, self._waiting = self._waiting, None
        if line is not None:
            label = _clean(without_dash(line.label))
            if not heads_nothing(label):
                self._headings.open(label, line.row.indent)
            self.items.append(Heading(label, line.label_place, line.row.indent))

    def _words(self, index: int, line: Line) -> None:
        before = self._waiting
        last = self.items[-1] if self.items and before is None and not self._labels_above else None
        if (
            isinstance(last, Printed)
            and last.label
            and line.row.gap == 0
            and not (self._ruled and _begins(line.label, last.label))  # a line is drawn under the numbers: the item is over
            and continues(last.label, self._rows, index, self._kind, self._lexicon)
        ):
            self.items[-1] = evolve(last, label=f"{last.label} {_clean(line.label)}".strip())
            return
        if before is not None and joins(before, self._rows, index, self._kind, self._lexicon):
            row = evolve(line.row, indent=before.row.indent, gap=before.row.gap)
            line = evolve(line, label=glued(before.label, line.label), row=row, label_place=before.label_place)
        else:
            self.settle()
        self._waiting = line

    def _numbers(self, index: int, line: Line, tokens: tuple[Token | None, ...]) -> None:
        label, first = line.label, line
        if (before := self._waiting) is not None:
            if label and joins(before, self._rows, index, self._kind, self._lexicon):
                label, first = glued(before.label, label), before
                self._waiting = None
            elif self._names(before, index):
                label, first = before.label, before
                self._waiting = None
            else:
                self.settle()
        label, indent = _clean(label), first.row.indent
        if label:
            self._headings.over(label, indent, self._kind)
        self.items.append(Printed(label, self._headings.labels, tokens, first.label_place, indent, first.row.gap, self._ruled))
        self._ruled = bool(line.row.rules)

    def _names(self, before: Line, index: int) -> bool:
        """Whether words alone are the label of the numbers in the next row, which has none of its own."""
        line, tokens = self._rows[index]
        return (
            not line.label
            and line.row.gap == 0
            and not self._ruled
            and not before.label.endswith(":")
            and (self._labels_above or self._is_label_only(before.label))
            and not (self._kind is Kind.BALANCE and (index == self._last_numbers or _is_total_again(tokens or (), self.items)))
        )

    def _is_label_only(self, words: str) -> bool:
        """Whether the words name a line, and no section of the statement."""
        return self._lexicon.section_of(self._kind, words) is None and self._lexicon.is_label(self._kind, words)


def _labels_stand_above(rows: Sequence[PlacedRow]) -> bool:
    """Whether the lines of the table have their words on one row and their numbers on the next, by rule and not here and there."""
    bare = [
        index
        for index, (line, tokens) in enumerate(rows)
        if index and tokens is not None and not line.label and rows[index - 1][1] is None and rows[index - 1][0].label
    ]
    return len(bare) >= 3 and len(bare) * 2 >= sum(tokens is not None for _, tokens in rows)


def _is_total_again(tokens: Sequence[Token | None], items: Sequence[Printed | Heading]) -> bool:
    """Whether the numbers are those of a total above: the other side of the balance, whatever words without numbers stand before it. The
    last numbers of a balance sheet are no line of their own either.
    """
    numbers = [token.printed if token else None for token in tokens]
    return any(
        isinstance(item, Printed)
        and (not item.label or item.label.lower().startswith("total"))
        and [token.printed if token else None for token in item.tokens] == numbers
        for item in items
    )


def _even_gaps(rows: Sequence[PlacedRow]) -> Sequence[PlacedRow]:
    """In a double-spaced table one blank row means nothing."""
    if rows and sum(line.row.gap > 0 for line, _ in rows) > 0.7 * len(rows):
        return [(evolve(line, row=evolve(line.row, gap=max(0, line.row.gap - 1))), tokens) for line, tokens in rows]
    return rows


def _begins(label: str, before: str) -> bool:
    """Whether words begin something new with their capital: a line, or a remark in parentheses where none are open."""
    return label[0].isupper() or (label[0] == "(" and label[1:2].isupper() and before.count("(") <= before.count(")"))


def _clean(label: str) -> str:
    return " ".join(label.split()).rstrip(": ").strip()
