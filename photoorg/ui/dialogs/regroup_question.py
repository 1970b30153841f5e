"""Asks before all faces are grouped anew, and tells what would change."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.jobs.group_request import GroupSummary
from photoorg.ui import theme


class RegroupQuestion(QDialog):
    """``accepted`` is the answer yes; closing is no."""

    def __init__(self, preview: GroupSummary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Group anew")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        title = QLabel("Group all faces anew?")
        title.setProperty("look", "strong")
        sentence = QLabel(
            f"{preview.changes()}. Everybody you named keeps the name and the faces you gave. "
            "It is one step, which Undo takes back."
        )
        sentence.setProperty("look", "quiet")
        for label in (title, sentence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addSpacing(16)
        self.group_button = QPushButton("Group anew")
        self.group_button.clicked.connect(self.accept)
        self.leave_button = QPushButton("Leave as it is")
        self.leave_button.setDefault(True)
        self.leave_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.leave_button)
        row.addWidget(self.group_button)
        column.addLayout(row)
        self.setFixedWidth(theme.scaled(440))
        self.leave_button.setFocus()
