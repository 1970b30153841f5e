"""Draws the line of a stack: the best picture on top of a pile, what it is, and its name."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from photoorg.library.duplicates.values import Stack
from photoorg.ui import theme
from photoorg.ui.duplicates.stacks_model import STACK
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers, paint_absent, paint_ring
from photoorg.ui.widgets.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex
_SIDE, _EDGE = 48, 4
"""The picture, and how far each of those below it sticks out."""


class StackDelegate(RowDelegate):
    """Waits for the pictures of the lines that are seen."""

    def __init__(self, view: QAbstractItemView, thumbnails: ThumbnailLoader) -> None:
        super().__init__(view)
        self._thumbnails = thumbnails
        self._covers = Covers()
        self._waiting: dict[int, QPersistentModelIndex] = {}
        self.sign = _SIDE + 2 * _EDGE

    def take_waiting(self, photo_id: int) -> QPersistentModelIndex | None:
        """Return the line that was painted without this picture, once."""
        return self._waiting.pop(photo_id, None)

    def paint_sign(self, painter: QPainter, rect: QRect, index: Index) -> None:
        stack, colors = cast("Stack", index.data(STACK)), theme.tokens_of(self._view)
        top = QRect(rect.left(), rect.top() + 2 * _EDGE, _SIDE, _SIDE)
        for depth in range(min(len(stack.paths) - 1, 2), 0, -1):
            below = top.translated(depth * _EDGE, -depth * _EDGE)
            paint_absent(painter, below, theme.RADIUS, colors)
            paint_ring(painter, below, theme.RADIUS, colors.surface, 1.5, -1)
        photo = stack.photo_ids[0]
        picture = self._thumbnails.photo(photo, 2 * _SIDE)
        if picture is None:
            self._waiting[photo] = QPersistentModelIndex(index)
        self._covers.paint(painter, top, picture, theme.RADIUS, colors)
        paint_ring(painter, top, theme.RADIUS, colors.surface, 1.5, -1)
