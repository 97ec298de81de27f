"""Synonyms of the statement of cash flows."""

from converter.wording.phrases.phrase import anywhere, matching, whole

CASH_FLOW = (
    matching("change in", r"^(?:net )?(?:increase|decrease|change)(?: \w+)? in\b", words="increase decrease change", beside="in"),
    matching("change", r"^(?:net )?change\b", words="change", beside="net"),
    matching("change in ", "^change (?=cash)", words="change"),
    anywhere("provided ", "(?:provided|generated) (?:by )?(?:and |or |/ )?(?:used )?(?:in |for |by )?", words="provided generated"),
    matching(
        "purchase ",
        r"\bpurchase\b(?: and acquisition)?(?= (?:ppe|equipment|plant)\b)",
        (
            "^(?:addition|expenditure|payment|investment|acquisition|capital expenditure|capital addition|cash paid|outlay|"
            "invested|amount invested|payment to acquire|payment for (?:purchase|acquisition|addition)|"
            r"acquisition and addition)(?: (?:to|for|in|on|purchase))? (?=ppe\b)"
        ),
        words="ppe equipment plant",
        beside="purchase addition expenditure payment investment acquisition capital paid outlay invested amount",
    ),
    whole(
        "purchase ppe",
        (
            "(?:capital (?:expenditure|addition|spending|outlay)|ppe (?:addition|expenditure|purchased|purchase|acquisition|"
            "acquired)|expenditure for capital asset|purchase  ?ppe|cash capital expenditure|purchase ppe net|additional ppe|"
            "capital expenditure net)"
        ),
        words="capital ppe",
    ),
)
"""Changes of balances, and money spent on plant."""
