"""Small JPEG pictures of photos and faces for the window's grids."""

import numpy as np

from photoorg.analysis.opencv import opencv
from photoorg.media.images import Picture
from photoorg.types import Box, Pixels

PHOTO_SIDE = 320
FACE_SIDE = 224
JPEG_QUALITY = 85

_MARGIN = 0.3
"""How much more than the face's longer side is shown on each side of it."""


def photo_thumbnail(picture: Picture) -> bytes:
    """Return the photo as a JPEG whose longer side is at most 320 pixels; never enlarged."""
    return _jpeg(_shrunk(picture.pixels, PHOTO_SIDE))


def face_thumbnail(picture: Picture, box: Box) -> bytes:
    """Return the face in ``box`` (pixels of the full photo) as a square JPEG of at most 224 pixels.

    The square shows the head with some margin; at the photo's edge it moves inward, and where the
    photo is too small for it, it shrinks. Never enlarged.
    """
    height, width = picture.pixels.shape[:2]
    x, y, w, h = (value * picture.scale for value in box)
    side = round(min(max(w, h) * (1 + 2 * _MARGIN), width, height))
    side = max(1, side)
    left = round(min(max(x + w / 2 - side / 2, 0), width - side))
    top = round(min(max(y + h / 2 - side / 2, 0), height - side))
    return _jpeg(_shrunk(picture.pixels[top : top + side, left : left + side], FACE_SIDE))


def _shrunk(pixels: Pixels, longer_side: int) -> Pixels:
    height, width = pixels.shape[:2]
    scale = longer_side / max(width, height)
    if scale >= 1:
        return pixels
    cv2 = opencv()
    size = max(1, round(width * scale)), max(1, round(height * scale))
    shrunk: Pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return shrunk


def _jpeg(pixels: Pixels) -> bytes:
    cv2 = opencv()
    done, data = cv2.imencode(
        ".jpg", np.ascontiguousarray(pixels), [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY]
    )
    assert done
    return bytes(data)
