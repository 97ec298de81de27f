"""What is printed inside the cells of a table row, and where the cells are when other markup lies between them."""

from typing import Final

from lxml import etree

from converter.readers.html.flow import INLINE, flow
from converter.readers.html.line import Line
from converter.readers.html.looks import look_of
from converter.readers.html.markup import Node, is_unseen

_PLAIN: Final = (INLINE | {"div", "p", "center"}) - {"sup", "wbr", "img"}


def cells_amid(row: Node, strays: list[Line]) -> dict[etree._Element, Node]:
    """The cells of a row in which they lie amid other elements and text; text beside them goes to strays."""
    cells: dict[etree._Element, Node] = {}
    heads = [Node(row.element, row.tag, row.parent, row.index, 0)]
    while heads:
        head = heads.pop()
        position = head.start
        below: list[Node] = []
        text, stray = head.element.text or "", head
        for child in [*head.element, None]:
            if text and not text.isspace():
                strays.append(Line([(text, position, stray)], False))
            position += len(text)
            if child is None:
                break
            tag = child.tag
            if isinstance(tag, str):
                node = Node(child, tag, head, head.count(tag), position)
                if tag == "td" or tag == "th":
                    cells[child] = Node(child, tag, head, node.index, 0)
                elif next(child.iterdescendants("td", "th"), None) is not None:
                    below.append(node)
                elif not is_unseen(tag) and not look_of(child).unseen:
                    strays += [event for event in flow(node, within_cell=True) if isinstance(event, Line)]
                position += len("".join(child.itertext()))
            text = child.tail or ""
        heads += reversed(below)
    return cells


def lines_of(cell: Node) -> list[Line]:
    """What is printed in a cell, by line; empty when nothing is."""
    element = cell.element
    lead = 0
    way: list[tuple[etree._Element, str, int]] = []
    while inside := len(element):  # most cells: one run of text in elements around it
        text = element.text
        if inside > 1 or (text and not text.isspace()):
            break
        child = element[0]
        tag = child.tag
        if tag not in _PLAIN:
            break
        tail = child.tail
        if tail and not tail.isspace():
            break
        look = look_of(child)
        if look.unseen or look.raised:
            break
        if text:
            lead += len(text)
        way.append((child, tag, lead))
        element = child
    if inside:
        return _read(cell, False) or _read(cell, True)
    text = element.text
    if not text or text.isspace():
        return []
    node = cell
    for child, tag, position in way:
        node = Node(child, tag, node, 1, position)
    line = Line([(text, lead, node)], True)
    return [line] if line.text else []


def _read(cell: Node, raised: bool) -> list[Line]:
    lines = [event for event in flow(cell, within_cell=True, raised=raised) if isinstance(event, Line)]
    while lines and not lines[-1].text:
        lines.pop()
    return lines


def as_one(lines: list[Line]) -> Line:
    """Lines of a cell as one line, with blanks between."""
    chunks = list(lines[0].chunks)
    for line in lines[1:]:
        _, position, node = line.chunks[0]
        chunks += ((" ", position, node), *line.chunks)
    return Line(chunks, lines[0].fresh)
