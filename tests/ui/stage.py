"""What a page plays on: a session and thumbnails for a library, and what the session said."""

from pathlib import Path

from PySide6.QtCore import QObject

from photoorg.library import Library
from photoorg.settings import Settings
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader


class Stage(QObject):
    def __init__(self, library: Library) -> None:
        super().__init__()
        self.session = Session(library, Settings(), parent=self)
        self.thumbnails = ThumbnailLoader(library.path, self)
        self.said: list[str] = []
        self.failed: list[str] = []
        self.wanted: list[list[Path]] = []
        self.session.said.connect(lambda sentence, _: self.said.append(sentence))
        self.session.failed.connect(self.failed.append)
        self.session.foldersWanted.connect(self.wanted.append)
