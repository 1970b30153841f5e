"""Draws the tile of a video: a picture of it, how long it is, and who is seen when."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from photoorg.plain_text import clock
from photoorg.ui import icons, theme
from photoorg.ui.delegates.photo_delegate import paint_photo
from photoorg.ui.delegates.picture_delegate import AwaitingDelegate
from photoorg.ui.direction import beginning, isolated, left_of, placed
from photoorg.ui.models.photos_model import date_of
from photoorg.ui.theme import Tokens
from photoorg.ui.videos.seen import Seen, Somebody, who
from photoorg.ui.videos.videos_model import SEEN, WORDS
from photoorg.ui.widgets.cover import paint_absent, paint_ring, paint_states

Index = QModelIndex | QPersistentModelIndex
_FACE, _FACES, _EDGE = 30, 4, 8
_SHADE, _LIGHT = QColor(18, 16, 14, 176), QColor("white")
"""What is written on a picture, in every theme."""


class VideoDelegate(AwaitingDelegate):
    """The faces of those who are seen lie on the picture: what a film begins with tells little."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = theme.tokens_of(self._grid)
        seen = cast("Seen | None", index.data(SEEN))
        tile = QRect(option.rect)
        place = QRect(tile.left(), tile.top(), tile.width(), tile.height() - theme.scaled(WORDS))
        if seen is None:
            paint_absent(painter, place, theme.RADIUS, colors)
            return
        picture = self._thumbnails.photo(seen.video.id, 2 * place.width())
        paint_photo(painter, place, picture, colors)
        people = seen.people()
        self._paint_faces(painter, place, people[:_FACES], index)
        paint_length(painter, place, clock(seen.video.seconds or 0.0))
        if option.state & QStyle.StateFlag.State_MouseOver:
            paint_ring(painter, place, theme.RADIUS, colors.accent, 2, -2)
        paint_states(painter, place, theme.RADIUS, option.state, colors)
        self._paint_words(painter, tile, place, seen, people, colors)

    def _paint_faces(
        self,
        painter: QPainter,
        place: QRect,
        people: list[Somebody],
        index: Index,
    ) -> None:
        for at, one in enumerate(people):
            left = left_of(place, place.left() + _EDGE + at * (_FACE + 5), _FACE)
            face = QRect(left, place.bottom() - _EDGE - _FACE, _FACE, _FACE)
            radius = _FACE / 2 if one.name is not None else theme.RADIUS
            picture = self._thumbnails.face(one.face_id, _FACE)
            if picture is None:
                self._waiting[one.face_id] = QPersistentModelIndex(index)
                continue
            cut = self._covers.cut(picture, _FACE, radius, painter.device().devicePixelRatioF())
            painter.drawPixmap(face.topLeft(), cut)
            paint_ring(painter, face, radius, _LIGHT, 2, -1)

    def _paint_words(
        self,
        painter: QPainter,
        tile: QRect,
        place: QRect,
        seen: Seen,
        people: list[Somebody],
        colors: Tokens,
    ) -> None:
        top = place.bottom() + theme.scaled(6)
        lines = (
            (who(people), theme.BODY, colors.text if people else colors.text_muted, people),
            (date_of(seen.video), theme.SMALL, colors.text_muted, ()),
        )
        for text, size, color, strong in lines:
            font = theme.font(size, strong=bool(strong))
            line = QRect(tile.left(), top, tile.width(), theme.scaled(20))
            painter.setFont(font)
            painter.setPen(color)
            end = Qt.TextElideMode.ElideRight
            shown = QFontMetrics(font).elidedText(text, end, line.width())
            leading = beginning() | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, leading, isolated(shown))
            top += theme.scaled(20)


def paint_length(painter: QPainter, place: QRect, text: str) -> None:
    """Write how long a video is into the corner of its picture."""
    font = theme.font(theme.SMALL, strong=True)
    metrics = QFontMetrics(font)
    icon, high = 11, metrics.height() + 4
    wide = metrics.horizontalAdvance(text) + icon + 16
    left = left_of(place, place.right() - wide - _EDGE + 1, wide)
    corner = QRect(left, place.bottom() - high - _EDGE + 1, wide, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SHADE)
    painter.drawRoundedRect(QRectF(corner), high / 2, high / 2)
    play = icons.pixmap("play", _LIGHT, icon, painter.device().devicePixelRatioF())
    beside = left_of(corner, corner.left() + 6, icon)
    painter.drawPixmap(beside, corner.top() + (high - icon) // 2, play)
    painter.setFont(font)
    painter.setPen(_LIGHT)
    words = placed(corner, corner.adjusted(icon + 8, 0, -8, 0))
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)
