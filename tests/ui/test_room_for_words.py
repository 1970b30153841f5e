"""Every page and dialog has room for its words, in long languages and with large letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from photoorg.library.decisions import actions
from photoorg.library.scenes import deciding
from photoorg.tr import speak
from photoorg.ui import languages, theme
from photoorg.ui.pages.scenes_page import ScenesPage
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.shell.page_list import PAGES
from tests.ui.crowd import MODEL, Crowd, make_crowd
from tests.ui.duplicates.stacks import GREY
from tests.ui.every_dialog import DIALOGS
from tests.ui.stage import show_window, visit
from tests.ui.videos.films import add_film
from tests.ui.waiting import until_read

Looks = tuple[str, int]


@pytest.fixture(params=[("de", 100), ("de", 150), ("ko", 150), (languages.MIRRORED, 100)], ids=str)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Looks]:
    """A language, and how large the letters are."""
    before = QLocale()
    language, size = request.param
    languages.use(qapp, language)
    theme.apply(qapp, "light", size)
    yield language, size
    languages.use(qapp, "en")
    QLocale.setDefault(before)
    speak()
    theme.apply(qapp, "light")


@pytest.fixture
def crowd(tmp_path: Path, look: Looks) -> Iterator[Crowd]:
    made = make_crowd(tmp_path, names=("Anna", "Maximiliane von Hohenstein"))
    actions.hide(made.library, [made.groups[2]])
    actions.merge(made.library, made.groups[0], [made.groups[3]])
    photos = [photo.id for photo in made.library.photos.list()]
    deciding.gather(made.library, photos[:3], "At home with the whole family behind the house")
    deciding.gather(made.library, photos[3:5])
    made.library.duplicates.keep_sketches((photo, GREY) for photo in photos)
    made.library.duplicates.keep_compared([(min(photos[:2]), max(photos[:2]), True)])
    film = tmp_path / "films" / "all that we saw of the sea and of the mountains in 2019.mp4"
    add_film(made.library, film, [(1, 5), (61, 75)], MODEL, size=8)
    yield made
    made.library.close()


@pytest.fixture
def window(crowd: Crowd, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    window = show_window(crowd.library, qtbot, pack)
    window.begin()
    until_read(qtbot, window.session)
    yield window
    window.close()


def cut(top: QWidget) -> list[tuple[str, int, int]]:
    """Return the words that have no room, with what is there and what they need."""
    found = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QComboBox):
            continue
        text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        needed = widget.minimumSizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            found += _short(text, widget.height(), widget.heightForWidth(widget.width()))
        elif text:
            found += _short(text, widget.width(), needed.width())
            found += _short(text, widget.height(), needed.height())
    return found


def _short(text: str, there: int, needed: int) -> list[tuple[str, int, int]]:
    return [(text, there, needed)] if text and there < needed else []


def test_pages(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    for page in PAGES:
        visit(window, crowd, page.key)
        until_read(qtbot, window.session)
        QApplication.processEvents()
        assert (page.key, cut(window)) == (page.key, [])


def test_groups_and_photos_of_them_that_are_selected(window: MainWindow, qtbot: QtBot) -> None:
    window.go("scenes")
    until_read(qtbot, window.session)
    page = window.navigator.current()
    assert isinstance(page, ScenesPage)
    page.grid.selectAll()
    page.list.selectAll()
    QApplication.processEvents()
    assert page.merge_action.isEnabled()
    assert cut(window) == []


def test_a_video(window: MainWindow, qtbot: QtBot) -> None:
    window.navigator.open_video(window.session.library.videos.every()[0].id)
    until_read(qtbot, window.session)
    QApplication.processEvents()
    assert cut(window) == []


def test_dialogs(window: MainWindow, crowd: Crowd) -> None:
    for name, make in DIALOGS.items():
        dialog = make(window, crowd)
        dialog.show()
        QApplication.processEvents()
        assert (name, cut(dialog)) == (name, [])
        dialog.close()
