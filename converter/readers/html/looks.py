"""What of an element's attributes matters to reading: its spans, whether it is seen, and by how much it is moved to the right.

Filing software writes a style of a hundred characters into every cell. Most of a parsed release would be such attributes, so they are
reduced to one short `look` before parsing; tags, text and line breaks stay as they are. Tags that look alike are worked out once.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from lxml import etree

MAX_SPAN: Final = 1000
_LOOK: Final = "look"
_LINE: Final = "line"
_LINES_KEPT: Final = 65_000  # libxml2 holds the line of an element in 16 bits
_TAG: Final = re.compile(r"(<[A-Za-z][\w:.-]*[\s/][^>]*>)")
_NAME: Final = re.compile(r"(<[^\s/>]+)(.*)", re.DOTALL)
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_TAG_OR_BREAK: Final = re.compile(r"\n|<[A-Za-z][^\s<>/]*")
_ATTRIBUTE: Final = re.compile(r"""([^\s=<>"'/]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_RAW_TEXT: Final = re.compile(  # comments, and elements in which tags are text
    r"<(?:!--.*?(?:-->|\Z)|(?=[sStTxXiInNpP][cCtTmMfFoOlLeEiI])(?i:(script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)\b"
    r".*?(?:</\1\b|\Z)))",
    re.DOTALL,
)
_TELLING: Final = re.compile(r"span|none|hidden|padding|margin|indent|border-|super", re.IGNORECASE)

_HIDING: Final = re.compile(r"(?P<gone>display\s*:\s*none)|visibility\s*:\s*hidden")
_RAISED: Final = re.compile(r"vertical-align\s*:\s*super")
_BORDER: Final = re.compile(r"border-(top|bottom)(?:-style|-width)?\s*:\s*([^;]*[^;\s])")
_NO_BORDER: Final = re.compile(r"none|hidden|white|#fff\b|#ffffff|transparent|(?<![.\d])0(?:\.0*)?(?![.\d])")
_MOVES: Final = re.compile(r"(?:^|;)\s*(padding|margin|padding-left|margin-left|text-indent)\s*:\s*([^;]+)")
_LENGTH: Final = re.compile(r"(-?)(\d*)(?:\.(\d*))?\s*(pt|px|em|rem|ex|in|cm|mm|pc)?(?![a-z%])")
_POINTS: Final = {"pt": 1000, "px": 750, "em": 10_000, "rem": 10_000, "ex": 5_000, "in": 72_000, "cm": 28_346, "mm": 2_835, "pc": 12_000}


class Look(NamedTuple):
    """across, down: columns and rows that a cell covers; across is 0 for what is not displayed and takes no room. indent: thousandths of a
    point to the right. above, below: a border is there.
    """

    across: int = 1
    down: int = 1
    unseen: bool = False
    raised: bool = False
    indent: int = 0
    above: bool = False
    below: bool = False


PLAIN: Final = Look()


def with_looks(text: str) -> str:
    """The source with every tag's attributes reduced to its look. Elements, text and lines stay."""
    tags = _Reduced()
    whole: list[str] = []
    done = 0
    for raw in _RAW_TEXT.finditer(text):
        whole += _tags_reduced(text[done : raw.start()], tags)
        whole.append(raw.group())
        done = raw.end()
    whole += _tags_reduced(text[done:], tags)
    text = "".join(whole)
    return _with_lines(text) if text.count("\n") >= _LINES_KEPT else text


def _tags_reduced(text: str, tags: "_Reduced") -> list[str]:
    last = text.rfind(">") + 1  # beyond it, every < would be searched to the end in vain
    parts: list[str] = _TAG.split(text[:last])
    parts[1::2] = map(tags.__getitem__, parts[1::2])
    parts.append(text[last:])
    return parts


class _Reduced(dict[str, str]):
    """From tags as they stand to tags with a look."""

    def __missing__(self, tag: str) -> str:
        reduced = self[tag] = _reduced(tag)
        return reduced


def _reduced(tag: str) -> str:
    name: str
    rest: str
    name, rest = _NAME.findall(tag)[0]
    parts = rest.split('"')
    if len(parts) % 2 == 0 or "'" in "".join(parts[::2]):
        parts = _QUOTED.sub("", rest).split('"')
    if len(parts) % 2 == 0 or "'" in "".join(parts[::2]):
        return f"{name} {_LOOK}=raw{rest}"  # a > in a value: only the parser knows where the tag ends
    look = ""
    if _TELLING.search(rest):
        look = _written(_look({one[0].lower(): one[1] or one[2] or one[3] for one in _ATTRIBUTE.findall(rest[:-1])}))
    return name + (f" {_LOOK}={look}" if look else "") + "\n" * tag.count("\n") + (" />" if tag.endswith("/>") else ">")


def _with_lines(text: str) -> str:
    """The source with its line written into each tag from where libxml2 forgets it."""
    line = 1
    parts: list[str] = []
    done = 0
    for match in _TAG_OR_BREAK.finditer(text):
        if match.group() == "\n":
            line += 1
        elif line >= _LINES_KEPT:
            parts += (text[done : match.end()], f" {_LINE}={line}")
            done = match.end()
    parts.append(text[done:])
    return "".join(parts)


def line_of(element: etree._Element) -> int:
    """Line of the start tag, from 1."""
    line = element.sourceline or 1
    mark = element.get(_LINE) if line >= _LINES_KEPT else None
    return int(mark.rstrip("/")) if mark and mark.rstrip("/").isdigit() else line


def look_of(element: etree._Element) -> Look:
    """The look of an element from a source `with_looks`."""
    value = element.get(_LOOK)
    return PLAIN if value is None else _read(value) if value != "raw" else _look({str(name): str(text) for name, text in element.items()})


def _written(look: Look) -> str:
    """`3,1,0,0,12000,0,0`; empty for a plain look."""
    return "" if look == PLAIN else ",".join(str(int(value)) for value in look)


@lru_cache(maxsize=4096)
def _read(value: str) -> Look:
    parts = value.rstrip("/").split(",")
    if len(parts) != len(PLAIN) or not all(part.lstrip("-").isdecimal() for part in parts):
        return PLAIN
    across, down, unseen, raised, indent, above, below = map(int, parts)
    return Look(across, down, bool(unseen), bool(raised), indent, bool(above), bool(below))


def _look(attributes: Mapping[str, str]) -> Look:
    style = attributes.get("style", "").lower()
    hiding = _HIDING.search(style) if "none" in style or "hidden" in style else None
    gone = "hidden" in attributes or (hiding is not None and bool(hiding["gone"]))
    above = below = False
    if "border-" in style:
        for side, value in _BORDER.findall(style):
            if value and not _NO_BORDER.search(value):
                above, below = above or side == "top", below or side == "bottom"
    return Look(
        0 if gone else _span(attributes["colspan"]) if "colspan" in attributes else 1,
        _span(attributes["rowspan"]) if "rowspan" in attributes else 1,
        gone or hiding is not None,
        "super" in style and _RAISED.search(style) is not None,
        _indent(style) if "padding" in style or "margin" in style or "indent" in style else 0,
        above,
        below,
    )


def _span(text: str) -> int:
    """The value of colspan or rowspan, at least 1 and at most MAX_SPAN (HTML Living Standard, 4.9.11)."""
    text = text.strip()[:6]
    return min(max(int(text), 1), MAX_SPAN) if text.isascii() and text.isdigit() else 1


def _indent(style: str) -> int:
    """How far the first line moves to the right (CSS 2.1, 8.3, 8.4, 16.1). An em counts 10 points; what is under 2 points is no indent."""
    lengths: dict[str, int] = {}
    for name, value in _MOVES.findall(style):
        if name in ("padding", "margin"):
            sides = value.split()
            if sides:
                lengths[f"{name}-left"] = _points(sides[3] if len(sides) == 4 else sides[1] if len(sides) > 1 else sides[0])
        else:
            lengths[name] = _points(value)
    indent = sum(lengths.values())
    return indent if abs(indent) >= 2000 else 0


def _points(value: str) -> int:
    match = _LENGTH.match(value.strip())
    if not match:
        return 0
    sign, whole, part, unit = match.groups()
    part = (part or "")[:6]
    size: int = int((whole[:6] or "0") + part) * _POINTS.get(unit or "px", 0) // (10 ** len(part))
    return -size if sign else size
