"""How many misprints are found: single figures of real releases changed one at a time, and which code finds them.

    python tests/benchmarks/mutations_found.py FOLDER [COUNT]     FOLDER/*.txt; 300 changes unless COUNT is given

A change puts another digit into one number of an amount or a percentage, in the tables or in the text (seeded: the same every time). It is
found when a warning appears that the untouched release does not have.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from random import Random

from converter import Source, convert
from converter.diagnostic import Severity
from converter.pipeline import Conversion

SEED = 20261125
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def warnings(conversion: Conversion) -> set[tuple[str, str]]:
    """The warnings of a conversion, as code and message."""
    return {(told.code.label, told.message) for told in conversion.diagnostics if told.severity is not Severity.NOTE}


def spots(text: str, conversion: Conversion) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the figures of tables and those of the text stand, as spans of the text."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def spans(places: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
        found = []
        for line, start, end in places:
            ink = text[starts[line - 1] + start : starts[line - 1] + end]
            match = _NUMBER.search(ink)
            if match and not _YEAR.fullmatch(match[0]):
                found.append((starts[line - 1] + start + match.start(), starts[line - 1] + start + match.end()))
        return sorted(set(found))

    facts = conversion.report.facts if conversion.report else ()
    tables = spans([(place.line, place.start, place.end) for fact in facts for place in fact.places])
    prose = spans([(figure.place.line, figure.place.start, figure.place.end) for figure in conversion.prose])
    return tables, prose


def changed(text: str, span: tuple[int, int], chance: Random) -> str:
    """The text with one digit of a number made another one; the first digit does not become zero."""
    digits = [index for index in range(*span) if text[index].isdigit()]
    index = chance.choice(digits)
    choices = [digit for digit in "0123456789" if digit != text[index] and (digit != "0" or index != digits[0])]
    return text[:index] + chance.choice(choices) + text[index + 1 :]


def run(folder: Path, count: int) -> None:
    """Prints the share found, in tables and in the text, and the codes that found them."""
    chance = Random(SEED)
    releases = []
    for path in sorted(folder.glob("*.txt")):
        text = Source.from_path(path).text
        conversion = convert(Source.from_bytes(text.encode(), path.stem))
        releases.append((path.stem, text, warnings(conversion), *spots(text, conversion)))
    found: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    codes: dict[str, Counter[str]] = {"tables": Counter(), "text": Counter()}
    missed: list[str] = []
    for number in range(count):
        name, text, known, tables, prose = releases[number % len(releases)]
        where = "text" if number // len(releases) % 3 == 0 else "tables"  # a third of the changes
        span = chance.choice(prose if where == "text" else tables)
        new = changed(text, span, chance)
        told = warnings(convert(Source.from_bytes(new.encode(), name))) - known
        tried[where] += 1
        found[where] += bool(told)
        codes[where].update({code for code, _ in told})
        if not told:
            line = text.count("\n", 0, span[0]) + 1
            missed.append(f"{name} line {line}: {text[slice(*span)]} -> {new[slice(*span)]}")
    for where in ("tables", "text"):
        share = found[where] / tried[where] if tried[where] else 0
        print(f"{where}: {found[where]} of {tried[where]} found ({share:.0%}); {dict(codes[where].most_common())}")
    print(f"all: {sum(found.values())} of {count} ({sum(found.values()) / count:.0%})")
    for one in missed:
        print(f"  not found: {one}")

    run(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300)


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300)
