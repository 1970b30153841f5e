"""Draws a photo in a justified line, and the month above it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from photoorg.ui import theme, words
from photoorg.ui.delegates.heading import paint_heading
from photoorg.ui.delegates.picture_delegate import PictureDelegate
from photoorg.ui.models.photo_sheet import Month
from photoorg.ui.models.photos_model import MONTH, PHOTO_ID
from photoorg.ui.theme import Tokens
from photoorg.ui.widgets.cover import paint_check

Index = QModelIndex | QPersistentModelIndex
RADIUS = 3
INSET = 10
_State = QStyle.StateFlag


class PhotoDelegate(PictureDelegate):
    """Photos fill their place; what does not fit (a panorama's ends) is cut off evenly."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = theme.tokens_of(self._grid)
        state: _State = option.state
        focused = bool(state & _State.State_HasFocus)
        month = index.data(MONTH)
        if isinstance(month, Month):
            number = words.number(month.count)
            paint_heading(painter, option.rect, month.title, number, colors, focused=focused)
            return
        selected = bool(state & _State.State_Selected)
        place = QRect(option.rect)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.selected)
            painter.drawRoundedRect(QRectF(place), RADIUS, RADIUS)
            place.adjust(INSET, INSET, -INSET, -INSET)
        paint_photo(painter, place, self._thumbnails.photo(index.data(PHOTO_ID)), colors)
        if selected:
            paint_check(painter, QPointF(option.rect.topLeft()) + QPointF(16, 16), colors)
        if focused:
            painter.setPen(QPen(colors.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        elif not selected and state & _State.State_MouseOver:
            painter.setPen(QPen(colors.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def paint_photo(painter: QPainter, place: QRect, picture: QPixmap | None, colors: Tokens) -> None:
    """Fill ``place`` with ``picture``, or with the quiet shape of one that is not there yet."""
    painter.setPen(Qt.PenStyle.NoPen)
    if picture is None:
        painter.setBrush(colors.placeholder)
        painter.drawRoundedRect(QRectF(place), RADIUS, RADIUS)
        return
    scale = max(place.width() / picture.width(), place.height() / picture.height())
    left = place.x() - (picture.width() * scale - place.width()) / 2
    top = place.y() - (picture.height() * scale - place.height()) / 2
    brush = QBrush(picture)
    brush.setTransform(QTransform(scale, 0, 0, scale, left, top))
    painter.setBrush(brush)
    painter.drawRoundedRect(QRectF(place), RADIUS, RADIUS)
