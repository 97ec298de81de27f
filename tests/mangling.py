"""Bytes of releases spoilt in the ways that files are spoilt: cut, spliced, shifted, doubled, swapped, flipped, wrongly encoded.

A way takes a seeded random source, the bytes, and the bytes of another release, and gives other bytes. The same seed gives the same bytes.
"""

import re
from collections.abc import Callable
from random import Random

Way = Callable[[Random, bytes, bytes], bytes]

_MARKUP = (
    b"<table>", b"</table>", b"<td colspan=9999999>", b"<td rowspan=-3>", b"<tr>", b"</td>", b"<!--", b"-->",
    b"<![CDATA[", b"]]>", b"<?x ?>", b"<pre>", b"</pre>", b"<PAGE>", b"<TABLE>", b"<S>", b"<C>", b"&#0;",
    b"&#xFFFFFF;", b"&nbsp;", b"<script>", b"<plaintext>", b"<title>", b"<html>", b"<font size=", b"<a name='x",
    b"<sup>(1)</sup>", b"<ix:nonFraction>", b"<svg>", b"<div style='display:none'>", b"<br/>",
    b"<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n", b"</TEXT>\n</DOCUMENT>\n", b"<TYPE>EX-27",
)  # fmt: skip
_WORDS = (
    b"(", b")", b"$", b"%", b",", b".", b"--", b"-0-", b"\t", b"\f", b"\0", b"\r", b"\x85", b"\xa0", b"\xe2\x80\x94",
    b"\xe2\x80\xaf", b"\xef\xbf\xbe", b"\xd9\xa3", b"\xc2\xbd", b"\xe2\x85\xa7", b"9" * 400, b"1e999", b"0" * 40,
    b"(1,2", b"1,23,4", b"Three Months Ended", b"February 30, 1999", b"December 31, 9999", b"Year ended 0000",
    b"53 weeks", b"June 31", b"in thousands", b"in billions", b"per share", b"Total assets", b"Net loss",
    b"Balance sheets", b"Statements of operations", b"1995", b"'95", b"00/00/00", b"=cmd()", b"\xed\xa0\x80",
    b"\xf0\x9f\x92\xb0",
)  # fmt: skip
_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "utf-8", "cp1252", "cp437", "cp037", "shift_jis", "utf-7")


def cut(random: Random, data: bytes, other: bytes) -> bytes:
    """Ends in the middle, or begins there."""
    at = random.randrange(len(data) + 1)
    return data[:at] if random.random() < 0.7 else data[at:]


def splice(random: Random, data: bytes, other: bytes) -> bytes:
    """The first part of one and the last part of another, or a piece of another in the middle."""
    at, from_, size = random.randrange(len(data) + 1), random.randrange(len(other) + 1), random.randrange(20_000)
    return data[:at] + other[from_:] if random.random() < 0.5 else data[:at] + other[from_ : from_ + size] + data[at:]


def shift_columns(random: Random, data: bytes, other: bytes) -> bytes:
    """Lines begin later or earlier, or blanks in the middle grow and shrink."""

    def shifted(line: bytes) -> bytes:
        if random.random() < 0.8:
            return line
        if random.random() < 0.5:
            return b" " * random.randrange(12) + line if random.random() < 0.5 else line[random.randrange(12) :]
        return re.sub(rb"  +", lambda blank: b" " * random.randrange(1, 2 * len(blank[0])), line)

    return b"\n".join(map(shifted, data.split(b"\n")))


def double_lines(random: Random, data: bytes, other: bytes) -> bytes:
    """Lines stand twice, are gone, or change places."""
    lines = data.split(b"\n")
    for _ in range(random.randrange(1, 30)):
        at = random.randrange(len(lines))
        chance = random.random()
        if chance < 0.4:
            lines[at:at] = lines[max(0, at - random.randrange(1, 60)) : at]
        elif chance < 0.7 and len(lines) > 1:
            del lines[at]
        else:
            to = random.randrange(len(lines))
            lines[at], lines[to] = lines[to], lines[at]
    return b"\n".join(lines)


def swap_digits(random: Random, data: bytes, other: bytes) -> bytes:
    """Digits become other digits."""
    share = random.choice((0.01, 0.1, 1.0))
    return re.sub(rb"\d", lambda digit: b"%d" % random.randrange(10) if random.random() < share else digit[0], data)


def flip_bytes(random: Random, data: bytes, other: bytes) -> bytes:
    """Bytes become any bytes."""
    held = bytearray(data)
    for _ in range(random.choice((1, 10, 1000))):
        if held:
            held[random.randrange(len(held))] = random.randrange(256)
    return bytes(held)


def encode_wrongly(random: Random, data: bytes, other: bytes) -> bytes:
    """The text in another encoding, with or without its mark, and sometimes cut in the middle of a character."""
    text = data.decode("latin-1")
    encoding = random.choice(_ENCODINGS)
    made = text.encode(encoding, "replace")
    return made[random.randrange(4) :] if random.random() < 0.3 else made


def drop_tags(random: Random, data: bytes, other: bytes) -> bytes:
    """Tags vanish, or lose their end."""
    share = random.choice((0.02, 0.3))

    def maybe(tag: re.Match[bytes]) -> bytes:
        return tag[0] if random.random() > share else b"" if random.random() < 0.7 else tag[0][:-1]

    return re.sub(rb"<[^<>]*>", maybe, data)


def strew(random: Random, data: bytes, other: bytes) -> bytes:
    """Markup and odd words in any place."""
    for _ in range(random.choice((1, 8, 60))):
        at = random.randrange(len(data) + 1)
        data = data[:at] + random.choice(_MARKUP + _WORDS) + data[at:]
    return data


def replace_cells(random: Random, data: bytes, other: bytes) -> bytes:
    """Numbers become odd words."""
    share = random.choice((0.01, 0.2))
    return re.sub(rb"[\d,.]+", lambda number: random.choice(_WORDS) if random.random() < share else number[0], data)


def join_lines(random: Random, data: bytes, other: bytes) -> bytes:
    """Line ends vanish, change their kind, or everything is one line."""
    end = random.choice((b"", b" ", b"\r", b"\r\n", b"\n\r", b"\x0b", b"\xe2\x80\xa8"))
    return data.replace(b"\n", end)


WAYS: tuple[Way, ...] = (
    cut, splice, shift_columns, double_lines, swap_digits, flip_bytes, encode_wrongly, drop_tags, strew, replace_cells, join_lines,
)  # fmt: skip


def mangled(seed: int, data: bytes, other: bytes) -> bytes:
    """The bytes after one to three ways of spoiling them."""
    random = Random(seed)
    for _ in range(random.choice((1, 1, 2, 3))):
        data = random.choice(WAYS)(random, data, other)
    return data
