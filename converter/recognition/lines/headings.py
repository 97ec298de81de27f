"""Headings over lines: which of them still stand over the next one, told by words and indentation."""

import re
from itertools import zip_longest

from attrs import define

from converter.recognition.lines.measures import BARE, PER_SHARE, SHARES
from converter.statement import Kind
from converter.wording.labels.signwords import is_result

_NET_RESULT = re.compile(r"net (?:income|loss|earnings|\(loss\) (?:income|earnings)|(?:income|earnings) \(loss\))", re.IGNORECASE)
_KEPT = re.compile(rf"{PER_SHARE.pattern}|\bdiscontinued\b", re.IGNORECASE)
"""Headings that results may stand under."""
_OPERATING_ACTIVITIES = re.compile(r"\boperating activities\b|(?<!\bdiscontinued )\boperations:?$", re.IGNORECASE)
_RECONCILING = re.compile(
    r"adjust|(?:add|deduct)\b|items? (?:not|included)\b|(?:other )?non-?cash (?:items|charges|adjustments|expenses)"
    r"|(?:net )?changes? in\b|charges\b|reconcil",
    re.IGNORECASE,
)
"""Headings inside of the cash flows of operating activities."""
_STANDS_OVER_NOTHING = re.compile(
    r"\b(?:none|no shares|not) (?:are |were )?(?:issued|outstanding)\b|^(?:commitments|contingenc|contingent liabilit)", re.IGNORECASE
)


def heads_nothing(label: str) -> bool:
    """Whether words without numbers head no lines: stock of which there is none, and what only points to the notes."""
    return bool(_STANDS_OVER_NOTHING.search(label))


@define
class _Open:
    """A heading that still stands over the lines that follow. deeper, level: a line under it is indented more, or as much."""

    label: str
    indent: int
    deeper: bool = False
    level: bool = False


class Headings:
    """The headings that stand over the next line, outermost first."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(heading.label for heading in self._open)

    def open(self, label: str, indent: int) -> None:
        """Takes in a heading; those that it does not stand under are closed."""
        while self._open and (
            self._open[-1].indent > indent or (self._open[-1].indent == indent and not _encloses(self._open[-1].label, label))
        ):
            self._open.pop()
        self._open.append(_Open(label, indent))

    def over(self, label: str, indent: int, kind: Kind) -> None:
        """Closes the headings that a line no longer stands under."""
        headings = self._open
        folded = label.lower()
        if kind is Kind.INCOME and is_result(label):
            if not any(_KEPT.search(heading.label) for heading in headings):
                headings.clear()  # a result stands under no heading of costs or revenues
                return
            if _NET_RESULT.fullmatch(label) and not any(PER_SHARE.search(heading.label) for heading in headings):
                headings.clear()
                return
        for index, heading in enumerate(headings):
            if folded.startswith("total ") and folded[6:].split(",")[0].strip() == heading.label.lower().strip(": "):
                del headings[index:]
                return
        under = headings[-1] if headings else None
        if kind is Kind.INCOME and under and indent == under.indent and PER_SHARE.search(under.label) and _NET_RESULT.fullmatch(label):
            return  # "Net income" that adds up the lines under "Primary earnings per share"
        while headings and (
            (headings[-1].deeper and indent <= headings[-1].indent) or (headings[-1].level and indent < headings[-1].indent)
        ):
            headings.pop()
        for heading, inner in zip_longest(headings, headings[1:]):
            if inner is None or inner.indent > heading.indent:  # else it is the heading inside that the line is indented under
                heading.deeper = heading.deeper or indent > heading.indent
            heading.level = heading.level or indent == heading.indent


def _encloses(outer: str, inner: str) -> bool:
    """At one indent, a heading in capitals stands over one in small letters, "Assets" over "Current assets", "Earnings per share" or
    "Weighted average shares" over "Basic", and operating activities over what reconciles net income to them.
    """
    if BARE.fullmatch(inner):
        return bool(PER_SHARE.search(outer) or SHARES.search(outer))
    return (
        (outer.isupper() and not inner.isupper())
        or (outer.lower() in ("assets", "liabilities") and inner.lower().endswith(outer.lower()))
        or bool(_OPERATING_ACTIVITIES.search(outer) and _RECONCILING.match(inner))
    )
