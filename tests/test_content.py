"""What the place of a line makes of its words: kinds beside each other, items added back, halves of labels, headings that tell dilution."""

from decimal import Decimal

import pytest

from converter import Filing, Source, convert
from converter.wording.labels.reading import parse

YEAR, BEFORE, END = "2001-01-01..2001-12-31", "2000-01-01..2000-12-31", "2001-12-31"

HEAD = """
                          EXAMPLE HOLDINGS, INC.
                   CONSOLIDATED STATEMENTS OF OPERATIONS
                   (In thousands, except per share data)

                                                   Year Ended December 31,
                                                      2001         2000
                                                   ----------   ----------
"""
BALANCE = """
                          EXAMPLE HOLDINGS, INC.
                       CONSOLIDATED BALANCE SHEETS
                             (In thousands)

                                                   December 31, December 31,
                                                      2001         2000
                                                   ----------   ----------
"""


def read(page: str) -> dict[tuple[str, str], Decimal]:
    report = convert(Source.from_bytes(page.encode(), "page"), Filing(cik=1234567)).report
    assert report is not None
    return {(fact.concept.qname, str(fact.period)): fact.value for fact in report.facts}


def rows(*lines: tuple[str, str, str] | str) -> str:
    return "".join(f"{line}\n" if isinstance(line, str) else f"{line[0]:<50}{line[1]:>11}{line[2]:>13}\n" for line in lines)


SOFTWARE = HEAD + rows(
    "Revenues:",
    ("  Software licenses", "500", "400"),
    ("  Maintenance and support", "300", "200"),
    ("  Professional services", "200", "150"),
    ("    Total revenues", "1,000", "750"),
    "Cost of revenues:",
    ("  Software licenses", "50", "40"),
    ("  Maintenance and support", "100", "90"),
    ("  Professional services", "150", "120"),
    ("    Total cost of revenues", "300", "250"),
    ("Gross profit", "700", "500"),
)


def test_one_kind_of_service_beside_another_is_not_all_services() -> None:
    found = {name for name, _ in read(SOFTWARE)}
    assert not {"er:ServiceRevenues", "er:CostOfServiceRevenue"} & found


def test_a_kind_of_revenue_among_the_costs_is_a_cost() -> None:
    assert read(SOFTWARE)["er:LicenseRevenues", YEAR] == 500_000


DILUTION = HEAD + rows(
    ("Net sales", "9,000", "8,000"),
    ("Cost of sales", "8,000", "7,200"),
    ("Net income", "1,000", "800"),
    "Basic:",
    ("  Net income per common share", "$1.00", "$.80"),
    ("  Weighted average number of common shares", "1,000", "1,000"),
    "Diluted:",
    ("  Net income per common share", "$.91", "$.73"),
    ("  Weighted average number of common shares", "1,100", "1,100"),
)


def test_a_heading_tells_the_dilution_of_results_and_of_shares() -> None:
    found = read(DILUTION)
    assert found["er:EarningsPerShareBasic", YEAR] == 1
    assert found["er:EarningsPerShareDiluted", YEAR] == Decimal("0.91")
    assert found["er:WeightedAverageNumberOfSharesOutstandingBasic", YEAR] == 1_000_000
    assert found["er:WeightedAverageNumberOfDilutedSharesOutstanding", YEAR] == 1_100_000


DISCONTINUED = HEAD + rows(
    ("Net sales", "9,000", "8,000"),
    ("Cost of sales", "8,400", "9,100"),
    ("Income (loss) from continuing operations", "600", "(1,100)"),
    "Discontinued operations:",
    ("  Loss from operations, net of taxes", "(100)", "(80)"),
    ("  Gain on disposal, net of taxes", "300", "280"),
    ("    Income from discontinued operations", "200", "200"),
    ("Net income (loss)", "800", "(900)"),
    ("Income (loss) per share from continuing operations - basic", "$.60", "$(1.10)"),
    ("Loss per share from discontinued operations - basic", "$.20", "$.20"),
    ("Net income (loss) per share - basic", "$.80", "$(.90)"),
)


def test_a_result_of_discontinued_operations_has_its_own_sign_and_total() -> None:
    found = read(DISCONTINUED)
    assert found["er:IncomeLossFromDiscontinuedOperationsNetOfTax", BEFORE] == 200_000
    assert found["er:IncomeLossFromDiscontinuedOperationsNetOfTaxPerBasicShare", BEFORE] == Decimal("0.20")


