"""The keys of the program on one page."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoorg.tr import tr
from photoorg.ui.direction import beginning

_SHARE = 0.85
"""So much of the window's height the dialog may take; what is longer scrolls."""


_AROUND = 2 * 28 + 24 + 8
"""Left, right and between the two columns."""


class KeysDialog(QDialog):
    """Shows ``sections``, what every key does below each title; closes on Esc or its one button."""

    def __init__(self, sections: Mapping[str, Mapping[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(28, 12, 28, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        row = narrow = wide = 0
        for title, keys in sections.items():
            heading = QLabel(title)
            heading.setProperty("look", "section")
            heading.setContentsMargins(0, 8, 0, 0)
            grid.addWidget(heading, row, 0, 1, 2)
            for key, does in keys.items():
                row += 1
                called = _plain(key, "quiet")
                grid.addWidget(called, row, 0)
                narrow = max(narrow, called.sizeHint().width())
                words = _plain(does)
                words.setWordWrap(True)
                grid.addWidget(words, row, 1)
                wide = max(wide, words.fontMetrics().horizontalAdvance(does))
            row += 1
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(row, 1)
        self.list = QScrollArea()
        self.list.setWidgetResizable(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Keys"))
        self.list.setWidget(inside)
        close = QPushButton(tr("Close"))
        close.setProperty("look", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(28, 12, 28, 20)
        foot.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        column.addLayout(foot)
        bar = self.list.verticalScrollBar().sizeHint().width()
        room = round(self.screen().availableSize().width() * _SHARE)
        self.resize(
            min(room, narrow + wide + _AROUND + bar),
            min(inside.sizeHint().height() + 80, round(parent.height() * _SHARE)),
        )
        self.list.setFocus()


def _plain(text: str, look: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | beginning())
    if look:
        label.setProperty("look", look)
    return label
