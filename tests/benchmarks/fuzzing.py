"""Converts spoilt releases by the thousand and tells what went wrong: faults, silent failures, slow or large ones.

    python tests/benchmarks/fuzzing.py RELEASE... [--seeds FROM TO] [--validate]

Every seed picks a release, spoils it (`tests/mangling.py`) and converts it. --validate: what became a report is held against the stricter
schema validator too. Prints the counts, a line for each finding with its seed, the time, and the largest memory. Exit code 1 for findings.
"""

import argparse
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from mangling import mangled

from converter.diagnostic import Refusal, Severity
from converter.pipeline import convert
from converter.sources.source import Source

SLOW = 5.0
"""Seconds of processor time."""


def outcome(data: bytes, validate: bool) -> str:
    """What became of some bytes, in a word. Raises whatever is a fault."""
    try:
        conversion = convert(Source.from_bytes(data, "spoilt"))
    except Refusal as refusal:
        return refusal.diagnostic.code.label
    if conversion.ok:
        objections = conversion.validate() if validate else ()
        assert not objections, objections
        conversion.rendered(("all",) if validate else ("xbrl",))
        return "report"
    told = [d.code.label for d in conversion.diagnostics if d.severity is Severity.ERROR]
    assert told, "it failed and said nothing"
    assert not {"output-invalid", "internal-fault"} & set(told), told
    return told[0]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("releases", nargs="+", type=Path, metavar="RELEASE")
    parser.add_argument("--seeds", nargs=2, type=int, default=(0, 1000), metavar=("FROM", "TO"))
    parser.add_argument("--validate", action="store_true")
    told = parser.parse_args(arguments)
    pages = [path.read_bytes() for path in told.releases]
    counts: Counter[str] = Counter()
    findings: list[str] = []
    begun = time.monotonic()
    for seed in range(*told.seeds):
        random = Random(seed)
        index, other = random.randrange(len(pages)), random.randrange(len(pages))
        data = mangled(seed, pages[index], pages[other])
        clock = time.process_time()
        try:
            counts[outcome(data, told.validate)] += 1
        except Exception as fault:  # whatever it is, it is what is looked for
            counts["FAULT"] += 1
            findings.append(f"seed {seed}, {told.releases[index]}: {type(fault).__name__}: {str(fault)[:300]}")
        took = time.process_time() - clock
        if took > SLOW:
            findings.append(f"seed {seed}, {told.releases[index]}: {took:.1f} s for {len(data):,} bytes")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{sum(counts.values())} inputs, {time.monotonic() - begun:.0f} s, {memory:.0f} MB at most; {dict(counts.most_common())}")
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
