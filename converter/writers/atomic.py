"""Files that are whole or absent."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from converter.diagnostic import Code, Diagnostic, Refusal


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes files, by path relative to the folder, and returns their paths. The folder and its parents are made where absent.

    files: in the order in which one needs the other: what is pointed to before what points. All content is on disk under temporary names
    before the first old file goes; then old files that differ are taken away, those that point first, and the new ones put in their places,
    those that point last. So whoever looks, or whenever the process is ended, finds no file that is half written, and none beside
    an older one that it does not fit. A file that has its content already is left alone.

    Raises Refusal(OUTPUT_FAILED) when something cannot be written; then no temporary file is left, and no file is half written.
    """
    waiting: list[tuple[str, Path]] = []
    old: list[Path] = []
    place = folder
    try:
        for name, content in files.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            if place.is_dir():
                raise IsADirectoryError(21, "a folder stands in its place")
            if not _holds(place, content):
                if os.path.lexists(place):
                    old.append(place)
                waiting.append((_put_beside(place, content), place))
        for place in reversed(old):
            place.unlink(missing_ok=True)
        for temporary, place in waiting:
            os.replace(temporary, place)
    except OSError as wrong:
        reason = wrong.strerror or str(wrong)
        hint = "Give another folder with -o, or make room and allow writing there."
        raise Refusal(Diagnostic(Code.OUTPUT_FAILED, f"{place} could not be written: {reason}.", hint=hint)) from wrong
    finally:
        for temporary, _ in waiting:
            with suppress(OSError):
                os.unlink(temporary)
    return tuple(folder / name for name in files)


def _holds(place: Path, content: bytes) -> bool:
    """Whether the file is there, is no link, and has the content."""
    try:
        return not place.is_symlink() and place.stat().st_size == len(content) and place.read_bytes() == content
    except OSError:
        return False


def _put_beside(place: Path, content: bytes) -> str:
    """Writes a file beside its place under a temporary name; where the system can, it gets the name only when it is whole."""
    temporary = str(place.parent / f".{place.name[:40]}-{os.urandom(6).hex()}.part")
    if _written_without_name(place, content, temporary):
        return temporary
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, _mode(place))
    except OSError:
        os.unlink(temporary)
        raise
    return temporary


def _written_without_name(place: Path, content: bytes, name: str) -> bool:
    """Whether the content was written to a file without name, gone if the process ends, which was then named (open(2), O_TMPFILE)."""
    if not hasattr(os, "O_TMPFILE"):
        return False
    try:
        with os.fdopen(os.open(place.parent, os.O_TMPFILE | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), _mode(place))
            # a folder's handle makes Python call linkat(2), which follows the link to the open file; link(2) would not
            os.link(f"/proc/self/fd/{file.fileno()}", name, src_dir_fd=file.fileno(), follow_symlinks=True)
    except OSError:
        return False
    return True


def _mode(place: Path) -> int:
    """The mode of the file that is replaced, else what the process's umask leaves of rw-rw-rw-: mkstemp alone would hide it from others."""
    with suppress(OSError):
        return place.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
