"""Synonyms of the balance sheet: holders and their equity, plant, receivables, payables and debt."""

import re

from converter.wording.phrases.phrase import anywhere, matching, whole


def _portion(match: re.Match[str]) -> str:
    """What the portion is of: the group that took part."""
    return next(group for group in match.groups() if group)


def _current_portion(match: re.Match[str]) -> str:
    return f"{_portion(match)} current portion"


def _first_portion(match: re.Match[str]) -> str:
    """ "Current portion of debt, net" is no debt net of its current portion."""
    return f"{match[1].removesuffix(' net')} current portion"


def _noncurrent_portion(match: re.Match[str]) -> str:
    return f"{_portion(match)} noncurrent portion"


HOLDERS = (
    # what is left for ordinary shares is left for common stock; "ordinary shareholders' equity" is all equity
    matching(
        r"\1 to \2common stockholder",
        r"\b(attributable|available|applicable|allocable) to ((?:\w+ )*?)ordinary share ?(?:holder|owner)\b",
        words="ordinary",
    ),
    anywhere(
        "stockholder",
        "(?:stock|share) ?(?:holder|owner)",
        "shareowner",
        "ordinary shareholder",
        words="holder owner shareholder shareowner stockowner",
    ),
    anywhere(
        lambda match: f"common {match[0].rpartition(' ')[2]}",
        "class a and (?:class )?b (?:common |ordinary )?(?:stockholder|share|stock)",
        words="class",
        beside="stockholder share stock",
    ),
    anywhere("common stock", "common (?:share|stock) class a and (?:class )?b", words="class", beside="share stock"),
    # a deficit is equity below zero
    anywhere(
        "stockholder equity",
        (
            "stockholder (?:investment|interest|fund|deficit|deficiency|capital deficit|capital deficiency|equity deficit|"
            "equity deficiency|equity and deficit|net capital deficiency)"
        ),
        "stockholder equity in asset",
        words="stockholder",
        beside="investment interest fund deficit deficiency capital equity",
    ),
    whole(
        "stockholder equity",
        "capital (?:deficit|deficiency)",
        "net capital deficiency",
        words="deficit deficiency",
        beside="capital",
    ),
    whole("stockholder equity", "net stockholder equity", words="stockholder", beside="net"),
    matching("equity", r"\bequity (?:capital )?(?:deficit|deficiency)$", words="deficit deficiency", beside="equity"),
    matching(
        "noncontrolling interest",
        (
            r"\b(?:non ?controlling|minority) (?:stockholder )?(?:ownership )?(?:interest|holder|stockholder|"
            r"share)\b(?: holder)?"
        ),
        words="non noncontrolling minority",
    ),
    anywhere("noncontrolling interest", "noncontrolling interest stockholder", words="noncontrolling", beside="stockholder"),
)
"""Who holds the shares, and what they are entitled to."""

PLANT = (
    matching(
        "ppe",
        r"\b(?:property|plant)(?: ,)? plant(?: and)? equipment\b",
        r"\bproperty (?:and )?(?:plant )?(?:and )?equipment\b",
        r"\bplant (?:and )?equipment\b",
        r"\bproperty and plant\b",
        r"\bproperty equipment\b",
        r"\bproperty equipment and (?=software)",
        words="property plant",
        beside="equipment plant",
    ),
    anywhere(
        "ppe",
        "(?:bank |office |banking )?premise (?:and|furniture and|fixture and) ?(?:fixture and )?equipment",
        "premise furniture fixture and equipment",
        "office ppe",
        "bank premise",
        "fixed asset",
        "capital asset",
        words="premise office fixed capital",
        beside="equipment ppe premise asset",
    ),
    anywhere(
        "ppe",
        "ppe and (?:leasehold improvement|fixture)",
        "leasehold improvement and (?:ppe|equipment)",
        "equipment and leasehold improvement",
        "land building and equipment",
        "land building machinery and equipment",
        words="improvement fixture building",
    ),
    whole("ppe net", "net ppe", "ppe at cost net", "ppe at net", "ppe less", words="ppe", beside="net less"),
    whole(
        "ppe at cost",
        "ppe gross",
        "ppe at (?:historical |original )?cost",
        "gross ppe",
        "ppe cost",
        words="ppe",
        beside="gross cost",
    ),
)
"""Property, plant and equipment ("ppe"), gross and net."""

