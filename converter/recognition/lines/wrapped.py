"""Labels wrapped over several rows: which rows of words belong to one label.

Whether a row of words alone is a heading or the beginning of the next row's label is told by, in this order: a colon, blank rows, words
that cannot end or begin a label, the lexicon (a known heading; a known label once joined), and indentation. A dash at the end is read as a
colon where several lines follow.
"""

import re
from collections.abc import Sequence

from converter.recognition.lines.lexicon import Lexicon
from converter.recognition.lines.measures import PER_SHARE, SHARES
from converter.recognition.rows.line import Line
from converter.recognition.rows.stacks import PlacedRow
from converter.statement import Kind

_OPEN_END = re.compile(
    r"(?:\b(?:and|or|of|in|to|for|from|by|with|on|at|the|before|(?<!, )(?<!-)net|less|than|per|under|its|including|excluding|common|as|a|an"
    r"|used|(?<=\w )other)|[,&/(–-])$",
    re.IGNORECASE,
)
_OPEN_START = re.compile(
    r"^(?:[a-z&]|\((?!(?i:increase|decrease|gain|loss|income|benefit|used|provided|provision))|(?i:and|or|of|in|to|for|from|by|before"
    r"|after|net of)\b)"
)
_SIGN_FIRST = re.compile(r"\((?:loss|losses|income|gain|earnings|decrease|increase|benefit|provision|expense)\) \w", re.IGNORECASE)
"""A label may begin with the other side in parentheses: "(Loss) income before taxes"."""
_DASH_END = re.compile(r"\s+[–-]+\s*$")
_DILUTION = re.compile(r"(?:primary|basic|(?:fully )?diluted|assuming (?:no |full )?dilution)\W*", re.IGNORECASE)
_STOCK_TERMS = re.compile(r"\b(?:authori[sz]ed|issued|outstanding)\b|\bno[ -]par\b|\bpar value\b", re.IGNORECASE)

_PART = re.compile(r"(?:current|non-?current|deferred|federal|state|foreign)(?: \(.*\))?", re.IGNORECASE)


def joins(before: Line, rows: Sequence[PlacedRow], index: int, kind: Kind, lexicon: Lexicon) -> bool:
    """Whether a row of words is the beginning of the next row's label. index: that of the next row."""
    line, _ = rows[index]
    first, second = before.label.strip(), line.label.strip()
    if first.endswith(":"):
        return False
    if first.count("(") > first.count(")") and line.row.gap <= 1:
        return True
    if _DASH_END.search(before.label):
        if _heads_several(before, rows, index, kind, lexicon):
            return False
        if line.row.gap == 0 and line.row.indent > before.row.indent and lexicon.is_label(kind, glued(first, second)):
            return True
    if _OPEN_END.search(first) and line.row.gap <= 1 and not (first.isupper() and not _in_capitals(second)):
        return True
    if line.row.gap > 0:
        return False
    if _OPEN_START.search(second) and not (second[0].isupper() and _heads_results(before, rows, index)):
        return True
    if _is_part(second) and (after := _label_after(rows, index)) and _is_part(after.label) and after.row.indent == line.row.indent:
        return False  # "Income taxes" over "Current" and "Deferred"
    both = glued(first, second)
    if lexicon.section_of(kind, first) is not None and not lexicon.is_label(kind, both):
        return False
    if first.isupper() and not _in_capitals(second):
        return False
    if lexicon.is_label(kind, both) and not lexicon.is_label(kind, second):
        return True
    if second.endswith(":") and lexicon.section_of(kind, second) is None and (SHARES.search(both) or PER_SHARE.search(both)):
        return True  # a heading of per-share or share lines over two rows
    if line.row.indent > before.row.indent:
        after = _label_after(rows, index)
        returns = after is None or after.row.indent <= before.row.indent  # nothing else stands under the first row
        whole = lexicon.is_label(kind, first) or lexicon.is_label(kind, second)  # two known lines are not halves of one
        return returns and (lexicon.is_label(kind, both) or not whole)
    return line.row.indent == before.row.indent and lexicon.is_label(kind, both) and not lexicon.is_label(kind, second)


def without_dash(heading: str) -> str:
    """A heading without the dash that ends it, as a colon would: "Changes in assets and liabilities -"."""
    return _DASH_END.sub("", heading)


def _heads_results(before: Line, rows: Sequence[PlacedRow], index: int) -> bool:
    """Whether a row of words heads results per share: "Earnings per share", or "Primary", over "Before accounting change"."""
    per_share = PER_SHARE.search(before.label) or _DILUTION.fullmatch(before.label.strip())
    if not per_share or rows[index][0].row.indent <= before.row.indent:
        return False
    after = _label_after(rows, index)
    return after is not None and after.row.indent > before.row.indent


def _heads_several(before: Line, rows: Sequence[PlacedRow], index: int, kind: Kind, lexicon: Lexicon) -> bool:
    """Whether words that end in a dash head the lines below; else the dash leads to the rest of one label: "Extraordinary item -"."""
    line, _ = rows[index]
    second = line.label.strip()
    if lexicon.section_of(kind, without_dash(before.label)) is not None:
        return True
    if not second[:1].isupper() or _STOCK_TERMS.search(second):
        return False
    if lexicon.is_label(kind, glued(before.label, second)) and not lexicon.is_label(kind, second):
        return False
    after = _label_after(rows, index)
    if after is None or after.row.indent < line.row.indent:
        return False
    return line.row.indent > before.row.indent or lexicon.is_label(kind, second)


def continues(label: str, rows: Sequence[PlacedRow], index: int, kind: Kind, lexicon: Lexicon) -> bool:
    """Whether a row of words is the end of the label above, whose numbers stand on its first row. index: that of the row."""
    words = rows[index][0].label.strip()
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
        and (not _OPEN_END.search(label) or (label.endswith(" other") and lexicon.is_label(kind, label)))
    ):
        return False  # it begins the next label rather
    if _SIGN_FIRST.match(words):
        return False
    if words[:1].islower() or words.startswith("("):
        return True
    return bool(_OPEN_END.search(label)) and not lexicon.section_of(kind, words)


def _is_part(label: str) -> bool:
    """Whether the words only say which part of what a heading names: "Current", beside "Deferred"."""
    return bool(_PART.fullmatch(label.strip(" :.")))


def _label_after(rows: Sequence[PlacedRow], index: int) -> Line | None:
    """The next label that is not the end of the row's own label."""
    open_end = bool(_OPEN_END.search(rows[index][0].label))
    for line, _ in rows[index + 1 :]:
        if line.label and not open_end:
            return line
        open_end = bool(line.label and _OPEN_END.search(line.label))
    return None


def glued(first: str, second: str) -> str:
    return (
        f"{first[:-1]}{second}"
        if re.search(r"[a-z]-$", first) and second[:1].islower() and not first.endswith(" -")
        else f"{first} {second}"
    )


def _in_capitals(text: str) -> bool:
    """Whether words are in capitals, whatever stands in parentheses: "COMMON STOCK (Note 4)"."""
    return re.sub(r"\([^()]*\)", " ", text).isupper()
