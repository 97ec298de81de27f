"""Spoils what is read beside releases: line items, filing.toml, the tables of a taxonomy, and reports that are compared or validated.

    python tests/benchmarks/fuzzing_beside.py [--inputs N]

Every reader gets N spoilt inputs (the referee a tenth of them) and must read them or refuse them in words. Exit code 1 for anything else.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from mangling import mangled

from converter.comparison.books.opening import open_book
from converter.diagnostic import Refusal
from converter.filing import Filing
from converter.pipeline import from_line_items
from converter.readers.records import records_of
from converter.taxonomy import read_taxonomy, taxonomy_folder
from converter.validation.referee import judge
from converter.wording.table import Wording

EXAMPLE = Path(__file__).parents[2] / "examples" / "btu-2003q4"
CSV = (
    b"label,statement,heading,start,end,value,unit,scale,decimals\n"
    b'Net sales,IS,,2003-01-01,2003-12-31,"1,000",USD,thousands,\nCost of sales,IS,,2003-01-01,2003-12-31,600,USD,3,-3\n'
    b"Gross profit,IS,,2003-01-01,2003-12-31,400,USD,3,\nCash,BS,Assets,,2003-12-31,5,USD,,\n"
)
JSON = b'[{"label":"Net sales","statement":"IS","start":"2003-01-01","end":"2003-12-31","value":1000,"unit":"USD","scale":"thousands"}]'
TOML = b'cik = 840883\nticker = "NASDAQ:BTUI"\ncompany = "BTU International, Inc."\nfiscal-year-end = "12-31"\ncurrency = "USD"\n'


def items(data: bytes) -> object:
    conversion = from_line_items(records_of(data, "items"), Filing(cik=1))
    return conversion.ok and conversion.rendered(("xbrl", "json", "csv"))


def put(folder: Path, name: str, reader: Callable[[Path], object]) -> Callable[[bytes], object]:
    """A reader of files as one of bytes."""

    def read(data: bytes) -> object:
        (folder / name).write_bytes(data)
        return reader(folder / name)

    return read


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=500)
    told = parser.parse_args(arguments)
    instance, report = (EXAMPLE / "btu-2003q4.xbrl").read_bytes(), (EXAMPLE / "btu-2003q4.json").read_bytes()
    concepts, wording = ((taxonomy_folder() / name).read_bytes() for name in ("concepts.csv", "wording.csv"))
    faults = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for path in EXAMPLE.glob("btu-2003q4*.x*"):
            (folder / path.name).write_bytes(path.read_bytes())
        readers: tuple[tuple[str, Callable[[bytes], object], bytes, int], ...] = (
            ("line items, CSV", items, CSV, told.inputs),
            ("line items, JSON", items, JSON, told.inputs),
            ("filing.toml", put(folder, "filing.toml", Filing.from_toml), TOML, told.inputs),
            ("concepts.csv", put(folder, "concepts.csv", lambda path: read_taxonomy(path.parent)), concepts, told.inputs),
            ("wording.csv", put(folder, "wording.csv", Wording.read), wording[:60_000], told.inputs),
            ("compare, XBRL", put(folder, "other.xbrl", open_book), instance, told.inputs),
            ("compare, JSON", put(folder, "other.json", open_book), report, told.inputs),
            ("validate, XBRL", put(folder, "btu-2003q4.xbrl", judge), instance, told.inputs // 10),
            ("validate, JSON", put(folder, "btu-2003q4.json", judge), report, told.inputs // 10),
        )
        for name, reader, sound, inputs in readers:
            begun, counts = time.monotonic(), Counter[str]()
            for seed in range(inputs):
                try:
                    reader(mangled(seed, sound, CSV if seed % 2 else JSON))
                    counts["read"] += 1
                except (Refusal, ValueError, OSError) as refused:
                    # tables of ours are refused by ValueError; everything else only by Refusal
                    expected = isinstance(refused, Refusal) or name.endswith(".csv")
                    counts["refused" if expected else f"FAULT {refused!r}"[:200]] += 1
                except Exception as fault:
                    counts[f"FAULT {fault!r}"[:200]] += 1
            faults += sum(number for what, number in counts.items() if what.startswith("FAULT"))
            print(f"{name}: {inputs} inputs, {time.monotonic() - begun:.0f} s, {dict(counts)}", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
