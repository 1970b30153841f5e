"""What is asked next, and what of it comes again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.review.questions import Asks, Question
from photoorg.ui.review.reading import Reading, read
from photoorg.ui.review.sitting import Form, Mark, Sitting, Turn, almost_certain
from tests.ui.review.asked_stage import asked_crowd


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with asked_crowd(tmp_path) as library:
        yield library


@pytest.fixture
def sitting(library: Library) -> Sitting:
    made = Sitting()
    made.hear(read(library))
    return made


def next_turn(sitting: Sitting) -> Turn:
    turn = sitting.turn()
    assert turn is not None
    return turn


def question(n: int, kind: Asks = Asks.SAME, probability: float = 0.6, **more: object) -> Question:
    made = Question(str(n), kind, n, None, 1000 + n, (n,), (500 + n,), probability, 1.0)
    return replace(made, **more)  # type: ignore[arg-type]


def test_what_is_almost_certain_comes_first(sitting: Sitting) -> None:
    turn = next_turn(sitting)
    assert turn.form is Form.CERTAIN
    assert {one.name for one in turn.questions} == {"Anna"}
    assert [len(one.faces) for one in turn.questions] == [3, 2]
    assert turn.marks == (Mark.YES, Mark.YES)


def test_a_sheet_has_the_probable_answers(sitting: Sitting) -> None:
    certain = next_turn(sitting)
    sitting.answered([(one, Mark.YES) for one in certain.questions])
    sitting.done_in(99)
    turn = next_turn(sitting)
    assert turn.form is Form.SHEET
    chances = [one.probability >= 0.5 for one in turn.questions]
    assert [mark is Mark.YES for mark in turn.marks] == chances
    assert chances == [True, True, False]


def test_nobody_is_moved_twice_on_one_sheet() -> None:
    sitting = Sitting()
    sitting.hear(Reading([question(n, other=7 + n // 2) for n in range(40)]))
    turn = next_turn(sitting)
    assert len(turn.questions) == 12
    assert len({one.other for one in turn.questions}) == 12


def test_what_is_put_off_waits_until_it_is_asked_for(sitting: Sitting) -> None:
    first = next_turn(sitting)
    sitting.put_off(first.questions)
    assert not set(next_turn(sitting).questions) & set(first.questions)
    sitting.put_off(sitting.waiting())
    assert sitting.turn() is None
    assert sitting.put_off_count() == 5
    sitting.begin_again()
    assert next_turn(sitting) == first


def test_one_after_another(sitting: Sitting) -> None:
    sitting.one_by_one = True
    waiting = sitting.waiting()
    assert next_turn(sitting) == Turn(Form.ONE, (waiting[0],))
    second = sitting.neighbour(waiting[0], 1)
    assert second == waiting[1]
    assert sitting.neighbour(waiting[0], -1) == waiting[0]
    assert sitting.neighbour(waiting[-1], 1) == waiting[-1]
    sitting.neighbour(waiting[0], 1)
    sitting.answered([(second, Mark.NO)])
    sitting.done_in(99)
    assert next_turn(sitting).questions == (waiting[2],)


def test_an_answer_that_was_undone_comes_back_as_it_was_given(sitting: Sitting) -> None:
    reading = sitting.reading
    first = next_turn(sitting).questions
    sitting.answered([(first[0], Mark.NO), (first[1], Mark.YES)])
    sitting.done_in(9)
    sitting.hear(replace(reading, step=9))  # read in between: still there, but not undone
    assert not sitting.came_back()
    assert not set(first) & set(sitting.waiting())
    sitting.hear(replace(reading, step=8))
    assert sitting.came_back()
    assert next_turn(sitting) == Turn(Form.SHEET, first, (Mark.NO, Mark.YES))
    sitting.one_by_one = True
    assert next_turn(sitting) == Turn(Form.ONE, first[:1])
    sitting.one_by_one = False
    sitting.answered([(first[0], Mark.YES), (first[1], Mark.YES)])
    sitting.done_in(10)
    assert not sitting.came_back()


def test_what_came_back_can_be_put_off(sitting: Sitting) -> None:
    reading = sitting.reading
    first = next_turn(sitting).questions
    sitting.answered((one, Mark.YES) for one in first)
    sitting.done_in(9)
    sitting.hear(replace(reading, step=8))
    sitting.put_off(first)
    assert not set(next_turn(sitting).questions) & set(first)
    sitting.hear(replace(reading, step=8))
    assert not sitting.came_back()
    sitting.begin_again()
    assert set(first) <= set(sitting.waiting())


def test_what_was_refused_is_asked_again(sitting: Sitting) -> None:
    reading = sitting.reading
    first = next_turn(sitting)
    sitting.answered((one, Mark.YES) for one in first.questions)
    sitting.refused()
    sitting.hear(reading)
    assert next_turn(sitting) == first


def test_after_an_answer_nothing_is_asked_about_who_was_moved() -> None:
    sitting = Sitting()
    asked = [question(1), question(2, other=1001), question(3, person=1001), question(4)]
    sitting.hear(Reading(asked))
    sitting.answered([(asked[0], Mark.YES)])
    sitting.done_in(1)
    assert sitting.waiting() == [asked[3]]


def test_a_single_face_leaves_its_person_as_it_is() -> None:
    sitting = Sitting()
    asked = [question(n, Asks.IS, person=5, other=None) for n in (1, 2)]
    sitting.hear(Reading(asked))
    sitting.answered([(asked[0], Mark.YES)])
    sitting.done_in(1)
    assert sitting.waiting() == [asked[1]]


def test_only_one_person(sitting: Sitting, library: Library) -> None:
    (ben,) = library.people.find_by_name("Ben")
    sitting.only(ben.id)
    assert {one.name for one in sitting.waiting()} == {"Ben"}


def test_what_is_still_asked_of_a_turn(sitting: Sitting) -> None:
    turn = next_turn(sitting)
    sitting.hear(replace(sitting.reading, questions=[turn.questions[1]]))
    assert sitting.still(turn) == Turn(turn.form, turn.questions[1:], turn.marks[1:])
    sitting.hear(replace(sitting.reading, questions=[]))
    assert sitting.still(turn) is None


def test_who_has_most_almost_certain_faces() -> None:
    asked = [
        *(question(n, Asks.IS, 0.95, person=1) for n in (1, 2)),
        *(question(n, Asks.IS, 0.95, person=2, faces=(n, n + 50)) for n in (3, 4)),
        question(5, Asks.IS, 0.99, person=3, faces=tuple(range(900, 930))),
    ]
    assert almost_certain(asked) == asked[2:4]
    assert almost_certain(asked[4:]) == []


def test_of_ten_thousand_questions_nobody_is_asked_twice() -> None:
    sitting = Sitting()
    sitting.hear(Reading([question(n, other=50_000 + n) for n in range(10_000)]))
    seen: set[str] = set()
    for step in range(1, 100):
        turn = next_turn(sitting)
        assert len(turn.questions) == 12
        assert seen.isdisjoint(one.id for one in turn.questions)
        seen |= {one.id for one in turn.questions}
        sitting.answered([(one, Mark.YES) for one in turn.questions])
        sitting.done_in(step)
    assert len(sitting.waiting()) == 10_000 - len(seen)
