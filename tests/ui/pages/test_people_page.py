"""The people page: naming, merging, hiding, searching; nothing jumps and all can be undone."""

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from photoorg.library import Person
from photoorg.library.decisions import actions
from photoorg.ui.dialogs.merge_question import MergeQuestion
from photoorg.ui.dialogs.name_question import NameQuestion
from photoorg.ui.dialogs.person_chooser import PersonChooser
from photoorg.ui.models.people_model import MIME
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.people.people_grid import ASK
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.name_field import NameField
from tests.ui.crowd import Crowd, regroup
from tests.ui.gallery import wait_for
from tests.ui.pages.people_pages import open_people, refresh
from tests.ui.stage import Stage
from tests.ui.waiting import until_read

Flag = QItemSelectionModel.SelectionFlag


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> PeoplePage:
    return open_people(stage, qtbot)


def go_to(page: PeoplePage, person: int) -> None:
    index = page.model.index(page.model.row_of(person), 0)
    page.grid.setCurrentIndex(index)


def middle(page: PeoplePage, person: int) -> QPoint:
    return page.grid.visualRect(page.model.index(page.model.row_of(person), 0)).center()


def select(page: PeoplePage, *people: int) -> None:
    page.grid.select_people(list(people), people[-1])


def current(page: PeoplePage) -> Person | None:
    return page.model.person(page.grid.currentIndex())


def type_name(qtbot: QtBot, page: PeoplePage, name: str) -> None:
    """Type a name as a user does: the first letter opens the field."""
    qtbot.keyClicks(page.grid, name[0])
    field = page.grid.findChild(NameField)
    assert field is not None
    qtbot.keyClicks(field, name[1:])
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_sidebar_counts_neither_hidden_people_nor_faces_seen_once(crowd: Crowd) -> None:
    assert PeoplePage.count(crowd.library) == 4
    actions.hide(crowd.library, crowd.groups[:1], hidden=True)
    assert PeoplePage.count(crowd.library) == 3
    actions.rename(crowd.library, crowd.groups[6], "Anna")
    assert PeoplePage.count(crowd.library) == 4


