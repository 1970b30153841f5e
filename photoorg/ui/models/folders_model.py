"""The folders of the library, with what they hold and whether they can be reached."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.jobs.accounting import account_sentence
from photoorg.jobs.messages import shown
from photoorg.jobs.watching.ways import Way, way_sentence
from photoorg.library import Folder
from photoorg.library.finding.folder_tree import Subfolder
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.models.row_roles import DEPTH, DETAIL, FOLDED, ICON, LINE, WARNING

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = Folder | Subfolder


class FoldersModel(QAbstractListModel):
    """One row for a folder that was added, below it those inside it that are unfolded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: list[Folder] = []
        self._rows: list[Row] = []
        self._inside: dict[Path, list[Subfolder]] = {}
        self._unfolded: set[Path] = set()
        self._asked: frozenset[int] = frozenset()
        self._ways: Mapping[Path, Way] = {}

    def show(self, folders: Sequence[Folder], asked: Collection[int] = ()) -> None:
        """Show these folders; rows that stay where they are only repaint.

        ``asked`` are the ids of those of which the user has to say whether photos were deleted.
        """
        self._asked = frozenset(asked)
        self._folders = list(folders)
        self._replace()

    def show_ways(self, ways: Mapping[Path, Way]) -> None:
        """Show which way each folder is kept up to date."""
        self._ways = ways
        self._replace()

    def show_inside(self, subfolders: Sequence[Subfolder]) -> None:
        """Show what lies inside the folders; what was unfolded stays so."""
        self._inside = {}
        for folder in subfolders:
            self._inside.setdefault(folder.parent, []).append(folder)
        self._replace()

    def fold(self, row: int, *, folded: bool) -> None:
        """Fold or unfold what lies inside a folder."""
        path = self.path(row)
        if self._folded(path) in (None, folded):
            return
        self._unfolded ^= {path}
        rows = self._all_rows()
        count = abs(len(rows) - len(self._rows))
        if folded:
            self.beginRemoveRows(QModelIndex(), row + 1, row + count)
            self._rows = rows
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), row + 1, row + count)
            self._rows = rows
            self.endInsertRows()
        self.dataChanged.emit(self.index(row), self.index(row))

    def folder(self, row: int) -> Folder | None:
        """Return the folder in ``row`` if it is one that was added."""
        folder = self._rows[row] if 0 <= row < len(self._rows) else None
        return folder if isinstance(folder, Folder) else None

    def path(self, row: int) -> Path:
        """Return where the folder in ``row`` lies."""
        return self._rows[row].path

    def row_of(self, path: Path) -> int:
        """Return the row of a folder, or -1 where it is not shown."""
        return next((row for row, folder in enumerate(self._rows) if folder.path == path), -1)

    def row_around(self, row: int) -> int:
        """Return the row of the folder in which that in ``row`` lies, or -1."""
        folder = self._rows[row]
        if isinstance(folder, Folder):
            return -1
        return self.row_of(folder.parent)

    def is_asked(self, row: int) -> bool:
        """Tell whether the user is asked about the folder in ``row``."""
        folder = self.folder(row)
        return folder is not None and folder.id in self._asked

    def first_asked(self) -> int:
        """Return the first row about which the user is asked, or -1."""
        return next((row for row in range(len(self._rows)) if self.is_asked(row)), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        folder = self._rows[index.row()]
        if role == ICON:
            return "folder"
        if role == FOLDED:
            return self._folded(folder.path)
        folded = self._folded(folder.path)
        if isinstance(folder, Subfolder):
            return _inside_data(folder, role, folded=folded)
        line = line_of(folder, asked=folder.id in self._asked, way=self._ways.get(folder.path))
        return _added_data(folder, role, line, asked=folder.id in self._asked, folded=folded)

    def _folded(self, path: Path) -> bool | None:
        return path not in self._unfolded if path in self._inside else None

    def _all_rows(self) -> list[Row]:
        rows: list[Row] = []
        for folder in self._folders:
            rows.append(folder)
            self._add_inside(folder.path, rows)
        return rows

    def _add_inside(self, path: Path, rows: list[Row]) -> None:
        if path in self._unfolded:
            for folder in self._inside.get(path, []):
                rows.append(folder)
                self._add_inside(folder.path, rows)

    def _replace(self) -> None:
        rows = self._all_rows()
        if [folder.path for folder in rows] == [folder.path for folder in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


def _added_data(folder: Folder, role: int, line: str, *, asked: bool, folded: bool | None) -> Any:
    roles = Qt.ItemDataRole
    match role:
        case roles.DisplayRole:
            return shown(folder.path.name or folder.path)
        case roles.ToolTipRole:
            return f"{shown(folder.path)}\n{line}\n{account_sentence(folder.account)}"
        case roles.AccessibleTextRole:
            account = account_sentence(folder.account)
            state = words.fold_state(folded=folded)
            return ", ".join([shown(folder.path), line, account, *state])
        case _ if role == DETAIL:
            return shown(folder.path.parent)
        case _ if role == LINE:
            return line
        case _ if role == WARNING:
            return folder.away or asked
        case _ if role == DEPTH:
            return 0
    return None


def _inside_data(folder: Subfolder, role: int, *, folded: bool | None) -> Any:
    photos = words.photos(folder.photos)
    roles = Qt.ItemDataRole
    match role:
        case roles.DisplayRole:
            return shown(folder.path.name)
        case roles.ToolTipRole:
            return f"{shown(folder.path)}\n{photos}"
        case roles.AccessibleTextRole:
            return ", ".join([shown(folder.path), photos, *words.fold_state(folded=folded)])
        case _ if role == LINE:
            return photos
        case _ if role == DEPTH:
            return folder.depth
    return None


def line_of(folder: Folder, *, asked: bool = False, way: Way | None = None) -> str:
    """Return what there is to say about a folder, and which way it is kept up to date."""
    line = _state_of(folder, asked=asked)
    kept_up = way_sentence(way) if way and not folder.away and not asked else ""
    return f"{line} · {kept_up}" if kept_up else line


def _state_of(folder: Folder, *, asked: bool) -> str:
    holds = f"{words.photos(folder.photos)} · {words.faces(folder.faces)}"
    if folder.away:
        return " · ".join([tr("Not there just now: connect the drive, then scan again"), holds])
    if asked:
        return tr(
            "{missing} of {n} photos are not there",
            n=folder.photos,
            one="{missing} of {n} photo are not there",
            missing=words.number(folder.unseen),
        )
    if folder.unseen:
        return " · ".join([holds, tr("{n} not there just now", n=folder.unseen)])
    left_out = folder.account.left_out
    if left_out:
        return " · ".join([holds, tr("{n} files left out", n=left_out, one="{n} file left out")])
    return holds
