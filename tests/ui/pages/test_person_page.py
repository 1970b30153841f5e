"""One person's page: faces confirmed, removed, moved; name, cover and photos."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from photoorg.library import Analysis, Face
from photoorg.library.decisions import actions
from photoorg.ui import theme
from photoorg.ui.dialogs.asking.birth_dialog import BirthDialog
from photoorg.ui.dialogs.merge_question import MergeQuestion
from photoorg.ui.dialogs.merges_dialog import MergesDialog
from photoorg.ui.dialogs.notes_dialog import NotesDialog
from photoorg.ui.dialogs.person_chooser import PersonChooser
from photoorg.ui.models.row_roles import LINE
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.people.person_header import years
from photoorg.ui.session import EVERYTHING
from tests.ui.crowd import MODEL, Crowd, make_crowd, regroup
from tests.ui.gallery import wait_for
from tests.ui.pages.people_pages import open_person
from tests.ui.stage import Stage
from tests.ui.waiting import until_read

Flag = QItemSelectionModel.SelectionFlag
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    """Anna has 6 faces that were named with her and 2 doubtful ones; then 4, 3, a lone face."""
    made = make_crowd(tmp_path, (6, 4, 3, 2, 1), names=("Anna",))
    regroup(made.library, [0] * 6 + [1] * 4 + [2] * 3 + [0] * 2 + [4])
    assert made.person(0).count == 8
    yield made
    made.library.close()


@pytest.fixture
def page(stage: Stage, crowd: Crowd, qtbot: QtBot) -> PersonPage:
    return open_person(stage, qtbot, crowd.groups[0])


def settle(page: PersonPage, qtbot: QtBot) -> None:
    """Wait until the page shows what the library holds."""
    until_read(qtbot, page.session)


def show(page: PersonPage, qtbot: QtBot, person: int) -> None:
    page.show_person(person)
    settle(page, qtbot)


def refresh(page: PersonPage, qtbot: QtBot) -> None:
    page.refresh(EVERYTHING)
    settle(page, qtbot)


def select(page: PersonPage, *faces: int) -> None:
    rows = sorted(page.faces_model.row_of(face) for face in faces)
    page.faces.select_rows(rows, Flag.ClearAndSelect)


def doubtful(page: PersonPage) -> list[Face]:
    return [
        face
        for row in page.faces_model.doubtful_rows()
        if (face := page.faces_model.face(page.faces_model.index(row, 0)))
    ]


def test_the_header_says_who_it_is(page: PersonPage) -> None:
    assert page.title == page.header.name.text() == "Anna"
    assert page.header.figures() == "8 photos · 2010\u20132014 · 2 to check"
    assert [len(doubtful(page)), page.faces_model.rowCount()] == [2, 9]


def test_what_asks_for_a_name_has_room_in_any_language(page: PersonPage) -> None:
    field, asks = page.header.name, "Hier einen Namen eingeben"
    field.setPlaceholderText(asks)
    field.clear()
    letters = QFontMetrics(theme.font(theme.DISPLAY, strong=True))
    assert field.maximumWidth() > letters.horizontalAdvance(asks)


def test_doubtful_faces_are_confirmed_together(
    page: PersonPage, stage: Stage, qtbot: QtBot
) -> None:
    heading = page.faces_model.index(6, 0)
    at = page.faces.visualRect(heading).center()
    qtbot.mouseClick(page.faces.viewport(), LEFT, pos=at)
    assert page.faces.selected_faces() == doubtful(page)
    assert page.face_actions.confirm.text() == "Yes, this is Anna"
    qtbot.keyClick(page.faces, Qt.Key.Key_Y)
    settle(page, qtbot)
    assert doubtful(page) == []
    assert stage.said == ["2 faces confirmed as Anna"]
    stage.session.undo()
    settle(page, qtbot)
    assert len(doubtful(page)) == 2


def test_a_doubtful_face_is_answered_with_the_mouse(
    page: PersonPage, crowd: Crowd, qtbot: QtBot
) -> None:
    for yes in (True, False):
        face = doubtful(page)[0]
        tile = page.faces.visualRect(page.faces_model.index(page.faces_model.row_of(face.id), 0))
        qtbot.mouseMove(page.faces.viewport(), tile.center())
        wait_for(qtbot, page.faces.hovered.isValid)
        page.faces.grab()
        button = page.faces.answer_rects(tile)[0 if yes else 1]
        qtbot.mouseClick(page.faces.viewport(), LEFT, pos=button.center())
        settle(page, qtbot)
        now = crowd.library.faces.get(face.id)
        assert now.confirmed is yes
        assert (now.person_id == crowd.groups[0]) is yes
    assert doubtful(page) == []


def test_delete_removes_faces_from_the_person(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    two = crowd.faces(0)[:2]
    select(page, *two)
    qtbot.keyClick(page.faces, Qt.Key.Key_Delete)
    settle(page, qtbot)
    assert crowd.person(0).count == 6
    assert stage.said == ["2 faces removed from Anna"]
    assert page.faces.currentIndex().isValid()
    stage.session.undo()
    settle(page, qtbot)
    assert crowd.person(0).count == 8


def test_the_next_face_is_selected_before_the_next_key(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    first, second, third, *_ = crowd.faces(0)
    select(page, first)
    page.faces.setCurrentIndex(page.faces_model.index(0, 0))
    for _ in range(2):  # nothing is read in between
        qtbot.keyClick(page.faces, Qt.Key.Key_Delete)
    assert stage.said == ["A face removed from Anna"] * 2
    assert not {first, second} & set(crowd.faces(0))
    settle(page, qtbot)
    assert [face.id for face in page.faces.selected_faces()] == [third]
    assert page.faces.currentIndex().row() == 0


def test_who_was_confirmed_hands_on_to_the_next_doubtful_one(
    page: PersonPage, crowd: Crowd, qtbot: QtBot
) -> None:
    sure, doubt = doubtful(page)
    row = page.faces_model.row_of(sure.id)
    page.faces.setCurrentIndex(page.faces_model.index(row, 0))
    qtbot.keyClick(page.faces, Qt.Key.Key_Y)
    qtbot.keyClick(page.faces, Qt.Key.Key_Delete)
    settle(page, qtbot)
    assert crowd.library.faces.get(sure.id).confirmed
    assert crowd.library.faces.get(sure.id).person_id == crowd.groups[0]
    assert crowd.library.faces.get(doubt.id).person_id != crowd.groups[0]
    assert doubtful(page) == []


def test_half_a_name_waits_in_the_field(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    page.rename_action.trigger()
    qtbot.keyClicks(page.header.name, "An")
    page.faces.setFocus()
    assert crowd.person(0).name == "Anna"
    refresh(page, qtbot)
    assert page.header.name.text() == "An"
    assert page.header.figures().startswith("press Enter to save the name · 8 photos")
    page.header.name.setFocus()
    qtbot.keyClick(page.header.name, Qt.Key.Key_End)
    qtbot.keyClicks(page.header.name, "e")
    qtbot.keyClick(page.header.name, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert crowd.person(0).name == "Ane"
    assert page.header.figures().startswith("8 photos")


def test_a_group_that_a_scan_joins_with_another_is_named_there(
    page: PersonPage, crowd: Crowd, qtbot: QtBot
) -> None:
    face = crowd.faces(2)[0]
    show(page, qtbot, crowd.groups[2])
    page.rename_action.trigger()
    qtbot.keyClicks(page.header.name, "Cora")
    regroup(crowd.library, [0] * 6 + [1] * 7 + [0] * 2 + [4])
    assert not crowd.library.people.exists(crowd.groups[2])
    page.refresh(EVERYTHING)
    with qtbot.assertNotEmitted(page.goBack, wait=100):
        qtbot.keyClick(page.header.name, Qt.Key.Key_Return)
    assert crowd.library.faces.get(face).person_name == "Cora"
    assert page.person == crowd.person(1)


def test_a_completion_that_is_chosen_leads_to_them(
    page: PersonPage, crowd: Crowd, qtbot: QtBot
) -> None:
    show(page, qtbot, crowd.groups[1])
    page.rename_action.trigger()
    qtbot.keyClicks(page.header.name, "an")
    qtbot.keyClick(page.header.name, Qt.Key.Key_Return)
    assert page.findChild(MergeQuestion) is None
    assert page.person == crowd.person(0)
    assert crowd.person(0).count == 12


def test_a_face_that_an_edit_took_away_can_be_forgotten(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    face, photo = crowd.faces(0)[0], crowd.library.faces.get(crowd.faces(0)[0]).photo_id
    edited = Analysis(photo, "edited", 640, 480, None, MODEL, [], continues=photo, kept={})
    crowd.library.pictures.store([edited])
    refresh(page, qtbot)
    assert page.header.figures() == "7 photos · 2010\u20132014 · 2 to check"
    model = page.faces_model
    (row,) = model.lost_rows()
    assert model.index(row - 1, 0).data() == "Not found any more"
    select(page, crowd.faces(0)[0])
    assert not page.face_actions.forget.isVisible()
    at = page.faces.visualRect(model.index(row - 1, 0)).center()
    qtbot.mouseClick(page.faces.viewport(), LEFT, pos=at)
    assert [f.id for f in page.faces.selected_faces()] == [face]
    assert page.face_actions.forget.isVisible()
    assert not page.face_actions.cover.isEnabled()
    assert not page.face_actions.confirm.isVisible()
    assert not page.faces.grab().isNull()
    page.face_actions.forget.trigger()
    settle(page, qtbot)
    assert not model.lost_rows()
    assert stage.said == ["A face forgotten"]
    stage.session.undo()
    settle(page, qtbot)
    assert len(model.lost_rows()) == 1


def test_the_cover_is_chosen(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    last = crowd.faces(0)[5]
    select(page, last)
    page.face_actions.cover.trigger()
    settle(page, qtbot)
    assert crowd.person(0).cover_face_id == last
    assert page.faces_model.cover_face_id == last
    select(page, *crowd.faces(0)[:2])
    assert not page.face_actions.cover.isEnabled()


def choose(page: PersonPage, qtbot: QtBot, typed: str) -> None:
    wait_for(qtbot, lambda: page.findChild(PersonChooser))
    chooser = page.findChild(PersonChooser)
    assert chooser is not None
    qtbot.keyClicks(chooser.field, typed)
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)


def test_faces_move_to_another_person(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    actions.rename(crowd.library, crowd.groups[1], "Ben")
    refresh(page, qtbot)
    select(page, *crowd.faces(0)[:3])
    page.face_actions.move.trigger()
    choose(page, qtbot, "be")
    settle(page, qtbot)
    assert crowd.person(1).count == 7
    assert crowd.person(0).count == 5


def test_faces_move_to_a_new_person(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    select(page, crowd.faces(0)[0])
    page.face_actions.move.trigger()
    choose(page, qtbot, "Cora")
    settle(page, qtbot)
    assert [p.count for p in crowd.library.people.find_by_name("Cora")] == [1]


def test_what_is_no_face_disappears(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    select(page, crowd.faces(0)[0])
    page.face_actions.not_face.trigger()
    settle(page, qtbot)
    assert crowd.person(0).count == 7


def test_the_name_is_edited_in_place(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    page.rename_action.trigger()
    assert page.header.name.hasFocus()
    qtbot.keyClicks(page.header.name, "Anne")
    qtbot.keyClick(page.header.name, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert crowd.person(0).name == "Anne"
    assert not page.header.name.hasFocus()
    page.rename_action.trigger()
    qtbot.keyClicks(page.header.name, "Nobody")
    qtbot.keyClick(page.header.name, Qt.Key.Key_Escape)
    assert page.header.name.text() == "Anne"
    page.rename_action.trigger()
    page.header.name.clear()
    qtbot.keyClick(page.header.name, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert crowd.person(0).name is None
    assert page.title == "Who is this?"
    assert stage.said[-1] == "Took the name Anne away"
    stage.session.undo()
    settle(page, qtbot)
    assert page.header.name.text() == crowd.person(0).name == "Anne"


def test_of_two_people_of_one_name_faces_are_moved_to_the_other_one(
    page: PersonPage, stage: Stage, crowd: Crowd, qtbot: QtBot
) -> None:
    here, there = crowd.groups[:2]
    name = str(crowd.person(0).name)
    stage.session.perform(actions.rename, there, name)
    face = crowd.library.faces.of_person(here)[0].id
    for faces, whose in (([face], there), ([face], here)):
        assert page.face_actions.move_to_name(faces, name)
        settle(page, qtbot)
        assert crowd.library.faces.get(face).person_id == whose


def test_a_group_is_hidden_as_a_group(
    page: PersonPage, stage: Stage, crowd: Crowd, qtbot: QtBot
) -> None:
    show(page, qtbot, crowd.groups[1])
    for said in ("Hid a group", "Showing a group"):
        page.person_actions.hide.trigger()
        settle(page, qtbot)
        assert stage.said[-1] == said


def test_naming_like_somebody_else_leads_to_them(
    page: PersonPage, crowd: Crowd, qtbot: QtBot
) -> None:
    show(page, qtbot, crowd.groups[1])
    assert page.title == "Who is this?"
    page.rename_action.trigger()
    qtbot.keyClicks(page.header.name, "anna")
    qtbot.keyClick(page.header.name, Qt.Key.Key_Return)
    settle(page, qtbot)
    question = page.findChild(MergeQuestion)
    assert question is not None
    with qtbot.assertNotEmitted(page.goBack, wait=100):
        qtbot.mouseClick(question.merge_button, LEFT)
    assert page.person == crowd.person(0)
    assert crowd.person(0).count == 12


def test_merging_with_somebody_leads_to_them(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    show(page, qtbot, crowd.groups[2])
    page.person_actions.merge_with.trigger()
    choose(page, qtbot, "anna")
    settle(page, qtbot)
    assert page.person == crowd.person(0)
    assert crowd.person(0).count == 11


def test_a_merge_is_taken_back(page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    assert not page.person_actions.merged.isVisible()
    actions.rename(crowd.library, crowd.groups[1], "Ben")
    stage.session.perform(actions.merge, crowd.groups[0], crowd.groups[1:3])
    settle(page, qtbot)
    assert page.person_actions.merged.isEnabled()
    page.person_actions.merged.trigger()
    dialog = page.findChild(MergesDialog)
    assert dialog is not None
    names = [dialog.model.index(row).data() for row in range(dialog.model.rowCount())]
    assert names == ["A group", "Ben"]
    assert dialog.model.index(1).data(LINE).startswith("4 faces · ")
    wait_for(qtbot, stage.thumbnails.idle)
    assert not dialog.grab().isNull()
    dialog.list.setCurrentIndex(dialog.model.index(1))
    (button,) = dialog.list.findChildren(QPushButton)
    assert button.isVisible()
    qtbot.mouseClick(button, LEFT)
    settle(page, qtbot)
    assert [crowd.person(1).name, crowd.person(1).count] == ["Ben", 4]
    assert crowd.person(0).count == 11
    assert stage.said == ["Ben stands alone again"]
    assert page.person_actions.merged.isVisible()
    stage.session.undo()
    settle(page, qtbot)
    assert crowd.person(0).count == 15


def test_a_person_that_is_gone_leads_back(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    show(page, qtbot, crowd.groups[1])
    with qtbot.waitSignal(page.goBack):
        actions.merge(crowd.library, crowd.groups[0], [crowd.groups[1]])
        refresh(page, qtbot)


def test_a_name_goes_and_somebody_without_photos_too(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    does = page.person_actions
    assert (does.unname.isVisible(), does.delete.isVisible()) == (True, False)
    does.unname.trigger()
    settle(page, qtbot)
    assert crowd.person(0).name is None
    assert not does.unname.isVisible()
    stage.session.undo()
    settle(page, qtbot)
    actions.not_a_face(crowd.library, crowd.faces(0))
    refresh(page, qtbot)
    assert (does.unname.isVisible(), does.delete.isVisible()) == (False, True)
    with qtbot.waitSignal(page.goBack):
        does.delete.trigger()
    assert stage.said == [
        "Took the name Anna away",
        "Undone: Take the name Anna away",
        "Deleted Anna",
    ]


def answer_birth(page: PersonPage, text: str) -> BirthDialog:
    (dialog,) = page.findChildren(BirthDialog)
    dialog.field.setText(text)
    dialog.save_button.click()
    return dialog


def test_what_is_told_of_a_person_stands_below_the_name(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    does = page.person_actions
    does.born.trigger()
    answer_birth(page, " 2009-05 ")
    settle(page, qtbot)
    does.favourite.trigger()
    settle(page, qtbot)
    assert page.header.figures().endswith("born May 2009 · favourite · 2 to check")
    assert does.favourite.text() == "No favourite any more"
    does.favourite.trigger()
    settle(page, qtbot)
    assert "favourite" not in page.header.figures()
    stage.session.undo()
    stage.session.undo()
    stage.session.undo()
    settle(page, qtbot)
    assert "born" not in page.header.figures()
    assert stage.said[:3] == [
        "Anna: born 2009-05",
        "Anna is a favourite",
        "Anna is no favourite any more",
    ]
    show(page, qtbot, crowd.groups[1])
    assert (does.born.isVisible(), does.favourite.isVisible()) == (False, False)


def test_notes_are_written_and_stand_below_the_name(
    page: PersonPage, stage: Stage, qtbot: QtBot
) -> None:
    assert not page.header.notes.isVisible()
    page.person_actions.notes.trigger()
    dialog = page.findChild(NotesDialog)
    assert dialog is not None
    wait_for(qtbot, dialog.text.hasFocus)
    qtbot.keyClicks(dialog.text, "sings")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.text, "<dances>")
    assert not dialog.grab().isNull()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)  # nothing that was typed is lost
    settle(page, qtbot)
    assert page.header.notes.text() == "sings · <dances>"
    assert page.header.notes.isVisible()
    assert "&lt;dances&gt;" in page.header.notes.toolTip()
    assert stage.said == ["Notes about Anna kept"]
    stage.session.undo()
    settle(page, qtbot)
    assert not page.header.notes.isVisible()


def test_notes_that_were_only_read_are_no_step(
    page: PersonPage, stage: Stage, qtbot: QtBot
) -> None:
    page.person_actions.notes.trigger()
    dialog = page.findChild(NotesDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.button, LEFT)
    assert stage.said == []


def test_what_is_no_date_is_said_so(page: PersonPage, stage: Stage, qtbot: QtBot) -> None:
    page.person_actions.born.trigger()
    dialog = answer_birth(page, "in spring")
    settle(page, qtbot)
    assert "born" not in page.header.figures()
    assert dialog.outcome.text() == "“in spring” is no date; write 2019-07-14, 2019-07 or 2019."
    assert dialog.isVisible(), "what was typed can be put right"
    dialog.field.setText("2001-03")
    assert dialog.outcome.text() == "March 2001"
    dialog.save_button.click()
    settle(page, qtbot)
    assert "born March 2001" in page.header.figures()
    assert stage.failed == []


def test_with_whom_somebody_is_often_seen(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    actions.rename(crowd.library, crowd.groups[1], "Ben")
    for number, often in enumerate((False, False, True)):
        photo = crowd.library.faces.get(crowd.faces(0)[number]).photo_id
        crowd.library.connection.execute(
            "UPDATE faces SET photo_id = ? WHERE id = ?", (photo, crowd.faces(1)[number])
        )
        refresh(page, qtbot)
        assert ("often with Ben" in page.header.figures()) == often


def test_years_are_told_where_most_photos_tell_them(
    page: PersonPage, crowd: Crowd, qtbot: QtBot
) -> None:
    assert "2010\u20132014" in page.header.figures()
    crowd.library.connection.execute(
        "UPDATE photos SET taken_at = NULL WHERE taken_at NOT LIKE '2010%'"
    )
    refresh(page, qtbot)
    assert "2010" not in page.header.figures()


def test_hiding_says_so(page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot) -> None:
    page.person_actions.hide.trigger()
    settle(page, qtbot)
    assert crowd.person(0).hidden
    assert page.header.figures().endswith("hidden")
    assert page.person_actions.hide.text() == "Show this person again"
    page.person_actions.hide.trigger()
    settle(page, qtbot)
    assert not crowd.person(0).hidden


def test_photos_and_faces_open_the_viewer(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    index = page.faces_model.index(0, 0)
    face = page.faces_model.face(index)
    assert face is not None
    at = page.faces.visualRect(index).center()
    qtbot.mouseClick(page.faces.viewport(), LEFT, pos=at)
    with qtbot.waitSignal(page.openFaces) as opened:
        qtbot.mouseDClick(page.faces.viewport(), LEFT, pos=at)
    assert opened.args[0] == face.photo_id
    assert len(opened.args[1]) == 8
    assert sorted(opened.args[2]) == crowd.faces(0)
    page.header.tabChosen.emit("photos")
    assert page.photos.isVisible()
    page.photos.setCurrentIndex(page.photos_model.index(2, 0))
    wait_for(qtbot, page.thumbnails.idle)
    with qtbot.waitSignal(page.openPhoto) as opened:
        qtbot.keyClick(page.photos, Qt.Key.Key_Return)
    assert opened.args == [page.photos_model.ids()[2], page.photos_model.ids()]


def test_a_menu_offers_what_can_be_done(page: PersonPage, crowd: Crowd) -> None:
    select(page, crowd.faces(0)[0])
    page.faces.customContextMenuRequested.emit(QPoint(60, 60))
    menu = page.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "Show the photo",
        "Not Anna",
        "Move to…",
        "Use as cover",
        "Not a face",
    ]
    menu.close()


def test_nobody_need_know_who_it_is(
    page: PersonPage, crowd: Crowd, stage: Stage, qtbot: QtBot
) -> None:
    select(page, crowd.faces(0)[0])
    assert not page.face_actions.unknown.isVisible()
    show(page, qtbot, crowd.groups[1])
    select(page, *crowd.faces(1)[:2])
    assert page.face_actions.unknown.text() == "I do not know who these are"
    page.face_actions.unknown.trigger()
    settle(page, qtbot)
    assert stage.said == ["Noted: you do not know who these are"]
    (answer,) = (a for a in crowd.library.ledger.answers() if a.kind == "unknown")
    assert answer.faces == tuple(crowd.faces(1)[:2])
    assert crowd.person(1).count == 4


def test_a_narrow_bar_has_fewer_buttons(page: PersonPage, crowd: Crowd, qtbot: QtBot) -> None:
    actions.rename(crowd.library, crowd.groups[0], "Anna with a very long name indeed")
    refresh(page, qtbot)
    page.faces.selectAll()
    offered = page._bar.findChildren(QPushButton)
    assert sum(button.isVisible() for button in offered) == 3
    page.resize(560, 500)
    assert sum(button.isVisible() for button in offered) == 1
    assert page.rect().contains(page._bar.geometry())
    page.resize(900, 500)
    assert sum(button.isVisible() for button in offered) == 3


def test_years_span_what_is_known() -> None:
    assert years([]) == ""
