"""What in a printed label does not belong to its words: note marks, clauses that tell amounts and terms, asides.

Every step asks first for a letter, word or sign without which its pattern cannot match: most labels have none of them.
"""

import re


def without_additions(text: str) -> str:
    """The folded label without note marks, clauses and asides; of parentheses only sign words keep theirs."""
    text = _without_clauses(_without_notes(text))
    return _without_asides(text) if "(" in text else text


_NOTE_MARK = r"(?:\d{1,2}|[a-z]{1,2}|[ivx]{1,4})"
_NOTES = re.compile(
    rf"\(\s*(?:see )?(?:foot)?notes?\s[^()]*\)"  # (Note 3), (see Notes A and C)
    rf"|[-,;]?\s*(?:see )?\b(?:foot)?notes?\s+(?:{_NOTE_MARK}\b(?:\s*(?:,|and|&|-|through)\s*)?)+(?:\([a-z0-9]\))?$"
    rf"|\(\s*{_NOTE_MARK}\s*\)(?:\s*,?\s*\(\s*{_NOTE_MARK}\s*\))*(?=\s|$|[,:;])"  # (1), (a)(b)
    rf"|\(\s*\d(?:\s*,\s*\d)+\s*\)"
    rf"|\(?\b(?:un)?audited\b\)?"
    rf"|\((?:as )?(?:restated|adjusted|revised|reclassified)\)"
    rf"|\((?:(?:in|amounts in|\$ in|dollars in) )?(?:thousands|millions|billions)[^()]*\)"
    rf"|\((?:in )?\$?,?000'?s?(?: omitted)?\)"
    rf"|(?<=[a-z]{{4}})\d(?=\s|$|,)|(?<=\s)\d(?=[a-z]{{5}})"
)


_PLAIN = re.compile(r"[a-z ,'&/-]*")


def _without_notes(text: str) -> str:
    if _PLAIN.fullmatch(text) and "note" not in text and "audited" not in text:
        return text
    return _NOTES.sub(" ", text).strip()


_ALLOWANCE = re.compile(
    r"\s*[,;:(-]*\s*\(?(?:less|net of|net after|after|including|with)?(?: an| the| related| estimated| accumulated)*"
    r"\s*(?:allowances?|reserves?)\b(?=.*(?:receivable|doubtful|uncollect|bad debt|credit|discount|return|obsolescence|\d|$)).*$"
)
_RECEIVABLE = re.compile(r"receivable|inventor|^(?:total )?(?:trade|accounts|loans|customers|leases)")
_OF_REVENUE = re.compile(
    r"(?<=[a-z])[\s,(-]+(?:net of|less) "
    r"(?:(?:returns?|allowances?|discounts?|sales returns?|rebates?|chargebacks|and|&|,|/|excise taxes|provisions?) ?)+\)?$"
)
_DEPRECIATION = re.compile(
    r"[\s,;:(-]+(?:at cost[\s,;-]*)?(?:less|net of)(?: the)?(?: allowances? for)?(?: accumulated)? ?"
    r"(?:depreciation|amortization|depletion)\b.*$"
)
_AT_COST = re.compile(r"[\s,;:(-]+(?:stated )?at (?:the )?(?:lower of |amortized |historical |average )?(?:cost|market|fair value)\b.*$")
_STOCK = re.compile(r"^(?:less:?,? ?)?(?:\d\.?\d*% )?(?:[a-z]+,? )*?(?:stock|shares)\b")
_STOCK_TERMS = re.compile(
    r"[\s,;:(-]*(?:\$|\bno[ -]par\b|\bwithout par\b|\bpar value\b|\bpar\b|\bstated (?:value|at)\b|\bauthori[sz]ed\b|\bissued\b"
    r"|\bshares authori[sz]ed\b|\bnone (?:issued|outstanding)\b|\bno shares\b|\boutstanding\b|(?<![a-z])\d[\d,.]{2,}(?![\d.,]*%)).*$"
)
_PERCENT = r"\d+(?:\.\d+|[ -]\d/\d)?%"
_RATE = re.compile(
    rf"^{_PERCENT} (?=(?:[a-z]+,? )*(?:preferred|preference) (?:stock|shares))"
    rf"|(?:(?<=preferred stock)|(?<=preferred shares)|(?<=preference stock))[\s,-]+{_PERCENT}"
)
"""The rate of a preferred stock's dividend."""
_PRINCIPALLY = re.compile(
    r"^((?:total )?(?:inventor(?:y|ies)|accounts (?:receivable|payable)))[\s,(-]+"
    r"(?:principally|primarily|including (?:checks|drafts|outstanding))\b.*$"
)
_IN_TREASURY = re.compile(
    r"^.*?[\d,]{4,}(?: \w+)? shares\b.*\bin treasury\b.*$|^.*?\bcost of [\d,]{4,}.*\btreasury\b.*$"
    r"|^.*\bcommon (?:stock|shares) (?:held )?in (?:the )?treasury\b.*$"
)
_TERMS_SHOWN = re.compile(
    r"\bpar\b|authori[sz]ed|stated value|\bissued and|\d{1,3},\d{3}|\bissued\b.*\d|outstanding.*\d|none issued|\d{3,} shares|shares at cost"
)
_WITH_AMOUNT = re.compile(
    r"[\s,;:(-]+(?:net of|less|including|after|excluding)\b[^$]*\$\s*[\d.].*$|\s*\([^()]*\$\s*[\d.][^()]*\)"
    r"|[\s,;-]+\$\s*[\d.,]+.*respectively\)?$"
)


