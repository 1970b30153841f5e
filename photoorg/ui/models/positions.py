"""Which tile of how many: screen readers say it after the tile's own words."""

from collections.abc import Sequence

from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.layout.grid_layout import Section


def place_of(row: int, count: int) -> str:
    """Return "3 of 40" for the third row, number 2, of a list."""
    return tr("{place} of {count}", place=words.number(row + 1), count=words.number(count))


def position(sections: Sequence[Section], row: int) -> str | None:
    """Return "3 of 40" for a row among those of its section; None for a heading."""
    first = 0
    for section in sections:
        first += section.heading
        if row < first:
            return None
        if row < first + section.count:
            return place_of(row - first, section.count)
        first += section.count
    return None
