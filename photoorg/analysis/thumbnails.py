"""Small JPEG pictures of photos and faces for the window's grids."""

import numpy as np

from photoorg.analysis.opencv import opencv
from photoorg.media.images import Picture
from photoorg.media.squares import square
from photoorg.types import Box, FloatArray, Pixels

PHOTO_SIDE = 320
FACE_SIDE = 224
JPEG_QUALITY = 85

_MARGIN, _AT_EDGES = 0.3, 0.1
"""How much more than the face's longer side is shown on each side of it, and at least is."""


def photo_thumbnail(picture: Picture) -> bytes:
    """Return the photo as a JPEG whose longer side is at most 320 pixels; never enlarged."""
    return _jpeg(_shrunk(picture.pixels, PHOTO_SIDE))


def face_thumbnail(picture: Picture, box: Box) -> bytes:
    """Return the face in ``box`` (pixels of the full photo) as a square JPEG of at most 224 pixels.

    The square shows the head with some margin, less of it near the photo's edges, and the face is
    always in its middle: what the photo does not reach is filled with its outermost pixels. Never
    enlarged.
    """
    height, width = picture.pixels.shape[:2]
    left, top, side = _square(Box(*(value * picture.scale for value in box)), width, height)
    return _jpeg(_shrunk(square(picture.pixels, left, top, side), FACE_SIDE))


def on_face_thumbnail(landmarks: FloatArray, box: Box, width: int, height: int) -> FloatArray:
    """Return where landmarks ``(5, 2)`` of a face lie on its thumbnail, as shares of its side.

    They and ``box`` are in pixels of the full photo, which has so many.
    """
    left, top, side = _square(box, width, height)
    return np.asarray((landmarks - (left, top)) / side, np.float32)


def _square(box: Box, width: int, height: int) -> tuple[int, int, int]:
    """Return left, top and side of what is shown of a face in a picture of this size."""
    x, y, w, h = box
    across, down, longer = x + w / 2, y + h / 2, max(w, h)
    room = 2 * min(across, down, width - across, height - down)
    side = min(max(room, longer * (1 + 2 * _AT_EDGES)), longer * (1 + 2 * _MARGIN))
    side = max(1, round(side))
    return round(across - side / 2), round(down - side / 2), side


def _shrunk(pixels: Pixels, longer_side: int) -> Pixels:
    cv2 = opencv()
    while max(pixels.shape[:2]) >= 2 * longer_side and min(pixels.shape[:2]) > 1:
        # halving takes an eighth of the time that other shares take
        height, width = pixels.shape[0] // 2, pixels.shape[1] // 2
        even = pixels[: 2 * height, : 2 * width]
        pixels = cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA)
    height, width = pixels.shape[:2]
    scale = longer_side / max(width, height)
    if scale >= 1:
        return pixels
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
