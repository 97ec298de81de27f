"""Every complaint there is, in one enum. Severity belongs to the code, not to whoever complains."""

from collections.abc import Callable
from enum import Enum

from attrs import frozen

from converter.place import Place


class Severity(Enum):
    """error: the file did not become a report. warning: a person should look. note: something was inferred, with its reason."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(Enum):
    """The stable names of complaints, with their severity and what they mean."""

    # the source
    SOURCE_UNREADABLE = "source-unreadable", Severity.ERROR, "the bytes could not be read as a document"
    SOURCE_EMPTY = "source-empty", Severity.ERROR, "the source holds no text"
    SOURCE_BINARY = "source-binary", Severity.ERROR, "the source is not text or HTML"
    SOURCE_TOO_DEEP = "source-too-deep", Severity.ERROR, "the source is nested or spread beyond what a release can be"
    ENCODING_GUESSED = "encoding-guessed", Severity.NOTE, "the encoding was told neither by a mark nor by the bytes"
    EXHIBIT_PICKED = "exhibit-picked", Severity.NOTE, "one document of a submission was taken"
    EXHIBIT_MISSING = "exhibit-missing", Severity.ERROR, "the submission has no such document"
    # recognition
    NO_STATEMENT = "no-statement", Severity.ERROR, "no primary statement was recognised"
    NOT_PRIMARY = "not-primary", Severity.NOTE, "a table was left out because it is not a primary consolidated statement"
    SCALE_UNKNOWN = "scale-unknown", Severity.NOTE, "no heading tells the scale; amounts are taken as printed"
    SCALE_INFERRED = "scale-inferred", Severity.NOTE, "the scale follows from the figures, not from the heading"
    PERIOD_INFERRED = "period-inferred", Severity.NOTE, "part of a period is not printed and was worked out"
    PERIOD_UNKNOWN = "period-unknown", Severity.WARNING, "a column of numbers has no period that could be read"
    PERIOD_AMBIGUOUS = "period-ambiguous", Severity.WARNING, "two columns of one statement claim the same period"
    PERIOD_CONTRADICTED = "period-contradicted", Severity.WARNING, "a column's heading and the text disagree about its length"
    COLUMN_NOT_VALUES = "column-not-values", Severity.NOTE, "a column holds percentages or changes, not values"
    ROW_BROKEN = "row-broken", Severity.WARNING, "the numbers of a row could not all be placed under columns"
    TABLE_CUT = "table-cut", Severity.WARNING, "a statement ends in the middle"
    CURRENCY_INFERRED = "currency-inferred", Severity.NOTE, "no heading names the currency; amounts are taken as US dollars"
    # the entity
    ENTITY_INFERRED = "entity-inferred", Severity.NOTE, "the entity is identified by a ticker printed in the text"
    ENTITY_BY_NAME = "entity-by-name", Severity.WARNING, "the entity is identified only by its printed name"
    ENTITY_UNKNOWN = "entity-unknown", Severity.ERROR, "nothing tells who reports"
    ENTITY_SEVERAL = "entity-several", Severity.ERROR, "several registrants report in one file"
    WORDING_FOUND = "wording-found", Severity.NOTE, "a file of the filer's own words was found; its rules rank before the common ones"
    WORDING_INVALID = "wording-invalid", Severity.ERROR, "the file of the filer's own words cannot be used"
    FILING_INVALID = "filing-invalid", Severity.ERROR, "what is said about the filing cannot be so"
    # arithmetic and tagging
    SUM_DIFFERS = "sum-differs", Severity.WARNING, "a printed total is not what its parts add up to"
    SIGN_UNCERTAIN = "sign-uncertain", Severity.WARNING, "label and arithmetic disagree about a sign"
    LINE_UNKNOWN = "line-unknown", Severity.NOTE, "no rule knows the line; it became an extension concept"
    LINE_DOUBTFUL = "line-doubtful", Severity.WARNING, "a line could not be tagged without doubt and was left out"
    CONCEPT_TWICE = "concept-twice", Severity.NOTE, "two lines of one statement claim the same concept"
    LEDGER_CUT = "ledger-cut", Severity.NOTE, "the text holds more numbers than the ledger takes in"
    FACT_INCONSISTENT = "fact-inconsistent", Severity.WARNING, "the same fact is printed with different values"
    # the statements held against each other, and the text against the statements
    BALANCE_DIFFERS = "balance-differs", Severity.WARNING, "total assets are not what liabilities and equity are"
    RESULT_DIFFERS = "result-differs", Severity.WARNING, "net income with and without the noncontrolling share differ by another amount"
    CASH_DIFFERS = "cash-differs", Severity.WARNING, "cash of the statement of cash flows is less than that of the balance sheet"
    CASH_RESTRICTED = "cash-restricted", Severity.NOTE, "the statement of cash flows counts restricted cash that no line shows"
    PER_SHARE_DIFFERS = "per-share-differs", Severity.WARNING, "earnings per share are not net income over shares"
    PERIODS_DIFFER = "periods-differ", Severity.WARNING, "two periods do not add up to the period that they fill"
    PERCENT_DIFFERS = "percent-differs", Severity.WARNING, "a percentage beside the amounts is not what they give"
    PROSE_DIFFERS = "prose-differs", Severity.WARNING, "a figure of the text is not what the statements print"
    PROSE_CONTRADICTORY = "prose-contradictory", Severity.WARNING, "a sentence contradicts itself"
    # releases held against each other
    ENTITIES_DIFFER = "entities-differ", Severity.WARNING, "files that are compared are not known to be of one company"
    # items that are parsed already
    ITEM_INVALID = "item-invalid", Severity.ERROR, "a record of line items cannot be used"
    # the outputs
    PAGE_REWRITTEN = "page-rewritten", Severity.NOTE, "what Inline XBRL does not allow in the release's page was rewritten or dropped"
    FACT_HIDDEN = "fact-hidden", Severity.NOTE, "a fact is in the header of the inline document: no printed number says its value"
    OUTPUT_INVALID = "output-invalid", Severity.ERROR, "the instance would not be valid XBRL"
    OUTPUT_FAILED = "output-failed", Severity.ERROR, "the outputs could not be written"
    INTERNAL_FAULT = "internal-fault", Severity.ERROR, "release2xbrl itself failed"

    def __init__(self, label: str, severity: Severity, meaning: str) -> None:
        self.label = label
        self.severity = severity
        self.meaning = meaning


@frozen
class Diagnostic:
    """One complaint: what, where, and what to do about it. message and hint are whole sentences in plain words."""

    code: Code
    message: str
    place: Place | None = None
    hint: str = ""

    @property
    def severity(self) -> Severity:
        return self.code.severity

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.severity.value}: {self.message}" + (f" {self.hint}" if self.hint else "") + f" [{self.code.label}]"


Doubt = Callable[[Diagnostic], object]
"""Where a step puts its complaints. A function that takes a Doubt may complain; one without it is pure."""


class Refusal(Exception):
    """What cannot go on: carries the one diagnostic that says why. Caught where a file's conversion ends, never shown as a traceback."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic
