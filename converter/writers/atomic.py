"""Files that are whole or absent."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from converter.diagnostic import Code, Diagnostic, Refusal


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes files, by path relative to the folder, and returns their paths. The folder and its parents are made where absent.

    All content is put beside its place under temporary names first and renamed at the end, so a reader sees the old file or the whole
    new one. Raises Refusal(OUTPUT_FAILED) when something cannot be written; then no temporary file is left, and no file is half written.
    """
    waiting: list[tuple[str, Path]] = []
    place = folder
    try:
        for name, content in files.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            if place.is_dir():
                raise IsADirectoryError(21, "a folder stands in its place")
            handle, temporary = tempfile.mkstemp(prefix=f".{place.name[:40]}-", suffix=".part", dir=place.parent)
            waiting.append((temporary, place))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(temporary, _mode(place))
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
    return tuple(place for _, place in waiting)


def _mode(place: Path) -> int:
    """The mode of the file that is replaced, else what the process's umask leaves of rw-rw-rw-: mkstemp alone would hide it from others."""
    with suppress(OSError):
        return place.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
