"""Putting right what the grouping got wrong, in the whole window: by keys alone, by mouse alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui.dialogs.split_dialog import SplitDialog
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.pages.triage_page import DoubtfulPage
from photoorg.ui.session import EVERYTHING
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.widgets.tile_grid import TileGrid
from tests.ui.crowd import Crowd, make_crowd, regroup
from tests.ui.gallery import wait_for
from tests.ui.stage import open_window
from tests.ui.waiting import until_read

LEFT = Qt.MouseButton.LeftButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
LABELS = [0] * 6 + [1] * 4 + [2] * 3 + [3] * 2 + [4]
_Key = Qt.Key


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    """Anna has 6 faces and Ben 4; 3 have no name, 2 are perhaps no faces, 1 is alone."""
    made = make_crowd(tmp_path, (6, 4, 3, 2, 1), names=("Anna", "Ben"))
    doubtful = ", ".join(map(str, made.faces(3)))
    made.library.connection.execute(f"UPDATE faces SET score = 0.51 WHERE id IN ({doubtful})")
    regroup(made.library, LABELS)
    yield made
    made.library.close()


@pytest.fixture
def window(crowd: Crowd, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    with open_window(crowd.library, qtbot, pack) as window:
        settle(window, qtbot)
        yield window


def settle(window: MainWindow, qtbot: QtBot) -> None:
    until_read(qtbot, window.session)
    wait_for(qtbot, window.thumbnails.idle)
    page = window.navigator.current()
    if isinstance(page, PeoplePage):
        wait_for(qtbot, page.reader.idle)


def scan(window: MainWindow, crowd: Crowd) -> None:
    """Let a scan sort the faces anew and tell the window."""
    regroup(crowd.library, LABELS)
    window.session.changed.emit(EVERYTHING)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press keys, each where the keyboard is."""
    for key in keys:
        QTest.keyClick(focused(), key, modifiers)


def type_name(name: str, window: MainWindow, crowd: Crowd) -> None:
    """Type letter by letter while a scan goes on, and Enter."""
    for letter in name:
        QTest.keyClicks(focused(), letter)
        scan(window, crowd)
    press(_Key.Key_Return)


def click(grid: TileGrid, row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    model = grid.model()
    assert model is not None
    grid.scrollTo(model.index(row, 0))
    place = grid.visualRect(model.index(row, 0)).center()
    QTest.mouseClick(grid.viewport(), LEFT, modifiers, place)


def click_button(over: QWidget, text: str) -> None:
    (button,) = (b for b in over.findChildren(QPushButton) if b.text() == text and b.isVisible())
    QTest.mouseClick(button, LEFT)


def people_page(window: MainWindow) -> PeoplePage:
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    return page


def person_page(window: MainWindow) -> PersonPage:
    page = window.navigator.current()
    assert isinstance(page, PersonPage)
    return page


def names(crowd: Crowd) -> dict[str | None, int]:
    return {person.name: person.count for person in crowd.library.people.list() if person.name}


def test_by_keys_alone(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    press(_Key.Key_Right, _Key.Key_Return)
    settle(window, qtbot)
    page = person_page(window)
    assert page.title == "Anna"
    press(_Key.Key_Home, _Key.Key_Delete)
    type_name("Cora", window, crowd)
    settle(window, qtbot)
    assert names(crowd) == {"Anna": 5, "Ben": 4, "Cora": 1}
    type_name("ben", window, crowd)  # the next face is selected
    wait_for(qtbot, page._held.idle)
    settle(window, qtbot)
    assert names(crowd) == {"Anna": 4, "Ben": 5, "Cora": 1}
    press(_Key.Key_Z, modifiers=CTRL)
    settle(window, qtbot)
    assert names(crowd) == {"Anna": 5, "Ben": 4, "Cora": 1}
    press(_Key.Key_D, modifiers=CTRL)
    dialog = page.findChild(SplitDialog)
    assert dialog is not None
    wait_for(qtbot, dialog.sides[0].grid.hasFocus)
    press(_Key.Key_Space, _Key.Key_Space, _Key.Key_Return)
    settle(window, qtbot)
    assert names(crowd) == {"Anna": 3, "Ben": 4, "Cora": 1}
    assert page.face_naming.strip.isVisible()
    window.activateWindow()  # a window manager does, when a dialog has closed
    wait_for(qtbot, page.faces.hasFocus)
    press(_Key.Key_Escape)
    assert window.navigator.current() is page
    assert not page.face_naming.strip.isVisible()
    press(*[_Key.Key_Escape] * 2)  # the selection, and back
    assert isinstance(window.navigator.current(), PeoplePage)


def test_folds_by_keys_alone(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    page = people_page(window)
    press(_Key.Key_Down, modifiers=CTRL)
    assert [person.id for person in page.grid.selected_people()] == [crowd.groups[2]]
    type_name("Dora", window, crowd)
    settle(window, qtbot)
    assert names(crowd) == {"Anna": 6, "Ben": 4, "Dora": 3}
    press(_Key.Key_End, _Key.Key_Return)
    assert page.model.row_of(crowd.groups[3]) >= 0
    press(_Key.Key_Return, modifiers=CTRL)
    settle(window, qtbot)
    assert isinstance(window.navigator.current(), DoubtfulPage)
    press(_Key.Key_Return)
    assert crowd.library.faces.count() == 14
    press(_Key.Key_Escape)
    settle(window, qtbot)
    assert "doubtful" not in people_page(window).model.shown.row_of


def test_by_mouse_alone(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    people = people_page(window)
    row = people.model.row_of(crowd.groups[0])
    place = people.grid.visualRect(people.model.index(row, 0)).center()
    QTest.mouseClick(people.grid.viewport(), LEFT, NONE, place)
    QTest.mouseDClick(people.grid.viewport(), LEFT, NONE, place)
    settle(window, qtbot)
    page = person_page(window)
    click(page.faces, 0)
    click(page.faces, 1, CTRL)
    click_button(page, "Not Anna")
    QTest.mouseClick(page.face_naming.strip.field, LEFT)
    assert page.face_naming.strip.field.hasFocus()
    assert not window.grab().isNull()
    click_button(window.toast, "Undo")
    settle(window, qtbot)
    assert names(crowd) == {"Anna": 6, "Ben": 4}
    assert not page.face_naming.strip.isVisible()
    page.splitting.action.trigger()  # from the menu
    dialog = page.findChild(SplitDialog)
    assert dialog is not None
    click(dialog.sides[0].grid, 2)
    QTest.mouseClick(dialog.button, LEFT)
    settle(window, qtbot)
    assert names(crowd) == {"Anna": 5, "Ben": 4}


def test_folds_by_mouse_alone(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    page = people_page(window)
    row = page.model.shown.row_of["doubtful"]
    page.grid.scrollTo(page.model.index(row, 0))
    heading = page.grid.visualRect(page.model.index(row, 0))
    title = QPoint(heading.left() + 20, heading.center().y())
    QTest.mouseClick(page.grid.viewport(), LEFT, NONE, title)
    click(page.grid, row + 1)
    click_button(page, "Not faces")
    settle(window, qtbot)
    assert crowd.library.faces.count() == 14
    click_button(window.toast, "Undo")
    settle(window, qtbot)
    index = page.model.index(page.model.shown.row_of["doubtful"], 0)
    page.grid.scrollTo(index)
    page.grid.grab()
    link = page.grid.delegate.link_rect(index)
    QTest.mouseClick(page.grid.viewport(), LEFT, NONE, link.center())
    assert isinstance(window.navigator.current(), DoubtfulPage)
