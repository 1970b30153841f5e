"""What was a library is never taken for a new one; what can only be read is read."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.errors import LibraryBusyError, LibraryError
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.storage.sidecars import backups_folder, beside, journal_file, thumbnails_file
from tests.jobs.nobody import Nobody
from tests.library.conftest import add_photos, group

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")


@pytest.fixture
def path() -> Iterator[Path]:
    """Return a closed library with a named person, in a folder that nobody, too, can reach."""
    with tempfile.TemporaryDirectory() as outer:
        place = Path(outer) / "place"
        place.mkdir()
        with Library.open(place / "l.photoorg") as library:
            (faces,) = add_photos(library, Path("a").absolute(), [2])
            group(library, [[faces[0]], [faces[1]]])
            actions.rename(library, library.people.list()[0].id, "Anna")
            library.thumbnails.put_faces([(faces[0], b"jpeg")])
        yield library.path


def names(path: Path) -> list[str]:
    with Library.open(path, create=False) as library:
        return library.people.names()


def _listed(folder: Path) -> list[str]:
    """Return the names of what lies in a folder, but for the thumbnails, which may be written."""
    return sorted(file.name for file in folder.iterdir() if "thumbnails" not in file.name)


def _snapshot(path: Path) -> Path:
    """Return a copy of a library file that is closed, its other files not with it."""
    copy = path.with_name("copy.photoorg")
    shutil.copy(path, copy)
    return copy


def test_an_emptied_library_is_no_new_one(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(LibraryError, match=r"empty now.*photoorg restore"):
        Library.open(path)
    assert path.stat().st_size == 0
    with Library.open(path, anew=True) as library:
        assert library.people.list() == []


def test_what_only_left_thumbnails_cannot_be_restored(path: Path) -> None:
    path.write_bytes(b"")
    journal_file(path).unlink()
    shutil.rmtree(backups_folder(path))
    with pytest.raises(LibraryError, match=r"nothing to restore it from.*l\.thumbnails away"):
        Library.open(path)


def test_a_lost_library_is_no_new_one(path: Path) -> None:
    path.unlink()
    backups_folder(path).mkdir(exist_ok=True)
    (backups_folder(path) / "2026-01-01.photoorg").write_bytes(b"a copy")
    for create in (True, False):
        with pytest.raises(LibraryError, match=r"not there any more.*photoorg restore"):
            Library.open(path, create=create)
    assert not path.exists()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (os.mkfifo, "no file but a device"),
        (lambda file: file.symlink_to("nowhere"), "a link to a file that is not there"),
        (lambda file: file.symlink_to(file.name), "cannot be opened"),
        (lambda file: file.write_text("hello"), "not a photoorg library"),
    ],
)
def test_what_is_no_library_file_is_refused_at_once(tmp_path: Path, make, sentence: str) -> None:
    file = tmp_path / "library"
    make(file)
    with pytest.raises(LibraryError, match=sentence):
        Library.open(file)
    assert _listed(tmp_path) == ["library"]


def test_a_destroyed_first_page_is_damage_where_a_library_was(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(os.urandom(200))
    with pytest.raises(LibraryError, match="damaged"):
        Library.open(path)


def test_a_missing_table_is_damage(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("DROP TABLE answer_faces")
    other.close()
    with pytest.raises(LibraryError, match="damaged"):
        Library.open(path)


def test_what_looks_like_a_bug_may_be_damage(path: Path) -> None:
    with Library.open(path) as library:
        root = library.connection.value("SELECT rootpage FROM sqlite_master WHERE name = 'files'")
        size = library.connection.value("PRAGMA page_size")
    with path.open("r+b") as file:
        file.seek(size * (root - 1))
        file.write(os.urandom(size))

    def stumble() -> None:
        with Library.open(path):
            raise TypeError("of what was read")

    with pytest.raises(LibraryError, match="damaged"):
        stumble()


def test_what_an_unclean_end_left_is_looked_at(path: Path) -> None:
    """As when a library is copied back beside a WAL that it has nothing to do with."""
    other = sqlite3.connect(path)
    other.execute("PRAGMA wal_autocheckpoint = 0")
    other.execute("UPDATE people SET name = 'Berta' WHERE name IS NOT NULL")
    other.commit()
    wal = beside(path, "-wal").read_bytes()
    other.close()
    assert names(path) == ["Berta"]
    # Frames of an older state: what the table of people is made of is not what its index says.
    later = sqlite3.connect(path, isolation_level=None)
    later.execute("DELETE FROM people WHERE name IS NULL")
    later.close()
    beside(path, "-wal").write_bytes(wal)
    with pytest.raises(LibraryError, match="damaged"):
        names(path)


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o644, 0o555)])
def test_what_cannot_be_written_is_read(path: Path, file_mode: int, folder_mode: int) -> None:
    before = _listed(path.parent)
    with Nobody(path.parent.parent):
        path.chmod(file_mode)
        path.parent.chmod(folder_mode)
        try:
            with Library.open(path) as library:
                assert library.connection.read_only
                assert library.people.names() == ["Anna"]
                assert library.photos.problems() == []
                assert library.thumbnails.face(1) == b"jpeg"
                with library.exclusive("window"):
                    library.thumbnails.put_faces([(2, b"x")])
                with pytest.raises(LibraryError, match="cannot be written"):
                    actions.rename(library, library.people.list()[0].id, "Berta")
                with (
                    pytest.raises(LibraryError, match="cannot be written"),
                    library.exclusive("jobs"),
                ):
                    pass
        finally:
            path.parent.chmod(0o755)
        assert _listed(path.parent) == before
        path.chmod(0o644)
        with Library.open(path) as library:
            actions.rename(library, library.people.list()[0].id, "Berta")
        assert names(path) == ["Berta"]


def test_an_index_of_the_wal_that_cannot_be_written_is_no_obstacle(path: Path) -> None:
    """SQLite gave it the library's mode while that could only be read."""
    with Nobody(path.parent.parent):
        beside(path, "-shm").touch(0o444)
        with Library.open(path) as library:
            actions.rename(library, library.people.list()[0].id, "Berta")
    with Nobody(path.parent.parent):
        assert names(path) == ["Berta"]


