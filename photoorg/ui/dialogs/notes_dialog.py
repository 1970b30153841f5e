"""What the user wants to remember of a person: a page to write on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
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
from photoorg.ui.dialogs.width import open_at


class NotesDialog(QDialog):
    """``written`` carries the text when it was changed, however the dialog is closed.

    Nothing that was typed is lost; Ctrl+Z in the window takes it back. Ctrl+Enter and Escape close.
    """

    written = Signal(str)

    def __init__(self, name: str, notes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = tr("Notes about {person}", person=name)
        self.setWindowTitle(title)
        heading = QLabel(title)
        heading.setProperty("look", "strong")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit(notes)
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(tr("Found again by the search of people and of photos"))
        self._before = self.text.toPlainText()
        hint = QLabel(tr("Kept when this is closed."))
        hint.setProperty("look", "quiet")
        self.button = QPushButton(tr("Done"))
        self.button.setProperty("look", "primary")
        self.button.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        open_at(self, 520, 360)
        self.finished.connect(self._tell)
        self.text.setFocus()

    def _tell(self) -> None:
        text = self.text.toPlainText()
        if text != self._before:
            self.written.emit(text)
