"""What a figure of the text is about: noun phrases that the wording table or the report's own labels know, and what prose alone says.

A phrase ends with one of the HEADS ("net sales", "income from operations"); the longest one that is known counts. It is whole when no
unknown word stands before it ("segment revenue", "online sales") and none after it narrows it ("revenue in Europe"): only then the figure
can be held against the company's own line.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from attrs import Factory, define, frozen

from converter.model import Model
from converter.report import Report
from converter.wording.labels.reading import Sense, parse


@frozen
class Subject:
    """A phrase at [start, end) of a sentence. concepts: what it may mean, the likeliest first. loss: it names a loss.

    whole: it means the company's line, not part of it. over: for a ratio the concept that the first is measured by.
    """

    start: int
    end: int
    words: str
    concepts: tuple[str, ...]
    loss: bool = False
    whole: bool = True
    over: str = ""


INCOMES: Final = ("NetIncomeLoss", "ProfitLoss", "NetIncomeLossAvailableToCommonStockholdersBasic")
PER_SHARE: Final = ("EarningsPerShareBasic", "EarningsPerShareDiluted", "EarningsPerShareBasicAndDiluted")
_OPERATIONS = "operat(?:ions|ing activities)"
_BY_PHRASE: Final[tuple[tuple[str, tuple[str, ...], str], ...]] = (
    (
        r"(?:(?:net|basic|diluted|fully|gaap)[ ,-]){0,4}(?:earnings|income|loss|profit)(?: \(loss\))?"
        r" per (?:(?:basic|diluted|common|fully|and|or)[ ]){0,4}share|(?:diluted |basic |gaap )?\bEPS\b(?! growth)",
        PER_SHARE,
        "",
    ),
    (
        rf"(?:net )?cash flows? (?:provided by |from )?{_OPERATIONS}|operating cash flows?"
        rf"|cash (?:provided|generated|used) (?:by|from|in) {_OPERATIONS}|(?<=of )cash from {_OPERATIONS}",
        ("NetCashProvidedByUsedInOperatingActivities",),
        "",
    ),
    (r"gross (?:profit )?margins?(?: percentage| rate)?|gross profit (?:percentage|margin)", ("GrossProfit",), "Revenues"),
    (r"operating margins?", ("OperatingIncomeLoss",), "Revenues"),
    (r"(?:net )?(?:profit|income) margin", ("NetIncomeLoss",), "Revenues"),
    (r"SG&A(?: expenses?)?", ("SellingGeneralAndAdministrativeExpense",), ""),
    (r"R&D(?: expenses?| spending)?", ("ResearchAndDevelopmentExpense",), ""),
    (r"(?:cash )?dividends?(?: per share)?", ("CommonStockDividendsPerShareDeclared",), ""),
    (
        r"(?<!before )(?<!per share )(?<!retained )(?<!net )\bearnings(?! before| from| per| conference| call| release| growth)",
        INCOMES,
        "",
    ),
    (r"(?<!net )(?<!operating )(?<![a-z] a )\bloss(?= of [$(])", INCOMES, ""),
)
"""What prose says and no statement prints: words, concepts, and for a ratio the concept that they are measured by."""

_FIRST_LETTERS: Final = "[bcdefgilnoprs]"
_PHRASES = re.compile(
    f"(?={_FIRST_LETTERS})(?:{'|'.join(f'(?P<p{number}>{pattern})' for number, (pattern, _, _) in enumerate(_BY_PHRASE))})", re.IGNORECASE
)


def words_of(text: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(text.split())


_HEADS: Final = words_of(
    """sales revenue revenues income loss losses earnings profit expense expenses cost costs cash equivalents assets liabilities equity
    investment receivable receivables inventories inventory debt deposits loans operations activities taxes provision depreciation
    amortization securities goodwill sold deficit interest fees payable borrowings premiums royalties"""
)
_WITHIN: Final = words_of("""of and from before for on in by general & other to per less""")
"""Small words that a phrase may hold but not begin or end with."""

_NEVER: Final = words_of(
    """the a an our its their was were is are increased decreased rose fell grew declined totaled reported posted compared versus this
    that with which had been up down than as at we company company's improved narrowed reached record year quarter quarterly annual"""
)
_NOT_ALONE: Final = words_of(
    """income loss losses cost costs expense expenses operations activities interest taxes provision profit sold securities equivalents
    investment payable assets debt equity fees loans deposits premiums deficit liabilities receivable depreciation amortization
    borrowings"""
)
_BEFORE: Final = words_of(
    """the a an our its their total consolidated company's record quarterly quarter year annual reported posted and of in with for that
    gaap on to achieved generated versus from had recorded was were today announced as to than while whose both overall reports full
    fiscal quarter's year's months period strong higher lower increased decreased improved
    corporate company s brought saw showed produced delivered yielded"""
)
_WORD = re.compile(r"[A-Za-z&][A-Za-z&'’-]*|\d[\d,.]*|[,;:()“”\"–—$%•-]")
_NARROWED = re.compile(
    r"\W{0,3}(?:\([^)]{1,30}\) ?)?(?:from|in|at|by|within|through|attributable|excluding|before|after|associated|related|outside|of"
    r"|per|net of"
    r"|to|under|on|growth|mix)\b",
    re.IGNORECASE,
)
_NOT_NARROWED = re.compile(
    r"\W{0,3}(?:\([^)]{1,30}\) ?)?(?:of|to|in|for|from|at|by|on) (?:an? |the |approximately |about |nearly |over |a record |record "
    r"|its |our ){0,2}"
    r"(?:[$(\d]|first|second|third|fourth|fiscal|year|quarter|same|prior|previous|preceding|comparable|corresponding|three|six|nine|twelve"
    r"|period|company\b|current|1st|2nd|3rd|4th|Q[1-4]|(?:19|20)\d\d|end of"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)",
    re.IGNORECASE,
)
_LONGEST = 9
"""Words of a phrase."""


