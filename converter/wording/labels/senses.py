"""How a printed label says that its numbers are signed: pairs of sign words such as "income (loss)", and single ones such as "loss"."""

import re
from enum import Enum


class Sense(Enum):
    """What a number without parentheses means: a gain (income, benefit, an increase) or a loss (expense, deficit, a decrease).

    GAIN_LOSS: "income (loss)", a plain number is a gain and one in parentheses a loss. LOSS_GAIN: "(gain) loss", the other way round.
    LOSS: "Net loss", where paper prints losses with and without parentheses. PLAIN: the label has no such words.
    """

    PLAIN = "plain"
    GAIN = "gain"
    LOSS = "loss"
    GAIN_LOSS = "gain (loss)"
    LOSS_GAIN = "loss (gain)"


_GOOD = {
    "income": "income", "earning": "income", "profit": "income",
    "gain": "gain",
    "increase": "change",
    "benefit": "provision", "credit": "provision", "recovery": "provision",
    "equity": "equity", "surplus": "equity",
    "retained earning": "retained earning",
    "provided": "provided", "generated": "provided", "inflow": "provided",
}  # fmt: skip
"""The good side of a pair, and the word that the pair becomes."""

_BAD = {
    "loss": ("income", "gain"),
    "expense": ("income", "provision"), "charge": ("income", "provision"), "deduction": ("income",),
    "deficit": ("equity", "income", "retained earning"), "deficiency": ("equity",),
    "accumulated deficit": ("retained earning", "equity"),
    "decrease": ("change",),
    "provision": ("provision",),
    "used": ("provided",), "outflow": ("provided",),
}  # fmt: skip
"""The bad side of a pair, and which words a pair with it can become."""

_SIDES = "|".join(sorted((*_GOOD, *_BAD), key=len, reverse=True))
_END = r"(?: (?:in|for|by|from|of|on|to))?"
_PAIR = re.compile(
    rf"(?<![\w(])(?:(\((?:net )?)({_SIDES}){_END}\)|({_SIDES}))(?: by| in| for| from| on)?( (?:or|and|/))?(?: net)?"
    rf" (?:(\((?:net )?)({_SIDES}){_END}\)|({_SIDES})(?!\w))"
)
_GOOD_WORDS = frozenset(side.split()[0] for side in _GOOD)
_BAD_WORDS = frozenset(word for side in _BAD for word in side.split())  # "accumulated deficit" has "deficit"


def joined_signs(words: str) -> tuple[str, Sense]:
    """The words with every pair of sign words as one word, without parentheses, and how the first pair says that numbers are signed."""
    plain = words.replace("(", "").replace(")", "")
    tokens = plain.split()
    if _GOOD_WORDS.isdisjoint(tokens) or _BAD_WORDS.isdisjoint(tokens):
        return plain, Sense.PLAIN
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
    return words.replace("(", "").replace(")", ""), sense


_ACTIVITY = re.compile(r"operating|investing|financing")
_USED = re.compile(r"\bused\b|required|utilized|applied|outflow")
_DECREASE, _INCREASE = re.compile(r"(?:net )?decrease"), re.compile(r"(?:net )?increase")
_NOT_THE_TAX = re.compile(r"before|after|net of tax")
_BENEFIT_SECOND = re.compile(r"\((?:benefit|credit)\)")
_BENEFIT, _CHARGE = re.compile(r"benefit|recovery|credit"), re.compile(r"provision|expense|charge")
_RESULT = re.compile(r"\b(?:income|gain|equity|retained earning)\b")
_LOSS_PRINTED, _LOSS_MEANT = re.compile(r"\b(?:loss(?:es)?|deficit|deficiency)\b"), re.compile(r"\b(?:loss|deficit|deficiency)\b")


def sense_of(words: str, paired: Sense, text: str) -> Sense:
    """The sense of a label. words: canonical. paired: what a pair of sign words said. text: the folded label, single sign words in it."""
    if paired is not Sense.PLAIN:
        return paired
    if words.startswith("cash "):
        return Sense.PLAIN if " at " in words or not _ACTIVITY.search(words) else _sense_of_cash(text)
    if words.startswith("change "):
        return Sense.LOSS if _DECREASE.match(text) else Sense.GAIN if _INCREASE.match(text) else Sense.PLAIN
    if "income tax" in words and not _NOT_THE_TAX.search(words):
        if _BENEFIT_SECOND.search(text):
            return Sense.LOSS_GAIN
        return Sense.GAIN if _BENEFIT.search(text) else Sense.LOSS if _CHARGE.search(text) else Sense.PLAIN
    if _RESULT.search(words):
        return Sense.LOSS if _LOSS_PRINTED.search(text) and not _LOSS_MEANT.search(words) else Sense.GAIN
    return Sense.LOSS if "expense" in words and "expense" in words.split() and "prepaid" not in words else Sense.PLAIN


def _sense_of_cash(text: str) -> Sense:
    """Of the cash flow of an activity: "provided by (used in)", "(used in) provided by", "used in", "provided by"."""
    if "(used" in text:
        return Sense.GAIN_LOSS
    if "(provided" in text or "(generated" in text:
        return Sense.LOSS_GAIN
    return Sense.LOSS if _USED.search(text) else Sense.GAIN
