"""One command finds and groups the people on a machine without a network."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from photoorg.analysis.demonstration import make_album
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.packs.models import read_pack
from tests.conftest import REPOSITORY

ALONE = ("unshare", "--user", "--map-root-user", "--net")


def _can_be_alone() -> bool:
    try:
        return subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def test_a_folder_is_scanned_without_any_network(starter: Path, tmp_path: Path) -> None:
    if not _can_be_alone():
        pytest.skip("this system does not let a process be cut off from the network")
    folder = tmp_path / "album"
    files = make_album(folder, FaceAnalyzer(read_pack(starter), threads=1))
    shutil.copy(files[0], folder / "a copy.jpg")
    scan = (sys.executable, "-m", "photoorg", "scan", str(folder), "--json")
    library = ("--library", str(tmp_path / "album.photoorg"))
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
    assert answer["photos"] == len(files)
    assert answer["faces"] >= len(files)
    assert answer["errors"] == []
    assert 8 <= answer["people"] < answer["faces"]
