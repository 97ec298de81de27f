"""Attributes: those that the Inline XBRL schema accepts stay, what others say about the look becomes style, the rest goes.

What presentational attributes mean is told by the HTML Living Standard, section 15 (Rendering).
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from attrs import frozen

from converter.overlay.styles import clean_style, color, faces, font_size, length

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_LENGTH: Final = re.compile(r"\d+%?|\d*\.\d+%")
_MULTI_LENGTH: Final = re.compile(r"\d+%?|\d*\.\d+%|\d*\*")
_WHOLE: Final = re.compile(r"\d+")
_TOKENS: Final = re.compile(r"[\w.:-]+(?: [\w.:-]+)*")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_ADDRESS: Final = re.compile(r"[!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]+")
_SCHEME: Final = re.compile(r"\s*([a-z][a-z0-9+.-]*)\s*:", re.IGNORECASE)
_PICTURE: Final = re.compile(r"data:image/(?:png|gif|jpeg|bmp|webp);base64,[A-Za-z0-9+/=\s]+")
_SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto", "ftp", "tel"})
_CELL: Final = frozenset({"td", "th"})
_ALIGNABLE: Final = frozenset({"td", "th", "tr", "thead", "tbody", "tfoot", "col", "colgroup"})
_BLOCKS: Final = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "center"})
_LISTS: Final = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_SIDES: Final = {"left": "left", "right": "right", "center": "center", "middle": "center", "justify": "justify"}


@frozen
class Kept:
    """What becomes of an element's attributes. rewritten, dropped: names for the list of changes."""

    attributes: tuple[tuple[str, str], ...]
    rewritten: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


_CLEAR: Final = re.compile(r"clear\s*:\s*(left|right|both)", re.IGNORECASE)
BREAKS: Final = "br.clear-left{clear:left}br.clear-right{clear:right}br.clear-both{clear:both}"
"""The style sheet for the breaks that clear floats."""
_SILENT: Final = frozenset({("img", "src")})
"""Attributes whose loss is told with their element."""
Pairs = tuple[tuple[str, str], ...]


@lru_cache(maxsize=4096)
def kept(tag: str, given: Pairs, quirks: bool) -> Kept:
    """The attributes of an element under the tag that it had in the source."""
    said = {name.lower(): value for name, value in given}
    stay: dict[str, str] = {}
    look: list[str] = []
    rewritten: list[str] = []
    dropped: list[str] = []
    for name, value in said.items():
        if name == "style":
            continue
        accepted = _accepted(tag, name, value.strip())
        if accepted is not None:
            stay[accepted[0]] = accepted[1]
            if accepted[0] != name:
                rewritten.append(f"attribute {name}")
            continue
        style = _look(tag, name, value.strip(), said)
        if style:
            look.append(style)
            rewritten.append(f"attribute {name}")
        elif (tag, name) not in _SILENT:
            dropped.append("event handler" if name.startswith("on") else f"attribute {name}" if name.isprintable() else "attribute")
    own, unsafe = clean_style(said.get("style", ""), quirks)
    if unsafe:
        dropped.append("external resource in a style")
    style = ";".join([*look, own] if own else look)
    if style and tag == "br":  # which may have a class and no style
        cleared = _CLEAR.search(style)
        if cleared:
            stay["class"] = f"clear-{cleared[1].lower()}"
    elif style:
        stay["style"] = style
    return Kept(tuple(stay.items()), tuple(rewritten), tuple(dropped))


def _accepted(tag: str, name: str, value: str) -> tuple[str, str] | None:
    """The attribute as the schema has it; None for what it rejects there."""
    if name in ("id", "title"):
        return name, value
    if name == "name":
        return ("id", value) if tag in ("a", "img") and value else None
    if name == "class":
        value = " ".join(value.split())
        return (name, value) if _TOKENS.fullmatch(value) else None
    if name in ("lang", "xml:lang"):
        return (_LANG, value) if tag != "br" and _LANGUAGE.fullmatch(value) else None
    if name == "dir":
        return (name, value.lower()) if value.lower() in ("ltr", "rtl") and tag != "br" else None
    rule = _RULES.get((tag, name))
    result = rule(value) if rule else None
    return (name, result) if result is not None else None


