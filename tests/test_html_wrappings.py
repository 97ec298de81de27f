"""What stands around an HTML release: covers, submissions, hidden and preformatted parts, encodings."""

from collections.abc import Sequence

import pytest
from html_page import BALANCE, BOTH, INTRODUCTION, OPERATIONS, Line, balance, check_ledger, codes, converted, facts, operations, page, xhtml

from converter import Code

COVER = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance">
<head><title>8-K</title></head><body>
<div style="display:none"><ix:header><ix:hidden><ix:nonNumeric name="dei:AmendmentFlag" contextRef="c">false</ix:nonNumeric></ix:hidden>
<ix:resources><xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0007654321</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:startDate>2020-04-28</xbrli:startDate><xbrli:endDate>2020-04-28</xbrli:endDate></xbrli:period></xbrli:context></ix:resources>
</ix:header></div>
<p>FORM <ix:nonNumeric name="dei:DocumentType" contextRef="c">8-K</ix:nonNumeric></p>
<p><ix:nonNumeric name="dei:EntityRegistrantName" contextRef="c">Example Corp</ix:nonNumeric></p>
<table><tr><td>Delaware</td><td>001-12345</td><td>12-3456789</td></tr>
<tr><td>(State)</td><td>(File Number)</td><td>(Employer No.)</td></tr></table>
<table><tr><td>Title of each class</td><td>Trading Symbol</td><td>Exchange</td></tr>
<tr><td>Common Stock</td><td><ix:nonNumeric name="dei:TradingSymbol" contextRef="c">EXMP</ix:nonNumeric></td><td>NASDAQ</td></tr></table>
<p>Emerging growth company <ix:nonNumeric name="dei:EntityEmergingGrowthCompany" contextRef="c">&#9744;</ix:nonNumeric></p>
"""


def test_an_inline_cover_page_is_tolerated() -> None:
    conversion = converted(f"{COVER}<hr/>{INTRODUCTION}{operations(xhtml)}{balance()}</body></html>")
    assert facts(conversion) == BOTH
    check_ledger(conversion)
    assert conversion.report is not None
    assert conversion.report.entity.identifier == "0001234567"  # what is told beats what a hidden context holds


SUBMISSION = """<SEC-DOCUMENT>0001111111-20-000001.txt : 20200428
<SEC-HEADER>0001111111-20-000001.hdr.sgml : 20200428
ACCESSION NUMBER:\t\t0001111111-20-000001
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t3
CONFORMED PERIOD OF REPORT:\t20200428

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE CORP
\t\tCENTRAL INDEX KEY:\t\t\t0000765432
\t\tFISCAL YEAR END:\t\t\t1231
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>main.htm
<TEXT>
{main}
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>2
<FILENAME>release.htm
<DESCRIPTION>RELEASE
<TEXT>
{release}
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>GRAPHIC
<SEQUENCE>3
<FILENAME>logo.jpg
<TEXT>
begin 644 logo.jpg
{graphic}
end
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_a_whole_submission_gives_its_exhibit_and_its_filer() -> None:
    graphic = "\n".join("M" + "_]C_X``02D9)1@`!`0$`8`!@``#_VP!#" * 2 for _ in range(200))
    text = SUBMISSION.format(main=COVER + "</body></html>", release=page(operations(), balance()), graphic=graphic)
    conversion = converted(text, None)
    assert facts(conversion) == BOTH
    assert conversion.report is not None
    entity = conversion.report.entity
    assert (entity.scheme, entity.identifier) == ("http://www.sec.gov/CIK", "0000765432")
    assert Code.EXHIBIT_PICKED in codes(conversion)
    lines = text.split("\n")
    for entry in conversion.entries:
        assert entry.text.strip("()") in "\n".join(lines[entry.place.line - 1 : entry.place.line + 2])  # lines of the whole submission


HIDDEN = (
    "<div style='display:none'>{}</div>",
    "<div style='DISPLAY : NONE;'>{}</div>",
    "<div hidden>{}</div>",
    "<div style='visibility:hidden'>{}</div>",
    "<!-- {} -->",
    "<script type='text/template'>{}</script>",
    "<template>{}</template>",
    "<noscript>{}</noscript>",
    "<ix:header><ix:hidden>{}</ix:hidden></ix:header>",
)


@pytest.mark.parametrize("around", HIDDEN)
def test_hidden_statements_are_unread(around: str) -> None:
    old = operations().replace("52,480", "99,999").replace("Consolidated", "Consolidated Old") + balance().replace("52,250", "88,888")
    conversion = converted(page(around.format(old), operations(), balance(), around.format(old)))
    assert facts(conversion) == BOTH
    check_ledger(conversion)
    assert len(conversion.entries) == len(BOTH)


def test_hidden_rows_and_cells_are_unread() -> None:
    def cells(line: Line) -> str:
        ghost = f"<tr style='display:none'><td>{line.label}</td><td>77,777</td><td>66,666</td></tr>"
        shown = "".join(f"<td>{number}<span style='display:none'>000</span></td>" for number in line.numbers)
        return f"{ghost}<tr><td>{line.label}<span hidden> (old)</span></td>{shown}</tr>\n"

    conversion = converted(page(operations(cells), balance(cells)))
    assert facts(conversion) == BOTH


def fixed(title: str, heads: Sequence[str], lines: Sequence[Line]) -> str:
    """A statement as fixed-width text."""
    rows = [f"{line.label:<46}" + "".join(f"{number.rstrip(')'):>13}{')' if number.endswith(')') else ' '}" for number in line.numbers)
            for line in lines]  # fmt: skip
    return "\n".join([" " * 20 + "EXAMPLE CORP", " " * 12 + title, "", *heads, "", *rows, "", ""])


PREFORMATTED = fixed(
    "Consolidated Statements of Operations\n" + " " * 10 + "(In thousands, except per share data)",
    [" " * 47 + "Three Months Ended March 31,", f"{'':<46}{'2020':>13}{'2019':>14}"],
    OPERATIONS,
), fixed(
    "Consolidated Balance Sheets\n" + " " * 14 + "(In thousands)",
    [f"{'':<46}{'March 31,':>13}{'December 31,':>15}", f"{'':<46}{'2020':>13}{'2019':>14}"],
    BALANCE,
)  # fmt: skip


@pytest.mark.parametrize("form", ["one", "two", "in a document", "with fonts", "with marks"])
def test_preformatted_releases(form: str) -> None:
    both = "".join(PREFORMATTED)
    text = {
        "one": page(f"<pre>\n{both}</pre>"),
        "two": page(*(f"<pre>\n{part}</pre>\n<hr>" for part in PREFORMATTED)),
        "in a document": f"<html><body><pre>{INTRODUCTION[3:-4]}\n\n{both}</pre></body></html>",
        "with fonts": page(f"<font size=2><PRE>\n{both.replace('Total assets', '<B>Total assets</B>')}</PRE></font>"),
        "with marks": page(f"<pre>\n<TABLE>\n<CAPTION>\n{both.replace('&', '&amp;')}</TABLE>\n</pre>"),
    }[form]
    conversion = converted(text)
    assert facts(conversion) == BOTH
    check_ledger(conversion)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    declared = "windows-1252" if encoding == "cp1252" else encoding.replace("-sig", "")
    text = page(operations(), balance()).replace("<head>", f"<head><meta http-equiv=Content-Type content='text/html; charset={declared}'>")
    text = text.replace("Example Corp makes examples", "Example Corp makes caf\u00e9 chairs").replace(
        "stockholders' equity", "stockholders&rsquo; equity"
    )
    conversion = converted(text.encode(encoding))
    assert facts(conversion) == BOTH
