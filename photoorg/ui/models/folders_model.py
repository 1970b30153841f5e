"""The folders of the library, with what they hold and whether they can be reached."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.jobs.messages import shown
from photoorg.library import Folder
from photoorg.ui import words
from photoorg.ui.delegates.row_delegate import DETAIL, ICON, LINE, WARNING

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class FoldersModel(QAbstractListModel):
    """One row for a folder."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: list[Folder] = []

    def show(self, folders: Sequence[Folder]) -> None:
        """Show these folders; rows that stay where they are only repaint."""
        if [folder.id for folder in folders] == [folder.id for folder in self._folders]:
            self._folders = list(folders)
            if folders:
                self.dataChanged.emit(self.index(0), self.index(len(folders) - 1))
            return
        self.beginResetModel()
        self._folders = list(folders)
        self.endResetModel()

    def folder(self, row: int) -> Folder:
        """Return the folder in ``row``."""
        return self._folders[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._folders)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._folders):
            return None
        folder = self._folders[index.row()]
        roles = Qt.ItemDataRole
        match role:
            case roles.DisplayRole:
                return shown(folder.path.name or folder.path)
            case roles.ToolTipRole:
                return shown(folder.path)
            case roles.AccessibleTextRole:
                return f"{shown(folder.path)}, {line_of(folder)}"
            case _ if role == ICON:
                return "folder"
            case _ if role == DETAIL:
                return shown(folder.path.parent)
            case _ if role == LINE:
                return line_of(folder)
            case _ if role == WARNING:
                return folder.away
        return None


def line_of(folder: Folder) -> str:
    """Return what there is to say about a folder."""
    holds = f"{words.count(folder.photos, 'photo')} · {words.count(folder.faces, 'face')}"
    if folder.away:
        return f"Not there just now: connect the drive, then scan again · {holds}"
    return holds
