"""release2xbrl: reads an earnings release and writes XBRL.

    from converter import convert

    conversion = convert("release.txt")
    if conversion.ok:
        conversion.write("out")

The names below load when they are first used, so that a command that needs one of them does not pay for the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converter.comparison.compare import Comparison, compare
    from converter.diagnostic import Code, Diagnostic, Refusal, Severity
    from converter.filing import Filing
    from converter.model import Model
    from converter.pipeline import Conversion, convert, from_line_items
    from converter.report import Fact, Report
    from converter.sources.source import Source

_HOMES = {
    "Code": "diagnostic",
    "Comparison": "comparison.compare",
    "Conversion": "pipeline",
    "Diagnostic": "diagnostic",
    "Fact": "report",
    "Filing": "filing",
    "Model": "model",
    "Refusal": "diagnostic",
    "Report": "report",
    "Severity": "diagnostic",
    "Source": "sources.source",
    "compare": "comparison.compare",
    "convert": "pipeline",
    "from_line_items": "pipeline",
}

__all__ = [
    "Code",
    "Comparison",
    "Conversion",
    "Diagnostic",
    "Fact",
    "Filing",
    "Model",
    "Refusal",
    "Report",
    "Severity",
    "Source",
    "compare",
    "convert",
    "from_line_items",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"converter.{_HOMES[name]}"), name)
