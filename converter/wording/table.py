"""How a printed line finds its concept: the mapping rules of the wording table, and the order in which they are asked."""

import re
from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from attrs import define, evolve, frozen

from converter.statement import Kind, Measure
from converter.wording.labels.reading import parse
from converter.wording.paraphrases.paraphrase import paraphrased
from converter.wording.problems import problems_of
from converter.wording.rules import COMMON, DECLINED, Rule, read_rules
from converter.wording.section_headings import section_of_heading, with_outer

__all__ = ["DECLINED", "Match", "Question", "Rule", "Wording"]


@frozen
class Question:
    """A line that looks for its concept. headings and sections: outermost first. total: the arithmetic says that it is one.

    noncontrolling: the line includes the share of a noncontrolling (minority) interest that a line of its own shows. In the income and
    cash flow statements that line follows; in a balance sheet it stands before the total.
    """

    kind: Kind
    label: str
    headings: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    measure: Measure = Measure.MONEY
    total: bool = False
    noncontrolling: bool = False


@frozen
class Match:
    """The answer: the concept's name and the rule that gave it."""

    concept: str
    rule: Rule


@frozen
class _Try:
    """One way to ask: the words, whether as a total, and the sections that must be the rule's (empty: any)."""

    words: str
    total: bool
    only: tuple[str, ...] = ()


_INCLUDING_NONCONTROLLING = {
    "NetIncomeLoss": "ProfitLoss",
    "ComprehensiveIncomeNetOfTax": "ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest",
    "StockholdersEquity": "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
}
_OWN_SHARE = re.compile(r"\battributable\b|\bavailable\b|\bapplicable\b|\bcompany\b|\bcommon\b|\bcontrolling\b|\bparent\b")


