"""Folders: what they hold, scanning again, and removing with a question that can be undone."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from photoorg.jobs.watching.ways import Way
from photoorg.ui.dialogs.asking.patterns_dialog import PatternsDialog
from photoorg.ui.dialogs.remove_folder_question import RemoveFolderQuestion
from photoorg.ui.models.row_roles import LINE, WARNING
from photoorg.ui.pages.folders_page import FoldersPage
from photoorg.ui.session import EVERYTHING
from tests.ui.gallery import Gallery, Window
from tests.ui.stage import open_page
from tests.ui.waiting import until_read

Flag = QItemSelectionModel.SelectionFlag


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> FoldersPage:
    page = open_page(FoldersPage, window, qtbot, height=400)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    page.show()
    return page


def point_at_row(qtbot: QtBot, page: FoldersPage, row: int) -> None:
    place = page.list.visualRect(page.model.index(row))
    qtbot.mouseMove(page.list.viewport(), QPoint(place.left() + 60, place.center().y()))


def button(page: FoldersPage, text: str) -> QPushButton:
    (found,) = [b for b in page.list.findChildren(QPushButton) if b.text() == text]
    assert found.isVisible()
    return found


def test_the_line_under_the_pointer_has_buttons(
    qtbot: QtBot, page: FoldersPage, window: Window, gallery: Gallery
) -> None:
    point_at_row(qtbot, page, 0)
    button(page, "Scan again").click()
    assert window.wanted == [[gallery.folder]]


def test_each_folder_says_which_way_it_is_kept_up_to_date(
    page: FoldersPage, window: Window, gallery: Gallery
) -> None:
    before = page.model.index(0).data(LINE)
    window.session.set_ways({gallery.folder: Way.SHARE})
    told = "Looked at every 15 minutes: on a network share"
    assert page.model.index(0).data(LINE) == f"{before} · {told}"
    assert told in page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    window.session.set_ways({gallery.folder: Way.WATCHED})
    assert page.model.index(0).data(LINE) == f"{before} · Watched"


def test_everything_can_be_scanned_again(page: FoldersPage, window: Window) -> None:
    options = page.options()
    assert isinstance(options, QPushButton)
    options.click()
    assert window.wanted == [[]]


def test_removing_asks_tells_and_can_be_undone(
    qtbot: QtBot, page: FoldersPage, window: Window, gallery: Gallery
) -> None:
    page.list.setCurrentIndex(page.model.index(0))
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    question = page.findChild(RemoveFolderQuestion)
    assert question is not None
    question.no_button.click()
    assert gallery.library.folders.list()
    page.remove_action.trigger()
    page.findChildren(RemoveFolderQuestion)[-1].yes_button.click()
    until_read(qtbot, page.session)
    assert not gallery.library.folders.list()
    assert (gallery.folder / "beach.jpg").is_file()
    assert page.model.rowCount() == 0
    assert page._empty.isVisible()
    window.session.undo()
    until_read(qtbot, page.session)
    assert page.model.rowCount() == 1
    assert gallery.library.photos.count() == 6


def test_a_folder_that_is_away_cannot_be_shown(
    qtbot: QtBot, page: FoldersPage, window: Window, gallery: Gallery
) -> None:
    shutil.rmtree(gallery.folder)
    point_at_row(qtbot, page, 0)
    page.show_action.trigger()
    assert window.failed == [
        f"The folder {gallery.folder} is not there; connect its drive and try again."
    ]


def test_the_keyboard_reaches_the_buttons(qtbot: QtBot, page: FoldersPage) -> None:
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(0))
    assert button(page, "Remove").focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not page.list.grab().isNull()


@pytest.fixture
def unseen(gallery: Gallery) -> list[int]:
    """Let the last walk have met only one of the six photos."""
    known = gallery.library.intake.known(gallery.folder)
    files = [file.file_id for path, file in known.items() if path.name != "beach.jpg"]
    gallery.library.intake.mark_unseen(files)
    return files


def line(page: FoldersPage) -> str:
    return str(page.model.index(0).data(LINE))


def test_the_line_of_a_folder_asks_what_became_of_photos(
    unseen: list[int], page: FoldersPage, window: Window, gallery: Gallery, qtbot: QtBot
) -> None:
    assert line(page) == "5 of 6 photos are not there"
    assert page.model.index(0).data(WARNING)
    deleted: list[list[Path]] = []
    window.session.deletedFolders.connect(deleted.append)
    page.list.selectionModel().select(page.model.index(0), Flag.Select)
    button(page, "They were deleted").click()
    assert deleted == [[gallery.folder]]
    assert window.said == ["Taking out 5 photos; they come back if their files do"]
    gallery.library.intake.mark_missing(unseen)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    assert line(page) == "1 photo · 2 faces"
    assert not page.deleted_action.isVisible()


def test_a_drive_that_is_away_closes_the_question_until_more_is_away(
    unseen: list[int], page: FoldersPage, window: Window, gallery: Gallery, qtbot: QtBot
) -> None:
    assert not page.list.selectedIndexes()
    button(page, "The drive is away").click()
    until_read(qtbot, page.session)
    assert line(page) == "6 photos · 4 faces · 5 not there just now"
    assert not page.model.index(0).data(WARNING)
    assert gallery.library.photos.count() == 6
    gallery.library.intake.mark_unseen(
        [file.file_id for file in gallery.library.intake.known(gallery.folder).values()]
    )
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    assert line(page) == "6 of 6 photos are not there"


def test_nothing_is_asked_while_a_scan_may_still_find_it(
    unseen: list[int], page: FoldersPage, window: Window, qtbot: QtBot
) -> None:
    window.session.set_scanning(on=True)
    until_read(qtbot, page.session)
    assert not page.deleted_action.isVisible()
    window.session.set_scanning(on=False)
    until_read(qtbot, page.session)
    assert page.deleted_action.isVisible()


def test_a_narrow_line_keeps_room_for_its_words(unseen: list[int], page: FoldersPage) -> None:
    page.resize(560, 400)
    offered = page.list.findChildren(QPushButton)
    assert [b.text() for b in offered if b.isVisible()] == [
        "They were deleted",
        "The drive is away",
    ]


def test_what_is_left_out_is_asked_for_and_scanned(
    qtbot: QtBot, page: FoldersPage, gallery: Gallery
) -> None:
    (folder, *_) = gallery.library.folders.list()
    page.list.selectionModel().setCurrentIndex(page.model.index(0), Flag.ClearAndSelect)
    wanted: list[list[Path]] = []
    failed: list[str] = []
    page.session.foldersWanted.connect(wanted.append)
    page.session.failed.connect(failed.append)
    page.patterns_action.trigger()
    dialog = page.findChild(PatternsDialog)
    assert dialog is not None
    dialog.field.setPlainText("*.png\n\n  /scans ")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert gallery.library.folders.patterns(folder.id) == ["*.png", "/scans"]
    assert wanted == [[folder.path]]
    page._leave_out(folder, ["[z-a]"])
    assert "gitignore" in failed[0]
    assert gallery.library.folders.patterns(folder.id) == ["*.png", "/scans"]
