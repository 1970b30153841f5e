"""Stacks of duplicates, one a line."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.jobs.messages import shown
from photoorg.library.duplicates.values import Stack, StackKind
from photoorg.ui.duplicates.telling import ALL, proposal, title_of
from photoorg.ui.models.positions import place_of
from photoorg.ui.models.row_roles import LINE, WARNING

Index: TypeAlias = QModelIndex | QPersistentModelIndex

STACK = Qt.ItemDataRole.UserRole + 10


class StacksModel(QAbstractListModel):
    """All stacks that were found, or those of one kind; denied ones only by themselves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Stack] = ()
        self._shown: Sequence[Stack] = ()
        self._kind = ALL

    def show(self, stacks: Sequence[Stack], kind: str) -> bool:
        """Show those of these stacks that are of this kind; tell whether anything differs."""
        chosen = [stack for stack in stacks if _is_of(stack, kind)]
        same = chosen == self._shown
        if not same:
            self.beginResetModel()
        self._all, self._shown, self._kind = list(stacks), chosen, kind
        if not same:
            self.endResetModel()
        return not same

    @property
    def kind(self) -> str:
        """Which kind is shown."""
        return self._kind

    def all(self) -> Sequence[Stack]:
        """Return the stacks of all kinds."""
        return self._all

    def stacks(self) -> Sequence[Stack]:
        """Return the stacks that are shown."""
        return self._shown

    def count(self, kind: str) -> int:
        """Return how many stacks of a kind there are."""
        return sum(_is_of(stack, kind) for stack in self._all)

    def row_like(self, stack: Stack) -> int:
        """Return the row of a stack of this kind with one of these photos, or -1."""
        photos = set(stack.photo_ids)
        rows = (
            row
            for row, other in enumerate(self._shown)
            if other.kind is stack.kind and not photos.isdisjoint(other.photo_ids)
        )
        return next(rows, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        stack = self._shown[index.row()]
        roles = Qt.ItemDataRole
        match role:
            case _ if role == STACK:
                return stack
            case roles.DisplayRole:
                return title_of(stack)
            case roles.ToolTipRole:
                return shown(stack.best)
            case roles.AccessibleTextRole:
                return f"{title_of(stack)}: {shown(stack.best.name)}. {proposal(stack)}"
            case roles.AccessibleDescriptionRole:
                return place_of(index.row(), len(self._shown))
            case _ if role == LINE:
                return shown(stack.best.name)
            case _ if role == WARNING:
                return False
        return None


def _is_of(stack: Stack, kind: str) -> bool:
    return stack.kind == kind or (kind == ALL and stack.kind is not StackKind.DENIED)
