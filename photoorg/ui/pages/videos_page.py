"""All videos, newest first, with those who are seen in them."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from photoorg.library import Library
from photoorg.tr import kept, tr
from photoorg.types import Changed, Kind
from photoorg.ui.context_menu import open_item_menu
from photoorg.ui.file_manager import show_files
from photoorg.ui.pages.page import Page, Visit
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.videos.playing import play_from
from photoorg.ui.videos.seen import Seen
from photoorg.ui.videos.video_delegate import VideoDelegate
from photoorg.ui.videos.videos_model import VideosModel
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.held import Held
from photoorg.ui.widgets.tile_grid import Command, TileGrid

Layout = Sequence[tuple[int, str]]


class VideosPage(Page):
    """Enter or a double click opens a video with its tracks."""

    key: ClassVar[str] = "videos"
    name: ClassVar[str] = kept("Videos")
    icon: ClassVar[str] = "videos"
    at_times: ClassVar[bool] = True
    counts_on: ClassVar[Changed] = frozenset({Kind.PHOTOS, Kind.FOLDERS})
    shows: ClassVar[Changed] = frozenset(Kind)

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.model = VideosModel(lambda video: Seen.read(session.library, video), self)
        self.grid = TileGrid()
        self.grid.setAccessibleName(tr("Videos"))
        self._delegate = VideoDelegate(self.grid, thumbnails)
        self.grid.setItemDelegate(self._delegate)
        self.grid.setModel(self.model)
        self.grid.opened.connect(self._open)
        self.grid.selectionCountChanged.connect(self._follow)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._menu)
        thumbnails.ready.connect(self._thumbnail_ready)
        self.play_action = QAction(tr("Play"), self)
        self.play_action.setShortcut(QKeySequence("Ctrl+P"))
        self.play_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.play_action.triggered.connect(self._play)
        self.show_action = QAction(tr("Show in folder"), self)
        self.show_action.triggered.connect(self._show_in_folder)
        self.addActions([self.play_action, self.show_action])
        self._empty = EmptyState(
            "videos",
            tr("No videos"),
            tr("The videos of your folders appear here, with those who are seen in them."),
            tr("Add a folder"),
        )
        self._empty.acted.connect(self.addFolder)
        self._counter = QLabel()
        self._counter.setProperty("look", "quiet")
        self._held: Held[Layout] = Held(self.grid.is_busy, self._show, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        self.setFocusProxy(self.grid)
        self._follow(0)

    @classmethod
    def count(cls, library: Library) -> int:
        return library.videos.count()

    def options(self) -> QWidget | None:
        return self._counter

    def menu_actions(self) -> list[QAction]:
        return [self.play_action, self.show_action]

    def refresh(self, changed: Changed) -> None:
        del changed
        ask = self.session.reads.ask
        ask("videos", lambda library: library.videos.layout(), self._held.hear, every=True)

    def come_back(self, left: Visit) -> None:
        row = self.model.row_of(left.photo_id)
        if row >= 0:
            index = self.model.index(row, 0)
            self.grid.selectionModel().setCurrentIndex(index, Command.NoUpdate)
            self.grid.scrollTo(index)

    def close(self) -> bool:
        """Show nothing that is read later."""
        self._held.drop()
        return super().close()

    def _show(self, layout: Layout) -> None:
        selected = [self.model.video_id(index) for index in self.grid.selected()]
        current = self.model.video_id(self.grid.currentIndex())
        anchor = self.grid.anchor()
        if self.model.show([video for video, _ in layout]):
            rows = sorted(self.model.row_of(video) for video in selected if video is not None)
            self.grid.select_rows([row for row in rows if row >= 0], Command.Select)
            if current is not None and (row := self.model.row_of(current)) >= 0:
                index = self.model.index(row, 0)
                self.grid.selectionModel().setCurrentIndex(index, Command.NoUpdate)
            self.grid.restore_anchor(anchor)
        self._stack.setCurrentWidget(self.grid if layout else self._empty)
        self._follow(self.grid.selected_count())

    def _follow(self, selected: int) -> None:
        count = self.model.rowCount()
        told = tr("{n} videos", n=count, one="{n} video") if count else ""
        self._counter.setText(tr("{n} of {videos}", n=selected, videos=told) if selected else told)
        for action in self.menu_actions():
            action.setEnabled(selected == 1)

    def _chosen(self) -> Seen | None:
        return next((self.model.seen(index) for index in self.grid.selected()), None)

    def _open(self, index: QModelIndex) -> None:
        video = self.model.video_id(index)
        if video is not None:
            self.openVideo.emit(video)

    def _play(self) -> None:
        seen = self._chosen()
        if seen is not None:
            play_from(self.session, seen.video.path, 0)

    def _show_in_folder(self) -> None:
        seen = self._chosen()
        if seen is not None:
            show_files([seen.video.path])

    def _menu(self, at: QPoint) -> None:
        open_item_menu(self.grid, at, self._open, self.menu_actions())

    def _thumbnail_ready(self, kind: str, id_: int) -> None:
        if kind == "photo":
            tile = self.model.index(self.model.row_of(id_), 0)
        else:
            waiting = self._delegate.take_waiting(id_)
            tile = QModelIndex() if waiting is None else self.model.index(waiting.row(), 0)
        if tile.isValid():
            self.grid.viewport().update(self.grid.visualRect(tile))
