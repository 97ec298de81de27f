"""The page that an overlay is: an XHTML tree, and what holds the marked places in it."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Final

from attrs import field, frozen
from lxml import etree

from converter.linkbases.xlink import plain
from converter.overlay.change import Change

XHTML: Final = "http://www.w3.org/1999/xhtml"
NO_SPACES: Final[Mapping[str, str]] = {}


@frozen
class Overlay:
    """The original as an XHTML tree, in place of which the caller may now put what he likes around its numbers.

    root: `html`, with head and body. elements: for each mark that could be put the `span` whose text is exactly the characters of its
    place; equal places share one. A place that is nowhere, or overlaps one marked before it, has none. changes: what is not as it was.
    """

    root: etree._Element
    elements: Mapping[Hashable, etree._Element]
    changes: tuple[Change, ...] = field(default=())

    @property
    def head(self) -> etree._Element:
        return self.root[0]

    @property
    def body(self) -> etree._Element:
        return self.root[1]


def blank_page(title: str, spaces: Mapping[str, str], styles: Iterable[str] = ()) -> etree._Element:
    """An XHTML page with nothing in its body. styles: style sheets, in order."""
    bound: dict[str | None, str] = {None: XHTML}
    bound.update((prefix, space) for prefix, space in spaces.items())
    root = etree.Element(f"{{{XHTML}}}html", nsmap=bound)
    head = etree.SubElement(root, f"{{{XHTML}}}head")
    etree.SubElement(head, f"{{{XHTML}}}meta", {"http-equiv": "Content-Type", "content": "text/html; charset=UTF-8"})
    etree.SubElement(head, f"{{{XHTML}}}title").text = plain(title)
    for style in styles:
        etree.SubElement(head, f"{{{XHTML}}}style", {"type": "text/css"}).text = style
    etree.SubElement(root, f"{{{XHTML}}}body")
    return root
