"""Paraphrases of the statement of operations: results before one item or another, per share amounts, shares, interest and charges."""

from converter.wording.phrases.phrase import made_of, matching, of, run_of, tail_of, whole

_OWNERS = "net common and attributable to company stockholder available stock"
_SHARES = (
    "number average weighted common share stock equivalent outstanding used in for to compute computing computation calculation calculating"
    " calculate per income net and or unit ordinary assuming applicable attributable company class during period year"
)
_AVERAGE = "average used computing computation calculation compute"
_OUTSIDE = of(
    f"extraordinary {of('item, gain, income, charge, credit, loss')}, cumulative effect(?: accounting change)?, accounting change,"
    "(?:cumulative effect )?(?:a )?change in accounting (?:principle|method|policy), discontinued operation"
)
_BOTH_OR_ONE = "(?: basic and diluted| basic| diluted)?"
_PER_SHARE = f"(?: per share)?{_BOTH_OR_ONE}"
_PARTNERSHIP_UNIT = (
    rf"(?:{run_of('limited partner, limited partnership, partnership, weighted average, average, depositary, assignee, common')}unit"
    r"(?: limited partner(?:ship)? interest| partnership interest)?|limited partner(?:ship)? interest)(?: outstanding)?"
)
_TAX = "(?:(?:federal|state|foreign|domestic)(?: and)? )*income tax"
_ITEM = of(f"{_OUTSIDE}, other item, item (?:shown )?below, noncontrolling interest, preferred (?:stock )?dividend")
_BEFORE = "(?:net )?income (?:from (?:continuing )?operation )?before"
_PROVISION = f"(?:{of('provision, benefit, credit, charge, expense')}(?: and (?:provision|benefit))? for )?"
_OPERATING = "(?:operating income|(?:income|gain) (?:from|on) operation|operating gain)"
_BELOW = of(
    "interest(?: expense)?, other (?:income/expense|income|expense|item)(?: net)?, other income and expense,"
    "nonoperating (?:income/expense|item)"
)
_OTHER = of("other, miscellaneous, sundry, other miscellaneous, other nonoperating, nonoperating other, all other")
_EQUIPMENT = "(?:telephone |cellular |wireless )?equipment(?: and accessory)?"
_SOLD_TO_CUSTOMERS = of(f"product, product and equipment, equipment and product, {_EQUIPMENT}, good, merchandise")
_DONE_FOR_CUSTOMERS = of("service, service and (?:maintenance|support), (?:maintenance|support) and service")
_PAID_FOR = of("revenue, sale, fee, fee and revenue")
_ALL_FOR_CUSTOMERS = of(f"{_SOLD_TO_CUSTOMERS} and {_DONE_FOR_CUSTOMERS}, {_DONE_FOR_CUSTOMERS} and {_SOLD_TO_CUSTOMERS}")
_REORGANIZED = of(
    "severance, reorganization, realignment, relocation, related, termination, employee termination,"
    "(?:(?:facility|plant|store|branch|office|other) )?(?:closure|closing|exit)"
)

