"""Photos that come by themselves, one after the other, until a key is pressed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QActionGroup, QInputEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from photoorg.tr import tr

INTERVALS = (3, 5, 10, 30)
"""Seconds between which the user chooses."""

_STOPPING = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
)


class Slides(QObject):
    """``due`` says that it is time for the next photo of ``page``.

    ``button`` starts it, and its menu tells how long a photo stays. Meanwhile the widgets in
    ``hidden`` are hidden, and any key or click only stops it.
    """

    due = Signal()
    turned = Signal()
    """Photos come by themselves from now on, or no more."""

    def __init__(self, page: QWidget, button: QToolButton, hidden: Sequence[QWidget]) -> None:
        super().__init__(page)
        self._page = page
        self._hidden = hidden
        self._put_away: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.due)
        button.clicked.connect(self.start)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for seconds in INTERVALS:
            action = menu.addAction(
                tr("{n} seconds each", n=seconds), partial(self.set_interval, seconds)
            )
            action.setCheckable(True)
            action.setChecked(seconds == INTERVALS[1])
            group.addAction(action)
        button.setMenu(menu)
        button.setStyleSheet("QToolButton::menu-button { border: none; }")
        self.set_interval(INTERVALS[1])

    @property
    def running(self) -> bool:
        """Whether photos come by themselves."""
        return self._timer.isActive()

    @property
    def interval_s(self) -> int:
        """How long each photo stays."""
        return self._timer.interval() // 1000

    def set_interval(self, seconds: int) -> None:
        """Let each photo stay so long from now on."""
        self._timer.setInterval(1000 * seconds)

    def start(self) -> None:
        """Begin; the photo that is shown stays for a whole interval."""
        application = QApplication.instance()
        if not self.running and application is not None:
            self._timer.start()
            application.installEventFilter(self)
            self._put_away = [widget for widget in self._hidden if not widget.isHidden()]
            for widget in self._put_away:
                widget.hide()
            self.turned.emit()

    def stop(self) -> None:
        """End, wherever it is."""
        application = QApplication.instance()
        if self.running and application is not None:
            self._timer.stop()
            application.removeEventFilter(self)
            for widget in self._put_away:
                widget.show()
            self.turned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Hide:
            self.stop()  # somebody went elsewhere
        if not isinstance(event, QInputEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no key means anything else meanwhile
            return True
        if event.type() not in _STOPPING:
            return False
        self.stop()
        return True
