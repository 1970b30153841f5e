"""Draws a change of groups: a tick, who stays, the faces that move, and words."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photoorg.ui import icons, theme
from photoorg.ui.models.changes_model import SEEN, SeenChange
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers

Index = QModelIndex | QPersistentModelIndex

COVER = 44
SHOWN = 4
"""So many of the faces that move are shown."""
_TICK = 18
_PADDING = 12
_GAP = 6
_ARROW = 18
_State = QStyle.StateFlag


class ChangeDelegate(QStyledItemDelegate):
    """A click anywhere on a line, or Space, turns its tick."""

    def __init__(self, view: QAbstractItemView, thumbnails: ThumbnailLoader) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails
        self._covers = Covers()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(option.rect.width(), COVER + 2 * _PADDING)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        del option
        if not _turns(event):
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        after = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, after, Qt.ItemDataRole.CheckStateRole)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = theme.tokens_of(self._view)
        seen = index.data(SEEN)
        assert isinstance(seen, SeenChange)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if option.state & _State.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.surface_sunken)
            painter.drawRoundedRect(row, theme.RADIUS, theme.RADIUS)
        if option.state & _State.State_HasFocus:
            painter.setPen(QPen(colors.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        line, away = option.rect, self._view.isRightToLeft()
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        at = line.left() + _PADDING
        self._paint_tick(painter, self._place(line, at, _TICK, away), ticked=ticked)
        at += _TICK + _PADDING
        painter.setOpacity(1 if ticked else 0.45)
        arrow = "back" if bool(seen.change.joining) is not away else "forward"
        cover = self._place(line, at, COVER, away)
        self._paint_face(painter, cover, seen.stays, named=seen.name is not None)
        at += COVER + _GAP
        ratio = painter.device().devicePixelRatioF()
        picture = icons.pixmap(arrow, colors.text_muted, _ARROW, ratio)
        painter.drawPixmap(self._place(line, at, _ARROW, away).topLeft(), picture)
        at += _ARROW + _GAP
        for face in seen.moves[:SHOWN]:
            self._paint_face(painter, self._place(line, at, COVER, away), face, named=False)
            at += COVER + _GAP
        at += _GAP
        words = self._place(line, at, max(line.right() - at - _PADDING, 0), away)
        painter.setOpacity(1)
        painter.setFont(theme.font(theme.BODY))
        painter.setPen(colors.text if ticked else colors.text_muted)
        shown = QFontMetrics(painter.font()).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        words.setTop(line.top())
        words.setBottom(line.bottom())
        leading = Qt.AlignmentFlag.AlignRight if away else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, leading | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _place(self, line: QRect, left: int, side: int, mirrored: bool) -> QRect:  # noqa: FBT001
        """Return a square, or a strip ``side`` wide, in the middle of the line's height."""
        height = min(side, COVER)
        top = line.top() + (line.height() - height) // 2
        if mirrored:
            left = line.left() + line.right() - left - side + 1
        return QRect(left, top, side, height)

    def _paint_tick(self, painter: QPainter, rect: QRect, *, ticked: bool) -> None:
        colors = theme.tokens_of(self._view)
        painter.setPen(QPen(colors.accent if ticked else colors.field_border, 1.5))
        painter.setBrush(colors.accent if ticked else colors.surface)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)
        if ticked:
            ratio = painter.device().devicePixelRatioF()
            picture = icons.pixmap("check", colors.accent_text, 14, ratio)
            painter.drawPixmap(QPointF(rect.topLeft()) + QPointF(2, 2), picture)

    def _paint_face(self, painter: QPainter, rect: QRect, face: int | None, *, named: bool) -> None:
        radius = COVER / 2 if named else theme.RADIUS
        picture = None if face is None else self._thumbnails.face(face, COVER)
        self._covers.paint(painter, rect, picture, radius, theme.tokens_of(self._view))


def _turns(event: QEvent) -> bool:
    if isinstance(event, QMouseEvent):
        left = event.button() == Qt.MouseButton.LeftButton
        return left and event.type() == QEvent.Type.MouseButtonRelease
    if isinstance(event, QKeyEvent):
        return event.key() == Qt.Key.Key_Space and event.type() == QEvent.Type.KeyPress
    return False
