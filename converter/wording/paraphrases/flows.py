"""Paraphrases of both flow statements: gains and losses, shares in others' results, amortization, special items.

Written over the words that `wording.phrases` leaves: singular, without "of" and articles, losses turned into income and gain.
"""

from converter.wording.phrases.phrase import made_of, matching, of, run_of, tail_of, whole

_EQUIPMENT = f"{run_of('other, operating, office, revenue, transportation, store, computer')}equipment"
_MOVABLES = of("machinery, furniture, vehicle, vessel, aircraft, leasehold improvement") + tail_of(
    "and (?:equipment|furniture|fixture|machinery)"
)
PLANT = of(rf"ppe, {_EQUIPMENT}, (?:real |operating |carrier )?property(?: and (?:other )?equipment)?, {_MOVABLES}, plant")
INVESTMENT = (
    run_of("short term, long term, marketable, temporary, equity, debt, investment, other, available for sale, held to maturity, trading")
    + "(?:investment|security)"
)
_LENT = (
    run_of(
        "long term, term, bank, senior, subordinated, secured, unsecured, convertible, other, additional, new, installment, promissory,"
        "existing, outstanding, real estate, equipment, mortgage, bond, bank credit, first"
    )
    + of(
        "debt(?: (?:obligation|instrument|financing|agreement))?, borrowing, loan(?: (?:payable|agreement))?, note(?: payable)?, debenture,"
        "bond(?: payable)?, indebtedness, mortgage(?: (?:payable|note|loan))?, term loan, long term obligation, long term financing,"
        "equipment financing(?: (?:arrangement|agreement|obligation|liability))?"
    )
    + "(?: (?:to|from) bank)?"
)
DEBT = f"(?:{_LENT}(?: and {_LENT})*)"
"""What a filer owes on a loan or note. Lines of credit are not among it: us-gaap has elements of their own for them."""

_SOLD = of("sale, disposal, disposition, retirement, divestiture, exchange, sold, retired, disposed")
_ADVANCE = "(?:(?:fhlb|federal home loan bank) advance|advance from (?:fhlb|federal home loan bank))"
SALE = f"{_SOLD}(?: (?:and|or) (?:other )?{_SOLD})*"
_ENDED = of("extinguishment, retirement, redemption, repayment, prepayment, repurchase, refinancing, modification, restructuring")
_EARLY = f"(?:early )?{_ENDED}(?: (?:and|or) {_ENDED})*"
_REALIZED = "(?:realized (?:and unrealized )?)?"
"""Unrealized gains alone are none of what was sold."""
_GAIN = f"(?:net )?{_REALIZED}gain (?:net )?(?:on|from|in)"
_OTHERS = run_of(
    "unconsolidated, nonconsolidated, equity method, equity, affiliated, associated, less than 50 owned, 50 owned, foreign, other, investee"
) + of(
    "affiliate, company, joint venture, venture, subsidiary, investee, investment, entity, partnership, associate,"
    r"(?!consolidated\b|insurance\b)\w+ (?:(?!and\b)\w+ )?(?:joint venture|venture|affiliate|partnership)"
)
_PARTLY_OWNED = of("subsidiary, affiliate, partnership, operating partnership, joint venture")
_GOODWILL = of(
    "amortization, goodwill, excess, cost, purchase price, investment, amount paid, over, in, equity, fair, value, net, identifiable,"
    "asset, business, company, subsidiary, acquired, purchased, consolidated, expense"
)
_NET = r"(?: net(?: (?:income )?tax)?)?"
_NET_OF_TAX = r"(?: net (?:applicable |related |deferred |income )*tax(?: (?:benefit|effect))?)?"

