"""Bytes become the same text whatever they are wrapped in, and what is no release is refused in one sentence."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from converter.diagnostic import Code, Refusal
from converter.sources.encoding import decode
from converter.sources.source import Source, format_of, read_bytes

PLAIN = "A release\n\n  Net sales     $ 7,792   $ 5,660\n  Cost               100       200\n"
CURLY = PLAIN.replace("A release", "A \u201crelease\u201d \u2014 caf\u00e9")


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "cp1252",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("text", [PLAIN, CURLY])
def test_every_encoding_and_newline_reads_as_the_same_text(text: str, encoding: str, newline: str) -> None:
    assert Source.from_bytes(text.replace("\n", newline).encode(encoding), "release").text == text


def test_utf16_with_either_mark() -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decode(mark + CURLY.encode(encoding)).text == CURLY


def test_a_guess_is_told_only_where_it_could_matter() -> None:
    assert [note.code for note in Source.from_bytes(CURLY.encode("cp1252"), "r").notes] == [Code.ENCODING_GUESSED]
    assert not Source.from_bytes(PLAIN.encode("cp1252"), "r").notes
    assert not Source.from_bytes(CURLY.encode("utf-8"), "r").notes


def test_bytes_that_windows_1252_does_not_define_are_tolerated() -> None:
    assert len(decode(b"caf\xe9 \x81\x8d\x8f\x90\x9d").text) == 10


def test_one_broken_byte_does_not_spoil_utf8() -> None:
    data = (CURLY * 3).encode() + b"caf\xe9 end"
    decoded = decode(data)
    assert decoded.text == CURLY * 3 + "caf\u00e9 end"
    assert decoded.guessed


def test_charset_of_the_markup() -> None:
    markup = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head>\u0141\u00f3d\u017a</html>'
    decoded = decode(markup.encode("iso-8859-2"))
    assert decoded.text == markup
    assert decoded.encoding == "iso-8859-2"
    assert not decoded.guessed


@pytest.mark.parametrize("charset", ["utf-16", "base64", "rot13", "idna", "nonsense", "unicode_escape"])
def test_a_charset_that_cannot_be_is_passed_over(charset: str) -> None:
    markup = f'<html><meta charset="{charset}"><p>caf\u00e9</p></html>'
    assert "caf\u00e9" in decode(markup.encode("cp1252")).text


def test_windows_1252_that_was_encoded_again_as_latin_1() -> None:
    assert decode("\x93quoted\x94 caf\u00e9".encode()).text == "\u201cquoted\u201d caf\u00e9"


def test_nul_bytes_keep_their_columns_and_padding_goes() -> None:
    assert decode(b"Net\0sales  7\n\0\0\0").text == "Net sales  7\n"


def test_form_feeds_and_other_separators_do_not_split_lines() -> None:
    text = "one\ftwo\x0bthree\x85four\u2028five\nsix\n"
    source = Source.from_bytes(text.encode(), "r")
    assert source.text == text
    assert source.lines([1, 2]) == {1: "one\ftwo\x0bthree\x85four\u2028five", 2: "six"}


def test_lines_that_are_not_there_are_left_out() -> None:
    source = Source.from_bytes(b"one\ntwo", "r")
    assert source.lines([2, 1, 2, 99]) == {1: "one", 2: "two"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<html><body>x</body></html>", "html"),
        ("<!DOCTYPE html>\n<p>x</p>", "html"),
        ("<table border=0><tr><td>1</td></tr></table>", "html"),
        ("<div>Net sales</div><div>7</div>", "html"),
        ("\n\n\n   <HTML>", "html"),
        ("<PAGE>   1\n<TABLE>\n<CAPTION>\n<S>  <C>  <C>\nNet sales 1 2\n</TABLE>\n<FN>\n<F1> x\n</FN>", "text"),
        ("profit < 5 and loss > 3, a<b>c", "text"),
        ("", "text"),
    ],
)
def test_format(text: str, expected: str) -> None:
    assert format_of(text) == expected


def _refused(data: bytes) -> Code:
    with pytest.raises(Refusal) as caught:
        Source.from_bytes(data, "release")
    assert caught.value.diagnostic.message.startswith("release is") or caught.value.diagnostic.message.startswith("release holds")
    assert caught.value.diagnostic.hint
    return caught.value.diagnostic.code


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0\0\0\0\0\0"])
def test_empty(data: bytes) -> None:
    assert _refused(data) is Code.SOURCE_EMPTY


@pytest.mark.parametrize(
    "magic",
    [
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"\xd0\xcf\x11\xe0",
    ],
)
def test_known_binary(magic: bytes) -> None:
    assert _refused(magic + b"some text that follows\n" * 40) is Code.SOURCE_BINARY


def test_unknown_binary() -> None:
    assert _refused(random.Random(7).randbytes(50_000)) is Code.SOURCE_BINARY
    assert _refused(bytes(range(256)) * 20) is Code.SOURCE_BINARY
    assert _refused(b"word\0\0\0\0" * 500) is Code.SOURCE_BINARY


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "none.txt", "does not exist"), (tmp_path, "is a folder")):
        with pytest.raises(Refusal, match=words) as caught:
            Source.from_path(path)
        assert caught.value.diagnostic.code is Code.SOURCE_UNREADABLE


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(PLAIN)
    path.chmod(0)
    with pytest.raises(Refusal, match="may not be read"):
        Source.from_path(path)


def test_permission_error_becomes_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(PLAIN)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Refusal, match="may not be read"):
        read_bytes(path)


def test_name_is_the_stem(tmp_path: Path) -> None:
    path = tmp_path / "q4.2003.htm"
    path.write_text("<html><body>x</body></html>")
    source = Source.from_path(path)
    assert (source.name, source.format, source.origin) == ("q4.2003", "html", str(path))


def test_fifty_megabytes_stay_within_three_hundred(tmp_path: Path) -> None:
    """Peak memory of the process, read from the system, for a source with curly quotes (two bytes a character in memory)."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        for _ in range(50):
            file.write((b"some other text of a line, 48 characters long ... \r\n" * 20165)[: 1 << 20])
        file.write("\n\u201cquoted\u201d".encode())
    code = f"""
from pathlib import Path
from converter.sources.source import Source
source = Source.from_path(Path({str(path)!r}))
assert source.text.endswith("\\u201cquoted\\u201d") and "\\r\\n" not in source.text
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""
    if not sys.platform.startswith("linux"):
        pytest.skip("the peak of a process is read from /proc there only")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    assert int(done.stdout) < 300 * 1024
