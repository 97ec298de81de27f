"""No command asks the network for anything, and the same input gives the same bytes wherever and whenever it runs."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.cli import cli, invoke
from converter.writers.outputs import FORMS

ROOT = Path(__file__).parents[1]
RELEASES = [ROOT / "examples" / name / f"{name}.txt" for name in ("btu-2003q4", "btu-2004q1")]

COMMANDS: dict[str, Callable[[Path], list[list[str]]]] = {
    "convert": lambda out: [["convert", "--format", "all", "-o", str(out), str(RELEASES[0])]],
    "validate": lambda out: [
        ["validate", *(str(path) for path in sorted(out.iterdir()) if path.suffix in (".xbrl", ".xhtml", ".json", ".xbri", ".xbr"))]
    ],
    "compare": lambda out: [["compare", *map(str, RELEASES)]],
    "wording": lambda out: [["wording", *map(str, RELEASES)], ["wording", "--check"]],
    "taxonomy": lambda out: [["taxonomy", "--check"]],
    "explain": lambda out: [["explain", "sum-differs"]],
}
"""Calls of every command, in an order in which each finds what it needs."""


def refuse(*arguments: object, **more: object) -> None:
    raise AssertionError(f"the network was asked for something: {arguments}")


def test_every_command_runs_with_every_socket_call_failing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)
    with pytest.raises(AssertionError, match="the network"):
        socket.create_connection(("localhost", 80))
    assert set(cli.commands) <= set(COMMANDS), "a command is not tried here"
    for name in COMMANDS:
        if name in cli.commands:
            for call in COMMANDS[name](tmp_path / "out"):
                assert invoke(call) == 0, call


SURROUNDINGS = {
    "plain": {},
    "hashes": {"PYTHONHASHSEED": "1"},
    "other hashes": {"PYTHONHASHSEED": "4242"},
    "locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "west": {"TZ": "Pacific/Honolulu"},
    "east": {"TZ": "Pacific/Kiritimati"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}
# The zip format keeps times to two seconds and local: another zone at another moment shows whether a clock got in.


def printed(python: str, place: Path, more: dict[str, str]) -> dict[str, str]:
    """Digests of everything that conversions write, by path, run by some Python from some folder: every form of one release, of the
    other all but the viewer, whose own loader takes more time than all else.
    """
    out = place / "out"
    shutil.rmtree(out, ignore_errors=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "TZ"))}
    path = os.pathsep.join([str(ROOT), *(entry for entry in sys.path if "site-packages" in entry)])
    wanted = ("all", ",".join(form for form in FORMS if form != "viewer"))
    calls = [["convert", "--format", form, "-q", "-o", str(out), str(release)] for form, release in zip(wanted, RELEASES, strict=True)]
    code = f"import sys; from converter.cli import invoke; sys.exit(max(map(invoke, {calls!r})))"
    subprocess.run([python, "-c", code], cwd=place, env={**kept, "PYTHONPATH": path, **more}, check=True)
    return {p.relative_to(out).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(out.rglob("*")) if p.is_file()}


def test_the_bytes_are_the_same_in_all_surroundings(tmp_path: Path) -> None:
    first: dict[str, str] = {}
    for name, more in SURROUNDINGS.items():
        place = tmp_path / f"folder of {name}"
        place.mkdir()
        found = printed(sys.executable, place, more)
        first = first or found
        assert found == first, name
    assert len(first) > 20
