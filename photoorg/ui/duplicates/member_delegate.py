"""Draws a picture of a stack: the whole of it, whether it is the best, its name, size and place."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from photoorg.jobs.messages import shown
from photoorg.library.duplicates.values import Member
from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.delegates.picture_delegate import PictureDelegate
from photoorg.ui.direction import beginning, isolated, placed
from photoorg.ui.duplicates.members_model import BEST, MEMBER, WORDS
from photoorg.ui.duplicates.telling import facts
from photoorg.ui.theme import Tokens
from photoorg.ui.widgets.cover import paint_ring, paint_states

Index = QModelIndex | QPersistentModelIndex
_LINE = 19


class MemberDelegate(PictureDelegate):
    """Nothing is cut off: versions of one picture may differ at the edges."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = theme.tokens_of(self._grid)
        member = cast("Member", index.data(MEMBER))
        tile = QRect(option.rect)
        place = QRect(tile.left(), tile.top(), tile.width(), tile.height() - theme.scaled(WORDS))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.surface_sunken)
        painter.drawRoundedRect(QRectF(place), theme.RADIUS, theme.RADIUS)
        picture = self._thumbnails.photo(member.photo_id, place.width())
        if picture is not None:
            size = picture.deviceIndependentSize().scaled(
                place.size(), Qt.AspectRatioMode.KeepAspectRatio
            )
            inside = QRectF(QPointF(), size)
            inside.moveCenter(QRectF(place).center())
            painter.drawPixmap(inside.toAlignedRect(), picture)
        if index.data(BEST):
            _paint_best(painter, place, colors)
        if option.state & QStyle.StateFlag.State_MouseOver:
            paint_ring(painter, place, theme.RADIUS, colors.accent, 2, -2)
        paint_states(painter, place, theme.RADIUS, option.state, colors)
        _paint_words(painter, tile, place, member, colors)


def _paint_best(painter: QPainter, place: QRect, colors: Tokens) -> None:
    """Write "Best" into a corner of the picture."""
    font = theme.font(theme.SMALL, strong=True)
    text, metrics = tr("Best"), QFontMetrics(font)
    size = QSize(metrics.horizontalAdvance(text) + 18, metrics.height() + 6)
    corner = QRect(place.right() - size.width() - 6, place.top() + 7, size.width(), size.height())
    pill = QRectF(placed(place, corner))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.accent)
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setFont(font)
    painter.setPen(colors.accent_text)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _paint_words(
    painter: QPainter, tile: QRect, place: QRect, member: Member, colors: Tokens
) -> None:
    middle, start = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideLeft
    lines = (
        (shown(member.path.name), theme.BODY, colors.text, middle),
        (facts(member), theme.SMALL, colors.text_muted, middle),
        (shown(member.path.parent), theme.SMALL, colors.text_muted, start),
    )
    top = place.bottom() + theme.scaled(6)
    for text, size, color, elided in lines:
        font = theme.font(size)
        line = QRect(tile.left(), top, tile.width(), theme.scaled(_LINE))
        painter.setFont(font)
        painter.setPen(color)
        leading = beginning() | Qt.AlignmentFlag.AlignVCenter
        told = QFontMetrics(font).elidedText(text, elided, line.width())
        painter.drawText(line, leading, isolated(told))
        top += theme.scaled(_LINE)
