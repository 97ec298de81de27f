"""A small report in our own words that uses what a report can use: an extension concept, headings, sums, negated labels, two statements."""

from datetime import date
from decimal import Decimal

from converter.filing import CIK_SCHEME, Entity
from converter.period import Duration, Instant, Period
from converter.report import Arc, Fact, Network, Report, Unit
from converter.taxonomy import Balance, Concept, Type, read_taxonomy, taxonomy_folder

CORE = read_taxonomy(taxonomy_folder())
ENTITY = Entity(CIK_SCHEME, "0000123456", "Example & Sons", "NASDAQ:XMPL")
END = Instant(date(2003, 12, 31))
QUARTER = Duration(date(2003, 10, 1), date(2003, 12, 31))
EMPTY = Report("example", ENTITY, END, CORE, ())


def own(name: str, **meaning: object) -> Concept:
    """A concept of the report's own namespace."""
    return Concept(name, namespace=EMPTY.namespace, prefix=EMPTY.prefix, **meaning)  # type: ignore[arg-type]


GRANTS = own("GrantIncome", balance=Balance.CREDIT, labels=(("label", "Grant income"),))
COSTS = own("CostsHeading", type=Type.STRING, abstract=True, labels=(("label", "Costs and expenses:"),))
PER_SHARE = own("PerShareHeading", type=Type.STRING, abstract=True, labels=(("label", "Per share:"),))


def fact(concept: Concept | str, value: str, decimals: int | None = -3, period: Period | None = None, unit: Unit | None = None) -> Fact:
    """A fact about the quarter or its end, in dollars unless another unit is given."""
    meant = CORE[concept] if isinstance(concept, str) else concept
    period = period or (END if meant.period.value == "instant" else QUARTER)
    return Fact(meant, period, unit or Unit.money("USD"), Decimal(value), decimals)


FACTS = (
    fact("Revenues", "7792000"),
    fact(GRANTS, "8000"),
    fact("CostOfRevenue", "5000000"),
    fact("GrossProfit", "2800000"),
    fact("OperatingIncomeLoss", "2800000"),
    fact("IncomeTaxExpenseBenefit", "-379000"),
    fact("NetIncomeLoss", "3179000"),
    fact("EarningsPerShareBasic", "0.10", 2, unit=Unit.per_share("USD")),
    fact("WeightedAverageNumberOfSharesOutstandingBasic", "31790000", -3, unit=Unit.shares()),
    fact("AssetsCurrent", "100000"),
    fact("Goodwill", "0"),
    fact("Assets", "100000"),
    fact("TreasuryStockValue", "5000"),
)
GROSS = (CORE["GrossProfit"], ((CORE["Revenues"], 1), (GRANTS, 1), (CORE["CostOfRevenue"], -1)))
NET = (CORE["NetIncomeLoss"], ((CORE["OperatingIncomeLoss"], 1), (CORE["IncomeTaxExpenseBenefit"], -1)))
TOTAL = (CORE["Assets"], ((CORE["AssetsCurrent"], 1), (CORE["Goodwill"], 1)))
INCOME = Network(
    "IncomeStatement",
    "Consolidated statements of operations",
    (
        Arc(CORE["Revenues"], 1),
        Arc(GRANTS, 1),
        Arc(COSTS, 1),
        Arc(CORE["CostOfRevenue"], 2, "negatedLabel"),
        Arc(CORE["GrossProfit"], 1, "totalLabel"),
        Arc(CORE["OperatingIncomeLoss"], 1, "netLabel"),
        Arc(CORE["IncomeTaxExpenseBenefit"], 1, "negatedLabel"),
        Arc(CORE["NetIncomeLoss"], 1, "totalLabel"),
        Arc(PER_SHARE, 1),
        Arc(CORE["EarningsPerShareBasic"], 2),
        Arc(CORE["WeightedAverageNumberOfSharesOutstandingBasic"], 2),
        Arc(CORE["NetIncomeLoss"], 1, "totalLabel"),
    ),
    (GROSS, NET),
)
BALANCE_SHEET = Network(
    "CondensedBalanceSheet",
    "Condensed balance sheet",
    (
        Arc(CORE["AssetsAbstract"], 1),
        Arc(CORE["AssetsCurrent"], 2, "totalLabel"),
        Arc(CORE["Goodwill"], 2),
        Arc(CORE["Assets"], 2, "totalLabel"),
        Arc(CORE["TreasuryStockValue"], 1, "negatedTerseLabel"),
    ),
    (TOTAL,),
)
LABELS = (
    (CORE["Revenues"], "label", "Net sales"),
    (CORE["EarningsPerShareBasic"], "label", "Basic"),
    (CORE["WeightedAverageNumberOfSharesOutstandingBasic"], "label", "Basic"),
    (CORE["NetIncomeLoss"], "totalLabel", "Net\x0c  earnings"),
    (GRANTS, "documentation", "A line that the filer words: Grant income"),
)
REPORT = Report("example", ENTITY, END, CORE, FACTS, extension=(GRANTS, COSTS, PER_SHARE), networks=(INCOME, BALANCE_SHEET), labels=LABELS)
