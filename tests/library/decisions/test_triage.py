"""Verdicts of the user on doubtful faces and strangers go before what the machine thinks."""

from collections.abc import Callable

import pytest

from photoorg.errors import UsageError
from photoorg.library import Library, Standing
from photoorg.library.checking import check
from photoorg.library.decisions import actions, triage
from tests.library.conftest import add_photos, decided, group

Groups = list[list[int]]
PersonOf = Callable[[int], int]


@pytest.fixture
def junk(library: Library, family: Groups) -> list[int]:
    """Return the faces of the family's first group, which are doubtful now."""
    with library.connection.chosen(family[0]) as chosen:
        library.connection.execute(f"UPDATE faces SET score = 0.51 WHERE id IN {chosen}")
    group(library, family)
    return family[0]


@pytest.fixture
def strangers(library: Library, tmp_path) -> list[int]:
    """Return groups of one blurred face each, in the background of four photos."""
    faces = add_photos(library, tmp_path / "crowd", [3, 3])
    far = [face for _, *rest in faces for face in rest]
    with library.connection.chosen(far) as chosen:
        library.connection.execute(
            f"UPDATE faces SET quality = 0.1, w = 9, h = 9 WHERE id IN {chosen}"
        )
    group(library, [[first for first, *_ in faces], *([face] for face in far)])
    return [library.faces.get(face).person_id or 0 for face in far]


def standing(library: Library, person: int) -> Standing:
    found = library.people.get(person).standing
    assert found is next(p for p in library.people.list() if p.id == person).standing
    return found


def waiting(library: Library) -> list[int]:
    return [face.id for face in library.triage.faces()]


def test_doubtful_faces_wait_for_a_verdict(library, family, junk) -> None:
    assert sorted(waiting(library)) == junk
    assert list(library.triage.strangers()) == []
    actions.hide(library, [library.faces.get(junk[0]).person_id or 0])
    assert waiting(library) == []


def test_real_ones_leave_a_doubtful_group_and_the_rest_is_dismissed(
    library, family, junk, person_of: PersonOf
) -> None:
    before = decided(library)
    one = person_of(junk[0])
    triage.sort_faces(library, [junk[0]], junk[1:3])
    assert waiting(library) == [junk[3]]
    assert person_of(junk[0]) != one
    assert standing(library, person_of(junk[0])) is Standing.PERSON
    assert standing(library, one) is Standing.DOUBTFUL
    assert check(library) == []
    label = library.history.undo_label
    assert label == "Dismiss 2 faces as not faces"
    library.history.undo()
    assert sorted(waiting(library)) == junk
    assert person_of(junk[0]) == one
    assert decided(library)["faces"] == before["faces"]
    library.history.redo()
    assert waiting(library) == [junk[3]]


def test_verdicts_survive_regrouping(library, family, junk, person_of: PersonOf) -> None:
    triage.sort_faces(library, junk[:1], junk[1:2])
    rest = [face for face in junk if face != junk[1]]
    group(library, [[*rest[1:], rest[0]], family[1], family[2]])
    assert library.people.get(person_of(rest[0])).standing is Standing.DOUBTFUL
    trusted = dict(library.connection.rows("SELECT id, trust FROM faces"))
    assert trusted[rest[0]] == 1
    assert sorted(waiting(library)) == rest[1:]
    group(library, [[rest[0]], rest[1:], family[1], family[2]])
    assert standing(library, person_of(rest[0])) is Standing.PERSON


def test_a_group_of_real_faces_stays_together(library, junk, person_of: PersonOf) -> None:
    one = person_of(junk[0])
    triage.real_faces(library, junk)
    assert {person_of(face) for face in junk} == {one}
    assert standing(library, one) is Standing.PERSON
    assert library.history.undo_label == "Keep 4 faces as real"
    assert waiting(library) == []


def test_what_was_dismissed_can_be_a_face_after_all(library, junk, person_of: PersonOf) -> None:
    triage.sort_faces(library, [], junk)
    assert waiting(library) == []
    triage.real_faces(library, junk[:2])
    assert len({person_of(face) for face in junk[:2]}) == 2
    assert [answer.kind for answer in library.ledger.answers() if answer.standing] == [
        "not-a-face",
        "face",
    ]
    actions.not_a_face(library, junk[:1])
    assert check(library) == []
    assert not [a for a in library.ledger.answers() if a.standing and junk[0] in a.faces][1:]


def test_strangers(library, strangers) -> None:
    assert [person.id for person in library.triage.strangers()] == strangers
    known, *others = strangers
    triage.sort_strangers(library, [known], others)
    assert library.history.undo_label == "Dismiss 3 strangers"
    assert list(library.triage.strangers()) == []
    assert standing(library, known) is Standing.PERSON
    assert {standing(library, one) for one in others} == {Standing.STRANGER}
    library.history.undo()
    assert len(library.triage.strangers()) == 4


def test_whom_the_user_does_not_know_is_a_stranger_until_named(
    library, family, person_of: PersonOf
) -> None:
    one = person_of(family[1][0])
    actions.do_not_know(library, family[1])
    assert standing(library, one) is Standing.STRANGER
    group(library, family)
    assert standing(library, one) is Standing.STRANGER
    assert list(library.triage.strangers()) == []
    triage.real_faces(library, family[1][:2])
    assert standing(library, one) is Standing.PERSON
    actions.do_not_know(library, family[1])
    actions.rename(library, one, "Anna")
    assert standing(library, one) is Standing.PERSON


def test_what_cannot_be_said(library, family, junk, person_of: PersonOf) -> None:
    before = decided(library)
    one = person_of(junk[0])
    for wrong in (
        lambda: triage.real_faces(library, []),
        lambda: triage.real_faces(library, [999]),
        lambda: triage.sort_faces(library, junk, junk[:1]),
        lambda: triage.sort_faces(library, [], []),
        lambda: triage.sort_strangers(library, [], []),
        lambda: triage.sort_strangers(library, [one], [one]),
        lambda: triage.sort_strangers(library, [999], []),
    ):
        with pytest.raises(UsageError):
            wrong()
    assert decided(library) == before


def test_a_real_face_stays_with_whom_it_was_said_to_be(library, junk, person_of: PersonOf) -> None:
    """Of hidden people whose photos are away no face is shown, so that they pass for doubtful."""
    person = person_of(junk[0])
    actions.hide(library, [person])
    actions.remove_folder(library, next(iter(library.folders.roots())))
    triage.real_faces(library, junk[:1])
    assert person_of(junk[0]) == person
    assert check(library) == []


def test_where_all_are_real_nothing_is_called_no_face(library, junk) -> None:
    triage.sort_faces(library, junk, [])
    kinds = {kind for (kind,) in library.connection.rows("SELECT kind FROM answers")}
    assert kinds == {"face"}
