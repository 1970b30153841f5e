"""What the machine thinks is stored with each grouping, and people are told by it."""

import numpy as np
import pytest

from photoorg.library import Library, Standing
from photoorg.library.decisions import actions
from tests.library.conftest import MODEL, add_photos, group


def doubt(library: Library, faces: list[int]) -> None:
    """Let the detector have doubted these faces."""
    with library.connection.chosen(faces) as chosen:
        library.connection.execute(f"UPDATE faces SET score = 0.51 WHERE id IN {chosen}")


def standings(library: Library) -> dict[int, Standing]:
    return {person.id: person.standing for person in library.people.list()}


def test_doubtful_groups_stand_at_the_end(library, family, person_of) -> None:
    assert set(standings(library).values()) == {Standing.PERSON}
    first, second, third = (person_of(faces[0]) for faces in family)
    doubt(library, family[0])
    group(library, family)
    assert list(standings(library)) == [second, third, first]
    assert standings(library)[first] is Standing.DOUBTFUL
    assert library.people.get(first).standing is Standing.DOUBTFUL
    trusted = dict(library.connection.rows("SELECT id, trust FROM faces"))
    assert all((trusted[face] < 0.5) == (face in family[0]) for face in trusted)


def test_whoever_has_a_name_is_a_person_also_after_undo(library, family, person_of) -> None:
    one = person_of(family[0][0])
    doubt(library, family[0])
    group(library, family)
    actions.rename(library, one, "Anna")
    assert standings(library)[one] is Standing.PERSON
    group(library, family)
    assert standings(library)[one] is Standing.PERSON
    library.history.undo()
    assert standings(library)[one] is Standing.PERSON  # until it is judged again
    group(library, family)
    assert standings(library)[one] is Standing.DOUBTFUL


def test_a_group_that_an_undo_brings_back_is_what_it_was(library, family, person_of) -> None:
    one, other = person_of(family[0][0]), person_of(family[1][0])
    doubt(library, [*family[0], *family[1]])
    group(library, family)
    actions.merge(library, other, [one])
    assert standings(library)[other] is Standing.PERSON
    library.history.undo()
    assert standings(library)[one] is standings(library)[other] is Standing.DOUBTFUL


def test_a_library_from_before_is_judged_once_and_its_groups_stay(library, family) -> None:
    doubt(library, family[2])
    library.connection.execute("DELETE FROM standings")
    before = dict(library.connection.rows("SELECT id, person_id FROM faces"))
    assert set(standings(library).values()) == {Standing.PERSON}
    assert library.grouping.judge_if_needed(MODEL)
    assert list(standings(library).values()).count(Standing.DOUBTFUL) == 1
    assert dict(library.connection.rows("SELECT id, person_id FROM faces")) == before
    assert not library.grouping.judge_if_needed(MODEL)


def test_the_cover_goes_with_the_face_it_is(library, family, person_of) -> None:
    one = person_of(family[0][0])
    chosen = library.people.get(one).cover_face_id
    assert chosen in family[0]
    actions.not_a_face(library, [chosen])
    assert library.people.get(one).cover_face_id in set(family[0]) - {chosen}
    library.history.undo()
    assert library.people.get(one).cover_face_id == chosen
    other = next(face for face in family[0] if face != chosen)
    actions.set_cover(library, one, other)
    group(library, family)
    assert library.people.get(one).cover_face_id == other


def test_faces_without_embeddings_of_this_model_are_judged_too(library, family) -> None:
    doubt(library, family[0])
    library.connection.execute("UPDATE embeddings SET model = 'other-1'")
    matrix = library.faces.matrix(MODEL)
    library.grouping.apply(matrix, np.empty(0, np.int64), engine="test", model=MODEL)
    assert list(standings(library).values()).count(Standing.DOUBTFUL) == 1


@pytest.mark.parametrize("taken", [None, "1965", "1965-05"])
def test_strangers_need_a_day(library, tmp_path, taken: str | None) -> None:
    faces = add_photos(library, tmp_path / "crowd", [2, 2])
    near, far = [list(pair) for pair in zip(*faces, strict=True)]
    with library.connection.chosen(far) as chosen:
        library.connection.execute(
            f"UPDATE faces SET quality = 0.1, w = 9, h = 9 WHERE id IN {chosen}"
        )
    group(library, [near, far])
    assert list(standings(library).values()) == [Standing.PERSON, Standing.STRANGER]
    library.connection.execute("UPDATE photos SET taken_at = ?", (taken,))
    group(library, [near, far])
    assert list(standings(library).values()) == [Standing.PERSON, Standing.PERSON]


def test_faces_seen_once_stand_with_the_best_pictures_first(library, family) -> None:
    single = [face for faces in family for face in faces]
    group(library, [[face] for face in single])
    for place, face in enumerate(single):
        quality = (0.3, 0.9, 0.6)[place % 3] + place / 1000
        library.connection.execute(f"UPDATE faces SET quality = {quality} WHERE id = {face}")
    covers = [library.faces.get(p.cover_face_id or 0).quality for p in library.people.list()]
    assert covers == sorted(covers, reverse=True)


def test_faces_that_nobody_is_sure_of_are_counted(library, family, person_of) -> None:
    one = person_of(family[0][0])
    group(library, family)
    library.connection.execute(f"UPDATE faces SET support = 0.1 WHERE id = {family[0][0]}")
    assert library.people.get(one).unsure == 0  # nobody is asked about a group without a name
    actions.rename(library, one, "Anna")
    unsure = [face for face in library.faces.of_person(one) if not face.sure]
    assert library.people.get(one).unsure == len(unsure) == 1
    assert {p.id: p.unsure for p in library.people.list()}[one] == 1
    actions.confirm(library, [unsure[0].id])
    assert library.people.get(one).unsure == 0
