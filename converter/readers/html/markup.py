"""The tree of an HTML source: parsing tag soup within bounds, paths and places of elements, and what of it is visible.

Reader and Inline XBRL writer must agree on the tree, because places name elements by their path: both get it from `parse_html`.
The text of an element, in which places count characters, is all the text in it and in its descendants, in document order.
"""

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from converter.diagnostic import Code, Diagnostic, Refusal
from converter.place import Place
from converter.readers.html.looks import line_of, with_looks

Element = etree._Element

CLOSE_TAGS: Final = "Close the elements that are left open, or save the page anew from a browser."
_PATHS_KEPT: Final = 64 << 20  # characters of paths in all; the largest releases need a tenth of it
_PRE_TAG: Final = re.compile(r"<[pP][rR][eE]")
_PRE: Final = re.compile(r"<pre\b[^<>]*>.*?(?:</pre\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_END: Final = re.compile(r"</[hH][tT][mM][lL]\s*>")
_REST: Final = re.compile(r"(?>\s+|</[^<>]*>|<!--.*?-->)*+", re.DOTALL)
_SGML_MARK: Final = re.compile(r"</?(?:table|caption|s|c|fn|page|f\d+)>", re.IGNORECASE)
_GRID: Final = re.compile(r"<t[dr]\b", re.IGNORECASE)

_UNSEEN: Final = frozenset(
    {
        *("base", "button", "col", "colgroup", "head", "iframe", "link", "meta", "noscript", "object", "option", "script", "select"),
        *("style", "svg", "template", "textarea", "title"),
    }
)
_IX_UNSEEN: Final = frozenset({"header", "hidden"})


class Node:
    """An element on the way down: its path, and where its text begins among the characters of the document.

    start counts the characters of text before the element, so that a character's offset in any ancestor's text is a difference.
    """

    __slots__ = ("_allowance", "_counts", "_path", "element", "index", "parent", "start", "tag")

    def __init__(self, element: Element, tag: str, parent: "Node | None", index: int, start: int) -> None:
        self.element = element
        self.tag = tag
        self.parent = parent
        self.index = index
        self.start = start
        self._counts: dict[str, int] | None = None
        self._allowance: list[int] = [_PATHS_KEPT] if parent is None else parent._allowance  # of the whole tree
        self._path = ""

    def count(self, tag: str) -> int:
        """The position, from 1, of the next child among the children with that tag."""
        if self._counts is None:
            self._counts = {tag: 1}
            return 1
        number = self._counts.get(tag, 0) + 1
        self._counts[tag] = number
        return number

    @property
    def path(self) -> str:
        """`/html/body[1]/div[3]/table[2]/tr[4]/td[3]`: tag and position among equal siblings; html goes without.

        Raises Refusal when the tree is so deep that its paths would fill the memory.
        """
        if not self._path:
            ways = [self]
            while (above := ways[-1].parent) is not None and not above._path:
                ways.append(above)
            path = above._path if above is not None else ""
            for way in reversed(ways):
                path = way._path = f"{path}/{way.tag}[{way.index}]" if path else f"/{_step(way.tag, way.index)}"
                self._allowance[0] -= len(path)
            if self._allowance[0] < 0:
                raise Refusal(Diagnostic(Code.SOURCE_TOO_DEEP, "The HTML is nested far deeper than a release can be.", hint=CLOSE_TAGS))
        return self._path

    @property
    def line(self) -> int:
        """Line of the start tag, from 1."""
        return line_of(self.element)

    def place(self, start: int, end: int) -> Place:
        """The place of characters start to end, counted like Node.start."""
        return Place(line_of(self.element), start - self.start, end - self.start, self.path)


def _step(tag: str, index: int) -> str:
    return tag if tag == "html" else f"{tag}[{index}]"


def common(nodes: Iterable[Node]) -> Node:
    """The innermost node that holds all of them."""
    ways: list[Node] | None = None
    for node in nodes:
        line: list[Node] = []
        step: Node | None = node
        while step is not None:
            line.append(step)
            step = step.parent
        line.reverse()
        if ways is None:
            ways = line
        else:
            same = 0
            for one, other in zip(ways, line, strict=False):
                if one is not other:
                    break
                same += 1
            ways = ways[:same]
    if not ways:
        raise ValueError("nodes of one tree have a common ancestor; there were none")
    return ways[-1]


def elements_at(root: Element, paths: Iterable[str]) -> dict[str, Element]:
    """The elements that places name, by path, found in one walk over the tree that `parse_html` made of the same text.

    Paths that lead nowhere are left out.
    """
    wanted: dict[str, set[str]] = {}
    targets = set(paths)
    for path in targets:
        while path:
            parent, _, step = path.rpartition("/")
            steps = wanted.setdefault(parent, set())
            if step in steps:
                break
            steps.add(step)
            path = parent
    found: dict[str, Element] = {}
    heads = [("", [root])]
    while heads:
        path, children = heads.pop()
        steps = wanted.get(path, set())
        counts: dict[str, int] = {}
        for child in children:
            tag = child.tag
            if not isinstance(tag, str):
                continue
            counts[tag] = counts.get(tag, 0) + 1
            step = _step(tag, counts[tag])
            if step in steps:
                below = f"{path}/{step}"
                if below in targets:
                    found[below] = child
                if below in wanted:
                    heads.append((below, list(child)))
    return found


def parse_html(text: str, looks: bool = False) -> tuple[Element | None, bool]:
    """The tree of a text, None when it holds no element at all; and whether it was cut because it is nested too deep (2,047 levels).

    Comments and processing instructions are not part of it. looks: with the attributes reduced to what reading needs, which saves
    most of the memory; tags, text and lines are the same either way. Never raises for what the text holds.
    """
    text = _in_one(_without_sgml_marks(text))
    if looks:
        text = with_looks(text)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, recover=True, no_network=True)
    try:
        root: Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" or "xcessive depth" in entry.message for entry in parser.error_log)


def _in_one(text: str) -> str:
    """A page goes on behind `</html>` (HTML Living Standard, 13.2.6.4.22), which to libxml2 is the end of all: the tag is left out."""
    end = _END.search(text)
    rest = _REST.match(text, end.end()) if end else None
    return _END.sub("", text) if rest and rest.end() < len(text) else text


def _without_sgml_marks(text: str) -> str:
    """`<TABLE>`, `<S>`, `<C>` in preformatted text mean no HTML table: left in, they would end the <pre>. They become empty comments."""

    def tame(match: re.Match[str]) -> str:
        part = match.group()
        return part if _GRID.search(part) else _SGML_MARK.sub(lambda mark: "<!--" + "-" * max(0, len(mark.group()) - 7) + "-->", part)

    return _PRE.sub(tame, text) if _PRE_TAG.search(text) else text


def is_unseen(tag: str) -> bool:
    """Whether a browser shows nothing of such elements: what is no content, and the header of Inline XBRL."""
    return tag in _UNSEEN or (":" in tag and tag.rpartition(":")[2] in _IX_UNSEEN)
