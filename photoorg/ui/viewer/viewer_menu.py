"""What the right mouse button offers over a photo in the viewer."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from photoorg.library.decisions.turning import Way
from photoorg.tr import tr
from photoorg.ui.context_menu import ContextMenu
from photoorg.ui.viewer.face_tools import FaceTools


def show_menu(
    page: QWidget,
    tools: FaceTools,
    face_id: int | None,
    at: QPoint,
    others: Mapping[str, Callable[[], object]],
) -> None:
    """Offer what can be done with a face, if it is over one, with the photo, and ``others``."""
    menu = ContextMenu(page)
    face = tools.face(face_id)
    if face is not None:
        tools.actions.fill(menu, face)
        menu.addSeparator()
    _tell_key(menu.addAction(tr("Draw a box around a face"), tools.draw), "D")
    _tell_key(menu.addAction(tr("Search this photo harder"), tools.search_harder), "H")
    menu.addSeparator()
    _tell_key(menu.addAction(tr("Turn left"), lambda: tools.turn(Way.LEFT)), "L")
    _tell_key(menu.addAction(tr("Turn right"), lambda: tools.turn(Way.RIGHT)), "R")
    menu.addAction(tr("Turn upside down"), lambda: tools.turn(Way.HALF))
    menu.addSeparator()
    for words, act in others.items():
        menu.addAction(words, act)
    menu.popup(at)


def _tell_key(action: QAction, key: str) -> None:
    """Show the key that does the same in the viewer; there it is the viewer that hears it."""
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setShortcutVisibleInContextMenu(True)
