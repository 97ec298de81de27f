"""Which section of its statement a printed heading opens, in the closed vocabulary that the wording table uses."""

import re
from functools import lru_cache

from converter.statement import Kind
from converter.wording.labels.reading import parse

SECTIONS: dict[Kind, tuple[str, ...]] = {
    Kind.BALANCE: (
        "assets", "current assets", "noncurrent assets", "liabilities", "current liabilities", "noncurrent liabilities", "equity",
    ),
    Kind.INCOME: (
        "revenues", "cost of revenues", "operating expenses", "nonoperating", "per share", "shares",
        "interest income", "interest expense", "noninterest income", "noninterest expense", "income taxes",
        "comprehensive",
    ),
    Kind.CASH_FLOW: ("operating", "investing", "financing", "supplemental", "cash reconciliation"),
}  # fmt: skip
"""The section words by statement; in a balance sheet the current and noncurrent ones stand inside assets or liabilities."""

_OUTER = {
    "current assets": "assets",
    "noncurrent assets": "assets",
    "current liabilities": "liabilities",
    "noncurrent liabilities": "liabilities",
}

# Patterns over the words of `parse`, first match wins.
_HEADINGS: dict[Kind, tuple[tuple[str, str], ...]] = {
    Kind.BALANCE: (
        (r"current asset", "current assets"),
        (
            r"(?:noncurrent|long term|other|other noncurrent|other long term) asset|investment and other asset|ppe(?: net|"
            r" at cost)?|property(?: at cost| net)?|"
            r"intangible asset(?: net)?|other asset net|goodwill and (?:other )?intangible asset",
            "noncurrent assets",
        ),
        (r"asset", "assets"),
        (r"current liability(?: and .*)?", "current liabilities"),
        (
            r"(?:noncurrent|long term|other|other noncurrent|other long term) liability|long term debt(?: and .*)?|"
            r"(?:noncurrent|long term) liability and .*|deferred credit and other liability|other liability and deferred credit",
            "noncurrent liabilities",
        ),
        (
            r"(?:net )?(?:stockholder|owner|member|partner|shareholder)s? (?:equity|capital)(?: .*)?|equity|capital|(?:common|"
            r"preferred) stockholder equity|net worth|capitalization|"
            r"net asset|.*\bstockholder equity|(?:partner|member) (?:equity|capital|interest)",
            "equity",
        ),
    ),
    Kind.INCOME: (
        (r"(?:net )?other comprehensive (?:income|item|gain|expense)\b.*", "comprehensive"),
        (r".*\bper share\b.*|.*\bper unit\b.*", "per share"),
        (
            r".*\b(?:weighted|average)\b.*\b(?:share|stock|unit|outstanding)\b.*|.*\bshare (?:used|outstanding)\b.*|share|"
            r"number share.*|.*\bcommon stock outstanding\b.*",
            "shares",
        ),
        (r"interest (?:and (?:dividend|fee) )?income|interest and fee income|interest revenue", "interest income"),
        (r"interest expense", "interest expense"),
        (r"(?:federal |state |foreign |and )*income tax", "income taxes"),
        (r"noninterest (?:operating )?(?:income|revenue)|other noninterest income", "noninterest income"),
        (r"noninterest (?:operating )?expense|other noninterest expense", "noninterest expense"),
        (
            r"(?:operating )?(?:revenue|sale)(?: and other (?:income|revenue)| and other)?|revenue and (?:gain|income)|"
            r"sale and (?:other )?(?:operating )?revenue|sale and other income",
            "revenues",
        ),
        (r"cost (?:revenue|good sold|sale)(?: and .*expense)?|cost revenue .*", "cost of revenues"),
        (
            r"(?:operating )?(?:cost|expense)|(?:operating )?cost and (?:other )?(?:administrative |operating )?(?:expense|"
            r"deduction)|operating (?:expense|cost)(?: and .*)?|cost and other deduction|"
            r"expense and other|(?:general|operating) (?:and )?.*expense|deduct cost and expense",
            "operating expenses",
        ),
        (
            r"(?:other|nonoperating|other nonoperating)(?: \w+)*? (?:income/expense|income and (?:expense|deduction)|income|expense|"
            r"deduction|charge|gain|item)(?: net)?|other income/expense.*|"
            r"nonoperating|financial income/expense|other",
            "nonoperating",
        ),
    ),
    Kind.CASH_FLOW: (
        (
            r"(?!.*\b(?:transaction|activity|supplemental|supplementary|disclosure|information|schedule)\b)"
            r"(?:.*\b(?:item|charge|credit|adjustment|expense|income/expense)\b"
            r".*\b(?:noncash|not (?:affecting|involving|requiring|using))\b.*"
            r"|(?:other )?noncash (?:item|charge|credit|adjustment|expense|income/expense)\b.*)",
            "operating",
        ),
        (
            r".*\b(?:supplemental|supplementary|noncash)\b.*|cash paid.*|.*\bnot (?:affecting|involving|requiring) cash\b.*|"
            r"schedule .*",
            "supplemental",
        ),
        (
            r"reconciliation (?:cash|to (?:the )?(?:consolidated )?balance sheet)\b.*|cash and cash equivalent(?: .*)?|"
            r"cash reconciliation",
            "cash reconciliation",
        ),
        (
            r"reconciliation .*\b(?:net income|operating)\b.*|adjustment (?:to|for)\b.*|.*\bnot (?:requiring|using|providing).*|"
            r"change in .*\b(?:asset|liability|working capital)\b.*|"
            r"effect .*\bchange in\b.*|asset and liability.*",
            "operating",
        ),
        (r".*\boperating\b.*|.*\boperation\b.*", "operating"),
        (r".*\binvesting\b.*|.*\binvestment activity\b.*|investment", "investing"),
        (r".*\bfinancing\b.*", "financing"),
    ),
}
_COMPILED = {kind: tuple((re.compile(pattern), section) for pattern, section in table) for kind, table in _HEADINGS.items()}
_CLAIMS = re.compile(
    r"^liability\b|^(?:liability|debt) and\b|\bliability and (?:\w+ )*(?:equity|capital|deficit|investment|interest|worth)\b"
)


def section_of_heading(kind: Kind | None, text: str) -> str | None:
    """The section word that a printed heading (or the name of a subtotal) opens, None where it opens none.

    "LIABILITIES AND STOCKHOLDERS' EQUITY" opens liabilities: they come first. Without a kind the statements are asked in the order of
    `Kind`.
    """
    if kind is None:
        return next((section for each in Kind if (section := section_of_heading(each, text))), None)
    return _section(kind, text)


@lru_cache(maxsize=16384)
def _section(kind: Kind, text: str) -> str | None:
    words = parse(text).words
    if not words:
        return None
    found = next((section for pattern, section in _COMPILED[kind] if pattern.fullmatch(words)), None)
    if kind is Kind.BALANCE and found in (None, "equity") and _CLAIMS.search(words):
        return "liabilities"
    return found


def with_outer(sections: tuple[str, ...]) -> tuple[str, ...]:
    """The sections, outermost first, with the assets or liabilities that enclose a current or noncurrent section."""
    result: list[str] = []
    for section in sections:
        outer = _OUTER.get(section)
        result += [word for word in (outer, section) if word and word not in result]
    return tuple(result)
