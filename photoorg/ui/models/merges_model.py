"""Who was merged into a person, the newest first."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.library import Merge
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.models.row_roles import LINE
from photoorg.ui.moments import day_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex

MERGE = Qt.ItemDataRole.UserRole + 9


class MergesModel(QAbstractListModel):
    """One row for a merge."""

    def __init__(self, merges: Sequence[Merge], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._merges = list(merges)

    def merge(self, row: int) -> Merge:
        """Return the merge in ``row``."""
        return self._merges[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._merges)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._merges):
            return None
        merge = self._merges[index.row()]
        name = merge.name or tr("A group")
        line = f"{words.faces(merge.faces)} · {day_of(merge.made_at)}"
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{name}, {line}"
            case _ if role == LINE:
                return line
            case _ if role == MERGE:
                return merge
        return None
