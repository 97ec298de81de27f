"""A line's columns as one integer: sums of packed lines are packed sums, so that one comparison compares all columns."""

from collections.abc import Sequence

from attrs import define

BITS = 72
_BASE = 1 << BITS
LARGEST = _BASE >> 1
"""Printed numbers must stay below this, in units of their last digit."""


@define
class Item:
    """A line that no total has claimed yet. values: by column, in units of the last printed digit. word: the weight its words suggest.

    path: its headings. zero: all its amounts are.
    """

    line: int
    values: tuple[int, ...]
    packed: int
    word: int
    path: tuple[str, ...]
    indent: int
    zero: bool

    @classmethod
    def of(cls, line: int, values: Sequence[int], word: int, path: tuple[str, ...], indent: int) -> "Item":
        return cls(line, tuple(values), _pack(values), word, path, indent, not any(values))


def _pack(values: Sequence[int]) -> int:
    """The columns as one integer; the first column lowest."""
    packed = 0
    for value in reversed(values):
        packed = (packed << BITS) + value
    return packed


def unpack(packed: int, columns: int) -> list[int]:
    """The columns of a packed sum."""
    values = []
    for _ in range(columns):
        value = (packed + LARGEST) % _BASE - LARGEST
        values.append(value)
        packed = (packed - value) >> BITS
    return values
