"""Nothing answers a question that nobody has seen yet."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QKeyEvent

UNSEEN_MS = 150
"""Sooner than this nobody has read what has just appeared: it was meant for what was there."""


class Pause:
    """Begins whenever something new is asked."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()

    def begin(self) -> None:
        """Ask something new from now on."""
        self._since.start()

    def is_over(self) -> bool:
        """Tell whether what is asked may have been read."""
        return not self._since.isValid() or self._since.elapsed() >= UNSEEN_MS

    def allows(self, event: QKeyEvent) -> bool:
        """Tell whether a key is meant for what is asked: a key that is held down is not."""
        return self.is_over() and not event.isAutoRepeat()
