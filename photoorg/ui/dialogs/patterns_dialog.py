"""Asks what of a folder is to be left out, in the words of ``.gitignore``."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.tr import tr
from photoorg.ui.dialogs.width import fix_width


class PatternsDialog(QDialog):
    """``agreed`` carries the lines that were typed, without empty ones."""

    agreed = Signal(list)

    def __init__(self, folder: str, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Leave out of {folder}", folder=folder))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        sentence = QLabel(
            tr(
                "One pattern a line, as in .gitignore: *.png leaves out files, /scans a folder "
                "here, raw/ every folder of that name, !a.png keeps one. What is left out is not "
                "shown from the next scan on; its names are remembered."
            )
        )
        sentence.setProperty("look", "quiet")
        sentence.setWordWrap(True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(sentence)
        self.field = QPlainTextEdit("\n".join(lines))
        self.field.setAccessibleName(tr("Patterns"))
        self.field.setTabChangesFocus(True)
        column.addWidget(self.field)
        self.save_button = QPushButton(tr("Save and scan"))
        self.save_button.setProperty("look", "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._answer)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        fix_width(self, 440)
        self.field.setFocus()

    def _answer(self) -> None:
        lines = [line.strip() for line in self.field.toPlainText().splitlines()]
        self.accept()
        self.agreed.emit([line for line in lines if line])
