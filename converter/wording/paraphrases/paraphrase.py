"""Paraphrase: a second, looser reading of a label, in which what one kind of statement words in many ways has one wording.

The grammar of `wording.labels` exchanges only words that mean the same in every statement. Here the kind of statement is known:
"principal payments on bank loans" in a statement of cash flows is a repayment of debt, whatever the debt is called. Rules and labels are
compared in this reading where no rule has a label's exact words; `Wording.problems` says where it would put two concepts into one wording.
"""

from functools import lru_cache

from converter.statement import Kind
from converter.wording.paraphrases.balance_sheet import BALANCE_SHEET
from converter.wording.paraphrases.cash_flows import CASH_FLOWS
from converter.wording.paraphrases.flows import ANY_FLOW
from converter.wording.paraphrases.operations import OPERATIONS, TOTALS
from converter.wording.phrases.phrase import Phrasebook

_BOOKS = {
    Kind.BALANCE: Phrasebook(BALANCE_SHEET),
    Kind.INCOME: Phrasebook((*ANY_FLOW, *OPERATIONS)),
    Kind.CASH_FLOW: Phrasebook((*ANY_FLOW, *CASH_FLOWS)),
}


_TOTALS = {Kind.INCOME: Phrasebook(TOTALS)}
"""Phrases of labels that say that they are totals."""


@lru_cache(maxsize=65536)
def paraphrased(kind: Kind, words: str, total: bool = False) -> str:
    """The words of a reading (`Reading.words`) in the one wording of such a statement."""
    if total and kind in _TOTALS:
        words = _TOTALS[kind].reworded(words)
    return " ".join(_BOOKS[kind].reworded(words).split())
