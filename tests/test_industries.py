"""What filers of one kind print, and the core concept of each line; "" where none is right. Read off accounting, not off the table."""

import pytest

from converter.model import earnings_release
from converter.statement import Kind, Measure
from converter.wording.table import Question

IPRD = "ResearchAndDevelopmentAssetAcquiredOtherThanThroughBusinessCombinationWrittenOff"
LINES = """
bank | IS | interest income | Total interest and dividend income | InterestAndDividendIncomeOperating
bank | IS | interest expense | Total interest expense | InterestExpenseOperating
bank | IS | | Net interest income | InterestIncomeExpenseNet
bank | IS | | Provision for credit losses | ProvisionForLoanLeaseAndOtherLosses
bank | IS | | Net interest income after provision for credit losses | InterestIncomeExpenseAfterProvisionForLoanLoss
bank | IS | noninterest income | Total non-interest income | NoninterestIncome
bank | IS | noninterest income | Service charges on deposit accounts |
bank | IS | noninterest expense | Salaries and employee benefits |
bank | IS | noninterest expense | Total noninterest expenses | NoninterestExpense
bank | BS | assets | Cash and due from banks |
bank | BS | assets | Allowance for credit losses | FinancingReceivableAllowanceForCreditLosses
bank | BS | assets | Premises and equipment, net | PropertyPlantAndEquipmentNet
bank | IS | noninterest income | Gain on sale of loans, net | GainLossOnSalesOfLoansNet
bank | IS | noninterest expense | Occupancy | OccupancyNet
bank | IS | noninterest expense | FDIC insurance premiums | FederalDepositInsuranceCorporationPremiumExpense
bank | BS | assets | Securities available for sale, at fair value | AvailableForSaleSecurities
bank | BS | current assets | Securities available for sale |
bank | BS | assets | Loans held for sale | LoansReceivableHeldForSaleAmount
bank | BS | liabilities | Accrued interest payable | InterestPayableCurrentAndNoncurrent
bank | BS | current liabilities | Accrued interest payable |
bank | BS | liabilities | Total deposits | Deposits
bank | CF | investing | Net increase in loans | PaymentsForProceedsFromLoansAndLeases
bank | CF | financing | Net increase (decrease) in deposits | IncreaseDecreaseInDeposits
bank | BS | liabilities | Federal Home Loan Bank advances | AdvancesFromFederalHomeLoanBanks
insurer | IS | revenues | Premiums earned | PremiumsEarnedNet
insurer | IS | revenues | Net realized investment gains (losses) | GainLossOnInvestments
insurer | IS | revenues | Total revenues | Revenues
insurer | IS | operating expenses | Losses and loss adjustment expenses | PolicyholderBenefitsAndClaimsIncurredNet
insurer | IS | operating expenses | Total benefits and expenses | CostsAndExpenses
insurer | BS | assets | Deferred policy acquisition costs | DeferredPolicyAcquisitionCosts
insurer | BS | liabilities | Unearned premiums | UnearnedPremiums
property | IS | revenues | Rental income | OperatingLeaseLeaseIncome
property | IS | operating expenses | Real estate taxes | RealEstateTaxExpense
property | IS | operating expenses | Depreciation and amortization | DepreciationAndAmortization
property | IS | revenues | Interest on short-term investments | InvestmentIncomeInterest
property | IS | | Gain on sale of property | GainLossOnSaleOfPropertyPlantEquipment
property | BS | assets | Tenant receivables, net | AccountsReceivableNetCurrent
property | BS | equity | Total partners' capital | StockholdersEquity
property | BS | equity | Limited partners |
property | CF | operating | Tenant receivables | IncreaseDecreaseInAccountsReceivable
property | CF | operating | Leasing commissions |
property | CF | financing | Distributions to limited partners |
property | CF | financing | Proceeds from mortgage notes payable | ProceedsFromIssuanceOfDebt
property | CF | financing | Principal payments on mortgage notes | RepaymentsOfDebt
utility | IS | operating expenses | Fuel and purchased power |
utility | IS | operating expenses | Taxes other than income taxes | TaxesExcludingIncomeAndExciseTaxes
utility | BS | noncurrent assets | Regulatory assets | RegulatoryAssetsNoncurrent
utility | BS | noncurrent liabilities | Regulatory liabilities | RegulatoryLiabilityNoncurrent
utility | IS | operating expenses | Total operating expenses | OperatingExpenses
retailer | IS | | Cost of goods sold, including buying and occupancy | CostOfRevenue
retailer | IS | | Net sales | Revenues
retailer | IS | | Comparable store sales |
retailer | BS | current assets | Merchandise inventories | InventoryNet
restaurant | IS | revenues | Franchise royalties and fees |
restaurant | IS | operating expenses | Food, beverage and packaging |
software | IS | revenues | Subscription |
software | IS | revenues | Professional services |
software | IS | operating expenses | Sales and marketing | SellingAndMarketingExpense
software | BS | current liabilities | Deferred revenue, current | DeferredRevenueCurrent
software | BS | noncurrent liabilities | Deferred revenue, net of current portion | DeferredRevenueNoncurrent
semiconductors | IS | operating expenses | Research, development and engineering | ResearchAndDevelopmentExpense
semiconductors | IS | operating expenses | Amortization of acquisition-related intangible assets | AmortizationOfIntangibleAssets
oil | IS | operating expenses | Lease operating expense |
oil | IS | operating expenses | Depreciation, depletion and amortization | DepreciationAndAmortization
bank | IS | interest income | Interest on short-term investments |
railroad | IS | operating expenses | Materials and supplies |
railroad | BS | current assets | Materials and supplies, at average cost | InventoryNet
railroad | BS | noncurrent liabilities | Other liabilities and deferred credits | OtherLiabilitiesNoncurrent
railroad | CF | operating | Materials and supplies | IncreaseDecreaseInInventories
oil | IS | operating expenses | Exploration expense | ExplorationExpense
airline | IS | revenues | Passenger |
airline | IS | operating expenses | Aircraft fuel | FuelCosts
airline | IS | | Operating income | OperatingIncomeLoss
airline | BS | current liabilities | Air traffic liability |
shipping | IS | operating expenses | Voyage expenses |
biotech | IS | revenues | Collaboration revenue |
biotech | IS | operating expenses | Acquired in-process research and development | IPRD
biotech | IS | operating expenses | Amortization of deferred compensation | ShareBasedCompensation
biotech | IS | | Net loss per share, basic and diluted | EarningsPerShareBasicAndDiluted
hospital | IS | operating expenses | Salaries, wages and benefits |
hospital | CF | operating | Provision for doubtful accounts | ProvisionForDoubtfulAccounts
builder | IS | revenues | Home sales |
builder | BS | assets | Real estate inventories |
staffing | IS | | Cost of services | CostOfServiceRevenue
media | IS | revenues | Advertising |
media | IS | | Equity in losses of unconsolidated affiliates | IncomeLossFromEquityMethodInvestments
telecom | IS | revenues | Equipment sales | ProductRevenues
telecom | IS | operating expenses | Cost of equipment sold | CostOfProductRevenue
telecom | BS | noncurrent assets | Cellular licenses, net | IntangibleAssetsNetExcludingGoodwill
telecom | IS | operating expenses | Cost of services (exclusive of depreciation shown below) | CostOfServiceRevenue
mining | IS | operating expenses | Reclamation costs |
any | IS | | Income from discontinued operations, net of tax | IncomeLossFromDiscontinuedOperationsNetOfTax
any | IS | | Loss from continuing operations | IncomeLossFromContinuingOperations
any | IS | | Preferred stock dividends and accretion | PreferredStockDividendsIncomeStatementImpact
any | IS | | Net income available to common shareholders | NetIncomeLossAvailableToCommonStockholdersBasic
any | IS | | Other comprehensive income (loss), net of tax | OtherComprehensiveIncomeLossNetOfTax
any | IS | | Comprehensive income (loss) | ComprehensiveIncomeNetOfTax
any | IS | | Net income attributable to noncontrolling interests | NetIncomeLossAttributableToNoncontrollingInterest
any | IS | | EBITDA |
any | IS | | Adjusted net income |
any | IS | | Net income attributable to Harbour Tools, Inc. | NetIncomeLoss
mining | IS | | Income and mining tax recovery | IncomeTaxExpenseBenefit
oil | CF | investing | Capital expenditures, including dry holes | PaymentsToAcquirePropertyPlantAndEquipment
hospital | IS | operating expenses | Provision for bad debts | ProvisionForDoubtfulAccounts
any | IS | operating expenses | Restructuring and other charges | RestructuringCharges
any | BS | noncurrent assets | Right-of-use assets | OperatingLeaseRightOfUseAsset
any | BS | current liabilities | Current portion of long-term debt, net | LongTermDebtCurrent
any | BS | noncurrent liabilities | Long-term debt, net of current portion | LongTermDebtNoncurrent
any | BS | equity | Total equity | StockholdersEquity
any | BS | equity | Noncontrolling interests | MinorityInterest
any | CF | operating | Accounts receivable | IncreaseDecreaseInAccountsReceivable
any | CF | operating | Loss on early retirement of debt | GainsLossesOnExtinguishmentOfDebt
any | CF | financing | Payments on finance lease obligations | FinanceLeasePrincipalPayments
any | CF | financing | Payments of debt issuance costs |
any | CF | financing | Distributions to noncontrolling interests |
any | CF | financing | Proceeds from issuance of preferred stock | ProceedsFromIssuanceOfPreferredStockAndPreferenceStock
any | BS | current liabilities | Accrued warranty | ProductWarrantyAccrualClassifiedCurrent
any | BS | current assets | Contract assets | ContractWithCustomerAssetNetCurrent
any | BS | noncurrent assets | Restricted cash | RestrictedCashNoncurrent
any | BS | | Redeemable noncontrolling interests | RedeemableNoncontrollingInterestEquityCarryingAmount
any | CF | operating | Cash received from customers | ProceedsFromCustomers
any | CF | operating | Cash paid to suppliers and employees | PaymentsToSuppliersAndEmployees
any | CF | | Net cash used in discontinued operations | NetCashProvidedByUsedInDiscontinuedOperations
any | CF | investing | Capitalized software development costs | PaymentsToDevelopSoftware
any | CF | investing | Purchases of intangible assets | PaymentsToAcquireIntangibleAssets
any | CF | | Net decrease in cash, cash equivalents and restricted cash |
any | CF | supplemental | Cash paid for interest | InterestPaidNet
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in LINES.strip().splitlines()]


@pytest.mark.parametrize(("filer", "kind", "section", "label", "concept"), ROWS, ids=[f"{row[0]}-{row[3]}" for row in ROWS])
def test_the_lines_of_a_kind_of_filer(filer: str, kind: str, section: str, label: str, concept: str) -> None:
    measure = Measure.PER_SHARE if "per share" in label else Measure.MONEY
    match = earnings_release().wording.find(Question(Kind(kind), label, (), (section,) if section else (), measure))
    assert (match.concept if match else "") == concept.replace("IPRD", IPRD), filer
