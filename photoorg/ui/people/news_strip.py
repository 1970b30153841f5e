"""The line above people and photos when other programs have told of new names beside photos."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from photoorg.jobs.messages import shown
from photoorg.library.elsewhere.news import News
from photoorg.tr import tr


class NewsStrip(QFrame):
    """``lookWanted`` and ``declined`` carry the folders (``list[Path]``) that it tells of."""

    lookWanted = Signal(list)
    declined = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        self._folders: list[Path] = []
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.look_button = _link(tr("Look at them"))
        self.look_button.clicked.connect(lambda: self.lookWanted.emit(self._folders))
        self.decline_button = _link(tr("Not now"))
        self.decline_button.setToolTip(tr("They are told again when their files change."))
        self.decline_button.clicked.connect(lambda: self.declined.emit(self._folders))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 4)
        row.setSpacing(8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.look_button)
        row.addWidget(self.decline_button)

    def show_news(self, news: Sequence[News]) -> None:
        """Tell of these folders; without any there is nothing to tell."""
        self._folders = [one.path for one in news]
        self.sentence.setText(sentence(news) if news else "")

    @property
    def tells(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self._folders)


def sentence(news: Sequence[News]) -> str:
    """Return how many names are new beside the photos of these folders."""
    names = sum(one.names for one in news)
    if len(news) == 1:
        return tr(
            "{n} new names beside photos in {folder}",
            n=names,
            one="{n} new name beside photos in {folder}",
            folder=shown(news[0].path.name or news[0].path),
        )
    return tr("{n} new names beside photos in {folders} folders", n=names, folders=len(news))


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "link")
    return button
