"""Everything the viewer does with the faces of the photo it shows: name, draw, move, delete."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from photoorg.jobs.messages import shown
from photoorg.jobs.photo_request import PhotoRequest
from photoorg.library import Face, Photo
from photoorg.library.decisions import turning
from photoorg.library.decisions.turning import Way
from photoorg.tr import tr
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.viewer.box_drawing import BoxDrawing
from photoorg.ui.viewer.face_naming import FaceNaming
from photoorg.ui.viewer.photo_canvas import PhotoCanvas
from photoorg.ui.viewer.viewer_faces import FaceActions

TURNED_MS = 1500
"""A photo that was turned is searched so much later: it may take another turn to stand upright."""


class FaceTools(QObject):
    """Acts on the faces that :meth:`show` was told of; ``openPerson`` goes up to the window."""

    openPerson = Signal(int)

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, canvas: PhotoCanvas, page: QWidget
    ) -> None:
        super().__init__(page)
        self._session = session
        self._canvas = canvas
        self._photo: Photo | None = None
        self._look_when_named = False
        self._search_soon = QTimer(self, singleShot=True, interval=TURNED_MS)
        self._search_soon.timeout.connect(self.search_harder)
        self.faces: list[Face] = []
        self.actions = FaceActions(session, thumbnails, page)
        self.naming = FaceNaming(session, thumbnails, canvas, self.actions)
        self.drawing = BoxDrawing(canvas, self.actions)
        self.actions.openPerson.connect(self.openPerson)
        self.actions.nameWanted.connect(self.start_naming)
        self.actions.boxWanted.connect(self._reshape)
        self.actions.drawn.connect(self._drawn)
        self.actions.reshaped.connect(self._look_at_photo)
        self.naming.ended.connect(self._naming_ended)
        canvas.nameClicked.connect(self.start_naming)

    @property
    def busy(self) -> bool:
        """Whether something is being typed or drawn that would be lost by going on."""
        return self.naming.active or self.drawing.active

    def show(self, photo: Photo, faces: Sequence[Face]) -> None:
        """Act on these faces of a photo from now on."""
        self._photo, self.faces = photo, list(faces)

    def stop(self) -> None:
        """Close what is being typed or drawn, and have a turned photo searched without waiting."""
        self._search_if_turned()
        self.naming.stop()
        self.drawing.stop()

    def face(self, face_id: int | None) -> Face | None:
        """Return one of the faces."""
        return next((face for face in self.faces if face.id == face_id), None)

    # --- names --------------------------------------------------------------------------

    def start_naming(self, face_id: int) -> None:
        """Let a face's name be typed below it."""
        face = self.face(face_id)
        if face is not None:
            self.naming.start(face)

    def name_current(self) -> None:
        """Begin with the face at hand, or else with the first that nobody named."""
        face = self._canvas.current_face
        face = face or next((face for face in self.faces if face.person_name is None), None)
        if face is not None:
            self.start_naming(face.id)
        elif self.faces:
            self._session.say(tr("Point at a face, or choose one with Tab, then press N"))

    def open_or_name(self, face_id: int) -> None:
        """Open whoever has a name; let that of others be typed."""
        face = self.face(face_id)
        if face is not None and face.person_name is not None and face.person_id is not None:
            self.openPerson.emit(face.person_id)
        else:
            self.start_naming(face_id)

    # --- boxes --------------------------------------------------------------------------

    def draw(self) -> None:
        """Let a box be drawn around a face that was not found."""
        if self._photo is not None:
            self.naming.stop()
            self.drawing.draw(self._photo.id)
            self._session.say(
                tr("Drag a box around the face, or place it with the arrows and Enter")
            )

    def reshape_current(self) -> None:
        """Let the box of the face at hand be moved and resized."""
        self._with_current(lambda face: self._reshape(face.id))

    def erase_current(self) -> None:
        """Delete the box of the face at hand, if it was drawn."""
        self._with_current(self._erase)

    def search_harder(self) -> None:
        """Have the photo searched for faces that the first search has missed."""
        self._look_at_photo(harder=True)

    # --- turning ------------------------------------------------------------------------

    def turn(self, way: Way) -> None:
        """Turn the photo; once it stands as it should, it is searched as it stands then."""
        if self._photo is not None and self._session.perform(turning.turn, self._photo.id, way):
            self._search_soon.start()
            self._session.say(tr("The photo is turned"), undoable=True)

    def _search_if_turned(self) -> None:
        if self._search_soon.isActive():
            self._search_soon.stop()
            self.search_harder()

    def _reshape(self, face_id: int) -> None:
        face = self.face(face_id)
        if face is not None:
            self.naming.stop()
            self.drawing.reshape(face)

    def _erase(self, face: Face) -> None:
        if face.erasable:
            self.actions.erase(face)
        else:
            self._session.say(tr("Only a box that you drew can be deleted; this face was found"))

    def _with_current(self, act: Callable[[Face], None]) -> None:
        face = self._canvas.current_face
        if face is not None:
            act(face)
        elif self.faces:
            self._session.say(tr("Point at a face, or choose one with Tab"))

    def _drawn(self, face_id: int) -> None:
        """Ask at once who it is; the models look at the face once that is said."""
        self._canvas.choose_face(face_id)
        self._look_when_named = True
        self.start_naming(face_id)

    def _naming_ended(self) -> None:
        if self._look_when_named:
            self._look_when_named = False
            self._look_at_photo()

    def _look_at_photo(self, *, harder: bool = False) -> None:
        session, photo = self._session, self._photo
        if photo is not None:
            path, name = session.library.path, shown(photo.path.name)
            job = PhotoRequest(path, photo.id, name, session.settings, session.models, harder)
            session.photoJobWanted.emit(job)
