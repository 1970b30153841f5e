"""Drawing the line above a section of tiles: title, number, and an arrow if it can be folded."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from photoorg.ui import icons, theme
from photoorg.ui.theme import Tokens


def paint_heading(
    painter: QPainter,
    rect: QRect,
    title: str,
    number: str,
    colors: Tokens,
    *,
    folded: bool | None = None,
    hint: str = "",
    link: str = "",
    focused: bool = False,
    hovered: bool = False,
) -> QRect:
    """Draw a heading and return where its ``link`` stands; empty without one.

    ``folded`` None means that it cannot be folded; ``hint`` and ``link`` stand behind the number:
    what there is to know, and what a click does.
    """
    there, high = QRect(), theme.scaled(30)
    baseline = rect.bottom() - theme.scaled(16)
    strong = theme.font(theme.STRONG, strong=True)
    painter.setFont(strong)
    painter.setPen(colors.text)
    words = QFontMetrics(strong).elidedText(title, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(QPoint(rect.left(), baseline), words)
    x = rect.left() + QFontMetrics(strong).horizontalAdvance(words) + 8
    plain = theme.font(theme.BODY)
    painter.setFont(plain)
    painter.setPen(colors.text_muted)
    painter.drawText(QPoint(x, baseline), number)
    x += QFontMetrics(plain).horizontalAdvance(number)
    if hint:
        room = rect.right() - x - 16
        room -= 16 + QFontMetrics(plain).horizontalAdvance(link) if link else 0
        hint = QFontMetrics(plain).elidedText(hint, Qt.TextElideMode.ElideRight, max(0, room))
        painter.drawText(QPoint(x + 16, baseline), hint)
        x += 16 + QFontMetrics(plain).horizontalAdvance(hint)
    if folded is not None:
        ratio = painter.device().devicePixelRatioF()
        color = colors.text if hovered else colors.text_muted
        picture = icons.pixmap("forward" if folded else "down", color, 14, ratio)
        painter.drawPixmap(QPoint(x + 8, baseline - 11), picture)
        x += 22
    if link:
        plain.setUnderline(hovered)
        painter.setFont(plain)
        painter.setPen(colors.accent)
        painter.drawText(QPoint(x + 16, baseline), link)
        wide = QFontMetrics(plain).horizontalAdvance(link)
        there = QRect(x + 8, baseline - high * 2 // 3, wide + 16, high)
        x += 16 + wide
    if focused:
        painter.setPen(QPen(colors.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(rect.left() - 8, baseline - high * 2 / 3, x - rect.left() + 16, high)
        painter.drawRoundedRect(ring, theme.RADIUS, theme.RADIUS)
    return there
