"""One person: the header, all faces with doubtful and lost ones last, and the photos."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from photoorg.errors import PhotoorgError
from photoorg.library import Person
from photoorg.tr import tr
from photoorg.types import Changed, Kind
from photoorg.ui.context_menu import ContextMenu
from photoorg.ui.delegates.tile_delegate import TileDelegate
from photoorg.ui.models.faces_model import FacesModel
from photoorg.ui.models.known_names import KnownNames, known_names
from photoorg.ui.models.person_photos_model import PersonPhotosModel
from photoorg.ui.pages.page import Page, Visit
from photoorg.ui.people.exporting import Exporting
from photoorg.ui.people.face_actions import FaceActions
from photoorg.ui.people.face_naming import FaceNaming
from photoorg.ui.people.faces_grid import FacesGrid
from photoorg.ui.people.granularity import Granularity
from photoorg.ui.people.moments_link import MomentsLink
from photoorg.ui.people.naming import Naming
from photoorg.ui.people.person_actions import PersonActions
from photoorg.ui.people.person_header import PersonHeader
from photoorg.ui.people.portrait import Portrait
from photoorg.ui.people.splitting import Splitting
from photoorg.ui.review.person_link import PersonLink
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.held import Held
from photoorg.ui.widgets.selection_bar import SelectionBar
from photoorg.ui.widgets.tile_grid import TileGrid


class PersonPage(Page):
    """Shows the person who is visited; everything about faces is decided here."""

    key: ClassVar[str] = "person"
    shows: ClassVar[Changed] = frozenset({Kind.PEOPLE, Kind.FACES, Kind.PHOTOS})
    own_title: ClassVar[bool] = True

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.person: Person | None = None
        self._naming = Naming(session, thumbnails, self)
        self.header = PersonHeader(thumbnails)
        self.questions = PersonLink(session)
        self.moments = MomentsLink(session)
        self.header.add_link(self.moments)
        self.header.add_link(self.questions)
        self.faces_model = FacesModel(self)
        self.faces = FacesGrid(self.faces_model, thumbnails)
        self.photos_model = PersonPhotosModel(self)
        self.photos = TileGrid()
        self.photos.setAccessibleName(tr("Photos"))
        self._photo_delegate = TileDelegate(self.photos, thumbnails)
        self.photos.setItemDelegate(self._photo_delegate)
        self.photos.setModel(self.photos_model)
        self._held: Held[Portrait] = Held(self._is_busy, self._show, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.faces)
        self._stack.addWidget(self.photos)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self.face_actions = FaceActions(session, thumbnails, self.faces, self)
        self.face_naming = FaceNaming(
            session, thumbnails, self._naming, self.face_actions, self.faces, self
        )
        self.splitting = Splitting(session, thumbnails, self.faces, self.face_naming, self)
        self.rename_action = self.new_action(self, tr("Rename"), self.header.start_naming, "F2")
        self.person_actions = PersonActions(session, thumbnails, self._naming, self)
        self.person_actions.left.connect(self.openPerson)
        self.person_actions.next.connect(self.openPerson)
        self.granularity = Granularity(session, thumbnails, lambda: self.person, self)
        self.exporting = Exporting(session, self._people, self)
        fixing = [self.splitting.action, self.granularity.action, *self.exporting.actions]
        self.header.set_menu([*fixing, *self.person_actions.all()])
        self._bar = SelectionBar(self)
        self._bar.offer(
            {
                self.face_actions.confirm: "check",
                self.face_actions.forget: "hide",
                self.face_actions.not_person: "person-remove",
                self.face_actions.move: "forward",
                self.face_actions.cover: "cover",
                self.face_actions.not_face: "trash",
            }
        )
        self._connect()
        self.setFocusProxy(self.faces)
        self._selection_changed(0)

    def _connect(self) -> None:
        self.header.named.connect(self._name)
        self.header.joined.connect(self._join)
        self.header.tabChosen.connect(self._show_tab)
        self.questions.wanted.connect(self.reviewWanted)
        self.moments.wanted.connect(self.openVideo)
        self._bar.cleared.connect(self.faces.clearSelection)
        self.faces.opened.connect(self._open_face)
        self.faces.selectionCountChanged.connect(self._selection_changed)
        self.faces.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.faces.customContextMenuRequested.connect(self._menu)
        self.photos.opened.connect(self._open_photo)
        self.thumbnails.ready.connect(self._thumbnail_ready)

    @property
    def title(self) -> str:
        return (self.person.name if self.person else None) or tr("Who is this?")

    def menu_actions(self) -> list[QAction]:
        return [
            self.rename_action,
            *self.face_actions.all(),
            self.splitting.action,
            self.granularity.action,
            *self.exporting.actions,
            *self.person_actions.all(),
        ]

    def open(self, visit: Visit) -> None:
        self.show_person(visit.person_id)

    def close(self) -> bool:
        """Show nothing that is read from now on."""
        self._held.drop()
        self.questions.stop()
        return super().close()

    def show_person(self, person_id: int) -> None:
        """Show a person; another one than before from the top of the page."""
        same = self.person is not None and self.person.id == person_id
        try:
            self.person = self.session.library.people.get(person_id)
        except PhotoorgError as error:
            self.session.failed.emit(str(error))
            self.goBack.emit()
            return
        if not same:
            # the next key must not be for somebody else's faces
            self._held.drop()
            self.faces_model.show([], None, None)
            self.photos_model.show([])
            self._show_tab("faces")
            self.header.show_name(self.person)
            self.person_actions.follow(self.person, merged=False)
        self.refresh(self.shows)

    def refresh(self, changed: Changed) -> None:
        del changed
        person = self._read_person()
        if person is None:
            # not at once: whoever merged this person away may lead to the one that is left
            QTimer.singleShot(0, self._leave_if_gone)
            return
        self.person = person
        self.face_naming.follow(person.id)
        self.titleChanged.emit()
        self._held.drop()
        ask = self.session.reads.ask
        ask("person", partial(Portrait.read, person=person), self._held.hear)
        ask("names of people", known_names, self._complete_from)
        self.questions.follow(person)
        self.moments.follow(person)

    def _show(self, portrait: Portrait) -> None:
        """Show what was read of a person, keeping the place."""
        person = self.person
        if person is None or portrait.person.id != person.id:
            return
        self._keeping_place(portrait)
        self.photos_model.show(portrait.photos)
        self._show_header(portrait)
        self.person_actions.follow(portrait.person, merged=portrait.merged, about=portrait.about)
        self.splitting.follow(portrait.person.name)
        self.exporting.follow(anybody=bool(portrait.photos))

    def _people(self) -> list[Person]:
        return [] if self.person is None else [self.person]

    def _complete_from(self, known: KnownNames) -> None:
        self.person_actions.known = self.face_actions.known = self.face_naming.known = known
        self.header.complete_from(known)

    def _is_busy(self) -> bool:
        return self.faces.is_busy() or self.photos.is_busy() or self.face_naming.is_typing()

    def _read_person(self) -> Person | None:
        """Read the person again; None when there is nothing left to show."""
        if self.person is None:
            return None
        try:
            person = self.session.library.people.get(self.person.id)
        except PhotoorgError:
            return None
        return person if person.count or person.name is not None else None

    def _leave_if_gone(self) -> None:
        typing = self.header.is_typing()  # what is typed is not lost, even if it is for nobody
        if self.isVisible() and not typing and self._read_person() is None:
            self.goBack.emit()

    def _show_header(self, portrait: Portrait) -> None:
        doubtful, faces = len(self.faces_model.doubtful_rows()), len(self.faces_model.faces())
        self.header.show_person(portrait.person, faces, portrait.photos, doubtful, portrait.about)

    # --- actions ------------------------------------------------------------------------

    def _selection_changed(self, count: int) -> None:
        self.face_actions.follow(self.person, count)
        self._bar.follow()
        self._bar.show_count(count if self._stack.currentWidget() is self.faces else 0)

    def _menu(self, at: QPoint) -> None:
        index = self.faces.indexAt(at)
        if self.faces_model.face(index) is None:
            return
        menu = ContextMenu(self)
        menu.addAction(tr("Show the photo"), lambda: self._open_face(index))
        menu.offer(self.face_actions.all())
        menu.open_over(self.faces, at)

    def _name(self, text: str) -> None:
        now = self._naming.whoever_is(self.person) if self.person is not None else None
        if now is not None:
            self._naming.name(now, text, self.openPerson.emit)
        QTimer.singleShot(0, self._leave_if_gone)

    def _join(self, into: Person) -> None:
        if self.person is not None:
            self._naming.join(self.person.id, into.id, self.openPerson.emit)

    # --- what is shown ------------------------------------------------------------------

    def _open_face(self, index: QModelIndex) -> None:
        face = self.faces_model.face(index)
        if face is not None:
            faces = self.faces_model.faces()
            ids = list(dict.fromkeys(one.photo_id for one in faces))
            self.openFaces.emit(face.photo_id, ids, [one.id for one in faces])

    def _open_photo(self, index: QModelIndex) -> None:
        photo = self.photos_model.photo(index)
        if photo is not None:
            self.openPhoto.emit(photo.id, self.photos_model.ids())

    def _thumbnail_ready(self, kind: str, photo_id: int) -> None:
        tile = self._photo_delegate.take_waiting(photo_id) if kind == "photo" else None
        if tile is not None and tile.isValid():
            self.photos.viewport().update(self.photos.visualRect(tile))

    def _show_tab(self, key: str) -> None:
        self.header.tabs.choose(key)
        grid = self.photos if key == "photos" else self.faces
        self._stack.setCurrentWidget(grid)
        self.setFocusProxy(grid)
        self._selection_changed(len(self.faces.selected_faces()))

    def _keeping_place(self, portrait: Portrait) -> None:
        grid, model, person = self.faces, self.faces_model, portrait.person
        selected = [face.id for face in grid.selected_faces()]
        current, row = model.face(grid.currentIndex()), grid.currentIndex().row()
        at = grid.verticalScrollBar().value()
        model.show(portrait.faces, person.name, person.cover_face_id, portrait.lost, portrait.eras)
        grid.select_faces(selected, current.id if current else None, row)
        grid.verticalScrollBar().setValue(at)
        self._selection_changed(len(grid.selected_faces()))
