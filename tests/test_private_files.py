"""What the program writes about people is for its owner's eyes only."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoorg import settings
from photoorg.array_files import ArrayFile
from photoorg.cli import main
from photoorg.clustering.engine import FaceSet, unit_rows
from photoorg.clustering.ndde_tpdi import neighbor_cache
from photoorg.clustering.ndde_tpdi.neighbor_cache import remember
from photoorg.clustering.ndde_tpdi.scored_neighbors import ScoredNeighbors
from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.clustering.scoring.affinity import Platt
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.private_files import make_folder, open_private, prepare_private, tighten
from tests.analysis.tiny_pack import write_pack
from tests.conftest import REPOSITORY
from tests.jobs.nobody import NOBODY
from tests.jobs.trial_analyzer import paint
from tests.jobs.trial_library import trial_library

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def open_to_others(place: Path) -> list[str]:
    """Return what lies in ``place`` that others may read or write."""
    return sorted(str(path.relative_to(place)) for path in place.rglob("*") if mode(path) & 0o077)


@pytest.fixture(autouse=True)
def _lenient_umask() -> Iterator[None]:
    """Let a file be open to all unless somebody takes care."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_file_is_made_private(tmp_path: Path) -> None:
    file = tmp_path / "a"
    with open(file, "w", opener=open_private) as out:
        out.write("b")
    assert (mode(file), file.read_text()) == (0o600, "b")
    prepare_private(tmp_path / "c")
    assert mode(tmp_path / "c") == 0o600


def test_an_older_file_is_tightened_when_it_is_written_to(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    file.chmod(0o644)
    os.close(open_private(file, os.O_RDONLY))
    assert mode(file) == 0o644
    os.close(open_private(file, os.O_RDWR))
    assert (mode(file), file.read_text()) == (0o600, "old")
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / f"d{suffix}").touch()
    (tmp_path / "d").chmod(0o640)
    prepare_private(tmp_path / "d")
    assert [mode(tmp_path / f"d{suffix}") for suffix in ("", "-wal", "-shm")] == [0o600] * 3


def test_what_is_not_ours_or_no_file_stays_as_it_is(tmp_path: Path) -> None:
    null = Path(os.devnull)
    before = mode(null)
    os.close(open_private(null, os.O_WRONLY))
    assert mode(null) == before
    tighten(tmp_path / "none")
    prepare_private(tmp_path / "none" / "file")
    if os.geteuid() == 0:
        theirs = tmp_path / "theirs"
        theirs.touch(0o644)
        os.chown(theirs, NOBODY, NOBODY)
        tighten(theirs)
        assert mode(theirs) == 0o644


def test_only_folders_that_are_made_are_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    shared = tmp_path / "shared"
    shared.mkdir(0o775)
    shared.chmod(0o775)
    make_folder(shared / "a" / "b")
    assert [mode(folder) for folder in (shared, shared / "a", shared / "a" / "b")] == [
        0o775,
        0o700,
        0o700,
    ]
    make_folder(shared)
    assert mode(shared) == 0o775
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="exists"):
        make_folder(tmp_path / "file")


def test_the_locks_of_an_open_library_survive(tmp_path: Path) -> None:
    """Closing a file that SQLite has open, anywhere in the process, would end its locks."""
    path = tmp_path / "l.photoorg"
    other = (
        "import sqlite3, sys\nsqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN EXCLUSIVE')"
    )
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
        connection.commit()
        connection.execute("BEGIN EXCLUSIVE")
        prepare_private(path)
        run = subprocess.run([sys.executable, "-c", other, path], capture_output=True, check=False)
        assert b"locked" in run.stderr
    connection.close()


def scanned(place: Path) -> Path:
    """Scan three pictures into ``place`` as the command does and return the library."""
    for n in range(3):
        paint(place / "album" / f"p{n}.jpg", (100 * n, 255 - 100 * n, 90), size=(640, 480))
    library = place / "made" / "here" / "l.photoorg"
    pack = write_pack(place / "pack")
    words = ["--library", str(library), "scan", str(place / "album"), "--models", str(pack)]
    assert main(words) == 0
    return library


def test_all_that_a_scan_leaves_is_private(tmp_path: Path, capfd: object) -> None:
    library = scanned(tmp_path)
    settings.save(settings.Settings(theme="dark"))
    with Library.open(library) as opened, opened.exclusive("window"):
        actions.rename(opened, 1, "Anna")
        names = {file.name for file in library.parent.iterdir()}
        assert {"l.photoorg-wal", "l.photoorg-shm", "l.thumbnails"} <= names
        assert {"l.photoorg.jobs.lock", "l.photoorg.window.lock"} <= names
        assert open_to_others(tmp_path / "made") == []
    assert mode(tmp_path / "made") == 0o700
    home = settings.data_folder().parent.parent
    assert (settings.data_folder() / "worker.log").is_file()
    assert open_to_others(home) == []


def test_a_library_of_an_earlier_version_is_tightened(tmp_path: Path) -> None:
    path = tmp_path / "old.photoorg"
    with trial_library(path, people=2, faces=2, grouped=True):
        pass
    folder = settings.data_folder()
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    for file in tmp_path.glob("old.*"):
        file.chmod(0o644)
    tmp_path.chmod(0o755)
    assert main(["--library", str(path), "rename", "1", "Anna"]) == 0
    assert mode(path) == 0o600
    assert mode(folder) == 0o700
    assert mode(tmp_path) == 0o755  # a folder of the user's


def test_what_is_kept_of_neighbours_is_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = unit_rows(np.random.default_rng(1).normal(size=(30, 8)).astype(np.float32))
    graph = knn_exact(rows, 5)
    known = ScoredNeighbors(graph, graph.sims, Platt(10.0, 0.5, 30), 30)
    monkeypatch.setattr(neighbor_cache, "FEWEST", 30)
    cache = ArrayFile(tmp_path / "l.neighbours")
    remember(cache, FaceSet(rows), Platt(10.0, 0.5, 30), known)
    assert mode(tmp_path / "l.neighbours") == 0o600


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="only root can be somebody else",
)
def test_another_user_reads_nothing() -> None:
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        place.chmod(0o755)
        scanned(place)
        (place / "everybody").mkdir(0o755)
        (place / "everybody" / "file").write_text("open")
        (place / "made").chmod(0o755)  # as if the user had put the library into a shared folder
        (place / "made" / "here").chmod(0o755)
        files = [file for file in (place / "made").rglob("*") if file.is_file()]
        assert len(files) >= 3
        for file in (*files, place / "everybody" / "file"):
            other = f"--reuid={NOBODY} --regid={NOBODY} --clear-groups cat {file}".split()
            run = subprocess.run(
                ["setpriv", *other], cwd=REPOSITORY, capture_output=True, check=False
            )
            if file.name == "file" and run.returncode != 0:
                pytest.skip("nobody may not even enter the folder for temporary files")
            assert (run.returncode == 0) == (file.name == "file"), (file, run.stderr)
