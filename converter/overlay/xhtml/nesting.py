"""Nesting as XHTML 1.1 allows it: what may not hold what it holds becomes a `div` that looks the same."""

from collections.abc import Callable
from typing import Final

from lxml import etree

from converter.overlay.change import Changes
from converter.overlay.editing import discard, is_inked
from converter.overlay.xhtml.elements import style
from converter.overlay.xhtml.tables import PARTS, ordered, with_tables
from converter.readers.html.looks import line_of
from converter.readers.html.markup import Element

_BLOCKS: Final = frozenset(
    {"address", "blockquote", "div", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul"},
)
_LISTS: Final = {"dl": frozenset({"dd", "dt"}), "ol": frozenset({"li"}), "ul": frozenset({"li"})}
_NO_ITEMS: Final[frozenset[str]] = frozenset()
_ITEMS: Final = frozenset({"li", "dt", "dd"})
_FLOW: Final = frozenset({"div", "li", "dd", "td", "th", "ins", "del"})
_TABULAR: Final = PARTS - {"td", "th", "caption"} | {"table"}
_NOT_IN_PRE: Final = frozenset({"big", "small", "sub", "sup", "img"})
_ITALIC, _MONOSPACE, _BOLD = "font-style:italic", "font-family:monospace", "font-weight:bold"
_LOOKS: Final = {
    **dict.fromkeys(("i", "em", "cite", "dfn", "var", "address"), _ITALIC),
    **dict.fromkeys(("tt", "code", "kbd", "samp"), _MONOSPACE),
    **dict.fromkeys(("b", "strong"), _BOLD),
    "a": "color:#0000ee;text-decoration:underline",
    "big": "font-size:larger",
    "small": "font-size:smaller",
    "sub": "vertical-align:sub;font-size:smaller",
    "sup": "vertical-align:super;font-size:smaller",
    "p": "margin:1em 0",
    "pre": f"white-space:pre;margin:1em 0;{_MONOSPACE}",
    "blockquote": "margin:1em 40px",
    "dl": "margin:1em 0",
    "dd": "margin-left:40px",
    "li": "display:list-item",
    "h1": f"font-size:2em;margin:.67em 0;{_BOLD}",
    "h2": f"font-size:1.5em;margin:.83em 0;{_BOLD}",
    "h3": f"font-size:1.17em;margin:1em 0;{_BOLD}",
    "h4": f"margin:1.33em 0;{_BOLD}",
    "h5": f"font-size:.83em;margin:1.67em 0;{_BOLD}",
    "h6": f"font-size:.67em;margin:2.33em 0;{_BOLD}",
}
_BLOCK_LIKE: Final = _BLOCKS | _ITEMS
_COMMON: Final = frozenset({"class", "dir", "id", "style", "title", "{http://www.w3.org/XML/1998/namespace}lang"})


def nested(body: Element, changes: Changes) -> None:
    """Makes every element below the body, and the body, hold only what the schema lets it, innermost first."""
    for element in reversed(list(body.iter())):
        tag = element.tag
        if len(element) == 0 and tag not in _MUST_HOLD:
            continue
        own = _LISTS.get(str(tag), _NO_ITEMS)
        for child in element:
            if child.tag in _ITEMS and child.tag not in own:
                changes.rewritten(f"{child.tag!s} outside of a list", line_of(child))
                _as_div(child)
        if tag in _TABULAR:
            ordered(element, changes)
            continue
        if any(child.tag in PARTS for child in element):
            with_tables(element, changes)
        rule = _RULES.get(str(tag))
        if rule is not None:
            rule(element, changes)
        elif tag not in _FLOW:
            _inline(element, changes)


def _as_div(element: Element) -> None:
    """A `div` that looks like the element."""
    tag = str(element.tag)
    look = _LOOKS.get(tag, "")
    if tag not in _BLOCK_LIKE:
        look = f"display:inline;{look}" if look else "display:inline"
    for name in list(element.attrib):
        if name not in _COMMON:
            del element.attrib[name]
    if look:
        style(element, look)
    element.tag = "div"


def _as_span(element: Element) -> None:
    look = _LOOKS.get(str(element.tag), "")
    for name in list(element.attrib):
        if name not in _COMMON:
            del element.attrib[name]
    if look:
        style(element, look)
    element.tag = "span"


def _inline(element: Element, changes: Changes) -> None:
    """Elements that hold no blocks: one that does is a div."""
    if any(child.tag in _BLOCKS or child.tag in _ITEMS for child in element):
        changes.rewritten(f"block in {element.tag!s}", line_of(element))
        if element.tag == "a" and element.get("href"):
            changes.dropped("link around a block", line_of(element))
        _as_div(element)


def _anchor(element: Element, changes: Changes) -> None:
    for inner in list(element.iterdescendants("a")):
        changes.rewritten("link in a link", line_of(inner))
        _as_span(inner)
    _inline(element, changes)


def _preformatted(element: Element, changes: Changes) -> None:
    for child in element:
        if child.tag in _NOT_IN_PRE:
            changes.rewritten(f"{child.tag!s} in pre", line_of(child))
            if child.tag == "img":
                discard(child)
            else:
                _as_span(child)
    _inline(element, changes)


def _list(element: Element, changes: Changes) -> None:
    _items(element, "li", "display:block", changes)


def _definitions(element: Element, changes: Changes) -> None:
    _items(element, "dd", "margin-left:0", changes)


def _items(element: Element, item: str, look: str, changes: Changes) -> None:
    """Puts an item around whatever stands in a list and is none."""
    allowed = _LISTS[str(element.tag)]
    if not _is_bare(element, lambda child: child.tag not in allowed):
        if not len(element):
            discard(element)
        return
    changes.rewritten("list with more than items", line_of(element))
    text, element.text = element.text, None
    current: Element | None = None
    if is_inked(text):
        current = etree.Element(item, {"style": look})
        current.text = text
        element.insert(0, current)
    for child in list(element):
        if child is current:
            continue
        tail, child.tail = child.tail, None
        if child.tag in allowed:
            current = None
        else:
            if current is None:
                current = etree.Element(item, {"style": look})
                child.addprevious(current)
            current.append(child)
            child.tail, tail = tail, None
        if is_inked(tail):
            current = etree.Element(item, {"style": look})
            child.addnext(current)
            current.text = tail


def _blocks_only(element: Element, changes: Changes) -> None:
    """The body and quotations: what holds bare text or none at all gets one div around all of it."""
    if len(element) and not _is_bare(element, lambda child: child.tag not in _BLOCKS and child.tag not in ("ins", "del")):
        return
    if len(element) or is_inked(element.text):
        changes.rewritten(f"bare text in {element.tag!s}", line_of(element))
    inner = etree.Element("div")
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)


def _is_bare(element: Element, stray: Callable[[Element], bool]) -> bool:
    """Whether text, or a child of a kind, stands in an element that may not hold it."""
    return is_inked(element.text) or any(stray(child) or is_inked(child.tail) for child in element)


_RULES: Final[dict[str, Callable[[Element, Changes], None]]] = {
    "a": _anchor,
    "blockquote": _blocks_only,
    "body": _blocks_only,
    "dl": _definitions,
    "ol": _list,
    "pre": _preformatted,
    "ul": _list,
}
_MUST_HOLD: Final = _TABULAR - {"col", "colgroup"} | {"blockquote", "body", "dl", "ol", "ul"}