ANY_FLOW = (
    # "Unusual item - store closings": what it was tells more than that it was unusual
    matching(
        "",
        r"^(?:unusual|special|nonrecurring) (?:item|charge|expense) (?=(?!net\b|other\b|and\b|related\b|income\b|before\b|to\b|for\b)\w)",
        words="unusual special nonrecurring",
    ),
    whole(
        "write down asset",
        f"write (?:down|off) (?:{PLANT}|real estate|long lived asset)(?: to (?:net realizable|fair|market) value)?",
        f"(?:{PLANT}|real estate) write (?:down|off)",
        words="write",
    ),
    whole(
        "store closing cost",
        rf"(?:provision for |cost (?:of )?)?{of('store, plant, facility, restaurant, branch')} (?:closing|closure|closedown)"
        rf"{tail_of('and, consolidation, cost, charge, expense, provision, related')}",
        words="closing closure closedown",
    ),
    made_of(
        "acquired in process research and development",
        "acquired purchased acquisition purchase in write off charge for cost expense technology and development",
        "research ipr technology",
        "process purchased acquired write",
        "research technology",
    ),
    made_of(
        "foreign currency gain",
        "foreign transaction translation remeasurement realized unrealized net on from and in",
        "currency exchange",
        "gain",
    ),
    made_of("foreign currency gain", "foreign transaction net", "currency exchange", "currency exchange transaction net foreign"),
    whole("gain on sale ppe", f"{_GAIN} {SALE} {PLANT}(?: net)?", f"{_GAIN} {PLANT} {SALE}(?: net)?", words="gain"),
    whole(
        "gain on sale asset",
        f"{_GAIN} (?:asset {SALE}|{SALE} (?:other |operating |long lived )?asset)(?: net)?",
        words="gain",
        beside="asset",
    ),
    whole(
        "gain on investment",
        f"{_GAIN} (?:{SALE} )?{INVESTMENT}(?: net)?",
        f"(?:net )?{_REALIZED}{INVESTMENT} gain(?: net)?",
        words="gain",
        beside="investment security",
    ),
    whole(
        "gain on extinguishment debt",
        f"{_GAIN} (?:{_EARLY} (?:{DEBT}|{_ADVANCE})|(?:early )?{DEBT} {_EARLY})(?: net)?",
        f"{DEBT} (?:extinguishment|retirement) (?:gain|loss|cost|charge|expense)",
        words="extinguishment retirement redemption repayment prepayment repurchase refinancing modification restructuring",
        beside="gain loss cost charge expense",
    ),
    whole(
        "equity in income affiliate",
        f"(?:equity|share)(?: in)? {run_of('net, undistributed')}(?:income|earning|result|gain|loss)(?: (?:from"
        f"|in))? {_OTHERS}(?: and {_OTHERS})*{_NET}",
        f"(?:equity|share) in {_OTHERS} (?:net )?(?:income|loss|result){_NET}",
        f"(?:net )?income from {of('unconsolidated, equity method, equity')}"
        f" {of('affiliate, joint venture, subsidiary, investee, investment, entity')}{_NET}",
        f"equity method (?:income|loss){_NET}",
        words="equity unconsolidated share",
        beside="income earning loss result gain",
    ),
    whole(
        "noncontrolling interest",
        rf"noncontrolling interest (?:share )?in {run_of('net, undistributed')}(?:income|result|loss)"
        rf"{tail_of('in, from, consolidated, subsidiary, affiliate, partnership, joint venture, company, entity, operating, net')}",
        f"noncontrolling interest in (?:consolidated )?{_PARTLY_OWNED}(?: (?:net )?income)?",
        f"net income attributable to noncontrolling interest(?: in (?:consolidated )?{_PARTLY_OWNED})?",
        "noncontrolling interest(?: share)?(?: (?:expense|income))?(?: net)?",
        words="noncontrolling",
    ),
    matching(
        "cumulative effect accounting change",
        r"(?:net )?\b(?:cumulative )?effect (?:on prior year )?(?:from )?(?:to \w+ \d+ \d+ )?(?:a )?(?:change in )?(?:method )?accounting"
        r"(?: (?:principle|change|policy|method|standard|for (?!and\b).+?))*?(?= net (?:income )?tax$|$| and | per share)",
        words="effect",
        beside="accounting",
    ),
    whole("cumulative effect accounting change", f"cumulative effect accounting change{_NET_OF_TAX}", words="cumulative"),
    whole(
        "extraordinary item",
        f"(?:net )?extraordinary {of('item, gain, income, charge, credit, loss')}(?: {of('gain, income, loss, charge')})?"
        f"(?: (?:{of('on, from, for, relating to, related to, due to')} )?(?:{_EARLY}(?: {DEBT})?|{DEBT} {_ENDED}))?(?: net)?{_NET_OF_TAX}",
        words="extraordinary",
    ),
    whole(
        "amortization goodwill",  # the excess of net assets over cost is the other way round
        rf"(?=.*\bamortization\b)(?=.*\b(?:goodwill|excess)\b)(?!.*\bover (?:cost|purchase)){_GOODWILL}(?: {_GOODWILL})*",
        words="amortization",
        beside="goodwill excess",
    ),
    made_of(
        "amortization intangible asset",
        "and other acquired purchased acquisition related identifiable identified definite finite lived customer net expense goodwill",
        "amortization",
        "intangible",
        "asset intangible",
    ),
    whole(
        "provision for doubtful account",
        f"(?:(?:net )?(?:provision|charge)(?: for)? )?(?:loss (?:on|from) )?{of('doubtful, uncollectible, uncollectable, bad')}"
        f"{tail_of('account, receivable, debt, trade')}(?: (?:provision|expense))?(?: net)?",
        words="doubtful uncollectible uncollectable bad",
    ),
)
"""Phrases that mean the same as flows, whether a statement of operations or the reconciliation of its result to cash prints them."""
