"""What a page shows while it has nothing to show: what will be here, and the one way to fill it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.ui import icons, theme

_ICON = 56


class EmptyState(QWidget):
    """An icon, a title, a sentence, and at most one button (``acted``)."""

    acted = Signal()

    def __init__(
        self, icon: str, title: str, sentence: str, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = QLabel(title)
        self.title.setProperty("look", "title")
        self.sentence = QLabel(sentence)
        self.sentence.setProperty("look", "quiet")
        self.sentence.setWordWrap(True)
        self.sentence.setMaximumWidth(420)
        self.sentence.setMinimumWidth(min(420, self.sentence.sizeHint().width() + 260))
        self.button = QPushButton(button, self)
        self.button.setProperty("look", "primary")
        self.button.clicked.connect(self.acted)
        self.button.setVisible(bool(button))
        column = QVBoxLayout(self)
        column.setSpacing(theme.GRID)
        column.addStretch(4)
        column.addWidget(_Icon(icon), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.GRID)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(2 * theme.GRID)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(5)


class _Icon(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(_ICON, _ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        color = theme.tokens_of(self).field_border
        picture = icons.pixmap(self._name, color, _ICON, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)
