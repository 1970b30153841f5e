"""Names from other programs: looked for, shown, and taken over when the user agrees."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from photoorg.errors import PhotoorgError
from photoorg.jobs.names.reading_request import NamesRequest, NamesSummary
from photoorg.library.elsewhere.news import settle
from photoorg.tr import tr
from photoorg.ui.dialogs.elsewhere.names_dialog import NamesDialog
from photoorg.ui.people.news_strip import NewsStrip
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader


class OtherPrograms(QObject):
    """Asks for the names in folders of the library; ``dialog`` shows what there is.

    ``strip`` tells by itself where names are new.
    """

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, strip: NewsStrip, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._thumbnails = thumbnails
        self._window = window
        self._folders: tuple[Path, ...] = ()
        self.dialog: NamesDialog | None = None
        session.namesTold.connect(self._show)
        strip.lookWanted.connect(self._look)
        strip.declined.connect(self._decline)

    def read(self) -> None:
        """Look for names everywhere; nothing changes yet."""
        try:
            folders = list(self._session.library.folders.roots().values())
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return
        if folders:
            self._look(folders)
        else:
            self._session.failed.emit(tr("Add a folder of photos first."))

    def _look(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._ask(preview=True)

    def _ask(self, *, preview: bool, accepted: Sequence[tuple[int, str]] = ()) -> None:
        request = NamesRequest(self._session.library.path, self._folders, preview, tuple(accepted))
        self._session.exportWanted.emit(request)

    def _show(self, summary: NamesSummary) -> None:
        if not summary.named and not summary.drawn and not summary.offers:
            # The sentence that tells the end of the job says all there is.
            self._decline(self._folders)
            return
        self.dialog = NamesDialog(summary, self._thumbnails, self._window)
        self.dialog.agreed.connect(lambda accepted: self._ask(preview=False, accepted=accepted))
        self.dialog.rejected.connect(lambda: self._decline(self._folders))
        self.dialog.open()

    def _decline(self, folders: Sequence[Path]) -> None:
        if not self._session.library.connection.read_only:
            self._session.perform(settle, folders)
