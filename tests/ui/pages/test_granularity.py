"""Larger and smaller groups, with a preview: by keys alone, by mouse alone, on both pages."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photoorg.clustering.questions.evidence import Evidence, Links, Odds
from photoorg.library.decisions import actions
from photoorg.library.storage.sidecars import evidence_file
from photoorg.review.evidence_file import keep
from photoorg.review.granularity import UNKNOWN
from photoorg.ui.dialogs.granularity_dialog import GranularityDialog
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.session import EVERYTHING
from tests.ui.crowd import Crowd, make_crowd
from tests.ui.gallery import wait_for
from tests.ui.stage import Stage
from tests.ui.waiting import until_read

LEFT = Qt.MouseButton.LeftButton
_Key = Qt.Key
SIZES = (4, 2, 1)
TO = (0, 0, 1, 0, 0, 4, 4)
FAR = (np.inf, 0.1, 0.45, 0.55, 0.74, 0.2, 0.79)


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    """Groups of four, two and one face: at a finer cut two faces of the first leave it."""
    made = make_crowd(tmp_path, SIZES)
    ids = made.library.faces.places().ids
    none = np.empty(0, np.int64)
    evidence = Evidence(
        atoms=np.repeat(np.arange(3), SIZES),
        faces=none,
        others=none,
        p=np.empty(0, np.float32),
        support=np.ones(7, np.float32),
        halves=(),
        odds=Odds(1, 0),
        links=Links(np.array(TO), np.array(FAR, np.float32), 0.7),
    )
    keep(made.library.path, ids, evidence)
    yield made
    made.library.close()


def opened(page: PeoplePage | PersonPage, qtbot: QtBot) -> GranularityDialog:
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.session.changed.connect(page.refresh)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    with qtbot.waitExposed(page):
        page.show()
    return ask(page, qtbot)


def ask(page: PeoplePage | PersonPage, qtbot: QtBot) -> GranularityDialog:
    focus = page.focusProxy()
    assert isinstance(focus, QWidget)
    page.activateWindow()
    focus.setFocus()
    wait_for(qtbot, focus.hasFocus)
    qtbot.keyClick(focus, _Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(GranularityDialog)
    assert dialog is not None
    until_read(qtbot, page.session)
    return dialog


def rows(dialog: GranularityDialog) -> list[str]:
    return [dialog.model.index(row).data() for row in range(dialog.model.rowCount())]


def counts(crowd: Crowd) -> list[int]:
    return sorted(person.count for person in crowd.library.people.list())


def test_keys_alone_make_smaller_groups(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(PeoplePage(stage.session, stage.thumbnails), qtbot)
    wait_for(qtbot, dialog.slider.hasFocus)
    assert dialog.told.text() == "Everything stays as it is."
    assert not dialog.button.isEnabled()
    for _ in range(3):
        qtbot.keyClick(dialog.slider, _Key.Key_Right)
    assert rows(dialog) == ["1 face leaves", "1 face leaves"]
    told = "1 group would be divided: 2 faces would leave. No name is touched."
    assert dialog.told.text() == told
    qtbot.keyClick(dialog.slider, _Key.Key_Tab)
    assert dialog.list.hasFocus()
    qtbot.keyClick(dialog.list, _Key.Key_Down)
    qtbot.keyClick(dialog.list, _Key.Key_Space)
    assert "1 face would leave" in dialog.told.text()
    wait_for(qtbot, stage.thumbnails.idle)
    assert not dialog.grab().isNull()
    qtbot.keyClick(dialog.list, _Key.Key_Return)
    until_read(qtbot, stage.session)
    assert counts(crowd) == [1, 1, 2, 3]
    assert stage.said == ["Moved 1 face"]
    stage.session.undo()
    assert counts(crowd) == [1, 2, 4]


def test_the_mouse_alone_makes_larger_groups(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(PeoplePage(stage.session, stage.thumbnails), qtbot)
    dialog.slider.triggerAction(dialog.slider.SliderAction.SliderPageStepSub)
    assert rows(dialog) == ["A group of 2 faces joins"]
    dialog.slider.triggerAction(dialog.slider.SliderAction.SliderPageStepSub)
    assert rows(dialog) == ["2 groups join: 3 faces"]
    line = dialog.list.visualRect(dialog.model.index(0)).center()
    qtbot.mouseClick(dialog.list.viewport(), LEFT, pos=line)
    assert dialog.told.text() == "Nothing is ticked."
    assert not dialog.button.isEnabled()
    qtbot.mouseClick(dialog.none, LEFT)
    told = "2 groups would join others: 3 faces. No name is touched."
    assert dialog.told.text() == told
    qtbot.mouseClick(dialog.button, LEFT)
    until_read(qtbot, stage.session)
    assert counts(crowd) == [7]
    stage.session.undo()
    assert counts(crowd) == [1, 2, 4]


def test_one_part_is_pulled_out_of_a_person(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Anna")
    page = PersonPage(stage.session, stage.thumbnails)
    page.show_person(crowd.groups[0])
    dialog = opened(page, qtbot)
    assert dialog.windowTitle() == "More or less of Anna"
    dialog.slider.setValue(3)
    said = "1 face leaves; it was there when you named this person, or you put it there"
    assert rows(dialog) == [said] * 2
    assert dialog.told.text() == "Nothing is ticked."  # what was said stands, unless it is chosen
    qtbot.keyClick(dialog.list, _Key.Key_Space)
    assert dialog.told.text() == "1 part would leave: 1 face."
    qtbot.keyClick(dialog.list, _Key.Key_Return)
    until_read(qtbot, stage.session)
    assert crowd.person(0).count == 3
    dialog = ask(page, qtbot)
    dialog.slider.setValue(-1)
    assert dialog.told.text() == "1 group would join: 2 faces."
    qtbot.mouseClick(dialog.button, LEFT)
    until_read(qtbot, stage.session)
    assert crowd.person(0).count == 5
    assert len(crowd.library.merges.of(crowd.groups[0])) == 1


def test_who_is_selected_is_meant(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    page = PeoplePage(stage.session, stage.thumbnails)
    first = opened(page, qtbot)
    assert first.windowTitle() == "Larger or smaller groups"
    qtbot.keyClick(first, _Key.Key_Escape)
    page.grid.select_people([crowd.groups[0]], crowd.groups[0])
    wait_for(qtbot, lambda: page.findChild(GranularityDialog) is None)
    assert ask(page, qtbot).windowTitle() == "A larger or smaller group"


def test_it_says_where_nothing_is_known(crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    evidence_file(crowd.library.path).unlink()
    dialog = opened(PeoplePage(stage.session, stage.thumbnails), qtbot)
    assert dialog.told.text() == UNKNOWN
    assert not dialog.slider.isEnabled()
    assert not dialog.button.isEnabled()
