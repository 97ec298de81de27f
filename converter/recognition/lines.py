"""Rows to line items: labels wrapped over rows are joined, words without numbers become headings, and each line learns what it measures.

Whether a row of words alone is a heading or the beginning of the next row's label is told by, in this order: a colon, blank rows, words
that cannot end or begin a label, the lexicon (a known heading; a known label once joined), and indentation.
"""

import re
from collections.abc import Sequence
from typing import Protocol

from attrs import define, evolve, frozen

from converter.place import Place
from converter.recognition.rows.amounts import Line, Token
from converter.statement import Heading, Kind, Measure
from converter.wording.labels.signwords import is_result


class Lexicon(Protocol):
    """What the wording table knows, as far as the reading of lines needs it."""

    def is_label(self, kind: Kind, text: str) -> bool:
        """Whether a rule knows the text as a line of such a statement."""

    def section_of(self, kind: Kind, text: str) -> str | None:
        """The section that the text opens as a heading."""


@frozen
class Printed:
    """A line item before scale: the tokens of its columns in order."""

    label: str
    headings: tuple[str, ...]
    tokens: tuple[Token | None, ...]
    place: Place
    indent: int
    gap: int
    ruled: bool


_OPEN_END = re.compile(
    r"(?:\b(?:and|or|of|in|to|for|from|by|with|on|at|the|before|(?<!, )(?<!-)net|less|than|per|under|its|including|excluding|common|as|a|an"
    r"|used|other)|[,&/(–-])$",
    re.IGNORECASE,
)
_OPEN_START = re.compile(
    r"^(?:[a-z&]|\((?!(?i:increase|decrease|gain|loss|income|benefit|used|provided|provision))|(?i:and|or|of|in|to|for|from|by|before"
    r"|after|net of)\b)"
)
_SIGN_FIRST = re.compile(r"\((?:loss|losses|income|gain|earnings|decrease|increase|benefit|provision|expense)\) \w", re.IGNORECASE)
"""A label may begin with the other side in parentheses: "(Loss) income before taxes"."""
_NET_RESULT = re.compile(r"net (?:income|loss|earnings|\(loss\) (?:income|earnings)|(?:income|earnings) \(loss\))", re.IGNORECASE)
_SHARES = re.compile(
    r"weighted|\bshares? (?:used|outstanding)|(?:number|average).{0,40}\b(?:shares|units)|\baverage (?:common |ordinary |diluted "
    r"|basic )?(?:shares|units)|common (?:stock|share) equivalents|"
    r"\b(?:diluted|basic|common) (?:common )?shares\b|^shares\b|shares (?:issued|in computing)|\bunits outstanding"
    r"|\bequivalent (?:shares|units)\b|\bshares and (?:common )?equivalents",
    re.IGNORECASE,
)
_PER_SHARE = re.compile(r"\bper\b.{0,60}\b(?:shares?|units?|ads|adr|adss)\b|\bper[- ]share|\beps\b", re.IGNORECASE)
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
_BARE = re.compile(
    r"^(?:(?:and )?(?:basic|diluted|primary|fully diluted|assuming (?:no )?(?:full )?dilution)[ ,&-]*)+(?:and|earnings|loss|eps)?",
    re.IGNORECASE,
)


_KEPT = re.compile(rf"{_PER_SHARE.pattern}|\bdiscontinued\b", re.IGNORECASE)
"""Headings that results may stand under."""


@define
class _Open:
    """A heading that still stands over the lines that follow. deeper, level: a line under it is indented more, or as much."""

    label: str
    indent: int
    colon: bool
    deeper: bool = False
    level: bool = False


