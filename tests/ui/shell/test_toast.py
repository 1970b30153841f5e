"""Messages over the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui import theme
from photoorg.ui.shell.toast import Toast


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def toast(over: QWidget) -> Toast:
    return Toast(over)


def test_what_can_be_undone_offers_it(toast: Toast, qtbot: QtBot) -> None:
    toast.say("Named Anna", undoable=True)
    assert toast.text() == toast.accessibleName() == "Named Anna"
    undo = toast.findChild(QPushButton)
    assert undo is not None
    with qtbot.waitSignal(toast.undone):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()
    toast.say("Looked", undoable=False)
    assert not undo.isVisible()


def test_an_error_stays_until_it_is_closed(toast: Toast, qtbot: QtBot) -> None:
    toast.say("Soon gone")
    toast.fail("The disk is full: free some space.")
    assert not toast.will_vanish()
    close = toast.findChild(QToolButton)
    assert close is not None
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert toast.text() == ""


def test_a_later_sentence_does_not_hide_an_error(toast: Toast) -> None:
    toast.fail("The disk is full: free some space.")
    toast.say("12 photos scanned")
    assert "The disk is full" in toast.text()
    assert "12 photos scanned" in toast.text()
    assert not toast.will_vanish()


def test_a_message_stays_inside_the_window(toast: Toast, over: QWidget) -> None:
    toast.fail("A very long sentence. " * 30)
    for width in (800, 300):
        over.resize(width, 600)
        assert over.rect().contains(toast.geometry())


def test_a_wide_message_is_not_lower_than_a_short_one(toast: Toast, over: QWidget) -> None:
    toast.stand(24, 60)
    for sentence in ("Hid Anna", "A very long sentence that takes a whole line of its own. " * 3):
        toast.say(sentence)
        assert toast.geometry().bottom() == over.height() - 60 - 1


def test_large_letters_have_as_much_room(toast: Toast, over: QWidget, qapp: QApplication) -> None:
    lines = []
    for size in (100, 150):
        theme.apply(qapp, "light", size)
        toast.offer("Named Maximiliane · 3 groups look alike", "Look at them", toast.hide)
        label = toast.findChildren(QLabel)[1]
        lines.append(round(label.height() / label.fontMetrics().lineSpacing()))
    theme.apply(qapp, "light")
    assert lines[0] == lines[1]
