"""What a file must be before a processor opens it: no entities of its own, bounded nesting, and no archive that unpacks beyond measure.

Processors trust what they open: an entity may read a file of the machine, a small archive may unpack into a full disk. Nor has a processor
good words for what is no XBRL at all, such as a release that was not converted yet. Reads streams, and leaves everything else that may be
wrong with a file to the processor, which has the words for it.
"""

import json
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.parsers import expat

from converter.sources.encoding import decode
from converter.sources.source import format_of, known_binary
from converter.writers.outputs import FORMS

LARGEST = 1 << 30
"""Bytes that a file may have, and an archive may unpack to."""
_MOST_ENTRIES = 10_000
"""Files that an archive may hold; a report package has a dozen."""
_DEEPEST = 1_000
"""Levels that elements, objects and lists may be nested."""

_ARCHIVES = frozenset({".zip", ".xbri", ".xbr"})
_START = 1 << 16
_INLINE = b"/inlineXBRL"  # how its namespaces of 2008 and 2013 end
_PAGES = tuple(suffix for form in ("viewer", "ledger") for suffix in FORMS[form])
_XML = frozenset({".htm", ".html", ".xbrl", ".xhtml", ".xml", ".xsd"})


class _Unsafe(Exception):
    """Why a file is not opened, in words that go after its name."""


class _NotXbrl(Exception):
    """What a file is instead, in words that go after its name."""


def objection(path: Path) -> str | None:
    """Why an XBRL file must not be opened, in one sentence; None where nothing speaks against it. Raises OSError."""
    try:
        if path.stat().st_size > LARGEST:
            raise _Unsafe(f"is larger than {LARGEST >> 20} MB")
        if path.suffix.lower() in _ARCHIVES or zipfile.is_zipfile(path):
            _check_archive(path)
        else:
            with path.open("rb") as stream:
                _check(path.name, stream)
                stream.seek(0)
                _check_is_xbrl(path, stream)
    except _NotXbrl as other:
        return f"{path.name} {other}."
    except _Unsafe as reason:
        return f"{path.name} {reason}; it was not opened."
    return None


def _check_is_xbrl(path: Path, stream: IO[bytes]) -> None:
    """Refuses what cannot be XBRL: nothing, a picture, a table, text, HTML without a tagged fact. All XBRL in XML has namespaces."""
    start = stream.read(_START)
    if not start.strip():
        raise _NotXbrl("is empty")
    if kind := known_binary(start):
        raise _NotXbrl(f"is {kind}, not XBRL")
    if path.suffix.lower() == ".csv":
        raise _NotXbrl("is a table; where it belongs to an xBRL-CSV report, name its metadata, the file that ends in -csv.json")
    if path.name.endswith(_PAGES):
        raise _NotXbrl("is a page for people; validate the Inline XBRL that it was made from, the file that ends in .xhtml")
    decoded = decode(start)
    text = decoded.text.lstrip("\ufeff \t\n\f")
    if text.startswith(("{", "[")) or decoded.encoding.startswith(("utf-16", "utf-32")):
        return
    html = format_of(text) == "html"
    convert = f"If it is a release, convert it first: release2xbrl convert {path.name}"
    if html and _INLINE not in start and not any(_INLINE in piece for piece in _overlapping(stream)):
        raise _NotXbrl(f"is HTML without Inline XBRL. {convert}")
    if not html and not (text.startswith("<") and "xmlns" in text):
        raise _NotXbrl(f"is text, not XBRL. {convert}")


def _overlapping(stream: IO[bytes]) -> Iterator[bytes]:
    """The rest of the stream, in pieces that also hold the end of the one before."""
    end = b""
    for piece in _pieces(stream):
        yield end + piece
        end = piece[-len(_INLINE) :]


def _check_archive(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES:
                raise _Unsafe(f"holds {len(entries):,} files, more than {_MOST_ENTRIES:,}")
            if sum(entry.file_size for entry in entries) > LARGEST:
                raise _Unsafe(f"unpacks to more than {LARGEST >> 20} MB")
            for entry in entries:
                _check_entry(entry)
                if not entry.is_dir():
                    with archive.open(entry) as stream:
                        _check(entry.filename, stream)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as broken:
        raise _Unsafe(f"is no zip archive that can be unpacked ({broken})") from None


def _check_entry(entry: zipfile.ZipInfo) -> None:
    parts = entry.filename.replace("\\", "/").split("/")
    if ".." in parts or not parts[0] or ":" in parts[0]:
        raise _Unsafe(f"holds {entry.filename!r}, which lies outside of it")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _Unsafe(f"holds {entry.filename!r}, a link")
    if entry.flag_bits & 1:
        raise _Unsafe(f"holds {entry.filename!r}, which is encrypted")


def _check(name: str, stream: IO[bytes]) -> None:
    suffix = Path(name).suffix.lower()
    if suffix in _XML:
        _check_xml(stream)
    elif suffix == ".json":
        _check_json(stream)


def _check_xml(stream: IO[bytes]) -> None:
    depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _Unsafe(f"is nested more than {_DEEPEST:,} levels deep (line {parser.CurrentLineNumber:,})")

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(name: str, *rest: object) -> None:
        raise _Unsafe(f"declares an entity of its own, {name!r} (line {parser.CurrentLineNumber:,})")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.EntityDeclHandler = opened, closed, declared
    try:
        for piece in _pieces(stream):
            parser.Parse(piece, False)
    except (expat.ExpatError, LookupError, ValueError):
        return  # not well-formed or in a rare encoding: the processor says so better


def _check_json(stream: IO[bytes]) -> None:
    try:
        json.loads(stream.read())
    except RecursionError:
        raise _Unsafe("is nested too deeply") from None
    except json.JSONDecodeError as broken:
        raise _Unsafe(f"is not JSON (line {broken.lineno:,}, column {broken.colno:,}: {broken.msg})") from None
    except ValueError as broken:
        raise _Unsafe(f"is not JSON ({broken})") from None


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    while piece := stream.read(1 << 16):
        yield piece
