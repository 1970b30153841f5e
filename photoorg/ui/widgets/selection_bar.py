"""The bar that floats over a page while something is selected and offers what can be done."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from photoorg.tr import tr
from photoorg.ui import icons, theme

_EDGE = 8


class SelectionBar(QFrame):
    """Shows the number of selected things and a button for every action that is possible.

    In a narrow window the last ones have no button; they stay in the menus.
    """

    cleared = Signal()
    moved = Signal()
    """It stands elsewhere now, has another width, or is not there any more."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("look", "card")
        self.setAccessibleName(tr("Selection"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.setSpacing(4)
        self._label = QLabel()
        self._label.setProperty("look", "section")
        self._row.addWidget(self._label)
        self._row.addSpacing(12)
        self._icons: dict[QAction, str] = {}
        self._buttons: dict[QAction, QPushButton] = {}
        self._clear = QToolButton()
        self._clear.setProperty("look", "quiet")
        self._clear.setToolTip(tr("Clear the selection (Esc)"))
        self._clear.setAccessibleName(tr("Clear the selection"))
        self._clear.clicked.connect(self.cleared)
        self._row.addWidget(self._clear)
        page.installEventFilter(self)
        self._tint()
        self.hide()

    def offer(self, actions: Mapping[QAction, str]) -> None:
        """Add a button with an icon for each action; one that is not visible has none."""
        self._icons = dict(actions)
        for action in actions:
            button = QPushButton(action.text(), self)
            button.setProperty("look", "quiet")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(action.trigger)
            action.changed.connect(self.follow)
            self._buttons[action] = button
            self._row.insertWidget(self._row.count() - 1, button)
        self._tint()

    def show_count(self, count: int) -> None:
        """Say how many things are selected; 0 hides the bar."""
        self._label.setText(tr("{n} selected", n=count))
        self.setVisible(count > 0)
        self._place()
        self.raise_()

    def follow(self) -> None:
        """Show the actions as they are now."""
        for action, button in self._buttons.items():
            button.setText(action.text())  # a doubled ampersand stays one on a button
            button.setToolTip(_with_shortcut(action))
            button.setVisible(action.isVisible() and action.isEnabled())
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._tint()
        if event.type() == QEvent.Type.FontChange:
            self.follow()

    def _tint(self) -> None:
        colors = theme.tokens_of(self._page)
        icons.put_on(self._clear, "close", colors.text_muted, theme.scaled(16))
        for action, button in self._buttons.items():
            icons.put_on(button, self._icons[action], colors.text, theme.scaled(16))

    def _place(self) -> None:
        room = self._page.width() - 2 * _EDGE
        self._row.invalidate()  # it does not hear that letters became larger
        for button in reversed(self._buttons.values()):
            if self._row.sizeHint().width() <= room:
                break
            button.hide()
        self.adjustSize()
        left = (self._page.width() - self.width()) // 2
        self.move(left, self._page.height() - self.height() - 20)
        self.moved.emit()


def _with_shortcut(action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = action.toolTip() or action.text()
    return f"{text} ({keys})" if keys else text
