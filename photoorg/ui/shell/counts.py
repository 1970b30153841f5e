"""The numbers beside the pages and in the status line, read again a moment after a change."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from photoorg.library import Library
from photoorg.types import Changed
from photoorg.ui import words
from photoorg.ui.pages.page import Page
from photoorg.ui.session import EVERYTHING, Session
from photoorg.ui.shell.job_bar import JobBar
from photoorg.ui.shell.sidebar import Sidebar

SOON_MS = 200


class Counts(QObject):
    """Counts only what may have changed, away from the window: a big library takes a while."""

    def __init__(
        self, session: Session, sidebar: Sidebar, bar: JobBar, pages: Sequence[type[Page]]
    ) -> None:
        super().__init__(sidebar)
        self._reads = session.reads
        self._sidebar = sidebar
        self._bar = bar
        self._pages = [page for page in pages if page.counts_on]
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
        for page in self._pages:
            if stale & page.counts_on:
                show = partial(self._sidebar.show_count, page.key)
                self._reads.ask(f"count of {page.key}", page.count, show)
        self._reads.ask("holdings", _holdings, lambda held: self._bar.show_idle(*held))


def _holdings(library: Library) -> tuple[str, int]:
    """Return how much a library holds, nothing of an empty one, and how many files wait."""
    photos, faces = library.photos.count(), library.faces.count()
    text = f"{words.count(photos, 'photo')} · {words.count(faces, 'face')}"
    return text if photos else "", library.intake.waiting()
