"""Synonyms of the statement of operations: results, per share amounts, taxes and spending."""

import re

from converter.wording.phrases.phrase import anywhere, matching, whole


def _loss_to_gain(match: re.Match[str]) -> str:
    return f"{match[0].removesuffix('loss')}gain"


def _per_share(match: re.Match[str]) -> str:
    """Per share, whatever shares are named: common share and equivalent, outstanding share; which of basic and diluted stays told."""
    tail = " basic" if re.search(r"\b(?:basic|primary)\b", match[0]) else " diluted" if "diluted" in match[0] else ""
    return f"per share{tail}"


RESULTS = (
    # before "earnings" become "income"
    matching(
        "retained earning",
        r"\bearning retained\b",
        r"\b(?:income|earning) (?:reinvested|retained|employed)\b(?: (?:in|for use in|and employed in) (?:the )?business)?",
        r"\breinvested earning\b",
        r"\bretained income\b",
        words="reinvested retained employed",
    ),
    # earnings are income, but for retained earnings and earning assets
    matching(
        "income",
        (
            r"\b(?<!retained )(?<!undistributed )(?<!estimated )(?<!interest )(?<!unremitted )earning\b(?! asset|"
            " before interest)"
        ),
        words="earning",
    ),
    anywhere("gross profit", "gross margin", "gross income", "gross profit margin", words="gross", beside="margin income"),
    matching("income", r"(?<!gross )\bprofit\b(?! sharing| participation| interest| margin)", words="profit"),
    anywhere("gross profit", "gross profit loss", words="profit", beside="loss"),
    matching("accumulated deficit", r"\bdeficit\b(?= accumulated)", words="deficit"),
    whole("accumulated deficit", "accumulated deficit accumulated .*", words="deficit", beside="accumulated"),
    whole("accumulated deficit", "deficit", words="deficit"),
    # a deficit is retained earnings below zero
    whole(
        "retained earning",
        "accumulated deficit",
        "retained (?:deficit|loss|income deficit)",
        "accumulated (?:loss|income)",
        "retained earning (?:and|or|/)? ?accumulated deficit",
        "retained earning deficit",
        words="accumulated retained",
        beside="deficit loss income",
    ),
    anywhere("gain", "gain or loss", "gain and loss", words="gain", beside="loss"),
    # a loss on what was sold is a gain below zero
    matching(
        "gain ",
        (
            r"^loss (?=on\b|from (?:sale|disposal|disposition|extinguishment|early|impairment|retirement|investment|foreign|"
            "debt|change|divestiture|termination|settlement))"
        ),
        words="loss",
        beside="on from",
    ),
    anywhere(
        _loss_to_gain,
        (
            "(?:realized|unrealized|exchange|currency|transaction|translation|investment|security|trading|disposal|"
            "disposition|holding|extinguishment) loss"
        ),
        words="loss",
        beside="realized unrealized exchange currency transaction translation investment security trading disposal disposition holding "
        "extinguishment",
    ),
    anywhere("net gain on", "net loss on", words="loss", beside="on"),
    # any other loss is income below zero, unless it is a cost that insurers and lenders provide for
    matching(
        "income",
        (
            r"\b(?<!loan )(?<!lease )(?<!credit )(?<!impairment )(?<!for )(?<!catastrophe )(?<!insurance )(?<!doubtful "
            ")(?<!other )(?<!unpaid )(?<!policy )(?<!hedging )(?<!derivative )(?<!inventory )(?<!goodwill )(?<!contract "
            r")loss\b(?= (?:before|after|from|per|attributable|applicable|available|allocable|including|excluding|to|on|in|"
            "affiliate|unconsolidated|joint|equity)|$)"
        ),
        words="loss",
    ),
    matching("operating income", r"^operating loss\b", words="loss", beside="operating"),
    matching("operating income", r"\bnet operating loss$", words="loss", beside="operating"),
    anywhere("comprehensive income", "comprehensive loss", words="loss", beside="comprehensive"),
    matching("net income", r"^net loss\b(?! reserve| ratio| and)", words="loss", beside="net"),
    matching("gain on ", "^income on (?=.*(?:sale|dispos|extinguish|retirement|investment|write))", words="income", beside="on"),
)
"""Earnings, profits and losses, once the holders have their name. A loss is income or gain below zero."""

