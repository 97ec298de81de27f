"""What is wrong with a wording table: unknown concepts, contradictions, and rules that can never decide or that others make needless."""

from collections.abc import Collection, Iterator, Sequence

from converter.statement import Kind
from converter.wording.labels.reading import parse
from converter.wording.rules import DECLINED, Rule

_ASKED_FOR = frozenset(("current assets", "noncurrent assets", "current liabilities", "noncurrent liabilities", "operating"))
"""Sections whose rules are also asked for by name (`Wording.rule`): a rule without heading does not stand for them."""


def problems_of(rules: Sequence[Rule], names: Collection[str]) -> list[str]:
    """The problems of the rules of one wording, in words with row numbers. names: the concepts that there are."""
    found: list[str] = []
    first: dict[tuple[object, ...], Rule] = {}
    for rule in rules:
        if rule.concept != DECLINED and rule.concept not in names:
            found.append(f"{rule}: there is no such concept")
        reading = rule.reading
        if not reading.words and not reading.total:
            found.append(f"{rule}: the label has no words")
        where = rule.section or parse(rule.heading).words
        if rule.heading and not where:
            found.append(f"{rule}: the heading has no words")
        other = first.setdefault((rule.rank, rule.kind, reading.words, reading.total, where, rule.measure), rule)
        like = first.setdefault((rule.rank, rule.kind, rule.paraphrase, reading.total, where, rule.measure, "paraphrase"), rule)
        if other is not rule and other.concept != rule.concept:
            found.append(f"{rule}; it contradicts row {other.row}, which reads the same and is {other.concept}")
        elif other is not rule:
            found.append(f"{rule}; it is never reached, because row {other.row} reads the same")
        elif like.concept != rule.concept:
            found.append(f'{rule}; it contradicts row {like.row}, "{like.label}", which means the same and is {like.concept}')
        elif like is not rule:
            found.append(f'{rule}; it is not needed, because row {like.row}, "{like.label}", means the same')
    return [*found, *_needless(rules)]


def _needless(rules: Sequence[Rule]) -> Iterator[str]:
    """Rules for one place beside a rule of the same meaning for every place, and rules for a total beside one for a line that may be one.

    Only where all rules of that meaning lead to one concept is the answer the same without them, wherever a line stands.
    """
    meanings: dict[tuple[object, ...], list[Rule]] = {}
    for rule in rules:
        if rule.reading.words:
            meanings.setdefault((rule.rank, rule.kind, rule.paraphrase, rule.measure, rule.reading.total), []).append(rule)
    for (*meaning, total), group in meanings.items():
        anywhere = _anywhere(group)
        as_line = _anywhere(meanings.get((*meaning, False), ())) if total and group[0].kind is not Kind.INCOME else None
        for rule in group:
            if as_line is not None and {as_line.concept} == {one.concept for one in group}:
                yield f'{rule}; it is not needed, because row {as_line.row}, "{as_line.label}", is asked for totals too'
            elif anywhere is not None and rule.heading and rule.section not in _ASKED_FOR:
                yield f'{rule}; it is not needed, because row {anywhere.row}, "{anywhere.label}", means the same under any heading'


def _anywhere(group: Sequence[Rule]) -> Rule | None:
    """The rule without heading, where all rules of a meaning lead to its concept."""
    return next((rule for rule in group if not rule.heading), None) if len({rule.concept for rule in group}) == 1 else None
