"""A release with one thing changed: a digit, which the arithmetic must notice, or a habit of print, which must not matter."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen

from converter.diagnostic import Code, Diagnostic
from converter.footing.sums import foot
from converter.pipeline import Conversion, convert
from converter.place import Place
from converter.sources.source import Source
from converter.statement import Amount, Kind, LineItem, Statement

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
NAMES = ("btu-2003q4", "btu-2004q1")
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed releases are not in ../shared/seeds")
each_seed = pytest.mark.parametrize("name", NAMES)


@cache
def text(name: str) -> str:
    return (SEEDS / f"{name}.txt").read_text(encoding="utf-8")


def converted(page: str) -> Conversion:
    return convert(Source.from_bytes(page.encode(), "seed"))


@cache
def original(name: str) -> Conversion:
    return converted(text(name))


@frozen
class Cell:
    """A number cell of a seed. totals: places of the totals that its sums are printed at: its own, and the one it is part of."""

    place: Place
    statement: Statement
    line: int
    column: int
    totals: tuple[Place, ...]


@cache
def cells(name: str) -> tuple[Cell, ...]:
    found = []
    for of in original(name).statements:
        sums = foot(of).sums
        for number, line in enumerate(of.lines):
            totals = [s.total for s in sums if s.total == number or number in [p.line for p in s.parts]]
            for column, amount in enumerate(line.amounts):
                if amount is not None:
                    places = tuple(total.place for t in totals if (total := of.lines[t].amounts[column]) is not None)
                    found.append(Cell(amount.place, of, number, column, places))
    return tuple(found)


def with_digit(page: str, line: int, position: int) -> str:
    """The page with the digit at a position of a line (from 1 and 0) replaced by the next one, 9 by 0: the smallest change."""
    rows = page.split("\n")
    row = rows[line - 1]
    rows[line - 1] = row[:position] + str((int(row[position]) + 1) % 10) + row[position + 1 :]
    return "\n".join(rows)


def digits(cell: Cell, page: str) -> Iterator[int]:
    row = page.split("\n")[cell.place.line - 1]
    return (position for position in range(cell.place.start, cell.place.end) if row[position].isdigit())


def differences(page: str) -> list[Diagnostic]:
    return [doubt for doubt in converted(page).diagnostics if doubt.code is Code.SUM_DIFFERS]


@each_seed
def test_one_wrong_digit_in_a_part_or_a_total_is_noticed_at_the_right_total(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A total or a part is protected: `sum-differs` stands at a total of its sums, in its own column, and nowhere else."""
    page = text(name)
    missed, astray = [], []
    for cell in cells(name):
        for position in digits(cell, page):
            doubts = differences(with_digit(page, cell.place.line, position))
            where = f"line {cell.place.line}, column {position + 1}: {page.split(chr(10))[cell.place.line - 1].strip()}"
            if not cell.totals:
                if doubts:
                    astray.append(where)
                continue
            places = {doubt.place for doubt in doubts}
            if not places & set(cell.totals):
                missed.append(where)
            elif places - set(cell.totals):
                astray.append(where)
    protected = sum(bool(cell.totals) for cell in cells(name))
    with capsys.disabled():
        print(f"\n{name}: {protected} of {len(cells(name))} number cells ({100 * protected // len(cells(name))} %) are protected by a sum")
    assert not missed, "changes that no sum-differs notices:\n" + "\n".join(missed)
    assert not astray, "changes that are reported at another total:\n" + "\n".join(astray)


def printed_lines(name: str) -> list[LineItem]:
    return [line for of in original(name).statements if of.kind is Kind.INCOME for line in of.lines]


def facts(conversion: Conversion) -> dict[tuple[str, str], object]:
    assert conversion.report is not None
    return {(fact.concept.name, str(fact.period)): fact.value for fact in conversion.report.facts}


def flipped(page: str, amounts: list[Amount]) -> str:
    """The page with the sign of some amounts printed the other way: parentheses added or taken off; zeros stay."""
    rows = page.split("\n")
    for amount in sorted(amounts, key=lambda a: a.place, reverse=True):
        row = rows[amount.place.line - 1]
        start, end = amount.place.start, amount.place.end
        if not amount.printed:
            continue
        if amount.printed < 0:
            open_ = row.rindex("(", 0, start)
            row = row[:open_] + " " + row[open_ + 1 : end] + " " + row[end + 1 :]
        else:
            before = re.search(r"\$?$", row[:start])
            assert before is not None
            left = before.start()
            assert row[left - 1] == " ", f"no room for a parenthesis in {row!r}"
            after = row[end + 1 :] if row[end : end + 1] == " " else row[end:]
            row = row[: left - 1] + "(" + row[left:end] + ")" + after
        rows[amount.place.line - 1] = row
    return "\n".join(rows)


def tables(page: str) -> str:
    """What a failing test shows: the page without its prose."""
    return page[page.index("Consolidated Statements") : page.index("Consolidated Balance")]


COSTS = re.compile(r"cost of|expenses$|engineering$|restructuring &", re.IGNORECASE)
TAXES = re.compile(r"^income tax benefit$", re.IGNORECASE)
LOSS = re.compile(r"\bloss\b", re.IGNORECASE)
BOTH = re.compile(r"\(loss\)|income \(|\(expense\)|\(benefit\)", re.IGNORECASE)
"""Words for both sides: there the parentheses are part of the meaning, and turning them makes another statement."""


@each_seed
@pytest.mark.parametrize("words", [COSTS, TAXES])
def test_costs_in_parentheses_and_benefits_without_are_the_same_facts(name: str, words: re.Pattern[str]) -> None:
    """Each such line by itself, then all of them together, in all columns alike."""
    turned = [line for line in printed_lines(name) if words.search(line.label)]
    if not turned:
        assert name == "btu-2004q1"
        assert words is TAXES  # its tax line has words for both sides
        return
    for lines in [*([line] for line in turned), turned]:
        page = flipped(text(name), [amount for line in lines for amount in line.amounts if amount])
        assert facts(converted(page)) == facts(original(name)), f"{[line.label for line in lines]}\n{tables(page)}"


@each_seed
def test_losses_printed_as_plain_numbers_stay_losses(name: str) -> None:
    """The paper says "Net Loss 1,576": all lines whose words, or whose heading's, name nothing but a loss."""
    named = [line for line in printed_lines(name) if LOSS.search(f"{' '.join(line.headings)} {line.label}")]
    turned = [line for line in named if not BOTH.search(line.label)]
    assert turned
    page = flipped(text(name), [amount for line in turned for amount in line.amounts if amount])
    assert facts(converted(page)) == facts(original(name)), tables(page)


@each_seed
def test_interest_with_the_words_the_other_way_round_is_the_same_facts(name: str) -> None:
    """ "Interest Expense (Income), net 107" for "Interest (Expense) Income, net (107)"; the line may get a concept of its own."""
    turned = [line for line in printed_lines(name) if re.match(r"interest|other", line.label, re.IGNORECASE)]
    assert len(turned) == 2
    page = flipped(text(name), [amount for line in turned for amount in line.amounts if amount])
    page = re.sub(r"\(Expense\) Income, net|Income \(Expense\), net", "Expense (Income), net", page)
    before, after = facts(original(name)), facts(converted(page))
    differing = {concept for (concept, period), value in before.items() if after.get((concept, period)) != value}
    assert differing <= {"InterestIncomeExpenseNonoperatingNet", "OtherNonoperatingIncomeExpense"}, tables(page)
    assert all((concept, period) not in after for concept, period in before if concept in differing), tables(page)
