"""Records become the statements that they mean, and every mistake is told with its row and column."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from converter.diagnostic import Code, Diagnostic, Refusal
from converter.period import Duration, Instant
from converter.readers.line_items import read_line_items
from converter.readers.records import Record, read_records, records_of_csv, records_of_json
from converter.statement import Heading, Kind, Measure, Statement

CSV = """\
label,statement,heading,start,end,value,unit,scale,decimals
Net sales,IS,,2003-10-01,2003-12-31,"7,792",USD,thousands,
Net sales,IS,,2002-10-01,2002-12-31,"5,660",USD,thousands,
Cost of sales,IS,Costs,2003-10-01,2003-12-31,"(5,000)",USD,thousands,
Basic,IS,Loss per share > Net loss,2003-10-01,2003-12-31,-0.22,USD/shares,,
Basic,IS,Weighted average shares,2003-10-01,2003-12-31,7133000,shares,,-3
Cash,balance sheet,,,2003-12-31,1.5,EUR,6,
"""


def understood(records: tuple[Record, ...] | list[Mapping[str, object]]) -> tuple[Statement, ...]:
    doubts: list[Diagnostic] = []
    statements = read_line_items(records, doubts.append)
    assert not doubts
    return statements


def complaints(*changed: Mapping[str, object]) -> list[str]:
    """The messages for records that are sound but for the fields given."""
    sound = {"label": "Cash", "statement": "BS", "end": "2003-12-31", "value": "7", "unit": "USD"}
    doubts: list[Diagnostic] = []
    statements = read_line_items([{**sound, **fields} for fields in changed], doubts.append)
    assert bool(doubts) == (not statements)
    assert all(doubt.code is Code.ITEM_INVALID for doubt in doubts)
    return [doubt.message for doubt in doubts]


def test_statements_columns_and_lines_in_order_of_appearance() -> None:
    income, balance = understood(records_of_csv(CSV))
    assert (income.kind, income.currency, balance.kind, balance.currency) == (Kind.INCOME, "USD", Kind.BALANCE, "EUR")
    assert [column.period for column in income.columns] == [
        Duration(date(2003, 10, 1), date(2003, 12, 31)),
        Duration(date(2002, 10, 1), date(2002, 12, 31)),
    ]
    assert [column.period for column in balance.columns] == [Instant(date(2003, 12, 31))]
    assert [(line.label, line.headings, line.measure) for line in income.lines] == [
        ("Net sales", (), Measure.MONEY),
        ("Cost of sales", ("Costs",), Measure.MONEY),
        ("Basic", ("Loss per share", "Net loss"), Measure.PER_SHARE),
        ("Basic", ("Weighted average shares",), Measure.SHARES),
    ]
    headings = [item.label for item in income.body if isinstance(item, Heading)]
    assert headings == ["Costs", "Loss per share", "Net loss", "Weighted average shares"]


def test_values_at_full_scale_with_their_decimals_and_rows() -> None:
    income, balance = understood(records_of_csv(CSV))
    amounts = [amount for line in (*income.lines, *balance.lines) for amount in line.amounts if amount is not None]
    assert [(amount.value, amount.decimals, amount.place.line) for amount in amounts] == [
        (Decimal(7792000), -3, 2),
        (Decimal(5660000), -3, 3),
        (Decimal(-5000000), -3, 4),
        (Decimal("-0.22"), 2, 5),
        (Decimal(7133000), -3, 6),
        (Decimal(1500000), -5, 7),
    ]
    assert amounts[2].text == "(5,000)"
    assert income.lines[1].amounts[1] is None
    assert income.scale.money == 3


def test_blank_values_are_no_amounts() -> None:
    (statement,) = understood([{"label": "Cash", "statement": "BS", "end": "2003-12-31", "value": value, "unit": "USD"} for value in ("",)])
    assert statement.lines[0].amounts == (None,)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("7", "7"),
        (7, "7"),
        (Decimal("7.50"), "7.5"),
        ("1,234,567", "1234567"),
        ("$ 5", "5"),
        ("(5)", "-5"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("1.5E3", "1500"),
        (".5", "0.5"),
        ("0", "0"),
        ("-0", "0"),
    ],
)
def test_values(value: object, expected: str) -> None:
    (statement,) = understood([{"label": "Cash", "statement": "BS", "end": date(2003, 12, 31), "value": value, "unit": "USD"}])
    amount = statement.lines[0].amounts[0]
    assert amount is not None
    assert amount.value == Decimal(expected)
    assert not (amount.value.is_zero() and amount.value.is_signed())


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": "abc"}, "column value: 'abc' is not a number"),
        ({"value": "1,23"}, "column value"),
        ({"value": "(5"}, "column value"),
        ({"value": "NaN"}, "column value"),
        ({"value": "Infinity"}, "column value"),
        ({"value": Decimal("NaN")}, "column value"),
        ({"value": 1.5}, "column value: 1.5 is a float"),
        ({"value": True}, "column value"),
        ({"value": "1E999"}, "column value"),
        ({"value": "9" * 5000}, "column value"),
        ({"value": "\u0667"}, "column value"),
        ({"end": ""}, "column end: it is empty"),
        ({"end": "31.12.2003"}, "column end"),
        ({"end": "2003-02-30"}, "column end"),
        ({"end": "2003-W05-1"}, "column end"),
        ({"start": "soon"}, "column start"),
        ({"start": "2004-01-01"}, "column end: 2003-12-31 is before the start, 2004-01-01"),
        ({"unit": ""}, "column unit"),
        ({"unit": "dollars"}, "column unit"),
        ({"unit": "USD/day"}, "column unit"),
        ({"statement": "footnotes"}, "column statement"),
        ({"statement": ""}, "column statement"),
        ({"label": " "}, "column label"),
        ({"scale": "many"}, "column scale"),
        ({"scale": "99"}, "column scale"),
        ({"decimals": "x"}, "column decimals"),
        ({"value": "1234", "decimals": "-3"}, "column decimals: 1234 has more digits than decimals -3 states"),
        ({"value": "0.225", "decimals": "2"}, "column decimals"),
    ],
)
def test_a_mistake_names_row_and_column(fields: Mapping[str, object], words: str) -> None:
    messages = complaints({"label": "Receivables"}, fields)
    assert messages
    assert all(message.startswith("Row 2, ") for message in messages)
    assert words in messages[0]


def test_all_mistakes_are_told_at_once() -> None:
    messages = complaints({"value": "x", "unit": "y", "scale": "z"}, {"label": "B", "end": "never"})
    assert [message.split(":")[0] for message in messages] == [
        "Row 1, column unit",
        "Row 1, column scale",
        "Row 1, column value",
        "Row 2, column end",
    ]


def test_a_line_given_twice_names_both_rows() -> None:
    assert complaints({}, {"label": "Other"}, {"value": "8"}) == ["Row 3, column label: 'Cash' for 2003-12-31 is in row 1 already."]
    assert not complaints({}, {"heading": "Restricted"})
    assert not complaints({}, {"unit": "shares"})


def test_two_currencies_in_one_statement() -> None:
    assert complaints({}, {"label": "Debt", "unit": "EUR"}) == ["Row 2, column unit: EUR in a statement that row 1 gives in USD."]


def test_no_records_are_a_mistake_too() -> None:
    doubts: list[Diagnostic] = []
    assert read_line_items([], doubts.append) == ()
    assert [doubt.code for doubt in doubts] == [Code.ITEM_INVALID]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("IS", Kind.INCOME),
        ("bs", Kind.BALANCE),
        ("CF", Kind.CASH_FLOW),
        ("Consolidated Statements of Operations", Kind.INCOME),
        ("Statement of financial position", Kind.BALANCE),
        ("Consolidated statements of cash flows", Kind.CASH_FLOW),
        ("Income statement", Kind.INCOME),
    ],
)
def test_statement_by_code_or_words(words: str, kind: Kind) -> None:
    (statement,) = understood([{"label": "Cash", "statement": words, "end": "2003-12-31", "value": "7", "unit": "USD"}])
    assert statement.kind is kind


def test_csv_rows_count_lines_of_the_file() -> None:
    records = records_of_csv('label;statement;end;value;unit\n"two\nlines";BS;2003-12-31;7;USD\n\nCash;BS;2003-12-31;7;USD\n')
    assert [record.row for record in records] == [2, 5]


def test_csv_without_its_columns_or_with_broken_quotes_is_refused() -> None:
    for text, words in (
        ("label,value\nCash,7\n", "no column statement"),
        ('label,statement,end,value,unit\n"Cash,BS', "is not CSV"),
        ("label,label,statement,end,value,unit\n", "the column label twice"),
    ):
        with pytest.raises(Refusal, match=words) as caught:
            records_of_csv(text)
        assert caught.value.diagnostic.code is Code.ITEM_INVALID


def test_a_value_with_an_unquoted_comma_is_told_not_cut() -> None:
    doubts: list[Diagnostic] = []
    assert not read_line_items(records_of_csv("label,statement,end,unit,value\nCash,BS,2003-12-31,USD,7,792\n"), doubts.append)
    assert "more cells than there are columns" in doubts[0].message


def test_json_numbers_keep_every_digit() -> None:
    text = '[{"label": "Cash", "statement": "BS", "end": "2003-12-31", "value": 0.10000000000000000001, "unit": "USD"}]'
    (statement,) = understood(records_of_json(text))
    amount = statement.lines[0].amounts[0]
    assert amount is not None
    assert (amount.value, amount.decimals) == (Decimal("0.10000000000000000001"), 20)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[1]", "not a list of objects"),
        ('{"a": 1}', "not a list of objects"),
        ("[{]", "is not JSON"),
        ("[" * 100_000, "nested|is not JSON"),
    ],
)
def test_json_that_cannot_be_used_is_refused(text: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        records_of_json(text)


def test_csv_and_json_files_say_the_same(tmp_path: Path) -> None:
    table, listed = tmp_path / "items.csv", tmp_path / "items.json"
    table.write_bytes(b"\xef\xbb\xbf" + CSV.replace("\n", "\r\n").encode())
    listed.write_text(json.dumps([dict(record.fields) for record in records_of_csv(CSV)]))

    def said(path: Path) -> list[tuple[str, tuple[str, ...], list[tuple[Decimal, int] | None]]]:
        lines = [line for statement in understood(read_records(path)) for line in statement.lines]
        return [(line.label, line.headings, [(each.value, each.decimals) if each else None for each in line.amounts]) for line in lines]

    assert said(table) == said(listed)
