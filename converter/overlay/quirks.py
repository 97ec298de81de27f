"""Quirks mode: browsers show old pages by other rules than XHTML, which a style sheet repeats as far as it can.

Which pages: HTML Living Standard, 13.2.6.4.1 ("initial" insertion mode). Which rules: there, section 15.3 (Rendering), and the Quirks Mode
Standard of the WHATWG.
"""

import re
from typing import Final

_START: Final = re.compile(r"(?:\s|<!--.*?-->|<\?[^>]*>)*", re.DOTALL)
_DOCTYPE: Final = re.compile(
    r"""<!doctype\s+html\s*(?:public\s*["']([^"'>]*)["']\s*(?:["']([^"'>]*)["'])?|system\s*["'][^"'>]*["'])?\s*>""", re.IGNORECASE
)
_OLD: Final = re.compile(r"-//(?:IETF//|W3C//DTD (?:HTML (?:3|Experimental|4\.0 (?:Transitional|Frameset)//)|W3 HTML)|[^W])", re.IGNORECASE)
_LOOSE: Final = re.compile(r"-//W3C//DTD HTML 4\.01 (?:Transitional|Frameset)//", re.IGNORECASE)

SHEET: Final = (
    "table{font-size:medium;font-style:normal;font-variant:normal;font-weight:normal;line-height:normal;text-align:left;white-space:normal}\n"
    ":where(td,th)>:where(p,ul,ol,dl,h1,h2,h3,h4,h5,h6,pre,blockquote):where(:first-child){margin-top:0}\n"
    ":where(td,th)>:where(p):where(:last-child){margin-bottom:0}"
)
"""Tables inherit no font; margins of the first and last paragraph do not stretch a cell."""


def has_quirks(text: str) -> bool:
    """Whether a browser would show the HTML in quirks mode: it has no document type in front, or an old one."""
    match = _START.match(text)
    found = _DOCTYPE.match(text, match.end() if match else 0)
    if found is None:
        return True
    public, system = found[1] or "", found[2]
    return bool(public) and (_OLD.match(public) is not None or (_LOOSE.match(public) is not None and not system))
