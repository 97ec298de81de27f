"""Readers: a source of either format to the one type of document."""

from converter.diagnostic import Doubt
from converter.document import Document
from converter.sources.source import Source


def read(source: Source, doubt: Doubt) -> Document:
    """The rows of a source. Raises Refusal for what is nested or spread beyond what a release can be."""
    if source.format == "html":
        from converter.readers.html.rows import read_html

        return read_html(source, doubt)
    from converter.readers.text import read_text

    return read_text(source)
