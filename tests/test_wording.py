"""How a line finds its rule: the order of evidence, and what the table itself must be."""

import csv
from pathlib import Path

import pytest

from converter.statement import Kind, Measure
from converter.taxonomy import read_taxonomy, taxonomy_folder
from converter.wording.rules import DECLINED, Rule, read_rules
from converter.wording.section_headings import SECTIONS, section_of_heading
from converter.wording.table import Question, Wording

HEAD = "statement,heading,label,concept,note\n"


def wording(*rows: tuple[str, str, str, str]) -> Wording:
    """A wording of one table: statement, heading, label, concept; the first row is row 2."""
    return Wording(tuple(Rule(n, Kind(kind), heading, label, concept) for n, (kind, heading, label, concept) in enumerate(rows, start=2)))


def found(rules: Wording, question: Question) -> str | None:
    match = rules.find(question)
    return match.concept if match else None


def balance(label: str, *sections: str, headings: tuple[str, ...] = ()) -> Question:
    return Question(Kind.BALANCE, label, headings, sections)


def income(label: str, *headings: str) -> Question:
    return Question(Kind.INCOME, label, headings)


# the order of evidence


def test_no_rule_no_concept() -> None:
    rules = wording(("BS", "", "Goodwill", "Goodwill"))
    assert found(rules, balance("Goodwill")) == "Goodwill"
    assert found(rules, balance("Goodwill and trademarks")) is None
    assert found(rules, Question(Kind.CASH_FLOW, "Goodwill")) is None
    assert found(rules, balance("")) is None


def test_a_rule_under_its_heading_comes_before_a_rule_for_anywhere() -> None:
    rules = wording(("BS", "", "Deferred income taxes", "Elsewhere"), ("BS", "Investments and other", "Deferred income taxes", "There"))
    assert found(rules, balance("Deferred income taxes", headings=("INVESTMENTS AND OTHER:",))) == "There"
    assert found(rules, balance("Deferred income taxes", headings=("Other",))) == "Elsewhere"


def test_the_innermost_heading_decides() -> None:
    rules = wording(("IS", "Cost of revenues", "Product", "CostOfGoods"), ("IS", "Revenues", "Product", "Sales"))
    assert found(rules, income("Product", "Revenues", "Cost of revenues")) == "CostOfGoods"
    assert found(rules, income("Product", "Cost of revenues", "Revenues")) == "Sales"
    assert found(rules, income("Product", "Interest")) is None


def test_the_filers_own_file_comes_first(tmp_path: Path) -> None:
    own, common = tmp_path / "own.csv", tmp_path / "common.csv"
    own.write_text(HEAD + "IS,,Turnover,Revenues,\n", encoding="utf-8")
    common.write_text(HEAD + "IS,,Turnover,OtherRevenue,\nIS,Revenues,Turnover,UnderHeading,\nIS,,Sales,Sales,\n", encoding="utf-8")
    rules = Wording.read(own, common)
    assert found(rules, income("Turnover")) == "Revenues"
    assert found(rules, income("Turnover", "Revenues")) == "Revenues"
    assert found(rules, income("Sales")) == "Sales"
    assert found(Wording.read(common), income("Turnover", "Revenues")) == "UnderHeading"


def test_sections_of_the_line_come_before_those_of_its_headings() -> None:
    rules = wording(
        ("BS", "current liabilities", "Deferred revenue", "Current"),
        ("BS", "noncurrent liabilities", "Deferred revenue", "Later"),
    )
    assert found(rules, balance("Deferred revenue", "current liabilities")) == "Current"
    assert found(rules, balance("Deferred revenue", "noncurrent liabilities")) == "Later"
    assert found(rules, balance("Deferred revenue", headings=("Current liabilities:",))) == "Current"
    assert found(rules, balance("Deferred revenue")) is None


def test_a_current_section_lies_inside_assets() -> None:
    rules = wording(("BS", "assets", "Deferred costs", "Costs"))
    assert found(rules, balance("Deferred costs", "current assets")) == "Costs"
    assert found(rules, balance("Deferred costs", "current liabilities")) is None


def test_the_label_itself_may_tell_the_maturity() -> None:
    rules = wording(
        ("BS", "noncurrent liabilities", "Deferred revenue", "Later"),
        ("BS", "current liabilities", "Deferred revenue", "Current"),
    )
    assert found(rules, balance("Long-term deferred revenue", "liabilities")) == "Later"
    assert found(rules, balance("Deferred revenue, current", "liabilities")) == "Current"
    assert found(rules, balance("Deferred revenue, current", "assets")) is None


