"""Headings over columns: which words stand over which stack of numbers."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import evolve, frozen

from converter.document import Row
from converter.period import month_end
from converter.place import Place
from converter.recognition.periods.phrases import DATE, LENGTH, NOT_VALUES, OTHER_BASIS, YEAR, Phrase, parse
from converter.recognition.rows.amounts import Line, Stack
from converter.recognition.scale import without_currency

_WORDS = re.compile(
    r"\b(?:for|the|as|of|at|on|and|balances?|ended|ending|end|period|periods|unaudited|audited|restated|actual|fiscal|ytd|to|through|from"
    r"|quarter|quarters|months?|mos|weeks?|wks|qtrs?|days?|years?|notes?|see|dollars|pro|forma|adjusted|"
    r"change|increase|decrease|variance|percent|percentage|growth|inc|dec|amount|as reported|reported|gaap|non|successor"
    r"|predecessor|prior|current|previous|this|last|year-over-year|sequential|cumulative|total|thousands|millions|in|dates?|inception|"
    r"first|second|third|fourth|one|two|three|six|nine|twelve|thirteen|thirty|twenty|fifty|half|annual|interim|historical"
    r"|consolidated|vs|versus|over|q[1-4]|[1-4]q|fy\d*)\b",
    re.IGNORECASE,
)


_NOTE = re.compile(r"\(\d\)")
"""A footnote mark beside a heading; it looks like a negative number."""


@frozen
class Fragment:
    """A piece of a heading with its extent."""

    text: str
    left: int
    right: int
    place: Place


@frozen
class Head:
    """The heading of one column. basis: words such as "Pro Forma" that make it another column than the reported one."""

    phrase: Phrase
    words: str
    place: Place
    values: bool = True
    basis: str = ""


@lru_cache(maxsize=4096)
def is_temporal(text: str) -> bool:
    """Whether the text says something of time, currency or comparison and nothing else."""
    rest = without_currency(LENGTH.sub(" ", DATE.sub(" ", text)))
    return not re.search(r"[a-z]{2,}", _WORDS.sub(" ", YEAR.sub(" ", rest)), re.IGNORECASE)


def _is_timed_but_for_notes(text: str) -> bool:
    """Whether words over the labels tell a period and, in parentheses, something else: "Year ended December 31 (in thousands)"."""
    outside = re.sub(r"\([^()]*\)", " ", text)
    return outside != text and tells_time(outside) and is_temporal(outside)


@lru_cache(maxsize=4096)
def tells_time(text: str) -> bool:
    """Whether the text holds a date, a year or a length of time."""
    return bool(DATE.search(text) or YEAR.search(text) or LENGTH.search(text))


def fragments_of(row: Row, line: Line, characters: bool, zone: bool) -> list[Fragment] | None:
    """The pieces of a row of headings; None when the row is none. zone: the row stands before the first amounts of its table.

    Numbers are no headings unless they are years. In the body of a statement a row of headings has nothing but time in it.
    """
    numbers = [
        token for token in line.tokens if token.printed is not None and not token.dash and not (zone and _NOTE.fullmatch(token.text))
    ]
    if not row.cells or any(token.currency or not re.fullmatch(r"'?\d{2}|(?:19|20)\d\d", token.text.strip("- *")) for token in numbers):
        return None
    if not numbers and any(not (zone and _NOTE.fullmatch(token.text)) for token in line.tokens):
        return None
    cells = list(row.cells)
    first = cells[0]
    timed = [cell for cell in cells if tells_time(cell.text)]
    if not zone:
        pure = [cell for cell in cells if is_temporal(cell.text)]
        dated = any(DATE.search(c.text) or YEAR.search(c.text) for c in pure)
        if (
            len(pure) < len(cells) - 1
            or not (dated or (len(pure) > 1 and all(LENGTH.search(c.text) for c in pure)))
            or (len(cells) == 1 and ((characters and first.left < 20) or (not characters and first.left == 0)))
        ):
            return None
        if first not in pure and not (first.text.isupper() or len(cells) > 2):
            return None
        cells = pure
    elif (
        not is_temporal(first.text)
        and not _is_timed_but_for_notes(first.text)
        and not (len(cells) == 1 and timed and len(first.text) < 100)
    ):
        cells = cells[1:] if len(cells) > 1 else []
    fragments: list[Fragment] = []
    for cell in cells:
        fragments.extend(_pieces(cell.text, cell.left, cell.right, cell.place, characters))
    return fragments


def _pieces(text: str, left: int, right: int, place: Place, characters: bool) -> list[Fragment]:
    """A cell of a text table may hold the headings of several columns one blank apart: several dates, or several years."""
    dates = list(DATE.finditer(text))
    starts = [m.start() for m in dates] if len(dates) > 1 and not re.search(r"\b(?:to|through|from)\b| - ", text, re.IGNORECASE) else []
    if not starts and not dates:
        years = list(YEAR.finditer(text))
        starts = [m.start() for m in years] if len(years) > 1 and not re.search(r"[a-z]{3}", text, re.IGNORECASE) else []
    if not starts or not characters or is_enumeration(text):
        return [Fragment(text, left, right, place)]
    starts[0] = 0
    ends = [*starts[1:], len(text)]
    raw = place.end - place.start == right - left
    return [
        Fragment(text[a:b].strip(), left + a, left + b, Place(place.line, place.start + a, place.start + b, place.node) if raw else place)
        for a, b in zip(starts, ends, strict=True)
    ]


def is_enumeration(text: str) -> bool:
    """Whether the text lists several whole dates in words ("September 30, 1994, October 1, 1993, and October 2, 1992"): it speaks of all
    columns.
    """
    dates = list(DATE.finditer(text))
    between = [text[a.end() : b.start()] for a, b in pairwise(dates)]
    return len(dates) > 1 and all(d["year"] for d in dates) and any(re.search(r"\band\b|[&,;]", words, re.IGNORECASE) for words in between)


def heads_of(
    rows: Iterable[tuple[list[Fragment], tuple[tuple[int, int], ...]]], stacks: Sequence[Stack], above: str, characters: bool, place: Place
) -> list[Head]:
    """The heading of each stack. rows: fragments of each row of headings with the lines drawn right below it. above: words over the whole
    table.
    """
    count = len(stacks)
    rows = list(rows)
    loose = not characters and any(len(row) == count and not _fits(row, stacks) for row, _ in rows)
    own: list[list[Fragment]] = [[] for _ in stacks]
    common: list[str] = [above]
    for fragments, rules in rows:
        if len(fragments) == 1 and (is_enumeration(fragments[0].text) or re.match(r"and\b", fragments[0].text, re.IGNORECASE)):
            common.append(fragments[0].text)
            continue
        years = len(fragments) == count and all(YEAR.fullmatch(f.text) for f in fragments)  # however a broken line has shifted them
        if not years:  # words over the labels speak of the whole table
            fragments, over_labels = _apart(fragments, stacks, characters)
            common.extend(f.text for f in over_labels)
        shares = _shares(fragments, rules, stacks, characters, loose)
        if shares is None:
            common.extend(f.text for f in fragments)
            continue
        for index, fragment in shares:
            own[index].append(fragment)
    whole = parse(" ".join(common))
    heads = []
    timed = [text for text in common[1:] if is_temporal(text) and tells_time(text)]
    listed = len(whole.dates) == count and not any(YEAR.search(f.text) for fragments in own for f in fragments)
    in_order = _listed_years(common, count) if not any(YEAR.search(f.text) for fragments in own for f in fragments) else []
    quarters = {q for fragments in own if (q := parse(" ".join(f.text for f in fragments)).quarter)}
    for index in range(count):
        words = " ".join(f.text for f in own[index])
        values = not (NOT_VALUES.search(words) and not _is_date(words))
        basis = OTHER_BASIS.search(words)
        phrase = _in_quarter(_relative(words, whole) or parse(words), quarters, whole)
        if listed:
            phrase = evolve(phrase, year=whole.dates[index].year, month=whole.dates[index].month, day=whole.dates[index].day)
        elif in_order:
            phrase = evolve(phrase, year=in_order[index], month=phrase.month or whole.month, day=phrase.day or whole.day)
        heads.append(
            Head(
                phrase.under(whole),
                " ".join([*timed, words]).strip() or whole.words,
                own[index][-1].place if own[index] else place,
                values,
                basis[0] if basis else "",
            )
        )
    return _with_adjusted(_with_quarters(_filled(heads)))


_THIS = re.compile(r"\b(?:this|current) (?:fiscal )?(?:year|period|quarter)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:(?:last|prior|previous|preceding) (?:fiscal )?year(?:'s)?|year ago)(?: (?:quarter|period))?\b", re.IGNORECASE)


def _relative(words: str, whole: Phrase) -> Phrase | None:
    """A column headed "This year" or "Last year" under words that tell the whole date; None for any other."""
    if whole.year is None or not whole.month or not whole.has_length or YEAR.search(words) or DATE.search(words):
        return None
    for pattern, years in ((_LAST, 1), (_THIS, 0)):
        if pattern.search(words):
            return evolve(parse(pattern.sub(" ", words)), words=words, year=whole.year - years)
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


def _is_date(words: str) -> bool:
    return bool(DATE.search(words) and parse(words).year and not re.search(r"change|variance|%|percent", words, re.IGNORECASE))


def _fits(fragments: Sequence[Fragment], stacks: Sequence[Stack]) -> bool:
    """Whether each stack of a table's grid has one of the fragments over it."""
    over = sorted(i for f in fragments for i, s in enumerate(stacks) if f.left < s.right and s.left < f.right)
    return over == list(range(len(stacks)))


