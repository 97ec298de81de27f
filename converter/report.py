"""What is said: facts about an entity, and the networks that arrange their concepts. All forms of output come from one Report."""

import re
from collections.abc import Iterable, Sized
from decimal import Decimal
from functools import cache
from itertools import pairwise

from attrs import field, frozen

from converter.filing import Entity
from converter.period import Duration, Instant, Period
from converter.place import Place
from converter.taxonomy import Concept, Group, PeriodType, Taxonomy, Type

_BOUND = frozenset({"er", "iso4217", "link", "xbrldi", "xbrli", "xlink", "xs", "xsd", "xsi", "ix", "ixt", "ref", "dtr"}) | frozenset(
    {"cik", "ticker", "name", "scheme"}
)
"""Prefixes that XBRL's own namespaces and schemes of entities take in our files."""


@frozen(order=True, cache_hash=True)
class Unit:
    """A unit of measure (XBRL 2.1, 4.8): numerator and denominator measures as prefixed names, e.g. `iso4217:USD`, `xbrli:shares`."""

    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()

    @classmethod
    def money(cls, currency: str) -> "Unit":
        return cls((f"iso4217:{currency}",))

    @classmethod
    def per_share(cls, currency: str) -> "Unit":
        return cls((f"iso4217:{currency}",), ("xbrli:shares",))

    @classmethod
    def shares(cls) -> "Unit":
        return cls(("xbrli:shares",))

    @classmethod
    def pure(cls) -> "Unit":
        return cls(("xbrli:pure",))

    def __str__(self) -> str:
        """In short: `USD`, `USD/shares`."""
        sides = filter(None, (self.numerator, self.denominator))
        return "/".join("*".join(measure.partition(":")[2] for measure in side) for side in sides)

    @property
    def suits(self) -> frozenset[Type]:
        """The concept types that this unit may measure."""
        return _suits(self)


@cache
def _suits(unit: Unit) -> frozenset[Type]:
    if unit == Unit.shares():
        return frozenset({Type.SHARES})
    if unit == Unit.pure():
        return frozenset({Type.PURE, Type.PERCENT})
    money = len(unit.numerator) == 1 and unit.numerator[0].startswith("iso4217:")
    if money and not unit.denominator:
        return frozenset({Type.MONETARY})
    return frozenset({Type.PER_SHARE}) if money and unit.denominator == ("xbrli:shares",) else frozenset()


@frozen(cache_hash=True)
class Member:
    """A place on an axis (Dimensions 1.0, 2.7): what part of the entity a fact is about. Raises ValueError for other concepts."""

    axis: Concept
    member: Concept

    def __attrs_post_init__(self) -> None:
        if self.axis.group is not Group.DIMENSION:
            raise ValueError(f"{self.axis.name} is no axis")
        if self.member.type is not Type.DOMAIN:
            raise ValueError(f"{self.member.name} is no member of an axis")


Context = tuple[Period, tuple[Member, ...]]
"""What a context tells beside the entity (XBRL 2.1, 4.7): when, and about what part of it."""


def _by_axis(members: Iterable[Member]) -> tuple[Member, ...]:
    return tuple(sorted(members, key=lambda each: each.axis.qname)) if members else ()


def _written_out(value: Decimal) -> Decimal:
    """The same number without an exponent, as people and databases read it: 40760000000, not 4.0760E+10."""
    return Decimal(int(value)) if value.is_finite() and value.as_tuple().exponent > 0 else value  # type: ignore[operator]  # finite: a number


