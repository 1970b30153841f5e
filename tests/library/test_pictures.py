"""A photo and its faces are known by what they show."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.errors import UsageError
from photoorg.library import FileEntry, Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions, undecided
from tests.library.conftest import MODEL, analysis, found, group, kept_apart, place_of


def _add(library: Library, path: Path) -> int:
    """Register a file, and return its id."""
    folder = library.folders.add(path.parent)
    library.intake.register(folder, [FileEntry(path, 1, 1)])
    return library.intake.known(path.parent)[path].file_id


def _photo(library: Library, face: int) -> int:
    return library.faces.get(face).photo_id


def _recognize(library: Library, file_id: int, content: str, model: str = MODEL) -> bool:
    return library.pictures.recognize(file_id, content, content, model)


def test_a_moved_file_keeps_its_faces_and_names(library, family, anna, tmp_path) -> None:
    photo = _photo(library, family[0][0])
    library.intake.mark_unseen([1])
    place = tmp_path / "elsewhere" / "new name.jpg"
    assert _recognize(library, _add(library, place), "content 1")
    assert library.photos.get(photo).path == place
    assert library.people.get(anna).count == 4
    assert library.photos.count() == 4
    assert library.intake.queue(MODEL) == []
    assert library.intake.unseen(library.folders.list()[1].id) == []


def test_a_moved_file_is_recognised_by_its_picture_whatever_was_written_into_it(
    library, family, anna, tmp_path
) -> None:
    photo = _photo(library, family[0][0])
    faces = [found(0), found(50), found(100)]
    library.pictures.store([analysis(1, faces, content="content 1", picture_hash="content 1")])
    library.intake.mark_missing([1])
    new = _add(library, tmp_path / "elsewhere" / "tagged.jpg")
    assert library.pictures.recognize(new, "content 1 with a keyword", "content 1", MODEL)
    assert library.pictures.photo_of(new) == photo
    assert library.photos.count() == 4
    assert library.people.get(anna).count == 4


def test_a_copy_is_the_same_photo(library, family, anna, tmp_path) -> None:
    copy = _add(library, tmp_path / "copies" / "copy.jpg")
    assert _recognize(library, copy, "content 1")
    assert library.people.get(anna).count == 4
    assert library.faces.count() == 12
    photo = library.photos.get(_photo(library, family[0][0]))
    assert photo.copies == 2
    library.intake.mark_missing([1])
    assert library.photos.get(photo.id).path == tmp_path / "copies" / "copy.jpg"
    assert library.people.get(anna).count == 4


def test_unknown_content_is_not_recognised(library, family, tmp_path) -> None:
    assert family
    assert not _recognize(library, _add(library, tmp_path / "new" / "new.jpg"), "never seen")


def test_files_that_exchange_their_names_lead_to_their_own_photos(library, family, anna) -> None:
    one, two = _photo(library, family[0][0]), _photo(library, family[0][1])
    paths = [library.photos.get(photo).path for photo in (one, two)]
    library.intake.register(
        library.folders.list()[0].id, [FileEntry(path, 77, 77) for path in paths]
    )
    assert _recognize(library, 1, "content 2")
    assert _recognize(library, 2, "content 1")
    assert [library.photos.get(photo).path for photo in (one, two)] == paths[::-1]
    assert library.people.get(anna).count == 4


def test_a_photo_overwritten_by_another_leaves_its_names_to_nobody(library, family, anna) -> None:
    photo = _photo(library, family[0][0])
    (ids,) = library.pictures.store([analysis(1, [found(0, seed=0)], content="a stranger")])
    assert library.faces.get(ids[0]).person_id is None
    assert _photo(library, ids[0]) != photo
    assert library.people.get(anna).count == 3
    assert library.photos.count() == 4
    assert _recognize(library, _add(library, Path("/back/again.jpg")), "content 1")
    assert library.people.get(anna).count == 4


def test_a_lost_face_stays_a_reference(library, family, anna) -> None:
    face, photo = family[0][0], _photo(library, family[0][0])
    library.pictures.store([analysis(1, [], content="b", continues=photo, kept={})])
    matrix = library.faces.matrix(MODEL)
    row = matrix.ids.tolist().index(face)
    assert matrix.away[row]
    assert matrix.settled[row]
    assert matrix.photo_ids[row] < 0


def test_a_lost_face_is_told_until_the_user_has_taken_note(library, family, anna) -> None:
    face, photo = family[0][0], _photo(library, family[0][0])
    with pytest.raises(UsageError, match="not found any more"):
        undecided.accept_loss(library, [face])
    assert library.faces.lost_of_person(anna) == []
    library.pictures.store([analysis(1, [], content="b", continues=photo, kept={})])
    assert [f.id for f in library.faces.lost_of_person(anna)] == [face]
    undecided.accept_loss(library, [face])
    assert library.faces.lost_of_person(anna) == []
    assert face in library.faces.matrix(MODEL).ids
    assert library.history.undo_label == "Forget a face of Anna not found any more"
    library.history.undo()
    assert [f.id for f in library.faces.lost_of_person(anna)] == [face]
    library.history.redo()
    library.pictures.store([analysis(1, [found(9)], content="c", continues=photo, kept={0: face})])
    assert library.people.get(anna).count == 4
    assert check(library) == []


def test_deleted_photos_of_named_people_stay_references(library, family, anna) -> None:
    library.intake.mark_missing([1, 2, 3, 4])
    matrix = library.faces.matrix(MODEL)
    assert matrix.ids.tolist() == family[0]
    assert matrix.away.all()
    new = _add(library, Path("/phone/new.jpg"))
    ((face,),) = library.pictures.store([analysis(new, [found(0, seed=0)])])
    group(library, [[*family[0], face]])
    assert library.faces.get(face).person_id == anna
    assert library.people.get(anna).count == 1


def test_an_edited_copy_becomes_a_photo_of_its_own_with_all_names(
    library, family, anna, tmp_path
) -> None:
    face, dismissed = family[0][0], family[2][0]
    actions.unassign(library, [family[1][0]])
    actions.not_a_face(library, [dismissed])
    apart = len(kept_apart(library)[0][1])
    copy = _add(library, tmp_path / "copies" / "copy.jpg")
    _recognize(library, copy, "content 1")
    photo = _photo(library, face)
    edited = analysis(
        copy,
        [found(0), found(50), found(100)],
        content="edited",
        continues=photo,
        kept=dict(enumerate([face, family[1][0], dismissed])),
    )
    (ids,) = library.pictures.store([edited])
    assert not set(ids) & {face, family[1][0], dismissed}
    assert library.photos.count() == 5
    assert library.people.get(anna).count == 5
    assert library.faces.get(ids[0]).settled
    assert ids[2] not in [f.id for f in library.faces.of_photo(_photo(library, ids[0]))]
    assert len(kept_apart(library)[0][1]) == apart + 1
    library.history.undo()
    assert len(library.faces.of_photo(_photo(library, ids[0]))) == 3


def test_a_former_version_that_turns_up_again_has_the_names_too(
    library, family, anna, tmp_path
) -> None:
    face, photo = family[0][0], _photo(library, family[0][0])
    edited = analysis(1, [found(3)], content="edited", continues=photo, kept={0: face})
    library.pictures.store([edited])
    original = _add(library, tmp_path / "backup" / "original.jpg")
    assert not _recognize(library, original, "content 1")
    (known,) = library.pictures.known(original, "content 1", "content 1", MODEL)
    assert known.photo_id == photo
    assert not known.same
    again = analysis(original, [found(0)], content="content 1", continues=photo, kept={0: face})
    library.pictures.store([again])
    assert library.photos.count() == 5
    assert library.people.get(anna).count == 5


def test_a_move_together_with_a_change_of_model_keeps_the_names(
    library, family, anna, tmp_path
) -> None:
    face = family[0][0]
    library.intake.mark_unseen([1])
    moved = _add(library, tmp_path / "moved" / "a.jpg")
    assert not _recognize(library, moved, "content 1", model="newer")
    (known,) = library.pictures.known(moved, "content 1", "content 1", "newer")
    assert known.same
    assert np.isnan(known.embeddings).all()
    seen = analysis(moved, [found(4)], content="content 1", model="newer")
    ((same,),) = library.pictures.store([seen])
    assert same == face
    assert library.people.get(anna).count == 4
    assert set(library.faces.models()) == {MODEL, "newer"}
    library.pictures.drop_old_embeddings("newer")
    assert face not in library.faces.matrix(MODEL).ids


def test_an_analysis_of_a_file_that_vanished_is_dropped(library, family) -> None:
    assert family
    assert library.pictures.store([analysis(99_999, [found()])]) == [[]]


def test_a_file_leads_to_a_photo(library, family) -> None:
    assert library.pictures.photo_of(place_of(library, family[0][0])) == _photo(
        library, family[0][0]
    )


def test_a_folder_removed_while_it_is_scanned_shows_nothing(library, tmp_path) -> None:
    file = _add(library, tmp_path / "late" / "a.jpg")
    actions.remove_folder(library, library.folders.list()[0].id)
    library.pictures.store([analysis(file, [found()])])
    assert library.photos.count() == library.faces.count() == 0
    library.history.undo()
    assert library.photos.count() == library.faces.count() == 1
