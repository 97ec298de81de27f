"""Elements that XHTML 1.1 does not know: what stands for them, and what is dropped with all it holds."""

import re
from typing import Final

from converter.overlay.change import Changes
from converter.overlay.editing import discard, is_inked, unwrap
from converter.overlay.marks import MARKED
from converter.overlay.xhtml.attributes import kept
from converter.overlay.xhtml.styles import length
from converter.readers.html.looks import line_of
from converter.readers.html.markup import Element, is_unseen
from converter.sources.xml import FORBIDDEN

_KEPT: Final = frozenset(
    {
        *(
            "a",
            "abbr",
            "acronym",
            "address",
            "b",
            "bdo",
            "big",
            "blockquote",
            "br",
            "caption",
            "cite",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
        ),
        *("dfn", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q"),
        *("samp", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "ul", "var", MARKED),
    }
)
_CENTERED: Final = "text-align:center;text-align:-webkit-center"  # centres tables too, as HTML's center does
_SPANS: Final = {
    "bdi": "unicode-bidi:isolate",
    "font": "",
    "label": "",
    "mark": "background-color:yellow;color:black",
    "nobr": "white-space:nowrap",
    "s": "text-decoration:line-through",
    "strike": "text-decoration:line-through",
    "u": "text-decoration:underline",
}
_DIVS: Final = {
    **dict.fromkeys(
        ("article", "aside", "details", "dialog", "figcaption", "footer", "form", "frameset", "header", "hgroup", "legend"), ""
    ),
    **dict.fromkeys(("main", "marquee", "nav", "noframes", "search", "section", "summary"), ""),
    "center": _CENTERED,
    "fieldset": "margin:0 2px;padding:0.35em 0.75em 0.625em;border:2px groove",
    "figure": "margin:1em 40px",
}
_LIKE: Final = {"dir": "ul", "menu": "ul", "listing": "pre", "plaintext": "pre", "xmp": "pre"}
_EMPTY: Final = frozenset(
    {"area", "basefont", "bgsound", "embed", "frame", "input", "isindex", "keygen", "param", "source", "spacer", "track", "wbr"}
)
_QUIET: Final = frozenset({"head", "title"})


def known(body: Element, quirks: bool, changes: Changes) -> list[str]:
    """Leaves only elements and attributes of XHTML 1.1 in the body. Returns the style sheets that were found in it.

    Scripts, forms' fields, frames, embedded objects and everything else that a reader never sees as text goes.
    quirks: whether a browser would show the source in quirks mode.
    """
    sheets: list[str] = []
    heads = list(reversed(body))
    while heads:
        element = heads.pop()
        tag = str(element.tag)
        if tag in _KEPT and not (tag == "colgroup" and _holds_more(element)):
            dress(element, tag, "", quirks, changes)
            heads.extend(reversed(element))
        elif tag in _EMPTY:
            changes.dropped(tag, line_of(element))
            heads.extend(reversed(unwrap(element)))  # libxml2 does not know all of them as empty
        elif is_unseen(tag) and tag != "colgroup":
            if tag == "style":
                sheets.append(element.text or "")
            elif tag not in _QUIET:
                changes.dropped(_named(tag), line_of(element))
            discard(element)
        else:
            changes.rewritten(_named(tag), line_of(element))
            new, look = _likeness(element, tag)
            if new:
                element.tag = new
                dress(element, tag, look, quirks, changes)
            heads.extend(reversed(element if new else unwrap(element)))
    return sheets


def _holds_more(group: Element) -> bool:
    """Whether a group of columns was not closed before other things came."""
    return is_inked(group.text) or any(child.tag != "col" or is_inked(child.tail) for child in group)


def _likeness(element: Element, tag: str) -> tuple[str, str]:
    """The tag and look of what stands for an unknown element; no tag for one that shows nothing of its own."""
    if tag in _SPANS:
        return "span", _SPANS[tag]
    if tag in _DIVS:
        return "div", _DIVS[tag]
    if tag in _LIKE:
        return _LIKE[tag], ""
    shows = tag != "colgroup" and any(element.get(name) for name in ("style", "class", "id"))
    return ("span" if shows else ""), ""


def dress(element: Element, tag: str, look: str, quirks: bool, changes: Changes) -> None:
    """Gives an element the attributes that it may keep, and a look that its own style ranks before. tag: its name in the source."""
    if tag == MARKED or not (element.attrib or look or tag == "img"):
        return
    given = tuple([(str(name), str(value)) for name, value in element.attrib.items()])
    settled = kept(tag, given, quirks)
    for name in settled.rewritten:
        changes.rewritten(name, line_of(element))
    for name in settled.dropped:
        changes.dropped(name, line_of(element))
    written = tuple([(name, FORBIDDEN.sub(" ", value)) for name, value in settled.attributes])
    if written != given:
        element.attrib.clear()
        for name, value in written:
            element.set(name, value)
    if look:
        style(element, look)
    if tag == "img":
        if element.get("src") is None:
            _stand_in(element, changes)
        elif element.get("alt") is None:
            element.set("alt", "")


def _stand_in(image: Element, changes: Changes) -> None:
    """An empty box of its size in place of a picture from outside, with its words as a tooltip."""
    changes.dropped("picture", line_of(image))
    size = "".join(f";{name}:{length(image.attrib.pop(name))}" for name in ("width", "height") if name in image.attrib)
    words = image.attrib.pop("alt", "")
    image.tag = "span"
    if words and "title" not in image.attrib:
        image.set("title", words)
    style(image, f"display:inline-block{size}")


def style(element: Element, look: str) -> None:
    """Gives an element a look that its own style ranks before."""
    own = element.get("style", "")
    element.set("style", f"{look};{own}" if own else look)


def _named(tag: str) -> str:
    return tag if re.fullmatch(r"[\w.:-]{1,40}", tag) else "element"