@frozen
class Fact:
    """A number that the report states. value: full scale, signed by the concept's definition. decimals: None means INF.

    members: its place on each axis that breaks it down, by the axes' names; none means the whole. A network of the report must have concept
    and axes. places: all its places on paper, the first one leading. rule: which evidence decided the concept, in words.
    negated: the print shows the other sign. Raises ValueError when period, unit or value contradict the concept, so that what schema
    validation cannot see (XBRL 2.1, 4.6.3, 4.7.2, 4.8.2) cannot exist.
    """

    concept: Concept
    period: Period
    unit: Unit
    value: Decimal = field(converter=_written_out)
    decimals: int | None
    places: tuple[Place, ...] = ()
    rule: str = ""
    negated: bool = False
    text: str = field(default="", kw_only=True)
    members: tuple[Member, ...] = field(default=(), converter=_by_axis, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.concept.abstract:
            raise ValueError(f"{self.concept.name} is abstract and can have no facts")
        wanted = Instant if self.concept.period is PeriodType.INSTANT else Duration
        if not isinstance(self.period, wanted):
            raise ValueError(f"{self.concept.name} is measured {self.concept.period.value}, not over {self.period}")
        if self.concept.type not in self.unit.suits:
            raise ValueError(f"{self.concept.name} is {self.concept.type.value}; {self.unit} does not measure that")
        if not self.value.is_finite():
            raise ValueError(f"{self.concept.name} cannot be {self.value}")
        if any(one.axis == other.axis for one, other in pairwise(self.members)):
            raise ValueError(f"{self.concept.name} has two members of one axis")


def half_unit(decimals: int | None) -> Decimal:
    """Half a unit of the last digit that decimals vouch for (XBRL 2.1, 4.6.5): how far rounding may have moved a value."""
    return Decimal(0) if decimals is None else Decimal(5).scaleb(-1 - decimals)


@frozen
class Arc:
    """A line of a presentation: the concept, its depth below the statement's root (from 1), and which of its labels the print shows."""

    concept: Concept
    depth: int
    preferred: str = ""


@frozen
class Axis:
    """An axis of a table with all its members (Dimensions 1.0, 2.5 and 2.6). domain: the whole, which facts without the axis are about.

    Raises ValueError for a concept that is no axis or no member, and where a member stands there twice or is the domain.
    """

    axis: Concept
    domain: Concept
    members: tuple[Concept, ...]

    def __attrs_post_init__(self) -> None:
        below = [Member(self.axis, member).member.qname for member in (self.domain, *self.members)]
        if len(set(below)) < len(below):
            raise ValueError(f"the domain and members of {self.axis.name} must be different concepts: {', '.join(below)}")


@frozen
class Network:
    """One statement's extended links (XBRL 2.1, 5.2): the presentation as printed, and the sums that were found in it.

    role: last part of the role URI. definition: words for people. arcs: depth-first, as printed. sums: (total, ((part, weight), ...)).
    axes: what its lines may be broken down by. Whoever breaks facts down brings the axes here, and their axis, domain and member concepts
    among the report's extension concepts.
    """

    role: str
    definition: str
    arcs: tuple[Arc, ...] = ()
    sums: tuple[tuple[Concept, tuple[tuple[Concept, int], ...]], ...] = ()
    axes: tuple[Axis, ...] = ()

    def holds(self, concept: Concept, members: Iterable[Member]) -> bool:
        """Whether a fact about the concept may have these members."""
        allowed = {(axis.axis.qname, member.qname) for axis in self.axes for member in axis.members}
        return all((each.axis.qname, each.member.qname) in allowed for each in members) and any(arc.concept == concept for arc in self.arcs)


def _count(values: Sized) -> str:
    return f"<{len(values)}>"  # all of them would fill screens


@frozen
class Report:
    """Everything that one release says, ready for any writer. name: stem of the files. labels: the filer's own words for concepts

    as (concept, label role, words). extension: concepts of the report's own namespace, abstract headings included.
    """

    name: str
    entity: Entity
    end: Instant
    taxonomy: Taxonomy = field(repr=False)
    facts: tuple[Fact, ...] = field(repr=_count)
    extension: tuple[Concept, ...] = field(default=(), repr=_count)
    networks: tuple[Network, ...] = field(default=(), repr=_count)
    labels: tuple[tuple[Concept, str, str], ...] = field(default=(), repr=_count)

    @property
    def namespace(self) -> str:
        """The namespace of the report's own extension taxonomy."""
        return f"https://release2xbrl.org/report/{self.entity.folded}/{self.end.day.isoformat()}"

    @property
    def prefix(self) -> str:
        """A short name for that namespace: the ticker, or the first word of the name or identifier that no other namespace is bound to."""
        words = re.findall(r"[a-z0-9]+", (self.entity.ticker.rpartition(":")[2] or self.entity.name or self.entity.identifier).lower())
        word = next((w for w in words if w != "the"), "report")
        return f"r{word}" if word in _BOUND or word.startswith("xml") or not word[0].isalpha() else word
