"""Paraphrases: labels that mean the same in one kind of statement, and labels beside them that must stay apart."""

import pytest

from converter.statement import Kind
from converter.taxonomy import taxonomy_folder
from converter.wording.labels.reading import parse
from converter.wording.paraphrases.paraphrase import paraphrased
from converter.wording.rules import read_rules

CASH, INCOME, BALANCE = Kind.CASH_FLOW, Kind.INCOME, Kind.BALANCE


def meaning(kind: Kind, label: str) -> tuple[str, bool]:
    reading = parse(label)
    return paraphrased(kind, reading.words, reading.total), reading.total


SAME = (
    (CASH, "Repayments of debt", "Prepayment of senior notes"),
    (CASH, "Proceeds from sale of property and equipment", "Proceeds from sale of vessels, net"),
    (INCOME, "Gain on sale of property and equipment", "Gain from sale of vessel"),
    (INCOME, "Loss on extinguishment of debt", "Loss on early extinguishment of FHLB advances"),
    (INCOME, "Loss on extinguishment of debt", "Loss on prepayment of Federal Home Loan Bank advances"),
    (INCOME, "Minority interest", "Net income attributable to noncontrolling interests in the operating partnership"),
    (INCOME, "Weighted average common shares - basic", "Weighted average Class A and Class B common shares - basic"),
    (BALANCE, "Common stock", "Class A and B common stock"),
    (
        BALANCE,
        "Cumulative redeemable preferred stock",
        "7.5% Series C cumulative redeemable preferred shares, $.01 par value; 6,140 shares issued",
    ),
    (CASH, "Repayments of debt", "Principal payments on long-term borrowings"),
    (CASH, "Repayments of debt", "Payments of notes payable and long-term debt"),
    (CASH, "Repayments of debt", "Retirement of senior subordinated notes"),
    (CASH, "Repayments of debt", "Long-term debt repaid"),
    (CASH, "Proceeds from debt", "Net proceeds from issuance of long-term debt, net of issuance costs"),
    (CASH, "Proceeds from debt", "Borrowings under term loan"),
    (CASH, "Proceeds from debt", "Proceeds from bank borrowings"),
    (CASH, "Net change in short-term debt", "Repayments of commercial paper, net"),
    (CASH, "Net change in short-term debt", "Increase (decrease) in notes payable to banks"),
    (CASH, "Net change in short-term debt", "Net borrowings (repayments) under short-term bank loans"),
    (CASH, "Issuance of common stock", "Proceeds from sale of common stock to employees"),
    (CASH, "Issuance of common stock", "Common stock issued under employee stock purchase plans"),
    (CASH, "Issuance of common stock", "Exercise of stock options and warrants"),
    (CASH, "Exercise of stock options", "Proceeds from issuance of common stock upon exercise of options"),
    (CASH, "Exercise of stock options", "Stock option exercises"),
    (CASH, "Repurchase of common stock", "Payments for purchase of treasury stock"),
    (CASH, "Repurchase of common stock", "Common stock repurchased and retired"),
    (CASH, "Repurchase of common stock", "Common shares purchased for cancellation"),
    (CASH, "Repayments of debt", "Payments on equipment financing"),
    (CASH, "Dividends paid", "Payments for dividends and dividend equivalents"),
    (CASH, "Dividends paid", "Cash dividends on common stock"),
    (CASH, "Purchases of property, plant and equipment", "Additions to property"),
    (CASH, "Purchases of property, plant and equipment", "Capital expenditures"),
    (CASH, "Proceeds from sale of property, plant and equipment", "Retirements of property and equipment"),
    (CASH, "Proceeds from sale of property, plant and equipment", "Proceeds on fixed asset disposals"),
    (CASH, "Acquisition of businesses, net of cash acquired", "Payments for acquisitions, less cash acquired"),
    (
        CASH,
        "Acquisition of businesses, net of cash acquired",
        "Cash paid for acquired companies, net of cash and cash equivalents acquired",
    ),
    (CASH, "Proceeds from sales and maturities of investments", "Maturities, calls and sales of marketable securities"),
    (CASH, "Purchases of investments", "Short-term investments purchased"),
    (CASH, "Gain on sale of property, plant and equipment", "(Gain) loss on fixed asset disposals"),
    (CASH, "Effect of exchange rates on cash", "Effect of foreign currency translation on cash and cash equivalents"),
    (CASH, "Interest paid", "Cash paid during the year for interest (net of amount capitalized)"),
    (CASH, "Income taxes paid", "Cash payments for income taxes, net of refunds"),
    (CASH, "Adjustments to reconcile", "Adjustments to reconcile net loss to net cash used by operations"),
    (CASH, "Change in operating assets and liabilities", "Changes in operating assets and liabilities, net of effects of acquisitions"),
    (INCOME, "Revenue", "Sales of products and services"),
    (INCOME, "Revenue", "Service and product revenues, net"),
    (INCOME, "Revenue", "Net revenues from services and products"),
    (INCOME, "Cost of products and services", "Cost of goods sold and services rendered"),
    (INCOME, "Equity in earnings of affiliates", "Equity in net losses of unconsolidated joint ventures"),
    (INCOME, "Income before income taxes", "Income from operations before income taxes, minority interest and extraordinary item"),
    (INCOME, "Income before extraordinary item", "Income before extraordinary loss and cumulative effect of accounting changes"),
    (INCOME, "Cumulative effect of accounting change", "Cumulative effect of a change in accounting for income taxes, net of tax"),
    (INCOME, "Extraordinary item", "Extraordinary loss on early extinguishment of debt, net of income taxes"),
    (INCOME, "Weighted average shares - basic", "Shares used in computing basic net income per share"),
    (INCOME, "Weighted average shares - diluted", "Weighted average number of common and common equivalent shares outstanding - diluted"),
    (INCOME, "Net income per share - basic", "Basic earnings per common share attributable to common stockholders"),
    (INCOME, "Total other income (expense)", "Total other charges, net"),
    (INCOME, "Restructuring", "Provision for restructuring and related charges"),
    (INCOME, "Restructuring", "Restructuring and other exit costs"),
    (INCOME, "Restructuring", "Restructuring, severance and facility closure charges"),
    (INCOME, "Preferred stock dividends", "Deemed dividends and accretion of redeemable preferred stock to redemption value"),
    (INCOME, "Equity in earnings of affiliates", "Share of results of equity investees"),
    (INCOME, "Equity in earnings of affiliates", "Share of (loss) income from equity method investees, net of tax"),
    (INCOME, "Income before extraordinary item", "Before extraordinary item and cumulative effect"),
    (INCOME, "Income before extraordinary item per share - diluted", "Loss before accounting change per share, fully diluted"),
    (INCOME, "Net income per share", "Net loss per unit of limited partnership interest"),
    (INCOME, "Net income per share - basic", "Net income per weighted average limited partner unit - basic"),
    (INCOME, "Product revenues", "Equipment sales"),
    (INCOME, "Product revenues", "Sales of equipment and accessories"),
    (INCOME, "Cost of products", "Cost of equipment sold"),
    (INCOME, "Equity in earnings of affiliates", "Equity in earnings (losses) of cellular partnerships"),
    (INCOME, "Store closing costs", "Unusual item - store closings"),
    (INCOME, "Restructuring", "Special charges - restructuring"),
    (INCOME, "Write-down of assets", "Write-down of real estate"),
    (INCOME, "Interest on investments", "Interest on short-term investments"),
    (CASH, "Purchases of property, plant and equipment", "Improvements to real estate"),
    (CASH, "Purchases of property, plant and equipment", "Property improvements"),
    (CASH, "Write-down of assets", "Write-off of property and equipment"),
    (CASH, "Effect of exchange rates on cash", "Foreign exchange loss on cash and cash equivalents held in foreign currencies"),
    (BALANCE, "Long-term debt, less current portion", "Equipment financing, less current portion"),
    (BALANCE, "Common stock", "Class A and Class B common stock"),
    (BALANCE, "Common stock", "Ordinary shares (US$0.001 par value; 90,000,000 shares authorized)"),
    (BALANCE, "Accrued compensation", "Salary and welfare payables"),
    (BALANCE, "Goodwill", "Excess of cost over fair value of net assets of businesses acquired"),
    (BALANCE, "Accrued compensation", "Accrued payroll and related liabilities"),
    (BALANCE, "Property, plant and equipment, net", "Furniture, fixtures and leasehold improvements and equipment, net"),
    (BALANCE, "Current portion of long-term debt", "Long-term debt due within one year"),
    (BALANCE, "Long-term debt, less current portion", "Bank borrowings, net of current portion"),
    (BALANCE, "Deferred income tax asset", "Future income tax benefits"),
    (BALANCE, "Income taxes payable", "Federal and state income taxes payable"),
    (BALANCE, "Preferred stock", "Series A convertible preferred stock"),
    (BALANCE, "Preferred stock", "Cumulative convertible preferred stock, 8%"),
    (BALANCE, "Preferred stock", "Preferred stock, 8 1/2% cumulative"),
    (BALANCE, "Redeemable preferred stock", "Exchangeable preferred stock, mandatorily redeemable"),
    (BALANCE, "Redeemable preferred stock", "Series B cumulative preferred stock subject to mandatory redemption"),
    (BALANCE, "Goodwill", "Cost in excess of related net assets of businesses acquired"),
    (BALANCE, "Current portion of long-term debt", "Long-term debt current"),
    (BALANCE, "Current portion of long-term debt", "Current portion of equipment loans"),
    (BALANCE, "Long-term debt, less current portion", "Equipment loans, net of current portion"),
    (BALANCE, "Inventories", "Merchandise inventories (LIFO)"),
    (BALANCE, "Inventories", "Cellular telephone inventory"),
    (BALANCE, "Inventories", "Inventory of cellular telephones"),
    (BALANCE, "Intangible assets", "FCC licenses, net"),
    (BALANCE, "Intangible assets", "FCC licenses and other intangibles, net"),
    (BALANCE, "Deferred revenue", "Deferred income on shipments to distributors"),
    (BALANCE, "Partners' capital", "Partners' capital (deficit)"),
)

