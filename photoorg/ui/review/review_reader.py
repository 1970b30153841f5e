"""Readings of the questions, made away from the window and shown when nobody is amid something."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from photoorg.ui.review.reading import Reading, read
from photoorg.ui.session import Session
from photoorg.ui.widgets.held import Held

SOON_MS = 300


class ReviewReader(QObject):
    """Calls ``show`` with the newest reading, unless or until ``busy()``; old ones are dropped."""

    def __init__(
        self,
        session: Session,
        busy: Callable[[], bool],
        show: Callable[[Reading], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._show = show
        self._number = 0
        self.reading = True
        """Whether what was shown last may be old."""
        self._held: Held[Reading] = Held(busy, self._hear, self)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._read)

    def read(self, *, later: bool = False) -> None:
        """Read the questions anew: at once, or when the user has come to rest.

        The thread that reads would take the processor from who goes on answering.
        """
        self._held.drop()
        self.reading = True
        self._number += 1
        if later:
            self._soon.start()
        else:
            self._read()

    def hurry(self) -> None:
        """Do not wait any more: there is nothing to answer meanwhile."""
        if self._soon.isActive():
            self._read()

    def idle(self) -> bool:
        """Tell whether what is shown is up to date."""
        return not self.reading and self._held.idle()

    def close(self) -> None:
        """Show nothing that is read from now on."""
        self._soon.stop()
        self._held.drop()

    def _read(self) -> None:
        self._soon.stop()
        number = self._number

        def hear(reading: Reading) -> None:
            if number == self._number:  # nothing was answered meanwhile
                self._held.hear(reading)

        self._session.reads.ask("questions", read, hear)

    def _hear(self, reading: Reading) -> None:
        self.reading = False
        self._show(reading)
