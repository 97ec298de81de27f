"""The right document of a submission, its header, and line numbers that stay those of the file."""

from datetime import date

import pytest

from converter.diagnostic import Code, Refusal
from converter.sources.source import Source
from converter.sources.submission import exhibits_of, header_of, is_submission

HEADER = """<SEC-DOCUMENT>0000000000-04-000001.txt : 20040226
<SEC-HEADER>0000000000-04-000001.hdr.sgml : 20040226
CONFORMED SUBMISSION TYPE:	8-K
CONFORMED PERIOD OF REPORT:	20040226

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			SAMPLE OVENS INC
		CENTRAL INDEX KEY:			0000001234
		FISCAL YEAR END:			1231
</SEC-HEADER>
"""
RELEASE = "CONDENSED CONSOLIDATED BALANCE SHEETS\n  Cash      $ 1   $ 2\n"


def document(kind: str, body: str, filename: str = "x.txt") -> str:
    return f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>2\n<FILENAME>{filename}\n<DESCRIPTION>x\n<TEXT>\n{body}</TEXT>\n</DOCUMENT>\n"


COVER = document("8-K", "Item 12. See the balance sheet in Exhibit 99.1\n", "cover.txt")


def source(text: str, exhibit: str = "") -> Source:
    return Source.from_bytes(text.encode(), "submission", exhibit=exhibit)


def test_exhibit_99_1_with_header_and_line_numbers_of_the_file() -> None:
    whole = HEADER + COVER + document("EX-99.1", RELEASE) + document("EX-99.2", "Slides\n")
    picked = source(whole)
    assert picked.text.strip() == RELEASE.strip()
    line = whole.split("\n").index("  Cash      $ 1   $ 2") + 1
    assert picked.lines([line]) == {line: "  Cash      $ 1   $ 2"}
    assert picked.header is not None
    assert (picked.header.cik, picked.header.company) == ("0000001234", "SAMPLE OVENS INC")
    assert (picked.header.fiscal_year_end, picked.header.period_of_report) == ((12, 31), date(2004, 2, 26))
    assert [note.code for note in picked.notes] == [Code.EXHIBIT_PICKED]
    assert "EX-99.2" in picked.notes[0].message


def test_columns_stay_when_the_document_starts_beside_a_tag() -> None:
    whole = "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT><html><body>BALANCE SHEET</body></html></TEXT>\n</DOCUMENT>\n"
    picked = source(whole)
    assert picked.format == "html"
    assert picked.lines([3])[3].find("<html>") == whole.split("\n")[2].find("<html>")


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["EX-99.2", "EX-99.1", "EX-99"], "EX-99.1"),
        (["EX-99.2", "EX-99"], "EX-99"),
        (["EX-99.3", "EX-99.2"], "EX-99.2"),
        (["10-K", "EX-13"], "EX-13"),
        (["EX-27", "EX-10.1", "10-Q"], "10-Q"),
        (["EX-99.02", "EX-99.01"], "EX-99.01"),
        (["8-K", "EX-101.INS", "GRAPHIC"], "8-K"),
        (["8-K", "EX-99.10", "EX-99.9"], "EX-99.9"),
    ],
)
def test_the_usual_order(kinds: list[str], expected: str) -> None:
    picked = source(HEADER + "".join(document(kind, f"BALANCE SHEET of {kind}\n") for kind in kinds))
    assert picked.text.strip() == f"BALANCE SHEET of {expected}"


def test_an_exhibit_without_statements_gives_way_to_one_that_has_them() -> None:
    whole = document("EX-99.1", "A certification.\n") + document("EX-99.2", "CONSOLIDATED STATEMENTS OF OPERATIONS\n")
    assert "OPERATIONS" in source(whole).text
    markup = "<html><body><p>Consolidated&nbsp;Statements <b>of</b> Income</p></body></html>\n"
    assert "Income" in source(document("EX-99.1", "Slides\n") + document("EX-99.2", markup)).text


