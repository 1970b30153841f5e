"""What lies over the window while folders are held over it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from photoorg.jobs.scanning.places import is_folder
from photoorg.tr import tr
from photoorg.ui import icons, theme


class DropOverlay(QWidget):
    """Takes folders for the whole ``window`` and says over ``parent`` what letting go would do.

    ``dropped`` carries the folders (``list[Path]``).
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._over = parent
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            folders = folders_in(event.mimeData())
            if folders:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.show_folders(folders)
            return True
        if isinstance(event, QDragLeaveEvent):
            self.hide()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hide()
            folders = folders_in(event.mimeData())
            if folders:
                event.accept()
                self.dropped.emit(folders)
            return True
        return super().eventFilter(watched, event)

    def show_folders(self, folders: list[Path]) -> None:
        """Lie over the whole parent."""
        one = folders[0].name or str(folders[0])
        self._text = (
            tr("Add {folder}", folder=one)
            if len(folders) == 1
            else tr("Add {n} folders", n=len(folders))
        )
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.tokens_of(self)
        veil = QColor(colors.surface)
        veil.setAlpha(235)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(20, 20, -20, -20)
        pen = QPen(colors.accent, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, theme.RADIUS_LARGE, theme.RADIUS_LARGE)
        middle = self.rect().center()
        picture = icons.pixmap("folder-add", colors.accent, 56, self.devicePixelRatioF())
        painter.drawPixmap(middle.x() - 28, middle.y() - 60, picture)
        painter.setFont(theme.font(theme.TITLE, strong=True))
        painter.setPen(colors.text)
        line = self.rect().adjusted(40, middle.y() + 10, -40, 0)
        line.setHeight(theme.scaled(40))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._text)


def folders_in(data: QMimeData) -> list[Path]:
    """Return the folders that are dragged or pasted."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if is_folder(path)]
