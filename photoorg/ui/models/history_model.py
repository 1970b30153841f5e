"""The steps of the user, the newest first, and the beginning of all below them."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.library import Edit
from photoorg.tr import kept, retold, tr
from photoorg.ui.models.row_roles import LINE
from photoorg.ui.moments import moment_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex

UNDONE = Qt.ItemDataRole.UserRole + 9
NOW = Qt.ItemDataRole.UserRole + 10
BEGINNING = kept("The beginning")


class HistoryModel(QAbstractListModel):
    """One row for a step; ``NOW`` is true for the newest that is done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Edit] = []
        self._now = 0

    def show(self, steps: Sequence[Edit]) -> None:
        """Show these steps, the newest first; what is only undone or done again repaints."""
        steps = list(steps)
        if steps == self._steps:
            return
        same = [step.id for step in steps] == [step.id for step in self._steps]
        if not same:
            self.beginResetModel()
        self._steps = steps
        self._now = next((n for n, step in enumerate(steps) if not step.undone), len(steps))
        if same:
            self.dataChanged.emit(self.index(0), self.index(len(steps)))
        else:
            self.endResetModel()

    @property
    def now(self) -> int:
        """The row of the newest step that is done, or that of the beginning."""
        return self._now

    def step(self, row: int) -> int:
        """Return the id of the step in ``row``; 0 is the beginning."""
        return self._steps[row].id if row < len(self._steps) else 0

    def rowCount(self, parent: Index | None = None) -> int:
        if not self._steps or (parent is not None and parent.isValid()):
            return 0
        return len(self._steps) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        row = index.row()
        step = self._steps[row] if row < len(self._steps) else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return retold(step.label if step else BEGINNING)
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = [retold(step.label), moment_of(step.at)] if step else [retold(BEGINNING)]
                if row <= self._now:
                    parts.append(tr("undone") if row < self._now else tr("now"))
                return ", ".join(parts)
            case _ if role == LINE:
                return moment_of(step.at) if step else ""
            case _ if role == UNDONE:
                return row < self._now
            case _ if role == NOW:
                return row == self._now
        return None