_NET_INTEREST = re.compile(r"^(interest (?:expense|income))[\s,(-]+(?:net of|less) (?:interest|investment) (?:income|expense)\b[^$]*\$.*$")
"""What is set off against interest of the other side leaves the net of both, whatever the amount."""
_PROVIDED = re.compile(r"(?:less\W*)?(?:allowance|reserve|provision)")
_REVENUE = re.compile(r"(?:total )?(?:net )?(?:sales|revenue)")
_PLANT = re.compile(
    r"(?:total )?(?:property|properties|land|buildings?|plant|premises|machinery|equipment|real estate|fixed assets|oil|flight)"
)
_COST_INCLUDING = re.compile(
    r"(?<=[a-z])[\s,(-]+including (?!.*\b(?:selling|general|administrative|research|interest|operating)\b)[^()]*\)?$"
)
"""What a cost of sales takes in ("including buying and occupancy costs"), as long as it stays one."""
_COST = re.compile(r"costs? of (?:\w+ )?(?:sales|goods|products?|merchandise|revenues?|services?|sold)\b")
_NET_OF_TAX = re.compile(r"\bnet of (?:income )?tax")
_NO_TAX = re.compile(r"(?<=net of tax) of (?:nil|zero|none)\b")


def _without_clauses(text: str) -> str:
    """Cuts the clauses that only tell how much was set off, at what value, or how many shares there are."""
    if "treasury" in text and _IN_TREASURY.match(text):
        return "treasury stock"
    if "%" in text and "prefer" in text:
        text = _RATE.sub("", text)
    if "principally" in text or "primarily" in text or "including" in text:
        text = _PRINCIPALLY.sub(r"\1", text)
    if ("stock" in text or "shares" in text) and _STOCK.match(text) and _TERMS_SHOWN.search(text):
        text = _STOCK_TERMS.sub("", text)
    if ("allowance" in text or "reserve" in text) and _RECEIVABLE.search(text) and not _PROVIDED.match(text):
        text = _ALLOWANCE.sub(" net", text)
    if "including" in text and _COST.match(text):
        text = _COST_INCLUDING.sub("", text)
    if "less" in text or "net of" in text:
        if _REVENUE.match(text):
            text = _OF_REVENUE.sub("", text)
        depreciated = _DEPRECIATION.search(text)
        if depreciated and depreciated.start() > 0 and not text.startswith("less"):
            text = f"{text[: depreciated.start()]} net"
    if "at " in text and not _PLANT.match(text):
        text = _AT_COST.sub("", text)
    if "net of tax of" in text:
        text = _NO_TAX.sub("", text)
    if "interest" in text:
        text = _NET_INTEREST.sub(r"\1, net", text)
    return _WITH_AMOUNT.sub(" net of tax" if _NET_OF_TAX.search(text) else "", text) if "$" in text else text


_PAREN = re.compile(r"\(([^()]*)\)?")
_SIGN_WORD = re.compile(
    r"(?:net )?(?:loss(?:es)?|income|earnings|profits?|gains?|expenses?|benefits?|provision|credit|charges?|recovery|increases?|decreases?"
    r"|deficit|deficiency|used|used in|used for|used by|provided|provided by|generated|outflow|inflow|deductions?|accumulated deficit"
    r"|retained earnings)"
    r"(?: (?:in|for|by|from|of|on|to))?"
)
_ASIDE = re.compile(
    r"(?:including|inclusive of|includes|see|as|net of (?:income )?tax(?:es)? of|amounts?|in (?:thousands|millions)|dollars|shown"
    r"|restated|note|notes)\b"
)


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
