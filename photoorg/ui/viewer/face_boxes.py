"""Drawing boxes around faces, and their names below them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from photoorg.library import Face
from photoorg.tr import kept, retold
from photoorg.ui import theme
from photoorg.ui.theme import Tokens

ADD_NAME = kept("Add name")
_GAP, _PADDING = 6, 10
_TRIES = 4
_ON_PHOTO, _SHADE = QColor(255, 255, 255), QColor(18, 16, 14, 168)
"""Over photos the same in light and dark: white, legible on its own shade on any picture."""


@dataclass(frozen=True, slots=True)
class FaceBox:
    """A face with the places of its box and of its name on the screen."""

    face: Face
    box: QRectF
    label: QRectF

    def contains(self, point: QPointF) -> bool:
        """Tell whether a point is on the box, on the name, or on the way between them."""
        reach = self.box.adjusted(0, 0, 0, _GAP + self.label.height() / 2)
        return reach.contains(point) or self.label.contains(point)


def words_below(face: Face) -> str:
    """Return what stands below a face: its name, with a question mark where nobody said it."""
    if face.person_name is None:
        return retold(ADD_NAME)
    return face.person_name if face.sure else f"{face.person_name}?"


def place_boxes(
    faces: Sequence[tuple[Face, QRectF]], seen: QRectF, *, apart: bool
) -> list[FaceBox]:
    """Place the names of faces below their boxes, and inside of ``seen`` if the box is seen there.

    ``apart`` keeps names off each other.
    """
    metrics = QFontMetrics(theme.font(theme.BODY))
    placed: list[FaceBox] = []
    for face, box in faces:
        width = metrics.horizontalAdvance(words_below(face)) + 2 * _PADDING
        height = metrics.height() + 8
        label = QRectF(box.center().x() - width / 2, box.bottom() + _GAP, width, height)
        if box.intersects(seen):
            _move_inside(label, seen)
        upwards = False
        for _ in range(_TRIES if apart else 0):
            hit = next((other for other in placed if other.label.intersects(label)), None)
            if hit is None:
                break
            label.moveTop(hit.label.bottom() + 2)
            upwards = upwards or label.bottom() > seen.bottom() >= hit.label.bottom()
            if upwards:
                label.moveBottom(hit.label.top() - 2)
        placed.append(FaceBox(face, box, label))
    return placed


def _move_inside(label: QRectF, seen: QRectF) -> None:
    """Move what would stand beyond an edge; of what is wider than ``seen`` the beginning stays."""
    label.moveBottom(min(label.bottom(), seen.bottom() - _GAP))
    label.moveTop(max(label.top(), seen.top() + _GAP))
    label.moveRight(min(label.right(), seen.right() - _GAP))
    label.moveLeft(max(label.left(), seen.left() + _GAP))


def box_at(point: QPointF, boxes: Sequence[FaceBox]) -> FaceBox | None:
    """Return the face whose box or name is at ``point``; of several the smallest."""
    on_name = [box for box in boxes if box.label.contains(point)]
    hit = on_name or [box for box in boxes if box.contains(point)]
    return min(hit, key=lambda box: box.box.width() * box.box.height(), default=None)


def paint_box(
    painter: QPainter, shown: FaceBox, colors: Tokens, *, chosen: bool, outlined: bool = True
) -> None:
    """Draw the box, if it is ``outlined``, and the name; ``chosen`` for the face keys act on."""
    if outlined:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_SHADE, 4 if chosen else 3))
        painter.drawRoundedRect(shown.box, theme.RADIUS, theme.RADIUS)
        painter.setPen(QPen(_ON_PHOTO, 2.5 if chosen else 1.5))
        painter.drawRoundedRect(shown.box, theme.RADIUS, theme.RADIUS)
    inviting = chosen and shown.face.person_name is None
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.accent if inviting else _SHADE)
    painter.drawRoundedRect(shown.label, theme.RADIUS, theme.RADIUS)
    painter.setFont(theme.font(theme.BODY))
    painter.setPen(colors.accent_text if inviting else _ON_PHOTO)
    painter.drawText(shown.label, Qt.AlignmentFlag.AlignCenter, words_below(shown.face))
