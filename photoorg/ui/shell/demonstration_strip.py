"""The strip above every page of the demonstration: what this is, and the two ways out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from photoorg.tr import tr


class DemonstrationStrip(QFrame):
    """``leave`` goes back to the user's own photos, ``remove`` deletes the demonstration, too."""

    leave = Signal()
    remove = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        words = QLabel(
            tr("A demonstration: name and merge as you like, your own photos are not here.")
        )
        words.setWordWrap(True)
        self.leave_button = QPushButton(tr("To my photos"))
        self.leave_button.clicked.connect(self.leave)
        self.remove_button = QPushButton(tr("Remove the demonstration"))
        self.remove_button.clicked.connect(self.remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(self.remove_button)
        row.addWidget(self.leave_button)
