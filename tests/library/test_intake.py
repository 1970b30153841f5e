"""Files are known by their content; analyses never lose what a human said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoorg.library import FileEntry, Library
from photoorg.library.decisions import actions
from photoorg.library.paths import from_text, to_text
from tests.library.conftest import MODEL, add_photos, decided


def _register(library: Library, path: Path, size: int = 1) -> int:
    folder = library.folders.add(path.parent)
    library.intake.register(folder, [FileEntry(path, size, 1)])
    return library.intake.known(path.parent)[path].file_id


def test_new_and_changed_files_wait_and_others_do_not(library, tmp_path) -> None:
    add_photos(library, tmp_path / "a", [1, 1, 1])
    assert library.intake.queue(MODEL) == []
    assert library.intake.waiting() == 0
    known = library.intake.known(tmp_path / "a")
    changed = tmp_path / "a" / "001.jpg"
    photo = _register(library, changed, size=999)
    assert known[changed].file_id == photo
    assert [pending.path for pending in library.intake.queue(MODEL)] == [changed]
    assert library.intake.waiting() == 1


def test_another_model_puts_every_photo_in_the_queue(library, tmp_path) -> None:
    add_photos(library, tmp_path / "a", [1, 1])
    assert len(library.intake.queue("other")) == 2


def test_a_failed_file_waits_until_it_changes_or_is_tried_again(library, tmp_path) -> None:
    photo = _register(library, tmp_path / "a" / "broken.jpg")
    library.intake.fail(photo, "The file is cut off.")
    assert library.intake.queue(MODEL) == []
    assert [problem.reason for problem in library.photos.problems()] == ["The file is cut off."]
    assert library.folders.list()[0].photos == 0
    assert library.folders.count() == 1
    library.photos.ignore_problems([photo])
    assert library.photos.problems() == []
    library.photos.retry([photo])
    assert [pending.id for pending in library.intake.queue(MODEL)] == [photo]
    library.intake.fail(photo, "Still cut off.")
    assert len(library.photos.problems()) == 1
    _register(library, tmp_path / "a" / "broken.jpg", size=2)
    assert len(library.intake.queue(MODEL)) == 1


def test_a_failing_photo_keeps_the_faces_it_had(library, tmp_path) -> None:
    ((face,),) = add_photos(library, tmp_path / "a", [1])
    library.intake.fail(library.faces.get(face).photo_id, "The file cannot be opened.")
    assert library.faces.get(face).id == face


def test_files_that_come_back_bring_their_faces(library, family) -> None:
    photos = {library.faces.get(face).photo_id for face in family[0]}
    before = decided(library)
    library.intake.mark_missing(sorted(photos))
    assert library.faces.count() == library.photos.count() == 0
    library.intake.mark_found(sorted(photos))
    assert decided(library) == before
    assert library.photos.count() == 4


def test_adding_a_folder_above_takes_in_the_one_below(library, tmp_path) -> None:
    below = library.folders.add(tmp_path / "photos" / "2019")
    library.intake.register(below, [FileEntry(tmp_path / "photos" / "2019" / "a.jpg", 1, 1)])
    above = library.folders.add(tmp_path / "photos")
    assert [folder.path for folder in library.folders.list()] == [tmp_path / "photos"]
    assert library.folders.add(tmp_path / "photos" / "2019") == above
    assert len(library.intake.known(tmp_path / "photos")) == 1


def test_a_folder_with_a_similar_name_is_another_folder(library, tmp_path) -> None:
    _register(library, tmp_path / "a" / "x.jpg")
    _register(library, tmp_path / "ab" / "y.jpg")
    assert [path.name for path in library.intake.known(tmp_path / "a")] == ["x.jpg"]


@given(st.binary(min_size=1, max_size=40))
def test_any_file_name_survives_storage(name: bytes) -> None:
    path = Path(name.replace(b"\0", b"").decode("utf-8", "surrogateescape"))
    text = to_text(path)
    text.encode("utf-8")
    assert from_text(text) == path


def test_a_name_that_is_not_utf8_is_stored(library, tmp_path) -> None:
    path = tmp_path / "a" / b"caf\xe9.jpg".decode("utf-8", "surrogateescape")
    photo = _register(library, path)
    assert photo
    assert [pending.path for pending in library.intake.queue(MODEL)] == [path]


def test_a_file_that_is_not_met_stays_shown_until_it_is_called_deleted(library, family) -> None:
    photo = library.faces.get(family[0][0]).photo_id
    folder = library.folders.list()[0].id
    library.intake.mark_unseen([1, 2])
    assert library.photos.count() == 4
    assert library.folders.list()[0].unseen == 2
    assert [file for file, _ in library.intake.unseen(folder)] == [1, 2]
    assert library.photos.get(photo).missing
    library.intake.mark_missing([1])
    assert library.photos.count() == 3
    assert [file for file, _ in library.intake.unseen(folder)] == [2]


def test_what_is_known_of_a_file_stays_shown_while_it_waits(library, family, tmp_path) -> None:
    assert family
    entry = FileEntry(tmp_path / "family" / "001.jpg", 4242, 8)
    library.intake.register(library.folders.list()[0].id, [entry])
    assert len(library.intake.queue(MODEL)) == 1
    assert library.photos.count() == 4
    assert library.faces.count() == 12


def test_a_passing_error_is_tried_again_and_hides_nothing(library, family, tmp_path) -> None:
    assert family
    library.intake.fail(2, "The disk reports an error.", passing=True)
    library.intake.fail(3, "The file is cut off.")
    assert library.photos.count() == 4
    library.intake.retry_passing(tmp_path / "family")
    assert [pending.id for pending in library.intake.queue(MODEL)] == [2]
    assert [problem.file_id for problem in library.photos.problems()] == [3]


def test_a_folder_under_another_name_is_the_same(library, family, tmp_path) -> None:
    """A link, and what lies below it; a spelling that only the disk takes for the same."""
    real = tmp_path / "family"
    (real / "sub").mkdir(parents=True)
    (tmp_path / "link").symlink_to(real)
    known = library.folders.list()[0].id
    assert library.folders.add(tmp_path / "link") == known
    assert library.folders.add(tmp_path / "link" / "sub") == known
    assert library.folders.place_of(tmp_path / "link" / "sub") == real / "sub"
    assert library.folders.count() == 1


@pytest.mark.parametrize("again", ["family", ".", "family/sub"])
def test_a_removed_folder_comes_back_with_its_parent_or_its_child(library, tmp_path, again) -> None:
    add_photos(library, tmp_path / "family" / "sub", [1, 1])
    folder = library.folders.list()[0].id
    actions.remove_folder(library, folder)
    assert library.photos.count() == 0
    library.folders.add(tmp_path / again)
    assert library.photos.count() == 2
    assert library.faces.count() == 2
    assert library.folders.count() == 1


def test_a_folder_that_was_renamed_is_forgotten_once_its_photos_are_found(
    library, family, tmp_path
) -> None:
    assert family
    before = library.folders.roots()
    new = library.folders.add(tmp_path / "renamed")
    entries = [FileEntry(tmp_path / "renamed" / f"{n}.jpg", 1, 1) for n in range(4)]
    library.intake.register(new, entries[:3])
    for n, pending in enumerate(library.intake.queue(MODEL)):
        library.pictures.recognize(pending.id, f"content {n + 1}", f"content {n + 1}", MODEL)
    assert library.folders.drop_moved([new]) == []
    library.intake.register(new, entries[3:])
    (last,) = library.intake.queue(MODEL)
    assert library.pictures.recognize(last.id, "content 4", "content 4", MODEL)
    assert library.folders.drop_moved([new]) == list(before.values())
    assert library.photos.count() == 4
    assert library.faces.count() == 12