RECEIVABLES_AND_DEBT = (
    anywhere("trade receivable", "receivable trade", words="trade", beside="receivable"),
    anywhere(
        "account receivable",
        "account trade receivable",
        "trade account receivable",
        "trade account and receivable",
        "receivable from (?:customer|trade)",
        "account receivable trade",
        "account receivable customer",
        "trade receivable",
        "customer (?:account )?receivable",
        words="trade customer",
        beside="receivable",
    ),
    anywhere(
        "account payable",
        "account payable trade",
        "trade (?:account )?payable",
        "payable trade",
        "account payable to (?:supplier|vendor)",
        "trade creditor",
        words="trade supplier vendor",
    ),
    # "current portion of debt" is "debt current portion"
    matching(
        _first_portion,
        (
            r"\b(?:current|short term) (?:portion|maturity|installment|instalment|maturing portion|obligation|payment|"
            r"liability) (?:on |under |due on )?(?=(?:\w+ )*(?:debt|note|lease|obligation|revenue|income|loan|borrowing|"
            "payable|compensation|liability|portion|bond|mortgage|debenture|tax|facility))(.+)$"
        ),
        words="current short",
        beside="portion maturity installment instalment maturing obligation payment liability",
    ),
    whole(
        _current_portion,
        "(.+?) (?:due|payable|maturing) within (?:one|1) year",
        "(.+?) (?:current|short term) (?:portion|maturity|installment|instalment)",
        "amount due within one year on (.+)",
        "portion (.+?) due within one year",
        words="within current short",
        beside="year portion maturity installment instalment",
    ),
    # "debt, less current portion" is "debt noncurrent portion"
    whole(
        _noncurrent_portion,
        (
            "(.+?) (?:less|net|excluding|exclusive|after|noncurrent|long term|net current|"
            "less amount) (?:the )?(?:amount )?(?:current )?(?:portion|maturity|installment|instalment|current portion|"
            "current maturity|current installment|current|due (?:within|in) (?:one|1) year|portion (?:due|"
            "payable) within (?:one|1) year|amount due (?:within|in) (?:one|1) year|payable within one year|"
            "current obligation)(?: (?:included|shown|due|classified).*)?"
        ),
        "(.+?) due (?:after|beyond) (?:one|1) year",
        "(?:noncurrent|long term) portion (.+)",
        words="portion maturity installment instalment current year obligation",
        beside="less net excluding exclusive after noncurrent long beyond",
    ),
    matching(r"long term \1 noncurrent portion", r"\blong term (\w[\w ]*) noncurrent portion$", words="noncurrent", beside="long"),
    matching(
        "accrued liability",
        r"\baccrued expense\b(?! and other (?:liability|current liability)$)",
        words="accrued",
        beside="expense",
    ),
    matching("accrued liability", r"\baccrual$", words="accrual"),
    anywhere("accrued liability", "expense accrued", "liability accrued", words="accrued", beside="expense liability"),
    anywhere("accrued liability", "accrued expense", words="accrued", beside="expense"),
    whole("accrued liability", "accrued", words="accrued"),
    matching(
        "deferred revenue",
        r"\bunearned (?:revenue|income)\b",
        r"\bdeferred (?:income|revenue|sale)\b(?! tax)",
        words="unearned deferred",
        beside="revenue income sale",
    ),
    matching(" and customer deposit", r"(?<=\bdeferred revenue) and (?:customer )?deposit", words="and", beside="deferred"),
)
"""Trade accounts, accruals, deferred revenue, and what of a debt is due within a year."""

EQUITY = (
    matching(
        "additional paid in capital",
        r"\bcapital in excess (?:par|stated)(?: value| amount)?(?: stock| common stock| stated value| share)?\b",
        r"\bpaid in capital in excess (?:par|stated)(?: value)?(?: common stock)?\b",
        r"\bcapital (?:in excess|surplus|paid in|contributed)\b(?: (?:par|stated|excess).*)?$",
        r"\badditional (?:paid in )?(?:capital|contributed capital)(?: paid in)?\b",
        r"\bexcess (?:paid in )?(?:capital )?(?:over|paid over)? ?(?:par|stated)(?: value)?\b",
        r"\bcontributed (?:capital|surplus)\b(?: in excess.*)?",
        r"\bpaid in surplus\b",
        r"\bamount paid in excess par(?: value)?\b",
        r"\bother paid in capital\b",
        r"\bother capital\b",
        r"(?<!and )^paid in capital\b",
        r"\bcapital paid in excess par(?: value)?(?: stock)?\b",
        words="capital excess surplus",
    ),
    anywhere("and additional paid in capital", "and paid in capital", words="capital", beside="paid"),
    matching(
        "additional paid in capital",
        r"\badditional paid in capital (?:common stock|in excess par(?: value)?|in excess stated value)$",
        words="additional",
        beside="common excess",
    ),
    matching("common stock", r"\bcommon share\b(?! outstanding| and common| equivalent| issued| used)", words="common", beside="share"),
    anywhere("common stock", "ordinary (?:share|stock)", words="ordinary", beside="share stock"),
    anywhere(r"\1 stock", "(common|preferred) (?:share|stock) beneficial interest", words="beneficial"),
    matching(
        "preferred stock",
        r"\bpreference (?:share|stock)\b",
        r"\bpreferred share\b(?! outstanding)",
        words="preference preferred",
        beside="share stock",
    ),
    whole(
        "treasury stock",
        "(?:common |capital )?(?:stock|share) (?:held )?in treasury",
        "treasury (?:share|stock)(?: common)?(?: held)?",
        "cost (?:common )?(?:stock|share) in treasury",
        "common stock (?:held )?in treasury",
        "treasury common stock",
        words="treasury",
    ),
    matching(
        "accumulated other comprehensive income",
        r"\baccumulated other comprehensive (?:income|loss|deficit)(?: net)?(?: tax)?$",
        "^accumulated other nonowner change in equity$",
        "^accumulated other comprehensive item$",
        words="accumulated",
        beside="other",
    ),
)
"""Stock, paid-in capital, treasury stock, other comprehensive income."""
