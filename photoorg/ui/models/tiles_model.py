"""What lists of tiles have in common: rows without children that can be selected."""

from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class TilesModel(QAbstractListModel):
    """A list of tiles; :meth:`count` says how many there are."""

    def count(self) -> int:
        """Return the number of tiles."""
        raise NotImplementedError

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.count()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.has(index):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def has(self, index: Index) -> bool:
        """Tell whether there is a tile at ``index``: views may still hold one that is gone."""
        return index.isValid() and 0 <= index.row() < self.count()