def test_a_declined_rule_ends_the_search() -> None:
    rules = wording(("IS", "", "Other", DECLINED), ("IS", "Revenues", "Other", "OtherRevenue"))
    assert found(rules, income("Other")) is None
    decided = rules.rule(income("Other"))
    assert decided is not None
    assert decided.concept == DECLINED
    assert found(rules, income("Other", "Revenues")) == "OtherRevenue"


def test_measures_are_kept_apart() -> None:
    rules = wording(("IS", "", "Basic", "PerShare"), ("IS", "shares", "Basic", "Shares"))
    assert found(rules, Question(Kind.INCOME, "Basic", (), ("per share",), Measure.PER_SHARE)) == "PerShare"
    assert found(rules, Question(Kind.INCOME, "Basic", (), ("shares",), Measure.SHARES)) == "Shares"
    assert found(rules, Question(Kind.INCOME, "Basic", (), (), Measure.MONEY)) is None


@pytest.mark.parametrize(
    ("heading", "label", "measure"),
    [
        ("", "Net income", Measure.MONEY),
        ("", "Net income per share", Measure.PER_SHARE),
        ("per share", "Net income", Measure.PER_SHARE),
        ("shares", "Diluted", Measure.SHARES),
        ("", "Weighted average shares outstanding", Measure.SHARES),
        ("Net income per share", "Discontinued operations", Measure.PER_SHARE),
    ],
)
def test_what_the_lines_of_a_rule_count(heading: str, label: str, measure: Measure) -> None:
    assert Rule(2, Kind.INCOME, heading, label, "X").measure is measure


def test_a_total_asks_for_a_total_first() -> None:
    rules = wording(("BS", "", "Total assets", "Assets"), ("BS", "", "Inventories", "Inventory"), ("BS", "", "Total debt", "AllDebt"))
    assert found(rules, balance("Total assets")) == "Assets"
    assert found(rules, balance("Assets")) is None
    assert found(rules, Question(Kind.BALANCE, "Assets", total=True)) == "Assets"
    assert found(rules, balance("Total inventories")) == "Inventory"
    assert found(rules, balance("Debt")) is None


def test_a_total_without_words_is_named_by_its_heading() -> None:
    rules = wording(("BS", "", "Total current assets", "AssetsCurrent"))
    assert found(rules, balance("Total", headings=("Current assets:",))) == "AssetsCurrent"
    assert found(rules, balance("Total")) is None


def test_net_may_be_left_out_in_a_balance_sheet_only() -> None:
    rules = wording(("BS", "", "Goodwill", "Goodwill"), ("IS", "", "Interest", "Interest"))
    assert found(rules, balance("Goodwill, net")) == "Goodwill"
    assert found(rules, income("Interest, net")) is None


def test_a_change_of_a_balance_is_an_operating_line() -> None:
    rules = wording(("CF", "operating", "Inventories", "IncreaseDecreaseInInventories"))
    question = Question(Kind.CASH_FLOW, "(Increase) decrease in inventories", (), ("operating",))
    assert found(rules, question) == "IncreaseDecreaseInInventories"
    assert found(rules, Question(Kind.CASH_FLOW, "Decrease in inventories", (), ("investing",))) is None


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("Net income", "ProfitLoss"),
        ("Net income attributable to the company", "NetIncomeLoss"),
        ("Net income available to common", "NetIncomeLoss"),
    ],
)
def test_income_that_includes_the_noncontrolling_share(label: str, concept: str) -> None:
    rules = wording(*(("IS", "", each, "NetIncomeLoss") for each in ("Net income", label)))
    assert found(rules, Question(Kind.INCOME, label, noncontrolling=True)) == concept
    assert found(rules, Question(Kind.INCOME, label)) == "NetIncomeLoss"


def test_rules_can_be_left_out_by_row() -> None:
    rules = wording(("IS", "", "Sales", "A"), ("IS", "", "Fees", "B"))
    assert [rule.row for rule in rules.without([2]).rules] == [3]
    assert found(rules.without([2]), income("Sales")) is None
    assert found(rules, income("Sales")) == "A"


def test_near_wordings_are_hints_best_first() -> None:
    rules = wording(
        ("IS", "", "Research costs of drugs", "Far"), ("IS", "", "Contract research costs", "Near"), ("IS", "", "Rent", "No"),
        ("IS", "", "Contract research costs per share", "PerShare"), ("BS", "", "Contract research costs", "OtherStatement"),
        ("IS", "", "Contract research", DECLINED),
    )  # fmt: skip
    assert [rule.concept for rule in rules.near(income("Contract research costs, other"))] == ["Near"]
    assert rules.near(income("")) == ()
    assert len(wording(*(("IS", "", f"Contract costs {n}", f"C{n}") for n in "abcdef")).near(income("Contract costs"))) == 3


