"""Synonyms in any statement: words that filers write as one, as two or with a hyphen."""

from converter.wording.phrases.phrase import anywhere, matching

COMPOUNDS = (
    matching(
        "non",
        r"\bnon (?=current|controlling|interest|operating|trade|cash|redeemable|recurring|vested|voting|accrual)",
        words="non",
    ),
    anywhere("long term", "longterm", words="longterm"),
    anywhere("short term", "shortterm", words="shortterm"),
    anywhere("paid in", "paidin", words="paidin"),
    # a co-venture, as oil companies have it
    anywhere("coventure", "co venture", words="co"),
    anywhere("pretax", "pre tax", "pretaxe", words="pre pretaxe"),
    anywhere("repurchase", "re purchase", words="re"),
    anywhere("prepaid", "pre paid", words="pre"),
    # "Prepaids" alone; what is prepaid stays where it is named
    matching(
        "prepaid expense",
        (
            r"\bprepaid\b(?! (?:expense|and other|income|tax|pension|rent|insurance|royalt|asset|benefit|advertising|cost|"
            "land|lease|inventory|commission|to|from|other|tax|material|deposit|for|employee|or|license|interest|service|"
            "research|clinical|manufacturing|supply|maintenance))"
        ),
        words="prepaid",
    ),
    matching(
        "prepaid expense",
        r"\bprepayment\b(?! (?:penalt|charge|on|for|debt|loan|note|borrowing|advance|mortgage|bond|debenture|long term|term|senior"
        r"|subordinated|bank|convertible|secured|fhlb|federal home))",
        words="prepayment",
    ),
    anywhere("prepaid expense and other", "prepaid and other", words="prepaid", beside="other"),
    anywhere("prepaid expense", "prepaid expense expense", words="prepaid", beside="expense"),
    anywhere(
        "stock based",
        "stock based",
        "share based",
        "equity based",
        "stockbased",
        words="based stockbased",
        beside="share equity stockbased",
    ),
    anywhere("deferred compensation", "deferred comp", words="comp"),
    anywhere("other", r"other\b others?", words="other"),
)
"""Words that filers write as one, as two or with a hyphen."""
