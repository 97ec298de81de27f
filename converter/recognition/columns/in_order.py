"""Headings over numbers that stand in no columns of print: what they say in the order of reading is all there is."""

from collections.abc import Iterable, Sequence

from converter.place import Place
from converter.recognition.columns.fragments import Fragment
from converter.recognition.columns.heads import Head
from converter.recognition.periods.phrases import DATE, LENGTH, NOT_VALUES, OTHER_BASIS, YEAR, Phrase, parse


def heads_in_order(rows: Iterable[Sequence[Fragment]], count: int, above: str, place: Place) -> list[Head]:
    """The heading of each of `count` numbers of a row. above: words over the whole table.

    As many dates or years as columns name one each; lengths of time, fewer, stand over groups of equal size. Headings that say anything
    else (changes, another basis) cannot be told apart: then no column has a period.
    """
    words = " ".join([above, *(fragment.text for fragments in rows for fragment in fragments)])
    dates = _ends(words, count)
    lengths = [match[0] for match in LENGTH.finditer(DATE.sub(" ", words))]
    if not dates or NOT_VALUES.search(words) or OTHER_BASIS.search(words) or (lengths and count % len(lengths)):
        return [Head(Phrase(words), words, place)] * count
    told = [" ".join([*lengths[index * len(lengths) // count :][:1], "ended", day]) for index, day in enumerate(dates)]
    return [Head(parse(text), text, place) for text in told]


def _ends(words: str, count: int) -> list[str]:
    """The end of each column's period, as printed; empty where the words do not name one for each."""
    dates = list(DATE.finditer(words))
    whole = [match[0] for match in dates if YEAR.search(match[0])]
    if len(whole) == len(dates) == count:
        return whole
    years = YEAR.findall(words)
    days = [YEAR.sub("", match[0]).strip(" ,") for match in dates]
    if len(set(days)) == 1:  # "Three months ended June 30, 2020 2019"
        days = days[:1] * count
    return [f"{day}, {year}" for day, year in zip(days, years, strict=True)] if len(days) == len(years) == count else []