OPERATIONS = (
    whole(
        "revenue",
        f"(?:net )?{_ALL_FOR_CUSTOMERS} {_PAID_FOR}(?: net)?",
        f"(?:net )?(?:revenue|sale)(?: (?:from|for|sale|on))* {_ALL_FOR_CUSTOMERS}(?: net)?",
        words="product good merchandise",
        beside="service support maintenance",
    ),
    whole(
        "cost product and service",
        f"(?:direct )?cost (?:(?:revenue|sale)(?: from)? )?{_ALL_FOR_CUSTOMERS}(?: (?:revenue|sale|sold|provided|rendered))*",
        f"cost {_SOLD_TO_CUSTOMERS} sold and {_DONE_FOR_CUSTOMERS}(?: (?:sold|provided|rendered))?",
        words="product good merchandise equipment",
        beside="service support maintenance",
    ),
    whole("product revenue", f"(?:net )?{_SOLD_TO_CUSTOMERS} {_PAID_FOR}(?: net)?", words="product good merchandise equipment"),
    whole(
        "product revenue",
        f"(?:net )?(?:revenue|sale)(?: (?:from|sale|on))* {_SOLD_TO_CUSTOMERS}(?: (?:sale|net))?",
        words="product good merchandise equipment",
    ),
    whole(
        "cost product",
        f"cost {_EQUIPMENT}(?: (?:sold|sale|revenue))?",
        words="equipment",
        beside="cost",
    ),
    whole(
        "service revenue",
        f"(?:net )?{_DONE_FOR_CUSTOMERS} {_PAID_FOR}(?: net)?",
        f"(?:net )?(?:revenue|sale)(?: (?:from|for|sale))* {_DONE_FOR_CUSTOMERS}(?: net)?",
        words="service",
    ),
    whole(
        "cost service",
        f"(?:direct )?cost (?:(?:revenue|sale)(?: from)? )?{_DONE_FOR_CUSTOMERS}(?: (?:revenue|sale|sold|provided|rendered))?",
        words="service",
    ),
    made_of(
        "license revenue",
        "software product and royalty licensing from revenue",
        "license licensing",
        "revenue fee royalty",
    ),
    made_of(
        "cost good sold and occupancy",
        "cost good sold sale revenue product merchandise including and certain store expense distribution purchasing",
        "occupancy buying warehousing",
        "cost",
        "sold sale revenue product merchandise",
    ),
    whole(
        "operating income",
        f"(?:consolidated )?{_OPERATING}(?: (?:net|from continuing operation))?(?: after restructuring)?",
        f"{_OPERATING} before (?:{_BELOW}(?: and)? )*{_BELOW}(?: and (?:income )?tax)?",
        "income before other (?:income/expense|income and expense|income|expense)(?: net)?(?: and income tax)?",
        words="operating operation other",
    ),
    whole(
        "other income/expense net",
        f"{_OTHER} (?:income/expense|income and (?:expense|deduction)|gain|charge credit)(?: net)?",
        f"{_OTHER} income net",
        f"net {_OTHER} (?:income|income/expense|income and expense)",
        words="other miscellaneous sundry",
    ),
    whole("other income", f"{_OTHER} income", words="other miscellaneous sundry"),
    whole("other expense net", f"{_OTHER} (?:expense|charge|deduction) net", f"net {_OTHER} expense", words="other miscellaneous sundry"),
    whole("other net", f"{_OTHER}(?: item)? net", words="other miscellaneous sundry"),
    whole(
        "nonoperating income/expense",
        "(?:net )?nonoperating (?:income/expense|income|expense|income and expense|item)(?: net)?",
        words="nonoperating",
    ),
    whole(
        "interest and other income/expense net",
        "interest and other(?: nonoperating)?(?: (?:income/expense|income|expense))? net",
        "interest(?: income/expense)? and other(?: nonoperating)? income/expense",
        "other(?: income/expense| income| expense)?(?: net)? including interest(?: net)?",
        words="interest",
        beside="other",
    ),
    made_of(
        "preferred dividend",
        "stock share stockholder on to attributable and requirement discount cumulative convertible redeemable declared issuance"
        " cost less applicable deemed redemption value beneficial conversion feature related for series a b c d e",
        "preferred",
        "dividend distribution accretion",
    ),
    whole(
        "income before income tax",
        f"{_BEFORE} {_PROVISION}(?:{_ITEM}(?: and)? )*{_PROVISION}{_TAX}(?: (?:and )?{_ITEM})*",
        words="before",
        beside="tax",
    ),
    whole(
        r"income before extraordinary item\1",
        f"(?:{_BEFORE}|before) {_OUTSIDE}(?: (?:and )?{_OUTSIDE})*({_PER_SHARE})",
        words="before",
        beside="extraordinary cumulative accounting discontinued",
    ),
    matching(
        r"\1",
        rf"^((?:consolidated )?net income) for {of('year, period, quarter, month, three month, six month, nine month')}$",
        words="for",
    ),
    whole(
        "net income attributable to common stockholder",
        r"(?:net )?income attributable to common (?:stock|share|stockholder|holder)",
        words="common",
    ),
    made_of("income per share basic and diluted", _OWNERS, "basic", "diluted", "per", "share", "income"),
    made_of("income per share basic", _OWNERS, "basic", "per", "share", "income"),
    made_of("income per share diluted", _OWNERS, "diluted", "per", "share", "income"),
    made_of("income per share", f"{_OWNERS} average", "per", "share", "income"),
    made_of("dividend per share", "cash declared common stock on", "dividend", "per", "share"),
    made_of("average share basic and diluted", _SHARES, "basic", "diluted", _AVERAGE, "share unit stock"),
    made_of("average share basic", _SHARES, "basic", _AVERAGE, "share unit stock"),
    made_of("average share diluted", _SHARES, "diluted", _AVERAGE, "share unit stock"),
    made_of("average share", _SHARES, "average used computing computation", "share unit stock"),
    matching(
        "interest expense",
        r"^interest expense (?:net|less) (?:(?:interest|amount) )?capitalized(?: (?:interest|amount))?$",
        r"^interest(?: and debt)? expense(?: on (?:long term )?debt| on borrowing)?$",
        words="interest",
    ),
    whole(
        "interest on investment",
        f"interest(?: income)? (?:on|from|earned on) {run_of('short term, temporary, cash')}investment",
        f"interest(?: income)? (?:on|from|earned on) {of('(?:cash and )?cash equivalent, cash')}",
        words="interest",
        beside="investment cash",
    ),
    whole(
        r"income per share\1",
        rf"(?:net )?income per {_PARTNERSHIP_UNIT}({_BOTH_OR_ONE})",
        words="unit partner partnership",
        beside="per",
    ),
    whole(
        "interest income/expense net",
        "interest (?:income|expense|income/expense) net(?: interest (?:income|expense))?",
        "net interest (?:income/expense|expense)",
        "interest (?:expense|income) (?:net|less) interest (?:income|expense)",
        words="interest",
    ),
    matching(
        "restructuring",
        rf"^(?:provision for |business |{_REORGANIZED} and )?restructuring{tail_of(f'and {_REORGANIZED}, {_REORGANIZED}')}"
        rf"{tail_of('charge, cost, expense, activity, item')}(?: net)?$",
        words="restructuring",
    ),
)
"""Phrases of a statement of operations."""

TOTALS = (
    whole(
        "other income/expense",
        "(?:net )?(?:other|nonoperating|other nonoperating) "
        rf"{of('income/expense, income, expense, charge, deduction, item, income and deduction')}(?: net)?",
        "(?:net )?(?:other|nonoperating)(?: net)?",
        words="other nonoperating",
    ),
)
"""Phrases of totals in a statement of operations."""
