"""One person or two? Two sides; a click takes a face from one to the other."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.library import Face
from photoorg.tr import kept, retold, tr
from photoorg.ui import words
from photoorg.ui.delegates.tile_delegate import TileDelegate
from photoorg.ui.dialogs.width import open_at
from photoorg.ui.direction import beginning
from photoorg.ui.models.triage_model import Asked, TriageModel
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.tile_grid import TileGrid

Flag = QItemSelectionModel.SelectionFlag
_MARGIN = 16
_SEARCHING = kept("Looking for a place to cut…")
_PROPOSED = kept("Perhaps so? Click the faces that are on the wrong side.")
_EMPTY = kept("Click the faces that are somebody else.")


class SplitDialog(QDialog):
    """``divided`` carries the ids of the faces on the other side, in their order.

    Until :meth:`propose` is called it says that a cut is looked for. Enter divides; Space takes
    over what is selected, Ctrl+Left and Ctrl+Right go from side to side.
    """

    divided = Signal(list)

    def __init__(
        self,
        name: str | None,
        faces: Sequence[Face],
        thumbnails: ThumbnailLoader,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("One person or two?"))
        self._faces = list(faces)
        self._away: set[int] = set()
        self._touched = False
        self.hint = QLabel(retold(_SEARCHING))
        self.hint.setProperty("look", "quiet")
        self.sides = (
            _Side(name or tr("Who is this?"), thumbnails),
            _Side(tr("Somebody else"), thumbnails),
        )
        for side in self.sides:
            side.taken.connect(self._take)
            side.divided.connect(self._divide)
        self.sides[0].crossed.connect(self.sides[1].enter)
        self.sides[1].crossed.connect(self.sides[0].enter)
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.button = QPushButton()
        self.button.setProperty("look", "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._divide)
        columns, bottom = QHBoxLayout(), QHBoxLayout()
        columns.setSpacing(16)
        for side in self.sides:
            columns.addWidget(side)
        bottom.addWidget(self.hint, 1)
        bottom.addWidget(cancel)
        bottom.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(columns, 1)
        column.addLayout(bottom)
        open_at(self, 920, 620)
        self._show()
        self.sides[0].grid.setFocus()

    def propose(self, cut: Iterable[int]) -> None:
        """Put these faces on the other side, unless somebody has begun to divide."""
        away = {face.id for face in self._faces} & set(cut)
        if not self._touched and away:
            self._away = away
            self._show()
        self.hint.setText(retold(_PROPOSED if self._away else _EMPTY))

    def _take(self, faces: Sequence[int]) -> None:
        self._touched = True
        self._away ^= set(faces)
        self._show()

    def _show(self) -> None:
        for side, away in zip(self.sides, (False, True), strict=True):
            side.show_faces([face for face in self._faces if (face.id in self._away) is away])
        count = len(self._away)
        self.button.setText(
            tr("Split {n} faces off", n=count, one="Split {n} face off") if count else tr("Split")
        )
        self.button.setEnabled(0 < count < len(self._faces))

    def _divide(self) -> None:
        if self.button.isEnabled():
            self.accept()
            self.divided.emit([face.id for face in self._faces if face.id in self._away])


class _Side(QWidget):
    """A title and faces; ``taken`` carries those that change sides."""

    taken = Signal(list)
    crossed = Signal()
    divided = Signal()

    def __init__(self, title: str, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self._heading = title
        self._title = QLabel()
        self._title.setProperty("look", "section")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setAlignment(beginning())
        self._title.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self.model = TriageModel(self)
        self.grid = _Grid(margin=_MARGIN)
        self.grid.setAccessibleName(title)
        self._delegate = TileDelegate(self.grid, thumbnails)
        self.grid.setItemDelegate(self._delegate)
        self.grid.setModel(self.model)
        self.grid.clicked.connect(self._click)
        self.grid.taken.connect(self._take_selected)
        self.grid.crossed.connect(self.crossed)
        self.grid.divided.connect(self.divided)
        thumbnails.ready.connect(self._thumbnail_ready)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.grid, 1)

    def show_faces(self, faces: Sequence[Face]) -> None:
        """Show these; the keyboard and what is seen stay in their place."""
        row, at = self.grid.currentIndex().row(), self.grid.verticalScrollBar().value()
        self._title.setText(f"{self._heading}  {words.number(len(faces))}")
        self.model.show([Asked(face.id, face) for face in faces])
        self._stand_on(row)
        self.grid.verticalScrollBar().setValue(at)

    def enter(self) -> None:
        """Take the keyboard."""
        self.grid.setFocus(Qt.FocusReason.TabFocusReason)
        self._stand_on(max(0, self.grid.currentIndex().row()))

    def _stand_on(self, row: int) -> None:
        row = min(row, self.model.rowCount() - 1)
        if row >= 0:
            self.grid.selectionModel().setCurrentIndex(self.model.index(row, 0), Flag.NoUpdate)

    def _click(self, index: QModelIndex) -> None:
        if QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self.taken.emit([self.model.asked()[index.row()].id])

    def _take_selected(self) -> None:
        indexes = self.grid.selected() or [self.grid.currentIndex()]
        asked = self.model.asked()
        self.taken.emit([asked[index.row()].id for index in indexes if index.isValid()])

    def _thumbnail_ready(self, kind: str, face_id: int) -> None:
        tile = self._delegate.take_waiting(face_id) if kind == "face" else None
        if tile is not None and tile.isValid():
            self.grid.viewport().update(self.grid.visualRect(tile))


class _Grid(TileGrid):
    """``taken`` by Space, ``crossed`` by Ctrl and an arrow, ``divided`` by Enter."""

    taken = Signal()
    crossed = Signal()
    divided = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), Qt.Key
        sideways = key in (keys.Key_Left, keys.Key_Right)
        if key == keys.Key_Space:
            self.taken.emit()
        elif key in (keys.Key_Return, keys.Key_Enter):
            if not event.isAutoRepeat():
                self.divided.emit()
        elif sideways and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.crossed.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()
