"""Whatever can be used can be reached by the keyboard and has a name for screen readers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from photoorg.settings import Settings
from photoorg.ui import theme
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.session import Session
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.shell.page_list import PAGES
from photoorg.ui.shell.sidebar import NavButton
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.ui.crowd import Crowd
from tests.ui.stage import open_window, visit
from tests.ui.waiting import until_read

KINDS = (QAbstractButton, QLineEdit, QAbstractItemView)
PLACES = (
    *(
        "people",
        "review",
        "photos",
        "videos",
        "duplicates",
        "scenes",
        "folders",
        "problems",
        "history",
        "doubtful",
    ),
    "strangers",
)


@pytest.fixture
def names() -> tuple[str, ...]:
    return ("Anna",)


@pytest.fixture
def window(crowd: Crowd, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    with open_window(crowd.library, qtbot, pack) as window:
        yield window


def named(widget: QWidget) -> bool:
    if widget.accessibleName():
        return True
    return isinstance(widget, QAbstractButton) and bool(widget.text())


def reachable(widget: QWidget) -> bool:
    """Tell whether Tab, or the arrow keys within a group of choices, lead to it."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    ways = [widget] if group is None else group.buttons()
    return any(way.focusPolicy() & Qt.FocusPolicy.TabFocus for way in ways)


def usable(window: QMainWindow) -> list[QWidget]:
    inner = ("qt_", "ScrollLeft", "ScrollRight")
    return [
        widget
        for kind in KINDS
        for widget in window.findChildren(kind)
        if not widget.objectName().startswith(inner)
        and not isinstance(widget.parent(), QLineEdit)
        and type(widget).__name__ != "QMenuBarExtension"
    ]


def test_everything_usable_has_a_name(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    for key in PLACES:
        window.go(key)
    window.navigator.open_person(crowd.groups[0])
    until_read(qtbot, window.session)
    window.navigator.open_photo(crowd.library.photos.list()[0].id, [])
    nameless = [widget for widget in usable(window) if not named(widget) and not widget.isHidden()]
    assert nameless == []


def test_everything_usable_can_be_reached(window: MainWindow, crowd: Crowd) -> None:
    for key in PLACES:
        window.go(key)
        unreachable = [
            widget for widget in usable(window) if widget.isVisible() and not reachable(widget)
        ]
        assert unreachable == [], key


def walked(window: QMainWindow) -> list[QWidget]:
    """Return what Tab leads to; a view may go through what it shows before it is left."""
    seen: list[QWidget] = []
    for _ in range(40):
        now = window.focusWidget()
        assert now is not None
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return seen


@pytest.mark.parametrize("page", [kind.key for kind in PAGES])
def test_tab_leads_to_everything(window: MainWindow, crowd: Crowd, qtbot: QtBot, page: str) -> None:
    window.activateWindow()
    visit(window, crowd, page)
    until_read(qtbot, window.session)
    seen = walked(window)
    groups = [widget.group() for widget in seen if isinstance(widget, QAbstractButton)]
    missed = [
        widget
        for widget in usable(window)
        if widget.isVisible()
        and widget.isEnabled()
        and widget not in seen
        and not (isinstance(widget, QAbstractButton) and widget.group() in groups)
    ]
    assert missed == []


def test_shift_f10_opens_the_menu_of_the_tile(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    page.grid.select_people([crowd.groups[0]], crowd.groups[0])
    page.grid.setFocus()
    keys = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.grid, Qt.Key.Key_F10, keys)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Open"
    menu.close()


def test_screen_readers_read_the_tiles(window: MainWindow) -> None:
    page = window.navigator.current()
    assert page is not None
    grid = page.findChild(QAbstractItemView)
    assert grid is not None
    interface = QAccessible.queryAccessibleInterface(grid)
    texts = [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]
    assert "Anna, 6 faces" in texts
    assert "Not named yet, 4 faces" in texts
    assert any(text.startswith("Who is this?") for text in texts)


@pytest.mark.parametrize("size", [80, 100, 150, 200])
def test_no_words_are_cut_at_any_text_size(
    crowd: Crowd, qtbot: QtBot, pack: Path, size: int
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, "light", size)
    session = Session(crowd.library, Settings(theme="light", text_size=size), pack)
    window = MainWindow(session, ThumbnailLoader(crowd.library.path))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.begin()
    try:
        for key in PLACES:
            window.go(key)
            until_read(qtbot, session)
            QApplication.processEvents()
            told: list[QLabel | QAbstractButton] = window.findChildren(QLabel)
            told += window.findChildren(QAbstractButton)
            seen = [widget for widget in told if widget.isVisible() and widget.text()]
            cut = [(key, widget.text()) for widget in seen if cuts(widget)]
            assert cut == []
    finally:
        window.close()
        theme.apply(application, "light")


def cuts(widget: QLabel | QAbstractButton) -> bool:
    """Tell whether a widget is too small for its words; labels may break them into lines."""
    metrics = QFontMetrics(widget.font())
    if widget.height() < metrics.height():
        return True
    if isinstance(widget, QLabel):
        return False
    if isinstance(widget, NavButton):
        return not widget.folded and widget.width() < widget.words_width() - 20
    return widget.width() < metrics.horizontalAdvance(widget.text().replace("&", ""))
