"""Names of companies in print: what one looks like, what of it tells it from others, and where a report prints its own."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

_LEGAL = (
    r"(?i:Incorporated|Inc|Corporation|Corp|Company|Co|Limited|Ltd|L\.?L\.?C|L\.?P|P\.?L\.?C|Bancorp|Bancorporation|"
    r"Bancshares|Bankshares|Trust|Limited\s+Partnership|N\.V|S\.A|A\.G)\b\.?"
)
_COMPANY = re.compile(rf"\b{_LEGAL}|\b(?i:companies|group|holdings|partners|partnership|bank|associates)\b|\band (?i:subsidiar(?:y|ies))\b")
NAME = rf"(?:(?:The|THE) )?[A-Z0-9][^\s,():]*(?:,? (?:[A-Z&][^\s,():]*|of|and|the|de|OF)){{0,6}}?,? {_LEGAL}(?:,? {_LEGAL})?"
_COVER_CELL = re.compile(rf"({NAME})(?:,? (?i:and subsidiar(?:y|ies)))?,?")
_DATELINE = re.compile(rf"(?:(?<!\w)-|[\u2013\u2014/]) ?({NAME})(?=[\s,(])")
_ANY_NAME = re.compile(rf"(?<![\w&])({NAME})(?=[\s,.;(])")
_OF_ANOTHER = re.compile(
    r"\b(?:subsidiar\w+|(?:operations|stock|shares|division|unit|assets) of|acqui\w+(?: of)?|sold to|merge\w* (?:with|into))\W+(?:the )?$",
    re.IGNORECASE,
)
"""In front of the names of companies that a report speaks about and that are not its own."""
_POSSESSIVE = re.compile(r"\b([A-Z][A-Za-z&-]+)['\u2019]s\b")
_CAPITAL_WORDS = r"[A-Z][\w&.'\u2019-]*,? (?:(?:[A-Z][\w&.'\u2019-]*|of|and|&),? ){0,6}"
_DEFINED = re.compile(
    rf"({_CAPITAL_WORDS})(?:and (?:its )?(?:consolidated )?subsidiaries )?\((?:collectively,? |hereinafter )?[\"'\u201c\u2018]?(?:the )?"
    r"[\"'\u201c\u2018]?(?:Company|Corporation|Registrant|Partnership|Trust|Bank)\b"
)
_AUDITED = re.compile(rf"\bbalance sheets? of ({_CAPITAL_WORDS})(?:and (?:its )?(?:consolidated )?sub|\(|as of|at (?=[A-Z]))")
"""What a report says of its own company: `Example Works, Inc. (the "Company")`, "the balance sheets of Example Works, Inc. as of"."""
_NO_COMPANY = re.compile(
    r"company|corporation|registrant|partnership|trust|bank|fund|management|board|group|today|year|(?:stock|share)holder|its?|commission"
    r"|president|chairman|officer|employer|less[eo][er]|borrower|parent|subsidiary|division|department|state|government|world|america|agent"
    r"|trustee|service|owner|dealer",
    re.IGNORECASE,
)
_SEARCHED = 500_000
"""Characters of a report that are searched for the company it speaks of."""
_REPEATED = 3
"""Times that a report prints its own company's name at least."""
_NOT_A_FILER = re.compile(
    r"\b(?:exchange|commission|exhibit|transfer|contact|relations|\w*wire|communications|associates(?!,? (?:inc|corp|ltd|l))|press|per|"
    r"subsidiary of|shareholders|stockholders|directors|summary|total|polic\w+|the (?:company|corporation|trust)$)\b|"
    r"\d{3}|@",
    re.IGNORECASE,
)
_LEGAL_WORDS = frozenset(
    {
        "the",
        "of",
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "company",
        "companies",
        "co",
        "limited",
        "ltd",
        "llc",
        "lp",
        "plc",
        "trust",
        "partnership",
        "bancorp",
        "group",
        "holdings",
        "holding",
    }
)
_COMMON = _LEGAL_WORDS | {
    "a",
    "and",
    "bancshares",
    "partners",
    "international",
    "industries",
    "national",
    "american",
    "new",
    "first",
    "united",
    "consolidated",
    "condensed",
    "subsidiaries",
    "statements",
    "balance",
    "sheets",
    "unaudited",
    "financial",
}
_SUBSIDIARIES = re.compile(
    r"[,\s]*(?:and|&)\s+(?:its\s+)?(?:consolidated\s+)?subsidiar(?:y|ies)(?:\s+companies)?\s*$|\(?\s*consolidated\s*\)?$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019&][^\W_]+)*")
