"""Real folders, real second processes: nothing here says how long anything takes."""

import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

import pytest

from photoorg.jobs.watching.directories import Root
from photoorg.jobs.watching.watcher import Watcher
from photoorg.jobs.watching.ways import Way
from tests.conftest import REPOSITORY

PATIENCE_S = 60
"""Whoever waits so long waits in vain."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="only there directories are counted")


class Listener:
    """Keeps what a watcher says; waits for it."""

    def __init__(self, roots: list[Root], most: int | None = 1000) -> None:
        self.ways: queue.Queue[Mapping[Path, Way]] = queue.Queue()
        self.folders: queue.Queue[Collection[Path]] = queue.Queue()
        self.watcher = Watcher(roots, self.ways.put, self.folders.put, most)
        self.watcher.start()

    def planned(self) -> Mapping[Path, Way]:
        return self.ways.get(timeout=PATIENCE_S)

    def wait_for(self, *folders: Path) -> None:
        """Wait until changes in all of these were heard."""
        left = set(folders)
        while left:
            left -= set(self.folders.get(timeout=PATIENCE_S))

    def heard(self) -> set[Path]:
        """Return all that was heard and nobody waited for."""
        found: set[Path] = set()
        while not self.folders.empty():
            found |= set(self.folders.get())
        return found


Listen = Callable[..., Listener]


@pytest.fixture
def listen() -> Iterator[Listen]:
    """Return what starts a listener; in the end nothing of any is left."""
    made: list[Listener] = []

    def start(*roots: Path, most: int | None = 1000) -> Listener:
        made.append(Listener([Root(root) for root in roots], most))
        return made[-1]

    yield start
    assert all(listener.watcher.close() for listener in made)
    assert not [thread for thread in threading.enumerate() if thread.name == "watching folders"]


def somebody_else(code: str, *arguments: Path | str) -> None:
    """Let another process do something."""
    before = "import os, shutil, sys; from pathlib import Path; "
    words = [sys.executable, "-c", before + code, *map(str, arguments)]
    subprocess.run(words, check=True)


def test_what_other_programs_put_into_folders_is_heard(listen: Listen, tmp_path: Path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "c").mkdir()
    listener = listen(tmp_path)
    assert listener.planned() == {tmp_path: Way.WATCHED}
    somebody_else("Path(sys.argv[1]).write_bytes(b'x' * 100_000)", tmp_path / "a" / "b" / "x.jpg")
    listener.wait_for(tmp_path / "a" / "b")
    somebody_else("os.rename(*sys.argv[1:])", tmp_path / "a" / "b" / "x.jpg", tmp_path / "c/y.jpg")
    listener.wait_for(tmp_path / "a" / "b", tmp_path / "c")
    somebody_else("os.remove(sys.argv[1])", tmp_path / "c" / "y.jpg")
    listener.wait_for(tmp_path / "c")


def test_what_is_no_photo_is_not_heard(listen: Listen, tmp_path: Path):
    listener = listen(tmp_path)
    listener.planned()
    for name in ("a.jpg.tmp", "library.photoorg-wal", ".hidden.jpg", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "last.jpg").write_bytes(b"x")
    listener.wait_for(tmp_path)
    (tmp_path / "a.jpg.tmp").write_bytes(b"y")
    (tmp_path / "sub").mkdir()  # heard after all that came before it
    listener.wait_for(tmp_path / "sub")
    assert listener.heard() <= {tmp_path / "sub"}


@linux
def test_folders_that_are_new_are_watched_from_then_on(listen: Listen, tmp_path: Path):
    listener = listen(tmp_path)
    listener.planned()
    somebody_else("os.makedirs(sys.argv[1])", tmp_path / "new" / "inside")
    listener.wait_for(tmp_path / "new")
    assert listener.planned() == {tmp_path: Way.WATCHED}
    (tmp_path / "new" / "inside" / "x.jpg").write_bytes(b"x")
    listener.wait_for(tmp_path / "new" / "inside")


@linux
def test_a_folder_that_was_renamed_is_watched_under_its_new_name(listen: Listen, tmp_path: Path):
    (tmp_path / "old" / "inside").mkdir(parents=True)
    listener = listen(tmp_path)
    listener.planned()
    somebody_else("os.rename(*sys.argv[1:])", tmp_path / "old", tmp_path / "new")
    listener.wait_for(tmp_path, tmp_path / "new")
    listener.planned()
    (tmp_path / "new" / "inside" / "x.jpg").write_bytes(b"x")
    listener.wait_for(tmp_path / "new" / "inside")


def test_a_burst_of_5000_files_is_heard_in_every_folder(listen: Listen, tmp_path: Path):
    folders = [tmp_path / f"{n}" for n in range(50)]
    for folder in folders:
        folder.mkdir()
    listener = listen(tmp_path)
    listener.planned()
    somebody_else(
        "[Path(sys.argv[1], str(n % 50), f'{n}.jpg').write_bytes(b'x') for n in range(5000)]",
        tmp_path,
    )
    listener.wait_for(*folders)


def test_a_drive_that_comes_and_goes(listen: Listen, tmp_path: Path):
    drive, put_away = tmp_path / "drive", tmp_path / "elsewhere"
    listener = listen(drive)
    assert listener.planned() == {drive: Way.AWAY}
    drive.mkdir()
    listener.wait_for(drive)
    assert listener.planned() == {drive: Way.WATCHED}
    (drive / "x.jpg").write_bytes(b"x")
    listener.wait_for(drive)
    drive.rename(put_away)
    listener.wait_for(drive)
    assert listener.planned() == {drive: Way.AWAY}


@linux
def test_a_name_that_is_no_text_leads_to_a_look_at_everything(listen: Listen, tmp_path: Path):
    (tmp_path / "a").mkdir()
    listener = listen(tmp_path)
    listener.planned()
    Path(tmp_path, "a", os.fsdecode(b"\xff.jpg")).write_bytes(b"x")
    listener.wait_for(tmp_path)
    listener.planned()
    (tmp_path / "a" / "x.jpg").write_bytes(b"x")
    listener.wait_for(tmp_path / "a")


def test_roots_as_a_whole_as_where_nothing_is_counted(listen: Listen, tmp_path: Path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    listener = listen(tmp_path, most=None)
    assert listener.planned() == {tmp_path: Way.WATCHED}
    (tmp_path / "a" / "b" / "x.jpg").write_bytes(b"x")
    listener.wait_for(tmp_path / "a" / "b")


@linux
def test_more_folders_than_may_be_watched(listen: Listen, tmp_path: Path):
    few, many = tmp_path / "few", tmp_path / "many"
    for root, count in ((few, 2), (many, 20)):
        for n in range(count):
            (root / f"{n}").mkdir(parents=True)
    listener = listen(few, many, most=10)
    assert listener.planned() == {few: Way.WATCHED, many: Way.MANY}
    (few / "1" / "x.jpg").write_bytes(b"x")
    listener.wait_for(few / "1")


WHERE_FEW_ARE_ALLOWED = """
import queue, sys
from pathlib import Path
Path("/proc/sys/user/max_inotify_watches").write_text("10")
from photoorg.jobs.watching.directories import Root
from photoorg.jobs.watching.watcher import Watcher
ways = queue.Queue()
watcher = Watcher([Root(Path(sys.argv[1]))], ways.put, print, 1000)
watcher.start()
print(*[way.value for way in ways.get().values()], watcher.close())
"""


@linux
def test_where_the_system_lets_no_more_be_watched(tmp_path: Path):
    alone = ["unshare", "--user", "--map-root-user"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("no namespace of one's own can be made here")
    for n in range(20):
        (tmp_path / f"{n}").mkdir()
    words = [*alone, sys.executable, "-c", WHERE_FEW_ARE_ALLOWED, str(tmp_path)]
    told = subprocess.run(words, cwd=REPOSITORY, check=True, capture_output=True, text=True)
    assert told.stdout.split() == ["refused", "True"]
