"""A row of choices of which one is on: tabs and orders."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from photoorg.ui import theme


class Segments(QWidget):
    """``chosen`` carries the key of the choice that was clicked."""

    chosen = Signal(str)

    def __init__(
        self, choices: Mapping[str, str], accessible_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        for key, text in choices.items():
            button = _Segment(text)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._buttons[key] = button
            self._group.addButton(button)
            row.addWidget(button)
        next(iter(self._buttons.values())).setChecked(True)

    def choose(self, key: str | None) -> None:
        """Switch a choice on, or all of them off, without telling anybody."""
        if key is not None:
            self._buttons[key].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def set_text(self, key: str, text: str) -> None:
        """Change what a choice says."""
        button = self._buttons[key]
        button.setText(text)
        button.updateGeometry()

    def offer(self, key: str, *, on: bool) -> None:
        """Show a choice, or leave it out."""
        self._buttons[key].setVisible(on)


class _Segment(QPushButton):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several, to a screen reader
        self.setProperty("look", "tab")

    def sizeHint(self) -> QSize:
        # as wide as when it is on and its letters are bold: nothing moves when it is chosen
        bold = QFontMetrics(theme.font(theme.BODY, strong=True))
        hint = super().sizeHint()
        return QSize(bold.horizontalAdvance(self.text()) + 24, hint.height())
