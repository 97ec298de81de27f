"""The mapping rules: one row of a wording table says which concept a printed label means, and where in its statement."""

import csv
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from attrs import frozen

from converter.statement import Kind, Measure
from converter.wording.labels.reading import Reading, parse
from converter.wording.paraphrases.paraphrase import paraphrased
from converter.wording.section_headings import SECTIONS

COLUMNS = ("statement", "heading", "label", "concept", "note")
COMMON = 1_000
"""The rank of the common table; the files of one filer's own words rank before it, from 0 on."""
DECLINED = "-"
"""The concept of a rule that says: these words are known, and no core concept is right for them."""


@frozen
class Rule:
    """One row of a wording table. row: its number in the file, the head being row 1. rank: of the file, 0 first, COMMON last.

    heading: blank, a section word, or a printed heading. concept: a core concept's name, or `-` where none is right.
    """

    row: int
    kind: Kind
    heading: str
    label: str
    concept: str
    note: str = ""
    rank: int = 0
    file: str = ""

    @property
    def reading(self) -> Reading:
        return parse(self.label)

    @property
    def paraphrase(self) -> str:
        """The words of the rule in the one wording of its statement."""
        return paraphrased(self.kind, self.reading.words, self.reading.total)

    @cached_property
    def section(self) -> str:
        """The section word that the rule asks for, if its heading is one."""
        return self.heading if self.heading in SECTIONS[self.kind] else ""

    @cached_property
    def measure(self) -> Measure:
        """What lines of this rule count, told by its own words or its section."""
        told = _measure(self.kind, self.heading) or _measure(self.kind, self.reading.words)
        if told is None and self.kind is Kind.INCOME and {parse(self.heading).words, self.reading.words} & _PER_SHARE_WORDS:
            return Measure.PER_SHARE  # "Basic" alone is a line of per share amounts
        return told or Measure.MONEY

    @property
    def told(self) -> str:
        """The rule as evidence: its words and heading; and where it is one of a filer's own, its file and row."""
        under = f" under {self.heading}" if self.heading else ""
        own = f" ({self.file}, row {self.row})" if self.rank < COMMON else ""
        return f'wording "{self.label}"{under}{own}'

    def __str__(self) -> str:
        under = f' under "{self.heading}"' if self.heading else ""
        return f'{self.file or "wording"} row {self.row}: {self.kind.value} "{self.label}"{under} is {self.concept}'


_PER_SHARE_WORDS = frozenset(("basic", "diluted", "basic and diluted"))
_PER_SHARE = re.compile(r"\bper (?:limited partner |limited partnership |common |subordinated |partnership )?(?:share|unit)\b")
_SHARES = re.compile(
    r"\bshare\b.*\b(?:outstanding|used|issued)\b|\baverage\b.*\b(?:share|stock|unit|outstanding)\b|\bnumber (?:\w+ )*share\b"
    r"|\b(?:diluted|basic) share\b|\bshare (?:basic|diluted)\b"
)


def _measure(kind: Kind, words: str) -> Measure | None:
    if words in ("per share", "shares"):
        return Measure.PER_SHARE if words == "per share" else Measure.SHARES
    if kind is Kind.CASH_FLOW:
        return None
    if _SHARES.search(words) and not re.match(r"(?:net )?income per share", words):
        return Measure.SHARES
    return Measure.PER_SHARE if _PER_SHARE.search(words) else None


_KINDS = {kind.value: kind for kind in Kind}


def read_rules(path: Path, rank: int) -> Iterator[Rule]:
    """The rules of one table. rank: of the file, 0 first. Blank rows count and say nothing.

    Raises ValueError that names file and row where the table is broken, OSError where it cannot be read.
    """
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines, strict=True)
        try:
            head = next(reader, [])
            if missing := [column for column in COLUMNS if column not in head]:
                raise ValueError(f"{path}, row 1: no column {', '.join(missing)}")
            places = [head.index(column) for column in COLUMNS]
            for number, row in enumerate(reader, start=2):
                cells = [row[place].strip() if place < len(row) else "" for place in places]
                if any(cells):
                    yield _rule(path, rank, number, cells)
        except (csv.Error, UnicodeDecodeError) as wrong:
            raise ValueError(f"{path}, row {reader.line_num + 1}: {wrong}") from None


def _rule(path: Path, rank: int, number: int, cells: list[str]) -> Rule:
    statement, heading, label, concept, note = cells
    kind = _KINDS.get(statement)
    if kind is None:
        raise ValueError(f"{path}, row {number}, column statement: {statement!r} is none of {', '.join(_KINDS)}")
    if not label or not concept:
        raise ValueError(f"{path}, row {number}: label or concept is empty")
    return Rule(number, kind, heading, label, concept, note, rank, path.name)
