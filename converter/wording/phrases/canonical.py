"""One wording for phrases that mean the same in statements: what the label grammar puts into the place of synonyms.

Input and output are folded words in the singular without "of" and articles (`wording.labels`). A pair belongs here only when the
exchange is right in every label of every statement; what is right in one place only is a rule of the wording table.
"""

import re

from converter.wording.phrases.balance_sheet import EQUITY, HOLDERS, PLANT, RECEIVABLES_AND_DEBT
from converter.wording.phrases.cash_flows import CASH_FLOW
from converter.wording.phrases.compounds import COMPOUNDS
from converter.wording.phrases.expenses import SPENDING, TAXES
from converter.wording.phrases.phrase import Phrasebook
from converter.wording.phrases.results import PER_SHARE, RESULTS

PHRASES = (*COMPOUNDS, *HOLDERS, *RESULTS, *PER_SHARE, *TAXES, *PLANT, *RECEIVABLES_AND_DEBT, *EQUITY, *SPENDING, *CASH_FLOW)
"""All of them, in order: each sees what those before it made."""

_BOOK = Phrasebook(PHRASES)

_NO_NAMES = (
    r"(?!noncontrolling|minority|common|preferred|participating|redeemable|other|stockholder|parent|controlling|continuing|discontinued"
    r"|(?:general|limited) partner|unvested|restricted|nonvested|nonredeemable|convertible|class)"
)
"""Not before these words: they say whose a share is, and are no company's name."""

_NAMED = re.compile(
    rf"\b(?:attributable|applicable|available|allocable) to (?!company)(?:{_NO_NAMES}[\w]+ ?){{1,6}}?"
    r"(?=(?:common |ordinary )?stockholder|per share|basic|diluted|$)"
)
_HOLDERS_OF_NAMED = re.compile(
    r"(?<=attributable to )((?:common )?stockholder) (?:(?!and\b|from\b|per\b|basic\b|diluted\b)\w+ ){0,5}"
    r"(?:inc|incorporated|corp|corporation|company|co|ltd|limited|plc|group|holding|trust|lp|sa|nv|ag|com)(?= per share| basic| diluted|$)"
)
"""Holders of stock with the name of the company behind them."""
_NAMED_EQUITY = re.compile(
    r"^(?!(?:[\w ]*\b)?(?:common|preferred|other|liability|redeemable|noncontrolling|before|less|net|convertible|and|deficit|change"
    r"|nonredeemable|in|to|from|per|asset|debt)\b)[\w ]+ stockholder equity$"
)
_ATTRIBUTABLE = re.compile(r"\b(?:attributable|applicable|available|allocable|allocated|attributed) (?:to|for)\b(?! sale)")
_ACTIVITY = re.compile(
    r"^(?:net )?(?:cash|change in cash)(?: and cash equivalent)?(?: flow)?"
    r"(?: (?:provided|generated|used|required|utilized|applied|inflow|outflow|from|for|in|by|to|into|flow|resulting|derived"
    r"|consumed|and|or|/|\(used\)|expended|activity))*"
    r" (operating|investing|financing|operation|investment(?= activity)|(?<!and )(?<!cash )(?<!equivalent )investment)(?: activity)?$"
)
_TAIL = re.compile(r"\b(basic and diluted|basic|diluted)\b")
_AT = re.compile(
    r"^(?:(beginning|opening|ending|closing) (?:balance )?)?(cash\b.*?)"
    r"(?:(?: balance)?(?: at| as)?(?: balance)? (beginning|start|opening|end|ending|close|closing)(?: balance)?"
    r"(?: (?:period|year|quarter|fiscal year|the|month|three month|six month|nine month|fiscal period|week)+)?)?$"
)
_ON = re.compile(
    r"^(cash\b.*?)(?: balance)?(?: (?:at|on|as at))?"
    r" (?:january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2})(?: (?:19|20)\d\d)?$"
)
"""A balance of cash on a day, of whatever year: on the first of a month it opens the period."""
_OF_SHARES = re.compile(r"per share|\bshare\b|\baverage\b")
_BEGINNING = frozenset(("beginning", "opening", "start"))
_CASH_BALANCE = ("cash", "beginning cash", "ending cash", "opening cash", "closing cash", "beginning balance cash")


def canonical(words: str) -> str:
    """The one wording for folded words."""
    words = _BOOK.reworded(words)
    if "/" in words and "income/expense" not in words:
        words = words.replace("/", " and ").replace("income and expense", "income/expense")
    words = " ".join(words.split())
    if " to" in words or " for" in words:
        words = _ATTRIBUTABLE.sub("attributable to", words)
        words = _HOLDERS_OF_NAMED.sub(r"\1", _NAMED.sub("attributable to company ", words)).strip()
    if words.endswith(" stockholder equity") and _NAMED_EQUITY.match(words):
        words = "company stockholder equity"
    if "cash" in words:
        if match := _ACTIVITY.match(words):
            return "cash " + {"operation": "operating", "investment": "investing"}.get(match[1], match[1])
        if words.startswith(_CASH_BALANCE) and (match := _AT.match(words)) and (when := match[1] or match[3]):
            return f"{match[2].strip()} at {'beginning' if when in _BEGINNING else 'end'}"
        if match := _ON.match(words):
            return f"{match[1].strip()} at {'beginning' if match[2] == '1' else 'end'}"
    if ("share" in words or "average" in words) and _OF_SHARES.search(words):
        words = _tailed(words)
    return words


def _tailed(words: str) -> str:
    """The words with "basic" and "diluted" at the end, once."""
    told = set(_TAIL.findall(words))
    if not told:
        return words
    both = len(told) > 1 or "basic and diluted" in told
    rest = " ".join(_TAIL.sub(" ", words).split())
    rest = re.sub(r"^(?:and|for) | (?:and|for)$|(?<=computing) (?:and )?(?=per)|^(?:and|-) ", "", rest)
    return f"{rest} {'basic and diluted' if both else told.pop()}"
