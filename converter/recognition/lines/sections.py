"""Where in its statement each line stands: told by headings, and by the totals that close one section and open the next."""

import re
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from converter.recognition.lines.lexicon import Lexicon
from converter.statement import Heading, Kind, LineItem, Measure

_LAST_CURRENT_ASSET = re.compile(r"^other current assets$", re.IGNORECASE)
_LAST_CURRENT_LIABILITY = re.compile(r"^(?:all )?other current liabilities$", re.IGNORECASE)
"""Where a balance sheet is not classified, these lines still are the last of their kind: what follows is not current."""
_AFTER_TOTAL = {
    Kind.BALANCE: (
        (re.compile(r"^total current assets", re.IGNORECASE), ("assets", "noncurrent assets")),
        (_LAST_CURRENT_ASSET, ("assets", "noncurrent assets")),
        (re.compile(r"^total assets", re.IGNORECASE), ("liabilities",)),
        (re.compile(r"^total current liabilities", re.IGNORECASE), ("liabilities", "noncurrent liabilities")),
        (_LAST_CURRENT_LIABILITY, ("liabilities", "noncurrent liabilities")),
        (re.compile(r"^total liabilities$", re.IGNORECASE), ("equity",)),
    ),
    Kind.CASH_FLOW: (
        (
            re.compile(r"^(?:total )?(?:net )?cash.*\boperating activities|^(?:total )?(?:net )?cash.*\boperations\b", re.IGNORECASE),
            ("investing",),
        ),
        (
            re.compile(r"^(?:total )?(?:net )?cash.*\binvesting activities|^(?:total )?(?:net )?cash.*\binvestments?$", re.IGNORECASE),
            ("financing",),
        ),
        (
            re.compile(r"^(?:total )?(?:net )?cash.*\bfinancing activities|^(?:total )?(?:net )?cash.*\bfinancing$", re.IGNORECASE),
            ("cash reconciliation",),
        ),
        (re.compile(r"\bcash\b.*\b(?:end|ending)\b", re.IGNORECASE), ("supplemental",)),
    ),
}
_START = {Kind.BALANCE: ("assets",), Kind.CASH_FLOW: ("operating",), Kind.INCOME: ()}
_PARENT = {
    "current assets": ("assets", "current assets"),
    "noncurrent assets": ("assets", "noncurrent assets"),
    "current liabilities": ("liabilities", "current liabilities"),
    "noncurrent liabilities": ("liabilities", "noncurrent liabilities"),
}
_TOTAL_CURRENT = re.compile(r"total current (assets|liabilities)$", re.IGNORECASE)
_CURRENT = re.compile(r"\bcurrent assets\b", re.IGNORECASE)
_MEASURED = {Measure.PER_SHARE: "per share", Measure.SHARES: "shares"}


def with_sections(kind: Kind, body: Sequence[LineItem | Heading], lexicon: Lexicon) -> tuple[LineItem | Heading, ...]:
    """The body with each line's sections filled in, outermost first, in the words of the wording table."""
    sections: tuple[str, ...] = _START[kind]
    result: list[LineItem | Heading] = []
    untitled = _current_without_heading(kind, body)
    classified = _is_classified(kind, body, lexicon)
    for index, item in enumerate(body):
        opened = lexicon.section_of(kind, item.label) if isinstance(item, Heading) else None
        if opened == "noncurrent assets" and not classified:
            opened = "assets"
        if opened:
            sections = _PARENT.get(opened, (opened,))
        if index in untitled:
            sections = untitled[index]
        if isinstance(item, Heading):
            result.append(item)
            continue
        if kind is Kind.INCOME:
            inner = next((s for h in reversed(item.headings) if (s := lexicon.section_of(kind, h))), None)
            measured = _MEASURED.get(item.measure)
            result.append(evolve(item, sections=tuple(s for s in ((measured,) if measured else (inner,)) if s)))
            continue
        if kind is Kind.BALANCE and _ends_section(item, result, sections):
            result.append(evolve(item, sections=sections))
            sections = (sections[0], f"noncurrent {sections[0]}")
            continue
        opened = _opened_by_line(kind, item.label, sections)
        if opened:
            sections = _PARENT.get(opened, (opened,))
        result.append(evolve(item, sections=sections))
        for pattern, after in _AFTER_TOTAL.get(kind, ()):
            if pattern.search(item.label) and not (pattern in (_LAST_CURRENT_ASSET, _LAST_CURRENT_LIABILITY) and len(sections) > 1):
                sections = after
    return tuple(result)


def _is_classified(kind: Kind, body: Sequence[LineItem | Heading], lexicon: Lexicon) -> bool:
    """Whether a balance sheet tells current from other assets; where it does not, "Other assets" may head cash and receivables."""
    return kind is not Kind.BALANCE or any(
        lexicon.section_of(kind, item.label) == "current assets" if isinstance(item, Heading) else _CURRENT.search(item.label)
        for item in body
    )


def _current_without_heading(kind: Kind, body: Sequence[LineItem | Heading]) -> dict[int, tuple[str, ...]]:
    """The lines that are current assets or liabilities though no heading says so: those that a total of that name adds up."""
    found: dict[int, tuple[str, ...]] = {}
    if kind is not Kind.BALANCE:
        return found
    for end, total in enumerate(body):
        match = _TOTAL_CURRENT.match(total.label) if isinstance(total, LineItem) else None
        if match is None or not isinstance(total, LineItem):
            continue
        reached = [Decimal(0)] * len(total.amounts)
        wanted = [amount.printed if amount else Decimal(0) for amount in total.amounts]
        for index in range(end - 1, -1, -1):
            item = body[index]
            if isinstance(item, Heading):
                break
            reached = [sum_ + (a.printed if a else 0) for sum_, a in zip(reached, item.amounts, strict=True)]
            if reached == wanted:
                found |= dict.fromkeys(range(index, end + 1), _PARENT[f"current {match[1].lower()}"])
                break
    return found


def _ends_section(item: LineItem, before: Sequence[LineItem | Heading], sections: tuple[str, ...]) -> bool:
    """Whether a line without words is what the current assets or liabilities above it add up to."""
    if item.label.lower() not in ("", "total") or sections[-1:] not in (("current assets",), ("current liabilities",)):
        return False
    above = [line for line in before if isinstance(line, LineItem) and line.sections == sections]
    reached = [sum((a.printed for line in above if (a := line.amounts[i])), Decimal(0)) for i in range(len(item.amounts))]
    return len(above) > 1 and reached == [a.printed if a else Decimal(0) for a in item.amounts]


_EQUITY_LINE = re.compile(
    r"^(?:common|preferred|class a|capital) (?:stock|shares?)\b|^(?:stock|share)holders'? ?(?:equity|investment)"
    r"|^retained earnings|^additional paid|^capital stock|^(?:stock|share)holders",
    re.IGNORECASE,
)


def _opened_by_line(kind: Kind, label: str, sections: tuple[str, ...]) -> str | None:
    """Lines that can stand in one section only show where the statement has arrived though no heading says so."""
    if kind is Kind.BALANCE and "liabilities" in sections and _EQUITY_LINE.search(label):
        return "equity"
    return None
