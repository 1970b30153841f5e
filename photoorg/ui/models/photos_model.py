"""The photos of the library, newest first, under a heading for each month."""

import logging
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from photoorg.errors import PhotoorgError
from photoorg.jobs.messages import shown
from photoorg.library import Photo
from photoorg.library.photos import Photos
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.file_manager import file_url
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.layout.justified import LINE_HEIGHT, Shapes
from photoorg.ui.models.photo_sheet import Month, PhotoShape, Sheet, month_title, sheet_of
from photoorg.ui.models.positions import position

log = logging.getLogger(__name__)

Index: TypeAlias = QModelIndex | QPersistentModelIndex

PHOTO_ID = Qt.ItemDataRole.UserRole + 1
MONTH = Qt.ItemDataRole.UserRole + 2


class PhotosModel(QAbstractListModel):
    """Rows are months and photos; one of the ``photos`` is read when somebody asks about it."""

    def __init__(self, photos: Photos, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._sheet = Sheet()

    @property
    def shapes(self) -> Shapes:
        """What the layout needs."""
        return self._sheet.shapes

    def show(self, photos: Sheet | Sequence[PhotoShape]) -> bool:
        """Show these photos, newest first; return whether anything differs."""
        sheet = photos if isinstance(photos, Sheet) else sheet_of(list(photos))
        if list(sheet.photos) == list(self._sheet.photos):
            return False
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()
        return True

    def months(self) -> Sequence[Month]:
        """Return the months in the order shown."""
        return self._sheet.months

    def count(self) -> int:
        """Return how many photos are shown."""
        return len(self._sheet.photos)

    def ids(self) -> list[int]:
        """Return the photos in the order shown."""
        return [photo[0] for photo in self._sheet.photos]

    def ids_in(self, rows: Sequence[int]) -> list[int]:
        """Return the photos in ``rows``; headings among them are passed over."""
        places = (self._photo_at(row) for row in rows)
        return [self._sheet.photos[at][0] for at in places if at is not None]

    def sections(self) -> list[Section]:
        """Return how many photos stand under each heading."""
        return [Section(month.count, LINE_HEIGHT, LINE_HEIGHT) for month in self._sheet.months]

    def photo_id(self, index: Index) -> int | None:
        """Return the photo at ``index``, or None at a heading."""
        at = self._photo_at(index.row()) if self._valid(index) else None
        return None if at is None else self._sheet.photos[at][0]

    def row_of(self, photo_id: int) -> int:
        """Return the row of a photo, or -1 when it is not shown."""
        return self._sheet.row_of.get(photo_id, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self._sheet.photos) + len(self._sheet.months)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self._valid(index):
            return None
        at = self._photo_at(index.row())
        if at is None:
            return _month_data(self._sheet.months[self._section_of(index.row())], role)
        photo_id = self._sheet.photos[at][0]
        if role == PHOTO_ID:
            return photo_id
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return position(self.sections(), index.row())
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if role not in wanted:
            return None
        try:
            photo = self._photos.get(photo_id)
        except PhotoorgError:  # removed a moment ago: the next refresh takes its row away
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown(photo.path.name)}, {date_of(photo)}, {words.faces(photo.faces)}"
        return shown(photo.path.name)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._valid(index):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self._photo_at(index.row()) is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the chosen files, for another program."""
        ids = [photo_id for index in indexes if (photo_id := self.photo_id(index)) is not None]
        try:
            return files(self._photos.paths(ids))
        except PhotoorgError as error:  # gone meanwhile, or somebody writes: there is none to drag
            log.info("photos cannot be dragged: %s", error)
            return files([])

    def _valid(self, index: Index) -> bool:
        return index.isValid() and 0 <= index.row() < self.rowCount()

    def _section_of(self, row: int) -> int:
        return bisect_right(self._sheet.heading_rows, row) - 1

    def _photo_at(self, row: int) -> int | None:
        section = self._section_of(row)
        return None if self._sheet.heading_rows[section] == row else row - section - 1


def date_of(photo: Photo) -> str:
    """Return when a photo was taken, as people write it."""
    return written(photo.taken_at)


def written(taken: str | None) -> str:
    """Return "14 July 2019, 10:11" for "2019-07-14T10:11:12", or as much as is known of it."""
    said = taken or ""
    moment = QDateTime.fromString(said, Qt.DateFormat.ISODate)
    if not moment.isValid():  # a month, or a year
        return month_title(said) if said else tr("no date")
    #: How a moment is written, in Qt's letters: HH is the hour, mm the minute
    form = tr("d MMMM yyyy, HH:mm") if len(said) > 10 else tr("d MMMM yyyy")
    return QLocale().toString(moment, form)


def files(paths: Sequence[Path]) -> QMimeData:
    """Return files as other programs take them from the clipboard or a drag."""
    data = QMimeData()
    data.setUrls([file_url(path) for path in paths])
    return data


def _month_data(month: Month, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return month.title
    if role == MONTH:
        return month
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{month.title}, {words.photos(month.count)}"
    return None
