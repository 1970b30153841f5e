"""All photos: shown by month, selected, opened, and kept in place while a scan goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from photoorg.jobs.scenes.request import ScenesRequest
from photoorg.library import Analysis, FileEntry
from photoorg.library.decisions import actions
from photoorg.ui.models.photos_model import PhotosModel
from photoorg.ui.pages.photos_page import PhotosPage
from photoorg.ui.photos.photo_grid import HEIGHTS, PhotoGrid
from photoorg.ui.session import EVERYTHING
from photoorg.ui.widgets.year_scrubber import YearScrubber
from tests.ui.gallery import MODEL, Gallery, Window, draw, wait_for
from tests.ui.videos.films import add_film
from tests.ui.waiting import until_read


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> Iterator[PhotosPage]:
    page = PhotosPage(window.session, window.thumbnails)
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    page.show()
    yield page
    page.close()


@pytest.fixture
def grid(page: PhotosPage) -> PhotoGrid:
    found = page.findChild(PhotoGrid)
    assert found is not None
    return found


def add_new_photos(gallery: Gallery, count: int) -> None:
    library, folder = gallery.library, gallery.folder
    paths = [folder / f"new-{n}.jpg" for n in range(count)]
    for n, path in enumerate(paths):
        draw(path, (300, 200), n)
    entries = [FileEntry(path, path.stat().st_size, 5) for path in paths]
    library.intake.register(library.folders.add(folder), entries)
    known = library.intake.known(folder)
    for n, path in enumerate(paths):
        photo = known[path].file_id
        analysis = Analysis(photo, f"n{n}", 300, 200, "2024-03-01T00:00:00", MODEL, [])
        library.pictures.store([analysis])


def click(qtbot: QtBot, grid: PhotoGrid, row: int, *, double: bool = False) -> None:
    at = grid.visualRect(grid.model().index(row, 0)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if double:
        qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_thumbnails_arrive_and_the_counter_counts(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, window: Window
) -> None:
    wait_for(qtbot, lambda: window.thumbnails.idle() and grid.grab())
    counter = page.options()
    assert isinstance(counter, QLabel)
    assert counter.text() == "6 photos"
    click(qtbot, grid, 1)
    assert counter.text() == "1 of 6 photos"
    grid.selectAll()
    assert counter.text() == "6 of 6 photos"


def test_a_click_on_a_month_selects_its_photos(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, gallery: Gallery
) -> None:
    click(qtbot, grid, 4)
    assert grid.selected_ids() == [gallery.photos["party.jpg"], gallery.photos["snow.jpg"]]


def test_double_click_and_enter_open_the_viewer_among_all(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, gallery: Gallery
) -> None:
    everything = [photo for photo, *_ in gallery.library.photos.layout()]
    with qtbot.waitSignal(page.openPhoto) as opened:
        click(qtbot, grid, 2, double=True)
    assert opened.args == [gallery.photos["garden.jpg"], everything]
    with qtbot.waitSignal(page.openPhoto) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0] == gallery.photos["garden.jpg"]


def test_a_video_is_opened_where_it_can_be_played(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, gallery: Gallery, tmp_path: Path
) -> None:
    film = tmp_path / "films" / "sea.mp4"
    video, _ = add_film(gallery.library, film, [], MODEL, taken="2024-03-01T00:00:00", size=8)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    page.show_photo(video)
    with qtbot.waitSignal(page.openVideo) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [video]


def test_new_photos_leave_selection_and_place_alone(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, gallery: Gallery
) -> None:
    snow = gallery.photos["snow.jpg"]
    page.show_photo(snow)
    grid.selectionModel().select(
        grid.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    grid.verticalScrollBar().setValue(150)
    row, distance = grid.anchor()
    anchored = grid.model().index(row, 0).data()
    add_new_photos(gallery, 30)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    assert grid.selected_ids() == [snow]
    assert grid.currentIndex().data() == "snow.jpg"
    now = next(
        row
        for row in range(grid.model().rowCount())
        if grid.model().index(row, 0).data() == anchored
    )
    assert grid.visualRect(grid.model().index(now, 0)).top() == distance


def test_the_top_stays_the_top(
    page: PhotosPage, grid: PhotoGrid, gallery: Gallery, qtbot: QtBot
) -> None:
    add_new_photos(gallery, 30)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    assert grid.verticalScrollBar().value() == 0
    assert grid.verticalScrollBar().maximum() > 0


def test_years_stand_beside_the_photos(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, gallery: Gallery
) -> None:
    add_new_photos(gallery, 30)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    scrubber = grid.verticalScrollBar()
    assert isinstance(scrubber, YearScrubber)
    assert scrubber.title_at(0) == "March 2024"
    assert scrubber.title_at(scrubber.height()) == "No date"
    qtbot.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(20, scrubber.height() - 2))
    assert scrubber.value() == scrubber.maximum()
    qtbot.mouseMove(scrubber, QPoint(20, 200))
    assert not scrubber.grab().isNull()


def test_the_month_that_is_seen_is_marked_and_told_with_its_count(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, gallery: Gallery
) -> None:
    add_new_photos(gallery, 30)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    scrubber = grid.verticalScrollBar()
    assert isinstance(scrubber, YearScrubber)
    assert scrubber.current is not None
    assert scrubber.current.told == "March 2024 · 30 photos"
    assert scrubber.current.short == "Mar 2024"


def test_keys_go_from_month_to_month(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, gallery: Gallery
) -> None:
    add_new_photos(gallery, 30)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    control = Qt.KeyboardModifier.ControlModifier

    def after(*keys: Qt.Key) -> str:
        for key in keys:
            qtbot.keyClick(grid, key, control)
        row = grid.currentIndex().row()
        assert grid.viewport().rect().intersects(grid.visualRect(grid.currentIndex()))
        return str(grid.model().index(row - 1, 0).data())

    down, up = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert after(down) == "July 2019"
    assert grid.place().rect(grid.currentIndex().row() - 1).top() >= grid.verticalOffset()
    assert after(down) == "December 2018"
    assert after(down, down, down) == "No date"
    assert after(up) == "December 2018"
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert after(up) == "December 2018"  # to its first photo
    assert after(up, up, up, up) == "March 2024"


def test_copying_puts_files_on_the_clipboard(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, gallery: Gallery, window: Window
) -> None:
    click(qtbot, grid, 1)
    page.copy_action.trigger()
    urls = QGuiApplication.clipboard().mimeData().urls()
    assert [Path(url.toLocalFile()) for url in urls] == [gallery.folder / "beach.jpg"]
    assert window.said == ["Copied 1 photo"]


def test_an_empty_library_offers_the_one_button(
    qtbot: QtBot, page: PhotosPage, gallery: Gallery, window: Window
) -> None:
    folder = gallery.library.folders.list()[0]
    window.session.perform(actions.remove_folder, folder.id)
    until_read(qtbot, page.session)
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    with qtbot.waitSignal(page.addFolder):
        page.focusWidget()
        qtbot.mouseClick(page._empty.button, Qt.MouseButton.LeftButton)
    window.session.set_scanning(on=True)
    assert not page._empty.isVisible()
    assert page._early.isVisible()


def names(gallery: Gallery, grid: PhotoGrid) -> list[str]:
    model = grid.model()
    assert isinstance(model, PhotosModel)
    return [gallery.library.photos.get(photo_id).path.name for photo_id in model.ids()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BEACH", ["beach.jpg"]),
        ("zoe", ["beach.jpg", "garden.jpg", "party.jpg"]),
        ("zoe party", ["party.jpg"]),
        (" pictures  s ", 6),
        ("zoe snow", []),
        ("zoe 2018", ["party.jpg"]),
        ("zoe -party", ["beach.jpg", "garden.jpg"]),
        ("only zoe", ["garden.jpg", "party.jpg"]),
        ("zoe or snow", ["beach.jpg", "garden.jpg", "party.jpg", "snow.jpg"]),
        ("july 2019 nobody", ["panorama.jpg"]),
        ("folder:pictures 2 people", ["beach.jpg"]),
        ("test_photos_page", []),
    ],
)
def test_photos_are_found_by_file_folder_and_person(
    qtbot: QtBot,
    page: PhotosPage,
    grid: PhotoGrid,
    gallery: Gallery,
    window: Window,
    text: str,
    found: list[str] | int,
) -> None:
    window.session.perform(actions.rename, gallery.person_of("party.jpg"), "Zo\u00eb")
    until_read(qtbot, page.session)
    page.search(text)
    expected = found if isinstance(found, list) else names(gallery, grid)
    # Not by waitSignal: it lets go at the first answer, and Qt would still bring it the second.
    wait_for(qtbot, page._search.idle)
    wait_for(qtbot, lambda: names(gallery, grid) == expected)
    assert len(expected) == (found if isinstance(found, int) else len(found))
    assert grid.isVisible() == bool(expected)
    page.search("")
    assert len(names(gallery, grid)) == 6
    assert grid.isVisible()


def test_a_search_waits_for_the_photos_to_be_read(
    qtbot: QtBot, window: Window, gallery: Gallery
) -> None:
    page = PhotosPage(window.session, window.thumbnails)
    qtbot.addWidget(page)
    page.search("beach")  # as a link to photos does that is the first to open the page
    until_read(qtbot, page.session)
    assert page._stack.currentWidget() is page._grid  # and not "No photos yet"
    page.refresh(EVERYTHING)
    until_read(qtbot, page.session)
    wait_for(qtbot, lambda: names(gallery, page._grid) == ["beach.jpg"])
    page.close()


def test_what_is_found_follows_the_names(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, gallery: Gallery, window: Window
) -> None:
    window.session.changed.connect(page.refresh)
    page.search("anna")
    wait_for(qtbot, lambda: not names(gallery, grid))
    window.session.perform(actions.rename, gallery.person_of("beach.jpg", 1), "Anna")
    until_read(qtbot, page.session)
    wait_for(qtbot, lambda: names(gallery, grid) == ["beach.jpg"])
    window.session.undo()
    until_read(qtbot, page.session)
    wait_for(qtbot, lambda: not names(gallery, grid))
    opened: list[list[int]] = []
    page.search("beach")
    wait_for(qtbot, lambda: names(gallery, grid))
    page.openPhoto.connect(lambda _, among: opened.append(among))
    grid.opened.emit(grid.model().index(1, 0))
    assert opened == [[gallery.photos["beach.jpg"]]]


def test_groups_of_photos_are_looked_for_from_the_menu(page: PhotosPage, qtbot: QtBot) -> None:
    assert page.groups_action in page.menu_actions()
    with qtbot.waitSignal(page.session.exportWanted) as asked:
        page.groups_action.trigger()
    assert isinstance(asked.args[0], ScenesRequest)


def turn_wheel(grid: PhotoGrid, by: int) -> None:
    event = QWheelEvent(
        QPointF(grid.viewport().rect().center()),
        QPointF(grid.mapToGlobal(grid.rect().center())),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(grid.viewport(), event)


def test_photos_are_as_large_as_the_user_wants(
    qtbot: QtBot, page: PhotosPage, grid: PhotoGrid, window: Window
) -> None:
    def area() -> float:
        rows = range(grid.model().rowCount())
        places = [grid.visualRect(grid.model().index(row, 0)) for row in rows]
        return sum(place.width() * place.height() for place in places)

    qtbot.keyClick(grid, Qt.Key.Key_Plus)
    assert page.session.settings.photo_height == grid.line_height == 256
    for _ in range(9):
        qtbot.keyClick(grid, Qt.Key.Key_Minus)
    assert grid.line_height == HEIGHTS[0]
    smallest = area()
    turn_wheel(grid, 60)
    assert grid.line_height == HEIGHTS[0]  # half a notch
    turn_wheel(grid, 60)
    assert grid.line_height == HEIGHTS[1]
    for _ in range(9):
        turn_wheel(grid, 120)
    assert grid.line_height == HEIGHTS[-1]
    assert area() > 2 * smallest
    again = PhotosPage(page.session, window.thumbnails)
    qtbot.addWidget(again)
    found = again.findChild(PhotoGrid)
    assert found is not None
    assert found.line_height == HEIGHTS[-1]