def lines_of(rows: Sequence[tuple[Line, tuple[Token | None, ...] | None]], kind: Kind, lexicon: Lexicon) -> list[Printed | Heading]:
    """The body of a statement in printed order. rows: each row with its tokens by stack (None for rows without numbers)."""
    rows = _even_gaps(rows)
    items: list[Printed | Heading] = []
    pending: list[Line] = []
    headings: list[_Open] = []
    ruled = False
    last_numbers = max((index for index, (_, tokens) in enumerate(rows) if tokens is not None), default=-1)

    def settle(line: Line) -> None:
        """A pending row was a heading."""
        label = _clean(line.label)
        indent, colon = line.row.indent, line.label.rstrip().endswith(":")
        while headings and (headings[-1].indent > indent or (headings[-1].indent == indent and not _encloses(headings[-1].label, label))):
            headings.pop()
        headings.append(_Open(label, indent, colon))
        items.append(Heading(label, line.label_place, indent))

    for index, (line, tokens) in enumerate(rows):
        if not line.row.cells:
            ruled = True
            continue
        if tokens is None:
            if not line.label:
                continue
            last = items[-1] if items and not pending else None
            if (
                isinstance(last, Printed)
                and last.label
                and line.row.gap == 0
                and not (ruled and line.label[0].isupper())  # a line is drawn under the numbers: the item is over
                and _continues(last.label, line, rows, index, kind, lexicon)
            ):
                items[-1] = evolve(last, label=f"{last.label} {_clean(line.label)}".strip())
                continue
            if pending and not _joins(pending[-1], line, rows, index, kind, lexicon):
                for row in pending:
                    settle(row)
                pending = []
            elif pending:
                before = pending.pop()
                line = evolve(
                    line,
                    label=_glued(before.label, line.label),
                    row=evolve(line.row, indent=before.row.indent, gap=before.row.gap),
                    label_place=before.label_place,
                )
            pending.append(line)
            continue
        label = line.label
        indent, gap, place = line.row.indent, line.row.gap, line.label_place
        if pending:
            before = pending.pop()
            if label and _joins(before, line, rows, index, kind, lexicon):
                label, indent, gap, place = _glued(before.label, label), before.row.indent, before.row.gap, before.label_place
            elif (
                not label
                and line.row.gap == 0
                and not ruled
                and not before.label.endswith(":")
                and lexicon.section_of(kind, before.label) is None
                and lexicon.is_label(kind, before.label)
                and not (kind is Kind.BALANCE and (index == last_numbers or _is_total_again(tokens, items)))
            ):
                label, indent, gap, place = before.label, before.row.indent, before.row.gap, before.label_place
            else:
                settle(before)
        label = _clean(label)
        if label:
            _close(headings, label, indent, kind)
        items.append(Printed(label, tuple(h.label for h in headings), tokens, place, indent, gap, ruled))
        ruled = bool(line.row.rules)
    for row in pending:
        settle(row)
    return items


def _is_total_again(tokens: Sequence[Token | None], items: Sequence[Printed | Heading]) -> bool:
    """Whether the numbers are those of a total above: the other side of the balance, whatever words without numbers stand before it. The
    last numbers of a balance sheet are no line of their own either.
    """
    numbers = [token.printed if token else None for token in tokens]
    return any(
        isinstance(item, Printed)
        and (not item.label or item.label.lower().startswith("total"))
        and [token.printed if token else None for token in item.tokens] == numbers
        for item in items
    )


def _even_gaps(rows: Sequence[tuple[Line, tuple[Token | None, ...] | None]]) -> Sequence[tuple[Line, tuple[Token | None, ...] | None]]:
    """In a double-spaced table one blank row means nothing."""
    if rows and sum(line.row.gap > 0 for line, _ in rows) > 0.7 * len(rows):
        return [(evolve(line, row=evolve(line.row, gap=max(0, line.row.gap - 1))), tokens) for line, tokens in rows]
    return rows


def _clean(label: str) -> str:
    return " ".join(label.split()).rstrip(": ").strip()


def _glued(first: str, second: str) -> str:
    return (
        f"{first[:-1]}{second}"
        if re.search(r"[a-z]-$", first) and second[:1].islower() and not first.endswith(" -")
        else f"{first} {second}"
    )


def _encloses(outer: str, inner: str) -> bool:
    """At one indent, a heading in capitals stands over one in small letters, and "Assets" over "Current assets"."""
    return (outer.isupper() and not inner.isupper()) or (
        outer.lower() in ("assets", "liabilities") and inner.lower().endswith(outer.lower())
    )


def _in_capitals(text: str) -> bool:
    """Whether words are in capitals, whatever stands in parentheses: "COMMON STOCK (Note 4)"."""
    return re.sub(r"\([^()]*\)", " ", text).isupper()


