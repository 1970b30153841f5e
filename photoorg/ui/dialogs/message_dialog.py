"""A sentence that has to be read before anything else, with its details where there are any."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
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
from photoorg.ui import theme
from photoorg.ui.dialogs.width import give_height
from photoorg.ui.direction import beginning

_WIDTH, _DETAILS_HEIGHT = 440, 220


class MessageDialog(QDialog):
    """``details`` are shown on a click and can be copied as a whole."""

    def __init__(
        self, title: str, sentence: str, details: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("photoorg")
        self.title, self.sentence = _label(title, "strong"), _label(sentence, "quiet")
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setProperty("look", "card")
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(tr("Details"))
        self.details.setMinimumHeight(theme.scaled(_DETAILS_HEIGHT))
        self.details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        for part in (self.title, self.sentence, self.details):
            column.addWidget(part)
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.show_button, self.copy_button = (
            QPushButton(tr("Show details")),
            QPushButton(tr("Copy")),
        )
        self.show_button.clicked.connect(self._show_details)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setProperty("look", "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        for button in (self.show_button, self.copy_button):
            button.setAutoDefault(False)
            button.setVisible(bool(details))
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.setMinimumWidth(theme.scaled(_WIDTH))
        give_height(self)
        self.close_button.setFocus()

    def _show_details(self) -> None:
        self.details.show()
        self.show_button.hide()
        self.details.setFocus()
        self.adjustSize()


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(beginning() | Qt.AlignmentFlag.AlignVCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
