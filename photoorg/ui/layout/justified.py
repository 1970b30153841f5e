"""Justified lines: photos of any shape fill each line from edge to edge, section by section.

Only arithmetic, no widgets. A line takes photos until, at the wanted height, they would overflow
it; then its height is chosen so that they fit exactly. The last line of a section keeps the
wanted height and ends where its photos end. Short sections share a line, each under its own
heading, so that a year of single photos does not become a page of emptiness.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect

from photoorg.ui.layout.grid_layout import HEADING_HEIGHT, GridLayout

Order = NDArray[np.int64]

LINE_HEIGHT, GAP = 184, 4
HEADING_WIDTH, SECTION_GAP = 184, 32
"""The least width of a section that shares its line, and the distance to the next one."""
NARROWEST, WIDEST = 0.45, 3.2
"""Shapes beyond these (width : height) are cropped, so that a panorama leaves room for others."""
TALLEST = 1.3
"""The last line of a section may grow to this share of the wanted height to fill the width."""


def shape_of(width: int, height: int) -> float:
    """Return a photo's width : height as it is laid out; an unknown size counts as 3 : 2."""
    if width <= 0 or height <= 0:
        return 1.5
    return min(max(width / height, NARROWEST), WIDEST)


class Shapes:
    """What does not depend on the window: the photos' shapes, and the sections' sizes.

    ``firsts`` has the first photo of each section and, at the end, the number of photos.
    """

    def __init__(self, shapes: Sequence[float] = (), counts: Sequence[int] = ()) -> None:
        self.shapes = list(shapes)
        self.firsts = list(accumulate(counts, initial=0))
        self._along = np.concatenate([[0.0], np.cumsum(self.shapes)])
        firsts = np.array(self.firsts, np.int64)
        self._ends = np.repeat(firsts[1:], np.diff(firsts))

    def reach(self, height: int) -> NDArray[np.float64]:
        """Return how far the photos before each ``(n + 1,)`` reach in one endless line."""
        return self._along * height + GAP * np.arange(len(self._along))

    def natural_width(self, section: int, height: int) -> float:
        """Return how wide a section is as one line of the wanted height, at least a heading."""
        first, end = self.firsts[section], self.firsts[section + 1]
        wide = float(self._along[end] - self._along[first]) * height + GAP * (end - first - 1)
        return max(wide, HEADING_WIDTH)

    def lines(self, width: int, height: int) -> tuple[list[int], list[int]]:
        """Return for each photo where a line of this width that begins with it would end.

        That is the photo after the line, which no section's end comes before; and how high the line
        would be. All at once takes a tenth of the time that it takes line by line.
        """
        room, ends, reach = width + GAP, self._ends, self.reach(height)
        starts = np.arange(len(self.shapes))
        after = _line_ends(reach, starts, ends, reach[:-1] + room)
        gaps = GAP * (after - starts)
        heights = height * (room - gaps) / (reach[after] - reach[:-1] - gaps)
        heights[(after == ends) & (heights > height * TALLEST)] = height
        return after.tolist(), np.maximum(np.rint(heights), 1).astype(np.int64).tolist()


