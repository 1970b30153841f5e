"""The grid of a person's faces; a doubtful one can be answered with the mouse alone."""

from collections.abc import Callable, Collection, Mapping
from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from photoorg.library import Face
from photoorg.tr import kept, tr
from photoorg.ui.delegates.tile_delegate import FaceDelegate
from photoorg.ui.models.faces_model import FACE, FacesModel
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.tile_grid import TileGrid

Flag = QItemSelectionModel.SelectionFlag


class FacesGrid(TileGrid):
    """``answered`` carries a doubtful face and whether it is this person."""

    keys: ClassVar[Mapping[str, str]] = {
        **TileGrid.keys,
        kept("Any letter"): kept("Begin to type who the selected faces are"),
    }

    answered = Signal(object, bool)

    def __init__(
        self,
        model: FacesModel,
        thumbnails: ThumbnailLoader,
        parent: QWidget | None = None,
        delegate: Callable[[TileGrid, ThumbnailLoader], FaceDelegate] = FaceDelegate,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Faces"))
        self._faces = model
        self._delegate = delegate(self, thumbnails)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.headingClicked.connect(self._select_below)
        thumbnails.ready.connect(self._thumbnail_ready)

    def faces_model(self) -> FacesModel:
        """Return the model."""
        return self._faces

    def selected_faces(self) -> list[Face]:
        """Return the selected faces in the order of the view."""
        return [index.data(FACE) for index in self.selected()]

    def selected_doubtful(self) -> list[Face]:
        """Return those of the selected faces that only the machine put there."""
        return [index.data(FACE) for index in self.selected() if self._faces.is_doubtful(index)]

    def selected_lost(self) -> list[Face]:
        """Return those of the selected faces that are in their photos no more."""
        return [index.data(FACE) for index in self.selected() if self._faces.is_lost(index)]

    def any_doubtful_selected(self) -> bool:
        """Tell whether a doubtful face is selected."""
        return self._any_selected(self._faces.doubtful_rows())

    def any_lost_selected(self) -> bool:
        """Tell whether a face is selected that is in its photo no more."""
        return self._any_selected(self._faces.lost_rows())

    def _any_selected(self, rows: range) -> bool:
        return any(r.bottom() >= rows.start and r.top() < rows.stop for r in self.selected_ranges())

    def select_faces(self, ids: list[int], current: int | None, fallback: int) -> None:
        """Select these faces; when ``current`` has gone, the tile in its place is current.

        It is selected, too, when all of the faces have gone.
        """
        rows = sorted(row for id_ in ids if (row := self._faces.row_of(id_)) >= 0)
        row = self._faces.row_of(current) if current is not None else -1
        if row < 0 <= fallback:
            row = min(fallback, self._faces.rowCount() - 1)
            if ids and not rows and row >= 0:
                rows = [row]
        self.select_rows(rows, Flag.ClearAndSelect)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._faces.index(row, 0), Flag.NoUpdate)

    def go_on_after(self, ids: Collection[int]) -> None:
        """Select the next face of the same section, if all that are selected are among ``ids``."""
        selected = [face.id for face in self.selected_faces()]
        if not selected or not set(selected) <= set(ids):
            return
        row = self._next_to(self._faces.row_of(selected[-1]), ids)
        self.select_rows([row] if row >= 0 else [], Flag.ClearAndSelect)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._faces.index(row, 0), Flag.NoUpdate)

    def _next_to(self, row: int, leaving: Collection[int]) -> int:
        """Return the nearest face, in the same section, that is not ``leaving``, or -1."""
        for way in (range(row + 1, self._faces.rowCount()), range(row - 1, -1, -1)):
            for at in way:
                face = self._faces.face(self._faces.index(at, 0))
                if face is None:
                    break  # another section begins
                if face.id not in leaving:
                    return at
        return -1

    def answer_rects(self, tile: QRect) -> tuple[QRect, QRect]:
        """Return where "yes" and "no" stand on a doubtful tile under the pointer."""
        return self._delegate.answer_rects(tile)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index == self.hovered and self._faces.is_doubtful(index):
            point = event.position().toPoint()
            yes, no = self.answer_rects(self.visualRect(index))
            if yes.contains(point) or no.contains(point):
                self.answered.emit(index.data(FACE), yes.contains(point))
                return
        super().mousePressEvent(event)

    def _select_below(self, index: QModelIndex) -> None:
        self.select_rows(list(self._faces.rows_below(index)), Flag.ClearAndSelect)

    def _thumbnail_ready(self, kind: str, face_id: int) -> None:
        if kind != "face":
            return
        tile = self._delegate.take_waiting(face_id)
        if tile is not None and tile.isValid():
            self.viewport().update(self.visualRect(tile))
