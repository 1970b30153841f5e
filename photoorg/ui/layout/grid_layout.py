"""Where the tiles of a grid lie: sections of uniform tiles under optional full-width headings.

Pure arithmetic, no widgets: a question about one of 100,000 tiles costs the same as about one
of ten. Rows of the model are numbered through all sections; a heading is a row of its own.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect

HEADING_HEIGHT = 48
"""Of a heading whose letters are of the usual size."""
ROOM_BELOW = 72
"""Room after the last line: the bar for the selection floats there."""


@dataclass(frozen=True, slots=True)
class Section:
    """``count`` tiles of one size; ``heading`` says whether a row above them is their heading.

    ``width`` is the picture's, ``height`` the whole tile's, ``words`` of it that of the words below
    the picture, which grows with their letters; ``gap`` the least distance between two tiles in a
    line, ``line_gap`` the distance between two lines. ``square`` tiles have no words below them
    and grow until the gaps are as small as they may be. So do those of a ``shape``, whose pictures
    are so many times as high as wide, with words below them.
    """

    count: int
    width: int
    height: int
    gap: int = 16
    line_gap: int = 16
    heading: bool = True
    square: bool = False
    words: int = 0
    shape: float = 0.0

    def with_words(self, height: int, width: int = 0) -> "Section":
        """Return the section with so much room for the words below each picture.

        ``width`` is the least for those that are wider than the picture.
        """
        gap = max(self.gap, width - self.width) if self.words else self.gap
        height_now = self.height - self.words + height
        return replace(self, height=height_now, words=height, gap=gap)


@dataclass(frozen=True, slots=True)
class _Placed:
    section: Section
    first: int  # row of the first tile
    top: int  # y of the heading
    tiles_top: int
    columns: int
    gap: float

    @property
    def rows(self) -> int:
        return self.section.count + self.section.heading

    @property
    def bottom(self) -> int:
        lines = -(-self.section.count // self.columns)
        return self.tiles_top + lines * (self.section.height + self.section.line_gap)

    def rect(self, tile: int) -> QRect:
        line, column = divmod(tile, self.columns)
        step = self.section.width + self.gap
        return QRect(
            round(column * step),
            self.tiles_top + line * (self.section.height + self.section.line_gap),
            self.section.width,
            self.section.height,
        )


class GridLayout:
    """The places of all rows for one width; make a new one when width or sections change."""

    def __init__(
        self,
        sections: Sequence[Section] = (),
        width: int = 0,
        margin: int = 24,
        top: int = 0,
        heading_height: int = HEADING_HEIGHT,
        below: int = ROOM_BELOW,
    ) -> None:
        self.margin = margin
        self.heading_height = heading_height
        self.width = width
        inner = max(1, width - 2 * margin)
        self._placed: list[_Placed] = []
        row, y = 0, top
        for section in sections:
            columns = max(1, (inner + section.gap) // (section.width + section.gap))
            if section.square and section.count:
                side = (inner - (columns - 1) * section.gap) // columns
                section = replace(section, width=side, height=side)  # noqa: PLW2901
            elif section.shape and section.count:
                side = (inner - (columns - 1) * section.gap) // columns
                high = round(side * section.shape) + section.words
                section = replace(section, width=side, height=high)  # noqa: PLW2901
            spare = inner - columns * section.width
            gap = spare / (columns - 1) if columns > 1 else 0.0
            first = row + section.heading
            tiles_top = y + heading_height * section.heading
            placed = _Placed(section, first, y, tiles_top, columns, gap)
            self._placed.append(placed)
            row += placed.rows
            y = placed.bottom + 8
        self.rows = row
        self.height = y + below if sections else 0
        self._first_rows = [p.first - p.section.heading for p in self._placed]
        self._tops = [p.top for p in self._placed]

    def rect(self, row: int) -> QRect:
        """Return the place of ``row`` in the whole (unscrolled) grid; empty if there is none."""
        if not 0 <= row < self.rows:
            return QRect()
        placed = self._of(row)
        if row < placed.first:
            inner = self.width - 2 * self.margin
            return QRect(self.margin, placed.top, inner, self.heading_height)
        return placed.rect(row - placed.first).translated(self.margin, 0)

    def is_heading(self, row: int) -> bool:
        """Tell whether ``row`` is a heading."""
        return 0 <= row < self.rows and row < self._of(row).first

    def gap_of(self, row: int) -> int:
        """Return the distance to the next tile in the line, as it came out for this width."""
        return int(self._of(row).gap)

    def row_at(self, point: QPoint) -> int:
        """Return the row at ``point``, or -1."""
        near = QRect(point.x(), point.y(), 1, 1)
        return next((row for row in self.rows_in(near) if self.rect(row).contains(point)), -1)

    def rows_in(self, area: QRect) -> Iterator[int]:
        """Yield the rows whose place touches ``area``, top to bottom."""
        start = max(0, bisect_right(self._tops, area.top()) - 1)
        for placed in self._placed[start:]:
            if placed.top > area.bottom():
                return
            if placed.section.heading and area.top() < placed.tiles_top:
                yield placed.first - 1
            step = placed.section.height + placed.section.line_gap
            first_line = max(0, (area.top() - placed.tiles_top) // step)
            last_line = (area.bottom() - placed.tiles_top) // step
            low = min(first_line * placed.columns, placed.section.count)
            high = min((last_line + 1) * placed.columns, placed.section.count)
            for tile in range(low, high):
                if placed.rect(tile).translated(self.margin, 0).intersects(area):
                    yield placed.first + tile

    def line_step(self, row: int, direction: int) -> int:
        """Return the row below (``direction`` 1) or above (-1) ``row``, across sections."""
        here = self.rect(row)
        target = self.rect(row + direction)
        if target.isNull():
            return row
        if not self.is_heading(row) and not self.is_heading(row + direction):
            placed = self._of(row)
            tile = row - placed.first + direction * placed.columns
            if 0 <= tile < placed.section.count:
                return placed.first + tile
            line = (row - placed.first) // placed.columns
            lines = -(-placed.section.count // placed.columns)
            if direction > 0 and line + 1 < lines:
                return placed.first + placed.section.count - 1
        return self._across(row, direction, here)

    def page_step(self, row: int, pixels: int) -> int:
        """Return the row about ``pixels`` below (or, negative, above) ``row``."""
        here = self.rect(row)
        direction = 1 if pixels > 0 else -1
        while abs(self.rect(row).top() - here.top()) < abs(pixels):
            next_row = self.line_step(row, direction)
            if next_row == row:
                break
            row = next_row
        return row

    def _across(self, row: int, direction: int, here: QRect) -> int:
        """Leave a section: to the next heading, or to the nearest tile of the next line."""
        index = bisect_right(self._first_rows, row) - 1
        placed = self._placed[index]
        if direction > 0:
            if row < placed.first and placed.section.count:  # from a heading into its tiles
                return placed.first
            return self._first_rows[index + 1] if index + 1 < len(self._placed) else row
        if row >= placed.first and placed.section.heading:
            return placed.first - 1
        if index == 0:
            return row
        above = self._placed[index - 1]
        if not above.section.count:
            return above.first - 1
        last_line = (above.section.count - 1) // above.columns
        tiles = range(last_line * above.columns, above.section.count)
        best = min(tiles, key=lambda tile: abs(above.rect(tile).center().x() - here.left()))
        return above.first + best

    def _of(self, row: int) -> _Placed:
        return self._placed[bisect_right(self._first_rows, row) - 1]
