"""The search field of the real window: suggestions, saved searches, photos of a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from photoorg.library.finding.saved import save
from photoorg.ui.pages.folders_page import FoldersPage
from photoorg.ui.pages.photos_page import PhotosPage
from photoorg.ui.photos.search_line import SearchLine
from photoorg.ui.shell.main_window import MainWindow
from tests.ui.crowd import Crowd
from tests.ui.gallery import wait_for
from tests.ui.stage import open_window


@pytest.fixture
def names() -> tuple[str, ...]:
    return ("Anna Smith", "Annika", "Ben")


@pytest.fixture
def window(crowd: Crowd, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    with open_window(crowd.library, qtbot, pack) as window:
        window.go("photos")
        yield window


def shown(window: MainWindow) -> int:
    page = window.navigator.page("photos")
    assert isinstance(page, PhotosPage)
    return len(page._model.ids())


def popup(window: MainWindow) -> QListView:
    return window.top_bar._suggestions._popup


def offered(window: MainWindow) -> list[str]:
    model = popup(window).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_names_are_suggested_while_one_types_and_taken_by_keys(
    window: MainWindow, qtbot: QtBot
) -> None:
    wait_for(qtbot, lambda: shown(window) == 18)
    window.menus.find.trigger()
    field = window.top_bar.search
    assert field.hasFocus()
    QTest.keyClicks(field, "-ann")
    wait_for(qtbot, popup(window).isVisible)
    assert offered(window) == ["-Anna Smith", "-Annika"]
    QTest.keyClick(popup(window), Qt.Key.Key_Down)
    QTest.keyClick(popup(window), Qt.Key.Key_Return)
    assert field.text() == "-Anna Smith"
    wait_for(qtbot, lambda: shown(window) == 12)
    assert not popup(window).isVisible()


def test_what_is_typed_on_goes_into_the_field(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.find.trigger()
    field = window.top_bar.search
    QTest.keyClicks(field, "be")
    wait_for(qtbot, popup(window).isVisible)
    QTest.keyClicks(popup(window), "n")
    assert field.text() == "ben"
    wait_for(qtbot, lambda: not popup(window).isVisible())
    wait_for(qtbot, lambda: shown(window) == 3)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not field.hasFocus()


def test_suggestions_do_not_open_where_nobody_types(window: MainWindow, qtbot: QtBot) -> None:
    window.find_photos("ann")
    wait_for(qtbot, lambda: window.session.reads.idle() and shown(window) == 10)
    assert not popup(window).isVisible()
    window.go("people")
    assert window.top_bar.search.text() == ""
    window.go("photos")
    wait_for(qtbot, lambda: shown(window) == 18)


def test_saved_searches_open_by_keys(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    save(crowd.library, "Alone", "only ben")
    window.menus.find.trigger()
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert window.top_bar.search.text() == "only ben"
    wait_for(qtbot, lambda: shown(window) == 3)


def test_other_pages_offer_no_saved_searches(window: MainWindow) -> None:
    window.go("people")
    window.top_bar.open_menu()
    assert QApplication.activePopupWidget() is None


def test_the_photos_of_a_folder_are_shown_from_its_line(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    window.go("folders")
    page = window.navigator.current()
    assert isinstance(page, FoldersPage)
    wait_for(qtbot, lambda: page.model.rowCount() == 1)
    page.list.setCurrentIndex(page.model.index(0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.navigator.key == "photos"
    folder = crowd.library.path.parent / "Pictures"
    assert window.top_bar.search.text() == f'folder:"{folder}"'
    line = window.navigator.page("photos").findChild(SearchLine)
    assert line is not None
    wait_for(qtbot, line.isVisible)
    assert line._sentence.text() == "Photos in the folder Pictures"
    assert shown(window) == 18
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert window.top_bar.search.text() == ""
