"""Inline XBRL against its schema, offline: XHTML 1.1 with the elements of Inline XBRL 1.1 in it."""

from functools import cache
from typing import Final

from lxml import etree

from converter.sources.xml import secure_parser
from converter.validation.schema import OfficialResolver, official_file, official_schemas

_INLINE_LOCATION: Final = "http://www.xbrl.org/2013/inlineXBRL/xhtml-inlinexbrl-1_1.xsd"


@cache
def _schema() -> etree.XMLSchema:
    path = official_file(_INLINE_LOCATION)
    if path is None:
        raise FileNotFoundError(f"{official_schemas()} has no {_INLINE_LOCATION}")
    parser = secure_parser()
    parser.resolvers.add(OfficialResolver())
    return etree.XMLSchema(etree.parse(str(path), parser))


def objections(page: bytes | etree._Element) -> tuple[str, ...]:
    """What the schema has against a page, with line and reason; nothing when it is valid.

    Raises FileNotFoundError where the official schemas are missing.
    """
    schema = _schema()
    try:
        root = etree.fromstring(page, secure_parser(large=True)) if isinstance(page, bytes) else page
    except etree.XMLSyntaxError as wrong:
        return (f"The XML cannot be read: {wrong}.",)
    if schema.validate(root):
        return ()
    return tuple(f"Line {entry.line}: {entry.message}" for entry in schema.error_log)
