"""Groups of photos that look alike, one a line."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.library.scenes.values import Scene
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.models.positions import place_of
from photoorg.ui.models.row_roles import LINE, WARNING

Index: TypeAlias = QModelIndex | QPersistentModelIndex

SCENE = Qt.ItemDataRole.UserRole + 10


def title_of(scene: Scene) -> str:
    """Return what a group is called."""
    return scene.name or tr("No name yet")


class ScenesModel(QAbstractListModel):
    """All groups, in the order of the library."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenes: Sequence[Scene] = ()

    def show(self, scenes: Sequence[Scene]) -> bool:
        """Show these groups; tell whether anything differs."""
        if list(scenes) == list(self._scenes):
            return False
        self.beginResetModel()
        self._scenes = list(scenes)
        self.endResetModel()
        return True

    def scenes(self) -> Sequence[Scene]:
        """Return the groups in the order shown."""
        return self._scenes

    def scene(self, row: int) -> Scene | None:
        """Return the group of a row."""
        return self._scenes[row] if 0 <= row < len(self._scenes) else None

    def row_of(self, scene_id: int | None) -> int:
        """Return the row of a group, or -1."""
        return next((n for n, one in enumerate(self._scenes) if one.id == scene_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._scenes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        scene = self.scene(index.row()) if index.isValid() else None
        if scene is None:
            return None
        photos = words.photos(len(scene.photo_ids))
        roles = Qt.ItemDataRole
        match role:
            case _ if role == SCENE:
                return scene
            case roles.DisplayRole:
                return title_of(scene)
            case roles.AccessibleTextRole:
                return f"{title_of(scene)}, {photos}"
            case roles.AccessibleDescriptionRole:
                return place_of(index.row(), len(self._scenes))
            case _ if role == LINE:
                return photos
            case _ if role == WARNING:
                return False
        return None
