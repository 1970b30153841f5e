"""The folders of the library, with what they hold and whether they can be reached."""

from collections.abc import Collection, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.jobs.messages import shown
from photoorg.library import Folder
from photoorg.ui import words
from photoorg.ui.models.row_roles import DETAIL, ICON, LINE, WARNING

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class FoldersModel(QAbstractListModel):
    """One row for a folder."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: list[Folder] = []
        self._asked: frozenset[int] = frozenset()

    def show(self, folders: Sequence[Folder], asked: Collection[int] = ()) -> None:
        """Show these folders; rows that stay where they are only repaint.

        ``asked`` are the ids of those of which the user has to say whether photos were deleted.
        """
        self._asked = frozenset(asked)
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

    def is_asked(self, row: int) -> bool:
        """Tell whether the user is asked about the folder in ``row``."""
        return 0 <= row < len(self._folders) and self._folders[row].id in self._asked

    def first_asked(self) -> int:
        """Return the first row about which the user is asked, or -1."""
        return next((row for row in range(len(self._folders)) if self.is_asked(row)), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._folders)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._folders):
            return None
        folder = self._folders[index.row()]
        asked = folder.id in self._asked
        roles = Qt.ItemDataRole
        match role:
            case roles.DisplayRole:
                return shown(folder.path.name or folder.path)
            case roles.ToolTipRole:
                return f"{shown(folder.path)}\n{line_of(folder, asked=asked)}"
            case roles.AccessibleTextRole:
                return f"{shown(folder.path)}, {line_of(folder, asked=asked)}"
            case _ if role == ICON:
                return "folder"
            case _ if role == DETAIL:
                return shown(folder.path.parent)
            case _ if role == LINE:
                return line_of(folder, asked=asked)
            case _ if role == WARNING:
                return folder.away or asked
        return None


def line_of(folder: Folder, *, asked: bool = False) -> str:
    """Return what there is to say about a folder."""
    holds = f"{words.count(folder.photos, 'photo')} · {words.count(folder.faces, 'face')}"
    if folder.away:
        return f"Not there just now: connect the drive, then scan again · {holds}"
    if asked:
        return f"{_unseen(folder)} of {words.count(folder.photos, 'photo')} are not there"
    if folder.unseen:
        return f"{holds} · {_unseen(folder)} not there just now"
    return holds


def _unseen(folder: Folder) -> str:
    return words.number(folder.unseen)
