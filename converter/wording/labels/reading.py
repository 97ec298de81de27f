"""The label grammar: a printed line label is read, not just compared.

    label   = [less] [total] words [clause] [aside] [note]
    note    = "(1)" | "(a)" | "*" | "(Note 3)" | "(Notes A and C)" | "- Note 5" | superscripts | "(unaudited)"
    clause  = "less allowance of $1,234" | "net of accumulated depreciation" | "at cost"
            | ", $.01 par value; 40,000,000 shares authorized ..."
    aside   = "(exclusive of depreciation shown below)" | "(including ...)": a closed list; any other parenthesis is part of the words
    signs   = "income (loss)" | "(loss) income" | "loss" | "(benefit) provision" | "(increase) decrease in" | "provided by (used in)"

What is left is folded (case, quotes, hyphens, dot leaders, plurals) and put into one wording (`wording.phrases`), so that labels mean the
same when their `words` are equal. What could make a difference in meaning stays in the words: an unknown line is better than a wrong one.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from converter.wording.labels.additions import without_additions
from converter.wording.labels.senses import Sense, joined_signs, sense_of
from converter.wording.phrases.canonical import canonical

__all__ = ["Reading", "Sense", "parse"]


@frozen
class Reading:
    """A label as read. words: the wording that rules are compared by. total: the label says that it is one.

    maturity: "current" or "noncurrent" where the label itself says so, and bare: the words without that; else both empty.
    amounts: the money amounts inside the label, as printed (no scale).
    """

    words: str
    total: bool = False
    sense: Sense = Sense.PLAIN
    maturity: str = ""
    bare: str = ""
    amounts: tuple[Decimal, ...] = ()


@lru_cache(maxsize=65536)
def parse(label: str) -> Reading:
    """The reading of a label as printed. Never raises; a label without words has empty words."""
    text = _folded(label)
    amounts = tuple(Decimal(amount.replace(",", "")) for amount in _MONEY.findall(text)) if "$" in text else ()
    text = without_additions(text)
    words, total = _without_total([_singular(token) for token in _TOKEN.findall(text) if token not in _DROPPED])
    words, paired = joined_signs(words)
    words = canonical(words)
    maturity, bare = _maturity(words)
    return Reading(words, total, sense_of(words, paired, text), maturity, bare, amounts)


_QUOTES = str.maketrans({
    "‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "\xa0": " ", "\xad": None, "[": "(", "]": ")", "{": "(", "}": ")",
})  # fmt: skip
_DASHES = re.compile(r"[‐‑‒–—―−]|--+|\x97|\x96")
_SUPERSCRIPTS = re.compile(r"[¹²³⁰⁴-⁹ªº†‡§*®™©]")
_LEADERS = re.compile(r"(?:\.\s?){2,}|_{2,}|\.\s*$")
_KEPT_HYPHEN = (
    r"(?:long|short|non|paid|right|pre|re|co|write|in|off|stock|share|interest|net|tax|cash|mid|year"
    r"|available|held|available-for|held-to|mortgage)"
)
_WRAPPED = re.compile(rf"\b(?!{_KEPT_HYPHEN}-)([a-z]{{3,}})-\s+(?!and\b|or\b|term\b|basic\b|diluted\b|net\b|current\b|non)([a-z]{{2,}})")
_WHOLE = frozenset((
    "share", "stock", "tax", "cash", "net", "sale", "cost", "interest", "income", "loss", "equity", "asset", "current", "total",
    "operating", "accrued", "prepaid", "trade",
))  # fmt: skip
"""Words that a hyphen at the end of a line does not cut: what follows is a word of its own."""

_WORDS_ONLY = re.compile(r"[a-z ,'&()/:;.-]*")
_CURRENCY = re.compile(
    r"\b(?:u\.s\.|us|hk|nt|cdn|cad|ca|au|nz|[cas])\s?\$|(?:\b(?:rmb|cny|nis|chf|dkk|sek|nok|eur|gbp|cad|jpy|inr|rs\.?)\s?|[€£¥])(?=[\d.])"
)
"""Signs of currencies at amounts inside of labels: to the grammar all of them are one."""
_MONEY = re.compile(r"\$\s*(\d[\d,]*(?:\.\d+)?|\.\d+)")


def _folded(label: str) -> str:
    """In lower case, with plain quotes, hyphens and blanks, without superscripts and leaders, wrapped words put together."""
    if label.isascii():
        text = label.lower().replace("*", " ").replace("`", "'").replace("[", "(").replace("]", ")").replace("{", "(").replace("}", ")")
    else:
        text = unicodedata.normalize("NFKC", _SUPERSCRIPTS.sub(" ", label)).translate(_QUOTES).lower()
    if "$" in text or not _WORDS_ONLY.fullmatch(text):
        text = _CURRENCY.sub("$", text)
    if "--" in text or not text.isascii():
        text = _DASHES.sub(" - ", text)
    if "." in text or "__" in text:
        text = _LEADERS.sub(" ", text)
    text = " ".join(text.split())
    return _WRAPPED.sub(_unwrapped, text) if "- " in text else text


def _unwrapped(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2]}" if match[1] in _WHOLE else f"{match[1]}{match[2]}"


_TOKEN = re.compile(r"\([a-z ]+\)|[a-z0-9]+(?:'s\b)?|[/&]|(?<=s)'(?!\w)")
_DROPPED = frozenset(("the", "an", "of", "its", "our", "'", "s"))
_UNCHANGED = frozenset((
    "less", "gas", "plus", "bonus", "basis", "analysis", "gross", "process", "access", "net", "series", "overseas", "progress", "business",
    "excess", "tax", "loss", "surplus", "redress", "us", "various",
))  # fmt: skip
"""Words in -s that are no plurals."""


@lru_cache(maxsize=8192)
def _singular(token: str) -> str:
    if token.startswith("("):
        return f"({' '.join(_singular(word) for word in token[1:-1].split())})"
    token = token.removesuffix("'s")
    if token in ("&", "/"):
        return "and" if token == "&" else token
    if len(token) <= 3 or token in _UNCHANGED or not token.endswith("s") or token.endswith("ss"):
        return token
    if token.endswith("ies"):
        return f"{token[:-3]}y"
    return token[:-2] if token.endswith(("sses", "xes", "ches", "shes")) else token[:-1]


def _without_total(tokens: list[str]) -> tuple[str, bool]:
    while tokens and tokens[0] in ("less", "add", "plus", "deduct", "and", "/"):
        tokens = tokens[1:]
    total = bool(tokens) and (tokens[0] == "total" or (tokens[-1] == "total" and "before" not in tokens))
    if total:
        tokens = tokens[1:] if tokens[0] == "total" else tokens[:-1]
    return " ".join(tokens), total


_MATURITIES = (
    (re.compile(r"^(.+) current portion$"), "current"),
    (re.compile(r"^(.+) noncurrent portion$"), "noncurrent"),
    (re.compile(r"^(?:current|short term) (.+)$"), "current"),
    (re.compile(r"^(?:noncurrent|long term) (.+)$"), "noncurrent"),
    (re.compile(r"^(.+) (?:current|short term)$"), "current"),
    (re.compile(r"^(.+) (?:noncurrent|long term)$"), "noncurrent"),
    (re.compile(r"^(other) current (asset|liability)$"), "current"),
    (re.compile(r"^(other) (?:noncurrent|long term) (asset|liability)$"), "noncurrent"),
)


def _maturity(words: str) -> tuple[str, str]:
    """What the words themselves say of the maturity, and the words without that."""
    if "current" not in words and " term" not in words:
        return "", ""
    for pattern, maturity in _MATURITIES:
        if match := pattern.match(words):
            return maturity, " ".join(match.groups())
    return "", ""
