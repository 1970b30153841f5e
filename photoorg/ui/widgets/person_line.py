"""Draws somebody in a list: the cover, the name, and how many faces they have."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from photoorg.library import Person
from photoorg.ui import theme, words
from photoorg.ui.direction import isolated, placed
from photoorg.ui.models.people_model import PERSON
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers, paint_absent

_State = QStyle.StateFlag
_Align = Qt.AlignmentFlag


class PersonLine(QStyledItemDelegate):
    """Lines ``height`` pixels high; a line without a person is words alone."""

    def __init__(
        self, view: QAbstractItemView, thumbnails: ThumbnailLoader | None, height: int
    ) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails
        self._height = height
        self._covers = Covers()
        if thumbnails is not None:
            thumbnails.ready.connect(self._repaint)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]  # also called with a persistent index
        del option, index
        return QSize(0, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]  # also called with a persistent index
        colors = theme.tokens_of(self._view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & _State.State_Selected)
        if chosen or option.state & _State.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.selected if chosen else colors.hover)
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), theme.RADIUS, theme.RADIUS)
        person = index.data(PERSON)
        cover = option.rect.adjusted(8, 6, 0, -6)
        cover.setWidth(cover.height())
        line = placed(option.rect, option.rect.adjusted(20 + cover.width(), 0, -12, 0))
        cover = placed(option.rect, cover)
        if isinstance(person, Person):
            side, radius = cover.width(), cover.width() / 2
            face, loader = person.cover_face_id, self._thumbnails
            picture = loader.face(face, side) if loader and face is not None else None
            if picture is None:
                paint_absent(painter, cover, radius, colors)
            else:
                ratio = painter.device().devicePixelRatioF()
                painter.drawPixmap(cover.topLeft(), self._covers.cut(picture, side, radius, ratio))
            painter.setPen(colors.text_muted)
            painter.setFont(theme.font(theme.SMALL))
            faces = words.faces(person.count)
            painter.drawText(line, _Align.AlignVCenter | _Align.AlignRight, faces)
            used = painter.fontMetrics().horizontalAdvance(faces) + 12
            line = placed(line, line.adjusted(0, 0, -used, 0))
        painter.setPen(colors.text)
        painter.setFont(theme.font(theme.BODY))
        name = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, _Align.AlignVCenter, isolated(name))
        painter.restore()

    def _repaint(self) -> None:
        self._view.viewport().update()
