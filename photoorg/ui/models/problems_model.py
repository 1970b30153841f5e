"""The files that could not be read, and why."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.jobs.messages import shown
from photoorg.library import Problem
from photoorg.tr import retold
from photoorg.ui.models.row_roles import DETAIL, ICON, LINE, WARNING

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class ProblemsModel(QAbstractListModel):
    """One row for a file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: list[Problem] = []

    def show(self, problems: Sequence[Problem]) -> bool:
        """Show these files; return whether anything differs."""
        if list(problems) == self._problems:
            return False
        self.beginResetModel()
        self._problems = list(problems)
        self.endResetModel()
        return True

    def problem(self, row: int) -> Problem:
        """Return what is wrong in ``row``."""
        return self._problems[row]

    def problems(self) -> list[Problem]:
        """Return everything that is wrong."""
        return self._problems

    def row_of(self, photo_id: int) -> int:
        """Return the row of a file, or -1."""
        ids = (row for row, problem in enumerate(self._problems) if problem.file_id == photo_id)
        return next(ids, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._problems)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._problems):
            return None
        problem = self._problems[index.row()]
        roles = Qt.ItemDataRole
        match role:
            case roles.DisplayRole:
                return shown(problem.path.name)
            case roles.ToolTipRole:
                return f"{shown(problem.path)}\n{retold(problem.reason)}"
            case roles.AccessibleTextRole:
                return f"{shown(problem.path.name)}: {retold(problem.reason)}"
            case _ if role == ICON:
                return "problems"
            case _ if role == DETAIL:
                return shown(problem.path.parent)
            case _ if role == LINE:
                return retold(problem.reason)
            case _ if role == WARNING:
                return False
        return None
