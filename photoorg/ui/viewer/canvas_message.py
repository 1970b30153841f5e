"""A sentence on the canvas, where a photo cannot be shown."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from photoorg.ui import theme
from photoorg.ui.theme import Tokens


def paint_message(
    painter: QPainter, rect: QRect, colors: Tokens, sentence: str, *, below: bool
) -> None:
    """Write a sentence in the middle of ``rect``, or ``below`` what is in the middle."""
    painter.setFont(theme.font(theme.BODY))
    room = QRectF(rect).adjusted(48, 40, -48, -40)
    room.setWidth(min(room.width(), 560))
    room.moveCenter(QPointF(rect.center()))
    flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
    text = painter.boundingRect(room, flags, sentence)
    if below:
        text.moveBottom(room.bottom())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.surface_raised)
    painter.drawRoundedRect(text.adjusted(-20, -14, 20, 14), 12, 12)
    painter.setPen(colors.text)
    painter.drawText(text, flags, sentence)
