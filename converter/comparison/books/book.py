"""What is held against each other: the figures of one file, whatever form it has, each with its line, period and place."""

import re
from decimal import Decimal
from functools import cache

from attrs import frozen

from converter.diagnostic import Diagnostic
from converter.period import Period
from converter.place import Place
from converter.report import Unit, half_unit
from converter.taxonomy import NAMESPACE, Taxonomy
from converter.wording.labels.reading import parse

Key = tuple[str, ...]
_FORMS = re.compile(r"\b(?:the|inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|lp|and|subsidiaries)\b|[^a-z0-9]+")
_US_GAAP = ("http://fasb.org/us-gaap/", "http://xbrl.us/us-gaap/")


@frozen(cache_hash=True)
class Line:
    """What figures are about. name: the concept as its report writes it. label: words for people.

    keys: what the line may be known by in another file, the surest first; one in common makes two lines the same.
    """

    name: str
    label: str
    keys: tuple[Key, ...]


@frozen
class Figure:
    """A number that a file states. value: full scale, signed by the concept's definition. decimals: None means INF (XBRL 2.1, 4.6.5).

    place: where it is printed; in an XBRL file only the line counts. fact: the fact's id.
    """

    line: Line
    period: Period
    unit: Unit
    value: Decimal
    decimals: int | None
    place: Place | None = None
    fact: str = ""

    @property
    def where(self) -> str:
        """Line and columns on paper, line and id in an XBRL file."""
        if self.place is not None and self.place.end > self.place.start:
            return f"line {self.place.line}, columns {self.place.start + 1}-{self.place.end}"
        return ", ".join(([f"line {self.place.line}"] if self.place else []) + ([f"fact {self.fact}"] if self.fact else []))


@frozen
class Book:
    """The figures of one file. origin: its name. form: `release`, `XBRL` or `xBRL-JSON`.

    scheme, identifier: the entity. known_as: other names for it, folded, as (`name` or `ticker`, words). left_out: facts that cannot be
    compared: with dimensions, nil, or no numbers. diagnostics: what was doubted on the way.
    """

    origin: str
    form: str
    scheme: str
    identifier: str
    figures: tuple[Figure, ...]
    known_as: frozenset[tuple[str, str]] = frozenset()
    left_out: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def folded_name(name: str) -> str:
    """A company's name without case, punctuation and legal form."""
    return " ".join(_FORMS.sub(" ", name.casefold()).split())


def statement_word(role: str) -> str:
    """The statement that a network's role names by its last part, whichever of several: `IncomeStatement2` is an `IncomeStatement`."""
    return role.rstrip("/").rpartition("/")[2].rstrip("0123456789")


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can be the same value: equal, or equal as far as the coarser one is rounded."""
    if one.decimals == other.decimals:
        return one.value == other.value
    return abs(one.value - other.value) <= half_unit(one.decimals) + half_unit(other.decimals)


@frozen
class Words:
    """What is known of a report's own concept beside its name: its label, its documentation, and the statement that shows it."""

    label: str = ""
    documentation: str = ""
    statement: str = ""

    def keys(self, measure: str) -> tuple[Key, ...]:
        """Our documentation tells a line with the headings above it; the label tells less. Both only within a statement."""
        if not self.statement or not self.label:
            return ()
        reading = parse(self.label)
        label = ("label", self.statement, measure, reading.words, "total" if reading.total else "", reading.sense.name)
        path = " ".join(self.documentation.casefold().split())
        return (("path", self.statement, measure, path), label) if path else (label,)


def measure_of(unit: Unit) -> str:
    """What a unit measures, in the word of the concept table: `monetary`, `perShare`; empty for what no concept of ours has."""
    return min((kind.value for kind in unit.suits), default="")


def line_of(namespace: str, name: str, prefixed: str, taxonomy: Taxonomy, words: Words, measure: str = "") -> Line:
    """The line of a concept. Concepts of us-gaap are those of the core taxonomy that stand for exactly them, in any year.

    words: of a report's own concept; the same words in the same statement are the same line, whatever the namespace.
    """
    if namespace == NAMESPACE:
        return Line(prefixed, taxonomy[name].label if name in taxonomy else name, (("er", name),))
    if namespace.startswith(_US_GAAP):
        core = _crosswalk(taxonomy).get(name)
        return Line(prefixed, taxonomy[core].label, (("er", core),)) if core else Line(prefixed, words.label or name, (("us-gaap", name),))
    return Line(prefixed, words.label or name, (("own", namespace, name), *words.keys(measure)))


@cache
def _crosswalk(taxonomy: Taxonomy) -> dict[str, str]:
    return {concept.us_gaap: concept.name for concept in taxonomy if concept.us_gaap}
