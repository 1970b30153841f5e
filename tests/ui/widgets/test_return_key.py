"""Enter presses what has the keyboard."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from photoorg.ui.widgets.return_key import ReturnKey
from tests.ui.waiting import show_with_keyboard

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@pytest.fixture
def watcher(qapp: QApplication) -> QObject:
    parent = QObject()
    ReturnKey(parent)
    return parent


def show(window: QWidget, button: QAbstractButton, qtbot: QtBot) -> list[str]:
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("button"))
    column = window.layout() or QVBoxLayout(window)
    column.addWidget(button)
    qtbot.addWidget(window)
    show_with_keyboard(qtbot, window, button)
    return pressed


@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QCheckBox])
def test_return_presses_every_kind_of_button(
    watcher: QObject, qtbot: QtBot, kind: type[QAbstractButton]
) -> None:
    window, button = QWidget(), kind()
    pressed = show(window, button, qtbot)
    for key in KEYS:
        QTest.keyClick(button, key)
    assert pressed == ["button", "button"]


def test_return_is_for_the_button_before_the_actions_of_its_window(
    watcher: QObject, qtbot: QtBot
) -> None:
    window, button = QWidget(), QPushButton("Stop")
    pressed = show(window, button, qtbot)
    action = QAction("Open", window)
    action.setShortcut("Return")
    action.triggered.connect(lambda: pressed.append("action"))
    window.addAction(action)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["button"]


def test_in_a_dialog_the_focused_button_comes_before_the_default_one(
    watcher: QObject, qtbot: QtBot
) -> None:
    dialog, button, close = QDialog(), QPushButton("Use this one"), QPushButton("Close")
    button.setAutoDefault(False)
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.addWidget(close)
    pressed = show(dialog, button, qtbot)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["button"]
    assert dialog.isVisible()


def test_a_button_that_is_off_is_not_pressed_and_ctrl_return_is_another_key(
    watcher: QObject, qtbot: QtBot
) -> None:
    window, button = QWidget(), QPushButton("Go on")
    pressed = show(window, button, qtbot)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    button.setEnabled(False)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == []
