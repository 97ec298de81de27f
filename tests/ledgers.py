"""Hand-made statements to facts: lines as `Heading > Label | 1,234 | (567)`, one amount a column, and what their concepts come out as."""

from converter.filing import Filing
from converter.pipeline import Conversion, from_line_items

_PERIODS = {"IS": ("2023-01-01", "2022-01-01"), "CF": ("2023-01-01", "2022-01-01"), "BS": ("", "")}
_ENDS = ("2023-12-31", "2022-12-31")


def conversion(kind: str, printed: str, currency: str = "USD") -> Conversion:
    """The conversion of one statement. Amounts with a decimal point are per share; lines with "shares" in them count shares."""
    records = []
    for line in filter(str.strip, printed.splitlines()):
        words, *amounts = (cell.strip() for cell in line.split("|"))
        heading, _, label = words.rpartition(" > ")
        unit = f"{currency}/shares" if any("." in amount for amount in amounts) else "shares" if "shares" in words.lower() else currency
        for start, end, amount in zip(_PERIODS[kind], _ENDS, amounts, strict=False):
            period = {"start": start, "end": end} if start else {"end": end}
            records.append({"label": label, "statement": kind, "heading": heading, "value": amount, "unit": unit, **period})
    return from_line_items(records, Filing(company="Example Inc."))


def facts(kind: str, printed: str, currency: str = "USD") -> dict[str, tuple[str, int | float]]:
    """By printed words (headings and label): the concept's name and the value of the first column."""
    made = conversion(kind, printed, currency)
    assert made.ok, made.diagnostics
    found: dict[str, tuple[str, int | float]] = {}
    for entry in made.entries:
        if entry.value is not None:
            found.setdefault(entry.label, (entry.concept, float(entry.value)))
    return found


def concepts(kind: str, printed: str) -> dict[str, str]:
    """By printed words: the core concept's name, "" where the line got a concept of the report's own."""
    return {words: concept.removeprefix("er:") if concept.startswith("er:") else "" for words, (concept, _) in facts(kind, printed).items()}


def rules(kind: str, printed: str) -> dict[str, str]:
    """By printed words: the evidence that the ledger tells."""
    return {entry.label: entry.rule for entry in conversion(kind, printed).entries}
