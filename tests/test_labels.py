"""The label grammar: what is the same line in other words, and what must stay a line of its own."""

import re
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.taxonomy import taxonomy_folder
from converter.wording.labels.reading import Reading, Sense, parse
from converter.wording.phrases.canonical import PHRASES, canonical
from converter.wording.rules import read_rules

SAME = (
    # folding
    ("Cash and cash equivalents", "CASH & CASH EQUIVALENTS"),
    ("Cash and cash equivalents", "Cash  and cash\n equivalents"),
    ("Property, plant and equipment", "Property, Plant & Equipment"),
    ("Stockholders’ equity", "Stockholders' Equity"),
    ("Long-term debt", "Long term debt"),
    ("Long‑term debt", "Long-term debt"),
    ("Non-current liabilities", "Noncurrent liabilities"),
    ("Accounts receivable", "Accounts Receiv-\nable"),
    ("Long-term debt", "Long-\nterm debt"),
    ("Inventory", "Inventories"),
    ("Other liability", "Other liabilities"),
    ("Net sales ........", "Net sales"),
    ("Net sales . . . . .", "Net sales"),
    ("Net sales _____", "Net sales"),
    ("Cost of the goods sold", "Cost of goods sold"),
    ("Total assets:", "Total assets"),
    ("Assets, total", "Total assets"),
    # footnote marks
    ("Goodwill (1)", "Goodwill"),
    ("Goodwill (a)", "Goodwill"),
    ("Goodwill (a) (b)", "Goodwill"),
    ("Goodwill*", "Goodwill"),
    ("Goodwill²", "Goodwill"),
    ("Goodwill †", "Goodwill"),
    ("Goodwill (Note 3)", "Goodwill"),
    ("Goodwill (see Notes 3 and 4)", "Goodwill"),
    ("Goodwill (Notes A and C)", "Goodwill"),
    ("Goodwill - Note 5", "Goodwill"),
    ("Goodwill (unaudited)", "Goodwill"),
    # clauses that tell amounts and terms
    ("Accounts receivable, net of allowance of $1,234 and $567", "Accounts receivable, net"),
    ("Accounts receivable, less allowance for doubtful accounts", "Accounts receivable, net"),
    ("Property and equipment, net of accumulated depreciation of $9,876", "Property and equipment, net"),
    ("Common stock, $.01 par value; 40,000,000 shares authorized, 7,000,000 issued", "Common stock"),
    ("Preferred stock, no par value, none issued", "Preferred stock"),
    ("Treasury stock, at cost, 120,000 shares", "Treasury stock"),
    ("Cost of sales (exclusive of depreciation shown below)", "Cost of sales"),
    # accountants' synonyms
    ("Stockholders' equity", "Shareholders' equity"),
    ("Stockholders' equity", "Shareowners' equity"),
    ("Stockholders' equity (deficit)", "Stockholders' equity"),
    ("Stockholders' deficit", "Stockholders' equity"),
    ("Minority interest", "Noncontrolling interests"),
    ("Retained earnings (accumulated deficit)", "Retained earnings"),
    ("Accumulated deficit", "Retained earnings"),
    ("Earnings reinvested in the business", "Retained earnings"),
    ("Gross margin", "Gross profit"),
    ("Net earnings", "Net income"),
    ("Net loss", "Net income (loss)"),
    ("Loss before income taxes", "Income before income taxes"),
    ("Operating loss", "Operating income"),
    ("Earnings before provision for income taxes", "Income before taxes"),
    ("Provision for income taxes", "Income tax expense (benefit)"),
    ("Income tax benefit", "Provision (benefit) for income taxes"),
    ("Selling, general and administrative expenses", "SG&A"),
    ("R&D", "Research and development expenses"),
    ("Net earnings per common share - basic", "Basic net income per share"),
    ("Primary earnings per share", "Basic earnings per share"),
    ("Earnings per share - assuming full dilution", "Diluted earnings per share"),
    ("Fully diluted earnings per share", "Diluted EPS"),
    ("Plant and equipment", "Property, plant and equipment"),
    ("Trade accounts receivable", "Accounts receivable - trade"),
    ("Trade payables", "Accounts payable"),
    ("Current maturities of long-term debt", "Long-term debt due within one year"),
    ("Current installments of long-term debt", "Current portion of long-term debt"),
    ("Long-term debt, less current portion", "Long-term debt, excluding current maturities"),
    ("Accrued expenses", "Accrued liabilities"),
    ("Unearned revenue", "Deferred revenue"),
    ("Capital in excess of par value", "Additional paid-in capital"),
    ("Common shares", "Common stock"),
    ("Capital expenditures", "Purchases of property and equipment"),
    ("Depreciation and amortization expense", "Amortization and depreciation"),
    ("Net cash provided by operating activities", "Cash flows from operations"),
    ("Net cash used in investing activities", "Net cash provided by (used in) investing activities"),
    ("Cash at beginning of year", "Cash, beginning of period"),
    ("(Increase) decrease in inventories", "Changes in inventories"),
)

