"""Draws the line of somebody who was merged: a cover, who it was, how many faces and when."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from photoorg.library import Merge
from photoorg.ui import theme
from photoorg.ui.models.merges_model import MERGE
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers
from photoorg.ui.widgets.row_delegate import RowDelegate

COVER = 44


class MergeDelegate(RowDelegate):
    """A circle for somebody with a name, a square for a group, as everywhere."""

    def __init__(self, view: QAbstractItemView, thumbnails: ThumbnailLoader) -> None:
        super().__init__(view)
        self._thumbnails = thumbnails
        self._covers = Covers()
        self.sign = COVER

    def paint_sign(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        merge = index.data(MERGE)
        assert isinstance(merge, Merge)
        radius = COVER / 2 if merge.name is not None else theme.RADIUS
        face = merge.cover_face_id
        picture = None if face is None else self._thumbnails.face(face, COVER)
        self._covers.paint(painter, rect, picture, radius, theme.tokens_of(self._view))
