"""Faces named on a person's page: after they were removed, or by typing on what is selected."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from photoorg.library.decisions import actions
from photoorg.ui.dialogs.merge_question import MergeQuestion
from photoorg.ui.dialogs.person_chooser import PersonChooser
from photoorg.ui.dialogs.split_dialog import SplitDialog
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.people.name_strip import NameStrip
from tests.ui.crowd import Crowd, regroup
from tests.ui.gallery import wait_for
from tests.ui.pages.people_pages import open_person
from tests.ui.stage import Stage
from tests.ui.waiting import until_read

Flag = QItemSelectionModel.SelectionFlag
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_Key = Qt.Key


@pytest.fixture
def sizes() -> tuple[int, ...]:
    return (6, 4, 3)


@pytest.fixture
def names() -> tuple[str, ...]:
    return ("Anna", "Ben")


@pytest.fixture
def page(stage: Stage, crowd: Crowd, qtbot: QtBot) -> PersonPage:
    return open_person(stage, qtbot, crowd.groups[0])


def settle(page: PersonPage, qtbot: QtBot) -> None:
    until_read(qtbot, page.session)


def select(page: PersonPage, *faces: int) -> None:
    rows = sorted(page.faces_model.row_of(face) for face in faces)
    page.faces.select_rows(rows, Flag.ClearAndSelect)
    page.faces.selectionModel().setCurrentIndex(page.faces_model.index(rows[-1], 0), Flag.NoUpdate)


def strip(page: PersonPage) -> NameStrip:
    return page.face_naming.strip


def person_of(crowd: Crowd, face: int) -> int:
    person = crowd.library.faces.get(face).person_id
    assert person is not None
    return person


def test_who_is_it_then_by_keys(page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    two = crowd.faces(0)[:2]
    select(page, *two)
    qtbot.keyClick(page.faces, _Key.Key_Delete)
    assert strip(page).isVisible()
    assert page.faces.hasFocus()  # the next face can be removed, too
    group = person_of(crowd, two[0])
    assert person_of(crowd, two[1]) == group != crowd.groups[0]
    settle(page, qtbot)
    assert strip(page).isVisible()
    qtbot.keyClicks(page.faces, "C")
    assert strip(page).field.hasFocus()
    qtbot.keyClicks(strip(page).field, "ora")
    qtbot.keyClick(strip(page).field, _Key.Key_Return)
    settle(page, qtbot)
    assert crowd.library.people.get(group).name == "Cora"
    assert stage.said == ["2 faces removed from Anna", "Named Cora"]
    assert not strip(page).isVisible()
    assert page.faces.hasFocus()
    stage.session.undo()
    assert crowd.library.people.get(group).name is None
    stage.session.undo()
    assert crowd.person(0).count == 6


def test_who_is_it_then_by_mouse(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    face = crowd.faces(0)[2]
    row = page.faces_model.row_of(face)
    place = page.faces.visualRect(page.faces_model.index(row, 0)).center()
    qtbot.mouseClick(page.faces.viewport(), LEFT, pos=place)
    (button,) = (b for b in page.findChildren(QPushButton) if b.text() == "Not Anna")
    qtbot.mouseClick(button, LEFT)
    group = person_of(crowd, face)
    assert group != crowd.groups[0]
    qtbot.mouseClick(strip(page).field, LEFT)
    assert strip(page).field.hasFocus()
    assert not strip(page).grab().isNull()
    (close,) = strip(page).findChildren(QToolButton)
    qtbot.mouseClick(close, LEFT)
    assert not strip(page).isVisible()
    assert crowd.library.people.get(group).name is None


def test_somebody_known_takes_the_faces(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    settle(page, qtbot)
    select(page, *crowd.faces(0)[:2])
    qtbot.keyClick(page.faces, _Key.Key_Delete)
    qtbot.keyClick(page.faces, _Key.Key_B)
    assert strip(page).field.completions()[0] == "Ben"
    qtbot.keyClick(strip(page).field, _Key.Key_Return)
    settle(page, qtbot)
    assert page.findChild(MergeQuestion) is None
    assert (crowd.person(0).count, crowd.person(1).count) == (4, 6)
    assert stage.said[-1] == "Merged into Ben"
    stage.session.undo()
    assert (crowd.person(0).count, crowd.person(1).count) == (4, 4)


def test_escape_leaves_them_without_a_name(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    first, second, *_ = crowd.faces(0)
    select(page, first)
    qtbot.keyClick(page.faces, _Key.Key_Delete)
    qtbot.keyClick(page.faces, _Key.Key_Escape)
    assert not strip(page).isVisible()
    assert [face.id for face in page.faces.selected_faces()] == [second]
    qtbot.keyClick(page.faces, _Key.Key_Delete)
    qtbot.keyClick(page.faces, _Key.Key_X)
    qtbot.keyClick(strip(page).field, _Key.Key_Escape)
    assert not strip(page).isVisible()
    assert page.faces.hasFocus()
    assert crowd.library.people.get(person_of(crowd, second)).name is None
    assert crowd.library.people.find_by_name("X") == []


def test_other_faces_end_a_question_that_nobody_answers(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    select(page, crowd.faces(0)[0])
    qtbot.keyClick(page.faces, _Key.Key_Delete)
    settle(page, qtbot)
    qtbot.keyClick(page.faces, _Key.Key_Right)
    assert not strip(page).isVisible()
    qtbot.keyClick(page.faces, _Key.Key_Delete)
    assert strip(page).isVisible()
    stage.session.undo()  # the group is gone
    assert not strip(page).isVisible()


def test_letters_on_selected_faces_name_them(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    settle(page, qtbot)
    three = crowd.faces(0)[:3]
    select(page, *three)
    qtbot.keyClick(page.faces, _Key.Key_D)
    qtbot.keyClicks(strip(page).field, "ora")
    regroup(crowd.library, [0] * 6 + [1] * 4 + [2] * 3)  # a scan goes on
    page.refresh(page.shows)
    settle(page, qtbot)
    assert strip(page).field.text() == "dora"
    qtbot.keyClick(strip(page).field, _Key.Key_Return)
    wait_for(qtbot, page._held.idle)
    (dora,) = crowd.library.people.find_by_name("dora")
    assert {person_of(crowd, face) for face in three} == {dora.id}
    assert stage.said == ["3 faces moved to dora"]
    stage.session.undo()
    assert crowd.person(0).count == 6
    settle(page, qtbot)
    select(page, three[0])
    qtbot.keyClick(page.faces, _Key.Key_B)
    qtbot.keyClick(strip(page).field, _Key.Key_Return)
    assert stage.said[-1] == "A face moved to Ben"
    assert (crowd.person(0).count, crowd.person(1).count) == (5, 5)
    assert crowd.library.faces.get(three[0]).confirmed


def test_without_a_selection_letters_do_nothing(page: PersonPage, qtbot: QtBot) -> None:
    page.faces.clearSelection()
    qtbot.keyClick(page.faces, _Key.Key_D)
    qtbot.keyClick(page.faces, _Key.Key_D, CTRL)
    assert not strip(page).isVisible()


def test_what_cannot_be_done_is_still_there(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    select(page, crowd.faces(0)[0])
    qtbot.keyClick(page.faces, _Key.Key_D)
    strip(page).field.setText("\u200d")
    qtbot.keyClick(strip(page).field, _Key.Key_Return)
    assert stage.failed == ["A name needs at least one letter."]
    assert strip(page).isVisible()
    page.show_person(crowd.groups[2])
    assert strip(page).isVisible()  # what was typed waits
    strip(page).field.clear()
    qtbot.keyClick(strip(page).field, _Key.Key_Return)
    assert not strip(page).isVisible()


def test_moving_offers_the_likest_first(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    actions.rename(crowd.library, crowd.groups[2], "Cleo")
    page.refresh(page.shows)
    settle(page, qtbot)
    vectors = {0: b"\0<" + b"\0\0" * 7, 1: b"\0\0\0<" + b"\0\0" * 6, 2: b"\0<" + b"\0\0" * 7}
    for group, vector in vectors.items():
        for face in crowd.faces(group):
            crowd.library.connection.execute(
                "UPDATE embeddings SET vector = ? WHERE face_id = ?", (vector, face)
            )
    select(page, crowd.faces(0)[0])
    qtbot.keyClick(page.faces, _Key.Key_M, CTRL)
    chooser = page.findChild(PersonChooser)
    assert chooser is not None
    names = lambda: [chooser.list.item(row).text() for row in range(chooser.list.count())]  # noqa: E731
    assert names() == ["Ben", "Cleo"]  # the biggest first
    wait_for(qtbot, lambda: names() == ["Cleo", "Ben"])
    chooser.put_first([crowd.groups[1]])
    assert names() == ["Ben", "Cleo"]
    qtbot.keyClick(chooser.field, _Key.Key_Down)
    chooser.put_first([crowd.groups[2]])  # somebody has begun to choose
    assert names() == ["Ben", "Cleo"]
    qtbot.keyClick(chooser.field, _Key.Key_Return)
    assert crowd.person(2).count == 4


def test_no_face_has_a_key(page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    page.faces.selectAll()
    qtbot.keyClick(page.faces, _Key.Key_Delete, SHIFT)
    assert stage.said == ["6 faces dismissed: not a face"]
    assert crowd.person(0).count == 0


def test_a_whole_group_is_no_faces(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    assert not page.person_actions.not_faces.isVisible()  # Anna is somebody
    page.show_person(crowd.groups[2])
    settle(page, qtbot)
    page.faces.setFocus()
    with qtbot.waitSignal(page.goBack):
        qtbot.keyClick(page.faces, _Key.Key_Delete, CTRL | SHIFT)
    assert stage.said == ["3 faces dismissed: not a face"]
    stage.session.undo()
    assert crowd.person(2).count == 3


def test_a_long_name_shows_how_it_begins(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Anna " + "of the very long name " * 5)
    page.refresh(page.shows)
    settle(page, qtbot)
    assert page.header.name.cursorPosition() == 0
    assert page.header.name.toolTip().startswith("Anna of the")


def test_two_people_are_divided_and_the_other_one_is_named(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    two = crowd.faces(0)[:2]
    qtbot.keyClick(page.faces, _Key.Key_D, CTRL)
    dialog = page.findChild(SplitDialog)
    assert dialog is not None
    wait_for(qtbot, lambda: dialog.hint.text().startswith("Click"))  # nothing tells where to cut
    for _ in two:
        qtbot.keyClick(dialog.sides[0].grid, _Key.Key_Space)
    qtbot.keyClick(dialog.sides[0].grid, _Key.Key_Return)
    settle(page, qtbot)
    assert crowd.person(0).count == 4
    assert strip(page).isVisible()
    qtbot.keyClicks(strip(page).field, "Cora")
    qtbot.keyClick(strip(page).field, _Key.Key_Return)
    assert [p.count for p in crowd.library.people.find_by_name("Cora")] == [2]
    assert stage.said == ["Split off 2 faces", "Named Cora"]
    stage.session.undo()
    stage.session.undo()
    assert crowd.person(0).count == 6


def test_the_next_group_without_a_name_is_one_key_away(
    page: PersonPage, crowd: Crowd, qtbot: QtBot
) -> None:
    actions.unname(crowd.library, crowd.groups[1])
    seen = []
    for _ in range(3):
        with qtbot.waitSignal(page.openPerson) as opened:
            qtbot.keyClick(page.faces, _Key.Key_Down, CTRL)
        seen += opened.args
        settle(page, qtbot)
    assert seen == [crowd.groups[1], crowd.groups[2], crowd.groups[1]]
    for group in (1, 2):
        actions.rename(crowd.library, crowd.groups[group], f"Name {group}")
    with qtbot.assertNotEmitted(page.openPerson, wait=50):
        qtbot.keyClick(page.faces, _Key.Key_Down, CTRL)
        settle(page, qtbot)
