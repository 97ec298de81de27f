"""Quirks mode: browsers show old pages by other rules than XHTML, which a style sheet repeats as far as it can.

Which pages: HTML Living Standard, 13.2.6.4.1 ("initial" insertion mode). Which rules: there, section 15.3 (Rendering), and the Quirks Mode
Standard of the WHATWG.
"""

import re
from enum import Enum
from typing import Final

from converter.readers.html.markup import Element

_START: Final = re.compile(r"(?:\s|<!--.*?-->|<\?[^>]*>)*", re.DOTALL)
_DOCTYPE: Final = re.compile(
    r"""<!doctype\s+html\s*(?:public\s*["']([^"'>]*)["']\s*(?:["']([^"'>]*)["'])?|system\s*["'][^"'>]*["'])?\s*>""", re.IGNORECASE
)
_OLD: Final = re.compile(r"-//(?:IETF//|W3C//DTD (?:HTML (?:3|Experimental|4\.0 (?:Transitional|Frameset)//)|W3 HTML)|[^W])", re.IGNORECASE)
_LOOSE_XHTML: Final = re.compile(r"-//W3C//DTD XHTML 1\.0 (?:Transitional|Frameset)//", re.IGNORECASE)
_LOOSE: Final = re.compile(r"-//W3C//DTD HTML 4\.01 (?:Transitional|Frameset)//", re.IGNORECASE)

_HEIGHT: Final = re.compile(r"(?:^|;)\s*height\s*:\s*[\d.]+[a-z]", re.IGNORECASE)
_WIDTH: Final = re.compile(r"(?:^|;)\s*(?:min-|max-)?width\s*:\s*[\d.]+[a-z]|box-sizing", re.IGNORECASE)

SHEET: Final = (
    "table{font-size:medium;font-style:normal;font-variant:normal;font-weight:normal;line-height:normal;text-align:initial;white-space:normal}\n"
    ":where(td,th)>:where(p,ul,ol,dl,h1,h2,h3,h4,h5,h6,pre,blockquote):where(:first-child){margin-top:0}\n"
    ":where(td,th)>:where(p):where(:last-child){margin-bottom:0}"
)
"""Tables inherit no font; margins of the first and last paragraph do not stretch a cell."""


class Quirks(Enum):
    """How old a browser takes a page to be."""

    NONE = "no quirks"
    LIMITED = "limited quirks"
    FULL = "quirks"


def quirks_of(text: str) -> Quirks:
    """In which mode a browser would show the HTML: by the document type in front of it."""
    match = _START.match(text)
    found = _DOCTYPE.match(text, match.end() if match else 0)
    if found is None:
        return Quirks.FULL
    public, system = found[1] or "", found[2]
    if _OLD.match(public):
        return Quirks.FULL
    if _LOOSE.match(public):
        return Quirks.LIMITED if system else Quirks.FULL
    return Quirks.LIMITED if _LOOSE_XHTML.match(public) else Quirks.NONE


def with_cell_heights(body: Element) -> None:
    """Makes the height of a cell include its padding and border, as it does in quirks mode.

    A width in lengths would then include them too, which it does not there: a cell that has one stays as it is.
    """
    for cell in body.iter("td", "th"):
        style = cell.get("style", "")
        if "height" in style and _HEIGHT.search(style) and not _WIDTH.search(style):
            cell.set("style", f"{style};box-sizing:border-box")
