"""Questions that are worked out once while nothing changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.review import remembered
from photoorg.review.questions import questions
from photoorg.review.remembered import questions_now
from tests.jobs.trial_library import add_faces
from tests.review.asked import asked_library
from tests.review.test_questions import GROUPS, LIKELY, person_of


@pytest.mark.parametrize(
    "change",
    [
        lambda library: actions.rename(library, person_of(library, 8), "Anna"),
        lambda library: actions.not_a_face(library, [11]),
        lambda library: library.history.undo(),
        lambda library: library.history.redo(),
        lambda library: add_faces(library, people=1, faces=2),
    ],
)
def test_they_are_those_of_now(
    change: Callable[[Library], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with asked_library(tmp_path / "asked.photoorg", GROUPS, LIKELY) as library:
        actions.hide(library, [person_of(library, 5)])
        actions.merge(library, person_of(library, 0), [person_of(library, 10)])
        library.history.undo()
        assert questions_now(library) == questions(library)
        change(library)
        assert questions_now(library) == questions(library)
        monkeypatch.setattr(remembered, "questions", lambda _: pytest.fail("worked out again"))
        assert questions_now(library) == questions(library)


def test_another_library_has_questions_of_its_own(tmp_path: Path) -> None:
    with asked_library(tmp_path / "one.photoorg", GROUPS, LIKELY) as library:
        assert questions_now(library) != []
    with Library.open(tmp_path / "other.photoorg") as library:
        assert questions_now(library) == []


def test_what_an_answer_leaves_as_it_was_is_the_same_object(tmp_path: Path) -> None:
    with asked_library(tmp_path / "one.photoorg", GROUPS, LIKELY) as library:
        before = {question.id: question for question in questions_now(library)}
        actions.not_a_face(library, [11])
        now = questions_now(library)
        same = [question for question in now if question.id in before]
        assert same
        for question in same:
            assert (question is before[question.id]) == (question == before[question.id])
        assert any(question is before[question.id] for question in same)
