"""What is left out of a folder stays left out when it becomes part of another, or another one."""

from pathlib import Path

import pytest

from photoorg.library import FileEntry, Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions
from photoorg.library.storage.choices import keep_patterns, patterns
from tests.library.conftest import MODEL, add_photos


@pytest.fixture
def trip(tmp_path: Path) -> Path:
    return tmp_path / "photos" / "trip"


def known(library: Library, folder: Path) -> int:
    """Return the folder, which is known, of which something is left out."""
    id_ = library.folders.add(folder)
    library.folders.set_patterns(id_, ["/scans", "*.png"])
    return id_


def renamed(library: Library, trip: Path, now: Path, root: Path) -> int:
    """Let the photos of a folder be met in another place, a folder in ``root``, and return that."""
    add_photos(library, trip, [1, 1])
    root_id = library.folders.add(root)
    files = [file.path for file in library.photos.list()]
    library.intake.register(root_id, [FileEntry(now / f.relative_to(trip), 1, 1) for f in files])
    for n, pending in enumerate(library.intake.queue(MODEL), 1):
        library.pictures.recognize(pending.id, f"content {n}", f"content {n}", MODEL)
    return root_id


def test_what_is_left_out_stays_so_in_a_parent(library: Library, trip: Path) -> None:
    inner = known(library, trip)
    library.folders.set_patterns(known(library, trip.parent / "other"), ["/a"])
    keep_patterns(library.connection, {str(trip.parent): ["old/", "/trip/scans"]})
    keep_patterns(library.connection, {str(trip.parent / "to come"): ["!b.jpg"]})
    outer = library.folders.add(trip.parent)
    assert inner not in library.folders.roots()
    told = ["old/", "!/to come/**/b.jpg", "/other/a", "/trip/scans", "/trip/**/*.png"]
    assert library.folders.patterns(outer) == told
    assert patterns(library.connection) == {str(trip.parent): told}


def test_what_is_left_out_of_a_removed_folder_stays_so_in_a_parent(
    library: Library, trip: Path
) -> None:
    add_photos(library, trip, [1, 1])
    actions.remove_folder(library, known(library, trip))
    outer = library.folders.add(trip.parent)
    for _ in range(2):
        assert library.folders.patterns(outer) == ["/trip/scans", "/trip/**/*.png"]
        library.history.undo()  # the folder is part of another one now, that one stays
        assert library.photos.count() == 2
        library.history.redo()
    actions.remove_folder(library, outer)
    library.history.undo()
    assert library.folders.patterns(outer) == ["/trip/scans", "/trip/**/*.png"]
    assert check(library) == []


def test_a_parent_that_is_added_twice_says_it_once(library: Library, trip: Path) -> None:
    known(library, trip)
    outer = library.folders.add(trip.parent)
    actions.remove_folder(library, outer)
    known(library, trip)
    library.folders.add(trip.parent)
    assert library.folders.patterns(outer) == ["/trip/scans", "/trip/**/*.png"]


def test_what_is_left_out_stays_so_in_a_renamed_folder(library: Library, trip: Path) -> None:
    known(library, trip)
    now = trip.with_name("trip 2")
    new = renamed(library, trip, now, now)
    assert library.folders.drop_moved([new]) == [trip]
    assert library.folders.patterns(new) == ["/scans", "*.png"]


def test_what_a_renamed_folder_says_itself_prevails(library: Library, trip: Path) -> None:
    known(library, trip)
    now = trip.with_name("trip 2")
    library.folders.set_patterns(library.folders.add(now), ["b/"])
    new = renamed(library, trip, now, now)
    library.folders.drop_moved([new])
    assert library.folders.patterns(new) == ["b/"]


def test_what_is_left_out_stays_so_in_a_folder_that_moved_with_others(
    library: Library, trip: Path, tmp_path: Path
) -> None:
    known(library, trip)
    new = renamed(library, trip, tmp_path / "disk" / "2019" / "trip", tmp_path / "disk")
    assert library.folders.drop_moved([new]) == [trip]
    assert library.folders.patterns(new) == ["/2019/trip/scans", "/2019/trip/**/*.png"]


def test_what_is_left_out_waits_for_a_folder_whose_photos_went_everywhere(
    library: Library, trip: Path, tmp_path: Path
) -> None:
    known(library, trip)
    add_photos(library, trip, [1])
    new = library.folders.add(tmp_path / "disk")
    library.intake.register(new, [FileEntry(tmp_path / "disk" / "another name.jpg", 1, 1)])
    (pending,) = library.intake.queue(MODEL)
    library.pictures.recognize(pending.id, "content 1", "content 1", MODEL)
    assert library.folders.drop_moved([new]) == [trip]
    assert library.folders.patterns(new) == []
    assert library.folders.patterns(library.folders.add(trip)) == ["/scans", "*.png"]