APART = (
    # an element of its own in us-gaap, or another direction of cash
    (CASH, "Repayments of debt", "Repayments of line of credit"),
    (CASH, "Repayments of debt", "Payments on capital lease obligations"),
    (CASH, "Repayments of debt", "Payments of debt issuance costs"),
    (CASH, "Repayments of debt", "Proceeds from debt"),
    (CASH, "Repayments of debt", "Payments on long-term debt, net"),
    (CASH, "Proceeds from debt", "Proceeds from issuance of preferred stock"),
    (CASH, "Net change in short-term debt", "Proceeds from short-term borrowings"),
    (CASH, "Issuance of common stock", "Issuance of preferred stock"),
    (CASH, "Issuance of common stock", "Repurchase of common stock"),
    (CASH, "Exercise of stock options", "Tax benefit from exercise of stock options"),
    (CASH, "Dividends paid", "Dividends received"),
    (CASH, "Dividends paid", "Dividends paid to noncontrolling interests"),
    (CASH, "Purchases of property, plant and equipment", "Purchases of property and equipment and intangible assets"),
    (CASH, "Purchases of property, plant and equipment", "Capitalized software"),
    (CASH, "Proceeds from sale of property, plant and equipment", "Proceeds from sale of business"),
    (CASH, "Acquisition of businesses, net of cash acquired", "Acquisition of intangible assets"),
    (CASH, "Purchases of investments", "Purchases of investments, net"),
    (CASH, "Purchases of investments", "Proceeds from investments"),
    (CASH, "Effect of exchange rates on cash", "Effect of exchange rate changes on cash, cash equivalents and restricted cash"),
    (CASH, "Interest paid", "Interest"),
    (CASH, "Income taxes paid", "Income taxes payable"),
    (CASH, "Interest paid", "Interest received"),
    (CASH, "Change in inventories", "Change in accounts receivable"),
    (INCOME, "Income before income taxes", "Income before income taxes and equity in earnings of affiliates"),
    (INCOME, "Income before extraordinary item", "Income before minority interest"),
    (INCOME, "Income before extraordinary item", "Income before income taxes and extraordinary item"),
    (INCOME, "Net income per share - basic", "Income from continuing operations per share - basic"),
    (INCOME, "Net income per share - basic", "Pro forma net income per share - basic"),
    (INCOME, "Net income per share - diluted", "Adjusted diluted earnings per share"),
    (INCOME, "Dividends per share", "Dividends paid per share"),
    (INCOME, "Weighted average shares", "Common shares outstanding"),
    (INCOME, "Weighted average shares - diluted", "Dilutive effect of common stock equivalents"),
    (INCOME, "Other income (expense)", "Total other income (expense)"),
    (INCOME, "Restructuring", "Restructuring and impairment charges"),
    (INCOME, "Interest expense", "Interest and other expense"),
    (INCOME, "Restructuring", "Special charges and other"),
    (INCOME, "Income before extraordinary item per share - basic", "Income before extraordinary item per share - diluted"),
    (INCOME, "Extraordinary item", "Before extraordinary item"),
    (INCOME, "Interest on investments", "Interest on short-term borrowings"),
    (INCOME, "Net income per share", "Distributions per unit of limited partnership interest"),
    (INCOME, "Product revenues", "Equipment rentals"),
    (CASH, "Adjustments to reconcile", "Adjustments to reconcile net income to net cash - depreciation and amortization"),
    (BALANCE, "Goodwill", "Billings in excess of costs"),
    (BALANCE, "Goodwill", "Cost in excess of billings"),
    (BALANCE, "Accrued compensation", "Deferred compensation"),
    (BALANCE, "Accrued compensation", "Accrued liabilities"),
    (BALANCE, "Property, plant and equipment, net", "Buildings and improvements"),
    (BALANCE, "Long-term debt, less current portion", "Convertible notes, less current portion"),
    (BALANCE, "Deferred income tax asset", "Deferred income tax liability"),
    (BALANCE, "Preferred stock", "Dividends payable on preferred stock"),
    (BALANCE, "Preferred stock", "Redeemable preferred stock"),
    (BALANCE, "Redeemable preferred stock", "Preferred stock, non-redeemable"),
    (BALANCE, "Inventories", "Inventories at FIFO"),
    (BALANCE, "Inventories", "Real estate inventory"),
    (BALANCE, "Deferred revenue", "Deferred gross profit on shipments to distributors"),
    (BALANCE, "Partners' capital", "Limited partners' capital"),
)


@pytest.mark.parametrize(("kind", "one", "other"), SAME)
def test_the_same_in_other_words(kind: Kind, one: str, other: str) -> None:
    assert meaning(kind, one) == meaning(kind, other)


@pytest.mark.parametrize(("kind", "one", "other"), APART)
def test_what_stays_apart(kind: Kind, one: str, other: str) -> None:
    assert meaning(kind, one) != meaning(kind, other)


def test_a_paraphrase_is_its_own_paraphrase() -> None:
    for rule in read_rules(taxonomy_folder() / "wording.csv", 0):
        assert paraphrased(rule.kind, rule.paraphrase, rule.reading.total) == rule.paraphrase, rule
