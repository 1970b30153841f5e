"""Draws a line of a list: an icon, what it is, and below it what there is to say."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photoorg.ui import icons, theme
from photoorg.ui.direction import isolated, left_of, placed
from photoorg.ui.models.row_roles import DETAIL, ICON, LINE, WARNING

Index = QModelIndex | QPersistentModelIndex

HEIGHT = 68
ABOVE = 13
"""The distance of the words from the upper edge of a line."""
_PADDING = 16
_SECOND = 22
_ICON = 24
_State = QStyle.StateFlag


class RowDelegate(QStyledItemDelegate):
    """The display role is the title; ``lit`` is the line whose buttons are shown.

    ``taken`` is the width of those buttons: the words end before them. ``sign`` is the side of
    what stands before the words. A title that is too long loses its middle, or what ``elide`` says.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.sign = _ICON
        self.height = HEIGHT
        self.lit = QPersistentModelIndex()
        self.taken = 0
        self.elide = Qt.TextElideMode.ElideMiddle

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(option.rect.width(), max(self.sign, theme.scaled(self.height)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = theme.tokens_of(self._view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & _State.State_Selected)
        row = QRectF(option.rect).adjusted(0, 1, 0, -1)
        if selected or index == self.lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.selected if selected else colors.surface_sunken)
            painter.drawRoundedRect(row, theme.RADIUS, theme.RADIUS)
        if option.state & _State.State_HasFocus:
            painter.setPen(QPen(colors.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        indent = self.indent(index)
        left = option.rect.left() + _PADDING + indent
        top = option.rect.top() + (option.rect.height() - self.sign) // 2
        sign = QRect(left, top, self.sign, self.sign)
        self.paint_sign(painter, placed(option.rect, sign), index)
        taken = self.taken if index == self.lit else 0
        before = 2 * _PADDING + self.sign + indent
        text = option.rect.adjusted(before, theme.scaled(ABOVE), -_PADDING - taken, 0)
        self.paint_words(painter, placed(option.rect, text), index)
        painter.restore()

    def indent(self, index: Index) -> int:
        """Return how far a line is moved away from where one begins to read."""
        del index
        return 0

    def facts_end(self, index: Index) -> int:
        """Return how far the second line reaches from where a line begins."""
        metrics = QFontMetrics(theme.font(theme.BODY))
        wide = metrics.horizontalAdvance(str(index.data(LINE) or ""))
        return 2 * _PADDING + self.sign + self.indent(index) + wide

    def paint_sign(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw what stands before the words: here the icon."""
        colors = theme.tokens_of(self._view)
        tint = colors.danger if index.data(WARNING) else colors.text_muted
        ratio = painter.device().devicePixelRatioF()
        picture = icons.pixmap(str(index.data(ICON)), tint, self.sign, ratio)
        painter.drawPixmap(rect.topLeft(), picture)

    def paint_words(self, painter: QPainter, text: QRect, index: Index) -> None:
        """Draw the title, and below it the second line."""
        colors = theme.tokens_of(self._view)
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        strong, small = theme.font(theme.STRONG), theme.font(theme.SMALL)
        body = theme.font(theme.BODY)
        title = QFontMetrics(strong).elidedText(str(index.data()), self.elide, text.width())
        used = QFontMetrics(strong).horizontalAdvance(title) + 10
        baseline = text.top() + QFontMetrics(strong).ascent()
        painter.setFont(strong)
        painter.setPen(colors.text)
        painter.drawText(left_of(text, text.left(), used - 10), baseline, isolated(title))
        detail = str(index.data(DETAIL) or "")
        painter.setFont(small)
        painter.setPen(colors.text_muted)
        shown = QFontMetrics(small).elidedText(detail, middle, max(0, text.width() - used))
        wide = QFontMetrics(small).horizontalAdvance(shown)
        painter.drawText(left_of(text, text.left() + used, wide), baseline, isolated(shown))
        painter.setFont(body)
        painter.setPen(colors.danger if index.data(WARNING) else colors.text_muted)
        line = QFontMetrics(body).elidedText(str(index.data(LINE) or ""), right, text.width())
        left = left_of(text, text.left(), QFontMetrics(body).horizontalAdvance(line))
        painter.drawText(left, baseline + theme.scaled(_SECOND), line)
