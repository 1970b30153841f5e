"""One command finds and groups the people on a machine without a network."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

ALONE = ("unshare", "--user", "--map-root-user", "--net")


def _can_be_alone() -> bool:
    try:
        return subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.pack
def test_a_folder_is_scanned_without_any_network(photos: Path, tmp_path: Path) -> None:
    if not _can_be_alone():
        pytest.skip("this system does not let a process be cut off from the network")
    folder = tmp_path / "families"
    shutil.copytree(photos / "families", folder)
    scan = (sys.executable, "-m", "photoorg", "scan", str(folder), "--json")
    library = ("--library", str(tmp_path / "families.photoorg"))
    done = subprocess.run(
        [*ALONE, *scan, *library],
        cwd=REPOSITORY,
        env={**os.environ, "PHOTOORG_SHARED": str(tmp_path / "none")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["photos"] == 26  # nine of the 35 files are copies
    assert answer["faces"] >= 26
    assert answer["errors"] == []
    assert 8 <= answer["people"] < answer["faces"]
