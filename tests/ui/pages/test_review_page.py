"""The page of questions in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.review.answering import Says
from photoorg.review.questions import Question, questions
from photoorg.settings import Settings
from photoorg.ui.pages.review_page import ReviewPage
from photoorg.ui.session import Session
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.ui.gallery import wait_for
from tests.ui.review.asked_stage import asked_crowd
from tests.ui.waiting import until_read

Key = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with asked_crowd(tmp_path) as library:
        yield library


@pytest.fixture
def window(library: Library, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    window = MainWindow(
        Session(library, Settings(theme="light"), pack), ThumbnailLoader(library.path)
    )
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.go("review")
    until_read(qtbot, window.session)
    yield window
    window.close()


@pytest.fixture
def page(window: MainWindow) -> ReviewPage:
    page = window.navigator.current()
    assert isinstance(page, ReviewPage)
    page.sitting.one_by_one = True
    page.turn = None
    page._go_on()
    return page


def asked(page: ReviewPage) -> Question:
    assert page.one.isVisible()
    assert page.turn is not None
    assert page.one.question == page.turn.questions[0]
    return page.turn.questions[0]


def press(
    page: ReviewPage, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE
) -> None:
    """Press a key once the question was seen."""
    wait_for(qtbot, page.one.pause.is_over)
    target = page.window().focusWidget()
    assert target is not None
    qtbot.keyClick(target, key, modifier)


def names(library: Library, question: Question) -> set[str | None]:
    return {library.faces.get(face).person_name for face in question.faces}


def test_by_keys_alone(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, third, fourth, last = questions(library)
    assert asked(page) == first
    assert page.one.title.text() == "Is this Anna?"
    assert page.progress.text() == "44 % of faces named · about 8 left"
    press(page, qtbot, Key.Key_Return)
    assert names(library, first) == {"Anna"}
    assert asked(page).faces == second.faces
    press(page, qtbot, Key.Key_Delete)
    assert names(library, second) == {None}
    assert asked(page).faces == third.faces
    press(page, qtbot, Key.Key_S)
    assert asked(page).faces == fourth.faces
    press(page, qtbot, Key.Key_1)
    assert names(library, fourth) == {"Anna"}
    press(page, qtbot, Key.Key_Delete, SHIFT)
    assert last.faces[0] not in library.faces.people_of(last.faces)
    until_read(qtbot, window.session)
    assert page.end.isVisible()
    assert page.end.title.text() == "Nothing left to ask"
    assert library.history.entries(1)[0].label == "Dismiss a face as not a face"


def test_by_mouse_alone(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, *_ = questions(library)
    for says, question, after in ((Says.NO, first, None), (Says.YES, second, "Anna")):
        assert asked(page).id == question.id
        wait_for(qtbot, page.one.pause.is_over)
        qtbot.mouseClick(page.one.answers.buttons[says], Qt.MouseButton.LeftButton)
        assert names(library, question) == {after}
    same = asked(page)
    wait_for(qtbot, page.one.pause.is_over)
    qtbot.mouseClick(page.one.answers.name_buttons[1], Qt.MouseButton.LeftButton)
    assert names(library, same) == {"Ben"}
    assert {library.faces.get(face).person_name for face in same.other_faces} == {"Ben"}


def test_another_name_is_typed(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first = asked(page)
    press(page, qtbot, Key.Key_Slash)
    assert page.one.answers.field.hasFocus()
    qtbot.keyClicks(page.one.answers.field, "Zoe 12/s")
    assert asked(page) == first
    press(page, qtbot, Key.Key_Escape)
    assert not page.one.answers.is_typing()
    assert page.one.hasFocus()
    press(page, qtbot, Key.Key_Slash)
    qtbot.keyClicks(page.one.answers.field, "Zoe")
    press(page, qtbot, Key.Key_Return)
    assert names(library, first) == {"Zoe"}
    assert asked(page).id != first.id
    assert page.one.hasFocus()


def test_the_next_one_and_the_one_before(page: ReviewPage, library: Library, qtbot: QtBot) -> None:
    found = questions(library)
    for key, place in ((Key.Key_Right, 1), (Key.Key_Right, 2), (Key.Key_Left, 1)):
        press(page, qtbot, key)
        assert asked(page) == found[place]
    assert library.history.undo_label == "Name Ben"


def test_a_key_that_is_held_or_comes_too_soon_answers_nothing(
    page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, *_ = questions(library)
    press(page, qtbot, Key.Key_Return)
    qtbot.keyClick(page.one, Key.Key_Return)  # nobody can have seen the second question
    qtbot.mouseClick(page.one.answers.buttons[Says.YES], Qt.MouseButton.LeftButton)
    assert asked(page).faces == second.faces
    wait_for(qtbot, page.one.pause.is_over)
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, NONE, "\r", True)
    QCoreApplication.sendEvent(page.one, held)
    assert asked(page).faces == second.faces
    assert names(library, first) == {"Anna"}
    assert names(library, second) == {None}


def test_undo_brings_the_question_back(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first = asked(page)
    press(page, qtbot, Key.Key_Return)
    until_read(qtbot, window.session)
    assert asked(page).id != first.id
    window.session.undo()
    until_read(qtbot, window.session)
    assert asked(page) == first
    press(page, qtbot, Key.Key_Return)
    assert names(library, first) == {"Anna"}


def test_what_another_process_settled_is_asked_no_more(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, *_ = questions(library)
    with Library.open(library.path) as elsewhere:
        actions.assign(elsewhere, first.faces, first.person)
    window.session.look_elsewhere()
    until_read(qtbot, window.session)
    assert asked(page).faces == second.faces
    assert window.toast.text() == ""


def test_an_answer_to_what_has_just_changed_is_refused_with_a_sentence(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, *_ = questions(library)
    with Library.open(library.path) as elsewhere:
        actions.assign(elsewhere, first.faces[:1], second.person)
    press(page, qtbot, Key.Key_Delete)
    assert window.toast.text().startswith("This has changed since it was asked")
    until_read(qtbot, window.session)
    assert asked(page).id != first.id


def test_the_photos_are_looked_at_and_the_question_is_still_there(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    press(page, qtbot, Key.Key_Right)
    question = asked(page)
    press(page, qtbot, Key.Key_Space)
    assert window.navigator.key == "viewer"
    window.navigator.back()
    until_read(qtbot, window.session)
    assert asked(page) == question
    with qtbot.waitSignal(page.openPhoto) as photo:
        tiles = page.one.right.tiles
        place = tiles.visualRect(tiles.model().index(0, 0)).center()
        qtbot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert photo.args is not None
    assert photo.args[0] == library.faces.get(question.faces[0]).photo_id
