"""Saved searches, and what is left out of folders, outlive the library that knew them."""

from pathlib import Path

from photoorg.library import Library
from photoorg.library.accounting.leaving_out import leave_out
from photoorg.library.decisions import actions
from photoorg.library.finding.saved import change, delete, rename, save, saved
from photoorg.library.journal.replay import begin_from_journal, restore_journal
from photoorg.library.storage.sidecars import journal_file
from tests.library.conftest import add_photos


def patterns(library: Library, folder: Path) -> list[str]:
    (known,) = [one for one in library.folders.list() if one.path == folder]
    return library.folders.patterns(known.id)


def choose(library: Library, folder: Path) -> None:
    """Save searches, change their mind about some, and leave something out of a folder."""
    save(library, "Sea", "anna sea")
    save(library, "Snow", "snow")
    change(library, "Sea", "anna or ben")
    rename(library, "Snow", "Winter")
    save(library, "Gone", "x")
    delete(library, "Gone")
    leave_out(library, library.folders.add(folder), ["*.png"])
    leave_out(library, library.folders.add(folder), ["*.png", "/Ärger \N{SNOWMAN}"])


def test_a_lost_library_comes_back_with_them(tmp_path: Path) -> None:
    folder = tmp_path / "Fotos \N{SNOWMAN}"
    path = tmp_path / "l.photoorg"
    with Library.open(path) as library:
        choose(library, folder)
    for begun in ("anew", "once more"):  # the second from what the first wrote down
        path.unlink()
        begin_from_journal(journal_file(path), path)
        with Library.open(path) as library:
            assert saved(library) == {"Sea": "anna or ben", "Winter": "snow"}, begun
            if begun == "once more":
                library.folders.add(folder)
                assert patterns(library, folder) == ["*.png", "/Ärger \N{SNOWMAN}"]


def test_in_an_older_copy_only_what_the_journal_tells_stays(tmp_path: Path) -> None:
    folder, path = tmp_path / "a", tmp_path / "l.photoorg"
    with Library.open(path) as library:
        add_photos(library, folder, [1])
        save(library, "Old", "old")
        leave_out(library, library.folders.add(folder), ["old/"])
    before = path.read_bytes()
    with Library.open(path) as library:
        delete(library, "Old")
        leave_out(library, library.folders.add(folder), [])
        choose(library, tmp_path / "b")
    journal = journal_file(path).rename(tmp_path / "journal")
    path.write_bytes(before)
    with Library.open(path) as library:
        restore_journal(journal, library)
        assert saved(library) == {"Sea": "anna or ben", "Winter": "snow"}
        assert patterns(library, folder) == []


def test_in_another_library_its_own_stay(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    with Library.open(tmp_path / "one.photoorg") as library:
        choose(library, folder)
    with Library.open(tmp_path / "other.photoorg") as library:
        save(library, "Mine", "mine")
        library.folders.add(folder)
        restore_journal(journal_file(tmp_path / "one.photoorg"), library)
        assert saved(library) == {"Mine": "mine", "Sea": "anna or ben", "Winter": "snow"}
        assert patterns(library, folder) == ["*.png", "/Ärger \N{SNOWMAN}"]
        actions.remove_folder(library, library.folders.add(folder))
        library.folders.add(folder)
        assert patterns(library, folder) == ["*.png", "/Ärger \N{SNOWMAN}"]
