"""The first thing a new user sees: choose how faces are recognised, then add a folder of photos."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from photoorg.errors import ModelError, NoModelPackError
from photoorg.packs.finding import find_pack
from photoorg.packs.models import ModelPack
from photoorg.packs.offers import BUFFALO_L
from photoorg.tr import kept, retold, tr
from photoorg.types import Changed
from photoorg.ui import icons, theme
from photoorg.ui.packs.download_panel import DownloadPanel
from photoorg.ui.pages.page import Page
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader

TRY = kept("Try it with a demonstration")

_WIDTH = 520


class FirstRunPage(Page):
    """Shows the one button; only where even the program's own models are missing, models first."""

    key: ClassVar[str] = "first-run"
    name: ClassVar[str] = kept("Welcome")
    alone: ClassVar[bool] = True

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self._stack = QStackedLayout(self)
        self._welcome = _Welcome()
        self._welcome.add_button.clicked.connect(self.addFolder)
        self._welcome.try_button.clicked.connect(self.demonstrationWanted)
        self._welcome.settings_button.clicked.connect(self.settingsWanted)
        self._models = _Models()
        self._models.choose_button.clicked.connect(self._choose)
        self.download = self._models.download
        self.download.installed.connect(self._installed)
        for part in (self._welcome, self._models):
            self._stack.addWidget(part)

    def refresh(self, changed: Changed) -> None:
        del changed
        pack, trouble = self._pack()
        self._models.say(trouble)
        self._stack.setCurrentWidget(self._models if pack is None else self._welcome)
        first = self._welcome.add_button if pack is not None else self._models.choose_button
        self.setFocusProxy(first)

    def close(self) -> bool:
        """End a download; what has come of it stays for the next time."""
        self.download.close_download()
        return super().close()

    def use_models(self, folder: Path) -> None:
        """Use the pack in ``folder`` from now on, or say why it cannot be used."""
        try:
            find_pack(folder, self.session.settings)
        except ModelError as error:
            self._models.say(str(error))
            return
        self.session.choose(replace(self.session.settings, models=str(folder)))
        self._installed()

    def _installed(self) -> None:
        if self._pack()[0] is None and self.session.settings.models:
            # a folder in the settings that holds nothing stands in front of the installed pack
            self.session.choose(replace(self.session.settings, models=""))
        self.refresh(frozenset())
        if self._pack()[0] is not None:
            self.packReady.emit()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Choose the folder of a model pack"))
        if folder:
            self.use_models(Path(folder))

    def _pack(self) -> tuple[ModelPack | None, str]:
        """Return the pack, or None and what there is to say beyond that there is none yet."""
        try:
            return find_pack(self.session.models, self.session.settings), ""
        except NoModelPackError as error:
            chosen = self.session.models is not None or self.session.settings.models
            return None, str(error) if chosen else ""
        except ModelError as error:
            return None, str(error)


class _Welcome(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._picture = QLabel()
        title = _label("display", tr("Who is in your photos?"))
        sentence = _label(
            "quiet",
            tr(
                "photoorg looks through your folders and gathers the photos of each person. "
                "Everything happens on this computer; your files stay where they are, unchanged."
            ),
        )
        self.add_button = QPushButton(tr("Add a folder of photos"))
        self.add_button.setProperty("look", "primary")
        self.add_button.setMinimumHeight(theme.scaled(40))
        hint = _label("muted", tr("or drop a folder anywhere in this window"))
        self.try_button = QPushButton(retold(TRY))
        self.try_button.setProperty("look", "link")
        models = _label(
            "muted",
            tr(
                "The program comes with small face models. More accurate ones can be chosen or "
                "downloaded in the settings, now or later: names stay."
            ),
        )
        self.settings_button = QPushButton(tr("Open the settings"))
        self.settings_button.setProperty("look", "link")
        column = _centred(self)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._picture, alignment=middle)
        column.addSpacing(16)
        for label in (title, sentence):
            label.setAlignment(middle)
            column.addWidget(label)
        column.addSpacing(24)
        column.addWidget(self.add_button, alignment=middle)
        column.addSpacing(4)
        hint.setAlignment(middle)
        column.addWidget(hint)
        column.addSpacing(8)
        column.addWidget(self.try_button, alignment=middle)
        column.addSpacing(24)
        models.setAlignment(middle)
        column.addWidget(models)
        column.addWidget(self.settings_button, alignment=middle)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        color = theme.tokens_of(self).accent
        self._picture.setPixmap(icons.pixmap("people", color, 72, self.devicePixelRatioF()))


class _Models(QWidget):
    """Two sentences, then two ways to get models."""

    def __init__(self) -> None:
        super().__init__()
        title = _label("title", tr("How shall faces be recognised?"))
        sentence = _label(
            "quiet",
            tr(
                "To tell people apart, photoorg needs a pack of face models. The one that "
                "belongs to the program is missing or damaged: install the program again, use a "
                "pack you have, or download one now."
            ),
        )
        self._trouble = _label("danger", "")
        self.choose_button = QPushButton(tr("Choose a folder with a model pack"))
        # The others need the detector of the pack that is missing.
        self.download = DownloadPanel(BUFFALO_L)
        inside = QWidget()
        column = _centred(inside)
        column.addWidget(title)
        column.addWidget(sentence)
        column.addWidget(self._trouble)
        column.addSpacing(16)
        own = _card(
            column, tr("A pack you have"), tr("A folder with a detector and a recogniser (ONNX).")
        )
        row = QHBoxLayout()
        row.addWidget(self.choose_button)
        row.addStretch()
        own.addLayout(row)
        column.addSpacing(8)
        _card(column, BUFFALO_L.title).addWidget(self.download)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.say("")

    def say(self, sentence: str) -> None:
        """Say why the chosen models cannot be used."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))


def _label(look: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _centred(page: QWidget) -> QVBoxLayout:
    """Return a column of readable width in the middle of ``page``."""
    holder = QWidget()
    holder.setMaximumWidth(theme.scaled(_WIDTH))
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 24, 0, 24)
    column.setSpacing(8)
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(holder, 100)
    across.addStretch(1)
    down = QVBoxLayout(page)
    down.setContentsMargins(24, 0, 24, 0)
    down.addStretch(2)
    down.addLayout(across)
    down.addStretch(3)
    return column


def _card(column: QVBoxLayout, title: str, sentence: str = "") -> QVBoxLayout:
    card = QFrame()
    card.setProperty("look", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(20, 16, 20, 16)
    inside.setSpacing(8)
    inside.addWidget(_label("section", title))
    if sentence:
        inside.addWidget(_label("quiet", sentence))
    column.addWidget(card)
    return inside