@define(slots=False, frozen=True)
class Wording:
    """All rules, in the order of their files and rows. Immutable."""

    rules: tuple[Rule, ...] = ()

    @classmethod
    def read(cls, *paths: Path) -> "Wording":
        """The rules of tables, earlier paths first in rank: files of one filer's own words, and the common one last.

        Raises ValueError that names file and row where a table is broken, OSError where it cannot be read.
        """
        ranks = (*range(len(paths) - 1), COMMON)
        return cls(tuple(rule for rank, path in zip(ranks, paths, strict=True) for rule in read_rules(path, rank)))

    def with_own(self, path: Path) -> "Wording":
        """With one more file of a filer's own words, ranked behind those that there are and before the common table. Raises like read."""
        own = [rule for rule in self.rules if rule.rank < COMMON]
        further = tuple(read_rules(path, 1 + max((rule.rank for rule in own), default=-1)))
        return evolve(self, rules=(*own, *further, *self.rules[len(own) :]))

    def find(self, question: Question) -> Match | None:
        """The rule for a line: of the first file that has one; under its heading, innermost first, before anywhere; the very words before
        a paraphrase.
        """
        return self.meant(question, self.rule(question))

    def meant(self, question: Question, rule: Rule | None) -> Match | None:
        """What the rule that decides for a line says it is."""
        if rule is None or rule.concept == DECLINED:
            return None
        concept = rule.concept
        if question.noncontrolling and not _OWN_SHARE.search(parse(question.label).words):
            concept = _INCLUDING_NONCONTROLLING.get(concept, concept)
        return Match(concept, rule)

    def rule(self, question: Question) -> Rule | None:
        """The rule that decides for a line, also one that declines it."""
        context = _Context.of(question)
        for index in self._of_kind[question.kind].by_words:
            for one in _tries(question):
                key = paraphrased(question.kind, one.words, one.total), one.total
                best = context.best([rule for rule in index.get(key, ()) if rule.measure is question.measure], one)
                if best is not None:
                    return best
        return None

    def meanings(self, words: str) -> frozenset[str]:
        """The concepts that rules without heading give to the words of a reading, in any statement."""
        return self._meanings.get(words, frozenset())

    def is_label(self, kind: Kind, text: str) -> bool:
        """Whether some rule knows the text as a line of such a statement, wherever it stands."""
        reading = parse(text)
        bare = reading.bare if kind is Kind.BALANCE else ""  # "Income taxes" over "Current" is no label in two lines
        readings = [(words, total) for words in (reading.words, bare) if words for total in (True, False)]
        keys = [(paraphrased(kind, words, total), total) for words, total in readings]
        return any(key in index for index in self._of_kind[kind].by_words for key in keys)

    def section_of(self, kind: Kind, text: str) -> str | None:
        """The section that the text opens as a heading."""
        return section_of_heading(kind, text)

    def near(self, question: Question, most: int = 3) -> tuple[Rule, ...]:
        """The rules with the most similar words, best first: shared words over all words, at least half. Hints for a report, never evidence
        alone.
        """
        words = frozenset(parse(question.label).words.split())
        scored: list[tuple[Fraction, int, int, Rule]] = []
        for rule, other in self._of_kind[question.kind].by_set_of_words:
            common = len(words & other)
            if 2 * common >= len(words | other) and common and rule.measure is question.measure:
                scored.append((-Fraction(common, len(words | other)), rule.rank, rule.row, rule))
        best: dict[str, Rule] = {}
        for *_, rule in sorted(scored, key=lambda entry: entry[:3]):
            best.setdefault(rule.concept, rule)
        return tuple(best.values())[:most]

    def problems(self, names: Collection[str]) -> list[str]:
        """What is wrong with the tables, in words with row numbers. names: the concepts that there are."""
        return problems_of(self.rules, names)

    def without(self, rows: Iterable[int]) -> "Wording":
        """The wording without the rules of these rows, in whatever file."""
        gone = frozenset(rows)
        return evolve(self, rules=tuple(rule for rule in self.rules if rule.row not in gone))

    @cached_property
    def _meanings(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for rule in self.rules:
            if not rule.heading and rule.concept != DECLINED:
                found.setdefault(rule.reading.words, set()).add(rule.concept)
        return {words: frozenset(concepts) for words, concepts in found.items()}

    @cached_property
    def _of_kind(self) -> dict[Kind, "_RulesOfKind"]:
        return {kind: _RulesOfKind(tuple(rule for rule in self.rules if rule.kind is kind)) for kind in Kind}


@frozen
class _RulesOfKind:
    """The rules of one kind of statement, which are read when its first line asks: a release may have no such statement."""

    rules: tuple[Rule, ...]

    @cached_property
    def by_words(self) -> tuple[dict[tuple[str, bool], list[Rule]], ...]:
        """By file, first in rank first: the rules by their words in the one wording of their statement."""
        indices: dict[int, dict[tuple[str, bool], list[Rule]]] = {}
        for rule in self.rules:
            indices.setdefault(rule.rank, {}).setdefault((rule.paraphrase, rule.reading.total), []).append(rule)
        return tuple(indices[rank] for rank in sorted(indices))

    @cached_property
    def by_set_of_words(self) -> tuple[tuple[Rule, frozenset[str]], ...]:
        """The rules that name a concept, each with its words."""
        return tuple((rule, frozenset(rule.reading.words.split())) for rule in self.rules if rule.concept != DECLINED)


@frozen
class _Context:
    """Where a line stands: the words of its headings and its sections, innermost first."""

    headings: tuple[str, ...]
    sections: tuple[str, ...]

    @classmethod
    def of(cls, question: Question) -> "_Context":
        headings = tuple(words for heading in reversed(question.headings) if (words := parse(heading).words))
        told = [section for heading in question.headings if (section := section_of_heading(question.kind, heading))]
        sections = question.sections if question.sections else tuple(told)
        return cls(headings, tuple(reversed(with_outer(sections))))

    def best(self, rules: Iterable[Rule], asked: _Try) -> Rule | None:
        """Of rules that mean the same the one whose heading stands nearest, and of several such the one with the very words; None where
        all ask for another place.
        """
        ranked = [
            (place, rule.reading.words != asked.words, rule.row, rule)
            for rule in rules
            if (place := self._distance(rule, asked.only)) is not None
        ]
        return min(ranked, key=lambda entry: entry[:3])[3] if ranked else None

    def _distance(self, rule: Rule, only: tuple[str, ...]) -> int | None:
        if only:
            return only.index(rule.section) if rule.section in only else None
        if not rule.heading:
            return 1000
        if rule.section:
            return 100 + self.sections.index(rule.section) if rule.section in self.sections else None
        words = parse(rule.heading).words
        return self.headings.index(words) if words in self.headings else None


_NOT_OPERATING = frozenset(("investing", "financing", "cash reconciliation", "supplemental"))


def _tries(question: Question) -> Iterator[_Try]:
    """The ways to ask for a line, from its exact words to looser ones; a qualifier is dropped only where that cannot change the meaning."""
    reading = parse(question.label)
    words, total = reading.words, reading.total or question.total
    if not words:
        if total and question.headings:
            yield _Try(parse(question.headings[-1]).words, True)
            yield _Try(parse(question.headings[-1]).words, False)
        return
    yield _Try(words, total)
    if total:
        yield _Try(words, False)
    if question.kind is Kind.BALANCE and (words.endswith(" net") or words.startswith("net ")):
        yield _Try(words.removesuffix(" net").removeprefix("net "), False)
    if reading.maturity and question.kind is Kind.BALANCE:
        # "Long-term deferred revenue" is "Deferred revenue" among the noncurrent liabilities
        yield _Try(reading.bare, False, tuple(f"{reading.maturity} {side}" for side in _sides(question)))
    if question.kind is Kind.CASH_FLOW and words.startswith("change in ") and not _NOT_OPERATING.intersection(question.sections):
        yield _Try(words.removeprefix("change in "), False, ("operating",))


def _sides(question: Question) -> tuple[str, ...]:
    """Assets or liabilities, as far as the sections or the words tell."""
    sections = with_outer(question.sections)
    return tuple(side for side in ("assets", "liabilities") if side in sections)
