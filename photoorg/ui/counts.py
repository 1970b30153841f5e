"""The numbers beside the pages and in the status line, read again a moment after a change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from photoorg.errors import PhotoorgError
from photoorg.types import Changed, Kind
from photoorg.ui import words
from photoorg.ui.job_bar import JobBar
from photoorg.ui.session import EVERYTHING, Session
from photoorg.ui.sidebar import Sidebar

SOON_MS = 200


class Counts(QObject):
    """Counts only what may have changed: counting the photos of a big library takes a while."""

    def __init__(
        self, session: Session, sidebar: Sidebar, bar: JobBar, people: Callable[[], int]
    ) -> None:
        super().__init__(sidebar)
        self._session = session
        self._sidebar = sidebar
        self._bar = bar
        self._people = people
        self._photos = 0
        self._stale: Changed = EVERYTHING
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._count)

    def follow(self, changed: Changed = frozenset()) -> None:
        """Count what changed, and what did not get its turn before, in a moment."""
        self._stale |= changed
        self._soon.start()

    def stop(self) -> None:
        """Ask the library nothing any more."""
        self._soon.stop()

    def _count(self) -> None:
        stale, self._stale = self._stale, frozenset()
        library = self._session.library
        try:
            if stale & {Kind.PHOTOS, Kind.FOLDERS}:
                self._photos = library.photos.count()
                self._sidebar.show_count("photos", self._photos)
                self._sidebar.show_count("folders", len(library.folders.list()))
                self._sidebar.show_count("problems", len(library.photos.problems()))
            faces = library.faces.count()
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return
        self._sidebar.show_count("people", self._people())
        holds = f"{words.count(self._photos, 'photo')} · {words.count(faces, 'face')}"
        self._bar.show_idle(holds if self._photos else "")
