"""The faces of one person: those that are sure, then "Is this Anna?"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.library import Face
from photoorg.ui.grid_layout import Section

Index: TypeAlias = QModelIndex | QPersistentModelIndex

FACE = Qt.ItemDataRole.UserRole + 1
DOUBT = Qt.ItemDataRole.UserRole + 2
TILE = 120


@dataclass(frozen=True, slots=True)
class Doubt:
    """The heading above the faces that only the machine put there."""

    title: str
    count: int


class FacesModel(QAbstractListModel):
    """Rows are faces, with one heading before the doubtful ones if there are any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces: list[Face] = []
        self._sure = 0
        self._heading: Doubt | None = None
        self.cover_face_id: int | None = None

    def show(self, faces: Sequence[Face], name: str | None, cover_face_id: int | None) -> None:
        """Show a person's faces; only a person with a name can be doubted."""
        sure = [face for face in faces if face.settled or name is None]
        doubtful = [face for face in faces if not face.settled and name is not None]
        heading = Doubt(f"Is this {name}?", len(doubtful)) if doubtful else None
        ordered = sure + doubtful
        same_places = [face.id for face in ordered] == [face.id for face in self._faces] and len(
            sure
        ) == self._sure
        if same_places:
            self._faces, self._heading, self.cover_face_id = ordered, heading, cover_face_id
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
            return
        self.beginResetModel()
        self._faces, self._sure, self._heading = ordered, len(sure), heading
        self.cover_face_id = cover_face_id
        self.endResetModel()

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        found = []
        if self._sure:
            found.append(Section(self._sure, TILE, TILE, 6, 6, heading=False, square=True))
        if self._heading is not None:
            doubtful = len(self._faces) - self._sure
            found.append(Section(doubtful, TILE, TILE, 6, 6, square=True))
        return found

    def face(self, index: Index) -> Face | None:
        """Return the face at ``index``, or None at the heading."""
        if not self._valid(index):
            return None
        row = index.row()
        if self._heading is not None and row == self._sure:
            return None
        return self._faces[row - (self._heading is not None and row > self._sure)]

    def row_of(self, face_id: int) -> int:
        """Return the row of a face, or -1 when it is not shown."""
        for at, face in enumerate(self._faces):
            if face.id == face_id:
                return at + (self._heading is not None and at >= self._sure)
        return -1

    def faces(self) -> list[Face]:
        """Return the faces in the order they are shown."""
        return self._faces

    def doubtful_rows(self) -> list[int]:
        """Return the rows under the heading."""
        return list(range(self._sure + 1, self.rowCount())) if self._heading else []

    def is_doubtful(self, index: Index) -> bool:
        """Tell whether the face stands under the heading."""
        return self._heading is not None and index.row() > self._sure

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self._faces) + (self._heading is not None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self._valid(index):
            return None
        face = self.face(index)
        if face is None:
            return self._heading_data(role)
        if role == FACE:
            return face
        if role == Qt.ItemDataRole.AccessibleTextRole:
            doubt = f", perhaps {face.person_name}" if self.is_doubtful(index) else ""
            cover = ", cover" if face.id == self.cover_face_id else ""
            place = index.row() + (not self.is_doubtful(index))
            return f"Face {place} of {len(self._faces)}{doubt}{cover}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._valid(index):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self.face(index) is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags

    def _valid(self, index: Index) -> bool:
        return index.isValid() and 0 <= index.row() < self.rowCount()

    def _heading_data(self, role: int) -> Any:
        if role == DOUBT:
            return self._heading
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._heading.title if self._heading else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return "Click to select all of them"
        return None
