"""Who reports: the order of evidence, tickers as releases print them, and no invented identifier."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from converter.diagnostic import Code, Diagnostic, Refusal
from converter.entity.identification import identify
from converter.entity.names import folded_name, repeated_name
from converter.entity.tickers import mentions
from converter.filing import CIK_SCHEME, NAME_SCHEME, TICKER_SCHEME, Entity, Filing, month_and_day

TEXT = """
     ANYTOWN, Mass.--(BUSINESS WIRE)--Feb. 26, 2004--Sample Ovens,
Inc. (Nasdaq NM: SMPL), the leading supplier of ovens to Other Chips Corp. (NYSE: OCC), today announced
"""


def found(
    text: str = "", names: Sequence[str] = (), filing: Filing | None = None, header: Filing | None = None
) -> tuple[Entity, list[Code]]:
    doubts: list[Diagnostic] = []
    entity = identify(filing, header, names, text, doubts.append)
    return entity, [doubt.code for doubt in doubts]


def test_the_order_of_evidence() -> None:
    header = Filing(cik="1234", company="SAMPLE OVENS INC")
    assert found(TEXT, filing=Filing(cik=99, ticker="X", company="Y"), header=header)[0].identifier == "0000000099"
    assert found(TEXT, filing=Filing(ticker="nyse:x", company="Y"), header=header)[0].identifier == "NYSE:X"
    assert found(TEXT, filing=Filing(company="Y Corp."), header=header)[0] == Entity(NAME_SCHEME, "y-corp", "Y Corp.")
    entity, doubts = found(TEXT, header=header)
    assert (entity.scheme, entity.identifier, doubts) == (CIK_SCHEME, "0000001234", [])


def test_several_registrants_are_an_error_until_one_is_said() -> None:
    header = Filing(cik="1234", company="SAMPLE OVENS INC", others=("SAMPLE KILNS LLC (CIK 0000005678)",))
    entity, doubts = found(TEXT, header=header)
    assert (entity.identifier, doubts) == ("0000001234", [Code.ENTITY_SEVERAL])
    assert found(TEXT, filing=Filing(cik="5678"), header=header)[1] == []


def test_a_printed_ticker_is_inferred_and_points_at_its_place() -> None:
    doubts: list[Diagnostic] = []
    entity = identify(None, None, ["SAMPLE OVENS, INC."], TEXT, doubts.append)
    assert (entity.scheme, entity.identifier, entity.name) == (TICKER_SCHEME, "NASDAQ:SMPL", "SAMPLE OVENS, INC.")
    assert [doubt.code for doubt in doubts] == [Code.ENTITY_INFERRED]
    place = doubts[0].place
    assert place is not None
    assert TEXT.split("\n")[place.line - 1][place.start : place.end] == "Nasdaq NM: SMPL"


def test_the_name_in_front_of_the_ticker_serves_where_no_heading_has_one() -> None:
    assert found(TEXT)[0].name == "Sample Ovens, Inc."


def test_a_ticker_of_another_company_is_not_taken() -> None:
    text = "A customer, Other Chips Corp. (NYSE: OCC), ordered ovens.\n"
    assert found(text, ["SAMPLE OVENS, INC."]) == (Entity(NAME_SCHEME, "sample-ovens-inc", "SAMPLE OVENS, INC."), [Code.ENTITY_BY_NAME])
    assert found(text + TEXT, ["SAMPLE OVENS, INC."])[0].identifier == "NASDAQ:SMPL"


def test_a_partner_named_together_with_the_company_is_another_company() -> None:
    text = "An agreement between Sample Ovens and Other Chips Corp. (NYSE: OCC) was signed.\n"
    assert found(text, ["SAMPLE OVENS, INC."])[0].scheme == NAME_SCHEME


def test_a_ticker_alone_on_the_cover() -> None:
    cover = "[LOGO]     Exhibit 99.1\nNASDAQ: SMPL\n\nFOR IMMEDIATE RELEASE\n"
    assert found(cover, ["SAMPLE OVENS, INC. AND SUBSIDIARIES"])[0].identifier == "NASDAQ:SMPL"


def test_markup_is_read_through_on_the_same_lines() -> None:
    doubts: list[Diagnostic] = []
    markup = "<html><body>\n<p><b>Sample Ovens, Inc.</b>\n(Nasdaq&#58; <i>SMPL</i>) today</p></body></html>"
    assert identify(None, None, ["Sample Ovens, Inc."], markup, doubts.append).identifier == "NASDAQ:SMPL"
    assert "line 3" in doubts[0].message


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("(Nasdaq NM: SMPL)", "NASDAQ:SMPL"),
        ("(NASDAQ: XYZ)", "NASDAQ:XYZ"),
        ("(NYSE: ABC)", "NYSE:ABC"),
        ("NYSE/ABC", "NYSE:ABC"),
        ("Nasdaq National Market symbol SMPL", "NASDAQ:SMPL"),
        ("(OTC Bulletin Board: ICSL.OB)", "OTCBB:ICSL.OB"),
        ("(NYSE American: X)", "NYSEAMERICAN:X"),
        ("(AMEX symbol: USM)", "NYSEAMERICAN:USM"),
        ("(TSX: ABX; NYSE: GOLD)", "TSX:ABX"),
        ("(Nasdaq: \u201cHBCP\u201d)", "NASDAQ:HBCP"),
        ("(NASDAQ-GS: LAMR)", "NASDAQ:LAMR"),
        ("(Nasdaq MSFT @sample)", "NASDAQ:MSFT"),
        ("(Nasdaq Global Select Market: ABCD)", "NASDAQ:ABCD"),
        ("(NYSE: BRK.B)", "NYSE:BRK.B"),
        ("(NASDAQ/NMS: ABCD)", "NASDAQ:ABCD"),
        ('on the Nasdaq National Market tier of the\nNasdaq Stock Market under the symbol "WATS."', "NASDAQ:WATS"),
        ("(OTCQB: ABCD)", "OTCQB:ABCD"),
    ],
)
def test_tickers_as_printed(printed: str, expected: str) -> None:
    assert next(mentions(f"Sample Ovens, Inc. {printed}")).ticker == expected


@pytest.mark.parametrize(
    "printed",
    [
        "the Nasdaq-100 index",
        "Nasdaq: The Company",
        "listed on the NYSE. ABC",
        "the NYSE AND others",
        "(NASDAQ Symbol-Volt)",
        "Nasdaq Composite",
        "NYSE: THE",
        "AMEXCO: ABC",
    ],
)
def test_what_is_no_ticker(printed: str) -> None:
    assert not list(mentions(printed))


def test_by_name_from_the_heading_then_from_the_cover() -> None:
    assert found("some text", ["CONSOLIDATED STATEMENTS", "Sample Ovens, Inc. and Subsidiaries"])[0].name == "Sample Ovens, Inc."
    cover = "     SAMPLE OVENS, INC.\n     Jones Public Relations, Inc.\n\nSample Ovens today reported. The Company grew.\nThe Company\n"
    entity, doubts = found(cover)
    assert (entity.identifier, doubts) == ("sample-ovens-inc", [Code.ENTITY_BY_NAME])


def test_a_heading_and_a_cover_fold_to_one_identifier() -> None:
    assert folded_name("SAMPLE  OVENS, INC. AND SUBSIDIARIES") == folded_name("Sample Ovens, Inc.") == "sample-ovens-inc"
    assert folded_name("P&G Co.") == folded_name("P & G Co")


@pytest.mark.parametrize("text", ["", "Net sales 7,792\n", "The Company\nthe Trust\nThe Corporation", "Boil two eggs for five minutes."])
def test_nobody_is_an_error_that_says_what_to_give(text: str) -> None:
    with pytest.raises(Refusal, match="--cik, --ticker or --company") as caught:
        found(text)
    assert caught.value.diagnostic.code is Code.ENTITY_UNKNOWN


@pytest.mark.parametrize(("words", "expected"), [("12-31", (12, 31)), ("2-29", (2, 29)), ("--06-30", (6, 30))])
def test_fiscal_year_end(words: str, expected: tuple[int, int]) -> None:
    assert month_and_day(words) == expected


@pytest.mark.parametrize("words", ["", "13-01", "02-30", "1231", "12/31", "Dec 31", "2003-12-31"])
def test_a_fiscal_year_end_that_cannot_be(words: str) -> None:
    with pytest.raises(ValueError, match="MM-DD"):
        month_and_day(words)


def test_filing_toml(tmp_path: Path) -> None:
    path = tmp_path / "filing.toml"
    path.write_text('cik = 1234\nticker = "NASDAQ:SMPL"\ncompany = "Sample Ovens, Inc."\nfiscal-year-end = "12-31"\ncurrency = "USD"\n')
    assert Filing.from_toml(path) == Filing("1234", "NASDAQ:SMPL", "Sample Ovens, Inc.", (12, 31), "USD")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('ticker = "X"\ncik = "12x"\n', "line 2, key cik: a CIK is a number"),
        ("cik = true\n", "line 1, key cik: it takes words in quotes"),
        ('ticker = "X"\n\nfiscal-year-end = "31-12"\n', "line 3, key fiscal-year-end: a fiscal year end is a day as MM-DD"),
        ("fiscal-year-end = 12\n", "line 1, key fiscal-year-end"),
        ('currency = "dollars"\n', "line 1, key currency: a currency is an ISO 4217 code"),
        ('name = "X"\n', "line 1, key name: there is no such key"),
        ("[cik]\nx = 1\n", "line 1, key cik"),
        ("cik = \n", "is not TOML: .*line 1"),
    ],
)
def test_filing_toml_that_cannot_be(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "filing.toml"
    path.write_text(text)
    with pytest.raises(Refusal, match=words) as caught:
        Filing.from_toml(path)
    assert caught.value.diagnostic.code is Code.FILING_INVALID


def test_one_filing_over_another() -> None:
    assert Filing(ticker="A").over(Filing(cik="1", ticker="B", currency="EUR")) == Filing(cik="1", ticker="A", currency="EUR")


def test_a_report_without_cover_and_headings_names_its_company_most_often() -> None:
    text = """Example Mills Corporation spins yarn. In May Example Mills Corporation sold its subsidiary, Sample Dyes, Inc., to the managers
