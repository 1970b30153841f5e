"""Choosing a person by typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photoorg.library import Person
from photoorg.ui.dialogs.person_chooser import PersonChooser
from tests.ui.crowd import Crowd
from tests.ui.gallery import wait_for
from tests.ui.stage import Stage


@pytest.fixture
def names() -> tuple[str, ...]:
    return ("Hannah", "Ann", "Zoë")


def people(crowd: Crowd) -> list[Person]:
    return crowd.library.people.list()


def shown(chooser: PersonChooser) -> list[str]:
    return [chooser.list.item(row).text() for row in range(chooser.list.count())]


def test_what_begins_with_the_letters_comes_first(
    over: QWidget, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    chooser = PersonChooser("Move to", people(crowd), stage.thumbnails, over)
    chooser.open()
    assert shown(chooser) == ["Hannah", "Ann", "Zoë"]
    qtbot.keyClicks(chooser.field, "ann")
    assert shown(chooser) == ["Ann", "Hannah"]
    qtbot.keyClicks(chooser.field, "e")
    assert shown(chooser) == ["New person “anne”"]
    with qtbot.waitSignal(chooser.created) as created:
        qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert created.args == ["anne"]


def test_arrows_move_while_typing(over: QWidget, crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    chooser = PersonChooser("Move to", people(crowd), stage.thumbnails, over)
    chooser.open()
    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.field, Qt.Key.Key_Up)
    wait_for(qtbot, stage.thumbnails.idle)
    chooser.grab()
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert chosen.args == [crowd.groups[1]]


def test_nobody_is_made_where_that_makes_no_sense(
    over: QWidget, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    chooser = PersonChooser("Merge with", people(crowd), stage.thumbnails, over, may_create=False)
    chooser.open()
    qtbot.keyClicks(chooser.field, "nobody")
    assert shown(chooser) == []
    assert not chooser.accept_button.isEnabled()
    chooser.reject()
