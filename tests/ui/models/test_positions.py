"""Tiles are counted within their section, headings not at all."""

from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.models.positions import position

SECTIONS = [
    Section(2, 9, 9),
    Section(0, 9, 9),
    Section(1200, 9, 9),
    Section(1, 9, 9, heading=False),
]


def test_a_place_is_told_in_its_section() -> None:
    assert [position(SECTIONS, row) for row in range(5)] == [None, "1 of 2", "2 of 2", None, None]
    assert position(SECTIONS, 5) == "1 of 1,200"
    assert position(SECTIONS, 1204) == "1,200 of 1,200"
    assert position(SECTIONS, 1205) == "1 of 1"
    assert position(SECTIONS, 1206) is None
