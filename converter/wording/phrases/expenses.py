"""Synonyms of taxes, costs and expenses."""


from converter.wording.phrases.phrase import anywhere, matching, whole

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
