"""All photos, or those that were searched for, newest first, in justified lines by month."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from photoorg.errors import PhotoorgError
from photoorg.jobs.scenes.request import SECONDS, ScenesRequest
from photoorg.library import Library
from photoorg.tr import kept, tr
from photoorg.types import Changed, Kind
from photoorg.ui import words
from photoorg.ui.context_menu import ContextMenu
from photoorg.ui.file_manager import show_files
from photoorg.ui.models.photo_sheet import Sheet, sheet_of
from photoorg.ui.models.photos_model import PhotosModel
from photoorg.ui.pages.page import Page, Visit
from photoorg.ui.photos.clipboard import copy_files
from photoorg.ui.photos.dating import ask_date
from photoorg.ui.photos.exporting import ask_to_export
from photoorg.ui.photos.photo_grid import PhotoGrid
from photoorg.ui.photos.photo_search import Found, PhotoSearch
from photoorg.ui.photos.search_line import SearchLine
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.held import Held
from photoorg.ui.widgets.selection_bar import SelectionBar

MANY = 20_000
PATIENCE_MS = 4000
"""While a scan goes on, a library of this many photos is not read again more often than this."""

_UNREAD = Sheet()


class PhotosPage(Page):
    """Enter or a double click opens the viewer among the photos that are shown, or a video."""

    key: ClassVar[str] = "photos"
    name: ClassVar[str] = kept("Photos")
    icon: ClassVar[str] = "photos"
    counts_on: ClassVar[Changed] = frozenset({Kind.PHOTOS, Kind.FOLDERS})
    shows: ClassVar[Changed] = frozenset(Kind)
    search_hint: ClassVar[str] = kept("People, dates, words: anna ben 2003")

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self._model = PhotosModel(session.library.photos, self)
        self._grid = PhotoGrid(self._model, thumbnails)
        self._grid.show_height(session.settings.photo_height)
        self._grid.heightChosen.connect(self._keep_height)
        self._grid.opened.connect(self._open)
        self._grid.selectionCountChanged.connect(self._count)
        self._grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._grid.customContextMenuRequested.connect(self._menu)
        self._empty = EmptyState(
            "photos",
            tr("No photos yet"),
            tr("The photos of your folders appear here, newest first."),
            tr("Add a folder"),
        )
        self._empty.acted.connect(self.addFolder)
        self._early = EmptyState(
            "photos", tr("No photos yet"), tr("Photos appear here while they are being scanned.")
        )
        session.scanningChanged.connect(self._choose_stack)
        self._nothing = QLabel(tr("No photo found. Try other people, dates or words."))
        self._nothing.setProperty("look", "quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet = _UNREAD
        self._searched = ""
        self._found: Sheet | None = None
        self._search = PhotoSearch(session.reads, self)
        self._search.found.connect(self._show_found)
        self._line = SearchLine(session)
        self._line.wanted.connect(self.photosWanted)
        self._counter = QLabel()
        self._counter.setProperty("look", "quiet")
        self._pause = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._pause.timeout.connect(self._pause_over)
        self._waiting = False
        self._wanted: int | None = None
        self._held: Held[Sheet] = Held(self._grid.is_busy, self._show_photos, self)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._grid)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._early)
        self.setFocusProxy(self._grid)
        self.copy_action = QAction(tr("Copy"), self)
        self.copy_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_action.triggered.connect(self._copy)
        self.show_action = QAction(tr("Show in folder"), self)
        self.show_action.triggered.connect(self._show_in_folder)
        self.date_action = QAction(tr("Change the date…"), self)
        self.date_action.setShortcut(QKeySequence("Ctrl+T"))
        self.date_action.triggered.connect(self._ask_date)
        self._grid.addActions([self.copy_action, self.show_action, self.date_action])
        self.export_action = QAction(tr("Export photos…"), self)
        self.export_action.setToolTip(tr("Copy the photos into a folder"))
        self.export_action.setShortcut(QKeySequence("Ctrl+E"))
        self.export_action.triggered.connect(self._export)
        self._grid.addAction(self.export_action)
        self._bar = SelectionBar(self)
        self._bar.offer(
            {
                self.export_action: "folder-add",
                self.date_action: "pencil",
                self.copy_action: "photos",
                self.show_action: "folder",
            }
        )
        self._bar.cleared.connect(self._grid.clearSelection)
        self.groups_action = QAction(tr("Look for groups of photos"), self)
        self.groups_action.triggered.connect(self._look_for_groups)

    def _keep_height(self, height: int) -> None:
        self.session.choose(replace(self.session.settings, photo_height=height))

    @classmethod
    def count(cls, library: Library) -> int:
        return library.photos.count()

    def refresh(self, changed: Changed) -> None:
        if changed & {Kind.PHOTOS, Kind.FOLDERS}:
            self._read()
        elif self._searched:
            self._look()

    def search(self, text: str) -> None:
        self._searched = text.strip()
        if self._searched:
            self._look()
        else:
            self._line.show_search("", "")
            if self._found is not None:
                self._found = None
                self._show()

    def _look(self) -> None:
        """Look for what is searched among the photos, as soon as these are read."""
        if self._sheet is not _UNREAD:
            self._search.ask(self._searched, self._sheet)

    def come_back(self, left: Visit) -> None:
        if left.photo_id:
            self.show_photo(left.photo_id)

    def close(self) -> bool:
        """Show nothing that is read later."""
        self._held.drop()
        return super().close()

    def _read(self) -> None:
        if self._pause.isActive():
            self._waiting = True
            return
        ask = self.session.reads.ask
        ask("photos", lambda own: sheet_of(own.photos.layout()), self._held.hear, every=True)

    def _show_photos(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.thumbnails.try_again()
        if self._searched:
            self._look()
        elif self._found is None:
            self._show()
        if len(self._sheet.photos) > MANY:
            self._pause.start()

    def _pause_over(self) -> None:
        if self._waiting:
            self._waiting = False
            self._read()

    def _show_found(self, found: Found, sheet: Sheet) -> None:
        if found.text != self._searched:
            return
        self._line.show_search(found.text, found.told)
        if self.isVisible():
            self.suggested.emit(found.suggested)
        at_top = self._found is None
        self._found = sheet
        self._show()
        if at_top:
            self._grid.scrollToTop()

    def _show(self) -> None:
        self._grid.show_photos(self._sheet if self._found is None else self._found)
        self._choose_stack()
        self._count(self._grid.selected_count())
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.show_photo(wanted)

    def _choose_stack(self) -> None:
        if self._model.count():
            self._stack.setCurrentWidget(self._grid)
        elif self._sheet.photos:
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentWidget(self._early if self.session.scanning else self._empty)

    def search_menu(self) -> QMenu | None:
        return self._line.menu

    def options(self) -> QWidget | None:
        return self._counter

    def menu_actions(self) -> list[QAction]:
        return [
            self.copy_action,
            self.show_action,
            self.date_action,
            self.export_action,
            self.groups_action,
        ]

    def _look_for_groups(self) -> None:
        self.session.exportWanted.emit(ScenesRequest(self.session.library.path, SECONDS))

    def show_photo(self, photo_id: int) -> None:
        """Put the keyboard on a photo and bring it into view: the viewer was left at it.

        One that is not read yet, as soon as it is.
        """
        if self._model.row_of(photo_id) >= 0:
            self._grid.make_current(photo_id)
        else:
            self._wanted = photo_id

    def _open(self, index: QModelIndex) -> None:
        """Open the viewer, or of a video the page that plays it."""
        photo_id = self._model.photo_id(index)
        if photo_id is None:
            return
        try:
            moves = self.session.library.photos.get(photo_id).seconds is not None
        except PhotoorgError as error:
            self.session.failed.emit(str(error))
            return
        if moves:
            self.openVideo.emit(photo_id)
        else:
            self.openPhoto.emit(photo_id, self._model.ids())

    def _count(self, selected: int) -> None:
        total = words.photos(self._model.count())
        self._counter.setText(
            tr("{n} of {photos}", n=selected, photos=total) if selected else total
        )
        self._bar.follow()
        self._bar.show_count(selected)

    def _menu(self, at: QPoint) -> None:
        index = self._grid.indexAt(at)
        if self._model.photo_id(index) is None:
            return
        menu = ContextMenu(self)
        menu.addAction(tr("Open"), lambda: self._open(index))
        menu.addActions([self.show_action, self.copy_action, self.date_action])
        menu.addAction(self.export_action)
        menu.open_over(self._grid, at)

    def _show_in_folder(self) -> None:
        show_files(self._paths(self._grid.selected_ids()[:1]))

    def _ask_date(self) -> None:
        ask_date(self.session, self._grid.selected_ids(), self)

    def _export(self) -> None:
        ask_to_export(self.session, self._grid.selected_ids(), self)

    def _copy(self) -> None:
        paths = self._paths(self._grid.selected_ids())
        if paths:
            copy_files(paths)
            self.session.say(tr("Copied {n} photos", n=len(paths), one="Copied {n} photo"))

    def _paths(self, photo_ids: Sequence[int]) -> Sequence[Path]:
        try:
            return self.session.library.photos.paths(photo_ids)
        except PhotoorgError as error:
            self.session.failed.emit(str(error))
            return ()
