"""Amounts to facts: each number gets its period, unit and sign, the same fact printed twice is one, and the ledger gets its entry."""

import re
from datetime import date, timedelta
from decimal import Decimal

from attrs import Factory, define, evolve

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.ledger import Entry
from converter.outcome import Outcome, outcome_of
from converter.period import Duration, Instant, Period
from converter.report import Fact, Unit, half_unit
from converter.statement import Amount, Column, LineItem, Measure, Statement
from converter.tagging.tagged import Tagged
from converter.taxonomy import PeriodType

_MEASURES = {Measure.MONEY: Unit.money, Measure.PER_SHARE: Unit.per_share}
_BEGINNING = re.compile(r"\bbeginning\b|\bbegin\b|\bstart of\b|\bopening\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?P<month>january|february|march|april|may|june|july|august|september|october|november|december)"
    r" (?P<day>\d{1,2})(?:,? (?P<year>(?:19|20)\d\d))?$",
    re.IGNORECASE,
)
_DISCONTINUED = re.compile(r"\bdiscontinued\b", re.IGNORECASE)
_ONLY_LOSS = re.compile(r"^(?!.*(?:income|earnings|gain|profit)).*\bloss", re.IGNORECASE)
_RESULT = re.compile(r"^net \(?(?:income|loss|earnings)|^\(?loss\)?.*net|^net \(loss\)", re.IGNORECASE)


@define
class Gathering:
    """Facts by what they are about, in printed order, and the entries of the ledger. Grows while the statements are gone through."""

    doubt: Doubt
    by_aspects: dict[tuple[str, Period, Unit], int] = Factory(dict)
    all: list[Fact | None] = Factory(list)
    entries: list[Entry] = Factory(list)

    def leftovers(self, statement: Statement) -> None:
        """The numbers of a statement that can be no fact."""
        self.entries.extend(
            Entry(o.place, o.text, o.outcome or outcome_of(o.code), statement.title, o.label, code=o.code, reason=o.reason)
            for o in statement.leftovers
        )

    def line(self, statement: Statement, tagged: Tagged) -> None:
        """The amounts of a line, as facts where they can be."""
        words = " > ".join(filter(None, (*tagged.line.headings, tagged.line.label)))
        scale = statement.scale.evidence(tagged.line.measure)
        own = enumerate(zip(statement.columns, tagged.line.amounts, strict=True))
        translated = zip(statement.translations, tagged.line.translated, strict=True)
        for index, (column, amount) in (*own, *((statement.translated_by(pair[0]) or 0, pair) for pair in translated)):
            if amount is None or column.period is None:
                continue
            fact = _fact(statement, tagged, column, amount, index)
            if fact is None:
                code = Code.SIGN_UNCERTAIN if tagged.concept is None and tagged.name else Code.LINE_DOUBTFUL
                reason = f"{tagged.concept.name} cannot be measured over {column.period}" if tagged.concept else code.meaning
                place, text, left = amount.place, amount.text, outcome_of(code.label)
                self.entries.append(Entry(place, text, left, statement.title, words, column.words, code=code.label, reason=reason))
                continue
            notes = (
                f"period: {column.inferred}" if column.inferred else "",
                f"sign: turned, {tagged.reading.why}" if fact.negated else "",
                f"scale: {scale}" if scale else "",
                f"currency: convenience translation of {statement.currency} into {column.currency}" if column.currency else "",
            )
            self.entries.append(
                Entry(
                    amount.place,
                    amount.text,
                    Outcome.FACT,
                    statement.title,
                    words,
                    column.words,
                    self._number(fact),
                    fact.concept.qname,
                    fact.period,
                    fact.value,
                    str(fact.unit),
                    fact.decimals,
                    fact.rule,
                    "; ".join(note for note in notes if note),
                )
            )

    def _number(self, fact: Fact) -> int:
        """The fact's number. The same fact again adds a place; the more precise one stays; a different value takes both away."""
        key = (fact.concept.qname, fact.period, fact.unit)
        number = self.by_aspects.setdefault(key, len(self.all))
        if number == len(self.all):
            self.all.append(fact)
            return number
        before = self.all[number]
        if before is None:
            return number
        if _consistent(before, fact):
            better = fact if (fact.decimals or 0) > (before.decimals or 0) else before
            self.all[number] = evolve(better, places=before.places + fact.places)
            return number
        self.doubt(
            Diagnostic(
                Code.FACT_INCONSISTENT,
                f"{fact.concept.name} for {fact.period} is printed as {before.value:,f} ({before.places[0]}) and as {fact.value:,f}; "
                "neither is written.",
                fact.places[0],
                "One of the two is misprinted or measures something else.",
            )
        )
        self.all[number] = None
        return number

    def finished(self) -> tuple[tuple[Fact, ...], tuple[Entry, ...]]:
        """The facts that stand, and the ledger with their final numbers; entries of facts that fell say why."""
        numbers: dict[int, int] = {}
        for number, fact in enumerate(self.all):
            if fact is not None:
                numbers[number] = len(numbers)
        entries = []
        for entry in self.entries:
            if entry.fact is not None and entry.fact not in numbers:
                reason = f"{entry.concept} is printed with another value elsewhere for {entry.period}"
                entry = evolve(entry, outcome=Outcome.CONTRADICTED, fact=None, code=Code.FACT_INCONSISTENT.label, reason=reason)
            elif entry.fact is not None and numbers[entry.fact] != entry.fact:
                entry = evolve(entry, fact=numbers[entry.fact])
            entries.append(entry)
        return tuple(fact for fact in self.all if fact is not None), tuple(entries)


