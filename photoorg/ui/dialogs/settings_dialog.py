"""What the user may choose: look, face models, computing device, way of grouping.

Every choice is kept at once; there is nothing to confirm and nothing to lose.
"""

import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoorg.clustering.registry import engine_list
from photoorg.packs.models import PROVIDERS
from photoorg.packs.offers import offers
from photoorg.tr import kept, retold, tr
from photoorg.ui import theme
from photoorg.ui.dialogs.download_dialog import DownloadDialog
from photoorg.ui.languages import LANGUAGES
from photoorg.ui.packs.packs_panel import PacksPanel
from photoorg.ui.session import Session
from photoorg.ui.widgets.choices import CheckBox, ChoiceBox
from photoorg.ui.widgets.segments import Segments

THEMES = {"system": kept("Same as the system"), "light": kept("Light"), "dark": kept("Dark")}
DEVICES = {
    "cpu": kept("Processor (works everywhere)"),
    "cuda": kept("NVIDIA graphics card (CUDA)"),
    "coreml": kept("Apple chip (Core ML)"),
    "openvino": "Intel (OpenVINO)",
    "directml": kept("Graphics card (DirectML)"),
}
_FRAME = 48
"""What the window manager adds above and below, roughly."""
_ONLY_ON = {"coreml": ("darwin",), "directml": ("win32",), "cuda": ("linux", "win32")}
STANDARD = "ndde-tpdi"
SIZES = {
    "ndde-tpdi-finer": kept("Finer"),
    STANDARD: kept("Standard"),
    "ndde-tpdi-coarser": kept("Coarser"),
}
ABOUT_OTHERS = kept("Methods of the literature and of other programs, to compare with.")
UNKNOWN = kept("This version does not know the method that is set; choose another one.")


