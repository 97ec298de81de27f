"""Ended at a random moment, a conversion leaves whole files or none. `tests/benchmarks/kill_trials.py` does it hundreds of times."""

from pathlib import Path
from random import Random

import pytest
from killing import faults, generations, kill_while_writing, usable

from converter.writers.outputs import DEFAULT

pytestmark = pytest.mark.skipif(not usable(), reason="there is no SIGKILL here")


def test_whole_files_or_none(tmp_path: Path) -> None:
    made = generations(DEFAULT)
    for seed in range(6):
        kill_while_writing(Random(seed), tmp_path, DEFAULT, 0.05)
        assert not faults(tmp_path, made)


def test_a_half_written_file_would_be_noticed(tmp_path: Path) -> None:
    made = generations(DEFAULT)
    first, second = made
    for name, content in first.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert not faults(tmp_path, made)
    (tmp_path / "release.xbrl").write_bytes(first["release.xbrl"][:-1])
    assert faults(tmp_path, made) == ["release.xbrl is not whole"]
    (tmp_path / "release.xbrl").write_bytes(second["release.xbrl"])
    assert "release.xbrl stands beside another release.xsd" in faults(tmp_path, made)
