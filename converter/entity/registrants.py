"""Several companies in one file: under whose name a table stands, which of them the cover calls the registrant, and whose are meant."""

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from converter.document import Row
from converter.entity.names import clean_name, is_company, is_name, telling_words

_COVER = 200_000
"""Characters of a file in which its covers stand."""
_ABOVE, _BELOW = 4, 2
"""Rows before and after a title among which the company's name stands."""
_EXACT = re.compile(r"exact name of (?:the )?(?:registrants?|issuer|company|co-?registrants?)", re.IGNORECASE)
_NO_OWNER = re.compile(
    r"\b(?:statements?|balance sheets?|report|notes|ended|thousands|millions|page|exhibit|auditors|accountants|prepared|item|part|per|"
    r"stockholders|shareholders|directors|exchange|commission)\b|:$",
    re.IGNORECASE,
)
_SMALL = frozenset({"a", "and", "of", "the", "in", "its", "for", "de", "subsidiary", "subsidiaries", "consolidated"})
_PARTNERS = re.compile(r"\bassociates\b|\bsubsidiar(?:y|ies)$", re.IGNORECASE)


@frozen
class Choice:
    """Whose statements are read. others: who else has statements of that kind in the file, as printed. told: something said whose."""

    name: str
    others: tuple[str, ...]
    told: bool


def same_company(first: str, second: str) -> bool:
    """Whether two printed names tell one company, whatever the legal form and `and subsidiaries`."""
    return set(_words(first)) == set(_words(second))


def _words(name: str) -> list[str]:
    return telling_words(re.sub(r"\([^()]*\)|['\u2019]", "", clean_name(name)))


def owner_of(rows: Sequence[Row], first: int, last: int) -> str:
    """The company whose name stands next to a title (its first and last row); empty where none does."""
    above = range(first - 1, max(-1, first - 1 - _ABOVE), -1)
    for index in [*above, *range(last + 1, min(len(rows), last + 1 + _BELOW))]:
        row = rows[index]
        if index > last and len(row.cells) > 1:
            break
        if len(row.cells) != 1:
            if index < first and any(character.isdigit() for character in row.text):
                break  # another table
            continue
        text = row.cells[0].text
        if 3 < len(text) < 80 and text[0].isalnum() and _is_owner(text):
            return clean_name(text)
    return ""


def _is_owner(text: str) -> bool:
    small = [word for word in text.split() if word[0].islower() and word not in _SMALL]
    if small or _NO_OWNER.search(text) or not clean_name(text):
        return False
    return _PARTNERS.search(text) is not None or (is_company(text) and is_name(text))


def cover_registrants(text: str) -> tuple[str, ...]:
    """The names that a cover marks with "(Exact name of registrant as specified in its charter)"."""
    found: list[str] = []
    lines = text[:_COVER].split("\n")
    for number, line in enumerate(lines):
        if not _EXACT.search(line):
            continue
        above = [words for words in (clean_name(re.sub(r"[-_=]{3,}", " ", one)) for one in lines[max(0, number - 4) : number]) if words]
        if above:
            found.append(above[-1])
            if len(above) > 1 and not is_company(above[-1]):
                found[-1] = f"{above[-2]} {above[-1]}"
    return tuple(dict.fromkeys(found))


def choice_of(owners: Iterable[str], named: Sequence[str], told: bool) -> Choice | None:
    """Whose statements are meant where several companies have some; None where one has.

    owners: names over statements in printed order. named: who is known to report, from the filing, the header or the cover. told: a CIK,
    ticker or name says who reports. Where exactly one of the named has statements, they are meant; else those that come first.
    """
    distinct: list[str] = []
    for owner in owners:
        if not any(same_company(owner, one) for one in distinct):
            distinct.append(owner)
    if len(distinct) < 2:
        return None
    known = [owner for owner in distinct if any(same_company(owner, name) for name in named)]
    reporting = known or distinct
    others = tuple(owner for owner in distinct if owner != reporting[0])
    return Choice(reporting[0], others, told or len(known) == 1)
