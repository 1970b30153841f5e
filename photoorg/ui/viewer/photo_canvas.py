"""One photo on the screen, zoomed and moved by mouse and fingers, with boxes around its faces."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from photoorg.library import Face
from photoorg.ui import theme
from photoorg.ui.viewer.canvas_message import paint_message
from photoorg.ui.viewer.face_boxes import FaceBox, box_at, paint_box, place_boxes
from photoorg.ui.viewer.face_marks import FaceMarks
from photoorg.ui.viewer.photo_place import PhotoPlace
from photoorg.ui.viewer.photo_reader import ShownPhoto
from photoorg.ui.widgets.accessible import give_role

STEP = 1.25
SURROUND = QColor("#161514")
"""Around photos the same in light and dark: pictures look best on it."""
_DRAG_BEGINS = 4


class PhotoCanvas(QWidget):
    """Signals go up; what is shown is set with :meth:`show_photo` and :meth:`show_faces`.

    :attr:`current_face` is the face that keys act on: the one under the pointer, or the one
    chosen with Tab.
    """

    nameClicked = Signal(int)
    menuRequested = Signal(object, QPoint)
    """A face's id or None, and a point on the screen."""
    zoomChanged = Signal(float)
    """Something else of the photo is seen, or larger; carries the zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = PhotoPlace()
        self._preview: QPixmap | None = None
        self._photo: ShownPhoto | None = None
        self._turned = 0
        self._message = ""
        self._faces: list[Face] = []
        self._current: int | None = None
        self._held = False
        self._show_boxes = False
        self.meant: frozenset[int] = frozenset()  # faces whose boxes are always shown
        self._drag: QPointF | None = None
        self._moved = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        give_role(self, QAccessible.Role.Graphic)
        self._marks = FaceMarks(self)
        self._marks.pressed.connect(self.nameClicked)
        self._marks.focused.connect(self.choose_face)

    # --- what is shown ------------------------------------------------------------------

    def show_photo(self, width: int, height: int, preview: QPixmap | None) -> None:
        """Begin a photo of this size, for now by its thumbnail, fitted into the window."""
        self._photo, self._preview = None, preview
        self._held = False
        self.show_faces([])
        self.show_message("")
        self._place.show(QSizeF(width, height))
        self._zoomed()

    def show_preview(self, preview: QPixmap) -> None:
        """Show the thumbnail that has just come, unless the photo is there already."""
        if self._photo is None:
            self._preview = preview
            self.update()

    def show_decoded(self, photo: ShownPhoto, turned: int = 0) -> None:
        """Show the photo itself, turned clockwise by quarters, in place of any message.

        Zoom and place stay unless its size was not known.
        """
        self._photo, self._turned = photo, turned
        self.show_message("")
        size = QSizeF(*photo.size(turned))
        if size != self._place.photo:
            self._place.show(size)
        self._zoomed()

    def turn(self, quarters: int) -> None:
        """Show the photo turned clockwise by so many quarters."""
        if self._photo is not None and quarters != self._turned:
            self.show_decoded(self._photo, quarters)

    def show_message(self, sentence: str) -> None:
        """Say why the photo cannot be shown; nothing is said with ""."""
        self._message = sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def show_faces(self, faces: Sequence[Face]) -> None:
        """Show these faces of the photo, from left to right."""
        self._faces = list(faces)
        if self._current not in {face.id for face in faces}:
            self._current = None
        self._marks.show(faces)
        self._zoomed()

    def show_boxes(self, on: bool) -> None:  # noqa: FBT001 - the signature of a toggled signal
        """Show boxes and names of all faces, or only of the current one."""
        self._show_boxes = on
        self.update()

    # --- faces --------------------------------------------------------------------------

    @property
    def current_face(self) -> Face | None:
        """The face that keys act on; the only one where there is just one."""
        only = self._faces[0] if len(self._faces) == 1 else None
        return next((face for face in self._faces if face.id == self._current), only)

    def choose_face(self, face_id: int | None) -> None:
        """Make this the current face."""
        if face_id != self._current and not self._held:
            self._current = face_id
            self.update()

    def hold_face(self, face_id: int | None) -> None:
        """Keep this the current face wherever the pointer goes; None lets it go."""
        self._held = False
        self.choose_face(face_id)
        self._held = face_id is not None

    def step_face(self, by: int) -> bool:
        """Choose the next or previous face; False at the end, where the focus should go on."""
        ids = [face.id for face in self._faces]
        at = ids.index(self._current) + by if self._current in ids else (0 if by > 0 else -1)
        leaving = self._current in ids and not 0 <= at < len(ids)
        self.choose_face(None if leaving or not ids else ids[at])
        self._marks.focus(self._current)
        return self._current is not None

    def box_of(self, face: Face) -> QRectF:
        """Return a face's box in the widget."""
        return self._place.box(face.box)

    def _boxes(self) -> list[FaceBox]:
        faces = [(face, self.box_of(face)) for face in self._faces]
        return place_boxes(faces, QRectF(self.rect()), apart=self._show_boxes)

    # --- zoom ---------------------------------------------------------------------------

    @property
    def place(self) -> PhotoPlace:
        """Where the photo lies in the widget."""
        return self._place

    @property
    def zoom(self) -> float:
        """Logical pixels for one pixel of the photo."""
        return self._place.zoom

    @property
    def fitted(self) -> bool:
        """Whether the photo follows the size of the window."""
        return self._place.fitted

    def fit(self) -> None:
        """Show the whole photo."""
        self._place.fit()
        self._zoomed()

    def actual_size(self) -> None:
        """Show one pixel of the photo on one pixel of the screen."""
        self._zoom_to(1 / self.devicePixelRatioF(), self._place.middle)

    def zoom_by(self, factor: float) -> None:
        """Zoom around the middle."""
        self._zoom_to(self.zoom * factor, self._place.middle)

    def follow(self, other: PhotoPlace) -> None:
        """Show what another canvas shows of its photo."""
        self._place.follow(other)
        self._zoomed()

    def _zoom_to(self, zoom: float, around: QPointF) -> None:
        self._place.zoom_to(zoom, around)
        self._zoomed()

    def _zoomed(self) -> None:
        self._marks.place(map(self.box_of, self._faces))
        self.zoomChanged.emit(self.zoom)
        self.update()

    # --- painting -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(event.rect(), SURROUND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        target = self._place.rect
        if self._photo is not None:
            self._photo.paint(painter, target, self.devicePixelRatioF(), self._turned)
        elif self._preview is not None:
            painter.drawPixmap(target, self._preview, QRectF(self._preview.rect()))
        # the chosen one last: over its neighbours
        for shown in sorted(self._boxes(), key=lambda box: box.face.id == self._current):
            chosen = shown.face.id == self._current
            if self._show_boxes or chosen or shown.face.id in self.meant:
                # Of a box larger than what is seen a line would only cross the picture.
                outlined = self.fitted or QRectF(self.rect()).contains(shown.box)
                paint_box(painter, shown, colors, chosen=chosen, outlined=outlined)
        if self._message:
            below = self._preview is not None
            paint_message(painter, self.rect(), colors, self._message, below=below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place.resize(QSizeF(self.size()))
        self._zoomed()

    # --- mouse, fingers and keys --------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own signature
        return self.step_face(1 if next else -1) or super().focusNextPrevChild(next)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom_to(self.zoom * STEP ** (event.angleDelta().y() / 120), event.position())
        self._point_at(event.position())  # another face may lie there now
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            self._point_at(event.position())
            return
        step = event.position() - self._drag
        if self._moved or step.manhattanLength() >= _DRAG_BEGINS:
            self._moved = True
            self._drag = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._place.move(step)
            self._zoomed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self._drag is not None and not self._moved
        self._drag = None
        face, over_name = self._point_at(event.position())
        if clicked and face is not None and over_name:
            self.nameClicked.emit(face.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.fitted:
            self._zoom_to(max(1 / self.devicePixelRatioF(), self.zoom * 2), event.position())
        else:
            self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            face, _ = self._point_at(QPointF(event.pos()))
            self.menuRequested.emit(None if face is None else face.id, event.globalPos())
            return
        current = self.current_face
        place = self.rect().center() if current is None else self.box_of(current).center().toPoint()
        self.menuRequested.emit(None if current is None else current.id, self.mapToGlobal(place))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.choose_face(self._marks.at_focus())

    def _point_at(self, point: QPointF) -> tuple[Face | None, bool]:
        """Choose the face at ``point``; return it, and whether the point is on its name."""
        shown = box_at(point, self._boxes())
        self.choose_face(self._marks.at_focus() if shown is None else shown.face.id)
        over_name = shown is not None and shown.label.contains(point)
        cursors = Qt.CursorShape
        moving = cursors.ArrowCursor if self.fitted else cursors.OpenHandCursor
        self.setCursor(cursors.PointingHandCursor if over_name else moving)
        return None if shown is None else shown.face, over_name
