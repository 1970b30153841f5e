"""The line above people and photos while folders cannot be reached: why some will not open."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from photoorg.jobs.messages import shown
from photoorg.library import Folder
from photoorg.tr import tr
from photoorg.ui import words


class AwayStrip(QFrame):
    """``foldersWanted`` leads to where something can be done about it."""

    foldersWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.button = QPushButton(tr("Folders"))
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
    photos = words.photos(sum(folder.photos for folder in folders))
    if len(folders) == 1:
        return tr(
            "{folder} is not there just now: its {photos} can be seen, but not opened.",
            folder=shown(folders[0].path.name or folders[0].path),
            photos=photos,
        )
    return tr(
        "{n} folders are not there just now: their {photos} can be seen, but not opened.",
        n=len(folders),
        photos=photos,
    )
