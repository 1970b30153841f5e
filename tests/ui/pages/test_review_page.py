"""The page of questions in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.review.answering import Says
from photoorg.review.questions import Asks, Question, questions
from photoorg.settings import Settings
from photoorg.ui import session as sessions
from photoorg.ui import theme
from photoorg.ui.pages.review_page import ReviewPage
from photoorg.ui.pages.viewer_page import ViewerPage
from photoorg.ui.review.faces_column import FacesColumn
from photoorg.ui.review.reading import read
from photoorg.ui.review.sheet_model import SheetModel
from photoorg.ui.review.sitting import Form, Mark, Turn
from photoorg.ui.session import Session
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from tests.ui.gallery import wait_for
from tests.ui.review.asked_stage import asked_crowd
from tests.ui.stage import show_window

Key = Qt.Key
FORMS = {"one": "One by one", "sheets": "Sheets"}
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with asked_crowd(tmp_path) as library:
        yield library


@pytest.fixture
def window(library: Library, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    window = show_window(library, qtbot, pack)
    window.go("review")
    until_shown(qtbot, window)
    yield window
    window.close()


@pytest.fixture
def sheets(window: MainWindow) -> ReviewPage:
    page = window.navigator.current()
    assert isinstance(page, ReviewPage)
    return page


@pytest.fixture
def page(sheets: ReviewPage) -> ReviewPage:
    """Ask one by one."""
    sheets.forms.chosen.emit("one")
    return sheets


def until_shown(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until what is asked is up to date."""
    page = window.navigator.page("review")
    assert isinstance(page, ReviewPage)
    wait_for(qtbot, page.reader.idle)


def asked(page: ReviewPage) -> Question:
    assert page.one.isVisible()
    assert page.turn is not None
    assert page.one.question == page.turn.questions[0]
    return page.turn.questions[0]


def press(
    page: ReviewPage, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE
) -> None:
    """Press a key once the question was seen."""
    wait_for(qtbot, page.one.pause.is_over)
    target = page.window().focusWidget()
    assert target is not None
    qtbot.keyClick(target, key, modifier)


def names(library: Library, question: Question) -> set[str | None]:
    return {library.faces.get(face).person_name for face in question.faces}


def test_in_a_low_column_with_large_letters_nothing_lies_on_a_cover(
    page: ReviewPage, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 150)
    try:
        for column in page.one.findChildren(FacesColumn):
            column.fit(228)
            assert column.minimumSizeHint().height() <= 228
    finally:
        theme.apply(qapp, "light")


def test_keys_go_into_tooltips_where_there_is_no_room(page: ReviewPage) -> None:
    bar = page.one.answers
    yes = bar.buttons[bar.enter]
    wide = yes.text()
    assert wide.endswith("(Enter)")
    for width, shown in ((120, yes.accessibleName()), (2000, wide)):
        bar.resize(width, bar.height())
        assert yes.text().strip("\u2068\u2069") == shown.strip("\u2068\u2069")
        assert ("Enter" in yes.toolTip()) == (width == 120)


