"""Numbers as every form writes them: in full, and with the digits that their decimals promise."""

from decimal import Decimal

from converter.report import Fact


def lexical(fact: Fact) -> str:
    """The fact's value as xs:decimal: no exponent, no sign on zero, cents to the cent.

    Raises ValueError when the value is no multiple of 10^-decimals, as it must be (EDGAR Filer Manual 6.5.37).
    """
    text, decimals = plain_decimal(fact.value), fact.decimals
    if decimals is None:
        return text
    if decimals < 0 and "." not in text:
        if not text[decimals:].strip("0"):
            return text
    else:
        whole, _, fraction = text.partition(".")
        if len(fraction) <= max(decimals, 0):
            return f"{whole}.{fraction.ljust(decimals, '0')}" if decimals > 0 else whole
    raise ValueError(f"{fact.value} of {fact.concept.qname} has more digits than decimals {decimals} promises")


def plain_decimal(value: Decimal) -> str:
    """A number in full, without exponent, idle zeros after the point, or a sign on zero."""
    if not value:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
