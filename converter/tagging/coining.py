"""Extension concepts: names for lines that no rule knows, made from the filer's own words."""

import re

from attrs import define

from converter.statement import Kind, LineItem, Measure
from converter.tagging.places import is_memo
from converter.taxonomy import Balance, Concept, PeriodType, Type

_TYPES = {Measure.MONEY: Type.MONETARY, Measure.PER_SHARE: Type.PER_SHARE, Measure.SHARES: Type.SHARES, Measure.PURE: Type.PURE}
_GENERIC = re.compile(
    r"^\W*(?:total |net )?(?:other|others|basic|diluted|primary|fully diluted|current|deferred|total|net|subtotal|all other|common"
    r"|preferred|assets|liabilities|federal|state|foreign|long[- ]term|short[- ]term|\W*)$",
    re.IGNORECASE,
)
_LONGEST = 90
_STATEMENT = {Kind.INCOME: "OfOperations", Kind.BALANCE: "InBalanceSheet", Kind.CASH_FLOW: "InCashFlows"}


_TURNED = re.compile(
    r"\((increase|decrease|income|loss|gain|expense|benefit|provision)\)\s+(increase|decrease|income|loss|gain|expense|benefit|provision)\b",
    re.IGNORECASE,
)
"""Pairs whose second word is the side of a plain number: in a name that side comes first."""


def _camel(words: str) -> str:
    """Words as the name of a concept: letters and digits, each word with a capital, at most 90 characters; what parentheses hold in
    numbers is dropped.
    """
    words = _TURNED.sub(r"\2 \1 ", words)
    plain = re.sub(r"\([^()]*\d[^()]*\)|\$[\d.,]+", " ", words).replace("'", "").replace("\u2019", "").replace("&", " and ")
    name = ""
    for word in re.findall(r"[A-Za-z0-9]+", plain):
        part = word[0].upper() + (word[1:].lower() if word.isupper() and len(word) > 3 else word[1:])
        if len(name) + len(part) > _LONGEST:
            break
        name += part
    return name if name and name[0].isalpha() else f"Line{name}"


@define
class Mint:
    """Coins concepts of one report: the same line of the same kind of statement gets the same concept, different lines get different
    names.
    """

    namespace: str
    prefix: str
    coined: dict[tuple[object, ...], Concept]
    names: set[str]

    @classmethod
    def of(cls, namespace: str, prefix: str) -> "Mint":
        return cls(namespace, prefix, {}, set())

    def line(self, kind: Kind, line: LineItem, label: str, balance: Balance | None, instant: bool, number: int) -> Concept:
        """The concept of a line item. label: its words. number: from 1 among the lines of its statement that have the same words and
        place.
        """
        headings, measure = line.headings, line.measure
        heading = headings[-1] if headings else ""
        key = (kind, label.lower(), heading.lower(), measure, line.sections[-1:], number)
        if key not in self.coined:
            # some labels alone say too little, and those of a memo are the names of other lines
            headed = bool(heading and (_GENERIC.match(label) or is_memo(heading)))
            wanted = [_camel(label)] if not headed and not _GENERIC.match(label) else []
            wanted += [_camel(f"{heading} {label}"), _camel(" ".join([*headings, label]))]
            wanted += [_camel(f"{label} {section}") for section in line.sections[-1:]] + [_camel(label) + _STATEMENT[kind]]
            name = self._free(wanted)
            words = f"{heading}: {label}" if headed else label
            self.coined[key] = Concept(
                name,
                _TYPES[measure],
                PeriodType.INSTANT if instant else PeriodType.DURATION,
                balance if measure is Measure.MONEY else None,
                labels=(
                    ("label", words or name),
                    ("documentation", f'The line that the document words "{" > ".join([*headings, label])}" in its {kind.title.lower()}.'),
                ),
                namespace=self.namespace,
                prefix=self.prefix,
                statement=kind.value,
            )
        return self.coined[key]

    def heading(self, kind: Kind, label: str) -> Concept:
        """The abstract concept of a heading."""
        key = (kind, label.lower(), "heading")
        if key not in self.coined:
            name = self._free([_camel(label) + "Abstract", _camel(label) + _STATEMENT[kind] + "Abstract"])
            self.coined[key] = Concept(
                name,
                Type.STRING,
                PeriodType.DURATION,
                abstract=True,
                labels=(("label", label),),
                namespace=self.namespace,
                prefix=self.prefix,
                statement=kind.value,
            )
        return self.coined[key]

    def _free(self, wanted: list[str]) -> str:
        name = next((n for n in wanted if n not in self.names), None)
        number = 2
        while name is None:
            name = f"{wanted[0]}{number}" if f"{wanted[0]}{number}" not in self.names else None
            number += 1
        self.names.add(name)
        return name
