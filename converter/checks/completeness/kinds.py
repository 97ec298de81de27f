"""What a number in running text is, where it is no figure: a date, a page number, a telephone number ... told by the ink around it."""

import re
from typing import Final

from converter.outcome import Outcome

_AROUND: Final = 40
"""Characters before and after a number that are looked at."""

_CURRENCY: Final = ("$", "£", "€", "¥")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_COUNTED: Final = re.compile(
    r"\s*(?:%|percent|per cent|basis|million|billion|thousand|shares?\b|employees|people|stores?\b|units\b)", re.IGNORECASE
)
_MONTHS: Final = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
) | frozenset(("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"))
_DAY: Final = re.compile(r"\d{1,2}(?:,(?:19|20)\d\d)?")
_SECOND_DAY: Final = re.compile(r"\b([A-Za-z]{3,9})\.?\s+\d{1,2}(?:,|\s*(?:and|to|through|or|-|–)\s*)\s*$")
_MONTH_AFTER: Final = re.compile(r"(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]{3,9})\b")
_TIME_AFTER: Final = re.compile(
    r":\d\d|\s*[ap]\.?\s?m\b|-?Q(?:\d|\b)|[- ](?:year|month|week|day|hour|minute|quarter)s?\b"
    r"|(?:st|nd|rd|th)\s+(?:fiscal\s+)?(?:quarter|year|century|half|anniversary)|[- ](?:and|or|to)[- ]\d+[- ](?:week|month)s?\b",
    re.IGNORECASE,
)
_TIME_BEFORE: Final = re.compile(r"\d:$|\bQ-?$|\bFY\s?'?$|(?<!\w)['‘’]$", re.IGNORECASE)
_SLASHED: Final = re.compile(r"(?<!\d)(?:\d{1,4}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{2,4})(?!\d)")
_PHONE: Final = re.compile(
    r"(?<!\d)(?:\+?1?[-. ]?\(?\d{3}\)?\s?[-./ ]?\s?\d{3}[-. ]\d{4}|\d{3}-\d{4}|\+\d{1,3}(?:[-. ()]{1,2}\d{1,5}){2,5})(?!\d)"
)
_LINK: Final = re.compile(r"www\.|https?:|@|\.(?:com|org|net)\b", re.IGNORECASE)
_LONGEST: Final = 60
"""Characters of a number that may be part of a date, a telephone number or an address."""
_CALL_BEFORE: Final = re.compile(
    r"\b(?:pass\s?code|pin|conference id|access (?:code|number)|confirmation|reservation|replay (?:number|code|id)|id(?: number)?|zip)\b"
    r"\W*(?:is|of|number|code)?[\s:#]*$",
    re.IGNORECASE,
)
_STREET_AFTER: Final = re.compile(
    r"\s+(?:(?:[NSEW]\.?|North|South|East|West)\s+)?(?:[A-Z][\w.'-]*\s+){0,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Parkway|Pkwy|Place|Plaza|Court|Ct|Square|Circle|Highway|Broadway)\b"
)
_PLACES: Final = frozenset(("suite", "ste", "floor", "room", "box", "building", "bldg", "apt", "mailstop"))
_STATE_BEFORE: Final = re.compile(r",\s+(?:[A-Z]{2}|[A-Z][a-z]{2,}\.?|[A-Z]\.[A-Z]\.)(?:\s[A-Z][a-z]+)?\s+$|\b[A-Z]{2}\s+$|\b\d{5}-$")
_NAMED: Final = frozenset(
    ("exhibit", "exhibits", "ex", "form", "rule", "section", "no", "nos", "regulation", "topic", "sfas", "fas", "asu", "asc", "fin", "eitf")
)
_NAMED_AS_WRITTEN: Final = frozenset(
    (
        "Forms",
        "Rules",
        "Sections",
        "SECTIONS",
        "Item",
        "Items",
        "ITEM",
        "ITEMS",
        "Note",
        "Notes",
        "NOTE",
        "NOTES",
        "Part",
        "PART",
        "Chapter",
    )
)
"""Words that name what is numbered only with a capital: "special items 3.2" is a figure."""

_MORE_NAMED: Final = re.compile(r"\b(?:Exhibits|Forms|Rules|Sections|Items|Notes|Nos\.|Statements)\s[^.;]{0,24}(?:,|and|or|through)\s+$")
_NAMED_AFTER: Final = re.compile(r"-(?:[KQF]|KSB|QSB)\b|-[A-Z]-\d")
_PAGE_OF: Final = re.compile(r"\bpage\s+\d{1,3}\s+of\s+$", re.IGNORECASE)
_PAGE_LINE: Final = re.compile(r"[-–—]?\s*(?:page\s+)?[FS]?-?\d{1,3}(?:\s+of\s+\d{1,3})?\s*[-–—]?", re.IGNORECASE)
_CAPITAL_WORD: Final = re.compile(r"[A-Z][a-z]")
_LIST_AFTER: Final = re.compile(r"[.)](?:\s|$)")
_AMOUNT_AFTER: Final = re.compile(r"(?:[MBKTmbk]|MM|mm|bn|x|X|bps|pts?)\b")


