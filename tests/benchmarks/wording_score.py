"""How well the wording table does on a corpus, and how much of that it owes to rules that only one document needs.

    python tests/benchmarks/wording_score.py CORPUS [--score SCORE.py] [--only NAME...]

CORPUS/<id>/release.* are converted twice: plain, and left out: without the rules that decide a line in this document and in no other, as if
the document had never been seen when the table was written. With --score (a program that is called with --corpus and --output and prints
`<id> gold N read P% tagged P% wrong N` per document and a TOTAL) its figures are shown; else the number of facts under core concepts.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve, frozen

from converter.diagnostic import Refusal
from converter.filing import Filing
from converter.model import Model, earnings_release
from converter.pipeline import Conversion, convert
from converter.sources.source import Source
from converter.wording.table import Question, Rule, Wording


class Watched(Wording):
    """A wording that remembers the rows of the rules that decided, also those that declined a line."""

    used: set[int]

    @classmethod
    def over(cls, wording: Wording) -> "Watched":
        watched = cls(wording.rules)
        object.__setattr__(watched, "used", set())
        return watched

    def rule(self, question: Question) -> Rule | None:
        """As the wording's own, and remembered."""
        rule = super().rule(question)
        if rule is not None:
            self.used.add(rule.row)
        return rule


@frozen
class Figures:
    """What is said of one document. shown: the figures in words."""

    name: str
    shown: str


def converted(path: Path, model: Model) -> Conversion | None:
    """The conversion of one release with the filing beside it, None where it cannot be read."""
    try:
        return convert(Source.from_path(path, "release"), Filing.beside(path), model)
    except Refusal:
        return None


def run(path: Path, model: Model, out: Path) -> int:
    """Converts a release into a folder; the number of its facts under core concepts."""
    conversion = converted(path, model)
    if conversion is None or conversion.report is None:
        return 0
    if conversion.ok:
        out.mkdir(parents=True, exist_ok=True)
        conversion.write(out)
    core = {concept.qname for concept in model.taxonomy.concepts}
    return sum(fact.concept.qname in core for fact in conversion.report.facts)


_LINE = re.compile(r"^(.{38})\s+gold\s+(\d+)\s+read\s+(\S+)\s+tagged\s+(\S+)\s+wrong\s+(\d+)")


def scored(program: Path, corpus: Path, output: Path) -> list[Figures]:
    """What the corpus's own program says, a line a document and the total last. A document with two truths has two lines."""
    command = [sys.executable, str(program), "--corpus", str(corpus), "--output", str(output)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    found = [match for line in said.stdout.splitlines() if (match := _LINE.match(line))]
    return [Figures(m[1].strip(), f"gold {m[2]:>6}  read {m[3]:>7}  tagged {m[4]:>7}  wrong {m[5]:>3}") for m in found]


def counted(facts: Mapping[str, int]) -> list[Figures]:
    """Facts under core concepts, and their total."""
    rows = [*facts.items(), (f"TOTAL of {len(facts)} documents", sum(facts.values()))]
    return [Figures(name, f"facts under core concepts {number:6}") for name, number in rows]


def shown(plain: list[Figures], left_out: list[Figures]) -> None:
    for one, other in zip(plain, left_out, strict=True):
        print(f"{one.name:38.38} plain {one.shown} | left out {other.shown}")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--score", type=Path, metavar="SCORE.py")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="documents whose folder's name begins so")
    told = parser.parse_args(arguments)
    releases = [path for path in sorted(told.corpus.glob("*/release.*")) if not told.only or path.parent.name.startswith(tuple(told.only))]
    if not releases:
        print(f"no releases in {told.corpus}: nothing measured")
        return 1
    model = earnings_release()
    used: dict[str, set[int]] = {}
    facts: dict[str, int] = {}
    facts_left_out: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        plain, left_out = Path(folder) / "plain", Path(folder) / "left-out"
        for path in releases:
            watched = Watched.over(model.wording)
            facts[path.parent.name] = run(path, evolve(model, wording=watched), plain / path.parent.name)
            used[path.parent.name] = watched.used
        users = Counter(row for rows in used.values() for row in rows)
        for path in releases:
            only_here = [row for row in used[path.parent.name] if users[row] == 1]
            poorer = evolve(model, wording=model.wording.without(only_here))
            facts_left_out[path.parent.name] = run(path, poorer, left_out / path.parent.name)
        if told.score:
            shown(scored(told.score, told.corpus, plain), scored(told.score, told.corpus, left_out))
        else:
            shown(counted(facts), counted(facts_left_out))
    rules, once = len(model.wording.rules), sum(number == 1 for number in users.values())
    idle = rules - len(users)
    print(f"{rules} rules: {idle} ({100 * idle / rules:.1f}%) decide no line of the corpus")
    print(f"{once} rules ({100 * once / rules:.1f}%) decide lines of one document only")
    print(f"of the {len(users)} rules that decide, {100 * once / max(len(users), 1):.1f}% do so in one document only")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