PER_SHARE = (
    anywhere("per share", "per common and (?:series|class) [a-z] common (?:stock|share)", words="per", beside="series class"),
    anywhere("income per share", "eps", words="eps"),
    anywhere(
        "per share",
        "per share (?:data|amount|information|computation|calculation)",
        words="data amount information computation calculation",
        beside="per",
    ),
    anywhere(
        _per_share,
        (
            "per (?:(?:average|weighted|outstanding|average outstanding|weighted average|basic|primary|diluted|"
            "fully diluted) )?(?:common|ordinary|capital)? ?(?:stock )?(?:and (?:common )?(?:share |"
            "stock )?(?:equivalent )?)?(?:common )?share(?: and (?:per )?(?:common )?(?:(?:stock|"
            "share) )?equivalent(?: share)?)?(?: (?:common|capital) stock)?(?: outstanding)?(?: and (?:common )?(?:(?:stock|"
            "share) )?equivalent(?: share)?)?"
        ),
        words="per",
    ),
    matching("", r"\bunder (?=diluted|basic|primary|fully)", words="under"),
    # "primary" was the word before SFAS 128
    anywhere(
        "basic",
        "assuming (?:no|without) (?:full )?dilution",
        "undiluted",
        "without dilution",
        "before dilution",
        "primary",
        words="dilution undiluted primary",
    ),
    matching(
        "diluted",
        r"\b(?:assuming|with) (?:full )?dilution\b",
        r"\bfully? diluted\b",
        r"\bfull dilution\b",
        r"\bassuming fully? dilut(?:ed|ion)\b",
        r"\bafter dilution\b",
        r"\bdilutive\b(?= (?:share|earning|income))",
        words="dilution diluted dilutive",
        beside="assuming with fully full after dilutive",
    ),
    anywhere(
        "basic and diluted",
        "diluted and basic",
        "basic and fully diluted",
        "basic / diluted",
        "basic diluted",
        "basic or diluted",
        "both basic and diluted",
        words="basic",
        beside="diluted",
    ),
)
"""Per share, basic and diluted."""

TAXES = (
    anywhere("tax", "taxe", words="taxe"),
    anywhere(
        "income tax",
        "federal and state income tax",
        "tax (?:based )?on (?:income|earning)",
        "income and (?:franchise|mining|resource) tax",
        words="federal on franchise mining resource",
        beside="tax",
    ),
    matching(
        "before income tax",
        r"\bbefore (?:provision|benefit|credit|charge|expense|recovery) for (?:tax|income tax|tax on income)\b",
        r"\bbefore income tax (?:provision|benefit|expense|credit)\b",
        r"\bbefore tax(?: provision| expense| benefit)?\b(?! effect)",
        words="before",
        beside="tax",
    ),
    matching(
        r"\1income tax",
        (
            "^(?:provision|benefit|credit|charge|expense|recovery)(?: and (?:provision|benefit))? (?:for|from|to|on|"
            "in lieu) (deferred )?(?:tax on income|income tax|tax)(?= |$)"
        ),
        words="tax",
        beside="for from to on lieu",
    ),
    # "Provision for (recovery of) income taxes"
    whole(r"\1income tax", "provision (?:for )?(deferred )?income tax", words="tax", beside="provision"),
    whole(
        r"\1income tax",
        "(deferred )?(?:income )?tax (?:provision|benefit|expense|credit|charge|recovery)(?: net)?",
        words="tax",
        beside="provision benefit expense credit charge recovery",
    ),
    whole("income tax", "income tax income/expense", words="tax", beside="expense"),
    whole("income tax", "income tax net", "tax", words="tax"),
    matching("income before income tax", r"^pretax income\b", words="pretax"),
    matching("income before income tax", r"^income before tax\b", words="tax", beside="before"),
    whole("income before income tax", "income pretax", words="pretax"),
    matching("income before income tax", r"^(?:net )?income before income tax\b", words="tax", beside="before"),
    matching("deferred income tax", r"\bdeferred tax\b(?! (?:asset|liability|benefit|valuation))", words="deferred", beside="tax"),
    whole(
        "income tax receivable",
        "(?:income )?tax refund receivable",
        "refundable (?:income )?tax",
        "recoverable (?:income )?tax",
        "income tax (?:refundable|recoverable)",
        words="refund refundable recoverable",
    ),
)
"""Income tax: provision, expense, benefit and credit are one line with different signs."""

