"""Names from other programs: looked for, shown, and taken over when the user agrees."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from photoorg.errors import PhotoorgError
from photoorg.jobs.names.reading_request import NamesRequest, NamesSummary
from photoorg.library.elsewhere.accepting import accept
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
        request = self._request(preview=True)
        if request is not None:
            self._session.exportWanted.emit(request)

    def _request(self, *, preview: bool) -> NamesRequest | None:
        library = self._session.library
        try:
            folders = tuple(folder.path for folder in library.folders.list())
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return None
        if not folders:
            self._session.failed.emit(tr("Add a folder of photos first."))
            return None
        return NamesRequest(library.path, folders, preview=preview)

    def _show(self, summary: NamesSummary) -> None:
        if not summary.named and not summary.drawn and not summary.offers:
            return  # the sentence that tells the end of the job says all there is
        self.dialog = NamesDialog(summary, self._thumbnails, self._window)
        self.dialog.agreed.connect(lambda offers: self._take_over(summary, offers))
        self.dialog.open()

    def _take_over(self, summary: NamesSummary, offers: list[tuple[int, str]]) -> None:
        if offers:
            self._session.perform(accept, offers)
        request = self._request(preview=False)
        if request is not None and (summary.named or summary.drawn):
            self._session.exportWanted.emit(request)
