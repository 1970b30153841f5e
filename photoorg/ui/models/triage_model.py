"""The faces that wait for one verdict: those clicked are real, the others are dismissed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.library import Face
from photoorg.tr import tr
from photoorg.ui.layout.grid_layout import Section
from photoorg.ui.models.faces_model import FACE, TILE

Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Asked:
    """What a verdict is about: ``id`` is that of a face or of a group, ``face`` shows it."""

    id: int
    face: Face
    words: tuple[str, ...] = ()
    """What a screen reader adds to its place."""


class TriageModel(QAbstractListModel):
    """Rows are :class:`Asked`, all in one section without a heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Asked] = []

    def show(self, rows: Sequence[Asked]) -> None:
        """Show these, unless they are what is shown."""
        if list(rows) != self._rows:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def asked(self) -> list[Asked]:
        """Return what is shown, in order."""
        return self._rows

    def sections(self) -> list[Section]:
        """Return the sections for the grid."""
        count = len(self._rows)
        return [Section(count, TILE, TILE, 6, 6, heading=False, square=True)] if count else []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not (index.isValid() and 0 <= index.row() < len(self._rows)):
            return None
        row = self._rows[index.row()]
        if role == FACE:
            return row.face
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                [
                    tr("Face {place} of {all}", place=index.row() + 1, all=len(self._rows)),
                    *row.words,
                ]
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
