"""The download of face models, from the settings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.packs.offers import PackOffer
from photoorg.tr import tr
from photoorg.ui.dialogs.width import fix_width
from photoorg.ui.direction import beginning
from photoorg.ui.packs.download_panel import DownloadPanel


class DownloadDialog(QDialog):
    """``installed`` says that the pack ``offer`` is there; closing the dialog ends the download."""

    installed = Signal()

    def __init__(self, offer: PackOffer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Download face models"))
        self.panel = DownloadPanel(offer)
        self.panel.installed.connect(self.installed)
        title = QLabel(offer.title)
        title.setProperty("look", "strong")
        title.setAlignment(beginning())
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
        fix_width(self, 480)
        self.finished.connect(self.panel.close_download)
