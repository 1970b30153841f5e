"""The line above people and photos while folders cannot be reached: why some will not open."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Folder
from photoorg.ui import words


class AwayStrip(QFrame):
    """``foldersWanted`` leads to where something can be done about it."""

    foldersWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.button = QPushButton("Folders")
        self.button.setProperty("look", "link")
        self.button.clicked.connect(self.foldersWanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 4)
        row.setSpacing(8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)

    def show_folders(self, folders: Sequence[Folder]) -> None:
        """Tell of these folders, which are away; without any there is nothing to tell."""
        self.sentence.setText(sentence(folders) if folders else "")

    @property
    def tells(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.sentence.text())


def sentence(folders: Sequence[Folder]) -> str:
    """Return what it means that these folders are away."""
    photos = sum(folder.photos for folder in folders)
    one = shown(folders[0].path.name or folders[0].path)
    which = one if len(folders) == 1 else words.count(len(folders), "folder")
    verb, its = ("is", "its") if len(folders) == 1 else ("are", "their")
    what = words.count(photos, "photo")
    return f"{which} {verb} not there just now: {its} {what} can be seen, but not opened."
