"""Waiting for what the window reads in a thread."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui.session import Session
from tests.ui.gallery import wait_for


def until_read(qtbot: QtBot, session: Session) -> None:
    """Wait until every question has been answered and shown."""
    wait_for(qtbot, session.reads.idle)


def show_with_keyboard(qtbot: QtBot, shown: QWidget, focused: QWidget) -> None:
    """Show a widget as the active window, and give the keyboard to what is ``focused`` in it."""
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    focused.setFocus()
    wait_for(qtbot, focused.hasFocus)
