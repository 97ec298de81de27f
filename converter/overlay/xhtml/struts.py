"""The line height quirk: in old pages a line is as high as the text in it, whatever the font of the block around it.

In XHTML every line is at least as high as its block's own font would make it (CSS 2.1, 10.8.1, "strut"), and cells that hold their text
in an element with a smaller font would grow. In quirks mode a box without text of its own acts as if its line height were zero (Quirks Mode
Standard, 3.3). That is what such blocks get here, and the elements in them that do hold text get the line height back that they had.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml import etree

from converter.overlay.editing import is_inked
from converter.overlay.marks import MARKED
from converter.readers.html.markup import Element

_BLOCKS: Final = ("address", "caption", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "p", "td", "th")
_INLINE: Final = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdo", "big", "br", "cite", "code", "dfn", "em", "i", "img", "kbd", "q", "samp", "small", "span"),
        *("strong", "sub", "sup", "tt", "var", MARKED),
    }
)
_PARTS: Final = frozenset({"br", "img", MARKED})
"""What stands in a line and has no style of its own: a break, a picture, a number."""
_OTHER_FONTS: Final = frozenset({"big", "code", "img", "kbd", "samp", "small", "sub", "sup", "tt"})
_DECLARED: Final = re.compile(r"(?:^|;)\s*(line-height|font)\s*:\s*([^;]*[^;\s])", re.IGNORECASE)
_SHORT: Final = re.compile(r"/\s*([^\s,]+)")
_MORE: Final = re.compile(r"line-height|(?<![-\w])font\s*:", re.IGNORECASE)


def without_struts(body: Element, sheets: list[str], tables_reset: bool) -> None:
    """Gives blocks without text of their own no line height. tables_reset: a table inherits none, as in quirks mode proper.

    Where a style sheet says something of line heights nothing is done: only a browser knows then what holds for an element.
    """
    if any(_MORE.search(sheet) for sheet in sheets):
        return
    heights: dict[Element, str] = {}
    for block in list(body.iter(*_BLOCKS)):
        if len(block) and not _holds_text(block) and all(child.tag in _INLINE or _is_box(child) for child in block):
            _flatten(block, heights, tables_reset)


def _holds_text(element: Element) -> bool:
    """Whether text stands in the element itself; a marked number does."""
    return is_inked(element.text) or any(is_inked(child.tail) or child.tag == MARKED for child in element)


def _flatten(block: Element, heights: dict[Element, str], tables_reset: bool) -> None:
    if not any(_differs(element) for element in _in_line(block)):
        return
    holding: set[Element] = set()
    alone: list[Element] = []  # breaks with nothing before them in their line, which then has a line's height
    boxes: list[Element] = []
    inked = False
    steps = etree.iterwalk(block, events=("start", "end"))
    for event, element in steps:
        if event == "start":
            parent = element.getparent()
            if _is_box(element) and element is not block:
                inked = True
                boxes.append(element)
                steps.skip_subtree()
            elif element.tag == "br":
                if not inked:
                    alone.append(element)
                inked = False
            elif is_inked(element.text) and element is not block:
                inked = True
                holding.add(element if element.tag != MARKED or parent is None else parent)
        elif element is not block and is_inked(element.tail):
            parent = element.getparent()
            if parent is not None:
                inked = True
                holding.add(parent)
    if not (holding or alone or boxes):
        return
    for lone in alone:
        parent = lone.getparent()
        if parent is block:
            holding.add(_wrapped(lone))
        elif parent is not None:
            holding.add(parent)
    for element in list(_in_line(block)):
        if element.tag in _PARTS:
            continue
        own = _declared(element.get("style", ""))
        if element in holding or _is_box(element):
            if own is None and element.getparent() not in holding:
                _append(element, _height(element, heights, tables_reset))
        elif own is not None:
            _height(element, heights, tables_reset)
            _append(element, "0")
    _height(block, heights, tables_reset)
    _append(block, "0")
    if len(boxes) == 1 and boxes[0].tag == "table" and not (holding or alone) and "vertical-align" not in boxes[0].get("style", ""):
        boxes[0].set("style", f"{boxes[0].get('style')};vertical-align:top")  # its first line need not be where the block's would be


def _is_box(element: Element) -> bool:
    """Whether an element stands in a line as a whole: a picture, or a block or table displayed so."""
    return element.tag == "img" or "inline-" in element.get("style", "")


def _in_line(block: Element) -> Iterator[Element]:
    """What stands in the lines of a block, in order; what boxes in them hold is theirs."""
    heads = list(reversed(block))
    while heads:
        element = heads.pop()
        yield element
        if not _is_box(element):
            heads.extend(reversed(element))


def _differs(element: Element) -> bool:
    """Whether an element may have another font than its block, or none: else the strut changes nothing."""
    style = element.get("style", "")
    return element.tag in _OTHER_FONTS or "font" in style or "line-height" in style or "inline-" in style


def _wrapped(lone: Element) -> Element:
    """A span around a break."""
    span = etree.Element("span")
    tail, lone.tail = lone.tail, None
    lone.addprevious(span)
    span.append(lone)
    span.tail = tail
    return span


def _append(element: Element, height: str) -> None:
    own = element.get("style", "")
    element.set("style", f"{own};line-height:{height}" if own else f"line-height:{height}")


def _height(element: Element, heights: dict[Element, str], tables_reset: bool) -> str:
    """The line height that holds for an element, as it was declared where it comes from."""
    way: list[Element] = []
    step: Element | None = element
    found = "normal"
    while step is not None:
        if step in heights:
            found = heights[step]
            break
        way.append(step)
        declared = _declared(step.get("style", ""))
        if declared is not None:
            found = declared
            break
        if tables_reset and step.tag == "table":
            break
        step = step.getparent()
    for each in way:
        heights[each] = found
    return found


@lru_cache(maxsize=4096)
def _declared(style: str) -> str | None:
    """The line height that a style declares, with the font or by itself."""
    height = None
    for name, value in _DECLARED.findall(style):
        if name.lower() == "line-height":
            height = value
        else:
            short = _SHORT.search(value)
            height = short[1] if short else "normal"
    return None if height in (None, "inherit") else height
