"""The overlay: the original page as XHTML that the Inline XBRL schema accepts, text and look kept, with elements around given places."""

import re
from pathlib import Path

import pytest
from browser import Opener
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from overlaid import body_of, html, overlaid, unblanked, visible, visible_of, written

from converter.overlay.change import Manner
from converter.overlay.marks import Mark, disjoint
from converter.overlay.original import open_original
from converter.overlay.xhtml.quirks import Quirks, quirks_of
from converter.place import Place
from converter.readers.html.markup import parse_html
from converter.readers.html.rows import rows_of_html
from converter.sources.source import Source
from converter.validation.inline import objections

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
RELEASES = sorted(CORPUS.glob("*/release.htm"))


def cells(source: Source) -> list[tuple[Place, str]]:
    """The places of all that stands between letters in a page: its figures, with their text."""
    rows = rows_of_html(source.text, print) if source.format == "html" else ()
    return [(cell.place, cell.text) for row in rows for cell in row.cells if any(c.isdigit() for c in cell.text)]


# fixed-width text


def test_a_text_stands_in_a_pre_as_it_is() -> None:
    text = "  Net sales\t$ 1,234 <PAGE> & more\n\n   end  \n"
    overlay = overlaid(Source("release", text))
    assert "".join(etree.fromstring(written(overlay))[1].itertext()) == text
    assert not objections(written(overlay))
    assert not overlay.changes


def test_marks_in_text_hold_exactly_their_characters() -> None:
    source = Source("release", "Net sales   $ 1,234   (567)\nNet loss     (89)\n")
    marks = [Mark(Place(2, 14, 16), "loss"), Mark(Place(1, 14, 19), "sales"), Mark(Place(1, 23, 26), "before")]
    overlay = overlaid(source, *marks)
    assert {key: element.text for key, element in overlay.elements.items()} == {"loss": "89", "sales": "1,234", "before": "567"}
    assert "".join(overlay.body.itertext()) == source.text


def test_a_form_feed_is_shown_by_its_picture_and_named() -> None:
    overlay = overlaid(Source("release", "one\n\fPage 2\n\x07\n\f3"))
    assert "".join(overlay.body.itertext()) == "one\n\u240cPage 2\n\u2407\n\u240c3"
    assert [(change.what, change.manner, change.count, change.line) for change in overlay.changes] == [
        ("U+000C", Manner.SHOWN, 2, 2),
        ("U+0007", Manner.SHOWN, 1, 3),
    ]


def test_only_the_exhibit_of_a_submission_is_shown_and_places_count_lines_of_the_file() -> None:
    head = "<SEC-HEADER>\nnothing\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n"
    source = Source.from_bytes((head + "Net sales   1,234\n</TEXT>\n</DOCUMENT>\n").encode(), "filing")
    overlay = overlaid(source, Mark(Place(7, 12, 17), "sales"))
    assert "".join(overlay.body.itertext()) == "\nNet sales   1,234\n"
    assert overlay.elements["sales"].text == "1,234"


def test_places_that_are_nowhere_have_no_element() -> None:
    source = Source("release", "Net sales   1,234\n")
    places = [Place(1, 12, 30), Place(9, 0, 4), Place(1, 5, 5), Place(1, 0, 3, "/html/body[1]/p[1]")]
    assert not open_original(source).printed(places)
    assert not overlaid(source, *(Mark(place, place) for place in places)).elements


def test_of_overlapping_extents_the_first_one_given_stays_and_equal_ones_share() -> None:
    given_ = [((5, 9), "a"), ((0, 5), "b"), ((8, 12), "c"), ((5, 9), "d"), ((4, 6), "e"), ((9, 10), "f"), ((0, 20), "g")]
    assert disjoint(given_) == [((0, 5), ["b"]), ((5, 9), ["a", "d"]), ((9, 10), ["f"])]


# marks in HTML


def test_a_number_in_a_cell_gets_an_element_of_its_own() -> None:
    source = html("<table><tr><td>Net sales</td><td>$</td><td align=right>(1,234) </td></tr></table>")
    ((place, text),) = cells(source)
    assert text == "$(1,234)"
    overlay = overlaid(source, Mark(place, "sales"))
    assert '<td align="right">(<span>1,234</span>) </td>' in body_of(overlay)