SPENDING = (
    anywhere(
        "sga",
        "selling (?:and )?general (?:and )?administrative",
        "sg ?and ?a",
        "sga",
        "selling administrative and general",
        "selling marketing general and administrative",
        "marketing general and administrative",
        "sale general and administrative",
        "selling and administrative",
        "selling general administrative",
        "marketing selling general and administrative",
        "general selling and administrative",
        "selling general and administration",
        "administrative selling and general",
        "selling distribution (?:and )?(?:general )?(?:and )?administrative",
        "selling general corporate and administrative",
        "selling marketing and administrative",
        "marketing and administrative",
        "selling advertising general and administrative",
        "selling service (?:and )?administrative",
        "selling marketing administrative",
        words="administrative administration sg sganda sgand sga",
    ),
    anywhere(
        "general and administrative",
        "general (?:and )?administrat(?:ive|ion)",
        "g and a",
        "administrative and general",
        "general corporate and administrative",
        words="administrative administration g",
    ),
    anywhere(
        "sale and marketing",
        "sale (?:and )?marketing",
        "selling (?:and )?marketing",
        "marketing (?:and )?(?:sale|selling)",
        words="marketing",
        beside="sale selling",
    ),
    anywhere(
        "research and development",
        "research (?:and )?(?:product )?development(?: and engineering)?",
        "research development and engineering",
        "r and d",
        "product (?:research and )?development",
        "engineering (?:and )?(?:product )?(?:research (?:and )?)?development",
        "research (?:and )?engineering(?: and development)?",
        "engineering research and development",
        "research engineering and development",
        "engineering and research",
        "development and engineering",
        "product development and engineering",
        "technology and development",
        "research product development and engineering",
        "engineering and product development",
        words="research development r",
        beside="development engineering d",
    ),
    whole(
        r"\1",
        (
            "(sga|(?:corporate )?general and administrative|sale and marketing|research and development|selling|restructuring|marketing|"
            "distribution|cost goods? sold|exploration) (?:expense|cost)"
        ),
        words="expense cost",
        beside="sga general sale research selling restructuring marketing distribution cost exploration",
    ),
    anywhere("restructuring and other", "restructuring and other charge", words="restructuring", beside="other"),
    anywhere(
        "restructuring",
        "restructuring (?:charge|cost|expense|provision)",
        words="restructuring",
        beside="charge cost expense provision",
    ),
    anywhere(
        "depreciation and amortization",
        "(?:depreciation|amortization)(?: (?:and|/))? (?:amortization|depreciation)",
        "d and a",
        words="depreciation amortization d",
    ),
    anywhere(
        "depreciation depletion and amortization",
        "depreciation depletion (?:and )?amortization",
        "depletion depreciation (?:and )?amortization",
        "depreciation (?:and )?amortization (?:and )?depletion",
        "depreciation (?:and )?depletion",
        "depreciation depletion",
        "dd and a",
        words="depletion dd",
    ),
    whole(
        r"\1",
        "(depreciation|depreciation and amortization|depreciation depletion and amortization)(?: expense| charge)",
        words="depreciation",
        beside="expense charge",
    ),
    matching(r"\1", "^provision for (depreciation|amortization)", words="provision", beside="for"),
    anywhere(
        "cost good sold",
        ("cost (?:product|good|merchandise|sale|revenue|product and service|product sale|net sale)(?: and service| and product)? ?sold"),
        "cost product sale",
        words="cost",
    ),
    anywhere("cost revenue", "cost (?:net )?(?:sale|revenue)", words="cost", beside="sale revenue"),
    matching("revenue", r"\bnet (?:sale|revenue)\b(?! (?:from|less))", words="sale revenue", beside="net"),
    whole("revenue", "operating revenue", "revenue net", "sale net", "net revenue", words="revenue sale", beside="operating net"),
    anywhere(
        "stock compensation",
        "stock (?:based )?compensation(?: expense| cost| charge)?",
        "stock based (?:award|payment|employee) ?(?:compensation)?(?: expense| cost)?",
        "noncash (?:stock|equity|stock based) (?:based )?compensation(?: expense)?",
        "stock based compensation compensation",
        "stock option compensation(?: expense)?",
        "(?:noncash )?stock based compensation(?: expense| cost| charge)?",
        words="stock noncash",
        beside="compensation based",
    ),
)
"""Costs and expenses, and what is left of sales after returns."""
