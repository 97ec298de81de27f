"""Attributes: those that the Inline XBRL schema accepts stay, what others say about the look becomes style, the rest goes."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from attrs import frozen

from converter.overlay.xhtml.presentation import SIDES, look_of_attribute, whole
from converter.overlay.xhtml.styles import clean_style

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_LENGTH: Final = re.compile(r"\d+%?|\d*\.\d+%")
_MULTI_LENGTH: Final = re.compile(r"\d+%?|\d*\.\d+%|\d*\*")
_TOKENS: Final = re.compile(r"[\w.:-]+(?: [\w.:-]+)*")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_ADDRESS: Final = re.compile(r"[!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]+")
_SCHEME: Final = re.compile(r"\s*([a-z][a-z0-9+.-]*)\s*:", re.IGNORECASE)
_PICTURE: Final = re.compile(r"data:image/(?:png|gif|jpeg|bmp|webp);base64,[A-Za-z0-9+/=\s]+")
_SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto", "ftp", "tel"})
_CELL: Final = frozenset({"td", "th"})
_ALIGNABLE: Final = frozenset({"td", "th", "tr", "thead", "tbody", "tfoot", "col", "colgroup"})
_CLEAR: Final = re.compile(r"clear\s*:\s*(left|right|both)", re.IGNORECASE)
BREAKS: Final = "br.clear-left{clear:left}br.clear-right{clear:right}br.clear-both{clear:both}"
"""The style sheet for the breaks that clear floats."""
_SILENT: Final = frozenset({("img", "src")})
"""Attributes whose loss is told with their element."""

Pairs = tuple[tuple[str, str], ...]


@frozen
class Kept:
    """What becomes of an element's attributes. rewritten, dropped: names for the list of changes."""

    attributes: Pairs
    rewritten: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


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
        if accepted is not None and (name != "name" or said.get("id", value) == value):
            stay[accepted[0]] = accepted[1]
            if accepted[0] != name:
                rewritten.append(f"attribute {name}")
            continue
        style = look_of_attribute(tag, name, value.strip(), said)
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


def _span(value: str) -> str | None:
    number = whole(value)
    return number if number and number != "0" else None


def _length(value: str) -> str | None:
    return value if _LENGTH.fullmatch(value) else None


def _padding(value: str) -> str | None:
    return value if _LENGTH.fullmatch(value) else whole(value)


def _multi(value: str) -> str | None:
    return value if _MULTI_LENGTH.fullmatch(value) else None


def _border(value: str) -> str | None:
    return whole(value) or ("1" if not value.startswith("-") else "0")


def _one_of(*values: str) -> Callable[[str], str | None]:
    return lambda value: value.lower() if value.lower() in values else None


def _align(value: str) -> str | None:
    value = value.lower()
    return SIDES.get(value)


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
