"""Paraphrases of the statement of cash flows: what was bought, sold, borrowed, repaid, issued and paid out, and what cash became."""

from converter.wording.paraphrases.flows import DEBT, INVESTMENT, PLANT, SALE
from converter.wording.phrases.phrase import anywhere, made_of, matching, of, run_of, tail_of, whole

_PAID = "(?:(?:net )?cash (?:paid|used|payment|outflow) (?:for|in|on|to) |(?:net )?payment (?:for|on|to|related to) )"
_RECEIVED = "(?:(?:net |gross |cash )*(?:proceed|received) (?:from|on|for) )"

# investing
_BUYING = of("purchase, acquisition, acquire, addition, expenditure, investment, outlay")
_PLANT_BOUGHT = of(
    "ppe, (?:other )?equipment, property(?: and (?:other )?equipment)?, plant, furniture and equipment, machinery and equipment"
)
_IMPROVING = of("improvement, capital improvement, building improvement, addition and improvement, improvement and addition")
_REAL_ESTATE = of("real estate, (?:rental |investment |operating |income )?property, building, land and building")
_BUSINESS = of("business, company, subsidiary, business acquired, company acquired, acquired business, acquired company")
_LESS_CASH = "(?:net|less|excluding) cash(?: and cash equivalent)?(?: and restricted cash)?(?: (?:acquired|received))?"
_SELLING = run_of("sale, maturity, call, redemption, liquidation, disposition, disposal, sold, matured")

# financing
_SHORT_TERM = of(
    "short term (?:bank )?(?:debt|borrowing|loan|note payable|note|obligation|credit|loan payable|financing|line credit|credit facility),"
    "(?:bank )?(?:note|loan) payable(?: to)? bank, bank note payable, commercial paper"
)
_MOVED = of("borrowing, proceed, repayment, payment, issuance, change, addition")
_REPAYING = of(
    "repayment, payment, principal payment, principal repayment, retirement, reduction, redemption, prepayment, paydown, payoff,"
    "extinguishment, curtailment, amount paid"
)
_BORROWING = of("proceed, borrowing, issuance, addition, drawdown, draw, advance")
_COSTS = f"(?: net{tail_of('debt, issuance, offering, financing, transaction, related, discount, and, cost, fee, expense')})?"
_ISSUING = f"{of('issuance, sale, issue, offering, placement')}(?: and {of('issuance, sale, issue')})?"
_SHARES = "(?:(?:class (?:a|b) )?(?:common |capital )?(?:stock|share))"
_THROUGH = of("to, under, pursuant to, in connection with, through, related to, for, from, by")
_PLAN = (
    run_of("employee, director, stock, option, purchase, incentive, benefit, ownership, compensation, equity, other")
    + "(?:plan|award|program)"
)
_PLANS = (
    f"(?: (?:net|less){tail_of('offering, issuance, underwriting, related, transaction, stock, expense, cost, discount, and')}"
    f"| {_THROUGH} (?:employee|director|{_PLAN}))"
)
_CANCELLED = of("cancellation, cancelled, canceled")
_OPTIONS = f"{run_of('employee, common, outstanding')}(?:(?:stock|share) )?option"
_UPON = of("upon, from, for, on, and, through, under, in connection with, related to, pursuant to")

# what was paid beside the statement
_WHEN = tail_of("during, in, made, for, the, period, year, quarter, fiscal, cash")
_CASH_PAID = f"(?:(?:net )?(?:cash )?(?:paid|payment)(?: (?:refunded|received))?{_WHEN} )?"

