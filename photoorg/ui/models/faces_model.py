"""The faces of one person: those a human put there, then "Is this Anna?", then lost ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.library import Face
from photoorg.tr import kept, retold, tr
from photoorg.ui.layout.grid_layout import Section

Index: TypeAlias = QModelIndex | QPersistentModelIndex

FACE = Qt.ItemDataRole.UserRole + 1
HEADING = Qt.ItemDataRole.UserRole + 2
TILE = 120

ADDED = kept("added by photoorg")
EDITED = kept("in photos that were edited since")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above faces that are no matter of course: ``hint`` says what they are."""

    title: str
    count: int
    hint: str


class FacesModel(QAbstractListModel):
    """Rows are faces, and a heading before the doubtful and before the lost ones.

    Doubtful are those that only the machine put there and that are hardly held there, the least
    sure first; lost are those that their photos, edited since, do not show any more.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Face | Heading] = []
        self._at: dict[int, int] = {}
        self._shown: list[Face] = []
        self._sure = self._lost = 0
        self.cover_face_id: int | None = None

    def show(
        self,
        faces: Sequence[Face],
        name: str | None,
        cover_face_id: int | None,
        lost: Sequence[Face] = (),
    ) -> None:
        """Show a person's faces; only a person with a name can be doubted."""
        sure = [face for face in faces if face.sure or name is None]
        doubtful = [face for face in faces if not face.sure and name is not None]
        doubtful.sort(key=lambda face: face.support or 0)
        rows: list[Face | Heading] = [*sure]
        if doubtful:
            rows += [
                Heading(tr("Is this {name}?", name=name), len(doubtful), retold(ADDED)),
                *doubtful,
            ]
        if lost:
            rows += [Heading(tr("Not found any more"), len(lost), retold(EDITED)), *lost]
        same_places = _places(rows) == _places(self._rows) and len(sure) == self._sure
        if not same_places:
            self.beginResetModel()
        self._rows, self._shown, self.cover_face_id = rows, sure + doubtful, cover_face_id
        self._sure, self._lost = len(sure), len(lost)
        self._at = {row.id: at for at, row in enumerate(rows) if isinstance(row, Face)}
        if not same_places:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        found = []
        if self._sure:
            found.append(Section(self._sure, TILE, TILE, 6, 6, heading=False, square=True))
        return found + [
            Section(row.count, TILE, TILE, 6, 6, square=True)
            for row in self._rows
            if isinstance(row, Heading)
        ]

    def face(self, index: Index) -> Face | None:
        """Return the face at ``index``, or None at a heading."""
        row = self._rows[index.row()] if self._valid(index) else None
        return row if isinstance(row, Face) else None

    def row_of(self, face_id: int) -> int:
        """Return the row of a face, or -1 when it is not shown."""
        return self._at.get(face_id, -1)

    def faces(self) -> list[Face]:
        """Return the faces that photos show, in the order they are shown here."""
        return self._shown

    def doubtful_rows(self) -> range:
        """Return the rows of the doubtful faces."""
        doubtful = len(self._shown) - self._sure
        return range(self._sure + 1, self._sure + 1 + doubtful) if doubtful else range(0)

    def lost_rows(self) -> range:
        """Return the rows of the lost faces."""
        return range(len(self._rows) - self._lost, len(self._rows))

    def rows_below(self, index: Index) -> range:
        """Return the rows of the faces below a heading."""
        lost = self.lost_rows()
        return lost if index.row() + 1 in lost else self.doubtful_rows()

    def is_doubtful(self, index: Index) -> bool:
        """Tell whether only the machine put the face there."""
        return index.row() in self.doubtful_rows()

    def is_lost(self, index: Index) -> bool:
        """Tell whether the face is in its photo no more."""
        return index.row() in self.lost_rows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not self._valid(index):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            return _heading_data(row, role)
        if role == FACE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._read(index, row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._valid(index):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self.face(index) is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags

    def _valid(self, index: Index) -> bool:
        return index.isValid() and 0 <= index.row() < len(self._rows)

    def _read(self, index: Index, face: Face) -> str:
        if self.is_lost(index):
            place = index.row() - self.lost_rows().start + 1
            return tr("Face {place} of {all} not found any more", place=place, all=self._lost)
        place = index.row() + (not self.is_doubtful(index))
        parts = [tr("Face {place} of {all}", place=place, all=len(self._shown))]
        if self.is_doubtful(index):
            parts.append(tr("perhaps {name}", name=face.person_name))
        if face.id == self.cover_face_id:
            parts.append(tr("cover"))
        return ", ".join(parts)


def _places(rows: Sequence[Face | Heading]) -> list[int]:
    return [row.id if isinstance(row, Face) else 0 for row in rows]


def _heading_data(heading: Heading, role: int) -> Any:
    if role == HEADING:
        return heading
    if role == Qt.ItemDataRole.DisplayRole:
        return heading.title
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{heading.title} {heading.hint}"
    if role == Qt.ItemDataRole.ToolTipRole:
        return tr("Click to select all of them")
    return None
