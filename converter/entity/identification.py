"""Who reports: an entity identifier from what is given, the submission's header or the text; never an invented one."""

import html
import re
from collections.abc import Sequence

from converter.diagnostic import Code, Diagnostic, Doubt, Refusal
from converter.entity.names import (
    NAME,
    clean_name,
    cover_names,
    defined_name,
    folded_name,
    is_company,
    is_ordinary,
    repeated_name,
    telling_words,
)
from converter.entity.tickers import Mention, mentions
from converter.filing import CIK_SCHEME, NAME_SCHEME, TICKER_SCHEME, Entity, Filing
from converter.place import Place

_OWN_STOCK = re.compile(r"\b(?:the|our)\s+(?:company|corporation)\b|\bour\b", re.IGNORECASE)
_TAG = re.compile(r"<(?:[a-zA-Z/!][^<>]*)>")
_PLACE_OR_DATE = re.compile(r"\b\d{4}\b|, [A-Z][a-z]+$")
_NAME_AT_END = re.compile(rf"(?:^|[-\u2013\u2014/.:;\s])({NAME}),?$")


def identify(filing: Filing | None, header: Filing | None, names: Sequence[str], text: str, doubt: Doubt) -> Entity:
    """The entity (XBRL 2.1, 4.7.3.1): the filing's CIK, ticker or name, the SGML header's CIK, the ticker in the text, the printed name.

    names: what stands above the statements, best first. text: the whole source; markup is taken off here. A ticker counts when the words in
    front of it agree with a name above the statements, or, where there is none, when it is the first. Raises Refusal (ENTITY_UNKNOWN).
    """
    filing, header = filing or Filing(), header or Filing()
    companies = [clean_name(name) for name in names if is_company(name)]
    names = [cleaned for name in names if (cleaned := clean_name(name))]
    printed = filing.company or next(iter(names), "") or header.company or ""
    if filing.cik:
        return Entity(CIK_SCHEME, filing.cik, printed, (filing.ticker or "").upper())
    if filing.ticker:
        ticker = "".join(filing.ticker.split()).upper()
        return Entity(TICKER_SCHEME, ticker, printed, ticker)
    if filing.company:
        return Entity(NAME_SCHEME, folded_name(filing.company), filing.company)
    if header.cik:
        if header.others:
            beside = f"{header.company} is not the only registrant of the submission; the header also has {', '.join(header.others)}."
            doubt(Diagnostic(Code.ENTITY_SEVERAL, beside, hint=f"Say with --cik whose statements these are: {header.cik} is the first."))
        return Entity(CIK_SCHEME, header.cik, printed)
    visible = _without_markup(text)
    mention = _own_ticker(visible, names)
    if mention is not None:
        line = visible.count("\n", 0, mention.start) + 1
        start = mention.start - visible.rfind("\n", 0, mention.start) - 1
        one_line = "\n" not in visible[mention.start : mention.end]
        doubt(
            Diagnostic(
                Code.ENTITY_INFERRED,
                f"No CIK is known; {mention.ticker}, printed on line {line}, identifies the entity.",
                Place(line, start, start + mention.end - mention.start) if visible is text and one_line else None,
                "Give --cik to say who reports.",
            )
        )
        in_front = _NAME_AT_END.search(_name_before(mention.before))
        printed = printed or (clean_name(in_front[1]) if in_front else next(iter(cover_names(visible)), ""))
        return Entity(TICKER_SCHEME, mention.ticker, printed, mention.ticker)
    name = next(iter(companies), "") or next(iter(cover_names(visible)), "") or defined_name(visible) or repeated_name(visible)
    headings = [name for name in names if not _PLACE_OR_DATE.search(name)]
    name = name or min(headings, key=lambda heading: is_ordinary(heading, visible), default="")
    if not folded_name(name):
        nobody = "Nothing in the release tells who reports."
        raise Refusal(Diagnostic(Code.ENTITY_UNKNOWN, nobody, hint="Give --cik, --ticker or --company."))
    doubt(
        Diagnostic(
            Code.ENTITY_BY_NAME,
            f"Neither a CIK nor a ticker is known; the printed name {name!r} identifies the entity.",
            hint="Give --cik or --ticker to say who reports.",
        )
    )
    return Entity(NAME_SCHEME, folded_name(name), name)


def _own_ticker(text: str, names: Sequence[str]) -> Mention | None:
    """The reporting company's own ticker: releases also print those of customers, partners and targets."""
    own = {word for name in names for word in telling_words(name)}
    first: Mention | None = None
    for mention in mentions(text):
        if not own or own & set(telling_words(_name_before(mention.before))):
            return mention
        if first is None:
            first = mention
            if _stands_alone(mention) or (mention.about_own_stock and _OWN_STOCK.search(mention.before)):
                return mention
    return first if not any(is_company(name) for name in names) else None


def _name_before(before: str) -> str:
    """The capitalised words right in front of a mention, back to the first word that is no part of a name."""
    before = re.sub(r"\([^()]*\)?\s*$", "", re.sub(r"\([^()]*\)", " ", before.rstrip(" \t\n(")))
    words: list[str] = []
    for word in reversed(re.split(r"\s+", re.split(r"--|[\u2013\u2014]|\s-\s|\b\d{4}\b", before)[-1])[-8:]):
        if word and not (word[0].isupper() or word[0].isdigit() or word in ("of", "the", "de", "&")):
            break
        words.insert(0, word)
    return " ".join(words)


def _stands_alone(mention: Mention) -> bool:
    return not re.search(r"\w", mention.before.rpartition("\n")[2])


def _without_markup(text: str) -> str:
    """The text itself when it has no tags; else without them, on the same lines."""
    if re.search(r"</[a-zA-Z]\w*\s*>", text) is None:
        return text
    return html.unescape(_TAG.sub(lambda tag: " " + "\n" * tag[0].count("\n"), text))
