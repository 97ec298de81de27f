"""Books held against each other: what agrees, what differs, what only one of them states."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from attrs import frozen

from converter.comparison.arithmetic import Equation, equations
from converter.comparison.books.book import Book, Figure
from converter.comparison.books.opening import open_book
from converter.comparison.books.releases import release_book
from converter.comparison.matching import Stated, match
from converter.diagnostic import Code, Diagnostic, Severity
from converter.pipeline import Conversion
from converter.sources.source import Source


@frozen
class Comparison:
    """What came of it. stated: every subject that any book states. sums: over time, across books. diagnostics: what was doubted."""

    books: tuple[Book, ...]
    stated: tuple[Stated, ...]
    sums: tuple[Equation, ...]
    diagnostics: tuple[Diagnostic, ...]

    @classmethod
    def of(cls, books: Sequence[Book]) -> "Comparison":
        """The comparison of two books or more."""
        stated, doubts = match(books)
        return cls(tuple(books), stated, equations(stated), (*_strangers(books), *doubts))

    @property
    def compared(self) -> tuple[Stated, ...]:
        """What two books or more state."""
        return tuple(one for one in self.stated if len(one.figures) > 1)

    @property
    def differing(self) -> tuple[Stated, ...]:
        """What they state with different values: restated, or an error."""
        return tuple(one for one in self.compared if not one.agrees)

    @property
    def failing(self) -> tuple[Equation, ...]:
        """Sums over time that do not hold."""
        return tuple(equation for equation in self.sums if not equation.holds)

    @property
    def ok(self) -> bool:
        """Whether nothing differs."""
        return not self.differing and not self.failing

    @property
    def doubts(self) -> tuple[tuple[str, Diagnostic], ...]:
        """(file, diagnostic): of the releases that were converted for it, then of the comparison, which concern the file they name."""
        own = [(book.origin, found) for book in self.books for found in book.diagnostics]
        return (*own, *((self.books[0].origin, found) for found in self.diagnostics))

    @property
    def doubtful(self) -> bool:
        """Whether there is a warning among the doubts."""
        return any(found.severity is not Severity.NOTE for _, found in self.doubts)

    def alone(self, number: int) -> int:
        """How many subjects only this book states, by its position."""
        return sum(one.books == {number} for one in self.stated)


def compare(*inputs: Path | str | Source | Conversion | Book) -> Comparison:
    """Holds releases of one filer against each other: files of any form that open_book takes, sources, conversions, or books.

    The first is the one from which differences count. Raises ValueError for less than two, Refusal for what cannot be read.
    """
    if len(inputs) < 2:
        raise ValueError("a comparison needs two or more")
    return Comparison.of([_book(each) for each in inputs])


def _book(given: Path | str | Source | Conversion | Book) -> Book:
    if isinstance(given, Book):
        return given
    if isinstance(given, Conversion):
        return release_book(given)
    if isinstance(given, Source):
        from converter.pipeline import convert

        return release_book(convert(given), given.origin)
    return open_book(given)


def reading(one: Figure, other: Figure) -> str:
    """What a difference looks like, in words: a turned sign, a wrong scale, two swapped digits, or anything else."""
    if one.value == -other.value:
        return "the sign is turned"
    small, large = sorted((abs(one.value), abs(other.value)))
    power = large.adjusted() - small.adjusted()
    if small and power and large == small.scaleb(power):
        return f"one is {Decimal(10) ** power:,f} times the other"
    if one.value * other.value > 0 and _swapped(f"{small.normalize():f}", f"{large.normalize():f}"):
        return "two digits are swapped"
    return "restatement or error"


def _swapped(one: str, other: str) -> bool:
    apart = [position for position, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return (one[first], one[second]) == (other[second], other[first])


def _strangers(books: Sequence[Book]) -> list[Diagnostic]:
    """A warning for each book that is not shown to be of the first one's company."""
    return [
        Diagnostic(
            Code.ENTITIES_DIFFER,
            f"{other.origin} is of {other.identifier}, {books[0].origin} of {books[0].identifier}: "
            + ("two companies." if other.scheme == books[0].scheme else "nothing shows that they are one company."),
            hint="Differences may mean nothing then. A filing.toml with the cik beside each release tells who reports.",
        )
        for other in books[1:]
        if not _one_company(books[0], other)
    ]


def _one_company(one: Book, other: Book) -> bool:
    if one.scheme == other.scheme and one.identifier.casefold() == other.identifier.casefold():
        return True
    return one.scheme != other.scheme and bool(one.known_as & other.known_as)
