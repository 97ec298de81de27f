"""Whether every word beside a figure is known: what the grammar does not know may change what the figure means."""

import re
from collections.abc import Sequence
from typing import Final

from converter.checks.prose.figures import Figure
from converter.checks.prose.marks import Mark
from converter.checks.prose.subjects import words_of

_PLAIN: Final = words_of(
    """was were is are of to a an the by for in on at and or as from with than its our their company company's total record reported
    recorded posted announced today that this per basic diluted common share shares fully assuming dilution totaled amounted came reached
    also quarter quarters year years fiscal full period loss losses income profit net gaap result results million thousand billion
    decreased increased sequentially both consolidated"""
)
"""Words between a subject and its figures that leave the meaning as it is."""

_ANY_WORD = re.compile(r"[A-Za-z][\w'’&-]*")
_STOP = re.compile(r"[,.;:()—]")


def unknown_words(text: str, marks: Sequence[Mark]) -> list[int]:
    """Where words stand that the grammar does not know."""
    ends = 0
    found: list[int] = []
    for start, end in [*((mark.start, mark.end) for mark in marks), (len(text), len(text))]:
        found += [word.start() for word in _ANY_WORD.finditer(text, ends, max(ends, start)) if word[0].lower() not in _PLAIN]
        ends = max(ends, end)
    return found


def is_plain(text: str, figure: Figure, marks: Sequence[Mark], unknown: Sequence[int]) -> bool:
    """Whether every word before a figure, and after it up to the next mark or stop, is known."""
    stop = _STOP.search(text, figure.end)
    end = min([mark.start for mark in marks if mark.start >= figure.end] + [stop.start() if stop else len(text)])
    return not any(start < figure.start or figure.end <= start < end for start in unknown)
