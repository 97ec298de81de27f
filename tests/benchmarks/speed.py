"""How fast a release is converted, and in times of what the plainest program would need for the same.

    python tests/benchmarks/speed.py [FOLDER]     FOLDER/*/release.txt and release.htm: megabytes a second over a corpus as well

Conversion is all of it: read, recognise, tag, write, validate. The floor is one scan of the text for numbers, and the same facts written by
lxml: no program that reads text and writes XBRL can do less.
"""

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lxml import etree

from converter import Report, Source, convert
from converter.model import earnings_release
from converter.taxonomy import NAMESPACE

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for folder in (ROOT / "examples").iterdir() for path in folder.glob(f"{folder.name}.txt"))
REPEATS = 50
COLD = 5
SLOWEST = 3
AIM_SECONDS, AIM_MEGABYTES = 1.0, 200.0
"""What no release of a folder may exceed."""
AIM_MILLISECONDS, AIM_FLOORS, AIM_COLD, AIM_HELP = 10.0, 15.0, 0.35, 0.1
NUMBER = re.compile(r"[($]*\d[\d,]*(?:\.\d+)?\)?")
INSTANCE = "http://www.xbrl.org/2003/instance"


def processor_seconds() -> float:
    """The processor time of this process and of the commands that it ran: what else the machine does does not count."""
    every = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in every)


def median(work: Callable[[], object], repeats: int) -> float:
    """Seconds of processor time that a run takes, by the median of several."""
    times = []
    for _ in range(repeats):
        begun = processor_seconds()
        work()
        times.append(processor_seconds() - begun)
    return statistics.median(times)


def converted(data: bytes, name: str) -> Report:
    """The report that bytes become, valid and ready to be put on disk."""
    report = convert(Source.from_bytes(data, name)).report
    assert report is not None
    return report


def plainest(text: str, report: Report) -> bytes:
    """The floor: finds every number of the text, and writes facts that are known already."""
    for _ in NUMBER.finditer(text):
        pass
    root = etree.Element(f"{{{INSTANCE}}}xbrl", nsmap={"xbrli": INSTANCE, "er": NAMESPACE, report.prefix: report.namespace})
    for period in {fact.period for fact in report.facts}:
        context = etree.SubElement(root, f"{{{INSTANCE}}}context", id=str(period))
        entity = etree.SubElement(context, f"{{{INSTANCE}}}entity")
        etree.SubElement(entity, f"{{{INSTANCE}}}identifier", scheme=report.entity.scheme).text = report.entity.identifier
        etree.SubElement(etree.SubElement(context, f"{{{INSTANCE}}}period"), f"{{{INSTANCE}}}instant").text = str(period.end)
    for number, fact in enumerate(report.facts):
        item = etree.SubElement(root, f"{{{fact.concept.namespace}}}{fact.concept.name}", id=f"f{number}", contextRef=str(fact.period))
        item.set("unitRef", fact.unit.numerator[0])
        item.set("decimals", str(fact.decimals))
        item.text = f"{fact.value:f}"
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def warm() -> bool:
    """Conversions in one process, after the first, which reads the tables."""
    milliseconds, floors = [], []
    for path in EXAMPLES:
        data = path.read_bytes()
        report = converted(data, path.stem)
        text = data.decode()
        taken = median(partial(converted, data, path.stem), REPEATS) * 1000
        floor = median(partial(plainest, text, report), REPEATS) * 1000
        milliseconds.append(taken)
        floors.append(taken / floor)
        print(f"{path.name}: {len(report.facts)} facts in {taken:.1f} ms, {taken / floor:.1f} times the floor of {floor:.2f} ms")
    taken, times = statistics.median(milliseconds), statistics.median(floors)
    print(f"median: {taken:.1f} ms (aim {AIM_MILLISECONDS:.0f}), {times:.1f} times the floor (aim {AIM_FLOORS:.0f})")
    return taken < AIM_MILLISECONDS and times < AIM_FLOORS


def cold() -> bool:
    """The command, from nothing but the bytecode that an installation compiles: the first run, which makes it, does not count."""
    script = Path(sys.executable).with_name("release2xbrl")
    command = [str(script)] if script.is_file() else [sys.executable, "-c", "from converter.cli import main; main()"]
    with tempfile.TemporaryDirectory() as folder:
        env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        env["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"

        def run(*arguments: str) -> None:
            subprocess.run([*command, *arguments], check=True, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)

        converting = partial(run, "convert", "--quiet", str(EXAMPLES[0]), "-o", folder)
        converting()
        taken, help_ = median(converting, COLD), median(partial(run, "--help"), COLD)
    print(f"command, cold: convert {taken:.2f} s (aim {AIM_COLD}), --help {help_:.2f} s (aim {AIM_HELP})")
    return taken < AIM_COLD and help_ < AIM_HELP


def corpus(folder: Path) -> bool:
    """Throughput over the releases of a folder, each once, in processor time: whether none takes more than the aims allow."""
    files = sorted(path for path in folder.glob("*/release.*") if path.suffix in (".txt", ".htm"))
    if not files:
        print(f"{folder} holds no */release.txt or release.htm")
        return False
    earnings_release()
    taken: list[tuple[float, Path]] = []
    failed = 0
    for path in files:
        begun = time.process_time()
        failed += not convert(Source.from_path(path)).ok
        taken.append((time.process_time() - begun, path))
    seconds, size = sum(time for time, _ in taken), sum(path.stat().st_size for path in files) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(files)} releases, {size:.1f} MB in {seconds:.1f} s: {size / seconds:.2f} MB/s")
    print(f"  at most {peak:.0f} MB of memory (aim {AIM_MEGABYTES:.0f})")
    print(f"  {failed} became no report")
    for time_, path in sorted(taken, reverse=True)[:SLOWEST]:
        print(f"  slowest: {path.parent.name} {time_ * 1000:.0f} ms (aim {AIM_SECONDS * 1000:.0f}), {path.stat().st_size / 1e3:.0f} kB")
    return max(taken)[0] < AIM_SECONDS and peak < AIM_MEGABYTES


def main(arguments: list[str]) -> int:
    """Exit code 0 when the aims are met."""
    good = warm()
    good = cold() and good
    for folder in arguments:
        good = corpus(Path(folder)) and good
    return int(not good)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
