"""The numbers beside the pages and in the status line, read again a moment after a change."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from photoorg.errors import PhotoorgError
from photoorg.types import Changed, Kind
from photoorg.ui import words
from photoorg.ui.pages.page import Page
from photoorg.ui.session import EVERYTHING, Session
from photoorg.ui.shell.job_bar import JobBar
from photoorg.ui.shell.sidebar import Sidebar

SOON_MS = 200
STEP_MS = 20


class Counts(QObject):
    """Counts only what may have changed, one number at a time, so that no frame is missed.

    Counting the photos of a big library takes a while.
    """

    def __init__(
        self, session: Session, sidebar: Sidebar, bar: JobBar, pages: Sequence[type[Page]]
    ) -> None:
        super().__init__(sidebar)
        self._session = session
        self._sidebar = sidebar
        self._bar = bar
        self._counters = [(page.counts_on, partial(self._count, page)) for page in pages]
        self._photos = 0
        self._stale: Changed = EVERYTHING
        self._waiting: dict[Callable[[], None], None] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._begin)
        self._next = QTimer(self, singleShot=True, interval=STEP_MS)
        self._next.timeout.connect(self._count_next)

    def follow(self, changed: Changed = frozenset()) -> None:
        """Count what changed, and what did not get its turn before, in a moment."""
        self._stale |= changed
        self._soon.start()

    def stop(self) -> None:
        """Ask the library nothing any more."""
        self._soon.stop()
        self._next.stop()

    def _begin(self) -> None:
        stale, self._stale = self._stale, frozenset()
        for kinds, count in self._counters:
            if stale & kinds:
                self._waiting[count] = None
        if stale & {Kind.PHOTOS, Kind.FOLDERS}:
            self._waiting[self._count_photos] = None
        self._waiting.pop(self._count_faces, None)  # the last one: it tells the sum of all
        self._waiting[self._count_faces] = None
        self._count_next()

    def _count_next(self) -> None:
        count = next(iter(self._waiting))
        del self._waiting[count]
        try:
            count()
        except PhotoorgError as error:
            self._waiting.clear()
            self._session.failed.emit(str(error))
        if self._waiting:
            self._next.start()

    def _count(self, page: type[Page]) -> None:
        self._sidebar.show_count(page.key, page.count(self._session.library))

    def _count_photos(self) -> None:
        self._photos = self._session.library.photos.count()

    def _count_faces(self) -> None:
        faces = self._session.library.faces.count()
        holds = f"{words.count(self._photos, 'photo')} · {words.count(faces, 'face')}"
        self._bar.show_idle(holds if self._photos else "")
