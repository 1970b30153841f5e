"""The grid of a video's tracks: faces with a name, and when they are seen, below them."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from photoorg.library.videos.values import Moment
from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.delegates.tile_delegate import FaceDelegate
from photoorg.ui.direction import isolated
from photoorg.ui.people.faces_grid import FacesGrid
from photoorg.ui.theme import Tokens
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.videos.tracks_model import MOMENT, TracksModel, when

Index = QModelIndex | QPersistentModelIndex


class TracksGrid(FacesGrid):
    """``nameWanted`` is emitted by a click on the name below a track, which is selected then."""

    nameWanted = Signal()

    def __init__(
        self, model: TracksModel, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, thumbnails, parent, TrackDelegate)
        self.setAccessibleName(tr("Who is seen"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        single = not event.modifiers() and event.button() == Qt.MouseButton.LeftButton
        super().mouseReleaseEvent(event)
        if single and self.selected() == [index] and self._on_name(index, at):
            self.nameWanted.emit()

    def _on_name(self, index: QModelIndex, at: QPoint) -> bool:
        moment = cast("Moment", index.data(MOMENT))
        return moment.person_name is None and name_rect(self.visualRect(index)).contains(at)


class TrackDelegate(FaceDelegate):
    """A name as below the tiles of people, and the seconds in which somebody is seen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = theme.tokens_of(self._grid)
        picture = QStyleOptionViewItem(option)
        picture.rect = picture_rect(option.rect)
        self.paint_tile(painter, picture, index, colors)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        _paint_words(painter, option.rect, cast("Moment", index.data(MOMENT)), colors, hovered)


def picture_rect(tile: QRect) -> QRect:
    """Return where the picture lies in a tile."""
    return QRect(tile.left(), tile.top(), tile.width(), tile.width())


def name_rect(tile: QRect) -> QRect:
    """Return where the name stands in a tile."""
    return QRect(tile.left(), tile.top() + tile.width() + 4, tile.width(), theme.scaled(20))


def _paint_words(
    painter: QPainter,
    tile: QRect,
    moment: Moment,
    colors: Tokens,
    hovered: bool,  # noqa: FBT001 - one of the states a tile is painted in
) -> None:
    named = moment.person_name is not None
    letters = theme.font(theme.BODY, strong=named)
    letters.setUnderline(hovered and not named)
    line = name_rect(tile)
    painter.setFont(letters)
    painter.setPen(colors.text if named else colors.accent)
    name = moment.person_name if moment.person_name is not None else tr("Add name")
    shown = QFontMetrics(letters).elidedText(name, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, isolated(shown))
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(colors.text_muted)
    below = line.translated(0, theme.scaled(19))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, when(moment))
