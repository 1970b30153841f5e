"""Left and right for those who read from right to left: what is drawn by hand changes sides."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle

_OTHER = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
_OTHER_ICON = {"back": "forward", "forward": "back"}


def mirrored() -> bool:
    """Tell whether the window reads from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def placed(around: QRect, part: QRect) -> QRect:
    """Return where ``part``, as it lies when one reads from the left, lies in ``around``."""
    return QStyle.visualRect(QGuiApplication.layoutDirection(), around, part)


def left_of(around: QRect, left: int, width: int) -> int:
    """Return the left edge of a piece that is ``width`` wide and would begin at ``left``."""
    return placed(around, QRect(left, around.top(), width, 1)).left()


def point(around: QRect, at: QPoint) -> QPoint:
    """Return where a point of the screen would be if one read from the left, or the reverse."""
    return placed(around, QRect(at, QSize(1, 1))).topLeft()


def beginning() -> Qt.AlignmentFlag:
    """Return the side where lines begin, also those of a name that is written the other way."""
    if mirrored():
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignLeft


def isolated(text: str) -> str:
    """Return a name or a path as it is drawn among words of the other direction.

    Its slashes and full stops stay where they belong.
    """
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if mirrored() else text


def side() -> str:
    """Return the same side as style sheets call it."""
    return "right" if mirrored() else "left"


def key(pressed: int) -> Qt.Key:
    """Return a key, Left and Right as back and forth in the direction of reading."""
    pressed = Qt.Key(pressed)
    return _OTHER.get(pressed, pressed) if mirrored() else pressed


def icon_name(name: str) -> str:
    """Return the name of an icon; what points back or forth points the way one reads."""
    return _OTHER_ICON.get(name, name) if mirrored() else name
