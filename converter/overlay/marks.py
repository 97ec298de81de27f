"""Marks: places that should get an element of their own, and which of them can."""

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable
from typing import Final

from attrs import frozen

from converter.place import Place

MARKED: Final = "overlay-mark"
"""The tag of the elements put around marked places, until the page is finished."""

Extent = tuple[int, int]
"""Characters from the first to the one after the last."""


@frozen
class Mark:
    """A place that should get an element of its own. key: the caller's, by which the element is found again."""

    place: Place
    key: Hashable


def disjoint(given: Iterable[tuple[Extent, Hashable]]) -> list[tuple[Extent, list[Hashable]]]:
    """Extents with the keys of all who gave them, in order; of those that overlap only the first one given is kept."""
    kept: dict[Extent, list[Hashable]] = {}
    taken: list[Extent] = []
    for extent, key in given:
        if extent in kept:
            kept[extent].append(key)
            continue
        after = bisect_left(taken, extent)
        if (after < len(taken) and taken[after][0] < extent[1]) or (after and taken[after - 1][1] > extent[0]):
            continue
        kept[extent] = [key]
        insort(taken, extent)
    return [(extent, kept[extent]) for extent in taken]
