"""The HTML reader: words, figures, extents and places of what a page shows."""

import csv
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from converter.diagnostic import Code, Diagnostic, Refusal
from converter.document import Cell, Row
from converter.readers.html.looks import with_looks
from converter.readers.html.markup import elements_at, parse_html
from converter.readers.html.rows import pre_text, read_html, rows_of_html
from converter.sources.source import Source

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
RELEASES = sorted(CORPUS.glob("*/release.htm"))


def rows(text: str) -> list[Row]:
    """The rows with cells of a page that earns no complaint."""
    doubts: list[Diagnostic] = []
    found = [row for row in rows_of_html(text, doubts.append) if row.cells]
    assert not doubts
    return found


def texts(text: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows(text)]


def table(*lines: str) -> str:
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def ink(text: str, cell: Cell) -> str:
    """The characters of the page that a cell's place points to."""
    root, _ = parse_html(text)
    assert root is not None
    element = elements_at(root, [cell.place.node])[cell.place.node]
    return "".join(element.itertext())[cell.place.start : cell.place.end]


@pytest.mark.parametrize(
    ("cells", "figure", "extent"),
    [
        ("<td>$</td><td>1,234</td><td></td>", "$1,234", (1, 3)),
        ("<td>$</td><td>(1,234</td><td>)</td>", "$(1,234)", (1, 4)),
        ("<td></td><td>(1,234</td><td>)</td>", "(1,234)", (2, 4)),
        ("<td>(</td><td>1,234</td><td>)</td>", "(1,234)", (1, 4)),
        ("<td>$ (</td><td>.05</td><td>)</td>", "$(.05)", (1, 4)),
        ("<td colspan=2>38.5</td><td>%</td>", "38.5%", (1, 4)),
        ("<td colspan=2>(3.5</td><td>)%</td>", "(3.5)%", (1, 4)),
        ("<td>$</td><td>&#8212;</td><td></td>", "$—", (1, 3)),
        ("<td></td><td>&#151;</td><td></td>", "—", (2, 3)),
        ("<td></td><td>&#8722;1,234</td><td></td>", "-1,234", (2, 3)),
        ("<td></td><td>&ndash; 5</td><td></td>", "-5", (2, 3)),
        ("<td></td><td>$&nbsp;( 1,234&nbsp;)</td><td></td>", "$(1,234)", (2, 3)),
        ("<td></td><td><font>1,2</font><font>34</font></td><td></td>", "1,234", (2, 3)),
        ("<td></td><td>1,234<sup>(1)</sup></td><td></td>", "1,234", (2, 3)),
        ("<td></td><td>1,234 (a)</td><td></td>", "1,234", (2, 3)),
        ("<td></td><td>1,234</td><td><sup>(1)</sup></td>", "1,234", (2, 4)),
        ("<td></td><td>1,234</td><td>*</td>", "1,234", (2, 4)),
        ("<td></td><td>1,234&sup1;</td><td></td>", "1,234", (2, 3)),
        ("<td></td><td><ix:nonFraction name='x' contextRef='c'>1,234</ix:nonFraction></td><td></td>", "1,234", (2, 3)),
        ("<td></td><td><table><tr><td>$</td><td>1,234</td></tr></table></td><td></td>", "$1,234", (2, 3)),
        ("<td>US$</td><td>[14,774]</td><td></td>", "US$[14,774]", (1, 3)),
    ],
)
def test_a_figure_is_one_cell_over_all_its_pieces(cells: str, figure: str, extent: tuple[int, int]) -> None:
    page = table(f"<td>Net income</td>{cells}", "<td>Net sales</td><td>$</td><td>9,999</td><td></td>")
    label, number = rows(page)[0].cells
    assert label.text == "Net income"
    assert (number.text, (number.left, number.right)) == (figure, extent)
    digits = re.sub(r"[^\d.,]", "", figure)
    if digits:
        assert ink(page, number) == digits


