"""One person or two: by keys alone, by mouse alone, with and without a proposal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui.dialogs.split_dialog import SplitDialog
from tests.ui.crowd import Crowd
from tests.ui.gallery import wait_for
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
_Key = Qt.Key


@pytest.fixture
def sizes() -> tuple[int, ...]:
    return (6,)


@pytest.fixture
def dialog(over: QWidget, crowd: Crowd, stage: Stage, qtbot: QtBot) -> SplitDialog:
    faces = crowd.library.faces.of_person(crowd.groups[0])
    made = SplitDialog("Anna", faces, stage.thumbnails, over)
    made.open()
    made.activateWindow()
    wait_for(qtbot, made.sides[0].grid.hasFocus)
    wait_for(qtbot, stage.thumbnails.idle)
    return made


def shown(dialog: SplitDialog) -> list[list[int]]:
    return [[one.id for one in side.model.asked()] for side in dialog.sides]


def click(dialog: SplitDialog, side: int, row: int, qtbot: QtBot) -> None:
    grid = dialog.sides[side].grid
    place = grid.visualRect(dialog.sides[side].model.index(row, 0)).center()
    qtbot.mouseClick(grid.viewport(), LEFT, pos=place)


def test_a_proposed_cut_is_adjusted_by_mouse(
    dialog: SplitDialog, crowd: Crowd, qtbot: QtBot
) -> None:
    faces = crowd.faces(0)
    assert shown(dialog) == [faces, []]
    assert dialog.hint.text().startswith("Looking")
    assert not dialog.button.isEnabled()
    dialog.propose(faces[4:])
    assert shown(dialog) == [faces[:4], faces[4:]]
    assert dialog.hint.text().startswith("Perhaps so?")
    assert dialog.button.text() == "Split 2 faces off"
    click(dialog, 0, 1, qtbot)
    click(dialog, 1, 2, qtbot)
    assert shown(dialog) == [[faces[0], faces[2], faces[3], faces[5]], [faces[1], faces[4]]]
    assert not dialog.grab().isNull()
    with qtbot.waitSignal(dialog.divided) as divided:
        qtbot.mouseClick(dialog.button, LEFT)
    assert divided.args == [[faces[1], faces[4]]]


def test_without_a_proposal_keys_divide(dialog: SplitDialog, crowd: Crowd, qtbot: QtBot) -> None:
    faces, (left, right) = crowd.faces(0), dialog.sides
    dialog.propose(())
    assert dialog.hint.text() == "Click the faces that are somebody else."
    qtbot.keyClick(left.grid, _Key.Key_Return)  # there is nothing to divide yet
    assert dialog.isVisible()
    qtbot.keyClick(left.grid, _Key.Key_Right)
    qtbot.keyClick(left.grid, _Key.Key_Space)
    qtbot.keyClick(left.grid, _Key.Key_Space)
    assert shown(dialog)[1] == faces[1:3]
    qtbot.keyClick(left.grid, _Key.Key_Right, CTRL)
    assert right.grid.hasFocus()
    qtbot.keyClick(right.grid, _Key.Key_Space)
    assert shown(dialog)[1] == faces[2:3]
    qtbot.keyClick(right.grid, _Key.Key_Left, CTRL)
    assert left.grid.hasFocus()
    with qtbot.waitSignal(dialog.divided) as divided:
        qtbot.keyClick(left.grid, _Key.Key_Return)
    assert divided.args == [faces[2:3]]


def test_who_has_begun_is_not_disturbed(dialog: SplitDialog, crowd: Crowd, qtbot: QtBot) -> None:
    faces = crowd.faces(0)
    click(dialog, 0, 0, qtbot)
    dialog.propose(faces[3:])
    assert shown(dialog)[1] == faces[:1]
    with qtbot.assertNotEmitted(dialog.divided):
        qtbot.keyClick(dialog.sides[0].grid, _Key.Key_Escape)
        qtbot.keyClick(dialog, _Key.Key_Escape)
    assert not dialog.isVisible()


def test_not_everybody_can_be_somebody_else(
    dialog: SplitDialog, crowd: Crowd, qtbot: QtBot
) -> None:
    dialog.propose(crowd.faces(0))
    assert not dialog.button.isEnabled()
    dialog.sides[1].grid.selectAll()
    qtbot.keyClick(dialog.sides[1].grid, _Key.Key_Space)
    assert shown(dialog) == [crowd.faces(0), []]
