"""An original opened to be marked: what is printed at its places, and the page with elements around some of them."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from converter.overlay.marks import Mark
from converter.overlay.page import NO_SPACES, Overlay
from converter.place import Place
from converter.sources.source import Source


class Original(Protocol):
    """A source of either format. `overlay` uses it up: call it once, after `printed`."""

    def printed(self, places: Iterable[Place]) -> dict[Place, str]:
        """The characters at places, those that are nowhere left out."""

    def overlay(self, marks: Iterable[Mark], spaces: Mapping[str, str] = NO_SPACES, reserved: Collection[str] = ()) -> Overlay:
        """The page with the marks put, earlier marks first.

        spaces: namespaces by prefix for the root. reserved: ids that the caller will use; the document's own give way.
        """


def open_original(source: Source) -> Original:
    """The original behind a source. Raises Refusal (SOURCE_EMPTY) for HTML that holds no element."""
    if source.format == "html":
        from converter.overlay.html_original import HtmlOriginal

        return HtmlOriginal(source)
    from converter.overlay.text_original import TextOriginal

    return TextOriginal(source)