@pytest.mark.parametrize(
    ("cell", "marked"),
    [
        ("<b>1,2</b>34", "<b><span>1,234</span></b>"),
        ("1,<b>234</b> ", "<b><span>1,234</span></b> "),
        ("(<font size=2>1,</font><i>234</i>)", "(<i><span>1,234</span></i>)"),
        ("$<b>(1</b>,2<b>34)</b>", "$<b>(</b><span>1,234</span><b>)</b>"),
        ("<p><b><i>1</i>,234</b></p>", "<p><b><span>1,234</span></b></p>"),
    ],
)
def test_a_number_split_by_markup_becomes_one_run(cell: str, marked: str) -> None:
    source = html(f"<table><tr><td>Sales</td><td>{cell}</td></tr></table>")
    ((place, _),) = cells(source)
    overlay = overlaid(source, Mark(place, "sales"))
    assert overlay.elements["sales"].text == "1,234"
    assert f"<td>{marked}</td>" in body_of(overlay)
    assert visible(overlay.body) == visible_of(source)
    assert "markup inside a number" in [change.what for change in overlay.changes]


def test_many_numbers_of_one_element_are_found() -> None:
    source = html("<pre>\nCash      1,234    567\nDebt        890     12\nTotal     2,124    579\n</pre>")
    found = [(place, text) for place, text in cells(source) if not text.isalpha()]
    overlay = overlaid(source, *(Mark(place, place) for place, _ in found))
    assert [(overlay.elements[place].text) for place, _ in found] == ["1,234", "567", "890", "12", "2,124", "579"]


def test_numbers_in_each_others_elements_keep_their_characters() -> None:
    markup = "<p>12 <b>34</b> 56</p>"
    whole, inner = "/html/body[1]/p[1]", "/html/body[1]/p[1]/b[1]"
    places = [Place(1, 0, 2, whole), Place(1, 0, 2, inner), Place(1, 6, 8, whole), Place(1, 3, 5, whole)]
    overlay = overlaid(html(markup), *(Mark(place, n) for n, place in enumerate(places)))
    assert {n: element.text for n, element in overlay.elements.items()} == {0: "12", 1: "34", 2: "56", 3: "34"}
    assert overlay.elements[1] is overlay.elements[3]


