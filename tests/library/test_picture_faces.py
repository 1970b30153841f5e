"""What a human decided about a face outlives whatever is found later."""

from photoorg.library.decisions import actions
from tests.library.conftest import MODEL, analysis, found


def test_an_edited_photo_keeps_its_faces(library, family, anna, person_of) -> None:
    face, other = family[0][0], family[1][0]
    photo = library.faces.get(face).photo_id
    edited = analysis(
        1, [found(300, seed=8), found(3, seed=9)], content="b", continues=photo, kept={1: face}
    )
    (ids,) = library.pictures.store([edited])
    assert ids[1] == face
    assert library.faces.get(ids[0]).photo_id == photo
    assert person_of(face) == anna
    assert library.faces.get(face).box.x == 3
    assert other not in [f.id for f in library.faces.of_photo(photo)]


def test_a_decided_face_that_an_edit_hides_is_kept_and_comes_back(library, family, anna) -> None:
    face, photo = family[0][0], library.faces.get(family[0][0]).photo_id
    library.pictures.store([analysis(1, [], content="b", continues=photo, kept={})])
    assert library.people.get(anna).count == 3
    (known,) = library.pictures.known(1, "c", "c", MODEL)
    assert known.face_ids[known.lost].tolist() == [face]
    back = analysis(1, [found(9)], content="c", continues=photo, kept={0: face})
    library.pictures.store([back])
    assert library.people.get(anna).count == 4
    assert [f.id for f in library.faces.of_photo(photo)] == [face]


def test_another_model_that_misses_a_decided_face_does_not_lose_it(library, family, anna) -> None:
    face, photo = family[0][0], library.faces.get(family[0][0]).photo_id
    library.pictures.store([analysis(1, [], model="newer")])
    assert [f.id for f in library.faces.of_photo(photo)] == [face]
    assert library.people.get(anna).count == 4


def test_a_face_that_a_scan_misses_between_undo_and_redo_has_its_name_again(
    library, family
) -> None:
    face = family[0][0]
    photo = library.faces.get(face).photo_id
    person = actions.split(library, [face], "Anna")
    library.history.undo()
    library.pictures.store([analysis(1, [], model="newer")])
    library.history.redo()
    assert [f.id for f in library.faces.of_person(person)] == [face]
    library.history.undo()
    actions.split(library, family[1][1:2], "Ben")  # nothing can be done again now
    library.pictures.store([analysis(1, [])])
    assert library.faces.of_photo(photo) == []


def test_what_is_not_a_face_stays_dismissed_when_it_is_found_again(library, family) -> None:
    face = family[0][0]
    photo = library.faces.get(face).photo_id
    actions.not_a_face(library, [face])
    library.pictures.store([analysis(1, [found(0, seed=0), found(50), found(100)])])
    assert face not in [f.id for f in library.faces.of_photo(photo)]
    assert len(library.faces.of_photo(photo)) == 2
