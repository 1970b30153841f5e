"""What is asked of a library, in which order, and what never is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from photoorg.library import Library
from photoorg.library.decisions import actions, details, undecided
from photoorg.library.storage.sidecars import evidence_file
from photoorg.review.questions import Asks, questions
from tests.review.asked import asked_library

GROUPS = [0] * 5 + [1] * 3 + [2] * 2 + [3]
LIKELY = {(0, 5): 0.9, (1, 6): 0.95, (2, 7): 0.9, (5, 8): 0.7, (6, 9): 0.7, (4, 10): 0.6}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with asked_library(tmp_path / "asked.photoorg", GROUPS, LIKELY) as library:
        yield library


def person_of(library: Library, face: int) -> int:
    person = library.faces.get(face + 1).person_id
    assert person is not None
    return person


def found(library: Library) -> list[tuple[Asks, tuple[int, ...], tuple[int, ...]]]:
    """Return questions as kind, faces and the other faces, counted from 0."""
    return [
        (one.kind, tuple(f - 1 for f in one.faces), tuple(f - 1 for f in one.other_faces))
        for one in questions(library)
    ]


def test_groups_that_look_alike_are_asked_about_the_surest_and_largest_first(
    library: Library,
) -> None:
    assert found(library) == [
        (Asks.SAME, (5, 6, 7), (0, 1, 2, 3, 4)),
        (Asks.SAME, (8, 9), (5, 6, 7)),
        (Asks.SAME, (10,), (0, 1, 2, 3, 4)),
    ]
    first = questions(library)[0]
    assert first.probability > 0.8
    assert first.settles == pytest.approx(3 * first.probability)
    assert first.gain == pytest.approx(first.probability * 2 * 3 * 5 / 8)
    assert first.person == person_of(library, 0)
    assert first.other == person_of(library, 5)
    assert first.name is None


def test_a_group_that_looks_like_somebody_with_a_name(library: Library) -> None:
    actions.rename(library, person_of(library, 8), "Anna")
    asked = {(one.kind, one.name, one.faces) for one in questions(library)}
    assert (Asks.IS, "Anna", (6, 7, 8)) in asked  # the larger group is asked about
    actions.rename(library, person_of(library, 5), "Ben")
    kinds = [(one.kind, one.name) for one in questions(library)]
    assert kinds == [(Asks.IS, "Ben"), (Asks.SAME, None)]  # nobody asks whether Ben is Anna


@pytest.mark.parametrize(
    "settle",
    [
        lambda library: actions.different(library, person_of(library, 5), person_of(library, 0)),
        lambda library: undecided.unsure(library, [6, 7, 8], [1, 2]),
        lambda library: actions.merge(library, person_of(library, 0), [person_of(library, 5)]),
        lambda library: actions.hide(library, [person_of(library, 5)]),
        lambda library: actions.not_a_face(library, [6, 7, 8]),
    ],
)
def test_what_is_settled_is_not_asked_again_until_it_is_undone(
    library: Library, settle: Callable[[Library], object]
) -> None:
    before = questions(library)
    settle(library)
    after = questions(library)
    assert (Asks.SAME, (6, 7, 8), (1, 2, 3, 4, 5)) not in [
        (one.kind, one.faces, one.other_faces) for one in after
    ]
    library.history.undo()
    assert questions(library) == before


def test_a_refusal_makes_the_next_question_about_the_same_group_less_probable(
    library: Library,
) -> None:
    def chance() -> float:
        return next(one.probability for one in questions(library) if one.faces == (11,))

    before = chance()
    undecided.unsure(library, [6, 7, 8], [1, 2])  # which is no refusal
    assert chance() == pytest.approx(before, abs=1e-3)
    actions.different(library, person_of(library, 5), person_of(library, 0))
    assert chance() < 0.9 * before
    library.history.undo()
    assert chance() == pytest.approx(before, abs=1e-3)


def test_not_this_person_is_an_answer_about_all_of_them(library: Library) -> None:
    actions.rename(library, person_of(library, 0), "Anna")
    actions.assign(library, [6], person_of(library, 0))
    actions.unassign(library, [6])
    again = [one for one in questions(library) if 6 in one.faces and one.name == "Anna"]
    assert again == []


def test_a_question_keeps_its_id_while_nothing_about_it_changes(library: Library) -> None:
    before = {one.faces: one.id for one in questions(library)}
    assert len(set(before.values())) == 3
    actions.rename(library, person_of(library, 8), "Anna")
    after = {one.faces: one.id for one in questions(library)}
    assert before[(11,)] == after[(11,)]
    actions.merge(library, person_of(library, 0), [person_of(library, 5)])
    assert before[(11,)] != {one.faces: one.id for one in questions(library)}[(11,)]


def test_faces_of_one_photo_are_two_people(library: Library) -> None:
    photo = library.faces.get(1).photo_id
    library.connection.execute("UPDATE faces SET photo_id = ? WHERE id = 6", (photo,))
    assert (Asks.SAME, (5, 6, 7), (0, 1, 2, 3, 4)) not in found(library)


def test_the_rim_of_somebody_with_a_name_is_asked(tmp_path: Path) -> None:
    pairs = {(n, 5): 0.55 for n in range(5)}
    with asked_library(tmp_path / "rim.photoorg", [0] * 6, pairs) as library:
        person = person_of(library, 0)
        library.connection.execute("UPDATE people SET name = 'Anna' WHERE id = ?", (person,))
        (asked,) = questions(library)
        assert (asked.kind, asked.faces, asked.inside) == (Asks.IS, (6,), True)
        assert 0.7 < asked.probability < 0.9
        undecided.unsure(library, [6], [1, 2])
        assert questions(library) == []
        library.history.undo()
        actions.confirm(library, [6])
        assert questions(library) == []


def test_one_group_that_is_two_people(tmp_path: Path) -> None:
    pairs = {(one, other): 0.05 for one in range(4) for other in (4, 5, 6)}
    with asked_library(tmp_path / "two.photoorg", [0] * 7, pairs) as library:
        asked = questions(library)
        two = [one for one in asked if one.kind is Asks.TWO]
        assert [(one.faces, one.other_faces) for one in two] == [((5, 6, 7), (1, 2, 3, 4))]
        undecided.keep_together(library, two[0].person)
        assert [one for one in questions(library) if one.kind is Asks.TWO] == []


def test_before_any_grouping_nothing_is_asked(tmp_path: Path) -> None:
    with Library.open(tmp_path / "new.photoorg") as library:
        assert questions(library) == []


@pytest.mark.parametrize("damage", ["cut", "other", "older"])
def test_evidence_that_is_damaged_asks_nothing(library: Library, damage: str) -> None:
    file = evidence_file(library.path)
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:100])
    else:
        with file.open("wb") as stream:
            if damage == "older":
                np.savez(stream, version=np.array(0), face_ids=np.arange(3))
            else:
                np.savez(stream, ids=np.arange(3))
    assert questions(library) == []


def test_where_no_face_is_shown_nothing_is_asked(library: Library) -> None:
    (folder,) = library.folders.roots()
    actions.remove_folder(library, folder)
    assert questions(library) == []


def test_faces_that_came_later_or_left_cost_no_question_about_others(library: Library) -> None:
    before = questions(library)
    with library.write():
        library.connection.execute("UPDATE faces SET lost = 1 WHERE id = 11")
    assert questions(library) == before[:2]


def test_what_may_be_no_face_comes_first_and_is_asked_of_nobody_else(library: Library) -> None:
    things = person_of(library, 5)
    library.connection.execute("UPDATE faces SET trust = 0.1 WHERE id IN (6, 7, 8)")
    library.connection.execute(
        "INSERT OR REPLACE INTO standings VALUES (?, 'perhaps-not-faces', 0.1, NULL)", (things,)
    )
    asked = questions(library)
    assert (asked[0].kind, asked[0].faces, asked[0].settles) == (Asks.FACES, (6, 7, 8), 3)
    assert asked[0].probability == pytest.approx(0.1)
    assert all(set(one.faces).isdisjoint((6, 7, 8)) for one in asked[1:])


def test_who_was_put_off_is_in_no_question_until_others_join(library: Library) -> None:
    things = person_of(library, 5)
    library.connection.execute(
        "INSERT OR REPLACE INTO standings VALUES (?, 'perhaps-not-faces', 0.1, NULL)", (things,)
    )
    actions.do_not_know(library, [6, 7, 8])
    assert library.people.get(things).standing == "perhaps-not-faces"
    assert all(things not in (one.person, one.other) for one in questions(library))
    library.connection.execute("UPDATE faces SET person_id = ? WHERE id IN (9, 10)", (things,))
    (asked,) = [one for one in questions(library) if things in (one.person, one.other)]
    assert (asked.kind, asked.faces, asked.settles) == (Asks.FACES, (9, 10), 2)


@pytest.mark.parametrize("face", [0, 5])
def test_whom_the_user_does_not_know_nobody_asks_about(library: Library, face: int) -> None:
    person = person_of(library, face)
    everybody = [one.id for one in library.faces.of_person(person)]
    actions.do_not_know(library, everybody[:1])
    before = [one for one in questions(library) if person in (one.person, one.other)]
    assert before
    actions.do_not_know(library, everybody)
    asked = [one for one in questions(library) if person in (one.person, one.other)]
    assert asked == []
    library.history.undo()
    assert [one for one in questions(library) if person in (one.person, one.other)] == before


def test_a_stranger_who_turns_up_again(library: Library) -> None:
    library.connection.execute(
        "INSERT OR REPLACE INTO standings VALUES (?, 'stranger', 0.9, NULL)",
        (person_of(library, 8),),
    )
    (asked,) = [one for one in questions(library) if one.kind is Asks.STRANGER]
    assert asked.faces == (9, 10)
    actions.do_not_know(library, [9, 10])
    assert [one for one in questions(library) if one.kind is Asks.STRANGER] == []


def test_somebody_in_a_photo_from_before_the_birth(library: Library) -> None:
    anna = person_of(library, 0)
    actions.rename(library, anna, "Anna")
    library.connection.execute("UPDATE photos SET taken_at = '1999-01-01' WHERE id = 2")
    assert [one for one in questions(library) if one.inside] == []
    details.set_birth_date(library, anna, "2001")
    (asked,) = [one for one in questions(library) if one.inside]
    assert (asked.faces, asked.probability) == ((2,), 0.1)
    actions.confirm(library, [2])
    assert [one for one in questions(library) if one.inside] == []
