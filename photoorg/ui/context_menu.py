"""What the right mouse button offers."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget


class ContextMenu(QMenu):
    """A menu that is gone when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def offer(self, actions: Iterable[QAction]) -> None:
        """Add those of the actions that can be done now."""
        self.addActions([each for each in actions if each.isEnabled() and each.isVisible()])

    def open_over(self, view: QAbstractItemView, at: QPoint) -> None:
        """Open where the mouse is in a view; a menu that offers nothing does not."""
        if self.isEmpty():
            self.deleteLater()
        else:
            self.popup(view.viewport().mapToGlobal(at))