@pytest.mark.skipif(os.geteuid() != 0, reason="needs two users")
def test_files_of_another_user_are_removed_or_named(path: Path) -> None:
    with Nobody(path.parent.parent):
        pass
    for suffix in ("-shm", "-wal", ".window.lock"):
        beside(path, suffix).write_bytes(b"root's")
        beside(path, suffix).chmod(0o600)
    os.seteuid(65534)
    try:
        with pytest.raises(LibraryError, match=r"l\.photoorg-wal belongs to somebody else"):
            Library.open(path)
        beside(path, "-wal").unlink()
        with Library.open(path) as library:
            assert library.people.names() == ["Anna"]
            with pytest.raises(LibraryError, match="lock file"), library.exclusive("window"):
                pass
    finally:
        os.seteuid(0)


def test_changes_that_cannot_be_read_without_writing_are_told(path: Path) -> None:
    copy = _snapshot(path)
    other = sqlite3.connect(path)
    other.execute("UPDATE people SET name = 'Berta' WHERE name IS NOT NULL")
    other.commit()
    shutil.copy(beside(path, "-wal"), beside(copy, "-wal"))
    other.close()
    with Nobody(path.parent.parent):
        copy.parent.chmod(0o555)
        try:
            with pytest.raises(LibraryError, match=r"copy\.photoorg-wal, which can only be read"):
                Library.open(copy)
        finally:
            copy.parent.chmod(0o755)
        assert names(copy) == ["Berta"]


def test_opening_again_lets_go_of_no_lock(path: Path) -> None:
    """Closing any handle of a file ends the locks that this process holds on it."""
    with Library.open(path) as library, library.write():
        library.connection.execute("UPDATE people SET hidden = 0")
        with Library.open(path) as again:
            assert again.people.names() == ["Anna"]
        other = sqlite3.connect(path, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_library_of_another_name_has_thumbnails_of_its_own(tmp_path: Path) -> None:
    libraries = [tmp_path / name for name in ("l.photoorg", "l.db", "l", "l.backup")]
    assert len({*libraries, *map(thumbnails_file, libraries)}) == 8
    assert thumbnails_file(libraries[0]).name == "l.thumbnails"


def test_busy_is_told_by_its_code(path: Path) -> None:
    with Library.open(path) as library:
        other = sqlite3.connect(path)
        other.execute("BEGIN IMMEDIATE")
        library.connection.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(LibraryBusyError):
            actions.rename(library, library.people.list()[0].id, "x")
        other.close()