def _whole(value: str) -> str | None:
    match = _WHOLE.match(value)
    return str(int(match[0])) if match and len(match[0]) < 7 else None


def _span(value: str) -> str | None:
    number = _whole(value)
    return number if number and number != "0" else None


def _length(value: str) -> str | None:
    return value if _LENGTH.fullmatch(value) else None


def _padding(value: str) -> str | None:
    return value if _LENGTH.fullmatch(value) else _whole(value)


def _multi(value: str) -> str | None:
    return value if _MULTI_LENGTH.fullmatch(value) else None


def _border(value: str) -> str | None:
    return _whole(value) or ("1" if not value.startswith("-") else "0")


def _one_of(*values: str) -> Callable[[str], str | None]:
    return lambda value: value.lower() if value.lower() in values else None


def _align(value: str) -> str | None:
    value = value.lower()
    return _SIDES.get(value)


def _address(value: str) -> str | None:
    """A link that leads somewhere; None for a script."""
    scheme = _SCHEME.match(value)
    if scheme and scheme[1].lower() not in _SAFE_SCHEMES:
        return None
    value = "".join(value.split("\n")).replace("\\", "/")
    return value if _ADDRESS.fullmatch(value) and value.count("#") < 2 and not re.search("%(?![0-9A-Fa-f]{2})", value) else _quoted(value)


def _quoted(value: str) -> str:
    from urllib.parse import quote

    base, hash_sign, part = value.partition("#")
    return quote(base, safe="!$%&'()*+,/:;=?@~", errors="replace").replace("%25", "%") + (f"#{quote(part, safe='')}" if hash_sign else "")


def _picture(value: str) -> str | None:
    return "".join(value.split()) if _PICTURE.fullmatch(value) else None


def _any(value: str) -> str:
    return value


_RULES: Final[Mapping[tuple[str, str], Callable[[str], str | None]]] = {
    **{(tag, "align"): _align for tag in _ALIGNABLE},
    **{(tag, "valign"): _one_of("top", "middle", "bottom", "baseline") for tag in _ALIGNABLE},
    **{(tag, name): _span for tag in _CELL for name in ("colspan", "rowspan")},
    **{(tag, "abbr"): _any for tag in _CELL},
    **{(tag, "scope"): _one_of("row", "col", "rowgroup", "colgroup") for tag in _CELL},
    **{(tag, "span"): _span for tag in ("col", "colgroup")},
    **{(tag, "width"): _multi for tag in ("col", "colgroup")},
    ("table", "summary"): _any,
    ("table", "width"): _length,
    ("table", "border"): _border,
    ("table", "cellspacing"): _padding,
    ("table", "cellpadding"): _padding,
    ("table", "frame"): _one_of("void", "above", "below", "hsides", "lhs", "rhs", "vsides", "box", "border"),
    ("table", "rules"): _one_of("none", "groups", "rows", "cols", "all"),
    ("a", "href"): _address,
    ("img", "src"): _picture,
    ("img", "alt"): _any,
    ("img", "width"): _length,
    ("img", "height"): _length,
}


def _look(tag: str, name: str, value: str, said: Mapping[str, str]) -> str:
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
    side = _SIDES.get(value)
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
        size = int(_whole(value) or 0)
        return "border-bottom-width:0" if size == 1 else f"height:{size - 2}px" if size > 1 else ""
    return ""


def _image(name: str, value: str) -> str:
    size = _whole(value)
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
    size = _whole(value)
    if name in sides and size is not None:
        return f"margin-{sides[name]}:{size}px"
    if size is not None and name in ("marginwidth", "marginheight"):
        one, other = ("left", "right") if name == "marginwidth" else ("top", "bottom")
        return f"margin-{one}:{size}px;margin-{other}:{size}px"
    return ""
