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


BEHIND_WORDS = """
Example Works, Inc.
Consolidated Balance Sheets
(in thousands)
December 31,
2020 December 31,
2019
Current assets:
Cash and cash equivalents $ 134,981 $ 20,732
Accounts receivable, net 9,768 9,109
Total current assets
144,749 29,841
Property and equipment, net 251 62,196
Total assets (1) $ 145,000 $ 92,037
Current liabilities:
Accounts payable 6,000 5,000
Other (500) (139)
Common stock, 504,000 shares issued
504
Additional paid-in capital 7,000 6,000
"""


def test_numbers_one_blank_behind_their_words_are_told_by_their_order() -> None:
    found = core_facts(BEHIND_WORDS)
    assert expected().items() <= found.items()
    assert found["AdditionalPaidInCapital", DAYS[0]] == 7_000_000
    assert {value for (name, _), value in found.items() if name == "CommonStockValue"} == set()


def test_a_row_with_too_few_numbers_is_told_and_keeps_its_words() -> None:
    conversion = convert(Source.from_bytes(BEHIND_WORDS.encode(), "page"), FILING)
    assert conversion.report is not None
    assert [e.text for e in conversion.entries if e.code == "row-broken"] == ["504"]
    assert {abs(f.value) for f in conversion.report.facts if f.concept.name.startswith("Other")} == {Decimal(500000), Decimal(139000)}


def test_headings_that_do_not_name_every_column_give_no_period() -> None:
    page = BEHIND_WORDS.replace("2020 December 31,\n2019", "2020")
    conversion = convert(Source.from_bytes(page.encode(), "page"), FILING)
    assert conversion.report is None or not conversion.report.facts
    assert "period-unknown" in {diagnostic.code.label for diagnostic in conversion.diagnostics}


def test_lengths_of_time_stand_over_even_shares_of_the_columns() -> None:
    page = """
Example Works, Inc.
Consolidated Statements of Operations
(in thousands)
Three Months Ended Six Months Ended
June 30, June 30,
2020 2019 2020 2019
Revenue 9,000 8,000 17,500 16,100
Cost of revenue 5,000 4,600 9,900 9,100
Gross profit 4,000 3,400 7,600 7,000
Research and development 350 425 700 860
Income before income taxes 3,650 2,975 6,900 6,140
"""
    found = core_facts(page)
    assert found["Revenues", "2020-04-01..2020-06-30"] == 9_000_000
    assert found["Revenues", "2019-04-01..2019-06-30"] == 8_000_000
    assert found["Revenues", "2020-01-01..2020-06-30"] == 17_500_000
    assert found["ResearchAndDevelopmentExpense", "2019-01-01..2019-06-30"] == 860_000
    assert len(found) == 20


BELOW = """
Orders received      1,200     1,100

Example Works, Inc.
Consolidated Balance Sheets
(in thousands)
December 31,
2020
December 31,
2019
Current assets:
Cash and cash equivalents
  134,981

  20,732
Accounts receivable, net
  9,768

  9,109
Total current assets
  144,749

  29,841
Property and equipment, net
  251

  62,196
Total assets
  145,000

  92,037
Accounts payable
  6,000

  5,000
"""


def test_numbers_one_below_another_belong_to_the_words_above_them() -> None:
    found = core_facts(BELOW)
    assert expected().items() <= found.items()
    assert found["AccountsPayableCurrent", DAYS[1]] == 5_000_000


def test_a_gain_that_no_sum_holds_is_taken_off_the_cash_flows() -> None:
    page = """
                      EXAMPLE WORKS, INC.
              CONSOLIDATED STATEMENTS OF CASH FLOWS
                        (in thousands)

                                             Year Ended December 31,
                                                2020        2019
Operating activities
Net income                                   $ 9,000     $ 8,000
Equity in earnings of joint ventures             (33)        (12)
Other items which this page does not list in full
Net cash provided by operating activities      8,500       8,400
Investing activities
Capital expenditures                          (1,000)       (900)
Net cash used for investing activities        (1,000)       (900)
"""
    found = core_facts(page)
    assert found["IncomeLossFromEquityMethodInvestments", "2020-01-01..2020-12-31"] == 33_000
    assert found["NetCashProvidedByUsedInOperatingActivities", "2019-01-01..2019-12-31"] == 8_400_000


def test_dates_that_stand_left_of_their_numbers_are_still_theirs() -> None:
    page = """
Example Works, Inc.
Consolidated Balance Sheets
(in thousands)

                                    March 27,              December 31,
                                    2020                   2019
Current assets:
Cash and cash equivalents           $                 134,981               $  20,732
Accounts receivable, net                                9,768                   9,109
Total current assets                                  144,749                  29,841
Property and equipment, net                               251                  62,196
Total assets                        $                 145,000               $  92,037
"""
    assert core_facts(page) == expected(("2020-03-27", "2019-12-31"))
