"""What becomes of answers, and that every one of them can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.review.answering import STALE, Reply, Says, answer, answer_all, find_question
from photoorg.review.questions import Asks, Question, questions
from tests.library.conftest import decided, kept_apart
from tests.review.asked import asked_library
from tests.review.test_questions import GROUPS, LIKELY, person_of

YES, NO, UNSURE, NOT_A_FACE = map(Reply, Says)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with asked_library(tmp_path / "asked.photoorg", GROUPS, LIKELY) as library:
        yield library


def together(library: Library) -> set[frozenset[int]]:
    return {
        frozenset(face.id - 1 for face in library.faces.of_person(person.id))
        for person in library.people.list()
        if person.count
    }


def test_yes_makes_two_groups_one(library: Library) -> None:
    answer(library, questions(library)[0], YES)
    assert frozenset(range(8)) in together(library)
    answer(library, questions(library)[0], Reply(Says.YES, "Anna"))
    assert library.people.find_by_name("Anna")[0].count in (9, 10)


def test_no_keeps_them_apart(library: Library) -> None:
    before = together(library)
    answer(library, questions(library)[0], NO)
    assert together(library) == before
    (said,) = kept_apart(library)
    assert (said[0], len(said[1]), len(said[2])) == ("different", 3, 5)


def test_somebody_else(library: Library) -> None:
    actions.rename(library, person_of(library, 8), "Ben")
    first = questions(library)[0]
    answer(library, first, Reply(Says.NO, "ben"))
    assert library.people.find_by_name("Ben")[0].count == 5
    (lone,) = (one for one in questions(library) if len(one.faces) == 1)
    answer(library, lone, Reply(Says.NO, "Carl"))
    assert library.people.find_by_name("Carl")[0].count == 1


def test_of_people_of_one_name_the_chosen_one_is_meant_and_never_the_one_denied(
    library: Library,
) -> None:
    for face in (0, 5, 8):
        actions.rename(library, person_of(library, face), "Anna")
    (lone,) = (one for one in questions(library) if len(one.faces) == 1)
    assert lone.person == person_of(library, 0)
    before = decided(library)
    for chosen, whose in ((None, 5), (person_of(library, 8), 8)):
        answer(library, lone, Reply(Says.NO, "Anna", person=chosen))
        assert person_of(library, 10) == person_of(library, whose)
        library.history.undo()
        assert decided(library) == before


def test_the_one_of_two_who_is_known_joins_who_they_are(tmp_path: Path) -> None:
    pairs = {(one, other): 0.05 for one in range(4) for other in (4, 5, 6)}
    with asked_library(tmp_path / "two.photoorg", [0] * 7 + [1], pairs) as library:
        actions.rename(library, person_of(library, 7), "Ben")
        before = decided(library)
        answer(library, two(library), Reply(Says.YES, "Ben", (5, 6, 7)))
        assert together(library) == {frozenset({0, 1, 2, 3}), frozenset({4, 5, 6, 7})}
        (ben,) = library.people.find_by_name("Ben")
        assert ben.id == person_of(library, 7)
        assert kept_apart(library) != []
        library.history.undo()
        assert decided(library) == before


def test_what_is_no_face_goes(library: Library) -> None:
    answer(library, questions(library)[0], NOT_A_FACE)
    assert library.faces.count() == 8


def test_not_sure_changes_nobody(library: Library) -> None:
    before, first = together(library), questions(library)[0]
    answer(library, first, UNSURE)
    assert together(library) == before
    assert first not in questions(library)


def two(library: Library) -> Question:
    return next(one for one in questions(library) if one.kind is Asks.TWO)


def test_a_group_of_two_people_is_divided_as_the_user_sees_it(tmp_path: Path) -> None:
    pairs = {(one, other): 0.05 for one in range(4) for other in (4, 5, 6)}
    with asked_library(tmp_path / "two.photoorg", [0] * 7, pairs) as library:
        answer(library, two(library), UNSURE)
        assert [one for one in questions(library) if one.kind is Asks.TWO] == []
        library.history.undo()
        answer(library, two(library), NO)
        assert len(together(library)) == 1
        library.history.undo()
        answer(library, two(library), Reply(Says.YES, "Ben", (4, 5, 6, 7)))
        assert together(library) == {frozenset({0, 1, 2}), frozenset({3, 4, 5, 6})}
        assert kept_apart(library) != []


def test_the_rim_is_confirmed_or_leaves_as_one_group(tmp_path: Path) -> None:
    pairs = {(n, face): 0.55 for n in range(5) for face in (5, 6)}
    with asked_library(tmp_path / "rim.photoorg", [0] * 7, pairs) as library:
        person = person_of(library, 0)
        library.connection.execute("UPDATE people SET name = 'Anna' WHERE id = ?", (person,))
        asked = [one for one in questions(library) if one.kind is Asks.IS]
        assert [one.faces for one in asked] == [(6,), (7,)]
        answer(library, asked[0], YES)
        assert library.faces.get(6).confirmed
        answer(library, asked[1], NO)
        assert library.faces.get(7).person_id != person


def test_a_stale_question_is_refused(library: Library) -> None:
    first, second, _ = questions(library)
    actions.assign(library, [7], person_of(library, 0))
    before = decided(library)
    with pytest.raises(UsageError) as refused:
        answer(library, first, YES)
    assert str(refused.value) == STALE
    with pytest.raises(UsageError):
        answer_all(library, [(second, YES), (first, NO)])
    assert decided(library) == before
    with pytest.raises(UsageError, match="no question"):
        find_question(library, first.id)
    there = questions(library)[0]
    assert find_question(library, there.id) == there


def test_only_faces_that_were_asked_about_can_be_chosen(tmp_path: Path) -> None:
    pairs = {(one, other): 0.05 for one in range(4) for other in (4, 5, 6)}
    with asked_library(tmp_path / "two.photoorg", [0] * 7 + [1], pairs) as library:
        for faces in ((8,), (99,), ()):
            with pytest.raises(UsageError, match="Name some of the faces"):
                answer(library, two(library), Reply(Says.YES, faces=faces))


def test_a_sheet_is_one_step(library: Library) -> None:
    before = decided(library)
    asked = questions(library)
    answer_all(library, [(asked[0], YES), (asked[1], YES), (asked[2], NO)])
    # The second was about a group that the first made part of another.
    assert together(library) == {frozenset(range(10)), frozenset({10})}
    assert library.history.undo_label == "Answer 3 questions"
    after = decided(library)
    library.history.undo()
    assert decided(library) == before
    library.history.redo()
    assert decided(library) == after


def test_answers_that_contradict_each_other_are_taken_in_their_order(library: Library) -> None:
    first, second, _ = questions(library)
    answer_all(library, [(first, NOT_A_FACE), (second, YES)])
    assert frozenset({8, 9}) in together(library)


def standing(library: Library, face: int, what: str) -> int:
    person = person_of(library, face)
    library.connection.execute(
        "INSERT OR REPLACE INTO standings VALUES (?, ?, 0.1, NULL)", (person, what)
    )
    return person


def ask(library: Library, kind: Asks) -> Question:
    return next(one for one in questions(library) if one.kind is kind)


def test_things_that_were_taken_for_faces(library: Library) -> None:
    standing(library, 5, "perhaps-not-faces")
    answer(library, ask(library, Asks.FACES), Reply(Says.YES, faces=(7,)))
    assert library.faces.count() == 9
    assert library.people.get(person_of(library, 6)).standing == "person"
    library.history.undo()
    answer(library, ask(library, Asks.FACES), NO)
    assert library.faces.count() == 8
    library.history.undo()
    answer(library, ask(library, Asks.FACES), YES)
    assert {one.standing for one in library.people.list()} == {"person"}
    library.history.undo()
    answer(library, ask(library, Asks.FACES), UNSURE)
    assert [one for one in questions(library) if one.kind is Asks.FACES] == []


@pytest.mark.parametrize("kind", [Asks.FACES, Asks.STRANGER, Asks.SAME])
def test_an_answer_with_a_name_is_one_step_or_none(library: Library, kind: Asks) -> None:
    standing(library, 8, {Asks.FACES: "perhaps-not-faces"}.get(kind, "stranger"))
    before, steps = decided(library), len(library.history.entries())
    with pytest.raises(UsageError):
        answer(library, ask(library, kind), Reply(Says.YES, "A" * 201))
    assert (decided(library), len(library.history.entries())) == (before, steps)
    answer(library, ask(library, kind), Reply(Says.YES, "Zoe"))
    assert library.history.undo_label == "Name Zoe"
    library.history.undo()
    assert decided(library) == before


def test_people_in_the_background(library: Library) -> None:
    person = standing(library, 8, "stranger")
    answer(library, ask(library, Asks.STRANGER), NO)
    assert library.people.get(person).standing == "stranger"
    library.history.undo()
    answer(library, ask(library, Asks.STRANGER), Reply(Says.YES, "Dora"))
    assert library.people.find_by_name("Dora")[0].count == 2
    library.history.undo()
    assert library.people.get(person).standing == "stranger"
    answer(library, ask(library, Asks.STRANGER), YES)
    assert library.people.get(person).standing == "person"


def test_real_faces_among_things_can_be_named_at_once(library: Library) -> None:
    standing(library, 5, "perhaps-not-faces")
    answer(library, ask(library, Asks.FACES), Reply(Says.YES, "Zoe", (6, 7)))
    assert library.people.find_by_name("Zoe")[0].count == 2


def refused(library: Library, question: Question, reply: Reply) -> str:
    """Return why a reply is refused, which changes nothing."""
    before, steps = decided(library), len(library.history.entries())
    with pytest.raises(UsageError) as error:
        answer_all(library, [(question, reply)])
    assert (decided(library), len(library.history.entries())) == (before, steps)
    return str(error.value)


@pytest.mark.parametrize("says", [Says.NO, Says.UNSURE, Says.NOT_A_FACE])
@pytest.mark.parametrize("what", ["perhaps-not-faces", "stranger", None])
def test_a_name_that_is_no_answer_is_refused(
    library: Library, says: Says, what: str | None
) -> None:
    if what is not None:
        standing(library, 5, what)
    kind = {None: Asks.SAME, "stranger": Asks.STRANGER}.get(what, Asks.FACES)
    if (kind, says) != (Asks.SAME, Says.NO):
        assert "names nobody" in refused(library, ask(library, kind), Reply(says, "Ben"))


def test_faces_that_are_no_part_of_an_answer_are_refused(library: Library) -> None:
    question = ask(library, Asks.SAME)
    for says in Says:
        assert "name no faces" in refused(library, question, Reply(says, faces=(7,)))
    standing(library, 5, "perhaps-not-faces")
    for says in (Says.NOT_A_FACE, Says.UNSURE):
        question = ask(library, Asks.FACES)
        assert "name no faces" in refused(library, question, Reply(says, faces=(7,)))
    standing(library, 8, "stranger")
    question = ask(library, Asks.STRANGER)
    assert "name no faces" in refused(library, question, Reply(Says.YES, faces=question.faces[:1]))


@pytest.mark.parametrize("there", [True, False])
def test_a_yes_renames_nobody(library: Library, there: bool) -> None:
    actions.rename(library, person_of(library, 0), "Anna")
    if there:
        actions.rename(library, person_of(library, 10), "Ben")
    question = ask(library, Asks.IS)
    sentence = refused(library, question, Reply(Says.YES, "Ben"))
    assert "about Anna" in sentence
    assert "no --person Ben" in sentence
    answer(library, question, Reply(Says.YES, "anna"))
    assert library.people.find_by_name("Anna")[0].name == "Anna"
    assert person_of(library, question.faces[0] - 1) == question.person
    assert library.history.undo_label == "Merge a group into Anna"


def test_a_face_that_is_with_somebody_is_not_confirmed_as_another(tmp_path: Path) -> None:
    pairs = {(n, face): 0.55 for n in range(5) for face in (5, 6)}
    with asked_library(tmp_path / "rim.photoorg", [0] * 7, pairs) as library:
        actions.rename(library, person_of(library, 0), "Anna")
        question = ask(library, Asks.IS)
        assert "about Anna" in refused(library, question, Reply(Says.YES, "Ben"))
        answer(library, question, Reply(Says.YES, "Anna"))
        assert library.faces.get(question.faces[0]).confirmed
