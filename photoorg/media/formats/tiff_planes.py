"""TIFF pictures of 16 bits whose colours lie apart, plane by plane, and are not packed.

Pillow reads their values as if they were of one plane, and says nothing.
"""

import numpy as np
from PIL import Image, TiffImagePlugin

from photoorg.media.stored_orientation import read_directory

_WIDTH, _HEIGHT = 256, 257
_BITS, _PACKING, _COLOURS, _PLANES = 258, 259, 262, 284
_STARTS, _SIZES = 273, 279
_RGB, _UNPACKED, _APART = 2, 1, 2


def from_planes(image: Image.Image, data: bytes) -> Image.Image | None:
    """Return the picture as RGB; None for every other kind, which Pillow reads rightly."""
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return None
    tags = image.tag_v2
    kind = tags.get(_PLANES), tags.get(_PACKING), tags.get(_COLOURS)
    bits = tags.get(_BITS)
    if kind != (_APART, _UNPACKED, _RGB) or not isinstance(bits, tuple) or set(bits) != {16}:
        return None
    starts, sizes = tags.get(_STARTS), tags.get(_SIZES)
    if not isinstance(starts, tuple) or not isinstance(sizes, tuple):
        return None
    width, height = tags[_WIDTH], tags[_HEIGHT]  # not as it is turned
    values = b"".join(data[at : at + size] for at, size in zip(starts, sizes, strict=False))
    order = read_directory(data).order
    planes = np.frombuffer(values, np.dtype(order + "u2"), 3 * width * height)
    pixels = (planes.reshape(3, height, width) >> 8).astype(np.uint8)
    return Image.fromarray(np.ascontiguousarray(pixels.transpose(1, 2, 0)))
