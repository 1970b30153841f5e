"""Questions of every kind over the whole page, answered by keys and by the mouse."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.library import Library, Standing
from photoorg.review.answering import Says
from photoorg.review.questions import Asks, questions
from photoorg.ui.pages.review_page import ReviewPage
from photoorg.ui.review.face_tiles import FACE_ID, FaceTiles
from photoorg.ui.shell.main_window import MainWindow
from tests.ui.gallery import wait_for
from tests.ui.review.asked_stage import asked_crowd
from tests.ui.stage import show_window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
GROUPS = [0] * 7 + [1] * 3
HALVES = {(one, other): 0.05 for one in range(4) for other in (4, 5, 6)}
Open = Callable[[Library], ReviewPage]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Group 0 may be two people; group 1 looks like nobody."""
    with asked_crowd(tmp_path, GROUPS, HALVES, names=()) as library:
        yield library


@pytest.fixture
def opened(qtbot: QtBot, pack: Path) -> Iterator[Open]:
    windows = []

    def open_(library: Library) -> ReviewPage:
        window = show_window(library, qtbot, pack)
        windows.append(window)
        window.go("review")
        page = window.navigator.current()
        assert isinstance(page, ReviewPage)
        wait_for(qtbot, page.reader.idle)
        wait_for(qtbot, page.one.pause.is_over)
        return page

    yield open_
    for window in windows:
        window.close()


def stands(library: Library, standing: Standing, face: int) -> None:
    """Let the group of a face be seen as doubtful, or as strangers."""
    person = library.faces.get(face).person_id
    library.connection.execute(
        "INSERT OR REPLACE INTO standings (person_id, standing, trust, cover_face_id) "
        "VALUES (?, ?, 0.3, ?)",
        (person, standing, face),
    )


def click(tiles: FaceTiles, face: int, qtbot: QtBot) -> None:
    rows = tiles.tiles.faces()
    at = tiles.visualRect(tiles.model().index(rows.index(face), 0)).center()
    qtbot.mouseClick(tiles.viewport(), LEFT, pos=at)


def together(library: Library, *faces: int) -> bool:
    return len({library.faces.get(face).person_id for face in faces}) == 1


def test_a_cut_is_changed_by_mouse(library: Library, opened: Open, qtbot: QtBot) -> None:
    page = opened(library)
    assert page.one.title.text() == "One person or two?"
    left, right = page.one.left.tiles, page.one.right.tiles
    assert {*left.tiles.faces(), *right.tiles.faces()} == set(range(1, 8))
    there = right.tiles.faces()
    for face in there:
        click(right, face, qtbot)
    assert not page.one.answers.buttons[Says.YES].isEnabled()  # nobody is left on that side
    qtbot.keyClick(page.one, Key.Key_Return)
    assert together(library, *range(1, 8))
    click(left, 1, qtbot)
    click(left, 2, qtbot)
    qtbot.mouseClick(page.one.answers.buttons[Says.YES], LEFT)
    assert together(library, 1, 2)
    assert together(library, *range(3, 8))
    assert not together(library, 1, 3)


def test_a_cut_is_changed_by_keys(library: Library, opened: Open, qtbot: QtBot) -> None:
    page = opened(library)
    right = page.one.right.tiles
    before = right.tiles.faces()
    right.setFocus(Qt.FocusReason.TabFocusReason)
    moved = right.currentIndex().data(FACE_ID)
    qtbot.keyClick(right, Key.Key_Space)
    assert right.tiles.faces() == [face for face in before if face != moved]
    qtbot.keyClick(right, Key.Key_Slash, Qt.KeyboardModifier.NoModifier)
    qtbot.keyClicks(page.one.answers.field, "Zoe")
    qtbot.keyClick(page.one.answers.field, Key.Key_Return)
    (zoe,) = library.people.find_by_name("Zoe")
    assert {face.id for face in library.faces.of_person(zoe.id)} == set(before) - {moved}


def test_a_proposed_cut_waits_for_what_is_read_meanwhile(
    library: Library, opened: Open, qtbot: QtBot
) -> None:
    page = opened(library)
    click(page.one.right.tiles, page.one.right.tiles.tiles.faces()[0], qtbot)
    changed = page.one.right.tiles.tiles.faces()
    page.refresh(page.shows)
    wait_for(qtbot, page.session.reads.idle)
    assert page.one.right.tiles.tiles.faces() == changed


