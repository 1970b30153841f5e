"""What stands around a page leaves the page's own bars alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui import theme
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.pages.review_page import ReviewPage
from photoorg.ui.pages.viewer_page import ViewerPage
from photoorg.ui.shell.main_window import MainWindow
from tests.ui.crowd import Crowd, make_crowd
from tests.ui.review.asked_stage import asked_crowd
from tests.ui.stage import open_window, visit
from tests.ui.waiting import until_read


def place(window: MainWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window.frame, part.rect().topLeft()), part.size())


def test_a_message_makes_way_for_the_answers_of_another_form(
    tmp_path: Path, qtbot: QtBot, pack: Path
) -> None:
    with asked_crowd(tmp_path) as library, open_window(library, qtbot, pack) as window:
        window.resize(900, 600)
        window.go("review")
        until_read(qtbot, window.session)
        page = window.navigator.current()
        assert isinstance(page, ReviewPage)
        for form in ("sheets", "one", "sheets"):
            page.forms.chosen.emit(form)
            QApplication.processEvents()
            if not window.toast.isVisible():
                window.frame.say("2 faces are Anna, and this is a rather long sentence.", True)
            bar = next(bar for bar in page.bars() if bar.isVisible())
            assert not window.toast.geometry().intersects(place(window, bar)), form


def test_a_message_does_not_lie_on_the_film_strip(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    photos = [photo.id for photo in crowd.library.photos.list()]
    window.navigator.open_photo(photos[0], photos)
    until_read(qtbot, window.session)
    page = window.navigator.current()
    assert isinstance(page, ViewerPage)
    assert page.strip.isVisible()
    window.frame.say("Drag a box around the face", False)
    assert not window.toast.geometry().intersects(place(window, page.strip))


def test_the_next_group_can_be_seen_below_the_message_that_one_was_named(
    tmp_path: Path, qtbot: QtBot, pack: Path
) -> None:
    crowd = make_crowd(tmp_path, (3,) * 80)
    with open_window(crowd.library, qtbot, pack) as window:
        window.resize(1280, 800)
        page = window.navigator.current()
        assert isinstance(page, PeoplePage)
        for name in map("Anna {}".format, range(12)):
            qtbot.keyClick(page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
            page.grid.start_naming()
            field = QApplication.focusWidget()
            assert isinstance(field, QLineEdit)
            qtbot.keyClicks(field, name)
            qtbot.keyClick(field, Qt.Key.Key_Return)
            until_read(qtbot, window.session)
            assert window.toast.text().startswith(f"Named {name}")
            tile = page.grid.visualRect(page.grid.currentIndex())
            corner = page.grid.viewport().mapTo(window.frame, tile.topLeft())
            assert not window.toast.geometry().intersects(QRect(corner, tile.size())), name
    crowd.library.close()


@pytest.mark.parametrize("size", [100, 150])
def test_a_long_name_is_read_to_its_end(
    window: MainWindow, crowd: Crowd, qtbot: QtBot, qapp: QApplication, size: int
) -> None:
    theme.apply(qapp, "light", size)
    window.resize(1280, 800)
    visit(window, crowd, "person")
    until_read(qtbot, window.session)
    page = window.navigator.current()
    assert isinstance(page, PersonPage)
    name = page.header.name
    name.setText("Maximiliane von Hohenstein-Sigmaringen")
    QApplication.processEvents()
    assert name.fontMetrics().horizontalAdvance(name.text()) < name.width()
    name.setText("Anna")
    QApplication.processEvents()
    assert name.fontMetrics().height() >= theme.scaled(theme.DISPLAY)
    theme.apply(qapp, "light")


def test_larger_letters_keep_the_window_larger_but_within_the_screen(
    window: MainWindow, qapp: QApplication
) -> None:
    window.resize(100, 100)
    assert window.width() >= theme.scaled(640)
    usual = window.height()
    try:
        theme.apply(qapp, "light", 150)
        QApplication.processEvents()
        assert window.height() > usual
        assert window.height() <= window.screen().availableSize().height()
        assert window.width() <= window.screen().availableSize().width()
    finally:
        theme.apply(qapp, "light")
    QApplication.processEvents()
    window.resize(100, 100)
    assert window.height() == usual
