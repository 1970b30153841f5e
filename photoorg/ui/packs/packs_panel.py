"""The list of face model packs in the settings: what each can do, and which one is used."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from photoorg.errors import ModelError
from photoorg.packs.finding import find_pack
from photoorg.packs.offers import PackOffer
from photoorg.packs.pack_list import (
    PackEntry,
    PackFacts,
    add_folder,
    facts_of_offer,
    list_packs,
    not_installed,
    used_folder,
)
from photoorg.settings import Settings
from photoorg.tr import kept, retold, tr
from photoorg.ui import theme, words
from photoorg.ui.direction import beginning

HINT = kept(
    "With other models every photo is looked at again, in the background. Names and answers you "
    "gave are kept."
)
_MOST_HEIGHT = 248


class PacksPanel(QWidget):
    """``chosen`` carries what the settings keep for a pack, ``downloadWanted`` an offer's name."""

    chosen = Signal(str)
    downloadWanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = _label("danger")
        self.add_button = QPushButton(tr("Add a folder…"))
        self.add_button.clicked.connect(self._choose_folder)
        self.use_buttons: dict[Path, QPushButton] = {}
        self.download_buttons: dict[str, QPushButton] = {}
        self._more = _label("section", tr("More accurate ones"))
        self._offers = QVBoxLayout()
        self._offers.setSpacing(0)
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._scroll)
        column.addWidget(self.trouble)
        column.addWidget(_label("muted", retold(HINT)))
        self.add_button.setAutoDefault(False)
        column.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self._more)
        column.addLayout(self._offers)
        self.say("")

    def show_packs(self, settings: Settings, models: Path | None) -> None:
        """List the packs; ``models`` is the folder this run of the program was told to use."""
        trouble = ""
        try:
            find_pack(models, settings)
        except ModelError as error:
            trouble = str(error)
        used = used_folder(models, settings)
        entries = list_packs(settings)
        _empty(self._rows)
        self.use_buttons = {}
        for at, entry in enumerate(entries):
            if at:
                self._rows.addWidget(_line())
            self._rows.addWidget(self._row(entry, used=entry.folder == used))
        self._rows.addStretch()
        self._scroll.setVisible(bool(entries))
        self._fit()
        self._show_offers(not_installed(entries))
        self.say(trouble)

    def _show_offers(self, offers: list[PackOffer]) -> None:
        _empty(self._offers)
        self.download_buttons = {}
        for at, offer in enumerate(offers):
            if at:
                self._offers.addWidget(_line())
            self._offers.addWidget(self._offer_row(offer))
        self._more.setVisible(bool(offers))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the list as high as its rows, up to a limit from which it scrolls."""
        self._inside.ensurePolished()
        for label in self._inside.findChildren(QLabel):
            label.ensurePolished()  # its font comes from the style sheet
        self._rows.invalidate()
        height = max(
            self._rows.totalHeightForWidth(self.width()), self._rows.totalSizeHint().height()
        )
        self._scroll.setFixedHeight(min(theme.scaled(_MOST_HEIGHT), height + 2))

    def say(self, sentence: str) -> None:
        """Say why a pack cannot be used; empty: nothing is wrong."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def add(self, folder: Path) -> None:
        """Use the pack in ``folder`` from now on, or say why it cannot be used."""
        try:
            first = add_folder(folder)[0]
        except ModelError as error:
            self.say(str(error))
            return
        self.chosen.emit(str(first.folder))

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Choose the folder of a model pack"))
        if folder:
            self.add(Path(folder))

    def _row(self, entry: PackEntry, *, used: bool) -> QWidget:
        row = QWidget()
        row.setToolTip(str(entry.folder))
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 8, 4, 8)
        beside.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(_label("section", entry.name, wrap=False))
        column.addWidget(_label("danger", entry.problem) if entry.problem else _figures(entry))
        beside.addLayout(column, 1)
        if used:
            beside.addWidget(_label("quiet", tr("In use"), wrap=False))
        elif entry.pack:
            button = QPushButton(tr("Use this one"))
            button.setAutoDefault(False)
            button.setAccessibleName(tr("Use {name}", name=entry.name))
            button.clicked.connect(lambda: self.chosen.emit(entry.setting))
            beside.addWidget(button)
            self.use_buttons[entry.folder] = button
        return row

    def _offer_row(self, offer: PackOffer) -> QWidget:
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 8, 4, 8)
        beside.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(2)
        about = retold(offer.about)
        known = "\n".join(figures(facts_of_offer(offer), offer.size / 1e6))
        column.addWidget(_label("section", offer.title, wrap=False))
        column.addWidget(_label("quiet", about))
        column.addWidget(_label("muted", known))
        beside.addLayout(column, 1)
        button = QPushButton(tr("Download…"))
        button.setAutoDefault(False)
        button.setAccessibleName(tr("Download {title}", title=offer.title))
        button.setAccessibleDescription(f"{about}\n{known}")
        button.clicked.connect(lambda: self.downloadWanted.emit(offer.name))
        beside.addWidget(button)
        self.download_buttons[offer.name] = button
        return row


def figures(facts: PackFacts, megabytes: float) -> list[str]:
    """Return what is known about a pack, in words: two lines."""
    known = []
    if facts.accuracy is not None:
        known.append(
            tr("{share} % of pairs told right", share=words.figure(100 * facts.accuracy, 1))
        )
    if facts.ms_per_face is not None:
        known.append(tr("{time} ms a face", time=words.figure(facts.ms_per_face)))
    known.append(f"{words.figure(megabytes)} MB")
    lines = [" · ".join(known)]
    terms = retold(facts.terms)
    terms = terms[:1].upper() + terms[1:]
    lines.append(" · ".join(part for part in (terms, retold(facts.source)) if part))
    return lines


def _figures(entry: PackEntry) -> QLabel:
    return _label("muted", "\n".join(figures(entry.facts, entry.megabytes)), wrap=False)


def _label(look: str, text: str = "", *, wrap: bool = True) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(wrap)
    label.setAlignment(beginning() | Qt.AlignmentFlag.AlignVCenter)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.deleteLater()


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("look", "line")
    return line
