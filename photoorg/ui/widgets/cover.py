"""Drawing a face's thumbnail with round corners or as a circle, once per thumbnail."""

from collections import OrderedDict
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle

from photoorg.ui import icons
from photoorg.ui.theme import Tokens

KEPT = 600


class Covers:
    """Thumbnails cut to their shape, kept so that scrolling only copies pixels."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, int, float], QPixmap] = OrderedDict()

    def paint(
        self, painter: QPainter, rect: QRect, picture: QPixmap | None, radius: float, colors: Tokens
    ) -> None:
        """Draw ``picture`` into a square, or the quiet shape where it is not loaded yet."""
        if picture is None:
            paint_absent(painter, rect, radius, colors)
            return
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self.cut(picture, rect.width(), radius, ratio))

    def cut(self, source: QPixmap, side: int, radius: float, ratio: float) -> QPixmap:
        """Return ``source``, square-cropped, ``side`` logical pixels wide with round corners."""
        key = (source.cacheKey(), side, radius)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = _cut(source, round(side * ratio), radius * ratio)
            found.setDevicePixelRatio(ratio)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found


def _cut(source: QPixmap, pixels: int, radius: float) -> QPixmap:
    cut = QPixmap(pixels, pixels)
    cut.fill(Qt.GlobalColor.transparent)
    short = min(source.width(), source.height())
    middle = QRect((source.width() - short) // 2, (source.height() - short) // 2, short, short)
    painter = QPainter(cut)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(cut.rect(), source, middle)
    # a mask made once is ten times quicker than clipping every picture to a path
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawPixmap(0, 0, _mask(pixels, radius))
    painter.end()
    return cut


@lru_cache(maxsize=64)
def _mask(pixels: int, radius: float) -> QPixmap:
    """Return a black square with round corners."""
    mask = QPixmap(pixels, pixels)
    mask.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mask)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawRoundedRect(QRectF(0, 0, pixels, pixels), radius, radius)
    painter.end()
    return mask


def paint_absent(painter: QPainter, rect: QRect, radius: float, colors: Tokens) -> None:
    """Draw the quiet shape that stands where a thumbnail is not loaded yet.

    Filling a path is many times quicker here than copying a picture with soft corners.
    """
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect), radius, radius)
    painter.fillPath(shape, colors.placeholder)


def paint_ring(
    painter: QPainter, rect: QRect, radius: float, color: QColor, width: float, away: float
) -> None:
    """Draw a ring ``away`` pixels outside ``rect``."""
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = away + width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(-out, -out, out, out), radius + out, radius + out)


def paint_states(
    painter: QPainter, rect: QRect, radius: float, state: QStyle.StateFlag, colors: Tokens
) -> None:
    """Draw inside a picture whether it is selected, and whether the keys are for it.

    Inside, because what lies around a grid would cut off the rest.
    """
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected:
        paint_ring(painter, rect, radius, colors.accent, 3, -3)
        paint_check(painter, QPointF(rect.topLeft()) + QPointF(15, 15), colors)
    if state & QStyle.StateFlag.State_HasFocus:
        inside = rect.adjusted(5, 5, -5, -5) if selected else rect.adjusted(2, 2, -2, -2)
        paint_ring(painter, inside, radius, colors.surface, 1.5, 0)
        paint_ring(painter, rect, radius, colors.focus, 2, -2)


def paint_check(painter: QPainter, corner: QPointF, colors: Tokens) -> None:
    """Draw the badge of a selected tile, centred at ``corner``."""
    painter.setPen(QPen(colors.surface, 2))
    painter.setBrush(colors.accent)
    painter.drawEllipse(corner, 11, 11)
    ratio = painter.device().devicePixelRatioF()
    picture = icons.pixmap("check", colors.accent_text, 14, ratio)
    painter.drawPixmap(corner - QPointF(7, 7), picture)


def paint_pill(painter: QPainter, rect: QRect, text: str, colors: Tokens) -> None:
    """Draw ``text`` in a filled pill in the middle of ``rect``, elided to a generous width."""
    metrics = painter.fontMetrics()
    room = rect.width() + 40
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - 20)
    width = metrics.horizontalAdvance(shown) + 20
    height = metrics.height() + 10
    pill = QRectF(0, 0, width, height)
    pill.moveCenter(QPointF(rect.center()))
    path = QPainterPath()
    path.addRoundedRect(pill, height / 2, height / 2)
    painter.fillPath(path, colors.accent)
    painter.setPen(colors.accent_text)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
