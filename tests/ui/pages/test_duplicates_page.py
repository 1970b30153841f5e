"""The page of duplicates: stacks by kind, the best of each and why, and what can be done."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoorg.jobs.duplicates.request import DuplicatesRequest
from photoorg.types import Kind
from photoorg.ui import theme
from photoorg.ui.pages import duplicates_page
from photoorg.ui.pages.duplicates_page import DuplicatesPage
from photoorg.ui.session import EVERYTHING
from tests.ui.duplicates.stacks import add_stacks
from tests.ui.gallery import Gallery, Window, wait_for
from tests.ui.stage import open_page
from tests.ui.waiting import show_with_keyboard, until_read


@pytest.fixture
def page(window: Window, gallery: Gallery, qtbot: QtBot) -> DuplicatesPage:
    add_stacks(gallery)
    page = open_page(DuplicatesPage, window, qtbot)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    show_with_keyboard(qtbot, page, page.list)
    return page


def titles(page: DuplicatesPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def members(page: DuplicatesPage) -> list[str]:
    return [member.path.name for member in page.view.model.members()]


def go_to(page: DuplicatesPage, row: int, qtbot: QtBot) -> None:
    page.list.setCurrentIndex(page.model.index(row))
    until_read(qtbot, page.session)


def select(page: DuplicatesPage, *rows: int) -> None:
    grid = page.view.grid
    grid.select_rows(list(rows), grid.selectionModel().SelectionFlag.ClearAndSelect)


def test_stacks_are_shown_with_the_best_and_why(page: DuplicatesPage, qtbot: QtBot) -> None:
    assert titles(page) == ["2 copies", "2 versions", "Burst of 2"]
    assert members(page) == ["beach.jpg", "copy of beach.jpg"]
    assert not page.compare_action.isEnabled()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    until_read(qtbot, page.session)
    assert members(page) == ["garden.jpg", "snow.jpg"]
    assert page.view.head.title.text() == "2 versions"
    assert page.view.head.proposal.text() == "garden.jpg is the best: it is the largest."
    assert page.compare_action.isEnabled()
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    until_read(qtbot, page.session)
    assert page.view.head.proposal.text() == "panorama.jpg is the best: it is the sharpest."


def test_the_sidebar_counts_what_the_page_shows(page: DuplicatesPage, gallery: Gallery) -> None:
    assert DuplicatesPage.count(gallery.library) == page.model.rowCount() == 3


def test_one_kind_is_shown_alone(page: DuplicatesPage, gallery: Gallery, qtbot: QtBot) -> None:
    texts = [button.text() for button in page.filter._buttons.values() if button.isVisible()]
    assert texts == ["All 3", "Copies 1", "Versions 1", "Bursts 1"]
    page.filter._buttons["burst"].click()
    until_read(qtbot, page.session)
    assert titles(page) == ["Burst of 2"]
    assert members(page) == ["panorama.jpg", "scan.jpg"]
    gallery.library.connection.execute("UPDATE photos SET taken_at = NULL")
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    assert titles(page) == []
    assert page._parts.currentIndex() == 1
    assert not page.export_action.isEnabled()
    page.filter._buttons["all"].click()
    assert titles(page) == ["2 copies", "2 versions"]


def test_the_stack_at_hand_stays_at_hand(
    page: DuplicatesPage, gallery: Gallery, qtbot: QtBot
) -> None:
    go_to(page, 1, qtbot)
    select(page, 1)
    one, other = gallery.photos["garden.jpg"], gallery.photos["party.jpg"]
    gallery.library.duplicates.keep_compared([(min(one, other), max(one, other), True)])
    gallery.library.connection.execute(
        "UPDATE files SET gone = 1 WHERE path LIKE '%copy of beach.jpg'"
    )
    page.refresh(frozenset({Kind.PHOTOS}))
    until_read(qtbot, page.session)
    assert titles(page)[0] == "3 versions"
    assert page.list.currentIndex().row() == 0
    assert page.view.head.title.text() == "3 versions"


def test_the_best_is_compared_with_the_one_that_is_selected(
    page: DuplicatesPage, gallery: Gallery, qtbot: QtBot
) -> None:
    go_to(page, 1, qtbot)
    best, other = gallery.photos["garden.jpg"], gallery.photos["snow.jpg"]
    for rows, pair in (((), [best, other]), ((1,), [best, other]), ((0, 1), [best, other])):
        select(page, *rows)
        with qtbot.waitSignal(page.comparePhotos) as compared:
            qtbot.keyClick(page.list, Qt.Key.Key_C)
        assert compared.args == [pair[0], pair]


def test_a_photo_is_opened_among_those_of_its_stack(
    page: DuplicatesPage, gallery: Gallery, qtbot: QtBot
) -> None:
    go_to(page, 1, qtbot)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.view.grid.hasFocus()
    qtbot.keyClick(page.view.grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.openPhoto) as opened:
        qtbot.keyClick(page.view.grid, Qt.Key.Key_Return)
    best, other = gallery.photos["garden.jpg"], gallery.photos["snow.jpg"]
    assert opened.args == [other, [best, other]]


def test_what_is_no_duplicate_goes_and_comes_back(
    page: DuplicatesPage, window: Window, qtbot: QtBot
) -> None:
    assert not page.deny_action.isEnabled()
    go_to(page, 1, qtbot)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    until_read(qtbot, page.session)
    assert titles(page) == ["2 copies", "Burst of 2"]
    assert page.list.currentIndex().row() == 1
    assert window.said == ["2 photos are no duplicates"]
    page.session.undo()
    until_read(qtbot, page.session)
    assert titles(page) == ["2 copies", "2 versions", "Burst of 2"]


def test_a_single_photo_leaves_its_stack(
    page: DuplicatesPage, window: Window, gallery: Gallery, qtbot: QtBot
) -> None:
    one, other = gallery.photos["garden.jpg"], gallery.photos["party.jpg"]
    gallery.library.duplicates.keep_compared([(min(one, other), max(one, other), True)])
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    go_to(page, 1, qtbot)
    assert members(page) == ["party.jpg", "garden.jpg", "snow.jpg"]
    select(page, 0)
    page.deny_action.trigger()
    until_read(qtbot, page.session)
    assert members(page) == ["garden.jpg", "snow.jpg"]
    assert window.said == ["1 photo is no duplicate"]


def test_what_is_selected_is_shown_in_its_folder_or_else_the_stack(
    page: DuplicatesPage, gallery: Gallery, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[list[str]] = []

    def show(paths: Sequence[Path]) -> None:
        shown.append([path.name for path in paths])

    monkeypatch.setattr(duplicates_page, "show_files", show)
    page.show_action.trigger()
    select(page, 1)
    page.show_action.trigger()
    assert shown == [["beach.jpg", "copy of beach.jpg"], ["copy of beach.jpg"]]
    files = {path.name for path in gallery.folder.iterdir()}
    assert files >= {"beach.jpg", "copy of beach.jpg"}


def test_the_list_that_is_shown_is_exported(
    page: DuplicatesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    monkeypatch.setattr(
        duplicates_page, "ask_and_write", lambda _, stacks, __: told.append(len(stacks))
    )
    page.export_action.trigger()
    page.filter._buttons["near"].click()
    page.export_action.trigger()
    assert told == [3, 1]


def test_it_is_looked_for_again(page: DuplicatesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.session.exportWanted) as wanted:
        page.look_action.trigger()
    assert wanted.args == [DuplicatesRequest(page.session.library.path)]


def test_it_is_read_once_a_scan_is_over(
    page: DuplicatesPage, gallery: Gallery, qtbot: QtBot
) -> None:
    page.session.set_scanning(on=True)
    gallery.library.connection.execute("UPDATE photos SET taken_at = NULL")
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    assert len(titles(page)) == 3
    page.session.set_scanning(on=False)
    until_read(qtbot, page.session)
    wait_for(qtbot, lambda: len(titles(page)) == 2)


def test_larger_letters_get_a_wider_list(page: DuplicatesPage) -> None:
    before = page.list.width()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, "light", 150)
    try:
        QApplication.processEvents()
        assert page.list.minimumWidth() > before
    finally:
        theme.apply(application, "light")


def test_a_narrow_page_leaves_room_to_the_pictures(page: DuplicatesPage) -> None:
    page.resize(500, 500)
    QApplication.processEvents()
    assert page.list.width() < page.view.width()


def test_without_any_it_offers_to_look(window: Window, qtbot: QtBot) -> None:
    page = open_page(DuplicatesPage, window, qtbot)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    page.show()
    assert page._empty.isVisible()
    with qtbot.waitSignal(page.session.exportWanted):
        page._empty.button.click()


def test_what_was_said_to_be_no_duplicate_is_kept_apart_and_can_be_taken_back(
    page: DuplicatesPage, qtbot: QtBot
) -> None:
    denied = page.filter._buttons["denied"]
    assert not denied.isVisible()
    go_to(page, 1, qtbot)
    page.deny_action.trigger()
    until_read(qtbot, page.session)
    assert titles(page) == ["2 copies", "Burst of 2"]
    assert (denied.isVisible(), denied.text()) == (True, "No duplicates 1")
    denied.click()
    until_read(qtbot, page.session)
    assert titles(page) == ["2 photos"]
    assert members(page) == ["garden.jpg", "snow.jpg"]
    assert page.view.head.proposal.text() == "You said that these are no duplicates."
    assert page.deny_action.text() == "Duplicates after all"
    assert not page.export_action.isEnabled()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    until_read(qtbot, page.session)
    assert titles(page) == ["2 copies", "2 versions", "Burst of 2"]
    assert page.deny_action.text() == "Not duplicates"
    assert not denied.isVisible()
    page.session.undo()
    until_read(qtbot, page.session)
    assert titles(page) == ["2 copies", "Burst of 2"]
