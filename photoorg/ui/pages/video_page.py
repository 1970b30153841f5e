"""One video: who is seen in it when, to be named, taken out, and played from there."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from photoorg.errors import PhotoorgError
from photoorg.jobs.messages import shown
from photoorg.library import Person, Photo
from photoorg.tr import tr
from photoorg.types import Changed, Kind
from photoorg.ui.context_menu import ContextMenu
from photoorg.ui.file_manager import show_files
from photoorg.ui.models.known_names import KnownNames, known_names
from photoorg.ui.pages.page import Page, Visit
from photoorg.ui.people.face_actions import FaceActions
from photoorg.ui.people.face_naming import FaceNaming
from photoorg.ui.people.naming import Naming
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.videos.playing import play_from
from photoorg.ui.videos.seen import Watched
from photoorg.ui.videos.tracks_grid import TracksGrid
from photoorg.ui.videos.tracks_model import TracksModel
from photoorg.ui.videos.video_header import VideoHeader
from photoorg.ui.widgets.held import Held
from photoorg.ui.widgets.selection_bar import SelectionBar

_NOBODY = 0
"""Whose page it is: no completion of a name is left out."""


class VideoPage(Page):
    """Shows the video that is visited; what is said of a track is said of its face."""

    key: ClassVar[str] = "video"
    shows: ClassVar[Changed] = frozenset(Kind)
    own_title: ClassVar[bool] = True

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.video: Photo | None = None
        self.play_action = self.new_action(self, tr("Play"), self._play_whole)
        self.show_action = self.new_action(self, tr("Show in folder"), self._show_in_folder)
        self.header = VideoHeader(
            thumbnails, {self.play_action: "play", self.show_action: "folder"}
        )
        self.model = TracksModel()
        self.model.setParent(self)
        self.grid = TracksGrid(self.model, thumbnails)
        self._nobody = QLabel(tr("No face was seen in this video."))
        self._nobody.setProperty("look", "quiet")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        naming = Naming(session, thumbnails, self)
        self.face_actions = FaceActions(session, thumbnails, self.grid, self)
        self.face_naming = FaceNaming(
            session, thumbnails, naming, self.face_actions, self.grid, self, whole_groups=True
        )
        self.from_action = self.new_action(
            self, tr("Play from here"), self._play_selected, "Ctrl+P"
        )
        self.name_action = self.new_action(self, tr("Name…"), self._name, "F2")
        self.person_action = self.new_action(
            self, tr("Open person"), self._open_person, "Ctrl+Return"
        )
        self._bar = SelectionBar(self)
        self._bar.offer(
            {
                self.from_action: "play",
                self.name_action: "pencil",
                self.face_actions.not_person: "person-remove",
                self.face_actions.not_face: "trash",
                self.face_actions.move: "forward",
                self.person_action: "person",
            }
        )
        self._held: Held[Watched] = Held(self._is_busy, self._show, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # first: without a parent it would show what it is given
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._nobody)
        self.grid.opened.connect(self._play_from)
        self.grid.nameWanted.connect(self._name)
        self.grid.selectionCountChanged.connect(self._follow)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._menu)
        self._bar.cleared.connect(self.grid.clearSelection)
        self.setFocusProxy(self.grid)
        self._follow(0)

    @property
    def title(self) -> str:
        return shown(self.video.path.name) if self.video is not None else tr("Video")

    def menu_actions(self) -> list[QAction]:
        return [
            *(self.from_action, self.name_action, self.person_action),
            *self.face_actions.all(),
            *(self.play_action, self.show_action),
        ]

    def open(self, visit: Visit) -> None:
        """Show a video; another one than before from the top of the page."""
        same = self.video is not None and self.video.id == visit.photo_id
        video = self._read(visit.photo_id)
        if video is None:
            self.goBack.emit()
            return
        self.video = video
        if not same:
            self._held.drop()
            self.face_naming.leave()
            self.model.show_tracks([], [])
            self.header.show_name(video)
        self.refresh(self.shows)

    def refresh(self, changed: Changed) -> None:
        del changed
        if self.video is None:
            return
        self.face_naming.follow(_NOBODY)
        self._held.drop()
        ask = self.session.reads.ask
        ask("video", partial(Watched.read, video_id=self.video.id), self._held.hear)
        ask("names of people", known_names, self._complete_from)

    def close(self) -> bool:
        """Show nothing that is read from now on."""
        self._held.drop()
        return super().close()

    def _read(self, video_id: int) -> Photo | None:
        try:
            return self.session.library.photos.get(video_id)
        except PhotoorgError as error:
            self.session.failed.emit(str(error))
            return None

    def _show(self, watched: Watched) -> None:
        """Show what was read of a video, keeping the place."""
        if self.video is None or watched.seen.video.id != self.video.id:
            return
        self.video = watched.seen.video
        selected = [face.id for face in self.grid.selected_faces()]
        current, row = self.model.face(self.grid.currentIndex()), self.grid.currentIndex().row()
        at = self.grid.verticalScrollBar().value()
        self.model.show_tracks(watched.faces, watched.seen.moments)
        self.grid.select_faces(selected, current.id if current else None, row)
        self.grid.verticalScrollBar().setValue(at)
        self.header.show_video(watched)
        self._stack.setCurrentWidget(self.grid if watched.faces else self._nobody)
        self._follow(self.grid.selected_count())
        self.titleChanged.emit()

    def _complete_from(self, known: KnownNames) -> None:
        self.face_actions.known = self.face_naming.known = known

    def _is_busy(self) -> bool:
        return self.grid.is_busy() or self.face_naming.is_typing()

    # --- actions ------------------------------------------------------------------------

    def _follow(self, selected: int) -> None:
        """Fit the actions to the tracks that are selected, and to whom they show."""
        person = self._person()
        self.face_actions.follow(person, selected)
        self.from_action.setEnabled(selected == 1)
        self.name_action.setEnabled(selected > 0)
        self.person_action.setEnabled(person is not None)
        self._bar.follow()
        self._bar.show_count(selected)

    def _person(self) -> Person | None:
        """Return whom all selected tracks show, if it is one and the same."""
        people = {face.person_id for face in self.grid.selected_faces()}
        (person,) = people if len(people) == 1 else {None}
        try:
            return None if person is None else self.session.library.people.get(person)
        except PhotoorgError:  # they are with others now, which is read next
            return None

    def _menu(self, at: QPoint) -> None:
        if self.model.face(self.grid.indexAt(at)) is None:
            return
        menu = ContextMenu(self)
        menu.offer((*self._bar_actions(), *self.face_actions.all()))
        menu.open_over(self.grid, at)

    def _bar_actions(self) -> list[QAction]:
        return [self.from_action, self.name_action, self.person_action]

    def _name(self) -> None:
        self.face_naming.start()

    def _open_person(self) -> None:
        person = self._person()
        if person is not None:
            self.openPerson.emit(person.id)

    def _play_whole(self) -> None:
        if self.video is not None:
            play_from(self.session, self.video.path, 0)

    def _play_selected(self) -> None:
        for index in self.grid.selected()[:1]:
            self._play_from(index)

    def _play_from(self, index: QModelIndex) -> None:
        moment = self.model.moment(index)
        if moment is not None and self.video is not None:
            play_from(self.session, self.video.path, moment.begin)

    def _show_in_folder(self) -> None:
        if self.video is not None:
            show_files([self.video.path])