CASH_FLOWS = (
    anywhere(
        "cash and cash equivalent",
        "cash and (?:temporary )?cash (?:equivalent|investment)",
        "cash and (?:temporary investment|equivalent)",
        words="cash",
        beside="investment equivalent",
    ),
    whole(
        "purchase ppe",
        f"{_PAID}?{_BUYING}(?: (?:to|for|in|on))? {_PLANT_BOUGHT}(?: net)?",
        f"{_PLANT_BOUGHT} (?:{_BUYING}|purchased|acquired)(?: net)?",
        f"{_PAID}(?:capital (?:expenditure|addition|asset)|ppe)",
        "capital (?:expenditure|addition)(?: (?:paid|net))?",
        f"{_PAID}?{_IMPROVING} (?:to|in|on) {_REAL_ESTATE}",
        f"{_PAID}?{_REAL_ESTATE} improvement",
        words="ppe equipment property plant capital improvement",
    ),
    whole(
        "proceed from sale ppe",
        f"{_RECEIVED}?{SALE} {PLANT}(?: net)?",
        f"{_RECEIVED}{PLANT}(?: {SALE})?(?: net)?",
        f"{PLANT} {SALE}(?: proceed)?(?: net)?",
        words="ppe equipment property plant machinery furniture vehicle vessel aircraft leasehold",
    ),
    whole(
        "acquisition business net cash acquired",
        f"(?:{_PAID}|cost )?(?:(?:business )?(?:acquisition|purchase|acquire)(?: {_BUSINESS})?|{_BUSINESS}(?: in purchase transaction)?"
        f"|business combination) {_LESS_CASH}",
        words="acquisition purchase acquire business company acquired",
        beside="net less excluding",
    ),
    whole(
        "acquisition business",
        f"(?:{_PAID}|cost )(?:(?:business )?acquisition|(?:acquisition |acquire |purchase )?{_BUSINESS})(?: net)?",
        f"(?:acquisition|purchase) {_BUSINESS}(?: net)?",
        "business (?:acquisition|acquired|purchased)(?: net)?",
        words="acquisition business company subsidiary",
    ),
    whole(
        "purchase investment",
        f"{_PAID}?{of('purchase, acquisition, acquire, addition, cost')}(?: (?:to|for|in))? (?:investment in"
        f" )?{INVESTMENT}(?: (?:purchased|acquired))?",
        f"{_PAID}{INVESTMENT}",
        f"{INVESTMENT} (?:purchase|purchased)",
        words="investment security",
    ),
    whole(
        "proceed from sale and maturity investment",
        f"{_RECEIVED}?(?!{INVESTMENT}$){_SELLING}(?:(?:on|investment in) )?{INVESTMENT}",
        f"{_RECEIVED}?{INVESTMENT} {_SELLING.removesuffix(' )*')} ?)+",
        f"(?:cash )?proceed from {INVESTMENT}",
        words="investment security",
    ),
    whole(
        "net change short term debt",
        f"change in {_SHORT_TERM}(?: net)?",
        f"{_SHORT_TERM} net",
        f"net {_MOVED}(?: (?:from|on|under|in))? {_SHORT_TERM}(?: net)?",
        f"(?:net )?{_MOVED}{tail_of('from, on, under, to, and')} {_MOVED}(?: (?:from|on|under))? {_SHORT_TERM}(?: net)?",
        f"{_MOVED}(?: (?:from|on|under))? {_SHORT_TERM} net",
        f"net {_SHORT_TERM} {_MOVED}",
        f"{_SHORT_TERM} {_MOVED} net",
        words="short note loan commercial",
    ),
    whole(
        "repayment debt",
        f"{run_of('cash, scheduled, early, mandatory, voluntary')}{_REPAYING}(?: and {_REPAYING})*(?: principal)?"
        f"{tail_of('on, under, to, for, from, against, reduce')} {DEBT}(?: principal)?",
        f"{DEBT} (?:{_REPAYING}|repaid|retired|paid|redeemed)",
        words="repayment payment retirement reduction redemption prepayment paydown payoff extinguishment curtailment paid repaid retired"
        " redeemed",
    ),
    whole(
        "proceed from debt",
        f"(?:net |gross |cash"
        f" )*{_BORROWING}{tail_of('from, on, under, to, in, issuance, borrowing, sale, additional, and')} {DEBT}{_COSTS}",
        f"{DEBT} (?:{_BORROWING}|issued|incurred)",
        words="proceed borrowing issuance addition drawdown draw advance issued incurred",
    ),
    whole(
        "exercise stock option",
        f"{_RECEIVED}?(?:exercise {_OPTIONS}|{_OPTIONS} (?:exercise|exercised)){tail_of('proceed, net, by employee')}",
        f"{_RECEIVED}?(?:issuance|sale|issue) (?:new )?{_SHARES} (?!and ){_UPON} exercise {_OPTIONS}",
        f"{_SHARES} (?:issued|sold) (?!and ){_UPON} exercise {_OPTIONS}",
        words="exercise exercised",
    ),
    whole(
        "issuance common stock",
        f"{_RECEIVED}?{_ISSUING} {_SHARES}{_PLANS}*",
        f"{_RECEIVED}{_SHARES}(?: {_ISSUING})?{_PLANS}*",
        f"{_SHARES} (?:issuance|issued|sold|sale|offering){_PLANS}*",
        f"{_RECEIVED}?(?:{_ISSUING} {_SHARES} {_UPON} )?exercise {_OPTIONS} and (?:warrant|employee stock purchase plan|other)(?: net)?",
        words="stock share option",
        beside="proceed issuance sale issue offering issued sold received exercise placement",
    ),
    whole(
        "repurchase common stock",
        f"{_PAID}?{of('repurchase, purchase, acquisition, acquire, reacquisition, buyback, redemption')}(?: and (?:retirement|retired))?"
        f" (?:outstanding )?(?:treasury stock|{_SHARES})"
        f"(?: (?:for|to be held in|held in|in) treasury| (?:and|for) (?:retirement|{_CANCELLED}))?(?: net)?",
        f"{_SHARES} {of('repurchased, purchased, acquired, reacquired, repurchase, purchase, buyback')}"
        f"(?: (?:and|for) (?:retired|retirement|{_CANCELLED}))?(?: (?:for|as) treasury(?: stock)?)?",
        "treasury stock (?:purchased|acquired|purchase|acquisition|repurchased|repurchase|transaction net)",
        "payment (?:for|on) treasury stock",
        words="stock share",
        beside="repurchase purchase acquisition acquire reacquisition buyback repurchased purchased acquired reacquired payment redemption"
        " transaction",
    ),
    made_of(
        "dividend paid",
        "cash paid payment on to for common preferred stock stockholder holder company and equivalent quarterly special regular share",
        "dividend",
    ),
    whole(
        "adjustment to reconcile",
        r"(?:net )?adjustment (?:necessary |required )?to reconcile (?!.*\b(?:depreciation|amortization)\b).*",
        words="reconcile",
    ),
    # changes of balances "net of the effects of acquisitions" are changes of balances
    matching(
        "",
        rf" (?:net|excluding"
        rf"|exclusive){tail_of('effect, impact, amount, asset, liability, result')}{tail_of('from, in, relating to, related to')}"
        rf" {of('acquisition, disposition, divestiture, purchase, business, acquired, dispose, sale')}\b.*$",
        words="net excluding exclusive",
        beside="effect impact",
    ),
    whole(
        "change in working capital",
        r"change in (?:noncash )?(?:operating )?working capital(?: (?:item|balance|component|account))?(?: net)?",
        r"change in component (?:noncash )?(?:operating )?working capital",
        words="working",
        beside="change",
    ),
    made_of(
        "effect exchange rate on cash",
        "effect foreign change fluctuation on in cash and equivalent balance translation net",
        "exchange currency",
        "effect rate translation",
    ),
    made_of(
        "effect exchange rate on cash",
        "foreign exchange currency gain difference adjustment impact unrealized and equivalent balance held denominated translation",
        "exchange currency",
        "cash",
        "on in",
    ),
    whole(
        "interest paid",
        rf"(?=.*\b(?:paid|payment)\b){_CASH_PAID}interest(?: expense)?(?: (?:paid|payment))?(?: (?:in cash|during (?:period|year)))?"
        r"(?: net (?:interest |amount )?capitalized(?: (?:interest|amount))?)?(?: net)?",
        words="interest",
    ),
    whole(
        "income tax paid",
        rf"(?=.*\b(?:paid|payment)\b){_CASH_PAID}income tax{tail_of('paid, payment, refunded, received, and')}"
        r"(?: (?:in cash|during (?:period|year)))?(?: net(?: (?:income )?(?:tax )?refund(?: received)?)?)?",
        words="tax",
    ),
    matching("income tax", r"^income tax net (?:income )?(?:tax )?refund(?: received)?$", words="refund"),
    matching("interest", r"^interest net (?:(?:interest|amount) )?capitalized(?: (?:interest|amount))?$", words="capitalized"),
)
"""Phrases of a statement of cash flows."""
