"""Kills conversions at random moments and counts what is left: whole files, and files or sets that are not.

    python tests/benchmarks/kill_trials.py [--trials N] [--forms FORM,...]

Half of the trials kill the command at any moment of its life, half a process that does nothing but write. Exit code 1 when any file was
not whole, or a report stood beside a taxonomy that is not its own.
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from killing import RELEASES, faults, generations, kill_command, kill_while_writing

from converter.pipeline import convert
from converter.sources.source import Source
from converter.writers.outputs import chosen


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--forms", default="all")
    told = parser.parse_args(arguments)
    forms = chosen(told.forms.split(","))
    while_writing = generations(forms)
    of_command = tuple(convert(Source.from_path(path, "stdin")).rendered(forms) for path in RELEASES)
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for trial in range(told.trials):
        random = Random(trial)
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            if trial % 2:
                kill_while_writing(random, folder, forms, 0.2)
                found = faults(folder, while_writing)
            else:
                convert(Source.from_path(RELEASES[0], "stdin")).write(folder, forms)  # what an earlier call left
                kill_command(random, folder, RELEASES[1], forms, 2.0)
                found = faults(folder, of_command)
            files = [path for path in folder.rglob("*") if path.is_file()]
            counts["files left"] += len(files)
            counts["of them on their way to their place"] += sum(path.name.endswith(".part") for path in files)
            counts["folders with no report"] += not any(path.suffix == ".xbrl" for path in files)
            wrong += [f"trial {trial}: {what}" for what in found]
    print(f"{told.trials} trials, {len(wrong)} faults; " + ", ".join(f"{name}: {number}" for name, number in counts.items()))
    for what in wrong:
        print(what)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
