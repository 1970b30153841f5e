"""Real window, real worker: the photos of people end up in a folder, by keys and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from photoorg.library.decisions import actions
from photoorg.ui.dialogs.elsewhere.export_dialog import ExportDialog, called
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.photos_page import PhotosPage
from photoorg.ui.photos.photo_grid import PhotoGrid
from photoorg.ui.shell.main_window import MainWindow
from tests.ui.gallery import Gallery, make_gallery, wait_for
from tests.ui.stage import open_window
from tests.ui.waiting import until_read

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
_Key = Qt.Key


@pytest.fixture
def gallery(tmp_path: Path) -> Iterator[Gallery]:
    made = make_gallery(tmp_path)
    actions.rename(made.library, made.person_of("garden.jpg"), "Anna")
    actions.rename(made.library, made.person_of("beach.jpg", 1), "Ben")
    yield made
    made.library.close()


@pytest.fixture
def window(gallery: Gallery, qtbot: QtBot, pack: Path) -> Iterator[MainWindow]:
    with open_window(gallery.library, qtbot, pack) as opened:
        yield opened


def people_page(window: MainWindow, qtbot: QtBot) -> PeoplePage:
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    page.grid.setFocus()
    wait_for(qtbot, page.grid.hasFocus)
    return page


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_keys_alone_export_the_photos_of_a_person(
    window: MainWindow,
    gallery: Gallery,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = people_page(window, qtbot)
    anna = gallery.person_of("garden.jpg")
    page.grid.select_people([anna], anna)
    qtbot.keyClick(page.grid, _Key.Key_E, CTRL)
    dialog = page.findChild(ExportDialog)
    assert dialog is not None
    wait_for(qtbot, dialog.folder.hasFocus)
    assert dialog.folder.text().endswith("Anna")
    qtbot.keyClick(dialog.folder, _Key.Key_A, CTRL)
    qtbot.keyClicks(dialog.folder, str(tmp_path / "out"))
    assert not dialog.grab().isNull()
    said: list[str] = []
    window.session.said.connect(lambda text, _: said.append(text))
    qtbot.keyClick(dialog.folder, _Key.Key_Return)
    wait_for(qtbot, lambda: bool(said))
    assert said == ["3 photos exported"]
    assert names(tmp_path / "out") == ["beach.jpg", "garden.jpg", "party.jpg"]
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    assert window.toast.text() == "3 photos exported"
    qtbot.mouseClick(window.toast._act, LEFT)
    assert opened == [str(tmp_path / "out")]


def test_the_mouse_alone_exports_photos_of_two_together(
    window: MainWindow, gallery: Gallery, qtbot: QtBot, tmp_path: Path
) -> None:
    page = people_page(window, qtbot)
    both = [gallery.person_of("garden.jpg"), gallery.person_of("beach.jpg", 1)]
    page.grid.select_people(both, both[0])
    page.exporting.action.trigger()
    dialog = page.findChild(ExportDialog)
    assert dialog is not None
    dialog.folder.setText(str(tmp_path / "both"))
    dialog.which.setCurrentIndex(1)
    dialog.how.setCurrentIndex(2)
    dialog.names.setCurrentIndex(1)
    qtbot.mouseClick(dialog.button, LEFT)
    wait_for(qtbot, lambda: (tmp_path / "both").is_dir() and names(tmp_path / "both") != [])
    assert names(tmp_path / "both") == ["2019-07-20 10.30.00.jpg"]
    assert (tmp_path / "both" / "2019-07-20 10.30.00.jpg").is_symlink()
    wait_for(qtbot, lambda: window.jobs.runner.job is None)


def test_photos_that_are_selected_are_exported(
    window: MainWindow, gallery: Gallery, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go("photos")
    until_read(qtbot, window.session)
    page = window.navigator.current()
    assert isinstance(page, PhotosPage)
    (bar,) = page.bars()
    assert not bar.isVisible()
    grid = page.focusProxy()
    assert isinstance(grid, PhotoGrid)
    wait_for(qtbot, grid.hasFocus)
    rows = [grid.model().index(row, 0) for row in (1, 4)]
    for index in rows:
        at = grid.visualRect(index).center()
        qtbot.mouseClick(grid.viewport(), LEFT, CTRL, at)
    chosen = {gallery.library.photos.get(id_).path.name for id_ in grid.selected_ids()}
    assert bar.isVisible()
    qtbot.keyClick(grid, _Key.Key_E, CTRL)
    dialog = page.findChild(ExportDialog)
    assert dialog is not None
    assert not dialog.which.isVisible()
    dialog.folder.setText(str(tmp_path / "some"))
    said: list[str] = []
    window.session.said.connect(lambda text, _: said.append(text))
    qtbot.mouseClick(dialog.button, LEFT)
    wait_for(qtbot, lambda: bool(said))
    assert set(names(tmp_path / "some")) == chosen
    grid.clearSelection()
    assert not bar.isVisible()


def test_a_folder_of_the_library_is_refused(
    window: MainWindow, gallery: Gallery, qtbot: QtBot
) -> None:
    window.navigator.open_person(gallery.person_of("garden.jpg"))
    until_read(qtbot, window.session)
    page = window.navigator.current()
    assert page is not None
    page.exporting.action.trigger()  # type: ignore[attr-defined]
    dialog = page.findChild(ExportDialog)
    assert dialog is not None
    dialog.folder.setText(" ")
    assert not dialog.button.isEnabled()
    before = names(gallery.folder)
    dialog.folder.setText(str(gallery.folder / "new"))
    with qtbot.waitSignal(window.session.failed, timeout=60_000) as failed:
        qtbot.mouseClick(dialog.button, LEFT)
    assert "belongs to the folders of this library" in failed.args[0]
    assert names(gallery.folder) == before


def test_many_people_are_called_by_a_few(gallery: Gallery) -> None:
    people = gallery.library.people.list()
    assert called(people[:2]) == "Anna, Ben"
    assert called([people[0]] * 5) == "Anna, Anna, Anna, 2 others"