def test_typing_on_a_group_names_it_and_the_next_one_waits(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    go_to(page, crowd.groups[0])
    type_name(qtbot, page, "Anna")
    wait_for(qtbot, lambda: crowd.person(0).name == "Anna")
    assert stage.said == ["Named Anna"]
    wait_for(qtbot, lambda: current(page) == crowd.person(1))
    assert page.grid.selected_people() == [crowd.person(1)]
    stage.session.undo()
    assert crowd.person(0).name is None


def test_escape_leaves_the_name_as_it_was(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    go_to(page, crowd.groups[0])
    page.rename_action.trigger()
    field = page.grid.findChild(NameField)
    assert field is not None
    qtbot.keyClicks(field, "Anna")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert crowd.person(0).name is None
    assert crowd.library.history.entries() == []


def test_add_name_is_a_link(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    index = page.model.index(page.model.row_of(crowd.groups[1]), 0)
    words = page.grid.delegate.name_rect(index).center()
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=words)
    field = page.grid.findChild(NameField)
    assert field is not None
    assert field.hasFocus()


def test_known_names_are_completed(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Anna")
    refresh(page, qtbot)
    go_to(page, crowd.groups[1])
    page.grid.start_naming()
    field = page.grid.findChild(NameField)
    assert field is not None
    qtbot.keyClicks(field, "nn")
    assert field.is_completing()
    assert field.completions() == ["Anna"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.is_completing()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not page.grid.is_editing()


@pytest.mark.parametrize("answer", ["merge", "keep", "cancel"])
def test_a_name_in_use_asks(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot, answer: str
) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Anna")
    refresh(page, qtbot)
    go_to(page, crowd.groups[1])
    type_name(qtbot, page, "anna")
    wait_for(qtbot, lambda: page.findChild(MergeQuestion))
    question = page.findChild(MergeQuestion)
    assert question is not None
    asked = [label.text() for label in question.findChildren(QLabel)]
    assert asked[0] == "Merge with Anna (6 faces)?"
    button = {
        "merge": question.merge_button,
        "keep": question.keep_button,
        "cancel": question.cancel_button,
    }[answer]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    names = [person.name for person in crowd.library.people.list() if person.name]
    assert names == {"merge": ["Anna"], "keep": ["Anna", "anna"], "cancel": ["Anna"]}[answer]
    assert crowd.person(0).count == (10 if answer == "merge" else 6)


def test_selected_groups_merge_into_the_named_one(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    actions.rename(crowd.library, crowd.groups[2], "Cora")
    refresh(page, qtbot)
    select(page, crowd.groups[0], crowd.groups[1], crowd.groups[2])
    page.merge_action.trigger()
    assert crowd.person(2).count == 13
    assert stage.said == ["Merged 2 groups into Cora"]
    assert page.grid.selected_people() == [crowd.person(2)]
    stage.session.undo()
    assert crowd.person(2).count == 3
    assert crowd.person(0).count == 6


def test_two_people_are_kept_apart(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Anna")
    refresh(page, qtbot)
    for count in (1, 3):
        page.grid.select_people(crowd.groups[:count])
        assert not page.group_actions.different.isEnabled()
    page.grid.select_people(crowd.groups[:2])
    page.group_actions.different.trigger()
    assert stage.said == ["Kept Anna and another group apart"]
    regroup(crowd.library, [0] * 10 + [2] * 3 + [3] * 2 + [4, 5, 6])
    assert crowd.person(0).count == 6
    stage.session.undo()
    regroup(crowd.library, [0] * 10 + [2] * 3 + [3] * 2 + [4, 5, 6])
    assert crowd.person(0).count == 10


def test_two_names_ask_which_one_stays(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Anna")
    actions.rename(crowd.library, crowd.groups[1], "Anya")
    refresh(page, qtbot)
    select(page, crowd.groups[0], crowd.groups[1])
    page.merge_action.trigger()
    question = page.findChild(NameQuestion)
    assert question is not None
    question.choose(crowd.groups[1])
    qtbot.mouseClick(question.merge_button, Qt.MouseButton.LeftButton)
    assert crowd.person(1).count == 10
    assert crowd.person(1).name == "Anya"


def test_merge_with_somebody_chosen_by_typing(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Anna")
    refresh(page, qtbot)
    select(page, crowd.groups[1])
    page.merge_with_action.trigger()
    chooser = page.findChild(PersonChooser)
    assert chooser is not None
    qtbot.keyClicks(chooser.field, "ann")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert crowd.person(0).count == 10


def drag(page: PeoplePage, kind: type[QDropEvent], ids: list[int], at: QPoint) -> QDropEvent:
    data = QMimeData()
    data.setData(MIME, ",".join(map(str, ids)).encode())
    none = Qt.KeyboardModifier.NoModifier
    place = QPointF(at) if kind is QDropEvent else at
    event = kind(place, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(page.grid.viewport(), event)
    return event


def test_dragging_promises_before_it_merges(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Anna")
    refresh(page, qtbot)
    ids, over = [crowd.groups[1]], middle(page, crowd.groups[0])
    delegate = page.grid.delegate
    assert drag(page, QDragEnterEvent, ids, over).isAccepted()
    assert drag(page, QDragMoveEvent, ids, over).isAccepted()
    assert delegate.drop_text == "Merge into Anna"
    assert delegate.drop_row == page.model.row_of(crowd.groups[0])
    page.grid.grab()
    assert not drag(page, QDragMoveEvent, ids, middle(page, crowd.groups[1])).isAccepted()
    assert delegate.drop_row == -1
    drag(page, QDragMoveEvent, [crowd.groups[0]], middle(page, crowd.groups[1]))
    assert delegate.drop_text == "Merge into Anna"
    drag(page, QDragMoveEvent, [crowd.groups[2]], middle(page, crowd.groups[1]))
    assert delegate.drop_text == "Merge"
    QApplication.sendEvent(page.grid.viewport(), QDragLeaveEvent())
    assert delegate.drop_row == -1
    drag(page, QDragEnterEvent, ids, over)
    drag(page, QDropEvent, ids, over)
    assert crowd.person(0).count == 10
    assert stage.said == ["Merged a group into Anna"]


def test_dragging_one_name_onto_another_promises_a_question(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot
) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Anna")
    actions.rename(crowd.library, crowd.groups[1], "Ben")
    refresh(page, qtbot)
    drag(page, QDragEnterEvent, [crowd.groups[1]], middle(page, crowd.groups[0]))
    drag(page, QDragMoveEvent, [crowd.groups[1]], middle(page, crowd.groups[0]))
    assert page.grid.delegate.drop_text == ASK


def test_hidden_people_come_back(page: PeoplePage, crowd: Crowd, stage: Stage) -> None:
    select(page, crowd.groups[0])
    page.group_actions.hide.trigger()
    assert crowd.person(0).hidden
    assert page.model.row_of(crowd.groups[0]) == -1
    page.model.toggle("hidden")
    select(page, crowd.groups[0])
    assert not page.group_actions.hide.isVisible()
    page.group_actions.show.trigger()
    assert not crowd.person(0).hidden


def test_a_heading_folds_by_mouse_and_keyboard(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot
) -> None:
    def heading_row() -> int:
        return page.model.rowCount() - 1

    assert page.model.row_of(crowd.groups[4]) == -1
    rect = page.grid.visualRect(page.model.index(heading_row(), 0))
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert page.model.row_of(crowd.groups[4]) >= 0
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    assert page.model.row_of(crowd.groups[4]) == -1


def test_search_and_order(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Zoe")
    actions.rename(crowd.library, crowd.groups[1], "Anna")
    refresh(page, qtbot)
    options = page.options()
    assert options is not None
    page.search("ann")
    assert page.model.row_of(crowd.groups[0]) == -1
    page.search("xyz")
    assert not page.grid.isVisible()
    page.search("")
    assert page.grid.isVisible()
    assert page.model.row_of(crowd.groups[0]) < page.model.row_of(crowd.groups[1])
    page.model.sort_by("name")
    assert page.model.row_of(crowd.groups[1]) < page.model.row_of(crowd.groups[0])


def test_nothing_jumps_when_something_elsewhere_changes(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot
) -> None:
    page.resize(400, 300)
    page.model.toggle("lone")
    select(page, crowd.groups[3])
    bar = page.grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    go_to(page, crowd.groups[3])
    before = middle(page, crowd.groups[3])
    actions.rename(crowd.library, crowd.groups[0], "Anna")
    refresh(page, qtbot)
    assert current(page) == crowd.person(3)
    assert page.grid.selected_people() == [crowd.person(3)]
    assert middle(page, crowd.groups[3]).y() == before.y()


def test_opening_tells_the_window(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    at = middle(page, crowd.groups[1])
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(page.openPerson) as opened:
        qtbot.mouseDClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [crowd.groups[1]]
    go_to(page, crowd.groups[0])
    with qtbot.waitSignal(page.openPerson) as opened:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert opened.args == [crowd.groups[0]]


def empty_state(page: PeoplePage, qtbot: QtBot) -> EmptyState:
    until_read(qtbot, page.session)
    shown = [empty for empty in page.findChildren(EmptyState) if empty.isVisible()]
    assert len(shown) == 1
    return shown[0]


def test_an_empty_library_offers_the_one_button(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    folder = crowd.library.folders.list()[0]
    stage.session.perform(actions.remove_folder, folder.id)
    with qtbot.waitSignal(page.addFolder):
        qtbot.mouseClick(empty_state(page, qtbot).button, Qt.MouseButton.LeftButton)


def test_while_a_scan_goes_on_no_folder_is_asked_for(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    faces = [face for group in range(len(crowd.groups)) for face in crowd.faces(group)]
    stage.session.perform(actions.not_a_face, faces)
    assert empty_state(page, qtbot).title.text() == "Nobody found"
    stage.session.set_scanning(on=True)
    assert empty_state(page, qtbot).title.text() == "Nobody yet"
    assert not empty_state(page, qtbot).button.isVisible()


def test_leaving_with_the_pointer_forgets_the_tile(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot
) -> None:
    qtbot.mouseMove(page.grid.viewport(), middle(page, crowd.groups[0]))
    wait_for(qtbot, page.grid.hovered.isValid)
    QApplication.sendEvent(page.grid, QEvent(QEvent.Type.Leave))
    assert not page.grid.hovered.isValid()


def test_who_looks_most_like_a_group_is_offered_first(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot
) -> None:
    for group, name in enumerate(("Anna", "Ben")):
        actions.rename(crowd.library, crowd.groups[group], name)
    refresh(page, qtbot)
    for group, vector in enumerate((b"\0<\0\0", b"\0\0\0<", b"\0\0\0<")):
        for face in crowd.faces(group):
            crowd.library.connection.execute(
                "UPDATE embeddings SET vector = ? WHERE face_id = ?", (vector + b"\0\0" * 6, face)
            )
    select(page, crowd.groups[2])
    page.merge_with_action.trigger()
    chooser = page.findChild(PersonChooser)
    assert chooser is not None
    wait_for(qtbot, lambda: chooser.list.item(0).text() == "Ben")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert crowd.person(1).count == 7
