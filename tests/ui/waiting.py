"""Waiting for what the window reads in a thread."""

from pytestqt.qtbot import QtBot

from photoorg.ui.session import Session
from tests.ui.gallery import wait_for


def until_read(qtbot: QtBot, session: Session) -> None:
    """Wait until every question has been answered and shown."""
    wait_for(qtbot, session.reads.idle)
