"""Two photos are compared in the viewer, by keys and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from photoorg.ui.pages.page import Visit
from photoorg.ui.pages.viewer_page import ViewerPage
from photoorg.ui.viewer.photo_place import PhotoPlace
from tests.ui.gallery import Gallery, Window, make_gallery, wait_for

Key = Qt.Key


@pytest.fixture
def gallery(tmp_path: Path) -> Iterator[Gallery]:
    made = make_gallery(tmp_path)
    yield made
    made.library.close()


@pytest.fixture
def page(gallery: Gallery, qtbot: QtBot) -> Iterator[ViewerPage]:
    window = Window(gallery)
    page = ViewerPage(window.session, window.thumbnails)
    qtbot.addWidget(page)
    window.session.changed.connect(page.refresh)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    among = tuple(gallery.photos.values())
    page.open(Visit("viewer", photo_id=gallery.photos["beach.jpg"], photo_ids=among))
    yield page
    page.close()
    window.session.reads.close()
    window.thumbnails.close()


def compared(page: ViewerPage) -> tuple[str, str]:
    """Return the names of the left and of the right photo."""
    left = page.comparison.photo
    assert left is not None
    assert page.comparison.canvas.isVisible()
    return left.path.name, page.title


def named(page: ViewerPage) -> list[str]:
    """Return what stands on the photos, from left to right."""
    canvases = page.comparison.canvas, page.canvas
    labels = [canvas.findChild(QLabel) for canvas in canvases]
    return [label.text() for label in labels if label is not None and label.isVisible()]


def both(page: ViewerPage) -> tuple[PhotoPlace, PhotoPlace]:
    return page.comparison.canvas.place, page.canvas.place


def test_a_photo_stays_while_the_arrows_walk_on(qtbot: QtBot, page: ViewerPage) -> None:
    qtbot.keyClick(page.canvas, Key.Key_C)
    assert compared(page) == ("beach.jpg", "garden.jpg")
    assert named(page) == ["beach.jpg", "garden.jpg"]
    wait_for(qtbot, lambda: page.comparison.canvas._photo is not None)
    assert page.comparison.canvas.accessibleName() == "Compared with beach.jpg"
    qtbot.keyClick(page.canvas, Key.Key_Right)
    assert compared(page) == ("beach.jpg", "panorama.jpg")
    qtbot.keyClick(page.canvas, Key.Key_X)
    assert compared(page) == ("panorama.jpg", "beach.jpg")
    assert named(page) == ["panorama.jpg", "beach.jpg"]
    qtbot.keyClick(page.canvas, Key.Key_C)
    assert page.comparison.photo is None
    assert not page.comparison.canvas.isVisible()
    assert named(page) == []
    assert page.title == "beach.jpg"
    assert page.canvas.hasFocus()


def test_two_photos_are_visited_and_left_as_they_were(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    one, other = gallery.photos["snow.jpg"], gallery.photos["party.jpg"]
    visit = Visit("viewer", photo_id=one, photo_ids=(one, other), compared=True)
    page.open(visit)
    assert compared(page) == ("snow.jpg", "party.jpg")
    wait_for(qtbot, lambda: page.comparison.canvas._photo is not None)
    assert page.place(visit).compared
    page.comparison.end()
    assert not page.place(visit).compared


def test_a_photo_that_was_not_decoded_yet_is_decoded_all_the_same(
    qtbot: QtBot, page: ViewerPage
) -> None:
    qtbot.keyClick(page.canvas, Key.Key_C)
    page._reader.forget()
    for _ in range(3):  # each step drops what was asked for before
        qtbot.keyClick(page.canvas, Key.Key_Right)
    kept = page.comparison.photo
    assert kept is not None
    wait_for(qtbot, lambda: page._reader.get(kept.path) is not None)


def test_the_last_photo_is_compared_with_the_one_before(qtbot: QtBot, page: ViewerPage) -> None:
    qtbot.keyClick(page.canvas, Key.Key_End)
    qtbot.mouseClick(page.bar.compare, Qt.MouseButton.LeftButton)
    assert compared(page) == ("scan.jpg", "snow.jpg")


def test_esc_leads_from_two_photos_to_one_and_then_back(qtbot: QtBot, page: ViewerPage) -> None:
    left: list[None] = []
    page.goBack.connect(lambda: left.append(None))
    qtbot.keyClick(page.canvas, Key.Key_C)
    qtbot.keyClick(page.canvas, Key.Key_Escape)
    assert page.comparison.photo is None
    assert not page.bar.compare.isChecked()
    assert left == []
    qtbot.keyClick(page.canvas, Key.Key_Escape)
    assert left == [None]


def test_a_new_visit_shows_one_photo(qtbot: QtBot, page: ViewerPage, gallery: Gallery) -> None:
    qtbot.keyClick(page.canvas, Key.Key_C)
    page.open(Visit("viewer", photo_id=gallery.photos["snow.jpg"]))
    assert page.comparison.photo is None


def test_both_zoom_and_move_together_from_either_side(qtbot: QtBot, page: ViewerPage) -> None:
    qtbot.keyClick(page.canvas, Key.Key_C)
    qtbot.waitUntil(lambda: page.canvas.width() == page.comparison.canvas.width())
    for _ in range(4):
        qtbot.keyClick(page.canvas, Key.Key_Plus)
    left, right = both(page)
    assert not left.fitted
    assert left.zoom / left.fit_zoom() == pytest.approx(right.zoom / right.fit_zoom())
    seen = right.to_photo(right.middle)
    other = page.comparison.canvas
    qtbot.mousePress(other, Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    qtbot.mouseMove(other, QPoint(240, 330))
    qtbot.mouseRelease(other, Qt.MouseButton.LeftButton, pos=QPoint(240, 330))
    assert right.to_photo(right.middle) != seen
    assert share(left) == pytest.approx(share(right))
    qtbot.keyClick(page.canvas, Key.Key_0)
    assert [place.fitted for place in both(page)] == [True, True]


def share(place: PhotoPlace) -> tuple[float, float]:
    middle = place.to_photo(place.middle)
    return middle.x() / place.photo.width(), middle.y() / place.photo.height()


def test_a_place_follows_one_of_another_size() -> None:
    one, other = PhotoPlace(), PhotoPlace()
    for place, size in ((one, QSizeF(4000, 3000)), (other, QSizeF(2000, 1500))):
        place.resize(QSizeF(400, 300))
        place.show(size)
    one.zoom_to(0.4, QPointF(100, 100))
    other.follow(one)
    assert other.zoom == pytest.approx(0.8)
    assert share(other) == pytest.approx(share(one))
    one.fit()
    other.follow(one)
    assert other.fitted
    other.follow(PhotoPlace())  # that shows nothing yet
    assert other.fitted
