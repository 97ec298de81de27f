"""Inline XBRL: digits tagged where they are printed, the value always that of the instance, the page the original's."""

from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve
from lxml import etree
from overlaid import visible, visible_of
from reports import REPORT, fact

from converter import Conversion, Filing, Source, convert
from converter.diagnostic import Code, Diagnostic
from converter.period import Duration
from converter.place import Place
from converter.report import Fact, Report, Unit
from converter.validation.inline import objections
from converter.writers.inline import IX, IXT, write_inline
from converter.writers.printed import ink_of

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
RELEASES = sorted(CORPUS.glob("*/release.*"))
PAGE = """<html><head><title>Results</title></head><body bgcolor=white><center><font size=4><b>Example & Sons, Inc.</b></font></center>
<p align=center><b>CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS</b><br>(In thousands, except per share data)
<table border=0 cellpadding=2 width=600>
<tr><td></td><td colspan=2 nowrap>Three months ended<br>December 31, 2003</td>
<td colspan=2 nowrap>Three months ended<br>December 31, 2002</td></tr>
<tr><td>Net sales</td><td>$</td><td align=right>9,<b>876</b></td><td>$</td><td align=right>8,765</td></tr>
<tr><td>Cost of sales</td><td></td><td align=right>(6,543)</td><td></td><td align=right>(5,432)</td></tr>
<tr><td>Gross profit</td><td></td><td align=right>3,333</td><td></td><td align=right>3,333</td></tr>
<tr><td>Restructuring charge</td><td></td><td align=right>&#151;</td><td></td><td align=right>4,000</td></tr>
<tr><td>Net income (loss)</td><td>$</td><td align=right>3,333</td><td>$</td><td align=right>(667)</td></tr>
<tr><td>Basic income (loss) per share</td><td>$</td><td align=right>.33</td><td>$</td><td align=right>(0.07)</td></tr>
</table><script>track()</script></body></html>"""


def conversion(page: str = PAGE) -> Conversion:
    made = convert(Source.from_bytes(page.encode(), "page"), Filing(cik=1234567))
    assert made.ok
    return made


def tagged(page: bytes) -> dict[str, etree._Element]:
    return {element.get("id", ""): element for element in etree.fromstring(page).iter(f"{{{IX}}}nonFraction")}


def value_of(element: etree._Element) -> Decimal:
    """What the element says, by the specification: transformed, scaled, signed (Inline XBRL 1.1, 10.1)."""
    text = "".join(element.itertext())
    name = element.get("format")
    assert name in (None, "ixt:num-dot-decimal", "ixt:fixed-zero")
    number = Decimal(0) if name == "ixt:fixed-zero" else Decimal(text.replace(",", ""))
    return number.scaleb(int(element.get("scale", "0"))) * (-1 if element.get("sign") == "-" else 1)


def test_digits_are_tagged_and_signs_stay_outside() -> None:
    made = conversion()
    assert made.report is not None
    inline = write_inline(made.report, Source.from_bytes(PAGE.encode(), "page"))
    assert etree.fromstring(inline.page).nsmap["ixt"] == IXT
    assert not objections(inline.page)
    assert not inline.hidden
    found = tagged(inline.page)
    assert len(found) == len(made.report.facts) == 12
    by_text: dict[str, list[tuple[str | None, ...]]] = {}
    for element in found.values():
        by_text.setdefault(element.text or "", []).append(tuple(element.get(name) for name in ("format", "scale", "sign", "decimals")))
    assert by_text["9,876"] == [("ixt:num-dot-decimal", "3", None, "-3")]
    assert by_text["—"] == [("ixt:fixed-zero", "3", None, "-3")]
    assert by_text["667"] == [("ixt:num-dot-decimal", "3", "-", "-3")]
    assert by_text[".33"] == [("ixt:num-dot-decimal", "0", None, "2")]
    assert by_text["0.07"] == [("ixt:num-dot-decimal", "0", "-", "2")]
    assert by_text["5,432"] == [("ixt:num-dot-decimal", "3", None, "-3")], "costs are positive whatever the print"
    for position, one in enumerate(made.report.facts, 1):
        assert value_of(found[f"f{position}"]) == one.value


def test_the_page_shows_what_the_release_shows_and_runs_nothing() -> None:
    made = conversion()
    page = made.rendered(("ixbrl",))["page.xhtml"]
    body = etree.fromstring(page)[1]
    assert body[0].get("style") == "display:none"
    assert body[0][0].tag == f"{{{IX}}}header"
    body.remove(body[0])
    assert visible(body) == visible_of(Source.from_bytes(PAGE.encode(), "page"))
    assert b"track" not in page


def test_header_and_instance_have_the_same_frame() -> None:
    made = conversion()
    files = made.rendered(("xbrl", "ixbrl"))
    instance, page = etree.fromstring(files["page.xbrl"]), etree.fromstring(files["page.xhtml"])
    for name in ("{*}schemaRef", "{http://www.xbrl.org/2003/instance}context", "{http://www.xbrl.org/2003/instance}unit"):
        frames = [[[(e.tag, dict(e.attrib), e.text) for e in each.iter()] for each in tree.iter(name)] for tree in (instance, page)]
        assert frames[0] == frames[1] != []


def test_what_was_rewritten_and_dropped_is_told() -> None:
    notes: list[Diagnostic] = []
    conversion().rendered(("ixbrl",), notes.append)
    assert {note.code for note in notes} == {Code.PAGE_REWRITTEN}
    rewritten, dropped = (note.message for note in notes)
    assert "attribute nowrap (2 times from line 4)" in rewritten
    assert "center (line 1)" in rewritten
    assert dropped == "Left out of the inline document: script (line 12)."