def _apart(fragments: list[Fragment], stacks: Sequence[Stack], characters: bool) -> tuple[list[Fragment], list[Fragment]]:
    """The fragments over numbers, and those over the labels beside them."""
    edge = stacks[0].left - 2 if characters and stacks else 1
    numbers = [f for f in fragments if f.right > edge or (characters and f.right == edge)]
    if not stacks or not numbers or (not characters and len(fragments) == len(stacks) and not _fits(numbers, stacks)):
        return fragments, []
    return numbers, [f for f in fragments if f not in numbers]


def _shares(
    fragments: list[Fragment], rules: tuple[tuple[int, int], ...], stacks: Sequence[Stack], characters: bool, loose: bool = False
) -> list[tuple[int, Fragment]] | None:
    """Which stack gets which fragment; None when the row speaks of all stacks alike. loose: the spans of a grid's headings do not fit."""
    count = len(stacks)
    if not fragments:
        return []
    if not characters:
        shares = [(i, f) for f in fragments for i, s in enumerate(stacks) if f.left < s.right and s.left < f.right]
        if len(fragments) == 1 and (loose or len(shares) in (0, count)):
            return None
        if (loose and count % len(fragments) == 0) or (len(fragments) == count and not _fits(fragments, stacks)):
            return [(i, fragments[i * len(fragments) // count]) for i in range(count)]  # one heading for each column or group of them
        return shares
    if len(fragments) == count and count > 1:
        return list(enumerate(fragments))
    if len(fragments) == 1:
        if rules and len(rules) == 1:
            under = [i for i, s in enumerate(stacks) if rules[0][0] <= s.edge and s.left <= rules[0][1]]
            if 0 < len(under) < count and rules[0][0] - 4 <= fragments[0].left and fragments[0].right <= rules[0][1] + 4:
                return [(i, fragments[0]) for i in under]
        under = [i for i, s in enumerate(stacks) if fragments[0].left < s.right and s.left < fragments[0].right]
        if count > 1 and len(under) == 1 and not (LENGTH.search(fragments[0].text) and not YEAR.search(fragments[0].text)):
            centre = (fragments[0].left + fragments[0].right) / 2
            middle = (stacks[0].left + stacks[-1].right) / 2
            if abs(centre - middle) > 6 or count > 2:
                return [(under[0], fragments[0])]
        return None
    if len(fragments) > count:
        return [(min(range(count), key=lambda i: abs(_centre(stacks[i]) - (f.left + f.right) / 2)), f) for f in fragments]
    if len(rules) == len(fragments):
        shares = [
            (i, f) for f, rule in zip(fragments, rules, strict=True) for i, s in enumerate(stacks) if rule[0] - 1 <= s.edge <= rule[1] + 2
        ]
        if len(shares) == count:
            return shares
    groups = count // len(fragments)
    if count % len(fragments) == 0 and _even(fragments, stacks, groups):
        return [(i, fragments[i // groups]) for i in range(count)]
    if all(len(f.text) < 30 and not LENGTH.search(f.text) for f in fragments) and not any(_is_yearless(f.text) for f in fragments):
        return [(min(range(count), key=lambda i: abs(_centre(stacks[i]) - (f.left + f.right) / 2)), f) for f in fragments]
    return [
        (i, min(fragments, key=lambda f: max(f.left - s.right, s.left - f.right, abs((f.left + f.right) / 2 - _centre(s)) / 1000)))
        for i, s in enumerate(stacks)
    ]


def _is_yearless(text: str) -> bool:
    """Whether a date without a year is printed: it stands over several years."""
    date_printed = DATE.search(text)
    return bool(date_printed and date_printed["month"] and date_printed["day"] and not YEAR.search(text))


def _even(fragments: list[Fragment], stacks: Sequence[Stack], group: int) -> bool:
    """Whether each fragment stands over its even share of the stacks."""
    for index, fragment in enumerate(fragments):
        share = stacks[index * group : (index + 1) * group]
        if fragment.right < share[0].left - 12 or fragment.left > share[-1].right + 12:
            return False
    return True


def _centre(stack: Stack) -> float:
    return (stack.left + stack.right) / 2


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
    """Year to date beside a quarter that a label tells ("Third Quarter", "Year to Date") ends with that quarter."""
    quarters = {head.phrase.year: head.phrase.quarter for head in heads if head.values and head.phrase.quarter and not head.phrase.month}
    return [
        evolve(head, phrase=evolve(head.phrase, months=3 * quarter, quarter=quarter))
        if head.phrase.to_date and not head.phrase.month and (quarter := quarters.get(head.phrase.year))
        else head
        for head in heads
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
