"""What lists of tiles have in common: rows without children that can be selected."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.ui.layout.grid_layout import Section

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class TilesModel(QAbstractListModel):
    """A list of tiles."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tiles: Sequence[Any] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._tiles)

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
        return index.isValid() and 0 <= index.row() < len(self._tiles)

    def pictures_over_words(self, width: int, shape: float, words: int) -> list[Section]:
        """Return one section of pictures, ``shape`` as high as wide, over ``words`` pixels."""
        return [
            Section(
                *(len(self._tiles), width, round(width * shape) + words, 16, 18),
                heading=False,
                words=words,
                shape=shape,
            )
        ]
