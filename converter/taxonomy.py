"""The meaning: concepts as the taxonomy's table gives them, as an immutable indexed value."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TypeVar

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
    DOMAIN = "domain"

    @property
    def numeric(self) -> bool:
        return self not in (Type.STRING, Type.DOMAIN)


class Group(Enum):
    """What a concept stands for, by its substitution group: what is reported, or what tables are made of (Dimensions 1.0, 2.2 and 2.5)."""

    ITEM = "xbrli:item"
    HYPERCUBE = "xbrldt:hypercubeItem"
    DIMENSION = "xbrldt:dimensionItem"


class PeriodType(Enum):
    INSTANT = "instant"
    DURATION = "duration"


class Balance(Enum):
    """The normal side of a monetary concept (XBRL 2.1, 5.1.1.2)."""

    DEBIT = "debit"
    CREDIT = "credit"


@frozen(cache_hash=True)
class Concept:
    """A concept: what a fact is about. Core concepts live in the `er` namespace, extension concepts in the report's own.

    labels: (label role's last part, words), e.g. ("label", "Net income (loss)"), ("totalLabel", ...), ("documentation", ...).
    us_gaap: local name of the exact us-gaap element, "" where there is none; us_gaap_current: whether the 2025 taxonomy still has it.
    statement: which table of the presentation it belongs to. group: an axis is a DIMENSION; its domain and members are of type DOMAIN.
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
    us_gaap_current: bool = True
    group: Group = Group.ITEM

    @property
    def core(self) -> bool:
        return self.namespace == NAMESPACE

    @cached_property
    def qname(self) -> str:
        return f"{self.prefix}:{self.name}"

    @cached_property
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


COLUMNS = (
    *("name", "type", "period", "balance", "label", "total_label", "terse_label", "negated", "documentation"),
    *("statement", "parent", "order", "us_gaap", "broader", "narrower"),
)
_ABSTRACT = "abstract"
_EARLIER = " (earlier)"
_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_Value = TypeVar("_Value")


def taxonomy_folder() -> Path:
    """The folder of the tables and the printed core taxonomy: `taxonomy/` of a checkout, `converter/tables` where it was installed.

    Raises FileNotFoundError when neither is there.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "tables", package.parent / "taxonomy"):
        if (folder / "concepts.csv").is_file():
            return folder
    raise FileNotFoundError(f"no concepts.csv in {package / 'tables'} or {package.parent / 'taxonomy'}")


def read_taxonomy(folder: Path) -> Taxonomy:
    """The taxonomy of a folder's `concepts.csv`, parents before children, siblings by the column `order`.

    Raises ValueError that names file, row and column where the table is broken, OSError where it cannot be read.
    """
    path = folder / "concepts.csv"
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines, strict=True)
        try:
            if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
                raise ValueError(f"{path}, row 1: no column {', '.join(missing)}")
            rows = [(f"{path}, row {reader.line_num}", _row(f"{path}, row {reader.line_num}", row)) for row in reader]
        except (csv.Error, UnicodeDecodeError) as wrong:
            raise ValueError(f"{path}, row {reader.line_num + 1}: {wrong}") from None
    _distinct(rows, "name")
    _distinct(rows, "label")
    concepts = {row["name"]: _concept(where, row) for where, row in rows}
    orders = {row["name"]: _cell(where, row, "order", int) for where, row in rows}
    for where, row in rows:
        if row["parent"] and row["parent"] not in concepts:
            raise _broken(where, "parent", f"no concept {row['parent']}")
    return Taxonomy(tuple(_in_order(path, list(concepts.values()), orders)))


def _row(where: str, row: dict[str, str | None]) -> dict[str, str]:
    if None in row or None in row.values():
        raise ValueError(f"{where}: it has not as many cells as row 1 has columns")
    return {column: (text or "").strip() for column, text in row.items()}


def _broken(where: str, column: str, reason: object) -> ValueError:
    return ValueError(f"{where}, column {column}: {reason}")


def _cell(where: str, row: dict[str, str], column: str, meaning: Callable[[str], _Value]) -> _Value:
    try:
        return meaning(row[column])
    except ValueError as wrong:
        raise _broken(where, column, wrong) from None


def _distinct(rows: list[tuple[str, dict[str, str]]], column: str) -> None:
    counts = Counter(row[column] for _, row in rows)
    for where, row in rows:
        if counts[row[column]] > 1:
            raise _broken(where, column, f"{row[column]!r} stands in more than one row")


def _concept(where: str, row: dict[str, str]) -> Concept:
    for column, needed in (("name", row["name"]), ("label", row["label"]), ("documentation", row["documentation"])):
        if not needed:
            raise _broken(where, column, "it is empty")
    if not _NAME.fullmatch(row["name"]):
        raise _broken(where, "name", f"{row['name']!r} is not made of words such as NetIncomeLoss")
    abstract = row["type"] == _ABSTRACT
    kind = Type.STRING if abstract else _cell(where, row, "type", Type)
    balance = _cell(where, row, "balance", Balance) if row["balance"] else None
    if balance and kind is not Type.MONETARY:
        raise _broken(where, "balance", "only monetary concepts have a balance (XBRL 2.1, 5.1.1.2)")
    if row["negated"] not in ("", "yes"):
        raise _broken(where, "negated", f"{row['negated']!r} is neither blank nor yes")
    return Concept(
        name=row["name"],
        type=kind,
        period=_cell(where, row, "period", PeriodType),
        balance=balance,
        abstract=abstract,
        labels=_labels(row),
        statement=row["statement"],
        parent=row["parent"],
        us_gaap=row["us_gaap"].removesuffix(_EARLIER),
        us_gaap_current=not row["us_gaap"].endswith(_EARLIER),
        broader=tuple(filter(None, row["broader"].split("|"))),
        narrower=tuple(filter(None, row["narrower"].split("|"))),
    )


def _labels(row: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The labels by role; what may be displayed negated has its words under the negated roles too (link role registry, 2009-12-16)."""
    labels = [("label", row["label"]), ("totalLabel", row["total_label"]), ("terseLabel", row["terse_label"])]
    if row["negated"]:
        labels += [("negatedLabel", row["label"]), ("negatedTotalLabel", row["total_label"]), ("negatedTerseLabel", row["terse_label"])]
    labels.append(("documentation", row["documentation"]))
    return tuple((role, words) for role, words in labels if words)


def _in_order(path: Path, concepts: list[Concept], orders: dict[str, int]) -> Iterator[Concept]:
    """Depth first from the concepts without parent; raises ValueError for parents that go in a ring."""
    children: dict[str, list[Concept]] = {}
    for concept in concepts:
        children.setdefault(concept.parent, []).append(concept)
    waiting = children.get("", [])[::-1]
    reached = 0
    while waiting:
        concept = waiting.pop()
        reached += 1
        yield concept
        waiting += sorted(children.get(concept.name, []), key=lambda child: orders[child.name], reverse=True)
    if reached < len(concepts):
        raise ValueError(f"{path}, column parent: {len(concepts) - reached} concepts are their own ancestors or stand under such")
