"""The window: frame, pages, and the wires between them."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from photoorg import __version__
from photoorg.errors import PhotoorgError
from photoorg.jobs.demonstration_place import demonstration_library, is_demonstration
from photoorg.settings import Settings, default_library
from photoorg.types import Changed, Kind
from photoorg.ui import theme
from photoorg.ui.dialogs.keys_dialog import KeysDialog
from photoorg.ui.dialogs.settings_dialog import SettingsDialog
from photoorg.ui.pages.first_run_page import FirstRunPage
from photoorg.ui.pages.folders_page import FoldersPage
from photoorg.ui.pages.history_page import HistoryPage
from photoorg.ui.pages.page import Page
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.pages.photos_page import PhotosPage
from photoorg.ui.pages.problems_page import ProblemsPage
from photoorg.ui.pages.viewer_page import ViewerPage
from photoorg.ui.session import Session
from photoorg.ui.shell.counts import Counts
from photoorg.ui.shell.demonstration_strip import DemonstrationStrip
from photoorg.ui.shell.drop_overlay import DropOverlay
from photoorg.ui.shell.job_bar import JobBar
from photoorg.ui.shell.menus import Menus
from photoorg.ui.shell.navigator import Navigator
from photoorg.ui.shell.sidebar import Sidebar
from photoorg.ui.shell.toast import Toast
from photoorg.ui.shell.top_bar import TopBar
from photoorg.ui.shell.window_jobs import WindowJobs
from photoorg.ui.thumbnail_loader import ThumbnailLoader

PAGES = {
    "people": ("people", "People"),
    "photos": ("photos", "Photos"),
    "folders": ("folder", "Folders"),
    "problems": ("problems", "Problems"),
}
_PAGE_CLASSES: dict[str, type[Page]] = {
    "first-run": FirstRunPage,
    "people": PeoplePage,
    "person": PersonPage,
    "photos": PhotosPage,
    "viewer": ViewerPage,
    "folders": FoldersPage,
    "problems": ProblemsPage,
    "history": HistoryPage,
}
_BESIDE_BAR, _ABOVE_BAR = 58, 112
"""How far a message stands from the bottom: beside or above the bar for the selection."""
_HALF_A_BAR = 210
"""What the bar takes of the room beside the middle."""
TIGHT = 860
"""A window narrower than this shows icons only at its left edge."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The library to open when the window has closed, and the folders to add to it."""

    library: Path
    folders: tuple[Path, ...] = ()
    remove_demonstration: bool = False


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
        self._tight = False
        self._wide_before = True
        self._searches: dict[str, str] = {}
        self.setWindowTitle("photoorg")
        self.setMinimumSize(640, 440)
        self._make_frame()
        self.resize(1280, 800)
        self.jobs = WindowJobs(session, self.job_bar, self)
        makers = {key: lambda kind=kind: self._make(kind) for key, kind in _PAGE_CLASSES.items()}
        self.navigator = Navigator(makers, self.stack, self)
        self.menus = Menus(self, {key: text for key, (_, text) in PAGES.items()})
        self.counts = Counts(session, self.sidebar, self.job_bar, self._people_shown)
        self._connect_frame()
        self._connect_session()
        self._connect_menus()

    def begin(self) -> None:
        """Open the first page; call it once the window can be seen."""
        library = self.session.library
        try:
            empty = not library.folders.list()
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

    def add_folders(self, folders: list[Path]) -> None:
        """Scan these folders; none: all that are known.

        The user's folders belong into the user's library, so that the demonstration ends first.
        """
        if self.demonstration and folders:
            self._go_elsewhere(Elsewhere(self._home, tuple(folders)))
        else:
            self.jobs.add_folders(folders)

    def show_demonstration(self) -> None:
        """Close this library and open that of the demonstration."""
        self._go_elsewhere(Elsewhere(demonstration_library()))

    def _go_elsewhere(self, elsewhere: "Elsewhere") -> None:
        self.elsewhere = elsewhere
        self.close()

    # --- building -----------------------------------------------------------------------

    def _make_frame(self) -> None:
        self.sidebar = Sidebar(PAGES)
        self.top_bar = TopBar()
        self.stack = QStackedWidget()
        self.job_bar = JobBar()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strip = DemonstrationStrip()
        self.strip.leave.connect(lambda: self._go_elsewhere(Elsewhere(self._home)))
        self.strip.remove.connect(
            lambda: self._go_elsewhere(Elsewhere(self._home, remove_demonstration=True))
        )
        column.addWidget(self.strip)
        column.addWidget(self.top_bar)
        column.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(right, 1)
        root = QWidget()
        rows = QVBoxLayout(root)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(middle, 1)
        rows.addWidget(self.job_bar)
        self.setCentralWidget(root)
        self.toast = Toast(root, left=self.sidebar.width() + 24)
        self.drop_overlay = DropOverlay(self, root)

    def _make(self, kind: type[Page]) -> Page:
        page = kind(self.session, self.thumbnails)
        page.titleChanged.connect(self._page_changed)
        if isinstance(page, FirstRunPage):
            page.packReady.connect(self.jobs.pack_ready)
        if isinstance(page, FirstRunPage | PeoplePage):
            page.demonstrationWanted.connect(self.show_demonstration)
        return page

    def _connect_frame(self) -> None:
        self.sidebar.chosen.connect(self.go)
        self.sidebar.settingsWanted.connect(self.show_settings)
        self.sidebar.foldedChanged.connect(self._sidebar_folded)
        self.top_bar.back.connect(self.navigator.back)
        self.top_bar.addFolder.connect(self.choose_folder)
        self.top_bar.searched.connect(self._search)
        self.top_bar.searchLeft.connect(self._focus_page)
        self.navigator.arrived.connect(self._arrived)
        self.navigator.addFolder.connect(self.choose_folder)
        self.toast.undone.connect(self.session.undo)
        self.drop_overlay.dropped.connect(self.add_folders)
        self.jobs.packWanted.connect(self._ask_for_pack)
        self.jobs.scanning.connect(self._leave_first_run)

    def _connect_session(self) -> None:
        self.session.changed.connect(self._changed)
        self.session.said.connect(lambda text, undo: self.toast.say(text, undoable=undo))
        self.session.failed.connect(self.toast.fail)
        self.session.foldersWanted.connect(self.add_folders)
        self.session.deletedFolders.connect(self.jobs.take_deleted_out)
        self.session.settingsChanged.connect(self._settings_changed)

    def _connect_menus(self) -> None:
        menus = self.menus
        menus.add_folder.triggered.connect(self.choose_folder)
        menus.scan_again.triggered.connect(lambda: self.add_folders([]))
        menus.settings.triggered.connect(self.show_settings)
        menus.leave.triggered.connect(self.close)
        menus.undo.triggered.connect(self.session.undo)
        menus.redo.triggered.connect(self.session.redo)
        menus.history.triggered.connect(self._open_history)
        menus.select_all.triggered.connect(self._select_all)
        menus.find.triggered.connect(self.top_bar.start_search)
        menus.sidebar.triggered.connect(lambda on: self.sidebar.fold(folded=on))
        menus.full_screen.triggered.connect(self._full_screen)
        menus.keys.triggered.connect(lambda: KeysDialog(self).open())
        menus.about.triggered.connect(self._about)
        for key, action in menus.pages.items():
            action.triggered.connect(lambda _=False, key=key: self.go(key))
        for key, action in menus.themes.items():
            action.setChecked(key == self.session.settings.theme)
            action.triggered.connect(lambda _=False, key=key: self._choose_theme(key))
        menus.show_history(None, None)

    # --- the open page ------------------------------------------------------------------

    def _sidebar_folded(self, folded: bool) -> None:  # noqa: FBT001 - a slot
        self.menus.sidebar.setChecked(folded)
        self._place_toast()

    def _place_toast(self) -> None:
        sidebar = 0 if self.sidebar.isHidden() else self.sidebar.width()
        left = sidebar + 24
        room = (sidebar + self.width()) // 2 - _HALF_A_BAR - left
        self.toast.stand(left, _BESIDE_BAR, room, _ABOVE_BAR)

    def _arrived(self, page: Page) -> None:
        root = self.navigator.root
        if root in PAGES:
            self.sidebar.show_page(root)
        alone = page.full_window or root == "first-run"
        self.sidebar.setVisible(not alone)
        self._place_toast()
        self.job_bar.setVisible(not page.full_window)
        self.menuBar().setVisible(not page.full_window)
        self.top_bar.setVisible(not alone)
        self.strip.setVisible(self.demonstration and not page.full_window)
        came_from = "" if page.full_window else self.navigator.came_from
        self.top_bar.show_search(self._searches.get(self.navigator.key, ""))
        self.top_bar.show_page(
            page.title, page.search_hint, page.options(), came_from, own_title=page.own_title
        )
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

    def _select_all(self) -> None:
        view = QApplication.focusWidget()
        if isinstance(view, QAbstractItemView):
            view.selectAll()

    # --- what happened ------------------------------------------------------------------

    def _changed(self, changed: Changed) -> None:
        if changed & {Kind.PHOTOS, Kind.FACES}:
            self.thumbnails.look_for_newer()
        self.navigator.tell(changed)
        self._show_history()
        self.counts.follow(changed)

    def _people_shown(self) -> int:
        if self.navigator.root == "first-run":
            return 0
        people = cast("PeoplePage", self.navigator.page("people"))
        regrouped = Kind.PEOPLE in self.navigator.stale("people")
        if regrouped or self.jobs.runner.job is None:
            # new photos alone can wait for the job's end on a page that is not seen
            self.navigator.freshen("people")
        return people.count()

    def _show_history(self) -> None:
        try:
            history = self.session.library.history
            self.menus.show_history(history.undo_label, history.redo_label)
        except PhotoorgError as error:
            self.session.failed.emit(str(error))

    def _settings_changed(self, settings: Settings) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, settings.theme)
        if settings.theme in self.menus.themes:
            self.menus.themes[settings.theme].setChecked(True)

    def _choose_theme(self, key: str) -> None:
        self.session.choose(replace(self.session.settings, theme=key))

    def _ask_for_pack(self) -> None:
        self.go("first-run")
        self.toast.say("First choose how faces are recognised; then the scan begins.")

    def _leave_first_run(self) -> None:
        if self.navigator.root in ("", "first-run"):
            self.go("people")

    # --- commands -----------------------------------------------------------------------

    def choose_folder(self) -> None:
        """Let a folder be chosen and scan it."""
        chosen = QFileDialog.getExistingDirectory(self, "Add a folder of photos", str(Path.home()))
        if chosen:
            self.add_folders([Path(chosen)])

    def _open_history(self) -> None:
        if self.navigator.root in PAGES:
            self.navigator.walk_to("history")
        else:
            self.go("history")

    def show_settings(self) -> None:
        """Open the settings."""
        SettingsDialog(self.session, self).open()

    def _full_screen(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if on
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    def _about(self) -> None:
        QMessageBox.about(
            self,
            "About photoorg",
            f"<b>photoorg {__version__}</b><p>Turns folders of photos into named people, "
            "entirely on this computer: no photo, face or name ever leaves it.</p>",
        )

    # --- events -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.navigator.back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the sidebar while the window is too narrow for both."""
        super().resizeEvent(event)
        self._place_toast()
        tight = self.width() < TIGHT
        if tight != self._tight:
            self._tight = tight
            self._wide_before = not self.sidebar.folded if tight else self._wide_before
            self.sidebar.fold(folded=tight or not self._wide_before)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.menus.full_screen.setChecked(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        """End everything that would ask the library, which is closed next."""
        self.jobs.close()
        self.session.watch(on=False)
        self.counts.stop()
        for page in self.navigator.made():
            if isinstance(page, ViewerPage):
                page.close_reader()
            elif isinstance(page, PhotosPage):
                page.close_search()
            elif isinstance(page, FirstRunPage):
                page.download.close_download()
        self.thumbnails.close()
        super().closeEvent(event)
