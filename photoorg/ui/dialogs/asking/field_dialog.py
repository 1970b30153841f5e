"""A sentence, a field to be filled in below it, and the buttons to save it or to leave it be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.tr import tr
from photoorg.ui.dialogs.width import fix_width
from photoorg.ui.direction import beginning


class FieldDialog(QDialog):
    """``accepted`` says that the ``field`` is to be saved; ``width`` is for usual letters."""

    def __init__(
        self, title: str, told: str, field: QWidget, save: str, width: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(quiet(told))
        column.addWidget(field)
        column.addSpacing(12)
        self.save_button = QPushButton(save)
        self.save_button.setProperty("look", "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.accept)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        fix_width(self, width)
        field.setFocus()


def quiet(sentence: str) -> QLabel:
    """Return a sentence in quiet letters, in as many lines as it takes."""
    label = QLabel(sentence)
    label.setProperty("look", "quiet")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(beginning() | Qt.AlignmentFlag.AlignVCenter)
    return label
