"""The heading of each column: the words over its stack of numbers, and what they say of time."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from converter.period import month_end
from converter.place import Place
from converter.recognition.columns.fragments import Fragment, is_enumeration, is_temporal, tells_time
from converter.recognition.columns.shares import apart, fits, shares_of
from converter.recognition.periods.phrases import DATE, LENGTH, NOT_VALUES, NUMBER_WORD, OTHER_BASIS, YEAR, Phrase, day_of, parse
from converter.recognition.rows.stacks import Stack

_THIS = re.compile(r"\b(?:this|current) (?:fiscal )?(?:year|period|quarter)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:(?:last|prior|previous|preceding) (?:fiscal )?year(?:'s)?|year ago)(?: (?:quarter|period))?\b", re.IGNORECASE)


@frozen
class Head:
    """The heading of one column. basis: words such as "Pro Forma" that make it another column than the reported one."""

    phrase: Phrase
    words: str
    place: Place
    values: bool = True
    basis: str = ""


def heads_of(
    rows: Iterable[tuple[list[Fragment], tuple[tuple[int, int], ...]]], stacks: Sequence[Stack], above: str, characters: bool, place: Place
) -> list[Head]:
    """The heading of each stack. rows: fragments of each row of headings with the lines drawn right below it. above: words over the whole
    table.
    """
    count = len(stacks)
    rows = list(rows)
    loose = not characters and any(len(row) == count and not fits(row, stacks) for row, _ in rows)
    cycle = _cycle([fragments for fragments, _ in rows], count)
    own: list[list[Fragment]] = [[] for _ in stacks]
    common: list[str] = [above]
    for fragments, rules in rows:
        if len(fragments) == 1 and (is_enumeration(fragments[0].text) or re.match(r"and\b", fragments[0].text, re.IGNORECASE)):
            common.append(fragments[0].text)
            continue
        alike = len(fragments) == count and any(all(p.fullmatch(f.text.strip(" ,")) for f in fragments) for p in (YEAR, DATE))
        if not alike:  # words over the labels speak of the whole table; as many dates or years as columns are theirs, wherever they stand
            fragments, over_labels = apart(fragments, stacks, characters)
            common.extend(f.text for f in over_labels)
        misspanned = not characters and cycle > 0 and len(fragments) * cycle == count and not fits(fragments, stacks)
        shares = shares_of(fragments, rules, stacks, characters, loose or misspanned)
        if shares is None:
            common.extend(f.text for f in fragments)
            continue
        for index, fragment in shares:
            own[index].append(fragment)
    whole = parse(" ".join(common))
    heads = []
    timed = [text for text in common[1:] if is_temporal(text) and tells_time(text)]
    listed = len(whole.dates) == count and _told_by(whole.dates, own)
    in_order = _listed_years(common, count) if not any(YEAR.search(f.text) for fragments in own for f in fragments) else []
    quarters = {q for fragments in own if (q := parse(" ".join(f.text for f in fragments)).quarter)}
    lengths = _listed_lengths(common) if not any(LENGTH.search(f.text) for fragments in own for f in fragments) else []
    for index in range(count):
        words = " ".join(f.text for f in own[index])
        values = not (NOT_VALUES.search(words) and not _is_date(words))
        basis = OTHER_BASIS.search(words)
        phrase = _in_quarter(_relative(words, whole) or _relative_in_group(own, index) or parse(words), quarters, whole)
        if listed:
            phrase = evolve(phrase, year=whole.dates[index].year, month=whole.dates[index].month, day=whole.dates[index].day)
        elif in_order:
            phrase = evolve(phrase, year=in_order[index], month=phrase.month or whole.month, day=phrase.day or whole.day)
        if cycle and len(lengths) * cycle == count:
            phrase = evolve(phrase, months=lengths[index // cycle].months, weeks=lengths[index // cycle].weeks)
        heads.append(
            Head(
                phrase.under(whole),
                " ".join([*timed, words]).strip() or whole.words,
                own[index][-1].place if own[index] else place,
                values,
                basis[0] if basis else "",
            )
        )
    return _with_adjusted(_since_inception(_with_quarters(_filled(heads))))


def _told_by(dates: Sequence[date], own: Sequence[Sequence[Fragment]]) -> bool:
    """Whether the dates that a heading over all columns lists are theirs: no year stands over a column, or over each its fiscal year, which
    may bear the number of the calendar year in which it begins.
    """
    years = [[fragment.text for fragment in fragments if YEAR.search(fragment.text)] for fragments in own]
    if not any(years):
        return True
    if not all(len(told) == 1 and YEAR.fullmatch(told[0]) and len(told[0]) == 4 for told in years):
        return False
    return {day.year - int(told[0]) for day, told in zip(dates, years, strict=True)} in ({0}, {1})


def _cycle(rows: Sequence[Sequence[Fragment]], count: int) -> int:
    """After how many columns their years begin anew ("2020 2019 2020 2019"), so that as many stand under each heading above; 0 where they
    do not.
    """
    for fragments in rows:
        years = [match[0] for fragment in fragments if (match := YEAR.search(fragment.text))]
        if len(years) == len(fragments) == count:
            for length in range(2, count // 2 + 1):
                if len(set(years[:length])) == length and years == years[:length] * (count // length):
                    return length
    return 0


def _relative(words: str, whole: Phrase) -> Phrase | None:
    """A column headed "This year" or "Last year" under words that tell the whole date; None for any other."""
    if whole.year is None or not whole.month or not whole.has_length or YEAR.search(words) or DATE.search(words):
        return None
    for pattern, years in ((_LAST, 1), (_THIS, 0)):
        if pattern.search(words):
            return evolve(parse(pattern.sub(" ", words)), words=words, year=whole.year - years)
    return None


def _relative_in_group(own: Sequence[Sequence[Fragment]], index: int) -> Phrase | None:
    """A column headed "This year" or "Last year" under a date that it shares with another; None for any other, and for a day that is not
    the last of its month: the year before ended on another.
    """
    dated = next((fragment for fragment in own[index] if YEAR.search(fragment.text)), None)
    if dated is None or sum(dated in fragments for fragments in own) < 2:
        return None
    rest = " ".join(fragment.text for fragment in own[index] if fragment is not dated)
    for pattern, years in ((_LAST, 1), (_THIS, 0)):
        if pattern.search(rest):
            phrase = parse(f"{dated.text} {pattern.sub(' ', rest)}")
            if phrase.year and phrase.month and (not phrase.day or phrase.day == month_end(phrase.year, phrase.month).day):
                return evolve(phrase, year=phrase.year - years)
    return None


def _in_quarter(phrase: Phrase, quarters: set[int], whole: Phrase) -> Phrase:
    """A column of the quarter, or of the year to date, beside others of the same quarter only: its number tells what its length is, and
    the words over the table ("Periods ended September 30") may tell when it ends.
    """
    if len(quarters) != 1:
        return phrase
    quarter = next(iter(quarters))
    if phrase.to_date and not phrase.has_length:
        phrase = evolve(phrase, months=3 * quarter)
    if phrase.quarter and not phrase.month and whole.month and "ended" in whole.words.lower() and (whole.months != 12 or quarter == 4):
        phrase = evolve(phrase, quarter=None)
    return phrase


def _listed_years(common: Sequence[str], count: int) -> list[int]:
    """The years of a heading over all columns that lists one for each: "Years Ended December 31, 1995 and 1994"."""
    for text in common[1:]:
        years = [int(match[0]) for match in YEAR.finditer(text) if len(match[0]) == 4]
        if count > 1 and len(set(years)) == len(years) == count:
            return years
    return []


def _listed_lengths(common: Sequence[str]) -> list[Phrase]:
    """The lengths that words over the table list for groups of columns: "Three and Nine Months Ended September 30, 2020 and 2019"."""
    for text in common:
        if match := _LENGTHS.search(text):
            return [parse(f"{count} {match['unit']}") for count in (match["first"], match["second"])]
    return []


_LENGTHS = re.compile(
    rf"\b(?P<first>\d{{1,2}}|{NUMBER_WORD})(?:[- ](?:months?|weeks?)(?: ended)?)?,? (?:and|&)"
    rf" (?P<second>\d{{1,2}}|{NUMBER_WORD})[- ](?P<unit>months?|weeks?)\b",
    re.IGNORECASE,
)


def _is_date(words: str) -> bool:
    return bool(DATE.search(words) and parse(words).year and not re.search(r"change|variance|%|percent", words, re.IGNORECASE))


def _filled(heads: list[Head]) -> list[Head]:
    """Month and day that only a neighbour prints ("December 31, 1995, 1994 and 1993") hold for the columns that give a year alone.

    Fiscal years that end on a weekday end on another day each year, so only the end of a month is taken over.
    """
    told = next((head.phrase for head in heads if head.values and head.phrase.month), None)
    if (
        told is None
        or (told.year and told.day and told.day < month_end(told.year, told.month or 1).day)
        or sum(head.phrase.month is not None for head in heads if head.values) > 1
    ):
        return heads
    return [
        evolve(head, phrase=evolve(head.phrase, month=told.month, day=told.day))
        if head.values and head.phrase.month is None and head.phrase.year and not head.phrase.quarter
        else head
        for head in heads
    ]


def _with_quarters(heads: list[Head]) -> list[Head]:
    """Year to date beside quarters that labels tell ("Third Quarter", "Second Quarter", "Year to Date") ends with the latest of them, in
    each year.
    """
    quarters = [
        (head.phrase.year, head.phrase.quarter)
        for head in heads
        if head.values and head.phrase.year and head.phrase.quarter and not head.phrase.month
    ]
    if not quarters:
        return heads
    latest = max(quarters)[1]
    return [
        evolve(head, phrase=evolve(head.phrase, months=3 * latest, quarter=latest))
        if head.phrase.to_date and head.phrase.year and not head.phrase.month
        else head
        for head in heads
    ]


_INCEPTION = re.compile(r"\binception\b|\bsince\b", re.IGNORECASE)


def _since_inception(heads: list[Head]) -> list[Head]:
    """A column "Cumulative since May 3, 1997 (inception)" begins on that day and ends with the latest of the others."""
    days = [day_of(head.phrase.year, head.phrase.month, head.phrase.day) if head.values else None for head in heads]
    last = max((day for day in days if day), default=None)
    return [
        evolve(head, phrase=evolve(head.phrase, begin=day, year=last.year, month=last.month, day=last.day))
        if last and day and day < last and head.phrase.day and not head.phrase.has_length and _INCEPTION.search(head.words)
        else head
        for head, day in zip(heads, days, strict=True)
    ]


def _with_adjusted(heads: list[Head]) -> list[Head]:
    """An earlier period "as adjusted" for a new rule of accounting is the reported one where no other column has that period."""
    reported = {(h.phrase.year, h.phrase.month, h.phrase.months, h.phrase.weeks) for h in heads if h.values and not h.basis}
    return [
        evolve(head, basis="")
        if reported
        and re.search(r"\bas adjusted\b", head.words, re.IGNORECASE)
        and (head.phrase.year, head.phrase.month, head.phrase.months, head.phrase.weeks) not in reported
        else head
        for head in heads
    ]