def _close(headings: list[_Open], label: str, indent: int, kind: Kind) -> None:
    """Closes the headings that a line no longer stands under."""
    folded = label.lower()
    if kind is Kind.INCOME and is_result(label):
        if not any(_KEPT.search(heading.label) for heading in headings):
            headings.clear()  # a result stands under no heading of costs or revenues
            return
        if _NET_RESULT.fullmatch(label) and not any(_PER_SHARE.search(heading.label) for heading in headings):
            headings.clear()
            return
    for index, heading in enumerate(headings):
        if folded.startswith("total ") and folded[6:].split(",")[0].strip() == heading.label.lower().strip(": "):
            del headings[index:]
            return
    under = headings[-1] if headings else None
    if kind is Kind.INCOME and under and indent == under.indent and _PER_SHARE.search(under.label) and _NET_RESULT.fullmatch(label):
        return  # "Net income" that adds up the lines under "Primary earnings per share"
    while headings and ((headings[-1].deeper and indent <= headings[-1].indent) or (headings[-1].level and indent < headings[-1].indent)):
        headings.pop()
    for heading in headings:
        heading.deeper = heading.deeper or indent > heading.indent
        heading.level = heading.level or indent == heading.indent


def _label_after(rows: Sequence[tuple[Line, tuple[Token | None, ...] | None]], index: int) -> Line | None:
    """The next label that is not the end of the row's own label."""
    open_end = bool(_OPEN_END.search(rows[index][0].label))
    for line, _ in rows[index + 1 :]:
        if line.label and not open_end:
            return line
        open_end = bool(line.label and _OPEN_END.search(line.label))
    return None


def _joins(
    before: Line, line: Line, rows: Sequence[tuple[Line, tuple[Token | None, ...] | None]], index: int, kind: Kind, lexicon: Lexicon
) -> bool:
    """Whether a row of words is the beginning of the next row's label."""
    first, second = before.label.strip(), line.label.strip()
    if first.endswith(":"):
        return False
    if first.count("(") > first.count(")") and line.row.gap <= 1:
        return True
    if _OPEN_END.search(first) and line.row.gap <= 1 and not (first.isupper() and not _in_capitals(second)):
        return True
    if line.row.gap > 0:
        return False
    if _OPEN_START.search(second):
        return True
    both = _glued(first, second)
    if lexicon.section_of(kind, first) is not None and not lexicon.is_label(kind, both):
        return False
    if first.isupper() and not _in_capitals(second):
        return False
    if lexicon.is_label(kind, both) and not lexicon.is_label(kind, second):
        return True
    if second.endswith(":") and lexicon.section_of(kind, second) is None and (_SHARES.search(both) or _PER_SHARE.search(both)):
        return True  # a heading of per-share or share lines over two rows
    if line.row.indent > before.row.indent:
        after = _label_after(rows, index)
        returns = after is None or after.row.indent <= before.row.indent  # nothing else stands under the first row
        return returns and (lexicon.is_label(kind, both) or not lexicon.is_label(kind, second))
    return line.row.indent == before.row.indent and lexicon.is_label(kind, both) and not lexicon.is_label(kind, second)


def _continues(
    label: str, line: Line, rows: Sequence[tuple[Line, tuple[Token | None, ...] | None]], index: int, kind: Kind, lexicon: Lexicon
) -> bool:
    """Whether a row of words is the end of the label above, whose numbers stand on its first row."""
    words = line.label.strip()
    if words.endswith(":"):
        return False
    if label.count("(") > label.count(")"):
        return True
    after = next((row for row, _ in rows[index + 1 :] if row.label), None)
    if (
        after is not None
        and after.row.gap == 0
        and rows[index + 1][1] is not None
        and _OPEN_START.search(after.label)
        and not _OPEN_END.search(label)
    ):
        return False  # it begins the next label rather
    if _SIGN_FIRST.match(words):
        return False
    if words[:1].islower() or words.startswith("("):
        return True
    return bool(_OPEN_END.search(label)) and not lexicon.section_of(kind, words)


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
    if _SHARES.search(label) and not (_PER_SHARE.search(label) and per_share and fractions):
        return Measure.SHARES
    if _PER_SHARE.search(label):
        return Measure.PER_SHARE if per_share else Measure.MONEY
    for heading in reversed(headings):
        if _SHARES.search(heading) and not (per_share and fractions and _PER_SHARE.search(heading)):
            return Measure.SHARES if not any(t.currency for t in numbers) else Measure.MONEY
        if _PER_SHARE.search(heading):
            if per_share:
                return Measure.PER_SHARE
            return Measure.SHARES if _BARE.search(label) else Measure.MONEY
    if _BARE.search(label):
        return Measure.PER_SHARE if per_share else Measure.SHARES
    return Measure.PER_SHARE if whole and after and small and any(t.fraction >= 2 for t in numbers) else Measure.MONEY
