"""What the right mouse button offers."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from photoorg.tr import tr


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


def open_item_menu(
    view: QAbstractItemView,
    at: QPoint,
    act: Callable[[QModelIndex], object],
    actions: Sequence[QAction],
) -> None:
    """Offer to open the item that the mouse is over, and ``actions``; nothing beside an item."""
    index = view.indexAt(at)
    if index.isValid():
        menu = ContextMenu(view)
        menu.addAction(tr("Open"), lambda: act(index))
        menu.addActions(actions)
        menu.open_over(view, at)
