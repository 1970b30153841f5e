"""Naming on the people page has no accidents; what disappears hands the keyboard on."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.ui.dialogs.merge_question import MergeQuestion
from photoorg.ui.dialogs.name_question import NameQuestion
from photoorg.ui.models.people_model import MIME, PERSON
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.session import EVERYTHING
from photoorg.ui.widgets.name_field import NameField
from photoorg.ui.widgets.selection_bar import SelectionBar
from tests.ui.crowd import Crowd, regroup
from tests.ui.gallery import wait_for
from tests.ui.pages.people_pages import open_people, refresh, settle
from tests.ui.stage import Stage
from tests.ui.waiting import until_read

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sizes() -> tuple[int, ...]:
    return (6, 4, 3, 2, 2, 2)


@pytest.fixture
def names() -> tuple[str, ...]:
    return ("Anna Lena", "Ben")


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> PeoplePage:
    return open_people(stage, qtbot)


def choose(page: PeoplePage, *people: int) -> None:
    page.grid.select_people(list(people), people[-1])


def chosen(page: PeoplePage) -> list[int]:
    """Return who is selected, with the one who has the keyboard last."""
    current = page.grid.currentIndex().data(PERSON)
    selected = [person.id for person in page.grid.selected_people()]
    assert current is None or not selected or current.id in selected
    return selected


def start(page: PeoplePage, qtbot: QtBot, person: int, typed: str) -> NameField:
    """Type into the name of somebody, without end."""
    choose(page, person)
    page.grid.start_naming()
    field = page.grid.findChildren(NameField)[-1]
    field.selectAll()
    qtbot.keyClicks(field, typed)
    return field


def test_enter_takes_the_first_match_and_asks_nothing(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    field = start(page, qtbot, crowd.groups[2], "ann")
    assert field.completions() == ["Anna Lena", "New name “ann”"]
    wait_for(qtbot, stage.thumbnails.idle)
    assert not page.grab().isNull()
    qtbot.keyClick(field, KEY.Key_Return)
    assert crowd.person(0).count == 9
    assert stage.said == ["Merged into Anna Lena"]
    assert page.findChild(MergeQuestion) is None
    assert chosen(page) == [crowd.groups[3]]
    stage.session.undo()
    assert crowd.person(2).count == 3


@pytest.mark.parametrize("way", ["new", "escape", "inside"])
def test_a_new_name_may_begin_like_another(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot, way: str
) -> None:
    typed = "nn" if way == "inside" else "Ann"
    field = start(page, qtbot, crowd.groups[2], typed)
    assert field.is_completing()
    if way == "new":
        qtbot.keyClick(field, KEY.Key_Down)
    elif way == "escape":
        qtbot.keyClick(field, KEY.Key_Escape)
    qtbot.keyClick(field, KEY.Key_Return)
    assert crowd.person(2).name == typed
    assert crowd.person(0).count == 6


def test_a_match_is_taken_with_the_mouse(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    field = start(page, qtbot, crowd.groups[2], "e")
    assert field.completions() == ["Anna Lena", "Ben"]
    listed = field._list
    assert listed is not None
    at = listed.visualItemRect(listed.item(1)).center()
    qtbot.mouseClick(listed.viewport(), LEFT, pos=at)
    assert crowd.person(1).count == 7
    assert not page.grid.is_editing()


def test_a_typed_name_that_exists_asks(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    field = start(page, qtbot, crowd.groups[2], "ben")
    qtbot.keyClick(field, KEY.Key_Return)
    question = page.findChild(MergeQuestion)
    assert question is not None
    qtbot.mouseClick(question.merge_button, LEFT)
    assert crowd.person(1).count == 7


def test_nobody_is_completed_to_themselves(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    field = start(page, qtbot, crowd.groups[0], "Anna")
    assert not field.is_completing()
    qtbot.keyClick(field, KEY.Key_Return)
    assert crowd.person(0).name == "Anna"


def test_tab_ends_a_name_and_the_next_key_begins_the_next(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot
) -> None:
    field = start(page, qtbot, crowd.groups[2], "Cora")
    qtbot.keyClick(field, KEY.Key_Tab)
    assert crowd.person(2).name == "Cora"
    assert page.grid.hasFocus()
    assert chosen(page) == [crowd.groups[3]]
    row = page.model.row_of(crowd.groups[2])
    assert page.model.index(row, 0).data() == "Cora"


def test_half_a_name_waits_when_somebody_clicks_elsewhere(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    start(page, qtbot, crowd.groups[2], "Co")
    other = page.grid.visualRect(page.model.index(page.model.row_of(crowd.groups[1]), 0))
    qtbot.mouseClick(page.grid.viewport(), LEFT, pos=other.center())
    assert not page.grid.is_editing()
    assert crowd.person(2).name is None
    assert stage.said == []
    assert not page.grid.grab().isNull()
    choose(page, crowd.groups[2])
    page.grid.start_naming()
    field = page.grid.findChildren(NameField)[-1]
    assert field.text() == "Co"
    field.end(False)
    qtbot.keyClicks(field, "ra")
    qtbot.keyClick(field, KEY.Key_Return)
    assert crowd.person(2).name == "Cora"
    start(page, qtbot, crowd.groups[3], "Da")
    qtbot.keyClick(page.grid.findChildren(NameField)[-1], KEY.Key_Escape)
    page.grid.start_naming()
    assert page.grid.findChildren(NameField)[-1].text() == ""


def test_nothing_moves_while_a_name_is_typed(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    field = start(page, qtbot, crowd.groups[4], "Co")
    before = list(page.model.shown.keys)
    with Library.open(crowd.library.path) as other:
        regroup(other, [0] * 6 + [1] * 4 + [2] * 3 + [3] * 4 + [4] * 2)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    assert page.model.shown.keys == before
    assert (field.text(), page.grid.is_editing()) == ("Co", True)
    qtbot.keyClick(field, KEY.Key_Escape)
    settle(page, qtbot)
    assert len(page.model.shown.keys) == len(before) - 1


def test_a_group_that_a_scan_put_elsewhere_is_named_there(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    (gone, left) = (crowd.groups[4], crowd.groups[3])
    face = crowd.faces(4)[0]
    field = start(page, qtbot, gone, "Cora")
    regroup(crowd.library, [0] * 6 + [1] * 4 + [2] * 3 + [3] * 4 + [4] * 2)
    assert not crowd.library.people.exists(gone) or not crowd.library.people.exists(left)
    qtbot.keyClick(field, KEY.Key_Return)
    assert crowd.library.faces.get(face).person_name == "Cora"
    again = start(page, qtbot, crowd.groups[5], "Dora")
    actions.merge(crowd.library, crowd.groups[0], [crowd.groups[5]])
    qtbot.keyClick(again, KEY.Key_Return)
    assert stage.failed == ["Meanwhile these faces were put with Anna Lena; nothing was named."]
    assert crowd.person(0).name == "Anna Lena"


def test_a_name_is_taken_away(page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    field = start(page, qtbot, crowd.groups[1], "x")
    field.clear()
    qtbot.keyClick(field, KEY.Key_Return)
    assert (crowd.person(1).name, crowd.person(1).count) == (None, 4)
    assert stage.said == ["Took the name Ben away"]
    stage.session.undo()
    assert crowd.person(1).name == "Ben"


def test_only_people_without_photos_can_be_deleted(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    choose(page, crowd.groups[1])
    assert not page.group_actions.delete.isVisible()
    actions.not_a_face(crowd.library, crowd.faces(1))
    refresh(page, qtbot)
    choose(page, crowd.groups[1])
    assert page.group_actions.delete.isEnabled()
    page.group_actions.delete.trigger()
    assert crowd.library.people.find_by_name("Ben") == []
    assert stage.said == ["Deleted Ben"]
    assert chosen(page) == [crowd.groups[0]]
    stage.session.undo()
    assert crowd.person(1).name == "Ben"


@pytest.mark.parametrize("unfolded", [False, True])
def test_hiding_goes_on_with_the_next(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot, unfolded: bool
) -> None:
    if unfolded:
        page.model.toggle("hidden")
    bar = page.findChild(SelectionBar)
    assert bar is not None
    choose(page, crowd.groups[2])
    for following in (3, 4, 5):
        page.group_actions.hide.trigger()
        assert chosen(page) == [crowd.groups[following]]
        assert bar.isVisible()
    settle(page, qtbot)
    assert chosen(page) == [crowd.groups[5]]
    page.group_actions.hide.trigger()
    choose(page, crowd.groups[0], crowd.groups[1])
    page.group_actions.hide.trigger()
    settle(page, qtbot)
    assert chosen(page) == [] or unfolded


def test_the_bar_knows_that_nobody_is_selected_any_more(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot
) -> None:
    bar = page.findChild(SelectionBar)
    assert bar is not None
    choose(page, crowd.groups[2])
    assert bar.isVisible()
    page.search("anna")
    assert chosen(page) in ([], [crowd.groups[0]])
    assert bar.isVisible() == bool(chosen(page))


def drop(page: PeoplePage, dragged: int, on: int) -> None:
    data = QMimeData()
    data.setData(MIME, str(dragged).encode())
    at: QPoint = page.grid.visualRect(page.model.index(page.model.row_of(on), 0)).center()
    none = Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    for event in (
        QDragEnterEvent(at, move, data, LEFT, none),
        QDropEvent(QPointF(at), move, data, LEFT, none),
    ):
        QApplication.sendEvent(page.grid.viewport(), event)


@pytest.mark.parametrize("stays", [0, 1])
def test_dropping_a_name_on_a_name_asks_which_one_stays(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot, stays: int
) -> None:
    drop(page, crowd.groups[1], crowd.groups[0])
    question = page.findChild(NameQuestion)
    assert question is not None
    assert [crowd.person(0).count, crowd.person(1).count] == [6, 4]
    question.choose(crowd.groups[stays])
    qtbot.mouseClick(question.merge_button, LEFT)
    assert crowd.person(stays).count == 10
    assert crowd.library.people.names() == [["Anna Lena"], ["Ben"]][stays]
    assert chosen(page) == [crowd.groups[stays]]
