"""Undo and redo show what they changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.library.decisions import actions
from photoorg.settings import Settings
from photoorg.ui import session as sessions
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.session import Session
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.ui.crowd import Crowd
from tests.ui.gallery import wait_for
from tests.ui.waiting import until_read


def selected(window: MainWindow) -> list[int]:
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    return [person.id for person in page.grid.selected_people()]


def test_undo_leads_from_another_page_to_whom_it_was_about(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    window.session.perform(actions.rename, crowd.groups[2], "Anna")
    window.go("photos")
    window.session.undo()
    assert window.navigator.key == "people"
    assert selected(window) == [crowd.groups[2]]
    window.go("folders")
    window.session.redo()
    until_read(qtbot, window.session)
    assert selected(window) == [crowd.groups[2]]
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    assert page.grid.currentIndex().data() == "Anna"


def test_undoing_a_merge_selects_both(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    one, other = crowd.groups[:2]
    window.session.perform(actions.merge, one, [other])
    until_read(qtbot, window.session)
    window.session.undo()
    until_read(qtbot, window.session)
    assert sorted(selected(window)) == sorted([one, other])


def test_a_page_that_shows_it_is_not_left(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    window.session.perform(actions.rename, crowd.groups[0], "Anna")
    window.navigator.open_person(crowd.groups[0])
    until_read(qtbot, window.session)
    window.session.undo()
    assert window.navigator.key == "person"
    photo = crowd.library.faces.get(crowd.faces(0)[0]).photo_id
    window.navigator.open_photo(photo, [photo])
    window.session.redo()
    assert window.navigator.key == "viewer"
    window.go("history")
    window.session.undo()
    assert window.navigator.key == "history"


def test_the_page_of_somebody_who_lost_faces_again_is_not_left(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    anna = crowd.groups[0]
    window.session.perform(actions.rename, anna, "Anna")
    faces = crowd.faces(0)
    window.session.perform(actions.assign, faces[:1], crowd.groups[1])
    window.navigator.open_person(anna)
    until_read(qtbot, window.session)
    window.session.undo()
    assert window.navigator.key == "person"
    window.session.redo()
    assert window.navigator.key == "person"
    assert len(crowd.library.faces.of_person(anna)) == len(faces) - 1


def test_a_person_who_is_not_concerned_is_left(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    window.session.perform(actions.different, crowd.groups[1], crowd.groups[2])
    window.navigator.open_person(crowd.groups[0])
    until_read(qtbot, window.session)
    window.session.undo()
    wait_for(qtbot, lambda: window.navigator.key == "people")
    assert sorted(selected(window)) == sorted(crowd.groups[1:3])


def test_who_types_while_a_thread_undoes_is_not_led_away(
    window: MainWindow, crowd: Crowd, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "LONG", 0)
    for group, name in ((3, "Dan"), (2, "Cora")):
        window.session.perform(actions.rename, crowd.groups[group], name)
    until_read(qtbot, window.session)
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    page.grid.select_people([crowd.groups[0]], crowd.groups[0])
    page.grid.setFocus()
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.grid, "A")
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "nna")
    wait_for(qtbot, window.session.writes.idle)
    assert [crowd.person(group).name for group in (2, 3)] == [None, None]
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    until_read(qtbot, window.session)
    assert crowd.person(0).name == "Anna"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, lambda: selected(window) == [crowd.groups[0]])
    assert crowd.person(0).name is None


def test_a_folder_that_comes_back_is_shown(window: MainWindow, crowd: Crowd) -> None:
    (folder,) = crowd.library.folders.list()
    window.session.perform(actions.remove_folder, folder.id)
    window.session.undo()
    assert window.navigator.key == "folders"


def test_the_first_visit_to_the_people_waits_for_them(
    crowd: Crowd, qtbot: QtBot, pack: Path
) -> None:
    session = Session(crowd.library, Settings(theme="light"), pack)
    window = MainWindow(session, ThumbnailLoader(crowd.library.path))
    qtbot.addWidget(window)
    window.show()
    window.go("photos")
    session.perform(actions.rename, crowd.groups[1], "Ben")
    session.undo()
    until_read(qtbot, session)
    wait_for(qtbot, lambda: selected(window) == [crowd.groups[1]])
    window.close()