class JustifiedLayout(GridLayout):
    """The places of all rows of a model for one width, each section under a heading.

    As in :class:`GridLayout`, rows are numbered through all sections and a heading is a row.
    """

    def __init__(
        self,
        shapes: Shapes,
        width: int,
        margin: int = 24,
        heading: tuple[int, int] = (HEADING_WIDTH, HEADING_HEIGHT),
        line_height: int = LINE_HEIGHT,
    ) -> None:
        super().__init__((), width, margin, heading_height=heading[1])
        self._heading_width = heading[0]
        self._line_height = line_height
        self._inner = max(1, width - 2 * margin)
        self._shapes = shapes.shapes
        self._section_firsts = shapes.firsts
        self._line_tops: list[int] = []
        self._line_heights: list[int] = []
        self._line_firsts: list[int] = [0]  # photos; one entry more than lines
        self._headings: list[QRect] = []
        self._heading_tops: list[int] = []
        self._section_lefts: list[int] = []
        ends, heights = shapes.lines(self._inner, line_height)
        y, section, sections = 0, 0, len(shapes.firsts) - 1
        while section < sections:
            after = self._place_headings(shapes, section, sections, y)
            first, end = shapes.firsts[section], shapes.firsts[after]
            y += self.heading_height
            if after - section > 1:
                y = self._add_line(y, line_height, end)
            else:
                while first < end:
                    y = self._add_line(y, heights[first], ends[first])
                    first = ends[first]
            section = after
        self.rows = len(shapes.shapes) + sections
        self.height = y + margin if sections else 0

    def rect(self, row: int) -> QRect:
        """Return the place of ``row`` in the whole (unscrolled) sheet; empty if there is none."""
        if not 0 <= row < self.rows:
            return QRect()
        section, photo = self._split(row)
        if photo is None:
            return QRect(self._headings[section])
        line = self._line_of(photo)
        return self._places(line)[photo - self._line_firsts[line]]

    def is_heading(self, row: int) -> bool:
        """Tell whether ``row`` is a heading."""
        return 0 <= row < self.rows and self._split(row)[1] is None

    def gap_of(self, row: int) -> int:
        """Return the distance to the next photo in the line."""
        del row
        return GAP

    def row_at(self, point: QPoint) -> int:
        """Return the row at ``point``, or -1."""
        near = QRect(point.x(), point.y(), 1, 1)
        return next((row for row in self.rows_in(near) if self.rect(row).contains(point)), -1)

    def rows_in(self, area: QRect) -> Iterator[int]:
        """Yield the rows whose place touches ``area``: headings, then photos."""
        low = bisect_right(self._heading_tops, area.top() - self.heading_height)
        high = bisect_right(self._heading_tops, area.bottom())
        for section in range(low, high):
            yield self._section_firsts[section] + section
        first = max(0, bisect_right(self._line_tops, area.top()) - 1)
        last = bisect_right(self._line_tops, area.bottom())
        for line in range(first, last):
            for photo, place in enumerate(self._places(line), self._line_firsts[line]):
                if place.intersects(area):
                    yield self._row_of(photo)

    def line_step(self, row: int, direction: int) -> int:
        """Return the photo below (``direction`` 1) or above (-1) ``row``; headings are skipped."""
        photo = self._split(row)[1]
        if photo is None:
            return row + 1
        line = self._line_of(photo) + direction
        if not 0 <= line < len(self._line_tops):
            return row
        middle = self.rect(row).center().x()
        places = self._places(line)
        nearest = min(range(len(places)), key=lambda i: abs(places[i].center().x() - middle))
        return self._row_of(self._line_firsts[line] + nearest)

    def top_of_section(self, section: int) -> int:
        """Return where a section's heading begins."""
        return self._heading_tops[section]

    def _section_of(self, photo: int) -> int:
        return bisect_right(self._section_firsts, photo) - 1

    def _row_of(self, photo: int) -> int:
        return photo + self._section_of(photo) + 1

    def _split(self, row: int) -> tuple[int, int | None]:
        """Return the section of ``row`` and its photo, None for a heading."""
        # section s has its heading in row firsts[s] + s
        low, high = 0, len(self._headings)
        while low < high:
            middle = (low + high) // 2
            if self._section_firsts[middle] + middle <= row:
                low = middle + 1
            else:
                high = middle
        section = low - 1
        photo = row - section - 1
        return section, None if photo < self._section_firsts[section] else photo

    def _line_of(self, photo: int) -> int:
        return bisect_right(self._line_firsts, photo, hi=len(self._line_tops)) - 1

    def _places(self, line: int) -> list[QRect]:
        first, end = self._line_firsts[line], self._line_firsts[line + 1]
        places: list[QRect] = []
        section = self._section_of(first)
        while first < end:
            after = min(end, self._section_firsts[section + 1])
            places += self._run(line, first, after, self._section_lefts[section])
            first, section = after, section + 1
        last = places[-1]
        edge = self.margin + self._inner
        overhang = last.x() + last.width() - edge
        if overhang > 0 or -overhang <= len(places):  # rounding may not show at the edge
            last.setWidth(edge - last.x())
        return places

    def _run(self, line: int, first: int, end: int, left: int) -> list[QRect]:
        top, height = self._line_tops[line], self._line_heights[line]
        widths = [shape * height for shape in self._shapes[first:end]]
        edges = [round(edge) for edge in accumulate(widths, initial=0.0)]
        return [
            QRect(left + start + i * GAP, top, stop - start, height)
            for i, (start, stop) in enumerate(pairwise(edges))
        ]

    def _place_headings(self, shapes: Shapes, section: int, sections: int, y: int) -> int:
        """Place the headings that stand side by side at ``y``; return the section after them."""
        x = 0
        start = section
        while section < sections:
            width = max(shapes.natural_width(section, self._line_height), self._heading_width)
            if section > start and x + width > self._inner:
                break
            alone = section == start and width > self._inner
            room = self._inner if alone else round(width)
            self._headings.append(QRect(self.margin + x, y, room, self.heading_height))
            self._heading_tops.append(y)
            self._section_lefts.append(self.margin + x)
            section += 1
            if alone:
                break
            x += room + SECTION_GAP
        return section

    def _add_line(self, y: int, height: int, end: int) -> int:
        self._line_tops.append(y)
        self._line_heights.append(height)
        self._line_firsts.append(end)
        return y + height + GAP


def _line_ends(
    reach: NDArray[np.float64], starts: Order, ends: Order, targets: NDArray[np.float64]
) -> Order:
    """Return the photos after lines ``(n,)`` that begin at ``starts`` and should reach ``targets``.

    The sections end at ``ends``.
    """
    after = np.minimum(np.searchsorted(reach, targets), ends + 1) - 1
    after = np.maximum(after, starts + 1)
    further = np.minimum(after + 1, len(starts))
    # a little lower is nearer to the wanted height than much higher
    nearer = reach[further] - targets < (targets - reach[after]) / 2
    return np.asarray(np.where((after < ends) & nearer, further, after), np.int64)
