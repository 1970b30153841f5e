"""Draws a step of the history: a dot, what was done, and when; what is undone steps back."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from photoorg.ui import theme
from photoorg.ui.models.history_model import NOW, UNDONE
from photoorg.ui.models.row_roles import LINE
from photoorg.ui.widgets.row_delegate import ABOVE, RowDelegate

Index = QModelIndex | QPersistentModelIndex

_HEIGHT = 44
_SIGN = 12
_DOT = 4.0


class HistoryDelegate(RowDelegate):
    """One line each; the dot of where the library is now is bigger and filled."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.height = _HEIGHT
        self.sign = _SIGN

    def paint_sign(self, painter: QPainter, rect: QRect, index: Index) -> None:
        colors = theme.tokens_of(self._view)
        middle = QRectF(rect).center()
        if index.data(NOW):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.accent)
            painter.drawEllipse(middle, _DOT + 2, _DOT + 2)
            return
        painter.setPen(QPen(colors.field_border, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush if index.data(UNDONE) else colors.field_border)
        painter.drawEllipse(middle, _DOT, _DOT)

    def paint_words(self, painter: QPainter, text: QRect, index: Index) -> None:
        colors = theme.tokens_of(self._view)
        small = theme.font(theme.SMALL)
        body = theme.font(theme.BODY, strong=bool(index.data(NOW)))
        line = QRect(text)
        line.setTop(text.top() - theme.scaled(ABOVE))
        line.setHeight(theme.scaled(_HEIGHT))
        moment = str(index.data(LINE))
        painter.setPen(colors.text_muted)
        painter.setFont(small)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, right, moment)
        room = line.width() - QFontMetrics(small).horizontalAdvance(moment) - 16
        shown = QFontMetrics(body).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, max(0, room)
        )
        painter.setPen(colors.text_muted if index.data(UNDONE) else colors.text)
        painter.setFont(body)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, left, shown)