def test_marks_that_head_or_fill_a_column_are_not_part_of_the_figure_before() -> None:
    page = table(
        "<td></td><td>2004</td><td>%</td><td>2003</td><td>%</td>",
        "<td>Sales</td><td>100</td><td>50</td><td>90</td><td>45</td>",
        "<td>Other</td><td>10</td><td>(1)</td><td>9</td><td>(2)</td>",
    )
    assert texts(page) == [["2004", "%", "2003", "%"], ["Sales", "100", "50", "90", "45"], ["Other", "10", "(1)", "9", "(2)"]]


def test_a_lone_note_column_belongs_to_the_figures() -> None:
    page = table("<td>Cash</td><td>10</td><td>(1)</td><td>9</td>", "<td>Debt</td><td>8</td><td></td><td>7</td>")
    assert texts(page) == [["Cash", "10", "9"], ["Debt", "8", "7"]]


def test_currency_sign_of_an_empty_column_stays_alone() -> None:
    page = table("<td>Cash</td><td>$</td><td></td><td>$</td><td>9</td>", "<td>Debt</td><td>$</td><td>8</td><td>$</td><td>7</td>")
    assert [(cell.text, cell.left) for cell in rows(page)[0].cells] == [("Cash", 0), ("$", 1), ("$9", 3)]


def test_spans_make_the_grid() -> None:
    page = table(
        "<td rowspan=2>Item</td><td colspan=3>Three Months Ended<br>March 31,</td>",
        "<td>2004</td><td></td><td>2003</td>",
        "<td>Sales</td><td>1</td><td></td><td>2</td>",
    )
    heading, years, sales = rows(page)
    assert [(cell.text, cell.left, cell.right) for cell in heading.cells] == [("Item", 0, 1), ("Three Months Ended March 31,", 1, 4)]
    assert [(cell.text, cell.left, cell.right) for cell in years.cells] == [("2004", 1, 2), ("2003", 3, 4)]
    assert [cell.left for cell in sales.cells] == [0, 1, 3]


def test_cells_that_stack_lines_are_several_rows() -> None:
    page = table("<td>Sales<br>Cost<br><br>Margin</td><td>10<br>4<br>--<br>6</td>")
    assert texts(page) == [["Sales", "10"], ["Cost", "4"], ["--"], ["Margin", "6"]]


def test_paragraphs_lines_and_captions() -> None:
    page = "<p>First<br>second</p><div>A <b>bold</b> word</div>"
    page += table("<td colspan=2><p>Title</p><p>(in thousands)</p></td>", "<td>Cash</td><td>1</td>")
    assert texts(page) == [["First"], ["second"], ["A bold word"], ["Title"], ["(in thousands)"], ["Cash", "1"]]
    assert [row.table for row in rows(page)] == [0, 0, 0, 1, 1, 1]


def test_layout_tables_do_not_swallow_data_tables() -> None:
    inner = table("<td>Cash</td><td>1</td>", "<td>Debt</td><td>2</td>")
    page = f"<table><tr><td>Before {inner} after</td><td>{inner}</td></tr><tr><td>Last</td><td>3</td></tr></table>"
    assert texts(page) == [["Before"], ["Cash", "1"], ["Debt", "2"], ["after"], ["Cash", "1"], ["Debt", "2"], ["Last", "3"]]
    assert [row.table for row in rows(page)] == [1, 2, 2, 1, 3, 3, 1]


def test_footnote_marks_are_no_words() -> None:
    page = "<p>Net sales <sup>(1)</sup> of 2<sup>nd</sup> quarter<font style='vertical-align: super'>a</font></p>"
    page += table("<td><sup>(1)</sup></td><td>Why</td>")
    assert texts(page) == [["Net sales of 2nd quarter"], ["(1)", "Why"]]


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='DISPLAY: none'>x</div>", "<span style='visibility:hidden'>x</span>", "<script>x</script>", "<style>x</style>",
        "<noscript>x</noscript>", "<template>x</template>", "<ix:header><ix:hidden>x</ix:hidden></ix:header>", "<p hidden>x</p>",
        "<!-- x -->",
    ],
)  # fmt: skip
def test_what_a_browser_hides_is_not_read(hidden: str) -> None:
    assert texts(f"<html><head><title>x</title></head><body><p>a {hidden}</p><p>b</p></body></html>") == [["a"], ["b"]]


