"""How a report of a million facts streams: time against that of lxml's incremental writer alone, and memory beyond the facts themselves.

    python tests/benchmarks/streaming.py [FACTS]

lxml alone writes as many elements of the same size, whose names and values are there already.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

sys.path.insert(0, str(Path(__file__).parents[1]))

from lxml import etree
from many import Made, report

from converter.report import Report
from converter.taxonomy import NAMESPACE
from converter.writers.oim_csv import write_csv
from converter.writers.oim_json import write_json
from converter.writers.xbrl import write_instance

AIM_TIMES, AIM_MEMORY = 1.5, 100
ATTRIBUTES = {"id": "f100000", "contextRef": "D20031001-20031231", "unitRef": "USD", "decimals": "-3"}


def alone(count: int, sink: BinaryIO) -> None:
    """The incremental writer with nothing to think about."""
    with etree.xmlfile(sink, encoding="UTF-8") as file, file.element("facts", nsmap={"er": NAMESPACE}):
        for _ in range(count):
            file.write("\n")
            with file.element(f"{{{NAMESPACE}}}IncomeTaxExpenseBenefit", ATTRIBUTES):
                file.write("7792000")


def seconds(write: Callable[[BinaryIO], None]) -> float:
    """The time that writing to a file takes."""
    with tempfile.TemporaryFile() as file:
        begun = time.perf_counter()
        write(file)
        return time.perf_counter() - begun


def megabytes() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: list[str]) -> int:
    """Exit code 0 when the aims are met."""
    count = int(arguments[0]) if arguments else 1_000_000
    made: Report = report(tuple(Made(count)))
    before = megabytes()
    ours = seconds(lambda sink: write_instance(made, sink))
    more = megabytes() - before
    floor = seconds(lambda sink: alone(count, sink))
    print(f"{count} facts: {ours:.1f} s, lxml alone {floor:.1f} s: {ours / floor:.2f} times (aim {AIM_TIMES})")
    print(f"{more:.0f} MB beyond the facts (aim {AIM_MEMORY}), which take {before:.0f} MB")
    for name, write in (("xBRL-JSON", write_json), ("xBRL-CSV", write_csv)):
        before = megabytes()
        taken = seconds(lambda sink, write=write: write(made, sink))  # type: ignore[misc]
        print(f"{name}: {taken:.1f} s, {megabytes() - before:.0f} MB more")
    return int(ours / floor > AIM_TIMES or more > AIM_MEMORY)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
