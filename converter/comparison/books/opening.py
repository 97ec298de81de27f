"""A file of any form as a book: an XBRL instance, an xBRL-JSON report, or a release that is converted in memory."""

import re
from pathlib import Path

from converter.comparison.books.book import Book
from converter.comparison.books.instances import instance_book
from converter.comparison.books.oim_json import oim_json_book
from converter.comparison.books.releases import release_book
from converter.filing import Filing
from converter.model import earnings_release
from converter.pipeline import convert
from converter.sources.source import Source, read_bytes

_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml\b")
_INSTANCE = re.compile(rb"<(?:[\w.-]+:)?xbrl[\s>]")
_HTML = re.compile(rb"<(?:[\w.-]+:)?html[\s>]", re.IGNORECASE)
_HEAD = 1 << 14


def open_book(path: Path | str) -> Book:
    """The book of a file. A `filing.toml` beside a release says what the release does not. Raises Refusal for what cannot be read."""
    path = Path(path)
    data = read_bytes(path)
    head = data[:_HEAD]
    if _INSTANCE.search(head) or (_XML.match(head) and not _HTML.search(head)):
        return instance_book(data, str(path), earnings_release().taxonomy, path.parent)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return oim_json_book(data, str(path), earnings_release().taxonomy, path.parent)
    return release_book(convert(Source.from_bytes(data, path.stem, str(path)), Filing.beside(path), beside=path.parent), str(path))