def test_xhtml_with_declaration_and_inline_xbrl() -> None:
    page = (
        '<?xml version="1.0" encoding="utf-16"?>'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body>'
        '<p><ix:nonNumeric name="dei:Name" contextRef="c">Example Corp</ix:nonNumeric> earned <ix:nonFraction>5</ix:nonFraction></p>'
        "</body></html>"
    )
    assert texts(page) == [["Example Corp earned 5"]]


def test_indent_gap_and_rules() -> None:
    page = table(
        "<td style='padding-left:24pt;text-indent:-12pt'>Padded</td><td>1</td>",
        "<td>&nbsp;&nbsp;&nbsp;Blanks</td><td style='border-bottom:1pt solid #000'>2</td>",
        "<td>&nbsp;</td><td></td>",
        "<td><div style='margin-left:.5in'>Inches</div></td><td style='border-bottom: 0 none'>3</td>",
    )
    every = list(rows_of_html(page, print))
    assert [(row.text, row.indent, row.gap) for row in every if row.cells] == [("Padded 1", 12, 1), ("Blanks 2", 9, 0), ("Inches 3", 36, 1)]
    assert [row.rules for row in every if not row.cells] == [((1, 2),)]


def test_lines_drawn_with_characters_are_rules() -> None:
    page = table("<td>Cash</td><td>1</td><td>2</td>", "<td></td><td>-----</td><td>=====</td>")
    assert [(row.text, row.rules) for row in rows_of_html(page, print)] == [("Cash 1 2", ()), ("", ((1, 2), (2, 3)))]


def test_places_name_line_element_and_characters() -> None:
    page = "<html>\n<body>\n<p>One</p>\n<table>\n<tr><td>Cash</td>\n<td><font>$ (1,234)</font></td></tr></table>\n"
    page += "<p>Total <b>5</b> and 6</p></body></html>"
    first, cash, last = rows(page)
    assert first.line == 3
    figure = cash.cells[1].place
    assert (figure.line, figure.node) == (6, "/html/body[1]/table[1]/tr[1]/td[2]/font[1]")
    assert ink(page, cash.cells[1]) == "1,234"
    assert last.cells[0].place.node == "/html/body[1]/p[2]"
    assert ink(page, last.cells[0]) == "Total 5 and 6"


def test_lines_are_known_beyond_sixteen_bits() -> None:
    page = "<p>a</p>\n" * 70_000 + table("<td>Cash</td>\n<td>1</td>")
    last = rows(page)[-1]
    assert (last.line, last.cells[1].place.line) == (70_001, 70_002)


def test_preformatted_text_keeps_its_columns() -> None:
    page = "<p>Title</p>\n<pre>\nCash &amp; more     1,234    5,678\nDebt              (123)      456\n</pre>"
    page += table("<td>x</td><td>1</td>")
    title, cash, debt, after = rows(page)
    assert [cell.text for cell in cash.cells] == ["Cash & more", "1,234", "5,678"]
    assert cash.line == 3
    assert cash.cells[1].left < debt.cells[1].right
    assert debt.cells[1].left < cash.cells[1].right
    assert (title.table, cash.table, debt.table, after.table) == (0, 1, 1, 2)
    assert ink(page, debt.cells[2]) == "456"


def test_pre_text_is_the_text_of_a_preformatted_source_line_by_line() -> None:
    page = "<html><head><title>t</title></head>\n<body>\n<pre>\nSales &amp; <B>Cost</B>   1\n<TABLE><CAPTION>\n  12\n</TABLE>\n</pre>"
    page += "</body></html>"
    text = pre_text(page)
    assert text is not None
    assert text.split("\n") == ["", "", "", "Sales & Cost   1", "<TABLE><CAPTION>", "  12", "</TABLE>", ""]
    assert pre_text("<p>" + "long prose " * 20 + "</p><pre>short</pre>") is None
    assert pre_text("<p>none</p>") is None


