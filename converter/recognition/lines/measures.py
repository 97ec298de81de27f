"""What a line counts: money, money per share, shares, or things."""

import re
from collections.abc import Sequence

from converter.recognition.rows.tokens import Token
from converter.statement import Kind, Measure

SHARES = re.compile(
    r"weighted|\bshares? (?:used|outstanding)|(?:number|average).{0,40}\b(?:shares|units)|\baverage (?:common |ordinary |diluted "
    r"|basic )?(?:shares|units)|common (?:stock|share) equivalents|"
    r"(?<!\bto )\b(?:diluted|basic|common) (?:common )?shares\b|^shares\b|shares (?:issued|in computing)|\bunits outstanding"
    r"|\bequivalent (?:shares|units)\b|\bshares and (?:common )?equivalents",
    re.IGNORECASE,
)
PER_SHARE = re.compile(
    r"\bper\b.{0,60}\b(?:shares?|units?|ads|adr|adss)\b|\bper[- ]share|\beps\b|\bper\b.{0,40}\bpartner(?:ship)? interest\b", re.IGNORECASE
)
_COUNT = re.compile(
    r"^(?:(?:total|average) )?(?:number of (?!.*\b(?:shares?|units?|stock|ads)\b)|"
    r"(?:stores|restaurants|employees|locations|branches)\b.*\b(?:end of|open(?:ed)?\b|in operation))",
    re.IGNORECASE,
)
"""A count of things, which no scale of money touches."""
_BALANCE_SHARES = re.compile(
    r"^(?:number of )?(?:common |ordinary |preferred )?(?:shares|stock) (?:issued|outstanding)|^shares outstanding", re.IGNORECASE
)
_BALANCE_PER_SHARE = re.compile(r"^(?:tangible )?(?:book value|net asset value|net book value)\b.*\bper\b", re.IGNORECASE)
BARE = re.compile(
    r"^(?:(?:and )?(?:basic|diluted|primary|fully diluted|assuming (?:no )?(?:full )?dilution)[ ,&-]*)+(?:and|earnings|loss|eps)?",
    re.IGNORECASE,
)


def measure_of(
    label: str, headings: Sequence[str], tokens: Sequence[Token | None], kind: Kind, whole: bool = False, after: bool = False
) -> Measure:
    """What a line counts, from its words, then its headings, then the shape of its numbers.

    whole: the statement's money is printed without fractions. after: a line per share has been seen above; cents there are per share too.
    """
    numbers = [t for t in tokens if t is not None and t.printed is not None]
    if numbers and all(t.percent for t in numbers):
        return Measure.PURE
    small = all(abs(t.printed) < 1000 for t in numbers if t.printed)
    fractions = any(t.fraction for t in numbers)
    if _COUNT.search(label) and not fractions and not any(t.currency for t in numbers):
        return Measure.PURE
    if kind is Kind.BALANCE:
        if _BALANCE_PER_SHARE.search(label):
            return Measure.PER_SHARE
        return (
            Measure.SHARES if _BALANCE_SHARES.search(label) and "$" not in label and not any(t.currency for t in numbers) else Measure.MONEY
        )
    if kind is Kind.CASH_FLOW:
        return Measure.MONEY
    per_share = small and (fractions or all(not t.printed for t in numbers))
    if SHARES.search(label) and not (PER_SHARE.search(label) and per_share and fractions):
        return Measure.SHARES
    if PER_SHARE.search(label):
        if not per_share and any(SHARES.search(heading) for heading in headings[-1:]) and not any(t.currency for t in numbers):
            return Measure.SHARES  # "Shares used to compute:" over "Basic earnings per share"
        return Measure.PER_SHARE if per_share else Measure.MONEY
    for heading in reversed(headings):
        if SHARES.search(heading) and not (per_share and fractions and PER_SHARE.search(heading)):
            return Measure.SHARES if not any(t.currency for t in numbers) else Measure.MONEY
        if PER_SHARE.search(heading):
            if per_share:
                return Measure.PER_SHARE
            return Measure.SHARES if BARE.search(label) else Measure.MONEY
    if BARE.search(label):
        return Measure.PER_SHARE if per_share else Measure.SHARES
    return Measure.PER_SHARE if whole and after and small and any(t.fraction >= 2 for t in numbers) else Measure.MONEY
