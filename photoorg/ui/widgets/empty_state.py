"""What a page shows while it has nothing to show: what will be here, and the one way to fill it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from photoorg.ui import icons, theme

_ICON = 56
_WIDEST = 420


class EmptyState(QWidget):
    """An icon, a title, a sentence, and at most one button (``acted``) with a quiet other one."""

    acted = Signal()
    otherActed = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        button: str = "",
        parent: QWidget | None = None,
        *,
        other: str = "",
    ) -> None:
        super().__init__(parent)
        self.title = QLabel(title)
        self.title.setProperty("look", "title")
        self.sentence = QLabel(sentence)
        self.sentence.setProperty("look", "quiet")
        self.sentence.setWordWrap(True)
        self.button = QPushButton(button, self)
        self.button.setProperty("look", "primary")
        self.button.clicked.connect(self.acted)
        self.button.setVisible(bool(button))
        self.other_button = QPushButton(other, self)
        self.other_button.setProperty("look", "link")
        self.other_button.clicked.connect(self.otherActed)
        self.other_button.setVisible(bool(other))
        column = QVBoxLayout(self)
        column.setSpacing(theme.GRID)
        column.addStretch(4)
        column.addWidget(_Icon(icon), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.GRID)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(2 * theme.GRID)
        for pressed in (self.button, self.other_button):
            column.addWidget(pressed, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(5)

    def say(self, title: str, sentence: str) -> None:
        """Say something else from now on."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self._fit()

    def _fit(self) -> None:
        """Give the sentence its place: a layout that centres a label does not let it wrap."""
        self.sentence.ensurePolished()
        metrics = self.sentence.fontMetrics()
        width = min(
            theme.scaled(_WIDEST), metrics.horizontalAdvance(self.sentence.text()) + theme.GRID
        )
        self.sentence.setFixedSize(width, self.sentence.heightForWidth(width))


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