def test_uuencoded_and_pdf_documents_are_not_picked() -> None:
    encoded = "<PDF>\nbegin 644 release.pdf\nM)5!$1BTQ+C0*\n`\nend\n</PDF>\n"
    assert source(document("EX-99.1", encoded) + document("EX-99.2", RELEASE)).text.strip() == RELEASE.strip()


def test_the_xbrl_wrapper_is_no_part_of_the_document() -> None:
    picked = source(document("8-K", "<XBRL>\n<?xml version='1.0'?><html><body>BALANCE SHEET</body></html>\n</XBRL>\n"))
    assert picked.text.strip().startswith("<?xml")
    assert picked.text.strip().endswith("</html>")
    assert picked.format == "html"


@pytest.mark.parametrize("wanted", ["EX-99.2", "ex-99.2", "99.2", "slides.txt", "Exhibit 99.2", "EX-99.02"])
def test_an_exhibit_by_name(wanted: str) -> None:
    whole = COVER + document("EX-99.1", RELEASE) + document("EX-99.2", "Slides\n", "slides.txt")
    assert source(whole, wanted).text.strip() == "Slides"


def test_a_missing_exhibit_is_refused_with_the_list() -> None:
    with pytest.raises(Refusal, match=r"8-K, EX-99\.1") as caught:
        source(COVER + document("EX-99.1", RELEASE), "EX-99.7")
    assert caught.value.diagnostic.code is Code.EXHIBIT_MISSING
    with pytest.raises(Refusal, match="not an SGML submission"):
        source(RELEASE, "EX-99.1")


def test_nothing_that_could_be_a_release() -> None:
    with pytest.raises(Refusal) as caught:
        source(document("GRAPHIC", "begin 644 a.jpg\nM\nend\n") + document("EX-27", "<CASH> 1\n"))
    assert caught.value.diagnostic.code is Code.EXHIBIT_MISSING


def test_a_submission_cut_anywhere_still_gives_what_is_there() -> None:
    whole = HEADER + COVER + document("EX-99.1", RELEASE)
    start = whole.index("<TYPE>EX-99.1")
    for end in range(start + len("<TYPE>EX-99.1"), len(whole)):
        text = whole[:end]
        exhibits = exhibits_of(text)
        assert [exhibit.type for exhibit in exhibits] == ["8-K", "EX-99.1"]
        body = text[exhibits[1].start : exhibits[1].end].strip()
        if end >= whole.index(RELEASE) + len(RELEASE):
            assert body.startswith(RELEASE.strip())
        elif end >= whole.index(RELEASE):
            assert RELEASE.startswith(body)


def test_one_document_with_its_tags_needs_no_choice() -> None:
    picked = source(document("EX-99.1", RELEASE))
    assert not picked.notes
    assert picked.header is None


def test_several_registrants_are_told_of() -> None:
    second = HEADER.replace("SAMPLE OVENS INC", "SAMPLE KILNS LLC").replace("0000001234", "0000005678")
    header = header_of(HEADER + second[second.index("FILER:") :])
    assert header is not None
    assert (header.cik, header.others) == ("0000001234", ("SAMPLE KILNS LLC (CIK 0000005678)",))
    twice = header_of(HEADER + HEADER[HEADER.index("FILER:") :])
    assert twice is not None
    assert not twice.others


def test_header_with_tags_and_nonsense_in_it() -> None:
    tags = "<PERIOD>20040226\n<FILER>\n<COMPANY-DATA>\n<CONFORMED-NAME>SAMPLE OVENS INC\n<CIK>0000001234\n<FISCAL-YEAR-END>0930\n"
    header = header_of(tags)
    assert header is not None
    assert (header.cik, header.fiscal_year_end) == ("0000001234", (9, 30))
    odd = header_of(HEADER.replace("1231", "0231").replace("20040226\n\n", "2004\n\n"))
    assert odd is not None
    assert odd.fiscal_year_end is None
    assert odd.period_of_report is None
    assert header_of("CENTRAL INDEX KEY: none") is None


def test_prose_is_no_submission() -> None:
    assert not is_submission("The <DOCUMENT> that we filed")
