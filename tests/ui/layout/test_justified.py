"""Every photo has one place, lines are full, headings stand above their photos."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from photoorg.ui.layout.justified import GAP, LINE_HEIGHT, JustifiedLayout, Shapes, shape_of

MARGIN = 24
SECTIONS = st.lists(st.lists(st.floats(0.45, 3.2), min_size=1, max_size=30), min_size=1, max_size=8)


def lay_out(sections: Sequence[Sequence[float]], width: int = 1000) -> JustifiedLayout:
    shapes = [shape for section in sections for shape in section]
    return JustifiedLayout(Shapes(shapes, [len(section) for section in sections]), width)


def test_nothing_to_show_has_no_height() -> None:
    layout = JustifiedLayout(Shapes(), 800)
    assert (layout.rows, layout.height) == (0, 0)
    assert list(layout.rows_in(QRect(0, 0, 800, 600))) == []
    assert layout.row_at(QPoint(10, 10)) == -1
    assert layout.rect(0).isNull()


@given(SECTIONS, st.integers(200, 3000))
def test_places_are_inside_apart_and_found_again(sections: list[list[float]], width: int) -> None:
    layout = lay_out(sections, width)
    assert layout.rows == sum(map(len, sections)) + len(sections)
    rects = [layout.rect(row) for row in range(layout.rows)]
    for row, rect in enumerate(rects):
        assert rect.width() > 0
        assert rect.height() > 0
        assert rect.left() >= MARGIN
        assert rect.bottom() < layout.height
        if not layout.is_heading(row):
            assert rect.right() <= width - MARGIN
            assert layout.row_at(rect.center()) == row
    photos = [rect for row, rect in enumerate(rects) if not layout.is_heading(row)]
    assert not any(
        one.intersects(other) for at, one in enumerate(photos) for other in photos[at + 1 :]
    )


@given(SECTIONS, st.integers(300, 2000), st.integers(0, 3000), st.integers(1, 900))
def test_rows_in_a_band_are_those_that_touch_it(
    sections: list[list[float]], width: int, top: int, height: int
) -> None:
    layout = lay_out(sections, width)
    band = QRect(0, top, width, height)
    touching = {row for row in range(layout.rows) if layout.rect(row).intersects(band)}
    assert set(layout.rows_in(band)) == touching


def test_full_lines_reach_both_edges() -> None:
    layout = lay_out([[1.5, 0.75, 1.0, 1.33] * 20])
    lines: dict[int, list[QRect]] = {}
    for row in range(1, layout.rows):
        lines.setdefault(layout.rect(row).top(), []).append(layout.rect(row))
    tops = sorted(lines)
    for top in tops[:-1]:
        line = lines[top]
        assert line[0].left() == MARGIN
        assert line[-1].right() == 1000 - MARGIN - 1
        assert all(b.left() - a.right() - 1 == GAP for a, b in pairwise(line))
        assert 0.7 * LINE_HEIGHT < line[0].height() < 1.5 * LINE_HEIGHT


def test_short_sections_share_a_line() -> None:
    layout = lay_out([[1.5], [1.5], [1.5] * 12], width=1000)
    first, second, third = (layout.rect(row) for row in (0, 2, 4))
    assert first.top() == second.top()
    assert second.left() > layout.rect(1).right()
    assert third.top() > first.top()
    assert [row for row in range(layout.rows) if layout.is_heading(row)] == [0, 2, 4]
    assert layout.top_of_section(2) == third.top()


def test_arrow_keys_go_to_the_photo_below_and_back() -> None:
    layout = lay_out([[1.0] * 30, [1.0] * 30])
    below = layout.line_step(2, 1)
    assert layout.rect(below).top() > layout.rect(2).top()
    assert abs(layout.rect(below).center().x() - layout.rect(2).center().x()) < LINE_HEIGHT
    assert layout.line_step(below, -1) == 2
    assert layout.line_step(1, -1) == 1
    assert layout.line_step(layout.rows - 1, 1) == layout.rows - 1
    assert layout.line_step(0, 1) == 1
    assert layout.rect(layout.page_step(1, 600)).top() > 400


@pytest.mark.parametrize(
    ("width", "height", "shape"), [(300, 200, 1.5), (0, 0, 1.5), (9000, 100, 3.2), (1, 9, 0.45)]
)
def test_shapes_are_kept_within_reason(width: int, height: int, shape: float) -> None:
    assert shape_of(width, height) == shape
