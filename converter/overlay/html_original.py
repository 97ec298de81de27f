"""An HTML original: its page as XHTML 1.1, text in order and look as they were."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from lxml import etree

from converter.diagnostic import Code, Diagnostic, Refusal
from converter.overlay.change import Changes
from converter.overlay.characters import permitted
from converter.overlay.editing import append_text, discard
from converter.overlay.marks import MARKED, Mark
from converter.overlay.page import NO_SPACES, XHTML, Overlay, blank_page
from converter.overlay.wrapping import printed_at, wrap
from converter.overlay.xhtml.attributes import BREAKS
from converter.overlay.xhtml.elements import dress, known
from converter.overlay.xhtml.ids import with_names
from converter.overlay.xhtml.nesting import nested
from converter.overlay.xhtml.quirks import SHEET, Quirks, quirks_of, with_cell_heights
from converter.overlay.xhtml.struts import without_struts
from converter.overlay.xhtml.styles import clean_sheet, color
from converter.overlay.xhtml.tables import freed
from converter.place import Place
from converter.readers.html.looks import line_of
from converter.readers.html.markup import Element, parse_html
from converter.sources.source import Source
from converter.sources.xml import FORBIDDEN

_VOID: Final = frozenset({"br", "col", "hr", "img"})
_LINKS: Final = {"link": "a:link", "vlink": "a:visited", "alink": "a:active"}


class HtmlOriginal:
    """The tree that the reader's places name elements of, with all attributes."""

    def __init__(self, source: Source) -> None:
        root, _ = parse_html(source.text)
        if root is None:
            raise Refusal(Diagnostic(Code.SOURCE_EMPTY, "The HTML holds no element."))
        self._source = source
        self._root = root

    def printed(self, places: Iterable[Place]) -> dict[Place, str]:
        return printed_at(self._root, places)

    def overlay(self, marks: Iterable[Mark], spaces: Mapping[str, str] = NO_SPACES, reserved: Collection[str] = ()) -> Overlay:
        changes = Changes()
        mode = quirks_of(self._source.text)
        quirks = mode is Quirks.FULL
        if "&#" in self._source.text or FORBIDDEN.search(self._source.text):
            _permit(self._root, changes)
        elements = wrap(self._root, marks, changes)
        title, sheets = self._head(changes)
        body = _body(self._root)
        painted = _link_colors(body)
        dress(body, "body", "", quirks, changes)
        sheets += known(body, quirks, changes)
        freed(body, changes)
        nested(body, changes)
        if mode is not Quirks.NONE:
            without_struts(body, sheets, quirks)
        if quirks:
            with_cell_heights(body)
        with_names(body, reserved)
        clean = [SHEET] if quirks else []
        if any((element.get("class") or "").startswith("clear-") for element in body.iter("br")):
            clean.append(BREAKS)
        for sheet in sheets:
            kept, unsafe = clean_sheet(sheet)
            if unsafe:
                changes.dropped("external resource in a style", 1)
            clean += [permitted(kept, 1, changes)] if kept else []
        root = blank_page(title or self._source.name, spaces, [*clean, *painted])
        root.replace(root[1], body)
        _finish(body)
        return Overlay(root, elements, changes.listed())

    def _head(self, changes: Changes) -> tuple[str, list[str]]:
        """The title, wherever it stands, and the style sheets of the head."""
        title = next((words for element in self._root.iter("title") if (words := " ".join((element.text or "").split()))), "")
        sheets: list[str] = []
        for head in self._root.findall("head"):
            for element in head.iter("style", "script", "link", "base", "meta"):
                if element.tag == "style":
                    sheets.append(element.text or "")
                elif element.tag != "meta" or element.get("http-equiv", "").lower() == "refresh":
                    changes.dropped(str(element.tag), line_of(element))
        return title, sheets


def _permit(root: Element, changes: Changes) -> None:
    """Shows characters that XML forbids one for one, so that places hold."""
    for element in root.iter():
        text, tail = element.text, element.tail
        if text and FORBIDDEN.search(text):
            element.text = permitted(text, line_of(element), changes)
        if tail and FORBIDDEN.search(tail):
            element.tail = permitted(tail, line_of(element), changes)


def _body(root: Element) -> Element:
    """The body, with everything in it that stands beside it."""
    body = root.find("body") if root.tag == "html" else None
    if body is None:
        body = etree.SubElement(root, "body") if root.tag == "html" else etree.Element("body")
        if root.tag != "html":
            body.append(root)
            return body
    for head in root.findall("head"):
        discard(head)
    tail, body.tail = body.tail, None
    append_text(body, body[-1] if len(body) else None, tail)
    children = list(root)
    at = children.index(body)
    before, behind = children[:at], children[at + 1 :]
    if before:
        append_text(root, before[-1], body.text)
        body.text = root.text
    else:
        body.text = (root.text or "") + (body.text or "")
    body[0:0] = before
    body.extend(behind)
    return body


def _link_colors(body: Element) -> list[str]:
    """The colours that the body gives its links, as a style sheet."""
    rules = [f"{selector}{{color:{color(body.attrib.pop(name))}}}" for name, selector in _LINKS.items() if name in body.attrib]
    return ["".join(rule for rule in rules if ":}" not in rule)] if rules else []


def _finish(body: Element) -> None:
    """Moves everything to the namespace of XHTML, with end tags where a browser that takes it for HTML needs them."""
    names: dict[str, str] = {MARKED: f"{{{XHTML}}}span"}
    for element in body.iter():
        tag = str(element.tag)
        name = names.get(tag)
        if name is None:
            name = names[tag] = f"{{{XHTML}}}{tag}"
        element.tag = name
        if len(element) == 0 and element.text is None and tag not in _VOID:
            element.text = ""
