"""The meaning: concepts as the taxonomy's table gives them, as an immutable indexed value."""

import csv
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from pathlib import Path

from attrs import define, frozen

NAMESPACE = "https://release2xbrl.org/er/2026-11-30"
PREFIX = "er"
VERSION = "2026-11-30"


class Type(Enum):
    """Item types that a concept can have, by the word of the table."""

    MONETARY = "monetary"
    PER_SHARE = "perShare"
    SHARES = "shares"
    PURE = "pure"
    PERCENT = "percent"
    STRING = "string"


class PeriodType(Enum):
    INSTANT = "instant"
    DURATION = "duration"


class Balance(Enum):
    """The normal side of a monetary concept (XBRL 2.1, 5.1.1.2)."""

    DEBIT = "debit"
    CREDIT = "credit"


@frozen
class Concept:
    """A concept: what a fact is about. Core concepts live in the `er` namespace, extension concepts in the report's own.

    labels: (label role's last part, words), e.g. ("label", "Net income (loss)"), ("totalLabel", ...), ("documentation", ...).
    us_gaap: local name of the exact us-gaap element, "" where there is none. statement: which table of the presentation it belongs to.
    """

    name: str
    type: Type = Type.MONETARY
    period: PeriodType = PeriodType.DURATION
    balance: Balance | None = None
    abstract: bool = False
    labels: tuple[tuple[str, str], ...] = ()
    namespace: str = NAMESPACE
    prefix: str = PREFIX
    statement: str = ""
    parent: str = ""
    us_gaap: str = ""
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()

    @property
    def core(self) -> bool:
        return self.namespace == NAMESPACE

    @property
    def qname(self) -> str:
        return f"{self.prefix}:{self.name}"

    @property
    def label(self) -> str:
        """The standard label."""
        return next((words for role, words in self.labels if role == "label"), self.name)


@define(slots=False, frozen=True)
class Taxonomy:
    """Concepts in the order of the table. Raises KeyError for a name that it does not hold."""

    concepts: tuple[Concept, ...]

    @cached_property
    def _by_name(self) -> dict[str, Concept]:
        return {concept.name: concept for concept in self.concepts}

    def __getitem__(self, name: str) -> Concept:
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)

    def __len__(self) -> int:
        return len(self.concepts)
