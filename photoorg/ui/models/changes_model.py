"""What another granularity would change: one row a change, each with a tick."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.review.granularity import Change
from photoorg.tr import tr

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

SEEN = _Role.UserRole + 31


@dataclass(frozen=True, slots=True)
class SeenChange:
    """A change with what shows it: a face of who stays (None: nobody), and some that move."""

    change: Change
    name: str | None
    stays: int | None
    moves: tuple[int, ...]


class ChangesModel(QAbstractListModel):
    """What a human said belongs there is not ticked at first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: list[SeenChange] = []
        self._ticked: list[bool] = []

    def show(self, seen: Sequence[SeenChange]) -> None:
        """Show these changes."""
        self.beginResetModel()
        self._seen = list(seen)
        self._ticked = [not one.change.said for one in self._seen]
        self.endResetModel()

    def ticked(self) -> list[Change]:
        """Return the changes that are wanted."""
        pairs = zip(self._seen, self._ticked, strict=True)
        return [one.change for one, wanted in pairs if wanted]

    def tick_all(self, *, on: bool) -> None:
        """Want all of them, or none."""
        self._ticked = [on] * len(self._seen)
        if self._seen:
            last = self.index(len(self._seen) - 1)
            self.dataChanged.emit(self.index(0), last, [_Role.CheckStateRole])

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._seen)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._seen):
            return None
        one = self._seen[index.row()]
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return _words(one)
            case _Role.CheckStateRole:
                ticked = self._ticked[index.row()]
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case _ if role == SEEN:
                return one
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if not index.isValid() or role != _Role.CheckStateRole:
            return False
        self._ticked[index.row()] = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [role])
        return True


def _words(one: SeenChange) -> str:
    """Return what would happen, in a few words."""
    change, faces = one.change, len(one.change.faces)
    if len(change.joining) > 1:
        return tr("{groups} groups join: {n} faces", n=faces, groups=len(change.joining))
    if change.joining:
        return tr("A group of {n} faces joins", n=faces, one="A single face joins")
    if change.said:
        return tr(
            "{n} faces leave; they were there when you named this person, or you put them there",
            n=faces,
            one="{n} face leaves; it was there when you named this person, or you put it there",
        )
    return tr("{n} faces leave", n=faces, one="{n} face leaves")