def test_what_cash_flows_add_back_may_differ_from_the_item_itself() -> None:
    page = HEAD + rows(
        ("Net sales", "9,000", "8,000"),
        ("Cost of sales", "8,000", "7,000"),
        ("Income before extraordinary item", "1,000", "1,000"),
        ("Extraordinary loss, net of tax", "-", "(690)"),
        ("Net income", "1,000", "310"),
    )
    page += HEAD.replace("OPERATIONS", "CASH FLOWS") + rows(
        "Cash flows from operating activities:",
        ("  Net income", "1,000", "310"),
        ("  Extraordinary loss", "-", "1,100"),
        ("    Net cash provided by operating activities", "1,000", "1,410"),
        "Cash flows from investing activities:",
        ("  Capital expenditures", "(400)", "(300)"),
        ("    Net cash used in investing activities", "(400)", "(300)"),
    )
    assert read(page)["er:ExtraordinaryItemNetOfTax", BEFORE] == -690_000


UNCLASSIFIED = BALANCE + rows(
    "Assets",
    ("Cash and cash equivalents", "100", "90"),
    ("Securities held to maturity (fair value of $88 and", "", ""),
    ("   $91)", "87", "77"),
    ("Other assets", "13", "33"),
    ("Total assets", "200", "200"),
    "Liabilities and Stockholders' Equity",
    ("Notes payable", "120", "130"),
    ("Other liabilities", "10", "10"),
    ("Total liabilities", "130", "140"),
    ("Common stock", "70", "60"),
    ("Total stockholders' equity", "70", "60"),
    ("Total liabilities and stockholders' equity", "200", "200"),
)


def test_notes_of_no_known_maturity_are_no_short_term_borrowing() -> None:
    assert ("er:ShortTermBorrowings", END) not in read(UNCLASSIFIED)


def test_a_label_wrapped_within_parentheses_keeps_its_numbers() -> None:
    found = read(UNCLASSIFIED)
    assert [value for (name, period), value in found.items() if "HeldToMaturity" in name and period == END] == [87_000]


def test_a_label_wrapped_before_an_amount_of_its_own_keeps_its_numbers() -> None:
    page = HEAD + rows(
        ("Net sales", "9,000", "8,000"),
        ("Cost of sales", "7,000", "6,000"),
        "Interest expense, net of interest income of",
        ("     $88 and $91", "400", "300"),
        "General and administrative, net of rent of",
        ("     $12", "650", "710"),
        ("Net income", "950", "990"),
    )
    assert {-400_000, 650_000} <= {value for (_, period), value in read(page).items() if period == YEAR}


PROPERTY = BALANCE + rows(
    "Current assets:",
    ("  Cash and cash equivalents", "100", "90"),
    ("  Other", "10", "10"),
    ("    Total current assets", "110", "100"),
    ("Property, plant and equipment", "300", "280"),
    ("  Less: accumulated depreciation", "(100)", "(90)"),
    ("    Property, plant and equipment, net", "200", "190"),
    ("Other", "15", "12"),
    ("    Total assets", "325", "302"),
    "Current liabilities:",
    ("  Accounts payable", "25", "22"),
    ("    Total current liabilities", "25", "22"),
    "Stockholders' equity:",
    ("  Common stock", "300", "280"),
    ("    Total stockholders' equity", "300", "280"),
    ("    Total liabilities and stockholders' equity", "325", "302"),
)


def test_property_before_its_depreciation_and_what_is_left_of_the_assets() -> None:
    found = read(PROPERTY)
    assert found["er:PropertyPlantAndEquipmentGross", END] == 300_000
    assert found["er:OtherAssetsCurrent", END] == 10_000
    assert found["er:OtherAssetsNoncurrent", END] == 15_000