def kind_of(text: str, start: int, end: int, line_start: int, line_end: int) -> Outcome | None:
    """What the number text[start:end] is, if it is no figure. line_start, line_end: the printed line that holds it, within text."""
    number = text[start:end]
    if len(number) > _LONGEST:
        return None
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if before.rstrip().endswith(_CURRENCY):
        return None
    if _YEAR.fullmatch(number):
        return None if _COUNTED.match(after) else Outcome.NAME if before[-1:].isalpha() else Outcome.DATE
    short = len(number) <= 4
    if short and line_end - line_start <= 100 and _PAGE_LINE.fullmatch(text[line_start:line_end].strip()):
        return Outcome.PAGE
    touched = bool(before[-1:].strip() or after[:1].strip())
    return (
        (_touching(number, before, after) if touched else None)
        or _by_word(number, before)
        or (_short(number, before, after) if short else None)
        or (Outcome.CONTACT if len(number) == 5 and number.isdigit() and _STATE_BEFORE.search(before) else None)
        or (Outcome.CONTACT if number.isdigit() and _called(before, after) else None)
        or (Outcome.REFERENCE if _MORE_NAMED.search(before) else None)
        or (_marking(number, after, text[line_start:start]) if touched else None)
        or (Outcome.NAME if touched and _glued(before, after) else None)
    )


def _lies_in(pattern: re.Pattern[str], number: str, before: str, after: str) -> bool:
    start = len(before)
    return any(m.start() <= start and start + len(number) <= m.end() for m in pattern.finditer(before + number + after))


def _run(number: str, before: str, after: str) -> str:
    """All that stands around a number without a blank between."""
    left = before.split()[-1] if before[-1:].strip() else ""
    right = after.split(maxsplit=1)[0] if after[:1].strip() else ""
    return f"{left}{number}{right}"


def _touching(number: str, before: str, after: str) -> Outcome | None:
    """By the characters that touch it."""
    near = before[-1:] + after[:1]
    if any(mark in near for mark in "/-") and _lies_in(_SLASHED, number, before, after):
        return Outcome.DATE
    if any(mark in near for mark in "-().+") and _lies_in(_PHONE, number, before, after):
        return Outcome.CONTACT
    if _NAMED_AFTER.match(after):
        return Outcome.REFERENCE
    return Outcome.CONTACT if _LINK.search(_run(number, before, after)) else None


def _by_word(number: str, before: str) -> Outcome | None:
    """By the word in front of it."""
    words = before.rstrip(" \t\r\n\xa0.:#-").split()
    word = words[-1].strip("(\"'“").rstrip(".") if words else ""
    if word.startswith("EX-"):
        return Outcome.REFERENCE
    lower = word.lower()
    if lower in _MONTHS:
        return Outcome.DATE if _DAY.fullmatch(number) else None
    if lower in _NAMED or word in _NAMED_AS_WRITTEN or before.rstrip().endswith("#"):
        return Outcome.REFERENCE
    if lower in ("page", "pages"):
        return Outcome.PAGE
    return Outcome.CONTACT if lower in _PLACES else None


def _short(number: str, before: str, after: str) -> Outcome | None:
    """A number of few digits as a day, a time, a quarter, a length of time, or the page of a count."""
    if _TIME_AFTER.match(after) or _TIME_BEFORE.search(before):
        return Outcome.DATE
    if len(number) <= 2 and (month := _MONTH_AFTER.match(after)) and month[1].lower() in _MONTHS:
        return Outcome.DATE
    if len(number) <= 2 and (month := _SECOND_DAY.search(before)) and month[1].lower() in _MONTHS:
        return Outcome.DATE
    return Outcome.PAGE if _PAGE_OF.search(before) else None


def _called(before: str, after: str) -> bool:
    """Whether a street follows, or words of a telephone call stand before."""
    return bool(_STREET_AFTER.match(after) or _CALL_BEFORE.search(before))


def _marking(number: str, after: str, line: str) -> Outcome | None:
    """A number of two digits that numbers an item at a line's beginning, or refers to a note: in parentheses, or right beside a word."""
    if len(number) > 2 or not number.isdigit():
        return None
    if not line.strip(" \t(•·\xa0"):
        return Outcome.ITEM if _LIST_AFTER.match(after) else Outcome.NOTE_MARK if _CAPITAL_WORD.match(after) else None
    if line[-1:].islower() and not after[:1].strip(" ,.;:"):
        return Outcome.NOTE_MARK
    return Outcome.NOTE_MARK if line.endswith(("(", "[")) and after.startswith((")", "]")) else None


def _glued(before: str, after: str) -> bool:
    return before[-1:].isalpha() or (after[:1].isalpha() and not _AMOUNT_AFTER.match(after))
