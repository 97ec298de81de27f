"""Paragraphs to sentences that hold figures, and what a sentence is about as a whole: what was, what is hoped for, or another basis."""

import re
from collections.abc import Iterator

from attrs import frozen

from converter.checks.prose.figures import FIGURE
from converter.document import Paragraph
from converter.place import Place

_END = re.compile(r"[.!?;:][\"”’')\]]{0,2} +(?=[\"“‘'(•$]{0,2}[A-Z0-9•])|;\s|\s[•▪●]\s|\s-- ")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|Mr|Mrs|Ms|Dr|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mass|Calif|U\.S|approx|est|Bros|cf|Jr|Sr)"
    r"|\b[A-Z])\.$"
)
_CONTINUES = re.compile(r"(?:This|That|These|Those|It) (?:compares?|compared) ", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:expects?|expected|expecting|anticipat\w+|guidance|outlook|forecast\w*|targets?|targeted|projects|projected|projections?|will be"
    r"|will range|should|plans? to|intends?|estimates?|estimated that|between \$|in the range of|range from|going forward"
    r"|looking ahead|could"
    r"|would|may be)\b",
    re.IGNORECASE,
)
_HEADING_KNOWN = re.compile(
    r"\b(?:results?|highlights?|quarter\w*|financial|fiscal|year\w*|overview|summary|gaap|operations|discussion|analysis|income"
    r"|sales|revenues?"
    r"|earnings|reports?|announces?|release|exhibit|contacts?|liquidity|expenses?|profit|margin|cash|balance|months|table|thousands"
    r"|consolidated|page|news)\b",
    re.IGNORECASE,
)
_SIGNS = ("$", "%", "€", "£", "percent", "Percent", "PERCENT", "per cent", "cents", "points", "bps", "¢")
_LONGEST_HEADING = 90
LONGEST = 2000
"""Characters of a sentence: what is longer is a list or no prose, and is read as far as this."""


@frozen
class Sentence:
    """A sentence of a paragraph. start: its offset in the paragraph. foreign: an unknown heading stands over it, so that it may be about a
    part of the company. opens: it is the first of its paragraph.
    """

    text: str
    paragraph: Paragraph
    start: int
    foreign: bool = False
    opens: bool = False

    @property
    def future(self) -> bool:
        """Whether it speaks of what is expected."""
        return _FUTURE.search(self.text) is not None

    @property
    def has_signs(self) -> bool:
        """Whether it holds a sign or word without which there is no amount and no percentage."""
        return any(sign in self.text for sign in _SIGNS)

    def place(self, start: int, end: int) -> Place:
        """The place of characters of the sentence."""
        return self.paragraph.place(self.start + start, self.start + end)


def sentences_of(paragraphs: tuple[Paragraph, ...]) -> Iterator[Sentence]:
    """All sentences in reading order."""
    foreign = False
    for paragraph in paragraphs:
        text = paragraph.text
        if len(text) <= _LONGEST_HEADING and not text.endswith(".") and any(map(str.isalpha, text)) and not FIGURE.search(text):
            foreign = not _HEADING_KNOWN.search(text)
            continue
        opens = True
        for start, end in _spans(text):
            part = text[start : min(end, start + LONGEST)]
            yield Sentence(part, paragraph, start, foreign, opens)
            opens = False


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        end = match.start() + len(match[0].rstrip())
        if match[0].startswith(".") and _ABBREVIATED.search(text, max(start, match.start() - 12), match.start() + 1):
            continue
        if _CONTINUES.match(text, match.end()):
            continue
        if end > start:
            yield start, end
        start = match.end()
    if start < len(text):
        yield start, len(text)
