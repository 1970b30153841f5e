"""Decoded photos as Qt images, and the small JPEGs that are made of them.

The scan makes thumbnails with OpenCV, which the window must not load; here Qt does the same: the
same sizes, the same margin around a face.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QImage

from photoorg.types import Box

PHOTO_SIDE, FACE_SIDE = 320, 224
JPEG_QUALITY = 85
_MARGIN = 0.3
"""How much more than the face's longer side is shown on each side of it."""


def read_image(path: Path, longer_side: int) -> tuple[QImage, int, int]:
    """Decode a photo upright; return it with the full photo's width and height.

    A photo much larger than ``longer_side`` is halved. Raises :class:`PhotoError`.
    """
    from photoorg.analysis.images import read_picture  # Pillow: the window starts sooner without

    picture = read_picture(path, longer_side=longer_side)
    height, width = picture.pixels.shape[:2]
    # QImage does not keep the array alive: the conversion copies it while it is
    image = QImage(
        picture.pixels.data, width, height, 3 * width, QImage.Format.Format_BGR888
    ).convertToFormat(QImage.Format.Format_RGB32)
    return image, picture.width, picture.height


def photo_jpeg(image: QImage) -> bytes:
    """Return a photo as a JPEG whose longer side is at most 320 pixels; never enlarged."""
    return _jpeg(_shrunk(image, PHOTO_SIDE))


def face_jpeg(image: QImage, box: Box, scale: float) -> bytes:
    """Return a face as a square JPEG of at most 224 pixels, with a margin; never enlarged.

    ``box`` is in pixels of the full photo, of which ``image`` has ``scale`` times the size. At
    the photo's edge the square moves inward, and where the photo is too small, it shrinks.
    """
    x, y, w, h = (value * scale for value in box)
    side = max(1, round(min(max(w, h) * (1 + 2 * _MARGIN), image.width(), image.height())))
    left = round(min(max(x + w / 2 - side / 2, 0), image.width() - side))
    top = round(min(max(y + h / 2 - side / 2, 0), image.height() - side))
    return _jpeg(_shrunk(image.copy(QRect(left, top, side, side)), FACE_SIDE))


def _shrunk(image: QImage, longer_side: int) -> QImage:
    if max(image.width(), image.height()) <= longer_side:
        return image
    return image.scaled(
        longer_side,
        longer_side,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _jpeg(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", JPEG_QUALITY)  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())
