"""What can become of a printed number: the closed list that the ledger speaks in."""

from collections.abc import Mapping
from enum import Enum

from converter.diagnostic import Code


class Tone(Enum):
    """The few kinds of outcome that a reader tells apart at a glance."""

    FACT = "fact"
    AGREES = "agrees"
    FINDING = "finding"
    LEFT_OUT = "left out"
    OTHER_TABLE = "other table"
    TEXT = "text"
    FURNITURE = "no figure"


class Outcome(Enum):
    """What became of a number, in plain words, with its tone and what it means."""

    FACT = "fact", Tone.FACT, "it became a fact, or is printed again what another number became"
    TICKED_OFF = "ticked off", Tone.AGREES, "the text agrees with a fact of the tables"
    DIFFERS = "differs", Tone.FINDING, "the text says something else than the tables"
    CONTRADICTED = "contradicted", Tone.FINDING, "the same fact is printed with another value elsewhere"
    BROKEN = "broken", Tone.FINDING, "the digits or the row could not be read without doubt"
    DOUBTFUL = "doubtful line", Tone.FINDING, "its line could not be tagged without doubt"
    NO_PERIOD = "column without period", Tone.FINDING, "the heading of its column tells no period"
    PERIOD_DOUBTED = "period in doubt", Tone.FINDING, "the heading of its column is contradicted by the text or by another column"
    PERCENT_COLUMN = "percent column", Tone.LEFT_OUT, "its column holds percentages"
    CHANGE_COLUMN = "change column", Tone.LEFT_OUT, "its column holds changes, which follow from the values"
    OTHER_BASIS = "other basis", Tone.LEFT_OUT, "its column is on another basis than reported (pro forma), or in another currency"
    NON_GAAP = "non-GAAP table", Tone.OTHER_TABLE, "its table reconciles or adjusts, and is no primary statement"
    OTHER_TABLE = "other table", Tone.OTHER_TABLE, "its table is no primary statement"
    NOT_HELD = "held by no table", Tone.TEXT, "a figure of the text that no primary statement holds"
    TEXT = "text", Tone.TEXT, "a figure of the text that is not held against the tables"
    LABEL = "words of a line", Tone.FURNITURE, "it stands in the words of a line, not in a column"
    HEADING = "heading", Tone.FURNITURE, "it stands in the heading of a table or a column"
    DATE = "date or time", Tone.FURNITURE, "a date, a year, a time of day or a length of time"
    NOTE_MARK = "note mark", Tone.FURNITURE, "it refers to a note"
    PAGE = "page number", Tone.FURNITURE, "it numbers a page"
    ITEM = "list number", Tone.FURNITURE, "it numbers a line or an item of a list"
    REFERENCE = "reference", Tone.FURNITURE, "the number of an exhibit, a form, a rule, a section or a note"
    CONTACT = "phone or address", Tone.FURNITURE, "part of a telephone number, an address or a link"
    NAME = "part of a word", Tone.FURNITURE, "digits that belong to a word or a name"

    def __init__(self, label: str, tone: Tone, meaning: str) -> None:
        self.label = label
        self.tone = tone
        self.meaning = meaning


_OUTCOMES: Mapping[Code, Outcome] = {
    Code.COLUMN_NOT_VALUES: Outcome.CHANGE_COLUMN,
    Code.PERIOD_UNKNOWN: Outcome.NO_PERIOD,
    Code.PERIOD_AMBIGUOUS: Outcome.PERIOD_DOUBTED,
    Code.PERIOD_CONTRADICTED: Outcome.PERIOD_DOUBTED,
    Code.ROW_BROKEN: Outcome.BROKEN,
    Code.TABLE_CUT: Outcome.BROKEN,
    Code.LINE_DOUBTFUL: Outcome.DOUBTFUL,
    Code.SIGN_UNCERTAIN: Outcome.DOUBTFUL,
    Code.FACT_INCONSISTENT: Outcome.CONTRADICTED,
    Code.NOT_PRIMARY: Outcome.OTHER_TABLE,
}
_BY_LABEL = {code.label: outcome for code, outcome in _OUTCOMES.items()}


def outcome_of(label: str) -> Outcome:
    """The outcome of a number that the diagnostic of that label left out, where whoever left it out knows no closer one."""
    return _BY_LABEL.get(label, Outcome.DOUBTFUL)
