"""The download of face models, from the settings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.packs.download_panel import TITLE, DownloadPanel, buffalo_l


class DownloadDialog(QDialog):
    """``installed`` says that the pack is there; closing the dialog ends the download."""

    installed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Download face models"))
        self.panel = DownloadPanel(TITLE, *buffalo_l())
        self.panel.installed.connect(self.installed)
        title = QLabel(TITLE)
        title.setProperty("look", "strong")
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self.panel)
        column.addSpacing(8)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(theme.scaled(460))
        self.finished.connect(self.panel.close_download)
