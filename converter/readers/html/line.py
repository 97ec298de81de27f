"""A line of ink: the visible characters up to a break, each with its place."""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

from converter.place import Place
from converter.readers.html.looks import look_of
from converter.readers.html.markup import Node, common

Chunk = tuple[str, int, Node]
"""A run of characters, where it begins (counted like Node.start), and the element whose own text or whose child's tail it is."""

_NO_INK: Final = {ord(c): None for c in "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f¹²³⁰⁴⁵⁶⁷⁸⁹⁽⁾"}
_INKLESS: Final = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad¹²³⁰⁴⁵⁶⁷⁸⁹⁽⁾]")
_ASCII_BLANK: Final = " \t\r\n\f"


class Line:
    """Visible characters up to a break. raw: as they stand. text: as words. fresh: a block begins with it, no <br> came before."""

    __slots__ = ("_starts", "chunks", "fresh", "raw", "text")

    def __init__(self, chunks: list[Chunk], fresh: bool) -> None:
        self.chunks = chunks
        self.fresh = fresh
        self.raw = chunks[0][0] if len(chunks) == 1 else "".join([chunk[0] for chunk in chunks])
        self.text = words(self.raw)
        self._starts: list[int] | None = None

    def place(self, start: int, end: int) -> Place:
        """The place of the characters start to end of `raw`, in the innermost element that holds them all."""
        if len(self.chunks) == 1:
            _, position, node = self.chunks[0]
            return node.place(position + start, position + end)
        if end > len(self.raw):
            raise ValueError(f"characters {start} to {end} are not within a line of {len(self.raw)}")
        first, first_node = self._found(start)
        last, last_node = self._found(max(start, end - 1))
        owner = first_node if first_node is last_node else common((first_node, last_node))
        return owner.place(first, last + min(1, end - start))

    def position(self, index: int) -> int:
        """The position of a character of `raw` in the page's text."""
        return self._found(index)[0]

    def _found(self, index: int) -> tuple[int, Node]:
        """The position of a character of `raw`, and the element whose text it is."""
        if self._starts is None:
            self._starts = list(accumulate((len(raw) for raw, _, _ in self.chunks[:-1]), initial=0))
        chunk = bisect_right(self._starts, index) - 1
        _, position, node = self.chunks[chunk]
        return position + index - self._starts[chunk], node

    def indent(self, top: Node) -> int:
        """Points from the left edge of top to the first ink: padding, margin and indent of the elements around it, and hard blanks."""
        raw = self.raw
        lead = raw[: len(raw) - len(raw.lstrip())]
        points = 3000 * (len(lead) - sum(map(lead.count, _ASCII_BLANK)))
        at = len(lead)
        for chunk, _, node in self.chunks:
            if at < len(chunk):
                step: Node | None = node
                while step is not None:
                    points += look_of(step.element).indent
                    step = None if step is top else step.parent
                break
            at -= len(chunk)
        return max(0, points // 1000)


def words(raw: str) -> str:
    """The characters as words with single blanks: hard and thin spaces are blanks, zero-width characters and raised digits are nothing."""
    if not raw.isascii() and _INKLESS.search(raw):
        raw = raw.translate(_NO_INK)
    return " ".join(raw.split())


class Ink:
    """The characters since the last break. position: in the page's text. fresh: a block began, no <br> came before."""

    __slots__ = ("chunks", "fresh", "position")

    def __init__(self, position: int) -> None:
        self.chunks: list[Chunk] = []
        self.position = position
        self.fresh = True

    def add(self, text: str | None, owner: Node) -> None:
        """Characters that show. owner: the element whose own text they are, or whose child's tail."""
        if text:
            self.chunks.append((text, self.position, owner))
            self.position += len(text)

    def line(self, fresh: bool) -> Line:
        """The line that a break ends. fresh: a block begins behind it."""
        line = Line(self.chunks, self.fresh)
        self.chunks, self.fresh = [], fresh
        return line

    def block(self) -> tuple[Line, ...]:
        """The line that the edge of a block ends, if there is ink in it: hard blanks count, a blank paragraph is a line."""
        chunks, fresh = self.chunks, self.fresh
        self.chunks, self.fresh = [], True
        for raw, _, _ in chunks:
            if raw.strip(_ASCII_BLANK):
                return (Line(chunks, fresh),)
        return ()
