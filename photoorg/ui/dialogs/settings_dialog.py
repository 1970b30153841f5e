"""What the user may choose: look, face models, computing device, way of grouping.

Every choice is kept at once; there is nothing to confirm and nothing to lose.
"""

import sys
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.clustering.registry import engine_list
from photoorg.packs.models import PROVIDERS
from photoorg.ui.dialogs.download_dialog import DownloadDialog
from photoorg.ui.packs.packs_panel import DOWNLOADED, PacksPanel
from photoorg.ui.session import Session
from photoorg.ui.widgets.choices import ChoiceBox
from photoorg.ui.widgets.segments import Segments

THEMES = {"system": "Like the system", "light": "Light", "dark": "Dark"}
DEVICES = {
    "cpu": "Processor (works everywhere)",
    "cuda": "NVIDIA graphics card (CUDA)",
    "coreml": "Apple chip (Core ML)",
    "openvino": "Intel (OpenVINO)",
    "directml": "Graphics card (DirectML)",
}
_ONLY_ON = {"coreml": ("darwin",), "directml": ("win32",), "cuda": ("linux", "win32")}
METHODS = {"ndde-tpdi": "Standard", "ndde-tpdi-map": "Standard, splits doubtful groups"}


class SettingsDialog(QDialog):
    """Reads and writes ``session.settings``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Settings")
        self._session = session
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 28, 32, 24)
        self._column.setSpacing(8)
        title = QLabel("Settings")
        title.setProperty("look", "title")
        self._column.addWidget(title)
        self._column.addSpacing(8)
        self.theme = Segments(THEMES, "Look of the window")
        self.theme.choose(session.settings.theme if session.settings.theme in THEMES else "system")
        self.theme.chosen.connect(lambda key: self._keep(theme=key))
        self._row("Look", self.theme)
        self._line()
        self._add_models()
        self._line()
        self.device = ChoiceBox(_devices(session.settings.provider), session.settings.provider)
        self.device.setAccessibleName("Computing device")
        self.device.activated.connect(lambda _: self._keep(provider=self.device.key()))
        self._row(
            "Computing device",
            self.device,
            "A graphics card finds faces faster, if its software is installed.",
        )
        self._line()
        methods = {
            engine.name: METHODS.get(engine.name, engine.name)
            for engine in engine_list()
            if engine.usable or engine.name == session.settings.engine
        }
        self.method = ChoiceBox(methods, session.settings.engine)
        self.method.setAccessibleName("Way of grouping")
        self.method.activated.connect(lambda _: self._keep(engine=self.method.key()))
        self._row(
            "Way of grouping",
            self.method,
            "How faces become people. Names and answers you gave are always kept.",
        )
        self._column.addSpacing(8)
        self._column.addStretch()
        self.close_button = QPushButton("Close")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._column.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(560)
        self._show_models()

    def _add_models(self) -> None:
        heading = QLabel("Face models")
        heading.setProperty("look", "section")
        self._column.addWidget(heading)
        self.packs = PacksPanel()
        self.packs.chosen.connect(self._keep_models)
        self.packs.downloadWanted.connect(self._download)
        self._column.addWidget(self.packs)

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
            quiet = QLabel(hint)
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

    def _download(self) -> None:
        dialog = DownloadDialog(self)
        dialog.installed.connect(lambda: self._keep_models(DOWNLOADED))
        dialog.open()


def _devices(chosen: str) -> dict[str, str]:
    """Return the devices that this system may have, and the chosen one in any case."""
    return {
        name: DEVICES.get(name, name)
        for name in PROVIDERS
        if name == chosen or sys.platform in _ONLY_ON.get(name, (sys.platform,))
    }
