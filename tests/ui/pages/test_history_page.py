"""The history: every step in one list, and the way back and forth between them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from photoorg.library import Edit
from photoorg.library.decisions import actions
from photoorg.ui.models.history_model import NOW, UNDONE, HistoryModel
from photoorg.ui.pages.history_page import HistoryPage
from photoorg.ui.session import EVERYTHING
from tests.ui.crowd import Crowd
from tests.ui.stage import Stage, open_page
from tests.ui.waiting import until_read

NAMES = ("Anna", "Ben", "Cora")


@pytest.fixture
def page(stage: Stage, crowd: Crowd, qtbot: QtBot) -> HistoryPage:
    page = open_page(HistoryPage, stage, qtbot, height=400)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    page.show()
    assert page._empty.isVisible()
    for group, name in enumerate(NAMES):
        stage.session.perform(actions.rename, crowd.groups[group], name)
        until_read(qtbot, page.session)
    return page


def rows(page: HistoryPage, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    return [page.model.index(row).data(role) for row in range(page.model.rowCount())]


def button(page: HistoryPage) -> QPushButton:
    (found,) = [b for b in page.list.findChildren(QPushButton) if b.isVisible()]
    return found


def names(crowd: Crowd) -> list[str]:
    return crowd.library.people.names()


def test_back_and_forth(page: HistoryPage, crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    assert rows(page) == ["Name Cora", "Name Ben", "Name Anna", "The beginning"]
    assert rows(page, NOW) == [True, False, False, False]
    page.list.setCurrentIndex(page.model.index(2))
    assert button(page).text() == "Go back to here"
    qtbot.mouseClick(button(page), Qt.MouseButton.LeftButton)
    assert names(crowd) == ["Anna"]
    until_read(qtbot, page.session)
    assert rows(page, UNDONE) == [True, True, False, False]
    assert not [b for b in page.list.findChildren(QPushButton) if b.isVisible()]
    assert not page.list.grab().isNull()
    page.list.setCurrentIndex(page.model.index(1))
    assert button(page).text() == "Go forward to here"
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    until_read(qtbot, page.session)
    assert names(crowd) == ["Anna", "Ben"]
    page.list.setCurrentIndex(page.model.index(3))
    page.back_action.trigger()
    until_read(qtbot, page.session)
    assert names(crowd) == []
    assert rows(page, NOW) == [False, False, False, True]
    assert stage.said == ["2 steps undone", "A step redone", "2 steps undone"]
    stage.session.redo()
    until_read(qtbot, page.session)
    stage.session.perform(actions.rename, crowd.groups[1], "Dan")
    until_read(qtbot, page.session)
    assert rows(page) == ["Name Dan", "Name Anna", "The beginning"]


def test_where_one_is_nothing_happens(page: HistoryPage, stage: Stage, qtbot: QtBot) -> None:
    page.list.setCurrentIndex(page.model.index(0))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    until_read(qtbot, page.session)
    assert stage.said == []


def test_a_long_history_is_told_row_by_row(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = HistoryModel()
    steps = [Edit(n, f"Step {n}", "2024-03-03T12:00:00Z", n > 40) for n in range(50, 0, -1)]
    model.show(steps)
    qtmodeltester.check(model)
    assert (model.now, model.step(model.now), model.step(50)) == (10, 40, 0)
    read = Qt.ItemDataRole.AccessibleTextRole
    assert str(model.index(0).data(read)).endswith(", undone")
    assert str(model.index(10).data(read)).endswith(", now")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show([Edit(step.id, step.label, step.at, undone=False) for step in steps])
    assert model.now == 0
