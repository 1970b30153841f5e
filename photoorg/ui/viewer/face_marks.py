"""The faces of the photo for screen readers, and where the focus is among them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from photoorg.library import Face
from photoorg.tr import tr
from photoorg.ui import words


class FaceMarks(QObject):
    """One :class:`FaceMark` over each face, in order; the canvas paints what is seen of them."""

    pressed = Signal(int)
    focused = Signal(int)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._marks: dict[int, FaceMark] = {}

    def show(self, faces: Sequence[Face]) -> None:
        """Stand for these faces; the focus stays on the one it is on."""
        if list(self._marks) != [face.id for face in faces]:
            self._make(faces)
        for place, face in enumerate(faces, 1):
            mark = self._marks[face.id]
            mark.setAccessibleName(words_of(face))
            count = words.number(len(faces))
            told = tr("Face {place} of {count}", place=words.number(place), count=count)
            mark.setAccessibleDescription(told)

    def place(self, boxes: Iterable[QRectF]) -> None:
        """Lie where the faces are now, in the order in which they are shown."""
        for mark, box in zip(self._marks.values(), boxes, strict=True):
            mark.setGeometry(box.toAlignedRect())

    def focus(self, face_id: int | None) -> None:
        """Put the focus on a face; None puts it back on the canvas."""
        (self._canvas if face_id is None else self._marks[face_id]).setFocus()

    def at_focus(self) -> int | None:
        """Return the face that has the focus."""
        return next((face for face, mark in self._marks.items() if mark.hasFocus()), None)

    def _make(self, faces: Sequence[Face]) -> None:
        before = self.at_focus()
        if before is not None:
            self._canvas.setFocus()
        for mark in self._marks.values():
            mark.hide()
            mark.deleteLater()
        self._marks = {face.id: FaceMark(face.id, self, self._canvas) for face in faces}
        if before in self._marks:
            self.focus(before)


class FaceMark(QAbstractButton):
    """Nothing of it is painted, and the mouse goes past it."""

    def __init__(self, face_id: int, marks: FaceMarks, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._face_id = face_id
        self._marks = marks
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Tab comes here by way of the canvas, which knows the order of the faces
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(lambda: marks.pressed.emit(face_id))
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._marks.focused.emit(self._face_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()  # all other keys are the viewer's, also Space


def words_of(face: Face) -> str:
    """Return whose face it is, as far as that is known."""
    if face.person_name is None:
        return tr("Not named yet")
    if face.sure:
        return face.person_name
    return tr("Perhaps {person}", person=face.person_name)
