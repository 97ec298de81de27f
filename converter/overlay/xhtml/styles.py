"""CSS: values of old attributes as CSS has them, and styles without anything that would leave the page."""

import re
from typing import Final

_COLOR: Final = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_NAME: Final = re.compile("[A-Za-z]{3,24}")
_NUMBER: Final = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(%?)")
_SIZES: Final = ("x-small", "small", "medium", "large", "x-large", "xx-large", "48px")
_FACE: Final = re.compile(r"[A-Za-z][\w -]*")
_DECLARATION: Final = re.compile(r"""(?:[^;"'(]|"[^"]*"?|'[^']*'?|\((?:[^()"']|"[^"]*"|'[^']*')*\)?)+""")
_SUSPECT: Final = re.compile(r"url|\\|expression|behaviou?r|binding|script|import|image|src|@", re.IGNORECASE)
_LEAVES: Final = re.compile(
    r"""url\s*\((?!\s*["']?data:image/(?:png|gif|jpe?g);)|\\|expression\s*\(|behaviou?r\s*:|-moz-binding|javascript:|vbscript:"""
    r"|image-set\s*\(|(?<![-\w])(?:image|src|cross-fade|element)\s*\(|@import",
    re.IGNORECASE,
)
_AT_RULE: Final = re.compile(r"@(?:import|charset|namespace)[^;{}]*;?|@font-face\s*\{[^{}]*\}", re.IGNORECASE)
_BLOCK: Final = re.compile(r"([^{}]*)(\{[^{}]*\})")
_TYPE: Final = re.compile(r"(?<![\w.#:\-\[=\"'])[A-Z][A-Z0-9]{0,9}(?![\w-])")
_PIXELS: Final = re.compile(
    r"((?:^|;)\s*(?:font-size|width|height|(?:margin|padding)(?:-(?:left|right|top|bottom))?|(?:max|min)-(?:width|height)|text-indent|"
    r"letter-spacing|word-spacing|left|right|top|bottom|border-(?:left|right|top|bottom)-width|border-width)\s*:)([^;]*)",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"(?<![\w.#%-])(-?(?:\d+\.?\d*|\.\d+))(?![\w.%])")
_HASHLESS: Final = re.compile(
    r"((?:^|;)\s*(?:background-color|color|border(?:-(?:left|right|top|bottom))?-color)\s*:\s*)([0-9a-f]{6}|[0-9a-f]{3})(?=\s*(?:;|$))",
    re.IGNORECASE,
)

STRAY_CELL: Final = "padding:0;border:0"
"""The look of a cell that a row gets only because it must have one."""


def color(value: str) -> str:
    """A colour of an attribute (HTML Living Standard, 2.4.6) as CSS has it; empty for what is none."""
    match = _COLOR.fullmatch(value)
    if match:
        return f"#{match[1]}"
    return value.lower() if _NAME.fullmatch(value) else ""


def length(value: str) -> str:
    """A number of pixels or a percentage as CSS has it; empty for what is neither."""
    match = _NUMBER.match(value)
    return f"{match[1]}{match[2] or 'px'}" if match else ""


def font_size(value: str) -> str:
    """The size 1 to 7, or relative to 3, of a font element (HTML Living Standard, 15.3.4)."""
    match = re.match(r"\s*([+-]?)(\d{1,3})", value)
    if not match:
        return ""
    number = int(match[2])
    number = 3 + number if match[1] == "+" else 3 - number if match[1] else number
    return _SIZES[min(max(number, 1), 7) - 1]


def faces(value: str) -> str:
    """A list of font families as CSS has it."""
    names = [" ".join(re.sub(r"[\"'\\;{}<>]", " ", name).split()) for name in value.split(",")]
    return ",".join(name if _FACE.fullmatch(name) else f"'{name}'" for name in names if name)


def clean_style(style: str, quirks: bool) -> tuple[str, bool]:
    """A style attribute without what leaves the page or runs, and whether there was any.

    quirks: as a browser reads it in quirks mode, where a length needs no unit and a colour no `#` (Quirks Mode Standard, 3.1 and 3.2).
    """
    if not style:
        return "", False
    unsafe = False
    if _SUSPECT.search(style):
        parts = [match[0] for match in _DECLARATION.finditer(style)]
        safe = [part for part in parts if not _LEAVES.search(part)]
        unsafe = len(safe) < len(parts)
        style = ";".join(safe)
    if quirks:
        style = _PIXELS.sub(lambda match: match[1] + _BARE.sub(_with_unit, match[2]), style)
        style = _HASHLESS.sub(r"\1#\2", style)
    return style.strip().strip(";"), unsafe


def _with_unit(match: re.Match[str]) -> str:
    return f"{match[1]}px" if match[1].strip("-0.") else match[1]


def clean_sheet(sheet: str) -> tuple[str, bool]:
    """A style sheet without what leaves the page, type selectors in lower case as XHTML has its elements; and whether anything went."""
    sheet = re.sub(r"/\*.*?\*/|<!--|-->", "", sheet, flags=re.DOTALL)
    inside = _AT_RULE.sub("", sheet)
    unsafe = inside != sheet

    def cleaned(match: re.Match[str]) -> str:
        nonlocal unsafe
        selector, block = match.groups()
        parts = [part[0] for part in _DECLARATION.finditer(block[1:-1])]
        safe = [part for part in parts if not _LEAVES.search(part)]
        unsafe = unsafe or len(safe) < len(parts)
        return _TYPE.sub(lambda name: name[0].lower(), selector) + "{" + ";".join(safe) + "}"

    inside = _BLOCK.sub(cleaned, inside)
    return ("", True) if _LEAVES.search(inside) else (inside.strip(), unsafe)
