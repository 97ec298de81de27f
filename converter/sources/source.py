"""Source: the bytes of a release as text, with all that is known before reading: format, encoding, the submission's header.

What cannot be a release (nothing, a picture, a folder) is refused here, in one sentence that says what to do instead.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from converter.diagnostic import Code, Diagnostic, Refusal
from converter.filing import Filing
from converter.sources.encoding import decode
from converter.sources.submission import is_submission, pick

LARGEST = 512 << 20
"""Bytes that a source may have. A release has thousands; what is far larger is not one."""

_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"%PDF-", "a PDF"),
    (b"%!PS", "PostScript"),
    (b"{\\rtf", "a rich-text file"),
    (b"PK\x03\x04", "a zip archive (or a Word or Excel file)"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = re.compile("[\0-\x07\x0e-\x19\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_SAMPLE = 1 << 16
_DOCUMENT_TAG = re.compile(r"<(?:!doctype\s+html|html|body|head)\b", re.IGNORECASE)
_HTML_TAG = re.compile(r"</?(?:table\s|tr|td|th|div|p|span|font|br|hr|pre|center|h[1-6]|ul|li|ix:\w+)\b[^<>]*>", re.IGNORECASE)


@frozen
class Source:
    """A release before it is read.

    name: stem of its outputs. text: decoded, newlines as `\\n`, form feeds kept; in a submission the exhibit that was picked, with an empty
    line for every line in front of it: line numbers are always those of the file. format: `text` or `html`. encoding: as Python names it.
    header: what a submission's SGML header tells. origin: where it came from, for messages. notes: what had to be decided to get here.
    lead: characters of text, all blank, that stand for what is in front of the exhibit.
    """

    name: str
    text: str
    format: str = "text"
    encoding: str = "utf-8"
    header: Filing | None = None
    origin: str = ""
    notes: tuple[Diagnostic, ...] = ()
    lead: int = 0

    @classmethod
    def from_path(cls, path: Path | str, name: str = "", exhibit: str = "") -> "Source":
        """Reads a file; its stem is the name unless one is given. exhibit: type of the document to take from a submission.

        Raises Refusal: SOURCE_UNREADABLE, SOURCE_EMPTY, SOURCE_BINARY, EXHIBIT_MISSING.
        """
        path = Path(path)
        return cls.from_bytes(read_bytes(path), name or path.stem, str(path), exhibit)

    @classmethod
    def from_bytes(cls, data: bytes, name: str, origin: str = "", exhibit: str = "") -> "Source":
        """Decodes and looks: which encoding, which format, which document of a submission. Raises Refusal like from_path."""
        origin = origin or name
        _refuse_known_binary(data, origin)
        decoded = decode(data)
        del data  # a large source is not held twice
        if not decoded.text or decoded.text.isspace():
            raise _refusal(Code.SOURCE_EMPTY, f"{origin} is empty.", "Give the text or HTML of an earnings release.")
        _refuse_controls(decoded.text, decoded.zeros, origin)
        text = decoded.text
        header: Filing | None = None
        notes: tuple[Diagnostic, ...] = ()
        lead = 0
        if decoded.guessed:
            notes = (
                Diagnostic(
                    Code.ENCODING_GUESSED,
                    f"The encoding is a guess: {decoded.guessed}.",
                    hint="Save the file as UTF-8 where letters look wrong.",
                ),
            )
        if is_submission(text):
            picked = pick(text, exhibit)
            text, header, notes, lead = picked.text, picked.header, notes + picked.notes, picked.lead
        elif exhibit:
            message = f"{origin} is not an SGML submission, so it has no exhibit {exhibit!r}."
            raise _refusal(Code.EXHIBIT_MISSING, message, "Leave --exhibit out.")
        return cls(name, text, format_of(text), decoded.encoding, header, origin, notes, lead)

    def lines(self, numbers: Iterable[int]) -> dict[int, str]:
        """Lines of the text by number, from 1, in order; those that are not there are left out. Lines end at `\\n` only."""
        found: dict[int, str] = {}
        number, start = 1, 0
        for wanted in sorted(set(numbers)):
            while start >= 0 and number < wanted:
                number, start = number + 1, self.text.find("\n", start) + 1 or -1
            if start < 0:
                break
            end = self.text.find("\n", start)
            found[wanted] = self.text[start : end if end >= 0 else len(self.text)]
        return found


def read_bytes(path: Path) -> bytes:
    """The bytes of a file or pipe. Raises Refusal (SOURCE_UNREADABLE) in place of OSError, and for what is larger than a source may be."""
    try:
        if path.is_dir():
            raise _refusal(Code.SOURCE_UNREADABLE, f"{path} is a folder, not a file.", "Name the files in it, e.g. with a wildcard.")
        if path.is_file():
            if path.stat().st_size > LARGEST:
                raise _refusal(Code.SOURCE_UNREADABLE, f"{path} is larger than {LARGEST >> 20} MB.", "A release is far smaller.")
            return path.read_bytes()
        with path.open("rb") as pipe:
            pieces, size = [], 0
            while piece := pipe.read(1 << 20):
                pieces.append(piece)
                size += len(piece)
                if size > LARGEST:
                    raise _refusal(Code.SOURCE_UNREADABLE, f"{path} gives more than {LARGEST >> 20} MB.", "A release is far smaller.")
            return b"".join(pieces)
    except FileNotFoundError:
        raise _refusal(Code.SOURCE_UNREADABLE, f"{path} does not exist.", "Check the name and the folder.") from None
    except PermissionError:
        raise _refusal(Code.SOURCE_UNREADABLE, f"{path} may not be read.", "Check its permissions.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _refusal(Code.SOURCE_UNREADABLE, f"{path} cannot be read ({reason}).", "Copy it to a place where it can.") from None


def format_of(text: str) -> str:
    """`html` when the first pages hold HTML tags, else `text`. The SEC's `<TABLE>`, `<CAPTION>`, `<S>`, `<C>`, `<PAGE>` are text."""
    start = next((match.start() for match in re.finditer(r"\S", text)), 0)
    end = start + 4 * _SAMPLE
    if _DOCUMENT_TAG.search(text, start, end):
        return "html"
    tags = _HTML_TAG.finditer(text, start, end)
    return "html" if sum(1 for _ in zip(tags, range(2), strict=False)) == 2 else "text"


def known_binary(data: bytes) -> str:
    """What bytes are by the way they begin, with its article, such as `a PDF`; empty where that is not known."""
    start = data[:64].lstrip()
    return next((what for magic, what in _MAGIC if start.startswith(magic)), "")


def _refuse_known_binary(data: bytes, origin: str) -> None:
    if what := known_binary(data):
        unpack = "Unpack it, or save" if "archive" in what else "Save"
        raise _refusal(Code.SOURCE_BINARY, f"{origin} is {what}, not text or HTML.", f"{unpack} the release as text or HTML first.")


def _refuse_controls(text: str, zeros: int, origin: str) -> None:
    """Text has next to no control characters; compressed bytes read as text are full of them, wherever one looks."""
    middle = len(text) // 2
    sample = text[:_SAMPLE] + text[middle : middle + _SAMPLE] if len(text) > 2 * _SAMPLE else text
    if zeros > max(16, len(text) // 20) or sum(1 for _ in _CONTROLS.finditer(sample)) > max(8, len(sample) // 33):
        raise _refusal(Code.SOURCE_BINARY, f"{origin} holds binary data, not text or HTML.", "Save the release as text or HTML first.")


def _refusal(code: Code, message: str, hint: str) -> Refusal:
    return Refusal(Diagnostic(code, message, hint=hint))
