"""Draws the plain square tiles of a person's page: faces and photos."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from photoorg.library import Face, Photo
from photoorg.tr import tr
from photoorg.ui import icons, theme, words
from photoorg.ui.delegates.heading import paint_heading
from photoorg.ui.delegates.picture_delegate import AwaitingDelegate
from photoorg.ui.models.faces_model import FACE, HEADING, FacesModel, Heading
from photoorg.ui.models.person_photos_model import PHOTO
from photoorg.ui.theme import Tokens
from photoorg.ui.widgets.cover import paint_absent, paint_states

Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_PALE = 0.6


class TileDelegate(AwaitingDelegate):
    """Square pictures with a ring and a check mark when selected."""

    def paint_tile(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        colors: Tokens,
        opacity: float = 1,
    ) -> None:
        """Draw the picture, ``opacity`` strong, and the states that every tile has."""
        rect, radius = option.rect, theme.RADIUS
        face, photo = index.data(FACE), index.data(PHOTO)
        side = rect.width()
        if isinstance(face, Face):
            id_, picture = face.id, self._thumbnails.face(face.id, _step(side))
        else:
            # twice the side: a wide photo is cropped to its middle
            id_ = cast("Photo", photo).id
            picture = self._thumbnails.photo(id_, 2 * _step(side))
        if picture is None:
            self._waiting[id_] = QPersistentModelIndex(index)
            paint_absent(painter, rect, radius, colors)
        else:
            ratio = painter.device().devicePixelRatioF()
            painter.setOpacity(opacity)
            painter.drawPixmap(rect.topLeft(), self._covers.cut(picture, side, radius, ratio))
            painter.setOpacity(1)
        paint_states(painter, rect, radius, option.state, colors)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.paint_tile(painter, option, index, theme.tokens_of(self._grid))


class FaceDelegate(TileDelegate):
    """Faces: a badge on the cover, "yes" and "no" on a doubtful face under the pointer.

    Faces that are in no photo any more are pale.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = theme.tokens_of(self._grid)
        focused = bool(option.state & _State.State_HasFocus)
        hovered = bool(option.state & _State.State_MouseOver)
        heading = index.data(HEADING)
        if isinstance(heading, Heading):
            title, number = heading.title, words.number(heading.count)
            paint_heading(
                painter,
                option.rect,
                title,
                number,
                colors,
                hint=heading.hint,
                link=tr("Select all"),
                focused=focused,
                hovered=hovered,
            )
            return
        model = cast("FacesModel", index.model())
        self.paint_tile(painter, option, index, colors, _PALE if model.is_lost(index) else 1)
        face = cast("Face", index.data(FACE))
        if face.id == model.cover_face_id:
            _paint_badge(painter, option.rect.topRight() + QPoint(-17, 17), "cover", colors)
        if hovered and model.is_doubtful(index):
            yes, no = self.answer_rects(option.rect)
            _paint_badge(painter, yes.center(), "check", colors)
            _paint_badge(painter, no.center(), "close", colors)

    def answer_rects(self, tile: QRect) -> tuple[QRect, QRect]:
        """Return where "yes" and "no" can be clicked on a doubtful face."""
        top = tile.bottom() - 32
        return QRect(tile.left() + 6, top, 26, 26), QRect(tile.left() + 38, top, 26, 26)


def _step(side: int) -> int:
    """Round up a tile's side: a window that is being resized need not load everything anew."""
    return -(-side // 48) * 48


def _paint_badge(painter: QPainter, middle: QPoint, icon: str, colors: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.surface_raised)
    painter.drawEllipse(middle, 13, 13)
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(middle - QPoint(8, 8), icons.pixmap(icon, colors.text, 16, ratio))