@define
class Subjects:
    """The phrases that one report knows. own: readings of its labels, with their concepts. exact: the labels in small letters, likewise;
    what a label says in the same words is meant, though other lines have the same reading.
    """

    model: Model
    own: Mapping[str, Set[str]]
    exact: Mapping[str, Set[str]]
    _seen: dict[str, tuple[tuple[str, ...], bool]] = Factory(dict)

    @classmethod
    def of(cls, report: Report, model: Model) -> "Subjects":
        own: dict[str, set[str]] = {}
        exact: dict[str, set[str]] = {}
        stated = {fact.concept for fact in report.facts}
        for concept, _, words in report.labels:
            if concept in stated and len(words) < 120:
                own.setdefault(parse(words).words, set()).add(concept.name)
                exact.setdefault(words.lower(), set()).add(concept.name)
        own.pop("", None)
        return cls(model, own, exact)

    def find(self, text: str) -> Iterator[Subject]:
        """The subjects of a sentence, from left to right."""
        phrases = list(_PHRASES.finditer(text))
        for match in phrases:
            number = int((match.lastgroup or "p0")[1:])
            _, concepts, over = _BY_PHRASE[number]
            words = match[0].lower()
            if concepts is PER_SHARE and ("basic" in words) != ("diluted" in words):
                wanted = "Basic" if "basic" in words else "Diluted"
                concepts = tuple(name for name in PER_SHARE if wanted in name)
            yield Subject(match.start(), match.end(), match[0], concepts, "loss" in words, _whole(text, match.start(), match.end()), over)
        tokens = list(_WORD.finditer(text))
        for phrase in phrases:
            tokens = [token for token in tokens if token.end() <= phrase.start() or phrase.end() <= token.start()]
        index = len(tokens) - 1
        found: list[Subject] = []
        while index >= 0:
            word = tokens[index][0].lower()
            length = self._longest(text, tokens, index, found) if word in _HEADS else 0
            index -= max(1, length)
        yield from reversed(found)

    def _longest(self, text: str, tokens: Sequence[re.Match[str]], last: int, found: list[Subject]) -> int:
        """Adds the longest known phrase that ends with a token; returns the number of its tokens."""
        first = last
        while first > 0 and last - first < _LONGEST - 1 and _extends(tokens[first - 1], tokens[first]):
            first -= 1
        for start in range(first, last + 1):
            head = tokens[start][0].lower()
            if head in _WITHIN or head == "," or (start == last and head in _NOT_ALONE):
                continue
            begin, end = tokens[start].start(), tokens[last].end()
            concepts, loss = self._meaning(text[begin:end])
            if concepts:
                found.append(Subject(begin, end, text[begin:end], concepts, loss, _whole(text, begin, end)))
                return last - start + 1
        return 0

    def _meaning(self, phrase: str) -> tuple[tuple[str, ...], bool]:
        known = self._seen.get(phrase)
        if known is None:
            reading = parse(phrase)
            own = self.own.get(reading.words, frozenset())
            concepts = self.exact.get(phrase.lower().removeprefix("consolidated ")) or own | self.model.wording.meanings(reading.words)
            if not concepts.isdisjoint(INCOMES):
                concepts = concepts | set(INCOMES)
            known = tuple(sorted(concepts, key=lambda name: (name not in own, name))), reading.sense in (Sense.LOSS, Sense.LOSS_GAIN)
            self._seen[phrase] = known
        return known


def _extends(before: re.Match[str], token: re.Match[str]) -> bool:
    """Whether a phrase may go on to the left."""
    word = before[0].lower()
    return word not in _NEVER and (word[0].isalpha() or word in (",", "&", "-")) and token.start() - before.end() <= 1


def _whole(text: str, start: int, end: int) -> bool:
    """Whether nothing beside the phrase makes it a part of the company's line."""
    before = _last_word(text[max(0, start - 24) : start])
    if before and before.lower() not in _BEFORE and before[0].isalpha() and not before.lower().endswith(("'s", "’s")):
        return False
    return not _NARROWED.match(text, end) or bool(_NOT_NARROWED.match(text, end))


def _last_word(text: str) -> str:
    words = _WORD.findall(text)
    return words[-1] if words else ""
