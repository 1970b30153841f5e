"""Sorting out doubtful faces and strangers, by keys alone and by the mouse alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from photoorg.library import Standing
from photoorg.library.decisions import actions
from photoorg.types import Kind
from photoorg.ui.models.triage_model import TriageModel
from photoorg.ui.pages.triage_page import AT_ONCE, DoubtfulPage, StrangersPage, TriagePage
from photoorg.ui.session import EVERYTHING
from tests.ui.crowd import Crowd, make_crowd, regroup
from tests.ui.stage import Stage
from tests.ui.waiting import until_read

SIZES = (30, 3, 2)


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    """A group of 30 doubtful faces, one of three clear ones and one of two."""
    made = make_crowd(tmp_path, SIZES)
    doubtful = ", ".join(map(str, made.faces(0)))
    made.library.connection.execute(f"UPDATE faces SET score = 0.51 WHERE id IN ({doubtful})")
    regroup(made.library, [group for group, size in enumerate(SIZES) for _ in range(size)])
    yield made
    made.library.close()


def opened(kind: type[TriagePage], stage: Stage, qtbot: QtBot) -> TriagePage:
    page = kind(stage.session, stage.thumbnails)
    qtbot.addWidget(page)
    stage.session.changed.connect(page.refresh)
    page.resize(900, 700)
    page.refresh(EVERYTHING)
    until_read(qtbot, stage.session)
    page.show()
    page.grid.setFocus()
    return page


def shown(page: TriagePage) -> list[int]:
    return [one.id for one in page.model.asked()]


def click(page: TriagePage, row: int, qtbot: QtBot) -> None:
    place = page.grid.visualRect(page.model.index(row, 0)).center()
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_by_mouse(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    page = opened(DoubtfulPage, stage, qtbot)
    first = shown(page)
    assert len(first) == AT_ONCE
    assert page.button.text() == "Dismiss 24"
    assert page._left.text() == "30 left"
    click(page, 1, qtbot)
    click(page, 3, qtbot)
    click(page, 1, qtbot)  # no, it is not real
    assert page.button.text() == "Keep 1, dismiss 23"
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert stage.said == ["23 dismissed, 1 kept"]
    assert len(shown(page)) == 6
    assert not set(shown(page)) & set(first)
    person = crowd.library.faces.get(first[3]).person_id
    assert person is not None
    assert crowd.library.people.get(person).standing is Standing.PERSON
    assert crowd.library.faces.count() == sum(SIZES) - 23
    stage.session.undo()
    until_read(qtbot, stage.session)
    assert shown(page) == first
    assert crowd.library.faces.count() == sum(SIZES)


def test_by_keys(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    page = opened(DoubtfulPage, stage, qtbot)
    first = shown(page)
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert crowd.library.faces.count() == sum(SIZES) - 23
    assert crowd.library.faces.get(first[1]).person_id is not None
    qtbot.keyClick(page.grid, Qt.Key.Key_Enter)
    assert stage.said == ["23 dismissed, 1 kept", "6 dismissed"]
    assert page._empty.isVisible()
    assert not page.answer_action.isEnabled()
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert len(stage.said) == 2


def test_a_held_key_answers_once(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    page = opened(DoubtfulPage, stage, qtbot)
    for held in (False, True, True):
        key = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", held
        )
        QCoreApplication.sendEvent(page.grid, key)
    assert len(shown(page)) == 6
    assert stage.said == ["24 dismissed"]


def test_what_may_be_answered_already_is_not_answered(
    crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    page = opened(DoubtfulPage, stage, qtbot)
    first = shown(page)[0]
    actions.split(crowd.library, [first], "Anna")  # in the viewer
    page.refresh(frozenset({Kind.FACES}))
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert crowd.library.faces.get(first).person_name == "Anna"
    assert stage.said == []
    until_read(qtbot, stage.session)
    assert first not in shown(page)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert crowd.library.faces.get(first).person_name == "Anna"
    assert stage.said == ["24 dismissed"]


def test_what_is_marked_stays_whatever_changes(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    page = opened(DoubtfulPage, stage, qtbot)
    first = shown(page)
    click(page, 2, qtbot)
    actions.not_a_face(crowd.library, first[:1])
    page.refresh(frozenset({Kind.FACES}))
    until_read(qtbot, stage.session)
    assert shown(page) == first[1:]
    assert [one.id for one in page._marked()] == [first[2]]
    qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    page.refresh(frozenset({Kind.FACES}))
    until_read(qtbot, stage.session)
    assert len(shown(page)) == AT_ONCE


def test_a_double_click_shows_the_photo(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    page = opened(DoubtfulPage, stage, qtbot)
    place = page.grid.visualRect(page.model.index(4, 0)).center()
    click(page, 4, qtbot)
    with qtbot.waitSignal(page.openFaces) as photo:
        qtbot.mouseDClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert photo.args is not None
    assert photo.args[0] == page.model.asked()[4].face.photo_id
    assert photo.args[2] == [one.face.id for one in page.model.asked()]
    assert page._marked() == []
    assert crowd.library.faces.count() == sum(SIZES)


def test_strangers(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    for group in (1, 2):
        crowd.library.connection.execute(
            "INSERT OR REPLACE INTO standings VALUES (?, 'stranger', 0.9, ?)",
            (crowd.groups[group], crowd.faces(group)[0]),
        )
    page = opened(StrangersPage, stage, qtbot)
    assert shown(page) == crowd.groups[1:]
    read = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read == "Face 1 of 2, in 3 pictures"
    assert page.button.text() == "Leave 2 with strangers"
    click(page, 1, qtbot)
    assert page.button.text() == "I know 1, leave 1"
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert stage.said == ["1 left with strangers, 1 known"]
    assert page._empty.isVisible()
    standings = [crowd.person(group).standing for group in (1, 2)]
    assert standings == [Standing.STRANGER, Standing.PERSON]


def test_the_model(qtmodeltester: ModelTester, crowd: Crowd, qtbot: QtBot) -> None:
    model = TriageModel()
    qtmodeltester.check(model)
    rows = DoubtfulPage.waiting(crowd.library)
    model.show(rows)
    qtmodeltester.check(model)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(list(rows))
