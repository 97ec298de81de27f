"""Conversions that are ended with SIGKILL at random moments, and what they leave behind.

Two releases take turns under one name in one folder, so that every moment of writing replaces files of one by files of the other.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random

from converter.pipeline import convert
from converter.sources.source import Source

ROOT = Path(__file__).parents[1]
RELEASES = tuple(ROOT / "examples" / name / f"{name}.txt" for name in ("btu-2003q4", "btu-2004q1"))
NAME = "release"

_CHILD = """
import sys
from pathlib import Path
from converter import Source, convert
conversions = [convert(Source.from_path(path, "release")) for path in sys.argv[2:]]
for conversion in conversions:
    conversion.rendered({forms!r})
print("ready", flush=True)
while True:
    for conversion in conversions:
        conversion.write(Path(sys.argv[1]), {forms!r})
"""


def generations(forms: tuple[str, ...]) -> tuple[Mapping[str, bytes], ...]:
    """What each release becomes, by path: all that may ever stand in the folder."""
    return tuple(convert(Source.from_path(path, NAME)).rendered(forms) for path in RELEASES)


def kill_while_writing(random: Random, folder: Path, forms: tuple[str, ...], longest: float) -> None:
    """Starts a process that writes both releases in turn without end, and kills it up to so many seconds after it began to write."""
    call = [sys.executable, "-c", _CHILD.format(forms=forms), str(folder), *map(str, RELEASES)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(random.uniform(0, longest))
        child.send_signal(signal.SIGKILL)


def kill_command(random: Random, folder: Path, release: Path, forms: tuple[str, ...], longest: float) -> None:
    """Kills the command at any moment of its life."""
    call = [sys.executable, "-c", "from converter.cli import main; main()", "convert", "-", "--format", ",".join(forms), "-o", str(folder)]
    with release.open("rb") as page, subprocess.Popen(call, stdin=page, stdout=subprocess.DEVNULL, cwd=ROOT) as child:
        time.sleep(random.uniform(0, longest))
        child.send_signal(signal.SIGKILL)


def faults(folder: Path, made: tuple[Mapping[str, bytes], ...]) -> list[str]:
    """What is wrong with a folder: files that are not whole, and reports beside a taxonomy that is not theirs."""
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    wrong = []
    for name, content in there.items():
        if not any(content == held for held in _candidates(name, made)):
            wrong.append(f"{name} is not whole")
    for name in (name for name in there if name.endswith(".xbrl")):
        of = next((files for files in made if files.get(name) == there[name]), {})
        beside = [other for other in of if other.endswith((".xsd", ".xml"))]
        wrong += [f"{name} stands beside another {other}" for other in beside if there.get(other) != of[other]]
    return wrong


def _candidates(name: str, made: tuple[Mapping[str, bytes], ...]) -> list[bytes]:
    """All contents that a name may have; a file on its way to its place has a name of its own and may be any."""
    own = Path(name).name
    if own.startswith(".") and own.endswith(".part"):
        return [content for files in made for content in files.values()]
    return [files[name] for files in made if name in files]


def usable() -> bool:
    """Whether this system can kill like that."""
    return os.name == "posix"
