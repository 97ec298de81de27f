"""Which lines add up to which totals: found from numbers, refused where chance explains them, named where the paper errs."""

import time
from decimal import Decimal
from random import Random

import pytest

from converter.diagnostic import Code, Diagnostic
from converter.footing.misses import report_misses
from converter.footing.sums import Footing, foot
from converter.period import Instant, month_end
from converter.place import Place
from converter.statement import Amount, Column, Kind, LineItem, Measure, Scale, Statement

Sums = dict[str, dict[str, int]]


def statement(kind: Kind, text: str) -> Statement:
    """A statement from rows `label | number number ...`, `.` for a blank cell; a label is indented as here and may be missing."""
    lines = []
    for number, row in enumerate((row for row in text.splitlines() if row.strip()), 1):
        label, _, figures = row.partition("|")
        cells = figures.split()
        measure = Measure.PER_SHARE if "per share" in label else Measure.SHARES if "shares" in label else Measure.MONEY
        amounts = tuple(_amount(cell, number, column) for column, cell in enumerate(cells))
        indent = len(label) - len(label.lstrip()) if label.strip() else 0
        lines.append(LineItem(label.strip(), (), amounts, Place(number, 0, len(label)), measure, indent))
    columns = tuple(Column(Instant(month_end(2003 - i, 12)), str(2003 - i), Place(0, 0, 0)) for i in range(len(lines[0].amounts)))
    return Statement(kind, "Statement", Scale(3), columns, tuple(lines), Place(0, 0, 0))


def _amount(cell: str, line: int, column: int) -> Amount | None:
    if cell == ".":
        return None
    printed = Decimal(cell.strip("()").replace(",", "")) * (-1 if cell.startswith("(") else 1)
    return Amount(printed, printed * 1000, -3, Place(line, 40 + 12 * column, 50 + 12 * column), cell)


def found(footing: Footing, of: Statement) -> Sums:
    """The sums by label (lines without one by number), each part with its weight."""
    names = [line.label or f"#{number}" for number, line in enumerate(of.lines)]
    return {names[s.total]: {names[p.line]: p.weight for p in s.parts} for s in footing.sums}


def sums(kind: Kind, text: str) -> Sums:
    of = statement(kind, text)
    footing = foot(of)
    assert not footing.near
    return found(footing, of)


def misses(kind: Kind, text: str) -> list[Diagnostic]:
    of = statement(kind, text)
    doubts: list[Diagnostic] = []
    report_misses(of, foot(of).near, doubts.append)
    assert all(doubt.code is Code.SUM_DIFFERS for doubt in doubts)
    return doubts


BALANCE = """
    Cash                          |  6,659  13,847
    Receivables                   |  6,073   4,532
  Total current assets            | 12,732  18,379
    Land                          |  1,200   1,150
    Buildings                     |  8,431   7,900
  Net property                    |  9,631   9,050
  Goodwill                        |    777     812
Total assets                      | 23,140  28,241
"""


def test_nested_subtotals_are_parts_of_their_total_and_their_own_parts_are_not() -> None:
    assert sums(Kind.BALANCE, BALANCE) == {
        "Total current assets": {"Cash": 1, "Receivables": 1},
        "Net property": {"Land": 1, "Buildings": 1},
        "Total assets": {"Total current assets": 1, "Net property": 1, "Goodwill": 1},
    }


def test_a_total_without_a_label_is_found() -> None:
    of = BALANCE.replace("Total assets  ", "              ")
    assert sums(Kind.BALANCE, of)["#7"] == {"Total current assets": 1, "Net property": 1, "Goodwill": 1}


def test_a_total_may_stand_above_its_indented_parts() -> None:
    assert sums(
        Kind.INCOME,
        """
        Net sales          | 28,490  30,631
          Instruments      | 17,202  18,344
          Spare parts      |  8,113   9,001
          Service          |  3,175   3,286
        Cost of sales      | 22,098  21,030
        Gross profit       |  6,392   9,601
        """,
    ) == {"Net sales": {"Instruments": 1, "Spare parts": 1, "Service": 1}, "Gross profit": {"Net sales": 1, "Cost of sales": -1}}


