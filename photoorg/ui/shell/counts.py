"""The numbers beside the pages and in the status line, read again a moment after a change."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from photoorg.library import Folder, Library
from photoorg.library.elsewhere.news import news
from photoorg.types import Changed, Kind
from photoorg.ui import words
from photoorg.ui.pages.page import Page
from photoorg.ui.session import EVERYTHING, Session
from photoorg.ui.shell.frame import Frame

SOON_MS = 200
FOLDERS: Changed = frozenset({Kind.FOLDERS})


class Counts(QObject):
    """Counts only what may have changed, away from the window: a big library takes a while."""

    def __init__(self, session: Session, frame: Frame, pages: Sequence[type[Page]]) -> None:
        super().__init__(frame)
        self._session = session
        self._reads = session.reads
        self._at_rest: Changed = frozenset()
        self._frame = frame
        self._pages = [page for page in pages if page.counts_on]
        self._stale: Changed = EVERYTHING
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._count)
        session.scanningChanged.connect(self._rest)

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
            if page.counts_at_rest and self._session.scanning:
                self._at_rest |= stale & page.counts_on
            elif stale & page.counts_on:
                show = partial(self._frame.sidebar.show_count, page.key)
                self._reads.ask(f"count of {page.key}", page.count, show)
        self._reads.ask("holdings", _holdings, lambda held: self._frame.job_bar.show_idle(*held))
        if stale & FOLDERS:
            self._reads.ask("folders that are away", _away, self._frame.show_away)
            self._reads.ask("names beside photos", news, self._frame.show_news)

    def _rest(self) -> None:
        """Count, after a scan, what would have held up everything else."""
        if not self._session.scanning:
            waiting, self._at_rest = self._at_rest, frozenset()
            self.follow(waiting)


def _holdings(library: Library) -> tuple[str, int]:
    """Return how much a library holds, nothing of an empty one, and how many files wait."""
    photos, faces = library.photos.count(), library.faces.count()
    text = f"{words.photos(photos)} · {words.faces(faces)}"
    return text if photos else "", library.intake.waiting()


def _away(library: Library) -> list[Folder]:
    """Return the folders that cannot be reached; most libraries have none, which is quick."""
    if not library.folders.any_away():
        return []
    return [folder for folder in library.folders.list() if folder.away]
