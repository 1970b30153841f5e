"""Copies bring back everything a human decided, and are neither made of damage nor thrown away."""

import os
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from photoorg.errors import DamagedLibraryError, LibraryBusyError, LibraryError, UsageError
from photoorg.library import Library
from photoorg.library.copies.backups import (
    back_up_if_due,
    backup,
    backups,
    newest_backup,
    superfluous,
)
from photoorg.library.copies.restoring import restore_backup
from photoorg.library.decisions import actions
from photoorg.library.storage.sidecars import backups_folder, beside
from tests.library.conftest import MODEL, add_photos, analysis, decided, found, group


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "l.photoorg"


def fill(path: Path, folder: Path) -> list[list[int]]:
    """Make a library with two people and much that was said of them."""
    with Library.open(path) as library:
        photos = add_photos(library, folder, [3, 3, 3])
        groups = [list(members) for members in zip(*photos, strict=True)]
        group(library, groups)
        people = [library.faces.get(faces[0]).person_id or 0 for faces in groups]
        actions.rename(library, people[0], "Anna")
        actions.rename(library, people[1], "Berta")
        actions.different(library, people[0], people[1])
        actions.unassign(library, [groups[0][2]])
        actions.not_a_face(library, [groups[2][0]])
        actions.merge(library, people[1], [people[2]])
        library.history.undo()
    return photos