def test_the_total_of_one_side_is_not_the_total_above_the_other_side() -> None:
    """Both sides of a balance sheet are equal, and the second one stands indented below the first one's total."""
    assert sums(
        Kind.BALANCE,
        """
          Cash                | 6,659 13,847
          Receivables         | 6,073  4,532
        Total assets          | 12,732 18,379
          Accounts payable    | 2,311  2,754
          Long-term debt      | 3,000  3,500
          Equity              | 7,421 12,125
        Total                 | 12,732 18,379
        """,
    ) == {
        "Total assets": {"Cash": 1, "Receivables": 1},
        "Total": {"Accounts payable": 1, "Long-term debt": 1, "Equity": 1},
    }


def test_two_results_before_and_after_restructuring() -> None:
    assert sums(
        Kind.INCOME,
        """
        Gross margin                                   |  1,626   1,413   6,392   9,601
        Selling expenses                               |  1,951   2,585   9,419  13,413
        Research                                       |    989     826   3,382   3,587
        Loss from operations before restructuring      | (1,314) (1,998) (6,409) (7,399)
        Restructuring                                  |      0     990     190   1,350
        Loss from operations after restructuring       | (1,314) (2,988) (6,599) (8,749)
        """,
    ) == {
        "Loss from operations before restructuring": {"Gross margin": 1, "Selling expenses": -1, "Research": -1},
        "Loss from operations after restructuring": {"Loss from operations before restructuring": 1, "Restructuring": -1},
    }


def test_a_blank_cell_counts_as_nothing() -> None:
    text = """
    Product revenues | 4,120     .
    Service revenues |     . 3,977
    Other revenues   |   310   205
    Total revenues   | 4,430 4,182
    """
    assert sums(Kind.INCOME, text) == {"Total revenues": {"Product revenues": 1, "Service revenues": 1, "Other revenues": 1}}


@pytest.mark.parametrize(("miss", "fits"), [(0, True), (1, True), (2, True), (3, False), (40, False)])
def test_each_rounded_part_may_be_off_by_half_a_unit_and_no_more(miss: int, fits: bool) -> None:
    """Three parts and their total: four halves (Calculations 1.1, round-to-nearest)."""
    text = f"""
    Cash        | 16,659 13,847
    Receivables | 26,073 24,532
    Inventories | 17,795 16,668
    Total       | {16659 + 26073 + 17795 + miss:,} {13847 + 24532 + 16668 - miss:,}
    """
    of = statement(Kind.BALANCE, text)
    assert ("Total" in found(foot(of), of)) is fits


def test_small_numbers_that_fit_by_chance_are_no_sum() -> None:
    of = statement(Kind.BALANCE, "Cash | 3\nReceivables | 4\nInventories | 7\nPrepaid rent | 5\nDeposits | 2")
    assert foot(of).sums == ()


def test_unrelated_lines_of_one_column_hold_no_sums() -> None:
    """Random numbers of three digits, labels that name no total: chance sums stay below one in a hundred lines."""
    chance = Random(7)
    count = sum(
        len(foot(statement(Kind.BALANCE, "\n".join(f"Asset of kind {i} | {chance.randrange(100, 1000)}" for i in range(10)))).sums)
        for _ in range(1000)
    )
    assert count < 100


def test_lines_per_share_and_share_counts_stay_out() -> None:
    text = """
    Income before taxes             | 4,120 3,977
    Taxes                           | 1,120 1,077
    Net income                      | 3,000 2,900
    Income per share, continuing    |  0.20  0.19
    Income per share, discontinued  |  0.10  0.10
    Net income per share            |  0.30  0.29
    Weighted shares, basic          | 9,000 9,000
    Weighted shares added           | 1,000 1,000
    Weighted shares, diluted        | 10,000 10,000
    """
    assert sums(Kind.INCOME, text) == {"Net income": {"Income before taxes": 1, "Taxes": -1}}


