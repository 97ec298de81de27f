"""What each code means, for people: the sections of `docs/diagnostics.md`, which the package carries."""

import re
from functools import cache
from pathlib import Path

from attrs import frozen

_SECTION = re.compile(r"^### (?P<label>[a-z-]+)\n\n(?P<text>.*?)(?=^#{2,3} |\Z)", re.MULTILINE | re.DOTALL)
_MEANING = re.compile(r"\*\*(?P<severity>Error|Warning|Note)\.\*\* (?P<meaning>.*)\n\n")
_EXAMPLE = re.compile(r"\n\n```text\n(?P<example>.*)\n```\n*\Z")


@frozen
class Explanation:
    """A section of the documentation. severity, meaning: as it shows them. text: what it means and what to do. example: a real message."""

    label: str
    severity: str
    meaning: str
    text: str
    example: str


def documentation() -> Path:
    """The file: in `docs/` of a checkout, `converter/docs` where it was installed. Raises FileNotFoundError when neither is there."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "docs", package.parent / "docs"):
        if (folder / "diagnostics.md").is_file():
            return folder / "diagnostics.md"
    raise FileNotFoundError(f"no diagnostics.md in {package / 'docs'} or {package.parent / 'docs'}")


@cache
def explanations() -> dict[str, Explanation]:
    """All sections by code, in the order of the page."""
    return {section.label: section for section in read_explanations(documentation().read_text(encoding="utf-8"))}


def read_explanations(page: str) -> list[Explanation]:
    """The sections of a page. What a section lacks is empty."""
    found = []
    for section in _SECTION.finditer(page):
        text = section["text"]
        meaning, example = _MEANING.match(text), _EXAMPLE.search(text)
        body = text[meaning.end() if meaning else 0 : example.start() if example else len(text)].strip()
        severity, words = (meaning["severity"].lower(), meaning["meaning"]) if meaning else ("", "")
        found.append(Explanation(section["label"], severity, words, body, example["example"] if example else ""))
    return found


def section(label: str, severity: str, meaning: str, text: str, example: str) -> str:
    """A section as the page has it."""
    shown = f"\n\n```text\n{example}\n```" if example else ""
    return f"### {label}\n\n**{severity.capitalize()}.** {meaning}\n\n{text}{shown}\n\n"