class SettingsDialog(QDialog):
    """Reads and writes ``session.settings``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Settings"))
        self._session = session
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(32, 28, 32, 24)
        self._column.setSpacing(8)
        title = QLabel(tr("Settings"))
        title.setProperty("look", "title")
        self._column.addWidget(title)
        self._column.addSpacing(8)
        self.theme = Segments(_told(THEMES), tr("Look of the window"))
        self.theme.choose(session.settings.theme if session.settings.theme in THEMES else "system")
        self.theme.chosen.connect(lambda key: self._keep(theme=key))
        self._row(tr("Look"), self.theme)
        sizes = {str(size): tr("{size} %", size=size) for size in theme.TEXT_SIZES}
        self.text_size = ChoiceBox(sizes, str(session.settings.text_size))
        self.text_size.setAccessibleName(tr("Text size"))
        self.text_size.activated.connect(lambda _: self._keep(text_size=int(self.text_size.key())))
        self._row(tr("Text size"), self.text_size)
        chosen = session.settings.language
        self.language = ChoiceBox({"": tr("Same as the system"), **LANGUAGES}, chosen)
        self.language.setAccessibleName(tr("Language"))
        self.language.activated.connect(lambda _: self._keep(language=self.language.key()))
        self._row(tr("Language"), self.language)
        self._line()
        self._add_watching()
        self._line()
        self._add_models()
        self._line()
        self.device = ChoiceBox(_devices(session.settings.provider), session.settings.provider)
        self.device.setAccessibleName(tr("Computing device"))
        self.device.activated.connect(lambda _: self._keep(provider=self.device.key()))
        self._row(
            tr("Computing device"),
            self.device,
            tr("A graphics card finds faces faster, if its software is installed."),
        )
        self._line()
        self._add_grouping()
        self._column.addSpacing(8)
        self._column.addStretch()
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._column.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignRight)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._show_models()
        self._inside.installEventFilter(self)
        self.close_button.setFocus()  # Enter closes, and chooses nothing by accident

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as large as everything in it, as far as the screen goes; beyond that it scrolls."""
        needed = self._column.totalMinimumSize().width()
        self.setFixedWidth(max(theme.scaled(560), needed))
        least = self._inside.minimumSizeHint().height()
        wanted = max(least, self._column.totalHeightForWidth(self.width()))
        room = self.screen().availableGeometry().height() - _FRAME
        self.resize(self.width(), min(wanted, room))

    def _add_watching(self) -> None:
        self.watch = self._switch(
            "watch",
            tr("Look for new photos by itself"),
            tr(
                "Folders are watched while the window is open; those on a network share are looked "
                "at now and then."
            ),
        )
        self.find_alike = self._switch(
            "find_alike",
            tr("Look for duplicates and groups of photos by itself"),
            tr("After a scan, while nothing else is to be done; no photo is moved or deleted."),
        )
        self.gently = self._switch(
            "gently",
            tr("Scan gently"),
            tr(
                "Other programs go first and keep half of the computer; a scan takes about twice "
                "as long. On battery it is always so."
            ),
        )

    def _switch(self, setting: str, words: str, hint: str) -> CheckBox:
        """Add a tick for a setting that is on or off, and what it means."""
        box = CheckBox(words)
        box.setChecked(getattr(self._session.settings, setting))
        box.toggled.connect(lambda on: self._keep(**{setting: on}))
        self._column.addWidget(box)
        self._hint(hint)
        return box

    def _add_models(self) -> None:
        heading = QLabel(tr("Face models"))
        heading.setProperty("look", "section")
        self._column.addWidget(heading)
        self.packs = PacksPanel()
        self.packs.chosen.connect(self._keep_models)
        self.packs.downloadWanted.connect(self._download)
        self._column.addWidget(self.packs)

    def _add_grouping(self) -> None:
        self.sizes = Segments(_told(SIZES), tr("Size of groups"))
        self.sizes.chosen.connect(self._group_by)
        self._row(
            tr("Groups"),
            self.sizes,
            tr(
                "How faces become people. You see what would change before anything does, and "
                "names and answers you gave are always kept."
            ),
        )
        self._looking = QLabel(tr("Looking what would change …"))
        self._looking.setProperty("look", "muted")
        self._looking.hide()
        self._column.addWidget(self._looking)
        self.more = QPushButton(tr("Other methods"))
        self.more.setProperty("look", "link")
        self.more.setCheckable(True)
        self._column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        others = {e.name: e.name for e in engine_list() if e.usable and e.name not in SIZES}
        self.method = ChoiceBox({"": tr("None"), **others}, "")
        self.method.setAccessibleName(tr("Other method"))
        self.method.activated.connect(lambda _: self._group_by(self.method.key() or STANDARD))
        self._about = QLabel()
        self._about.setProperty("look", "muted")
        self._about.setWordWrap(True)
        for part in (self.method, self._about):
            self._column.addWidget(part)
            self.more.toggled.connect(part.setVisible)
        self._show_grouping()
        self._session.groupingDecided.connect(self._show_grouping)

    def _show_grouping(self) -> None:
        """Show how faces are grouped now."""
        engine = self._session.settings.engine
        self._looking.hide()
        other = engine not in SIZES
        self.sizes.choose(None if other else engine)
        self.method.setCurrentIndex(max(0, self.method.findData(engine if other else "")))
        about = {e.name: e.about for e in engine_list()}
        self._about.setText(retold(about.get(engine, UNKNOWN) if other else ABOUT_OTHERS))
        self.more.setChecked(other)
        for part in (self.method, self._about):
            part.setVisible(other)

    def _group_by(self, engine: str) -> None:
        self._looking.setVisible(engine != self._session.settings.engine)
        self._session.groupingWanted.emit(engine)

    def _row(self, words: str, control: QWidget, hint: str = "") -> None:
        label = QLabel(words)
        label.setProperty("look", "section")
        label.setBuddy(control)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addStretch()
        row.addWidget(control)
        self._column.addLayout(row)
        if hint:
            self._hint(hint)

    def _hint(self, words: str) -> None:
        quiet = QLabel(words)
        quiet.setProperty("look", "muted")
        quiet.setWordWrap(True)
        self._column.addWidget(quiet)

    def _line(self) -> None:
        line = QFrame()
        line.setProperty("look", "line")
        self._column.addSpacing(4)
        self._column.addWidget(line)
        self._column.addSpacing(4)

    def _keep(self, **choice: Any) -> None:
        self._session.choose(replace(self._session.settings, **choice))

    def _keep_models(self, folder: str) -> None:
        # What the command line asked for held until another choice was made.
        self._session.models = None
        self._keep(models=folder)
        self._show_models()

    def _show_models(self) -> None:
        self.packs.show_packs(self._session.settings, self._session.models)

    def _download(self, name: str) -> None:
        dialog = DownloadDialog(offers()[name], self)
        dialog.installed.connect(lambda: self._keep_models(name))
        dialog.open()


def _told(choices: Mapping[str, str]) -> dict[str, str]:
    return {key: retold(words) for key, words in choices.items()}


def _devices(chosen: str) -> dict[str, str]:
    """Return the devices that this system may have, and the chosen one in any case."""
    return {
        name: retold(DEVICES.get(name, name))
        for name in PROVIDERS
        if name == chosen or sys.platform in _ONLY_ON.get(name, (sys.platform,))
    }
