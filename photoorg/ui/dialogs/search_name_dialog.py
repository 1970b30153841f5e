"""Asks for the name of a search that is saved or called otherwise."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.library.finding.saved import LONGEST_NAME
from photoorg.tr import tr
from photoorg.ui.dialogs.width import fix_width


class SearchNameDialog(QDialog):
    """``named`` carries the name; a dialog without one cannot be agreed to."""

    named = Signal(str)

    def __init__(self, title: str, told: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        sentence = QLabel(told)
        sentence.setProperty("look", "quiet")
        sentence.setWordWrap(True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(sentence)
        self.field = QLineEdit(name)
        self.field.setPlaceholderText(tr("Name of the search"))
        self.field.setAccessibleName(tr("Name of the search"))
        self.field.setMaxLength(LONGEST_NAME)
        self.field.selectAll()
        self.field.textChanged.connect(self._follow)
        column.addWidget(self.field)
        column.addSpacing(12)
        self.save_button = QPushButton(tr("Save"))
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
        fix_width(self, 400)
        self._follow()
        self.field.setFocus()

    def _follow(self) -> None:
        self.save_button.setEnabled(bool(self.field.text().strip()))

    def _answer(self) -> None:
        self.accept()
        self.named.emit(self.field.text())
