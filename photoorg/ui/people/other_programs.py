"""Names from other programs: looked for, shown, and taken over when the user agrees."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from photoorg.errors import PhotoorgError
from photoorg.jobs.names.reading_request import NamesRequest, NamesSummary
from photoorg.tr import tr
from photoorg.ui.dialogs.elsewhere.names_dialog import NamesDialog
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader


class OtherPrograms(QObject):
    """Asks for the names in all folders of the library; ``dialog`` shows what there is."""

    def __init__(self, session: Session, thumbnails: ThumbnailLoader, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._thumbnails = thumbnails
        self._window = window
        self.dialog: NamesDialog | None = None
        session.namesTold.connect(self._show)

    def read(self) -> None:
        """Look for names; nothing changes yet."""
        self._ask(preview=True)

    def _ask(self, *, preview: bool, accepted: Sequence[tuple[int, str]] = ()) -> None:
        library = self._session.library
        try:
            folders = tuple(library.folders.roots().values())
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return
        if not folders:
            self._session.failed.emit(tr("Add a folder of photos first."))
            return
        request = NamesRequest(library.path, folders, preview, tuple(accepted))
        self._session.exportWanted.emit(request)

    def _show(self, summary: NamesSummary) -> None:
        if not summary.named and not summary.drawn and not summary.offers:
            return  # the sentence that tells the end of the job says all there is
        self.dialog = NamesDialog(summary, self._thumbnails, self._window)
        self.dialog.agreed.connect(lambda accepted: self._ask(preview=False, accepted=accepted))
        self.dialog.open()
