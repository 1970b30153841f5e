"""Answers wait until nobody is in the middle of something."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

CALM_MS = 150
T = TypeVar("T")


class Held(QObject, Generic[T]):
    """Calls ``show`` with the newest answer unless something holds it up, or else later.

    That is what ``busy()`` tells of, and any dialog or menu that is open.

    After having been held up it waits for two calm moments: not between the two clicks of a double
    click, nor between two names that are typed one after the other.
    """

    def __init__(
        self, busy: Callable[[], bool], show: Callable[[T], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._busy = busy
        self._show = show
        self._waiting: list[T] = []
        self._calm = False
        self._look = QTimer(self, interval=CALM_MS)
        self._look.timeout.connect(self._look_again)

    def hear(self, answer: T) -> None:
        """Show an answer now or later."""
        if self.held_up():
            self._waiting = [answer]
            self._calm = False
            self._look.start()
        else:
            self.drop()
            self._show(answer)

    def drop(self) -> None:
        """Forget what waits: something newer comes, or there is nobody to see it."""
        self._waiting = []
        self._look.stop()

    def idle(self) -> bool:
        """Tell whether nothing waits."""
        return not self._waiting

    def held_up(self) -> bool:
        """Tell whether somebody is in the middle of something."""
        return (
            self._busy()
            or QApplication.activeModalWidget() is not None
            or QApplication.activePopupWidget() is not None
        )

    def _look_again(self) -> None:
        calm, self._calm = self._calm, not self.held_up()
        if self._waiting and calm and self._calm:
            answer = self._waiting[0]
            self.drop()
            self._show(answer)
