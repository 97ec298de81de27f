"""Text that no typist set: copied from a page, its columns flush left, its words above its numbers. Small statements whose figures foot."""

from decimal import Decimal

from converter import Filing, Source, convert

FILING = Filing(cik=1234567, fiscal_year_end=(12, 31))
DAYS = ("2020-12-31", "2019-12-31")
BALANCE = {
    "CashAndCashEquivalentsAtCarryingValue": ("134981", "20732"),
    "AccountsReceivableNetCurrent": ("9768", "9109"),
    "AssetsCurrent": ("144749", "29841"),
    "PropertyPlantAndEquipmentNet": ("251", "62196"),
    "Assets": ("145000", "92037"),
}
"""Thousands of dollars at the two days."""


def core_facts(page: str) -> dict[tuple[str, str], Decimal]:
    report = convert(Source.from_bytes(page.encode(), "page"), FILING).report
    assert report is not None
    return {(f.concept.name, str(f.period)): f.value for f in report.facts if f.concept.qname.startswith("er:")}


def expected(days: tuple[str, str] = DAYS) -> dict[tuple[str, str], Decimal]:
    return {(name, day): Decimal(value) * 1000 for name, values in BALANCE.items() for day, value in zip(days, values, strict=True)}


FLUSH_LEFT = """
Example Works, Inc.
Consolidated Balance Sheets
(in thousands)
                                    December 31,    December 31,
                                    2020            2019 (1)
Current assets:
Cash and cash equivalents           $ 134,981       $ 20,732
Accounts receivable, net            9,768           9,109
Total current assets                144,749         29,841
Property and equipment, net         251             62,196
Total assets                        $ 145,000       $ 92,037
"""


def test_columns_flush_left_under_a_year_with_a_note() -> None:
    assert core_facts(FLUSH_LEFT) == expected()


ABOVE = """
Example Works, Inc.
Consolidated Statements of Operations
(in thousands)

                                                    Year Ended December 31,
                                                    2020                2019

Revenue
                                                  $9,000              $8,000
Cost of revenue
                                                   5,000               4,600
Gross profit
                                                   4,000               3,400
Gain on the loan of a crane
                                                     100                  50
Income before income taxes
                                                   4,100               3,450
"""


def test_words_above_their_numbers_also_such_as_no_rule_knows() -> None:
    report = convert(Source.from_bytes(ABOVE.encode(), "page"), FILING).report
    assert report is not None
    found = {(f.concept.name, f.value) for f in report.facts if str(f.period) == "2020-01-01..2020-12-31"}
    assert {("Revenues", Decimal(9000000)), ("CostOfRevenue", Decimal(5000000)), ("GrossProfit", Decimal(4000000))} <= found
    assert ("GainOnTheLoanOfACrane", Decimal(100000)) in found
    assert len(found) == 5


PERCENT = """
                  EXAMPLE WORKS, INC.
            CONSOLIDATED STATEMENTS OF INCOME
          (in thousands, except per share data)

                                             Year Ended December 31,
                                        2020            2019      % Change
Net sales                           $  9,000        $  8,000           13    %
Cost of sales                          5,000           5,000           --    %
                                    --------        --------
Gross profit                           4,000           3,000           33    %
Income taxes                           1,000           1,000           --    %
                                    --------        --------
Net income                          $  3,000        $  2,000           50    %
                                    ========        ========
Earnings per share - basic          $   3.00        $   2.00           50    %
Earnings per share - diluted        $   3.00        $   2.00           50    %
Cash dividends declared per common share  $ .22     $    .22           --    %
"""


def test_percent_signs_far_from_their_numbers_and_behind_dashes() -> None:
    conversion = convert(Source.from_bytes(PERCENT.encode(), "page"), FILING)
    assert conversion.report is not None
    found = {(f.concept.name, str(f.period)[-10:]): f.value for f in conversion.report.facts}
    assert found["CostOfRevenue", "2020-12-31"] == found["CostOfRevenue", "2019-12-31"] == 5_000_000
    assert found["CommonStockDividendsPerShareDeclared", "2020-12-31"] == Decimal(".22")
    assert len(found) == 16
    assert {entry.code for entry in conversion.entries if entry.fact is None} == {"column-not-values"}
