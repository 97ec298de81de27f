"""Rows that an editor has wrapped: the last numbers of a row stand at the left margin of the next line."""

import re
from collections.abc import Sequence

from attrs import evolve

from converter.recognition.rows.line import Line, split
from converter.recognition.rows.stacks import usual_count

_MARGIN = 8
"""Print columns by which numbers that were wrapped stand left of where the numbers of their row begin."""


_ANYWHERE = frozenset(range(1000))
_PART_OF_LABEL = re.compile(r"\b(?:of|and|in|to|at|for|less|than)$|[,$&-]$", re.IGNORECASE)


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines of a fixed-width table with the numbers of wrapped rows back in their row.

    A row was wrapped when the next line has nothing but numbers far left of its own, and both together have as many as most rows have.
    """
    usual = usual_count(line for line in lines if line.label)
    if not usual:
        return list(lines)
    whole: list[Line] = []
    for line in lines:
        before = whole[-1] if whole else None
        if (
            before is not None
            and before.label
            and before.tokens
            and line.tokens
            and not line.label
            and line.row.gap == 0
            and len(before.tokens) + len(line.tokens) == usual
            and line.tokens[0].left + _MARGIN < before.tokens[0].left
        ):
            whole[-1] = evolve(before, tokens=before.tokens + line.tokens)
        elif before is not None and (last := _with_end_of_label(before, line, usual)):
            whole.append(last)
        elif before is not None and before.tokens and (both := _with_number_behind_words(before, line, usual)):
            whole[-1] = both
        else:
            whole.append(line)
    return whole


def _with_number_behind_words(before: Line, line: Line, usual: int) -> Line | None:
    """A wrapped row whose first number stands one blank behind its words."""
    if not before.label.endswith((")", *"0123456789")) or not line.tokens or line.label or line.row.gap:
        return None
    again = split(before.row, True, _ANYWHERE)
    whole = len(again.tokens) + len(line.tokens) == usual and len(again.tokens) > len(before.tokens)
    return evolve(again, tokens=again.tokens + line.tokens) if whole and not _PART_OF_LABEL.search(again.label) else None


def _with_end_of_label(before: Line, line: Line, usual: int) -> Line | None:
    """The second line of a label that was wrapped before an amount of its own: "(fair value of $88 and" and, below it, "$91)   87   77"."""
    if before.tokens or line.label or line.row.gap or len(line.tokens) != usual + 1:
        return None
    end = line.tokens[0]
    closes = before.label.count("(") > before.label.count(")") and end.crooked and end.text.endswith(")")
    told = _PART_OF_LABEL.search(before.label) and end.currency and end.right + _MARGIN < line.tokens[1].left
    return evolve(line, label=end.text, label_place=end.place, tokens=line.tokens[1:]) if closes or told else None
