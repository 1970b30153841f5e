"""A question with one sentence of what a yes does; no is the answer without much thought."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.ui.dialogs.width import fix_width


class YesNoQuestion(QDialog):
    """``accepted`` is the answer yes; closing is no.

    ``danger`` marks a yes that takes something away.
    """

    def __init__(
        self, title: str, sentence: str, yes: str, no: str, parent: QWidget, *, danger: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        for text, look in ((title, "strong"), (sentence, "quiet")):
            label = QLabel(text)
            label.setProperty("look", look)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addSpacing(16)
        self.yes_button = QPushButton(yes)
        if danger:
            self.yes_button.setProperty("look", "danger")
        self.yes_button.clicked.connect(self.accept)
        self.no_button = QPushButton(no)
        self.no_button.setDefault(True)
        self.no_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.no_button)
        row.addWidget(self.yes_button)
        column.addLayout(row)
        fix_width(self, 440)
        self.no_button.setFocus()