# markup that the schema rejects


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p><font size=2 color=CC0000 face='Arial, \"Times New Roman\"'>x</font></p>",
         '<p><span style="font-size:small;color:#CC0000;font-family:Arial,Times New Roman">x</span></p>'),
        ("<center>x</center>", '<div style="text-align:center;text-align:-webkit-center">x</div>'),
        ("<p><nobr>x</nobr></p>", '<p><span style="white-space:nowrap">x</span></p>'),
        ("<p><u>x</u></p>", '<p><span style="text-decoration:underline">x</span></p>'),
        ("<p><strike>x</strike></p>", '<p><span style="text-decoration:line-through">x</span></p>'),
        ("<p align=right>x</p>", '<p style="text-align:right;text-align:-webkit-right">x</p>'),
        ("<table bgcolor=#ffffff width=95.5><tr><td nowrap width=10>x</td></tr></table>",
         '<table style="background-color:#ffffff;width:95.5px"><tr><td style="white-space:nowrap;width:10px">x</td></tr></table>'),
        ("<table align=center border><tr><td colspan=2 valign=TOP>x</td></tr></table>",
         '<table border="1" style="margin-left:auto;margin-right:auto"><tr><td colspan="2" valign="top">x</td></tr></table>'),
        ("<p><a name=top>x</a><a href='#top'>y</a></p>", '<p><a id="top">x</a><a href="#top">y</a></p>'),
        ("<p><a name=b id=c>x</a></p>", '<p><a id="c">x</a></p>'),
        ("<p>x<br clear=all>y</p>", '<p>x<br class="clear-both"/>y</p>'),
        ("<ol start=3 type=a><li value=5>x</li></ol>",
         '<ol style="counter-reset:list-item 2;list-style-type:lower-alpha"><li style="counter-set:list-item 5">x</li></ol>'),
        ("x<p>y</p>", "<div>x<p>y</p></div>"),
        ("<p>x</p><hr size=1 width='50%' noshade>",
         '<p>x</p><hr style="border-bottom-width:0;width:50%;border-style:solid;border-color:#808080;background-color:#808080"/>'),
        ("<blockquote>x</blockquote>", "<blockquote><div>x</div></blockquote>"),
        ("<b><div>x</div></b>", '<div style="display:inline;font-weight:bold"><div>x</div></div>'),
        ("<ul>x<li>y</ul>", '<ul><li style="display:block">x</li><li>y</li></ul>'),
        ("<table><tr></tr><tr><td>x</td></tr></table>",
         '<table><tr><td style="padding:0;border:0"></td></tr><tr><td>x</td></tr></table>'),
        ("<table><form><tr><td>x</td></tr></form></table>", "<table><tr><td>x</td></tr></table>"),
        ("<table><tr><td>x</td> y <td>z</td></tr></table>", "<table><tr><td>x y </td><td>z</td></tr></table>"),
        ("<div><foo>x</foo><o:p>y</o:p></div>", "<div>xy</div>"),
        ("<section class=a><article>x</article></section>", '<div class="a"><div>x</div></div>'),
    ],
)  # fmt: skip
def test_what_the_schema_rejects_is_said_by_style(markup: str, shown: str) -> None:
    overlay = overlaid(html(f"<!DOCTYPE html><html><body>{markup}</body></html>"))
    assert body_of(overlay) == shown
    assert not objections(written(overlay))
    assert overlay.changes or markup.startswith("<section")


def test_scripts_resources_handlers_and_forms_are_dropped_and_told() -> None:
    page = """<html><head><link rel=stylesheet href="http://x.example/a.css"><meta http-equiv=refresh content="0;url=http://x.example">
<script src="http://x.example/a.js"></script><style>@import url(http://x.example/b.css); P { background: url(b.png); color: red }
</style></head>
<body background="http://x.example/b.gif" onload="go()">
<p onclick="go()" style="color:blue;background:url(http://x.example/c.png)">text<img src="http://x.example/d.gif" alt="Logo" width=40></p>
<script>document.write("no")</script><iframe src="http://x.example"></iframe><a href="javascript:go()">link</a>
<form action="http://x.example/send">word<input value=1><select><option>2</select></form><object data="x.swf">no</object></body></html>"""
    overlay = overlaid(html(page))
    data = written(overlay)
    assert b"x.example" not in data
    assert b"script" not in data
    assert b"go()" not in data
    assert b"url(" not in data
    assert b"p {" in data
    assert visible(overlay.body) == "text link word"
    assert not objections(data)
    dropped = {change.what: (change.count, change.line) for change in overlay.changes if change.manner is Manner.DROPPED}
    assert dropped == {
        "link": (1, 1),
        "meta": (1, 1),
        "script": (2, 2),
        "external resource in a style": (2, 1),
        "attribute background": (1, 4),
        "event handler": (2, 4),
        "picture": (1, 5),
        "iframe": (1, 6),
        "attribute href": (1, 6),
        "attribute action": (1, 7),
        "input": (1, 7),
        "select": (1, 7),
        "object": (1, 7),
    }


def test_a_picture_in_the_page_itself_stays_and_one_from_outside_leaves_its_room() -> None:
    overlay = overlaid(
        html('<!DOCTYPE html><p><img src="data:image/png;base64,AAAA"><img src="logo.jpg" alt="Logo" width=40 height=20></p>')
    )
    assert body_of(overlay) == (
        '<p><img src="data:image/png;base64,AAAA" alt=""/>'
        '<span title="Logo" style="display:inline-block;width:40px;height:20px"></span></p>'
    )


