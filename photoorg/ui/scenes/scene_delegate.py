"""Draws the line of a group of photos: the most typical one, and what the group is called."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from photoorg.library.scenes.values import Scene
from photoorg.ui import theme
from photoorg.ui.scenes.scenes_model import SCENE
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers
from photoorg.ui.widgets.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex
_SIDE = 48


class SceneDelegate(RowDelegate):
    """Draws a place for the photo until it is loaded."""

    def __init__(self, view: QAbstractItemView, thumbnails: ThumbnailLoader) -> None:
        super().__init__(view)
        self._thumbnails = thumbnails
        self._covers = Covers()
        self.sign = _SIDE
        self.elide = Qt.TextElideMode.ElideRight  # a name, of which the beginning tells most

    def paint_sign(self, painter: QPainter, rect: QRect, index: Index) -> None:
        scene = cast("Scene", index.data(SCENE))
        first = scene.photo_ids[0] if scene.photo_ids else None
        picture = None if first is None else self._thumbnails.photo(first, 2 * _SIDE)
        self._covers.paint(painter, rect, picture, theme.RADIUS, theme.tokens_of(self._view))