DIFFERENT = (
    ("Retained earnings", "Net income"),
    ("Earning assets", "Income"),
    ("Gross profit", "Net income"),
    ("Operating income", "Net income"),
    ("Income before income taxes", "Income tax"),
    ("Deferred income taxes", "Income taxes"),
    ("Interest income", "Interest expense"),
    ("Dividend income", "Dividends"),
    ("Provision for loan losses", "Net loss"),
    ("Allowance for credit losses", "Net income"),
    ("Impairment loss", "Net income"),
    ("Profit sharing", "Income"),
    ("Current portion of long-term debt", "Long-term debt"),
    ("Current portion of long-term debt", "Long-term debt, less current portion"),
    ("Other current assets", "Other noncurrent assets"),
    ("Other current assets", "Other assets"),
    ("Prepaid income taxes", "Prepaid expenses"),
    ("Accounts receivable", "Accounts payable"),
    ("Income taxes receivable", "Income taxes payable"),
    ("Preferred stock", "Common stock"),
    ("Treasury stock", "Common stock"),
    ("Allowance for doubtful accounts", "Accounts receivable"),
    ("Accumulated depreciation", "Property and equipment"),
    ("Accumulated other comprehensive loss", "Accumulated deficit"),
    ("Stockholders' equity", "Liabilities and stockholders' equity"),
    ("Noncontrolling interest", "Stockholders' equity"),
    ("Net income attributable to noncontrolling interest", "Net income attributable to the company"),
    ("Net income attributable to common stockholders", "Net income"),
    ("Income from continuing operations", "Income from discontinued operations"),
    ("Income from continuing operations", "Net income"),
    ("Basic earnings per share", "Diluted earnings per share"),
    ("Basic earnings per share", "Basic and diluted earnings per share"),
    ("Earnings per share", "Dividends per share"),
    ("Cash provided by operating activities", "Cash provided by financing activities"),
    ("Cash at beginning of year", "Cash at end of year"),
    ("Net increase in cash", "Cash at end of year"),
    ("Sales and marketing", "Cost of sales"),
    ("General and administrative", "Selling, general and administrative"),
    ("Depreciation", "Depreciation and amortization"),
    ("Proceeds from sale of property and equipment", "Purchases of property and equipment"),
    ("Comprehensive income", "Net income"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_line_in_other_words(one: str, other: str) -> None:
    assert parse(one).words
    assert parse(one).words == parse(other).words


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_lines_that_must_stay_apart(one: str, other: str) -> None:
    assert parse(one).words != parse(other).words


@pytest.mark.parametrize(
    ("label", "sense"),
    [
        ("Net income (loss)", Sense.GAIN_LOSS),
        ("Net (loss) income", Sense.GAIN_LOSS),
        ("Net income", Sense.GAIN),
        ("Net loss", Sense.LOSS),
        ("Loss from operations", Sense.LOSS),
        ("Other income (expense), net", Sense.GAIN_LOSS),
        ("Other expense (income), net", Sense.LOSS_GAIN),
        ("Gain (loss) on sale of assets", Sense.GAIN_LOSS),
        ("(Gain) loss on sale of assets", Sense.LOSS_GAIN),
        ("Provision (benefit) for income taxes", Sense.LOSS_GAIN),
        ("Income tax (expense) benefit", Sense.GAIN_LOSS),
        ("Income tax benefit", Sense.GAIN),
        ("Provision for income taxes", Sense.LOSS),
        ("Accumulated deficit", Sense.LOSS),
        ("Net cash used in investing activities", Sense.LOSS),
        ("Net cash provided by operating activities", Sense.GAIN),
        ("Net cash provided by (used in) financing activities", Sense.GAIN_LOSS),
        ("Net cash (used in) provided by financing activities", Sense.GAIN_LOSS),
        ("Net decrease in cash", Sense.LOSS),
        ("Increase (decrease) in cash", Sense.GAIN_LOSS),
        ("Goodwill", Sense.PLAIN),
        ("Cash at end of year", Sense.PLAIN),
        ("Prepaid expenses", Sense.PLAIN),
    ],
)
def test_what_the_words_say_of_signs(label: str, sense: Sense) -> None:
    assert parse(label).sense is sense


@pytest.mark.parametrize("label", ["Total other income", "TOTAL OTHER INCOME", "Other income, total", "Less total other income"])
def test_a_total_says_so_and_keeps_the_words(label: str) -> None:
    assert parse(label).total
    assert parse(label).words == parse("Other income").words


def test_a_plain_line_is_no_total() -> None:
    assert not parse("Other income").total
    assert parse("Total") == Reading("", total=True)


@pytest.mark.parametrize(
    ("label", "amounts"),
    [
        ("Accounts receivable, net of allowance of $1,234 and $567", ["1234", "567"]),
        ("Common stock, $.01 par value", ["0.01"]),
        ("Allowance of $ 12.5", ["12.5"]),
        ("Notes due 2005, 40,000,000 shares", []),
    ],
)
def test_money_inside_a_label(label: str, amounts: list[str]) -> None:
    assert parse(label).amounts == tuple(map(Decimal, amounts))


@pytest.mark.parametrize(
    ("label", "maturity", "bare"),
    [
        ("Current portion of deferred revenue", "current", "Deferred revenue"),
        ("Deferred revenue, current", "current", "Deferred revenue"),
        ("Long-term deferred revenue", "noncurrent", "Deferred revenue"),
        ("Deferred revenue, net of current portion", "noncurrent", "Deferred revenue"),
        ("Other current assets", "current", "Other assets"),
        ("Other long-term liabilities", "noncurrent", "Other liabilities"),
    ],
)
def test_maturity_told_by_the_label(label: str, maturity: str, bare: str) -> None:
    assert parse(label).maturity == maturity
    assert parse(label).bare == parse(bare).words


@pytest.mark.parametrize("label", ["Goodwill", "Accounts payable", "Total assets"])
def test_no_maturity_where_the_label_tells_none(label: str) -> None:
    assert (parse(label).maturity, parse(label).bare) == ("", "")


@pytest.mark.parametrize("label", ["", "   ", "....", "---", "(1)", "$", "()", "( ) (", "123"])
def test_marks_alone_are_no_words_to_tag(label: str) -> None:
    assert not re.search("[a-z]", parse(label).words)


@given(st.text(max_size=80))
def test_no_text_is_too_strange(label: str) -> None:
    reading = parse(label)
    assert reading.words == reading.words.strip()
    assert "(" not in reading.words
    assert ")" not in reading.words


@pytest.mark.parametrize("label", [one for one, _ in DIFFERENT])
def test_capitals_leaders_and_note_marks_do_not_matter(label: str) -> None:
    printed = {label.upper(), label.title(), f"  {label} .....", f"{label} (2)", f"{label} (Note B)"}
    assert {parse(each).words for each in printed} == {parse(label).words}


LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 /"  # of which folded words are made


def _may_match(number: int, words: str) -> bool:
    phrase, held = PHRASES[number], set(words.replace("/", " ").split())
    return bool(held & phrase.words) and (not phrase.beside or bool(held & phrase.beside))


def _unannounced(words: str) -> list[str]:
    """The phrases that match although the label holds none of the words that they say they need."""
    return [p.pattern.pattern[:60] for n, p in enumerate(PHRASES) if p.pattern.sub(p.meaning, words) != words and not _may_match(n, words)]


@pytest.mark.parametrize("number", range(len(PHRASES)))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_phrase_never_matches_without_its_words(number: int, data: st.DataObject) -> None:
    """Labels are made from the pattern itself, with one of its own words behind (what it looks ahead for), and end with a whole word."""
    phrase = PHRASES[number]
    tails = ["", *(f"{blank}{word}" for word in re.findall("[a-z]{2,}", phrase.pattern.pattern) for blank in ("", " "))]
    made = data.draw(st.from_regex(phrase.pattern.pattern.replace("(?=", "(?:"), alphabet=LETTERS)) + data.draw(st.sampled_from(tails))
    match = phrase.pattern.search(made)
    if match and not made[match.end() : match.end() + 1].isalnum() and phrase.pattern.sub(phrase.meaning, made) != made:
        assert _may_match(number, made)


def test_no_rule_of_the_table_meets_a_phrase_without_its_words() -> None:
    labels = {parse(rule.label).words for rule in read_rules(taxonomy_folder() / "wording.csv", 0)}
    spelled = {re.sub(r"[^a-z ]", "", rule.label.lower()) for rule in read_rules(taxonomy_folder() / "wording.csv", 0)}
    assert labels
    assert [words for words in sorted(labels | spelled)[::3] if _unannounced(words)] == []


def test_one_wording_is_not_reworded_again() -> None:
    """Nearly all canonical words stay what they are; the few that do not are phrases that another phrase makes."""
    words = {parse(rule.label).words for rule in read_rules(taxonomy_folder() / "wording.csv", 0)}
    changed = {each for each in words if canonical(each) != each}
    assert len(changed) * 50 < len(words), sorted(changed)[:20]
