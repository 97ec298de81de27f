"""What one figure of the text says: its values."""

from enum import Enum

from attrs import frozen

from converter.checks.prose.figures import Figure
from converter.checks.prose.subjects import Subject
from converter.period import Duration, Instant


class Says(Enum):
    """What a figure says of its subject."""

    LEVEL = "is"
    CHANGE = "changed by percent"
    DIFFERENCE = "changed by"
    RATIO = "is a share of"


@frozen
class Time:
    """A period with the words that name it. certain: nothing of it is assumed. named: the sentence itself names it."""

    period: Duration | Instant | None
    words: str = ""
    certain: bool = False
    named: bool = False


@frozen
class Claim:
    """What one figure says. doubt: why it cannot be held, empty when it can. direction: +1 up, -1 down, 0 untold.

    prior: for a change the period that it starts from. now, before: figures of the same sentence that stand for both ends of a change.
    certain: subject, period and unit leave nothing open, so that a difference is a contradiction.
    """

    figure: Figure
    says: Says = Says.LEVEL
    subject: Subject | None = None
    time: Time = Time(None)
    prior: Time = Time(None)
    direction: int = 0
    now: Figure | None = None
    before: Figure | None = None
    certain: bool = False
    doubt: str = ""
