"""Each number of a statement has one entry with one fact or one diagnostic, whatever was done to the page."""

import csv
import io
import re
from collections import Counter

import pytest
from first_examples import NAMES, each, plain, text_of
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from paper import operations

from converter import Code, Conversion, Source, convert

NUMBER = re.compile(r"(?<!\S)(?:[($\[-]|\$ )*(?:\d[\d,]*(?:\.\d+)?|\.\d+)[)\]]?%?(?!\S)")


def printed_numbers(text: str, conversion: Conversion) -> Counter[int]:
    """How many numbers stand in each line between the first and the last line of each statement, by a reading of our own.

    Numbers stand behind at least two blanks, and what is left of them is a label.
    """
    lines = text.split("\n")
    found: Counter[int] = Counter()
    for statement in conversion.statements:
        places = [amount.place.line for line in statement.lines for amount in line.amounts if amount]
        places += [leftover.place.line for leftover in statement.leftovers]
        for number in range(min(places), max(places) + 1):
            if re.fullmatch(r" *(?:19|20)\d\d(?: +(?:19|20)\d\d)*", lines[number - 1]):
                continue  # years over columns
            figures = re.split(r"(?<=\S) {2,}|^ {20,}", lines[number - 1])[1:]
            found[number] += sum(1 for figure in figures for _ in NUMBER.finditer(figure))
    return +found


def check_nothing_lost(conversion: Conversion) -> None:
    """Each entry points to one fact or one code, each fact to its entries, and no place has two entries."""
    assert conversion.report is not None
    places = Counter(entry.place for entry in conversion.entries)
    assert max(places.values()) == 1
    for number, fact in enumerate(conversion.report.facts):
        assert {entry.place for entry in conversion.entries if entry.fact == number} == set(fact.places)
    labels = {code.label for code in Code}
    for entry in conversion.entries:
        if entry.fact is None:
            assert entry.code in labels
            assert entry.reason
        else:
            assert not entry.code
            fact = conversion.report.facts[entry.fact]
            assert entry.place in fact.places
            assert (entry.concept, entry.period, entry.value) == (fact.concept.qname, fact.period, fact.value)


@each
def test_every_printed_number_has_one_entry(name: str) -> None:
    conversion = plain(name)
    check_nothing_lost(conversion)
    assert Counter(entry.place.line for entry in conversion.entries) == printed_numbers(text_of(name), conversion)


@each
def test_the_ledger_shows_the_entries_as_they_stand_in_the_text(name: str) -> None:
    conversion = plain(name)
    lines = text_of(name).split("\n")
    rows = list(csv.DictReader(io.StringIO(conversion.files[f"{name}.ledger.csv"].decode(), newline="")))
    assert len(rows) == len(conversion.ledger)
    instance = conversion.files[f"{name}.xbrl"].decode()
    for row in rows:
        ink = lines[int(row["line"]) - 1][int(row["start"]) - 1 : int(row["end"])]
        assert re.fullmatch(r"[\d,.]+", ink)
        assert ink in row["text"]
        if row["outcome"] == "fact":
            assert f'<{row["concept"]} id="{row["fact"]}"' in instance or f'id="{row["fact"]}"' in instance
    assert sum(row["outcome"] == "fact" for row in rows) == len(conversion.entries)
    assert [(int(row["line"]), int(row["start"])) for row in rows] == sorted((int(row["line"]), int(row["start"])) for row in rows)