def test_ids_are_names_that_occur_once_and_links_follow() -> None:
    page = '<p id="f1">a</p><p id="f1">b</p><a name="2 x">c</a><a href="#f1">d</a><a href="#2 x">e</a><a href="#2%20x">f</a>'
    overlay = overlaid(html(page), reserved=("f1",))
    ids = [element.get("id") for element in overlay.body.iter() if element.get("id")]
    assert ids == ["f1-2", "f1-3", "_2-x"]
    assert [element.get("href") for element in overlay.body.iter("{*}a") if element.get("href")] == ["#f1-2", "#_2-x", "#_2-x"]


@pytest.mark.parametrize(
    ("start", "quirks"),
    [
        ("<html>", Quirks.FULL),
        ("<!DOCTYPE html><html>", Quirks.NONE),
        ("<!-- by hand --> <!doctype HTML>", Quirks.NONE),
        ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">', Quirks.FULL),
        ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">', Quirks.FULL),
        ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">', Quirks.FULL),
        ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">', Quirks.LIMITED),
        ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">', Quirks.NONE),
        ('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">', Quirks.LIMITED),
        ('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">', Quirks.NONE),
    ],
)
def test_pages_without_a_modern_document_type_have_quirks(start: str, quirks: Quirks) -> None:
    assert quirks_of(f"{start}<p>x</p>") is quirks


def test_lengths_and_colours_without_unit_and_hash_mean_something_in_quirks_mode_only() -> None:
    style = 'style="font-size:10;margin:0 5 2px;color:CC0000;line-height:1"'
    assert 'style="font-size:10px;margin:0 5px 2px;color:#CC0000;line-height:1"' in body_of(overlaid(html(f"<p {style}>x</p>")))
    assert style in body_of(overlaid(html(f"<!DOCTYPE html><p {style}>x</p>")))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<font size=2>x</font>", '<td style="line-height:0"><span style="font-size:small;line-height:normal">x</span></td>'),
        ('<font style="font-size:8pt;line-height:2"><b>x</b></font>',
         '<td style="line-height:0"><span style="font-size:8pt;line-height:2;line-height:0"><b style="line-height:2">x</b></span></td>'),
        ("<font size=2>x</font> y", '<td><span style="font-size:small">x</span> y</td>'),
        ("<font size=2>1,234</font>", '<td style="line-height:0"><span style="font-size:small;line-height:normal">1,234</span></td>'),
        ("<b>x</b>", "<td><b>x</b></td>"),
        ("<p>x</p>", "<td><p>x</p></td>"),
        ("<br><font size=2>x</font>",
         '<td style="line-height:0"><span style="line-height:normal"><br/></span>'
         '<span style="font-size:small;line-height:normal">x</span></td>'),
    ],
)  # fmt: skip
def test_a_line_is_as_high_as_its_text_where_a_browser_would_show_it_so(cell: str, shown: str) -> None:
    table = f"<table><tr><td>{cell}</td></tr></table>"
    assert body_of(overlaid(html(table))) == f"<table><tr>{shown}</tr></table>"
    assert "line-height:0" not in body_of(overlaid(html(f"<!DOCTYPE html>{table}")))


def test_an_old_page_is_laid_out_as_a_browser_does_it(opened: Opener, tmp_path: Path) -> None:
    """The same rows at the same places, to the pixel, in the page as it was and as XHTML."""
    row = "<tr><td><p>{0}</p></td><td align=right><font size=2 face=Arial>{1}</font></td><td height=30 valign=bottom>{2}</td></tr>"
    page = (
        "<html><body bgcolor=FFFFEE><font size=5><table border=1 cellpadding=3 width=600>"
        + row.format("Net sales", "1,234", "<font style='font-size:6pt'>note</font>")
        + row.format("Cost<br>of sales", "<b>567</b>", "<br><font size=1>a<br><br>b</font>")
        + row.format("<u>Total</u>", "(667)", "<font size=7>x</font> y")
        + "</table></font><center><table width='50%'><tr><td nowrap>Centred</td></tr></table></center>"
        "<p><font style='font-size:8'>small<br>print</font><hr size=3 noshade width=100 align=left>"
        "<ul><li>one<ul>two</ul></ul></body></html>"
    )
    (tmp_path / "old.htm").write_text(page)
    (tmp_path / "new.xhtml").write_bytes(written(overlaid(html(page))))
    boxes = "elements => elements.map(e => e.getBoundingClientRect()).map(b => [b.left, b.top, b.width, b.height].map(Math.round))"
    seen = [opened(tmp_path / name) for name in ("old.htm", "new.xhtml")]
    old, new = (one.page.eval_on_selector_all("tr, td, hr, li", boxes) for one in seen)
    assert new[: len(old)] == old
    assert seen[1].quiet


