"""Synonyms of results, in all and per share."""

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