QUARTERS = (
    "                                Three Months Ended\n"
    "                                Dec. 31,   Dec. 31,{}\n"
    "                                    2003       2002"
)
ODD_PAGES = {
    "a column of changes": operations(
        QUARTERS.format("   Change"),
        "Net Sales                          7,792      5,663    37.6%",
        "Cost of Goods Sold                 6,166      4,250    45.1%",
        "Gross Profit                       1,626      1,413    15.1%",
        "Net Loss                          (1,576)    (2,645)  (40.4)%",
    ),
    "a row with a number too many": operations(
        QUARTERS.format(""),
        "Net Sales                          7,792      5,663",
        "Cost of Goods Sold                 6,166      4,250",
        "Gross Profit                       1,626      1,413",
        "Restructuring     990      1,350     190        900",
        "Net Loss                          (1,576)    (2,645)",
    ),
    "a column of notes": operations(
        QUARTERS.format(""),
        "Net Sales                 2        7,792      5,663",
        "Cost of Goods Sold        3        6,166      4,250",
        "Gross Profit                       1,626      1,413",
        "Income Taxes             12         (379)      (222)",
        "Net Loss                          (1,576)    (2,645)",
    ),
    "numbers run together": operations(
        QUARTERS.format(""),
        "Net Sales                          7,792      5,663",
        "Cost of Goods Sold                 6,166      4,250",
        "Gross Profit                       1,626      1,413",
        "Restructuring                     1,3502,190",
        "Net Loss                          (1,576)    (2,645)",
    ),
    "the same fact with two values": operations(
        QUARTERS.format(""),
        "Net Sales                          7,792      5,663",
        "Cost of Goods Sold                 6,166      4,250",
        "Gross Profit                       1,626      1,413",
        "Net Loss                          (1,576)    (2,645)",
        "Net Loss                          (1,577)    (2,645)",
    ),
    "a second set of headings without a period": operations(
        QUARTERS.format(""),
        "Net Sales                          7,792      5,663",
        "Cost of Goods Sold                 6,166      4,250",
        "Gross Profit                       1,626      1,413",
        "Net Loss                          (1,576)    (2,645)",
        "",
        "                                   1999       1998",
        "Net Sales                          4,792      3,663",
        "Cost of Goods Sold                 3,166      2,250",
        "Gross Profit                       1,626      1,413",
    ),
}


@pytest.mark.parametrize("what", ODD_PAGES)
def test_no_number_of_an_odd_page_is_lost(what: str) -> None:
    page = ODD_PAGES[what]
    conversion = convert(Source.from_bytes(page.encode(), "page"))
    check_nothing_lost(conversion)
    assert Counter(entry.place.line for entry in conversion.entries) == printed_numbers(page, conversion)
    behind = re.findall(r"(?m)^(?:Net|Cost|Gross|Income|Restructuring)[^(\n]*? {2,}(.*)$", page)
    assert len(conversion.entries) == sum(len(figures.split()) for figures in behind)


DRESSES = ("{}", "({})", "${}", "(${})", "$({})", "[{}]", "-{}", "( {})")


@st.composite
def smudged(draw: st.DrawFn) -> tuple[str, str]:
    """A release in which some numbers are moved, removed, dressed otherwise or doubled."""
    name = draw(st.sampled_from(NAMES))
    text = text_of(name)
    begin = text.index("Net Sales   ")
    head, body = text[:begin], text[begin:]
    spans = [match.span() for match in re.finditer(r"(?<= )[($]*\d[\d,.]*\)?(?=\s)", body)]
    for start, end in sorted(draw(st.lists(st.sampled_from(spans), max_size=6, unique=True)), reverse=True):
        digits = body[start:end].strip("($)")
        smudge = draw(st.sampled_from(("gone", "moved", "dressed", "doubled")))
        if smudge == "gone":
            new = " " * (end - start)
        elif smudge == "moved":
            new = " " * draw(st.integers(1, 3)) + body[start:end]
        elif smudge == "dressed":
            new = draw(st.sampled_from(DRESSES)).format(digits)
        else:
            new = f"{body[start:end]}   {digits}"
        body = body[:start] + new + body[end:]
    return name, head + body


@settings(
    max_examples=120,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)
@given(smudged())
def test_no_number_of_a_smudged_page_is_lost(page: tuple[str, str]) -> None:
    name, text = page
    conversion = convert(Source.from_bytes(text.encode(), name))
    if conversion.report is not None:
        check_nothing_lost(conversion)
        assert Counter(entry.place.line for entry in conversion.entries) == printed_numbers(text, conversion)
