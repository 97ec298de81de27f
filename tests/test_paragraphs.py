"""Running text put together, and the place of every word in it."""

import re
from time import process_time

from converter.document import Document
from converter.readers.html.markup import elements_at, parse_html
from converter.readers.html.rows import read_html
from converter.readers.paragraphs import REACH, paragraphs_of_text
from converter.sources.source import Source

RELEASE = """
             SALES UP 12 PERCENT OVER
                 LAST YEAR

   Net sales rose 12 percent to $4.5
million.  The net loss was
$1 million.
   In 2003 we opened 3 shops.

Net Sales           4,512     4,029
"""


def text_document(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs_of_text(text)]


def html_document(page: str) -> Document:
    return read_html(Source.from_bytes(page.encode(), "page.htm"), lambda _: None)


def test_wrapped_lines_are_one_paragraph_and_tables_are_none() -> None:
    assert text_document(RELEASE) == [
        "SALES UP 12 PERCENT OVER LAST YEAR",
        "Net sales rose 12 percent to $4.5 million. The net loss was $1 million.",
        "In 2003 we opened 3 shops.",
    ]


def test_double_spaced_text_goes_on_in_the_middle_of_a_sentence() -> None:
    text = "    Net revenues for the quarter were 11\n\nmillion dollars, and we opened\n\n4 shops in Mesa.\n\nThe 4 shops.\n\n"
    assert text_document(text) == [
        "Net revenues for the quarter were 11 million dollars, and we opened 4 shops in Mesa.",
        "The 4 shops.",
    ]


def test_every_word_of_text_has_its_place() -> None:
    lines = RELEASE.split("\n")
    for paragraph in paragraphs_of_text(RELEASE):
        for word in re.finditer(r"\S+", paragraph.text):
            place = paragraph.place(*word.span())
            assert lines[place.line - 1][place.start : place.end] == word[0]


def test_a_wrapped_figure_has_the_place_of_its_first_line() -> None:
    paragraph = list(paragraphs_of_text(RELEASE))[1]
    start = paragraph.text.index("$4.5")
    place = paragraph.place(start, start + len("$4.5 million"))
    assert (place.line, RELEASE.split("\n")[place.line - 1][place.start : place.end]) == (5, "$4.5")


def test_every_word_of_html_has_its_place_in_its_element() -> None:
    page = (
        "<html><body><p>Net   sales <b>rose\n12</b> percent,<br>to $<i>4.5</i> million</p>"
        "<table><tr><td>&bull;</td>"
        "<td>The net loss of the year was cut by half, to $1 million from $2 million.</td></tr></table></body></html>"
    )
    paragraphs = html_document(page).paragraphs
    assert [paragraph.text for paragraph in paragraphs] == [
        "Net sales rose 12 percent,",
        "to $4.5 million",
        "The net loss of the year was cut by half, to $1 million from $2 million.",
    ]
    root, _ = parse_html(page)
    assert root is not None
    for paragraph in paragraphs:
        for word in re.finditer(r"[\w.]*\d[\w.]*", paragraph.text):
            place = paragraph.place(*word.span())
            element = elements_at(root, [place.node])[place.node]
            assert "".join(element.itertext())[place.start : place.end].rstrip(".") == word[0].rstrip(".")


def test_rows_with_figures_are_no_paragraphs() -> None:
    row = "<tr><td>Common stock, $.01 par value; 40,000,000 shares authorized and 7,162,126 outstanding</td><td>72</td></tr>"
    assert html_document(f"<table>{row}</table>").paragraphs == ()


def test_long_text_takes_time_in_proportion() -> None:
    text = "word 1, " * 10 + "\n"
    begun = process_time()
    table = "Net sales     4,512\n"
    assert len(list(paragraphs_of_text(table + text * 60_000 + table))) == 150
    assert process_time() - begun < 4


def test_text_far_from_any_table_is_left_alone() -> None:
    text = "word 1, " * 10 + "\n"
    assert (
        sum(len(paragraph.pieces) for paragraph in paragraphs_of_text(text * 9000 + "\nNet sales     4,512\n" + text * 9000))
        == 2 * REACH - 2
    )
