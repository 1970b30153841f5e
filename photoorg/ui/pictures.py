"""Decoded photos, the small JPEGs that are made of them, and how they become Qt's images.

All of this happens in threads beside the window, and by Pillow: Qt's decoder and scaler hold
Python's lock while they work, so the window could not draw meanwhile. The scan makes the same
thumbnails with OpenCV, which the window must not load; sizes and the margin around a face are
the same.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

from photoorg.media.squares import square
from photoorg.types import Box

if TYPE_CHECKING:  # the window starts sooner without Pillow
    from PIL.Image import Image

PHOTO_SIDE, FACE_SIDE = 320, 224
JPEG_QUALITY = 85
_MARGIN, _AT_EDGES = 0.3, 0.1
"""How much more than the face's longer side is shown on each side of it."""


def read_image(path: Path, longer_side: int, quarters: int = 0) -> tuple["Image", int, int]:
    """Decode a photo upright, and turned clockwise; return it with the full width and height.

    A photo much larger than ``longer_side`` is halved. Raises :class:`PhotoError`.
    """
    from PIL import Image

    from photoorg.media.images import read_picture, turned

    picture = read_picture(path, longer_side=longer_side)
    if quarters:
        picture = turned(picture, quarters)
    rgb = np.ascontiguousarray(picture.pixels[..., ::-1])
    return Image.fromarray(rgb), picture.width, picture.height


def read_jpeg(jpeg: bytes, longer_side: int = 0) -> QImage:
    """Decode a small JPEG, shrunk to ``longer_side`` if it is larger and that is not 0.

    A damaged one gives a null image.
    """
    from PIL import Image

    try:
        image: Image.Image = Image.open(io.BytesIO(jpeg))
        if longer_side:
            image.thumbnail((longer_side, longer_side), Image.Resampling.BICUBIC)
        return as_qimage(image.convert("RGB"))
    except (OSError, ValueError):
        return QImage()


def as_qimage(image: "Image") -> QImage:
    """Return an RGB image of Pillow's as Qt's, in the format that is drawn fastest."""
    rows = np.empty((image.height, image.width, 4), np.uint8)
    rows[..., 2::-1] = np.asarray(image)
    rows[..., 3] = 255
    shape = (image.width, image.height, 4 * image.width)
    # QImage does not keep the array alive, its copy does not need it
    return QImage(rows.data, *shape, QImage.Format.Format_RGB32).copy()


def photo_jpeg(image: "Image") -> bytes:
    """Return a photo as a JPEG whose longer side is at most 320 pixels; never enlarged."""
    return _small_jpeg(image, PHOTO_SIDE)


def face_jpeg(image: "Image", box: Box, scale: float) -> bytes:
    """Return a face as a square JPEG of at most 224 pixels, with a margin; never enlarged.

    ``box`` is in pixels of the full photo, of which ``image`` has ``scale`` times the size. It is
    cut as the scan does: the face in the middle, less margin near the photo's edges, and what the
    photo does not reach filled with its outermost pixels.
    """
    from PIL import Image

    x, y, w, h = (value * scale for value in box)
    across, down, longer = x + w / 2, y + h / 2, max(w, h)
    room = 2 * min(across, down, image.width - across, image.height - down)
    side = min(max(room, longer * (1 + 2 * _AT_EDGES)), longer * (1 + 2 * _MARGIN))
    side = max(1, round(side))
    left, top = round(across - side / 2), round(down - side / 2)
    inside = image.crop(
        (max(left, 0), max(top, 0), min(left + side, image.width), min(top + side, image.height))
    )
    if inside.size == (side, side):
        return _small_jpeg(inside, FACE_SIDE)
    filled = square(np.asarray(inside), min(left, 0), min(top, 0), side)
    return _small_jpeg(Image.fromarray(filled), FACE_SIDE)


def _small_jpeg(image: "Image", longer_side: int) -> bytes:
    from PIL import Image

    small = image.copy()
    small.thumbnail((longer_side, longer_side), Image.Resampling.BOX)
    out = io.BytesIO()
    small.save(out, "JPEG", quality=JPEG_QUALITY)
    return out.getvalue()
