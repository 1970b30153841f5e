"""What delegates have in common that draw pictures out of the library."""

from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate

from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers
from photoorg.ui.widgets.tile_grid import TileGrid


class PictureDelegate(QStyledItemDelegate):
    """Draws on a grid, with the small pictures of a loader."""

    def __init__(self, grid: TileGrid, thumbnails: ThumbnailLoader) -> None:
        super().__init__(grid)
        self._grid = grid
        self._thumbnails = thumbnails


class AwaitingDelegate(PictureDelegate):
    """Remembers which tiles were painted before their picture was there.

    They are painted once more when it is; tiles whose pictures are known by other numbers than
    their own could not be found otherwise.
    """

    def __init__(self, grid: TileGrid, thumbnails: ThumbnailLoader) -> None:
        super().__init__(grid, thumbnails)
        self._covers = Covers()
        self._waiting: dict[int, QPersistentModelIndex] = {}

    def take_waiting(self, id_: int) -> QPersistentModelIndex | None:
        """Return the tile that was painted without this picture, once."""
        return self._waiting.pop(id_, None)
