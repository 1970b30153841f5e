"""Questions are offered where they are wanted: after a name, after a scan, on a person's page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.library import Library
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.pages.review_page import ReviewPage
from photoorg.ui.shell.main_window import MainWindow
from tests.ui.gallery import wait_for
from tests.ui.review.asked_stage import asked_crowd
from tests.ui.stage import show_window
from tests.ui.waiting import until_read

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with asked_crowd(tmp_path, names=()) as library:
        yield library


@pytest.fixture
def window(library: Library, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    window = show_window(library, qtbot, pack)
    window.go("people")
    until_read(qtbot, window.session)
    yield window
    window.close()


def test_after_a_name_who_looks_alike(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    first = library.people.list()[0]
    page._name(first.id, "Anna")
    assert window.toast.text() == "Named Anna"
    assert window.toast._act.isHidden()
    wait_for(qtbot, window.toast._act.isVisible)
    assert window.toast.text() == "Named Anna · 3 groups look alike"
    assert window.toast._undo.isVisible()
    qtbot.mouseClick(window.toast._act, LEFT)
    review = window.navigator.current()
    assert isinstance(review, ReviewPage)
    wait_for(qtbot, review.reader.idle)
    assert {one.name for one in review.sitting.waiting()} == {"Anna"}
    assert review.head.everybody.isVisible()
    assert window.navigator.came_from == "People"
    qtbot.mouseClick(review.head.everybody, LEFT)
    assert {one.name for one in review.sitting.waiting()} == {"Anna", None}
    window.go("review")
    assert review.sitting.person == 0


def test_nothing_is_offered_beside_another_message(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    page._name(library.people.list()[0].id, "Anna")
    window.session.undo()
    wait_for(qtbot, lambda: not window.offers._soon.isActive())
    until_read(qtbot, window.session)
    assert window.toast.text() == "Undone: Name Anna"
    assert window.toast._act.isHidden()


def test_after_a_scan_how_much_there_is_to_ask(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    window.session.say("4 new photos")
    window.session.scanned.emit()
    wait_for(qtbot, window.toast._act.isVisible)
    assert window.toast.text() == "4 new photos · 5 questions"
    qtbot.mouseClick(window.toast._act, LEFT)
    assert window.navigator.key == "review"


def test_a_person_has_a_link_to_the_questions(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    people = library.people.list()
    window.navigator.open_person(people[0].id)
    page = window.navigator.current()
    assert isinstance(page, PersonPage)
    page.header.name.setText("Anna")
    wait_for(qtbot, page.questions.isVisible)
    assert page.questions.text() == "3 questions about this group"
    qtbot.mouseClick(page.questions, LEFT)
    review = window.navigator.current()
    assert isinstance(review, ReviewPage)
    assert review.sitting.person == people[0].id
    window.navigator.back()
    assert window.navigator.current() is page
    window.navigator.open_person(people[4].id)
    assert page.questions.isHidden()


def test_what_is_offered_has_a_button(window: MainWindow, qtbot: QtBot) -> None:
    done: list[bool] = []
    window.session.offered.emit("Gone", "Undo", lambda: done.append(True))
    assert window.toast.text() == "Gone"
    qtbot.mouseClick(window.toast._act, LEFT)
    assert done == [True]
    assert not window.toast.isVisible()
