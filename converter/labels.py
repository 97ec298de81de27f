"""The label grammar: a printed line label is read, not just compared.

    label   = [less] [total] words [clause] [aside] [note]
    note    = "(1)" | "(a)" | "*" | "(Note 3)" | "(Notes A and C)" | "- Note 5" | superscripts | "(unaudited)"
    clause  = "less allowance of $1,234" | "net of accumulated depreciation" | ", $.01 par value; 40,000,000 shares authorized ..." | "at cost"
    aside   = "(exclusive of depreciation shown below)" | "(including ...)": a closed list; any other parenthesis is part of the words
    signs   = "income (loss)" | "(loss) income" | "loss" | "(benefit) provision" | "(increase) decrease in" | "provided by (used in)"

What is left is folded (case, quotes, hyphens, dot leaders, plurals) and put into one wording (`converter.phrases`), so that labels mean the
same when their `words` are equal. What could make a difference in meaning stays in the words: an unknown line is better than a wrong one.
"""

import re
import unicodedata
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from attrs import frozen

from converter.phrases import canonical


class Sense(Enum):
    """What a number without parentheses means under the label: a gain (income, benefit, an increase) or a loss (expense, deficit, a decrease).

    GAIN_LOSS: "income (loss)", a plain number is a gain and one in parentheses a loss. LOSS_GAIN: "(gain) loss", the other way round.
    LOSS: "Net loss", where paper prints losses with and without parentheses. PLAIN: the label has no such words.
    """

    PLAIN = "plain"
    GAIN = "gain"
    LOSS = "loss"
    GAIN_LOSS = "gain (loss)"
    LOSS_GAIN = "loss (gain)"


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
    amounts = tuple(Decimal(a.replace(",", "")) for a in _MONEY.findall(text))
    text = _without_asides(_without_clauses(_without_notes(text)))
    tokens = _TOKEN.findall(text)
    words, total = _without_total([_singular(token) for token in tokens if token not in _DROPPED])
    words, sense = _signs(words)
    words = canonical(words)
    maturity, bare = _maturity(words)
    return Reading(words, total, _sense_of(words, sense, text), maturity, bare, amounts)