def destroy(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(16384)
        file.write(os.urandom(size - 16384))


def test_everything_a_human_decided_comes_back(path: Path, tmp_path: Path) -> None:
    photos = fill(path, tmp_path / "a")
    with Library.open(path) as library:
        before = decided(library)
        known = library.connection.rows("SELECT * FROM files ORDER BY id")
        schema = library.connection.rows("SELECT name, sql FROM sqlite_master ORDER BY name")
    copy = newest_backup(path)
    assert copy is not None
    destroy(path)
    with pytest.raises(LibraryError, match=r"photoorg restore.*l\.photoorg\.backups"):
        Library.open(path)
    restore_backup(copy, path)
    with Library.open(path) as library:
        assert decided(library) == before
        assert library.connection.rows("SELECT * FROM files ORDER BY id") == known
        assert (
            library.connection.rows("SELECT name, sql FROM sqlite_master ORDER BY name") == schema
        )
        assert library.connection.rows("PRAGMA integrity_check") == [("ok",)]
        # What was left out is found again, and the faces are those they were.
        assert len(library.intake.queue(MODEL)) == len(photos)
        again = library.pictures.store(
            analysis(n, [found(50 * f, 0.5) for f in range(3)]) for n in (1, 2, 3)
        )
        assert again == photos
        assert decided(library) == before
        assert library.faces.models() == [MODEL]
        library.history.undo()
    (aside,) = tmp_path.glob("l.photoorg.replaced-*")
    assert aside.stat().st_size > 0


def test_copies_are_private(path: Path, tmp_path: Path) -> None:
    fill(path, tmp_path / "a")
    folder = backups_folder(path)
    modes = {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    assert (stat.S_IMODE(folder.stat().st_mode), modes) == (0o700, {0o600})


def test_a_copy_is_made_once_a_day_and_only_of_what_changed(path: Path, tmp_path: Path) -> None:
    with Library.open(path) as library:
        assert back_up_if_due(library.connection) is None  # nobody has decided anything
    fill(path, tmp_path / "b")
    (first,) = backups(path)
    with Library.open(path) as library:
        actions.rename(library, library.people.list()[0].id, "Clara")
    assert backups(path) == [first]  # not twice a day
    day_before = _dated(first, datetime.now(UTC) - timedelta(days=1))
    with Library.open(path) as library:
        newest = back_up_if_due(library.connection)
        assert newest is not None
        assert backups(path) == [newest, day_before]
    _dated(newest, datetime.now(UTC) - timedelta(hours=22))
    with Library.open(path) as library:
        assert back_up_if_due(library.connection) is None  # nothing was decided since
        library.history.undo()
        assert back_up_if_due(library.connection) is not None


def _dated(copy: Path, when: datetime) -> Path:
    return copy.rename(copy.with_name(when.strftime("%Y-%m-%dT%H-%M-%SZ.photoorg")))


def test_the_last_of_seven_days_and_of_four_weeks_are_kept() -> None:
    newest = datetime(2026, 7, 31, 18, tzinfo=UTC)  # a Friday
    copies = [
        Path((newest - timedelta(hours=12 * n)).strftime("%Y-%m-%dT%H-%M-%SZ.photoorg"))
        for n in range(120)
    ]
    gone = superfluous(copies, newest)
    kept = [copy.name[5:13] for copy in copies if copy not in gone]
    assert kept == [
        *("07-31T18", "07-31T06", "07-30T18", "07-29T18", "07-28T18", "07-27T18"),
        *("07-26T18", "07-25T18", "07-19T18", "07-12T18"),
    ]


@pytest.fixture
def later(path: Path, tmp_path: Path) -> list[Path]:
    """Return copies of ten weeks to come, the newest first: the clock was ahead."""
    fill(path, tmp_path / "a")
    (copy,) = backups(path)
    for weeks in range(2, 11):
        _dated(Path(shutil.copy(copy, copy.with_name("copy"))), _in_weeks(weeks))
    _dated(copy, _in_weeks(1))
    return backups(path)


def _in_weeks(weeks: int) -> datetime:
    return datetime.now(UTC) + timedelta(weeks=weeks)


def test_a_copy_of_today_stays_beside_copies_of_days_to_come(path: Path, later: list[Path]) -> None:
    with Library.open(path) as library:
        made = backup(library.connection)
        assert made.is_file()
        assert backups(path) == [made, *later]
        assert newest_backup(path) == made
        actions.rename(library, library.people.list()[0].id, "Clara")
        assert back_up_if_due(library.connection) is None  # not twice a day either
    assert backups(path) == [made, *later]


def test_no_copy_is_made_of_damage_and_none_thrown_away(path: Path, tmp_path: Path) -> None:
    fill(path, tmp_path / "a")
    (copy,) = backups(path)
    old = _dated(copy, datetime(2020, 1, 1, tzinfo=UTC))
    with Library.open(path) as library:
        root = library.connection.value("SELECT rootpage FROM sqlite_master WHERE name = 'files'")
        size = library.connection.value("PRAGMA page_size")
    with path.open("r+b") as file:
        file.seek(size * (root - 1))
        file.write(bytes(size))
    with Library.open(path) as library:
        with pytest.raises(LibraryError, match="damaged"):
            backup(library.connection)
        actions.rename(library, library.people.list()[0].id, "Dora")
        with pytest.raises(DamagedLibraryError):
            library.keep_safe()
    assert backups(path) == [old]


def test_a_whole_copy_is_a_library(path: Path, tmp_path: Path) -> None:
    fill(path, tmp_path / "a")
    with Library.open(path) as library:
        before = decided(library)
        copy = backup(library.connection, tmp_path / "copy.photoorg")
        with pytest.raises(LibraryError, match="there already"):
            backup(library.connection, copy)
        (tmp_path / "folder").mkdir()
        assert backup(library.connection, tmp_path / "folder").parent == tmp_path / "folder"
        with pytest.raises(LibraryError, match="cannot be made"):
            backup(library.connection, tmp_path / "missing" / "copy.photoorg")
        with pytest.raises(LibraryError, match=r"cannot be made \(.*\); name another place"):
            backup(library.connection, Path("/proc/copy.photoorg"))
    with Library.open(copy) as library:
        assert decided(library) == before
        assert library.intake.queue(MODEL) == []


def test_a_copy_put_in_place_by_hand_becomes_whole(path: Path, tmp_path: Path) -> None:
    fill(path, tmp_path / "a")
    copy = newest_backup(path)
    assert copy is not None
    other = tmp_path / "other.photoorg"
    copy.rename(other)
    with Library.open(other) as library:
        names = "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        assert library.connection.value(names) > 10


@pytest.mark.parametrize("kind", ["damaged", "empty", "text", "newer", "missing", "folder"])
def test_what_is_no_good_copy_is_refused_and_nothing_changed(
    path: Path, tmp_path: Path, kind: str
) -> None:
    fill(path, tmp_path / "a")
    copy = newest_backup(path)
    assert copy is not None
    match kind:
        case "damaged":
            destroy(copy)
        case "empty":
            copy.write_bytes(b"")
        case "text":
            copy.write_text("hello")
        case "newer":
            with Library.open(copy) as library:
                library.connection.execute(
                    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
                    "VALUES ('photoorg', '99', '2099-01-01')"
                )
        case "missing":
            copy.unlink()
        case "folder":
            copy.unlink()
            copy.mkdir()
    before = path.read_bytes()
    with pytest.raises(LibraryError):
        restore_backup(copy, path)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.replaced-*")) == []


def test_a_copy_of_an_older_version_is_restored_and_brought_up_to_date(path: Path) -> None:
    restore_backup(Path(__file__).parent.with_name("first.photoorg"), path)
    with Library.open(path) as library:
        assert library.people.names()
        assert library.connection.rows("PRAGMA foreign_key_check") == []


def test_nobody_may_have_the_library_open(path: Path, tmp_path: Path) -> None:
    fill(path, tmp_path / "a")
    copy = newest_backup(path)
    assert copy is not None
    with Library.open(path), pytest.raises(UsageError, match="close it"):
        restore_backup(copy, path)
    with Library.open(copy) as other:  # a lock of the same name, as another process holds it
        other.path = path
        with other.exclusive("jobs"), pytest.raises(LibraryBusyError, match="close it"):
            restore_backup(copy, path)
    with pytest.raises(UsageError, match="the library itself"):
        restore_backup(path, path)


@pytest.mark.parametrize("opened_by_link", [True, False])
def test_a_link_to_a_library_is_the_library(
    path: Path, tmp_path: Path, opened_by_link: bool
) -> None:
    fill(path, tmp_path / "a")
    copy = newest_backup(path)
    assert copy is not None
    link = tmp_path / "links" / "link.photoorg"
    link.parent.mkdir()
    link.symlink_to(path)
    one, other = (link, path) if opened_by_link else (path, link)
    with Library.open(copy) as holder:  # as another process would hold it
        holder.path = one
        with holder.exclusive("window"), pytest.raises(LibraryBusyError, match="close it"):
            restore_backup(copy, other)


def test_what_belonged_to_the_library_is_put_aside_with_it(path: Path, tmp_path: Path) -> None:
    """A WAL left beside a restored library would be taken for its own."""
    fill(path, tmp_path / "a")
    copy = newest_backup(path)
    assert copy is not None
    beside(path, "-wal").write_bytes(b"of the former")
    restore_backup(copy, path)
    (aside,) = tmp_path.glob("*.replaced-*-wal")
    assert aside.read_bytes() == b"of the former"
    path.unlink()
    restore_backup(copy, path)
    assert len(list(tmp_path.glob("*.replaced-*"))) == 2
    assert path.exists()
