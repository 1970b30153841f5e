"""The page of groups: their names, their photos, and what can be said of them."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoorg.jobs.scenes.request import ScenesRequest
from photoorg.library.scenes import deciding
from photoorg.ui.pages.scenes_page import ScenesPage
from photoorg.ui.session import EVERYTHING
from tests.ui.gallery import Gallery, Window
from tests.ui.stage import open_page
from tests.ui.waiting import show_with_keyboard, until_read


@pytest.fixture
def page(window: Window, gallery: Gallery, qtbot: QtBot) -> ScenesPage:
    """Show a page with a group called Outside and another one without a name."""
    photos, library = gallery.photos, gallery.library
    deciding.gather(library, [photos["beach.jpg"], photos["garden.jpg"]], "Outside")
    deciding.gather(library, [photos["snow.jpg"], photos["scan.jpg"]])
    page = open_page(ScenesPage, window, qtbot)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    show_with_keyboard(qtbot, page, page.list)
    return page


def groups(page: ScenesPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def shown(page: ScenesPage, gallery: Gallery) -> set[str]:
    names = {id_: name for name, id_ in gallery.photos.items()}
    return {names[id_] for id_ in page.photos.ids()}


def select(page: ScenesPage, *photos: int) -> None:
    rows = [page.photos.row_of(photo) for photo in photos]
    page.grid.select_rows(rows, page.grid.selectionModel().SelectionFlag.ClearAndSelect)


def test_groups_are_listed_with_the_photos_of_the_one_at_hand(
    page: ScenesPage, gallery: Gallery, qtbot: QtBot
) -> None:
    assert groups(page) == ["Outside", "No name yet"]
    assert ScenesPage.count(gallery.library) == 2
    assert page.field.text() == "Outside"
    assert shown(page, gallery) == {"beach.jpg", "garden.jpg"}
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.field.text() == ""
    assert shown(page, gallery) == {"snow.jpg", "scan.jpg"}
    told = page.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "No name yet, 2 photos"


def test_a_group_is_named_and_loses_its_name(page: ScenesPage, qtbot: QtBot) -> None:
    page.field.setText("Holidays")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    until_read(qtbot, page.session)
    assert groups(page) == ["Holidays", "No name yet"]
    page.field.clear()
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    until_read(qtbot, page.session)
    assert groups(page) == ["No name yet", "No name yet"]
    page.session.undo()
    until_read(qtbot, page.session)
    assert groups(page) == ["Holidays", "No name yet"]


def test_photos_leave_and_go_to_other_groups(
    page: ScenesPage, gallery: Gallery, qtbot: QtBot
) -> None:
    photos = gallery.photos
    (bar,) = page.bars()
    assert not page.out_action.isEnabled()
    assert not bar.isVisible()
    select(page, photos["beach.jpg"])
    assert page.out_action.isEnabled()
    assert bar.isVisible()
    choice = page.groups_menu().actions()
    assert [action.text() for action in choice if action.text()] == ["No name yet", "New group"]
    choice[0].trigger()
    until_read(qtbot, page.session)
    assert shown(page, gallery) == {"garden.jpg"}
    select(page, photos["garden.jpg"])
    page.out_action.trigger()
    until_read(qtbot, page.session)
    assert shown(page, gallery) == set()
    assert gallery.library.scenes.of_photo(photos["garden.jpg"]) is None


def test_a_name_is_given_by_the_keyboard_alone(page: ScenesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    assert page.field.hasFocus()
    qtbot.keyClicks(page.field, "Winter")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    until_read(qtbot, page.session)
    assert groups(page) == ["Outside", "Winter"]


def test_half_a_name_stays_whatever_is_read_meanwhile(page: ScenesPage, qtbot: QtBot) -> None:
    page.field.setFocus()
    page.field.selectAll()
    qtbot.keyClicks(page.field, "Beach tri")
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    assert page.field.text() == "Beach tri"
    qtbot.keyClicks(page.field, "p")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    until_read(qtbot, page.session)
    assert groups(page)[0] == page.field.text() == "Beach trip"
    page.session.undo()
    until_read(qtbot, page.session)
    assert page.field.text() == "Outside"


def test_a_long_name_is_shown_from_its_beginning(page: ScenesPage, qtbot: QtBot) -> None:
    page.field.setText("All that we saw of the sea and of the mountains " * 3)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    until_read(qtbot, page.session)
    assert page.field.cursorPosition() == 0


def test_groups_are_put_together(page: ScenesPage, gallery: Gallery, qtbot: QtBot) -> None:
    assert not page.merge_action.isEnabled()
    page.list.selectAll()
    page.merge_action.trigger()
    until_read(qtbot, page.session)
    assert groups(page) == ["Outside"]
    assert shown(page, gallery) == {"beach.jpg", "garden.jpg", "snow.jpg", "scan.jpg"}


def test_a_photo_is_opened_among_those_of_its_group(page: ScenesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.openPhoto) as opened:
        page.grid.opened.emit(page.photos.index(page.photos.row_of(page.photos.ids()[0]), 0))
    assert opened.args == [page.photos.ids()[0], page.photos.ids()]


def test_groups_are_looked_for(page: ScenesPage, gallery: Gallery, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.session.exportWanted) as asked:
        page.look_action.trigger()
    assert isinstance(asked.args[0], ScenesRequest)
    assert asked.args[0].library == gallery.library.path
    assert asked.args[0].seconds
