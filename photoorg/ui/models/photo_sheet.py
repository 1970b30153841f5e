"""All photos of a sheet by month, with what their layout needs.

Plain lists, no models: those of a big library are made in the thread that has read it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby
from typing import TypeAlias

from PySide6.QtCore import QDate, QLocale

from photoorg.tr import tr
from photoorg.ui.layout.justified import Shapes, shape_of

PhotoShape: TypeAlias = tuple[int, int, int, str]
"""A photo's id, width, height and month, which is like "2019-07", "" without a date."""


@dataclass(frozen=True, slots=True)
class Month:
    """The heading above a month's photos."""

    month: str
    title: str
    count: int


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """``photos`` in order, the ``months`` they are in and the rows of these headings.

    ``row_of`` leads from a photo to its row. It is made once and never changed.
    """

    photos: Sequence[PhotoShape] = ()
    months: Sequence[Month] = ()
    heading_rows: Sequence[int] = ()
    row_of: Mapping[int, int] = field(default_factory=dict)
    shapes: Shapes = field(default_factory=Shapes)

    def of(self, ids: Collection[int]) -> "Sheet":
        """Return the sheet of those photos of this one that are among ``ids``."""
        chosen = [photo for photo in self.photos if photo[0] in ids]
        return self if len(chosen) == len(self.photos) else sheet_of(chosen)


def sheet_of(photos: Sequence[PhotoShape]) -> Sheet:
    """Put photos, the newest first, under their months."""
    months: list[Month] = []
    heading_rows: list[int] = []
    row_of: dict[int, int] = {}
    for month, members in groupby(photos, key=lambda photo: photo[3]):
        heading_rows.append(len(row_of) + len(months))
        ids = [photo[0] for photo in members]
        row_of.update(zip(ids, count(heading_rows[-1] + 1), strict=False))
        months.append(Month(month, month_title(month), len(ids)))
    shapes = [shape_of(width, height) for _, width, height, _ in photos]
    counts = [month.count for month in months]
    return Sheet(photos, months, heading_rows, row_of, Shapes(shapes, counts))


def month_title(month: str, *, short: bool = False) -> str:
    """Return "July 2019" for "2019-07", or "Jul 2019"; "1965" where no month is known."""
    if len(month) == 4:
        return month
    date = QDate.fromString(f"{month}-01", "yyyy-MM-dd")
    if not date.isValid():
        return tr("No date")
    #: How a month is written, in Qt's letters: MMMM is the month, MMM its first letters
    return QLocale().toString(date, tr("MMM yyyy") if short else tr("MMMM yyyy"))