@pytest.mark.parametrize(
    ("page", "grid"),
    [("<p>Title</p>" + table("<td>Cash</td><td>1</td>"), "cells"), ("<pre>\nCash      1,234    5,678\n</pre>", "characters")],
)
def test_a_preformatted_page_is_a_document_of_print_columns(page: str, grid: str) -> None:
    source = Source("example", page, "html")
    document = read_html(source, lambda _: None)
    assert (document.source, document.grid) == (source, grid)
    assert document.rows[-1].cells[0].text == "Cash"


PIECES = (
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=3>", "<td rowspan='2'>", "<th>", "<p>", "</p>", "<br>", "<div>",
    "</div>", "<font style='a\"b'>", "</font>", "<sup>", "</sup>", "<pre>", "</pre>", "$", "(", "1,234", ")", "%", "\u2014", "(1)", "*",
    "2004", "Net sales", "\n", "&nbsp;", "&#151;", "<b", ">", "<!--", "-->", "<script>", "</script>", "\0", "\ud800",
    "<ix:header>", "</ix:header>", "<td style='display:none'>", "<title>", "</title>", "-----", "<hr>", "<form>",
)  # fmt: skip
SOUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_any_soup_becomes_rows_with_true_places(soup: str) -> None:
    root, _ = parse_html(soup)
    for row in rows_of_html(soup, lambda _: None):
        assert all(cell.text and 0 <= cell.left < cell.right for cell in row.cells)
        assert [cell.left for cell in row.cells] == sorted(cell.left for cell in row.cells)
        for cell in row.cells:
            assert root is not None
            element = elements_at(root, [cell.place.node]).get(cell.place.node)
            assert element is not None
            assert 0 <= cell.place.start < cell.place.end <= len("".join(element.itertext()))


@settings(max_examples=200, deadline=None)
@given(SOUP)
def test_reducing_looks_keeps_elements_and_text(soup: str) -> None:
    assume(not re.search(r"<script>.*<!--.*<script>", soup, re.DOTALL))  # where such a script ends depends on the parser's version
    plain, _ = parse_html(soup)
    reduced, _ = parse_html(soup, looks=True)
    if plain is None or reduced is None:
        assert plain is reduced
        return
    assert [element.tag for element in plain.iter()] == [element.tag for element in reduced.iter()]
    assert "".join(plain.itertext()) == "".join(reduced.itertext())


@pytest.mark.parametrize(
    ("tag", "reduced"),
    [
        ("<td style='color:red' colspan=\"3\">", "<td look=3,1,0,0,0,0,0>"),
        ("<font face=Arial\nsize=2>", "<font\n>"),
        ("<br />", "<br />"),
        ("<td title='a > b' colspan=2>", "<td look=raw title='a > b' colspan=2>"),
    ],
)
def test_tags_keep_only_what_reading_needs(tag: str, reduced: str) -> None:
    assert with_looks(tag) == reduced


def test_attributes_with_angle_brackets_keep_their_spans() -> None:
    page = table("<td title='a > b' colspan=2>Cash</td><td>1</td>")
    assert rows(page)[0].cells[1].left == 2


@pytest.mark.parametrize(
    "text",
    ["", " \n ", "<html></html>", "<script>document.write('x')</script>", "<p hidden>x</p>", "<!-- only -->", "<table></table>"],
)
def test_a_page_that_shows_nothing_says_so(text: str) -> None:
    doubts: list[Diagnostic] = []
    assert list(rows_of_html(text, doubts.append)) == []
    assert [doubt.code for doubt in doubts] == [Code.SOURCE_EMPTY]


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "font", "span", "ul><li", "pre", "sup"])
def test_a_hundred_thousand_nested_tags_are_too_deep(tag: str) -> None:
    doubts: list[Diagnostic] = []
    list(rows_of_html(f"<{tag}>" * 100_000 + "x", doubts.append))
    assert Code.SOURCE_TOO_DEEP in [doubt.code for doubt in doubts]


