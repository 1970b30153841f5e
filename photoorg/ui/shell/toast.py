"""A sentence that appears for a moment above the page, with "Undo" where there is something to."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QHideEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from photoorg.tr import tr
from photoorg.ui import icons, theme
from photoorg.ui.direction import left_of

SHOWN_MS = 6000
_WIDEST = 440
_ERRORS = 3
_ANY = 1 << 20
"""Room for a message of any width."""


class Toast(QFrame):
    """Lies over its parent at the bottom; an error stays until it is closed."""

    undone = Signal()

    def __init__(self, parent: QWidget, left: int = 24, bottom: int = 58) -> None:
        super().__init__(parent)
        self._over = parent
        self._left, self._bottom, self._free, self._higher = left, bottom, _ANY, bottom
        self._errors: list[str] = []
        self.setProperty("look", "toast")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        self._icon = QLabel()
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("look", "toast")
        self._label.setWordWrap(True)
        self._undo = QPushButton(tr("Undo"))
        self._undo.setProperty("look", "toast")
        self._undo.clicked.connect(self._undo_clicked)
        self._act = QPushButton()
        self._act.setProperty("look", "toast")
        self._act.clicked.connect(self._act_clicked)
        self._act.hide()
        self._wanted: Callable[[], object] = self.hide
        self._close = QToolButton()
        self._close.setProperty("look", "toast")
        self._close.setAccessibleName(tr("Close this message"))
        self._close.clicked.connect(self.hide)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self._undo)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Show a sentence for a few seconds, or below errors that nobody closed yet."""
        self._show(sentence, [*self._errors, sentence], undoable=undoable)

    def offer(self, sentence: str, button: str, act: Callable[[], object]) -> None:
        """Say more than what is said now, with a button that does ``act``."""
        self._wanted = act
        undoable = not self._undo.isHidden()
        self._show(sentence, [sentence], undoable=undoable, button=button)

    def fail(self, sentence: str) -> None:
        """Show what did not work until it is closed."""
        others = [error for error in self._errors if error != sentence]
        self._errors = [*others, sentence][-_ERRORS:]
        self._show(sentence, self._errors, undoable=False)

    def hush(self) -> None:
        """Go now, unless it is an error that nobody closed yet."""
        if self.will_vanish():
            self.hide()

    def will_vanish(self) -> bool:
        """Tell whether the message goes by itself."""
        return self._timer.isActive()

    def stand(self, left: int, bottom: int, room: int = _ANY, higher: int = 0) -> None:
        """Stand this far from the left edge and from the bottom.

        A message that is wider than ``room`` stands ``higher`` instead, above what is beside it.
        """
        self._left, self._bottom, self._free, self._higher = left, bottom, room, higher
        self._place()

    def text(self) -> str:
        """Return the sentence that is shown."""
        return self._label.text() if self.isVisible() else ""

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self._errors:
            self._timer.start()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._errors = []
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, sentence: str, lines: list[str], *, undoable: bool, button: str = "") -> None:
        colors = theme.tokens("light" if theme.tokens_of(self._over).dark else "dark")
        self._icon.setPixmap(
            icons.pixmap("problems", colors.danger, theme.scaled(18), self.devicePixelRatioF())
        )
        icons.put_on(self._close, "close", colors.text_muted, theme.scaled(14))
        self._icon.setVisible(bool(self._errors))
        self._undo.setVisible(undoable)
        self._act.setText(button)
        self._act.setVisible(bool(button))
        self._label.setText("\n".join(lines))
        self.setAccessibleName(sentence)
        self.show()
        self._place()
        self.raise_()
        if self._errors:
            self._timer.stop()
        else:
            self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _place(self) -> None:
        widest = theme.scaled(_WIDEST)
        left = min(self._left, max(0, self._over.width() - widest))
        room = min(widest, self._over.width() - left)
        others = [w for w in (self._icon, self._act, self._undo, self._close) if not w.isHidden()]
        margins = self._row.contentsMargins()
        extra = (
            margins.left()
            + margins.right()
            + sum(widget.sizeHint().width() + self._row.spacing() for widget in others)
        )
        letters = self._label.fontMetrics()
        longest = max(letters.horizontalAdvance(line) for line in self._label.text().split("\n"))
        wanted = longest + extra + 8
        width = min(room, max(160, wanted))
        self._label.setFixedWidth(max(40, width - extra))
        self.adjustSize()
        bottom = self._bottom if self.width() <= self._free else self._higher
        left = left_of(self._over.rect(), left, self.width())
        self.move(left, max(0, self._over.height() - self.height() - bottom))

    def _act_clicked(self) -> None:
        self.hide()
        self._wanted()

    def _undo_clicked(self) -> None:
        self.hide()
        self.undone.emit()
