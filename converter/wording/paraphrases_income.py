"""Paraphrases of the statement of operations: results before one item or another, per share amounts, shares, interest and charges."""

from converter.wording.phrase import made_of, matching, of, tail_of, whole

_OWNERS = "net common and attributable to company stockholder available stock"
_SHARES = (
    "number average weighted common share stock equivalent outstanding used in for to compute computing computation calculation calculating"
    " calculate per income net and or unit ordinary assuming applicable attributable company class during period year"
)
_AVERAGE = "average used computing computation calculation compute"
_OUTSIDE = of(
    f"extraordinary {of('item, gain, income, charge, credit, loss')}, cumulative effect accounting change, accounting change,"
    "(?:cumulative effect )?(?:a )?change in accounting (?:principle|method|policy), discontinued operation"
)
_TAX = "(?:(?:federal|state|foreign|domestic)(?: and)? )*income tax"
_ITEM = of(f"{_OUTSIDE}, other item, item (?:shown )?below, noncontrolling interest, preferred (?:stock )?dividend")
_BEFORE = "(?:net )?income (?:from (?:continuing )?operation )?before"
_PROVISION = f"(?:{of('provision, benefit, credit, charge, expense')}(?: and (?:provision|benefit))? for )?"
_REORGANIZED = of("severance, reorganization, realignment, relocation, exit, related")

OPERATIONS = (
    whole(
        "income before income tax",
        f"{_BEFORE} {_PROVISION}(?:{_ITEM}(?: and)? )*{_PROVISION}{_TAX}(?: (?:and )?{_ITEM})*",
        words="before",
        beside="tax",
    ),
    whole(
        "income before extraordinary item",
        f"{_BEFORE} {_OUTSIDE}(?: (?:and )?{_OUTSIDE})*",
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
        r"net income attributable to common (?:stock|share|stockholder|holder)",
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
        "interest income/expense net",
        "interest (?:income|expense|income/expense) net(?: interest (?:income|expense))?",
        "net interest (?:income/expense|expense)",
        "interest (?:expense|income) (?:net|less) interest (?:income|expense)",
        words="interest",
    ),
    whole(
        "total other income/expense",
        "total (?:net )?(?:other|nonoperating|other nonoperating) "
        rf"{of('income/expense, income, expense, charge, deduction, item, income and deduction')}(?: net)?",
        words="total",
    ),
    matching(
        "restructuring",
        rf"^(?:provision for |business )?restructuring{tail_of(f'and {_REORGANIZED}, {_REORGANIZED}')}"
        rf"{tail_of('charge, cost, expense, activity, item')}(?: net)?$",
        words="restructuring",
    ),
)
"""Phrases of a statement of operations."""