_HEAD = 20_000
"""Characters of the cover that are searched for a name."""


def cover_names(text: str) -> Iterator[str]:
    """Names of companies in the head of a release, the one that the text repeats most first: an agency's name is printed once."""
    head = text[:_HEAD]
    found: dict[str, str] = {}
    for line in head.split("\n"):
        for cell in re.split(r"\s{2,}|\t", line.strip()):
            match = _COVER_CELL.fullmatch(cell) if len(cell) <= 70 else None
            if match and is_name(match[1]):
                found.setdefault(folded_name(match[1]), clean_name(match[1]))
    for paragraph in re.split(r"\n\s*\n", head):
        for match in _DATELINE.finditer(" ".join(paragraph.split())):
            if is_name(match[1]):
                found.setdefault(folded_name(match[1]), clean_name(match[1]))
    words = _WORD.findall(head.lower())
    yield from sorted(found.values(), key=lambda name: -max((words.count(word) for word in telling_words(name)), default=0))


def defined_name(text: str) -> str:
    """The company that a report calls "the Company", or whose balance sheets its auditors name; empty where it does neither."""
    text = " ".join(text[:_SEARCHED].split())
    found = (match[1].strip(" ,") for pattern in (_DEFINED, _AUDITED) for match in pattern.finditer(text))
    return next((clean_name(name) for name in found if is_name(name)), "")


def repeated_name(text: str) -> str:
    """The company that a report without cover and headings speaks of: the full name that it prints most, its own words most repeated; else
    whose possessive it prints most ("Example's sales"). Empty where none is printed often enough.
    """
    text = text[:_SEARCHED]
    full = Counter(
        clean_name(match[1].removeprefix("The "))
        for match in _ANY_NAME.finditer(text)
        if is_name(match[1]) and not _OF_ANOTHER.search(text, max(0, match.start() - 40), match.start())
    )
    words = Counter(_WORD.findall(text.lower()))
    often = [name for name, count in full.items() if count >= _REPEATED]
    name = max(often, key=lambda name: min(words[word] for word in telling_words(name)), default="")
    owners = Counter(match[1] for match in _POSSESSIVE.finditer(text) if not _NO_COMPANY.fullmatch(match[1]))
    return name or next((word for word, count in owners.most_common(1) if count >= _REPEATED), "")


def is_company(text: str) -> bool:
    """Whether words hold a legal form or another mark of a company's name."""
    return _COMPANY.search(text) is not None


def is_ordinary(words: str, text: str) -> bool:
    """Whether the text prints all the words in small letters too, as it would no name ("Cash Equivalents", "Reclassification")."""
    return all(word[:8] in text for word in _WORD.findall(words.lower()))


def is_name(words: str) -> bool:
    """Whether more is said than `The Company`, and not of an exchange or a news agency."""
    return not _NOT_A_FILER.search(words) and any(word not in _LEGAL_WORDS for word in _WORD.findall(words.lower()))


def clean_name(name: str) -> str:
    """A company's name as printed, on one line, without `and subsidiaries`."""
    return _SUBSIDIARIES.sub("", " ".join(name.split())).strip(" ,;:-*")


def folded_name(name: str) -> str:
    """A name as identifier: lower case, hyphens for blanks (OIM forbids those), no commas and stops: heading and cover give the same."""
    return "-".join(_WORD.findall(unicodedata.normalize("NFKC", clean_name(name)).lower().replace("&", " and ").replace(".", "")))


def telling_words(name: str) -> list[str]:
    """The words of a name that tell it from others, in lower case: no legal forms and none that many names have."""
    words = _WORD.findall(name.lower())
    return [word for word in words if word not in _COMMON and len(word) > 1] or words