def test_is_label_knows_words_wherever_they_stand() -> None:
    rules = wording(("BS", "current assets", "Prepaid royalties", "X"))
    assert rules.is_label(Kind.BALANCE, "PREPAID ROYALTIES")
    assert not rules.is_label(Kind.INCOME, "Prepaid royalties")
    assert not rules.is_label(Kind.BALANCE, "ASSETS")


# problems


def test_a_contradiction_names_both_rows() -> None:
    (problem,) = wording(("IS", "", "Net sales", "Revenues"), ("IS", "", "Rent", "Rent"), ("IS", "", "NET SALES (1)", "Rent")).problems(
        {"Revenues", "Rent"}
    )
    assert "row 4" in problem
    assert "row 2" in problem
    assert "contradicts" in problem


def test_a_rule_that_is_never_reached_names_both_rows() -> None:
    rules = wording(("IS", "", "Net earnings", "NetIncomeLoss"), ("IS", "", "Net income (loss)", "NetIncomeLoss"))
    (problem,) = rules.problems({"NetIncomeLoss"})
    assert "row 3" in problem
    assert "row 2" in problem
    assert "never reached" in problem


def test_a_rule_that_means_what_another_means_names_both_rows() -> None:
    rules = wording(
        ("CF", "financing", "Repayments of debt", "RepaymentsOfDebt"),
        ("CF", "financing", "Payments on bank loans", "RepaymentsOfDebt"),
        ("CF", "financing", "Retirement of notes payable", "Other"),
    )
    needless, contrary = rules.problems({"RepaymentsOfDebt", "Other"})
    assert ("row 3" in needless, "row 2" in needless, "not needed" in needless) == (True, True, True)
    assert ("row 4" in contrary, "row 2" in contrary, "contradicts" in contrary) == (True, True, True)


def test_a_rule_for_one_place_beside_one_for_every_place_is_needless() -> None:
    rules = wording(("IS", "", "Rent", "Rent"), ("IS", "nonoperating", "Rent", "Rent"), ("BS", "", "Debt", "Debt"))
    (problem,) = rules.problems({"Rent", "Debt"})
    assert ("row 3" in problem, "row 2" in problem, "not needed" in problem) == (True, True, True)
    elsewhere = wording(("IS", "", "Rent", "Rent"), ("IS", "nonoperating", "Rent", "Rent"), ("IS", "revenues", "Rent", "Revenues"))
    assert elsewhere.problems({"Rent", "Revenues"}) == []  # under revenues and, outside of that, nonoperating it decides


def test_a_rule_for_a_total_beside_one_for_the_line_is_needless() -> None:
    (problem,) = wording(("BS", "", "Debt", "Debt"), ("BS", "", "Total debt", "Debt")).problems({"Debt"})
    assert ("row 3" in problem, "row 2" in problem, "totals too" in problem) == (True, True, True)
    assert wording(("BS", "current liabilities", "Debt", "Debt"), ("BS", "", "Total debt", "Debt")).problems({"Debt"}) == []


def test_exact_words_come_before_a_paraphrase() -> None:
    rules = wording(("CF", "", "Repayments of debt", "RepaymentsOfDebt"), ("CF", "", "Repayments of bank loans", "BankLoans"))
    assert found(rules, Question(Kind.CASH_FLOW, "Repayments of bank loans")) == "BankLoans"
    assert found(rules, Question(Kind.CASH_FLOW, "Payments on notes payable")) == "RepaymentsOfDebt"


def test_an_unknown_concept_is_named() -> None:
    (problem,) = wording(("IS", "", "Rent", "Rnet"), ("IS", "", "Other", DECLINED)).problems({"Rent"})
    assert "row 2" in problem
    assert "no such concept" in problem


def test_words_are_needed() -> None:
    problems = wording(("IS", "", "....", "Rent"), ("IS", "---", "Rent", "Rent")).problems({"Rent"})
    assert [("label has no words" in p, "heading has no words" in p) for p in problems] == [(True, False), (False, True)]


