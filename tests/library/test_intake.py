"""Files are known by their content; analyses never lose what a human said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoorg.library import FileEntry, Library, actions
from photoorg.library.intake import match_boxes, overlap
from photoorg.library.paths import from_text, to_text
from photoorg.types import Box
from tests.library.conftest import MODEL, add_photos, analysis, decided, found


def _register(library: Library, path: Path, size: int = 1) -> int:
    folder = library.folders.add(path.parent)
    library.intake.register(folder, [FileEntry(path, size, 1)])
    return library.intake.known(path.parent)[path].photo_id


def test_new_and_changed_files_wait_and_others_do_not(library, tmp_path) -> None:
    add_photos(library, tmp_path / "a", [1, 1, 1])
    assert library.intake.queue(MODEL) == []
    known = library.intake.known(tmp_path / "a")
    changed = tmp_path / "a" / "001.jpg"
    photo = _register(library, changed, size=999)
    assert known[changed].photo_id == photo
    assert [pending.path for pending in library.intake.queue(MODEL)] == [changed]


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


def test_a_new_analysis_keeps_person_and_confirmation_where_a_face_stays(
    library, family, person_of
) -> None:
    anna, face = person_of(family[0][0]), family[0][0]
    actions.rename(library, anna, "Anna")
    photo = library.faces.get(face).photo_id
    (ids,) = library.intake.store(
        [analysis(photo, [found(300, seed=8), found(3, seed=9)], content="edited")]
    )
    assert ids[1] == face
    assert library.faces.get(face).confirmed
    assert library.faces.get(face).box.x == 3
    assert person_of(face) == anna
    assert family[1][0] not in [f.id for f in library.faces.of_photo(photo)]


def test_another_model_that_misses_a_confirmed_face_does_not_lose_it(
    library, family, person_of
) -> None:
    anna, face = person_of(family[0][0]), family[0][0]
    actions.rename(library, anna, "Anna")
    photo = library.faces.get(face).photo_id
    library.intake.store([analysis(photo, [])])
    assert [f.id for f in library.faces.of_photo(photo)] == [face]
    assert library.people.get(anna).count == 4


def test_what_is_not_a_face_stays_dismissed_when_it_is_found_again(library, family) -> None:
    face = family[0][0]
    photo = library.faces.get(face).photo_id
    actions.not_a_face(library, [face])
    library.intake.store([analysis(photo, [found(0, seed=0), found(50), found(100)])])
    assert face not in [f.id for f in library.faces.of_photo(photo)]
    assert len(library.faces.of_photo(photo)) == 2


def test_a_moved_file_keeps_its_faces_and_names(library, family, person_of, tmp_path) -> None:
    anna, face = person_of(family[0][0]), family[0][0]
    actions.rename(library, anna, "Anna")
    photo = library.photos.get(library.faces.get(face).photo_id)
    library.intake.mark_missing([photo.id])
    assert library.people.get(anna).count == 3
    place = tmp_path / "elsewhere" / "new name.jpg"
    pending = _register(library, place)
    adoption = library.intake.adopt(pending, f"content {photo.id}", MODEL)
    assert adoption is not None
    assert adoption.photo_id == photo.id
    assert library.photos.get(photo.id).path == place
    assert library.people.get(anna).count == 4
    assert library.photos.count() == 4
    assert library.intake.queue(MODEL) == []


def test_a_copied_file_gets_the_same_people_without_an_analysis(
    library, family, person_of, tmp_path
) -> None:
    anna, face = person_of(family[0][0]), family[0][0]
    actions.rename(library, anna, "Anna")
    photo = library.faces.get(face).photo_id
    pending = _register(library, tmp_path / "copies" / "copy.jpg")
    adoption = library.intake.adopt(pending, f"content {photo}", MODEL)
    assert adoption is not None
    assert (adoption.photo_id, adoption.source_id, len(adoption.faces)) == (pending, photo, 3)
    assert library.people.get(anna).count == 5
    assert library.faces.count() == 15
    assert len(library.faces.matrix(MODEL).ids) == 15


def test_unknown_content_is_not_adopted(library, family, tmp_path) -> None:
    assert family
    pending = _register(library, tmp_path / "new" / "new.jpg")
    assert library.intake.adopt(pending, "never seen", MODEL) is None


def test_files_that_come_back_bring_their_faces(library, family) -> None:
    photos = {library.faces.get(face).photo_id for face in family[0]}
    before = decided(library)
    library.intake.mark_missing(sorted(photos))
    assert library.faces.count() == library.photos.count() == 0
    library.intake.mark_found(sorted(photos))
    assert decided(library) == before
    assert library.photos.count() == 4


def test_an_analysis_of_a_photo_that_vanished_is_dropped(library, family) -> None:
    assert family
    assert library.intake.store([analysis(99_999, [found()])]) == [[]]


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
    assert library.photos.get(photo).path == path
    assert [pending.path for pending in library.intake.queue(MODEL)] == [path]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (Box(0, 0, 10, 10), Box(0, 0, 10, 10), 1.0),
        (Box(0, 0, 10, 10), Box(5, 0, 10, 10), 1 / 3),
        (Box(0, 0, 10, 10), Box(10, 0, 10, 10), 0.0),
        (Box(0, 0, 10, 10), Box(2, 2, 5, 5), 0.25),
    ],
)
def test_overlap_is_intersection_over_union(one: Box, other: Box, share: float) -> None:
    assert overlap(one, other) == pytest.approx(share)


def test_boxes_pair_by_the_best_overlap_once_each() -> None:
    before = [Box(0, 0, 10, 10), Box(2, 0, 10, 10)]
    after = [Box(1.5, 0, 10, 10), Box(0.5, 0, 10, 10)]
    assert match_boxes(before, after) == {0: 1, 1: 0}
