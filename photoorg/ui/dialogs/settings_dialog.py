"""What the user may choose: look, face models, computing device, way of grouping.

Every choice is kept at once; there is nothing to confirm and nothing to lose.
"""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.analysis.models import PROVIDERS, find_pack
from photoorg.clustering.engine import ENGINES
from photoorg.errors import ModelError
from photoorg.ui.choices import ChoiceBox
from photoorg.ui.dialogs.download_dialog import DownloadDialog
from photoorg.ui.segments import Segments
from photoorg.ui.session import Session

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
        methods = {name: METHODS.get(name, name) for name in ENGINES}
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
        self.models_label = QLabel()
        self.models_label.setWordWrap(True)
        self.models_label.setTextFormat(Qt.TextFormat.PlainText)
        self.choose_button = QPushButton("Choose a folder…")
        self.choose_button.clicked.connect(self._choose_models)
        self.forget_button = QPushButton("Use the installed ones")
        self.forget_button.clicked.connect(lambda: self._keep_models(""))
        self.download_button = QPushButton("Download…")
        self.download_button.clicked.connect(self._download)
        heading = QLabel("Face models")
        heading.setProperty("look", "section")
        self._column.addWidget(heading)
        self._column.addWidget(self.models_label)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.choose_button, self.download_button, self.forget_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        self._column.addLayout(row)

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
        self._keep(models=folder)
        self._show_models()

    def _show_models(self) -> None:
        """Say which models are used, or why none can be."""
        try:
            pack = find_pack(self._session.models, self._session.settings)
        except ModelError as error:
            self._say_models(str(error), "danger")
        else:
            self._say_models(f"{pack.name} in {pack.folder}", "quiet")
        self.forget_button.setVisible(bool(self._session.settings.models))

    def _say_models(self, sentence: str, look: str) -> None:
        self.models_label.setText(sentence)
        self.models_label.setProperty("look", look)
        self.models_label.style().polish(self.models_label)

    def _choose_models(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, "Choose the folder of a model pack", self._session.settings.models
        )
        if folder:
            self.try_models(Path(folder))

    def try_models(self, folder: Path) -> None:
        """Use the pack in ``folder``, or say why it cannot be used and change nothing."""
        try:
            find_pack(folder, self._session.settings)
        except ModelError as error:
            self._say_models(str(error), "danger")
            return
        self._keep_models(str(folder))

    def _download(self) -> None:
        dialog = DownloadDialog(self)
        dialog.installed.connect(lambda: self._keep_models(""))
        dialog.open()


def _devices(chosen: str) -> dict[str, str]:
    """Return the devices that this system may have, and the chosen one in any case."""
    return {
        name: DEVICES.get(name, name)
        for name in PROVIDERS
        if name == chosen or sys.platform in _ONLY_ON.get(name, (sys.platform,))
    }
