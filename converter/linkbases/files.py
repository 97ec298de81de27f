"""Taxonomy or Report -> the files of a taxonomy, as bytes by name. Core: `core_taxonomy`. A report's own: `extension`."""

from converter.linkbases.core_taxonomy import STATEMENT_ROLES, core_files, package_files, print_taxonomy, taxonomy_package
from converter.linkbases.extension import CORE_FOLDER, extension_files
from converter.report import Report

__all__ = [
    "CORE_FOLDER",
    "STATEMENT_ROLES",
    "core_files",
    "extension_files",
    "package_files",
    "print_taxonomy",
    "taxonomy_files",
    "taxonomy_package",
]


def taxonomy_files(report: Report) -> dict[str, bytes]:
    """Every taxonomy file that the report's instance needs beside it: the core under `er/`, and its extension, which points to the core.

    Raises ValueError as extension_files does.
    """
    core = {f"{CORE_FOLDER}/{name}": content for name, content in core_files(report.taxonomy).items()}
    return {**core, **extension_files(report)}
