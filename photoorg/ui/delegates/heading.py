"""Drawing the line above a section of tiles: title, number, and an arrow if it can be folded."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from photoorg.ui import icons, theme
from photoorg.ui.direction import left_of, placed
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
    strong, plain = theme.font(theme.STRONG, strong=True), theme.font(theme.BODY)
    x = rect.left()

    def write(text: str, font: QFont, color: QColor, before: int) -> None:
        nonlocal x
        painter.setFont(font)
        painter.setPen(color)
        wide = QFontMetrics(font).horizontalAdvance(text)
        painter.drawText(QPoint(left_of(rect, x + before, wide), baseline), text)
        x += before + wide

    words = QFontMetrics(strong).elidedText(title, Qt.TextElideMode.ElideRight, rect.width())
    write(words, strong, colors.text, 0)
    write(number, plain, colors.text_muted, 8)
    if hint:
        room = rect.right() - x - 16
        room -= 16 + QFontMetrics(plain).horizontalAdvance(link) if link else 0
        hint = QFontMetrics(plain).elidedText(hint, Qt.TextElideMode.ElideRight, max(0, room))
        write(hint, plain, colors.text_muted, 16)
    if folded is not None:
        ratio = painter.device().devicePixelRatioF()
        color = colors.text if hovered else colors.text_muted
        picture = icons.pixmap("forward" if folded else "down", color, 14, ratio)
        painter.drawPixmap(QPoint(left_of(rect, x + 8, 14), baseline - 11), picture)
        x += 22
    if link:
        underlined = QFont(plain)
        underlined.setUnderline(hovered)
        begin = x
        write(link, underlined, colors.accent, 16)
        there = placed(rect, QRect(begin + 8, baseline - high * 2 // 3, x - begin, high))
    if focused:
        painter.setPen(QPen(colors.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = QRect(rect.left() - 8, baseline - high * 2 // 3, x - rect.left() + 16, high)
        painter.drawRoundedRect(QRectF(placed(rect, around)), theme.RADIUS, theme.RADIUS)
    return there
