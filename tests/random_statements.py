"""Random income statements, balance sheets and cash flow statements that balance; some of their labels no rule knows."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from books import Books, Part, books, durations, instants, some
from hypothesis import strategies as st
from typesetter import Head, Sheet

from converter.statement import Kind, Measure

EXPENSES = (
    ("Research and development", "ResearchAndDevelopmentExpense"),
    ("Sales and marketing", "SellingAndMarketingExpense"),
    ("General and administrative", "GeneralAndAdministrativeExpense"),
    ("Amortization of intangible assets", "AmortizationOfIntangibleAssets"),
    ("Restructuring charges", "RestructuringCharges"),
    ("Store opening expenses", ""),
    ("Cost of relocating the main laboratory", ""),
)
CURRENT_ASSETS = (
    ("Cash and cash equivalents", "CashAndCashEquivalentsAtCarryingValue"),
    ("Short-term investments", "ShortTermInvestments"),
    ("Accounts receivable, net of allowance for doubtful accounts", "AccountsReceivableNetCurrent"),
    ("Inventories", "InventoryNet"),
    ("Prepaid expenses and other current assets", "PrepaidExpenseAndOtherAssetsCurrent"),
    ("Instruments lent to customers", ""),
)
OTHER_ASSETS = (
    ("Goodwill", "Goodwill"),
    ("Intangible assets, net", "IntangibleAssetsNetExcludingGoodwill"),
    ("Other assets", "OtherAssetsNoncurrent"),
    ("Deposits with the harbour authority", ""),
)
CURRENT_LIABILITIES = (
    ("Accounts payable", "AccountsPayableCurrent"),
    ("Current portion of long-term debt", "LongTermDebtCurrent"),
    ("Accrued liabilities", "AccruedLiabilitiesCurrent"),
    ("Deferred revenue", "DeferredRevenueCurrent"),
    ("Obligations under the laboratory agreement", ""),
)
OTHER_LIABILITIES = (
    ("Long-term debt, less current portion", "LongTermDebtNoncurrent"),
    ("Other long-term liabilities", "OtherLiabilitiesNoncurrent"),
)
ADJUSTMENTS = (
    ("Depreciation and amortization", "DepreciationDepletionAndAmortization", 1),
    ("Deferred income taxes", "DeferredIncomeTaxExpenseBenefit", 0),
    ("Provision for doubtful accounts", "ProvisionForDoubtfulAccounts", 1),
    ("Write-down of the old pilot plant", "", 1),
)
CHANGES = (
    ("Accounts receivable", "IncreaseDecreaseInAccountsReceivable", -1),
    ("Inventories", "IncreaseDecreaseInInventories", -1),
    ("Accounts payable", "IncreaseDecreaseInAccountsPayable", 1),
    ("Instruments lent to customers", "", 1),
)
INVESTING = (
    ("Purchases of property and equipment", "PaymentsToAcquirePropertyPlantAndEquipment", -1),
    ("Proceeds from sale of property and equipment", "ProceedsFromSaleOfPropertyPlantAndEquipment", 1),
    ("Purchases of investments", "PaymentsToAcquireInvestments", -1),
    ("Advances to the joint laboratory", "", -1),
)
FINANCING = (
    ("Proceeds from issuance of common stock", "ProceedsFromIssuanceOfCommonStock", 1),
    ("Repayments of long-term debt", "RepaymentsOfDebt", -1),
    ("Dividends paid", "PaymentsOfDividends", -1),
    ("Contributions of the joint laboratory's owners", "", 1),
)


@st.composite
def income_statements(draw: st.DrawFn) -> Sheet:
    """Revenues, costs, an operating result, other income, taxes, a net result, and what it is per share."""
    heads, scale = draw(durations(False)), draw(st.sampled_from((3, 6, 0)))
    b = books(draw, len(heads), scale)
    negative = draw(st.booleans())  # costs in parentheses
    sign = -1 if negative else 1
    weight = 1 if negative else -1

    def cost(label: str, concept: str, depth: int, most: float = 0.3) -> int:
        return b.line(label, concept, b.numbers(sign, 0.02, most), sign if concept else 1, depth)

    if draw(st.booleans()):
        b.words("Revenues:")
        parts = [
            b.line(*pair, b.numbers(1, 0.1, 1, whole=True), depth=1)
            for pair in (("Product revenues", "ProductRevenues"), ("Service revenues", "ServiceRevenues"))
        ]
        if draw(st.booleans()):
            parts.append(b.line("Tuition for courses", "", b.numbers(), depth=1))
        revenue = b.total(_or_nothing(draw, "Total revenues"), "Revenues", [(p, 1) for p in parts], depth=1)
    else:
        revenue = b.line(draw(st.sampled_from(("Net sales", "Revenues", "Net revenues"))), "Revenues", b.numbers(1, 0.5, 1, whole=True))
    base = revenue
    gross = draw(st.booleans())
    if gross:
        costs = b.line("Cost of sales", "CostOfRevenue", b.numbers(sign, 0.1, 0.6, whole=True), sign)
        base = b.total("Gross profit", "GrossProfit", [(revenue, 1), (costs, weight)])
    headed = draw(st.booleans())
    chosen = [EXPENSES[i] for i in some(draw, EXPENSES, 2)]
    if headed:
        b.words("Operating expenses:" if gross else "Costs and expenses:")
    parts = [cost("Cost of sales", "CostOfRevenue", int(headed), 0.6)] if not gross else []
    parts += [cost(*pair, int(headed)) for pair in chosen]
    if headed and draw(st.booleans()):
        label, concept = ("Total operating expenses", "OperatingExpenses") if gross else ("Total costs and expenses", "CostsAndExpenses")
        charge = [(b.total(_or_nothing(draw, label), concept, [(p, 1) for p in parts], sign, 1), weight)]
    else:
        charge = [(p, weight) for p in parts]
    operating = ("Income from operations", "Loss from operations", "Income (loss) from operations")
    result = b.result(operating, "OperatingIncomeLoss", [(base, 1), *charge])
    result = _other_income(draw, b, result)
    tax_numbers = b.numbers(draw(st.sampled_from((1, 0))), 0.01, 0.2)
    benefit = any(n and n < 0 for n in tax_numbers)
    label = "Provision for income taxes" if not benefit else "Income tax (expense) benefit" if negative else "Income tax expense (benefit)"
    tax = b.line(label, "IncomeTaxExpenseBenefit", tuple(n if n is None else n * sign for n in tax_numbers), sign)
    net = b.result(("Net income", "Net loss", "Net income (loss)"), "NetIncomeLoss", [(result, 1), (tax, weight)])
    share_scale = draw(st.sampled_from((scale, 0)))
    if draw(st.booleans()):
        _per_share(b, net, scale, share_scale, draw(st.booleans()))
    return Sheet(Kind.INCOME, heads, tuple(b.body), tuple(b.sums), scale, share_scale)


def _or_nothing(draw: st.DrawFn, label: str) -> str:
    """Under a heading that names it, a total may go without words."""
    return label if draw(st.integers(0, 3)) else ""


def _other_income(draw: st.DrawFn, b: Books, operating: int) -> int:
    headed, negative = draw(st.booleans()), draw(st.booleans())
    if headed:
        b.words("Other income (expense):")
    depth, parts = int(headed), []
    if draw(st.booleans()):
        parts.append((b.line("Interest income", "InvestmentIncomeInterest", b.numbers(1, 0.01, 0.1), depth=depth), 1))
    if draw(st.booleans()) or not parts:
        sign = -1 if negative else 1
        concept = "InterestExpense|InterestExpenseNonoperating"
        parts.append((b.line("Interest expense", concept, b.numbers(sign, 0.01, 0.1), sign, depth), -sign))
    if draw(st.booleans()):
        parts.append((b.line("Other income (expense), net", "OtherNonoperatingIncomeExpense", b.numbers(0, 0.01, 0.1), depth=depth), 1))
    if headed and len(parts) > 1 and draw(st.booleans()):
        parts = [(b.total("Total other income (expense), net", "NonoperatingIncomeExpense", parts, depth=1), 1)]
    labels = ("Income before income taxes", "Loss before income taxes", "Income (loss) before income taxes")
    concept = "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest"
    return b.result(labels, concept, [(operating, 1), *parts])


def _per_share(b: Books, net: int, scale: int, share_scale: int, headed: bool) -> None:
    """Shares such that cents come out; a diluted count, a little larger."""
    results = [number or Decimal(1) for number in b.lines[net].numbers]
    cents = b.chance.randrange(20, 300)
    unit = Decimal(1) if share_scale < 6 else Decimal("0.1")
    counts: list[tuple[Decimal, ...]] = []
    for more in (Decimal(1), Decimal("1.03")):
        counts.append(tuple((abs(n).scaleb(scale - share_scale) / cents * 100 * more).quantize(unit, ROUND_HALF_UP) for n in results))
    if min(min(row) for row in counts) < 1000 * unit:
        return
    per = [
        tuple(
            (n.scaleb(scale - share_scale) / count).quantize(Decimal("0.01"), ROUND_HALF_UP) for n, count in zip(results, row, strict=True)
        )
        for row in counts
    ]
    earnings = b.lines[net].label
    for words, concepts, rows, measure in (
        (f"{earnings} per share", ("EarningsPerShareBasic", "EarningsPerShareDiluted"), per, Measure.PER_SHARE),
        (
            "Weighted average shares outstanding",
            ("WeightedAverageNumberOfSharesOutstandingBasic", "WeightedAverageNumberOfDilutedSharesOutstanding"),
            counts,
            Measure.SHARES,
        ),
    ):
        if headed:
            b.words(f"{words}:")
        for name, concept, row in zip(("basic", "diluted"), concepts, rows, strict=True):
            b.line(name.capitalize() if headed else f"{words}, {name}", concept, row, depth=int(headed), measure=measure)


@st.composite
def balance_sheets(draw: st.DrawFn) -> Sheet:
    """Assets, liabilities and equity, classified or not, that balance."""
    heads, scale = draw(instants()), draw(st.sampled_from((3, 6, 0)))
    b = books(draw, len(heads), scale)
    classified, labelled = draw(st.booleans()), draw(st.booleans())
    b.words("Assets")
    parts: list[Part] = []
    if classified:
        b.words("Current assets:", 1)
        inner = [(b.line(*CURRENT_ASSETS[i], b.numbers(), depth=2), 1) for i in some(draw, CURRENT_ASSETS, 2)]
        parts.append((b.total("Total current assets", "AssetsCurrent", inner, depth=1), 1))
    else:
        parts += [(b.line(*CURRENT_ASSETS[i], b.numbers(), depth=1), 1) for i in some(draw, CURRENT_ASSETS[:4], 2)]
    parts += _property(draw, b)
    for i in some(draw, OTHER_ASSETS):
        label, concept = OTHER_ASSETS[i]
        either = "|" if label == "Other assets" and not classified else ""  # without classes nothing says that they are noncurrent
        parts.append((b.line(label, concept + either, b.numbers(), depth=1), 1))
    assets = b.total("Total assets" if labelled else "", "Assets", parts)
    b.words("Liabilities and stockholders' equity")
    if classified:
        b.words("Current liabilities:", 1)
        inner = [(b.line(*CURRENT_LIABILITIES[i], b.numbers(), depth=2), 1) for i in some(draw, CURRENT_LIABILITIES, 2)]
        parts = [(b.total("Total current liabilities", "LiabilitiesCurrent", inner, depth=1), 1)]
    else:
        parts = [(b.line(*CURRENT_LIABILITIES[i], b.numbers(), depth=1), 1) for i in some(draw, CURRENT_LIABILITIES[:1])]
    parts += [(b.line(*OTHER_LIABILITIES[i], b.numbers(), depth=1), 1) for i in some(draw, OTHER_LIABILITIES)]
    if draw(st.booleans()):
        parts = [(b.total("Total liabilities", "Liabilities", parts, depth=1), 1)]
    rest = tuple(a - claimed for a, claimed in zip(b.worth([(assets, 1)]), b.worth(parts), strict=True))
    if draw(st.booleans()):
        parts.append((b.line("Stockholders' equity", "StockholdersEquity", rest, depth=1), 1))
    else:
        parts.append(_equity(draw, b, rest))
    b.total("Total liabilities and stockholders' equity" if labelled else "", "LiabilitiesAndStockholdersEquity", parts)
    return Sheet(Kind.BALANCE, heads, tuple(b.body), tuple(b.sums), scale, scale)


def _property(draw: st.DrawFn, b: Books) -> list[Part]:
    if draw(st.booleans()):
        return [(b.line("Property and equipment, net", "PropertyPlantAndEquipmentNet", b.numbers(), depth=1), 1)]
    sign = draw(st.sampled_from((1, -1)))
    gross = b.line("Property and equipment, at cost", "PropertyPlantAndEquipmentGross", b.numbers(1, 0.6, 1, whole=True), depth=1)
    concept = "AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"
    worn = b.line("Less accumulated depreciation", concept, b.numbers(sign, whole=True), sign, depth=1)
    return [(b.total("Net property and equipment", "PropertyPlantAndEquipmentNet", [(gross, 1), (worn, -sign)], depth=1), 1)]


def _equity(draw: st.DrawFn, b: Books, worth: tuple[Decimal, ...]) -> Part:
    b.words("Stockholders' equity:", 1)
    parts = [
        (b.line("Common stock", "CommonStockValue", b.numbers(whole=True), depth=2), 1),
        (b.line("Additional paid-in capital", "AdditionalPaidInCapital", b.numbers(), depth=2), 1),
    ]
    if draw(st.booleans()):
        parts.append((b.line("Treasury stock, at cost", "TreasuryStockValue", b.numbers(-1), -1, depth=2), 1))
    kept = tuple(w - p for w, p in zip(worth, b.worth(parts), strict=True))
    label = "Retained earnings" if min(kept) > 0 else "Accumulated deficit" if max(kept) < 0 else "Retained earnings (accumulated deficit)"
    parts.append((b.line(label, "RetainedEarningsAccumulatedDeficit", kept, depth=2), 1))
    return b.total("Total stockholders' equity", "StockholdersEquity", parts, depth=1), 1


@st.composite
def cash_flow_statements(draw: st.DrawFn) -> Sheet:
    """Operating, investing and financing flows, and what they do to cash."""
    heads, scale = draw(durations(True)), draw(st.sampled_from((3, 6, 0)))
    b = books(draw, len(heads), scale)
    labels = ("Net income", "Net loss", "Net income (loss)")
    numbers = b.numbers(draw(st.sampled_from((1, -1, 0))), whole=True)
    label = labels[0 if all(n and n > 0 for n in numbers) else 1 if all(n and n < 0 for n in numbers) else 2]
    b.words("Cash flows from operating activities:")
    parts = [(b.line(label, "NetIncomeLoss|ProfitLoss", numbers, depth=1), 1)]
    headed = draw(st.booleans())
    if headed:
        b.words("Adjustments to reconcile net income to net cash provided by operating activities:", 1)
    parts += _flows(draw, b, ADJUSTMENTS, 1 + headed)
    if draw(st.booleans()):
        b.words("Changes in operating assets and liabilities:", 1 + headed)
        for i in some(draw, CHANGES):
            words, concept, factor = CHANGES[i]
            parts.append((b.line(words, concept, b.numbers(0), factor, 2 + headed), 1))
    kinds = [_net_cash(b, "operating", parts)]
    for name, table in (("investing", INVESTING), ("financing", FINANCING)):
        b.words(f"Cash flows from {name} activities:")
        parts = _flows(draw, b, table, 1, 2)
        kinds.append(_net_cash(b, name, parts))
    gain, loss, both = (f"Net {way} in cash and cash equivalents" for way in ("increase", "decrease", "increase (decrease)"))
    change = b.result((gain, loss, both), "CashAndCashEquivalentsPeriodIncreaseDecrease", [(k, 1) for k in kinds])
    _cash(b, change, heads)
    return Sheet(Kind.CASH_FLOW, heads, tuple(b.body), tuple(b.sums), scale, scale)


def _net_cash(b: Books, name: str, parts: Sequence[Part]) -> int:
    gain, loss, both = (f"Net cash {verb} {name} activities" for verb in ("provided by", "used in", "provided by (used in)"))
    return b.result((gain, loss, both), f"NetCashProvidedByUsedIn{name.capitalize()}Activities", parts, depth=1)


def _flows(draw: st.DrawFn, b: Books, table: Sequence[tuple[str, str, int]], depth: int, least: int = 1) -> list[Part]:
    """Flows as printed: what goes out in parentheses; the concept of a payment counts it as positive."""
    chosen = [table[i] for i in some(draw, table, least)]
    return [(b.line(words, concept, b.numbers(sign), -1 if concept and sign < 0 else 1, depth), 1) for words, concept, sign in chosen]


def _cash(b: Books, change: int, heads: Sequence[Head]) -> None:
    """Cash at the beginning and the end; where a column begins as the next one ends, both say the same."""
    begin: list[Decimal] = []
    moved = b.lines[change].numbers
    for column in reversed(range(b.columns)):
        later = column + 1 < b.columns and heads[column + 1].period.end == date.fromordinal(heads[column].period.first.toordinal() - 1)  # type: ignore[union-attr]
        begin.insert(0, begin[0] + (moved[column + 1] or 0) if later else b.number(3, 6))
    words = "Cash and cash equivalents at {} of period"
    concept = "CashAndCashEquivalentsAtCarryingValue"
    first = b.line(words.format("beginning"), concept, tuple(begin))
    b.total(words.format("end"), concept, [(change, 1), (first, 1)])
