"""What is perhaps no face, and strangers: folded, sorted out, brought back, dismissed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from photoorg.library import Standing
from photoorg.library.decisions import actions
from photoorg.ui.models.people_model import HEADING
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.session import EVERYTHING
from photoorg.ui.shell.page_list import PAGES
from photoorg.ui.widgets.name_field import NameField
from tests.ui.crowd import Crowd, make_crowd, regroup
from tests.ui.pages.people_pages import open_people, settle
from tests.ui.stage import Stage

SIZES = (6, 4, 3, 2, 2, 1)
LEFT = Qt.MouseButton.LeftButton
_Key = Qt.Key


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    """Anna has 6 faces, 4 have no name, 3 and 2 are doubtful, 2 are strangers, 1 is alone."""
    made = make_crowd(tmp_path, SIZES, names=("Anna",))
    doubtful = ", ".join(map(str, [*made.faces(2), *made.faces(4)]))
    made.library.connection.execute(f"UPDATE faces SET score = 0.51 WHERE id IN ({doubtful})")
    regroup(made.library, [group for group, size in enumerate(SIZES) for _ in range(size)])
    actions.do_not_know(made.library, made.faces(3))
    yield made
    made.library.close()


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> PeoplePage:
    return open_people(stage, qtbot)


def keys(page: PeoplePage) -> list[int | str]:
    return list(page.model.shown.keys)


def heading(page: PeoplePage, key: str) -> QModelIndex:
    """Scroll to a heading and return it."""
    index = page.model.index(page.model.shown.row_of[key], 0)
    page.grid.scrollTo(index)
    page.grid.grab()  # links are where they were painted
    return index


def title(page: PeoplePage, key: str) -> QPoint:
    """Return where the words of a heading begin."""
    place = page.grid.visualRect(heading(page, key))
    return QPoint(place.left() + 20, place.center().y())


def go_to(page: PeoplePage, key: str, qtbot: QtBot) -> None:
    """Walk down to a heading."""
    for _ in range(page.model.rowCount()):
        at = page.grid.currentIndex().data(HEADING)
        if at is not None and at.key == key:
            return
        qtbot.keyClick(page.grid, _Key.Key_Down)
    raise AssertionError(f"no {key}")


def test_they_are_counted_and_folded(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    anna, group, *_ = crowd.groups
    lone = ["lone", "doubtful", "strangers"]
    assert keys(page) == ["named", anna, "unnamed", group, *lone]
    assert heading(page, "doubtful").data(HEADING).count == 2
    assert heading(page, "strangers").data(HEADING).count == 1
    assert PeoplePage.count(crowd.library) == 2
    assert {"doubtful", "strangers"} <= {kind.key for kind in PAGES}


def test_they_unfold_and_come_back_by_keys(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    go_to(page, "doubtful", qtbot)
    qtbot.keyClick(page.grid, _Key.Key_Return)
    assert keys(page)[-4:] == ["doubtful", crowd.groups[2], crowd.groups[4], "strangers"]
    qtbot.keyClick(page.grid, _Key.Key_Right)
    assert page.grid.selected_people() == [crowd.person(2)]
    qtbot.keyClick(page.grid, _Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settle(page, qtbot)
    assert stage.said == ["Kept 1 group"]
    assert crowd.person(2).standing is Standing.PERSON
    assert keys(page)[2:5] == ["unnamed", crowd.groups[1], crowd.groups[2]]
    stage.session.undo()
    settle(page, qtbot)
    assert crowd.person(2).standing is Standing.DOUBTFUL
    assert keys(page)[-4:] == ["doubtful", crowd.groups[2], crowd.groups[4], "strangers"]


def test_they_come_back_by_mouse(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    at = title(page, "strangers")
    qtbot.mouseClick(page.grid.viewport(), LEFT, pos=at)
    stranger = page.model.index(page.model.row_of(crowd.groups[3]), 0)
    page.grid.scrollTo(stranger)
    qtbot.mouseClick(page.grid.viewport(), LEFT, pos=page.grid.visualRect(stranger).center())
    (keep,) = (b for b in page.findChildren(QPushButton) if b.text() == "Keep")
    qtbot.mouseClick(keep, LEFT)
    settle(page, qtbot)
    assert crowd.person(3).standing is Standing.PERSON
    assert "strangers" not in keys(page)


def test_the_heading_leads_to_sorting_them_out(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot
) -> None:
    assert heading(page, "strangers").data(HEADING).link == ""  # they were sorted out
    crowd.library.connection.execute(
        "INSERT OR REPLACE INTO standings VALUES (?, 'stranger', 0.9, NULL)", (crowd.groups[3],)
    )
    crowd.library.history.undo()
    page.session.changed.emit(EVERYTHING)
    settle(page, qtbot)
    for key in ("doubtful", "strangers"):
        link = page.grid.delegate.link_rect(heading(page, key))
        with qtbot.waitSignal(page.openPage) as opened:
            qtbot.mouseClick(page.grid.viewport(), LEFT, pos=link.center())
        assert opened.args == [key]
        go_to(page, key, qtbot)
        with qtbot.waitSignal(page.openPage) as opened:
            qtbot.keyClick(page.grid, _Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert opened.args == [key]
    at = title(page, "doubtful")
    page.grid.customContextMenuRequested.emit(at)
    menu = page.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Sort out"]
    menu.close()
    assert keys(page)[-2:] == ["doubtful", "strangers"]  # still folded


def test_whole_groups_are_no_faces(
    page: PeoplePage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    faces = crowd.faces(1)
    page.grid.select_people([crowd.groups[0]], crowd.groups[0])
    assert not page.group_actions.not_face.isEnabled()  # who has a name is somebody
    qtbot.keyClick(page.grid, _Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert page.grid.selected_people() == [crowd.person(1)]
    qtbot.keyClick(page.grid, _Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    settle(page, qtbot)
    assert stage.said == ["Dismissed 1 group: not faces"]
    assert crowd.library.faces.people_of(faces) == {}
    assert crowd.groups[1] not in keys(page)
    stage.session.undo()
    settle(page, qtbot)
    assert crowd.person(1).count == 4
    group = page.model.index(page.model.row_of(crowd.groups[1]), 0)
    page.grid.scrollTo(group)
    qtbot.mouseClick(page.grid.viewport(), LEFT, pos=page.grid.visualRect(group).center())
    (button,) = (b for b in page.findChildren(QPushButton) if b.text() == "Not faces")
    qtbot.mouseClick(button, LEFT)
    assert crowd.library.faces.people_of(faces) == {}


def test_the_next_one_without_a_name_is_one_key_away(
    page: PeoplePage, crowd: Crowd, qtbot: QtBot
) -> None:
    go_to(page, "lone", qtbot)
    qtbot.keyClick(page.grid, _Key.Key_Return)
    seen = []
    for _ in range(3):
        page.next_action.trigger()
        seen += [person.id for person in page.grid.selected_people()]
    assert seen == [crowd.groups[5], crowd.groups[1], crowd.groups[5]]
    qtbot.keyClicks(page.grid, "B")
    field = page.grid.findChild(NameField)
    assert field is not None
    qtbot.keyClicks(field, "en")
    qtbot.keyClick(field, _Key.Key_Return)
    assert crowd.person(5).name == "Ben"


def test_a_search_finds_them(page: PeoplePage, crowd: Crowd, qtbot: QtBot) -> None:
    page.search("stranger")
    assert keys(page) == ["strangers", crowd.groups[3]]
    page.search("not faces")
    assert keys(page) == ["doubtful", crowd.groups[2], crowd.groups[4]]
    assert not page.grid.grab().isNull()
