"""Inline XBRL over a whole corpus: `python tests/benchmarks/inline_corpus.py CORPUS [NAME...]`.

Each CORPUS/<name>/release.* is converted; Arelle, with every check on, must say nothing of its .xhtml, and must read the report's facts
in it, decimals included. Prints what is not so, and the milliseconds that the writing takes. Arelle needs some seconds a document.
"""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from readback import by_arelle, said

from converter import Source, convert
from converter.writers.inline import write_inline


def main(corpus: Path, names: list[str]) -> int:
    releases = [path for path in sorted(corpus.glob("*/release.*")) if not names or path.parent.name in names]
    wrong, facts, hidden = 0, 0, 0
    took: list[float] = []
    with TemporaryDirectory() as folder:
        for release in releases:
            made = convert(Source.from_path(release, release.parent.name))
            if made.report is None or made.document is None:
                print(f"{made.name}: no report")
                wrong += 1
                continue
            begun = perf_counter()
            inline = write_inline(made.report, made.document.source)
            took.append((perf_counter() - begun) * 1000)
            made.write(Path(folder), ("ixbrl",))
            read, rulings = by_arelle(Path(folder, f"{made.name}.xhtml"))
            facts += read.total()
            hidden += len(inline.hidden)
            problems = [*map(str, rulings), *(["the facts differ"] if read != said(made.report) else [])]
            problems += [f"{identifier} is hidden: {reason}" for identifier, reason in inline.hidden]
            wrong += bool(problems)
            for problem in problems:
                print(f"{made.name}: {problem}")
    print(f"{len(releases)} documents, {wrong} with a problem, {facts} facts, {hidden} of them hidden")
    print(f"written in {median(took):.0f} ms (median), {max(took):.0f} ms (longest)")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
