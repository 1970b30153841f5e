"""What the menus do with the window alone: the size of its letters."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from photoorg import settings
from photoorg.ui import theme
from photoorg.ui.models.people_model import PERSON
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.shell.main_window import MainWindow
from tests.ui.crowd import Crowd
from tests.ui.gallery import wait_for
from tests.ui.stage import open_window, visit
from tests.ui.waiting import until_read

PAGES = ("people", "photos", "folders", "problems", "history", "person", "viewer", "first-run")


@pytest.fixture
def names() -> tuple[str, ...]:
    return ("Maximilian von Hohenstein",)


@pytest.fixture
def window(crowd: Crowd, qtbot: QtBot, qapp: QApplication, pack: Path) -> Iterator[MainWindow]:
    theme.apply(qapp, "light")
    with open_window(crowd.library, qtbot, pack) as window:
        yield window
    theme.apply(qapp, "light")


def press(window: MainWindow, action: QAction, number: int = 0) -> None:
    QTest.keySequence(window, action.shortcuts()[number])


def cut(widget: QWidget) -> bool:
    """Tell whether a button or a label has less room than its words need."""
    wanted = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if widget.sizePolicy().horizontalPolicy() == widget.sizePolicy().Policy.Ignored:
        return widget.height() < wanted.height()  # its words are known to be longer than the room
    return widget.width() < wanted.width() or widget.height() < wanted.height()


def cut_in(window: MainWindow) -> list[str]:
    """Return the words that are cut in a window."""
    words: list[QLabel | QPushButton] = [
        *window.findChildren(QLabel),
        *window.findChildren(QPushButton),
    ]
    return [
        widget.text() for widget in words if widget.isVisible() and widget.text() and cut(widget)
    ]


def test_keys_change_the_size_of_letters_and_it_is_remembered(
    window: MainWindow, qapp: QApplication
) -> None:
    usual = qapp.font().pixelSize()
    press(window, window.menus.larger)
    press(window, window.menus.larger, 1)
    assert settings.load().text_size == 125
    assert qapp.font().pixelSize() == round(1.25 * usual)
    for _ in theme.TEXT_SIZES:
        press(window, window.menus.larger)
    assert settings.load().text_size == max(theme.TEXT_SIZES)
    press(window, window.menus.smaller)
    assert settings.load().text_size == 125
    press(window, window.menus.usual)
    assert settings.load().text_size == 100
    assert qapp.font().pixelSize() == usual


@pytest.mark.parametrize("size", [80, 150])
@pytest.mark.parametrize("width", [640, 1280])
def test_nothing_is_cut_at_any_size(
    window: MainWindow, crowd: Crowd, qtbot: QtBot, size: int, width: int
) -> None:
    window.session.choose(replace(window.session.settings, text_size=size))
    window.resize(width, 800)
    for key in PAGES:
        visit(window, crowd, key)
        until_read(qtbot, window.session)
        wait_for(qtbot, lambda: not cut_in(window))


@pytest.mark.parametrize("size", [80, 150])
def test_tiles_have_room_for_their_words(window: MainWindow, qtbot: QtBot, size: int) -> None:
    window.session.choose(replace(window.session.settings, text_size=size))
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    until_read(qtbot, window.session)
    grid = page.grid
    first = next(
        index
        for row in range(page.model.rowCount())
        if (index := page.model.index(row, 0)).data(PERSON) is not None
    )
    lines = [QFontMetrics(theme.font(step)).height() for step in (theme.STRONG, theme.SMALL)]
    tile = grid.visualRect(QModelIndex(first))
    assert tile.height() - tile.width() >= sum(lines)
