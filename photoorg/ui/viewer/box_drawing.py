"""Boxes around faces, drawn and put right on the canvas of the viewer."""

from PySide6.QtCore import QObject

from photoorg.library import Face
from photoorg.types import Box
from photoorg.ui.viewer.box_editor import BoxEditor
from photoorg.ui.viewer.photo_canvas import PhotoCanvas
from photoorg.ui.viewer.viewer_faces import FaceActions


class BoxDrawing(QObject):
    """Edits one box at a time: that of a face, or a new one in a photo."""

    def __init__(self, canvas: PhotoCanvas, actions: FaceActions) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._actions = actions
        self._photo_id: int | None = None
        self._face: Face | None = None
        self.editor = BoxEditor(canvas.place, canvas)
        self.editor.done.connect(self._done)
        self.editor.left.connect(self._left)
        canvas.zoomChanged.connect(lambda _: self.editor.follow())

    @property
    def active(self) -> bool:
        """Whether a box is being edited."""
        return self._photo_id is not None or self._face is not None

    def draw(self, photo_id: int) -> None:
        """Let a box be drawn around a face that is in no list yet."""
        self._photo_id, self._face = photo_id, None
        self.editor.begin()

    def reshape(self, face: Face) -> None:
        """Let the box of a face be moved and resized."""
        self._photo_id, self._face = None, face
        self.editor.begin(face.box)

    def stop(self) -> None:
        """Leave everything as it is."""
        self._photo_id, self._face = None, None
        self.editor.end()

    def _left(self) -> None:
        self.stop()
        self._canvas.setFocus()

    def _done(self, box: Box) -> None:
        photo_id, face = self._photo_id, self._face
        self._left()
        if face is not None:
            self._actions.reshape(face, box)
        elif photo_id is not None:
            self._actions.draw(photo_id, box)