def test_other_places_measures_and_totals_are_no_contradictions() -> None:
    rules = wording(
        ("IS", "", "Basic", "PerShare"), ("IS", "shares", "Basic", "Shares"), ("BS", "", "Debt", "Debt"),
        ("BS", "", "Total debt", "AllDebt"),
        ("BS", "current liabilities", "Debt", "DebtCurrent"), ("CF", "", "Debt", "Proceeds"),
    )  # fmt: skip
    assert rules.problems({"PerShare", "Shares", "Debt", "AllDebt", "DebtCurrent", "Proceeds"}) == []


# tables


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("statement,heading,label\n", "row 1: no column concept"),
        ("", "row 1: no column statement"),
        (HEAD + "IS,,Sales,Revenues,\nXX,,Sales,Revenues,\n", "row 3, column statement"),
        (HEAD + "IS,,,Revenues,\n", "row 2: label or concept is empty"),
        (HEAD + "IS,,Sales\n", "row 2: label or concept is empty"),
        (HEAD + 'IS,,"Sales,Revenues,\n', "row"),
        (HEAD + ",,,,\nIS,,Sales,,\n", "row 3: label or concept is empty"),
    ],
)
def test_a_broken_table_names_file_and_row(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message) as caught:
        list(read_rules(path, 0))
    assert "table.csv" in str(caught.value)


def test_columns_may_stand_in_any_order_and_rows_be_blank(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"\xef\xbb\xbfconcept,label,owner,statement,heading,note\r\n\r\n,,,,,\r\nRevenues, Sales ,me,IS,,why\r\n")
    assert list(read_rules(path, 1)) == [Rule(4, Kind.INCOME, "", "Sales", "Revenues", "why", 1, "table.csv")]


@pytest.mark.parametrize(
    ("kind", "heading", "section"),
    [
        (Kind.BALANCE, "Current assets:", "current assets"),
        (Kind.BALANCE, "ASSETS", "assets"),
        (Kind.BALANCE, "LIABILITIES AND STOCKHOLDERS' EQUITY", "liabilities"),
        (Kind.BALANCE, "Shareholders' equity:", "equity"),
        (Kind.BALANCE, "Non-current liabilities", "noncurrent liabilities"),
        (Kind.INCOME, "Costs and expenses:", "operating expenses"),
        (Kind.INCOME, "Net income per share:", "per share"),
        (Kind.INCOME, "Weighted average shares outstanding:", "shares"),
        (Kind.INCOME, "Other income (expense):", "nonoperating"),
        (Kind.CASH_FLOW, "Cash flows from investing activities:", "investing"),
        (Kind.CASH_FLOW, "Adjustments to reconcile net income to net cash:", "operating"),
        (Kind.CASH_FLOW, "Supplemental disclosure of cash flow information:", "supplemental"),
        (Kind.BALANCE, "Commitments and contingencies", None),
    ],
)
def test_sections_that_headings_open(kind: Kind, heading: str, section: str | None) -> None:
    assert section_of_heading(kind, heading) == section
    assert section is None or section in SECTIONS[kind]


# the table that is shipped

FOLDER = taxonomy_folder()
SHIPPED = Wording.read(FOLDER / "wording.csv")
NAMES = {concept.name for concept in read_taxonomy(FOLDER).concepts}


def test_the_shipped_table_has_no_problems() -> None:
    assert SHIPPED.rules
    assert SHIPPED.problems(NAMES) == []


def test_every_concept_of_the_shipped_table_exists() -> None:
    with (FOLDER / "concepts.csv").open(encoding="utf-8-sig", newline="") as lines:
        usable = {row["name"] for row in csv.DictReader(lines) if row["type"] != "abstract"}
    assert {rule.concept for rule in SHIPPED.rules} - usable <= {DECLINED}


@pytest.mark.parametrize(
    ("question", "concept"),
    [
        (balance("Cash and cash equivalents", "current assets"), "CashAndCashEquivalentsAtCarryingValue"),
        (balance("Total assets"), "Assets"),
        (balance("Total current liabilities"), "LiabilitiesCurrent"),
        (balance("Accumulated deficit", "equity"), "RetainedEarningsAccumulatedDeficit"),
        (balance("Total shareholders' equity"), "StockholdersEquity"),
        (income("Net sales"), "Revenues"),
        (income("Gross margin"), "GrossProfit"),
        (income("Net loss"), "NetIncomeLoss"),
        (Question(Kind.CASH_FLOW, "Net cash used in investing activities"), "NetCashProvidedByUsedInInvestingActivities"),
    ],
)
def test_what_every_release_prints(question: Question, concept: str) -> None:
    assert concept in NAMES
    assert found(SHIPPED, question) == concept