def test_names_that_have_no_room_are_not_cut_but_typed(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    bar = page.one.answers
    most = bar.width()
    question = next(one for one in questions(library) if one.kind is Asks.SAME)
    page._ask(Turn(Form.ONE, (question,)))
    assert [button.isVisible() for button in bar.name_buttons] == [True, True, False, False, False]
    who, type_it = bar._who.sizeHint().width(), bar.field.width()
    bar.setMaximumWidth(who + type_it + bar.name_buttons[0].sizeHint().width() + 20)
    QApplication.processEvents()
    assert [button.isVisible() for button in bar.name_buttons] == [True] + 4 * [False]
    assert asked(page) == question
    press(page, qtbot, Key.Key_2)
    assert asked(page) == question  # nobody is chosen who is not seen
    bar.setMaximumWidth(most)
    QApplication.processEvents()
    assert bar.name_buttons[1].isVisible()


def test_faces_are_counted_as_faces(page: ReviewPage, library: Library) -> None:
    question = asked(page)
    assert page.one.right.figures.text() == f"{len(question.faces)} faces"


def test_by_keys_alone(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, third, fourth, last = questions(library)
    assert asked(page) == first
    assert page.one.title.text() == "Is this Anna?"
    assert page.head.progress.text() == "40 % of faces named · questions left for about 9"
    press(page, qtbot, Key.Key_Return)
    assert names(library, first) == {"Anna"}
    assert asked(page).faces == second.faces
    press(page, qtbot, Key.Key_Delete)
    assert names(library, second) == {None}
    assert asked(page).faces == third.faces
    press(page, qtbot, Key.Key_S)
    assert asked(page).faces == fourth.faces
    press(page, qtbot, Key.Key_1)
    assert names(library, fourth) == {"Anna"}
    press(page, qtbot, Key.Key_Delete, SHIFT)
    assert last.faces[0] not in library.faces.people_of(last.faces)
    until_shown(qtbot, window)
    assert page.end.isVisible()
    assert page.end.title() == "Nothing left to ask"
    assert library.history.entries(1)[0].label == "Dismiss 3 faces as not a face"


def test_by_mouse_alone(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, *_ = questions(library)
    for says, question, after in ((Says.NO, first, None), (Says.YES, second, "Anna")):
        assert asked(page).id == question.id
        wait_for(qtbot, page.one.pause.is_over)
        qtbot.mouseClick(page.one.answers.buttons[says], Qt.MouseButton.LeftButton)
        assert names(library, question) == {after}
    same = asked(page)
    wait_for(qtbot, page.one.pause.is_over)
    qtbot.mouseClick(page.one.answers.name_buttons[1], Qt.MouseButton.LeftButton)
    assert names(library, same) == {"Ben"}
    assert {library.faces.get(face).person_name for face in same.other_faces} == {"Ben"}


def test_the_second_of_two_people_of_one_name_can_be_chosen(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    anna, ben = (library.people.find_by_name(name)[0] for name in ("Anna", "Ben"))
    window.session.perform(actions.rename, ben.id, "Anna")
    until_shown(qtbot, window)
    question = next(one for one in questions(library) if one.person == anna.id)
    page._ask(Turn(Form.ONE, (question,)))
    press(page, qtbot, Key.Key_1)
    assert {library.faces.get(face).person_id for face in question.faces} == {ben.id}
    window.session.undo()
    until_shown(qtbot, window)
    page._ask(Turn(Form.ONE, (question,)))
    press(page, qtbot, Key.Key_Slash)
    qtbot.keyClicks(page.one.answers.field, "An")
    press(page, qtbot, Key.Key_Return)
    assert {library.faces.get(face).person_id for face in question.faces} == {ben.id}


def test_another_name_is_typed(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first = asked(page)
    press(page, qtbot, Key.Key_Slash)
    assert page.one.answers.field.hasFocus()
    qtbot.keyClicks(page.one.answers.field, "Zoe 12/s")
    assert asked(page) == first
    press(page, qtbot, Key.Key_Escape)
    assert not page.one.answers.is_typing()
    assert page.one.hasFocus()
    press(page, qtbot, Key.Key_Slash)
    qtbot.keyClicks(page.one.answers.field, "Zoe")
    press(page, qtbot, Key.Key_Return)
    assert names(library, first) == {"Zoe"}
    assert asked(page).id != first.id
    assert page.one.hasFocus()


def test_a_letter_begins_a_name_and_answers_nothing(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first = asked(page)
    for name in ("Yves", "nora", "Sara"):  # y and n answered once, a small s still does
        assert page.window().focusWidget() is page.one
        for letter in name:  # not one by one waited for: whoever types quickly loses none
            target = page.window().focusWidget()
            assert target is not None
            QTest.keyClicks(target, letter, SHIFT if letter.isupper() else NONE)
        assert page.one.answers.field.text() == name
        assert asked(page) == first
        press(page, qtbot, Key.Key_Escape)
        assert page.one.hasFocus()
    QTest.keyClicks(page.one, "y")
    QTest.keyClicks(page.one.answers.field, "ves")
    press(page, qtbot, Key.Key_Return)
    assert names(library, first) == {"yves"}


def test_the_next_one_and_the_one_before(page: ReviewPage, library: Library, qtbot: QtBot) -> None:
    found = questions(library)
    for key, place in ((Key.Key_Right, 1), (Key.Key_Right, 2), (Key.Key_Left, 1)):
        press(page, qtbot, key)
        assert asked(page) == found[place]
    assert library.history.undo_label == "Name Ben"


def test_a_key_that_is_held_or_comes_too_soon_answers_nothing(
    page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, *_ = questions(library)
    press(page, qtbot, Key.Key_Return)
    qtbot.keyClick(page.one, Key.Key_Return)  # nobody can have seen the second question
    qtbot.mouseClick(page.one.answers.buttons[Says.YES], Qt.MouseButton.LeftButton)
    assert asked(page).faces == second.faces
    wait_for(qtbot, page.one.pause.is_over)
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, NONE, "\r", True)
    QCoreApplication.sendEvent(page.one, held)
    assert asked(page).faces == second.faces
    assert names(library, first) == {"Anna"}
    assert names(library, second) == {None}


def test_no_message_hides_an_answer(window: MainWindow, page: ReviewPage, qtbot: QtBot) -> None:
    window.resize(900, 700)
    press(page, qtbot, Key.Key_Return)
    toast, answers = window.toast, page.one.answers
    assert toast.isVisible()
    corner = toast.mapToGlobal(toast.rect().bottomLeft())
    assert corner.y() < answers.mapToGlobal(answers.rect().topLeft()).y()
    page.forms.chosen.emit("sheets")
    window.session.say("Another message")
    wait_for(qtbot, page.sheet.foot.isVisible)
    corner = toast.mapToGlobal(toast.rect().bottomLeft())
    assert corner.y() < page.sheet.foot.mapToGlobal(page.sheet.foot.rect().topLeft()).y()


def test_undo_brings_the_question_back(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first = asked(page)
    press(page, qtbot, Key.Key_Return)
    until_shown(qtbot, window)
    assert asked(page).id != first.id
    window.session.undo()
    until_shown(qtbot, window)
    assert asked(page) == first
    press(page, qtbot, Key.Key_Return)
    assert names(library, first) == {"Anna"}


def test_what_another_process_settled_is_asked_no_more(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, *_ = questions(library)
    with Library.open(library.path) as elsewhere:
        actions.assign(elsewhere, first.faces, first.person)
    window.session.look_elsewhere()
    until_shown(qtbot, window)
    assert asked(page).faces == second.faces
    assert window.toast.text() == ""


def test_an_answer_to_what_has_just_changed_is_refused_with_a_sentence(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, *_ = questions(library)
    with Library.open(library.path) as elsewhere:
        actions.assign(elsewhere, first.faces[:1], second.person)
    press(page, qtbot, Key.Key_Delete)
    assert window.toast.text().startswith("This has changed since it was asked")
    until_shown(qtbot, window)
    assert asked(page).id != first.id


@pytest.fixture
def in_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every answer be one about very many faces."""
    monkeypatch.setattr(sessions, "MANY", 0)


@pytest.mark.usefixtures("in_a_thread")
def test_answers_about_very_many_faces_are_taken_while_the_window_goes_on(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, *_ = questions(library)
    press(page, qtbot, Key.Key_Return)
    assert asked(page).faces == second.faces
    window.session.writes.settle()
    assert names(library, first) == {"Anna"}
    press(page, qtbot, Key.Key_Delete)
    window.session.undo()
    window.session.writes.settle()
    assert names(library, second) == {None}
    until_shown(qtbot, window)
    assert asked(page).faces == second.faces
    assert names(library, first) == {"Anna"}


@pytest.mark.usefixtures("in_a_thread")
def test_an_answer_that_a_thread_refuses_is_a_sentence_too(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second, *_ = questions(library)
    with Library.open(library.path) as elsewhere:
        actions.assign(elsewhere, first.faces[:1], second.person)
    press(page, qtbot, Key.Key_Delete)
    window.session.writes.settle()
    assert window.toast.text().startswith("This has changed since it was asked")
    until_shown(qtbot, window)
    assert asked(page).id != first.id


def test_the_photos_are_looked_at_and_the_question_is_still_there(
    window: MainWindow, page: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    press(page, qtbot, Key.Key_Right)
    question = asked(page)
    press(page, qtbot, Key.Key_Space)
    assert window.navigator.key == "viewer"
    viewer = window.navigator.current()
    assert isinstance(viewer, ViewerPage)
    assert viewer.canvas.meant == {*question.faces, *question.other_faces}
    window.navigator.back()
    until_shown(qtbot, window)
    assert asked(page) == question
    with qtbot.waitSignal(page.openFaces) as photo:
        tiles = page.one.right.tiles
        place = tiles.visualRect(tiles.model().index(0, 0)).center()
        qtbot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert photo.args is not None
    assert photo.args[0] == library.faces.get(question.faces[0]).photo_id
    assert photo.args[2] == [question.faces[0]]


def test_who_chooses_how_to_be_asked_goes_on_by_keys(
    window: MainWindow, sheets: ReviewPage, qtbot: QtBot
) -> None:
    for form, view in (("one", sheets.one), ("sheets", sheets.sheet)):
        button = next(b for b in sheets.forms.findChildren(QPushButton) if b.text() in FORMS[form])
        button.setFocus()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        focused = window.focusWidget()
        assert focused is view or view.isAncestorOf(focused)


# --- sheets -----------------------------------------------------------------------------


def shown(sheets: ReviewPage) -> Turn:
    assert sheets.sheet.isVisible()
    return sheets.sheet.model.turn()


def key(sheets: ReviewPage, qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key once the sheet was seen."""
    wait_for(qtbot, sheets.sheet.pause.is_over)
    assert sheets.sheet.grid.hasFocus()
    qtbot.keyClick(sheets.sheet.grid, key)


def place(sheets: ReviewPage, row: int) -> QPoint:
    grid = sheets.sheet.grid
    return grid.visualRect(grid.model().index(row, 0)).center()


def test_sheets_by_keys_alone(
    window: MainWindow, sheets: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    certain = shown(sheets)
    assert sheets.sheet.title.text() == "5 faces are almost certainly Anna"
    assert sheets.sheet.take_button.text() == "Yes to all (Enter)"
    key(sheets, qtbot, Key.Key_Return)
    assert [names(library, one) for one in certain.questions] == [{"Anna"}, {"Anna"}]
    assert window.toast.text() == "Answered 2 questions: 2 yes"
    same, ben, lone = shown(sheets).questions
    assert shown(sheets).marks == (Mark.YES, Mark.YES, Mark.NONE)
    key(sheets, qtbot, Key.Key_Right)
    key(sheets, qtbot, Key.Key_Space)
    assert shown(sheets).marks == (Mark.YES, Mark.NO, Mark.NONE)
    key(sheets, qtbot, Key.Key_Return)
    assert window.toast.text() == "Answered 2 questions: 1 yes, 1 no"
    people = library.faces.people_of((*same.faces, *same.other_faces))
    assert len(set(people.values())) == 1
    assert names(library, ben) == {None}
    until_shown(qtbot, window)
    assert sheets.end.title() == "Nothing else to ask for now"
    qtbot.keyClick(window.focusWidget(), Key.Key_Space)
    assert asked(sheets).faces == lone.faces


def test_sheets_by_mouse_alone(
    window: MainWindow, sheets: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    left = Qt.MouseButton.LeftButton
    first, second = shown(sheets).questions
    viewport = sheets.sheet.grid.viewport()
    for marks in ((Mark.YES, Mark.NO), (Mark.YES, Mark.NONE), (Mark.YES, Mark.YES)):
        qtbot.mouseClick(viewport, left, pos=place(sheets, 1))
        assert shown(sheets).marks == marks
    qtbot.mouseClick(viewport, left, pos=place(sheets, 1))
    assert sheets.sheet.take_button.text() == "Take these answers (Enter)"
    wait_for(qtbot, sheets.sheet.pause.is_over)
    qtbot.mouseClick(sheets.sheet.take_button, left)
    assert names(library, first) == {"Anna"}
    assert names(library, second) == {None}
    assert library.history.undo_label == "Answer 2 questions"
    assert shown(sheets).questions[0] not in (first, second)
    wait_for(qtbot, sheets.sheet.pause.is_over)
    qtbot.mouseClick(sheets.sheet.skip_button, left)
    until_shown(qtbot, window)
    assert sheets.end.isVisible()
    qtbot.mouseClick(sheets.end.state.button, left)
    assert shown(sheets).form is Form.SHEET


def test_one_question_of_a_sheet_is_looked_at(
    window: MainWindow, sheets: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second = shown(sheets).questions
    viewport, left = sheets.sheet.grid.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(viewport, left, pos=place(sheets, 0))
    qtbot.mouseDClick(viewport, left, pos=place(sheets, 0))
    assert asked(sheets) == first
    press(sheets, qtbot, Key.Key_Right)
    assert asked(sheets) == second
    press(sheets, qtbot, Key.Key_Escape)
    assert shown(sheets).marks == (Mark.YES, Mark.YES)  # the double click was no answer
    key(sheets, qtbot, Key.Key_O)
    press(sheets, qtbot, Key.Key_Delete)
    assert names(library, first) == {None}
    assert shown(sheets).questions == (second,)
    assert sheets.sheet.grid.hasFocus()
    tile = sheets.sheet.grid.visualRect(sheets.sheet.model.index(0, 0))
    glass = sheets.sheet.grid._drawn.magnifier(tile).center()
    qtbot.mouseClick(viewport, left, pos=glass)
    assert asked(sheets).faces == second.faces


def test_undo_brings_the_sheet_back_with_its_answers(
    window: MainWindow, sheets: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    before = shown(sheets)
    qtbot.mouseClick(sheets.sheet.grid.viewport(), Qt.MouseButton.LeftButton, pos=place(sheets, 1))
    key(sheets, qtbot, Key.Key_Return)
    until_shown(qtbot, window)
    window.menus.undo.trigger()
    until_shown(qtbot, window)
    assert shown(sheets).questions == before.questions
    assert shown(sheets).marks == (Mark.YES, Mark.NO)


def test_one_by_one_about_somebody(
    window: MainWindow, sheets: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    wait_for(qtbot, sheets.sheet.pause.is_over)
    qtbot.mouseClick(sheets.sheet.one_button, Qt.MouseButton.LeftButton)
    for _ in range(3):
        assert asked(sheets).name == "Anna"
        press(sheets, qtbot, Key.Key_Return)
    until_shown(qtbot, window)
    assert sheets.end.title() == "Nothing left to ask about this person"
    qtbot.mouseClick(sheets.end.state.button, Qt.MouseButton.LeftButton)
    assert asked(sheets).name is None


def test_a_key_held_down_takes_one_sheet(
    sheets: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    wait_for(qtbot, sheets.sheet.pause.is_over)
    for held in (False, True, True):
        pressed = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, NONE, "\r", held)
        QCoreApplication.sendEvent(sheets.sheet.grid, pressed)
    qtbot.keyClick(sheets.sheet.grid, Key.Key_Return)  # sooner than anybody can have looked
    assert library.history.undo_label == "Answer 2 questions"
    assert len(shown(sheets).questions) == 3


def test_what_vanishes_from_a_sheet_takes_no_answer_with_it(
    window: MainWindow, sheets: ReviewPage, library: Library, qtbot: QtBot
) -> None:
    first, second = shown(sheets).questions
    sheets.sheet.model.mark(sheets.sheet.model.index(1, 0), Mark.NO)
    with Library.open(library.path) as elsewhere:
        actions.assign(elsewhere, first.faces, first.person)
    window.session.look_elsewhere()
    until_shown(qtbot, window)
    assert [one.faces for one in shown(sheets).questions] == [second.faces]
    assert shown(sheets).marks == (Mark.NO,)
    assert window.toast.text() == ""


def test_an_empty_library_has_no_questions(tmp_path: Path, qtbot: QtBot, pack: Path) -> None:
    with Library.open(tmp_path / "empty.photoorg") as library:
        window = MainWindow(Session(library, Settings(), pack), ThumbnailLoader(library.path))
        qtbot.addWidget(window)
        window.show()
        window.go("review")
        until_shown(qtbot, window)
        page = window.navigator.current()
        assert isinstance(page, ReviewPage)
        assert page.end.title() == "No questions yet"
        assert page.head.progress.text() == ""
        for pressed in (Key.Key_Return, Key.Key_Delete, Key.Key_S, Key.Key_Right):
            qtbot.keyClick(page, pressed)
        window.close()


def test_the_model_of_a_sheet(qtmodeltester: ModelTester, library: Library, qtbot: QtBot) -> None:
    model = SheetModel()
    qtmodeltester.check(model)
    reading = read(library)
    turn = Turn(Form.SHEET, tuple(reading.questions), (Mark.NONE,) * len(reading.questions))
    model.show(turn, reading)
    qtmodeltester.check(model)
    read_aloud = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read_aloud == "Is this Anna? 3 faces: not now, 1 of 5"
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(model.turn(), reading)
