"""Which tile of how many: screen readers say it after the tile's own words."""

from collections.abc import Sequence

from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.layout.grid_layout import Section


def position(sections: Sequence[Section], row: int) -> str | None:
    """Return "3 of 40" for a row among those of its section; None for a heading."""
    first = 0
    for section in sections:
        first += section.heading
        if row < first:
            return None
        if row < first + section.count:
            place = words.number(row - first + 1)
            return tr("{place} of {count}", place=place, count=words.number(section.count))
        first += section.count
    return None
