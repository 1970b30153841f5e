"""What stands above the pictures of a stack: which one is the best, why, and what can be done."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.library.duplicates.values import Stack
from photoorg.tr import tr
from photoorg.ui import icons, theme
from photoorg.ui.duplicates.telling import proposal, title_of


class StackHead(QWidget):
    """Has a button for each action, with the name of an icon; that of the last one is quiet."""

    def __init__(self, actions: Mapping[QAction, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _label("strong")
        self.proposal = _label("quiet")
        self._untouched = _label("muted")
        self._untouched.setText(tr("Nothing is moved or deleted here."))
        self._buttons: dict[QAction, QPushButton] = {}
        self._icons = dict(actions)
        for action in actions:
            button = self._buttons[action] = QPushButton(action.text())
            button.clicked.connect(action.trigger)
            action.changed.connect(self._follow)
        *several, last = self._buttons.values()
        last.setProperty("look", "quiet")
        first, row = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(last)
        row.setSpacing(8)
        for button in several:
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 12, 12)
        column.setSpacing(4)
        column.addLayout(first)
        for label in (self.proposal, self._untouched):
            column.addWidget(label)
        column.addSpacing(6)
        column.addLayout(row)
        self._follow()

    def show_stack(self, stack: Stack | None) -> None:
        """Tell of a stack."""
        self.title.setText(title_of(stack) if stack is not None else "")
        self.proposal.setText(proposal(stack) if stack is not None else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._follow()

    def _follow(self) -> None:
        color = theme.tokens_of(self).text
        for action, button in self._buttons.items():
            button.setText(action.text())
            button.setToolTip(action.toolTip())
            button.setEnabled(action.isEnabled())
            icons.put_on(button, self._icons[action], color, theme.scaled(16))


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setProperty("look", look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
