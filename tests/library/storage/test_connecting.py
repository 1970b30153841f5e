"""Libraries where a disk refuses locks, or memory that processes share, as network shares may."""

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from photoorg.errors import LibraryBusyError
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.storage.disk_trial import Bears, what_bears
from tests.conftest import REPOSITORY
from tests.failing_disk import build_shim
from tests.library.conftest import add_photos, group

OPEN = """
import sys
from pathlib import Path
from photoorg.errors import LibraryError
from photoorg.library import Library
from photoorg.library.decisions import actions

try:
    with Library.open(Path(sys.argv[1])) as library, library.exclusive("window"):
        if library.people.list():
            actions.rename(library, library.people.list()[0].id, sys.argv[2])
        library.thumbnails.put_photos([(1, b"jpeg")])
        mode = library.connection.value("PRAGMA journal_mode")
        print(mode, library.people.names(), library.thumbnails.photo(1))
except LibraryError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_shim("lockless_disk", tmp_path_factory.mktemp("lockless_disk"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def library(place: Path) -> Path:
    """Return a library in WAL mode, of which the last step lies in the WAL only."""
    path = place / "l.photoorg"
    with Library.open(path) as opened:
        (faces,) = add_photos(opened, Path("a").absolute(), [2])
        group(opened, [[faces[0]], [faces[1]]])
    keep = sqlite3.connect(path)
    keep.execute("SELECT count(*) FROM people").fetchone()
    with Library.open(path) as opened:
        actions.rename(opened, opened.people.list()[0].id, "Anna")
    wal = path.with_name("l.photoorg-wal").read_bytes()
    keep.close()
    path.with_name("l.photoorg-wal").write_bytes(wal)
    assert wal
    return path


def opened_where(refused: str, shim: Path, path: Path, name: str = "Berta") -> str:
    """Return what a process says that uses a library where locks or memory are refused."""
    extra = {"LD_PRELOAD": str(shim), "LOCKLESS_AT": str(path.parent), "LOCKLESS": refused}
    return subprocess.run(
        [sys.executable, "-c", OPEN, str(path), name],
        cwd=REPOSITORY,
        env={**os.environ, **extra},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def test_without_shared_memory_a_library_is_made_without_wal(shim: Path, place: Path) -> None:
    path = place / "l.photoorg"
    assert opened_where("memory", shim, path) == "delete [] b'jpeg'"
    assert opened_where("memory", shim, path) == "delete [] b'jpeg'"
    left = sorted(file.name for file in place.iterdir())
    assert left == ["l.photoorg", "l.photoorg.window.lock", "l.thumbnails"]


def test_a_library_that_comes_there_leaves_wal_with_all_it_holds(shim: Path, library: Path) -> None:
    told = opened_where("memory", shim, library)
    assert told == "delete ['Berta'] b'jpeg'"
    with Library.open(library) as opened:  # back on a disk that can
        assert opened.connection.value("PRAGMA journal_mode") == "wal"
        assert opened.history.undo() is not None
        assert opened.people.names() == ["Anna"]


def test_without_locks_nothing_is_made(shim: Path, place: Path) -> None:
    told = opened_where("locks", shim, place / "l.photoorg")
    assert told.startswith(f"LibraryError The folder {place} lies on a drive that refuses locks")
    assert "library.photoorg, and --library names another" in told
    assert list(place.iterdir()) == []


def test_without_locks_a_library_stays_as_it_is(shim: Path, library: Path) -> None:
    before = library.read_bytes()
    told = opened_where("locks", shim, library)
    assert "refuses locks" in told
    assert library.read_bytes() == before
    with Library.open(library) as opened:
        assert opened.people.names() == ["Anna"]


def test_another_program_s_file_stays_in_its_mode(shim: Path, place: Path) -> None:
    path = place / "other.db"
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE theirs (n)")
    other.commit()
    other.close()
    before = path.read_bytes()
    assert opened_where("memory", shim, path).startswith("LibraryError")
    assert path.read_bytes() == before


def test_a_share_is_never_given_wal(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = place.parent / "mountinfo"
    lines = f"1 0 8:1 / / rw - ext4 /dev/sda rw\n2 1 0:9 / {place} rw - cifs //nas/photos rw\n"
    mounts.write_text(lines)
    monkeypatch.setattr("photoorg.file_systems.MOUNTS", mounts)
    for _ in range(2):
        with Library.open(place / "l.photoorg") as opened:
            assert opened.connection.value("PRAGMA journal_mode") == "delete"
            assert not opened.connection.wal


def test_a_library_in_wal_mode_that_others_use_on_a_share_stays_so(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(library):
        mounts = library.parent.parent / "mountinfo"
        mounts.write_text(f"1 0 0:9 / {library.parent} rw - nfs4 nas:/photos rw\n")
        monkeypatch.setattr("photoorg.file_systems.MOUNTS", mounts)
        with Library.open(library) as second:
            assert second.connection.value("PRAGMA journal_mode") == "wal"
    with Library.open(library) as alone:
        assert alone.connection.value("PRAGMA journal_mode") == "delete"
        assert alone.people.names() == ["Anna"]


def test_a_local_disk_bears_everything_and_nothing_is_left_of_the_trial(place: Path) -> None:
    assert what_bears(place) is Bears.WAL
    assert list(place.iterdir()) == []


def test_a_folder_where_nothing_can_be_tried(tmp_path: Path) -> None:
    assert what_bears(tmp_path / "none") is Bears.WAL


def test_readers_and_writers_get_on_without_wal(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoorg.library.storage.connecting.what_bears", lambda _: Bears.ROLLBACK)
    path = place / "l.photoorg"
    with Library.open(path) as window:
        (faces,) = add_photos(window, Path("a").absolute(), [2])
        group(window, [[faces[0]], [faces[1]]])
        person = window.people.list()[0].id
        failed: list[Exception] = []

        def read() -> None:
            try:
                with Library.open(path, create=False) as reading:
                    for _ in range(200):
                        reading.people.list()
            except LibraryBusyError as error:
                failed.append(error)

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        for n in range(30):
            actions.rename(window, person, f"Anna {n}")
        for reader in readers:
            reader.join()
        assert failed == []
        assert window.people.names() == ["Anna 29"]
