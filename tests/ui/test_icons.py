"""Icons of buttons: as large as the letters, and away from the words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from photoorg.ui import icons, theme
from photoorg.ui.shell.top_bar import TopBar


@pytest.fixture
def letters(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, "light")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def columns(button: QPushButton | QToolButton) -> list[int]:
    """Return the columns of the icon where something is drawn."""
    image = button.icon().pixmap(button.iconSize(), 1.0).toImage()
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).alpha() for y in range(image.height()))
    ]


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_there_is_room_between_an_icon_and_its_words(
    qtbot: QtBot, qapp: QApplication, letters: None, way: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(way)
    button, mark = QPushButton("Undo"), QToolButton()
    for each in (button, mark):
        qtbot.addWidget(each)
        icons.put_on(each, "close", QColor("black"), 16)
    assert button.iconSize() == QSize(20, 16)
    assert mark.iconSize() == QSize(16, 16), "without words an icon is in the middle"
    drawn = columns(button)
    empty = 20 - 1 - drawn[-1] if way == Qt.LayoutDirection.LeftToRight else drawn[0]
    assert empty >= 4


def test_icons_grow_with_the_letters(qtbot: QtBot, qapp: QApplication, letters: None) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    usual = bar.add_button.iconSize().height()
    theme.apply(qapp, "light", 150)
    QApplication.processEvents()
    assert bar.add_button.iconSize().height() == pytest.approx(1.5 * usual, abs=1)
