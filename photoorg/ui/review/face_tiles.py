"""Faces side by side, as many as there are; a click tells which one."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers, paint_check, paint_ring
from photoorg.ui.widgets.tile_grid import TileGrid

Index: TypeAlias = QModelIndex | QPersistentModelIndex
FACE_ID = Qt.ItemDataRole.UserRole + 1
MARKED = Qt.ItemDataRole.UserRole + 2
SMALL, LARGE = 72, 96
"""Sides of a tile."""
MARGIN, GAP = 16, 8
_STEP = 48
_State = QStyle.StateFlag


class FaceTilesModel(QAbstractListModel):
    """One row per face, by its id; some may be marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces: list[int] = []
        self._marked: set[int] = set()
        self._whose = ""
        self.side = SMALL

    def show(self, faces: Sequence[int], whose: str) -> None:
        """Show these faces; ``whose`` is what a screen reader calls them."""
        if list(faces) != self._faces or whose != self._whose:
            self.beginResetModel()
            self._faces, self._whose = list(faces), whose
            self._marked.clear()
            self.endResetModel()

    def mark(self, face: int) -> None:
        """Mark a face, or take its mark away."""
        self._marked ^= {face}
        row = self.index(self._faces.index(face), 0)
        self.dataChanged.emit(row, row)

    def marked(self) -> list[int]:
        """Return the marked faces, in order."""
        return [face for face in self._faces if face in self._marked]

    def faces(self) -> list[int]:
        """Return what is shown, in order."""
        return self._faces

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        count = len(self._faces)
        side = self.side
        return [Section(count, side, side, GAP, GAP, heading=False)] if count else []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._faces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not (index.isValid() and 0 <= index.row() < len(self._faces)):
            return None
        if role == FACE_ID:
            return self._faces[index.row()]
        if role == MARKED:
            return self._faces[index.row()] in self._marked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = tr("Face {place} of {all}", place=index.row() + 1, all=len(self._faces))
            marked = [tr("marked")] if index.data(MARKED) else []
            return ", ".join([place, self._whose, *marked])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class FaceTiles(TileGrid):
    """``picked`` carries the id of a face that was clicked, or that Space was pressed on."""

    picked = Signal(int)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=MARGIN, below=-2 * GAP)
        self.setAccessibleName(tr("Faces"))
        self.tiles = FaceTilesModel(self)
        self._drawn = _FaceDelegate(self, thumbnails)
        self.setItemDelegate(self._drawn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        # who clicks at a face goes on answering by keys
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setModel(self.tiles)
        self.clicked.connect(lambda index: self.picked.emit(index.data(FACE_ID)))
        thumbnails.ready.connect(self._thumbnail_ready)

    def show_faces(self, faces: Sequence[int], whose: str) -> None:
        """Show these faces; ``whose`` is what a screen reader calls them."""
        self.setAccessibleName(tr("Faces of {whose}", whose=whose) if whose else tr("Faces"))
        self.tiles.show(faces, whose)

    def fit(self, width: int, *, large: bool) -> None:
        """Fit into this width: a few faces stand in the middle."""
        side = self.tiles.side = LARGE if large else SMALL
        columns = max(1, min(len(self.tiles.faces()), (width - 2 * MARGIN + GAP) // (side + GAP)))
        self.setFixedWidth(columns * (side + GAP) - GAP + 2 * MARGIN)
        self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and current.isValid():
            if not event.isAutoRepeat():
                self.picked.emit(current.data(FACE_ID))
            event.accept()
        elif event.text().isprintable() and event.text():
            event.ignore()  # letters and digits are answers
        else:
            super().keyPressEvent(event)

    def _thumbnail_ready(self, kind: str, face_id: int) -> None:
        tile = self._drawn.waiting.pop(face_id, None) if kind == "face" else None
        if tile is not None and tile.isValid():
            self.viewport().update(self.visualRect(tile))


class _FaceDelegate(QStyledItemDelegate):
    """``waiting`` are the tiles that were painted without a picture, by face."""

    def __init__(self, grid: FaceTiles, thumbnails: ThumbnailLoader) -> None:
        super().__init__(grid)
        self._grid = grid
        self._thumbnails = thumbnails
        self._covers = Covers()
        self.waiting: dict[int, QPersistentModelIndex] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = theme.tokens_of(self._grid)
        face, rect = index.data(FACE_ID), option.rect
        picture = self._thumbnails.face(face, -(-rect.width() // _STEP) * _STEP)
        if picture is None:
            self.waiting[face] = QPersistentModelIndex(index)
        self._covers.paint(painter, rect, picture, theme.RADIUS, colors)
        if index.data(MARKED):
            paint_ring(painter, rect, theme.RADIUS, colors.accent, 3, 0)
            paint_check(painter, QPointF(rect.bottomRight()) - QPointF(13, 13), colors)
        if option.state & _State.State_HasFocus:
            paint_ring(painter, rect, theme.RADIUS, colors.focus, 2, 0.5)
        elif option.state & _State.State_MouseOver:
            paint_ring(painter, rect, theme.RADIUS, colors.border, 2, 0.5)
