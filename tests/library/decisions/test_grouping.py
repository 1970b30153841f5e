"""The machine writes what no human confirmed, and keeps the identity of groups."""

import numpy as np

from photoorg.library.decisions import actions
from photoorg.library.decisions.grouping import changes
from photoorg.library.values import GroupingResult
from tests.library.conftest import MODEL, decided, group


def test_every_face_gets_a_group_and_a_lone_one_its_own(library, family) -> None:
    assert family
    library.grouping.apply(
        library.faces.matrix(MODEL), np.full(12, -1), engine="alone", model=MODEL
    )
    assert [person.count for person in library.people.list()] == [1] * 12
    assert library.grouping.is_current("alone", MODEL)
    assert not library.grouping.is_current("another engine", MODEL)


def test_a_group_stays_the_same_where_most_of_its_faces_are(library, family, person_of) -> None:
    one, two, three = (person_of(faces[0]) for faces in family)
    group(
        library,
        [
            [*family[0][:3], family[1][0]],
            family[1][1:],
            [family[0][3]],
            family[2][:2],
            family[2][2:],
        ],
    )
    assert person_of(family[0][0]) == one
    assert person_of(family[1][1]) == two
    assert person_of(family[1][0]) == one
    assert three in {person_of(face) for face in family[2]}
    assert person_of(family[0][3]) not in {one, two, three}


def test_confirmed_faces_and_names_are_never_touched(library, family, person_of) -> None:
    anna, ben = person_of(family[0][0]), person_of(family[1][0])
    actions.rename(library, anna, "Anna")
    actions.rename(library, ben, "Ben")
    group(library, [[*family[0][:2], *family[1][:2], *family[2]], [*family[0][2:], *family[1][2:]]])
    assert {person_of(face) for face in family[0]} == {anna}
    assert {person_of(face) for face in family[1]} == {ben}
    assert {person.name for person in library.people.list() if person.name} == {"Anna", "Ben"}
    assert person_of(family[2][0]) in {anna, ben}
    assert not library.faces.get(family[2][0]).confirmed


def test_a_named_person_without_faces_stays(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.rename(library, anna, "Anna")
    actions.unassign(library, family[0])
    group(library, [family[0], family[1], family[2]])
    assert library.people.get(anna).name == "Anna"
    assert library.people.get(anna).count == 0


def test_what_is_not_anna_is_never_put_there(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.rename(library, anna, "Anna")
    actions.unassign(library, [family[0][0]])
    group(library, family)
    assert person_of(family[0][0]) != anna
    assert library.people.get(person_of(family[0][0])).count == 1


def test_a_face_confirmed_while_the_engine_ran_keeps_what_was_said(
    library, family, person_of
) -> None:
    one, two = person_of(family[0][0]), person_of(family[1][0])
    matrix = library.faces.matrix(MODEL)
    labels = np.array([[face in members for members in family].index(True) for face in matrix.ids])
    actions.assign(library, [family[0][0]], two)  # after the engine had read its faces
    library.grouping.apply(matrix, labels, engine="test", model=MODEL)
    assert person_of(family[0][0]) == two
    assert person_of(family[0][1]) == one


def test_a_wished_grouping_is_one_step_that_can_be_undone(library, family) -> None:
    before = decided(library)
    group(library, [[face for members in family for face in members]], undoable="Group again")
    assert library.people.count() == 1
    library.history.undo()
    assert decided(library) == before


def test_a_grouping_in_the_background_is_no_step(library, family) -> None:
    assert family
    group(library, [[face for members in family for face in members]])
    assert library.history.entries() == []


def test_the_result_counts_what_changed(library, family) -> None:
    matrix = library.faces.matrix(MODEL)
    labels = np.array([[face in members for members in family].index(True) for face in matrix.ids])
    same = library.grouping.apply(matrix, labels, engine="test", model=MODEL)
    assert (same.people, same.moved, same.new) == (3, 0, 0)
    labels[0] = 9
    split = library.grouping.apply(matrix, labels, engine="test", model=MODEL)
    assert (split.people, split.moved, split.new) == (4, 1, 1)


def test_a_group_named_while_the_engine_ran_takes_the_new_faces(library, family, person_of) -> None:
    one = person_of(family[0][0])
    matrix = library.faces.matrix(MODEL)
    newcomer = family[1][0]
    labels = np.array([0 if face in [*family[0], newcomer] else 1 for face in matrix.ids])
    actions.rename(library, one, "Anna")
    library.grouping.apply(matrix, labels, engine="test", model=MODEL)
    assert person_of(newcomer) == one
    assert not library.faces.get(newcomer).confirmed


def test_a_preview_tells_what_would_change_and_changes_nothing(library, family) -> None:
    """Two groups join a third, whose last face goes, and nothing of it is kept."""
    before, steps = decided(library), library.history.entries()
    labels = np.array([0] * 4 + [0] * 4 + [0, 0, 0, 1])
    matrix = library.faces.matrix(MODEL)
    order = {face: n for n, face in enumerate(face for faces in family for face in faces)}
    labels = labels[[order[face] for face in matrix.ids.tolist()]]
    told = library.grouping.preview(matrix, labels, engine="other", model=MODEL)
    assert (told.joined, told.split, told.moved, told.names_lost) == (2, 1, 7, 0)
    assert told.people == 2
    assert decided(library) == before
    assert library.history.entries() == steps
    assert library.grouping.engine() != "other"
    assert library.grouping.apply(matrix, labels, engine="other", model=MODEL) == told


def test_a_grouping_as_a_step_is_taken_back_and_done_again(library, family) -> None:
    before = decided(library)
    matrix = library.faces.matrix(MODEL)
    labels = np.arange(len(matrix.ids)) % 2
    library.grouping.apply(matrix, labels, engine="test", model=MODEL, undoable="Group anew")
    after = decided(library)
    assert after != before
    assert library.history.entries()[0].label == "Group anew"
    library.history.undo()
    assert decided(library) == before
    library.history.redo()
    assert decided(library) == after


def test_what_happened_to_groups_is_counted() -> None:
    before = {1: 10, 2: 10, 3: 11, 4: 11, 5: 12, 6: None, 7: 13}
    assert changes(before, before, [10]) == GroupingResult(people=4)
    gone = changes(before, {1: 10, 2: 10, 3: 10, 4: 10, 5: 10, 6: 10, 7: 14}, [11, 13])
    assert gone == GroupingResult(people=2, new=1, joined=1, split=0, moved=4, names_lost=2)
    torn = changes(before, {1: 10, 2: 20, 3: 11, 4: 11, 5: 12, 7: 13}, [10])
    assert torn == GroupingResult(people=5, new=1, split=1, moved=1)
