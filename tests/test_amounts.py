"""Numbers on paper: what they say, where they end, and in which stack they stand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper import rows

from converter.document import Cell
from converter.place import Place
from converter.recognition.rows.line import Line, split
from converter.recognition.rows.stacks import placed, stacks_of
from converter.recognition.rows.tokens import Token, tokens_of


def cell(text: str, left: int = 0) -> Cell:
    return Cell(text, Place(1, left, left + len(text)), left, left + len(text))


def number(text: str) -> Token:
    tokens = tokens_of(cell(text), characters=True)
    assert tokens is not None, f"{text!r} is not read as a number"
    (token,) = tokens
    return token


def lines(*texts: str) -> list[Line]:
    return [split(row, characters=True) for row in rows("\n".join(texts))]


@pytest.mark.parametrize(("text", "value"), [
    ("7,792", "7792"),
    ("28490", "28490"),
    ("1,234.5", "1234.5"),
    (".05", "0.05"),
    ("0.22", "0.22"),
    ("$7,792", "7792"),
    ("$ 7,792", "7792"),
    ("(1,314)", "-1314"),
    ("($1,576)", "-1576"),
    ("$(1,576)", "-1576"),
    ("$ (1,576)", "-1576"),
    ("( 133,178)", "-133178"),
    ("($ .05)", "-0.05"),
    ("(.05)", "-0.05"),
    ("[14,774]", "-14774"),
    ("-12", "-12"),
    ("\u221212", "-12"),
    ("-$12", "-12"),
    ("(1,906)(H)", "-1906"),
    ("1,906(a)", "1906"),
    ("1,906*", "1906"),
    ("0", "0"),
])  # fmt: skip
def test_a_number_is_read_with_its_sign(text: str, value: str) -> None:
    assert number(text).printed == Decimal(value)


@pytest.mark.parametrize("text", ["-", "--", "---", "-0-", "\u2013", "\u2014", "$-", "$ -", "$ --", "(-)", "nil", "None"])
def test_a_dash_is_a_printed_zero(text: str) -> None:
    token = number(text)
    assert token.printed == 0
    assert token.dash


@pytest.mark.parametrize("text", ["N/A", "NM", "n/m", "N.M.", "(NM)", "*"])
def test_a_mark_stands_for_no_number(text: str) -> None:
    tokens = tokens_of(cell(text), characters=True)
    assert tokens is None or all(token.printed is None for token in tokens)


def test_a_negative_zero_is_zero() -> None:
    assert str(number("(0)").printed) == "0"
    assert str(number("(0.00)").printed) == "0.00"


@pytest.mark.parametrize(("text", "fraction"), [("7,792", 0), ("0.22", 2), (".5", 1), ("($ .05)", 2), ("7,792.", 0)])
def test_digits_after_the_point_are_counted(text: str, fraction: int) -> None:
    assert number(text).fraction == fraction


@pytest.mark.parametrize(
    ("text", "value"), [("38%", "38"), ("(12.5)%", "-12.5"), ("(12.5%)", "-12.5"), ("38 %", "38"), ("38 percent", "38")]
)
def test_a_percentage_says_so(text: str, value: str) -> None:
    assert number(text).percent
    assert number(text).printed == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "Net sales",
        "10-K",
        "1st",
        "Q1",
        "3M",
        "1,2345",
        "June 30",
        "Class A",
        "2003 plan",
        "- 12 -",
        "212-446-9500",
        "1995-96",
        "7,3147,720",
        "12/31/03",
    ],
)
def test_words_and_page_numbers_are_no_amounts(text: str) -> None:
    assert tokens_of(cell(text), characters=True) is None


def test_a_lone_parenthesis_is_told() -> None:
    assert number("(379").crooked
    assert number("379)").crooked
    assert number("379)").printed == -379
    assert not number("(379)").crooked


def test_a_number_ends_with_its_last_digit() -> None:
    assert number("($1,576)").right == number("  1,576".strip()).right + 2
    assert (number("(107)").place.start, number("(107)").place.end) == (1, 4)


def test_one_cell_may_hold_several_numbers() -> None:
    tokens = tokens_of(cell("7,792 (5,663) --"), characters=True)
    assert tokens is not None
    assert [token.printed for token in tokens] == [Decimal(7792), Decimal(-5663), Decimal(0)]


def test_marks_that_stand_apart_belong_to_their_number() -> None:
    (line,) = lines("Net sales     $     7,792      $    (5,663  )")
    assert [token.printed for token in line.tokens] == [Decimal(7792), Decimal(-5663)]
    assert line.label == "Net sales"


@pytest.mark.parametrize(("text", "label"), [
    ("Net sales........................  7,792   5,663", "Net sales"),
    ("Net sales . . . . . . . . . . . .  7,792   5,663", "Net sales"),
    ("Net sales .......................$ 7,792   5,663", "Net sales"),
    ("Net sales\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026  7,792   5,663", "Net sales"),
    ("Net sales .                        7,792   5,663", "Net sales"),
    ("Long-Term Deferred Comp.           7,792   5,663", "Long-Term Deferred Comp."),
    ("Investment in Harbour Inc.         7,792   5,663", "Investment in Harbour Inc."),
])  # fmt: skip
def test_leaders_are_no_words(text: str, label: str) -> None:
    (line,) = lines(text)
    assert line.label == label
    assert [token.printed for token in line.tokens] == [Decimal(7792), Decimal(5663)]


@pytest.mark.parametrize("label", [
    "Accounts receivable, net of allowance of $1,234",
    "Common stock, $.01 par value; 10,000,000 shares authorized",
    "Notes due 2005 (Note 7)",
])  # fmt: skip
def test_amounts_inside_a_label_stay_in_it(label: str) -> None:
    *_, line = lines("Cash                                                             7,792      5,663",
                     f"{label:64}   774        613")  # fmt: skip
    assert line.label == label
    assert [token.printed for token in line.tokens] == [Decimal(774), Decimal(613)]


def test_a_number_one_blank_behind_its_label_is_known_by_its_stack() -> None:
    row = rows("Selling, general and administrative 13,413   9,419")[0]
    assert [token.printed for token in split(row, True).tokens] == [Decimal(9419)]
    line = split(row, True, frozenset({42}))
    assert (line.label, [token.printed for token in line.tokens]) == (
        "Selling, general and administrative",
        [Decimal(13413), Decimal(9419)],
    )


def test_a_year_that_ends_a_label_and_no_stack_stays_in_it() -> None:
    row = rows("Senior notes due 2005      9,419")[0]
    assert split(row, True, frozenset({32})).label == "Senior notes due 2005"


def test_numbers_stand_in_stacks_by_their_last_digit() -> None:
    table = lines(
        "Net sales                $7,792    $28,490",
        "Interest, net             (107)       (304)",
        "Other                         1         12",
        "Net loss               ($1,576)   ($6,829)",
    )
    stacks = stacks_of(table, characters=True)
    assert len(stacks) == 2
    assert all(any(abs(token.right - stack.edge) <= 1 for stack in stacks) for line in table for token in line.tokens)


def test_a_column_with_few_numbers_is_a_stack() -> None:
    table = lines(*(f"Line {letter}                  {100 + i}        {200 + i}" for i, letter in enumerate("abcdefghi")),
                  "Line j                  109        209        300", "Line k                  109        209        301")  # fmt: skip
    assert len(stacks_of(table, characters=True)) == 3


def test_a_blank_leaves_its_column_empty() -> None:
    table = lines(
        "Net sales                 7,792     28,490",
        "Restructuring                          190",
        "Other                        12",
    )
    stacks = stacks_of(table, characters=True)
    placed_rows = [placed(line.tokens, stacks) for line in table]
    assert [[token and token.printed for token in row or ()] for row in placed_rows] == [
        [Decimal(7792), Decimal(28490)], [None, Decimal(190)], [Decimal(12), None]]  # fmt: skip


def test_more_numbers_than_columns_cannot_be_placed() -> None:
    table = lines(
        "Net sales                 7,792     28,490",
        "Cost                      6,166     22,098",
        "Broken       700          6,166     22,098",
    )
    stacks = stacks_of(table[:2], characters=True)
    assert placed(table[2].tokens, stacks) is None


def test_the_number_of_a_note_before_the_first_column_is_no_amount() -> None:
    table = lines(
        "Net sales           2     7,792     28,490",
        "Cost                      6,166     22,098",
        "Profit                    1,626      6,392",
    )
    stacks = stacks_of(table[1:], characters=True)
    row = placed(table[0].tokens, stacks)
    assert row is not None
    assert [token and token.printed for token in row] == [Decimal(7792), Decimal(28490)]


@given(
    st.integers(0, 10**9),
    st.integers(0, 3),
    st.sampled_from(("{}", "({})", "( {} )", "[{}]", "${}", "$ {}", "(${})", "$({})", "-{}")),
    st.booleans(),
)
def test_any_number_in_any_dress_is_read_as_written(units: int, fraction: int, dress: str, commas: bool) -> None:
    value = Decimal(units).scaleb(-fraction)
    written = dress.format(f"{value:,f}" if commas else f"{value:f}")
    negative = any(mark in dress for mark in "([-")
    token = number(written)
    assert token.printed == (-value if negative else value)
    assert token.fraction == fraction
    assert written[token.place.start : token.place.end] == (f"{value:,f}" if commas else f"{value:f}")


def test_the_place_of_a_table_cell_in_a_preformatted_page_stays() -> None:
    """Its extents count columns of the table's grid and its place the digits alone, by chance equally many."""
    place = Place(485, 1, 3, "/html/body[1]/table[1]/tr[8]/td[8]")
    tokens = tokens_of(Cell("(37)", place, 7, 9), characters=True)
    assert tokens is not None
    assert tokens[0].place == place
