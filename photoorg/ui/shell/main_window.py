"""The window: frame, pages, and the wires between them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from photoorg.errors import PhotoorgError
from photoorg.jobs.demonstration_place import demonstration_library, is_demonstration
from photoorg.settings import Settings, default_library
from photoorg.tr import tr
from photoorg.types import Changed, Kind
from photoorg.ui.pages.page import Page
from photoorg.ui.people.other_programs import OtherPrograms
from photoorg.ui.review.offers import Offers
from photoorg.ui.session import Session
from photoorg.ui.shell.commands import Commands
from photoorg.ui.shell.counts import Counts
from photoorg.ui.shell.drop_overlay import DropOverlay
from photoorg.ui.shell.elsewhere import Elsewhere
from photoorg.ui.shell.frame import Frame
from photoorg.ui.shell.key_list import key_list
from photoorg.ui.shell.menus import Menus
from photoorg.ui.shell.navigator import Navigator
from photoorg.ui.shell.page_list import AT_TIMES, PAGES, SIDEBAR
from photoorg.ui.shell.step_shower import StepShower
from photoorg.ui.shell.window_jobs import WindowJobs
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.return_key import ReturnKey
from photoorg.ui.widgets.selection_bar import SelectionBar


class MainWindow(QMainWindow):
    """Shows one :class:`Session`; nothing is read before :meth:`begin`.

    ``home`` is the library to go back to from the demonstration; ``elsewhere`` is where the user
    wants to go on once this window has closed.
    """

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, home: Path | None = None
    ) -> None:
        super().__init__()
        self.session = session
        self._home = home or default_library()
        self.thumbnails = thumbnails
        self.demonstration = is_demonstration(session.library.path)
        self.elsewhere: Elsewhere | None = None
        self._searches: dict[str, str] = {}
        ReturnKey(self)
        self.setWindowTitle("photoorg")
        self._show_frame(Frame(session.library, demonstration=self.demonstration))
        self.setMinimumSize(self.frame.least_size())
        self.resize(1280, 800)
        self.commands = Commands(self, session)
        self.jobs = WindowJobs(session, self.job_bar, self)
        self.others = OtherPrograms(session, thumbnails, self.frame.news, self)
        self.navigator = Navigator(
            {kind.key: partial(self._make, kind) for kind in PAGES}, self.frame.stack, self
        )
        self.menus = Menus(self, SIDEBAR, AT_TIMES)
        self.counts = Counts(session, self.frame, PAGES)
        self.offers = Offers(session, self.jobs.runner, self.toast, self.navigator.review)
        self._connect_frame()
        self._connect_session()
        self._connect_menus()

    def begin(self) -> None:
        """Open the first page; call it once the window can be seen."""
        library = self.session.library
        try:
            empty = not library.folders.count()
        except PhotoorgError as error:
            self.toast.fail(str(error))
            return
        if self.demonstration and self.jobs.has_pack():
            self.go("people")
            self.jobs.show_demonstration()
        else:
            self.go("first-run" if empty or not self.jobs.has_pack() else "people")
        self.session.watch(on=True)

    def go(self, key: str) -> None:
        """Open one of the pages of the sidebar, with everything it has to show."""
        if self._searches.pop(key, ""):
            self.navigator.page(key).search("")
        self.navigator.go(key)

    def find_photos(self, text: str) -> None:
        """Show the photos that a search finds."""
        self._searches["photos"] = text
        self.navigator.page("photos").search(text)
        self.navigator.go("photos")

    def add_folders(self, folders: list[Path]) -> None:
        """Scan these folders; none: all that are known.

        The user's folders belong into the user's library, so that the demonstration ends first.
        """
        if self.demonstration and folders:
            self.go_elsewhere(Elsewhere(self._home, tuple(folders)))
        else:
            self.jobs.add_folders(folders)

    def show_demonstration(self) -> None:
        """Close this library and open that of the demonstration."""
        self.go_elsewhere(Elsewhere(demonstration_library()))

    def go_elsewhere(self, elsewhere: Elsewhere) -> None:
        """Close; whoever opened this window goes on there."""
        self.elsewhere = elsewhere
        self.close()

    # --- building -----------------------------------------------------------------------

    def _show_frame(self, frame: Frame) -> None:
        self.frame = frame
        self.sidebar = frame.sidebar
        self.top_bar = frame.top_bar
        self.job_bar = frame.job_bar
        self.strip = frame.strip
        self.toast = frame.toast
        self.setCentralWidget(frame)
        self.drop_overlay = DropOverlay(self, frame)

    def _make(self, kind: type[Page]) -> Page:
        page = kind(self.session, self.thumbnails)
        page.titleChanged.connect(self._page_changed)
        page.packReady.connect(self.jobs.pack_ready)
        page.photosWanted.connect(self.find_photos)
        page.suggested.connect(self.top_bar.suggest)
        page.settingsWanted.connect(self.commands.show_settings)
        for bar in page.findChildren(SelectionBar):
            bar.moved.connect(self.frame.place_toast)
        page.demonstrationWanted.connect(self.show_demonstration)
        return page

    def _connect_frame(self) -> None:
        self.sidebar.chosen.connect(self.go)
        self.sidebar.settingsWanted.connect(self.commands.show_settings)
        self.sidebar.foldedChanged.connect(self._sidebar_folded)
        self.frame.away.foldersWanted.connect(lambda: self.go("folders"))
        self.strip.leave.connect(lambda: self.go_elsewhere(Elsewhere(self._home)))
        without = Elsewhere(self._home, remove_demonstration=True)
        self.strip.remove.connect(lambda: self.go_elsewhere(without))
        self.top_bar.back.connect(self.navigator.back)
        self.top_bar.addFolder.connect(self.choose_folder)
        self.top_bar.searched.connect(self._search)
        self.top_bar.searchLeft.connect(self._focus_page)
        self.navigator.arrived.connect(self._arrived)
        self.navigator.addFolder.connect(self.choose_folder)
        self.toast.undone.connect(self.session.undo)
        self.drop_overlay.dropped.connect(self.add_folders)
        self.job_bar.goOnWanted.connect(lambda: self.add_folders([]))
        self.jobs.packWanted.connect(self._ask_for_pack)
        self.jobs.scanning.connect(self._leave_first_run)

    def _connect_session(self) -> None:
        self.session.changed.connect(self._changed)
        self.session.said.connect(self.frame.say)
        self.session.failed.connect(self.toast.fail)
        self.session.hushed.connect(self.toast.hush)
        self.session.waiting.connect(self.menus.expect_history)
        self.session.travelled.connect(StepShower(self.session, self.navigator, self).show)
        self.session.foldersWanted.connect(self.add_folders)
        self.session.deletedFolders.connect(self.jobs.take_deleted_out)
        self.session.settingsChanged.connect(self._settings_changed)

    def _connect_menus(self) -> None:
        menus = self.menus
        menus.add_folder.triggered.connect(self.choose_folder)
        menus.scan_again.triggered.connect(lambda: self.add_folders([]))
        menus.settings.triggered.connect(self.commands.show_settings)
        menus.leave.triggered.connect(self.close)
        menus.undo.triggered.connect(self.session.undo)
        menus.redo.triggered.connect(self.session.redo)
        menus.history.triggered.connect(self._open_history)
        menus.find.triggered.connect(self.top_bar.start_search)
        menus.sidebar.triggered.connect(lambda on: self.sidebar.fold(folded=on))
        menus.keys.triggered.connect(self._show_keys)
        self.commands.listen(menus)
        menus.names.triggered.connect(self.others.read)
        for key, action in menus.pages.items():
            action.triggered.connect(lambda _=False, key=key: self.go(key))
        for key, action in menus.themes.items():
            action.setChecked(key == self.session.settings.theme)
            action.triggered.connect(lambda _=False, key=key: self.commands.choose_theme(key))
        menus.show_history(None, None)

    # --- the open page ------------------------------------------------------------------

    def _sidebar_folded(self, folded: bool) -> None:  # noqa: FBT001 - a slot
        self.menus.sidebar.setChecked(folded)
        self.frame.place_toast()

    def _arrived(self, page: Page) -> None:
        root = self.navigator.root
        if root in SIDEBAR:
            self.sidebar.show_page(root)
        searched = self._searches.get(self.navigator.key, "")
        self.frame.surround(page, self.navigator.came_from, searched)
        self.frame.place_toast()
        self.menuBar().setVisible(not page.full_window)
        self.menus.show_page_actions(page.menu_actions())
        self._page_changed()
        self._show_history()
        self.counts.follow()

    def _page_changed(self) -> None:
        page = self.navigator.current()
        if page is not None:
            self.top_bar.set_title(page.title)
            self.setWindowTitle(f"{page.title} - photoorg" if page.title else "photoorg")

    def _search(self, text: str) -> None:
        page = self.navigator.current()
        if page is not None:
            self._searches[self.navigator.key] = text
            page.search(text)

    def _focus_page(self) -> None:
        page = self.navigator.current()
        if page is not None:
            page.setFocus()

    # --- what happened ------------------------------------------------------------------

    def _changed(self, changed: Changed) -> None:
        if changed & {Kind.PHOTOS, Kind.FACES}:
            self.thumbnails.look_for_newer()
        self.navigator.tell(changed)
        self._show_history()
        self.counts.follow(changed)

    def _show_history(self) -> None:
        try:
            history = self.session.library.history
            self.menus.show_history(history.undo_label, history.redo_label)
        except PhotoorgError as error:
            self.session.failed.emit(str(error))

    def _settings_changed(self, settings: Settings) -> None:
        self.commands.follow(settings)
        if settings.theme in self.menus.themes:
            self.menus.themes[settings.theme].setChecked(True)

    def _ask_for_pack(self) -> None:
        self.go("first-run")
        self.toast.say(tr("First choose how faces are recognised; then the scan begins."))

    def _leave_first_run(self) -> None:
        if self.navigator.root in ("", "first-run"):
            self.go("people")

    # --- commands -----------------------------------------------------------------------

    def choose_folder(self) -> None:
        """Let a folder be chosen and scan it."""
        folders = self.commands.ask_for_folder()
        if folders:
            self.add_folders(folders)

    def _show_keys(self) -> None:
        pages = [self.navigator.page(kind.key) for kind in PAGES]
        self.commands.show_keys(key_list(self.menuBar(), self.menus.page_actions(), pages))

    def _open_history(self) -> None:
        go = self.navigator.walk_to if self.navigator.root in SIDEBAR else self.go
        go("history")

    # --- events -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.navigator.back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.menus.full_screen.setChecked(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        """End everything that would ask the library, which is closed next."""
        self.jobs.close()
        self.session.watch(on=False)
        self.session.writes.settle()
        self.counts.stop()
        self.session.reads.close()
        for page in self.navigator.made():
            page.close()
        self.thumbnails.close()
        super().closeEvent(event)
