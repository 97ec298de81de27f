"""Several companies with statements in one file: whose are read, and what is said of the others."""

from decimal import Decimal

import pytest

from converter import Code, Conversion, Filing, Source, convert
from converter.entity.registrants import cover_registrants, same_company

TABLE = """
{name:^76}
                    CONSOLIDATED STATEMENTS OF INCOME
                (In thousands, except per share amounts)

                                               Years Ended December 31,
                                                  1995           1994

Net sales                                       {first}        27,350
Cost of sales                                     {cost}        19,820
Selling and administrative expenses              4,900          5,110
Income before income taxes                       1,250          2,420
Provision for income taxes                         500            970
Net income                                         750          1,450
Net income per share                              $.15           $.29
"""
COVER = """
                     ANNUAL REPORT FOR THE YEAR ENDED DECEMBER 31, 1995

{names}
"""
EXACT = "{:^76}\n          (Exact name of registrant as specified in its charter)\n"
PARENT, CHILD = ("OUTER HOLDING CORP. AND SUBSIDIARIES", "24,600", "18,450"), ("INNER LIGHT & POWER COMPANY", "14,600", " 8,450")


def page(*companies: tuple[str, str, str]) -> str:
    return "\n\n".join(TABLE.format(name=name, first=first, cost=cost) for name, first, cost in companies)


def converted(text: str, **known: str) -> Conversion:
    return convert(Source.from_bytes(text.encode(), "page"), Filing(**known))  # type: ignore[arg-type]


def sales(conversion: Conversion) -> set[Decimal]:
    assert conversion.report is not None
    return {fact.value for fact in conversion.report.facts if fact.concept.name == "Revenues" and str(fact.period).startswith("1995")}


def several(conversion: Conversion) -> list[str]:
    return [diagnostic.message for diagnostic in conversion.diagnostics if diagnostic.code is Code.ENTITY_SEVERAL]


def test_those_that_come_first_are_read_and_no_report_is_written() -> None:
    conversion = converted(page(PARENT, CHILD))
    assert sales(conversion) == {Decimal(24600000)}
    assert not conversion.ok
    (message,) = several(conversion)
    assert "OUTER HOLDING" in message
    assert "INNER LIGHT" in message


@pytest.mark.parametrize(
    ("known", "wanted"),
    [({"company": "Inner Light and Power Co."}, 14600000), ({"company": "Outer Holding Corporation"}, 24600000), ({"cik": "99"}, 24600000)],
)
def test_who_is_given_is_read(known: dict[str, str], wanted: int) -> None:
    conversion = converted(page(PARENT, CHILD), **known)
    assert sales(conversion) == {Decimal(wanted)}
    assert conversion.ok
    left = [d.message for d in conversion.diagnostics if d.code is Code.NOT_PRIMARY]
    assert any("another name" in message for message in left)


def test_the_one_registrant_of_the_cover_is_read() -> None:
    """An associate's statements, which a rule demands beside those of the registrant, are not its own."""
    cover = COVER.format(names=EXACT.format("INNER LIGHT & POWER COMPANY"))
    conversion = converted(cover + page(PARENT, CHILD))
    assert sales(conversion) == {Decimal(14600000)}
    assert conversion.ok
    assert conversion.report is not None
    assert conversion.report.entity.name == "INNER LIGHT & POWER COMPANY"


def test_two_registrants_of_the_cover_are_several() -> None:
    cover = COVER.format(names=EXACT.format("OUTER HOLDING CORP.") + EXACT.format("INNER LIGHT & POWER COMPANY"))
    assert len(several(converted(cover + page(PARENT, CHILD)))) == 1


@pytest.mark.parametrize("other", ["Outer Holding Corp.", "OUTER HOLDING CORPORATION", "THE OUTER HOLDING CORP. AND SUBSIDIARIES"])
def test_one_company_whose_name_is_printed_in_two_ways(other: str) -> None:
    conversion = converted(page(PARENT, (other, "24,700", "18,550")))
    assert not several(conversion)
    assert sales(conversion) == {Decimal(24600000)}


def test_names_on_the_cover() -> None:
    text = COVER.format(names=EXACT.format("OUTER HOLDING CORP.") + "\n" + EXACT.format("INNER LIGHT & POWER COMPANY"))
    assert cover_registrants(text) == ("OUTER HOLDING CORP.", "INNER LIGHT & POWER COMPANY")


@pytest.mark.parametrize(("first", "second"), [("Outer Holding Corp.", "Outer Associates"), ("Outer Corp.", "Outer Power Company")])
def test_companies_of_one_group_are_not_one(first: str, second: str) -> None:
    assert not same_company(first, second)
