"""How large a dialog is: its letters and its words say so."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QDialog

from photoorg.ui import theme


def fix_width(dialog: QDialog, usual: int) -> None:
    """Make a dialog that is laid out ``usual`` pixels wide, or as wide as its buttons need.

    ``usual`` is for letters of usual size. Sentences fill what there is, in as many lines as they
    take.
    """
    layout = dialog.layout()
    needed = 0 if layout is None else layout.minimumSize().width()
    dialog.setFixedWidth(max(theme.scaled(usual), needed))
    give_height(dialog)


def give_height(dialog: QDialog) -> None:
    """Make a dialog as high as the lines of its sentences, once it is shown and as they change."""
    dialog.installEventFilter(_Height(dialog))


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog that can be resized its first size: for letters of usual size, in pixels.

    It is not larger than the window below it.
    """
    size = QSize(theme.scaled(width), theme.scaled(height))
    parent = dialog.parentWidget()
    dialog.resize(size if parent is None else size.boundedTo(parent.window().size()))


class _Height(QObject):
    """Words wrap at the width that is there; Qt would take the height for a wider one."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and not event.spontaneous()
        if isinstance(watched, QDialog) and (shown or event.type() == QEvent.Type.LayoutRequest):
            layout = watched.layout()
            needed = 0 if layout is None else layout.totalHeightForWidth(watched.width())
            if needed > watched.height() or (shown and needed > 0):
                watched.resize(watched.width(), needed)
        return super().eventFilter(watched, event)
