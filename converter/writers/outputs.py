"""The files that one release becomes: the one list of their names."""

from pathlib import Path

SUFFIXES = (".xbrl", ".xsd", "-lab.xml", "-pre.xml", "-cal.xml", ".ledger.csv")
"""What is put after a release's name. The core taxonomy's files under `er/` are shared by all releases of a folder and not among them."""


def output_paths(directory: Path, name: str) -> tuple[Path, ...]:
    """Where every output of a release belongs, whether it exists or not."""
    return tuple(directory / f"{name}{suffix}" for suffix in SUFFIXES)


def remove_outputs(directory: Path, name: str) -> tuple[Path, ...]:
    """Removes the outputs of an earlier conversion, so that no stale file poses as a result. Returns them. Raises OSError."""
    stale = tuple(path for path in output_paths(directory, name) if path.is_file() or path.is_symlink())
    for path in stale:
        path.unlink()
    return stale