def test_nesting_beyond_a_thousand_levels_is_no_trouble() -> None:
    source = html("<b><div>" * 900 + "1,234")
    overlay = overlaid(source)
    assert visible(overlay.body) == "1,234"


# any soup

_TAGS = re.findall(
    r"[\w:]+",
    """a abbr address article b big blockquote body br caption center col colgroup dd del dir div dl dt em font form frameset h1 h3 head hr
    html i iframe img input ins li link map menu meta nobr noscript ol p pre q s script select span style sub sup svg table tbody td
    textarea tfoot th thead title tr tt u ul xmp ix:nonfraction foo wbr""",
)
_ATTRIBUTES = (
    *(
        "align=center",
        "bgcolor=red",
        'width="50%"',
        "nowrap",
        'name="1 2"',
        "id=a",
        'href="#x"',
        'href="javascript:x"',
        "onclick=x",
        "border",
    ),
    *(
        'class="a,b"',
        "colspan=0",
        "rowspan=2",
        "clear=all",
        "valign=MIDDLE",
        "dir=rtl",
        "size=2",
        "type=a",
        "start=3",
        "src=x.gif",
        'lang="e n"',
    ),
    *('src="data:image/png;base64,AAAA"', 'style="background:url(x)"'),
)
_WORDS = ("1,234", " ", "\n", "x", "&nbsp;", "&lt;", "\x0c", "&#1;", "é")
tokens = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from([f"</{tag}>" for tag in _TAGS]),
    st.builds(
        lambda tag, attributes: f"<{' '.join([tag, *attributes])}>",
        st.sampled_from(_TAGS),
        st.lists(st.sampled_from(_ATTRIBUTES), max_size=2),
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(tokens, min_size=1, max_size=40))
def test_any_soup_becomes_a_valid_page_with_the_same_text(soup: list[str]) -> None:
    source = html("".join(soup))
    if parse_html(source.text)[0] is None:
        return
    overlay = overlaid(source)
    assert objections(written(overlay)) == ()
    assert unblanked(visible(overlay.body)) == unblanked(visible_of(source))


@example(["1", "<b>", "1", "<br>", "1", " "])
@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<b>", "</b>", "<font>", "</font>", "<p>", "<i>", "1", "2", ",", "34", "(", " ", "<br>", "<td>", "<span>"]),
        max_size=30,
    )
)
def test_whatever_is_marked_holds_its_characters(soup: list[str]) -> None:
    source = html("<table><tr><td>" + "".join(soup))
    found = cells(source)
    original = open_original(source)
    texts = original.printed(place for place, _ in found)
    overlay = original.overlay([Mark(place, place) for place, _ in found])
    for place, text in texts.items():
        if place in overlay.elements:
            assert overlay.elements[place].text == text
            assert not len(overlay.elements[place])
    assert unblanked(visible(overlay.body)) == unblanked(visible_of(source))


# real pages


@pytest.mark.skipif(not RELEASES, reason="the corpus is not here")
@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.parent.name)
def test_every_number_of_a_real_page_can_be_marked(path: Path) -> None:
    source = Source.from_path(path)
    found = cells(source)
    original = open_original(source)
    texts = original.printed(place for place, _ in found)
    assert len(texts) == len({place for place, _ in found})
    overlay = original.overlay([Mark(place, place) for place in texts])
    assert len(overlay.elements) == len(texts)
    assert all(overlay.elements[place].text == text for place, text in texts.items())
    assert not objections(written(overlay))
    assert visible(overlay.body) == visible_of(source)
