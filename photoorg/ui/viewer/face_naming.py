"""The field in which the name of a face in the viewer is typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from photoorg.errors import PhotoorgError
from photoorg.library import Face, Person
from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.models.known_names import KnownNames, known_names
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.viewer.photo_canvas import PhotoCanvas
from photoorg.ui.viewer.viewer_faces import FaceActions
from photoorg.ui.widgets.name_field import NameField

_WIDTH, _HEIGHT, _EDGE = 220, 36, 8


class FaceNaming(QObject):
    """One field at a time, below the face it is about; ``ended`` tells that it is closed."""

    ended = Signal()

    def __init__(
        self,
        session: Session,
        thumbnails: ThumbnailLoader,
        canvas: PhotoCanvas,
        actions: FaceActions,
    ) -> None:
        super().__init__(canvas)
        self._session = session
        self._thumbnails = thumbnails
        self._canvas = canvas
        self._actions = actions
        self._known = KnownNames()
        self._field: NameField | None = None

    @property
    def active(self) -> bool:
        """Whether a name is being typed."""
        return self._field is not None

    def read_names(self) -> None:
        """Read who has a name, to complete from."""
        self._session.reads.ask("names in the viewer", known_names, self._complete_from)

    def start(self, face: Face) -> None:
        """Let the name of a face be typed below it."""
        self.stop()
        self._session.hush()
        self._canvas.hold_face(face.id)
        field = NameField(self._known, self._canvas, self._thumbnails)
        field.person_id = face.person_id if face.person_name else None
        field.setText(face.person_name or "")
        field.selectAll()
        field.setAccessibleName(tr("Name of this face"))
        field.setGeometry(self._beside(face))
        leave = QAction(field)
        leave.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        leave.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        leave.triggered.connect(self.stop)
        field.addAction(leave)
        field.returnPressed.connect(lambda: self._take(face.id, None))
        field.chosen.connect(lambda: self._take(face.id, field.choice))
        self._field = field
        field.show()
        field.setFocus()

    def stop(self) -> None:
        """Close the field; what was typed is not taken."""
        field, self._field = self._field, None
        if field is not None:
            self._canvas.hold_face(None)
            field.hide()
            field.deleteLater()
            self._canvas.setFocus()
            self.ended.emit()

    def follow(self) -> None:
        """Stay below the face when the photo has moved."""
        face = self._canvas.current_face
        if self._field is not None and face is not None:
            self._field.setGeometry(self._beside(face))

    def _beside(self, face: Face) -> QRect:
        """Return where the field for the name of this face fits into the canvas."""
        box, canvas = self._canvas.box_of(face), self._canvas
        width, height = theme.scaled(_WIDTH), theme.scaled(_HEIGHT)
        left, top = box.center().x() - width / 2, box.bottom() + 6
        left = max(min(left, canvas.width() - width - _EDGE), _EDGE)
        top = max(min(top, canvas.height() - height - _EDGE), _EDGE)
        return QRect(round(left), round(top), width, height)

    def _complete_from(self, known: KnownNames) -> None:
        self._known = known
        if self._field is not None:
            self._field.complete_from(known)

    def _take(self, face_id: int, choice: Person | str | None) -> None:
        if self._field is None:
            return
        text = self._field.text()
        said = self._now(face_id, choice, text)
        self.stop()
        if said is not None:
            said()

    def _now(
        self, face_id: int, choice: Person | str | None, text: str
    ) -> Callable[[], None] | None:
        """Return what is to be said of the face, as it stands now: a scan may have moved it."""
        try:
            face = self._session.library.faces.get(face_id)
        except PhotoorgError as error:
            self._session.failed.emit(str(error))
            return None
        if isinstance(choice, Person):
            return lambda: self._actions.choose(face, choice)
        return lambda: self._actions.name(face, text)