of Sample Dyes. Sales of Example Mills rose: Example Mills Corporation sold more.
Each share of Example Mills Corporation earned more.
The stock of Example Mills Corporation is held by 900 holders."""
    assert repeated_name(text) == "Example Mills Corporation"


def test_a_company_that_is_no_report_s_own_is_not_named() -> None:
    assert repeated_name("The Company sold its subsidiary, Sample Dyes, Inc. The buyer of Sample Dyes, Inc. paid in cash.") == ""


def by_name(text: str, *headings: str) -> str:
    told: list[Diagnostic] = []
    entity = identify(None, None, headings, text, told.append)
    assert [d.code for d in told] == [Code.ENTITY_BY_NAME]
    return entity.name


def test_a_report_defines_its_own_company() -> None:
    """Of two companies that the text names, the one that it calls "the Company" reports; so does the one whose auditors speak."""
    text = (
        "Harbour Glass Corporation makes bottles. Harbour Glass Corporation and Harbour Glass Corporation again.\n\n"
        'Example   Brothers\n(the "Company") is a holding company.\n'
    )
    assert by_name(text) == "Example Brothers"
    audited = "We have audited the balance sheets of Example Works Incorporated and sub-\nsidiaries as of August 31, 1995."
    assert by_name(audited) == "Example Works Incorporated"


def test_words_that_the_text_prints_in_small_letters_are_no_name_while_there_is_a_better_one() -> None:
    text = "Cash Equivalents\nAll cash equivalents are due within a month.\nHarbour Brothers\n"
    assert by_name(text, "Cash Equivalents", "Harbour Brothers") == "Harbour Brothers"


def test_a_heading_with_subsidiaries_names_a_company() -> None:
    assert by_name("Harbour Glass Corporation", "Example Brothers and Subsidiaries") == "Example Brothers"
