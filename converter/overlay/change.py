"""What an overlay changed of the original: each kind of change once, with how often and where first."""

from enum import Enum

from attrs import frozen


class Manner(Enum):
    """What became of a piece of the original."""

    REWRITTEN = "rewritten"
    DROPPED = "dropped"
    SHOWN = "shown by a picture of its own"


@frozen(order=True)
class Change:
    """One kind of change. what: `font`, `attribute bgcolor`, `U+000C`. line: of its first occurrence, in the source, from 1."""

    line: int
    what: str
    manner: Manner
    count: int = 1

    @property
    def times(self) -> str:
        """How often, and where first: `12 times from line 40`."""
        return f"{self.count} times from line {self.line}" if self.count > 1 else f"line {self.line}"

    def __str__(self) -> str:
        return f"{self.what} {self.manner.value} ({self.times})"


class Changes:
    """Counts changes while they are made."""

    def __init__(self) -> None:
        self._found: dict[tuple[Manner, str], list[int]] = {}

    def add(self, manner: Manner, what: str, line: int, count: int = 1) -> None:
        """One more of a kind. line: where it stands in the source; 0 for what is nowhere."""
        found = self._found.setdefault((manner, what), [line, 0])
        found[0] = min(found[0], line)
        found[1] += count

    def rewritten(self, what: str, line: int) -> None:
        self.add(Manner.REWRITTEN, what, line)

    def dropped(self, what: str, line: int) -> None:
        self.add(Manner.DROPPED, what, line)

    def listed(self) -> tuple[Change, ...]:
        """Every kind, by line and name."""
        return tuple(sorted((Change(line, what, manner, n) for (manner, what), (line, n) in self._found.items()), key=_order))


def _order(change: Change) -> tuple[int, str, str]:
    return change.line, change.what, change.manner.value
