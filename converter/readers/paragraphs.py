"""Running text put together: wrapped lines of fixed-width text, and lines of HTML, as paragraphs whose characters keep their places.

In fixed-width text a line is part of a table when a gap of three blanks or more stands before a number; everything else is running text,
headlines included. A paragraph ends at blank lines and where an indented line follows the end of a sentence; double-spaced text goes on
over one blank line in the middle of a sentence. Only paragraphs that hold digits are kept, and short ones, which may be headings.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from converter.document import Paragraph
from converter.place import Place
from converter.readers.html.line import Line

_RUN = re.compile(r"\S+(?:\s\S+)*")
_GAP = r"(?<![ \t])(?: {3}| {0,2}\t)[ \t]*"
_PARTED = re.compile(rf"{_GAP}(?:[$(\[]*[\d.][\d,.]*[)%\]]?(?: |$)|\S{{1,12}}(?: {{3}}|\t))")
_DRAWN = re.compile(r"[-=_]{4}")
_MARK = re.compile(r"</?(?:page|table|caption|s|c|fn|f\d+)>", re.IGNORECASE)
_SENTENCE_ENDS = (".", ":", ";", "?", "!", '"', "”")
REACH = 2000
"""Lines before the first table and after the last that are read: a file may hold fifty megabytes around a release."""

_LONGEST = 400
"""Lines of a paragraph: what runs on further is cut into several."""

_HEADING = 90
"""Characters of a paragraph that may be a heading."""

_LEAST = 20
"""Characters of a line that can be the middle of double-spaced text."""


def paragraphs_of_text(text: str, first_line: int = 1) -> Iterator[Paragraph]:
    """The paragraphs of fixed-width text. Places count the characters of a line as it stands; first_line: number of the first line."""
    held: list[tuple[int, str]] = []
    blank = 0
    lines = text.split("\n")
    printed = [bool(line.strip()) for line in lines]
    alone = sum(one and not after for one, after in pairwise(printed))
    double = alone * 10 > 8 * sum(printed)
    first = next((index for index, line in enumerate(lines) if _is_tabular(line)), 0)
    last = next((index for index in range(len(lines) - 1, -1, -1) if _is_tabular(lines[index])), 0)
    start = max(0, first - REACH)
    for number, raw in enumerate(lines[start : last + REACH], first_line + start):
        line = _MARK.sub(lambda mark: " " * len(mark[0]), raw) if "<" in raw else raw
        if not line.strip():
            blank += 1
            continue
        if _is_tabular(line):
            yield from _joined(held)
            held, blank = [], 0
            continue
        if (
            held
            and (blank or len(held) >= _LONGEST or _begins(held[-1][1], line))
            and not (double and blank == 1 and _goes_on(held[-1][1], line))
        ):
            yield from _joined(held)
            held = []
        held.append((number, line))
        blank = 0
    yield from _joined(held)


def _is_tabular(line: str) -> bool:
    """Whether a line is part of a table, or drawn."""
    return (("   " in line or "\t" in line) and _PARTED.search(line) is not None) or _DRAWN.search(line) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _begins(before: str, line: str) -> bool:
    """Whether a line is indented after the end of a sentence."""
    return before.rstrip().endswith(_SENTENCE_ENDS) and _indent(line) > _indent(before)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line continues the one before in double-spaced text."""
    before = before.rstrip()
    return len(before) >= _LEAST and not before.endswith(_SENTENCE_ENDS) and _indent(line) <= _indent(before)


def _kept(lines: list[str]) -> bool:
    wanted = str.isalnum if sum(map(len, lines)) <= _HEADING else str.isdigit
    return any(any(map(wanted, line)) for line in lines)


def _joined(lines: list[tuple[int, str]]) -> Iterator[Paragraph]:
    if not _kept([line for _, line in lines]):
        return
    parts: list[str] = []
    pieces: list[tuple[int, Place]] = []
    length = 0
    for number, line in lines:
        for match in _RUN.finditer(line):
            pieces.append((length, Place(number, *match.span())))
            parts.append(" ".join(match[0].split()))
            length += len(match[0]) + 1
    yield Paragraph(" ".join(parts), tuple(pieces))


def paragraph_of_line(line: Line) -> Paragraph | None:
    """The paragraph that a line of HTML is; None where it is neither short nor holds digits."""
    if not _kept([line.text]):
        return None
    parts: list[str] = []
    pieces: list[tuple[int, Place]] = []
    length, apart = 0, False
    for raw, position, node in line.chunks:
        for match in _RUN.finditer(raw):
            if length and (apart or match.start()):
                parts.append(" ")
                length += 1
            pieces.append((length, node.place(position + match.start(), position + match.end())))
            parts.append(" ".join(match[0].split()))
            length += len(match[0])
            apart = False
        apart = apart or raw[-1:].isspace()
    return Paragraph("".join(parts), tuple(pieces))
