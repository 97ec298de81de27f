"""What an overlay and its original show: text in order, white space as one blank, characters that XML forbids by their picture."""

import re
from collections.abc import Iterator

from lxml import etree

from converter.overlay.marks import Mark
from converter.overlay.original import open_original
from converter.overlay.page import Overlay
from converter.readers.html.markup import is_unseen, parse_html
from converter.sources.source import Source

_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f]")


def html(markup: str) -> Source:
    return Source("page", markup, "html")


def overlaid(source: Source, *marks: Mark, reserved: tuple[str, ...] = ()) -> Overlay:
    return open_original(source).overlay(marks, reserved=reserved)


def written(overlay: Overlay) -> bytes:
    return etree.tostring(overlay.root, encoding="UTF-8", xml_declaration=True)


def body_of(overlay: Overlay) -> str:
    """The body's content as it is written."""
    text = etree.tostring(overlay.body, encoding="unicode").replace(' xmlns="http://www.w3.org/1999/xhtml"', "")
    return text.removeprefix("<body>").removesuffix("</body>")


def _pieces(element: etree._Element) -> Iterator[str]:
    """Text that a reader sees, without recursion: soup may be nested deep."""
    heads: list[etree._Element | str] = [element]
    while heads:
        head = heads.pop()
        if isinstance(head, str):
            yield head
            continue
        tag = str(head.tag).rpartition("}")[2]
        if is_unseen(tag) and tag not in ("col", "colgroup"):
            continue
        for child in reversed(head):
            heads += [child.tail or "", child]
        heads.append(head.text or "")


def visible(element: etree._Element | None) -> str:
    """All visible text of a tree."""
    shown = "".join(_pieces(element)) if element is not None else ""
    return " ".join(_FORBIDDEN.sub(lambda match: chr(0x2400 + ord(match[0])), shown).split())


def visible_of(source: Source) -> str:
    """All visible text of an HTML source."""
    return visible(parse_html(source.text)[0])


def unblanked(text: str) -> str:
    """Text without any white space, which soup may gain or lose where blocks end."""
    return "".join(text.split())
