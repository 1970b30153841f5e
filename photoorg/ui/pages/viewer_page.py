"""One photo in the full window: look, zoom, walk to the next, name the faces."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from photoorg.errors import PhotoorgError, UsageError
from photoorg.jobs.messages import shown
from photoorg.library import Photo
from photoorg.tr import retold, tr
from photoorg.types import Changed, Kind
from photoorg.ui import direction
from photoorg.ui.file_manager import show_files
from photoorg.ui.pages.page import Page, Visit
from photoorg.ui.photos.dating import ask_date
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.viewer.comparison import Comparison
from photoorg.ui.viewer.face_tools import FaceTools
from photoorg.ui.viewer.film_strip import FilmStrip
from photoorg.ui.viewer.photo_canvas import PhotoCanvas
from photoorg.ui.viewer.photo_facts import Facts
from photoorg.ui.viewer.photo_reader import PhotoReader
from photoorg.ui.viewer.slideshow import Slides
from photoorg.ui.viewer.viewer_bar import ViewerBar
from photoorg.ui.viewer.viewer_info import ViewerInfo
from photoorg.ui.viewer.viewer_keys import acts
from photoorg.ui.viewer.viewer_menu import show_menu


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
        self._reader = PhotoReader(self)
        self.canvas = PhotoCanvas()
        self.info = ViewerInfo(thumbnails)
        self.bar = ViewerBar()
        self.strip = FilmStrip(thumbnails)
        self.tools = FaceTools(session, thumbnails, self.canvas, self)
        self.face_actions = self.tools.actions
        self.slides = Slides(self, self.bar.slides, hidden=(self.bar, self.strip, self.info))
        self.comparison = Comparison(self.canvas, self._reader, thumbnails, self.bar.compare)
        self.info.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.comparison.canvas, 1)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.info)
        column.addLayout(row, 1)
        column.addWidget(self.strip)
        self.setFocusProxy(self.canvas)
        self._connect()

    def _connect(self) -> None:
        self._reader.decoded.connect(self._show_decoded)
        self._reader.failed.connect(self._show_failure)
        self.thumbnails.ready.connect(self._thumbnail_ready)
        self.thumbnails.photosReplaced.connect(self._read_again)
        self.canvas.menuRequested.connect(self._menu)
        self.canvas.zoomChanged.connect(self._show_zoom)
        self.bar.back.clicked.connect(self.goBack)
        self.bar.before.clicked.connect(lambda: self.step(-1))
        self.bar.after.clicked.connect(lambda: self.step(1))
        self.bar.faces.toggled.connect(self.canvas.show_boxes)
        self.bar.details.toggled.connect(self.info.setVisible)
        self.bar.zoom.clicked.connect(self._toggle_zoom)
        self.info.faceChosen.connect(self.tools.open_or_name)
        self.info.facePointedAt.connect(self.canvas.choose_face)
        self.info.folderWanted.connect(self._show_in_folder)
        self.info.dateWanted.connect(lambda photo: ask_date(self.session, [photo], self))
        self.tools.openPerson.connect(self.openPerson)
        self.strip.wanted.connect(self._go_to)
        self.bar.draw.clicked.connect(self.tools.draw)
        self.slides.due.connect(self._next_slide)
        self.slides.turned.connect(lambda: self.refresh(Changed()))
        self.comparison.onward.connect(lambda: self.step(1 if self._ids[self._at + 1 :] else -1))
        self.comparison.wanted.connect(self._go_to_photo)
        self._acts = acts(
            *(self.bar, self.canvas, self.tools, self.slides, self.comparison),
            step=self.step,
            leave=self._leave,
        )

    def bars(self) -> list[QWidget]:
        return [self.strip]

    # --- what is shown ------------------------------------------------------------------

    @property
    def title(self) -> str:
        return shown(self._photo.path.name) if self._photo is not None else tr("Photo")

    @property
    def photo_id(self) -> int | None:
        """The photo that is shown."""
        return self._photo.id if self._photo is not None else None

    def open(self, visit: Visit) -> None:
        """Show a photo; the arrow keys walk through those of the visit."""
        photo_id, among = visit.photo_id, visit.photo_ids
        self.comparison.end()
        self.canvas.meant = visit.face_ids
        self._ids = list(among) if photo_id in among else [photo_id]
        self.strip.show_walk(self._ids)
        self.tools.naming.read_names()
        self._go_to(self._ids.index(photo_id))
        self.bar.compare.setChecked(visit.compared)
        self.canvas.setFocus()

    def place(self, visit: Visit) -> Visit:
        """Return the photo at which the walk has ended."""
        two = self.comparison.photo is not None
        return replace(visit, photo_id=self.photo_id or visit.photo_id, compared=two)

    def step(self, by: int) -> None:
        """Go to the photo ``by`` places further; the first and the last one stop."""
        target = min(max(self._at + by, 0), len(self._ids) - 1)
        if target != self._at:
            self._go_to(target)

    def refresh(self, changed: Changed) -> None:
        if self._photo is None:
            return
        if Kind.PEOPLE in changed:
            self.tools.naming.read_names()
        try:
            photo = self.session.library.photos.get(self._photo.id)
        except UsageError:
            self._go_to(self._at)
            return
        except PhotoorgError:
            self.goBack.emit()
            return
        if photo.missing and not self._photo.missing and not self.tools.busy:
            self._leave_missing()
            return
        self._photo = photo
        if Kind.PHOTOS in changed:
            self.info.show_photo(self._photo, self._places(self._photo))
            self.bar.show_photo(self._photo, self._at, len(self._ids))
            self.canvas.turn(photo.turned)
            self.comparison.walk_to(photo)
        self._show_faces(photo)

    def close(self) -> bool:
        """Wait for the decoding thread."""
        self.slides.stop()
        self._reader.close()
        return super().close()

    def _next_slide(self) -> None:
        if self._at + 1 < len(self._ids):
            self.step(1)
        else:
            self.slides.stop()

    def _leave_missing(self) -> None:
        """Go on from a photo whose file has been deleted; all that was said of it is kept."""
        name = self.title
        del self._ids[self._at]
        self.strip.show_walk(self._ids)
        if self._ids:
            self._go_to(min(self._at, len(self._ids) - 1))
            self.session.say(tr("{name} is not there any more; this is the next photo", name=name))
        else:
            self.session.say(tr("{name} is not there any more", name=name))
            self.goBack.emit()

    def _go_to(self, at: int) -> None:
        self.tools.stop()
        try:
            photo = self.session.library.photos.get(self._ids[at])
        except UsageError:
            self._at = at
            self._leave_missing()
            return
        except PhotoorgError as error:
            self.session.failed.emit(str(error))
            self.goBack.emit()
            return
        self._at, self._photo = at, photo
        self.canvas.show_photo(photo.width, photo.height, self.thumbnails.photo(photo.id))
        self.canvas.setAccessibleName(shown(photo.path.name))
        self.info.show_photo(photo, self._places(photo))
        self.info.show_facts(Facts())
        self.bar.show_photo(photo, at, len(self._ids))
        self.strip.show_place(at)
        self.comparison.walk_to(photo)
        self._show_faces(photo)
        self._show_decoded(photo.path)
        self._reader.ask([photo.path, *self.comparison.paths, *self._neighbours()])
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
        for at in (self._at + 1, self._at - 1, self._at + 2):
            if 0 <= at < len(self._ids):
                try:
                    paths.append(self.session.library.photos.get(self._ids[at]).path)
                except PhotoorgError:  # gone meanwhile: told when somebody goes there
                    continue
        return paths

    def _show_faces(self, photo: Photo) -> None:
        faces = self.session.library.faces.of_photo(photo.id)
        self.tools.show(photo, faces)
        bare = self.slides.running or photo.seconds is not None  # a video's are in other frames
        self.canvas.show_faces([] if bare else faces)
        self.info.show_faces(faces)
        self.bar.faces.setEnabled(bool(faces))

    def _show_decoded(self, path: Path) -> None:
        decoded = self._reader.get(path)
        if self._photo is not None and path == self._photo.path and decoded is not None:
            self.canvas.show_decoded(decoded, self._photo.turned)
            self.info.show_facts(decoded.facts)

    def _show_failure(self, path: Path, reason: str) -> None:
        if self._photo is not None and path == self._photo.path:
            self.canvas.show_message(f"{shown(path.name)}: {retold(reason)}")

    def _thumbnail_ready(self, kind: str, photo_id: int) -> None:
        if kind == "photo" and photo_id == self.photo_id:
            picture = self.thumbnails.photo(photo_id)
            if picture is not None:
                self.canvas.show_preview(picture)

    # --- keys and buttons ---------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._acts.get(Qt.Key(direction.key(event.key())))
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if act is None or event.modifiers() & control:
            super().keyPressEvent(event)
        else:
            act()

    def _leave(self) -> None:
        """Go back: from two photos to one, from that to where one came from."""
        if not self.comparison.end():
            self.goBack.emit()

    def _go_to_photo(self, photo_id: int) -> None:
        if photo_id in self._ids:
            self._go_to(self._ids.index(photo_id))

    def _toggle_zoom(self) -> None:
        (self.canvas.actual_size if self.canvas.fitted else self.canvas.fit)()

    def _show_zoom(self, zoom: float) -> None:
        self.bar.show_zoom(zoom * self.devicePixelRatioF(), fitted=self.canvas.fitted)
        self.tools.naming.follow()

    def _show_in_folder(self) -> None:
        if self._photo is not None:
            show_files([self._photo.path])

    def _menu(self, face_id: int | None, at: QPoint) -> None:
        others = {tr("Show in folder"): self._show_in_folder}
        others[tr("Change the date…")] = self.info.change_date.click
        show_menu(self, self.tools, face_id, at, others)

    # --- faces --------------------------------------------------------------------------

    def start_naming(self, face_id: int) -> None:
        """Let a face's name be typed below it."""
        self.tools.start_naming(face_id)
