"""Fixed-width text: cells with exact places, tabs, drawn lines, the SEC's marks, and prose that is left out."""

from hypothesis import given
from hypothesis import strategies as st
from paper import rows

from converter.place import Place
from converter.readers.text import REACH, rows_of_text

NUMBERS = "Net sales          7,792      5,663"


def test_two_blanks_divide_cells_and_one_does_not() -> None:
    (row,) = rows(NUMBERS)
    assert [cell.text for cell in row.cells] == ["Net sales", "7,792", "5,663"]


def test_a_cell_knows_its_line_and_its_characters() -> None:
    (row,) = rows("\n\n" + NUMBERS)
    assert row.line == 3
    assert row.cells[1].place == Place(3, 19, 24)
    assert NUMBERS[19:24] == "7,792"


def test_tabs_count_to_multiples_of_eight_and_places_still_count_characters() -> None:
    line = "Net sales\t\t   7,792\t   5,663"
    (row,) = rows(line)
    assert [(cell.left, cell.right) for cell in row.cells] == [(0, 9), (27, 32), (43, 48)]
    for cell in row.cells:
        assert line[cell.place.start : cell.place.end] == cell.text
        assert line.expandtabs(8)[cell.left : cell.right] == cell.text


def test_a_form_feed_and_a_no_break_space_are_blanks() -> None:
    (row,) = rows("\fNet sales\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa07,792      5,663")
    assert [(cell.text, cell.left) for cell in row.cells] == [("Net sales", 1), ("7,792", 20), ("5,663", 31)]


def test_marks_of_the_typesetter_are_not_text_and_keep_the_columns() -> None:
    (row,) = rows("<S>            <C>        <C>\n" + NUMBERS)
    assert row.text == "Net sales 7,792 5,663"
    (row,) = rows("<CAPTION> Year 2003   1,004")
    assert row.cells[0].left == len("<CAPTION> ")


def test_tables_are_numbered_and_what_stands_outside_is_in_none() -> None:
    read = rows(f"{NUMBERS}\n<TABLE>\n{NUMBERS}\n</TABLE>\n{NUMBERS}\n<TABLE>\n{NUMBERS}\n</TABLE>\n")
    assert [row.table for row in read] == [0, 1, 0, 2]


def test_a_page_break_inside_a_table_is_no_row() -> None:
    read = rows(f"<TABLE>\n{NUMBERS}\n<PAGE>\n{NUMBERS}\n</TABLE>")
    assert [(row.text, row.table) for row in read] == [("Net sales 7,792 5,663", 1)] * 2


def test_lines_under_numbers_are_rules_and_no_cells() -> None:
    *_, drawn, _ = rows(f"{NUMBERS}\n                  ------     ======\n{NUMBERS}")
    assert not drawn.cells
    assert drawn.rules == ((18, 24), (29, 35))


def test_dashes_beside_numbers_are_a_printed_zero() -> None:
    read = rows(f"{NUMBERS}\nRestructuring        ---        990")
    assert [cell.text for cell in read[1].cells] == ["Restructuring", "---", "990"]
    assert not read[1].rules


def test_a_heading_keeps_its_words_when_a_line_is_drawn_beside_it() -> None:
    read = rows(f"Assets   ----------   ----------\n{NUMBERS}")
    assert read[0].text == "Assets"
    assert len(read[0].rules) == 2


def test_indent_and_blank_rows_before_are_kept() -> None:
    read = rows(f"{NUMBERS}\n\n\n   {NUMBERS}\n")
    assert [(row.indent, row.gap) for row in read] == [(0, 0), (3, 2)]


def test_prose_far_from_any_table_gives_no_rows() -> None:
    prose = "The company makes furnaces and sells them.\n"
    read = rows(prose * 500 + NUMBERS + "\n" + prose * 500)
    assert len(read) == 2 * REACH + 1
    assert not tuple(rows_of_text(prose * 500))


def test_a_title_within_reach_of_its_table_is_read() -> None:
    read = rows("Consolidated Balance Sheets\n" + "\n" * (REACH - 1) + NUMBERS)
    assert read[0].text == "Consolidated Balance Sheets"


def test_nothing_is_read_where_there_are_no_numbers() -> None:
    assert not rows("Boil two eggs for five minutes.\n\n\tServe   hot.\n")


@given(st.lists(st.text("ab (),.$-=1\t\xa0", max_size=60), min_size=1, max_size=6))
def test_every_cell_is_the_text_at_its_place(lines: list[str]) -> None:
    text = "\n".join([*lines, NUMBERS])
    read = rows(text)
    assert read
    for row in read:
        for cell in row.cells:
            here = text.split("\n")[cell.place.line - 1][cell.place.start : cell.place.end]
            assert here.replace("\t", " ").replace("\xa0", " ") == cell.text
            assert cell.left < cell.right
        assert all(one.right <= other.left for one, other in zip(row.cells, row.cells[1:], strict=False))


@given(st.text("ab ,1\t", max_size=80))
def test_no_digit_is_lost(line: str) -> None:
    read = rows(f"{line}\n{NUMBERS}")
    inked = "".join(cell.text for row in read for cell in row.cells if row.line == 1)
    assert "".join(c for c in inked if c in "ab1,") == "".join(c for c in line if c in "ab1,")