def test_a_memo_between_parts_is_part_of_nothing() -> None:
    of = statement(
        Kind.INCOME,
        """
        Product revenues                    | 14,120 13,977
        Service revenues                    |  5,310  4,205
        Thereof abroad                      |  3,188  2,954
        License revenues                    |  2,477  2,018
        Total revenues                      | 21,907 20,200
        """,
    )
    footing = foot(of)
    assert found(footing, of) == {"Total revenues": {"Product revenues": 1, "Service revenues": 1, "License revenues": 1}}
    assert [of.lines[i].label for i in footing.memos] == ["Thereof abroad"]


def test_every_line_is_part_of_one_sum_at_most() -> None:
    of = statement(Kind.BALANCE, BALANCE)
    parts = [part.line for s in foot(of).sums for part in s.parts]
    assert len(parts) == len(set(parts))


@pytest.mark.parametrize("columns", [1, 4])
def test_two_thousand_hostile_lines_take_seconds(columns: int) -> None:
    """No line is a total, every line looks like one, many are equal, and signs alternate."""
    chance = Random(columns)
    rows = (
        f"{'Total' if i % 3 else 'Net income (loss) before'} item {i} | "
        + " ".join(f"{chance.choice((-1, 1)) * chance.randrange(1, 400):,}" for _ in range(columns))
        for i in range(2000)
    )
    of = statement(Kind.INCOME, "\n".join(rows))
    before = time.process_time()
    foot(of)
    assert time.process_time() - before < 10


COSTS = """
Salaries           | 1,951 2,585
Rent               |   989   826
Travel             |   {a}   413
Depreciation       |   377   {b}
Total expenses     | {total} 4,136
"""


def test_a_digit_that_differs_is_reported_with_total_place_and_both_numbers() -> None:
    (doubt,) = misses(Kind.INCOME, COSTS.format(a=655, b=312, total="3,982"))
    assert '"Total expenses" prints 3,982 for 2003-12-31' in doubt.message
    assert "3,972" in doubt.message
    assert doubt.place == Place(5, 40, 50)
    assert doubt.hint


def test_a_flipped_sign_is_named() -> None:
    (doubt,) = misses(Kind.INCOME, COSTS.format(a=655, b="(312)", total="3,972"))
    assert "sign of 312" in doubt.hint
    assert "4,136" in doubt.message
    assert doubt.place == Place(5, 52, 62)


def test_transposed_digits_are_named() -> None:
    (doubt,) = misses(Kind.INCOME, COSTS.format(a=655, b=312, total="3,792"))
    assert "transposed" in doubt.hint
    (doubt,) = misses(Kind.INCOME, COSTS.format(a=465, b=312, total="3,962"))  # 645: no other pair of digits makes up 180
    assert "transposed in 465" in doubt.hint


def test_a_lost_number_is_named() -> None:
    (doubt,) = misses(Kind.INCOME, COSTS.format(a=655, b=312, total="2,983"))
    assert "989 counted once too often or not at all" in doubt.hint


def test_the_parts_are_listed_with_their_places() -> None:
    (doubt,) = misses(Kind.INCOME, COSTS.format(a=655, b=312, total="3,982"))
    for label, line in (("Salaries", 1), ("Rent", 2), ("Travel", 3), ("Depreciation", 4)):
        assert f'"{label}"' in doubt.message
        assert str(Place(line, 40, 50)) in doubt.message


def test_a_statement_that_foots_has_no_misses() -> None:
    assert misses(Kind.INCOME, COSTS.format(a=655, b=312, total="3,972")) == []
    assert misses(Kind.BALANCE, BALANCE) == []
