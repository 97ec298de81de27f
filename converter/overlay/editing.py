"""Elements taken out of a tree, with or without what they hold, while the text around them stays."""

from converter.readers.html.markup import Element


def is_inked(text: str | None) -> bool:
    """Whether a text is more than the white space of HTML: hard blanks show."""
    return text is not None and text.strip(" \t\r\n\f") != ""


def discard(element: Element) -> None:
    """Removes an element with what it holds; what stands behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail, element.getprevious()
    parent.remove(element)
    append_text(parent, before, tail)


def append_text(parent: Element, before: Element | None, text: str | None) -> None:
    """Adds text to a parent behind one of its children, or in front of all of them."""
    if not text:
        return
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text


def unwrap(element: Element) -> list[Element]:
    """Puts what an element holds in its place, and returns its children."""
    parent = element.getparent()
    if parent is None:
        return []
    children = list(element)
    append_text(parent, element.getprevious(), element.text)
    if children:
        last = children[-1]
        last.tail = (last.tail or "") + (element.tail or "")
    else:
        append_text(parent, element.getprevious(), element.tail)
    at = parent.index(element)
    element.tail = None
    parent[at : at + 1] = children
    return children