def test_deep_paths_may_not_fill_the_memory() -> None:
    with pytest.raises(Refusal) as refusal:
        list(rows_of_html("<div>" * 2000 + "<p>x</p>" * 20_000, lambda _: None))
    assert refusal.value.diagnostic.code is Code.SOURCE_TOO_DEEP


@pytest.mark.parametrize(
    "text",
    [
        table(*["<td colspan=1000 rowspan=1000>1</td>" * 30] * 300),
        table(*["<td colspan=99999999999 rowspan=-4>1</td><td colspan=x>2</td>"] * 10),
        "<!DOCTYPE html [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;&b;</p>",
        "<a " * 200_000 + "x>y",
        "<a" * 200_000 + ">y",
        "<td '" * 50_000 + ">y",
        "<p>a" + "<div></div>\n" * 50_000 + "b",
        "<pre>" * 3 + "<pre " * 100_000 + ">y",
        "<p>" + "y<br>" * 50_000,
        "<p>" + "<sup>" * 1500 + "y" * 100_000,
    ],
    ids=["spans", "odd spans", "entities", "open tags", "glued tags", "open quotes", "empty blocks", "open pre", "breaks", "raised"],
)
def test_bombs_are_read_in_bounded_time(text: str) -> None:
    doubts: list[Diagnostic] = []
    found = list(rows_of_html(text, doubts.append))
    assert found or doubts


def test_a_file_may_be_cut_anywhere() -> None:
    cells = "<td style='padding-left:2pt'>Cash<sup>(1)</sup></td><td>$</td><td>(1,234</td><td>)</td>"
    page = "<html><body><p>Title</p>" + table(cells) + "</body></html>"
    for length in range(len(page)):
        for row in rows_of_html(page[:length], lambda _: None):
            assert row.cells


def _words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", "")))


def _value(text: str) -> Decimal | None:
    if text.lstrip("$") in ("—", "-", "--"):
        return Decimal(0)
    match = re.fullmatch(r"\$?[(]?-?\$?[(]?([\d,]*\.?\d+)[)]?", text)
    return Decimal(match[1].replace(",", "")) if match else None


@pytest.mark.skipif(not RELEASES, reason=f"no releases beside the repository: {CORPUS}")
@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.parent.name)
def test_every_labelled_value_is_a_figure_of_its_line_and_column(path: Path) -> None:
    """Each value that people read in a release is a cell in the row of its label, and the figures of one column share a grid column."""
    found: dict[Decimal, list[tuple[Row, Cell]]] = defaultdict(list)
    for row in rows_of_html(path.read_bytes().decode("utf-8", "replace"), lambda _: None):
        for cell in row.cells:
            value = _value(cell.text)
            if value is not None:
                found[value].append((row, cell))
    columns: dict[tuple[str, str, str, int], list[Cell]] = defaultdict(list)
    missing: list[str] = []
    with (path.parent / "gold.csv").open(encoding="utf-8") as table_of_values:
        for gold in csv.DictReader(table_of_values):
            own = _words(gold["label"].split(": ")[-1])
            places = [
                (row, cell)
                for power in (0, -3, -6)
                for row, cell in found[abs(Decimal(gold["value"])).scaleb(power)]
                if not own or set(own.split()) & set(_words(row.cells[0].text).split())
            ]
            if not places:
                missing.append(f"{gold['label']} {gold['value']}")
            elif len(places) == 1:
                columns[gold["statement"], gold["start"], gold["end"], places[0][0].table].append(places[0][1])
    assert not missing
    for column, cells in columns.items():
        assert max(cell.left for cell in cells) < min(cell.right for cell in cells), column


@pytest.mark.parametrize(
    "page", ["<p>a</p></body></html><p>b</p>c", "<p>a</p></html>\n<html><body><p>b</p>c</body></html>", "<p>a</p></HTML ><p>b</p>c</html>"]
)
def test_a_page_goes_on_behind_its_end(page: str) -> None:
    """HTML Living Standard, 13.2.6.4.22: what follows `</html>` belongs to the body."""
    assert texts(f"<html><body>{page}") == [["a"], ["b"], ["c"]]
