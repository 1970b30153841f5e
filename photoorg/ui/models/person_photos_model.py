"""The photos in which one person appears, newest first."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from photoorg.jobs.messages import shown
from photoorg.library import Photo
from photoorg.tr import tr
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.models.positions import position
from photoorg.ui.models.tiles_model import Index, TilesModel

PHOTO = Qt.ItemDataRole.UserRole + 1
TILE = 176


class PersonPhotosModel(TilesModel):
    """One row per photo."""

    def show(self, photos: Sequence[Photo]) -> None:
        """Show these photos."""
        if list(photos) == self._tiles:
            return
        self.beginResetModel()
        self._tiles = list(photos)
        self.endResetModel()

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        return [Section(len(self._tiles), TILE, TILE, 6, 6, heading=False, square=True)]

    def photo(self, index: Index) -> Photo | None:
        """Return the photo at ``index``."""
        return self._tiles[index.row()] if self.has(index) else None

    def ids(self) -> list[int]:
        """Return the ids of the photos in order."""
        return [photo.id for photo in self._tiles]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        photo = self.photo(index)
        if photo is None:
            return None
        if role == PHOTO:
            return photo
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown(photo.path)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [tr("Photo {name}", name=shown(photo.path.name))]
            if photo.taken_at:
                parts.append(photo.taken_at[:10])
            return ", ".join(parts)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return position(self.sections(), index.row())
        return None
