"""What each amount and percentage of the text says, and whether the statements say the same."""

from enum import Enum

from attrs import frozen

from converter.place import Place


class Agreement(Enum):
    """agrees: the statements, or the sentence's own figures, say the same within rounding. differs: they say something else (a finding).

    not held: there is nothing certain to hold it against; the reason says why.
    """

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_HELD = "not held"


@frozen
class ProseFigure:
    """One amount or percentage of the text.

    place: its ink; the part on the first line where it is wrapped. text: as printed, in one line ("$7.8 million"). reading: what it says,
    in words ("Revenues, 2003-10-01..2003-12-31: 7,800,000"). reason: how it agrees or differs, or why it is not held. facts: numbers of
    the report's facts that it was held against, counted from 0 as in Entry.fact.
    """

    place: Place
    text: str
    reading: str
    outcome: Agreement
    reason: str
    facts: tuple[int, ...] = ()
