"""The arithmetic of the grid: places, what is where, and moves of the keyboard."""

import pytest
from PySide6.QtCore import QPoint, QRect

from photoorg.ui.layout.grid_layout import HEADING_HEIGHT, GridLayout, Section

BIG = Section(7, 100, 140, gap=20, line_gap=10)
SMALL = Section(5, 50, 50, gap=10, line_gap=10)
FOLDED = Section(0, 50, 50)


@pytest.fixture
def layout() -> GridLayout:
    # 3 big ones in a line (100 + 20), 6 small ones (50 + 10) in 360 pixels
    return GridLayout([BIG, SMALL, FOLDED], 400, margin=20)


def test_rows_are_numbered_through_headings_and_tiles(layout: GridLayout) -> None:
    assert layout.rows == 8 + 6 + 1
    assert [row for row in range(layout.rows) if layout.is_heading(row)] == [0, 8, 14]


def test_tiles_are_flush_with_both_margins(layout: GridLayout) -> None:
    assert layout.rect(0) == QRect(20, 0, 360, HEADING_HEIGHT)
    assert layout.rect(1).left() == 20
    assert layout.rect(3).right() == 400 - 20 - 1
    assert layout.rect(4).left() == 20
    assert layout.rect(4).top() == HEADING_HEIGHT + 150
    assert layout.gap_of(1) == 30


def test_places_do_not_overlap(layout: GridLayout) -> None:
    rects = [layout.rect(row) for row in range(layout.rows)]
    for n, one in enumerate(rects):
        assert not any(one.intersects(other) for other in rects[n + 1 :])
    assert max(rect.bottom() for rect in rects) < layout.height


def test_tiles_of_a_shape_fill_the_width_and_keep_room_for_words() -> None:
    film = Section(3, 100, 90, gap=20, line_gap=10, heading=False, words=34, shape=0.5)
    layout = GridLayout([film], 330, margin=20)  # 290 pixels: two of 135
    assert layout.rect(0) == QRect(20, 0, 135, 68 + 34)
    assert layout.rect(1).right() == 330 - 20 - 1
    assert layout.rect(2).top() == 68 + 34 + 10


def test_square_tiles_fill_the_width() -> None:
    layout = GridLayout([Section(10, 100, 100, 6, 6, heading=False, square=True)], 700, margin=0)
    assert layout.rect(0).width() == layout.rect(0).height() == (700 - 5 * 6) // 6
    assert layout.rect(5).right() >= 700 - 2


def test_only_the_words_of_a_tile_grow_with_their_letters() -> None:
    tall, flat = Section(1, 100, 140, words=40), Section(1, 236, 146, words=50)
    assert (tall.with_words(60).height, flat.with_words(75).height) == (160, 171)
    assert Section(1, 100, 100).with_words(0).height == 100


def test_words_wider_than_a_picture_keep_tiles_apart() -> None:
    tiles = Section(9, 100, 140, gap=16, words=40, heading=False)
    assert GridLayout([tiles.with_words(40, 110)], 500, margin=0).rect(1).left() == 133
    assert GridLayout([tiles.with_words(40, 150)], 500, margin=0).rect(1).left() == 200


def test_a_row_is_found_at_its_place(layout: GridLayout) -> None:
    for row in range(layout.rows):
        assert layout.row_at(layout.rect(row).center()) == row
    assert layout.row_at(QPoint(5, 5)) == -1
    assert layout.row_at(QPoint(150, HEADING_HEIGHT + 145)) == -1


def test_rows_in_an_area_are_those_that_touch_it(layout: GridLayout) -> None:
    for area in (
        QRect(0, 0, 400, 10),
        QRect(0, 100, 400, 200),
        QRect(300, 0, 50, 2000),
        QRect(0, 600, 400, 500),
        QRect(0, -100, 400, 50),
    ):
        touched = [row for row in range(layout.rows) if layout.rect(row).intersects(area)]
        assert list(layout.rows_in(area)) == touched


def test_lines_are_walked_through_sections(layout: GridLayout) -> None:
    walk = [0]
    while (row := layout.line_step(walk[-1], 1)) != walk[-1]:
        walk.append(row)
    assert walk == [0, 1, 4, 7, 8, 9, 14]
    back = [14]
    while (row := layout.line_step(back[-1], -1)) != back[-1]:
        back.append(row)
    assert back == [14, 9, 8, 7, 4, 1, 0]


def test_down_from_above_a_gap_goes_to_the_last_tile(layout: GridLayout) -> None:
    assert layout.line_step(6, 1) == 7
    assert layout.line_step(7, 1) == 8


def test_a_page_moves_about_as_far_as_asked(layout: GridLayout) -> None:
    assert layout.page_step(1, 300) == 7
    assert layout.page_step(1, 10_000) == 14
    assert layout.page_step(14, -10_000) == 0


def test_an_empty_grid_is_harmless() -> None:
    layout = GridLayout()
    assert layout.rows == layout.height == 0
    assert layout.rect(0).isNull()
    assert layout.row_at(QPoint(1, 1)) == -1
    assert list(layout.rows_in(QRect(0, 0, 10, 10))) == []


def test_a_narrow_window_still_has_a_column() -> None:
    layout = GridLayout([BIG], 10, margin=20)
    assert layout.rect(2).top() > layout.rect(1).bottom()
