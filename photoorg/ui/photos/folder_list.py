"""The list of the folders, whose lines unfold like a tree."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from photoorg.tr import kept, tr
from photoorg.ui import direction
from photoorg.ui.delegates.folder_delegate import FolderDelegate
from photoorg.ui.models.folders_model import FoldersModel
from photoorg.ui.models.row_roles import FOLDED
from photoorg.ui.widgets.row_list import RowList


class FolderList(RowList):
    """Right unfolds, Left folds or goes to the folder around; so does a click on the mark."""

    keys: ClassVar[Mapping[str, str]] = {kept("Right, Left"): kept("Unfold, fold")}

    def __init__(self, model: FoldersModel, parent: QWidget | None = None) -> None:
        super().__init__(tr("Folders"), parent, FolderDelegate)
        self._folders = model
        self._at: Path | None = None
        model.modelAboutToBeReset.connect(self._keep_place)
        self.setModel(model)
        model.modelReset.connect(self._find_place)  # after the list itself has heard of it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row < 0 or direction.key(event.key()) not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)
            return
        folded = self.currentIndex().data(FOLDED)
        if direction.key(event.key()) == Qt.Key.Key_Right:
            self._folders.fold(row, folded=False)
        elif folded is False:
            self._folders.fold(row, folded=True)
        elif (around := self._folders.row_around(row)) >= 0:
            self.setCurrentIndex(self._folders.index(around))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._turned(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._turned(event):
            super().mouseDoubleClickEvent(event)

    def _keep_place(self) -> None:
        row = self.currentIndex().row()
        self._at = self._folders.path(row) if row >= 0 else None

    def _find_place(self) -> None:
        row = -1 if self._at is None else self._folders.row_of(self._at)
        if row >= 0:
            self.setCurrentIndex(self._folders.index(row))

    def _turned(self, event: QMouseEvent) -> bool:
        """Fold or unfold the line on whose mark one clicked, and tell whether it was so."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        delegate = self.itemDelegate()
        assert isinstance(delegate, FolderDelegate)
        if not index.isValid() or not delegate.on_mark(index, at, self.visualRect(index)):
            return False
        self._folders.fold(index.row(), folded=not index.data(FOLDED))
        return True
