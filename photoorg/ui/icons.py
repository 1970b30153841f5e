"""Icons drawn for this program: SVG files in one colour, tinted by a token when they are used."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QPushButton

from photoorg.settings import RESOURCES
from photoorg.ui.direction import icon_name, mirrored

FOLDER = RESOURCES / "icons"
_RATIOS = (1.0, 1.5, 2.0, 3.0)


@lru_cache(maxsize=64)
def _drawing(name: str) -> bytes:
    return (FOLDER / f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _image(name: str, color: int, pixels: int) -> QImage:
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_drawing(name))).render(painter, QRectF(0, 0, pixels, pixels))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor.fromRgba(color))
    painter.end()
    return image


def pixmap(name: str, color: QColor, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """Return the icon ``size`` logical pixels wide for a screen of ``ratio``."""
    picture = QPixmap.fromImage(_image(icon_name(name), color.rgba(), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, color: QColor, active: QColor | None = None, size: int = 20) -> QIcon:
    """Return a tinted icon for every usual screen density; ``active`` tints its checked state."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, color, size, ratio))
        if active is not None:
            made.addPixmap(pixmap(name, active, size, ratio), QIcon.Mode.Normal, QIcon.State.On)
    return made


def put_on(
    button: QAbstractButton,
    name: str,
    color: QColor,
    size: int,
    active: QColor | None = None,
) -> None:
    """Give a button its icon, ``size`` logical pixels wide; ``active`` tints its checked state.

    Before words there is some room beside the icon: Qt leaves hardly any.
    """
    beside = size // 4 if isinstance(button, QPushButton) and button.text() else 0
    made = QIcon()
    for ratio in _RATIOS:
        for tint, state in ((color, QIcon.State.Off), (active, QIcon.State.On)):
            if tint is not None:
                drawn = _with_room(pixmap(name, tint, size, ratio), round(beside * ratio))
                made.addPixmap(drawn, QIcon.Mode.Normal, state)
    button.setIconSize(QSize(size + beside, size))
    button.setIcon(made)


def _with_room(picture: QPixmap, room: int) -> QPixmap:
    """Return an icon with so many empty pixels of the screen on the side of the words."""
    if not room:
        return picture
    wide = QPixmap(picture.width() + room, picture.height())
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    left = room if mirrored() else 0
    painter.drawPixmap(QRect(left, 0, picture.width(), picture.height()), picture)
    painter.end()
    wide.setDevicePixelRatio(picture.devicePixelRatio())
    return wide


def program_icon() -> QIcon:
    """Return the program's own icon, in its own colours."""
    return QIcon(str(FOLDER / "photoorg.svg"))
