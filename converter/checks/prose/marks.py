"""The marks of a sentence that its claims are read from: figures, phrases of time, subjects, and the words that steer between them."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from converter.checks.prose.figures import Figure
from converter.checks.prose.subjects import Subject
from converter.checks.prose.whens import When


@frozen
class Word:
    """A word that steers: at [start, end), with the direction of a movement."""

    start: int
    end: int
    direction: int = 0


@frozen
class Versus(Word):
    """ "compared to" and its like."""


@frozen
class Move(Word):
    """ "increased", "up", "decline"."""


@frozen
class Cause(Word):
    """ "due to", "including": what follows explains."""


@frozen
class Other(Word):
    """ "non-GAAP", "adjusted", "in constant currency": another basis."""


Mark = Figure | When | Subject | Word
_COMPARED = (
    r"loss|income|sales|revenue|earnings|first|second|third|fourth|same|prior|previous|preceding|comparable|corresponding|year"
    r"|fiscal|last|Q[1-4]"
    r"|(?:19|20)\d\d"
)
"""What follows a "from", "over" or "than" that compares."""

_STEER = re.compile(
    r"\b(?=[a-z])(?:(?P<versus>\b(?:(?:as )?compare[sd]? (?:to|with)|compared|versus|vs\b\.?|against"
    r"|(?:over|from|than)(?= (?:the |a |an |its |our |net |approximately |about |in ){0,2}"
    rf"(?:\(?[$(]|[\d.]+ ?(?:%|percent)|{_COMPARED})))\b)"
    r"|(?P<up>\b(?:increas(?:e[sd]?|ing)|r[io]se[ns]?|rising|gr[eo]w(?:n|s|ing)?|growth|climb(?:ed|s)|jump(?:ed|s)|gain(?:ed|s)?"
    r"|advanced|up"
    r"|higher|surged)\b)"
    r"|(?P<down>\b(?:decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|fell|dropp?(?:ed|s)?|down|lower|reduc(?:ed|tion)|narrow(?:ed|ing|s)"
    r"|shr[au]nk)\b)"
    r"|(?P<moved>\b(?:improv(?:ed|es|ing|ement)|chang(?:ed?|es)|widened)\b)"
    r"|(?P<cause>\b(?:due|because|driven by|primarily|mainly|attribut(?:ed|able) to|reflect(?:s|ing|ed)|result(?:s|ed|ing)? (?:from|in|of)"
    r"|as a result|includ(?:es?|ing|ed)|offset|partially|related to|thanks to|consist\w+|caused by|owing to|net of|of which|to reflect)\b)"
    r"|(?P<other>\bbefore,? (?:the |an? |any )?(?:cumulative|accounting|adoption|extraordinary|changes?|effects?|restructuring"
    r"|charges?|taking"
    r"|giving|special|unusual|one-time|non-?recurring)\b|\bcumulative effects?\b|\bextraordinary\b|\bnon-?gaap\b|\badjust(?:ed|ments?)\b"
    r"|\bpro[ -]?forma\b|\bconstant[ -]currency\b|\bexclud\w+|\bprior to the\b|\bexclusive of\b|\borganic\b|\b(?:comparable"
    r"|same)[ -]store\b"
    r"|\bEBITDA\b|\bcore\b|\bnormalized\b|\bannualized\b|\bcash basis\b|\bas if\b|\bsegment'?s?\b))",
    re.IGNORECASE,
)


def steering(text: str) -> Iterator[Word]:
    """The steering words of a sentence, from left to right."""
    for match in _STEER.finditer(text):
        start, end = match.span()
        if match["versus"]:
            yield Versus(start, end)
        elif match["cause"]:
            yield Cause(start, end)
        elif match["other"]:
            yield Other(start, end)
        else:
            yield Move(start, end, 1 if match["up"] else -1 if match["down"] else 0)


def marks_of(figures: Sequence[Figure], whens: Sequence[When], subjects: Sequence[Subject], words: Sequence[Word]) -> list[Mark]:
    """All marks of a sentence in order. What lies inside a phrase of time or a figure is no steering word and no subject."""
    held: list[Mark] = [*figures, *whens]
    spans = [(mark.start, mark.end) for mark in held]
    named = [(subject.start, subject.end) for subject in subjects]

    def free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
        return not any(first < end and start < last for first, last in taken)

    free_subjects = [subject for subject in subjects if free(subject.start, subject.end, spans)]
    free_words = [word for word in words if free(word.start, word.end, spans) and free(word.start, word.end, named)]
    return sorted([*held, *free_subjects, *free_words], key=lambda mark: (mark.start, -mark.end))