def test_a_label_in_two_lines_is_no_heading_of_another_table() -> None:
    page = HEAD + rows(
        ("Collaboration revenue", "9,000", "8,000"),
        ("Research and development", "9,500", "8,800"),
        ("Net loss", "(500)", "(800)"),
        ("Basic and diluted net loss per share", "$(.50)", "$(.80)"),
        "Weighted average shares used in computation of basic",
        ("   and diluted net loss per share", "1,000", "1,000"),
    )
    assert read(page)["er:WeightedAverageNumberOfShareOutstandingBasicAndDiluted", YEAR] == 1_000_000


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("8.125% Series A Redeemable Preferred Stock ($172,500 liquidation preference)", "Series A Redeemable Preferred"),
        ("Weighted average shares outstanding (thousands)", "Weighted average shares outstanding"),
        ("Interest expense, net of interest income of $88", "Interest expense, net"),
        ("Interest expense, net of capitalized interest of $88", "Interest expense"),
        ("Inventories, principally raw materials", "Inventories"),
        ("Accounts payable, including checks issued and outstanding", "Accounts payable"),
        ("Common shares of beneficial interest, $.01 par value; 500,000 shares authorized", "Common stock"),
        ("Loss per share for Class A and Class B common stockholders", "Loss per share for common stockholders"),
    ],
)  # fmt: skip
def test_what_a_label_tells_beside_its_words(printed: str, plain: str) -> None:
    assert parse(printed).words.removesuffix(" stock") == parse(plain).words.removesuffix(" stock")


def test_what_stands_under_one_business_is_no_amount_of_the_whole() -> None:
    builder = HEAD + rows(
        "Homebuilding:",
        ("  Home sale revenues", "1,000", "750"),
        ("  Home cost of sales", "(700)", "(550)"),
        ("  Gross margin", "300", "200"),
        ("  Selling, general and administrative", "(100)", "(90)"),
        ("  Homebuilding pretax income", "200", "110"),
        "Financial services:",
        ("  Revenues", "50", "40"),
        ("  Expenses", "(30)", "(20)"),
        ("  Financial services pretax income", "20", "20"),
        ("Income before income taxes", "220", "130"),
        ("Income taxes", "(80)", "(50)"),
        ("Net income", "140", "80"),
    )
    found = read(builder)
    assert not {"er:Revenues", "er:CostOfRevenue", "er:GrossProfit"} & {name for name, _ in found}
    assert found["er:NetIncomeLoss", YEAR] == 140_000


def test_royalties_and_the_cost_of_products_are_told_from_what_holds_more_or_less() -> None:
    drugs = HEAD + rows(
        "Revenues:",
        ("  Product sales, net", "800", "600"),
        ("  Royalty and license", "200", "150"),
        ("    Total revenues", "1,000", "750"),
        "Costs and expenses:",
        ("  Cost of product sales", "300", "200"),
        ("  Research and development", "400", "300"),
        ("    Total costs and expenses", "700", "500"),
        ("Income from operations", "300", "250"),
    )
    found = read(drugs)
    assert ("er:LicenseRevenues", YEAR) not in found
    assert ("er:CostOfRevenue", YEAR) not in found
    assert found["er:CostOfProductRevenue", YEAR] == 300_000


STAGE = """
                          EXAMPLE HOLDINGS, INC.
                   CONSOLIDATED STATEMENTS OF OPERATIONS
                   (In thousands, except per share data)

                                                                          PERIOD FROM
                                                                         MAY 3, 1997
                                                                        (INCEPTION) TO
                                                 YEAR ENDED DECEMBER 31,  DECEMBER 31,
                                                   2001         2000         2001
                                                ----------   ----------   ----------
"""


@pytest.mark.parametrize(
    "memo",
    ["(*) Allocated as follows:", "Stock-based compensation is included in the above as follows:", "Stock-based compensation:",
     "(1) Includes stock-based compensation expense of:"],
)  # fmt: skip
def test_a_memo_spreads_one_amount_over_lines_that_keep_their_own(memo: str) -> None:
    lines = [
        ("Grant revenue", "500", "400", "900"),
        ("Research and development", "700", "600", "2,900"),
        ("General and administrative", "200", "150", "800"),
        ("Stock-based compensation (*)", "90", "60", "210"),
        ("Total operating expenses", "990", "810", "3,910"),
        ("Net loss", "(490)", "(410)", "(3,010)"),
        (memo,),
        ("  Research and development", "50", "40", "130"),
        ("  General and administrative", "40", "20", "80"),
    ]
    found = read(STAGE + "".join(f"{label:<46}{''.join(f'{n:>12} ' for n in numbers)}".rstrip() + "\n" for label, *numbers in lines))
    assert found["er:ResearchAndDevelopmentExpense", "1997-05-03..2001-12-31"] == 2_900_000
    assert found["er:GeneralAndAdministrativeExpense", YEAR] == 200_000
    assert found["er:NetIncomeLoss", BEFORE] == -410_000
    assert "example:ResearchAndDevelopment" not in {name for name, _ in found}
