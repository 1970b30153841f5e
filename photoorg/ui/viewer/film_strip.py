"""The photos before and after the one that is looked at, in one row below it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from photoorg.tr import tr
from photoorg.ui import direction, theme, words
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.viewer.photo_canvas import SURROUND

SIDE = 64
_GAP = 4
HEIGHT = SIDE + 4 * _GAP
_AROUND, _NEAR = 300, 60
"""So many photos before and after the current one are in the row; they change when one comes near
to its end. A row of a hundred thousand takes a tenth of a second to lay out."""
_Index = QModelIndex | QPersistentModelIndex


class StripModel(QAbstractListModel):
    """The photos around one place of the walk; ``first`` is the place of the first row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._walk: Sequence[int] = ()
        self._ids: list[int] = []
        self.first = 0

    def show(self, ids: Sequence[int]) -> None:
        """Walk through these photos; :meth:`follow` shows some of them."""
        self.beginResetModel()
        self._walk, self._ids, self.first = ids, [], 0
        self.endResetModel()

    def follow(self, at: int) -> QModelIndex:
        """Show the photos around this place of the walk; return its index."""
        low, high = self.first, self.first + len(self._ids)
        begins = low == 0 or at - low >= _NEAR
        ends = high == len(self._walk) or high - at > _NEAR
        if not (low <= at < high and begins and ends):
            self.beginResetModel()
            self.first = max(0, at - _AROUND)
            self._ids = list(self._walk[self.first : at + _AROUND])
            self.endResetModel()
        return self.index(at - self.first)

    def photo(self, row: int) -> int:
        """Return the photo of a row."""
        return self._ids[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place, all_ = self.first + index.row() + 1, len(self._walk)
            return tr("Photo {place} of {all}", place=words.number(place), all=words.number(all_))
        return None


class FilmStrip(QListView):
    """Asks for the thumbnails that are in sight only; ``wanted`` carries a place in the walk."""

    wanted = Signal(int)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = StripModel(self)
        self._thumbnails = thumbnails
        self.setModel(self._model)
        self.setItemDelegate(_Frame(thumbnails, self._model, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(HEIGHT)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Photos before and after this one"))
        self.setStyleSheet(f"background: {SURROUND.name()};")
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, SURROUND)
        self.setPalette(palette)
        self.selectionModel().currentChanged.connect(self._chosen)
        thumbnails.ready.connect(self._ready)

    def show_walk(self, ids: Sequence[int]) -> None:
        """Show these photos."""
        self._model.show(ids)

    def show_place(self, at: int) -> None:
        """Show the photo at this place of the walk in the middle, as the current one."""
        before = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.setCurrentIndex(self._model.follow(at))
        self.blockSignals(before)
        self._centre()

    def _centre(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid() and not self.signalsBlocked():
            self.wanted.emit(self._model.first + index.row())

    def _ready(self, kind: str, photo_id: int) -> None:
        if kind == "photo" and self.isVisible():
            for row in self._rows_in_sight():
                if self._model.photo(row) == photo_id:
                    self.update(self._model.index(row))

    def _rows_in_sight(self) -> range:
        near = direction.point(self.viewport().rect(), QPoint(7, 11))
        first = self.indexAt(near)
        begin = max(first.row(), 0)
        shown = self.viewport().width() // (SIDE + 2 * _GAP) + 2
        return range(begin, min(begin + shown, self._model.rowCount()))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self._centre()


class _Frame(QStyledItemDelegate):
    """Draws one photo, cut to a square; a ring around the current one."""

    def __init__(self, thumbnails: ThumbnailLoader, model: StripModel, strip: FilmStrip) -> None:
        super().__init__(strip)
        self._thumbnails = thumbnails
        self._model = model
        self._strip = strip

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(SIDE + 2 * _GAP, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        place: QRect = option.rect
        square = QRect(0, 0, SIDE, SIDE)
        square.moveCenter(place.center())
        picture = self._thumbnails.photo(self._model.photo(index.row()))
        painter.save()
        current = index.row() == self._strip.currentIndex().row()
        painter.setOpacity(1.0 if current else 0.72)
        if picture is None:
            painter.fillRect(square, theme.tokens("dark").placeholder)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(square, picture, _middle(picture))
        if current:
            colors = theme.tokens("dark")
            focused = self._strip.hasFocus()
            painter.setPen(QPen(colors.focus if focused else colors.text, 3))
            painter.drawRect(square.adjusted(-2, -2, 1, 1))
        painter.restore()


def _middle(picture: QPixmap) -> QRect:
    side = min(picture.width(), picture.height())
    return QRect((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