def test_line_items_have_no_page() -> None:
    from converter import from_line_items

    made = from_line_items(
        [{"label": "Total assets", "statement": "BS", "end": "2003-12-31", "value": "7", "unit": "USD"}], Filing(company="Own")
    )
    with pytest.raises(ValueError, match="ixbrl"):
        made.rendered(("ixbrl",))


# which characters say the value


@pytest.mark.parametrize(
    ("printed", "value", "decimals", "characters", "scale"),
    [
        ("7,792", "7792000", -3, "7,792", 3),
        ("(1,314)", "-1314000", -3, "1,314", 3),
        ("$ .05", "0.05", 2, ".05", 0),
        ("1.50", "1500000", -4, "1.50", 6),
        ("10", "1000", -2, "10", 2),
        ("100", "100", 0, "100", 0),
        ("38.5%", "0.385", 3, "38.5", -2),
        ("(1) 7,792 (2)", "7792000", -3, "7,792", 3),
        ("0", "0", -3, "0", 3),
        ("0.00", "0", 2, "0.00", 0),
        ("$ -", "0", -3, "-", 3),
        ("—", "0", -6, "—", 6),
        ("-0-", "0", -3, "0", 3),
        ("nil", "0", 0, "nil", 0),
    ],
)
def test_the_characters_that_say_a_value(printed: str, value: str, decimals: int, characters: str, scale: int) -> None:
    ink = ink_of(printed, fact("Revenues", value, decimals))
    assert ink is not None
    assert printed[ink.start : ink.end] == characters
    assert ink.scale == scale
    assert ink.value(characters) == abs(Decimal(value))


@pytest.mark.parametrize(
    ("printed", "value"), [("7,793", "7792000"), ("7,792", "0"), ("0", "7792000"), ("-", "7792000"), ("", "0"), ("N/A", "7")]
)
def test_characters_that_say_something_else_say_nothing(printed: str, value: str) -> None:
    assert ink_of(printed, fact("Revenues", value, None)) is None


# places


def placed(value: str, *places: Place, concept: str = "Revenues", decimals: int = -3, unit: Unit | None = None) -> Fact:
    return evolve(fact(concept, value, decimals, unit=unit), places=places)


def laid(facts: tuple[Fact, ...], text: str) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    report: Report = evolve(REPORT, facts=facts)
    inline = write_inline(report, Source("example", text))
    assert not objections(inline.page)
    for position, one in enumerate(facts, 1):
        assert value_of(tagged(inline.page)[f"f{position}"]) == one.value
    return inline.page, inline.hidden


def test_a_fact_printed_twice_is_tagged_at_the_first_place_that_says_it() -> None:
    page, hidden = laid((placed("7792000", Place(1, 0, 5), Place(1, 10, 15), Place(2, 0, 5)),), "n.a.      7,792\n7,792\n")
    assert b'n.a.      <ix:nonFraction id="f1"' in page
    assert page.count(b"nonFraction id=") == 1
    assert not hidden


def test_two_facts_of_one_number_are_nested() -> None:
    unit = Unit.per_share("USD")
    place = Place(1, 0, 3)
    both = tuple(placed("-0.25", place, concept=f"EarningsPerShare{kind}", decimals=2, unit=unit) for kind in ("Basic", "Diluted"))
    page, hidden = laid((both[0], both[1]), ".25\n")
    assert not hidden
    found = tagged(page)
    assert found["f1"][0] is found["f2"]
    assert found["f2"].text == ".25"


def test_a_fact_that_no_print_says_is_hidden_with_its_reason() -> None:
    page, hidden = laid((placed("7792000", Place(1, 0, 5)), placed("-5000"), placed("1000", Place(9, 0, 1))), "7,700\n")
    assert [identifier for identifier, _ in hidden] == ["f1", "f2", "f3"]
    assert hidden[0][1] == "its printed form does not say its value"
    assert hidden[1][1] == "it is not printed"
    assert page.count(b"<ix:hidden>") == 1


def test_ids_of_the_page_give_way() -> None:
    made = conversion(PAGE.replace("<td>Net sales", "<td id=f1>Net sales").replace("<td>Cost", "<td id=USD><a href='#f1'>Cost</a>"))
    page = made.rendered(("ixbrl",))["page.xhtml"]
    assert not objections(page)
    assert b'<td id="f1-2">Net sales' in page
    assert b'<a href="#f1-2">' in page


# real releases


@pytest.mark.skipif(not RELEASES, reason="the corpus is not in ../shared")
def test_every_fact_of_real_releases_is_tagged_where_it_is_printed() -> None:
    """All pages of the corpus and every sixth text; benchmarks/inline_corpus.py takes all, with Arelle."""
    texts = [path for path in RELEASES if path.suffix == ".txt"]
    for path in [*(path for path in RELEASES if path.suffix != ".txt"), *texts[::6]]:
        made = convert(Source.from_path(path))
        assert made.report is not None
        assert made.document is not None
        source = made.document.source
        inline = write_inline(made.report, source)
        assert not inline.hidden, path
        assert not objections(inline.page), path
        found = tagged(inline.page)
        assert len(found) == len(made.report.facts)
        for position, one in enumerate(made.report.facts, 1):
            element = found[f"f{position}"]
            assert value_of(element) == one.value
            assert isinstance(one.period, Duration) == element.get("contextRef", "").startswith("D")
        body = etree.fromstring(inline.page, etree.XMLParser(huge_tree=True))[1]
        body.remove(body[0])
        if source.format == "html":
            assert visible(body) == visible_of(source)
        else:
            assert "".join(body.itertext()) == source.text[source.lead :].replace("\f", "\u240c")