def _consistent(one: Fact, other: Fact) -> bool:
    """Whether two facts may be the same number, rounded differently: their intervals overlap (XBRL duplicates note, 2025, section 2)."""
    if one.value == other.value:
        return True
    return one.decimals != other.decimals and abs(one.value - other.value) <= half_unit(one.decimals) + half_unit(other.decimals)


def _fact(statement: Statement, tagged: Tagged, column: Column, amount: Amount, index: int) -> Fact | None:
    concept, period = tagged.concept, column.period
    if concept is None or period is None:
        return None
    if concept.period is PeriodType.INSTANT and isinstance(period, Duration):
        period = _balance_date(tagged.line.label, period)
        if period is None:
            return None
    elif concept.period is PeriodType.DURATION and isinstance(period, Instant):
        return None
    measure = tagged.line.measure
    currency = column.currency or statement.currency
    unit = _MEASURES[measure](currency) if measure in _MEASURES else Unit.shares() if measure is Measure.SHARES else Unit.pure()
    if concept.type not in unit.suits:
        return None
    factor = tagged.reading.factor
    if tagged.reading.follows_result and not _is_loss(statement, tagged.line, index):
        factor = 1
    value = amount.value * factor or Decimal(0)
    return Fact(concept, period, unit, value, amount.decimals, (amount.place,), tagged.rule, factor < 0 and bool(value), text=amount.text)


def _balance_date(label: str, period: Duration) -> Instant | None:
    """The date of a balance among flows: the period's end, or its opening where the label says so by word or by day.

    None where the label names a day that neither opens nor ends the period.
    """
    opening = Instant(period.first - timedelta(1))
    if _BEGINNING.search(label):
        return opening
    told = _DAY.search(label)
    ends = ((period.last, Instant(period.last)), (period.first, opening), (opening.day, opening))
    return next((at for day, at in ends if told is None or _is_day(told, day)), None)


def _is_day(told: re.Match[str], day: date) -> bool:
    """Whether a label's day of a year, or of any year, is the day."""
    return told["month"].lower() == f"{day:%B}".lower() and int(told["day"]) == day.day and told["year"] in (None, str(day.year))


def _is_loss(statement: Statement, asking: LineItem, column: int) -> bool:
    """Whether the column's result is a loss: where a line of both words prints it as a gain, "Loss per share" of that column is one too.

    The result of a line that speaks of discontinued operations is theirs.
    """
    about = _DISCONTINUED if _DISCONTINUED.search(asking.label) else _RESULT
    for line in statement.lines:
        if line.measure is Measure.MONEY and about.search(line.label):
            amount = line.amounts[column]
            if amount is not None and amount.printed:
                return amount.printed < 0 or bool(_ONLY_LOSS.search(line.label))
    return True
