"""The ledger of every release of a corpus against its rules, how its numbers come out, and what it costs.

python tests/benchmarks/ledger.py FOLDER     FOLDER/*/release.txt and release.htm
"""

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from ledger_rules import broken_rules

from converter import Source, convert
from converter.checks.completeness.accounting import account
from converter.writers.ledger import ledger_csv


def main(folder: Path) -> int:
    outcomes: Counter[str] = Counter()
    broken = rows = documents = 0
    whole = spent = 0.0
    for path in sorted([*folder.glob("*/release.txt"), *folder.glob("*/release.htm")]):
        source = Source.from_path(path)
        begun = time.perf_counter()
        conversion = convert(source)
        whole += time.perf_counter() - begun
        if conversion.report is None:
            print(f"{path.parent.name}: no report")
            continue
        documents += 1
        rows += len(conversion.ledger)
        outcomes.update(entry.outcome.label for entry in conversion.ledger)
        begun = time.perf_counter()
        account(conversion.document, conversion.statements, (), conversion.entries, conversion.prose, conversion.report.facts, print)
        ledger_csv(conversion.ledger)
        spent += time.perf_counter() - begun
        for rule in broken_rules(conversion, source):
            broken += 1
            print(f"{path.parent.name}: {rule}")
    print(f"{documents} releases, {rows:,} numbers, {broken} rules broken")
    print(f"conversion {whole:.1f} s, of which the whole ledger {spent:.1f} s")
    for label, count in outcomes.most_common():
        print(f"{count:8,} {label}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
