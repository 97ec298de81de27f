"""Bytes to text: which encoding, from the mark, the bytes or the markup, and newlines as `\\n` alone.

In this order: a byte order mark; the pattern of zero bytes that UTF-16 and UTF-32 leave in Latin text; strict UTF-8; the charset that the
markup names; mostly UTF-8 with broken bytes; Windows-1252 as the WHATWG's Encoding Standard reads it (no byte is undefined).
"""

import codecs
import re

from attrs import evolve, frozen

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
_DECLARED = re.compile(rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([-\w]{2,20})""", re.IGNORECASE)
_KNOWN = re.compile(r"iso-8859-\d{1,2}|windows-125\d|koi8-[ru]|macintosh|shift_jis|euc-(?:jp|kr)|gb(?:2312|k|18030)|big5|utf-8")
_ESCAPED = re.compile("[\udc80-\udcff]")
_WHOLE = re.compile("[^\0-\x7f\udc80-\udcff]")
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_HEAD = 4096


@frozen
class Decoded:
    """text: newlines are `\\n`, no byte order mark, NUL shown as a blank so that columns stay. encoding: as Python names it.

    guessed: why the encoding is a guess; empty when a mark, a declaration or the bytes themselves tell it. zeros: how many NULs there were.
    """

    text: str
    encoding: str
    guessed: str = ""
    zeros: int = 0


def decode(data: bytes) -> Decoded:
    """Never fails: Windows-1252 reads any bytes."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_normalised(data[len(mark) :].decode(encoding, "replace")), encoding)
    wide = _wide(data[:_HEAD])
    if wide:
        return Decoded(_normalised(data.decode(wide, "replace")), wide)
    # Newlines are settled in the bytes, where a copy costs one byte a character, and not in the text, where it may cost four.
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = data.rstrip(b"\0")  # padding of old file systems
    zeros = data.count(b"\0")
    if zeros:
        data = data.replace(b"\0", b" ")
    if data.isascii():
        return Decoded(data.decode("ascii"), "ascii", zeros=zeros)
    try:
        return Decoded(_without_c1(data.decode("utf-8")), "utf-8", zeros=zeros)
    except UnicodeDecodeError:
        return evolve(_not_strict(data), zeros=zeros)


def _not_strict(data: bytes) -> Decoded:
    declared = _declared(data)
    if declared and declared != "utf-8":
        try:
            return Decoded(data.decode(declared), declared)
        except UnicodeDecodeError:
            pass  # the declaration is wrong: go on as if there were none
    text = data.decode("utf-8", "surrogateescape")
    broken = sum(1 for _ in _ESCAPED.finditer(text))
    whole = sum(1 for _ in _WHOLE.finditer(text))
    if declared == "utf-8" or whole > broken:
        text = _ESCAPED.sub(lambda match: _WINDOWS[ord(match[0]) - 0xDC00], text)
        return Decoded(text, "utf-8", f"it is UTF-8 except for {broken} {'bytes' if broken > 1 else 'byte'}, read as Windows-1252")
    del text
    return Decoded(
        codecs.charmap_decode(data, "strict", _WINDOWS)[0],
        "cp1252",
        "neither a mark nor a declaration tells it and it is not UTF-8, so it was read as Windows-1252",
    )


def _without_c1(text: str) -> str:
    """U+0080 to U+009F are no letters but Windows-1252 that somebody re-encoded as Latin-1. U+0085 may be meant, and stays."""
    return _C1.sub(lambda match: _WINDOWS[ord(match[0])], text) if _C1.search(text) else text


def _wide(head: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: Latin text has its zero bytes at the same places of every unit."""
    zeros = [head[offset::4].count(0) for offset in range(4)]
    quarter = len(head) // 4
    if quarter < 2 or not any(zeros):
        return ""
    many, few = quarter * 0.4, quarter * 0.05
    pattern = "".join("0" if count >= many else "x" if count <= few else "?" for count in zeros)
    return {"x0x0": "utf-16-le", "0x0x": "utf-16-be", "x000": "utf-32-le", "000x": "utf-32-be"}.get(pattern, "")


def _declared(data: bytes) -> str:
    """The charset that the markup names, as Python's codecs call it; empty for none or one that text cannot be in."""
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return ""
    name = match[1].decode("ascii").lower().replace("latin1", "iso-8859-1").replace("utf8", "utf-8")
    if name.startswith("utf-16"):  # a declaration that could be read as ASCII cannot be in UTF-16
        return "utf-8"
    if name in ("iso-8859-1", "us-ascii", "ascii", "windows-1252"):
        return ""  # all mean Windows-1252 in practice, the last resort anyhow
    return name if _KNOWN.fullmatch(name) else ""


def _normalised(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\0", " ")
