"""How a printed number says the value of its fact: which of its characters, by which transformation, at which scale."""

import re
from decimal import Decimal
from typing import Final

from attrs import frozen

from converter.report import Fact

NUMBER: Final = "num-dot-decimal"
_ZERO: Final = "fixed-zero"
"""Transformations of registry 4 (2020-02-12): digits with commas and a point; anything that means zero."""

_DIGITS: Final = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
_NOTHING: Final = re.compile(r"[^\W\d_]+\.?|[-\u2010-\u2015\u2212]+(?:0[-\u2010-\u2015\u2212]+)?")
_LARGEST: Final = 15


@frozen
class Ink:
    """The characters [start, end) of a place that are the number without its sign. scale: the power of ten that they are printed in."""

    start: int
    end: int
    format: str
    scale: int

    def value(self, characters: str) -> Decimal:
        """What the characters say, without sign. Raises ValueError for what the transformation does not accept."""
        if self.format == _ZERO:
            return Decimal(0)
        if not _DIGITS.fullmatch(characters):
            raise ValueError(f"{characters!r} is no number that {self.format} accepts")
        return Decimal(characters.replace(",", "")).scaleb(self.scale)


def ink_of(printed: str, fact: Fact) -> Ink | None:
    """Where in the printed characters the fact's value stands; None where they do not say it."""
    told = max(0, -(fact.decimals or 0))
    for match in _DIGITS.finditer(printed):
        scale = _scale(Decimal(match[0].replace(",", "")), abs(fact.value), told)
        if scale is not None:
            return Ink(*match.span(), NUMBER, scale)
    if not fact.value and (nothing := _NOTHING.search(printed)):
        return Ink(*nothing.span(), _ZERO, told)
    return None


def _scale(number: Decimal, value: Decimal, told: int) -> int | None:
    """The power of ten that makes the value of the number. told: what it is for zero, which every power makes."""
    if not number or not value:
        return told if number == value else None
    (_, some, exponent), (_, others, power) = number.as_tuple(), value.as_tuple()
    digits, wanted = ("".join(map(str, each)) for each in (some, others))
    if digits.strip("0") != wanted.strip("0") or not isinstance(exponent, int) or not isinstance(power, int):
        return None
    scale = power + len(wanted.lstrip("0")) - exponent - len(digits.lstrip("0"))
    return scale if abs(scale) <= _LARGEST else None
