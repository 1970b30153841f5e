"""Asks before a folder is taken out of the library, and tells what happens then."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Folder
from photoorg.ui import theme, words


class RemoveFolderQuestion(QDialog):
    """``confirmed`` is the answer yes; closing is no."""

    confirmed = Signal()

    def __init__(self, folder: Folder, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Remove folder")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        title = QLabel(f"Remove “{shown(folder.path.name or folder.path)}” from the library?")
        title.setProperty("look", "strong")
        gone = words.count(folder.photos, "photo")
        faces = words.count(folder.faces, "face")
        sentence = QLabel(
            f"{gone} and {faces} disappear from this window. Your files stay where they are, "
            "untouched. Names are remembered: add the folder again and everybody is back."
        )
        sentence.setProperty("look", "quiet")
        for label in (title, sentence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addSpacing(16)
        self.remove_button = QPushButton("Remove")
        self.remove_button.setProperty("look", "danger")
        self.remove_button.clicked.connect(self._answer)
        self.cancel_button = QPushButton("Cancel")
        self.cancel_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.cancel_button)
        row.addWidget(self.remove_button)
        column.addLayout(row)
        self.setFixedWidth(theme.scaled(440))
        self.cancel_button.setFocus()

    def _answer(self) -> None:
        self.accept()
        self.confirmed.emit()
