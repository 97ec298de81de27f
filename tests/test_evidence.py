"""Two half-proofs name a line, one does not; and what a line's place denies."""

import pytest
from ledgers import concepts, rules

PRETAX = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
INCOME = """
Net sales | 1,000 | 900
Cost of goods sold | 600 | 500
{gross} | 400 | 400
Selling, general and administrative | 150 | 140
{operating} | 250 | 260
Other income, net | 10 | 20
{pretax} | 260 | 280
{tax} | 60 | 70
{net} | 200 | 210
"""
USUAL = {
    "gross": "Gross profit",
    "operating": "Operating income",
    "pretax": "Income before income taxes",
    "tax": "Income taxes",
    "net": "Net income",
}


def income(**words: str) -> str:
    return INCOME.format(**{**USUAL, **words})


@pytest.mark.parametrize(
    ("line", "words", "concept"),
    [
        ("gross", "Gross profit on goods", "GrossProfit"),
        ("pretax", "Income before unusual items and income taxes", PRETAX),
    ],
)
def test_near_words_and_a_role_name_a_line(line: str, words: str, concept: str) -> None:
    assert concepts("IS", income(**{line: words}))[words] == concept
    assert "near wording" in rules("IS", income(**{line: words}))[words]
    assert "the sums confirm it" in rules("IS", income(**{line: words}))[words]


def test_near_words_alone_name_nothing() -> None:
    words = "Income before unusual items and income taxes"
    alone = f"Net sales | 1,000 | 900\n{words} | 260 | 280\nNet income | 200 | 210\n"
    assert concepts("IS", alone)[words] == ""


def test_a_role_alone_names_nothing() -> None:
    assert concepts("IS", income(gross="Profit contribution"))["Profit contribution"] == ""
    assert concepts("IS", income(net="What remains"))["What remains"] == ""


def test_products_and_services_do_not_tell_a_service_from_what_stands_beside_it() -> None:
    printed = "Product | 600 | 500\nService and other | 400 | 300\nTotal revenues | 1,000 | 800\nNet income | 100 | 90\n"
    assert concepts("IS", "".join(f"Revenues > {line}\n" for line in printed.splitlines()))["Revenues > Service and other"] == ""


BALANCE = """
Current assets > Cash | 100 | 90
Current assets > {deferred} | 20 | 30
Current assets > Total current assets | 120 | 120
Property, plant and equipment, net | 80 | 70
Total assets | 200 | 190
"""


def test_a_noncurrent_item_is_not_among_current_assets() -> None:
    assert (
        concepts("BS", BALANCE.format(deferred="Deferred income taxes"))["Current assets > Deferred income taxes"]
        == "DeferredTaxAssetsNetCurrent"
    )
    assert concepts("BS", BALANCE.format(deferred="Goodwill"))["Current assets > Goodwill"] == ""


def test_the_words_themselves_may_say_what_is_current() -> None:
    assert concepts("BS", BALANCE.format(deferred="Other current assets"))["Current assets > Other current assets"] == "OtherAssetsCurrent"


def test_a_part_of_an_item_that_is_told_apart_is_none_of_the_business() -> None:
    printed = "Cumulative effect of accounting changes > Income taxes | 5 | 4\nNet income | 100 | 90\n"
    assert concepts("IS", printed)["Cumulative effect of accounting changes > Income taxes"] == ""


def test_the_movement_of_a_balance_is_no_result() -> None:
    printed = (
        "Operating activities > Net income | 100 | 90\nOperating activities > Increase in minority interest | 5 | 4\n"
        "Operating activities > Net cash provided by operating activities | 105 | 94\n"
    )
    assert concepts("CF", printed)["Operating activities > Increase in minority interest"] == ""


def test_a_result_under_diluted_is_not_the_basic_one() -> None:
    printed = "Net income | 100 | 90\nNet income per share - diluted > Net income | 1.10 | 1.00\n"
    assert concepts("IS", printed)["Net income per share - diluted > Net income"] in ("EarningsPerShareDiluted", "")


@pytest.mark.parametrize(
    ("heading", "concept"),
    [
        ("Per common share", "IncomeLossFromContinuingOperationsPerBasicShare"),
        ("Primary earnings per share", "IncomeLossFromContinuingOperationsPerBasicShare"),
        ("Fully diluted earnings per share", "IncomeLossFromContinuingOperationsPerDilutedShare"),
        ("Basic and diluted earnings per share", ""),
        ("Pro forma per share", ""),
    ],
)
def test_a_result_per_share_before_one_item(heading: str, concept: str) -> None:
    printed = f"Net income | 100 | 90\n{heading} > Before extraordinary item | 1.10 | 1.00\n{heading} > Net income | 1.00 | 1.00\n"
    assert concepts("IS", printed)[f"{heading} > Before extraordinary item"] == concept
