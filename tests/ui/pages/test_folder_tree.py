"""Folders inside folders: unfolded, counted, and their photos shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from photoorg.library import Analysis, FileEntry
from photoorg.ui.models.row_roles import DEPTH, FOLDED, LINE
from photoorg.ui.pages.folders_page import FoldersPage
from photoorg.ui.session import EVERYTHING
from tests.ui.gallery import MODEL, Gallery, Window, make_gallery, wait_for
from tests.ui.stage import open_page


@pytest.fixture
def gallery(tmp_path: Path) -> Iterator[Gallery]:
    made = make_gallery(tmp_path)
    add(made, ["2003/Italy/a.jpg", "2003/Italy/b.jpg", "2003/c.jpg", "Zoë's/d.jpg"])
    yield made
    made.library.close()


def add(gallery: Gallery, names: list[str]) -> None:
    library, paths = gallery.library, [gallery.folder / name for name in names]
    library.intake.register(
        library.folders.add(gallery.folder), [FileEntry(path, 1, 1) for path in paths]
    )
    known = library.intake.known(gallery.folder)
    library.pictures.store(
        Analysis(known[path].file_id, str(path), 300, 200, None, MODEL, []) for path in paths
    )


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> FoldersPage:
    page = open_page(FoldersPage, window, qtbot, height=600)
    page.refresh(EVERYTHING)
    page.show()
    wait_for(qtbot, lambda: page.model.rowCount() and page.model.index(0).data(FOLDED) is not None)
    page.list.setCurrentIndex(page.model.index(0))
    page.list.setFocus()
    return page


def rows(page: FoldersPage) -> list[tuple[str, int, bool | None]]:
    indexes = [page.model.index(row) for row in range(page.model.rowCount())]
    return [(str(at.data()), at.data(DEPTH), at.data(FOLDED)) for at in indexes]


def unfold_all(page: FoldersPage) -> None:
    page.model.fold(0, folded=False)
    page.model.fold(1, folded=False)


def test_folders_unfold_and_fold_by_keys(page: FoldersPage, qtbot: QtBot) -> None:
    assert rows(page) == [("Pictures", 0, True)]
    qtbot.keyClick(page.list, Qt.Key.Key_Right)
    assert rows(page) == [("Pictures", 0, False), ("2003", 1, True), ("Zoë's", 1, None)]
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Right)
    assert rows(page)[1:3] == [("2003", 1, False), ("Italy", 2, None)]
    assert page.model.index(1).data(LINE) == "3 photos"
    assert page.model.index(2).data(LINE) == "2 photos"
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    assert page.list.currentIndex().data() == "2003"
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    assert len(rows(page)) == 3
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    assert rows(page) == [("Pictures", 0, True)]
    qtbot.keyClick(page.list, Qt.Key.Key_Right)
    assert len(rows(page)) == 3


def test_a_click_on_the_mark_unfolds_and_one_beside_it_selects(
    page: FoldersPage, qtbot: QtBot
) -> None:
    line = page.list.visualRect(page.model.index(0))
    at = QPoint(line.left() + 16, line.center().y())
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(rows(page)) == 3
    assert not page.list.grab().isNull()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(rows(page)) == 1
    beside = QPoint(line.left() + 200, line.center().y())
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert len(rows(page)) == 1
    assert page.list.selectedIndexes()


def test_a_double_click_shows_the_photos_of_a_folder(
    page: FoldersPage, gallery: Gallery, qtbot: QtBot
) -> None:
    unfold_all(page)
    line = page.list.visualRect(page.model.index(2))
    at = QPoint(line.left() + 200, line.center().y())
    with qtbot.waitSignal(page.photosWanted) as wanted:
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted.args == [f'folder:"{gallery.folder}/2003/Italy"']
    with qtbot.waitSignal(page.photosWanted) as wanted:
        page.list.setCurrentIndex(page.model.index(0))
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert wanted.args == [f'folder:"{gallery.folder}"']


def test_a_folder_inside_can_be_scanned_but_not_removed(
    page: FoldersPage, window: Window, gallery: Gallery, qtbot: QtBot
) -> None:
    unfold_all(page)
    page.list.setCurrentIndex(page.model.index(1))
    shown = {b.text() for b in page.list.findChildren(QPushButton) if b.isVisible()}
    assert {"Show photos", "Scan again"} <= shown
    assert "Remove" not in shown
    page.scan_action.trigger()
    assert window.wanted == [[gallery.folder / "2003"]]
    page.remove_action.trigger()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert gallery.library.folders.list()
    page.list.setCurrentIndex(page.model.index(0))
    assert page.remove_action.isVisible()


def test_new_photos_leave_what_is_unfolded_alone(
    page: FoldersPage, gallery: Gallery, qtbot: QtBot
) -> None:
    unfold_all(page)
    page.list.setCurrentIndex(page.model.index(2))
    add(gallery, ["2003/Italy/e.jpg"])
    page.refresh(EVERYTHING)
    wait_for(qtbot, lambda: page.model.index(2).data(LINE) == "3 photos")
    assert page.list.currentIndex().data() == "Italy"
    add(gallery, ["2004/f.jpg"])
    page.refresh(EVERYTHING)
    wait_for(qtbot, lambda: len(rows(page)) == 5)
    assert [name for name, *_ in rows(page)] == ["Pictures", "2003", "Italy", "2004", "Zoë's"]
    assert page.list.currentIndex().data() == "Italy"
    assert [index.data() for index in page.list.selectedIndexes()] == ["Italy"]
