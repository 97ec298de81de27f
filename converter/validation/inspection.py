"""What a file must be before a processor opens it: no entities of its own, bounded nesting, and no archive that unpacks beyond measure.

Processors trust what they open: an entity may read a file of the machine, a small archive may unpack into a full disk. Reads streams, and
leaves everything else that may be wrong with a file to the processor, which has the words for it.
"""

import json
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.parsers import expat

LARGEST = 1 << 30
"""Bytes that a file may have, and an archive may unpack to."""
MOST_ENTRIES = 10_000
"""Files that an archive may hold; a report package has a dozen."""
DEEPEST = 1_000
"""Levels that elements, objects and lists may be nested."""

_ARCHIVES = frozenset({".zip", ".xbri", ".xbr"})
_XML = frozenset({".htm", ".html", ".xbrl", ".xhtml", ".xml", ".xsd"})


class _Unsafe(Exception):
    """Why a file is not opened, in words that go after its name."""


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
    except _Unsafe as reason:
        return f"{path.name} {reason}; it was not opened."
    return None


def _check_archive(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise _Unsafe(f"holds {len(entries):,} files, more than {MOST_ENTRIES:,}")
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
        if depth > DEEPEST:
            raise _Unsafe(f"is nested more than {DEEPEST:,} levels deep (line {parser.CurrentLineNumber:,})")

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
