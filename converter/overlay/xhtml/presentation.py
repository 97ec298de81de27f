"""Presentational attributes: what they say about the look, in CSS (HTML Living Standard, section 15, Rendering)."""

import re
from collections.abc import Mapping
from typing import Final

from converter.overlay.xhtml.styles import color, faces, font_size, length

_CELL: Final = frozenset({"td", "th"})
_BLOCKS: Final = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "center"})
_LISTS: Final = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
SIDES: Final = {"left": "left", "right": "right", "center": "center", "middle": "center", "justify": "justify"}
_WHOLE: Final = re.compile(r"\d+")


def look_of_attribute(tag: str, name: str, value: str, said: Mapping[str, str]) -> str:
    """What a presentational attribute means in CSS; empty for none."""
    if name == "align":
        return _aligned(tag, value.lower())
    if name in ("bgcolor", "bordercolor"):
        painted = color(value)
        return f"{'background-color' if name == 'bgcolor' else 'border-color'}:{painted}" if painted else ""
    if name in ("width", "height") and tag in ("td", "th", "table", "tr", "hr", "col", "colgroup", "img"):
        size = length(value)
        return f"{name}:{size}" if size and size not in ("0px", "0%") else ""
    if name == "nowrap" and tag in _CELL:
        return "white-space:nowrap"
    if tag == "font":
        return _font(name, value)
    if tag == "br" and name == "clear":
        return {"left": "clear:left", "right": "clear:right", "all": "clear:both", "both": "clear:both"}.get(value.lower(), "")
    if tag == "hr":
        return _rule(name, value, said)
    if tag == "img":
        return _image(name, value)
    if tag in ("ul", "ol", "li", "dir", "menu"):
        return _list(tag, name, value)
    return _page(name, value) if tag == "body" else ""


def _aligned(tag: str, value: str) -> str:
    side = SIDES.get(value)
    if tag == "table":
        return {"left": "float:left", "right": "float:right", "center": "margin-left:auto;margin-right:auto"}.get(side or "", "")
    if tag == "hr":
        return {"left": "margin-left:0;margin-right:auto", "right": "margin-left:auto;margin-right:0"}.get(side or "", "")
    if tag == "img":
        floats = {"left": "float:left", "right": "float:right", "top": "vertical-align:top", "bottom": "vertical-align:baseline"}
        return floats.get(value, "vertical-align:middle" if value in ("middle", "center", "absmiddle") else "")
    if tag == "caption":
        return f"caption-side:{value}" if value in ("top", "bottom") else f"text-align:{side}" if side else ""
    if tag not in _BLOCKS or side is None:
        return ""
    return f"text-align:{side}" if side == "justify" else f"text-align:{side};text-align:-webkit-{side}"


def _font(name: str, value: str) -> str:
    if name == "size":
        size = font_size(value)
        return f"font-size:{size}" if size else ""
    if name == "color":
        painted = color(value)
        return f"color:{painted}" if painted else ""
    return f"font-family:{faces(value)}" if name == "face" and faces(value) else ""


def _rule(name: str, value: str, said: Mapping[str, str]) -> str:
    if name == "noshade":
        return "border-style:solid" + ("" if "color" in said else ";border-color:#808080;background-color:#808080")
    if name == "color":
        painted = color(value)
        return f"border-style:solid;border-color:{painted};background-color:{painted}" if painted else ""
    if name == "size":
        size = int(whole(value) or 0)
        return "border-bottom-width:0" if size == 1 else f"height:{size - 2}px" if size > 1 else ""
    return ""


def _image(name: str, value: str) -> str:
    size = whole(value)
    if size is None:
        return ""
    return {
        "border": f"border:{size}px solid",
        "hspace": f"margin-left:{size}px;margin-right:{size}px",
        "vspace": f"margin-top:{size}px;margin-bottom:{size}px",
    }.get(name, "")


def _list(tag: str, name: str, value: str) -> str:
    if name == "type":
        kind = _LISTS.get(value) or (value.lower() if value.lower() in ("disc", "circle", "square", "none") else "")
        return f"list-style-type:{kind}" if kind else ""
    number = value.lstrip("-")
    if not _WHOLE.fullmatch(number) or len(number) > 6:
        return ""
    if tag == "ol" and name == "start":
        return f"counter-reset:list-item {int(value) - 1}"
    return f"counter-set:list-item {int(value)}" if tag == "li" and name == "value" else ""


def _page(name: str, value: str) -> str:
    painted = color(value)
    if name == "text" and painted:
        return f"color:{painted}"
    sides = {"leftmargin": "left", "rightmargin": "right", "topmargin": "top", "bottommargin": "bottom"}
    size = whole(value)
    if name in sides and size is not None:
        return f"margin-{sides[name]}:{size}px"
    if size is not None and name in ("marginwidth", "marginheight"):
        one, other = ("left", "right") if name == "marginwidth" else ("top", "bottom")
        return f"margin-{one}:{size}px;margin-{other}:{size}px"
    return ""


def whole(value: str) -> str | None:
    """The whole number that a value begins with; None for none."""
    match = _WHOLE.match(value)
    return str(int(match[0])) if match and len(match[0]) < 7 else None
