"""Paraphrases of the balance sheet: what was paid above book value, what is owed to employees and customers, debt by its due date."""

from converter.wording.phrases.phrase import anywhere, made_of, matching, of, run_of, tail_of, whole

_NOTES = of(f"{run_of('note, loan, acceptance')}payable, short term (?:bank )?(?:debt|borrowing|loan|note payable|note), commercial paper")
_LONG_DEBT = (
    run_of("senior, secured, subordinated, bank")
    + of(
        "long term (?:debt|borrowing|note payable|note|loan|loan payable|bank loan|bank debt|mortgage), term (?:debt|loan|note),"
        "note payable, senior note, mortgage (?:note )?payable, mortgage note,"
        "equipment (?:loan|note|debt|financing|term loan|loan payable|note payable)"
    )
    + "(?: to bank)?"
)
_PEOPLE = of("payroll, compensation, salary, wage, employee, personnel, vacation, bonus")
_PAY = (
    "payroll, compensation, salary, wage, employee, personnel, vacation, bonus, commission, benefit, withholding, welfare, social security,"
    " profit sharing, incentive,"
    "pension, retirement, related, fringe, payroll tax, other (?:employee|compensation|payroll|benefit)"
)
_PREFERRED = "special, cumulative, convertible, series [a-z], nonvoting, voting, senior, junior"
_KINDS_OF_PREFERRED = f"{_PREFERRED}, nonredeemable"
_NOT_TO_REDEEM = f"{of('not subject to, without')} mandatory redemption(?: (?:requirement|provision))?"
_AWARDED = of("recognition, management recognition, recognition and retention, management recognition and retention, rrp, mrp") + tail_of(
    "plan, rrp, mrp, share, stock, award, trust, common"
)

