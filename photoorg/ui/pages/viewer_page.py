"""One photo in the full window: look, zoom, walk to the next, name the faces."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from photoorg.errors import PhotoorgError
from photoorg.jobs.messages import shown
from photoorg.library import Face, Photo
from photoorg.types import Changed, Kind
from photoorg.ui.file_manager import show_files
from photoorg.ui.pages.page import Page, Visit
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.viewer.photo_canvas import STEP, PhotoCanvas
from photoorg.ui.viewer.photo_reader import PhotoReader
from photoorg.ui.viewer.viewer_bar import ViewerBar
from photoorg.ui.viewer.viewer_faces import FaceActions
from photoorg.ui.viewer.viewer_info import ViewerInfo
from photoorg.ui.widgets.name_field import NameField


class ViewerPage(Page):
    """Takes the whole window: the window hides its sidebar and its own top bar meanwhile.

    ``goBack`` is emitted on Esc; :attr:`photo_id` then says where the walk ended.
    """

    key: ClassVar[str] = "viewer"
    shows: ClassVar[Changed] = frozenset({Kind.PEOPLE, Kind.FACES, Kind.PHOTOS})
    full_window: ClassVar[bool] = True

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self._ids: list[int] = []
        self._at = 0
        self._photo: Photo | None = None
        self._faces: list[Face] = []
        self._field: NameField | None = None
        self._reader = PhotoReader(self)
        self.canvas = PhotoCanvas()
        self.info = ViewerInfo(thumbnails)
        self.bar = ViewerBar()
        self.face_actions = FaceActions(session, thumbnails, self)
        self.info.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.info)
        column.addLayout(row, 1)
        self.setFocusProxy(self.canvas)
        self._connect()

    def _connect(self) -> None:
        self._reader.decoded.connect(self._show_decoded)
        self._reader.failed.connect(self._show_failure)
        self.thumbnails.ready.connect(self._thumbnail_ready)
        self.thumbnails.photosReplaced.connect(self._read_again)
        self.canvas.nameClicked.connect(self.start_naming)
        self.canvas.menuRequested.connect(self._menu)
        self.canvas.zoomChanged.connect(self._show_zoom)
        self.bar.back.clicked.connect(self.goBack)
        self.bar.before.clicked.connect(lambda: self.step(-1))
        self.bar.after.clicked.connect(lambda: self.step(1))
        self.bar.faces.toggled.connect(self.canvas.show_boxes)
        self.bar.details.toggled.connect(self.info.setVisible)
        self.bar.zoom.clicked.connect(self._toggle_zoom)
        self.info.faceChosen.connect(self._face_chosen)
        self.info.facePointedAt.connect(self.canvas.choose_face)
        self.info.folderWanted.connect(self._show_in_folder)
        self.face_actions.openPerson.connect(self.openPerson)
        self.face_actions.nameWanted.connect(self.start_naming)

    # --- what is shown ------------------------------------------------------------------

    @property
    def title(self) -> str:
        return shown(self._photo.path.name) if self._photo is not None else "Photo"

    @property
    def photo_id(self) -> int | None:
        """The photo that is shown."""
        return self._photo.id if self._photo is not None else None

    def open(self, visit: Visit) -> None:
        """Show a photo; the arrow keys walk through those of the visit."""
        photo_id, among = visit.photo_id, visit.photo_ids
        self._ids = list(among) if photo_id in among else [photo_id]
        self._go_to(self._ids.index(photo_id))
        self.canvas.setFocus()

    def place(self, visit: Visit) -> Visit:
        """Return the photo at which the walk has ended."""
        return visit if self.photo_id is None else replace(visit, photo_id=self.photo_id)

    def step(self, by: int) -> None:
        """Go to the photo ``by`` places further; the first and the last one stop."""
        target = min(max(self._at + by, 0), len(self._ids) - 1)
        if target != self._at:
            self._go_to(target)

    def refresh(self, changed: Changed) -> None:
        if self._photo is None:
            return
        try:
            self._photo = self.session.library.photos.get(self._photo.id)
        except PhotoorgError:
            self.goBack.emit()
            return
        if Kind.PHOTOS in changed:
            self.info.show_photo(self._photo, self._places(self._photo))
            self.bar.show_photo(self._photo, self._at, len(self._ids))
        self._show_faces(self._photo.id)

    def close(self) -> bool:
        """Wait for the decoding thread."""
        self._reader.close()
        return super().close()

    def _go_to(self, at: int) -> None:
        self._stop_naming()
        try:
            photo = self.session.library.photos.get(self._ids[at])
        except PhotoorgError as error:
            self.session.failed.emit(str(error))
            self.goBack.emit()
            return
        self._at, self._photo = at, photo
        self.canvas.show_photo(photo.width, photo.height, self.thumbnails.photo(photo.id))
        self.canvas.setAccessibleName(shown(photo.path.name))
        self.info.show_photo(photo, self._places(photo))
        self.bar.show_photo(photo, at, len(self._ids))
        self._show_faces(photo.id)
        self._show_decoded(photo.path)
        self._reader.ask([photo.path, *self._neighbours()])
        self.titleChanged.emit()

    def _read_again(self, photo_ids: list[int]) -> None:
        """Show the photo as it is on the disk now, if it is one of those that changed there."""
        self._reader.forget()
        if self._photo is not None and self._photo.id in photo_ids and self.isVisible():
            self._reader.ask([self._photo.path])

    def _places(self, photo: Photo) -> list[Path]:
        return self.session.library.photos.places(photo.id) if photo.copies > 1 else []

    def _neighbours(self) -> list[Path]:
        paths = []
        for at in (self._at + 1, self._at - 1):
            if 0 <= at < len(self._ids):
                try:
                    paths.append(self.session.library.photos.get(self._ids[at]).path)
                except PhotoorgError:  # gone meanwhile: told when somebody goes there
                    continue
        return paths

    def _show_faces(self, photo_id: int) -> None:
        self._faces = self.session.library.faces.of_photo(photo_id)
        self.canvas.show_faces(self._faces)
        self.info.show_faces(self._faces)
        self.bar.faces.setEnabled(bool(self._faces))

    def _show_decoded(self, path: Path) -> None:
        decoded = self._reader.get(path)
        if self._photo is not None and path == self._photo.path and decoded is not None:
            self.canvas.show_decoded(decoded)

    def _show_failure(self, path: Path, reason: str) -> None:
        if self._photo is not None and path == self._photo.path:
            self.canvas.show_message(f"{shown(path.name)}: {reason}")

    def _thumbnail_ready(self, kind: str, photo_id: int) -> None:
        if kind == "photo" and photo_id == self.photo_id:
            picture = self.thumbnails.photo(photo_id)
            if picture is not None:
                self.canvas.show_preview(picture)

    # --- keys and buttons ---------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        act = {
            keys.Key_Left: lambda: self.step(-1),
            keys.Key_Right: lambda: self.step(1),
            keys.Key_PageUp: lambda: self.step(-1),
            keys.Key_PageDown: lambda: self.step(1),
            keys.Key_Space: lambda: self.step(1),
            keys.Key_Home: lambda: self.step(-len(self._ids)),
            keys.Key_End: lambda: self.step(len(self._ids)),
            keys.Key_Escape: self.goBack.emit,
            keys.Key_B: self.bar.faces.click,
            keys.Key_I: self.bar.details.click,
            keys.Key_N: self._name_current,
            keys.Key_Plus: lambda: self.canvas.zoom_by(STEP),
            keys.Key_Equal: lambda: self.canvas.zoom_by(STEP),
            keys.Key_Minus: lambda: self.canvas.zoom_by(1 / STEP),
            keys.Key_0: self.canvas.fit,
            keys.Key_1: self.canvas.actual_size,
        }.get(Qt.Key(event.key()))
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if act is None or event.modifiers() & control:
            super().keyPressEvent(event)
        else:
            act()

    def _toggle_zoom(self) -> None:
        if self.canvas.fitted:
            self.canvas.actual_size()
        else:
            self.canvas.fit()

    def _show_zoom(self, zoom: float) -> None:
        self.bar.show_zoom(zoom * self.devicePixelRatioF(), fitted=self.canvas.fitted)
        face = self.canvas.current_face
        if self._field is not None and face is not None:
            self._field.setGeometry(self.canvas.field_rect(face))

    def _show_in_folder(self) -> None:
        if self._photo is not None:
            show_files([self._photo.path])

    def _menu(self, face_id: int | None, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        face = self._face(face_id)
        if face is not None:
            self.face_actions.fill(menu, face)
            menu.addSeparator()
        menu.addAction("Show in folder", self._show_in_folder)
        menu.popup(at)

    # --- naming -------------------------------------------------------------------------

    def start_naming(self, face_id: int) -> None:
        """Let a face's name be typed below it."""
        self._stop_naming()
        face = self._face(face_id)
        if face is None:
            return
        self.canvas.hold_face(face_id)
        field = NameField(self.session.library.people.names(), self.canvas)
        field.setText(face.person_name or "")
        field.selectAll()
        field.setAccessibleName("Name of this face")
        field.setGeometry(self.canvas.field_rect(face))
        leave = QAction(field)
        leave.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        leave.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        leave.triggered.connect(self._stop_naming)
        field.addAction(leave)
        field.returnPressed.connect(lambda: self._take_name(face_id))
        field.chosen.connect(lambda: self._take_name(face_id))
        self._field = field
        field.show()
        field.setFocus()

    def _name_current(self) -> None:
        """Begin with the face at hand, or else with the first that nobody named."""
        face = self.canvas.current_face
        face = face or next((face for face in self._faces if face.person_name is None), None)
        if face is not None:
            self.start_naming(face.id)
        elif self._faces:
            self.session.say("Point at a face, or choose one with Tab, then press N")

    def _take_name(self, face_id: int) -> None:
        text = self._field.text() if self._field is not None else ""
        face = self._face(face_id)
        self._stop_naming()
        if face is not None:
            self.face_actions.name(face, text)

    def _stop_naming(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            self.canvas.hold_face(None)
            field.hide()
            field.deleteLater()
            self.canvas.setFocus()

    def _face(self, face_id: int | None) -> Face | None:
        return next((face for face in self._faces if face.id == face_id), None)

    def _face_chosen(self, face_id: int) -> None:
        face = self._face(face_id)
        if face is not None and face.person_name is not None and face.person_id is not None:
            self.openPerson.emit(face.person_id)
        else:
            self.start_naming(face_id)