def test_one_person_after_all(library: Library, opened: Open, qtbot: QtBot) -> None:
    page = opened(library)
    qtbot.keyClick(page.one, Key.Key_Delete)
    assert together(library, *range(1, 8))
    assert [one for one in questions(library) if one.kind is Asks.TWO] == []


def test_which_of_them_are_faces(library: Library, opened: Open, qtbot: QtBot) -> None:
    stands(library, Standing.DOUBTFUL, 8)
    page = opened(library)
    assert page.one.title.text() == "Are these faces?"
    click(page.one.right.tiles, 9, qtbot)
    click(page.one.right.tiles, 10, qtbot)
    click(page.one.right.tiles, 10, qtbot)
    assert page.one.answers.buttons[Says.YES].text() == "Only 1 is a face (Enter)"
    qtbot.keyClick(page.one, Key.Key_Return)
    assert set(library.faces.people_of([8, 9, 10])) == {9}
    page.session.undo()
    wait_for(qtbot, page.reader.idle)
    wait_for(qtbot, page.one.pause.is_over)
    assert page.one.title.text() == "Are these faces?"
    qtbot.mouseClick(page.one.answers.buttons[Says.NO], LEFT)
    assert library.faces.people_of([8, 9, 10]) == {}


def test_enter_dismisses_what_is_no_face(library: Library, opened: Open, qtbot: QtBot) -> None:
    stands(library, Standing.DOUBTFUL, 8)
    page = opened(library)
    no = page.one.answers.buttons[Says.NO]
    assert (no.text(), no.property("look")) == ("None is a face (Enter)", "primary")
    click(page.one.right.tiles, 9, qtbot)
    click(page.one.right.tiles, 9, qtbot)  # a second click takes the mark away
    assert no.text() == "None is a face (Enter)"
    qtbot.keyClick(page.one, Key.Key_Return)
    assert library.faces.people_of([8, 9, 10]) == {}
    page.session.undo()
    wait_for(qtbot, page.reader.idle)
    wait_for(qtbot, page.one.pause.is_over)
    qtbot.keyClick(page.one, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert set(library.faces.people_of([8, 9, 10])) == {8, 9, 10}
    assert {one.standing for one in library.people.list()} == {Standing.PERSON}


def test_somebody_in_the_background_is_known(library: Library, opened: Open, qtbot: QtBot) -> None:
    stands(library, Standing.STRANGER, 8)
    page = opened(library)
    page.forms.chosen.emit("one")
    qtbot.keyClick(page.one, Key.Key_Right)
    assert page.one.title.text() == "Do you know them?"
    wait_for(qtbot, page.one.pause.is_over)
    with qtbot.waitSignal(page.openPage) as wanted:
        qtbot.mouseClick(page.one.answers.many_button, LEFT)
    assert wanted.args == ["strangers"]
    page.goBack.emit()
    wait_for(qtbot, page.reader.idle)
    wait_for(qtbot, page.one.pause.is_over)
    qtbot.keyClick(page.one, Key.Key_Slash)
    qtbot.keyClicks(page.one.answers.field, "Dora")
    qtbot.keyClick(page.one.answers.field, Key.Key_Return)
    assert library.people.find_by_name("Dora")[0].count == 3


def test_what_was_marked_and_what_enter_says_stay_together(
    library: Library, opened: Open, qtbot: QtBot
) -> None:
    stands(library, Standing.DOUBTFUL, 8)
    page = opened(library)
    while page.turn is not None and page.turn.questions[0].kind is not Asks.FACES:
        qtbot.keyClick(page.one, Key.Key_Right)
    answers = page.one.answers
    assert answers.enter is Says.NO
    click(page.one.right.tiles, 9, qtbot)
    window = page.window()
    assert isinstance(window, MainWindow)
    for key in ("people", "review"):
        window.go(key)
        wait_for(qtbot, page.reader.idle)
    assert (answers.enter, page.one.right.tiles.tiles.marked()) == (Says.YES, [9])
    wait_for(qtbot, page.one.pause.is_over)
    qtbot.keyClick(page.one, Key.Key_Return)
    window.session.writes.settle()
    assert {face for face in (8, 9, 10) if library.faces.get(face).person_id} == {9}
