"""Zooming keeps the point under the pointer, and the photo never leaves an edge it could fill."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from photoorg.types import Box
from photoorg.ui.viewer.photo_place import MOST_FITTED, PhotoPlace

SIDES = st.integers(1, 6000)


def place(photo: tuple[int, int], widget: tuple[int, int] = (800, 600)) -> PhotoPlace:
    made = PhotoPlace()
    made.resize(QSizeF(*widget))
    made.show(QSizeF(*photo))
    return made


def test_a_large_photo_is_fitted() -> None:
    made = place((4000, 2000))
    assert made.zoom == 0.2
    assert (made.rect.left(), made.rect.top(), made.rect.right()) == (0, 100, 800)
    assert made.box(Box(1000, 500, 400, 200)).topLeft() == QPointF(200, 200)


def test_a_small_photo_is_enlarged_a_little() -> None:
    assert place((100, 100)).zoom == MOST_FITTED


def test_an_unknown_size_is_harmless() -> None:
    assert place((0, 0)).zoom == 1.0


def test_a_fitted_photo_follows_the_window_and_a_zoomed_one_stays() -> None:
    made = place((4000, 2000))
    made.resize(QSizeF(400, 600))
    assert made.zoom == 0.1
    made.zoom_to(1.0, made.middle)
    made.resize(QSizeF(500, 600))
    assert made.zoom == 1.0


def test_zooming_out_ends_fitted() -> None:
    made = place((4000, 2000))
    made.zoom_to(2.0, QPointF(10, 10))
    assert (made.fitted, made.zoom) == (False, 2.0)
    made.zoom_to(0.01, QPointF(10, 10))
    assert (made.fitted, made.zoom) == (True, 0.2)


@given(SIDES, SIDES, st.floats(0.01, 20), st.integers(0, 800), st.integers(0, 600))
def test_no_empty_edge_after_zoom_and_move(
    width: int, height: int, zoom: float, x: int, y: int
) -> None:
    made = place((width, height))
    made.zoom_to(zoom, QPointF(x, y))
    made.move(QPointF(3 * x - 900, 3 * y - 700))
    rect = made.rect
    for low, high, size in (
        (rect.left(), rect.right(), 800),
        (rect.top(), rect.bottom(), 600),
    ):
        if high - low >= size:
            assert low <= 1e-6
            assert high >= size - 1e-6
        else:
            assert abs((low + high) / 2 - size / 2) < 1e-6


@given(st.floats(0.5, 5.0))
def test_the_point_under_the_pointer_stays(zoom: float) -> None:
    made = place((4000, 3000))
    made.zoom_to(1.0, made.middle)
    pointer = QPointF(400, 250)
    before = made.to_photo(pointer)
    made.zoom_to(zoom, pointer)
    after = made.to_photo(pointer)
    assert abs(before.x() - after.x()) < 1e-6
    assert abs(before.y() - after.y()) < 1e-6
    assert made.to_widget(after) == pointer
