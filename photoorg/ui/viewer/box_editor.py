"""A box over the photo that is drawn, moved and resized, by mouse or by keys alone."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from photoorg.tr import tr
from photoorg.types import Box
from photoorg.ui import theme
from photoorg.ui.viewer.photo_place import PhotoPlace

_SHADE = QColor(18, 16, 14, 110)
_LINE = QColor(255, 255, 255)
_HANDLE = 10
_REACH = 14
_STEP, _FINE = 12.0, 1.0
_BEGINS = 4
_FIRST = 0.25
"""The box that stands there first, as a share of the shorter side of what is seen."""

_Key = Qt.Key
_WAYS = {
    _Key.Key_Left: QPointF(-1, 0),
    _Key.Key_Right: QPointF(1, 0),
    _Key.Key_Up: QPointF(0, -1),
    _Key.Key_Down: QPointF(0, 1),
}


class BoxEditor(QWidget):
    """Lies over the canvas while a box is edited, and keeps mouse and keys to itself.

    ``done`` carries the box in pixels of the photo, ``left`` says that it stays as it was. Dragging
    on the photo draws a new box and is done when the mouse is let go, as is dragging the box or one
    of its handles. Arrows move the box, with Shift they resize it, with Ctrl by single pixels;
    Enter is done and Esc leaves.
    """

    done = Signal(object)
    left = Signal()

    def __init__(self, place: PhotoPlace, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._place = place
        self._canvas = canvas
        self._box: QRectF = QRectF()  # in pixels of the photo
        self._drag: QPointF | None = None
        self._sides = (0, 0)
        self._moves = False
        self._draws = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Box around a face"))
        self.setAccessibleDescription(
            tr("Arrows move it, with Shift they resize it; Enter is done, Esc leaves")
        )
        self.hide()

    def begin(self, box: Box | None = None) -> None:
        """Edit a box; without one, draw a new one, of which a first one stands in the middle."""
        self._draws = box is None
        self._box = QRectF(*box) if box is not None else self._first()
        self._drag = None
        self.setGeometry(self._canvas.rect())
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.show()
        self.raise_()
        self.setFocus()

    def follow(self) -> None:
        """Lie over the whole canvas, whose photo may have moved."""
        if self.isVisible():
            self.setGeometry(self._canvas.rect())
            self.update()

    def end(self) -> None:
        """Stop editing, whatever stands there."""
        self._drag = None
        if self.hasFocus():
            self._canvas.setFocus()
        self.hide()

    def box_on_screen(self) -> QRectF:
        """Return where the box is in the widget."""
        return QRectF(
            self._place.to_widget(self._box.topLeft()),
            self._place.to_widget(self._box.bottomRight()),
        )

    def _first(self) -> QRectF:
        seen = self._place.rect.intersected(QRectF(self._canvas.rect()))
        side = _FIRST * min(seen.width(), seen.height())
        on_screen = QRectF(QPointF(), QSizeF(side, side))
        on_screen.moveCenter(seen.center())
        return self._to_photo(on_screen)

    def _to_photo(self, box: QRectF) -> QRectF:
        corners = (self._place.to_photo(box.topLeft()), self._place.to_photo(box.bottomRight()))
        return QRectF(*corners).normalized().intersected(QRectF(QPointF(), self._place.photo))

    def _finish(self) -> None:
        self.end()
        box = self._box.normalized()
        self.done.emit(Box(box.x(), box.y(), box.width(), box.height()))

    # --- mouse --------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._drag, self._moves = event.position(), False
        self._sides = self._sides_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._drag is None:
            self._show_cursor(event.position())
            return
        step = event.position() - self._drag
        if not self._moves and step.manhattanLength() < _BEGINS:
            return
        on_screen = self.box_on_screen()
        if self._sides != (0, 0):
            on_screen = _resized(on_screen, self._sides, step)
            self._drag = event.position()
        elif self._moves_whole(self._drag):
            on_screen.translate(step)
            self._drag = event.position()
        else:
            on_screen = QRectF(self._drag, event.position()).normalized()
        self._moves = True
        self._box = self._to_photo(on_screen)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        dragged = self._drag is not None and self._moves
        self._drag = None
        if dragged:
            self._finish()

    def _moves_whole(self, at: QPointF) -> bool:
        """Tell whether a drag moves the box: a new one is drawn wherever it begins."""
        return not self._draws and self.box_on_screen().contains(at)

    def _sides_at(self, point: QPointF) -> tuple[int, int]:
        """Return which sides a drag from there moves: -1 left or upper, 1 right or lower, 0 none.

        A new box is drawn from wherever the drag begins.
        """
        box = self.box_on_screen()
        near = box.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        if self._draws or not near.contains(point):
            return 0, 0
        reach = min(_REACH, box.width() / 3, box.height() / 3)
        across = _side(point.x(), box.left(), box.right(), reach)
        return across, _side(point.y(), box.top(), box.bottom(), reach)

    def _show_cursor(self, point: QPointF) -> None:
        cursors = Qt.CursorShape
        across, down = self._sides_at(point)
        if across and down:
            shape = cursors.SizeFDiagCursor if across == down else cursors.SizeBDiagCursor
        elif across or down:
            shape = cursors.SizeHorCursor if across else cursors.SizeVerCursor
        else:
            shape = cursors.SizeAllCursor if self._moves_whole(point) else cursors.CrossCursor
        self.setCursor(shape)

    # --- keys ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no key means anything else meanwhile
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        event.accept()
        if key in (_Key.Key_Return, _Key.Key_Enter):
            self._finish()
        elif key == _Key.Key_Escape:
            self.end()
            self.left.emit()
        elif key in _WAYS:
            self._step(_WAYS[key], event.modifiers())

    def _step(self, way: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        fine = modifiers & Qt.KeyboardModifier.ControlModifier
        step = way * (_FINE if fine else _STEP)
        on_screen = self.box_on_screen()
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            on_screen = _resized(on_screen, (1, 1), step)
        else:
            on_screen.translate(step)
            photo = self._place.rect  # a box at the edge stops there and keeps its size
            on_screen.moveLeft(
                max(photo.left(), min(on_screen.left(), photo.right() - on_screen.width()))
            )
            on_screen.moveTop(
                max(photo.top(), min(on_screen.top(), photo.bottom() - on_screen.height()))
            )
        if min(on_screen.width(), on_screen.height()) > 2 * _BEGINS:
            self._box = self._to_photo(on_screen)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.box_on_screen()
        painter.setClipRegion(event.region().subtracted(box.toAlignedRect()))
        painter.fillRect(self.rect(), _SHADE)
        painter.setClipping(False)
        painter.setPen(QPen(_SHADE, 4))
        painter.drawRect(box)
        painter.setPen(QPen(_LINE, 2))
        painter.drawRect(box)
        painter.setPen(QPen(_SHADE, 1))
        painter.setBrush(theme.tokens_of(self).accent)
        for x in (box.left(), box.center().x(), box.right()):
            for y in (box.top(), box.center().y(), box.bottom()):
                if QPointF(x, y) != box.center():
                    half = _HANDLE / 2
                    painter.drawEllipse(QPointF(x, y), half, half)


def _side(at: float, low: float, high: float, reach: float) -> int:
    if abs(at - low) <= reach:
        return -1
    return 1 if abs(at - high) <= reach else 0


def _resized(box: QRectF, sides: tuple[int, int], step: QPointF) -> QRectF:
    across, down = sides
    return box.adjusted(
        step.x() if across < 0 else 0,
        step.y() if down < 0 else 0,
        step.x() if across > 0 else 0,
        step.y() if down > 0 else 0,
    )
