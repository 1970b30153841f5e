"""Answers wait while somebody is in the middle of something."""

from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from photoorg.ui.widgets.held import Held
from tests.ui.gallery import wait_for


def test_the_newest_answer_is_shown_when_there_is_calm(qtbot: QtBot) -> None:
    got: list[int] = []
    busy = [True]
    held: Held[int] = Held(lambda: busy[0], got.append)
    held.hear(1)
    held.hear(2)
    qtbot.wait(400)
    assert (got, held.idle()) == ([], False)
    busy[0] = False
    wait_for(qtbot, lambda: got == [2] and held.idle())
    held.hear(3)
    assert got == [2, 3]


def test_what_waits_can_be_forgotten(qtbot: QtBot) -> None:
    got: list[int] = []
    busy = [True]
    held: Held[int] = Held(lambda: busy[0], got.append)
    held.hear(1)
    held.drop()
    busy[0] = False
    qtbot.wait(400)
    assert (got, held.idle()) == ([], True)


def test_a_dialog_and_a_menu_hold_everything_up(qtbot: QtBot) -> None:
    held: Held[int] = Held(lambda: False, lambda _: None)
    dialog, menu = QDialog(), QMenu()
    qtbot.addWidget(dialog)
    qtbot.addWidget(menu)
    assert not held.held_up()
    dialog.open()
    assert held.held_up()
    dialog.reject()
    menu.addAction("Open")
    menu.popup(dialog.pos())
    assert held.held_up()
    menu.close()
    assert not held.held_up()
