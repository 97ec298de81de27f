"""How much a document may hold: far more than any release, and little enough to be read in seconds."""

from collections.abc import Iterable
from itertools import islice

from converter.diagnostic import Code, Diagnostic, Refusal
from converter.document import Row

MOST_ROWS = 50_000
"""Rows of a document; a long annual report has a tenth of them."""
WIDEST = 2_000
"""Characters of a line that can be a row of a fixed-width table; what is longer is prose or no text at all."""


def bounded(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows. Raises Refusal (SOURCE_TOO_DEEP) when there are more than a document may have."""
    held = tuple(islice(rows, MOST_ROWS + 1))
    if len(held) > MOST_ROWS:
        raise too_many(held[-1].line)
    return held


def too_many(line: int) -> Refusal:
    """What is said of a source that has more rows than a document may have, up to some line of it."""
    message = f"The source has more than {MOST_ROWS:,} rows up to line {line:,}, far more than a release can have."
    return Refusal(Diagnostic(Code.SOURCE_TOO_DEEP, message, hint="Cut the release out of it."))