_QUOTES = str.maketrans({"‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "\xa0": " ", "\xad": None, "[": "(", "]": ")", "{": "(", "}": ")"})
_DASHES = re.compile(r"[‐‑‒–—―−]|--+|\x97|\x96")
_SUPERSCRIPTS = re.compile(r"[¹²³⁰⁴-⁹ªº†‡§*®™©]")
_LEADERS = re.compile(r"(?:\.\s?){2,}|_{2,}|\.\s*$")
_KEPT_HYPHEN = r"(?:long|short|non|paid|right|pre|re|co|write|in|off|stock|share|interest|net|tax|cash|mid|year|available|held|available-for|held-to|mortgage)"
_WRAPPED = re.compile(rf"\b(?!{_KEPT_HYPHEN}-)([a-z]{{3,}})-\s+(?!and\b|or\b|term\b|basic\b|diluted\b|net\b|current\b|non)([a-z]{{2,}})")
_MONEY = re.compile(r"\$\s*(\d[\d,]*(?:\.\d+)?|\.\d+)")


def _folded(label: str) -> str:
    text = _SUPERSCRIPTS.sub(" ", label)
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES).lower()
    text = _DASHES.sub(" - ", text)
    text = _LEADERS.sub(" ", text)
    text = re.sub(r"\s+", " ", text).strip()
    return _WRAPPED.sub(lambda m: f"{m[1]}{m[2]}" if m[1] not in _WHOLE else f"{m[1]} {m[2]}", text)


_WHOLE = frozenset(["share", "stock", "tax", "cash", "net", "sale", "cost", "interest", "income", "loss", "equity", "asset", "current", "total", "operating", "accrued", "prepaid", "trade"])

_NOTE_MARK = r"(?:\d{1,2}|[a-z]{1,2}|[ivx]{1,4})"
_NOTES = re.compile(
    rf"\(\s*(?:see )?(?:foot)?notes?\s[^()]*\)"                                    # (Note 3), (see Notes A and C)
    rf"|[-,;]?\s*(?:see )?\b(?:foot)?notes?\s+(?:{_NOTE_MARK}\b(?:\s*(?:,|and|&|-|through)\s*)?)+(?:\([a-z0-9]\))?$"
    rf"|\(\s*{_NOTE_MARK}\s*\)(?:\s*,?\s*\(\s*{_NOTE_MARK}\s*\))*(?=\s|$|[,:;])"    # (1), (a)(b)
    rf"|\(\s*\d(?:\s*,\s*\d)+\s*\)"
    rf"|\(?\b(?:un)?audited\b\)?"
    rf"|\((?:as )?(?:restated|adjusted|revised|reclassified)\)|\((?:in|amounts in|\$ in|dollars in) (?:thousands|millions|billions)[^()]*\)"
    rf"|(?<=[a-z]{{4}})\d(?=\s|$|,)"
)


def _without_notes(text: str) -> str:
    return _NOTES.sub(" ", text).strip()


_ALLOWANCE = re.compile(
    r"\s*[,;:(-]*\s*\(?(?:less|net of|net after|after|including|with)?(?: an| the| related| estimated| accumulated)*\s*(?:allowances?|reserves?)\b"
    r"(?=.*(?:receivable|doubtful|uncollect|bad debt|credit|discount|return|obsolescence|\d|$)).*$")
_RECEIVABLE = re.compile(r"receivable|inventor|^(?:total )?(?:trade|accounts|loans|customers|leases)")
_OF_REVENUE = re.compile(r"(?<=[a-z])[\s,(-]+(?:net of|less) (?:(?:returns?|allowances?|discounts?|sales returns?|rebates?|chargebacks|and|&|,|/|excise taxes|provisions?) ?)+\)?$")
_DEPRECIATION = re.compile(r"[\s,;:(-]+(?:at cost[\s,;-]*)?(?:less|net of)(?: the)?(?: allowances? for)?(?: accumulated)? ?(?:depreciation|amortization|depletion)\b.*$")
_AT_COST = re.compile(r"[\s,;:(-]+(?:stated )?at (?:the )?(?:lower of |amortized |historical |average )?(?:cost|market|fair value)\b.*$")
_STOCK = re.compile(r"^(?:less:?,? ?)?(?:\d\.?\d*% )?(?:[a-z]+,? )*?(?:stock|shares)\b")
_STOCK_TERMS = re.compile(
    r"[\s,;:(-]*(?:\$|\bno[ -]par\b|\bwithout par\b|\bpar value\b|\bpar\b|\bstated (?:value|at)\b|\bauthori[sz]ed\b|\bissued\b|\bshares authori[sz]ed\b|\bnone (?:issued|outstanding)\b"
    r"|\bno shares\b|\boutstanding\b|(?<![a-z])\d[\d,.]{2,}).*$")
_IN_TREASURY = re.compile(r"^.*?[\d,]{4,}(?: \w+)? shares\b.*\bin treasury\b.*$|^.*?\bcost of [\d,]{4,}.*\btreasury\b.*$|^.*\bcommon (?:stock|shares) (?:held )?in (?:the )?treasury\b.*$")
_TERMS_SHOWN = re.compile(r"\bpar\b|authori[sz]ed|stated value|\bissued and|\d{1,3},\d{3}|\bissued\b.*\d|outstanding.*\d|none issued|\d{3,} shares|shares at cost")
_WITH_AMOUNT = re.compile(r"[\s,;:(-]+(?:net of|less|including|after|excluding)\b[^$]*\$\s*[\d.].*$|\s*\([^()]*\$\s*[\d.][^()]*\)|[\s,;-]+\$\s*[\d.,]+.*respectively\)?$")


def _without_clauses(text: str) -> str:
    """Cuts the clauses that only tell how much was set off, at what value, or how many shares there are."""
    if _IN_TREASURY.match(text):
        return "treasury stock"
    if _STOCK.match(text) and _TERMS_SHOWN.search(text):
        text = _STOCK_TERMS.sub("", text)
    if _RECEIVABLE.search(text) and not re.match(r"(?:less\W*)?(?:allowance|reserve|provision)", text):
        text = _ALLOWANCE.sub(" net", text)
    if re.match(r"(?:total )?(?:net )?(?:sales|revenue)", text):
        text = _OF_REVENUE.sub("", text)
    depreciated = _DEPRECIATION.search(text)
    if depreciated and depreciated.start() > 0 and not text.startswith("less"):
        text = f"{text[: depreciated.start()]} net"
    if not re.match(r"(?:total )?(?:property|properties|land|buildings?|plant|premises|machinery|equipment|real estate|fixed assets|oil|flight)", text):
        text = _AT_COST.sub("", text)
    net = " net of tax" if re.search(r"\bnet of (?:income )?tax", text) else ""
    return _WITH_AMOUNT.sub(net, text)


_PAREN = re.compile(r"\(([^()]*)\)?")
_SIGN_WORD = re.compile(
    r"(?:net )?(?:loss(?:es)?|income|earnings|profits?|gains?|expenses?|benefits?|provision|credit|charges?|recovery|increases?|decreases?|deficit|deficiency|"
    r"used|used in|used for|used by|provided|provided by|generated|outflow|inflow|deductions?|accumulated deficit|retained earnings)(?: (?:in|for|by|from|on|to))?")
_ASIDE = re.compile(r"(?:including|inclusive of|includes|see|as|net of (?:income )?tax(?:es)? of|amounts?|in (?:thousands|millions)|dollars|shown|restated|note|notes)\b")


def _without_asides(text: str) -> str:
    """Parentheses: sign words stay marked as such, asides go, all others become part of the words."""

    def reading(match: re.Match[str]) -> str:
        inner = match[1].strip(" .,;:-")
        if _SIGN_WORD.fullmatch(inner):
            return f" ({inner}) "
        if not inner or _ASIDE.match(inner) or (re.match(r"exclu", inner) and re.match(r"(?:total )?costs?\b", text)):
            return " "
        return f" {inner} "

    return _PAREN.sub(reading, text)


_TOKEN = re.compile(r"\([a-z ]+\)|[a-z0-9]+(?:'s\b)?|[/&]|(?<=s)'(?!\w)")
_DROPPED = frozenset(("the", "an", "of", "its", "our", "'", "s"))
_UNCHANGED = frozenset(["less", "gas", "plus", "bonus", "basis", "analysis", "gross", "process", "access", "net", "series", "overseas", "progress", "business", "excess", "tax", "loss", "surplus", "redress", "us", "various"])


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


_GOOD = {"income": "income", "earning": "income", "profit": "income", "gain": "gain", "increase": "change", "benefit": "provision", "credit": "provision",
         "equity": "equity", "surplus": "equity", "retained earning": "retained earning", "provided": "provided", "generated": "provided", "inflow": "provided",
         "recovery": "provision"}
_BAD = {"loss": ("income", "gain"), "expense": ("income", "provision"), "charge": ("income", "provision"), "deduction": ("income",), "deficit": ("equity", "income", "retained earning"),
        "deficiency": ("equity",), "decrease": ("change",), "provision": ("provision",), "accumulated deficit": ("retained earning", "equity"), "used": ("provided",), "outflow": ("provided",)}
_SIDES = "|".join(sorted((*_GOOD, *_BAD), key=len, reverse=True))
_END = r"(?: (?:in|for|by|from|on|to))?"
_PAIR = re.compile(
    rf"(?<![\w(])(?:(\((?:net )?)({_SIDES}){_END}\)|({_SIDES}))(?: by| in| for| from| on)?( (?:or|and|/))?(?: net)? (?:(\((?:net )?)({_SIDES}){_END}\)|({_SIDES})(?!\w))")


def _signs(words: str) -> tuple[str, Sense]:
    """Pairs of sign words become one word, and say how numbers are signed; the first pair of a label decides."""
    sense, start = Sense.PLAIN, 0
    while match := _PAIR.search(words, start):
        first, second = match[2] or match[3], match[6] or match[7]
        good, bad = (first, second) if first in _GOOD and second in _BAD else (second, first)
        joined, bare = _GOOD.get(good, ""), not match[1] and not match[5]
        if joined not in _BAD.get(bad, ()) or (bare and (not match[4] or (match[4] == " and" and joined not in ("gain", "change")))):
            start = match.start() + len(first)
            continue
        main = second if match[1] and not match[5] else first
        sense = sense if sense is not Sense.PLAIN else Sense.GAIN_LOSS if main == good else Sense.LOSS_GAIN
        if joined == "income" and bad in ("expense", "charge", "deduction"):
            joined = "income/expense"
        words, start = f"{words[: match.start()]}{joined}{words[match.end() :]}", match.start() + len(joined)
    return re.sub(r"[()]", "", words), sense


def _sense_of(words: str, paired: Sense, text: str) -> Sense:
    if paired is not Sense.PLAIN:
        return paired
    if words.startswith("cash "):
        if " at " in words or not re.search(r"operating|investing|financing", words):
            return Sense.PLAIN
        used = re.search(r"\bused\b|required|utilized|applied|outflow", text)
        return Sense.GAIN_LOSS if "(used" in text else Sense.LOSS_GAIN if "(provided" in text or "(generated" in text else Sense.LOSS if used else Sense.GAIN
    if words.startswith("change "):
        return Sense.LOSS if re.match(r"(?:net )?decrease", text) else Sense.GAIN if re.match(r"(?:net )?increase", text) else Sense.PLAIN
    if "income tax" in words and not re.search(r"before|after|net of tax", words):
        if re.search(r"\((?:benefit|credit)\)", text):
            return Sense.LOSS_GAIN
        return Sense.GAIN if re.search(r"benefit|recovery|credit", text) else Sense.LOSS if re.search(r"provision|expense|charge", text) else Sense.PLAIN
    if re.search(r"\b(?:income|gain|equity|retained earning)\b", words):
        lost = re.search(r"\b(?:loss(?:es)?|deficit|deficiency)\b", text) and not re.search(r"\b(?:loss|deficit|deficiency)\b", words)
        return Sense.LOSS if lost else Sense.GAIN
    return Sense.LOSS if "expense" in words.split() and "prepaid" not in words else Sense.PLAIN


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
    for pattern, maturity in _MATURITIES:
        if match := pattern.match(words):
            return maturity, " ".join(match.groups())
    return "", ""
