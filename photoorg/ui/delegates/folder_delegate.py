"""Draws a folder, moved to the right as deep as it lies, with a mark that folds what is in it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter

from photoorg.ui import direction, icons, theme
from photoorg.ui.models.row_roles import DEPTH, FOLDED
from photoorg.ui.widgets.row_delegate import RowDelegate

Index = QModelIndex | QPersistentModelIndex

_MARK, _STEP = 16, 24
_LEFT = 8


class FolderDelegate(RowDelegate):
    """Every line has room for the mark, so that equal depths stand below each other."""

    def indent(self, index: Index) -> int:
        return int(index.data(DEPTH) or 0) * _STEP + _MARK

    def on_mark(self, index: Index, at: QPoint, line: QRect) -> bool:
        """Tell whether a point of a line is on its mark."""
        at = direction.point(line, at)
        right = line.left() + _LEFT + self.indent(index) + _MARK // 2
        return index.data(FOLDED) is not None and right - _STEP <= at.x() <= right

    def paint_sign(self, painter: QPainter, rect: QRect, index: Index) -> None:
        super().paint_sign(painter, rect, index)
        folded = index.data(FOLDED)
        if folded is None:
            return
        tint = theme.tokens_of(self._view).text_muted
        name = "forward" if folded else "down"
        picture = icons.pixmap(name, tint, _MARK, painter.device().devicePixelRatioF())
        top = rect.center().y() - _MARK // 2
        beside = rect.right() + 1 + _LEFT if direction.mirrored() else rect.left() - _MARK - _LEFT
        painter.drawPixmap(beside, top, picture)