BALANCE_SHEET = (
    anywhere(
        "cash and cash equivalent",
        "cash and (?:temporary )?cash (?:equivalent|investment)",
        "cash and (?:temporary investment|equivalent)",
        words="cash",
        beside="investment equivalent",
    ),
    made_of(
        "goodwill",
        "cost purchase price over in fair value net asset business company acquired subsidiary purchased identifiable tangible underlying"
        " related equity acquisition at book amount paid unamortized investment consolidated and",
        "excess",
        "cost purchase price amount",
        "asset value equity",
    ),
    made_of(
        "ppe net",
        "property plant land building leasehold improvement machinery premise office bank banking furniture fixture vehicle and other"
        " operating store equipment ppe at cost",
        "net",
        "property plant equipment ppe premise",
    ),
    made_of(
        "liability and equity",
        "and net noncontrolling interest redeemable mandatorily preferred stock convertible common stockholder partner member owner"
        " unitholder temporary mezzanine commitment contingency trust security worth surplus asset retained earning"
        " company invested deferred credit",
        "liability",
        "equity capital deficit worth surplus capitalization asset investment stockholder earning",
    ),
    made_of(
        "material and supply",
        "and material tire tube spare expendable replacement repair maintenance operating shop store average at cost net",
        "supply part",
    ),
    whole("common stockholder equity", "common (?:stock )?equity", "equity common stockholder", words="common", beside="equity"),
    # claims of customers and employees
    made_of(
        "customer advance",
        "and on contract received",
        "customer",
        "advance deposit prepayment",
        "customer advance deposit from payment billing",
    ),
    matching(
        "accrued compensation",
        rf"^accrued {run_of(_PAY)}{_PEOPLE}(?: and)?{tail_of(f'{_PAY}, expense, cost, liability, tax, and')}$",
        rf"^(?:accrued )?{_PEOPLE}(?: and)?{tail_of(f'{_PAY}, and')} (?:payable|accrued)$",
        words="payroll compensation salary wage employee personnel vacation bonus",
    ),
    # debt by due date
    whole(
        "short term borrowing and long term debt current portion",
        rf"{_NOTES}(?: to bank)? and {_LONG_DEBT} current portion",
        rf"{_LONG_DEBT} current portion and {_NOTES}(?: to bank)?",
        words="current",
        beside="portion",
    ),
    whole(
        "long term debt current portion",
        rf"{_LONG_DEBT} current portion",
        "long term debt current",
        f"{_LONG_DEBT} (?:due|payable|maturing) (?:currently|within (?:one|1) year)",
        "portion long term debt (?:due|payable) within (?:one|1) year",
        words="portion due payable maturing current",
    ),
    whole(
        "long term debt noncurrent portion",
        rf"(?:{_LONG_DEBT}|(?:bank )?(?:debt|borrowing|loan)) noncurrent portion",
        words="noncurrent",
    ),
    whole(
        "short term note payable",
        f"short term {run_of('note, loan, acceptance')}payable(?: (?:to )?bank)?",
        words="payable",
        beside="note loan acceptance",
    ),
    whole(
        "note payable to bank",
        f"{run_of('note, loan, acceptance')}payable(?: (?:to )?bank)?",
        f"bank {run_of('note, loan')}payable",
        words="payable",
        beside="note loan acceptance",
    ),
    # taxes
    matching(
        "income tax",
        rf"\b(?:{of('federal, state, foreign, domestic, local, estimated')}(?: and)? )+income tax\b",
        words="federal state foreign domestic estimated",
    ),
    whole(
        "deferred income tax asset",
        "(?:net )?deferred (?:income )?tax (?:asset|benefit|charge)(?: net)?",
        "(?:future|prepaid and deferred|deferred and prepaid) income tax(?: benefit)?",
        "future tax benefit",
        words="deferred future",
        beside="tax",
    ),
    whole(
        "deferred income tax liability",
        "(?:net )?deferred (?:income )?tax (?:liability|payable|credit|obligation)(?: net)?",
        words="deferred",
        beside="tax",
    ),
    whole(
        "operating lease right use asset",
        "(?:net )?right use asset (?:(?:for|under|from|-) )?operating lease(?: net)?",
        "operating lease (?:right use|rou) asset net",
        words="lease",
    ),
    # equity
    whole(
        "partner capital",
        f"{of('partner, member, unitholder, owner')} (?:capital|equity)(?: (?:account|deficit|deficiency))?",
        f"{of('partner, member, unitholder, owner')} (?:deficit|deficiency)",
        words="partner member unitholder owner",
    ),
    whole(
        "noncontrolling interest",
        rf"noncontrolling interest"
        rf" in{tail_of('equity, net asset, consolidated, subsidiary, affiliate, partnership, joint venture, company, in, and')}",
        words="noncontrolling",
    ),
    whole("retained earning", "retained earning (?:at )?(?:end|beginning)(?: (?:period|year|quarter))?", words="end beginning"),
    whole(
        "cumulative redeemable preferred stock",
        f"{run_of('series [a-z], perpetual')}cumulative {run_of('series [a-z], perpetual')}redeemable (?:perpetual )?preferred stock",
        words="redeemable",
    ),
    whole(
        "preferred stock",
        rf"(?:\d+ (?:\d+ )?(?:percent )?)?{run_of(_KINDS_OF_PREFERRED)}preferred stock{tail_of(_KINDS_OF_PREFERRED)}(?: {_NOT_TO_REDEEM})?",
        words="preferred",
    ),
    made_of(
        "redeemable preferred stock",
        "mandatorily mandatory redemption subject to with provision exchangeable convertible cumulative series a b c d e f senior junior"
        " redeemable and participating at value",
        "preferred",
        "stock",
        "redeemable redemption",
    ),
    # goods, whatever they are called; real estate and land are none
    whole(
        "inventory",
        f"{run_of('net, total, merchandise, product, store, retail, equipment, telephone, cellular, cellular telephone, handset')}inventory"
        f"{tail_of('lifo, fifo, net')}",
        f"inventory {of('merchandise, equipment, product, (?:cellular |wireless )?(?:telephone|phone), handset')}",
        words="inventory",
    ),
    whole(
        "intangible asset",
        f"{run_of('fcc, cellular, wireless, pcs, broadcast, broadcasting, radio, television, station, spectrum')}license"
        "(?: and (?:other )?intangible(?: asset)?)?(?: net)?",
        words="license",
        beside="fcc cellular wireless pcs broadcast broadcasting radio television spectrum",
    ),
    whole(
        "deferred revenue",
        f"deferred revenue (?:on|from|-)? ?(?:shipment|sale|product shipped|inventory)? ?(?:to|at|from) {of('distributor, distribution')}",
        "deferred revenue distributor",
        words="distributor distribution",
    ),
    # shares given to people who have yet to earn them: the plans of savings institutions
    whole(
        "unearned stock compensation",
        f"{of('unearned, unallocated, unvested, unamortized, deferred')} (?:compensation )?(?:(?:-|for|on|under|related to) )?{_AWARDED}",
        f"(?:unearned )?(?:common )?(?:stock|share) (?:acquired|held|purchased|awarded) (?:by|for|under) {_AWARDED}",
        words="recognition rrp mrp",
    ),
)
"""Phrases of a balance sheet."""
